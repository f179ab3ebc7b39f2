"""The entries of an import's plan: which are shown, which are ticked, and what lacks a tick."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from partners_app.domain.content_tables import RECORDS
from partners_app.domain.import_lines import EntryLine
from partners_app.domain.import_plan import Doubt, ImportPlan, Outcome, PlanEntry
from partners_app.domain.names import fold_text
from partners_app.services.import_tables import cell_name
from partners_app.texts.imports import entry_reason, outcome_word, record_word
from partners_app.texts.tables import field_name
from partners_app.texts.values import value_text

Index = QModelIndex | QPersistentModelIndex

_NOT_SHOWN_ALONE = frozenset({"date_text", "text", "title", "dates", "name", "value", "heading"})
"""Fields that the line of an entry shows already."""


class Column(IntEnum):
    """The columns of the list."""

    TICK = 0
    OUTCOME = 1
    PARTNER = 2
    TEXT = 3
    CELL = 4


class Role(IntEnum):
    """What an index tells of its row besides Qt's own roles."""

    ENTRY = Qt.ItemDataRole.UserRole
    LINE = Qt.ItemDataRole.UserRole + 1
    CAPTION = Qt.ItemDataRole.UserRole + 2
    """What kind of record it is, and the fields that its line does not show; "" for an event."""
    REASON = Qt.ItemDataRole.UserRole + 3
    """Why somebody must look at it, or why it cannot be taken; "" for any other."""


