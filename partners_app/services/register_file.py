"""The file of an open register: its transactions, who holds it, and whether it is still the same.

Nothing stays open between two calls, so that a colleague's save is never kept waiting.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from partners_app.domain.abandoning import carry_through
from partners_app.domain.errors import (
    FileDenied,
    FileMissing,
    FileProblem,
    RegisterAway,
    RegisterReadOnly,
    RegisterReplaced,
)
from partners_app.domain.holder import Holder
from partners_app.services.salvaging import Salvaged
from partners_app.services.upgrading import Upgraded
from partners_app.storage import (
    backup,
    engine,
    migrate,
    queries,
    unseen,
)
from partners_app.storage.engine import Connection, Engine
from partners_app.storage.owner import OwnerFile
from partners_app.storage.schema import SCHEMA_VERSION
from partners_app.storage.unseen import Shown

P = ParamSpec("P")
T = TypeVar("T")


class RegisterFile:
    """What reads and writes one register file; `Register` says what can be done in it."""

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
        self.rebuilt = 0
        """How often the file itself was put right through this register, which no step tells."""
        self._when_closed = ExitStack()
        self._owner = OwnerFile(path)
        self._engine: Engine = engine.file_engine(
            copy or path, read_only=read_only, immutable=immutable
        )
        self.read(backup.quick_check, path)
        self._uuid, self._change_seq = self.read(queries.register_identity)
        self._step = self.read(unseen.step_uuid, self._change_seq)

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

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.read_only:
            raise RegisterReadOnly(self.path)
        with self._at_hand(), engine.writing(self._engine, self.path) as connection:
            self._refuse_another(connection)
            yield connection

    def _wrote(self, change_seq: int, step: str | None) -> None:
        carry_through()
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

    def change_seq(self) -> int:
        """Return the number of the newest change in the file, whoever made it."""
        return self.read(queries.register_identity)[1]

    def uuid(self) -> str:
        """Return the register's own UUID; a copy saved under another name has another one."""
        return self._uuid

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
