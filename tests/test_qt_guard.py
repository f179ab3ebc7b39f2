"""The Qt in use is one that this Python survives."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_qt_does_not_steal_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 drops a reference to None at every void call, and Python 3.11 then aborts."""
    label = QLabel()
    qtbot.addWidget(label)
    calls = 1000
    reserve = [None] * (100 * calls)  # the interpreter must outlive a failure to report it
    before = sys.getrefcount(None)
    for _ in range(calls):
        label.setText("a")
    stolen = before - sys.getrefcount(None)
    assert len(reserve) > stolen
    assert stolen < calls / 2