class ImportPlanModel(QAbstractTableModel):
    """Rows to look at first, then what stays as it is; both in the order of the file.

    What somebody ticked or left out stays so when the plan is made again. A tick also ticks the
    new records that the entry belongs to.
    """

    ticked_changed = Signal()
    new_records_wanted = Signal(object)
    """Keys of entries that look like records and were ticked: they are others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[PlanEntry] = []
        self._lines: Mapping[str, EntryLine] = {}
        self._plan: ImportPlan | None = None
        self._places: dict[str, int] = {}
        self._shown: list[int] = []
        self._outcome: Outcome | None = None
        self._words: tuple[str, ...] = ()
        self._chosen: dict[str, bool] = {}
        self._written: frozenset[str] = frozenset()

    # The plan

    def set_plan(self, made: ImportPlan | None, lines: Mapping[str, EntryLine]) -> None:
        """Show another plan; the filter and what was ticked by hand stay."""
        self.beginResetModel()
        self._plan, self._lines = made, lines
        self._entries = [] if made is None else _in_order(made.entries)
        self._places = {entry.key: place for place, entry in enumerate(self._entries)}
        self._written = self._writable()
        self._shown = self._matching()
        self.endResetModel()
        self.ticked_changed.emit()

    def forget_ticks(self) -> None:
        """Tick what is proposed, whatever was ticked by hand."""
        self._chosen.clear()

    def counts(self) -> Mapping[Outcome, int]:
        """Return how many entries of each outcome there are, shown or not."""
        return Counter(entry.outcome for entry in self._entries)

    def entry_at(self, row: int) -> PlanEntry | None:
        """Return the entry of a row, None where there is no such row."""
        return self._entries[self._shown[row]] if 0 <= row < len(self._shown) else None

    def line_of(self, key: str) -> EntryLine | None:
        """Return the line of an entry."""
        return self._lines.get(key)

    def id_at(self, row: int) -> int:
        """Return the number of a row's entry, which a filter does not change."""
        return self._shown[row]

    def row_of(self, key: str) -> int | None:
        """Return the row that shows an entry, None while no row does."""
        place = self._places.get(key)
        try:
            return None if place is None else self._shown.index(place)
        except ValueError:
            return None

    # The filter

    def set_filter(self, outcome: Outcome | None, words: str) -> None:
        """Show the entries of one outcome (None: of all) in which all words occur."""
        wanted = tuple(fold_text(words).split())
        if (outcome, wanted) == (self._outcome, self._words):
            return
        self.beginResetModel()
        self._outcome, self._words = outcome, wanted
        self._shown = self._matching()
        self.endResetModel()

    def _matching(self) -> list[int]:
        rows: Iterable[int] = range(len(self._entries))
        if self._outcome is not None:
            rows = [row for row in rows if self._entries[row].outcome is self._outcome]
        if self._words:
            rows = [
                row
                for row in rows
                for text in (self._lines[self._entries[row].key].folded,)
                if all(word in text for word in self._words)
            ]
        return list(rows)

    # Ticks

    def is_ticked(self, entry: PlanEntry) -> bool:
        """Tell whether an entry is to be written."""
        return entry.can_be_written and self._chosen.get(entry.key, entry.is_proposed)

    def is_touched(self) -> bool:
        """Tell whether anything is ticked otherwise than it was proposed."""
        return any(
            place is not None and self._entries[place].is_proposed is not tick
            for key, tick in self._chosen.items()
            for place in (self._places.get(key),)
        )

    def ticked(self) -> frozenset[str]:
        """Return the keys of the entries that are written: ticked, and lacking nothing."""
        return self._written

    def set_ticks(self, rows: Iterable[int], ticked: bool, *, decides: bool = False) -> None:
        """Tick rows or leave them out; those that cannot be written stay as they are.

        ``decides``: of what looks like a record of the register, a tick says that it is another.
        """
        entries = [self.entry_at(row) for row in rows]
        others = [each.key for each in entries if each is not None and is_lookalike(each)]
        changed = False
        for entry in entries:
            if entry is not None and entry.can_be_written and self.is_ticked(entry) is not ticked:
                self._choose(entry, ticked)
                changed = True
        if changed:
            self._tell_ticks()
        if decides and ticked and others:
            self.new_records_wanted.emit(others)

    def _tell_ticks(self) -> None:
        self._written = self._writable()
        # What depends on these entries may stand anywhere.
        self.dataChanged.emit(
            self.index(0, Column.TICK), self.index(len(self._shown) - 1, Column.CELL)
        )
        self.ticked_changed.emit()

    def _choose(self, entry: PlanEntry, ticked: bool) -> None:
        self._chosen[entry.key] = ticked
        if not ticked:
            return
        for key in entry.needs:
            place = self._places.get(key)
            needed = None if place is None else self._entries[place]
            if needed is not None and needed.can_be_written and not self.is_ticked(needed):
                self._choose(needed, True)

    def tick_shown(self, ticked: bool) -> None:
        """Tick the shown rows, or leave all of them out.

        Deletions and what is doubtful are ticked only while the filter shows nothing else.
        """
        rows = self._ticked_together() if ticked else range(len(self._shown))
        self.set_ticks(rows, ticked)

    def _ticked_together(self) -> list[int]:
        entries = [self._entries[place] for place in self._shown]
        if self._outcome is None:
            return [row for row, entry in enumerate(entries) if entry.is_proposed]
        return [row for row, entry in enumerate(entries) if entry.can_be_written]

    def tick_of_shown(self) -> Qt.CheckState | None:
        """Return the common tick of the rows that are ticked together; None: there are none."""
        ticks = {self.is_ticked(self._entries[self._shown[row]]) for row in self._ticked_together()}
        if not ticks:
            return None
        if len(ticks) == 2:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if ticks.pop() else Qt.CheckState.Unchecked

    def _writable(self) -> frozenset[str]:
        if self._plan is None:
            return frozenset()
        ticked = (entry.key for entry in self._entries if self.is_ticked(entry))
        return frozenset(entry.key for entry in self._plan.writable(ticked))

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        entry = self.entry_at(index.row()) if index.isValid() else None
        if entry is not None and index.column() == Column.TICK and can_be_ticked(entry):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.TICK: "",
            Column.OUTCOME: self.tr("Outcome"),
            Column.PARTNER: self.tr("Partner"),
            Column.TEXT: self.tr("What will be written"),
            Column.CELL: self.tr("Cell"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry_at(index.row()) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Role.ENTRY:
                return entry
            case Role.LINE:
                return self._lines[entry.key]
            case Role.CAPTION:
                return self._caption(entry)
            case Role.REASON:
                return self._reason(entry)
            case Qt.ItemDataRole.CheckStateRole if index.column() == Column.TICK:
                if not can_be_ticked(entry):
                    return None
                ticked = self.is_ticked(entry)
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DisplayRole:
                return self._shown_text(entry, Column(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(entry, Column(index.column()))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.TICK:
            return False
        entry = self.entry_at(index.row())
        if entry is None or not can_be_ticked(entry):
            return False
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.set_ticks([index.row()], ticked, decides=True)
        return True

    # Words

    def _shown_text(self, entry: PlanEntry, column: Column) -> str:
        line = self._lines[entry.key]
        match column:
            case Column.TICK:
                return ""
            case Column.OUTCOME:
                return outcome_word(entry.outcome)
            case Column.PARTNER:
                return partner_of(entry)
            case Column.TEXT:
                return line.after or line.before
        return cell_name(entry.place) if entry.place is not None else ""

    def _spoken(self, entry: PlanEntry, column: Column) -> str:
        if column is Column.TICK:
            if not can_be_ticked(entry):
                return outcome_word(entry.outcome)
            ticked = self.tr("ticked") if self.is_ticked(entry) else self.tr("not ticked")
            return f"{outcome_word(entry.outcome)}, {ticked}"
        if column is not Column.TEXT:
            return self._shown_text(entry, column)
        line = self._lines[entry.key]
        parts = [self._caption(entry), self._reason(entry)]
        if line.before and line.after and line.before != line.after:
            parts += [
                self.tr("was: %1").replace("%1", line.before),
                self.tr("becomes: %1").replace("%1", line.after),
            ]
        else:
            parts.append(line.after or line.before)
        return ". ".join(part for part in parts if part)

    def _caption(self, entry: PlanEntry) -> str:
        parts = [] if entry.table in ("event", "") else [record_word(entry.table, entry.key)]
        if is_lookalike(entry) and entry.candidates:
            alike = "; ".join(candidate.label for candidate in entry.candidates)
            parts.append(self.tr("Alike: %1").replace("%1", alike))
        if any(old is not None for old, _ in entry.fields.values()):
            shown = entry.outcome is not Outcome.DELETED
            for name, (old, new) in entry.fields.items():
                if shown and name not in _NOT_SHOWN_ALONE:
                    parts.append(_change_words(entry.table, name, old, new))
        return " · ".join(parts)

    def _reason(self, entry: PlanEntry) -> str:
        reason = entry_reason(entry)
        if reason or not self.is_ticked(entry) or entry.key in self._written:
            return reason
        needed = next(
            (
                self._entries[self._places[key]].label
                for key in entry.needs
                if key in self._places and key not in self._written
            ),
            "",
        )
        text = self.tr("Not written, since what it belongs to is not: %1")
        return text.replace("%1", needed or partner_of(entry))


def is_lookalike(entry: PlanEntry) -> bool:
    """Tell whether an entry waits for somebody to say whether it is a record of the register."""
    return entry.doubt is Doubt.LOOKS_LIKE


def can_be_ticked(entry: PlanEntry) -> bool:
    """Tell whether an entry has a box: it can be written, or a tick makes it a new record."""
    return entry.can_be_written or is_lookalike(entry)


def partner_of(entry: PlanEntry) -> str:
    """Return the name of the place that an entry stands under; its own for a place."""
    if entry.table in ("region", "country", "partner"):
        return entry.label
    return entry.owner.rpartition(" · ")[2]


def _change_words(table: str, name: str, old: object, new: object) -> str:
    """Return a changed field in words: «вид: Встреча → Приём»."""
    before, after = (
        value_text(table, name, value) if isinstance(value, str | int | float | bool) else ""
        for value in (old, new)
    )
    return f"{field_name(name)}: {before or '–'} → {after or '–'}"


def _in_order(entries: Iterable[PlanEntry]) -> list[PlanEntry]:
    """Put what stays as it is last, all else and that in the order of the file."""
    sheets: dict[str, int] = {}
    tables = {table: number for number, table in enumerate(RECORDS)}

    def key(entry: PlanEntry) -> tuple[bool, bool, int, int, int]:
        place = entry.place
        at_end = place is None and entry.outcome is not Outcome.CHANGED
        sheet = sheets.setdefault(place.sheet, len(sheets)) if place is not None else -1
        row = place.row if place is not None else 0
        unchanged = entry.outcome is Outcome.UNCHANGED
        return unchanged, at_end, sheet, row, tables.get(entry.table, -1)

    return sorted(entries, key=key)
