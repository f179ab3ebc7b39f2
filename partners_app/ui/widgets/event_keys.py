"""What the keys mean in the event grid: Excel's and Access's, so that hands need not learn."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from partners_app.ui.widgets.event_editors import Leaving

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class GridKey(Enum):
    """What a key asks the grid to do."""

    EDIT = auto()
    REPLACE = auto()
    """Edit, with the key's own text in place of the value."""
    EMPTY_AND_EDIT = auto()
    CLEAR = auto()
    ADD = auto()
    DELETE = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    TOGGLE = auto()
    SELECT_ROWS = auto()
    SELECT_COLUMNS = auto()
    COPY = auto()
    CUT = auto()
    PASTE = auto()
    FILL_DOWN = auto()
    FILL_RIGHT = auto()
    VALUE_ABOVE = auto()
    TODAY = auto()
    GO_UP = auto()
    GO_DOWN = auto()
    GO_NEXT = auto()
    GO_PREVIOUS = auto()
    LEAVE = auto()


GOING = {
    GridKey.GO_UP: Leaving.UP,
    GridKey.GO_DOWN: Leaving.DOWN,
    GridKey.GO_NEXT: Leaving.NEXT,
    GridKey.GO_PREVIOUS: Leaving.PREVIOUS,
}
"""Where the keys lead that go from cell to cell."""

_PLAIN = {
    Qt.Key.Key_Insert: GridKey.ADD,
    Qt.Key.Key_Delete: GridKey.CLEAR,
    Qt.Key.Key_F2: GridKey.EDIT,
    Qt.Key.Key_Backspace: GridKey.EMPTY_AND_EDIT,
    Qt.Key.Key_Return: GridKey.GO_DOWN,
    Qt.Key.Key_Enter: GridKey.GO_DOWN,
    Qt.Key.Key_Tab: GridKey.GO_NEXT,
    Qt.Key.Key_Backtab: GridKey.GO_PREVIOUS,  # as Qt passes Shift+Tab on, without its Shift
    Qt.Key.Key_Escape: GridKey.LEAVE,
}
_WITH_SHIFT = {
    Qt.Key.Key_Return: GridKey.GO_UP,
    Qt.Key.Key_Enter: GridKey.GO_UP,
    Qt.Key.Key_Backtab: GridKey.GO_PREVIOUS,
    Qt.Key.Key_Tab: GridKey.GO_PREVIOUS,
    Qt.Key.Key_Space: GridKey.SELECT_ROWS,
    Qt.Key.Key_Delete: GridKey.CUT,
    Qt.Key.Key_Insert: GridKey.PASTE,
}
_WITH_CONTROL: dict[int, GridKey] = {
    Qt.Key.Key_Plus: GridKey.ADD,
    Qt.Key.Key_Equal: GridKey.ADD,  # the same key without Shift
    Qt.Key.Key_Minus: GridKey.DELETE,
    Qt.Key.Key_Space: GridKey.SELECT_COLUMNS,
    Qt.Key.Key_C: GridKey.COPY,
    Qt.Key.Key_Insert: GridKey.COPY,
    Qt.Key.Key_X: GridKey.CUT,
    Qt.Key.Key_V: GridKey.PASTE,
    Qt.Key.Key_D: GridKey.FILL_DOWN,
    Qt.Key.Key_R: GridKey.FILL_RIGHT,
    Qt.Key.Key_Apostrophe: GridKey.VALUE_ABOVE,
    Qt.Key.Key_Semicolon: GridKey.TODAY,
}
_RUSSIAN_LAYOUT: dict[int, int] = {
    ord("С"): Qt.Key.Key_C,
    ord("Ч"): Qt.Key.Key_X,
    ord("М"): Qt.Key.Key_V,
    ord("В"): Qt.Key.Key_D,
    ord("К"): Qt.Key.Key_R,
    ord("Э"): Qt.Key.Key_Apostrophe,
    ord("Ж"): Qt.Key.Key_Semicolon,
}
"""The letters on the keys of the English ones; not every platform passes those on with Ctrl."""


def grid_key(event: QKeyEvent, *, on_tick: bool, on_list: bool) -> GridKey | None:
    """Return what a key means on a cell; None: it is Qt's own (arrows, Home, Page Down).

    ``on_tick`` and ``on_list`` say that the cell holds a tick, or a word of a closed list:
    there Space ticks, and Alt+Down opens the list.
    """
    key, held = event.key(), event.modifiers() & ~_KEYPAD
    if held == _ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        if key == Qt.Key.Key_Up:
            return GridKey.MOVE_UP
        return GridKey.EDIT if on_list else GridKey.MOVE_DOWN
    if held == _CONTROL or (held == _CONTROL | _SHIFT and key == Qt.Key.Key_Plus):
        return _WITH_CONTROL.get(_RUSSIAN_LAYOUT.get(key, key))
    if held == _SHIFT and key in _WITH_SHIFT:
        return _WITH_SHIFT[Qt.Key(key)]
    if not held and key == Qt.Key.Key_Space and (on_tick or on_list):
        return GridKey.TOGGLE if on_tick else GridKey.EDIT
    if not held and key in _PLAIN:
        return _PLAIN[Qt.Key(key)]
    # Ctrl and Alt together are AltGr on Windows: a letter of some layouts.
    typed = held in (Qt.KeyboardModifier.NoModifier, _SHIFT, _CONTROL | _ALT)
    if typed and event.text() and event.text().isprintable():
        return GridKey.REPLACE
    return None
