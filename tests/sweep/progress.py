"""What of a sweep was done before: one line of JSON a point, so that it can be stopped any time."""

import json
import platform
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from tests.sweep.sweeping import Point, Result

_ROOT = Path(__file__).resolve().parents[2]
_WHAT_IT_DEPENDS_ON = ("partners_app", "db", "tests/sweep", "tests/data")


class Progress:
    """The results of a sweep in a file; those of another program or machine are forgotten."""

    def __init__(self, path: Path, calls: Iterable[str]) -> None:
        """Read what the file holds of the same program; ``calls`` are what is swept."""
        self._path = path
        self.results: dict[Point, Result] = {}
        mark = _mark(calls)
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        if lines[:1] != [mark]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{mark}\n", encoding="utf-8")
            return
        for line in lines[1:]:
            found = json.loads(line)
            result = Result(
                **{**found, "point": Point(**found["point"]), "problems": (*found["problems"],)}
            )
            self.results[result.point] = result

    def add(self, result: Result) -> None:
        """Remember a result, in the file too."""
        self.results[result.point] = result
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")

    def forget(self) -> None:
        """Begin anew at the next start."""
        self._path.unlink(missing_ok=True)


def _mark(calls: Iterable[str]) -> str:
    """Name the program, what is swept of it and the machine's libraries."""
    digest = sha256(f"{platform.python_version()} {sqlite3.sqlite_version}".encode())
    for folder in _WHAT_IT_DEPENDS_ON:
        for path in sorted((_ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(_ROOT).as_posix().encode() + path.read_bytes())
    for call in calls:
        digest.update(call.encode())
    return digest.hexdigest()
