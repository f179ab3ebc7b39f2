"""Putting right what can be told for certain: what follows from a whole journal, or from rows.

Each function runs inside one write transaction and returns how many it wrote. What a clerk has to
know of is a ChangeSet instead, and goes the way of every other.
"""

from sqlalchemy import Connection, delete, insert, select, update

from partners_app.domain.changes import Change, ChangeSet, Value
from partners_app.domain.content_rows import POSITION_GAP
from partners_app.domain.rescue import changes_between, place_orphans
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage import search
from partners_app.storage.consistency import Difference, differences, stale_derived, stamps
from partners_app.storage.derived import derived_columns
from partners_app.storage.inspection import content_rows, read_any_text, unordered
from partners_app.storage.journal import OWNERS
from partners_app.storage.schema import (
    JOURNALLED,
    SEARCH_SQL,
    SEARCH_TABLE,
    change,
    operation,
    own_fields,
)


def rebuild_indexes(connection: Connection) -> int:
    """Make every index anew from its table."""
    names = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE type = 'index'")
    connection.exec_driver_sql("REINDEX")
    return int(names.scalar_one())


def rewrite_rows(connection: Connection) -> int:
    """Give each row that differs from the journal the values that its steps gave it."""
    read_any_text(connection)
    found = list(differences(connection))
    touched: set[tuple[str, int]] = set()
    known = stamps(connection)
    for item in found:
        _rewrite(connection, item, known)
        touched.add((item.table, item.row_id))
        for owner in OWNERS.get(item.table, ()):
            for row in (item.row, item.stated):
                number = (row or {}).get(f"{owner}_id")
                if isinstance(number, int):
                    touched.add((owner, number))
    search.reindex(connection, touched)
    return len(found)


def _rewrite(connection: Connection, item: Difference, known: set[tuple[str, str]]) -> None:
    table = JOURNALLED[item.table]
    if item.stated is None:
        connection.execute(delete(table).where(table.c.id == item.row_id))
        return
    own = {field: item.stated[field] for field in own_fields(table)}
    values: dict[str, Value] = {**item.stated, **derived_columns(item.table, own)}
    row = item.row
    if "changed_at" in table.columns and (
        row is None or (row["changed_at"], row["changed_by"]) not in known
    ):
        values |= _last_stamp(connection, item)
    if row is None:
        connection.execute(insert(table), {"id": item.row_id, **values})
    else:
        connection.execute(update(table).where(table.c.id == item.row_id).values(values))


def _last_stamp(connection: Connection, item: Difference) -> dict[str, Value]:
    """Return when and by whom a row was changed last, as the journal tells."""
    newest = (
        select(operation.c.at, operation.c.author)
        .join(change, change.c.operation_id == operation.c.id)
        .where(change.c.table_name == item.table, change.c.row_id == item.row_id)
        .order_by(change.c.id.desc())
        .limit(1)
    )
    at, author = connection.execute(newest).one()
    return {"changed_at": at, "changed_by": author}


def rebuild_derived(connection: Connection) -> int:
    """Compute anew the derived columns that do not follow from their rows."""
    found = list(stale_derived(connection))
    for name, row_id, values in found:
        table = JOURNALLED[name]
        connection.execute(update(table).where(table.c.id == row_id).values(values))
    return len(found)


def rebuild_search(connection: Connection) -> int:
    """Make the index of words anew from the records."""
    connection.exec_driver_sql(f"DROP TABLE {SEARCH_TABLE}")
    connection.exec_driver_sql(SEARCH_SQL)
    records = [
        (name, row_id)
        for name, table in JOURNALLED.items()
        for row_id in connection.execute(select(table.c.id)).scalars()
    ]
    search.reindex(connection, records)
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {SEARCH_TABLE}").scalar_one())


def rescue_changes(connection: Connection) -> ChangeSet:
    """Return what gives each row without its parent, and each event without a cell, a place."""
    rows = content_rows(connection)
    return ChangeSet(OperationKind.REPAIR, changes_between(rows, place_orphans(rows).rows))


def order_changes(connection: Connection) -> ChangeSet:
    """Return what gives the lists that hold an order number twice their gaps anew."""
    rows = content_rows(connection)
    changes = tuple(
        Change(table, row_id, {"position": before}, {"position": step * POSITION_GAP})
        for table, ids in unordered(rows)
        for step, row_id in enumerate(ids, start=1)
        if (before := rows[table][row_id]["position"]) != step * POSITION_GAP
    )
    return ChangeSet(OperationKind.REPAIR, changes)
