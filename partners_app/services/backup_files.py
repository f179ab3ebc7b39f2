"""Where the backups of a register lie and how they are called."""

import re
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from partners_app.domain.errors import from_os_error
from partners_app.paths import user_data


class BackupReason(StrEnum):
    """Why a backup was written; part of its file's name."""

    MANUAL = "manual"
    AUTOMATIC = "auto"
    IMPORT = "import"
    REPAIR = "repair"
    RESTORE = "restore"
    MIGRATION = "migration"


def folder_of(register_uuid: str) -> Path:
    """Return the folder of one register's backups, under the user's data, not beside the file."""
    return user_data() / "Backups" / _as_name(register_uuid)


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
    FileProblem that keeps the folder from being made.
    """
    seconds = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S")
    number = f"s{change_seq:08}_{seconds}Z_v{schema_version}"
    name = f"{_as_name(register.stem)}_{number}_{reason}.partners"
    target = folder_of(register_uuid) / name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(target, error) from error
    return target


def _as_name(text: str) -> str:
    """Return a text as one part of a path; a file that somebody sent may hold any."""
    return re.sub(r"[^\w-]+", "-", text) or "register"
