"""A clerk at the grid: Excel's keys, and nothing typed is ever lost (ux 1-4, 8-10, 12-14)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import FileBusy
from partners_app.domain.records import Event
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services import events
from partners_app.services.catalogue import Scope
from partners_app.services.events import EventOrder
from partners_app.services.register import Register
from partners_app.ui.item_models.event_cells import Column, Role
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.event_delegates import tick_rect
from partners_app.ui.widgets.event_grid import EventGrid
from tests.ui.clerk import press, type_text
from tests.ui.event_registers import TURKU, YEAR, make, scope_of

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(tmp_path: Path, qapp: object) -> Iterator[OpenRegister]:
    opened = OpenRegister(make(tmp_path), YEAR)
    yield opened
    opened.close()


@pytest.fixture
def grid(qtbot: QtBot, opened: OpenRegister) -> Iterator[EventGrid]:
    grid = EventGrid()
    qtbot.addWidget(grid)
    grid.resize(1000, 500)
    grid.set_register(opened)
    grid.show_scope(scope_of(opened.register, "г. Турку"))
    grid.show()
    grid.activateWindow()
    grid.table.setFocus()
    qtbot.waitUntil(grid.table.hasFocus)
    yield grid
    grid.set_register(None)


def go(grid: EventGrid, row: int, column: Column) -> None:
    grid.table.select_row(row, column)


def cell(grid: EventGrid) -> tuple[int, int]:
    return grid.table.currentIndex().row(), grid.table.currentIndex().column()


def event(grid: EventGrid, row: int) -> Event:
    """Return an event as the register has it now."""
    assert grid._open is not None
    event_id = grid.model.id_at(row)
    return events.load(grid._open.register, [event_id])[event_id]


def editor(grid: EventGrid) -> QWidget:
    found = grid.table.editor()
    assert found is not None
    return found.widget


def text_editor(grid: EventGrid) -> QPlainTextEdit:
    found = editor(grid)
    assert isinstance(found, QPlainTextEdit)
    return found


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


# ux 9: what is being typed is never lost


def typed_into_first(grid: EventGrid) -> int:
    go(grid, 0, Column.TEXT)
    type_text("не потерять")
    return grid.model.id_at(0)


def stored(opened: OpenRegister, event_id: int) -> str:
    return events.load(opened.register, [event_id])[event_id].text


def test_ux_9_a_filter_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    grid.table.filter_header.choice(Column.FORMAT).choose(EventFormat.VIDEO)
    assert stored(opened, edited) == "не потерять"
    assert grid.model.rowCount() == 1


def test_ux_9_sorting_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    grid.table.filter_header.sectionClicked.emit(int(Column.TEXT))
    assert stored(opened, edited) == "не потерять"


def test_ux_9_another_place_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    grid.show_scope(scope_of(opened.register, "г. Осака"))
    assert stored(opened, edited) == "не потерять"


def test_ux_9_another_year_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    opened.set_year(2021)
    assert stored(opened, edited) == "не потерять"
    assert grid.model.rowCount() == 0


def test_ux_9_losing_the_focus_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    grid.add_row.setFocus()
    assert stored(opened, edited) == "не потерять"
    assert grid.table.editor() is None


def test_ux_9_closing_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    grid.commit()
    assert stored(opened, edited) == "не потерять"


def test_ux_9_the_line_of_the_strip_is_added_where_it_was_typed(
    grid: EventGrid, opened: OpenRegister
) -> None:
    grid.add_row.setFocus()
    type_text("10 марта – визит")
    grid.show_scope(scope_of(opened.register, "г. Осака"))
    assert grid.model.rowCount() == 1
    grid.show_scope(scope_of(opened.register, "г. Турку"))
    assert (event(grid, 5).date.text, event(grid, 5).text) == ("10 марта", "визит")


def test_ux_9_what_cannot_be_written_stays_in_its_cell(
    grid: EventGrid, opened: OpenRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = QSignalSpy(opened.failed)
    apply = Register.apply

    def busy(register: Register, _change_set: ChangeSet) -> ChangeSet:
        raise FileBusy(register.path)

    monkeypatch.setattr(Register, "apply", busy)
    edited = typed_into_first(grid)
    press(Qt.Key.Key_Return)
    grid.add_row.setFocus()
    type_text("10 марта – визит")
    press(Qt.Key.Key_Return)
    assert failed.count() == 2
    assert grid.add_row.line.text() == "10 марта – визит"
    monkeypatch.setattr(Register, "apply", apply)
    go(grid, 0, Column.TEXT)
    grid.table.setFocus()
    press(Qt.Key.Key_F2)
    assert text_editor(grid).toPlainText() == "не потерять"
    press(Qt.Key.Key_Return)
    assert stored(opened, edited) == "не потерять"


def test_a_change_from_elsewhere_does_not_overwrite_what_is_typed(
    grid: EventGrid, opened: OpenRegister
) -> None:
    edited = typed_into_first(grid)
    opened.do(events.set_field, edited, "printed", False)
    assert text_editor(grid).toPlainText() == "не потерять"
    press(Qt.Key.Key_Return)
    assert stored(opened, edited) == "не потерять"


# ux 10, 12, 13, 14


def test_ux_10_an_edited_row_stays_although_it_no_longer_matches(
    grid: EventGrid, opened: OpenRegister
) -> None:
    header = grid.table.filter_header
    header.choice(Column.KIND).choose(EventKind.MEETING)
    assert grid.model.rowCount() == 2
    edited = grid.model.id_at(0)
    opened.do(events.set_field, edited, "kind", EventKind.FORUM)
    assert grid.model.id_at(0) == edited
    assert grid.current_event() == edited


def test_ux_12_the_third_click_restores_the_order_of_the_report(grid: EventGrid) -> None:
    header = grid.table.filter_header
    report = [grid.model.id_at(row) for row in range(5)]
    go(grid, 3, Column.TEXT)
    kept = grid.current_event()
    orders = []
    for _ in range(3):
        header.sectionClicked.emit(int(Column.DATE))
        orders.append(grid.model.order)
        assert grid.current_event() == kept
    assert orders == [
        (EventOrder.DATE, False),
        (EventOrder.DATE, True),
        (EventOrder.REPORT, False),
    ]
    assert [grid.model.id_at(row) for row in range(5)] == report


def test_ux_13_a_filter_is_marked_counted_and_reset_at_once(grid: EventGrid, qtbot: QtBot) -> None:
    counts = QSignalSpy(grid.counts_changed)
    header = grid.table.filter_header
    header.choice(Column.FORMAT).choose(EventFormat.IN_PERSON)
    field = header.fields[Column.FORMAT]
    assert field.property("active") is True
    assert [grid.model.rowCount(), grid.model.total] == [2, 5]
    assert "2" in grid.header.count_text()
    assert "5" in grid.header.count_text()
    assert list(counts.at(counts.count() - 1))[:2] == [2, 5]
    assert grid._reset.isVisible()
    grid._reset.click()
    assert grid.model.rowCount() == 5
    assert field.property("active") is False
    assert not grid._reset.isVisible()
    assert grid.header.count_text() == "5"


def test_ux_13_words_filter_when_the_typing_pauses(grid: EventGrid, qtbot: QtBot) -> None:
    grid.table.filter_header.fields[Column.TEXT].setFocus()
    type_text("встреч")
    assert grid.model.rowCount() == 5
    qtbot.waitUntil(lambda: grid.model.rowCount() == 2)
    press(Qt.Key.Key_Escape)
    assert grid.model.rowCount() == 5


def test_a_partner_filter_ends_where_its_column_does(grid: EventGrid, opened: OpenRegister) -> None:
    grid.show_scope(Scope())
    field = grid.table.filter_header.fields[Column.PARTNER]
    field.setFocus()
    type_text("осака")
    press(Qt.Key.Key_Return)
    assert grid.model.rowCount() == 1
    grid.show_scope(scope_of(opened.register, "г. Турку"))
    assert grid.model.rowCount() == 5


def test_ux_14_shown_total_and_selected_are_told(grid: EventGrid) -> None:
    counts = QSignalSpy(grid.counts_changed)
    go(grid, 0, Column.TEXT)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Right, SHIFT)
    assert list(counts.at(counts.count() - 1)) == [5, 5, 2]


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


# The strip and empty places


def test_a_line_typed_under_the_rows_is_a_new_event(grid: EventGrid, opened: OpenRegister) -> None:
    grid._add.click()
    assert grid.add_row.line.hasFocus()
    type_text("10 марта – визит делегации")
    grid._add.click()
    assert (event(grid, 5).date.text, event(grid, 5).text) == ("10 марта", "визит делегации")
    assert cell(grid) == (5, Column.TEXT)
    opened.undo()
    assert grid.model.rowCount() == 5


def test_a_city_without_events_says_so_and_can_be_typed_into(
    grid: EventGrid, opened: OpenRegister
) -> None:
    grid.show_scope(scope_of(opened.register, "Котка"))
    assert grid.body.sentence()
    grid.add_row.setFocus()
    type_text("3 июня – форум")
    press(Qt.Key.Key_Return)
    assert grid.model.rowCount() == 1
    assert grid.body.sentence() == ""


def test_everything_and_a_band_say_that_a_place_must_be_chosen(
    grid: EventGrid, opened: OpenRegister
) -> None:
    for scope in (Scope(), scope_of(opened.register, "Европа")):
        grid.show_scope(scope)
        assert not grid.add_row.place_known()
        assert grid.add_row.line.placeholderText()
    grid.show_scope(scope_of(opened.register, "Финляндия"))
    assert grid.add_row.place_known()


def test_a_read_only_register_offers_nothing_to_write(
    grid: EventGrid, opened: OpenRegister
) -> None:
    opened.register.read_only = True
    grid.reload()
    go(grid, 0, Column.TEXT)
    type_text("нельзя")
    assert grid.table.editor() is None
    assert not grid.add_row.place_known()
    grid.add_event()
    assert grid.model.rowCount() == 5


# Heights


def test_every_row_is_as_high_as_its_text_and_the_editor_grows_with_it(
    grid: EventGrid, opened: OpenRegister
) -> None:
    long_text = "видеоконференция по вопросам городского хозяйства " * 60
    go(grid, 1, Column.TEXT)
    low = grid.table.rowHeight(1)
    press(Qt.Key.Key_F2)
    before = editor(grid).height()
    text_editor(grid).setPlainText(long_text)
    assert editor(grid).height() > before
    press(Qt.Key.Key_Return)
    assert grid.table.rowHeight(1) > 5 * low
    opened.undo()
    assert grid.table.rowHeight(1) == low


def test_a_wider_grid_needs_lower_rows(grid: EventGrid, opened: OpenRegister) -> None:
    opened.do(events.set_field, grid.model.id_at(0), "text", "широкое слово " * 40)
    narrow = grid.table.rowHeight(0)
    grid.resize(1800, 500)
    assert grid.table.rowHeight(0) < narrow


def test_rows_scrolled_to_are_measured_and_nothing_jumps(qtbot: QtBot, tmp_path: Path) -> None:
    texts = [("3 марта", f"событие {n} " + "слово " * (n % 60)) for n in range(600)]
    opened = OpenRegister(make(tmp_path, texts), YEAR)
    grid = EventGrid()
    qtbot.addWidget(grid)
    grid.resize(900, 500)
    grid.set_register(opened)
    grid.show_scope(Scope())
    grid.show()
    table = grid.table
    table.setFocus()
    table.select_row(300)
    seen = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(seen)
    last = table.rowAt(table.viewport().height() - 1)
    assert table.rowAt(0) < 300 <= last
    for row in range(table.rowAt(0), last + 1):
        index = grid.model.index(row, Column.TEXT)
        needed = table._delegate.height(index, table.columnWidth(Column.TEXT))
        assert table.rowHeight(row) >= needed
    bar = table.verticalScrollBar()
    for _ in range(40):
        top = table.rowAt(0)
        offset = table.rowViewportPosition(top)
        bar.setValue(bar.value() - 20)
        assert table.rowViewportPosition(top) == offset + 20
    table.select_row(grid.model.rowCount() - 1)
    assert bar.value() == bar.maximum()
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    grid.set_register(None)
    opened.close()


def test_the_strip_stands_under_the_last_row_or_at_the_lower_edge(grid: EventGrid) -> None:
    table, strip = grid.table, grid.add_row
    assert strip.y() == table.geometry().bottom() + 1
    assert strip.geometry().bottom() < grid.body.height() - 1
    grid.resize(1000, 250)
    assert strip.geometry().bottom() == grid.body.height() - 1
    assert table.verticalScrollBar().maximum() > 0


# State, names, looks


def test_widths_and_order_of_the_columns_come_back(grid: EventGrid, qtbot: QtBot) -> None:
    header = grid.table.filter_header
    header.resizeSection(Column.KIND, 222)
    header.moveSection(header.visualIndex(Column.FORMAT), 0)
    other = EventGrid()
    qtbot.addWidget(other)
    other.set_state(grid.state())
    there = other.table.filter_header
    assert there.sectionSize(Column.KIND) == 222
    assert there.visualIndex(Column.FORMAT) == 0
    for broken in (b"", b"[]", b"{", b'{"version": 1}', b'{"version": 99}', b"null"):
        other.set_state(QByteArray(broken))
    assert there.sectionSize(Column.KIND) == 222


def test_filtering_leaves_the_widths_alone(grid: EventGrid) -> None:
    header = grid.table.filter_header
    header.resizeSection(Column.DATE, 200)
    header.choice(Column.FORMAT).choose(EventFormat.VIDEO)
    assert header.sectionSize(Column.DATE) == 200


def test_everything_that_takes_the_focus_has_a_name(grid: EventGrid) -> None:
    for widget in grid.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget
    go(grid, 0, Column.TEXT)
    press(Qt.Key.Key_F2)
    assert editor(grid).accessibleName()


def test_a_focused_grid_has_a_current_cell(grid: EventGrid, opened: OpenRegister) -> None:
    grid.show_scope(scope_of(opened.register, "г. Осака"))
    assert cell(grid) == (0, Column.TEXT)
    assert grid.current_event() == grid.model.index(0, 0).data(Role.ID)


def test_the_grid_is_painted_in_both_states_of_the_focus(grid: EventGrid) -> None:
    with_focus = grid.grab().toImage()
    grid.add_row.setFocus()
    assert grid.grab().toImage() != with_focus


def test_a_theme_change_reaches_every_row(grid: EventGrid) -> None:
    event = QEvent(QEvent.Type.StyleChange)
    grid.table.changeEvent(event)
    assert grid.table.rowHeight(0) > 0
    assert grid.table.state() is QAbstractItemView.State.NoState
