"""Keeping everybody else from writing to a register that is about to be replaced."""

import os
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection

from partners_app.domain.errors import RegisterLocked, RegisterReplaced, from_os_error
from partners_app.storage import engine

_CAN_REPLACE_WHAT_IS_OPEN = os.name == "posix"
_HEADER_BYTES = 100


class SoleWriter:
    """Holds SQLite's write lock of a file; others may read.

    Until it ends this process must open the file through SQLite alone: on POSIX closing any other
    handle would drop the lock (https://www.sqlite.org/howtocorrupt.html, 2.2). Raises
    RegisterLocked when another process keeps writing, RegisterReplaced when the file was exchanged
    while this one waited for it.
    """

    def __init__(self, path: Path) -> None:
        """Name the file; the lock is taken by ``with``."""
        self._path = path
        self._lock = ExitStack()
        self._header = b""

    def __enter__(self) -> Connection:
        """Take the lock; the connection is there to read with."""
        try:
            seen = self._path.stat()
            made = engine.file_engine(self._path)
            connection = self._lock.enter_context(engine.writing(made, self._path))
            # A commit, even of nothing, would have to wait for who reads.
            self._lock.callback(connection.rollback)
            if not os.path.samestat(seen, self._path.stat()):
                self._lock.close()
                raise RegisterReplaced(self._path)
            if not _CAN_REPLACE_WHAT_IS_OPEN:
                self._header = self._read_header()
        except OSError as error:
            self._lock.close()
            raise from_os_error(self._path, error) from error
        return connection

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let others write again."""
        self._lock.close()

    def before_replacing(self) -> None:
        """Make sure that nobody has written, right before the file is replaced.

        Windows replaces no file that is open, so there the lock ends here; a file that was written
        to since is RegisterLocked. On POSIX the lock lasts, and who waited for it finds out from
        SQLite that the file is another one.
        """
        if _CAN_REPLACE_WHAT_IS_OPEN:
            return
        self._lock.close()
        if self._read_header() != self._header:
            raise RegisterLocked(self._path)

    def _read_header(self) -> bytes:
        """Return the bytes that hold the number of the newest write transaction, among others."""
        with self._path.open("rb") as file:
            return file.read(_HEADER_BYTES)
