"""A second start of the program hands its file to the first window."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from partners_app.ui.single_instance import SingleInstance


def test_the_second_start_hands_its_file_over(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
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


def test_after_the_first_window_is_closed_the_next_start_is_the_first(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    first.release()
    assert second.claim()
    second.release()


def test_a_first_window_that_does_not_answer_does_not_stop_the_second(tmp_path: Path) -> None:
    assert SingleInstance(tmp_path).hand_over(None) is False


def _hand_over_from_another_process(folder: Path, file: Path) -> subprocess.Popen[bytes]:
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from partners_app.ui.single_instance import SingleInstance;"
        "app = QCoreApplication([]);"
        "one = SingleInstance(Path(sys.argv[1]));"
        "sys.exit(0 if not one.claim() and one.hand_over(Path(sys.argv[2])) else 1)"
    )
    return subprocess.Popen([sys.executable, "-c", program, str(folder), str(file)])
