"""Rows as high as their texts, columns that come back, names for screen readers."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from partners_app.domain.vocabulary import EventFormat
from partners_app.services import checking, events
from partners_app.services.catalogue import Scope
from partners_app.ui.item_models.event_cells import Column, Role
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.event_grid import EventGrid
from tests.ui.clerk import press
from tests.ui.event_registers import YEAR, make, scope_of
from tests.ui.grid_hands import cell, editor, go, text_editor

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


def test_a_finding_takes_a_line_of_its_own_under_the_text(
    grid: EventGrid, opened: OpenRegister
) -> None:
    opened.do(events.set_field, grid.model.id_at(3), "text", "форум «Вода")
    before = grid.table.rowHeight(3)
    grid.set_findings(checking.check(opened.register, YEAR))
    assert grid.table.rowHeight(3) >= before
    index = grid.model.index(3, Column.TEXT)
    width = grid.table.columnWidth(Column.TEXT)
    assert grid.table.rowHeight(3) >= grid.table._delegate.height(index, width)
    assert index.data(Role.DOUBT)


def test_the_editor_of_an_empty_date_stays_within_its_row(grid: EventGrid) -> None:
    grid.add_event()
    row = grid.table.currentIndex()
    assert editor(grid).geometry().bottom() <= grid.table.visualRect(row).bottom()


def test_a_place_without_events_has_nothing_selected(grid: EventGrid, opened: OpenRegister) -> None:
    assert grid.table.selected.row_count() == 1
    grid.show_scope(scope_of(opened.register, "Котка"))
    assert grid.table.selected.row_count() == 0
