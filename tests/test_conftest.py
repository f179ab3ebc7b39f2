"""The guards that stand around every test, tried on tests that deserve to fail."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.trial

ROOT = Path(__file__).resolve().parent.parent
WELL_BEHAVED = """
import threading
from pathlib import Path

import platformdirs
from PySide6.QtCore import QRunnable, QSettings, QThreadPool

import tests.conftest

tests.conftest._SECONDS_FOR_TASKS_TO_END = 0.3


class Task(QRunnable):
    def __init__(self, done):
        super().__init__()
        self.done = done

    def run(self):
        self.done.wait(3)


def test_a_task_that_ends_is_welcome(qtbot):
    done = threading.Event()
    QThreadPool.globalInstance().start(Task(done))
    done.set()


def test_nothing_is_the_real_user_s(user_folders):
    for place in (
        Path.home(),
        platformdirs.user_data_path("Partners"),
        platformdirs.user_config_path("Partners"),
        Path(QSettings("Partners", "Partners").fileName()),
    ):
        assert place.is_relative_to(user_folders)
"""
ILL_BEHAVED = {
    "pool task": "QThreadPool.globalInstance().start(Task(threading.Event()))",
    "task of a pool of its own": (
        "kept.append(QThreadPool()); kept[0].start(Task(threading.Event()))"
    ),
    "Python thread": "threading.Thread(target=threading.Event().wait, args=(3,)).start()",
    "Qt thread": "kept.append(QThread()); kept[-1].start(); request.addfinalizer(kept[-1].quit)",
    "waiting dialog": "QDialog().exec()",
    "waiting question": "QMessageBox.question(None, 'Delete', 'Really?')",
    "Qt warning": "qWarning('a cell has no delegate')",
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Run the tests of a project under our guards; return each one's outcome and reason."""
    file = tmp_path_factory.mktemp("guarded") / "test_guarded.py"
    code = WELL_BEHAVED + (
        "\nfrom PySide6.QtCore import QThread, qWarning"
        "\nfrom PySide6.QtWidgets import QDialog, QMessageBox\n\nkept = []\n"
    )
    for number, statement in enumerate(ILL_BEHAVED.values()):
        code += f"\n\ndef test_ill_behaved_{number}(qtbot, request):\n    {statement}\n"
    # A thread that a test left must not outlive this run.
    code += "\n\ndef test_after_them():\n    [thread.quit() for thread in kept[1:]]\n"
    code += "    [thread.wait(3000) for thread in kept[1:]]\n"
    file.write_text(code, encoding="utf-8")
    options = ["-p", "tests.conftest", "-p", "no:xdist", "-p", "no:cacheprovider", "-rA", "-v"]
    output = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-c", "pyproject.toml", str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    ).stdout
    summary = output.partition("short test summary info")[2].splitlines()
    found: dict[str, str] = {}
    for line in summary:
        outcome, _, rest = line.partition(" ")
        if "::" in rest:
            name, _, reason = rest.partition("::")[2].partition(" - ")
            # A test whose body passed and whose guard then failed is listed twice.
            if outcome != "PASSED" or name not in found:
                found[name] = f"{outcome} {reason}"
    return found


@pytest.mark.parametrize(
    "name", ["test_a_task_that_ends_is_welcome", "test_nothing_is_the_real_user_s"]
)
def test_the_guards_let_a_good_test_pass(name: str, outcomes: dict[str, str]) -> None:
    assert outcomes[name].startswith("PASSED")


@pytest.mark.parametrize("what", ILL_BEHAVED)
def test_the_guards_stop(what: str, outcomes: dict[str, str]) -> None:
    outcome = outcomes[f"test_ill_behaved_{list(ILL_BEHAVED).index(what)}"]
    assert outcome.startswith(("FAILED", "ERROR"))
