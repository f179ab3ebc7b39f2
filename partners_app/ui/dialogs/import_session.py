"""One import from the file to the written step: what was read, decided and planned so far.

Reading, planning and writing run in the background; the dialog asks for them and shows what came.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal

from partners_app.domain.changes import ChangeSet
from partners_app.domain.column_mapping import ColumnMapping, TableField
from partners_app.domain.errors import Abandoned, FileChanged, InputBroken, PlanOutdated
from partners_app.domain.findings import Finding
from partners_app.domain.import_lines import EntryLine, entry_lines
from partners_app.domain.import_plan import Doubt, ImportPlan, Outcome, PlanEntry
from partners_app.domain.incoming import Incoming, Layout
from partners_app.domain.input_problems import InputProblem
from partners_app.services import import_sources, import_tables, importing
from partners_app.services.import_sources import FoundTable, OpenedFile
from partners_app.services.register import Register
from partners_app.ui.background import Background
from partners_app.ui.widgets.import_details import Asked, Question

__all__ = ["ImportSession", "Stage", "WrittenImport"]

_ASKING = (Doubt.LOOKS_LIKE, Doubt.BAND_MISSING)
"""The doubts that candidates are offered for."""


class Stage(Enum):
    """How far an import has come."""

    READING = "reading"
    NEEDS_TABLE = "needs_table"
    NEEDS_YEAR = "needs_year"
    FAILED = "failed"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class WrittenImport:
    """What was written out of a file: numbers of records, the number of the step.

    ``years`` are the report years of the events that are new.
    """

    name: str
    years: frozenset[int]
    new: int
    changed: int
    deleted: int
    step: int
    change_set: ChangeSet


class ImportSession(QObject):
    """Reads and plans again whenever something is decided; what was decided before stays."""

    changed = Signal()
    """The stage, the tables or the plan is another one."""
    busy_changed = Signal(bool)
    failed = Signal(object)
    """The PartnersError of a writing that wrote nothing; the plan still stands."""
    outdated = Signal(bool)
    """The plan is being made again: the file changed (True), or the register did (False)."""
    stopped = Signal()
    """The reading was stopped before there was a plan."""
    written = Signal(object)
    """The WrittenImport."""

    def __init__(
        self, register: Register, background: Background, parent: QObject | None = None
    ) -> None:
        """Have no file yet."""
        super().__init__(parent)
        self._register, self._background = register, background
        self._stop: Event | None = None
        self._abandon: Callable[[], None] = lambda: None
        self.stage = Stage.READING
        self.path = Path()
        self.opened: OpenedFile | None = None
        self.table: FoundTable | None = None
        self.year: int | None = None
        self.include_hidden = False
        self.incoming: Incoming | None = None
        self.plan: ImportPlan | None = None
        self.lines: Mapping[str, EntryLine] = {}
        self.error: Exception | None = None
        self.decisions: dict[str, str] = {}
        self.questions: dict[str, Question] = {}
        self.is_writing = False
        self._mapping: ColumnMapping | None = None
        self._planned = self._choices()

    def _choices(
        self,
    ) -> tuple[FoundTable | None, ColumnMapping | None, int | None, bool, dict[str, str]]:
        """Return what a plan depends on besides the file and the register."""
        return self.table, self._mapping, self.year, self.include_hidden, dict(self.decisions)

    @property
    def busy(self) -> bool:
        """Whether something is read, planned or written."""
        return self._stop is not None

    # What a clerk does

    def open(self, path: Path, *, by_hand: bool = False) -> None:
        """Read a file; ``by_hand``: a clerk is to say what the columns of its tables hold."""
        self.path, self.stage = path, Stage.READING
        self._forget()
        self.changed.emit()
        self._read_file(by_hand=by_hand, then=self._take_file)

    def choose(self, table: FoundTable) -> None:
        """Take another table of the file."""
        self.table, self._mapping, self.year, self.include_hidden = table, None, None, False
        self.read_again()

    def set_year(self, year: int | None) -> None:
        """Say the report year of a table that names none."""
        if year != self.year:
            self.year = year
            self.read_again()

    def set_include_hidden(self, include: bool) -> None:
        """Take hidden rows in too, or leave them out."""
        self.include_hidden = include
        self.read_again()

    def set_mapping(self, mapping: ColumnMapping) -> None:
        """Say what the columns of the table hold; it is remembered when the plan is written."""
        assert self.table is not None
        self.table, self._mapping = import_tables.as_flat(self.table, mapping), mapping
        self.read_again()

    def decide(self, answers: Mapping[str, str]) -> None:
        """Say, by their keys, which records doubtful ones are, "" for a new one; plan again."""
        for entry in self.plan.entries if self.plan is not None else ():
            if entry.key in answers and entry.doubt in _ASKING:
                self.questions[entry.key] = Question(entry.doubt, entry.candidates)
        if any(self.decisions.get(key) != record for key, record in answers.items()):
            self.decisions.update(answers)
            self.plan_again()

    def undecided_columns(self) -> list[int]:
        """Return the columns with values of which nobody has said what they hold."""
        mapping = self.table.mapping if self.table is not None else None
        if self.table is None or mapping is None:
            return []
        values = import_tables.first_values(self.table, mapping, 1)
        return [
            column
            for column, meaning in mapping.fields.items()
            if meaning is TableField.UNKNOWN and values[column]
        ]

    def asked(self, entry: PlanEntry) -> Asked:
        """Return what is asked about an entry, or was and is answered by now."""
        if entry.doubt in _ASKING:
            return Asked(Question(entry.doubt, entry.candidates))
        return Asked(self.questions.get(entry.key), self.decisions.get(entry.key))

    def source(self, entry: PlanEntry) -> str:
        """Return what stands in the file where an entry comes from."""
        return "" if self.opened is None else import_tables.source_text(self.opened, entry)

    def undecided_parent(self, key: str) -> str | None:
        """Return the entry that must be decided about before another one can be."""
        entries = self.plan.entries if self.plan is not None else ()
        owner = next((entry.owner for entry in entries if entry.key == key), "")
        for entry in entries:
            path = " · ".join(filter(None, [entry.owner, entry.label]))
            stands_above = owner in (entry.label, path) or owner.startswith(f"{entry.label} · ")
            if entry.doubt in _ASKING and entry.table in ("country", "partner") and stands_above:
                return entry.key
        return None

    def entry_about(self, finding: Finding) -> str | None:
        """Return the key of the entry that a finding is about: its record, else its row."""
        sheet, row = finding.values.get("sheet"), finding.values.get("row")
        for entry in self.plan.entries if self.plan is not None else ():
            is_record = finding.record and entry.record == finding.record
            if is_record or (row and entry.sheet == sheet and str(entry.row) == row):
                return entry.key
        return None

    # Reading and planning

    def read_again(self) -> None:
        """Read the chosen table and plan what it changes."""
        opened, table = self.opened, self.table
        assert opened is not None
        if opened.layout is None and table is None:
            self.stage = Stage.NEEDS_TABLE
            self.changed.emit()
            return
        register, year, include_hidden = self._register, self.year, self.include_hidden
        decisions, mapping = dict(self.decisions), self._mapping

        def work() -> tuple[Incoming, ImportPlan, dict[str, EntryLine]]:
            incoming = import_sources.read_table(
                register, opened, table, year=year, include_hidden=include_hidden
            )
            made = importing.plan(register, incoming, decisions, mapping=mapping)
            return incoming, made, entry_lines(incoming, made)

        self._run(work, self._take_plan, self._take_failure)

    def plan_again(self) -> None:
        """Compare what was read with the register as it is now."""
        incoming, mapping, register = self.incoming, self._mapping, self._register
        decisions = dict(self.decisions)
        if incoming is None:
            return

        def work() -> tuple[Incoming, ImportPlan, dict[str, EntryLine]]:
            made = importing.plan(register, incoming, decisions, mapping=mapping)
            return incoming, made, entry_lines(incoming, made)

        self._run(work, self._take_plan, self._take_failure)

    def _forget(self) -> None:
        self.opened = self.table = self.incoming = self.plan = self.error = self._mapping = None
        self.year, self.include_hidden, self.lines = None, False, {}
        self.decisions, self.questions = {}, {}

    def _read_file(self, *, by_hand: bool, then: Callable[[OpenedFile], None]) -> None:
        register, path, stop = self._register, self.path, Event()

        def work() -> OpenedFile:
            if by_hand:
                return import_tables.open_by_hand(path, cancelled=stop.is_set)
            return import_sources.open_file(register, path, cancelled=stop.is_set)

        self._run(work, then, self._take_failure, stop=stop)

    def _take_file(self, opened: OpenedFile) -> None:
        self.opened = opened
        shown = [table for table in opened.tables if not import_tables.is_hidden(table)]
        self.table = shown[0] if shown else None
        self.read_again()

    def _take_changed_file(self, opened: OpenedFile) -> None:
        """Go on with the table of the same sheet, understood as it was."""
        before, mapping = self.table, self._mapping
        self.opened, self.table = opened, None
        for table in opened.tables:
            if before is not None and table.sheet == before.sheet:
                self.table = table if mapping is None else import_tables.as_flat(table, mapping)
        if before is not None and self.table is None:
            self._mapping = None
            self._take_file(opened)
        else:
            self.read_again()

    def _take_plan(self, found: tuple[Incoming, ImportPlan, dict[str, EntryLine]]) -> None:
        self.incoming, self.plan, self.lines = found
        self.stage, self.error = Stage.READY, None
        self._planned = self._choices()
        self.changed.emit()

    def _take_failure(self, error: Exception) -> None:
        if isinstance(error, Abandoned):
            return
        is_year = isinstance(error, InputBroken) and error.problem == InputProblem.YEAR_MISSING
        self.stage = Stage.NEEDS_YEAR if is_year else Stage.FAILED
        self.error, self.plan, self.incoming = error, None, None
        self.changed.emit()

    @property
    def asks_for_year(self) -> bool:
        """Whether the table itself names no year, or somebody has given one."""
        if self.stage is Stage.READING:
            return False
        if self.stage is Stage.NEEDS_YEAR or self.year is not None:
            return True
        if self.table is None or self.table.layout is not Layout.FLAT:
            return False
        return self.incoming is not None and self.incoming.year is None

    # Writing

    def write(self, ticked: frozenset[str]) -> None:
        """Write the ticked entries; what the plan was made from is looked at once more."""
        made, register = self.plan, self._register
        assert made is not None

        def work() -> WrittenImport:
            applied = importing.apply(register, made, ticked)
            (newest, *_) = register.history(limit=1)
            numbers = Counter(entry.outcome for entry in made.entries if entry.key in ticked)
            return WrittenImport(
                made.path.name,
                _years(applied.change_set),
                numbers[Outcome.NEW],
                numbers[Outcome.CHANGED] + numbers[Outcome.DOUBTFUL],
                numbers[Outcome.DELETED],
                newest.id,
                applied.change_set,
            )

        self.is_writing = True
        self._run(work, self._tell_written, self._not_written)

    def _tell_written(self, written: WrittenImport) -> None:
        self.is_writing = False
        self.written.emit(written)

    def _not_written(self, error: Exception) -> None:
        self.is_writing = False
        if isinstance(error, PlanOutdated):
            self.outdated.emit(False)
            self.plan_again()
        elif isinstance(error, FileChanged):
            self.outdated.emit(True)
            self._read_file(by_hand=False, then=self._take_changed_file)
        elif not isinstance(error, Abandoned):
            self.failed.emit(error)

    # Tasks

    def cancel(self) -> None:
        """Stop what is going on, unless it is being written already, and go back to the plan."""
        if self._stop is None:
            return
        self._stop.set()
        self._abandon()
        if self.is_writing:
            return
        self._stop = None
        self.busy_changed.emit(False)
        if self.plan is None:
            self.stopped.emit()
            return
        # What was to be planned was not: the choices are again those that the plan shows.
        self.table, self._mapping, self.year, self.include_hidden, self.decisions = self._planned
        self.changed.emit()

    def close(self) -> None:
        """Be told of nothing any more."""
        if self._stop is not None:
            self._stop.set()
        self._stop = None

    def _run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        stop: Event | None = None,
    ) -> None:
        token = stop or Event()
        was_busy, self._stop = self.busy, token

        def finish(then: Callable[[Any], None]) -> Callable[[Any], None]:
            def finished(result: Any) -> None:
                # What was stopped, or overtaken by another task, is nobody's business any more.
                if self._stop is not token:
                    return
                self._stop = None
                then(result)
                if self._stop is None:
                    self.busy_changed.emit(False)

            return finished

        self._abandon = self._background.run(work, done=finish(done), failed=finish(failed))
        if not was_busy:
            self.busy_changed.emit(True)


def _years(change_set: ChangeSet) -> frozenset[int]:
    events = (item for item in change_set.changes if item.table == "event" and not item.before)
    found = ((item.after or {}).get("report_year") for item in events)
    return frozenset(year for year in found if isinstance(year, int))
