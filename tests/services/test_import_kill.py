"""The program is killed while it writes an import: all of it is there, or nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from partners_app.services import backup, sample
from partners_app.services.register import Counts, Register

pytestmark = pytest.mark.trial

ROOT = Path(__file__).resolve().parents[2]
AFTER = Counts(3, 30, 52, 60, 130)
BEFORE = Counts(3, 0, 0, 0, 0)

# Kills itself at the Nth statement that the import sends to the database, or says that it is done.
IMPORTING = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from partners_app.services import importing
from partners_app.services.register import Register

register = Register.open(Path(sys.argv[1]), author="Child")
plan = importing.plan(register, importing.read_source(register, Path(sys.argv[2])))
left = int(sys.argv[3])

@event.listens_for(Engine, "before_cursor_execute")
def count(connection, cursor, statement, *rest):
    global left
    if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

importing.apply(register, plan, plan.proposed())
print("done", flush=True)
"""


def _import(path: Path, source: Path, statement: int) -> bool:
    """Import in a process that dies at a statement; tell whether it said that it is done."""
    command = [sys.executable, "-X", "utf8", "-c", IMPORTING, str(path), str(source)]
    answer = subprocess.run(
        [*command, str(statement)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.stdout in ("", "done\n"), answer.stderr
    return answer.stdout == "done\n"


def test_an_import_that_is_killed_is_whole_or_absent(tmp_path: Path) -> None:
    full = Register.create(tmp_path / "полный.partners", author="Parent", content=sample.content())
    full.close()
    statement, done = 1, False
    killed = 0
    while not done:
        # A file each, since what a killed process leaves beside one belongs to that one.
        path = tmp_path / f"пустой {statement}.partners"
        Register.create(path, author="Parent").close()
        done = _import(path, full.path, statement)
        register = Register.open(path, author="Parent")
        assert register.counts() == (AFTER if done else BEFORE)
        register.close()
        assert backup.verify(path).events == (AFTER.events if done else 0)
        killed += not done
        statement += max(1, statement // 3)
    assert killed >= 5, "the import was killed at several of its statements"
    register = Register.open(path, author="Parent")
    register.undo()
    assert register.counts() == BEFORE
    register.close()
