"""Changing many records at once, whatever they are: only the fields that are ticked are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QScrollArea, QWidget

from partners_app.domain.changes import ChangeSet, Value
from partners_app.domain.errors import PartnersError
from partners_app.texts.errors import error_text
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.bulk_inputs import BulkInput
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges

_WIDTH = 150.0
_LOWEST, _HIGHEST = 108.0, 165.0
_HEIGHT_OF_FIELD = 11.5


@dataclass(frozen=True, slots=True)
class BulkField:
    """One field of the records: its name for the service, its words, and what it is said with.

    ``values`` are those that the records have, in any order.
    """

    name: str
    title: str
    input: BulkInput
    values: tuple[Value, ...]


class TickedField(QObject):
    """A field with its tick, and «differ» beside it until it is ticked."""

    changed = Signal()

    def __init__(self, field: BulkField, differ: str) -> None:
        """Show the value that all the records have, if they have one."""
        super().__init__(field.input.widget)
        self.name, self.input, self.widget = field.name, field.input, field.input.widget
        self.tick = QCheckBox(field.title)
        self.differs = len(set(field.values)) > 1
        self.hint = QLabel(differ if self.differs else "")
        self.hint.setHidden(not self.differs)
        theme.set_look(self.hint, Look.SMALL)
        self.input.name(field.title.replace("&", ""))
        self.widget.setEnabled(not self.differs)
        if not self.differs:
            self.input.show(field.values[0])
        self._shown = self.input.value()
        self.input.changed.connect(self._said)
        self.tick.toggled.connect(self._ticked)

    def _said(self) -> None:
        """Tick the field as soon as it is another one; a text edit tells of its looks, too."""
        if self.input.value() != self._shown:
            self.tick.setChecked(True)
        self.changed.emit()

    def _ticked(self, ticked: bool) -> None:
        if self.differs:
            self.widget.setEnabled(ticked)
            self.hint.setHidden(ticked)
        if ticked:
            self.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class BulkEditDialog(ActDialog):
    """The fields of several records; one in which they differ is off until it is ticked."""

    def __init__(self, opened: OpenRegister, parent: QWidget | None = None) -> None:
        """Begin without fields: `show_fields` brings them."""
        super().__init__(parent)
        self.opened = opened
        self.fields: dict[str, TickedField] = {}
        room = QWidget()
        self._grid = QGridLayout(room)
        give_edges(self._grid)
        self._grid.setHorizontalSpacing(theme.length(3))
        self._grid.setVerticalSpacing(theme.length(1.25))
        self._grid.setColumnStretch(1, 1)
        room.setBackgroundRole(QPalette.ColorRole.Base)
        area = QScrollArea()
        area.setBackgroundRole(QPalette.ColorRole.Base)
        area.setWidget(room)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content.addWidget(area, 1)
        opened.failed.connect(self._show_failure)

    def write(self, values: Mapping[str, Value]) -> ChangeSet | None:
        """Write the values of the ticked fields in one step; None when that failed."""
        raise NotImplementedError

    def show_fields(self, said: str, act: str, fields: Sequence[BulkField]) -> None:
        """Show the fields under a sentence, and name the act on its button."""
        sentence = QLabel(said)
        sentence.setWordWrap(True)
        theme.set_look(sentence, Look.QUIET)
        sentence.setContentsMargins(0, 0, 0, theme.length(2))
        self._grid.addWidget(sentence, 0, 0, 1, 3)
        for row, field in enumerate(fields, start=1):
            ticked = TickedField(field, self.tr("differ"))
            ticked.changed.connect(self._show_what_can_be_done)
            self._grid.addWidget(ticked.tick, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(ticked.widget, row, 1)
            self._grid.addWidget(ticked.hint, row, 2, Qt.AlignmentFlag.AlignVCenter)
            self.fields[field.name] = ticked
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.act_button.setText(act)
        height = min(max(len(fields) * _HEIGHT_OF_FIELD, _LOWEST), _HIGHEST)
        self.set_size(_WIDTH, height)
        self._show_what_can_be_done()

    def _ticked(self) -> list[TickedField]:
        return [field for field in self.fields.values() if field.tick.isChecked()]

    def _show_what_can_be_done(self) -> None:
        ticked = self._ticked()
        valid = all(field.input.is_valid() for field in ticked)
        self.act_button.setEnabled(bool(ticked) and valid)

    def _show_failure(self, error: object) -> None:
        if isinstance(error, PartnersError):
            text = error_text(error)
            self.set_note(f"{text.what} {text.todo}", warning=True)

    def accept(self) -> None:
        """Write the ticked fields in one step; the dialog stays when they could not be written."""
        if not self.act_button.isEnabled():
            return
        if self.write({field.name: field.input.value() for field in self._ticked()}) is not None:
            super().accept()
