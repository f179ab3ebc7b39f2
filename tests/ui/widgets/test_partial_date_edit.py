"""The date field: words in, meaning beside it, nothing refused and nothing guessed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from partners_app.domain.partial_date import parse_partial_date
from partners_app.ui.widgets.partial_date_edit import (
    DateEcho,
    PartialDateEdit,
    echo_remark,
    echo_text,
)
from tests.ui.clerk import press, type_text


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[PartialDateEdit]:
    pane = QWidget()
    layout = QVBoxLayout(pane)
    field = PartialDateEdit(year=2020)
    layout.addWidget(field)
    layout.addWidget(DateEcho(field))
    layout.addWidget(QLineEdit())
    qtbot.addWidget(pane)
    pane.show()
    pane.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield field


def echo(field: PartialDateEdit) -> DateEcho:
    found = field.window().findChild(DateEcho)
    assert isinstance(found, DateEcho)
    return found


def is_marked(field: PartialDateEdit) -> bool:
    return "triangle-alert" in icons(field)


def icons(field: PartialDateEdit) -> list[str]:
    """Name the icons that stand in the line."""
    shown = [action for action in field.actions() if action.isVisible()]
    return [action.property("theme_icon")[0] for action in shown]


def test_what_is_typed_is_echoed_at_once_and_told_when_left(field: PartialDateEdit) -> None:
    told = QSignalSpy(field.committed)
    type_text("20-22 февраля")
    assert echo(field).text() == "20.02.2020 – 22.02.2020"
    assert told.count() == 0
    press(Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert [told.at(i)[0] for i in range(told.count())] == ["20-22 февраля"]
    assert field.value() == "20-22 февраля"


def test_enter_tells_once_and_leaving_afterwards_tells_nothing_more(
    field: PartialDateEdit,
) -> None:
    told = QSignalSpy(field.committed)
    type_text("2018")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    assert told.count() == 1


def test_a_value_set_by_the_program_is_not_told(field: PartialDateEdit) -> None:
    told = QSignalSpy(field.committed)
    field.set_value("16.06.2011")
    press(Qt.Key.Key_Tab)
    assert told.count() == 0


def test_a_doubtful_date_is_kept_and_marked_not_by_colour_alone(field: PartialDateEdit) -> None:
    type_text("31 февраля")
    assert field.property("doubt") is True
    assert field.doubt()
    assert echo(field).text().startswith(field.doubt())
    assert is_marked(field)
    assert field.accessibleDescription() == field.doubt()
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)
    assert field.value() == "31 феврал"
    field.set_value("28 февраля")
    assert field.property("doubt") is False
    assert not is_marked(field)


def test_escape_restores_what_is_stored(field: PartialDateEdit) -> None:
    field.set_value("10 марта")
    told = QSignalSpy(field.committed)
    type_text(" и ещё")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Tab)
    assert field.text() == "10 марта"
    assert told.count() == 0


def test_the_report_year_gives_the_year_that_a_wording_lacks(field: PartialDateEdit) -> None:
    field.set_value("10 марта")
    field.set_year(2023)
    assert echo(field).text() == "10.03.2023"
    field.set_year(None)
    assert field.doubt()


def test_an_empty_field_is_no_doubt(field: PartialDateEdit) -> None:
    assert not field.doubt()
    assert echo(field).text() == ""


@pytest.mark.parametrize(
    ("wording", "repeats"),
    [("10.08.2002", True), ("1979 г.", True), ("июнь 2017 г.", True), ("20-22 февраля", False)],
)
def test_a_remark_never_repeats_the_wording(wording: str, repeats: bool) -> None:
    date = parse_partial_date(wording, year=2020)
    assert echo_remark(date)
    assert (echo_remark(date) != echo_text(date)) is repeats
