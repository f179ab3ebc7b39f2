"""A clerk who lives in Excel types, moves, empties and deletes (ux 1-4, 8)."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from partners_app.domain.vocabulary import EventKind
from partners_app.ui.item_models.event_cells import Column
from tests.journeys.ux.desk import OSAKA, TURKU, Desk, press, write


def test_ux_01_typing_replaces_the_cell_and_f2_keeps_its_text(desk: Desk) -> None:
    before = desk.kept_texts(TURKU)
    desk.cell(0)
    write("приём")
    press("Return")
    assert desk.seen(0) == desk.kept_texts(TURKU)[0] == "приём"
    press("F2")
    write(" Гости.")
    press("Return")
    assert desk.seen(1) == desk.kept_texts(TURKU)[1] == before[1] + " Гости."
    press("Ctrl+Z", "Ctrl+Z")
    assert desk.kept_texts(TURKU) == before


def test_ux_02_enter_and_tab_commit_and_go_on_in_every_direction(desk: Desk) -> None:
    desk.cell(1)
    write("первое")
    press("Return")
    assert desk.at() == (2, Column.TEXT)
    write("второе")
    press("Shift+Return")
    assert desk.at() == (1, Column.TEXT)
    press("F2", "Tab")
    assert desk.at() == (1, Column.KIND)
    press("Shift+Tab", "Shift+Tab")
    assert desk.at() == (1, Column.DATE)
    assert desk.kept_texts(TURKU)[1:3] == ["первое", "второе"]


@pytest.mark.parametrize("key", ["Tab", "Return"])
def test_ux_02_past_the_last_cell_a_new_row_is_filled_by_typing(desk: Desk, key: str) -> None:
    count = len(desk.kept(TURKU))
    desk.cell(count - 1, Column.PRINTED)
    press(key)
    assert desk.at() == (count, Column.DATE)
    write("5 мая")
    press("Tab")
    write("концерт")
    press("Return")
    added = desk.kept(TURKU)[count]
    assert (added.date.text, added.text) == ("5 мая", "концерт")


def test_ux_02_a_new_row_left_without_a_word_goes_again(desk: Desk) -> None:
    before = desk.kept(TURKU)
    last = len(before) - 1
    desk.cell(last, Column.DATE)
    write("11 декабря")
    press("Return", "Esc", "Up")
    QTest.qWait(0)
    assert [event.date.text for event in desk.kept(TURKU)][last:] == ["11 декабря"]
    assert desk.at() == (last, Column.DATE)
    press("Ctrl+Z")
    assert desk.kept(TURKU) == before, "one step back is the date, not the row"
    desk.cell(last)
    press("Return")
    desk.go(OSAKA)
    QTest.qWait(0)
    assert desk.kept(TURKU) == before
    desk.go(TURKU)
    desk.cell(last)
    press("Return")
    desk.window.close()
    assert desk.file.counts().events == 130


def test_ux_03_escape_restores_the_cell_and_a_second_one_the_record(desk: Desk) -> None:
    before = desk.kept(TURKU)[1]
    desk.cell(1, Column.DATE)
    write("1 мая")
    press("Tab")
    write("другое")
    press("Tab", "Left")
    write("третье")
    press("Esc")
    assert desk.seen(1) == "другое", "the cell is as it was before this typing"
    press("Esc")
    after = desk.kept(TURKU)[1]
    assert (after.date.text, after.text) == (before.date.text, before.text)
    assert desk.seen(1, Column.DATE) == before.date.text


def test_ux_04_delete_empties_the_selected_cells_in_one_step(desk: Desk) -> None:
    before, steps = desk.kept_texts(TURKU), desk.steps()
    desk.cell(1)
    press("Shift+Down", "Shift+Right", "Del")
    assert desk.kept_texts(TURKU) == [before[0], "", "", *before[3:]]
    assert [event.kind for event in desk.kept(TURKU)[1:3]] == [None, None]
    assert desk.column_seen()[1:3] == ["", ""]
    assert desk.steps() == steps + 1
    press("Ctrl+Z")
    assert desk.kept_texts(TURKU) == before


def test_ux_04_control_minus_deletes_records_and_plus_and_insert_add_one(desk: Desk) -> None:
    before, steps = desk.kept_texts(TURKU), desk.steps()
    desk.cell(1)
    press("Shift+Down", "Ctrl+-")
    assert desk.kept_texts(TURKU) == [before[0], *before[3:]]
    assert desk.steps() == steps + 1
    for key in ("Ctrl++", "Ins"):
        desk.cell(0)
        press(key)
        write("2 февраля")
        press("Tab")
        write(f"новое, {key}")
        press("Return")
    assert desk.kept_texts(TURKU)[:3] == [before[0], "новое, Ins", "новое, Ctrl++"]
    assert desk.column_seen() == desk.kept_texts(TURKU)


def test_ux_08_alt_enter_is_a_line_break_and_alt_down_opens_a_list(desk: Desk) -> None:
    desk.cell(0)
    write("первая")
    press("Alt+Return")
    write("вторая")
    press("Return")
    assert desk.kept_texts(TURKU)[0] == "первая\nвторая"
    order = desk.kept_texts(TURKU)
    desk.cell(0, Column.KIND)
    press("Alt+Down")
    assert QApplication.activePopupWidget() is not None
    write("Фор")
    press("Return")
    assert desk.kept(TURKU)[0].kind is EventKind.FORUM
    assert desk.seen(0, Column.KIND) == "Форум"
    assert desk.kept_texts(TURKU) == order, "the list opens, no row moves"


def test_ux_07_a_day_is_chosen_in_the_calendar_of_a_cell(desk: Desk) -> None:
    desk.cell(0, Column.DATE)
    write("20.02.2020")
    press("Return")
    before, steps = [event.id for event in desk.kept(TURKU)], desk.steps()
    desk.cell(0, Column.DATE)
    press("F2", "Alt+Down", "Right", "Down", "Return")
    assert desk.kept(TURKU)[0].date.text == "20.02.2020", "not written while the cell is edited"
    press("Return")
    assert desk.kept(TURKU)[0].date.text == "28.02.2020"
    assert [event.id for event in desk.kept(TURKU)] == before, "Alt+Down moved no event"
    assert desk.steps() == steps + 1
    press("Ctrl+Z")
    assert desk.kept(TURKU)[0].date.text == "20.02.2020"
    desk.cell(0, Column.DATE)
    press("F2", "Alt+Down", "Right", "Esc", "Return")
    assert desk.kept(TURKU)[0].date.text == "20.02.2020"
