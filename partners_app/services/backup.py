"""Backups of a register: when one is due, writing, listing, verifying, and which may go."""

import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from partners_app.domain.backup_reason import BackupReason
from partners_app.domain.backup_thinning import DatedBackup, surplus
from partners_app.domain.errors import Abandoned, PartnersError
from partners_app.paths import as_name
from partners_app.services import backup_notes
from partners_app.services.backup_files import (
    copy_backup,
    folder_of,
    lineage_of,
    new_backup_file,
    read_name,
)
from partners_app.services.backup_notes import Drill, Notes, Verified
from partners_app.services.register import Register
from partners_app.storage import backup as copies
from partners_app.storage.backup import Proof
from partners_app.storage.schema import SCHEMA_VERSION

__all__ = [
    "BackupFile",
    "BackupReason",
    "BackupResult",
    "Drill",
    "Verified",
    "VerifyResult",
    "check",
    "drill_if_due",
    "folder",
    "folder_of",
    "is_due",
    "last_drill",
    "listing",
    "read_name",
    "remove_all",
    "uuid_of",
    "verify",
    "write",
]

_DRILL_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class BackupResult:
    """A verified backup: its file and the numbers of records and steps it holds.

    ``second`` is its copy in the second folder, ``second_problem`` what kept it from being there.
    """

    path: Path
    change_seq: int
    events: int
    second: Path | None = None
    second_problem: PartnersError | None = None


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """What a register was found to hold when it was read whole."""

    change_seq: int
    countries: int
    partners: int
    agreements: int
    events: int
    digest: str


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup as it is listed, without reading it; ``verified`` is what was found in it before."""

    path: Path
    change_seq: int
    written: datetime
    reason: BackupReason
    size: int
    in_second: bool
    verified: Verified | None

    @property
    def order(self) -> tuple[int, int, datetime]:
        """Return what is greater the more of the work the backup holds."""
        line = 0 if self.verified is None else self.verified.line
        return line, self.change_seq, self.written


def folder(register: Register) -> Path:
    """Return the folder of one register's backups, under the user's data, not beside the file."""
    return folder_of(register.uuid())


def uuid_of(path: Path, second: Path | None = None) -> str:
    """Return the UUID under which the backups of a register lie; "" when nobody knows it.

    Of a file that is damaged or gone it is told by the names of the backups: the newest of those
    that are called like it.
    """
    try:
        return lineage_of(path).register_uuid
    except PartnersError:
        pass
    found = [
        (name.written, file.parent.name)
        for among in (None, second)
        for file in folder_of("x", among).parent.glob(f"*/{as_name(path.stem)}_s*.partners")
        if (name := read_name(file)) is not None
    ]
    return max(found)[1] if found else ""


def is_due(register: Register) -> bool:
    """Tell whether the register holds steps that no verified backup holds."""
    uuid, newest = register.uuid(), register.change_seq()
    line = backup_notes.read(uuid).line
    return not any(
        each.verified is not None and (each.verified.line, each.change_seq) == (line, newest)
        for each in listing(uuid)
    )


def write(
    register: Register,
    reason: BackupReason = BackupReason.MANUAL,
    *,
    second: Path | None = None,
) -> BackupResult:
    """Write a verified backup of the register; BackupFailed when it cannot be proved.

    RegisterDamaged: only what is left of it is shown. The backup is copied into the ``second``
    folder too; that this fails is no failure. What older backups are no longer needed is removed
    only now that there is a new one.
    """
    target = new_backup_file(
        register.path,
        register.uuid(),
        change_seq=register.change_seq(),
        schema_version=SCHEMA_VERSION,
        reason=reason,
    )
    proof = register.write_backup(target)
    copy, problem = None, None
    if second is not None:
        try:
            copy = copy_backup(target, proof.register_uuid, second)
        except Abandoned:
            pass  # the backup is there: whoever cancels now goes without its copy
        except PartnersError as error:
            problem = error
    _thin(proof.register_uuid, second if copy is not None else None)
    return BackupResult(target, proof.change_seq, proof.counts["event"], copy, problem)


def _thin(register_uuid: str, second: Path | None) -> None:
    listed = listing(register_uuid, second)
    for in_second in (False, True):
        verified = [
            DatedBackup(each.order[:2], each.written, each.reason, str(each.path))
            for each in listed
            if each.verified is not None and each.in_second == in_second
        ]
        for gone in surplus(verified, datetime.now().astimezone()):
            # One that another program holds goes the next time.
            with suppress(OSError):
                Path(gone.name).unlink()


def listing(register_uuid: str, second: Path | None = None) -> list[BackupFile]:
    """Return the backups of a register, those with the newest steps first; none of them is read."""
    notes = backup_notes.read(register_uuid)
    found = [*_listed(folder_of(register_uuid), notes, in_second=False)]
    if second is not None:
        found += _listed(folder_of(register_uuid, second), notes, in_second=True)
    return sorted(found, key=lambda each: each.order, reverse=True)


def _listed(among: Path, notes: Notes, *, in_second: bool) -> Iterator[BackupFile]:
    try:
        paths = list(among.iterdir())
    except OSError:
        # No backup yet, or the second folder is not there now.
        return
    for path in paths:
        name = read_name(path)
        if name is None:
            continue
        with suppress(OSError):
            yield BackupFile(
                path,
                name.change_seq,
                name.written,
                name.reason,
                path.stat().st_size,
                in_second,
                notes.of(path),
            )


def verify(path: Path) -> VerifyResult:
    """Read a register or backup whole and say what it holds; raises what is wrong with it."""
    return _result(copies.verify(path))


def check(register_uuid: str, path: Path) -> VerifyResult:
    """Verify a backup and remember what came of it; raises what is wrong with it."""
    try:
        proof = copies.verify(path)
    except PartnersError:
        backup_notes.forget(register_uuid, path)
        raise
    backup_notes.remember(path, proof)
    return _result(proof)


def remove_all(register_uuid: str) -> None:
    """Remove the backups of a register that was only made on trial."""
    shutil.rmtree(folder_of(register_uuid), ignore_errors=True)
    backup_notes.remove(register_uuid)


def last_drill(register_uuid: str) -> Drill | None:
    """Return when a backup was opened and counted last, without anybody asking."""
    return backup_notes.read(register_uuid).drill


def drill_if_due(register_uuid: str) -> Drill | None:
    """Open a backup at random and count what it holds, once a month; None when it is not due.

    One that is not what it was any more no longer counts as verified.
    """
    last = last_drill(register_uuid)
    known = [each for each in listing(register_uuid) if each.verified is not None]
    # The clock may have been set back since.
    if not known or (last is not None and abs(datetime.now(UTC) - last.at) < _DRILL_AFTER):
        return None
    chosen = random.choice(known)
    try:
        found = copies.verify(chosen.path)
        passed = chosen.verified is not None and all(
            found.counts[table] == count for table, count in chosen.verified.counts.items()
        )
    except PartnersError:
        passed = False
    if not passed:
        backup_notes.forget(register_uuid, chosen.path)
    backup_notes.keep_drill(register_uuid, chosen.path.name, passed=passed)
    return last_drill(register_uuid)


def _result(proof: Proof) -> VerifyResult:
    return VerifyResult(
        proof.change_seq,
        proof.counts["country"],
        proof.counts["partner"],
        proof.counts["agreement"],
        proof.counts["event"],
        proof.digest,
    )
