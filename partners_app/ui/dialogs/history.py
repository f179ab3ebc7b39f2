"""All steps of the register, or of one record: what, who, when; and what of it can come back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import history
from partners_app.services.history import (
    FieldChange,
    Owner,
    RecordChange,
    Restored,
    Step,
    StepChanges,
)
from partners_app.services.register import Register, TakeBack
from partners_app.texts.operations import operation_text
from partners_app.texts.tables import the_record
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryModel, heading
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.history_filters import HistoryFilters
from partners_app.ui.widgets.step_details import StepDetails

_PAGE = 200
_SEARCH_DELAY_MS = 200
_ICONS: dict[OperationKind, str] = {
    OperationKind.CREATE: "book-open",
    OperationKind.ADD: "circle-plus",
    OperationKind.EDIT: "pencil",
    OperationKind.DELETE: "trash-2",
    OperationKind.MOVE: "arrow-up",
    OperationKind.IMPORT: "file-input",
    OperationKind.SETTINGS: "settings",
    OperationKind.ISSUE: "book-open",
    OperationKind.UNDO: "undo-2",
    OperationKind.REDO: "redo-2",
    OperationKind.TAKE_BACK: "undo-2",
    OperationKind.ACCEPT: "circle-check",
    OperationKind.WITHDRAW: "circle-x",
    OperationKind.FIX: "pencil",
    OperationKind.GLOSSARY: "book-open",
    OperationKind.KNOWN_WORDS: "book-open",
    OperationKind.ERASURE: "ban",
    OperationKind.REPAIR: "list-checks",
}
_EDGE = 4.0


class HistoryDialog(QDialog):
    """Steps at the left, what the current one changed at the right."""

    open_requested = Signal(str, str)
    """Table and UUID of the record to be shown."""

    def __init__(
        self,
        opened: OpenRegister,
        parent: QWidget | None = None,
        *,
        record: tuple[str, int] | None = None,
        name: str = "",
    ) -> None:
        """Read the newest steps, those of one record if it is given (table, id)."""
        super().__init__(parent)
        title = self.tr("History: %1").replace("%1", name) if name else self.tr("History")
        self.setWindowTitle(title)
        self._opened = opened
        self._record = record
        self._steps: list[Step] = []
        self._changes = StepChanges((), 0)
        self.filters = HistoryFilters(opened.ask(history.authors))
        self.line, self.author = self.filters.line, self.filters.author
        self.period, self.acts = self.filters.period, self.filters.acts
        self._model = EntryModel(self)
        self._list = EntryList(self.tr("Steps of the history"))
        self._list.setModel(self._model)
        self._older = QPushButton(self.tr("Show older"))
        self._title = QLabel()
        theme.set_look(self._title, Look.SECTION)
        self._when = QLabel()
        theme.set_look(self._when, Look.SMALL)
        self.details = StepDetails()
        self._note = QLabel()
        self._note.setWordWrap(True)
        theme.set_look(self._note, Look.SMALL)
        self._make_acts()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEARCH_DELAY_MS)
        self._soon.timeout.connect(self.read_again)
        self._connect()
        self.resize(theme.length(265), theme.length(155))
        self.read_again()

    def _make_acts(self) -> None:
        self.restore_button = QPushButton(self.tr("Bring the record back to what it was"))
        self.undelete_button = QPushButton(self.tr("Bring back what was deleted"))
        self.open_button = QPushButton(self.tr("Open the record"))
        self.take_back_button = QPushButton(self.tr("Take this step back"))
        for button, icon in (
            (self.restore_button, "rotate-cw"),
            (self.undelete_button, "rotate-cw"),
            (self.open_button, "external-link"),
            (self.take_back_button, "undo-2"),
        ):
            button.setAutoDefault(False)
            theme.give_icon(button, icon, "text", before_text=True)
        self.undo_button = QPushButton(self.tr("Undo the last act"))
        self.undo_button.setAutoDefault(False)
        theme.give_icon(self.undo_button, "undo-2", "text", before_text=True)

    def _lay_out(self) -> None:
        edge = theme.length(_EDGE)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._list, 1)
        column.addWidget(self._older)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, theme.length(3), 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(edge, 0, edge, 0)
        head.setSpacing(theme.length(1))
        head.addWidget(self._title)
        head.addWidget(self._when)
        column.addLayout(head)
        column.addWidget(self.details, 1)
        for pair in (
            (self.restore_button, self.open_button),
            (self.undelete_button, self.take_back_button),
        ):
            row = QHBoxLayout()
            row.setContentsMargins(edge, 0, edge, theme.length(2))
            row.setSpacing(theme.length(2))
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self._panes = QSplitter()
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(left)
        self._panes.addWidget(right)
        self._panes.setSizes([theme.length(117), theme.length(148)])
        self._panes.setStretchFactor(1, 1)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = dialog_foot([self.undo_button], [close], between=self._note, edge=_EDGE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.filters, hairline(), self._panes, hairline()):
            whole.addWidget(part, 1 if part is self._panes else 0)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.filters.typed.connect(self._soon.start)
        self.filters.chosen.connect(self.read_again)
        self._older.clicked.connect(self._read_older)
        self._list.selectionModel().currentChanged.connect(self._show_current)
        self.take_back_button.clicked.connect(self._take_current_back)
        self.restore_button.clicked.connect(self._restore_version)
        self.undelete_button.clicked.connect(self._restore_deleted)
        self.open_button.clicked.connect(self._open_record)
        self.undo_button.clicked.connect(self._opened.undo)
        self.details.restore_value_requested.connect(self._restore_value)
        self._opened.changed.connect(self.read_again)
        self._opened.read_anew.connect(self.read_again)

    # The list

    def read_again(self, _change: object = None) -> None:
        """Read the newest steps that the filters leave; the newest is the current one."""
        self._soon.stop()
        self._steps = []
        self._read_older()
        self.select_row(0)
        state = self._opened.register.undo_state()
        self.undo_button.setEnabled(state.undo is not None and not self._opened.register.read_only)
        self._note.setText(
            self.tr("Ctrl+Z · any number of steps can be undone, after a restart too")
        )

    def _read_older(self) -> None:
        before = self._steps[-1].operation.id if self._steps else None
        where = replace(self.filters.where(), record=self._record)
        try:
            found = self._opened.ask(history.steps, where, limit=_PAGE, before=before)
        except PartnersError as error:
            self._opened.failed.emit(error)
            return
        self._steps += found
        self._older.setVisible(len(found) == _PAGE)
        rows: list[Entry] = []
        day: date | None = None
        for step in self._steps:
            at = step.operation.at.astimezone()
            if at.date() != day:
                day = at.date()
                rows.append(heading(self._day_text(day)))
            rows.append(self._entry(step, at))
        if not rows:
            rows.append(heading(self.tr("No step matches the filters.")))
        self._model.set_entries(rows)
        if not self._steps:
            self._show_current()

    def _day_text(self, day: date) -> str:
        today = datetime.now().astimezone().date()
        form = "d MMMM" if day.year == today.year else "d MMMM yyyy"
        text = QLocale().toString(QDate(day.year, day.month, day.day), form)
        if day == today:
            return self.tr("Today, %1").replace("%1", text)
        if day == today - timedelta(days=1):
            return self.tr("Yesterday, %1").replace("%1", text)
        return text

    def _entry(self, step: Step, at: datetime) -> Entry:
        about = step.operation
        return Entry(
            _ICONS[about.kind],
            "text2",
            _title(step),
            about.label or (step.reverted.label if step.reverted else ""),
            "",
            step,
            faint=about.undone,
            time=f"{at:%H:%M}",
            aside=about.author,
            tag=self.tr("undone") if about.undone else "",
            quiet=True,
            gone=about.undone,
        )

    def select_row(self, number: int) -> None:
        """Make a step the current one; 0 is the newest that the filters leave."""
        if number < len(self._steps):
            row = self._model.row_of(self._steps[number])
            if row is not None:
                self._list.setCurrentIndex(self._model.index(row, 0))
                self._show_current()

    def steps(self) -> list[Step]:
        """Return the steps that the list shows."""
        return list(self._steps)

    def _current(self) -> Step | None:
        entry = self._model.entry(self._list.currentIndex())
        return entry.subject if entry is not None and isinstance(entry.subject, Step) else None

    # The current step

    def _show_current(self) -> None:
        step = self._current()
        self._changes = StepChanges((), 0)
        if step is not None:
            try:
                self._changes = self._opened.ask(history.changes_of_step, step.operation.id)
            except PartnersError as error:
                self._opened.failed.emit(error)
        writable = not self._opened.register.read_only
        self._title.setText(_title(step) if step is not None else "")
        self._when.setText(self._when_text(step) if step is not None else "")
        self.details.show_changes(self._changes, restorable=writable)
        record, changed = self._main_record()
        is_step = step is not None and history.can_take_back(step, self._changes)
        self.take_back_button.setVisible(is_step)
        self.take_back_button.setEnabled(is_step and writable)
        self.restore_button.setVisible(record is not None and changed)
        self.restore_button.setEnabled(writable)
        self.open_button.setVisible(record is not None)
        gone = [item for item in self._changes.records if item.deleted and not item.uuid]
        holds = step is not None and history.holds(step, self._changes)
        self.undelete_button.setVisible(holds and bool(gone))
        self.undelete_button.setEnabled(writable)

    def _main_record(self) -> tuple[Owner | None, bool]:
        """Return the only record that the step is about, if it is there, and whether it changed.

        What a step did to a list of a record alone, it did to the record. One that the step added
        did not change.
        """
        found: dict[tuple[str, int], bool] = {}
        there: list[Owner] = []
        for item in self._changes.records:
            if item.owner is not None:
                there.append(item.owner)
                found.setdefault((item.owner.table, item.owner.row_id), True)
            elif item.table in history.RECORDS:
                there += [Owner(item.table, item.row_id, item.uuid)] if item.uuid else []
                found[item.table, item.row_id] = not (item.added or item.deleted)
        if len(found) != 1 or not there:
            return None, False
        return there[0], all(found.values())

    def _when_text(self, step: Step) -> str:
        at = step.operation.at.astimezone()
        day = QLocale().toString(QDate(at.year, at.month, at.day), "d MMMM yyyy")
        return f"{day}, {at:%H:%M} · {step.operation.author}"

    def _open_record(self) -> None:
        record, _ = self._main_record()
        if record is not None:
            self.accept()
            self.open_requested.emit(record.table, record.uuid)

    def _do(self, act: Callable[[Register], ChangeSet], nothing: str) -> None:
        done = self._opened.do(act)
        if done is not None and not done:
            self._note.setText(nothing)

    def _restore_version(self) -> None:
        step, (record, _) = self._current(), self._main_record()
        if step is None or record is None:
            return
        restored: list[Restored] = []

        def act(register: Register) -> ChangeSet:
            restored.append(
                history.restore_version(register, record.table, record.row_id, step.operation.id)
            )
            return restored[0].applied

        self._do(act, self.tr("The record is what it was already."))
        if restored and restored[0].left:
            named = [
                f"{the_record(table)}: {name}" if name else the_record(table)
                for table, name in restored[0].left
            ]
            text = self.tr("Could not be brought back: %1").replace("%1", "; ".join(named))
            self._note.setText(text)

    def _restore_value(self, record: RecordChange, item: FieldChange) -> None:
        self._do(
            lambda register: history.restore_value(
                register, record.table, record.row_id, item.field, item.before
            ),
            self.tr("The field holds this value already."),
        )

    def _restore_deleted(self) -> None:
        step = self._current()
        if step is not None:
            self._do(
                lambda register: history.restore_deleted(register, step.operation.id),
                self.tr("Everything is there already."),
            )

    def _take_current_back(self) -> None:
        step = self._current()
        if step is None:
            return
        taken: list[TakeBack] = []

        def act(register: Register) -> ChangeSet:
            taken.append(register.take_back(step.operation.id))
            return taken[0].applied

        self._opened.do(act)
        if taken and taken[0].left:
            left = len(taken[0].left)
            self._note.setText(
                self.tr("%n record(s) changed since were left as they are", "", left)
            )


def _title(step: Step) -> str:
    """Return what a step did without its name, which stands under it."""
    about = replace(step.operation, label="")
    reverted = None if step.reverted is None else replace(step.reverted, label="")
    text = operation_text(about, reverted)
    return text[:1].upper() + text[1:]
