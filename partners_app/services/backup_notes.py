"""What is known of the backups of a register: which are verified, and what they hold.

One small file a register under the user's data, never beside the backups. Who loses it loses no
backup: they count as not verified until they are verified again.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from partners_app.domain.abandoning import to_the_end
from partners_app.domain.errors import FileProblem
from partners_app.exchange.atomic_file import atomic_write
from partners_app.paths import as_name, user_data
from partners_app.storage.backup import Proof


@dataclass(frozen=True, slots=True)
class Verified:
    """A backup was read whole; it holds good as long as size and time of change are the same.

    ``line`` grows with each restore: change numbers begin anew from the restored one then.
    """

    size: int
    changed_ns: int
    at: datetime
    line: int
    partners: int
    agreements: int
    events: int

    @property
    def counts(self) -> dict[str, int]:
        """Return how many rows the tables of the records were found to have."""
        return {
            "partner": self.partners,
            "agreement": self.agreements,
            "event": self.events,
        }


@dataclass(frozen=True, slots=True)
class Drill:
    """The last time that a backup taken at random was opened and counted."""

    at: datetime
    name: str
    passed: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """Everything that is known of the backups of one register, by path."""

    line: int = 0
    verified: Mapping[Path, Verified] = field(default_factory=dict)
    drill: Drill | None = None

    def of(self, path: Path) -> Verified | None:
        """Return what was verified; None: nothing, or the file is another one since."""
        found = self.verified.get(path)
        try:
            now = path.stat()
        except OSError:
            return None
        same = found is not None and (found.size, found.changed_ns) == _state(now)
        return found if same else None


def _state(stat: Any) -> tuple[int, int]:
    return int(stat.st_size), int(stat.st_mtime_ns)


def read(register_uuid: str) -> Notes:
    """Return what is known; nothing where that cannot be read."""
    try:
        found = json.loads(_file(register_uuid).read_text("utf-8"))
        drill = found["drill"]
        return Notes(
            int(found["line"]),
            {
                Path(path): Verified(**{**each, "at": datetime.fromisoformat(each["at"])})
                for path, each in found["verified"].items()
            },
            None
            if drill is None
            else Drill(datetime.fromisoformat(drill["at"]), str(drill["name"]), drill["passed"]),
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Notes()


def write(register_uuid: str, notes: Notes) -> None:
    """Keep what is known; that it cannot be kept takes nothing from the backups.

    It can no more be cancelled: what it tells of has been done.
    """
    verified = {path: each for path, each in notes.verified.items() if not _is_gone(path)}
    text = json.dumps(
        {
            "line": notes.line,
            "verified": {str(path): asdict(each) for path, each in verified.items()},
            "drill": None if notes.drill is None else asdict(notes.drill),
        },
        ensure_ascii=False,
        indent=1,
        default=datetime.isoformat,
    )
    target = _file(register_uuid)
    with suppress(OSError, FileProblem), to_the_end():
        target.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(target, lambda temporary: _put(temporary, text))


def _is_gone(path: Path) -> bool:
    """Tell whether somebody removed a backup; where its folder lacks, it may be a disk's."""
    try:
        return path.parent.is_dir() and not path.exists()
    except OSError:
        return False


def _put(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _file(register_uuid: str) -> Path:
    return user_data() / "Backup notes" / f"{as_name(register_uuid)}.json"


def remember(path: Path, proof: Proof) -> None:
    """Remember that a backup was proved just now."""
    notes = read(proof.register_uuid)
    known, counts = notes.verified.get(path), proof.counts
    with suppress(OSError):
        found = Verified(
            *_state(path.stat()),
            datetime.now(UTC),
            notes.line if known is None else known.line,
            counts["partner"],
            counts["agreement"],
            counts["event"],
        )
        _keep(proof.register_uuid, notes, path, found)


def remember_copy(source: Path, copy: Path, register_uuid: str) -> None:
    """Remember of a copy, byte by byte, what is known of the backup."""
    notes = read(register_uuid)
    known = notes.of(source)
    if known is not None:
        with suppress(OSError):
            size, changed_ns = _state(copy.stat())
            of_copy = replace(known, size=size, changed_ns=changed_ns)
            _keep(register_uuid, notes, copy, of_copy)


def _keep(register_uuid: str, notes: Notes, path: Path, found: Verified) -> None:
    write(register_uuid, replace(notes, verified={**notes.verified, path: found}))


def forget(register_uuid: str, path: Path) -> None:
    """Do not count a backup as verified any more."""
    notes = read(register_uuid)
    verified = {other: each for other, each in notes.verified.items() if other != path}
    write(register_uuid, replace(notes, verified=verified))


def remove(register_uuid: str) -> None:
    """Know nothing any more."""
    with suppress(OSError):
        _file(register_uuid).unlink(missing_ok=True)


def begin_line(register_uuid: str) -> None:
    """Note that a backup was restored: what is written from now on is newer than all before."""
    notes = read(register_uuid)
    write(register_uuid, replace(notes, line=notes.line + 1))


def keep_drill(register_uuid: str, name: str, *, passed: bool) -> None:
    """Note that a backup was opened and counted."""
    notes = read(register_uuid)
    write(register_uuid, replace(notes, drill=Drill(datetime.now(UTC), name, passed)))
