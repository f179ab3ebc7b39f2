"""A clerk at the keyboard: Excel's keys in the grid (ux 1-4, 8)."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services.catalogue import Scope
from partners_app.services.events import EventOrder
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.event_delegates import tick_rect
from partners_app.ui.widgets.event_grid import EventGrid
from tests.ui.clerk import press, type_text
from tests.ui.event_registers import TURKU
from tests.ui.grid_hands import ALT, CONTROL, SHIFT, cell, editor, event, go

# ux 1


def test_ux_1_typing_replaces_the_cell(grid: EventGrid) -> None:
    go(grid, 0, Column.TEXT)
    type_text("приём")
    press(Qt.Key.Key_Return)
    assert event(grid, 0).text == "приём"


def test_ux_1_f2_keeps_the_text_and_the_caret_stands_behind_it(grid: EventGrid) -> None:
    go(grid, 3, Column.TEXT)
    press(Qt.Key.Key_F2)
    type_text(" Гости.")
    press(Qt.Key.Key_Return)
    assert event(grid, 3).text == TURKU[3][1] + " Гости."


def test_ux_1_a_double_click_opens_the_editor_too(grid: EventGrid) -> None:
    index = grid.model.index(1, Column.DATE)
    place = grid.table.visualRect(index).center()
    QTest.mouseDClick(grid.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor(grid).isVisible()
    type_text(" 2020 г.")
    press(Qt.Key.Key_Return)
    assert event(grid, 1).date.text == "28 февраля - 1 марта 2020 г."


# ux 2


def test_ux_2_enter_goes_down_and_shift_enter_up(grid: EventGrid) -> None:
    go(grid, 1, Column.TEXT)
    press(Qt.Key.Key_Return)
    assert cell(grid) == (2, Column.TEXT)
    press(Qt.Key.Key_Return, SHIFT)
    assert cell(grid) == (1, Column.TEXT)
    type_text("новое")
    press(Qt.Key.Key_Return, SHIFT)
    assert cell(grid) == (0, Column.TEXT)
    assert event(grid, 1).text == "новое"


def test_ux_2_tab_goes_right_past_the_hidden_column_and_on_to_the_next_row(
    grid: EventGrid,
) -> None:
    go(grid, 0, Column.DATE)
    visited = []
    for _ in range(5):
        press(Qt.Key.Key_Tab)
        visited.append(cell(grid))
    assert visited == [
        (0, Column.TEXT),
        (0, Column.KIND),
        (0, Column.FORMAT),
        (0, Column.PRINTED),
        (1, Column.DATE),
    ]
    press(Qt.Key.Key_Backtab, SHIFT)
    assert cell(grid) == (0, Column.PRINTED)


def test_ux_2_tab_in_an_editor_writes_and_goes_on(grid: EventGrid) -> None:
    go(grid, 0, Column.DATE)
    type_text("1 февраля")
    press(Qt.Key.Key_Tab)
    assert event(grid, 0).date.text == "1 февраля"
    assert cell(grid) == (0, Column.TEXT)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_ux_2_past_the_last_cell_is_a_new_row_to_be_typed_in(grid: EventGrid, key: Qt.Key) -> None:
    go(grid, 4, Column.PRINTED)
    press(key)
    assert grid.model.rowCount() == 6
    assert cell(grid) == (5, Column.DATE)
    type_text("5 мая")
    press(Qt.Key.Key_Tab)
    type_text("концерт")
    press(Qt.Key.Key_Return)
    assert (event(grid, 5).date.text, event(grid, 5).text) == ("5 мая", "концерт")


def test_ux_2_an_empty_last_row_is_not_followed_by_another(grid: EventGrid) -> None:
    go(grid, 4, Column.PRINTED)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert grid.model.rowCount() == 6


def test_shift_tab_in_the_first_cell_leaves_the_grid(grid: EventGrid) -> None:
    go(grid, 0, Column.DATE)
    press(Qt.Key.Key_Backtab, SHIFT)
    assert not grid.table.hasFocus()


# ux 3, 4


def test_ux_3_escape_restores_the_cell(grid: EventGrid, opened: OpenRegister) -> None:
    before = opened.register.change_seq()
    go(grid, 0, Column.TEXT)
    type_text("ошибка")
    press(Qt.Key.Key_Escape)
    assert grid.table.editor() is None
    assert grid.table.hasFocus()
    assert event(grid, 0).text == TURKU[0][1]
    assert opened.register.change_seq() == before


def test_ux_4_delete_empties_the_cell_in_one_step(grid: EventGrid, opened: OpenRegister) -> None:
    go(grid, 0, Column.KIND)
    press(Qt.Key.Key_Delete)
    assert event(grid, 0).kind is None
    go(grid, 0, Column.TEXT)
    press(Qt.Key.Key_Delete)
    assert event(grid, 0).text == ""
    opened.undo()
    assert event(grid, 0).text == TURKU[0][1]


def test_ux_4_control_minus_deletes_the_selected_records_in_one_step(
    grid: EventGrid, opened: OpenRegister
) -> None:
    go(grid, 1, Column.TEXT)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Minus, CONTROL)
    assert grid.model.rowCount() == 3
    assert cell(grid) == (1, Column.TEXT)
    opened.undo()
    assert [event(grid, row).text for row in range(5)] == [text for _, text in TURKU]


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Plus, CONTROL),
        (Qt.Key.Key_Equal, CONTROL),
    ],
)
def test_ux_4_insert_and_control_plus_add_a_record_below(
    grid: EventGrid, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    go(grid, 1, Column.TEXT)
    press(key, held)
    assert cell(grid) == (2, Column.DATE)
    type_text("2 марта")
    press(Qt.Key.Key_Return)
    assert event(grid, 2).date.text == "2 марта"


def test_a_record_added_among_several_partners_joins_its_neighbour(
    grid: EventGrid, opened: OpenRegister
) -> None:
    grid.show_scope(Scope())
    go(grid, 5, Column.TEXT)
    grid.add_event()
    press(Qt.Key.Key_Escape)
    assert grid.model.index(6, Column.PARTNER).data() == "г. Осака"


# ux 8


def test_ux_8_alt_enter_breaks_the_line_and_enter_commits(grid: EventGrid) -> None:
    go(grid, 0, Column.TEXT)
    type_text("первая")
    press(Qt.Key.Key_Return, ALT)
    type_text("вторая")
    assert cell(grid) == (0, Column.TEXT)
    press(Qt.Key.Key_Return)
    assert event(grid, 0).text == "первая\nвторая"
    assert cell(grid) == (1, Column.TEXT)


def test_ux_8_alt_down_opens_a_list_and_what_is_chosen_is_written(grid: EventGrid) -> None:
    go(grid, 0, Column.KIND)
    press(Qt.Key.Key_Down, ALT)
    combo = editor(grid)
    assert isinstance(combo, QComboBox)
    assert combo.itemData(0) is None
    assert combo.currentData() == EventKind.MEETING
    place = combo.findData(EventKind.FORUM)
    combo.hidePopup()
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    assert event(grid, 0).kind is EventKind.FORUM
    assert grid.table.editor() is None


def test_a_letter_in_a_cell_with_a_list_finds_its_word(grid: EventGrid) -> None:
    go(grid, 3, Column.FORMAT)
    combo_words = [word for word in ("очно", "in person") if word]
    press(Qt.Key.Key_F2)
    combo = editor(grid)
    assert isinstance(combo, QComboBox)
    combo.hidePopup()
    shown = combo.itemText(combo.findData(EventFormat.IN_PERSON))
    assert shown in combo_words
    press(Qt.Key.Key_Escape)
    type_text(shown[0])
    press(Qt.Key.Key_Return)
    assert event(grid, 3).format is EventFormat.IN_PERSON


# Printed


def test_space_and_a_click_on_the_tick_toggle_printing(grid: EventGrid) -> None:
    go(grid, 0, Column.PRINTED)
    press(Qt.Key.Key_Space, text=" ")
    assert event(grid, 0).printed is False
    place = tick_rect(grid.table.visualRect(grid.model.index(0, Column.PRINTED))).center()
    QTest.mouseClick(grid.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert event(grid, 0).printed is True


def test_a_click_beside_the_tick_changes_nothing(grid: EventGrid, opened: OpenRegister) -> None:
    before = opened.register.change_seq()
    cell_rect = grid.table.visualRect(grid.model.index(0, Column.PRINTED))
    place = cell_rect.bottomLeft() + QPoint(3, -3)
    QTest.mouseClick(grid.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.register.change_seq() == before
    assert cell(grid) == (0, Column.PRINTED)


# Moving


def test_alt_arrows_move_the_event_within_its_cell_and_the_current_cell_with_it(
    grid: EventGrid,
) -> None:
    go(grid, 1, Column.TEXT)
    moved = grid.current_event()
    press(Qt.Key.Key_Down, ALT)
    assert cell(grid) == (2, Column.TEXT)
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Up, ALT)
    assert cell(grid) == (0, Column.TEXT)
    assert grid.current_event() == moved
    press(Qt.Key.Key_Up, ALT)
    assert cell(grid) == (0, Column.TEXT)


def test_sorted_rows_are_not_moved(grid: EventGrid, opened: OpenRegister) -> None:
    grid.set_order(EventOrder.TEXT)
    before = opened.register.change_seq()
    press(Qt.Key.Key_Down, ALT)
    assert opened.register.change_seq() == before


def test_control_home_and_end_go_to_the_first_and_the_last_cell(grid: EventGrid) -> None:
    go(grid, 2, Column.KIND)
    press(Qt.Key.Key_End, CONTROL)
    assert cell(grid) == (4, Column.PRINTED)
    press(Qt.Key.Key_Home, CONTROL)
    assert cell(grid) == (0, Column.DATE)
