"""Bringing back what a step deleted, together with the parents that were deleted since."""

from sqlalchemy import Connection, select

from partners_app.domain.changes import Change, ChangeSet, Row
from partners_app.domain.errors import RecordMissing
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage.history_search import last_rows
from partners_app.storage.journal import changes_of, rows_by_id
from partners_app.storage.schema import JOURNALLED, operation, references

Key = tuple[str, int]


def restoring_change_set(connection: Connection, operation_id: int) -> ChangeSet:
    """Return what brings the rows back that a step deleted and that are still gone.

    A parent that is gone comes back as it was last, but not what stood under it. A link between
    two agreements comes back only where both are there.
    """
    step = connection.execute(
        select(operation.c.subject, operation.c.label).where(operation.c.id == operation_id)
    ).first()
    if step is None:
        raise RecordMissing("operation", operation_id)
    deleted = {
        (item.table, item.id): item.before
        for item in changes_of(connection, operation_id)
        if item.after is None and item.before is not None
    }
    coming = {key: row for key, row in deleted.items() if not _is_there(connection, key)}
    _add_parents(connection, coming)
    for key in [key for key in coming if key[0] == "agreement_link"]:
        named = _named(key[0], coming[key])
        if not all(other in coming or _is_there(connection, other) for other in named):
            del coming[key]
    changes = tuple(Change(table, row_id, None, row) for (table, row_id), row in coming.items())
    return ChangeSet(OperationKind.TAKE_BACK, changes, step[0], step[1], operation_id)


def _add_parents(connection: Connection, coming: dict[Key, Row]) -> None:
    waiting = list(coming)
    while waiting:
        table, row_id = waiting.pop()
        if table == "agreement_link":
            continue
        for parent in _named(table, coming[table, row_id]):
            if parent in coming or _is_there(connection, parent):
                continue
            row = last_rows(connection, parent[0], [parent[1]]).get(parent[1])
            if row is None:
                raise RecordMissing(*parent)
            coming[parent] = row
            waiting.append(parent)


def _named(table: str, row: Row) -> list[Key]:
    """Return the rows that a row refers to."""
    found: list[Key] = []
    for field, target in references(JOURNALLED[table]).items():
        row_id = row[field]
        if isinstance(row_id, int):
            found.append((target, row_id))
    return found


def _is_there(connection: Connection, key: Key) -> bool:
    return bool(rows_by_id(connection, JOURNALLED[key[0]], [key[1]]))
