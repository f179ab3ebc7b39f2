"""Which schema a file has, and the one road to the newest: also a new file is an upgrade.

Alembic is imported only when there is something to do; its import costs more than opening.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import DBAPIError

from partners_app import __version__
from partners_app.domain.errors import (
    ChangedSince,
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
from partners_app.storage.digest import TableState, column_names, table_names, table_state
from partners_app.storage.schema import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    SEARCH_SQL,
    SEARCH_TABLE,
    register_meta,
)

_HEADER_BYTES = 100
_START_BYTES = 256 * 1024
_SQLITE_MAGIC = b"SQLite format 3\0"
_OUR_TABLE = b"CREATE TABLE register_meta"
"""Stands near the beginning of each register, where SQLite keeps what its tables are."""
_WAL = b"\x02\x02"
"""File format versions of a file that was last written in WAL mode."""
_VERSION_TABLE = "alembic_version"


@dataclass(frozen=True, slots=True)
class Identity:
    """What the first bytes of a file say: whose it is and which schema it has."""

    application_id: int
    schema_version: int
    in_wal_mode: bool = False

    @property
    def is_older(self) -> bool:
        """Tell whether the file must be migrated before this program reads it."""
        return self.schema_version < SCHEMA_VERSION

    def stands_alone(self, path: Path) -> bool:
        """Tell whether another program left the file in WAL mode, with all that it wrote in it."""
        return self.in_wal_mode and not path.with_name(f"{path.name}-wal").exists()


@dataclass(frozen=True, slots=True)
class Lineage:
    """What an open file of any schema says of itself: which register it is, and which state."""

    schema_version: int
    register_uuid: str
    change_seq: int


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
            is_sqlite = header.startswith(_SQLITE_MAGIC)
            is_ours = not is_sqlite and _OUR_TABLE in file.read(_START_BYTES)
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise from_os_error(path, error) from error
    if not header:
        raise FileEmpty(path)
    if not is_sqlite:
        if is_ours:
            raise RegisterDamaged(path, "header")
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
    if _is_cut_off(path, header, size):
        raise RegisterDamaged(path, "truncated")
    return Identity(application, version, header[18:20] == _WAL)


def _is_cut_off(path: Path, header: bytes, size: int) -> bool:
    """Tell whether the file has fewer pages than it says itself.

    Not where a transaction was broken off: its journal still has to be rolled back.
    """
    said = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    is_told = header[24:28] == header[92:96] and pages > 0
    stray = (path.with_name(path.name + suffix) for suffix in ("-journal", "-wal"))
    return (
        is_told
        and size < pages * (65536 if said == 1 else said)
        and not any(each.exists() for each in stray)
    )


def lineage(connection: Connection, path: Path) -> Lineage:
    """Return what a file says of itself; RegisterDamaged when it does not."""
    try:
        rows = connection.execute(
            select(register_meta.c.register_uuid, register_meta.c.change_seq)
        ).all()
    except DBAPIError as error:
        raise RegisterDamaged(path, "register_meta") from error
    match [tuple(row) for row in rows]:
        case [(str(uuid), int(change_seq))]:
            return Lineage(schema_version(connection), uuid, change_seq)
    raise RegisterDamaged(path, "register_meta")


def schema_version(connection: Connection) -> int:
    """Return the schema of an open file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


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

    The caller keeps the original until this has returned. No table may lose a row, and one that
    the revisions do not name as touched holds what it held.
    """
    from alembic.util import CommandError

    try:
        _upgrade(path, create=False)
    except (DBAPIError, CommandError, ChangedSince) as error:
        # The tables are not those that a file of its version has.
        raise RegisterDamaged(path, "migration") from error


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
        check_objects(connection, path)
        before = {name: table_state(connection, name) for name in table_names(connection)}
        touched = run_migrations(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        _check(path, connection, before, touched)
    made.dispose()


def check_objects(connection: Connection, path: Path) -> None:
    """Raise RegisterDamaged when the file holds what this program never makes.

    A trigger or a view of a file that somebody sent would act on its own, behind the journal; a
    virtual table would run code of its module.
    """
    objects = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    for kind, name, sql in objects:
        is_virtual = kind == "table" and str(sql).upper().startswith("CREATE VIRTUAL")
        if kind not in ("table", "index") or (
            is_virtual and (name, sql) != (SEARCH_TABLE, SEARCH_SQL)
        ):
            raise RegisterDamaged(path, "schema")


def run_migrations(connection: Connection) -> set[str]:
    """Run the committed migrations that the file has not seen, inside the open transaction.

    Return the tables whose rows the revisions change, as each of them says in ``touched``.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config()
    # Alembic reads "%" as the start of a placeholder.
    folder = str(database_files() / "migrations").replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.attributes["connection"] = connection
    present = MigrationContext.configure(connection).get_current_revision()
    command.upgrade(config, "head")
    new = ScriptDirectory.from_config(config).iterate_revisions("head", present or "base")
    touched = {name for script in new for name in getattr(script.module, "touched", ())}
    return {_VERSION_TABLE, *touched}


def _check(
    path: Path,
    connection: Connection,
    before: Mapping[str, TableState],
    touched: Collection[str],
) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise RegisterDamaged(path, "foreign_key_check")
    if engine.faults(connection):
        raise RegisterDamaged(path, "integrity_check")
    names = table_names(connection)
    for name, state in before.items():
        if name not in names:
            raise RegisterDamaged(path, "row counts")
        # A column that was added is passed over.
        present = column_names(connection, name)
        after = table_state(connection, name, [each for each in state.columns if each in present])
        if after.rows < state.rows:
            raise RegisterDamaged(path, "row counts")
        if name not in touched and after != state:
            raise RegisterDamaged(path, "digests")
