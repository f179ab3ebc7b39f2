"""Engines: how a register file is connected to, and what only SQLite has.

The settings are those that keep a file whole through a crash on any disk or share: a rollback
journal (WAL does not work across machines), ``synchronous=EXTRA`` (only that syncs the folder
after the journal is unlinked), never a mode that creates a missing file.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool

from partners_app.domain.errors import (
    ChangedSince,
    DiskFull,
    FileDenied,
    FileFailed,
    FileMissing,
    NotARegister,
    PartnersError,
    PathTooLong,
    RegisterDamaged,
    RegisterLocked,
    RegisterReplaced,
)
from partners_app.storage import folding

__all__ = [
    "Connection",
    "Engine",
    "faults",
    "file_engine",
    "file_uri",
    "reading",
    "sound_content",
    "writing",
]

BUSY_SECONDS = 5.0
_WRITES = "partners_writes"
_IMMUTABLE = "&immutable=1"
_LONGEST_POSIX_PATH = 512
"""Bytes of a path that SQLite takes on POSIX (MAX_PATHNAME), whatever the system does."""
_OF_SEARCH = re.compile("inverted index for FTS5 table")
_OTHERS_CAN_CAUSE = frozenset(
    [
        sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY,
        sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
        sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    ]
)
"""Constraints that a row written or deleted by somebody else in the meantime can break."""


def file_uri(path: PurePath, mode: str) -> str:
    """Return SQLite's URI of an absolute path; ``mode`` is ro, rw or rwc.

    Not ``Path.as_uri``: SQLite refuses the authority that it makes of a share's name, and an
    f-string would lose everything after a ``#`` or ``?``.
    """
    text = path.as_posix()
    if text.startswith("//"):
        text = "//" + text
    elif not text.startswith("/"):
        text = "/" + text
    # fsencode: a name on Linux may hold bytes that are no UTF-8.
    return f"file:{quote(os.fsencode(text))}?mode={mode}"


def file_engine(
    path: Path,
    *,
    read_only: bool = False,
    create: bool = False,
    foreign_keys: bool = True,
    immutable: bool = False,
) -> Engine:
    """Return an engine on one file whose connections carry the register's settings.

    ``immutable``: nobody writes to it meanwhile. A file in WAL mode is read without others beside
    it then.
    """
    mode = "ro" if read_only else "rwc" if create else "rw"
    uri = file_uri(path.absolute(), mode) + (_IMMUTABLE if immutable else "")

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)

    # hide_parameters: an error's text would carry names of people into logs.
    engine = create_engine(
        "sqlite+pysqlite://", creator=connect, poolclass=NullPool, hide_parameters=True
    )
    install_begin_hooks(engine)
    event.listen(engine, "connect", _set_read_only if read_only else _set_writable)
    event.listen(engine, "connect", _teach_folding)
    if foreign_keys and not read_only:
        event.listen(engine, "connect", _check_foreign_keys)
    return engine


def install_begin_hooks(engine: Engine) -> None:
    """Make transactions real on Python 3.11, whose sqlite3 commits before each DDL statement."""
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)


def _leave_transactions_to_us(connection: Any, _record: object) -> None:
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    # IMMEDIATE: a read that turns into a write fails at once, whatever the timeout.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _set_read_only(connection: Any, _record: object) -> None:
    for statement in (
        "PRAGMA trusted_schema=OFF",
        "PRAGMA cell_size_check=ON",
        "PRAGMA mmap_size=0",
        "PRAGMA temp_store=MEMORY",
    ):
        connection.execute(statement)


def _set_writable(connection: Any, record: object) -> None:
    _set_read_only(connection, record)
    for statement in ("PRAGMA synchronous=EXTRA", "PRAGMA secure_delete=ON"):
        connection.execute(statement)
    mode = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    if mode != "delete":
        raise sqlite3.OperationalError(f"journal mode is {mode}")


def _teach_folding(connection: Any, _record: object) -> None:
    folding.install(connection)


def _check_foreign_keys(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys=ON")


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection in one read transaction; SQLite's failures become PartnersError."""
    with named_failures(path), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection in one write transaction, committed at the end, else rolled back.

    A row that a foreign key misses at the end, or an id that is there already, was written by
    somebody else: ChangedSince. A value that no row may hold is a mistake of the caller.
    """
    try:
        with named_failures(path), engine.connect() as plain:
            connection = plain.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection
    except IntegrityError as error:
        if getattr(error.orig, "sqlite_errorcode", None) not in _OTHERS_CAN_CAUSE:
            raise
        raise ChangedSince("", 0, ()) from error


@contextmanager
def named_failures(path: Path) -> Iterator[None]:
    """Turn what SQLite reports of the file, the disk or other users into PartnersError."""
    try:
        yield
    except IntegrityError:
        raise
    except UnicodeDecodeError as error:
        # SQLite's own words about a damaged file quote its damaged names.
        raise RegisterDamaged(path, "text") from error
    except DatabaseError as error:
        known = failure(path, error.orig)
        if known is None:
            raise
        raise known from error
    except sqlite3.Error as error:
        known = failure(path, error)
        if known is None:
            raise
        raise known from error


@contextmanager
def sound_content(path: Path) -> Iterator[None]:
    """Turn a value that is no text, no JSON, no date any more, or a table that lacks, into damage.

    For whoever reads a file that nobody has looked through: raises RegisterDamaged.
    """
    try:
        yield
    except (DBAPIError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise RegisterDamaged(path, "content") from error


def failure(path: Path, error: BaseException | None) -> PartnersError | None:
    """Return what a failure of SQLite means to the user, or None when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The driver's own: the bytes of a text column are no text any more.
        undecodable = isinstance(error, sqlite3.OperationalError) and "decode" in str(error)
        return RegisterDamaged(path, "text") if undecodable else None
    name = str(getattr(error, "sqlite_errorname", ""))
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return RegisterReplaced(path, name)
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return RegisterLocked(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return FileDenied(path, name)
        case sqlite3.SQLITE_FULL:
            return DiskFull(path, name)
        case sqlite3.SQLITE_IOERR:
            return FileFailed(path, name)
        case sqlite3.SQLITE_CORRUPT:
            return RegisterDamaged(path, name)
        case sqlite3.SQLITE_NOTADB:
            return NotARegister(path, "unknown")
        case sqlite3.SQLITE_CANTOPEN:
            if os.name == "posix" and len(os.fsencode(path.absolute())) > _LONGEST_POSIX_PATH:
                return PathTooLong(path, name)
            return FileDenied(path, name) if path.exists() else FileMissing(path, name)
        case _:
            return None


def faults(connection: Connection, *, quick: bool = False, most: int = 1) -> list[str]:
    """Return what SQLite's own check finds wrong with pages, tables and indexes, a line each.

    Newer versions look into the index of words too. That is passed over: the register can be read
    without it, ``search.is_current`` looks at it, and it is made anew from the records.
    """
    check = "quick_check" if quick else "integrity_check"
    # One more than is wanted: the line that is passed over counts.
    lines = connection.exec_driver_sql(f"PRAGMA {check}({most + 1})").scalars()
    return [line for line in lines if line != "ok" and not _OF_SEARCH.search(line)]


def next_ids(connection: Connection, table: str, count: int, *, above: int = 0) -> range:
    """Return ids for rows to insert that no row of the table ever had, all higher than ``above``.

    Safe inside a write transaction only: AUTOINCREMENT keeps the highest id ever used.
    """
    row = connection.exec_driver_sql(
        "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
    ).fetchone()
    first = max(above, 0 if row is None else int(row[0])) + 1
    return range(first, first + count)
