"""Filtering, sorting, counting, and adding by a line (ux 10, 12-14)."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services import events
from partners_app.services.catalogue import Scope
from partners_app.services.events import EventOrder
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.event_grid import EventGrid
from tests.ui.clerk import press, type_text
from tests.ui.event_registers import scope_of
from tests.ui.grid_hands import SHIFT, cell, event, go

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


def test_the_arrows_lead_from_the_last_row_to_that_line_and_back(
    grid: EventGrid, opened: OpenRegister
) -> None:
    go(grid, 3, Column.PRINTED)
    press(Qt.Key.Key_Down)
    assert grid.table.hasFocus()
    press(Qt.Key.Key_Down)
    assert grid.add_row.line.hasFocus(), "else «5 мая» typed there would tick the last row"
    press(Qt.Key.Key_Up)
    assert (grid.table.hasFocus(), cell(grid)) == (True, (4, Column.PRINTED))
    press(Qt.Key.Key_Down, SHIFT)
    assert grid.table.hasFocus(), "that selects"
    grid.show_scope(Scope())
    go(grid, grid.model.rowCount() - 1, Column.TEXT)
    press(Qt.Key.Key_Down)
    assert grid.table.hasFocus(), "where nothing can be typed the keyboard stays"


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
