"""Which schema a file has, and the one road to the newest: also a new file is an upgrade.

Alembic is imported only when there is something to do; its import costs more than opening.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, func, insert, select, table, update

from partners_app import __version__
from partners_app.domain.errors import (
    FileEmpty,
    FileIsFolder,
    FileMissing,
    FileTooNew,
    NotARegister,
    RegisterDamaged,
    from_os_error,
)
from partners_app.paths import database_files
from partners_app.storage import engine
from partners_app.storage.schema import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    SEARCH_TABLE,
    register_meta,
)

_HEADER_BYTES = 100
_SQLITE_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Identity:
    """What the first bytes of a file say: whose it is and which schema it has."""

    application_id: int
    schema_version: int


def identify(path: Path) -> Identity:
    """Return the identity of a register without opening it as a database.

    Not a byte of the file or its folder changes, not even a lock is taken. Raises FileMissing,
    FileIsFolder, FileEmpty, FileDenied, NotARegister (with what the file is instead), FileTooNew,
    or RegisterDamaged when the first bytes are not whole.
    """
    try:
        if path.is_dir():
            raise FileIsFolder(path)
        if path.exists() and not path.is_file():
            # A pipe or a device could be waited for without end.
            raise NotARegister(path, "unknown")
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise from_os_error(path, error) from error
    if not header:
        raise FileEmpty(path)
    if not header.startswith(_SQLITE_MAGIC):
        raise NotARegister(path, _other_kind(header))
    if len(header) < _HEADER_BYTES:
        raise RegisterDamaged(path, "header")
    # https://www.sqlite.org/fileformat.html: user version at 60, application id at 68.
    version = int.from_bytes(header[60:64], "big")
    application = int.from_bytes(header[68:72], "big")
    if application != APPLICATION_ID:
        raise NotARegister(path, "sqlite")
    if version > SCHEMA_VERSION:
        raise FileTooNew(path, version=version)
    if version < 1:
        raise RegisterDamaged(path, "version")
    return Identity(application, version)


def _other_kind(header: bytes) -> str:
    if header.startswith(b"PK"):
        return "excel"
    if header.startswith(b"\xd0\xcf\x11\xe0"):
        return "office"
    return "unknown"


def create_file(path: Path) -> None:
    """Make the tables and the identity of a new register in a missing or empty file."""
    _upgrade(path, create=True)
    made = engine.file_engine(path)
    with engine.writing(made, path) as connection:
        connection.execute(
            insert(register_meta),
            {
                "id": 1,
                "register_uuid": str(uuid4()),
                "change_seq": 0,
                "undo_floor": 0,
                "app_version": __version__,
                "min_reader_version": SCHEMA_VERSION,
            },
        )
    made.dispose()


def upgrade_file(path: Path) -> None:
    """Bring a copy of an older register to the newest schema, or raise RegisterDamaged.

    The caller keeps the original until this has returned; no table may lose a row.
    """
    _upgrade(path, create=False)


def set_undo_floor(connection: Connection, operation_id: int) -> None:
    """Make an operation and all before it the start, which undo does not go behind."""
    connection.execute(update(register_meta).values(undo_floor=operation_id))


def set_register_uuid(path: Path) -> None:
    """Give a copied file a name of its own among registers; its records keep theirs."""
    made = engine.file_engine(path)
    with engine.writing(made, path) as connection:
        connection.execute(update(register_meta).values(register_uuid=str(uuid4())))
    made.dispose()


def _upgrade(path: Path, *, create: bool) -> None:
    # Foreign keys are off while tables are rebuilt (SQLite would delete the children of a table
    # that is dropped), and that has to be said before the transaction begins.
    made = engine.file_engine(path, create=create, foreign_keys=False)
    with engine.writing(made, path) as connection:
        before = {} if create else _row_counts(connection)
        run_migrations(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        _check(path, connection, before)
    made.dispose()


def run_migrations(connection: Connection, revision: str = "head") -> None:
    """Run the committed migrations up to a revision inside the open transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Alembic reads "%" as the start of a placeholder.
    folder = str(database_files() / "migrations").replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _check(path: Path, connection: Connection, before: Mapping[str, int]) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise RegisterDamaged(path, "foreign_key_check")
    answer = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if answer != "ok":
        raise RegisterDamaged(path, "integrity_check")
    after = _row_counts(connection)
    if any(after.get(name, 0) < count for name, count in before.items()):
        raise RegisterDamaged(path, "row counts")


def _row_counts(connection: Connection) -> dict[str, int]:
    """Return the number of rows of every table that is there: an older file has not all of ours."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).scalars()
    # The index is made anew from the records; its own tables come and go with its pages.
    return {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
        for name in list(names)
        if name != SEARCH_TABLE and not name.startswith(f"{SEARCH_TABLE}_")
    }
