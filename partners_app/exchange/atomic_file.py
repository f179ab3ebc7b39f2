"""The one way a file is written: whole, beside its target, and then put in its place.

Whoever is stopped at any point leaves the old file as it was, and at most a temporary one.
"""

import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.errors import (
    FileBusy,
    FileDenied,
    FileExists,
    FileFailed,
    FileIsFolder,
    FileMissing,
    FileProblem,
    from_os_error,
)

TEMPORARY_PREFIX = "~$partners-"
TEMPORARY_SUFFIX = ".tmp"

STALE_AFTER_SECONDS = 24 * 60 * 60
"""Age at which a temporary file of ours can only be left from a crash."""

_RETRIES_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION = 5, 32, 33
# What a virus scanner or an office program that has the target open makes of a rename on Windows.
_PASSING_WINDOWS_ERRORS = frozenset([_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION])


def atomic_write(
    target: Path,
    write: Callable[[Path], None],
    *,
    verify: Callable[[Path], None] | None = None,
    before_replacing: Callable[[], None] | None = None,
    overwrite: bool = True,
) -> None:
    """Write a file through a temporary one in the same folder.

    ``write`` fills the temporary file, which exists and is empty; ``verify`` reads it again and
    raises when it is not what it should be; ``before_replacing`` is called right before each
    attempt to put it in the target's place, and raises to leave the target as it is. Without
    ``overwrite`` a target that appears in the meantime is kept: FileExists. Raises FileMissing
    naming a folder that is not there, and the FileProblem that an error of the system stands for;
    a file that another program holds for longer than 3 seconds is FileBusy. In every case the old
    file is untouched and the temporary one gone.
    """
    try:
        target = _behind_link(target) if overwrite else target
        if target.is_dir():
            raise FileIsFolder(target)
        if not target.parent.is_dir():
            raise FileMissing(target.parent)
        if not overwrite and os.path.lexists(target):
            raise FileExists(target)
        remove_stale_files(target.parent)
        temporary = target.with_name(f"{TEMPORARY_PREFIX}{token_hex(8)}{TEMPORARY_SUFFIX}")
        temporary.touch(exist_ok=False)
        try:
            write(temporary)
            _flush(temporary)
            if verify is not None:
                verify(temporary)
            stop_if_unwanted()
            _take_permissions(temporary, target)
            if overwrite:
                _replace(temporary, target, before_replacing)
            else:
                _publish(temporary, target)
        except FileProblem as error:
            # Nobody asked for the temporary file: what goes wrong is said of the target.
            if error.path == temporary:
                error.path = target
            raise
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise from_os_error(target, error) from error
    _flush_folder(target.parent)


def remove_stale_files(folder: Path) -> int:
    """Remove our temporary files that a crash left in a folder a day ago; return how many."""
    removed = 0
    with suppress(OSError):
        # SQLite puts a journal beside a temporary register, named after it.
        for path in folder.glob(f"{TEMPORARY_PREFIX}*{TEMPORARY_SUFFIX}*"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > STALE_AFTER_SECONDS:
                    path.unlink()
                    removed += 1
    return removed


def _behind_link(target: Path) -> Path:
    """Return the file that a link leads to: replacing the link itself would leave two files."""
    try:
        return target.resolve() if target.is_symlink() else target
    except RuntimeError as error:  # links that lead round in a circle
        raise FileFailed(target, str(error)) from error


def _take_permissions(temporary: Path, target: Path) -> None:
    if os.name == "posix":
        with suppress(OSError):  # nothing to replace yet, or a share without permissions
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _flush(path: Path) -> None:
    # Windows flushes only what is open for writing.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; Windows does so by itself and opens no folder."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network file systems refuse; the file is in its place
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _replace(temporary: Path, target: Path, before_replacing: Callable[[], None] | None) -> None:
    """Put the temporary file in the target's place, waiting a little for who holds the target."""
    for seconds in (*_RETRIES_SECONDS, None):
        try:
            if before_replacing is not None:
                before_replacing()
            temporary.replace(target)
            return
        except PermissionError as error:
            code = getattr(error, "winerror", None)
            if code not in _PASSING_WINDOWS_ERRORS:
                raise
            if seconds is None:
                # "Access denied" is said of a file open without share delete, as Excel opens it,
                # and of one that is marked read-only.
                read_only = code == _ACCESS_DENIED and not os.access(target, os.W_OK)
                problem = FileDenied if read_only else FileBusy
                raise problem(target, error.strerror or "") from error
        time.sleep(seconds)


def _publish(temporary: Path, target: Path) -> None:
    """Give the temporary file its name unless something bears it already."""
    if os.name == "nt":
        temporary.rename(target)
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: the name is reserved first, then replaced.
        target.touch(exist_ok=False)
        temporary.replace(target)
