"""The open register: every read is one short transaction, every write one ChangeSet."""

import os
import re
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ParamSpec, TypeVar

from partners_app.domain.abandoning import carry_through
from partners_app.domain.changes import Change, ChangeSet, update
from partners_app.domain.content_rows import content_changes
from partners_app.domain.errors import (
    FileDenied,
    FileExists,
    PartnersError,
    RegisterDamaged,
    RegisterHeld,
    RegisterInWalMode,
)
from partners_app.domain.records import RegisterContent
from partners_app.domain.vocabulary import OperationKind
from partners_app.exchange.atomic_file import atomic_write
from partners_app.services import run_log, salvaging, upgrading
from partners_app.services.backup_files import write_proved
from partners_app.services.beginning import empty_content, setting_insert
from partners_app.services.file_place import PlaceKind, place_of
from partners_app.services.register_file import RegisterFile
from partners_app.services.register_settings import RegisterSettings, check_setting, settings_of
from partners_app.services.upgrading import Upgraded
from partners_app.storage import (
    backup,
    digest,
    engine,
    erasure,
    history,
    journal,
    migrate,
    queries,
    squashing,
    unseen,
)
from partners_app.storage.engine import Connection
from partners_app.storage.history import Operation, UndoState, Version
from partners_app.storage.owner import OwnerFile
from partners_app.storage.taking_back import Left, take_back_change_set

__all__ = [
    "Left",
    "Operation",
    "Register",
    "RegisterSettings",
    "TakeBack",
    "UndoState",
    "Upgraded",
    "Version",
]

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What taking back an older step wrote, and what it left alone."""

    applied: ChangeSet
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of each kind the register holds, all years together."""

    regions: int
    countries: int
    partners: int
    agreements: int
    events: int


