"""Changing many events at once: only the fields that are ticked are written."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from partners_app.domain.changes import Value
from partners_app.domain.errors import PartnersError
from partners_app.domain.records import Event
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services import events
from partners_app.texts.errors import error_text
from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.form_fields import ParagraphField

_WIDTH, _HEIGHT = 150.0, 108.0
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


class _Field(QObject):
    """A tick, an input, and what the input says as a value of the field."""

    changed = Signal()

    def __init__(
        self, name: str, title: str, values: Sequence[Value], differ: str, widget: QWidget
    ) -> None:
        super().__init__(widget)
        self.name, self.widget = name, widget
        self.tick = QCheckBox(title)
        self.differs = len(set(values)) > 1
        self._common = None if self.differs else values[0]
        self.hint = QLabel(differ if self.differs else "")
        self.hint.setHidden(not self.differs)
        theme.set_look(self.hint, Look.SMALL)
        widget.setAccessibleName(title.replace("&", ""))
        widget.setEnabled(not self.differs)
        self._show_common()
        self._watch()
        self.tick.toggled.connect(self._ticked)

    def _show_common(self) -> None:
        """Show the value that all the events have, if they have one."""
        if isinstance(self.widget, QComboBox):
            common = self._common.value if isinstance(self._common, StrEnum) else self._common
            self.widget.setCurrentIndex(0 if self.differs else self.widget.findData(common))
        elif isinstance(self.widget, ParagraphField):
            self.widget.reset("" if self.differs else str(self._common))
        elif isinstance(self.widget, QLineEdit):
            self.widget.setText("" if self.differs else str(self._common))

    def _watch(self) -> None:
        """Tick the field as soon as it is another one."""
        if isinstance(self.widget, QComboBox):
            self.widget.activated.connect(self._touched)
        elif isinstance(self.widget, QLineEdit):
            self.widget.textEdited.connect(self._touched)
            self.widget.textChanged.connect(self.changed)
        elif isinstance(self.widget, QPlainTextEdit):
            self.widget.textChanged.connect(self._typed)

    def _typed(self) -> None:
        # A text edit tells of new margins, too, as of another text.
        if self.value() != ("" if self.differs else self._common):
            self._touched()

    def _touched(self, _what: object = None) -> None:
        self.tick.setChecked(True)
        self.changed.emit()

    def _ticked(self, ticked: bool) -> None:
        if self.differs:
            self.widget.setEnabled(ticked)
            self.hint.setHidden(ticked)
        if ticked:
            self.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def value(self) -> Value:
        """Return what is chosen or typed."""
        if isinstance(self.widget, QComboBox):
            chosen: Value = self.widget.currentData()
            return chosen
        if isinstance(self.widget, QPlainTextEdit):
            return self.widget.toPlainText()
        assert isinstance(self.widget, QLineEdit)
        return int(self.widget.text()) if self.is_valid() else None

    def is_valid(self) -> bool:
        """Tell whether what is typed can be written."""
        return not isinstance(self.widget, QLineEdit) or self.widget.hasAcceptableInput()


class ChangeEventsDialog(ActDialog):
    """The fields of several events; one in which they differ is off until it is ticked."""

    def __init__(
        self, opened: OpenRegister, chosen: Sequence[Event], parent: QWidget | None = None
    ) -> None:
        """Take the events to be changed, at least one."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change selected events"))
        self._opened = opened
        self._ids = [event.id for event in chosen]
        self.fields: dict[str, _Field] = {}
        room = QWidget()
        self._grid = QGridLayout(room)
        give_edges(self._grid)
        self._grid.setHorizontalSpacing(theme.length(3))
        self._grid.setVerticalSpacing(theme.length(1.25))
        self._grid.setColumnStretch(1, 1)
        said = QLabel(self.tr("Only ticked fields are written, into every selected event."))
        said.setWordWrap(True)
        theme.set_look(said, Look.QUIET)
        said.setContentsMargins(0, 0, 0, theme.length(2))
        self._grid.addWidget(said, 0, 0, 1, 3)
        for name, title, widget in self._inputs():
            self._add(name, title, widget, [getattr(event, name) for event in chosen])
        self._grid.setRowStretch(self._grid.rowCount(), 1)
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
        self._show_what_can_be_done()
        self.set_size(_WIDTH, _HEIGHT)

    def _inputs(self) -> list[tuple[str, str, QWidget]]:
        year = QLineEdit()
        year.setValidator(QIntValidator(_FIRST_YEAR, _LAST_YEAR, year))
        printed = QComboBox()
        printed.addItem(self.tr("printed"), True)
        printed.addItem(self.tr("not printed"), False)
        return [
            ("kind", self.tr("&Kind"), self._list(EventKind)),
            ("format", self.tr("&Format"), self._list(EventFormat)),
            ("printed", self.tr("&In the report"), printed),
            ("participants", self.tr("&Participants"), ParagraphField(most_lines=4)),
            ("responsible", self.tr("&Responsible"), ParagraphField(most_lines=4)),
            ("source", self.tr("&Source"), ParagraphField(most_lines=4)),
            ("remark", self.tr("Re&mark"), ParagraphField(most_lines=4)),
            ("report_year", self.tr("Report &year"), year),
        ]

    def _list(self, members: type[StrEnum]) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("Not specified"), None)
        for member in members:
            box.addItem(word(member), member.value)
        return box

    def _add(self, name: str, title: str, widget: QWidget, values: Sequence[Value]) -> None:
        field = _Field(name, title, values, self.tr("differ"), widget)
        field.changed.connect(self._show_what_can_be_done)
        row = self._grid.rowCount()
        self._grid.addWidget(field.tick, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(widget, row, 1)
        self._grid.addWidget(field.hint, row, 2, Qt.AlignmentFlag.AlignVCenter)
        self.fields[name] = field

    def _ticked(self) -> list[_Field]:
        return [field for field in self.fields.values() if field.tick.isChecked()]

    def _show_what_can_be_done(self) -> None:
        ticked = self._ticked()
        self.act_button.setText(self.tr("Change %n event(s)", "", len(self._ids)))
        self.act_button.setEnabled(bool(ticked) and all(field.is_valid() for field in ticked))

    def _show_failure(self, error: object) -> None:
        if isinstance(error, PartnersError):
            text = error_text(error)
            self.set_note(f"{text.what} {text.todo}", warning=True)

    def accept(self) -> None:
        """Write the ticked fields in one step; the dialog stays when they could not be written."""
        if not self.act_button.isEnabled():
            return
        cells = [
            (event_id, field.name, field.value())
            for event_id in self._ids
            for field in self._ticked()
        ]
        if self._opened.do(events.set_fields, cells) is not None:
            super().accept()
