"""Blocks of cells: select, copy, paste, clear, fill, today's date, a second Esc (ux 3-7)."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services import events
from partners_app.services.catalogue import Scope
from partners_app.texts.words import word
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.date_steps import day_text
from partners_app.ui.widgets.event_grid import EventGrid
from tests.ui.clerk import press, type_text
from tests.ui.event_registers import TURKU, scope_of
from tests.ui.grid_hands import CONTROL, SHIFT, cell, editor, event, go

TEXTS = [text for _, text in TURKU]
DATES = [date for date, _ in TURKU]


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def copied() -> str:
    return QGuiApplication.clipboard().text()


def steps(opened: OpenRegister) -> int:
    return len(opened.register.history())


def chosen(grid: EventGrid) -> list[tuple[int, Column]]:
    return sorted(grid.table.selected.cells())


def texts(grid: EventGrid) -> list[str]:
    return [event(grid, row).text for row in range(grid.model.rowCount())]


# Selecting


def test_ux_6_shift_and_arrows_select_a_block_of_shown_columns(grid: EventGrid) -> None:
    go(grid, 1, Column.DATE)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Right, SHIFT)
    assert chosen(grid) == [(row, col) for row in (1, 2) for col in (Column.DATE, Column.TEXT)]
    assert grid.table.is_tinted(grid.model.index(2, Column.TEXT))
    assert not grid.table.is_tinted(grid.model.index(2, Column.KIND))
    assert grid.table.is_marked(2)
    assert not grid.table.is_marked(3)


def test_ux_6_shift_click_and_control_click_extend_the_selection(grid: EventGrid) -> None:
    go(grid, 0, Column.TEXT)
    viewport, left = grid.table.viewport(), Qt.MouseButton.LeftButton

    def place(row: int, column: Column) -> object:
        return grid.table.visualRect(grid.model.index(row, column)).center()

    QTest.mouseClick(viewport, left, SHIFT, place(1, Column.KIND))  # type: ignore[call-overload]
    QTest.mouseClick(viewport, left, CONTROL, place(3, Column.DATE))  # type: ignore[call-overload]
    block = [(row, column) for row in (0, 1) for column in (Column.TEXT, Column.KIND)]
    assert chosen(grid) == [*block, (3, Column.DATE)]
    assert grid.table.selected.row_count() == 3


def test_ux_6_whole_rows_columns_and_everything(grid: EventGrid) -> None:
    shown = grid.table.selected.shown_columns()
    go(grid, 2, Column.TEXT)
    press(Qt.Key.Key_Space, SHIFT)
    assert chosen(grid) == [(2, column) for column in sorted(shown)]
    go(grid, 2, Column.TEXT)
    press(Qt.Key.Key_Space, CONTROL)
    assert chosen(grid) == [(row, Column.TEXT) for row in range(5)]
    press(Qt.Key.Key_A, CONTROL)
    assert len(chosen(grid)) == 5 * len(shown)


# Emptying


def test_ux_4_delete_empties_all_selected_cells_in_one_step(
    grid: EventGrid, opened: OpenRegister
) -> None:
    before = steps(opened)
    go(grid, 0, Column.DATE)
    grid.table.selected.select_block(0, 1, grid.table.selected.shown_columns())
    press(Qt.Key.Key_Delete)
    assert steps(opened) == before + 1
    for row in (0, 1):
        emptied = event(grid, row)
        assert (emptied.date.text, emptied.text, emptied.kind) == ("", "", None)
        assert emptied.printed
    assert event(grid, 2).text == TEXTS[2]
    opened.undo()
    assert texts(grid) == TEXTS


def test_ux_4_delete_never_empties_a_hidden_column(grid: EventGrid, opened: OpenRegister) -> None:
    opened.do(events.set_field, grid.model.id_at(0), "remark", "скрыто")
    go(grid, 0, Column.TEXT)
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Delete)
    assert event(grid, 0).remark == "скрыто"
    assert texts(grid) == [""] * 5


# Copying


def test_ux_5_a_block_is_copied_as_text_and_as_a_table(grid: EventGrid) -> None:
    grid.table.selected.select_block(0, 1, [Column.DATE, Column.TEXT, Column.FORMAT])
    press(Qt.Key.Key_C, CONTROL)
    met = word(EventFormat.IN_PERSON)
    lines = [f"{DATES[row]}\t{TEXTS[row]}\t{met}\r\n" for row in (0, 1)]
    assert copied() == "".join(lines)
    data = QGuiApplication.clipboard().mimeData()
    assert data.html().count("<td>") == 6


def test_ux_5_a_text_with_a_line_break_is_quoted(grid: EventGrid, opened: OpenRegister) -> None:
    opened.do(events.set_field, grid.model.id_at(0), "text", "первая\nвторая")
    grid.table.selected.select_block(0, 0, [Column.DATE, Column.TEXT])
    press(Qt.Key.Key_Insert, CONTROL)
    assert copied() == f'{DATES[0]}\t"первая\nвторая"\r\n'


def test_ux_5_cells_that_are_no_block_are_not_copied_and_it_is_said(grid: EventGrid) -> None:
    put("прежнее")
    spy = QSignalSpy(grid.said)
    grid.table.selected.select_block(0, 1, [Column.TEXT])
    viewport, left = grid.table.viewport(), Qt.MouseButton.LeftButton
    place = grid.table.visualRect(grid.model.index(3, Column.DATE)).center()
    QTest.mouseClick(viewport, left, CONTROL, place)
    press(Qt.Key.Key_C, CONTROL)
    assert copied() == "прежнее"
    assert spy.count() == 1


def test_ux_6_cut_copies_and_empties_in_one_step(grid: EventGrid, opened: OpenRegister) -> None:
    before = steps(opened)
    grid.table.selected.select_block(3, 4, [Column.TEXT])
    press(Qt.Key.Key_X, CONTROL)
    assert copied() == f"{TEXTS[3]}\r\n{TEXTS[4]}\r\n"
    assert texts(grid)[3:] == ["", ""]
    assert steps(opened) == before + 1


# Pasting


def test_ux_5_a_block_is_pasted_from_the_current_cell_on(
    grid: EventGrid, opened: OpenRegister
) -> None:
    before = steps(opened)
    go(grid, 1, Column.DATE)
    put(f'1 мая\t"визит\nв два дня"\t{word(EventKind.VISIT)}\r\n2 мая\tприём\t\r\n')
    press(Qt.Key.Key_V, CONTROL)
    assert steps(opened) == before + 1
    first, second = event(grid, 1), event(grid, 2)
    assert (first.date.text, first.text) == ("1 мая", "визит\nв два дня")
    assert first.kind is EventKind.VISIT
    assert (second.date.text, second.text, second.kind) == ("2 мая", "приём", None)
    assert len(chosen(grid)) == 6
    opened.undo()
    assert texts(grid) == TEXTS


def test_ux_5_one_value_goes_into_all_selected_cells(grid: EventGrid) -> None:
    grid.table.selected.select_block(0, 4, [Column.KIND])
    put(word(EventKind.FORUM).upper())
    press(Qt.Key.Key_V, CONTROL)
    assert {event(grid, row).kind for row in range(5)} == {EventKind.FORUM}


def test_ux_5_a_block_is_repeated_over_a_selection_it_fits_into(grid: EventGrid) -> None:
    grid.table.selected.select_block(0, 3, [Column.TEXT])
    put("а\r\nб\r\n")
    press(Qt.Key.Key_V, CONTROL)
    assert texts(grid) == ["а", "б", "а", "б", TEXTS[4]]


def test_ux_5_rows_past_the_last_one_become_events(grid: EventGrid, opened: OpenRegister) -> None:
    before = steps(opened)
    go(grid, 4, Column.DATE)
    put("1 мая\tпервое\n2 мая\tвторое\n3 мая\tтретье\n")
    press(Qt.Key.Key_V, CONTROL)
    assert texts(grid) == [*TEXTS[:4], "первое", "второе", "третье"]
    assert event(grid, 6).date.text == "3 мая"
    assert steps(opened) == before + 1
    opened.undo()
    assert texts(grid) == TEXTS


def test_ux_5_a_place_without_events_takes_a_block_too(
    grid: EventGrid, opened: OpenRegister
) -> None:
    grid.show_scope(scope_of(opened.register, "Котка"))
    put("1 мая\tпервое\n2 мая\tвторое\n")
    press(Qt.Key.Key_V, CONTROL)
    assert texts(grid) == ["первое", "второе"]


def test_ux_5_where_the_place_of_a_row_is_open_it_is_left_out_and_said(
    grid: EventGrid, opened: OpenRegister
) -> None:
    grid.show_scope(Scope())
    last = grid.model.rowCount() - 1
    go(grid, last, Column.TEXT)
    spy = QSignalSpy(grid.said)
    put("первое\nвторое\nтретье\n")
    press(Qt.Key.Key_V, CONTROL)
    assert grid.model.rowCount() == last + 1
    assert event(grid, last).text == "первое"
    assert spy.count() == 1
    assert "2" in spy.at(0)[0]


def test_ux_5_refused_cells_are_listed_and_stay(grid: EventGrid) -> None:
    go(grid, 0, Column.TEXT)
    spy = QSignalSpy(grid.said)
    put("визит\tпарад\tнигде\tможет быть\tлишнее\n")
    press(Qt.Key.Key_V, CONTROL)
    shown = event(grid, 0)
    assert (shown.text, shown.kind) == ("визит", EventKind.MEETING)
    assert shown.format is EventFormat.IN_PERSON
    assert shown.printed
    assert spy.count() == 1
    said = spy.at(0)[0]
    assert "парад" in said
    assert "нигде" in said
    assert "может быть" in said
    assert "right of the last column" in said


def test_ux_5_what_was_copied_is_pasted_as_it_was(grid: EventGrid, opened: OpenRegister) -> None:
    grid.table.selected.select_block(0, 4, grid.table.selected.shown_columns())
    before = [event(grid, row) for row in range(5)]
    press(Qt.Key.Key_C, CONTROL)
    change_seq = opened.register.change_seq()
    press(Qt.Key.Key_V, CONTROL)
    assert opened.register.change_seq() == change_seq
    assert [event(grid, row) for row in range(5)] == before


def test_ux_5_the_partner_of_a_row_is_not_pasted_over(
    grid: EventGrid, opened: OpenRegister
) -> None:
    grid.show_scope(Scope())
    go(grid, 0, Column.PARTNER)
    spy = QSignalSpy(grid.said)
    put("Осло\tвизит\n")
    press(Qt.Key.Key_V, CONTROL)
    assert event(grid, 0).text == "визит"
    assert "Осло" in spy.at(0)[0]
    put("г. Турку\tприём\n")
    go(grid, 0, Column.PARTNER)
    press(Qt.Key.Key_V, CONTROL)
    assert event(grid, 0).text == "приём"
    assert spy.count() == 1


# Filling


def test_ux_6_control_d_fills_down_in_one_step(grid: EventGrid, opened: OpenRegister) -> None:
    before = steps(opened)
    grid.table.selected.select_block(0, 2, [Column.TEXT, Column.FORMAT])
    press(Qt.Key.Key_D, CONTROL)
    assert texts(grid) == [TEXTS[0]] * 3 + TEXTS[3:]
    assert {event(grid, row).format for row in range(3)} == {EventFormat.IN_PERSON}
    assert steps(opened) == before + 1


def test_ux_6_control_d_on_one_row_takes_the_row_above(grid: EventGrid) -> None:
    go(grid, 2, Column.DATE)
    press(Qt.Key(ord("В")), CONTROL)
    assert event(grid, 2).date.text == DATES[1]
    go(grid, 0, Column.DATE)
    press(Qt.Key.Key_D, CONTROL)
    assert event(grid, 0).date.text == DATES[0]


def test_ux_6_control_r_refuses_cells_of_another_kind(
    grid: EventGrid, opened: OpenRegister
) -> None:
    before = steps(opened)
    spy = QSignalSpy(grid.said)
    grid.table.selected.select_block(0, 0, [Column.TEXT, Column.KIND])
    press(Qt.Key.Key_R, CONTROL)
    assert steps(opened) == before
    assert spy.count() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Apostrophe, Qt.Key(ord("Э"))])
def test_ux_6_control_apostrophe_takes_the_value_above(grid: EventGrid, key: Qt.Key) -> None:
    go(grid, 1, Column.TEXT)
    press(key, CONTROL)
    assert event(grid, 1).text == TEXTS[0]
    go(grid, 2, Column.KIND)
    press(key, CONTROL)
    assert event(grid, 2).kind is EventKind.CITY_DAYS


# Dates


@pytest.mark.parametrize("key", [Qt.Key.Key_Semicolon, Qt.Key(ord("Ж"))])
def test_ux_7_control_semicolon_puts_todays_date(grid: EventGrid, key: Qt.Key) -> None:
    go(grid, 1, Column.DATE)
    press(key, CONTROL)
    assert event(grid, 1).date.text == day_text(date.today())
    go(grid, 2, Column.DATE)
    press(Qt.Key.Key_F2)
    press(key, CONTROL)
    press(Qt.Key.Key_Return)
    assert event(grid, 2).date.text == day_text(date.today())


def test_ux_7_letters_and_signs_step_a_date(grid: EventGrid) -> None:
    go(grid, 0, Column.DATE)
    type_text("t")
    field = editor(grid)
    assert isinstance(field, QLineEdit)
    today = date.today()
    assert field.text() == day_text(today)
    type_text("++")
    assert field.text() == day_text(today + timedelta(days=2))
    type_text("-")
    assert field.text() == day_text(today + timedelta(days=1))
    press(Qt.Key.Key_Return)
    assert event(grid, 0).date.text == day_text(today + timedelta(days=1))
    go(grid, 0, Column.DATE)
    type_text("-")
    press(Qt.Key.Key_Return)
    assert event(grid, 0).date.text == day_text(today)


def test_ux_7_page_keys_step_a_month_and_keep_to_its_days(grid: EventGrid) -> None:
    go(grid, 0, Column.DATE)
    type_text("31.03.2020")
    press(Qt.Key.Key_PageUp)
    field = editor(grid)
    assert isinstance(field, QLineEdit)
    assert field.text() == "29.02.2020"
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_PageDown)
    assert field.text() == "29.04.2020"


def test_ux_7_a_span_is_typed_with_its_hyphen(grid: EventGrid) -> None:
    go(grid, 0, Column.DATE)
    type_text("20 февраля-1 марта")
    press(Qt.Key.Key_Return)
    assert event(grid, 0).date.text == "20 февраля-1 марта"
    go(grid, 2, Column.DATE)
    press(Qt.Key.Key_F2)
    type_text("-21 марта")
    press(Qt.Key.Key_Return)
    assert event(grid, 2).date.text == "19 марта-21 марта"


# Esc


def test_ux_3_a_second_escape_restores_the_record(grid: EventGrid, opened: OpenRegister) -> None:
    go(grid, 1, Column.DATE)
    type_text("1 мая")
    press(Qt.Key.Key_Tab)
    type_text("другое")
    press(Qt.Key.Key_Tab)
    grid.table.select_row(1, Column.TEXT)
    before = steps(opened)
    type_text("третье")
    press(Qt.Key.Key_Escape)
    assert event(grid, 1).text == "другое"
    press(Qt.Key.Key_Escape)
    assert (event(grid, 1).date.text, event(grid, 1).text) == (DATES[1], TEXTS[1])
    assert steps(opened) == before + 1
    opened.undo()
    assert event(grid, 1).text == "другое"


def test_ux_3_one_escape_or_another_row_restores_nothing(grid: EventGrid) -> None:
    go(grid, 1, Column.TEXT)
    type_text("другое")
    press(Qt.Key.Key_Return)
    assert cell(grid) == (2, Column.TEXT)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert event(grid, 1).text == "другое"
    assert event(grid, 2).text == TEXTS[2]
    type_text("новое")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Escape)
    assert event(grid, 2).text == "новое"


# The menu


def test_ux_24_the_menu_of_the_cells_names_each_act_with_its_key(grid: EventGrid) -> None:
    go(grid, 0, Column.TEXT)
    rect = grid.table.visualRect(grid.model.index(1, Column.TEXT))
    place = rect.center()
    reason = QContextMenuEvent.Reason.Mouse
    target = grid.table.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, place, target.mapToGlobal(place)))
    assert grid.cells_menu.isVisible()
    assert cell(grid) == (1, Column.TEXT)
    acts = {action.text().partition("\t")[2]: action for action in grid.cells_menu.actions()}
    assert {"Ctrl+X", "Ctrl+C", "Ctrl+V", "Del", "Ctrl+D", "Ctrl+R", "Ctrl+'"} <= acts.keys()
    acts["Ctrl+D"].trigger()
    assert event(grid, 1).text == TEXTS[0]
    grid.cells_menu.close()
