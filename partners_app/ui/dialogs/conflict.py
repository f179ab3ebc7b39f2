"""Two people changed one field: what each wrote stands side by side, and one of it is chosen."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from partners_app.services.conflicts import Contested, ContestedField, FieldKey
from partners_app.texts.holders import local_moment
from partners_app.texts.tables import field_name, the_record
from partners_app.texts.values import value_text
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.wrapped_choice import WrappedChoice

_SIZE = (190.0, 120.0)


class ConflictDialog(ActDialog):
    """Asks, field by field, whose words stay; nothing is chosen until somebody chooses."""

    decided = Signal(object)
    """The set of FieldKey whose own words are to be written."""

    def __init__(
        self, records: Sequence[Contested], *, whole: bool, parent: QWidget | None = None
    ) -> None:
        """Show the records; ``whole``: the act deletes, and is decided at one go."""
        super().__init__(parent)
        self._records = records
        self._whole = whole
        self._groups: dict[FieldKey, QButtonGroup] = {}
        self.setWindowTitle(self.tr("Changed by two"))
        self.act_button.setText(self.tr("Delete all the same") if whole else self.tr("Write"))
        self.cancel_button.setText(self.tr("Do not delete") if whole else self.tr("Decide later"))
        self.content.addWidget(self._intro())
        self.content.addWidget(self._scroll(), 1)
        if whole:
            # Enter must not delete what somebody else has just worked on.
            self.act_button.setDefault(False)
            self.act_button.setAutoDefault(False)
            self.cancel_button.setDefault(True)
        else:
            # Each goes to the left of the one before.
            self.theirs_button = self._everywhere(self.tr("&Theirs everywhere"), 1)
            self.mine_button = self._everywhere(self.tr("&Mine everywhere"), 0)
            self._show_what_is_missing()
        self.set_size(*_SIZE)
        for group in list(self._groups.values())[:1]:
            group.button(0).setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, key: FieldKey, *, mine: bool) -> None:
        """Choose whose words of a field stay."""
        self._groups[key].button(0 if mine else 1).setChecked(True)

    def accept(self) -> None:
        """Tell what was chosen, once everything is."""
        if self.act_button.isEnabled():
            mine = {key for key, group in self._groups.items() if group.checkedId() == 0}
            super().accept()
            self.decided.emit(mine)

    def _intro(self) -> QWidget:
        if self._whole:
            text = self.tr(
                "What you are deleting was changed by somebody else before you saw it. "
                "Nothing is deleted yet."
            )
        else:
            text = self.tr(
                "Somebody else wrote in the same fields before you saw it. Nothing of theirs is "
                "written over: choose what stays, field by field."
            )
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        whole = QWidget()
        column = QVBoxLayout(whole)
        give_edges(column)
        column.addWidget(label)
        return whole

    def _scroll(self) -> QScrollArea:
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(content)
        give_edges(column)
        column.setSpacing(theme.length(3))
        for record in self._records:
            column.addWidget(self._head(record))
            if record.fields:
                column.addWidget(self._table(record))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        scroll.setWidget(content)
        return scroll

    def _head(self, record: Contested) -> QLabel:
        names = [*record.place, record.title] if record.title else list(record.place)
        name = " › ".join(" ".join(part.split()) for part in names)
        what = the_record(record.table)
        who = self.tr("%1, %2").replace("%1", self._author(record))
        who = who.replace("%2", local_moment(datetime.fromisoformat(record.at)))
        label = QLabel("\n".join(part for part in (f"{what}: {name}" if name else what, who)))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _author(self, record: Contested) -> str:
        return record.author or self.tr("unknown")

    def _table(self, record: Contested) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.length(4))
        grid.setVerticalSpacing(theme.length(1.5))
        if record.deleting:
            titles = [self.tr("Field"), self.tr("Before"), self._author(record)]
        else:
            titles = [self.tr("Field"), self.tr("Mine"), self._author(record)]
        for place, title in enumerate(titles):
            label = QLabel(title)
            label.setTextFormat(Qt.TextFormat.PlainText)
            theme.set_look(label, Look.SMALL)
            grid.addWidget(label, 0, place)
            grid.setColumnStretch(place, 0 if place == 0 else 1)
        for number, field in enumerate(record.fields):
            self._add_row(grid, 3 * number + 1, record, field)
        return table

    def _add_row(
        self, grid: QGridLayout, row: int, record: Contested, field: ContestedField
    ) -> None:
        grid.addWidget(hairline(), row, 0, 1, 3)
        name = field_name(field.key[2])
        label = QLabel(name[:1].upper() + name[1:])
        theme.set_look(label, Look.QUIET)
        grid.addWidget(label, row + 1, 0, Qt.AlignmentFlag.AlignTop)
        mine, theirs, seen = (
            value_text(record.table, field.key[2], value) or self.tr("(empty)")
            for value in (field.mine, field.theirs, field.seen)
        )
        if record.deleting:
            for place, text in ((1, seen), (2, theirs)):
                grid.addWidget(_words(text), row + 1, place)
            return
        group = QButtonGroup(self)
        for number, (whose, text) in enumerate(
            ((self.tr("mine"), mine), (self._author(record), theirs))
        ):
            choice = WrappedChoice(text)
            choice.button.setAccessibleName(f"{name}, {whose}: {text}")
            group.addButton(choice.button, number)
            grid.addWidget(choice, row + 1, number + 1)
        group.idClicked.connect(lambda _id: self._show_what_is_missing())
        group.idToggled.connect(lambda _id, _on: self._show_what_is_missing())
        self._groups[field.key] = group
        was = _words(self.tr("Before: %1").replace("%1", seen))
        theme.set_look(was, Look.SMALL)
        grid.addWidget(was, row + 2, 1, 1, 2)

    def _everywhere(self, text: str, number: int) -> QPushButton:
        button = QPushButton(text)

        def choose() -> None:
            for group in self._groups.values():
                group.button(number).setChecked(True)

        button.clicked.connect(choose)
        self.add_secondary(button)
        return button

    def _show_what_is_missing(self) -> None:
        missing = sum(group.checkedId() < 0 for group in self._groups.values())
        self.act_button.setEnabled(not missing)
        if missing:
            self.set_note(self.tr("%n field(s) to choose", "", missing))
        else:
            self.set_note(self.tr("Can be undone in one step: Ctrl+Z"))


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
