"""Backups: where they are kept, how they are called, and how a file is verified."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from partners_app.paths import user_data
from partners_app.services.register import Register
from partners_app.storage import backup as copies
from partners_app.storage.schema import SCHEMA_VERSION

__all__ = ["BackupReason", "BackupResult", "VerifyResult", "folder", "verify", "write"]


class BackupReason(StrEnum):
    """Why a backup was written; part of its file's name."""

    MANUAL = "manual"
    IMPORT = "import"
    MIGRATION = "migration"


@dataclass(frozen=True, slots=True)
class BackupResult:
    """A verified backup: its file and the numbers of records and steps it holds."""

    path: Path
    change_seq: int
    events: int


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """What a register was found to hold when it was read whole."""

    change_seq: int
    countries: int
    partners: int
    agreements: int
    events: int
    digest: str


def folder(register: Register) -> Path:
    """Return the folder of one register's backups, under the user's data, not beside the file."""
    return user_data() / "Backups" / register.uuid()


def write(register: Register, reason: BackupReason = BackupReason.MANUAL) -> BackupResult:
    """Write a verified backup of the register; BackupFailed when it cannot be proved.

    The name holds the change number, by which backups are ordered: clocks go wrong.
    """
    target_folder = folder(register)
    target_folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^\w-]+", "-", register.path.stem) or "register"
    seconds = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S")
    name = f"{stem}_s{register.change_seq():08}_{seconds}Z_v{SCHEMA_VERSION}_{reason}.partners"
    proof = register.write_backup(target_folder / name)
    return BackupResult(target_folder / name, proof.change_seq, proof.counts["event"])


def verify(path: Path) -> VerifyResult:
    """Read a register or backup whole and say what it holds; raises what is wrong with it."""
    proof = copies.verify(path)
    return VerifyResult(
        proof.change_seq,
        proof.counts["country"],
        proof.counts["partner"],
        proof.counts["agreement"],
        proof.counts["event"],
        proof.digest,
    )
