"""What is remembered of imports: files taken in, and what the columns of tables mean.

A row of ``imported_file`` stands as long as its import does.
"""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from partners_app.storage.schema import import_mapping, imported_file


class TakenIn(NamedTuple):
    """When a file was taken in (UTC), by whom, and what it was called then."""

    at: datetime
    author: str
    name: str


def taken_in(connection: Connection, sha256: str) -> TakenIn | None:
    """Return the newest import of a file with these bytes that was not undone or taken back."""
    row = connection.execute(
        select(imported_file.c.created_at, imported_file.c.created_by, imported_file.c.name)
        .where(imported_file.c.sha256 == sha256)
        .order_by(imported_file.c.id.desc())
        .limit(1)
    ).first()
    return None if row is None else TakenIn(datetime.fromisoformat(row[0]), row[1], row[2])


def mappings(connection: Connection) -> list[tuple[int, str, str]]:
    """Return (id, shape, mapping as JSON) of every kept mapping, the newest first."""
    table = import_mapping
    query = select(table.c.id, table.c.shape, table.c.mapping).order_by(table.c.id.desc())
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]
