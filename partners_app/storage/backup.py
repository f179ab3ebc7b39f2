"""Copies of a register that are proved, not just written.

``integrity_check`` says "ok" of an empty file too; a copy counts only when its identity, the
number of rows of each table and the digest of all rows equal the source's, or when its steps are
the source's and its rows what the steps made.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, func, select

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.errors import (
    BackupFailed,
    DiskFull,
    FileDenied,
    FileFailed,
    PartnersError,
    RegisterDamaged,
    RegisterLocked,
    from_os_error,
)
from partners_app.storage import engine
from partners_app.storage.consistency import check_against_journal, check_derived
from partners_app.storage.digest import bytes_digest, file_digest, row_counts
from partners_app.storage.migrate import check_objects, identify, upgrade_file
from partners_app.storage.schema import SEARCH_TABLE, metadata, operation, register_meta


@dataclass(frozen=True, slots=True)
class Proof:
    """What a register file was found to hold."""

    register_uuid: str
    change_seq: int
    counts: dict[str, int]
    digest: str


def prove(connection: Connection) -> Proof:
    """Return what the file of an open read transaction holds."""
    row = connection.execute(
        select(register_meta.c.register_uuid, register_meta.c.change_seq)
    ).one()
    return Proof(row[0], row[1], row_counts(connection), file_digest(connection))


def verify(path: Path, *, derived: bool = True) -> Proof:
    """Read a register file whole and return what it holds.

    Raises what ``identify`` raises, and RegisterDamaged when SQLite's own check, the foreign
    keys, the set of tables, the rows (against the journal) or, where ``derived`` is asked for,
    what follows from them are not in order. Nothing is written. Of an older register a copy is
    migrated, and its rows are compared there.
    """
    identity = identify(path)
    made = engine.file_engine(path, read_only=True, immutable=identity.stands_alone(path))
    try:
        with engine.sound_content(path), engine.reading(made, path) as connection:
            # Before anything that could wake what a file that somebody sent brings along.
            check_objects(connection, path)
            if engine.faults(connection):
                raise RegisterDamaged(path, "integrity_check")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RegisterDamaged(path, "foreign_key_check")
            if identity.is_older:
                with upgraded_copy(path) as copy:
                    upgraded = engine.file_engine(copy, read_only=True)
                    with engine.reading(upgraded, path) as migrated:
                        _check_rows(migrated, path, derived=derived)
            else:
                _check_rows(connection, path, derived=derived)
            return prove(connection)
    finally:
        made.dispose()


def _check_rows(connection: Connection, path: Path, *, derived: bool) -> None:
    check_tables(connection, path)
    check_against_journal(connection, path)
    if derived:
        check_derived(connection, path)


@contextmanager
def settled(path: Path) -> Iterator[Path]:
    """Give a file that is read without a byte of the register written: itself, or a copy.

    SQLite has to write before it reads what a crash left half written, with its journal beside it,
    and what another program has put into WAL mode. Raises RegisterLocked while somebody writes.
    """
    if not _has_to_be_written(path):
        yield path
        return
    with _copy_to_come(path) as copy:
        try:
            before = _stamps(path)
            for file in before:
                shutil.copyfile(file, copy.with_name(file.name))
            if _stamps(path) != before:
                raise RegisterLocked(path)
        except OSError as error:
            raise from_os_error(path, error) from error
        with engine.writing(engine.file_engine(copy), path):
            pass
        yield copy


def _has_to_be_written(path: Path) -> bool:
    if identify(path).in_wal_mode:
        return True
    if not path.with_name(f"{path.name}-journal").exists():
        return False
    try:
        with engine.reading(engine.file_engine(path, read_only=True), path) as connection:
            connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1")
    except FileDenied as error:
        return error.reason == "SQLITE_READONLY_ROLLBACK"
    return False


def _stamps(path: Path) -> dict[Path, tuple[int, int]]:
    """Return the register's file and its journals, each with what changes when it is written."""
    files = (path.with_name(path.name + suffix) for suffix in ("", "-journal", "-wal"))
    found = {file: file.stat() for file in files if file.exists()}
    return {file: (stat.st_size, stat.st_mtime_ns) for file, stat in found.items()}


