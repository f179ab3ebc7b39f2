"""Which file is dragged over the window, if it is one that the program takes."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

REGISTER_SUFFIX = ".partners"
IMPORTED_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".json")
"""Kinds of files that records are taken from; another register is one too."""


def is_register(path: Path) -> bool:
    """Tell by its name whether a file is a register."""
    return path.suffix.lower() == REGISTER_SUFFIX


def dropped_file(event: QDropEvent, *, imports: bool = True) -> Path | None:
    """Return the one file that is dragged; None for several, or for one of no use.

    Without ``imports`` only a register is of use.
    """
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    suffix = path.suffix.lower()
    return path if suffix == REGISTER_SUFFIX or (imports and suffix in IMPORTED_SUFFIXES) else None
