"""Work off the UI thread keeps the window going."""

import gc

from pytestqt.qtbot import QtBot

from partners_app.ui.background import Background


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
