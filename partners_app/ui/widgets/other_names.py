"""Other and former names as lines of a dialog: the name, from when and until when it was used."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from partners_app.domain.records import OtherName
from partners_app.services.particulars import NameEntry
from partners_app.ui import theme
from partners_app.ui.widgets.form_fields import LineField
from partners_app.ui.widgets.partial_date_edit import PartialDateEdit


class _NameLine(QWidget):
    """One other name; without an id it is not written yet."""

    removal_requested = Signal()

    def __init__(self, name: OtherName | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = None if name is None else name.id
        self.name = LineField()
        self.name.setAccessibleName(self.tr("Other name"))
        self.name.setPlaceholderText(self.tr("name"))
        self.used_from, self.used_to = PartialDateEdit(), PartialDateEdit()
        self.used_from.setAccessibleName(self.tr("Used from"))
        self.used_from.setPlaceholderText(self.tr("from"))
        self.used_to.setAccessibleName(self.tr("Used until"))
        self.used_to.setPlaceholderText(self.tr("until"))
        if name is not None:
            self.name.reset(name.name)
            self.used_from.set_value(name.used_from.text)
            self.used_to.set_value(name.used_to.text)
        remove = QToolButton()
        remove.setAccessibleName(self.tr("Delete this name"))
        remove.setToolTip(self.tr("Delete this name"))
        remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(remove, "textless", True)
        theme.give_icon(remove, "x")
        remove.clicked.connect(self.removal_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(2))
        layout.addWidget(self.name, 3)
        layout.addWidget(self.used_from, 1)
        layout.addWidget(QLabel("–"))
        layout.addWidget(self.used_to, 1)
        layout.addWidget(remove)

    def entry(self) -> NameEntry:
        """Return what is typed."""
        return NameEntry(
            self._id, self.name.text().strip(), self.used_from.text(), self.used_to.text()
        )


class OtherNames(QWidget):
    """The list of names of one record; it writes nothing itself."""

    def __init__(self, names: Sequence[OtherName], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_NameLine] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.length(1.25))
        self.add_button = QToolButton(self)
        self.add_button.setText(self.tr("Another name"))
        self.add_button.setAccessibleName(self.tr("Another name"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(self.add_button, "main", True)
        theme.give_icon(self.add_button, "plus", "accent", before_text=True)
        self.add_button.clicked.connect(self.add_name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(1))
        layout.addLayout(self._column)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for name in names:
            self._add_line(name)

    def entries(self) -> list[NameEntry]:
        """Return the names as typed; a line without a name is none."""
        return [entry for line in self._lines if (entry := line.entry()).name]

    def lines(self) -> list[_NameLine]:
        """Return the lines, in order."""
        return list(self._lines)

    def add_name(self) -> None:
        """Open a line for one more name."""
        self._add_line(None).name.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Let the names be looked at only."""
        for part in (*self._lines, self.add_button):
            part.setDisabled(read_only)

    def _add_line(self, name: OtherName | None) -> _NameLine:
        line = _NameLine(name, self)
        line.removal_requested.connect(lambda: self._drop(line))
        self._lines.append(line)
        self._column.addWidget(line)
        return line

    def _drop(self, line: _NameLine) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
