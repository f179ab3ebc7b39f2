"""What the journal remembers: the steps to undo and redo, the history, taking back one step."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, exists, func, or_, select

from partners_app.domain.changes import Change, ChangeSet, Row
from partners_app.domain.errors import NothingToRedo, NothingToUndo, RecordMissing
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage.journal import changes_of, inverse, rows_by_id
from partners_app.storage.schema import JOURNALLED, change, operation, references, register_meta

_NOT_STEPS = (OperationKind.UNDO.value, OperationKind.REDO.value)

_undoing = operation.alias("undoing")
_redoing = operation.alias("redoing")
_undone = exists(
    select(_undoing.c.id).where(
        _undoing.c.reverts == operation.c.id,
        _undoing.c.kind == OperationKind.UNDO.value,
        ~exists(
            select(_redoing.c.id).where(
                _redoing.c.reverts == _undoing.c.id,
                _redoing.c.kind == OperationKind.REDO.value,
            )
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Operation:
    """One step of the history; ``at`` is in UTC, ``reverts`` the number of the step it inverts."""

    id: int
    uuid: str
    kind: OperationKind
    subject: str
    label: str
    author: str
    at: datetime
    reverts: int | None
    undone: bool


@dataclass(frozen=True, slots=True)
class UndoState:
    """The steps that undo and redo would take back and do again."""

    undo: Operation | None
    redo: Operation | None


@dataclass(frozen=True, slots=True)
class Left:
    """A row that taking back an operation left alone, and its fields touched since.

    No fields: something else came to depend on the row, or the row is gone.
    """

    table: str
    row_id: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One change of one row: by which operation, old and new fields."""

    operation: Operation
    before: Row | None
    after: Row | None


def _operations() -> Select[tuple[object, ...]]:
    columns = [operation.c[name] for name in ("id", "uuid", "kind", "subject", "label", "author")]
    return select(*columns, operation.c.at, operation.c.reverts, _undone.label("undone"))


def _operation(row: tuple[object, ...]) -> Operation:
    number, uuid, kind, subject, label, author, at, reverts, undone = row
    assert isinstance(number, int)
    return Operation(
        number,
        str(uuid),
        OperationKind(str(kind)),
        str(subject),
        str(label),
        str(author),
        datetime.fromisoformat(str(at)),
        reverts if isinstance(reverts, int) else None,
        bool(undone),
    )


def undo_state(connection: Connection) -> UndoState:
    """Return what undo and redo would do now.

    Undo inverts the newest step that is neither an undo or redo nor already undone, and that
    stands above the floor (the making of the register, an erasure). Redo does the newest undone
    step again, until any new step drops it.
    """
    floor = select(register_meta.c.undo_floor).scalar_subquery()
    undo = connection.execute(
        _operations()
        .where(operation.c.kind.not_in(_NOT_STEPS), ~_undone, operation.c.id > floor)
        .order_by(operation.c.id.desc())
        .limit(1)
    ).first()
    newest_step = (
        select(func.coalesce(func.max(operation.c.id), 0))
        .where(operation.c.kind.not_in(_NOT_STEPS))
        .scalar_subquery()
    )
    undone_by = connection.execute(
        select(operation.c.reverts)
        .where(
            operation.c.kind == OperationKind.UNDO.value,
            operation.c.id > newest_step,
            ~exists(
                select(_redoing.c.id).where(
                    _redoing.c.reverts == operation.c.id,
                    _redoing.c.kind == OperationKind.REDO.value,
                )
            ),
        )
        .order_by(operation.c.id.desc())
        .limit(1)
    ).scalar()
    redo = None
    if undone_by is not None:
        redo = connection.execute(_operations().where(operation.c.id == undone_by)).first()
    return UndoState(
        None if undo is None else _operation(tuple(undo)),
        None if redo is None else _operation(tuple(redo)),
    )


def undo_change_set(connection: Connection) -> ChangeSet:
    """Return the change set of the next undo, or raise NothingToUndo."""
    step = undo_state(connection).undo
    if step is None:
        raise NothingToUndo
    return inverse(connection, step.id, OperationKind.UNDO, step.subject, step.label)


def redo_change_set(connection: Connection) -> ChangeSet:
    """Return the change set of the next redo (the inverse of the undo), or raise NothingToRedo."""
    step = undo_state(connection).redo
    if step is None:
        raise NothingToRedo
    undoing = connection.execute(
        select(func.max(operation.c.id)).where(
            operation.c.reverts == step.id, operation.c.kind == OperationKind.UNDO.value
        )
    ).scalar_one()
    return inverse(connection, undoing, OperationKind.REDO, step.subject, step.label)


