"""What the tests of the command line share: an answer, and the state of a folder."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Answer:
    """What one command gave."""

    status: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The only line of the messages, of a command that wrote no data."""
        assert self.out == ""
        (line,) = self.err.splitlines()
        return line


Run = Callable[..., Answer]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def folder_state(folder: Path) -> dict[str, str]:
    """Return every file under a folder with the digest of its bytes."""
    return {
        str(path.relative_to(folder)): digest(path) if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }
