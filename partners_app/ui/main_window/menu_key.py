"""Shift+F10 opens the context menu, as the Menu key does: Qt itself knows only that one."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

MENU_KEY = QKeySequence("Shift+F10")


def open_menus_by_key(window: QWidget) -> None:
    """Let Shift+F10 open the menu of whatever has the focus in a window."""
    shortcut = QShortcut(MENU_KEY, window)
    shortcut.activated.connect(_open_menu)


def _open_menu() -> None:
    focused = QApplication.focusWidget()
    if focused is None:
        return
    # Where Qt opens it for the Menu key: at the cursor of a text, at the current row of a list.
    cursor = QRectF(focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle))
    place = cursor.center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, focused.mapToGlobal(place))
    QApplication.sendEvent(focused, event)
