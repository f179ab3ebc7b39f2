"""One entry of an import beside the list: its cell, what becomes of the record, what is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.import_lines import EntryLine
from partners_app.domain.import_plan import Candidate, Doubt, Outcome, PlanEntry
from partners_app.domain.partial_date import PartialDate, format_span
from partners_app.domain.text_difference import combined
from partners_app.services.import_tables import cell_name
from partners_app.texts.imports import doubt_text, entry_reason, record_word
from partners_app.texts.tables import field_name
from partners_app.texts.values import value_text
from partners_app.ui import theme
from partners_app.ui.item_models.import_plan import partner_of
from partners_app.ui.theme import Look
from partners_app.ui.widgets.import_delegate import outcome_pill
from partners_app.ui.widgets.pill_label import PillLabel
from partners_app.ui.widgets.wrapped_choice import WrappedChoice

_EDGE = 4.0
_UNDERSTOOD = "understood"
_ALWAYS_SAID = ("report_year",)
"""Fields of a new record that its place in the file says already."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked about a record; it can be answered in another way as long as one likes."""

    doubt: Doubt
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and its answer so far: the UUID of a record, "" for a new one, None for none."""

    question: Question | None = None
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry with all that is shown of it; ``source`` is what its cell says."""

    entry: PlanEntry
    line: EntryLine
    ticked: bool
    asked: Asked
    source: str


class ImportDetails(QWidget):
    """Shows one entry; decisions and ticks leave it as signals."""

    step_requested = Signal(int)
    """The entry before (-1) or after (+1) is wanted."""
    decided = Signal(str, str)
    """Key of the entry, UUID of the record that it is ("" for a new one)."""
    tick_requested = Signal(str, bool)
    parent_requested = Signal(str)
    """Key of the entry whose parent is to be decided about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._shown: ShownEntry | None = None
        self._rows: list[tuple[QLabel, str, str, bool]] = []
        self.choices: list[WrappedChoice] = []
        self.tick: QCheckBox | None = None
        self._group: QButtonGroup | None = None
        self._title = QLabel()
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_look(self._title, Look.SECTION)
        self._pill = PillLabel()
        self.previous = self._step_button(-1, "chevron-up", self.tr("Previous entry"))
        self.next = self._step_button(+1, "chevron-down", self.tr("Next entry"))
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        theme.set_look(self._hint, Look.SMALL)
        self._lay_out()
        self.show_entry(None)

    def _step_button(self, step: int, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(words)
        button.setAccessibleName(words)
        theme.set_style_property(button, "textless", True)
        theme.give_icon(button, icon)
        button.clicked.connect(lambda: self.step_requested.emit(step))
        return button

    def _lay_out(self) -> None:
        edge = theme.length(_EDGE)
        head = QHBoxLayout()
        head.setContentsMargins(edge, theme.length(3), edge, 0)
        head.setSpacing(theme.length(2))
        head.addWidget(self._title, 1)
        head.addWidget(self._pill)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self._hint.setContentsMargins(edge, theme.length(2), edge, theme.length(3))
        column.addWidget(self._hint)

    def set_hint(self, text: str) -> None:
        """Show a small sentence below everything."""
        self._hint.setText(text)
        self._hint.setHidden(not text)

    def key(self) -> str:
        """Return the key of the entry that is shown, "" where there is none."""
        return "" if self._shown is None else self._shown.entry.key

    def texts(self) -> list[tuple[str, str, str]]:
        """Return what is shown: name, old value, new value of each row."""
        return [] if self._shown is None else list(_rows(self._shown))

    def show_entry(self, shown: ShownEntry | None) -> None:
        """Show another entry, or the same one after a decision: the keyboard stays where it was."""
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self._area.isAncestorOf(focused)
        again = shown is not None and shown.entry.key == self.key()
        place = self._area.verticalScrollBar().value() if again else 0
        self._shown = shown
        self._rows, self.choices, self.tick, self._group = [], [], None, None
        self._title.setText(_title(shown.entry) if shown is not None else "")
        self._pill.set_pill(outcome_pill(shown.entry.outcome) if shown is not None else None)
        for button in (self.previous, self.next):
            button.setEnabled(shown is not None)
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(content)
        edge = theme.length(_EDGE)
        column.setContentsMargins(edge, theme.length(3), edge, edge)
        column.setSpacing(theme.length(2))
        if shown is not None:
            self._fill(column, shown)
        column.addStretch(1)
        self._write_values()
        self._area.setWidget(content)
        self._area.verticalScrollBar().setValue(place)
        if had_keyboard and again:
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard on what can be answered, else on the next button."""
        checked = [choice.button for choice in self.choices if choice.button.isChecked()]
        answers: list[QWidget] = [*checked, *(choice.button for choice in self.choices)]
        if self.tick is not None:
            answers.append(self.tick)
        target = answers[0] if answers else self.next
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What is shown

    def _fill(self, column: QVBoxLayout, shown: ShownEntry) -> None:
        entry = shown.entry
        self._add_source(column, shown)
        self._add_question(column, shown)
        rows = list(_rows(shown))
        if entry.outcome is Outcome.REFUSED:
            return
        if entry.outcome is Outcome.UNCHANGED:
            title = self.tr("In the register it stays")
        elif entry.outcome is Outcome.DELETED:
            title = self.tr("Would be deleted from the register")
        else:
            title = self.tr("In the register it becomes")
        if rows:
            column.addSpacing(theme.length(1))
            column.addWidget(_small(title))
            column.addWidget(self._table(rows))

    def _add_source(self, column: QVBoxLayout, shown: ShownEntry) -> None:
        entry = shown.entry
        if entry.place is not None:
            where = f"{entry.place.sheet}!{cell_name(entry.place)}"
            column.addWidget(_small(self.tr("In the file: %1").replace("%1", where)))
        elif entry.outcome is Outcome.DELETED:
            column.addWidget(_small(self.tr("It does not stand in the file any more.")))
        if shown.source:
            cell = _wrapped(shown.source)
            theme.set_style_property(cell, "look", "cell")
            cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(cell)

    def _add_question(self, column: QVBoxLayout, shown: ShownEntry) -> None:
        entry, question = shown.entry, shown.asked.question
        reason = entry_reason(entry)
        if question is not None:
            reason = doubt_text(question.doubt)
        if reason:
            label = _wrapped(reason)
            refused = entry.outcome is Outcome.REFUSED
            theme.set_look(label, Look.BAD if refused else Look.WARN)
            column.addWidget(label)
        if question is not None:
            self._add_choices(column, shown, question)
        elif entry.doubt is Doubt.PARENT_UNDECIDED:
            button = QPushButton(self.tr("Show that record"))
            button.setAutoDefault(False)
            button.clicked.connect(lambda: self.parent_requested.emit(entry.key))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        elif entry.doubt is not None and entry.can_be_written:
            self.tick = QCheckBox(self._tick_words(entry))
            self.tick.setChecked(shown.ticked)
            self.tick.clicked.connect(lambda ticked: self.tick_requested.emit(entry.key, ticked))
            column.addWidget(self.tick)

    def _tick_words(self, entry: PlanEntry) -> str:
        match entry.doubt:
            case Doubt.EMPTIED:
                return self.tr("Yes, &empty it")
            case Doubt.DELETED_SINCE:
                return self.tr("Yes, &bring it back")
            case _ if entry.outcome is Outcome.DELETED:
                return self.tr("Yes, &delete it")
        return self.tr("Yes, take the file's")

    def _add_choices(self, column: QVBoxLayout, shown: ShownEntry, question: Question) -> None:
        group = QButtonGroup(self)
        answers = [(candidate.record, candidate.label) for candidate in question.candidates]
        if question.doubt is Doubt.LOOKS_LIKE:
            answers = [(uuid, self.tr("It is: %1").replace("%1", text)) for uuid, text in answers]
            answers.append(("", self.tr("A new record")))
        for uuid, text in answers:
            choice = WrappedChoice(text)
            choice.button.setChecked(shown.asked.answer == uuid)
            choice.button.clicked.connect(
                lambda _checked=False, uuid=uuid: self.decided.emit(shown.entry.key, uuid)
            )
            group.addButton(choice.button)
            self.choices.append(choice)
            column.addWidget(choice)
        self._group = group

    def _table(self, rows: Sequence[tuple[str, str, str]]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.length(3))
        grid.setVerticalSpacing(theme.length(2))
        grid.setColumnStretch(1, 1)
        for number, (name, old, new) in enumerate(rows):
            label = _small(name[:1].upper() + name[1:])
            label.setContentsMargins(0, theme.length(0.5), 0, 0)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            value = _wrapped("")
            value.setTextFormat(Qt.TextFormat.RichText)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            grid.addWidget(value, number, 1)
            self._rows.append((value, old, new, name == field_name(_UNDERSTOOD)))
        return table

    def _write_values(self) -> None:
        """Write old and new values in the colours of the theme of this moment."""
        now = theme.current()
        gone = (
            f"background:{now.bad_tint.name()};color:{now.bad.name()};text-decoration:line-through"
        )
        come = f"background:{now.ok_tint.name()};color:{now.ok.name()};text-decoration:underline"
        styles = {"old": gone, "new": come}
        is_whole = self._shown is not None and self._shown.entry.outcome in (
            Outcome.NEW,
            Outcome.DELETED,
        )
        for label, old, new, is_date in self._rows:
            if is_whole or not old:
                label.setText(_html(new or old))
                continue
            parts = [
                _html(piece.text)
                if piece.side == "both"
                else f'<span style="{styles[piece.side]}">{_html(piece.text)}</span>'
                for piece in combined(old, new, whole=is_date)
            ]
            label.setText("".join(parts))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write_values()


