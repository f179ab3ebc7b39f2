"""Putting a backup in the register's place: what that would change, and doing it.

Nothing is deleted: what stood there is in a verified backup, as far as it can be read, and beside
the register under another name.
"""

import os
import shutil
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from glob import escape
from pathlib import Path

from partners_app.domain.backup_reason import BackupReason
from partners_app.domain.errors import (
    BackupFailed,
    FileEmpty,
    FileMissing,
    NotARegister,
    NotRestored,
    PartnersError,
    RegisterDamaged,
)
from partners_app.exchange.atomic_file import atomic_write
from partners_app.services import backup_notes
from partners_app.services.backup_files import back_up_file, check_room, lineage_of
from partners_app.services.register import Counts, Operation, Register
from partners_app.storage import backup as copies
from partners_app.storage import history
from partners_app.storage.migrate import Lineage
from partners_app.storage.owner import OwnerFile
from partners_app.storage.sole_writer import SoleWriter

__all__ = ["Comparison", "Restored", "compare", "put_aside", "restore"]

STEPS_SHOWN = 50
_NO_REGISTER = (FileMissing, FileEmpty, RegisterDamaged)
"""What a register is that can only be restored."""
_ASIDE = ".before-restore-"
_JOURNALS = ("-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What restoring a backup would change.

    ``now`` is None when the register cannot be read. ``lost`` are the newest steps that it has and
    the backup lacks, ``regained`` those that the backup alone has: it is of a time before another
    restore. They are the first of as many as the counts say.
    """

    then: Counts
    now: Counts | None
    lost: tuple[Operation, ...] = ()
    lost_count: int = 0
    regained: tuple[Operation, ...] = ()
    regained_count: int = 0


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in the register's place, and where that is which stood there.

    ``source`` is the backup that was restored. ``backup`` is None when the register could not be
    read or was missing, ``aside`` when it was missing.
    """

    source: Path
    events: int
    aside: Path | None
    backup: Path | None


def compare(path: Path, backup: Path) -> Comparison:
    """Verify a backup and say what restoring it would change; raises what forbids it."""
    _check(path, backup)
    then = Register.look_at(backup)
    try:
        try:
            now = Register.look_at(path)
        except PartnersError:
            return Comparison(then.counts(), None)
        try:
            return _compare(then, now)
        except PartnersError:
            return Comparison(then.counts(), None)
        finally:
            now.close()
    finally:
        then.close()


def _compare(then: Register, now: Register) -> Comparison:
    known = then.read(history.operation_uuids)
    common = now.read(history.last_common_operation, known)
    number = 0 if common is None else common[1]
    lost, lost_count = now.read(history.operations_after, number, limit=STEPS_SHOWN)
    regained, regained_count = then.read(history.operations_after, number, limit=STEPS_SHOWN)
    return Comparison(
        then.counts(), now.counts(), tuple(lost), lost_count, tuple(regained), regained_count
    )


def _check(path: Path, backup: Path) -> copies.Proof:
    """Return what a backup holds, proved; raises why it must not take the register's place."""
    with suppress(OSError):
        if backup.samefile(path):
            raise NotRestored(backup, "same")
    try:
        proof = copies.verify(backup)
    except RegisterDamaged as error:
        raise NotRestored(backup, "damaged") from error
    found = _lineage(path)
    if found is not None and found.register_uuid != proof.register_uuid:
        raise NotRestored(backup, "another")
    return proof


def _lineage(path: Path) -> Lineage | None:
    """Return which register a file is; None for one that is damaged or gone."""
    try:
        return lineage_of(path)
    except _NO_REGISTER:
        return None
    except NotARegister as error:
        # Not a document that was named by mistake: what a first page was smashed to.
        if error.reason != "unknown":
            raise
        return None


def restore(path: Path, backup: Path) -> Restored:
    """Put a verified copy of a backup in the place of a register that nobody writes to.

    Whatever is raised, and whenever the process is killed, ``path`` is the old file or the new
    one, whole, and no journal of the old one stands beside the new one. Raises NotRestored, what
    is wrong with the backup, RegisterHeld while somebody has the register open for writing,
    RegisterLocked while another process writes, and what keeps the backup of the present state, or
    the file, from being written.
    """
    target = path.resolve()
    # What a crash left half written is taken back now: only SQLite can.
    with suppress(*_NO_REGISTER, NotARegister), SoleWriter(target):
        pass
    proof = _check(target, backup)
    present = _lineage(target) if _is_whole(target) else None
    check_room(backup, target)
    with ExitStack() as held:
        # One that nobody can open cannot be taken over by opening it either.
        held.enter_context(OwnerFile(target).alone("", take_over=present is None))
        # From here on the register must be opened through SQLite alone.
        writer = SoleWriter(target)
        locked = False
        with suppress(*_NO_REGISTER, NotARegister):
            held.enter_context(writer)
            locked = True
        kept = back_up_file(target, present, BackupReason.RESTORE) if present else None
        aside = _Aside(target)

        def copy(temporary: Path) -> None:
            shutil.copyfile(backup, temporary)

        def prove(temporary: Path) -> None:
            if copies.verify(temporary) != proof:
                raise BackupFailed(temporary, "content")

        def put_aside() -> None:
            if locked:
                writer.before_replacing()
            aside.put()

        try:
            atomic_write(target, copy, verify=prove, before_replacing=put_aside)
        except BaseException:
            aside.take_back()
            raise
    backup_notes.begin_line(proof.register_uuid)
    kept_aside = aside.path if aside.path.exists() else None
    return Restored(backup, proof.counts["event"], kept_aside, kept)


def put_aside(path: Path) -> list[Path]:
    """Return the files that stood in a register's place before it was restored, newest first."""
    target = path.resolve()
    name = f"{escape(target.stem)}{_ASIDE}*{escape(target.suffix)}"
    return sorted(target.parent.glob(name), reverse=True)


def _is_whole(path: Path) -> bool:
    try:
        copies.verify(path)
    except (*_NO_REGISTER, NotARegister):
        return False
    return True


class _Aside:
    """The other name of the file that is replaced, and of the journal beside it."""

    def __init__(self, target: Path) -> None:
        self._target = target
        stamp = f"{datetime.now(UTC):%Y-%m-%dT%H-%M-%SZ}"
        self.path = target.with_name(f"{target.stem}{_ASIDE}{stamp}{target.suffix}")
        number = 1
        while self.path.exists():
            number += 1
            name = f"{target.stem}{_ASIDE}{stamp}-{number}{target.suffix}"
            self.path = target.with_name(name)
        self._journals: list[tuple[Path, Path]] = []

    def put(self) -> None:
        """Give the file its second name, and then the journal, right before it is replaced."""
        if self._target.exists() and not self.path.exists():
            try:
                # Its own name stays until the new file takes it: nobody ever finds none.
                os.link(self._target, self.path)
            except OSError:
                # A file system without hard links.
                self._target.rename(self.path)
        for suffix in _JOURNALS:
            journal = Path(f"{self._target}{suffix}")
            if journal.exists():
                moved = Path(f"{self.path}{suffix}")
                journal.rename(moved)
                self._journals.append((journal, moved))

    def take_back(self) -> None:
        """Make all names what they were, unless the new file is in its place already."""
        with suppress(OSError):
            if not self._target.exists() and self.path.exists():
                self.path.rename(self._target)
            elif self.path.exists() and self.path.samefile(self._target):
                self.path.unlink()
            elif self._target.exists():
                return
            for journal, moved in self._journals:
                moved.rename(journal)
