"""The folded full-text index: one entry a record, kept by the journal.

SQLite folds neither Cyrillic case nor ё, so both the index and the query are folded before.
An entry's rowid is the record's id and kind in one number.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Integer, select, text
from sqlalchemy.exc import DatabaseError

from partners_app.domain.names import fold_text
from partners_app.storage.schema import JOURNALLED, SEARCH_SQL, SEARCH_TABLE

_Id = TypeVar("_Id", int, str)
_KINDS = ("region", "country", "partner", "agreement", "event")
_SLOTS = 8
_MAIN = {
    "region": "name",
    "country": "name",
    "partner": "name",
    "agreement": "title",
    "event": "text",
}
_REST: dict[str, tuple[str, ...]] = {
    "region": ("remark",),
    "country": ("remark",),
    "partner": ("status_reason", "remark"),
    "agreement": (
        "our_signatory",
        "their_signatory",
        "registration_number",
        "areas",
        "responsible",
        "original_place",
        "remark",
    ),
    "event": ("date_text", "participants", "responsible", "source", "remark"),
}
_NAME_OWNERS = ("country", "partner")
_PARTS = ("config", "content", "data", "docsize", "idx")
"""The tables in which FTS5 keeps an index: the entries in ``content``, their words in ``data``."""
_COPY = "proved_search"


def _rowid(table: str, row_id: int) -> int:
    return row_id * _SLOTS + _KINDS.index(table)


def reindex(connection: Connection, touched: Iterable[tuple[str, int]]) -> None:
    """Bring the index entries of the given (table, id) of records up to date with their rows."""
    by_table: dict[str, set[int]] = {}
    for table, row_id in touched:
        if table in _KINDS:
            by_table.setdefault(table, set()).add(row_id)
    for table, ids in by_table.items():
        entries = _entries(connection, table, sorted(ids))
        gone = {_rowid(table, row_id) for row_id in ids}.difference(entry[0] for entry in entries)
        # The driver's own statements: SQLAlchemy would look at each parameter.
        if gone:
            connection.exec_driver_sql(
                "DELETE FROM search WHERE rowid = ?", [(rowid,) for rowid in sorted(gone)]
            )
        if entries:
            connection.exec_driver_sql(
                "REPLACE INTO search(rowid, main, rest) VALUES (?, ?, ?)", entries
            )


def _entries(connection: Connection, table: str, ids: Sequence[int]) -> list[tuple[int, str, str]]:
    """Return (rowid, main, rest) of the records that exist."""
    source = JOURNALLED[table]
    columns = [source.c.id, source.c[_MAIN[table]], *(source.c[field] for field in _REST[table])]
    main: dict[int, list[str]] = {}
    rest: dict[int, str] = {}
    for part in batches(ids):
        for row_id, name, *others in connection.execute(
            select(*columns).where(source.c.id.in_(part))
        ):
            main[row_id] = [name or ""]
            rest[row_id] = "\n".join(value for value in others if value)
        if table in _NAME_OWNERS:
            names = JOURNALLED["other_name"]
            owner = names.c[f"{table}_id"]
            for owner_id, name in connection.execute(
                select(owner, names.c.name).where(owner.in_(part)).order_by(names.c.position)
            ):
                if owner_id in main:
                    main[owner_id].append(name)
    return [
        (_rowid(table, row_id), fold_text("\n".join(names)), fold_text(rest[row_id]))
        for row_id, names in main.items()
    ]


def is_current(connection: Connection) -> bool:
    """Tell whether the index holds and finds exactly the entries that follow from the records.

    An entry stands beside the words that lead to it, and either can be damaged alone.
    """
    if not _finds_its_entries(connection):
        return False
    held: dict[object, tuple[str, str]] = {
        row[0]: (row[1], row[2])
        for row in connection.execute(text("SELECT rowid, main, rest FROM search"))
    }
    for table in _KINDS:
        ids = list(connection.execute(select(JOURNALLED[table].c.id)).scalars())
        for rowid, name, others in _entries(connection, table, ids):
            if held.pop(rowid, None) != (name, others):
                return False
    return not held


def _finds_its_entries(connection: Connection) -> bool:
    """Tell whether each word of the entries, and no other, leads to them.

    FTS5 compares the two itself, but only in a database that it may write: in a copy in memory.
    """
    run = connection.exec_driver_sql
    run(SEARCH_SQL.replace(f"TABLE {SEARCH_TABLE} ", f"TABLE temp.{_COPY} ", 1))
    try:
        for part in _PARTS:
            run(f"DELETE FROM temp.{_COPY}_{part}")
            run(f"INSERT INTO temp.{_COPY}_{part} SELECT * FROM main.{SEARCH_TABLE}_{part}")
        run(f"INSERT INTO temp.{_COPY}({_COPY}) VALUES ('integrity-check')")
    except DatabaseError as error:
        if getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_CORRUPT_VTAB:
            raise
        return False
    finally:
        run(f"DROP TABLE temp.{_COPY}")
    return True


def match_expression(query: str, *, main_only: bool = False) -> str:
    """Return the FTS5 query that asks for every word of a text, by its beginning; empty: none.

    ``main_only`` asks in what a record is called by: its name, title or text.
    """
    # A word without a letter or figure («&») is none to the index, and nothing would be found.
    folded = [word for word in fold_text(query).split() if any(map(str.isalnum, word))]
    words = match_beginnings(folded)
    return f"main : ({words})" if words and main_only else words


def match_beginnings(beginnings: Iterable[str]) -> str:
    """Return the FTS5 query that asks for every one of some folded beginnings of words."""
    return " ".join(f'"{beginning}"*' for beginning in beginnings)


def find(connection: Connection, table: str, query: str) -> set[int]:
    """Return the ids of the records of one table that hold a beginning of every word."""
    expression = match_expression(query)
    if not expression:
        return set()
    rows = connection.execute(
        text("SELECT rowid FROM search WHERE search MATCH :query AND rowid % :slots = :kind"),
        {"query": expression, "slots": _SLOTS, "kind": _KINDS.index(table)},
    )
    return {row[0] // _SLOTS for row in rows}


def rowid_in_matches(
    table: str, column: ColumnElement[int], most: int | None = None
) -> ColumnElement[bool]:
    """Return the condition that a record's id is among the hits of parameter ``search_query``.

    With ``most``, among so many of the newest hits.
    """
    # The id is made of the rowid, not the other way round: SQLite then goes from the hits to the
    # records, and not through all records.
    found = text(
        f"SELECT rowid / {_SLOTS} FROM search "
        f"WHERE search MATCH :search_query AND rowid % {_SLOTS} = {_KINDS.index(table)}"
        + ("" if most is None else f" ORDER BY rowid DESC LIMIT {most:d}")
    )
    return column.in_(found.columns(Column("id", Integer)))


def batches(ids: Sequence[_Id], size: int = 500) -> Iterable[Sequence[_Id]]:
    """Cut ids or UUIDs into lists short enough for one statement's parameters."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
