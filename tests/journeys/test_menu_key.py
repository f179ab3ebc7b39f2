"""The Menu key and Shift+F10 open the menu of the current row, wherever the mouse is (ux 24)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QPlainTextEdit

from partners_app.ui.main_window import MainWindow
from tests.ui.sample_registers import scope_named


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    assert window.open_register is not None
    window.workspace.tree.select(scope_named(window.open_register, "г. Турку"))
    return window


def by_shift_f10(view: QAbstractItemView) -> None:
    QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


def by_menu_key(view: QAbstractItemView) -> None:
    # What the system makes of the Menu key; the offscreen platform makes nothing of it.
    cursor = QRectF(view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle))
    place = cursor.center().toPoint()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, place, view.mapToGlobal(place)))


def opened_menu() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


@pytest.mark.parametrize("press", [by_menu_key, by_shift_f10])
@pytest.mark.parametrize(
    ("pane", "act"), [(0, "Переименовать"), (1, "Ниже"), (2, "Вставить текст…")]
)
def test_ux_24_a_key_opens_the_menu_of_the_current_row(
    window: MainWindow, press: Callable[[QAbstractItemView], None], pane: int, act: str
) -> None:
    space = window.workspace
    views: tuple[QAbstractItemView, ...] = (
        space.tree.acts._view,
        space.agreements.list,
        space.grid.table,
    )
    view = views[pane]
    view.setFocus()
    assert view.hasFocus()
    row = view.visualRect(view.currentIndex())
    asked: list[QPoint] = []
    space.grid.table.menu_requested.connect(asked.append)
    press(view)
    menu = opened_menu()
    words = [action.text().replace("&", "").split("\t")[0] for action in menu.actions()]
    assert act in words
    # A menu too high for the room below is put higher by Qt: then what was asked for is told.
    place = asked[0] if asked else menu.pos()
    assert row.adjusted(0, 0, 1, 1).contains(view.viewport().mapFromGlobal(place))
    menu.close()


def test_ux_24_shift_f10_opens_the_menu_of_a_text(window: MainWindow) -> None:
    field = window.workspace.agreements.form.remark
    field.setFocus()
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    QTest.keyClick(field, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = opened_menu()
    assert menu.actions()
    menu.close()