def operations(connection: Connection, *, limit: int, before: int | None = None) -> list[Operation]:
    """Return steps of the history, newest first; ``before`` is the number of the last one seen."""
    query = _operations().order_by(operation.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(operation.c.id < before)
    return [_operation(tuple(row)) for row in connection.execute(query)]


def versions(connection: Connection, table: str, row_id: int) -> list[Version]:
    """Return the changes of one row, newest first."""
    query = (
        select(change.c.operation_id)
        .where(change.c.table_name == table, change.c.row_id == row_id)
        .order_by(change.c.id.desc())
    )
    found: list[Version] = []
    for (operation_id,) in connection.execute(query).all():
        step = connection.execute(_operations().where(operation.c.id == operation_id)).one()
        for item in changes_of(connection, operation_id):
            if (item.table, item.id) == (table, row_id):
                found.append(Version(_operation(tuple(step)), item.before, item.after))
    return found


def take_back_change_set(
    connection: Connection, operation_id: int
) -> tuple[ChangeSet, tuple[Left, ...]]:
    """Return what taking back one older operation writes, and the rows that it leaves alone.

    Left are fields touched since, rows that gained children since, and rows whose parents are
    gone. RecordMissing when there is no such operation.
    """
    step = connection.execute(_operations().where(operation.c.id == operation_id)).first()
    if step is None:
        raise RecordMissing("operation", operation_id)
    wanted = {
        (item.table, item.id): item.inverted() for item in changes_of(connection, operation_id)
    }
    current = _current_rows(connection, wanted)
    kept: dict[tuple[str, int], Change] = {}
    left: dict[tuple[str, int], Left] = {}
    for key, item in wanted.items():
        _take_one(item, current.get(key), kept, left)
    _leave_dependent(connection, kept, left)
    described = _operation(tuple(step))
    change_set = ChangeSet(
        OperationKind.TAKE_BACK,
        tuple(reversed(kept.values())),
        described.subject,
        described.label,
        operation_id,
    )
    return change_set, tuple(left.values())


def _current_rows(
    connection: Connection, wanted: dict[tuple[str, int], Change]
) -> dict[tuple[str, int], Row]:
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, row_id in wanted:
        by_table[table].append(row_id)
    return {
        (table, row_id): row
        for table, ids in by_table.items()
        for row_id, row in rows_by_id(connection, JOURNALLED[table], ids).items()
    }


def _take_one(
    item: Change,
    row: Row | None,
    kept: dict[tuple[str, int], Change],
    left: dict[tuple[str, int], Left],
) -> None:
    key = (item.table, item.id)
    if item.before is None:
        if row is None:
            kept[key] = item
        else:
            left[key] = Left(*key, ())
        return
    if row is None:
        left[key] = Left(*key, tuple(item.before))
        return
    touched = tuple(name for name, value in item.before.items() if row[name] != value)
    if touched:
        left[key] = Left(*key, touched)
    if item.after is None:
        if not touched:
            kept[key] = item
        return
    fields = [name for name in item.before if name not in touched]
    if fields:
        kept[key] = Change(
            item.table,
            item.id,
            {name: item.before[name] for name in fields},
            {name: item.after[name] for name in fields},
        )


def _leave_dependent(
    connection: Connection,
    kept: dict[tuple[str, int], Change],
    left: dict[tuple[str, int], Left],
) -> None:
    """Move to ``left`` every deletion that would orphan a row and every row without a parent."""
    moved = True
    while moved:
        moved = False
        deleted = {key for key, item in kept.items() if item.after is None}
        for key, item in list(kept.items()):
            if item.after is None:
                stays = _has_children(connection, *key, deleted)
            else:
                stays = _lacks_parent(connection, item, kept, deleted)
            if stays:
                del kept[key]
                left.setdefault(key, Left(*key, ()))
                moved = True


def _has_children(
    connection: Connection, table: str, row_id: int, deleted: set[tuple[str, int]]
) -> bool:
    for name, child in JOURNALLED.items():
        places = [field for field, target in references(child).items() if target == table]
        if not places:
            continue
        found = connection.execute(
            select(child.c.id).where(or_(*(child.c[field] == row_id for field in places)))
        )
        if any((name, child_id) not in deleted for (child_id,) in found):
            return True
    return False


def _lacks_parent(
    connection: Connection,
    item: Change,
    kept: dict[tuple[str, int], Change],
    deleted: set[tuple[str, int]],
) -> bool:
    for field, target in references(JOURNALLED[item.table]).items():
        parent = (item.after or {}).get(field)
        if not isinstance(parent, int):
            continue
        returned = kept.get((target, parent))
        if returned is not None and returned.before is None:
            continue
        if (target, parent) in deleted or not rows_by_id(connection, JOURNALLED[target], [parent]):
            return True
    return False
