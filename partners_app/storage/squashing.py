"""Squashing: of the steps up to one, only what they left is kept, in the step that made each row.

It is an erasure of every value that is not one of the register as it was after that step. What
has lost its values is still told: that there was a step, of what kind, when and by whom.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, bindparam, delete, func, select, update

from partners_app.domain.changes import Row
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage import erasure, journal
from partners_app.storage.consistency import row_after
from partners_app.storage.schema import JOURNALLED, change, operation
from partners_app.storage.search import batches

_HOLD_NOTHING = (OperationKind.CREATE.value, OperationKind.ERASURE.value)
"""Steps that hold no value which is not also what they left."""


def newest_before(connection: Connection, moment: datetime) -> int:
    """Return the newest step of those that are all older than a moment; 0: none can be squashed.

    A step whose clock went wrong hides no younger one: all that came after it is kept.
    """
    since = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    young = select(func.min(operation.c.id)).where(operation.c.at >= since)
    newest = select(func.max(operation.c.id))
    first_young = connection.execute(young).scalar()
    if first_young is not None:
        newest = newest.where(operation.c.id < first_young)
    floor = connection.execute(newest).scalar() or 0
    held = select(func.count()).where(
        operation.c.id > journal.squashed_until(connection),
        operation.c.id <= floor,
        operation.c.kind.not_in(_HOLD_NOTHING),
    )
    return floor if connection.execute(held).scalar_one() else 0


def squash(connection: Connection, floor: int, *, author: str) -> tuple[int, int]:
    """Take the values out of the steps up to one inside the open write transaction.

    Return how many steps lost some, and the change number of the step that says so.
    """
    touched: set[int] = set()
    gone: list[int] = []
    lost: list[tuple[str, int]] = []
    folded: list[dict[str, object]] = []
    for table, row_id, changes in _changes_until(connection, floor):
        state: Row | None = None
        for _, _, before, after in changes:
            state = row_after(state, journal.decode_row(before), journal.decode_row(after))
        first, *later = changes
        if state is None:
            gone.append(first[0])
            lost.append((table, row_id))
        elif later:
            folded.append({"number": first[0], "new": journal.encode_row(state)})
        gone += [number for number, *_ in later]
        if state is None or later:
            touched |= {step for _, step, *_ in changes}
    if folded:
        connection.execute(
            update(change)
            .where(change.c.id == bindparam("number"))
            .values(before=None, after=bindparam("new")),
            folded,
        )
    for part in batches(gone):
        connection.execute(delete(change).where(change.c.id.in_(part)))
    _stamp_anew(connection, lost)
    steps = select(operation).where(operation.c.id <= floor).order_by(operation.c.id)
    for row in connection.execute(steps).mappings().all():
        if row["id"] in touched or row["label"]:
            touched.add(row["id"])
            erasure.seal(connection, {**row, "label": ""})
    erasure.floor_at(connection, floor)
    written = journal.record_erasure(connection, author=author, squashed_until=floor)
    return len(touched), written.change_seq


def _changes_until(
    connection: Connection, floor: int
) -> Iterator[tuple[str, int, list[tuple[int, int, str | None, str | None]]]]:
    """Give each row's changes up to a step, in their order: number, step, both sides."""
    query = (
        select(
            change.c.table_name,
            change.c.row_id,
            change.c.id,
            change.c.operation_id,
            change.c.before,
            change.c.after,
        )
        .where(change.c.operation_id <= floor)
        .order_by(change.c.table_name, change.c.row_id, change.c.id)
    )
    for (table, row_id), rows in groupby(connection.execute(query), key=itemgetter(0, 1)):
        yield table, row_id, [(row[2], row[3], row[4], row[5]) for row in rows]


def _stamp_anew(connection: Connection, rows: list[tuple[str, int]]) -> None:
    """Say of rows that came back after they were gone that they were made when they came."""
    for name, row_id in rows:
        table = JOURNALLED[name]
        if "created_at" not in table.columns:
            continue
        first = connection.execute(
            select(operation.c.at, operation.c.author)
            .join(change, change.c.operation_id == operation.c.id)
            .where(change.c.table_name == name, change.c.row_id == row_id)
            .order_by(change.c.id)
            .limit(1)
        ).first()
        if first is not None:
            connection.execute(
                update(table)
                .where(table.c.id == row_id)
                .values(created_at=first[0], created_by=first[1])
            )
