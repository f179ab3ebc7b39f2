"""Bringing an older register to the present format when it is opened."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from partners_app.domain.backup_reason import BackupReason
from partners_app.domain.errors import (
    BackupFailed,
    MigrationRefused,
    PartnersError,
    RegisterDamaged,
    RegisterReplaced,
)
from partners_app.exchange.atomic_file import atomic_write
from partners_app.services.backup_files import back_up_file
from partners_app.storage import backup, migrate
from partners_app.storage.migrate import Lineage
from partners_app.storage.schema import SCHEMA_VERSION
from partners_app.storage.sole_writer import SoleWriter


@dataclass(frozen=True, slots=True)
class Upgraded:
    """An older register is read in the present format.

    ``backup`` is the copy of the file as it was. None: the file may not be written and is as it
    was; what is read is a migrated copy of it, which goes when the register is closed.
    """

    backup: Path | None


def bring_up_to_date(path: Path) -> Upgraded | None:
    """Put a migrated copy in the place of an older register, after a verified backup of it.

    None when another process did it meanwhile. Whatever is raised, and whenever the process is
    killed, the file is the old one, byte for byte, or the new one. Raises MigrationRefused when
    the backup cannot be written, RegisterDamaged, RegisterLocked while another process writes, and
    what a write beside the register meets.
    """
    writer = SoleWriter(path)
    kept: list[Path] = []

    def write(temporary: Path) -> None:
        # Only now: where nothing may be written beside the register, no backup is needed either.
        kept.append(_back_up(path, old))
        shutil.copyfile(kept[0], temporary)
        migrate.upgrade_file(temporary)

    try:
        with writer as connection:
            old = migrate.lineage(connection, path)
            if old.schema_version >= SCHEMA_VERSION:
                return None
            atomic_write(path, write, before_replacing=writer.before_replacing)
    except RegisterReplaced:
        return None
    return Upgraded(kept[0])


def _back_up(path: Path, old: Lineage) -> Path:
    try:
        return back_up_file(path, old, BackupReason.MIGRATION)
    except RegisterDamaged:
        raise
    except PartnersError as error:
        if isinstance(error, BackupFailed):
            # Perhaps it is the register itself that is not whole: that is said then.
            backup.verify(path)
        raise MigrationRefused(path, cause=error) from error
