"""Writing a file so that a reader finds the old one or the new one, never a part of either."""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from partners_app.domain.errors import (
    DiskFull,
    FileBusy,
    FileDenied,
    FileExists,
    FileFailed,
    FileIsFolder,
    FileMissing,
    FileProblem,
)

TEMPORARY_PREFIX = "~$partners-"
TEMPORARY_SUFFIX = ".tmp"
STALE_AFTER = 24 * 60 * 60
"""Seconds after which a temporary file of ours can only be left from a crash."""

RETRY_DELAYS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds to wait before each further try to replace a file that another program holds."""

_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION = 5, 32, 33
_WINDOWS_HELD = frozenset({_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION})

# Windows codes of winerror.h come first: Python maps several of them to one errno.
_BY_WINDOWS_CODE: dict[int, type[FileProblem]] = {
    _SHARING_VIOLATION: FileBusy,
    _LOCK_VIOLATION: FileBusy,
    39: DiskFull,  # ERROR_HANDLE_DISK_FULL
    112: DiskFull,  # ERROR_DISK_FULL
    19: FileDenied,  # ERROR_WRITE_PROTECT
    267: FileMissing,  # ERROR_DIRECTORY: a folder of the path is a file
}
_BY_ERRNO: dict[int, type[FileProblem]] = {
    errno.ENOENT: FileMissing,
    errno.ENOTDIR: FileMissing,
    errno.EISDIR: FileIsFolder,
    errno.EEXIST: FileExists,
    errno.EACCES: FileDenied,
    errno.EPERM: FileDenied,
    errno.EROFS: FileDenied,
    errno.EBUSY: FileBusy,
    errno.ETXTBSY: FileBusy,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
}


def map_os_error(path: Path, error: OSError) -> FileProblem:
    """Return the expected failure that a system error on a file stands for."""
    kind = _BY_WINDOWS_CODE.get(getattr(error, "winerror", None) or 0)
    if kind is None:
        kind = _BY_ERRNO.get(error.errno or 0, FileFailed)
    return kind(path, error.strerror or type(error).__name__)


def replace_file(
    target: Path,
    write: Callable[[BinaryIO], None],
    *,
    verify: Callable[[Path], None] | None = None,
) -> None:
    """Write a file beside the target and put it in the target's place when it is whole.

    ``write`` gets the open temporary file; ``verify`` its path once it is on the disk, and raises
    to refuse it. Raises FileMissing (the folder), FileDenied, FileBusy, DiskFull, FileIsFolder or
    FileFailed, and whatever ``write`` and ``verify`` raise; the target then is as it was.
    """
    target = _behind_links(target)
    if target.is_dir():
        raise FileIsFolder(target)
    if not target.parent.is_dir():
        raise FileMissing(target.parent)
    remove_stale_files(target.parent)
    temporary = target.parent / f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}{TEMPORARY_SUFFIX}"
    try:
        _write_new(temporary, write, mode=_mode_of(target))
        if verify is not None:
            verify(temporary)
        _replace(temporary, target)
    except BaseException as failure:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(failure, OSError):
            raise map_os_error(target, failure) from failure
        raise
    _sync_folder(target.parent)


def remove_stale_files(folder: Path) -> int:
    """Remove our temporary files that a crash left in a folder a day ago; return how many."""
    removed = 0
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{TEMPORARY_PREFIX}*{TEMPORARY_SUFFIX}"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > STALE_AFTER:
                    path.unlink()
                    removed += 1
    return removed


def _behind_links(target: Path) -> Path:
    """Return the file that a link leads to: replacing the link would leave two files."""
    try:
        return target.resolve() if target.is_symlink() else target
    except (OSError, RuntimeError) as failure:  # a loop of links
        raise FileFailed(target, str(failure)) from failure


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        return None


def _write_new(temporary: Path, write: Callable[[BinaryIO], None], *, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "wb") as stream:
        if mode is not None and os.name == "posix":
            with contextlib.suppress(OSError):  # a share may not know permissions
                os.fchmod(stream.fileno(), mode)
        write(stream)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(temporary: Path, target: Path) -> None:
    """Put one file in another's place, waiting a little for a program that holds it."""
    for delay in (*RETRY_DELAYS, None):
        try:
            os.replace(temporary, target)  # noqa: PTH105 - the tests make this very call fail
            return
        except OSError as failure:
            code = getattr(failure, "winerror", None)
            if code not in _WINDOWS_HELD:
                raise
            if delay is None:
                # Windows says "access denied" for a file that is open elsewhere without share
                # delete, as Excel opens it, and for one that is marked read-only.
                if code == _ACCESS_DENIED and not os.access(target, os.W_OK):
                    raise
                raise FileBusy(target, failure.strerror or "") from failure
            time.sleep(delay)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows does it by itself and cannot open a folder."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # some network file systems refuse; the file is in place
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