@contextmanager
def _copy_to_come(path: Path) -> Iterator[Path]:
    """Give the name of a copy to come, in a folder that goes afterwards."""
    try:
        folder = TemporaryDirectory(prefix="partners-", ignore_cleanup_errors=True)
    except OSError as error:
        raise from_os_error(path, error) from error
    with folder as name:
        yield Path(name) / path.name


@contextmanager
def upgraded_copy(path: Path) -> Iterator[Path]:
    """Give a copy of an older register in the newest schema, in a folder that goes afterwards.

    Raises RegisterDamaged, of the register itself, when it cannot be brought there.
    """
    with _copy_to_come(path) as copy:
        _vacuum_into(engine.file_engine(path, read_only=True), path, copy)
        try:
            upgrade_file(copy)
        except RegisterDamaged as error:
            error.path = path
            raise
        yield copy


def quick_check(connection: Connection, path: Path) -> None:
    """Raise RegisterDamaged when a page of the file or its set of tables is out of order."""
    check_objects(connection, path)
    if engine.faults(connection, quick=True):
        raise RegisterDamaged(path, "quick_check")
    check_tables(connection, path)


def check_tables(connection: Connection, path: Path) -> None:
    """Raise RegisterDamaged when a table lacks."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    if not {*metadata.tables, SEARCH_TABLE} <= set(names.scalars()):
        raise RegisterDamaged(path, "tables")
    if connection.execute(select(func.count()).select_from(register_meta)).scalar_one() != 1:
        raise RegisterDamaged(path, "register_meta")


def copy_verified(source: Engine, path: Path, copy: Path) -> Proof:
    """Write a compact copy of an open register into a missing or empty file, and prove it.

    Raises BackupFailed when what was written is not what the source held, and what SQLite says of
    the disk when it could not be written. The caller removes the copy then.
    """
    _vacuum_into(source, path, copy)
    stop_if_unwanted()
    try:
        written = verify(copy, derived=False)
    except PartnersError as error:
        raise BackupFailed(copy, type(error).__name__) from error
    with engine.reading(source, path) as connection:
        newest = connection.execute(select(register_meta.c.change_seq)).scalar_one()
        if newest == written.change_seq:
            if prove(connection) != written:
                raise BackupFailed(copy, "content")
            return written
        # Somebody wrote meanwhile. The rows of the copy are what its steps made of them: it is a
        # state of the source when its steps are the source's, but for those that came since.
        expected = _steps(connection, written.change_seq)
    made = engine.file_engine(copy, read_only=True)
    with engine.reading(made, copy) as connection:
        if _steps(connection, written.change_seq) != expected:
            raise BackupFailed(copy, "content")
    return verify(copy)


def copy_as_it_is(source: Engine, path: Path, copy: Path) -> None:
    """Write a copy of a register that does not verify, and prove that it holds the same rows.

    Raises BackupFailed when it does not, and what SQLite says of the disk.
    """
    _vacuum_into(source, path, copy)
    stop_if_unwanted()
    made = engine.file_engine(copy, read_only=True)
    with engine.reading(source, path) as before, engine.reading(made, copy) as after:
        if bytes_digest(before) != bytes_digest(after):
            raise BackupFailed(copy, "content")


def _steps(connection: Connection, change_seq: int) -> list[str]:
    query = select(operation.c.digest).where(operation.c.change_seq <= change_seq)
    return list(connection.execute(query.order_by(operation.c.change_seq)).scalars())


def _vacuum_into(source: Engine, path: Path, copy: Path) -> None:
    # VACUUM runs outside transactions, so on the driver's own connection.
    try:
        with engine.named_failures(path):
            raw = source.raw_connection()
            try:
                raw.cursor().execute("VACUUM INTO ?", (str(copy),))
            finally:
                raw.close()
    except (DiskFull, FileDenied, FileFailed) as error:
        # The source is only read; what failed is the copy.
        raise type(error)(copy, error.reason) from error
