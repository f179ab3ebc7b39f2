"""A second start of the program hands its file to the first window."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.ui import single_instance
from partners_app.ui.single_instance import SingleInstance

Make = Callable[[], SingleInstance]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Make]:
    """Start once more; sockets end here, and not wherever Python collects them."""
    made: list[SingleInstance] = []

    def make() -> SingleInstance:
        made.append(SingleInstance(tmp_path, qapp))
        return made[-1]

    yield make
    for each in made:
        each.release()
        shiboken6.delete(each)


def test_the_second_start_hands_its_file_over(qtbot: QtBot, tmp_path: Path, start: Make) -> None:
    first, second = start(), start()
    assert first.claim()
    assert not second.claim()

    asked: list[Path | None] = []
    first.asked_to_open.connect(asked.append)
    file = tmp_path / "Реестр № 1.partners"
    handed = _hand_over_from_another_process(tmp_path, file)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert asked == [file]
    assert handed.wait(10) == 0
    first.release()


def test_after_the_first_window_is_closed_the_next_start_is_the_first(start: Make) -> None:
    first, second = start(), start()
    assert first.claim()
    first.release()
    assert second.claim()
    second.release()


def test_a_first_window_that_does_not_answer_does_not_stop_the_second(start: Make) -> None:
    assert start().hand_over(None) is False


def test_a_file_that_is_not_taken_is_not_handed_over(
    tmp_path: Path, start: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first window is busy all the time here: it cannot read what was sent to it."""
    monkeypatch.setattr(single_instance, "_TAKEN_MS", 200)
    first, second = start(), start()
    assert first.claim()
    assert second.hand_over(tmp_path / "Реестр.partners") is False


def _hand_over_from_another_process(folder: Path, file: Path) -> subprocess.Popen[bytes]:
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from partners_app.ui.single_instance import SingleInstance;"
        "app = QCoreApplication([]);"
        "one = SingleInstance(Path(sys.argv[1]));"
        "sys.exit(0 if not one.claim() and one.hand_over(Path(sys.argv[2])) else 1)"
    )
    return subprocess.Popen([sys.executable, "-c", program, str(folder), str(file)])
