"""What the journal remembers: the steps to undo and redo, the history."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, exists, func, or_, select

from partners_app.domain.changes import ChangeSet, Row
from partners_app.domain.errors import NothingToRedo, NothingToUndo
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage.journal import OWNERS, decode_row, inverse
from partners_app.storage.schema import JOURNALLED, change, operation, register_meta

NOT_STEPS = (OperationKind.UNDO.value, OperationKind.REDO.value)
_NOT_UNDONE = (*NOT_STEPS, OperationKind.ERASURE.value)
"""An erasure changes no record: where undo goes past it, it is no step."""

_undoing = operation.alias("undoing")
_redoing = operation.alias("redoing")
undone = exists(
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
class Version:
    """One change of one row: by which operation, old and new fields."""

    operation: Operation
    before: Row | None
    after: Row | None


def select_operations() -> Select[tuple[object, ...]]:
    """Return the select of steps that ``operation_of`` reads."""
    columns = [operation.c[name] for name in ("id", "uuid", "kind", "subject", "label", "author")]
    return select(*columns, operation.c.at, operation.c.reverts, undone.label("undone"))


def operation_of(row: tuple[object, ...]) -> Operation:
    """Return a step read with ``select_operations``."""
    number, uuid, kind, subject, label, author, at, reverts, was_undone = row
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
        bool(was_undone),
    )


def undo_state(connection: Connection) -> UndoState:
    """Return what undo and redo would do now.

    Undo inverts the newest step that is neither an undo or redo nor already undone, and that
    stands above the floor (the making of the register, an erasure). Redo does the newest undone
    step again, until any new step drops it; what was undone below the floor stays so.
    """
    floor = select(register_meta.c.undo_floor).scalar_subquery()
    undo = connection.execute(
        select_operations()
        .where(operation.c.kind.not_in(_NOT_UNDONE), ~undone, operation.c.id > floor)
        .order_by(operation.c.id.desc())
        .limit(1)
    ).first()
    newest_step = (
        select(func.coalesce(func.max(operation.c.id), 0))
        .where(operation.c.kind.not_in(_NOT_UNDONE))
        .scalar_subquery()
    )
    undone_by = connection.execute(
        select(operation.c.reverts)
        .where(
            operation.c.kind == OperationKind.UNDO.value,
            operation.c.id > newest_step,
            operation.c.id > floor,
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
        redo = connection.execute(select_operations().where(operation.c.id == undone_by)).first()
    return UndoState(
        None if undo is None else operation_of(tuple(undo)),
        None if redo is None else operation_of(tuple(redo)),
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
    query = select_operations().order_by(operation.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(operation.c.id < before)
    return [operation_of(tuple(row)) for row in connection.execute(query)]


def versions(connection: Connection, table: str, row_id: int) -> list[Version]:
    """Return the changes of one row, newest first."""
    query = (
        select_operations()
        .add_columns(change.c.before, change.c.after)
        .join(change, change.c.operation_id == operation.c.id)
        .where(change.c.table_name == table, change.c.row_id == row_id)
        .order_by(change.c.id.desc())
    )
    return [
        Version(operation_of(tuple(step)), decode_row(before), decode_row(after))
        for *step, before, after in connection.execute(query)
    ]


def lists_of(table: str) -> list[str]:
    """Return the tables whose rows are lists inside a record of a table."""
    return [part for part, owners in OWNERS.items() if table in owners]


def list_rows(connection: Connection, part: str, table: str, row_id: int) -> set[int]:
    """Return the ids of the rows that are in a list of a record, or ever were.

    An update names its record only when it leads to another one; so whoever was in the list has
    come, gone or been led away by a change that does.
    """
    owner = f"{table}_id"
    rows = JOURNALLED[part]
    found = set(connection.execute(select(rows.c.id).where(rows.c[owner] == row_id)).scalars())
    named = (f'"{owner}":{row_id},', f'"{owner}":{row_id}}}')
    holds = (side.contains(text) for side in (change.c.before, change.c.after) for text in named)
    query = select(change.c.row_id).where(change.c.table_name == part, or_(*holds))
    return found | set(connection.execute(query).scalars())


def operation_uuids(connection: Connection) -> list[str]:
    """Return the UUIDs of all steps, newest first; a copy of the register has the same ones."""
    query = select(operation.c.uuid).order_by(operation.c.change_seq.desc())
    return list(connection.execute(query).scalars())


def last_common_operation(
    connection: Connection, other_uuids: Collection[str]
) -> tuple[str, int] | None:
    """Return the newest step that another register has too: its UUID and change number here.

    None when the two were never one. The step has the same change number in both: what came after
    it is what each has of its own.
    """
    known = set(other_uuids)
    query = select(operation.c.uuid, operation.c.change_seq)
    for uuid, change_seq in connection.execute(query.order_by(operation.c.change_seq.desc())):
        if uuid in known:
            return uuid, change_seq
    return None


def operations_after(
    connection: Connection, change_seq: int, *, limit: int
) -> tuple[list[Operation], int]:
    """Return the newest steps that came after a change number, and how many there are in all."""
    came_after = operation.c.change_seq > change_seq
    query = select_operations().where(came_after).order_by(operation.c.change_seq.desc())
    found = [operation_of(tuple(row)) for row in connection.execute(query.limit(limit))]
    count = select(func.count()).select_from(operation).where(came_after)
    return found, connection.execute(count).scalar_one()
