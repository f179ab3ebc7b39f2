"""A record with its lists as it was before a step: what brings it back, and what cannot come."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from partners_app.domain.changes import Change, Row, Value, update
from partners_app.domain.errors import RecordMissing
from partners_app.storage.history import list_rows, lists_of, versions
from partners_app.storage.journal import rows_by_id
from partners_app.storage.schema import JOURNALLED, references


@dataclass(frozen=True, slots=True)
class NotRestored:
    """A row of a list as it was, which cannot be so again; it is left as it is.

    ``missing`` is the row that it led to and that is gone (table, id), None: the row itself
    belongs to another record by now, or did then.
    """

    table: str
    row: Row
    missing: tuple[str, int] | None


def restoring_changes(
    connection: Connection, table: str, row_id: int, operation_id: int
) -> tuple[tuple[Change, ...], tuple[NotRestored, ...]]:
    """Return what gives a record the fields and lists that it had before a step.

    Where the record itself stands (its parent, its place in an order) is left as it is; so is the
    place of an event within a cell. RecordMissing when the record is gone, or was not there before
    the step.
    """
    now = rows_by_id(connection, JOURNALLED[table], [row_id]).get(row_id)
    then = _row_before(connection, table, row_id, operation_id, now)
    if now is None or then is None:
        raise RecordMissing(table, row_id)
    own = update(table, row_id, now, _placed_as(table, now, then))
    changes = [] if own is None else [own]
    left: list[NotRestored] = []
    for part in lists_of(table):
        for item in _list_changes(connection, part, table, row_id, operation_id):
            if isinstance(item, Change):
                changes.append(item)
            else:
                left.append(item)
    if table == "event":
        changes = _with_a_cell(connection, row_id, changes)
    return tuple(changes), tuple(left)


def _row_before(
    connection: Connection, table: str, row_id: int, operation_id: int, now: Row | None
) -> Row | None:
    """Return a row as it was before a step; None: it was not there."""
    row: dict[str, Value] | None = None if now is None else dict(now)
    for version in versions(connection, table, row_id):
        if version.operation.id < operation_id:
            break
        if version.before is None:
            row = None
        elif row is None or version.after is None:
            row = dict(version.before)
        else:
            row |= version.before
    return row


def _placed_as(table: str, now: Row, then: Row) -> Row:
    """Return a row as it was, but where it stands now."""
    kept = {"position", *references(JOURNALLED[table])}
    return {field: now[field] if field in kept else value for field, value in then.items()}


def _list_changes(
    connection: Connection, part: str, table: str, row_id: int, operation_id: int
) -> Iterator[Change | NotRestored]:
    owner = f"{table}_id"
    ids = sorted(list_rows(connection, part, table, row_id))
    present = rows_by_id(connection, JOURNALLED[part], ids)
    for number in ids:
        now = present.get(number)
        then = _row_before(connection, part, number, operation_id, now)
        is_ours = now is not None and now[owner] == row_id
        was_ours = then is not None and then[owner] == row_id
        if is_ours and now is not None and then is None:
            yield Change(part, number, now, None)
        elif was_ours and then is not None:
            if now is not None and not is_ours:
                yield NotRestored(part, then, None)
            elif (missing := _missing(connection, part, then, now)) is not None:
                yield NotRestored(part, then, missing)
            elif now is None:
                yield Change(part, number, None, then)
            elif (change := update(part, number, now, _in_its_cell(part, now, then))) is not None:
                yield change
        elif is_ours and now is not None:
            yield NotRestored(part, now, None)


def _missing(
    connection: Connection, part: str, then: Row, now: Row | None
) -> tuple[str, int] | None:
    """Return the row that a list row would lead to though it is gone."""
    for field, target in references(JOURNALLED[part]).items():
        number = then[field]
        if not isinstance(number, int) or (now is not None and now[field] == number):
            continue
        if not rows_by_id(connection, JOURNALLED[target], [number]):
            return target, number
    return None


def _in_its_cell(part: str, now: Row, then: Row) -> Row:
    """Return a list row as it was; an event stays where others have been put around it."""
    same_cell = all(now[field] == then[field] for field in references(JOURNALLED[part]))
    if part == "event_link" and same_cell:
        return {**then, "position": now["position"]}
    return then


def _with_a_cell(connection: Connection, event_id: int, changes: list[Change]) -> list[Change]:
    """Leave an event where it is when none of the places that it had can come back."""
    links = [change for change in changes if change.table == "event_link"]
    present = list_rows(connection, "event_link", "event", event_id)
    staying = set(rows_by_id(connection, JOURNALLED["event_link"], present))
    staying -= {change.id for change in links if change.after is None}
    if staying or any(change.before is None for change in links):
        return changes
    return [change for change in changes if change not in links]
