"""Saving what can be read of a damaged register into a new file; the damaged one stays as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.errors import FileExists, RegisterDamaged, from_os_error
from partners_app.exchange.atomic_file import atomic_write
from partners_app.storage import backup, salvage
from partners_app.storage.salvage import SavedCount

__all__ = ["RECORDS", "Salvaged", "SavedCount", "find", "salvage_copy", "write"]

RECORDS = ("region", "country", "partner", "agreement", "event")
"""The tables that a clerk knows; the others are lists inside their records."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved of a register, by table, and what became of its history.

    Of ``steps_known`` steps ``steps_kept`` are in the new history, the first ones; ``placed``
    records were made so that others stand somewhere.
    """

    counts: dict[str, SavedCount]
    steps_kept: int
    steps_known: int
    placed: int

    @property
    def saved(self) -> int:
        """How many records are there again."""
        return sum(self.counts[name].saved for name in RECORDS)

    @property
    def known(self) -> int:
        """How many records there were, as far as the file tells."""
        return sum(self.counts[name].known for name in RECORDS)


def find(path: Path) -> Salvaged:
    """Return what could be saved of a register; nothing is written."""
    return _told(_find(path))


def write(path: Path, target: Path, *, author: str) -> Salvaged:
    """Save what can be read of a register into a new file that verifies.

    FileExists: the target is there, and is never overwritten. RegisterDamaged, of the register:
    nothing at all could be read of it.
    """
    found = _find(path)

    def fill(temporary: Path) -> None:
        salvage.write(found, temporary, author=author)

    for suffix in ("-journal", "-wal"):
        stray = target.with_name(target.name + suffix)
        if stray.exists():
            # SQLite would roll it back into the new file.
            raise FileExists(stray)
    atomic_write(target, fill, verify=_verify, overwrite=False)
    return _told(found)


@contextmanager
def salvage_copy(path: Path, *, author: str) -> Iterator[tuple[Path, Salvaged]]:
    """Give what can be read as a register of its own in a folder that goes afterwards."""
    found = _find(path)
    try:
        folder = TemporaryDirectory(prefix="partners-", ignore_cleanup_errors=True)
    except OSError as error:
        raise from_os_error(path, error) from error
    with folder as name:
        copy = Path(name) / path.name
        salvage.write(found, copy, author=author)
        yield copy, _told(found)


def _find(path: Path) -> salvage.Salvage:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise from_os_error(path, error) from error
    stop_if_unwanted()
    found = salvage.find(content)
    if not any(count.saved for count in found.counts.values()):
        raise RegisterDamaged(path, "nothing")
    return found


def _verify(path: Path) -> None:
    backup.verify(path)


def _told(found: salvage.Salvage) -> Salvaged:
    return Salvaged(dict(found.counts), len(found.steps), found.steps_known, found.placed)
