"""When the program itself is wrong: it is logged without data, said once, and work goes on."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from partners_app.services import run_log
from partners_app.ui.crash import CrashHook


@pytest.fixture
def hook(qtbot: QtBot) -> Iterator[CrashHook]:
    hook = CrashHook()
    hook.install()
    yield hook
    hook.uninstall()


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    file = run_log.start(tmp_path / "Logs")
    assert file is not None
    yield file
    run_log.stop()


def fail_on(name: str) -> None:
    raise ValueError(f"cannot digest {name}")


def test_an_error_in_a_slot_is_announced_once_and_logged_without_what_was_typed(
    qtbot: QtBot, hook: CrashHook, log: Path
) -> None:
    said: list[str] = []
    hook.crashed.connect(said.append)
    with qtbot.captureExceptions():
        for _ in range(3):
            try:
                fail_on("Иванов Иван")
            except ValueError as error:
                hook.handle(type(error), error, error.__traceback__)

    assert len(said) == 1
    assert "ValueError" in said[0] and "fail_on" in said[0]
    text = log.read_text(encoding="utf-8")
    assert "ValueError" in text and "fail_on" in text
    assert "Иванов" not in text + said[0]


def test_the_hook_is_the_one_python_calls(hook: CrashHook) -> None:
    assert sys.excepthook == hook.handle


def test_an_error_while_the_error_is_announced_does_not_run_in_circles(
    qtbot: QtBot, hook: CrashHook, log: Path
) -> None:
    announced: list[str] = []

    def fails_too(text: str) -> None:
        announced.append(text)
        error = RuntimeError("in the dialog")
        hook.handle(type(error), error, None)

    hook.crashed.connect(fails_too)
    error = ValueError("first")
    hook.handle(type(error), error, None)

    assert announced == ["ValueError"]


def test_a_timer_goes_on_after_a_failing_slot(qtbot: QtBot, hook: CrashHook, log: Path) -> None:
    seen: list[int] = []

    def tick() -> None:
        seen.append(1)
        if len(seen) == 1:
            fail_on("x")

    timer = QTimer()
    timer.timeout.connect(tick)
    with qtbot.captureExceptions():
        timer.start(1)
        qtbot.waitUntil(lambda: len(seen) >= 3)
        timer.stop()


def test_an_error_in_another_thread_comes_here_too(
    qtbot: QtBot, hook: CrashHook, log: Path
) -> None:
    said: list[str] = []
    hook.crashed.connect(said.append)
    thread = threading.Thread(target=fail_on, args=("Иванов Иван",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(said) == 1)
    assert "fail_on" in said[0] and "fail_on" in log.read_text(encoding="utf-8")
    assert "Иванов" not in said[0] + log.read_text(encoding="utf-8")