class Register(RegisterFile):
    """One register file, open for a named author.

    Nothing stays open between two calls, so that a colleague's save is never kept waiting.
    """

    @classmethod
    def open(cls, path: Path, *, author: str) -> "Register":
        """Open a register, or raise what is wrong with the file; the file itself stays as it is.

        A file or folder that may not be written opens for reading only. One of an older format is
        brought to the present one first (``bring_up_to_date`` says what that raises); where it may
        not be written, or somebody has it open, a copy of it is, and read as it was when opened.
        """
        identity = migrate.identify(path)
        if identity.in_wal_mode and place_of(path).kind is PlaceKind.NETWORK:
            raise RegisterInWalMode(path)
        is_older = identity.is_older
        writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
        upgraded = None
        if is_older and writable:
            try:
                upgraded = cls._bring_up_to_date(path, author)
            except (FileDenied, RegisterHeld):
                # Windows tells of rights to a folder only when something is written there.
                writable = False
        if is_older and not writable:
            return cls._open_copy(path, author)
        if is_older:
            migrate.identify(path)
        alone = not writable and identity.stands_alone(path)
        opened = cls(path, author=author, read_only=not writable, immutable=alone)
        opened.upgraded = upgraded
        return opened

    @classmethod
    def look_at(cls, path: Path) -> "Register":
        """Open a register for reading only, of whatever format, and leave the file as it is."""
        if migrate.identify(path).is_older:
            return cls._open_copy(path, "")
        return cls(path, author="", read_only=True)

    @classmethod
    def _bring_up_to_date(cls, path: Path, author: str) -> Upgraded | None:
        with OwnerFile(path).alone(author):
            return upgrading.bring_up_to_date(path)

    @classmethod
    def _open_copy(cls, path: Path, author: str) -> "Register":
        with ExitStack() as kept:
            copy = kept.enter_context(backup.upgraded_copy(path))
            opened = cls(path, author=author, read_only=True, copy=copy)
            opened.upgraded = Upgraded(None)
            opened._when_closed = kept.pop_all()
        return opened

    @classmethod
    def open_damaged(cls, path: Path, *, author: str) -> "Register":
        """Show what can still be read of a damaged register: a copy of it, for reading only.

        RegisterDamaged when that is nothing. The file itself stays as it is.
        """
        with ExitStack() as kept:
            copy, found = kept.enter_context(salvaging.salvage_copy(path, author=author))
            opened = cls(path, author=author, read_only=True, copy=copy)
            opened.salvaged = found
            opened._when_closed = kept.pop_all()
        return opened

    @classmethod
    def create(
        cls, path: Path, *, author: str, content: RegisterContent | None = None
    ) -> "Register":
        """Make a register in a new file, whole or not at all; FileExists when it is there.

        Without content it holds the three bands Европа, Азия, СНГ. How it began is where undo
        ends.
        """
        start = content or empty_content()

        def write(temporary: Path) -> None:
            migrate.create_file(temporary)
            made = cls(temporary, author=author)
            try:
                made._begin_with(start)
            finally:
                made.close()

        _refuse_journal_beside(path)
        atomic_write(path, write, overwrite=False)
        return cls.open(path, author=author)

    def _begin_with(self, content: RegisterContent) -> None:
        title = setting_insert(queries.TITLE, content.title)
        change_set = ChangeSet(
            OperationKind.CREATE, (title, *content_changes(content)), "setting", ""
        )
        with engine.writing(self._engine, self.path) as connection:
            written = journal.apply(connection, change_set, author=self.author)
            migrate.set_undo_floor(connection, written.operation_id)

    def apply(self, change_set: ChangeSet, *, decided: bool = False) -> ChangeSet:
        """Write one change set and return it with the ids of the file.

        An empty change set is returned as it is. ChangedSince: nothing was written. ``decided``
        says that its user knows what others wrote in these rows, whatever ``shown`` says.
        """
        if not change_set:
            return change_set
        return self._write(lambda _connection: change_set, decided=decided)

    def undo(self) -> ChangeSet:
        """Take back the newest step, or raise NothingToUndo.

        ChangedSince, as for redo: others wrote since, and it is not the step that ``shown`` ends
        with.
        """
        return self._write(history.undo_change_set)

    def redo(self) -> ChangeSet:
        """Do the step undone last again, or raise NothingToRedo."""
        return self._write(history.redo_change_set)

    def take_back(self, operation_id: int) -> TakeBack:
        """Take back one older step; what was touched since is left alone and named."""
        left: tuple[Left, ...] = ()

        def plan(connection: Connection) -> ChangeSet:
            nonlocal left
            change_set, left = take_back_change_set(connection, operation_id)
            return change_set

        return TakeBack(self._write(plan), left)

    def rebuild(self, work: Callable[[Connection], int]) -> int:
        """Let ``work`` write anew what follows from the journal or from rows: no step of its own.

        All of it is one transaction. Returns what ``work`` does: how many it wrote.
        """
        with self._writing() as connection:
            count = work(connection)
        carry_through()
        self.rebuilt += 1
        return count

    def erase(self, wanted: re.Pattern[str]) -> None:
        """Replace a text by a marker in rows and journal, and write the file anew without it.

        What undo could take back before, it cannot any more.
        """
        with self._writing() as connection:
            change_seq = erasure.erase(connection, wanted, author=self.author)
            step = unseen.step_uuid(connection, change_seq)
        self._wrote(change_seq, step)
        self._clear_pages()

    def squash(self, moment: datetime) -> int:
        """Take the values out of all steps older than a moment; return how many lost some.

        The records stay as they are; undo goes back to the moment. The file is written anew.
        """
        with self._writing() as connection:
            floor = squashing.newest_before(connection, moment)
            if not floor:
                return 0
            count, change_seq = squashing.squash(connection, floor, author=self.author)
            step = unseen.step_uuid(connection, change_seq)
        self._wrote(change_seq, step)
        self._clear_pages()
        return count

    def _clear_pages(self) -> None:
        """Write the file anew after an act that is written, and no failure if this does.

        What the program frees it overwrites at once (secure_delete): only what another program may
        have left on free pages stays until the next time.
        """
        try:
            erasure.clear_pages(self._engine, self.path)
        except PartnersError as error:
            run_log.record(f"free pages are not cleared: {type(error).__name__}")

    def _write(
        self, plan: Callable[[Connection], ChangeSet], *, decided: bool = False
    ) -> ChangeSet:
        with self._writing() as connection:
            change_set = plan(connection)
            if not change_set:
                return change_set
            if self.shown is not None and not decided:
                unseen.refuse_unseen(connection, change_set, self.shown)
            written = journal.apply(connection, change_set, author=self.author)
            step = unseen.step_uuid(connection, written.change_seq)
        self._wrote(written.change_seq, step)
        return written.change_set

    def undo_state(self) -> UndoState:
        """Return the steps that undo and redo stand before."""
        return self.read(history.undo_state)

    def history(self, *, limit: int = 200, before: int | None = None) -> list[Operation]:
        """Return steps, newest first; ``before`` is the number of the last one seen."""
        return self.read(history.operations, limit=limit, before=before)

    def versions(self, table: str, row_id: int) -> list[Version]:
        """Return the changes of one record's row, newest first."""
        return self.read(history.versions, table, row_id)

    def counts(self) -> Counts:
        """Return how many records there are."""
        found = self.read(digest.row_counts)
        return Counts(
            found["region"], found["country"], found["partner"], found["agreement"], found["event"]
        )

    def settings(self) -> RegisterSettings:
        """Return the settings that go with the file."""
        return settings_of(self.read(queries.settings))

    def set_setting(self, key: str, value: str) -> ChangeSet:
        """Set one of the settings; ValueError: there is no such one, or it cannot be that."""
        check_setting(key, value)
        found = self.read(queries.setting_row, key)
        change: Change | None
        if found is None:
            change = setting_insert(key, value)
        else:
            row_id, row = found
            change = update("setting", row_id, row, {**row, "value": value})
        changes = () if change is None else (change,)
        return self.apply(ChangeSet(OperationKind.SETTINGS, changes, "setting", ""))

    def save_copy(self, target: Path) -> None:
        """Write a verified copy with a UUID of its own; record and step numbers stay.

        FileExists when the target is this very file, under whatever name.
        """
        with suppress(OSError):
            if target.samefile(self.path):
                raise FileExists(target)
        _refuse_journal_beside(target)

        def write(temporary: Path) -> None:
            backup.copy_verified(self._engine, self.path, temporary)
            migrate.set_register_uuid(temporary)

        atomic_write(target, write)

    def write_backup(self, target: Path) -> backup.Proof:
        """Write a verified copy that is this register still; BackupFailed when it is not proved.

        What is left of a damaged register is not the register: RegisterDamaged, or it would stand
        among its backups as the newest of them.
        """
        if self.salvaged is not None:
            raise RegisterDamaged(self.path, "salvaged")
        return write_proved(
            target, lambda temporary: backup.copy_verified(self._engine, self.path, temporary)
        )

    def write_safety_copy(self, target: Path) -> None:
        """Write a copy of the rows as they are, right or not; BackupFailed when it is another."""
        atomic_write(
            target, lambda temporary: backup.copy_as_it_is(self._engine, self.path, temporary)
        )


def _refuse_journal_beside(target: Path) -> None:
    """Raise FileExists when SQLite would roll a stray journal back into a new file of its name."""
    for suffix in ("-journal", "-wal"):
        journal_file = target.with_name(target.name + suffix)
        if journal_file.exists():
            raise FileExists(journal_file)
