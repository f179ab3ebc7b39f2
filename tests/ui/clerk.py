"""A clerk's hands: keys that reach whatever has the focus, in Russian letters too."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """Press and let go of a key."""
    target = _focused()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, held, text))


def type_text(text: str) -> None:
    """Type letters one by one, each where the focus is by then (qtbot knows only Latin ones)."""
    for letter in text:
        press(Qt.Key(0), NONE, letter)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None, "no widget has the focus"
    return focused
