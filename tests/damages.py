"""Registers out of order, each in one way: what a bad disk, another program or a bug may leave."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from partners_app.domain.changes import Change, ChangeSet
from partners_app.domain.findings import FindingCode
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage import engine, journal

PAGE = 4096
Damage = Callable[[Path], None]


def run(path: Path, *statements: str) -> None:
    """Write to a file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def by_sql(*statements: str) -> Damage:
    """Return the damage that some statements do."""
    return lambda path: run(path, *statements)


def journalled(table: str, row_id: int, field: str, value: object) -> Damage:
    """Return a change that the journal knows of and that no service would make: a bug's work."""

    def write(path: Path) -> None:
        made = engine.file_engine(path, foreign_keys=False)
        with engine.writing(made, path) as connection:
            query = f"SELECT {field} FROM {table} WHERE id = {row_id}"
            before = connection.exec_driver_sql(query).scalar_one()
            item = Change(table, row_id, {field: before}, {field: value})  # type: ignore[dict-item]
            journal.apply(connection, ChangeSet(OperationKind.EDIT, (item,)), author="Ошибка")
        made.dispose()

    return write


def root_page(path: Path, name: str) -> int:
    """Return the first page of a table or an index."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(connection.execute(query, (name,)).fetchone()[0])


def smash(path: Path, *pages: int) -> None:
    """Write rubbish over whole pages."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(b"\xa5" * PAGE)


def smash_header(path: Path) -> None:
    """Write rubbish over the first bytes, where the file says what it is."""
    content = path.read_bytes()
    path.write_bytes(b"\xa5" * 100 + content[100:])


def truncate(path: Path) -> None:
    """Cut the file off in the middle."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


INDEX = "ix_event_report_year_date_earliest"


def damage_index(path: Path) -> None:
    """Let an index be that of yesterday: a page of it was not written when its table was."""
    entry = ("type", "name", "tbl_name", "rootpage", "sql")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        query = f"SELECT {', '.join(entry)} FROM sqlite_master WHERE name = ?"
        row = connection.execute(query, (INDEX,)).fetchone()
        connection.execute("DELETE FROM sqlite_master WHERE name = ?", (INDEX,))
        connection.commit()
    # Nothing keeps the index up to date now.
    run(path, "UPDATE event SET report_year = 1999 WHERE id IN (3, 5)")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
        connection.commit()


ROWS: dict[str, tuple[Damage, FindingCode, int]] = {
    "a text": (by_sql("UPDATE event SET text = text || '!' WHERE id = 100"),
               FindingCode.ROW_DIFFERS, 1),
    "no text": (by_sql("UPDATE event SET text = CAST(x'ff' AS TEXT) WHERE id IN (9, 10)"),
                FindingCode.ROW_DIFFERS, 2),
    "rows less": (by_sql("DELETE FROM event_link WHERE id < 4", "DELETE FROM event WHERE id < 4"),
                  FindingCode.ROW_DIFFERS, 6),
    "a row more": (by_sql("INSERT INTO setting(uuid, key, value) VALUES ('x', 'x', 'x')"),
                   FindingCode.ROW_DIFFERS, 1),
    "another parent": (by_sql("UPDATE agreement SET partner_id = 999 WHERE id = 7"),
                       FindingCode.ROW_DIFFERS, 1),
    "who made it": (by_sql("UPDATE event SET created_by = 'X' WHERE id = 9"),
                    FindingCode.ROW_DIFFERS, 1),
    "who changed it": (by_sql("UPDATE event SET changed_by = 'X' WHERE id = 9"),
                       FindingCode.ROW_DIFFERS, 1),
    "dates": (by_sql("UPDATE event SET date_earliest = '1920-01-01' WHERE id IN (1, 2, 3)"),
              FindingCode.DERIVED_STALE, 3),
    "a folded name": (by_sql("UPDATE partner SET name_key = 'x' WHERE id = 9"),
                      FindingCode.DERIVED_STALE, 1),
    "no words": (by_sql("DELETE FROM search"), FindingCode.SEARCH_STALE, 1),
    "words that lead nowhere": (by_sql("DELETE FROM search_data WHERE id > 10"),
                                FindingCode.SEARCH_STALE, 1),
    "words on a bad page": (
        by_sql("UPDATE search_data SET block = zeroblob(length(block)) WHERE id >= 10"),
        FindingCode.SEARCH_STALE, 1),
    "a parent that never was": (journalled("agreement", 7, "partner_id", 999),
                                FindingCode.PARENT_GONE, 1),
    "an event that stands nowhere": (journalled("event_link", 5, "event_id", 6),
                                     FindingCode.EVENT_WITHOUT_PLACE, 1),
    "one place twice": (journalled("country", 2, "position", 1024),
                        FindingCode.ORDER_TWICE, 1),
}  # fmt: skip
"""What can be put right, each with its finding and how many there are."""


def _backwards(path: Path) -> None:
    journalled("agreement", 7, "valid_from_text", "2020")(path)
    journalled("agreement", 7, "valid_to_text", "2018")(path)


TOLD: dict[str, tuple[Damage, FindingCode]] = {
    "one name twice": (journalled("country", 2, "name", "Aвcтрия"), FindingCode.SAME_NAME),
    "no such day": (journalled("event", 5, "date_text", "31 февраля"),
                    FindingCode.UNREADABLE_DATE),
    "an end before the beginning": (
        _backwards,
        FindingCode.DATES_REVERSED,
    ),
}  # fmt: skip
"""What only a clerk can put right."""

BROKEN: dict[str, tuple[Damage, FindingCode]] = {
    "a step less": (by_sql("DELETE FROM change WHERE id = 7"), FindingCode.HISTORY_DAMAGED),
    "a word of the history": (by_sql("UPDATE operation SET author = 'X' WHERE id = 1"),
                              FindingCode.HISTORY_DAMAGED),
    "the number of steps": (by_sql("UPDATE register_meta SET change_seq = 9"),
                            FindingCode.HISTORY_DAMAGED),
    "no text in the history": (
        by_sql("UPDATE operation SET label = CAST(x'ff' AS TEXT) WHERE id = 1"),
        FindingCode.HISTORY_DAMAGED,
    ),
}  # fmt: skip
"""What only a new file can put right, though SQLite has nothing against it."""
