"""Reads of plain rows, for the services that turn what a user did into changes."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from partners_app.domain.changes import Row
from partners_app.storage.journal import rows_by_id
from partners_app.storage.schema import JOURNALLED, references
from partners_app.storage.search import batches


def load(connection: Connection, table: str, ids: Iterable[int]) -> dict[int, Row]:
    """Return the fields of the rows that exist, by id."""
    return rows_by_id(connection, JOURNALLED[table], ids)


def by_uuid(connection: Connection, table: str, uuids: Iterable[str]) -> dict[str, tuple[int, Row]]:
    """Return the id and the fields of the rows that exist, by uuid."""
    source = JOURNALLED[table]
    ids: list[int] = []
    for part in batches(sorted(set(uuids))):
        ids += connection.execute(select(source.c.id).where(source.c.uuid.in_(part))).scalars()
    return {str(row["uuid"]): (row_id, row) for row_id, row in load(connection, table, ids).items()}


def whole(connection: Connection, table: str) -> dict[int, Row]:
    """Return the fields of all rows of a short table, by id."""
    return load(connection, table, connection.execute(select(JOURNALLED[table].c.id)).scalars())


def children(connection: Connection, table: str, ids: Iterable[int]) -> dict[str, set[int]]:
    """Return the rows of other tables that refer to the given rows: ids by table."""
    found: dict[str, set[int]] = {}
    wanted = sorted(set(ids))
    for name, child in JOURNALLED.items():
        for field, target in references(child).items():
            if target != table:
                continue
            for part in batches(wanted):
                query = select(child.c.id).where(child.c[field].in_(part))
                found.setdefault(name, set()).update(connection.execute(query).scalars())
    return {name: rows for name, rows in found.items() if rows}


def with_value(
    connection: Connection, table: str, field: str, values: Iterable[int]
) -> dict[int, Row]:
    """Return the rows whose field holds one of the numbers, by id."""
    source = JOURNALLED[table]
    ids: list[int] = []
    for part in batches(sorted(set(values))):
        ids += connection.execute(select(source.c.id).where(source.c[field].in_(part))).scalars()
    return load(connection, table, ids)


def siblings(
    connection: Connection, table: str, parent: str | None, owner: object
) -> list[tuple[int, int]]:
    """Return (id, position) of the rows of one parent, in their order."""
    source = JOURNALLED[table]
    query = select(source.c.id, source.c.position).order_by(source.c.position, source.c.id)
    if parent is not None:
        query = query.where(source.c[parent] == owner)
    return [(row[0], row[1]) for row in connection.execute(query)]


def last_position(connection: Connection, table: str, parent: str | None, owner: object) -> int:
    """Return the highest order number among the rows of one parent; 0 when there is none."""
    source = JOURNALLED[table]
    query = select(func.coalesce(func.max(source.c.position), 0))
    if parent is not None:
        query = query.where(source.c[parent] == owner)
    return int(connection.execute(query).scalar_one())


def distinct_texts(connection: Connection, table: str, field: str) -> list[str]:
    """Return the different texts that a column holds, empty ones left out."""
    column = JOURNALLED[table].c[field]
    query = select(column).where(column != "").distinct().order_by(column)
    return list(connection.execute(query).scalars())


def texts(connection: Connection, table: str, field: str) -> list[tuple[int, str]]:
    """Return (id, text) of every row whose column holds a text, in the order of the ids."""
    source = JOURNALLED[table]
    column = source.c[field]
    query = select(source.c.id, column).where(column != "").order_by(source.c.id)
    return [(row[0], row[1]) for row in connection.execute(query)]
