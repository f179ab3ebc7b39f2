"""The acts of a finding: under its words, two in a row where they have room."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryModel
from partners_app.ui.widgets.finding_list import Act, FindingList

WORDS = ("Показать запись", "Исправить: «мероприятий»", "Так и должно быть…")


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def shown(qapp: QApplication, qtbot: QtBot, done: list[str]) -> Iterator[FindingList]:
    theme.apply(qapp, "light", 10)

    def acts(entry: Entry) -> list[Act]:
        return [
            Act(words, "info", partial(done.append, f"{entry.title}: {words}")) for words in WORDS
        ]

    made = FindingList("Замечания", acts)
    model = EntryModel(made)
    made.setModel(model)
    model.set_entries(
        [Entry("info", "text2", title, "Одно предложение.", "", None) for title in ("А", "Б")]
    )
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    assert QTest.qWaitForWindowActive(made)
    made.setCurrentIndex(model.index(0))
    yield made


def rows(shown: FindingList) -> list[int]:
    """Return how many buttons stand in each row, from above."""
    QTest.qWait(0)
    tops = [button.y() for button in shown.acts()]
    return [tops.count(top) for top in sorted(set(tops))]


def test_two_acts_stand_in_a_row_where_they_have_room(shown: FindingList) -> None:
    assert rows(shown) == [2, 1]


def test_in_a_narrow_list_each_act_has_a_row_and_none_is_cut(shown: FindingList) -> None:
    wide = shown.visualRect(shown.currentIndex()).height()
    shown.resize(300, 500)
    assert rows(shown) == [1, 1, 1]
    assert all(button.width() >= button.sizeHint().width() for button in shown.acts())
    assert all(button.geometry().right() < shown.viewport().width() for button in shown.acts())
    assert shown.visualRect(shown.currentIndex()).height() > wide
    shown.resize(900, 500)
    assert rows(shown) == [2, 1]


def test_the_acts_go_with_the_current_row(shown: FindingList, done: list[str]) -> None:
    model = shown.model()
    high = shown.visualRect(model.index(0, 0)).height()
    shown.setCurrentIndex(model.index(1, 0))
    QTest.qWait(0)
    assert shown.visualRect(model.index(0, 0)).height() < high
    assert shown.visualRect(model.index(1, 0)).height() == high
    QTest.mouseClick(shown.acts()[1], Qt.MouseButton.LeftButton)
    assert done == [f"Б: {WORDS[1]}"]
