"""Where a register lies: on this computer, in a folder that a cloud keeps, or on a network.

A cloud uploads and exchanges a file while it is written to, and a network's locks are not always
kept: what SQLite promises of a file on a disk holds of neither.
"""

import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PureWindowsPath


class PlaceKind(StrEnum):
    """What keeps the folder of a file."""

    COMPUTER = "computer"
    CLOUD = "cloud"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class FilePlace:
    """Where a file lies; ``name`` is what the cloud or the network folder is called."""

    kind: PlaceKind
    name: str = ""


_CLOUDS: tuple[tuple[str, str], ...] = (
    ("OneDrive", r"onedrive( ?- ?.+)?"),
    ("Dropbox", r"dropbox( ?\(.+\))?"),
    ("Яндекс.Диск", r"(yandex|яндекс)[ .]?(disk|диск)( ?- ?.+)?"),
    ("Google Drive", r"google ?(drive|диск)|googledrive|my drive|мой диск"),
    ("Облако Mail", r"облако mail(\.ru)?|cloud mail\.ru|mail\.ru cloud"),
    ("iCloud", r"icloud ?drive|icloud~.+"),
    ("Nextcloud", r"nextcloud|owncloud"),
)
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Where Windows says that the folders of OneDrive are, whatever they are called."""
_KEPT_IN_CLOUD = 0x00040000 | 0x00400000
"""FILE_ATTRIBUTE_RECALL_ON_OPEN and FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS."""
_NETWORK_FILE_SYSTEMS = frozenset(
    ("cifs", "smb3", "smbfs", "nfs", "nfs4", "ncpfs", "afs", "9p", "fuse.sshfs", "fuse.rclone")
)
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4


def place_of(path: Path) -> FilePlace:
    """Return where a file lies, as far as its path and the system tell; it need not be there."""
    whole = path.absolute()
    with suppress(OSError):
        # A share that is gone keeps its name, which says what it is.
        whole = whole.resolve()
    for each in (path.absolute(), whole):
        if (cloud := cloud_of(each)) is not None:
            return FilePlace(PlaceKind.CLOUD, cloud)
    if _is_recalled(path):
        return FilePlace(PlaceKind.CLOUD)
    share = share_of(whole) or _mounted_share(whole)
    return FilePlace(PlaceKind.COMPUTER if share is None else PlaceKind.NETWORK, share or "")


def cloud_of(path: PurePath) -> str | None:
    """Return the name of the cloud whose folder a path goes through, None where it does not."""
    for part in path.parts[:-1]:
        for name, pattern in _CLOUDS:
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return name
    for variable in _CLOUD_VARIABLES:
        folder = os.environ.get(variable)
        if folder and path.is_relative_to(folder):
            return "OneDrive"
    return None


def share_of(path: PurePath) -> str | None:
    """Return the computer and folder that the name of a network file begins with, else None."""
    if not isinstance(path, PureWindowsPath):
        return None
    # The long form of a name: \\?\UNC\computer\folder, and \\?\C:\ for a local one.
    drive = re.sub(r"^\\\\[?.]\\UNC\\", r"\\\\", path.drive, flags=re.IGNORECASE)
    return drive if drive.startswith("\\\\") and drive[2:3] not in ("?", ".") else None


def _is_recalled(path: Path) -> bool:
    """Tell whether Windows has only the name of a file here, or of its folder."""
    for each in (path, path.parent):
        try:
            attributes = getattr(each.stat(), "st_file_attributes", 0)
        except OSError:
            continue
        if attributes & _KEPT_IN_CLOUD:
            return True
    return False


def _mounted_share(path: Path) -> str | None:
    if sys.platform == "win32":
        import ctypes

        root = path.anchor
        return root if ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE else None
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return mounted_share(path, mounts)


def mounted_share(path: PurePath, mounts: str) -> str | None:
    """Return the network folder that a path lies in, by Linux's table of mounts; else None."""
    nearest: tuple[int, str | None] = (-1, None)
    for line in mounts.splitlines():
        source, _, rest = line.partition(" ")
        point, _, rest = rest.partition(" ")
        kind = rest.partition(" ")[0]
        folder = PurePath(re.sub(r"\\(\d{3})", lambda match: chr(int(match[1], 8)), point))
        if path.is_relative_to(folder) and len(folder.parts) >= nearest[0]:
            name = re.sub(r"\\(\d{3})", lambda match: chr(int(match[1], 8)), source)
            nearest = (len(folder.parts), name if kind in _NETWORK_FILE_SYSTEMS else None)
    return nearest[1]
