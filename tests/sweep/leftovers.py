"""What a folder holds after a run: each file under its final name by what it says, and what is odd.

Two runs never give equal bytes (times, page order): a register is told by the rows of all its
tables, a workbook by its cells.
"""

import json
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook

from partners_app.domain.errors import PartnersError
from partners_app.exchange.atomic_file import TEMPORARY_PREFIX, TEMPORARY_SUFFIX
from partners_app.services import backup
from partners_app.storage import engine
from partners_app.storage.digest import column_names, table_names, table_state
from partners_app.storage.migrate import identify, schema_version

PASSING = "temporary"
"""The folder that stands for the system's own one for temporary files: anything may stay there."""
_REGISTER = ".partners"
_NOTES = "Backup notes"
_JOURNALS = ("-journal", "-wal", "-shm")
_OF_THE_CLOCK = {"at", "created_at", "changed_at", "digest"}
"""Columns that differ between two runs of an act: times, and the digest of a step with its time."""
_TIME_IN_A_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ")


@dataclass(slots=True)
class Held:
    """The files under final names, each with what it says; ``problems`` is what may not be."""

    files: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


class Reader:
    """Reads folders, and remembers what files of known bytes were found to say."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[bytes, str] = {}

    def look(self, folder: Path) -> Held:
        """Return what a folder holds; a register that a crash left is opened as the program does.

        So SQLite rolls back what is under way there, and no journal may be left then.
        """
        held = Held()
        for path in sorted(folder.rglob("*")):
            if path.is_dir() or not path.exists():  # a journal goes when its register is opened
                continue
            name = _TIME_IN_A_NAME.sub("TIME", path.relative_to(folder).as_posix())
            ours = path.name.startswith(TEMPORARY_PREFIX) and TEMPORARY_SUFFIX in path.name
            # An owner file of a process that is gone keeps nobody out: the next start shows it.
            owner = path.name.startswith(".~") and path.name.endswith(".owner")
            if ours or owner or name.startswith(f"{PASSING}/"):
                continue
            if path.name.endswith(_JOURNALS):
                if _is_hot(path):
                    held.problems.append(f"a journal is left: {name}")
                continue
            try:
                if path.parent.name == _NOTES:
                    # What is known of the backups may be lost with a failure; half it may not be.
                    json.loads(path.read_bytes())
                else:
                    held.files[name] = self._says(path)
            except (PartnersError, BadZipFile, KeyError, ValueError) as error:
                held.files[name] = "not whole"
                held.problems.append(f"not whole: {name}: {type(error).__name__} {error}")
        return held

    def _says(self, path: Path) -> str:
        if path.suffix == _REGISTER:
            _roll_back(path)
        # Rolled back it is mostly the file that it was, byte for byte, and need not be read again.
        key = sha256(path.name.encode() + path.read_bytes()).digest()
        if key not in self._known:
            if path.suffix == _REGISTER:
                said = _register(path)
            elif path.suffix == ".xlsx":
                said = _workbook(path)
            else:
                said = sha256(path.read_bytes()).hexdigest()
            self._known[key] = said
        return self._known[key]


def _roll_back(path: Path) -> None:
    """Let SQLite take back what was under way when the process ended."""
    if not path.with_name(path.name + _JOURNALS[0]).exists():
        return
    connection = sqlite3.connect(engine.file_uri(path, "rw"), uri=True, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.Error:
        return  # what is wrong with it is told by who reads it
    finally:
        connection.close()


def _is_hot(journal: Path) -> bool:
    """Tell whether SQLite would roll a journal back: not when it was never synced to the disk.

    Such a one stays until the next change of the register; https://www.sqlite.org/fileformat.html
    """
    with journal.open("rb") as file:
        return file.read(1) not in (b"", b"\0")


def _register(path: Path) -> str:
    """Read a register, verify it, and return the rows of its tables; raises what is wrong."""
    identify(path)
    made = engine.file_engine(path, read_only=True)
    with engine.reading(made, path) as connection:
        states = {
            name: table_state(
                connection,
                name,
                [each for each in column_names(connection, name) if each not in _OF_THE_CLOCK],
            )
            for name in table_names(connection)
        }
        version = schema_version(connection)
    made.dispose()
    backup.verify(path)
    return f"schema {version}: {_digest(states)}"


def _digest(states: Mapping[str, object]) -> str:
    lines = "\n".join(f"{name} {state}" for name, state in sorted(states.items()))
    return sha256(lines.encode()).hexdigest()


def _workbook(path: Path) -> str:
    workbook = load_workbook(path)
    lines = [
        f"{sheet.title} {cell.coordinate} {cell.value!r} {cell.data_type}"
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]
    workbook.close()
    return sha256("\n".join(lines).encode()).hexdigest()
