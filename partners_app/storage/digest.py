"""What a register holds, as one number to compare a file with a copy or an earlier state."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, column, func, literal_column, select, table

from partners_app.storage.journal import encode_row
from partners_app.storage.schema import JOURNALLED, SEARCH_TABLE, own_fields

_line = json.JSONEncoder(ensure_ascii=False, default=bytes.hex).encode


@dataclass(frozen=True, slots=True)
class TableState:
    """The rows of one table, by some of its columns."""

    columns: tuple[str, ...]
    rows: int
    digest: str


def content_digest(connection: Connection) -> str:
    """Return the SHA-256 of the fields that a clerk can change, all records in order of id.

    Derived columns and the journal are left out: equal content has an equal digest however it
    came about.
    """
    digest = sha256()
    for name, source in sorted(JOURNALLED.items()):
        fields = own_fields(source)
        columns = [source.c.id, *(source.c[field] for field in fields)]
        for row in connection.execute(select(*columns).order_by(source.c.id)):
            line = f"{name}\t{row[0]}\t{encode_row(dict(zip(fields, row[1:], strict=True)))}\n"
            digest.update(line.encode())
    return digest.hexdigest()


def file_digest(connection: Connection) -> str:
    """Return the SHA-256 of every row of every table, derived columns and journal included."""
    digest = sha256()
    for name in table_names(connection):
        digest.update(f"{name}\t{table_state(connection, name).digest}\n".encode())
    return digest.hexdigest()


def bytes_digest(connection: Connection) -> str:
    """Return the SHA-256 of every row as it is, also where a text is none any more.

    It is no ``file_digest``; the connection reads texts as bytes from then on.
    """
    columns = {name: column_names(connection, name) for name in table_names(connection)}
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.text_factory = bytes
    digest = sha256()
    for name, wanted in columns.items():
        digest.update(f"{name}\t{table_state(connection, name, wanted).digest}\n".encode())
    return digest.hexdigest()


def row_counts(connection: Connection) -> dict[str, int]:
    """Return the number of rows of every table."""
    return {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
        for name in table_names(connection)
    }


def table_names(connection: Connection) -> list[str]:
    """Return the tables that are in the file, of whatever schema it is.

    Without the index of words: its own tables come and go with its pages, and what it holds
    follows from the records.
    """
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    ).scalars()
    return [
        name for name in names if name != SEARCH_TABLE and not name.startswith(f"{SEARCH_TABLE}_")
    ]


def column_names(connection: Connection, name: str) -> tuple[str, ...]:
    """Return the columns that a table of the file has, in their order."""
    found = connection.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (name,))
    return tuple(found.scalars())


def table_state(
    connection: Connection, name: str, columns: Sequence[str] | None = None
) -> TableState:
    """Return what the rows of a table hold in some of its columns, in all of them by default."""
    wanted = column_names(connection, name) if columns is None else tuple(columns)
    source = table(name, *(column(each) for each in wanted))
    digest, rows = sha256(), 0
    for row in connection.execute(select(source).order_by(literal_column("rowid"))):
        digest.update(f"{_line(list(row))}\n".encode())
        rows += 1
    return TableState(wanted, rows, digest.hexdigest())
