"""The strip under the rows: one line becomes a date and a text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from partners_app.ui.widgets.add_row import AddRow
from tests.ui.clerk import press, type_text


@pytest.fixture
def strip(qtbot: QtBot) -> AddRow:
    strip = AddRow()
    qtbot.addWidget(strip)
    strip.set_year(2020)
    strip.set_place(True, "Наберите дату и текст")
    strip.show()
    strip.activateWindow()
    strip.setFocus()
    qtbot.waitUntil(strip.line.hasFocus)
    return strip


def added(spy: QSignalSpy) -> list[tuple[str, str]]:
    return [(spy.at(i)[0], spy.at(i)[1]) for i in range(spy.count())]


def test_a_line_comes_apart_into_date_and_text(strip: AddRow) -> None:
    spy = QSignalSpy(strip.add_requested)
    type_text("20-22 февраля – визит делегации")
    assert strip.understood() == ("20.02.2020 – 22.02.2020", False)
    press(Qt.Key.Key_Return)
    assert added(spy) == [("20-22 февраля", "визит делегации")]
    assert strip.line.text() == ""
    assert strip.line.hasFocus()


def test_a_line_without_a_date_is_taken_whole_and_says_so(strip: AddRow) -> None:
    spy = QSignalSpy(strip.add_requested)
    type_text("визит делегации")
    assert strip.understood()[1] is True
    press(Qt.Key.Key_Return)
    assert added(spy) == [("", "визит делегации")]


def test_a_day_that_does_not_exist_is_said_while_typing_and_kept(strip: AddRow) -> None:
    spy = QSignalSpy(strip.add_requested)
    type_text("31 ноября – выставка")
    assert strip.understood()[1] is True
    press(Qt.Key.Key_Return)
    assert added(spy) == [("31 ноября", "выставка")]


def test_an_empty_line_adds_nothing_and_escape_empties_it(strip: AddRow) -> None:
    spy = QSignalSpy(strip.add_requested)
    press(Qt.Key.Key_Return)
    type_text("10 мар")
    press(Qt.Key.Key_Escape)
    assert strip.line.text() == ""
    strip.commit()
    assert added(spy) == []


def test_without_a_place_to_go_to_nothing_can_be_typed(strip: AddRow) -> None:
    strip.set_place(False, "Выберите город или страну")
    assert not strip.line.isEnabled()
    assert strip.line.placeholderText() == "Выберите город или страну"
    assert not strip.pending()
