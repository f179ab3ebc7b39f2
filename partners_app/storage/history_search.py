"""Steps of the history by author, time, kind, record and the words of what they changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select

from partners_app.domain.changes import Change, Row
from partners_app.domain.names import fold_text
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage import folding
from partners_app.storage.history import (
    NOT_STEPS,
    Operation,
    list_rows,
    lists_of,
    operation_of,
    select_operations,
    undone,
)
from partners_app.storage.journal import decode_row, squashed_until
from partners_app.storage.schema import JOURNALLED, change, operation

RECORDS = ("region", "country", "partner", "agreement", "event")
"""The tables whose rows are records of their own, not parts of one."""


@dataclass(frozen=True, slots=True)
class StepFilter:
    """What the steps must have in common; an empty field asks for nothing.

    ``text``: each word stands in the step's name, its author or the rows that it changed; case, ё
    and Latin look-alikes do not matter.
    ``deleted``: steps that deleted records which are still gone. ``record``: table and id of a row
    that the step changed, or whose parts it changed. ``until`` is the first moment after them.
    """

    text: str = ""
    author: str = ""
    since: datetime | None = None
    kinds: frozenset[OperationKind] = frozenset()
    deleted: bool = False
    record: tuple[str, int] | None = None
    until: datetime | None = None


def operations(
    connection: Connection, where: StepFilter, *, limit: int, before: int | None = None
) -> list[Operation]:
    """Return the steps that match, newest first; ``before`` is the number of the last one seen."""
    query = select_operations().order_by(operation.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(operation.c.id < before)
    if where.author:
        query = query.where(operation.c.author == where.author)
    if where.since is not None:
        since = where.since.astimezone(UTC).isoformat(timespec="milliseconds")
        query = query.where(operation.c.at >= since)
    if where.until is not None:
        until = where.until.astimezone(UTC).isoformat(timespec="milliseconds")
        query = query.where(operation.c.at < until)
    if where.kinds:
        query = query.where(operation.c.kind.in_(kind.value for kind in where.kinds))
    if where.deleted:
        gone = or_(*(_deleted(name) for name in RECORDS))
        query = query.where(operation.c.kind.not_in(NOT_STEPS), ~undone, gone)
    if where.record is not None:
        query = query.where(_touches(connection, *where.record))
    for word in fold_text(where.text).split():
        query = query.where(_holds(word, kept_after=squashed_until(connection)))
    return [operation_of(tuple(row)) for row in connection.execute(query)]


def _of_step(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(change.c.id).where(change.c.operation_id == operation.c.id, *conditions))


def _deleted(table: str) -> ColumnElement[bool]:
    present = select(JOURNALLED[table].c.id)
    return _of_step(
        change.c.table_name == table, change.c.after.is_(None), change.c.row_id.not_in(present)
    )


def _touches(connection: Connection, table: str, row_id: int) -> ColumnElement[bool]:
    """Return the condition that a step changed a row, or a row that is a part of it."""
    conditions = [_of_step(change.c.table_name == table, change.c.row_id == row_id)]
    for part in lists_of(table):
        ids = list_rows(connection, part, table, row_id)
        conditions.append(_of_step(change.c.table_name == part, change.c.row_id.in_(ids)))
    return or_(*conditions)


def _holds(word: str, *, kept_after: int) -> ColumnElement[bool]:
    # What stands in a step that lost its values is not what it wrote.
    return or_(
        folding.text_holds(operation.c.label, word),
        folding.text_holds(operation.c.author, word),
        _of_step(
            operation.c.id > kept_after,
            or_(
                folding.row_holds(change.c.table_name, change.c.before, word),
                folding.row_holds(change.c.table_name, change.c.after, word),
            ),
        ),
    )


def authors(connection: Connection) -> list[str]:
    """Return everybody who wrote a step, by name."""
    query = select(operation.c.author).distinct().order_by(operation.c.author)
    return list(connection.execute(query).scalars())


def operation_by_id(connection: Connection, operation_id: int) -> Operation | None:
    """Return one step; None when there is none of that number."""
    row = connection.execute(select_operations().where(operation.c.id == operation_id)).first()
    return None if row is None else operation_of(tuple(row))


def last_rows(connection: Connection, table: str, ids: Iterable[int]) -> dict[int, Row]:
    """Return the rows that were deleted, as they were when they went last."""
    found: dict[int, Row] = {}
    for row_id in sorted(set(ids)):
        text = connection.execute(
            select(change.c.before)
            .where(
                change.c.table_name == table, change.c.row_id == row_id, change.c.after.is_(None)
            )
            .order_by(change.c.id.desc())
            .limit(1)
        ).scalar()
        row = decode_row(text)
        if row is not None:
            found[row_id] = row
    return found


def first_changes(
    connection: Connection, operation_id: int, limit: int
) -> tuple[tuple[Change, ...], int]:
    """Return the first changes of a step, records before their parts, and how many there are."""
    of_step = change.c.operation_id == operation_id
    query = (
        select(change.c.table_name, change.c.row_id, change.c.before, change.c.after)
        .where(of_step)
        .order_by(change.c.table_name.not_in(RECORDS), change.c.id)
        .limit(limit)
    )
    found = tuple(
        Change(table, row_id, decode_row(before), decode_row(after))
        for table, row_id, before, after in connection.execute(query)
    )
    total = connection.execute(select(func.count()).select_from(change).where(of_step)).scalar_one()
    return found, int(total)
