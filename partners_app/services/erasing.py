"""Erasing a text for good: what a person has the right to, and what undo must not bring back."""

import re
from dataclasses import dataclass
from pathlib import Path

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.erased_text import MARKER
from partners_app.domain.errors import PartnersError
from partners_app.paths import is_folder
from partners_app.services import backup, restoring
from partners_app.services.register import Register
from partners_app.storage import erasure
from partners_app.storage.backup import upgraded_copy
from partners_app.storage.engine import file_engine, reading, sound_content
from partners_app.storage.erasure import Place, Traces
from partners_app.storage.migrate import identify

__all__ = [
    "MARKER",
    "SHORTEST",
    "HeldBackup",
    "Place",
    "Traces",
    "erase",
    "find",
    "in_backups",
    "is_away",
]

SHORTEST = 3
"""Letters and figures at least: a shorter text would be found everywhere."""


@dataclass(frozen=True, slots=True)
class HeldBackup:
    """A copy that holds the text; ``readable`` is false where that could not be found out."""

    path: Path
    readable: bool = True


def find(register: Register, text: str) -> Traces:
    """Return where a text stands as whole words, in the register of today and in its history.

    Nothing for a text of fewer than `SHORTEST` letters and figures.
    """
    wanted = _wanted(text)
    return Traces((), 0, False, ()) if wanted is None else register.read(erasure.traces, wanted)


def erase(register: Register, text: str) -> None:
    """Replace a text by `MARKER` in the records and in the whole history; nothing brings it back.

    Raises what any write does, and nothing is changed then.
    """
    stop_if_unwanted()
    wanted = _wanted(text)
    if wanted is not None:
        register.erase(wanted)


def in_backups(register: Register, text: str, second: Path | None = None) -> list[HeldBackup]:
    """Return the backups that hold a text, newest first; it takes a while: each is read whole.

    After them the files that a restore has put aside. The program removes none: they are named,
    and somebody decides.
    """
    wanted = _wanted(text)
    if wanted is None:
        return []
    found = []
    backups = [each.path for each in backup.listing(register.uuid(), second)]
    for path in [*backups, *restoring.put_aside(register.path)]:
        try:
            stop_if_unwanted()
            if _holds(path, wanted):
                found.append(HeldBackup(path))
        except PartnersError:
            found.append(HeldBackup(path, readable=False))
    return found


def is_away(second: Path | None) -> bool:
    """Tell whether the second folder of backups is not there now, so that none in it was read."""
    return second is not None and not is_folder(second)


def _wanted(text: str) -> re.Pattern[str] | None:
    letters = sum(map(str.isalnum, text))
    return erasure.pattern_of(text) if letters >= SHORTEST else None


def _holds(path: Path, wanted: re.Pattern[str]) -> bool:
    if identify(path).is_older:
        with upgraded_copy(path) as copy:
            return _has_traces(copy, wanted)
    return _has_traces(path, wanted)


def _has_traces(path: Path, wanted: re.Pattern[str]) -> bool:
    made = file_engine(path, read_only=True)
    try:
        with sound_content(path), reading(made, path) as connection:
            found = erasure.traces(connection, wanted)
            return bool(found) or bool(found.editions)
    finally:
        made.dispose()
