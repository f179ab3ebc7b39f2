"""Connections to a register: transactions that are real, settings that keep a file whole."""

import logging
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, cast

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from partners_app.domain.errors import (
    ChangedSince,
    DiskFull,
    FileDenied,
    FileFailed,
    FileMissing,
    NotARegister,
    RegisterDamaged,
    RegisterLocked,
    RegisterReplaced,
)
from partners_app.services.register import Register
from partners_app.storage import engine


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return an empty database with two tables, the second one's rows children of the first's."""
    path = tmp_path / "any.db"
    connection = sqlite3.connect(path)
    connection.executescript(
        "CREATE TABLE parent(id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
        "CREATE TABLE child(id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL"
        " REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED);"
        "INSERT INTO parent VALUES (1, 'Грац');"
    )
    connection.close()
    return path


def _plain_engine(path: Path) -> Engine:
    """Return an engine as SQLAlchemy makes it by itself, without our hooks."""
    return create_engine(
        "sqlite+pysqlite://", creator=lambda: sqlite3.connect(path), poolclass=NullPool
    )


def _with_hooks(path: Path) -> Engine:
    made = _plain_engine(path)
    engine.install_begin_hooks(made)
    return made


def _value(path: Path, statement: str) -> Any:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(statement).fetchone()[0]
    finally:
        connection.close()


def _table_survives_rollback(made: Engine, path: Path) -> bool:
    with made.connect() as connection, connection.begin() as transaction:
        connection.execute(text("CREATE TABLE half_done (id INTEGER)"))
        transaction.rollback()
    return bool(_value(path, "SELECT count(*) FROM sqlite_master WHERE name = 'half_done'"))


def _row_of_savepoint_survives_rollback(made: Engine, path: Path) -> bool:
    with made.connect() as connection, connection.begin() as transaction:
        with connection.begin_nested():
            connection.execute(text("INSERT INTO parent VALUES (2, 'Линц')"))
        transaction.rollback()
    return bool(_value(path, "SELECT count(*) FROM parent WHERE id = 2"))


def _version_survives_rollback(made: Engine, path: Path) -> bool:
    with made.connect() as connection, connection.begin() as transaction:
        connection.execute(text("PRAGMA user_version = 7"))
        transaction.rollback()
    return bool(_value(path, "PRAGMA user_version") == 7)


def _application_survives_rollback(made: Engine, path: Path) -> bool:
    with made.connect() as connection, connection.begin() as transaction:
        connection.execute(text("PRAGMA application_id = 99"))
        transaction.rollback()
    return bool(_value(path, "PRAGMA application_id") == 99)


_ROLLBACKS = [
    _table_survives_rollback,
    _row_of_savepoint_survives_rollback,
    _version_survives_rollback,
    _application_survives_rollback,
]


@pytest.mark.parametrize("survives", _ROLLBACKS)
def test_a_transaction_that_is_rolled_back_leaves_nothing(
    survives: Callable[[Engine, Path], bool], database: Path
) -> None:
    assert not survives(_with_hooks(database), database)
    assert not survives(engine.file_engine(database), database)


@pytest.mark.parametrize("survives", _ROLLBACKS)
def test_without_the_hooks_half_a_transaction_would_stay(
    survives: Callable[[Engine, Path], bool], database: Path
) -> None:
    # The tests above would pass for nothing if this driver had real transactions by itself.
    assert survives(_plain_engine(database), database)


def test_a_writer_takes_its_lock_at_once_and_a_reader_takes_none(database: Path) -> None:
    made = engine.file_engine(database)
    begun: list[str] = []
    event.listen(
        made,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_: begun.append(statement),
    )
    with engine.reading(made, database) as connection:
        connection.execute(text("SELECT 1"))
    with engine.writing(made, database) as connection:
        connection.execute(text("SELECT 1"))
    assert [statement for statement in begun if statement.startswith("BEGIN")] == [
        "BEGIN",
        "BEGIN IMMEDIATE",
    ]


_SETTINGS = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "temp_store": 2,  # in memory: no text of a clerk in a temporary file
    "busy_timeout": 5000,
}


def _pragmas(connection: Connection, names: list[str]) -> dict[str, Any]:
    found = {}
    for name in names:
        # mmap_size answers with no row where SQLite was built without it.
        found[name] = connection.exec_driver_sql(f"PRAGMA {name}").scalar() or 0
    return found


def test_every_connection_of_a_register_carries_the_settings(register: Register) -> None:
    assert register.read(_pragmas, list(_SETTINGS)) == _SETTINGS


def test_a_connection_that_only_reads_trusts_the_file_no_more(register: Register) -> None:
    made = engine.file_engine(register.path, read_only=True)
    names = ["trusted_schema", "cell_size_check", "mmap_size", "temp_store"]
    with engine.reading(made, register.path) as connection:
        assert _pragmas(connection, names) == {name: _SETTINGS[name] for name in names}
        with pytest.raises(SQLAlchemyError, match="readonly"):
            connection.execute(text("DELETE FROM setting"))


def test_a_file_left_in_wal_mode_is_turned_back(register: Register) -> None:
    connection = sqlite3.connect(register.path)
    assert connection.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    connection.close()
    register.set_setting("title", "Партнёры")
    assert _value(register.path, "PRAGMA journal_mode") == "delete"


def test_a_missing_file_is_never_made_by_opening_it(tmp_path: Path) -> None:
    path = tmp_path / "none.partners"
    for made in (engine.file_engine(path), engine.file_engine(path, read_only=True)):
        with pytest.raises(FileMissing), engine.reading(made, path):
            pass
        with pytest.raises(FileMissing), engine.writing(made, path):
            pass
    assert list(tmp_path.iterdir()) == []


def test_an_error_tells_no_name_of_a_person(
    database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "Иванов Иван Иванович"
    made = engine.file_engine(database)
    with (
        caplog.at_level(logging.DEBUG),
        pytest.raises(IntegrityError) as caught,
        engine.writing(made, database) as connection,
    ):
        connection.execute(
            text("INSERT INTO parent VALUES (:id, :name)"),
            [{"id": 2, "name": secret}, {"id": 3, "name": None}],
        )
    assert secret not in str(caught.value)
    assert "hidden due to hide_parameters" in str(caught.value)
    assert secret not in caplog.text


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/srv/a b.partners"), "file:/srv/a%20b.partners?mode=rw"),
        (PurePosixPath("/srv/№1#2?3%20.p"), "file:/srv/%E2%84%961%232%3F3%2520.p?mode=rw"),
        (PurePosixPath("/srv/Ё.p"), "file:/srv/%D0%81.p?mode=rw"),
        (PureWindowsPath(r"C:\Ё\a b.p"), "file:/C%3A/%D0%81/a%20b.p?mode=rw"),
        # A share: two slashes more, so that its name is no authority, which SQLite refuses.
        (PureWindowsPath(r"\\srv\share\a b.p"), "file:////srv/share/a%20b.p?mode=rw"),
        (PureWindowsPath(r"\\srv\с\a#b.p"), "file:////srv/%D1%81/a%23b.p?mode=rw"),
    ],
)
def test_the_uri_of_a_file(path: PurePosixPath | PureWindowsPath, uri: str) -> None:
    assert engine.file_uri(path, "rw") == uri


_NOT_ON_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="Windows allows no such name")
_NAMES = [
    "просто.partners",
    "с пробелом и ё.partners",
    "a#b.partners",
    "a%20b.partners",
    "100%.partners",
    pytest.param("a?mode=memory.partners", marks=_NOT_ON_WINDOWS),
    "a&b=c;d.partners",
    "«кавычки».partners",
    "quote's.partners",
    "~$temp.partners",
    "é́ 🏛.partners",
]


@pytest.mark.parametrize("name", _NAMES)
def test_a_register_lies_where_it_was_put(name: str, tmp_path: Path) -> None:
    folder = tmp_path / f"Папка {name}"
    folder.mkdir()
    path = folder / name
    made = Register.create(path, author="Анна")
    made.set_setting("title", name)
    made.close()
    assert [found.name for found in folder.iterdir()] == [path.name]
    again = Register.open(path, author="Анна")
    assert again.settings().title == name
    again.save_copy(folder / f"копия {name}")
    assert sorted(found.name for found in folder.iterdir()) == sorted([name, f"копия {name}"])


def test_a_path_that_is_relative_keeps_its_meaning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = Register.create(Path("r.partners"), author="Анна")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    made.set_setting("title", "там же")
    assert made.settings().title == "там же"
    assert list(Path().iterdir()) == []


@_NOT_ON_WINDOWS
def test_a_name_that_is_no_utf_8_can_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "r\udcff.partners"
    made = Register.create(path, author="Анна")
    made.set_setting("title", "Имя файла в другой кодировке")
    assert Register.open(path, author="Анна").settings().title.startswith("Имя")


def test_what_others_broke_is_told_apart_from_a_mistake_of_ours(database: Path) -> None:
    made = engine.file_engine(database)
    for statement in (
        "INSERT INTO child VALUES (1, 99)",
        "INSERT INTO parent VALUES (1, 'снова')",
        "DELETE FROM parent WHERE id IN (SELECT parent_id FROM child)",
    ):
        with pytest.raises(ChangedSince), engine.writing(made, database) as connection:
            connection.execute(text("INSERT INTO child VALUES (7, 1)"))
            connection.execute(text(statement))
    with pytest.raises(IntegrityError), engine.writing(made, database) as connection:
        connection.execute(text("INSERT INTO parent VALUES (2, NULL)"))
    assert _value(database, "SELECT count(*) FROM child") == 0


def _error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("?")
    error.sqlite_errorcode = code
    error.sqlite_errorname = "SQLITE_SOMETHING"
    return error


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_BUSY, RegisterLocked),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, RegisterLocked),
        (sqlite3.SQLITE_LOCKED, RegisterLocked),
        (sqlite3.SQLITE_READONLY, FileDenied),
        (sqlite3.SQLITE_READONLY_DBMOVED, RegisterReplaced),
        (sqlite3.SQLITE_PERM, FileDenied),
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_IOERR, FileFailed),
        (sqlite3.SQLITE_IOERR_FSYNC, FileFailed),
        (sqlite3.SQLITE_CORRUPT, RegisterDamaged),
        (sqlite3.SQLITE_CORRUPT_INDEX, RegisterDamaged),
        (sqlite3.SQLITE_NOTADB, NotARegister),
        (sqlite3.SQLITE_CANTOPEN, FileMissing),
    ],
)
def test_each_failure_of_sqlite_has_its_meaning(
    code: int, expected: type[Exception], tmp_path: Path
) -> None:
    path = tmp_path / "none.partners"
    found = engine.failure(path, _error(code))
    assert type(found) is expected


def test_a_file_that_cannot_be_opened_though_it_is_there_is_denied(database: Path) -> None:
    assert type(engine.failure(database, _error(sqlite3.SQLITE_CANTOPEN))) is FileDenied


def test_a_mistake_in_our_own_sql_stays_one(database: Path) -> None:
    assert engine.failure(database, _error(sqlite3.SQLITE_ERROR)) is None
    made = engine.file_engine(database)
    with pytest.raises(SQLAlchemyError), engine.reading(made, database) as connection:
        connection.execute(text("SELECT * FROM no_such_table"))


def test_new_ids_are_above_every_id_ever_used(register: Register) -> None:
    def highest(connection: Connection) -> list[range]:
        return [
            engine.next_ids(connection, "region", 2),
            engine.next_ids(connection, "region", 2, above=100),
            engine.next_ids(connection, "event", 1),
        ]

    assert register.read(highest) == [range(4, 6), range(101, 103), range(1, 2)]


def test_what_a_newer_sqlite_says_of_the_index_of_words_keeps_nobody_out() -> None:
    """Here the check of an older one passes over it; the installed program has a newer one."""
    of_words = "malformed inverted index for FTS5 table main.search"
    not_looked_at = "unable to validate the inverted index for FTS5 table main.search: disk I/O"
    of_a_page = "Tree 5 page 9: btreeInitPage() returns error code 11"

    class Says:
        def __init__(self, *lines: str) -> None:
            self.lines, self.asked = lines, ""

        def exec_driver_sql(self, statement: str) -> "Says":
            self.asked = statement
            return self

        def scalars(self) -> tuple[str, ...]:
            return self.lines

    def found(*lines: str) -> list[str]:
        return engine.faults(cast("Connection", Says(*lines)))

    assert found("ok") == found(of_words) == found(not_looked_at) == []
    assert found(of_words, of_a_page) == found(of_a_page) == [of_a_page]
    says = Says("ok")
    engine.faults(cast("Connection", says), quick=True)
    assert says.asked == "PRAGMA quick_check(2)", "the line that is passed over counts"
