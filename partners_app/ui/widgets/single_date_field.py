"""One partial date of a form, with what is doubtful or not obvious under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partners_app.domain.partial_date import PartialDate
from partners_app.ui import theme
from partners_app.ui.widgets.form_fields import forget_typing, pass_undo
from partners_app.ui.widgets.partial_date_edit import DateEcho, PartialDateEdit, is_obvious


class SingleDateField(QWidget):
    """A partial date as typed; the echo stands under it only where it says more."""

    committed = Signal(str)
    """The wording that the user typed."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.field = PartialDateEdit(self)
        self.field.setAccessibleName(name or self.tr("Date of registration"))
        self.field.setMinimumWidth(theme.length(22))
        pass_undo(self.field)
        self._echo = DateEcho(self.field, self)
        self._stored = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(0.5))
        layout.addWidget(self.field)
        layout.addWidget(self._echo)
        self.setFocusProxy(self.field)
        self.field.committed.connect(self.committed)
        self.field.echo_changed.connect(self._show_echo)
        self._show_echo()

    def set_value(self, date: PartialDate) -> None:
        """Show a stored date; what is being typed stays."""
        typed = self.field.text() if self.is_pending() else None
        cursor = self.field.cursorPosition()
        self._stored = date.text
        self.field.set_value(date.text)
        if typed is None or typed == date.text:
            forget_typing(self.field)
        else:
            self.field.setText(typed)
            self.field.setCursorPosition(cursor)

    def reset(self, date: PartialDate) -> None:
        """Show the date of another record; what was typed before is dropped."""
        self._stored = date.text
        self.field.set_value(date.text)
        self.field.setCursorPosition(0)

    def keep_pending(self) -> None:
        """Take back that the typed wording counts as stored: it could not be written."""
        typed, cursor = self.field.text(), self.field.cursorPosition()
        self.field.set_value(self._stored)
        self.field.setText(typed)
        self.field.setCursorPosition(cursor)

    def put_back(self, wording: str) -> None:
        """Show a wording as typed that could not be stored."""
        self.field.setText(wording)

    def text(self) -> str:
        """Return the wording as it stands in the field."""
        return self.field.text()

    def is_pending(self) -> bool:
        """Tell whether a wording is typed that is not stored."""
        return self.field.text() != self.field.value()

    def commit(self) -> None:
        """Tell what is typed and not stored."""
        self.field.commit()

    def set_read_only(self, read_only: bool) -> None:
        """Let the date be looked at only."""
        self.field.setReadOnly(read_only)

    def _show_echo(self) -> None:
        doubt = self.field.doubt()
        self._echo.setVisible(bool(doubt) or not is_obvious(self.field.date()))
        self.field.setToolTip("\n".join(part for part in (self.field.text(), doubt) if part))
