"""What taking a file in would change: entries to look at, tick and decide, and what they write."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from partners_app.domain.changes import Change, ChangeSet, Row, Value
from partners_app.domain.findings import Finding
from partners_app.domain.incoming import Layout, SourcePlace
from partners_app.domain.order import placed
from partners_app.domain.vocabulary import OperationKind

__all__ = ["Candidate", "Doubt", "ImportPlan", "Outcome", "PlanEntry", "Siblings"]


class Outcome(StrEnum):
    """What would become of one record of a file."""

    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"
    UNCHANGED = "unchanged"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class Doubt(StrEnum):
    """Why a record is doubtful, and so is not written unless somebody says so.

    The first three ask for a decision, after which the plan is made again; what the others would
    write is known and need only be ticked.
    """

    LOOKS_LIKE = "looks_like"
    BAND_MISSING = "band_missing"
    PARENT_UNDECIDED = "parent_undecided"
    EMPTIED = "emptied"
    CHANGED_BOTH = "changed_both"
    DELETED_SINCE = "deleted_since"
    # Where what was exported is not known any more: whose change it is nobody can tell.
    CHANGED_EITHER = "changed_either"
    DELETED_OR_NEW = "deleted_or_new"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record of the register that a doubtful one may be; ``label`` is how a clerk knows it."""

    record: str
    label: str


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One record of a plan.

    ``record`` is its UUID, ``fields`` gives old and new value by field, ``place`` where it stands
    in the file and ``source`` what its cell says there. ``key`` names the entry for a decision and
    for what is ticked; ``needs`` are the keys of entries without which it cannot be written: the
    new records it belongs to. The order numbers of new and moved rows in ``changes`` are not yet
    the right ones: those are given when it is known what is written.
    """

    key: str
    outcome: Outcome
    table: str
    record: str
    label: str
    owner: str = ""
    fields: Mapping[str, tuple[Value, Value]] = field(default_factory=dict)
    place: SourcePlace | None = None
    source: str = ""
    doubt: Doubt | None = None
    reason: Finding | None = None
    candidates: tuple[Candidate, ...] = ()
    needs: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def can_be_written(self) -> bool:
        """Tell whether there is something to tick."""
        return bool(self.changes)

    @property
    def is_proposed(self) -> bool:
        """Tell whether it is written unless somebody leaves it out."""
        return self.can_be_written and self.outcome in (Outcome.NEW, Outcome.CHANGED)

    @property
    def sheet(self) -> str | None:
        """The sheet it stands in, None for a file without sheets."""
        return self.place.sheet if self.place is not None else None

    @property
    def row(self) -> int | None:
        """The row of the sheet, None for a file without sheets."""
        return self.place.row if self.place is not None else None


@dataclass(frozen=True, slots=True)
class Siblings:
    """The rows of one list: as they stand in the register, and as the file orders them.

    ``now`` is (id, position) in order. ``wanted`` holds ids, negative ones for rows to come;
    ``moved`` those of it that the file put elsewhere.
    """

    table: str
    now: tuple[tuple[int, int], ...]
    wanted: tuple[int, ...]
    moved: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What taking in a file changes; ``unchanged`` counts the records that stay as they are.

    ``register_uuid`` and ``change_seq`` are the state of the register it was made for, ``sha256``
    the file. ``taken_in`` says when and by whom the same file was taken in before.
    """

    path: Path
    layout: Layout
    entries: tuple[PlanEntry, ...] = ()
    problems: tuple[Finding, ...] = ()
    siblings: tuple[Siblings, ...] = ()
    bookkeeping: tuple[Change, ...] = ()
    year: int | None = None
    sha256: str = ""
    register_uuid: str = ""
    change_seq: int = 0
    taken_in: tuple[datetime, str] | None = None

    def of(self, outcome: Outcome) -> tuple[PlanEntry, ...]:
        """Return the entries of one outcome, in the order of the file."""
        return tuple(entry for entry in self.entries if entry.outcome is outcome)

    @property
    def unchanged(self) -> int:
        """The number of records that the file tells as they are."""
        return len(self.of(Outcome.UNCHANGED))

    def proposed(self) -> frozenset[str]:
        """Return the keys of the entries that are written unless somebody leaves them out."""
        return frozenset(entry.key for entry in self.entries if entry.is_proposed)

    def writable(self, ticked: Iterable[str]) -> list[PlanEntry]:
        """Return the ticked entries without those that need one that is not ticked."""
        wanted = set(ticked)
        kept = {entry.key for entry in self.entries if entry.key in wanted and entry.can_be_written}
        standing = [entry for entry in self.entries if entry.key in kept]
        # Records may need each other: what lacks something goes, and then what lacked that.
        while lacking := {entry.key for entry in standing if not kept.issuperset(entry.needs)}:
            kept -= lacking
            standing = [entry for entry in standing if entry.key in kept]
        return standing

    def change_set(self, ticked: Iterable[str]) -> ChangeSet:
        """Return the one step that writes the ticked entries; empty when nothing is."""
        rows: dict[tuple[str, int], Change] = {}
        for entry in self.writable(ticked):
            for change in entry.changes:
                key = (change.table, change.id)
                rows[key] = _joined(rows[key], change) if key in rows else change
        for siblings in self.siblings:
            _give_positions(siblings, rows)
        if not rows:
            return ChangeSet(OperationKind.IMPORT)
        changes = (*rows.values(), *self.bookkeeping)
        return ChangeSet(OperationKind.IMPORT, changes, "register", self.path.name)


