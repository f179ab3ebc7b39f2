"""Expected failures: fields and no text; ``texts`` puts them into words.

Bugs are not here: they reach the exception hook. The classes are not frozen, since Python sets
``__traceback__`` on a raised exception.
"""

import errno
from dataclasses import dataclass
from pathlib import Path


class PartnersError(Exception):
    """An expected failure that a clerk can do something about."""


@dataclass(eq=False)
class FileProblem(PartnersError):
    """Something is wrong with one file; ``reason`` is the system's own short text, if any."""

    path: Path
    reason: str = ""


class FileMissing(FileProblem):
    """There is no such file, or its folder is missing."""


class FileIsFolder(FileProblem):
    """A folder stands where a file is expected."""


class FileEmpty(FileProblem):
    """The file has no bytes."""


class FileExists(FileProblem):
    """A file that must not be overwritten is already there."""


class FileDenied(FileProblem):
    """The file or its folder may not be read or written."""


class FileBusy(FileProblem):
    """Another program holds the file."""


class DiskFull(FileProblem):
    """There is no room left on the disk."""


class FileFailed(FileProblem):
    """Reading or writing failed for a reason of the system."""


class FileKindUnknown(FileProblem):
    """The name ends in no kind that this command reads or writes; ``reason`` lists those."""


class NotARegister(FileProblem):
    """The file is of another kind: ``reason`` is what it is (excel, sqlite, unknown)."""


class RegisterDamaged(FileProblem):
    """The register is a register, but cannot be read whole."""


@dataclass(eq=False)
class FileTooNew(FileProblem):
    """The register was saved by a newer version of the program."""

    version: int = 0


class RegisterReadOnly(FileProblem):
    """The register is opened for reading only."""


class RegisterLocked(FileProblem):
    """Another process is writing and did not finish in time."""


class RegisterReplaced(FileProblem):
    """The file under the open register is another one than before."""


class BackupFailed(FileProblem):
    """A backup could not be written or did not verify; reason says at which check."""


@dataclass(eq=False)
class ChangedSince(PartnersError):
    """A row no longer is what the change set was made for: nothing was written."""

    table: str
    row_id: int
    fields: tuple[str, ...]


class NothingToUndo(PartnersError):
    """The journal has no step that could be undone."""


class NothingToRedo(PartnersError):
    """The journal has no undone step that could be redone."""


@dataclass(eq=False)
class RecordMissing(PartnersError):
    """A record that should be changed or shown is not there any more."""

    table: str
    row_id: int


@dataclass(eq=False)
class TextRefused(PartnersError):
    """A typed text holds a character that no file can keep (NUL, half of a surrogate pair)."""

    table: str
    field: str


@dataclass(eq=False)
class InputBroken(PartnersError):
    """An input cannot be understood: ``problem`` is a code, ``place`` where (line, JSON path)."""

    path: Path
    problem: str
    place: str = ""
    detail: str = ""


@dataclass(eq=False)
class RegisterNotEmpty(PartnersError):
    """The register holds records that the input does not equal: importing would mix them."""

    path: Path


@dataclass(eq=False)
class ReportImpossible(PartnersError):
    """The report cannot be laid out: ``problem`` is a code."""

    problem: str
    detail: str = ""


class Abandoned(PartnersError):
    """The user cancelled it before anything was put in its place."""


def from_os_error(path: Path, error: OSError) -> FileProblem:
    """Return what a failure of the operating system on a file means to the user."""
    reason = error.strerror or ""
    # ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows: another program holds the file.
    if getattr(error, "winerror", None) in (32, 33) or error.errno == errno.EBUSY:
        return FileBusy(path, reason)
    if isinstance(error, FileExistsError):
        return FileExists(path, reason)
    if isinstance(error, IsADirectoryError):
        return FileIsFolder(path, reason)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileMissing(path, reason)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return FileDenied(path, reason)
    if error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC):
        return DiskFull(path, reason)
    return FileFailed(path, reason)
