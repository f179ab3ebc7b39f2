"""From when and until when an agreement is valid, with what is doubtful or not obvious under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from partners_app.domain.partial_date import PartialDate
from partners_app.ui import theme
from partners_app.ui.widgets.form_fields import forget_typing, pass_undo
from partners_app.ui.widgets.partial_date_edit import DateEcho, PartialDateEdit, is_obvious


class ValidityField(QWidget):
    """Two partial dates side by side."""

    committed = Signal(str, str)
    """Name of the field of an agreement and the wording that the user typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = PartialDateEdit(self)
        self.start.setAccessibleName(self.tr("Valid from"))
        self.end = PartialDateEdit(self)
        self.end.setAccessibleName(self.tr("Valid until"))
        self.end.setPlaceholderText(self.tr("no end"))
        fields = QHBoxLayout()
        fields.setSpacing(theme.length(2))
        fields.addWidget(self.start, 1)
        dash = QLabel("–")
        theme.set_look(dash, theme.Look.QUIET)
        fields.addWidget(dash)
        fields.addWidget(self.end, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(0.5))
        layout.addLayout(fields)
        self._stored = {"valid_from": "", "valid_to": ""}
        self._fields = {"valid_from": self.start, "valid_to": self.end}
        self._echoes: dict[PartialDateEdit, DateEcho] = {}
        for name, field in self._fields.items():
            field.setMinimumWidth(theme.length(22))
            pass_undo(field)
            echo = DateEcho(field, self)
            self._echoes[field] = echo
            layout.addWidget(echo)
            field.committed.connect(lambda text, name=name: self.committed.emit(name, text))
            field.echo_changed.connect(self._show_echoes)
        self._show_echoes()

    def set_value(self, valid_from: PartialDate, valid_to: PartialDate) -> None:
        """Show stored dates; what is being typed stays."""
        for name, date in (("valid_from", valid_from), ("valid_to", valid_to)):
            field = self._fields[name]
            typed = field.text() if field.text() != field.value() else None
            cursor = field.cursorPosition()
            self._stored[name] = date.text
            field.set_value(date.text)
            if typed is None or typed == date.text:
                forget_typing(field)
            else:
                field.setText(typed)
                field.setCursorPosition(cursor)

    def reset(self, valid_from: PartialDate, valid_to: PartialDate) -> None:
        """Show the dates of another record; what was typed before is dropped."""
        for name, date in (("valid_from", valid_from), ("valid_to", valid_to)):
            self._stored[name] = date.text
            self._fields[name].set_value(date.text)
            self._fields[name].setCursorPosition(0)

    def keep_pending(self, name: str) -> None:
        """Take back that a typed wording counts as stored: it could not be written."""
        field = self._fields[name]
        typed, cursor = field.text(), field.cursorPosition()
        field.set_value(self._stored[name])
        field.setText(typed)
        field.setCursorPosition(cursor)

    def put_back(self, name: str, wording: str) -> None:
        """Show a wording as typed that could not be stored."""
        self._fields[name].setText(wording)

    def typed(self) -> dict[str, str]:
        """Return the wordings that are typed and not stored, by the name of their field."""
        return {
            name: field.text()
            for name, field in self._fields.items()
            if field.text() != field.value()
        }

    def commit(self) -> None:
        """Tell what is typed and not stored."""
        for field in self._fields.values():
            field.commit()

    def set_read_only(self, read_only: bool) -> None:
        """Let the dates be looked at only."""
        for field in self._fields.values():
            field.setReadOnly(read_only)

    def _show_echoes(self) -> None:
        for field, echo in self._echoes.items():
            doubt = field.doubt()
            echo.setVisible(bool(doubt) or not is_obvious(field.date()))
            field.setToolTip("\n".join(part for part in (field.text(), doubt) if part))
