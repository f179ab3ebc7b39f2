"""What a register holds, as one number to compare a file with a copy or an earlier state."""

import json
from hashlib import sha256

from sqlalchemy import Connection, Table, func, select

from partners_app.storage.journal import encode_row
from partners_app.storage.schema import JOURNALLED, metadata, own_fields


def content_digest(connection: Connection) -> str:
    """Return the SHA-256 of the fields that a clerk can change, all records in order of id.

    Derived columns and the journal are left out: equal content has an equal digest however it
    came about.
    """
    digest = sha256()
    for name, table in sorted(JOURNALLED.items()):
        fields = own_fields(table)
        columns = [table.c.id, *(table.c[field] for field in fields)]
        for row in connection.execute(select(*columns).order_by(table.c.id)):
            line = f"{name}\t{row[0]}\t{encode_row(dict(zip(fields, row[1:], strict=True)))}\n"
            digest.update(line.encode())
    return digest.hexdigest()


def file_digest(connection: Connection) -> str:
    """Return the SHA-256 of every row of every table, derived columns and journal included."""
    digest = sha256()
    for table in _tables():
        for row in connection.execute(select(table).order_by(table.c.id)):
            values = [value.hex() if isinstance(value, bytes) else value for value in row]
            digest.update(f"{table.name}\t{json.dumps(values, ensure_ascii=False)}\n".encode())
    return digest.hexdigest()


def row_counts(connection: Connection) -> dict[str, int]:
    """Return the number of rows of every table."""
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in _tables()
    }


def _tables() -> list[Table]:
    return sorted(metadata.tables.values(), key=lambda table: table.name)
