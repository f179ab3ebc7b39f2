"""The calendar of a date field: by keys, by mouse, and left without a trace."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from partners_app.ui.widgets.calendar_popup import CalendarPopup
from partners_app.ui.widgets.partial_date_edit import PartialDateEdit
from tests.ui.clerk import NONE, press

_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[PartialDateEdit]:
    field = PartialDateEdit(year=2020)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield field


def opened(field: PartialDateEdit) -> CalendarPopup:
    field.setFocus()
    press(Qt.Key.Key_Down, _ALT)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    return popup


@pytest.mark.parametrize(
    ("wording", "keys", "left"),
    [
        ("20.02.2020", [(Qt.Key.Key_Right, NONE), (Qt.Key.Key_Down, NONE)], "28.02.2020"),
        ("31.01.2020", [(Qt.Key.Key_PageDown, NONE)], "29.02.2020"),
        ("29.02.2020", [(Qt.Key.Key_PageUp, _CONTROL)], "28.02.2019"),
        ("10 марта", [(Qt.Key.Key_End, NONE)], "31.03.2020"),
        ("10 марта", [(Qt.Key.Key_Home, NONE)], "01.03.2020"),
        ("10 марта", [], "10 марта"),
        ("июнь 2017 г.", [(Qt.Key.Key_Right, NONE)], "02.06.2017"),
        ("20.02.2020", [(Qt.Key.Key_Right, _SHIFT)] * 2, "20.02.2020 – 22.02.2020"),
        ("20-22 февраля", [(Qt.Key.Key_Left, _SHIFT)], "19.02.2020 – 22.02.2020"),
    ],
)
def test_keys_move_the_day_and_enter_writes_it(
    field: PartialDateEdit, wording: str, keys: list[tuple[Qt.Key, Qt.KeyboardModifier]], left: str
) -> None:
    field.set_value(wording)
    popup = opened(field)
    for key, held in keys:
        press(key, held)
    press(Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert field.hasFocus()
    assert field.text() == left
    assert not field.doubt()


def test_a_chosen_day_is_told_like_a_typed_one_and_undone_in_the_field(
    field: PartialDateEdit,
) -> None:
    field.set_value("20.02.2020")
    told = QSignalSpy(field.committed)
    opened(field)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert told.count() == 0
    press(Qt.Key.Key_Return)
    assert [told.at(i)[0] for i in range(told.count())] == ["21.02.2020"]
    field.undo()
    assert field.text() == "20.02.2020"


def test_escape_leaves_the_field_as_it_was(field: PartialDateEdit) -> None:
    field.set_value("июнь 2017 г.")
    popup = opened(field)
    assert popup.title.text() == "Июнь 2017"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert (field.text(), field.hasFocus()) == ("июнь 2017 г.", True)


def test_an_empty_field_begins_in_the_report_year(field: PartialDateEdit) -> None:
    assert opened(field).days.day().year == 2020
    press(Qt.Key.Key_Escape)


def test_days_are_chosen_by_dragging(field: PartialDateEdit) -> None:
    field.set_value("20.02.2020")
    days = opened(field).days
    start, end = (
        days.place_of(days.day().replace(day=number)).center().toPoint() for number in (3, 6)
    )
    QTest.mousePress(days, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(days, end)
    QTest.mouseRelease(days, Qt.MouseButton.LeftButton, pos=end)
    assert field.text() == "03.02.2020 – 06.02.2020"


def test_the_icon_opens_it_and_is_no_stop_of_the_tabulator(field: PartialDateEdit) -> None:
    (button,) = field.findChildren(QToolButton)
    assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert "Alt+↓" in button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(QApplication.activePopupWidget(), CalendarPopup)
    press(Qt.Key.Key_Escape)


def test_what_is_only_read_has_no_calendar(field: PartialDateEdit) -> None:
    field.setReadOnly(True)
    assert not any(action.isVisible() for action in field.actions())
    press(Qt.Key.Key_Down, _ALT)
    assert QApplication.activePopupWidget() is None
    field.setReadOnly(False)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Down, _ALT)
    override.ignore()
    QApplication.sendEvent(field, override)
    assert override.isAccepted(), "Alt+Down moves an event in the window, but not from here"


@pytest.mark.parametrize(("turns", "left"), [([-120], 6), ([-15] * 8, 6), ([15] * 16, 3)])
def test_a_notch_is_a_month_also_where_a_touchpad_tells_of_it_bit_by_bit(
    field: PartialDateEdit, turns: list[int], left: int
) -> None:
    field.set_value("20.05.2020")
    days = opened(field).days
    middle = QPointF(days.rect().center())
    for angle in turns:
        wheel = QWheelEvent(
            middle,
            days.mapToGlobal(middle),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(days, wheel)
    assert days.day().month == left
    press(Qt.Key.Key_Escape)