def _title(entry: PlanEntry) -> str:
    return partner_of(entry) or record_word(entry.table, entry.key)


def _rows(shown: ShownEntry) -> Iterator[tuple[str, str, str]]:
    """Yield name, old and new value: first what the record's line is made of, then the rest."""
    entry, parts = shown.entry, shown.line.parts
    for name, (old, new) in parts.items():
        if entry.outcome is Outcome.NEW or entry.fields.get(name, ("",))[0] is None:
            old = ""
        if not (old or new):
            continue
        yield field_name(name), old, new
        if name.endswith("date_text"):
            understood = [_understood(text, shown.line.year) for text in (old, new)]
            if any(understood) and understood != [old, new]:
                yield field_name(_UNDERSTOOD), understood[0], understood[1]
    for name, (before, after) in entry.fields.items():
        if name in parts or (name in _ALWAYS_SAID and before is None):
            continue
        yield (
            field_name(name),
            value_text(entry.table, name, before),
            value_text(entry.table, name, after),
        )


def _understood(text: str, year: int | None) -> str:
    """Return what is understood of a date: «20.02.2020 – 22.02.2020»; empty: nothing."""
    date = PartialDate.parse(text, year=year)
    if date.earliest is None or date.latest is None or date.precision is None:
        return ""
    return format_span(date.earliest, date.latest, date.precision)


def _small(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    theme.set_look(label, Look.SMALL)
    return label


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
