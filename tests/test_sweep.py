"""The crash sweep finds what it looks for, and the soak passes in short."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sweep.progress import Progress
from tests.sweep.sweeping import Point, Result

pytestmark = pytest.mark.trial

ROOT = Path(__file__).resolve().parents[1]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="copies a running process")

# Each act does one thing wrong; the sweep must say which. In a process of its own: it makes copies
# of itself, which a process with a window should not.
CARELESS = """
import sys
from pathlib import Path
from partners_app.domain.errors import DiskFull
from tests.sweep.sweeping import Sweep
from tests.sweep.workflows import Workflow

NAME = "letter.txt"

def prepare(folder):
    (folder / NAME).write_bytes(b"old" * 5000)

def writes_in_place(folder):
    (folder / NAME).write_bytes(b"new" * 5000)

def hides_errors(folder):
    try:
        made = folder / "~$partners-1.tmp"
        made.write_bytes(b"new")
        made.replace(folder / NAME)
    except OSError:
        pass

def crashes(folder):
    made = folder / "~$partners-1.tmp"
    made.write_bytes(b"new")
    made.replace(folder / NAME)

def leaves_drafts(folder):
    try:
        (folder / "draft").write_bytes(b"new")
        (folder / "draft").replace(folder / NAME)
    except OSError as error:
        raise DiskFull(folder / NAME) from error

for act in (writes_in_place, hides_errors, crashes, leaves_drafts):
    sweep = Sweep(Workflow(act.__name__, prepare, act), Path(sys.argv[1]))
    for point in sweep.points():
        result = sweep.try_point(point)
        for problem in result.problems:
            print(act.__name__, point.fault, problem.splitlines()[-1], sep="|")
"""


def _run(*arguments: str, **environment: str) -> list[str]:
    answer = subprocess.run(
        [sys.executable, "-X", "utf8", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout.splitlines()


@LINUX
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_an_act_that_is_careless_is_found_out(tmp_path: Path) -> None:
    found = {tuple(line.split("|")) for line in _run("-c", CARELESS, str(tmp_path))}
    assert found >= {
        ("writes_in_place", "KILL", "neither before nor after: letter.txt"),
        ("hides_errors", "ENOSPC", "it said that it saved"),
        ("hides_errors", "EIO", "it said that it saved"),
        ("leaves_drafts", "KILL", "neither before nor after: draft"),
    }
    assert ("crashes", "EIO") in {each[:2] for each in found}
    assert ("hides_errors", "KILL") not in {each[:2] for each in found}


@LINUX
def test_where_no_process_can_be_traced_it_says_so_and_kills_at_random(tmp_path: Path) -> None:
    options = ("--short", "--workflow", "edit")
    said = _run("-m", "tests.sweep", *options, PATH=str(tmp_path))
    assert said[0].startswith("sweep: no process can be traced here (strace is not installed)")
    assert [line.split()[:4] for line in said if line.startswith("edit")] == [
        ["edit", "random", "kill", "3"]
    ]
    assert said[-1] == "sweep: 0 violations"


@LINUX
def test_random_acts_under_kills_lose_nothing(tmp_path: Path) -> None:
    said = _run("-m", "tests.sweep", "--soak", "25", "--seed", "7")
    assert said[0] == "soak: 25 acts, --seed 7"
    assert "gave the start" in said[-1]


def test_a_sweep_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    path = tmp_path / "build" / "all.jsonl"
    first = Progress(path, ["edit openat"])
    done = Result(Point("edit", "KILL", 3), "openat 3 Реестр.partners", "before", ("odd",))
    first.add(done)
    assert Progress(path, ["edit openat"]).results == {done.point: done}
    # Another program makes other calls: what was found of this one says nothing of it.
    assert Progress(path, ["edit openat", "edit write"]).results == {}


FORGETFUL = """
import sys
from pathlib import Path
from tests.sweep import soak

class Forgetful(soak.Clerk):
    lives = 0
    def open(self):
        register = super().open()
        Forgetful.lives += 1
        if Forgetful.lives > 2 and register.undo_state().undo is not None:
            register.undo()
        return register

soak.Clerk = Forgetful
sys.exit(soak.report(25, 7, Path(sys.argv[1])) != 1)
"""


@LINUX
def test_an_act_that_is_lost_is_found_out(tmp_path: Path) -> None:
    said = _run("-c", FORGETFUL, str(tmp_path))
    assert said[-1].startswith("soak: WRONG")
