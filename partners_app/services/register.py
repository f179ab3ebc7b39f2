"""The open register: every read is one short transaction, every write one ChangeSet."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from partners_app.domain.changes import Change, ChangeSet, update
from partners_app.domain.content_rows import content_changes
from partners_app.domain.errors import (
    FileDenied,
    FileExists,
    FileMissing,
    FileProblem,
    RegisterAway,
    RegisterHeld,
    RegisterInWalMode,
    RegisterReadOnly,
    RegisterReplaced,
)
from partners_app.domain.holder import Holder
from partners_app.domain.records import RegisterContent
from partners_app.domain.vocabulary import OperationKind
from partners_app.exchange.atomic_file import atomic_write
from partners_app.services import salvaging, upgrading
from partners_app.services.backup_files import write_proved
from partners_app.services.beginning import empty_content, setting_insert
from partners_app.services.file_place import PlaceKind, place_of
from partners_app.services.salvaging import Salvaged
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
    unseen,
)
from partners_app.storage.engine import Connection, Engine
from partners_app.storage.history import Operation, UndoState, Version
from partners_app.storage.owner import OwnerFile
from partners_app.storage.schema import SCHEMA_VERSION
from partners_app.storage.taking_back import Left, take_back_change_set
from partners_app.storage.unseen import Shown

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

DEFAULT_REPORT_FONT = "Times New Roman"


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """What is set for the register itself and goes with its file.

    ``report_template`` is the workbook that the report takes its look from, as `kept_path` has it,
    "" for the one that comes with the program; ``report_font`` "" are the fonts of that workbook.
    """

    title: str
    report_font: str
    report_template: str = ""


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


class Register:
    """One register file, open for a named author.

    Nothing stays open between two calls, so that a colleague's save is never kept waiting.
    """

    def __init__(
        self,
        path: Path,
        *,
        author: str,
        read_only: bool = False,
        copy: Path | None = None,
        immutable: bool = False,
    ) -> None:
        """Prepare the connections and look at the file; ``open`` and ``create`` are the doors.

        ``copy`` is a file to read instead of the register, which is still what is called ``path``.
        """
        self.path = path
        self.author = author
        self.read_only = read_only
        self.upgraded: Upgraded | None = None
        """What opening did to a register of an older format."""
        self.salvaged: Salvaged | None = None
        """What could be read of a damaged register, if this is one."""
        self.shown: Shown | None = None
        """What its user has been shown, where that is kept account of: a window does."""
        self._when_closed = ExitStack()
        self._owner = OwnerFile(path)
        self._engine: Engine = engine.file_engine(
            copy or path, read_only=read_only, immutable=immutable
        )
        self.read(backup.quick_check, path)
        self._uuid, self._change_seq = self.read(queries.register_identity)
        self._step = self.read(unseen.step_uuid, self._change_seq)

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
        owner = OwnerFile(path)
        if (holder := owner.claim(author)) is not None:
            raise RegisterHeld(path, holder=holder)
        try:
            return upgrading.bring_up_to_date(path)
        finally:
            owner.release()

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

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        self._when_closed.close()

    def hold(self, *, take_over: bool = False) -> Holder | None:
        """Be the one who has the register open for writing; else return who is.

        It is held until it is closed. Where somebody else holds it, or no file can be made beside
        it, it is read only from now on. ``take_over`` replaces a holder that may be replaced.
        """
        try:
            if self.read_only:
                return self._owner.holder()
            holder = self._owner.claim(self.author, take_over=take_over)
        except FileProblem as error:
            # What else fails here fails again, and is told, with the first record.
            self.read_only = self.read_only or isinstance(error, FileDenied)
            return None
        self._when_closed.callback(self._owner.release)
        self.read_only = holder is not None
        return holder

    def holder(self) -> Holder | None:
        """Return who else has the register open for writing; RegisterAway when it is gone."""
        with self._at_hand():
            return self._owner.holder()

    def keep_holding(self) -> bool:
        """Say that the register is still open here; False when somebody else took it over."""
        with self._at_hand():
            return self._owner.keep(self.author)

    def read(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run one read of ``storage`` in a transaction of its own and return its result."""
        with self._at_hand(), engine.reading(self._engine, self.path) as connection:
            return query(connection, *args, **kwargs)

    @contextmanager
    def _at_hand(self) -> Iterator[None]:
        """Tell a register that has gone away from a file that never was."""
        try:
            yield
        except FileMissing as error:
            raise RegisterAway(self.path, error.reason) from error

    def apply(self, change_set: ChangeSet, *, decided: bool = False) -> ChangeSet:
        """Write one change set and return it with the ids of the file.

        An empty change set is returned as it is. ChangedSince: nothing was written. ``decided``
        says that its user knows what others wrote in these rows, whatever ``shown`` says.
        """
        if not change_set:
            return change_set
        return self._write(lambda _connection: change_set, decided=decided)

    def undo(self) -> ChangeSet:
        """Take back the newest step, or raise NothingToUndo."""
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
            return work(connection)

    def erase(self, wanted: re.Pattern[str]) -> None:
        """Replace a text by a marker in rows and journal, and write the file anew without it.

        What undo could take back before, it cannot any more.
        """
        with self._writing() as connection:
            change_seq = erasure.erase(connection, wanted, author=self.author)
            step = unseen.step_uuid(connection, change_seq)
        self._wrote(change_seq, step)
        erasure.clear_pages(self._engine, self.path)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.read_only:
            raise RegisterReadOnly(self.path)
        with self._at_hand(), engine.writing(self._engine, self.path) as connection:
            self._refuse_another(connection)
            yield connection

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

    def _wrote(self, change_seq: int, step: str | None) -> None:
        self._change_seq, self._step = change_seq, step
        if self.shown is not None:
            self.shown.wrote(change_seq)

    def _refuse_another(self, connection: Connection) -> int:
        """Return the newest change number; RegisterReplaced when this is not the file as it was.

        A file is known by what is in it: its number on the disk changes when a share comes back,
        and stays when another file is written over it. Each connection is a new one, so nothing
        of the file before is remembered; and a copy that went its own way lacks our last step.
        """
        found = migrate.lineage(connection, self.path)
        if (
            # Also what a newer program made of the file under the open register.
            found.schema_version != SCHEMA_VERSION
            or found.register_uuid != self._uuid
            or found.change_seq < self._change_seq
            or unseen.step_uuid(connection, self._change_seq) != self._step
        ):
            raise RegisterReplaced(self.path)
        return found.change_seq

    def start_showing(self) -> None:
        """Keep account from now on of what the user is shown of the register."""
        self.shown = Shown(self.change_seq())

    def is_behind(self) -> bool:
        """Tell whether others have written what the user was not shown; or RegisterReplaced."""
        newest = self.read(self._refuse_another)
        return self.shown is not None and self.shown.is_behind(newest)

    def show_all(self) -> dict[str, int]:
        """Say that the user is shown everything now; return the new steps of others by author."""
        if self.shown is None:
            return {}
        newest = self.change_seq()
        found = self.read(unseen.steps_of_others, self.shown)
        self.shown.change_seq = max(newest, self.shown.change_seq)
        return found

    def undo_state(self) -> UndoState:
        """Return the steps that undo and redo stand before."""
        return self.read(history.undo_state)

    def history(self, *, limit: int = 200, before: int | None = None) -> list[Operation]:
        """Return steps, newest first; ``before`` is the number of the last one seen."""
        return self.read(history.operations, limit=limit, before=before)

    def versions(self, table: str, row_id: int) -> list[Version]:
        """Return the changes of one record's row, newest first."""
        return self.read(history.versions, table, row_id)

    def change_seq(self) -> int:
        """Return the number of the newest change in the file, whoever made it."""
        return self.read(queries.register_identity)[1]

    def uuid(self) -> str:
        """Return the register's own UUID; a copy saved under another name has another one."""
        return self._uuid

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
        """Set one of the settings that `RegisterSettings` has."""
        if key not in {field.name for field in fields(RegisterSettings)}:
            raise ValueError(key)
        found = self.read(queries.setting_row, key)
        change: Change | None
        if found is None:
            change = setting_insert(key, value)
        else:
            row_id, row = found
            change = update("setting", row_id, row, {**row, "value": value})
        changes = () if change is None else (change,)
        return self.apply(ChangeSet(OperationKind.SETTINGS, changes, "setting", ""))

    def kept_path(self, path: Path) -> str:
        """Return how the path of another file is kept.

        What lies beside the register, or in a folder there, is kept by its way from the register,
        so that both can be moved together.
        """
        folder, whole = self.path.absolute().parent, path.absolute()
        inside = whole.is_relative_to(folder)
        return whole.relative_to(folder).as_posix() if inside else str(whole)

    def whole_path(self, kept: str) -> Path:
        """Return the file that a kept path leads to."""
        return self.path.absolute().parent / kept.strip()

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
        """Write a verified copy that is this register still; BackupFailed when it is not proved."""
        return write_proved(
            target, lambda temporary: backup.copy_verified(self._engine, self.path, temporary)
        )

    def write_safety_copy(self, target: Path) -> None:
        """Write a copy of the rows as they are, right or not; BackupFailed when it is another."""
        atomic_write(
            target, lambda temporary: backup.copy_as_it_is(self._engine, self.path, temporary)
        )


def settings_of(found: Mapping[str, str]) -> RegisterSettings:
    """Return the settings out of what is kept by key."""
    template = found.get("report_template", "").strip()
    # An office that has a template of its own finds its fonts there, unless it names another.
    font = found.get("report_font", "").strip() or ("" if template else DEFAULT_REPORT_FONT)
    return RegisterSettings(found.get(queries.TITLE, queries.DEFAULT_TITLE), font, template)


def _refuse_journal_beside(target: Path) -> None:
    """Raise FileExists when SQLite would roll a stray journal back into a new file of its name."""
    for suffix in ("-journal", "-wal"):
        journal_file = target.with_name(target.name + suffix)
        if journal_file.exists():
            raise FileExists(journal_file)
