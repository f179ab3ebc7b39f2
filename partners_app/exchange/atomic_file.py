"""The one way a file is written: whole, beside its target, and then put in its place.

Whoever is stopped at any point leaves the old file as it was, and at most a temporary one.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from partners_app.domain.errors import FileBusy, FileExists, FileIsFolder, from_os_error

TEMPORARY_PREFIX = "~$partners-"
TEMPORARY_SUFFIX = ".tmp"

_RETRIES_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
# ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: what a virus scanner or an
# office program that has the target open makes of a rename on Windows.
_PASSING_WINDOWS_ERRORS = frozenset([5, 32, 33])


def atomic_write(
    target: Path,
    write: Callable[[Path], None],
    *,
    verify: Callable[[Path], None] | None = None,
    overwrite: bool = True,
) -> None:
    """Write a file through a temporary one in the same folder.

    ``write`` fills the temporary file, which exists and is empty; ``verify`` reads it again and
    raises when it is not what it should be. Without ``overwrite`` a target that appears in the
    meantime is kept: FileExists. Raises the FileProblem that an error of the system stands for;
    a file that another program holds for longer than 3 seconds is FileBusy. In every case the
    old file is untouched and the temporary one gone.
    """
    if target.is_dir():
        raise FileIsFolder(target)
    if not overwrite and os.path.lexists(target):
        raise FileExists(target)
    temporary = target.with_name(f"{TEMPORARY_PREFIX}{token_hex(8)}{TEMPORARY_SUFFIX}")
    try:
        temporary.touch(exist_ok=False)
        try:
            write(temporary)
            _flush(temporary)
            if verify is not None:
                verify(temporary)
            if overwrite:
                _replace(temporary, target)
            else:
                _publish(temporary, target)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        _flush_folder(target.parent)
    except OSError as error:
        raise from_os_error(target, error) from error


def _flush(path: Path) -> None:
    # Windows flushes only what is open for writing.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _replace(temporary: Path, target: Path) -> None:
    for seconds in _RETRIES_SECONDS:
        try:
            temporary.replace(target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _PASSING_WINDOWS_ERRORS:
                raise
            time.sleep(seconds)
    try:
        temporary.replace(target)
    except PermissionError as error:
        if getattr(error, "winerror", None) in _PASSING_WINDOWS_ERRORS and target.exists():
            raise FileBusy(target, error.strerror or "") from error
        raise


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
