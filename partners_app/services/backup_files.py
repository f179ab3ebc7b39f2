"""Where the backups of a register lie, how they are called, and how one is put there."""

import filecmp
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from partners_app.domain.backup_reason import BackupReason
from partners_app.domain.errors import BackupFailed, DiskFull, FileMissing, from_os_error
from partners_app.exchange.atomic_file import atomic_write
from partners_app.paths import as_name, is_folder, user_data
from partners_app.services import backup_notes
from partners_app.storage import backup, engine, migrate
from partners_app.storage.backup import Proof
from partners_app.storage.migrate import Lineage

_STAMP = "%Y-%m-%dT%H-%M-%SZ"
_NAME = re.compile(
    r".+_s(?P<change_seq>[0-9]{8,15})_(?P<written>[0-9T-]{19}Z)_v(?P<schema>[0-9]{1,6})"
    r"_(?P<reason>[a-z]+)\.partners"
)


@dataclass(frozen=True, slots=True)
class BackupName:
    """What the name of a backup says of it; ``written`` is in UTC, as the clock was then."""

    change_seq: int
    written: datetime
    schema_version: int
    reason: BackupReason


def folder_of(register_uuid: str, among: Path | None = None) -> Path:
    """Return the folder of one register's backups, under the user's data, not beside the file.

    ``among`` is another folder that holds those of all registers.
    """
    return (among or user_data() / "Backups") / as_name(register_uuid)


def read_name(path: Path) -> BackupName | None:
    """Return what the name of a file says; None: it is no backup of this program."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        written = datetime.strptime(found["written"], _STAMP).replace(tzinfo=UTC)
        reason = BackupReason(found["reason"])
    except ValueError:
        return None
    return BackupName(int(found["change_seq"]), written, int(found["schema"]), reason)


def new_backup_file(
    register: Path,
    register_uuid: str,
    *,
    change_seq: int,
    schema_version: int,
    reason: BackupReason,
) -> Path:
    """Return the name of a backup that is to be written now, in a folder that is there.

    The name holds the change number, by which backups are ordered: clocks go wrong. Raises the
    FileProblem that keeps the folder from being made, and DiskFull when the copy has no room.
    """
    now = datetime.now(UTC)
    while True:
        number = f"s{change_seq:08}_{now.strftime(_STAMP)}_v{schema_version}"
        name = f"{as_name(register.stem)}_{number}_{reason}.partners"
        target = folder_of(register_uuid) / name
        if not target.exists():
            break
        # After a restore the same number may stand for another state: no backup is written over.
        now += timedelta(seconds=1)
    _make_folder(register, target)
    return target


def back_up_file(path: Path, found: Lineage, reason: BackupReason) -> Path:
    """Write a verified backup of a register that is not open, and return its file."""
    source = engine.file_engine(path, read_only=True)
    target = new_backup_file(
        path,
        found.register_uuid,
        change_seq=found.change_seq,
        schema_version=found.schema_version,
        reason=reason,
    )
    write_proved(target, lambda temporary: backup.copy_verified(source, path, temporary))
    return target


def write_proved(target: Path, write: Callable[[Path], Proof]) -> Proof:
    """Put a backup in its place when it is proved, and remember that it is."""
    proofs: list[Proof] = []
    atomic_write(target, lambda temporary: proofs.append(write(temporary)))
    backup_notes.remember(target, proofs[0])
    return proofs[0]


def lineage_of(path: Path) -> Lineage:
    """Return what a register that is not open says of itself; raises what is wrong with it."""
    migrate.identify(path)
    with engine.reading(engine.file_engine(path, read_only=True), path) as connection:
        return migrate.lineage(connection, path)


def copy_backup(source: Path, register_uuid: str, among: Path) -> Path:
    """Copy a verified backup into a second folder, byte by byte.

    FileMissing: the folder is not there now; raises what else keeps it from being written.
    """
    if not is_folder(among):
        raise FileMissing(among)
    target = folder_of(register_uuid, among) / source.name
    _make_folder(source, target)

    def copy(temporary: Path) -> None:
        shutil.copyfile(source, temporary)

    def compare(temporary: Path) -> None:
        if not filecmp.cmp(source, temporary, shallow=False):
            raise BackupFailed(temporary, "copy")

    atomic_write(target, copy, verify=compare)
    backup_notes.remember_copy(source, target, register_uuid)
    return target


def _make_folder(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(target, error) from error
    check_room(source, target)


def check_room(source: Path, target: Path) -> None:
    """Raise DiskFull when a copy of a file has no room where it is to be written."""
    try:
        if shutil.disk_usage(target.parent).free < source.stat().st_size:
            raise DiskFull(target)
    except OSError as error:
        raise from_os_error(target, error) from error
