"""Work off the UI thread: its end, its failure, and who does not want it any more."""

import gc
import weakref
from threading import Event, get_ident
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.errors import Abandoned
from partners_app.ui import background as module
from partners_app.ui.background import Background


class _Button(QObject):
    clicked = Signal()


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    return Background()


def unexpected(value: object) -> None:
    raise AssertionError(value)


def test_the_result_comes_back_to_this_thread(qtbot: QtBot, background: Background) -> None:
    found: list[Any] = []
    background.run(
        lambda: get_ident(),
        done=lambda worker: found.append((worker, get_ident())),
        failed=unexpected,
    )
    qtbot.waitUntil(lambda: bool(found))
    ((worker, here),) = found
    assert worker != here == get_ident()
    assert not background.busy


def test_who_cancels_gets_abandoned_and_nothing_is_done(
    qtbot: QtBot, background: Background
) -> None:
    button, pressed, errors = _Button(), Event(), list[Exception]()

    def work() -> None:
        pressed.wait(10)
        stop_if_unwanted()

    button.clicked.connect(background.run(work, done=unexpected, failed=errors.append))
    button.clicked.emit()
    pressed.set()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Abandoned)


def test_a_task_is_destroyed_without_touching_who_may_cancel_it(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Qt disconnects under a lock; a thread that does so for an object of Python's needs Python's
    # lock too, and waits for the UI thread for ever if that one waits for Qt's.
    watched_by: list[int] = []

    class Watched(module._Task):
        def run(self) -> None:
            super().run()
            watched_by.append(weakref.getweakrefcount(self))

    monkeypatch.setattr(module, "_Task", Watched)
    button, connected, ended = _Button(), Event(), list[object]()
    abandon = background.run(lambda: connected.wait(10), done=ended.append, failed=unexpected)
    button.clicked.connect(abandon)
    connected.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert watched_by == [0]


def test_nobody_looks_for_garbage_while_a_task_runs_and_somebody_does_afterwards(
    qtbot: QtBot,
) -> None:
    background = Background()
    answers: list[object] = []
    background.run(gc.isenabled, done=answers.append, failed=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1)
    background.run(lambda: 1 / 0, done=answers.append, failed=lambda error: answers.append(None))
    qtbot.waitUntil(lambda: len(answers) == 2)
    background.wait()
    assert answers == [False, None]
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