_LED_BY = {"event_link": "partner_id", "agreement_link": "other_id"}
"""Which field of a row says where it leads."""


def _joined(first: Change, second: Change) -> Change:
    """Join two updates of one row, or let an update find its row deleted.

    What was led elsewhere does not go with what it left: the place of an event with its cell, a
    link between agreements with the one it named before.
    """
    if first.after is None or second.after is None:
        gone, left = (first, second) if first.after is None else (second, first)
        is_led = left.after is not None and _LED_BY.get(left.table, "") in left.after
        return left if is_led else gone
    if first.before is None or second.before is None:
        raise ValueError("a row is inserted once")
    return Change(
        first.table,
        first.id,
        {**first.before, **second.before},
        {**first.after, **second.after},
    )


def _give_positions(siblings: Siblings, rows: dict[tuple[str, int], Change]) -> None:
    """Give order numbers to the new and moved rows of one list that are written."""
    table = siblings.table

    def written(row_id: int) -> Change | None:
        return rows.get((table, row_id))

    here = {row_id for row_id, _ in siblings.now}
    placing = [
        row_id
        for row_id in siblings.wanted
        if (change := written(row_id)) is not None
        and change.after is not None
        and (row_id in siblings.moved or change.before is None or row_id not in here)
    ]
    if not placing:
        return
    leaving = {
        row_id
        for row_id in here
        if (change := written(row_id)) is not None
        and (change.after is None or _changes_parent(change))
    }
    now = [(row_id, number) for row_id, number in siblings.now if row_id not in leaving]
    old = dict(siblings.now)
    for row_id, number in placed(now, siblings.wanted, placing).items():
        change = written(row_id)
        if change is None:
            rows[table, row_id] = Change(
                table, row_id, {"position": old[row_id]}, {"position": number}
            )
        elif change.before is None:
            rows[table, row_id] = Change(
                table, row_id, None, {**_row(change.after), "position": number}
            )
        else:
            before = {**change.before}
            before.setdefault("position", old.get(row_id, before.get("position")))
            rows[table, row_id] = Change(
                table, row_id, before, {**_row(change.after), "position": number}
            )


def _changes_parent(change: Change) -> bool:
    return change.after is not None and any(
        name in change.after for name in ("region_id", "country_id", "partner_id")
    )


def _row(row: Row | None) -> Row:
    assert row is not None
    return row
