"""Expected failures: fields and no text; ``texts`` puts them into words.

Bugs are not here: they reach the exception hook. The classes are not frozen, since Python sets
``__traceback__`` on a raised exception.
"""

import errno
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from partners_app.domain.changes import ChangeSet
from partners_app.domain.conflicts import Conflict
from partners_app.domain.holder import Holder

_LONGEST_WINDOWS_PATH = 260


class PartnersError(Exception):
    """An expected failure that a clerk can do something about."""


@dataclass(eq=False)
class FileProblem(PartnersError):
    """Something is wrong with one file; ``reason`` is the system's own short text, if any."""

    path: Path
    reason: str = ""


class FileMissing(FileProblem):
    """There is no such file, or its folder is missing."""


class RegisterAway(FileMissing):
    """The register that is open cannot be reached any more: moved, or its disk is away."""


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


class FileInCloud(FileProblem):
    """Only the file's name is on this computer; its bytes cannot be fetched now."""


class PathTooLong(FileProblem):
    """The system cannot open a file whose path has so many characters."""


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


class RegisterInWalMode(FileProblem):
    """Another program left the register in a mode that does not work over a network."""


class RegisterReadOnly(FileProblem):
    """The register is opened for reading only."""


@dataclass(eq=False)
class RegisterHeld(FileProblem):
    """Another process has the register open for writing."""

    holder: Holder = field(default_factory=Holder)


class RegisterLocked(FileProblem):
    """Another process is writing and did not finish in time."""


class RegisterReplaced(FileProblem):
    """The file under the open register is another one than before."""


class BackupFailed(FileProblem):
    """A backup could not be written or did not verify; reason says at which check."""


class NotRestored(FileProblem):
    """A backup cannot take the register's place; reason: another, damaged, same."""


@dataclass(eq=False)
class MigrationRefused(FileProblem):
    """An older register was left as it is: ``cause`` kept the backup of it from being written."""

    cause: PartnersError | None = None


@dataclass(eq=False)
class ChangedSince(PartnersError):
    """A row no longer is what the change set was made for: nothing was written.

    ``conflicts`` are the rows that others had written in before the user was shown that, and
    ``refused`` is the whole act: what it means can still be written once somebody has decided.
    """

    table: str
    row_id: int
    fields: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()
    refused: ChangeSet | None = None


class PlanOutdated(FileProblem):
    """The register moved since an import was planned: nothing was written."""


class FileChanged(FileProblem):
    """A file is not what it was when it was read: nothing was written."""


class SameRegister(FileProblem):
    """The register that is open cannot be taken into itself."""


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
class ReportImpossible(PartnersError):
    """The report cannot be laid out: ``problem`` is a code.

    ``template`` is the template workbook of an office that is the reason, if one is.
    """

    problem: str
    detail: str = ""
    template: Path | None = None


class EditionProblem(StrEnum):
    """What of an edition is not what was frozen."""

    WORKBOOK = "workbook"
    REPORT = "report"
    NEWER = "newer"


@dataclass(eq=False)
class EditionUnreadable(PartnersError):
    """A part of an edition is damaged, or of a newer program: it is not given out."""

    problem: EditionProblem
    detail: str = ""


@dataclass(eq=False)
class PrinterProblem(PartnersError):
    """The printer took nothing: ``name`` is what the system calls it, "" where there is none."""

    name: str = ""


class Abandoned(Exception):
    """The user cancelled it before anything was put in its place.

    No PartnersError: whoever makes something of a failure on its way has to let this one pass.
    """


def from_os_error(path: Path, error: OSError) -> FileProblem:
    """Return what a failure of the operating system on a file means to the user."""
    reason = error.strerror or ""
    winerror = getattr(error, "winerror", None)
    # ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows: another program holds the file.
    if winerror in (32, 33) or error.errno == errno.EBUSY:
        return FileBusy(path, reason)
    # ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING and ERROR_CLOUD_FILE_ACCESS_DENIED.
    if winerror in (362, 395):
        return FileInCloud(path, reason)
    if error.errno == errno.ENAMETOOLONG or (
        # ERROR_PATH_NOT_FOUND and ERROR_FILENAME_EXCED_RANGE.
        winerror in (3, 206) and len(str(path)) >= _LONGEST_WINDOWS_PATH
    ):
        return PathTooLong(path, reason)
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
