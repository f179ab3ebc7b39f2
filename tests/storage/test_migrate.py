"""What a file is before it is opened, and the one road to its tables."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine

from partners_app.domain.errors import (
    FileDenied,
    FileEmpty,
    FileIsFolder,
    FileMissing,
    FileProblem,
    FileTooNew,
    NotARegister,
    RegisterDamaged,
)
from partners_app.paths import database_files
from partners_app.services.register import Register
from partners_app.storage import backup, migrate
from partners_app.storage.schema import (
    APPLICATION_ID,
    JOURNALLED,
    SCHEMA_VERSION,
    SEARCH_TABLE,
    metadata,
    own_fields,
)
from tools.write_schema import schema_sql


def _ours(version: int, application: int = APPLICATION_ID) -> bytes:
    header = bytearray(b"SQLite format 3\0" + bytes(84))
    header[60:64] = version.to_bytes(4, "big")
    header[68:72] = application.to_bytes(4, "big")
    return bytes(header)


def _foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE notes(text TEXT); INSERT INTO notes VALUES ('чужое');")
    connection.close()


def _bytes(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


_NOT_OURS: dict[str, tuple[Callable[[Path], Any], type[FileProblem], str]] = {
    "missing": (lambda path: None, FileMissing, ""),
    "folder": (lambda path: path.mkdir(), FileIsFolder, ""),
    "empty": (_bytes(b""), FileEmpty, ""),
    "one byte": (_bytes(b"S"), NotARegister, "unknown"),
    "half a header": (_bytes(_ours(1)[:50]), RegisterDamaged, "header"),
    "workbook": (_bytes(b"PK\x03\x04" + bytes(500)), NotARegister, "excel"),
    "old workbook": (_bytes(b"\xd0\xcf\x11\xe0" + bytes(500)), NotARegister, "office"),
    "text": (_bytes("Сотрудничество Санкт-Петербурга".encode()), NotARegister, "unknown"),
    "foreign database": (_foreign_database, NotARegister, "sqlite"),
    "another application": (_bytes(_ours(1, 0x4D504258)), NotARegister, "sqlite"),
    "newer": (_bytes(_ours(SCHEMA_VERSION + 1)), FileTooNew, ""),
    "without a version": (_bytes(_ours(0)), RegisterDamaged, "version"),
}  # fmt: skip


def _listing(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return names, times of change and contents of a folder."""
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mtime_ns,
            path.stat().st_size,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize("what", _NOT_OURS)
def test_what_is_no_register_is_named_and_left_as_it_is(what: str, tmp_path: Path) -> None:
    make, expected, reason = _NOT_OURS[what]
    path = tmp_path / "r.partners"
    make(path)
    before = _listing(tmp_path)
    for look in (
        migrate.identify,
        backup.verify,
        lambda file: Register.open(file, author="Анна"),
    ):
        with pytest.raises(expected) as caught:
            look(path)
        assert type(caught.value) is expected
        assert caught.value.path == path
        assert caught.value.reason == reason
        assert _listing(tmp_path) == before


def test_a_newer_register_says_its_version(tmp_path: Path) -> None:
    path = tmp_path / "r.partners"
    path.write_bytes(_ours(9))
    with pytest.raises(FileTooNew) as caught:
        migrate.identify(path)
    assert caught.value.version == 9


def test_a_whole_register_of_a_newer_program_is_not_touched(register: Register) -> None:
    connection = sqlite3.connect(register.path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = _listing(register.path.parent)
    with pytest.raises(FileTooNew):
        Register.open(register.path, author="Анна")
    assert _listing(register.path.parent) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "r.partners"
    os.mkfifo(path)
    with pytest.raises(NotARegister):
        migrate.identify(path)


def test_a_name_inside_a_file_or_a_missing_folder_is_missing(register: Register) -> None:
    for path in (register.path / "r.partners", register.path.parent / "none" / "r.partners"):
        with pytest.raises(FileMissing):
            migrate.identify(path)


def test_a_file_that_may_not_be_read_is_denied(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileDenied):
        migrate.identify(register.path)


def test_a_register_says_whose_it_is(register: Register) -> None:
    assert migrate.identify(register.path) == migrate.Identity(APPLICATION_ID, SCHEMA_VERSION)
    assert APPLICATION_ID.to_bytes(4, "big") == b"PRTN"


# --- the tables -----------------------------------------------------------------------------------


def _ours_only(_object: object, name: str | None, kind: str, *_: object) -> bool:
    return not (kind == "table" and name is not None and name.startswith(SEARCH_TABLE))


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(
        connection,
        opts={
            "include_object": _ours_only,
            "compare_type": True,
        },
    )
    return list(compare_metadata(context, metadata))


def test_the_migrations_make_exactly_the_tables_that_the_program_uses(register: Register) -> None:
    assert register.read(_differences) == []


def _columns(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Return what SQLite itself knows of the columns of each table: type, default, key."""
    statement = "SELECT name, type, [notnull], dflt_value, pk FROM pragma_table_xinfo(?)"
    return {
        name: [tuple(row) for row in connection.exec_driver_sql(statement, (name,))]
        for name in metadata.tables
    }


def test_the_columns_are_those_of_the_program_with_their_defaults(register: Register) -> None:
    made = create_engine("sqlite+pysqlite://")
    with made.begin() as connection:
        metadata.create_all(connection)
        expected = _columns(connection)
    assert register.read(_columns) == expected
    assert any("''" in str(column) for column in expected["event"])


def test_a_difference_between_migrations_and_tables_would_be_seen(register: Register) -> None:
    connection = sqlite3.connect(register.path)
    connection.execute("DROP INDEX ix_event_link_partner_id_position")
    connection.execute("ALTER TABLE event ADD COLUMN weather TEXT")
    connection.close()
    seen = {difference[0] for difference in register.read(_differences)}
    assert seen == {"add_index", "remove_column"}


def test_the_words_of_each_record_are_indexed_from_their_first_letter(register: Register) -> None:
    def found(connection: Connection) -> list[int]:
        return list(
            connection.exec_driver_sql("SELECT rowid FROM search WHERE search MATCH 'е*'").scalars()
        )

    assert len(register.read(found)) == 1  # Европа


def test_schema_sql_is_what_the_migrations_make() -> None:
    written = (database_files() / "schema.sql").read_text(encoding="utf-8")
    assert written == schema_sql(), "run `python -m tools.write_schema`"


def test_every_record_keeps_its_uuid_and_is_never_numbered_anew() -> None:
    for name, table in JOURNALLED.items():
        assert table.c.uuid.unique, name
        assert table.dialect_options["sqlite"]["autoincrement"], name
        assert "id" not in own_fields(table)
        for key in table.foreign_keys:
            assert key.deferrable, name
            assert key.initially == "DEFERRED", name
            assert key.ondelete is None, name


def test_opening_a_register_of_today_loads_no_migrations(register: Register) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from partners_app.services.register import Register\n"
        "Register.open(Path(sys.argv[1]), author='Анна').settings()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program, register.path], cwd=root, check=False)
    assert done.returncode == 0
