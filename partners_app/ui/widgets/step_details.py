"""What one step of the history changed: each record with its fields, old and new side by side."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.text_difference import difference
from partners_app.services.history import FieldChange, RecordChange, StepChanges
from partners_app.texts.tables import field_name, the_record
from partners_app.texts.values import value_text
from partners_app.ui import theme
from partners_app.ui.theme import Look

_EDGE = 4.0
_NOTE = "note"


class StepDetails(QScrollArea):
    """Scrolls over the records that a step changed."""

    restore_value_requested = Signal(object, object)
    """The RecordChange and the FieldChange whose old value is to come back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._changes = StepChanges((), 0)
        self._restorable = False
        self._pairs: list[tuple[QLabel, QLabel, tuple[str, str]]] = []

    def show_changes(self, changes: StepChanges, *, restorable: bool) -> None:
        """Show the changes of a step; ``restorable``: the register may be written."""
        self._changes, self._restorable = changes, restorable
        self._pairs = []
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(content)
        edge = theme.length(_EDGE)
        column.setContentsMargins(edge, theme.length(2), edge, edge)
        column.setSpacing(theme.length(2))
        several = len(changes.records) > 1
        for record in changes.records:
            column.addWidget(self._head(record, several=several))
            if record.fields:
                column.addWidget(self._table(record))
        left = changes.total - len(changes.records)
        if left > 0:
            column.addWidget(_note(self.tr("and %n more record(s)", "", left)))
        if not changes.kept:
            column.addWidget(_note(self.tr("The values of this step are no longer kept.")))
        column.addStretch(1)
        self._write_marks()
        self.setWidget(content)

    def texts(self) -> list[tuple[str, str, str]]:
        """Return what is shown: field, old value, new value of each row."""
        return [
            (field_name(item.field), *_values(record, item))
            for record in self._changes.records
            for item in record.fields
        ]

    def sentences(self) -> list[str]:
        """Return what is said of what is not shown."""
        return [note.text() for note in self.findChildren(QLabel, _NOTE)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write_marks()

    def _write_marks(self) -> None:
        """Write old and new texts in the colours of the theme of this moment."""
        now = theme.current()
        old = f"background:{now.bad_tint.name()};color:{now.bad.name()};"
        new = f"background:{now.ok_tint.name()};color:{now.ok.name()};"
        for before, after, texts in self._pairs:
            gone, come = difference(*texts)
            before.setText(_marked(texts[0], gone, old + "text-decoration:line-through"))
            after.setText(_marked(texts[1], come, new + "text-decoration:underline"))

    def _head(self, record: RecordChange, *, several: bool) -> QLabel:
        names = [*record.place, record.title] if record.title else list(record.place)
        text = " › ".join(" ".join(name.split()) for name in names)
        if several:
            text = f"{the_record(record.table)}: {text}" if text else the_record(record.table)
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        theme.set_look(label, Look.SMALL)
        return label

    def _table(self, record: RecordChange) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.length(4))
        grid.setVerticalSpacing(theme.length(1.5))
        one_column = record.added or record.deleted
        titles: Sequence[str] = (self.tr("Field"), self.tr("Before"), self.tr("After"))
        if one_column:
            titles = (self.tr("Field"), self.tr("Value"))
        for place, title in enumerate(titles):
            label = QLabel(title)
            theme.set_look(label, Look.SMALL)
            grid.addWidget(label, 0, place)
            grid.setColumnStretch(place, 0 if place == 0 else 1)
        for number, item in enumerate(record.fields):
            self._add_row(grid, 2 * number + 1, record, item, one_column=one_column)
        return table

    def _add_row(
        self,
        grid: QGridLayout,
        row: int,
        record: RecordChange,
        item: FieldChange,
        *,
        one_column: bool,
    ) -> None:
        hairline = QFrame()
        hairline.setObjectName("hairline")
        grid.addWidget(hairline, row, 0, 1, 4)
        name = field_name(item.field)
        label = QLabel(name[:1].upper() + name[1:])
        theme.set_look(label, Look.QUIET)
        grid.addWidget(label, row + 1, 0, Qt.AlignmentFlag.AlignTop)
        old, new = _values(record, item)
        if one_column:
            grid.addWidget(_value_label(escape(old or new)), row + 1, 1)
            return
        before, after = _value_label(""), _value_label("")
        self._pairs.append((before, after, (old, new)))
        grid.addWidget(before, row + 1, 1)
        grid.addWidget(after, row + 1, 2)
        if self._restorable and record.uuid and not item.field.endswith(("_id", "position")):
            grid.addWidget(self._restore_button(record, item, name), row + 1, 3)

    def _restore_button(self, record: RecordChange, item: FieldChange, name: str) -> QToolButton:
        button = QToolButton()
        words = self.tr("Bring back the old value: %1").replace("%1", name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        theme.give_icon(button, "undo-2", "text2")
        button.clicked.connect(lambda: self.restore_value_requested.emit(record, item))
        return button


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(_NOTE)
    label.setWordWrap(True)
    theme.set_look(label, Look.SMALL)
    return label


def _values(record: RecordChange, item: FieldChange) -> tuple[str, str]:
    return (
        value_text(record.table, item.field, item.before),
        value_text(record.table, item.field, item.after),
    )


def _value_label(text: str) -> QLabel:
    label = QLabel(text or "–")
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label


def _marked(text: str, marks: Sequence[tuple[int, int]], style: str) -> str:
    """Return a text as HTML with its marked parts in a style."""
    parts: list[str] = []
    start = 0
    for place, length in marks:
        parts.append(escape(text[start:place]))
        parts.append(f'<span style="{style}">{escape(text[place : place + length])}</span>')
        start = place + length
    parts.append(escape(text[start:]))
    return "".join(parts).replace("\n", "<br>") or "–"
