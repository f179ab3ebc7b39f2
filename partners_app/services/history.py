"""The history as a clerk reads it: who changed what, of the register and of one record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partners_app.domain.changes import Change, ChangeSet, Row, Value, update
from partners_app.domain.errors import NothingToUndo
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.record_places import Place, RecordPlaces
from partners_app.services.register import Operation, Register
from partners_app.services.row_changes import label_of, row_or_missing
from partners_app.storage import history_search, record_versions, rows, trash
from partners_app.storage.engine import Connection
from partners_app.storage.history_search import RECORDS, StepFilter
from partners_app.storage.journal import OWNERS, squashed_until, undo_floor
from partners_app.storage.record_versions import NotRestored
from partners_app.storage.schema import JOURNALLED, references

__all__ = [
    "RECORDS",
    "FieldChange",
    "Owner",
    "RecordChange",
    "Restored",
    "Step",
    "StepChanges",
    "StepFilter",
    "authors",
    "can_take_back",
    "changes_of_step",
    "changes_of_steps",
    "described",
    "holds",
    "restore_deleted",
    "restore_value",
    "restore_version",
    "steps",
]

RECORDS_SHOWN = 30
"""Of a step that changed more records than this, only the first ones are read."""

_NOT_TAKEN_BACK = frozenset(map(OperationKind, ["create", "undo", "redo", "erasure"]))
_SILENT = frozenset(
    [
        *("uuid", "position", "sha256", "layout", "origin_uuid", "origin_change_seq"),
        *("options", "report", "workbook", "workbook_sha256", "app_version", "issued_at"),
    ]
)
"""Fields that say nothing to a reader of an addition or a deletion."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step, and the one that it undid, did again or took back."""

    operation: Operation
    reverted: Operation | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: its column and what it held before and after; None where there was no row."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Owner:
    """A record that is there and that a row of a list belongs to."""

    table: str
    row_id: int
    uuid: str


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What a step did to one row; ``added`` and ``deleted`` are never both true.

    ``uuid`` is that of the record when it is there now, else "". ``title`` and ``place`` are how
    it is called now or was called last. ``owner`` is the record that a row of a list belongs to.
    """

    table: str
    row_id: int
    uuid: str
    title: str
    place: Place
    fields: tuple[FieldChange, ...]
    added: bool
    deleted: bool
    owner: Owner | None = None


@dataclass(frozen=True, slots=True)
class StepChanges:
    """The first rows that a step changed, and how many it changed.

    ``kept``: false where the register no longer keeps the values of steps that old. ``undoable``:
    false where undo does not reach, behind an erasure or the beginning.
    """

    records: tuple[RecordChange, ...]
    total: int
    kept: bool = True
    undoable: bool = True


@dataclass(frozen=True, slots=True)
class Restored:
    """What bringing back a version wrote, and what of its lists could not come back.

    ``left`` holds the table of each such row and the name of what it led to.
    """

    applied: ChangeSet
    left: tuple[tuple[str, str], ...]


def steps(
    register: Register, where: StepFilter, *, limit: int = 200, before: int | None = None
) -> list[Step]:
    """Return the steps that match a filter, newest first."""
    return register.read(_steps, where, limit, before)


def _steps(connection: Connection, where: StepFilter, limit: int, before: int | None) -> list[Step]:
    found = history_search.operations(connection, where, limit=limit, before=before)
    known = {item.id: item for item in found}

    def reverted(number: int | None) -> Operation | None:
        if number is None or number in known:
            return None if number is None else known[number]
        return history_search.operation_by_id(connection, number)

    return [Step(item, reverted(item.reverts)) for item in found]


def authors(register: Register) -> list[str]:
    """Return everybody who has written in the register."""
    return register.read(history_search.authors)


def described(register: Register, changes: Sequence[Change]) -> list[RecordChange]:
    """Return changes that need not be written, with the names and places of their records."""
    return register.read(_described, changes)


def _described(connection: Connection, changes: Sequence[Change]) -> list[RecordChange]:
    names = RecordPlaces(connection)
    return [_record_change(connection, names, item) for item in changes]


def changes_of_step(
    register: Register, operation_id: int, *, limit: int = RECORDS_SHOWN
) -> StepChanges:
    """Return what a step changed, records before their parts."""
    return register.read(_changes_of_step, operation_id, limit)


def changes_of_steps(
    register: Register, where: StepFilter, *, most: int, limit: int = RECORDS_SHOWN
) -> list[tuple[Step, StepChanges]]:
    """Return the steps that match a filter, the newest ``most`` of them, each with its changes."""
    return register.read(_changes_of_steps, where, most, limit)


def _changes_of_steps(
    connection: Connection, where: StepFilter, most: int, limit: int
) -> list[tuple[Step, StepChanges]]:
    names = RecordPlaces(connection)
    return [
        (step, _changes(connection, names, step.operation.id, limit))
        for step in _steps(connection, where, most, None)
    ]


def _changes_of_step(connection: Connection, operation_id: int, limit: int) -> StepChanges:
    return _changes(connection, RecordPlaces(connection), operation_id, limit)


def _changes(
    connection: Connection, names: RecordPlaces, operation_id: int, limit: int
) -> StepChanges:
    if operation_id <= squashed_until(connection):
        # What they left stands in the steps that made the records, not what they did.
        return StepChanges((), 0, kept=False, undoable=False)
    found, total = history_search.first_changes(connection, operation_id, limit)
    records = tuple(_record_change(connection, names, item) for item in found)
    return StepChanges(records, total, undoable=operation_id > undo_floor(connection))


def _record_change(connection: Connection, names: RecordPlaces, item: Change) -> RecordChange:
    now = rows.load(connection, item.table, [item.id]).get(item.id)
    whole: Mapping[str, Any] = now or item.before or item.after or {}
    if now is None and (item.before is not None and item.after is not None):
        whole = history_search.last_rows(connection, item.table, [item.id]).get(item.id, whole)
    return RecordChange(
        item.table,
        item.id,
        str(now["uuid"]) if now is not None else "",
        _title(item.table, whole),
        _place(connection, names, item.table, item.id, whole),
        tuple(_fields(names, item)),
        added=item.before is None,
        deleted=item.after is None,
        owner=_owner(connection, item.table, whole),
    )


def _owner(connection: Connection, table: str, row: Mapping[str, Any]) -> Owner | None:
    for owner in OWNERS.get(table, ()):
        number = row.get(f"{owner}_id")
        if isinstance(number, int):
            for row_id, found in rows.load(connection, owner, [number]).items():
                return Owner(owner, row_id, str(found["uuid"]))
    return None


def _fields(names: RecordPlaces, item: Change) -> list[FieldChange]:
    before, after = item.before or {}, item.after or {}
    refers = references(JOURNALLED[item.table])
    whole = item.before is None or item.after is None
    found = []
    for field in {**before, **after}:
        old, new = before.get(field), after.get(field)
        if field in refers:
            old, new = (_named(names, refers[field], value) for value in (old, new))
        if whole and (field in _SILENT or field in refers or not (_said(old) or _said(new))):
            continue
        found.append(FieldChange(field, old, new))
    return found


def _said(value: Value) -> bool:
    return value is not None and value != ""


def _named(names: RecordPlaces, table: str, row_id: Value) -> Value:
    """Return the name of the place that a row refers to; a number where it has none."""
    of = {"partner": names.of_partner, "country": names.of_country, "region": names.of_region}
    place = of[table](row_id) if table in of else ()
    return " › ".join(place) if place else row_id


def _title(table: str, row: Mapping[str, Any]) -> str:
    fields = ("date_text", "text") if table == "event" else ("name", "title", "date_text", "key")
    return next((str(row[field]) for field in fields if row.get(field)), "")


def _place(
    connection: Connection, names: RecordPlaces, table: str, row_id: int, row: Mapping[str, Any]
) -> Place:
    match table:
        case "region":
            return ()
        case "country":
            return names.of_region(row.get("region_id"))
        case "partner":
            return names.of_country(row.get("country_id"))
        case "event":
            links = rows.children(connection, "event", [row_id]).get("event_link", set())
            found = rows.load(connection, "event_link", links)
            return next((names.of_link(link) for link in found.values()), ())
        case "agreement_date" | "agreement_link":
            number = row.get("agreement_id")
            owner = rows.load(connection, "agreement", [number]) if isinstance(number, int) else {}
            return next((names.of_link(item) for item in owner.values()), ())
        case _:
            return names.of_link(row)


def can_take_back(step: Step, changes: StepChanges) -> bool:
    """Tell whether a step can be taken back: it holds, and undo reaches it."""
    return changes.undoable and holds(step, changes)


def holds(step: Step, changes: StepChanges) -> bool:
    """Tell whether a step was not undone yet, and its values are kept: what it deleted can return.

    Behind an erasure, too.
    """
    about = step.operation
    return changes.kept and not about.undone and about.kind not in _NOT_TAKEN_BACK


def restore_value(
    register: Register, table: str, row_id: int, field: str, value: Value
) -> ChangeSet:
    """Give one field of a record a value that it had; RecordMissing when the record is gone."""
    row = row_or_missing(register, table, row_id)
    return _write(register, table, row_id, row, {**row, field: value})


def restore_version(register: Register, table: str, row_id: int, operation_id: int) -> Restored:
    """Give a record the fields and the lists that it had before a step, in one step.

    Where it stands is left as it is. RecordMissing when the record is gone: it is brought back
    from its deletion then. NothingToUndo where the values of the step are no longer kept.
    """
    _check_kept(register, operation_id)
    row = row_or_missing(register, table, row_id)
    changes, left = register.read(record_versions.restoring_changes, table, row_id, operation_id)
    label = label_of(register, table, row_id, _naming(table, row))
    names = register.read(_names_of_left, left)
    applied = register.apply(ChangeSet(OperationKind.EDIT, changes, table, label))
    return Restored(applied, names)


def _names_of_left(
    connection: Connection, left: Sequence[NotRestored]
) -> tuple[tuple[str, str], ...]:
    found = []
    for item in left:
        table, row = item.table, item.row
        if item.missing is not None:
            table, number = item.missing
            row = history_search.last_rows(connection, table, [number]).get(number, {})
        found.append((item.table, _title(table, row)))
    return tuple(found)


def _naming(table: str, row: Row) -> Row:
    """Return the fields of a row that may name it."""
    fields = ("name", "title", "text", "date_text")
    return row if table == "partner" else {field: row[field] for field in fields if field in row}


def _write(register: Register, table: str, row_id: int, row: Row, after: Row) -> ChangeSet:
    change = update(table, row_id, row, after)
    changes = () if change is None else (change,)
    label = label_of(register, table, row_id, _naming(table, row))
    return register.apply(ChangeSet(OperationKind.EDIT, changes, table, label))


def restore_deleted(register: Register, operation_id: int) -> ChangeSet:
    """Bring back what a step deleted, with the parents that are gone by now, in one step.

    NothingToUndo where the values of the step are no longer kept.
    """
    _check_kept(register, operation_id)
    return register.apply(register.read(trash.restoring_change_set, operation_id))


def _check_kept(register: Register, operation_id: int) -> None:
    if operation_id <= register.read(squashed_until):
        raise NothingToUndo
