"""Backups of the open register, and how a file is verified."""

from dataclasses import dataclass
from pathlib import Path

from partners_app.services.backup_files import BackupReason, folder_of, new_backup_file
from partners_app.services.register import Register
from partners_app.storage import backup as copies
from partners_app.storage.schema import SCHEMA_VERSION

__all__ = ["BackupReason", "BackupResult", "VerifyResult", "folder", "verify", "write"]


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
    return folder_of(register.uuid())


def write(register: Register, reason: BackupReason = BackupReason.MANUAL) -> BackupResult:
    """Write a verified backup of the register; BackupFailed when it cannot be proved."""
    target = new_backup_file(
        register.path,
        register.uuid(),
        change_seq=register.change_seq(),
        schema_version=SCHEMA_VERSION,
        reason=reason,
    )
    proof = register.write_backup(target)
    return BackupResult(target, proof.change_seq, proof.counts["event"])


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
