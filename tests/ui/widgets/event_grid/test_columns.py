"""Columns as each clerk wants them, sorting by words, filters per column (ux 10-13)."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from partners_app.domain.vocabulary import EventKind
from partners_app.services import events
from partners_app.services.catalogue import Scope
from partners_app.services.events import EventFilter, EventOrder, NotGiven
from partners_app.texts.language import Language, load_language
from partners_app.texts.words import word
from partners_app.ui.item_models.event_cells import QUIET_COLUMNS, Column, ranks
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.event_grid import EventGrid
from tests.ui.clerk import press, type_text
from tests.ui.event_registers import TURKU
from tests.ui.grid_hands import CONTROL, event, go

TEXTS = [text for _, text in TURKU]
AT_FIRST = [Column.DATE, Column.TEXT, Column.KIND, Column.FORMAT, Column.PRINTED]


def shown(grid: EventGrid) -> list[Column]:
    return grid.table.selected.shown_columns()


def entries(grid: EventGrid) -> dict[str, QAction]:
    menu = grid.table.columns_menu
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def give(grid: EventGrid, opened: OpenRegister, field: str, values: Sequence[str]) -> None:
    for row, value in enumerate(values):
        opened.do(events.set_field, grid.model.id_at(row), field, value)


def rows(grid: EventGrid) -> list[str]:
    return [event(grid, row).text for row in range(grid.model.rowCount())]


def test_ux_11_the_quiet_columns_are_hidden_at_first_and_edited_like_texts(
    grid: EventGrid,
) -> None:
    assert shown(grid) == AT_FIRST
    titles = {grid.model.title(column): column for column in QUIET_COLUMNS}
    menu = entries(grid)
    assert menu.keys() >= titles.keys()
    assert grid.model.title(Column.TEXT) not in menu
    assert grid.model.title(Column.PARTNER) not in menu, "one partner needs no column"
    for title, column in titles.items():
        entries(grid)[title].setChecked(True)
        go(grid, 0, column)
        type_text(f"проба {column}")
        press(Qt.Key.Key_Return)
    changed = event(grid, 0)
    assert changed.participants == f"проба {Column.PARTICIPANTS:d}"
    assert changed.responsible == f"проба {Column.RESPONSIBLE:d}"
    assert changed.source == f"проба {Column.SOURCE:d}"
    assert changed.remark == f"проба {Column.REMARK:d}"
    assert grid.model.index(0, Column.REMARK).data() == changed.remark


def test_ux_6_texts_are_filled_to_the_right(grid: EventGrid) -> None:
    for column in (Column.PARTICIPANTS, Column.RESPONSIBLE):
        grid.table.columns.set_shown(column, True)
    go(grid, 0, Column.PARTICIPANTS)
    type_text("Комитет")
    press(Qt.Key.Key_Return)
    grid.table.selected.select_block(0, 0, [Column.PARTICIPANTS, Column.RESPONSIBLE])
    press(Qt.Key.Key_R, CONTROL)
    assert event(grid, 0).responsible == "Комитет"


def test_ux_11_what_is_shown_where_and_how_it_is_sorted_is_kept_over_a_restart(
    qtbot: QtBot, grid: EventGrid, opened: OpenRegister
) -> None:
    grid.table.columns.set_shown(Column.REMARK, True)
    grid.table.columns.set_shown(Column.FORMAT, False)
    header = grid.table.filter_header
    header.moveSection(header.visualIndex(Column.KIND), 0)
    grid.set_order(EventOrder.TEXT, True)
    other = EventGrid()
    qtbot.addWidget(other)
    other.set_state(grid.state())
    other.set_register(opened)
    other.show_scope(grid.scope())
    assert shown(other) == [Column.KIND, Column.DATE, Column.TEXT, Column.PRINTED, Column.REMARK]
    assert other.model.order == (EventOrder.TEXT, True)
    assert rows(other) == rows(grid)
    other.set_state(QByteArray(b'{"version": 2, "hidden": ["TEXT"]}'))
    assert Column.TEXT in shown(other)
    entries(other)[other.table.columns_menu.tr("As at first")].trigger()
    assert shown(other) == AT_FIRST
    other.set_register(None)


def test_ux_11_a_double_click_on_a_line_fits_the_column(
    grid: EventGrid, opened: OpenRegister
) -> None:
    opened.do(
        events.set_field, grid.model.id_at(0), "date", "с 1 февраля 2020 г. по 2 марта 2020 г."
    )
    header = grid.table.filter_header
    before = header.sectionSize(Column.DATE)
    header.sectionHandleDoubleClicked.emit(Column.DATE)
    assert before < header.sectionSize(Column.DATE) <= grid.table.viewport().width() // 2
    opened.undo()
    header.sectionHandleDoubleClicked.emit(Column.DATE)
    assert header.sectionSize(Column.DATE) < grid.table.viewport().width() // 4


def test_ux_11_filtering_leaves_the_widths_alone(grid: EventGrid) -> None:
    header = grid.table.filter_header
    header.resizeSection(Column.DATE, 210)
    before = [header.sectionSize(column) for column in shown(grid)]
    header.choice(Column.KIND).choose(EventKind.MEETING)
    assert grid.model.rowCount() == 2
    assert [header.sectionSize(column) for column in shown(grid)] == before
    grid.clear_filter()
    assert [header.sectionSize(column) for column in shown(grid)] == before


def test_with_many_columns_the_text_stays_wide_enough_to_read(
    qtbot: QtBot, grid: EventGrid
) -> None:
    grid.show_scope(Scope())
    for column in QUIET_COLUMNS:
        grid.table.columns.set_shown(column, True)
    header = grid.table.filter_header
    kept = header.sectionSize(Column.TEXT)
    assert kept >= header.sectionSize(Column.RESPONSIBLE)
    bar = grid.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    grid.resize(2600, 500)
    assert header.sectionSize(Column.TEXT) > kept
    qtbot.waitUntil(lambda: bar.maximum() == 0)


# Sorting


def test_ux_12_kinds_are_sorted_by_their_russian_words(
    grid: EventGrid, opened: OpenRegister
) -> None:
    load_language(Language.RUSSIAN)
    kinds = [EventKind.VISIT, EventKind.CONTEST, EventKind.EXHIBITION, EventKind.TALKS]
    give(grid, opened, "kind", [kind.value for kind in kinds])
    grid.set_order(EventOrder.KIND)
    found = [event(grid, row).kind for row in range(5)]
    assert found[:4] == sorted(kinds, key=word)
    assert found[:4] != sorted(kinds), "the order of the codes"
    assert found[4] is None
    grid.set_order(EventOrder.KIND, True)
    assert [event(grid, row).kind for row in range(5)] == [*reversed(found[:4]), None]
    assert ranks(EventOrder.TEXT) == []


def test_ux_12_texts_without_an_index_are_sorted_folded_with_empty_ones_last(
    grid: EventGrid, opened: OpenRegister
) -> None:
    give(grid, opened, "responsible", ["Яковлев", "ёлкин", "", "Жуков", "Еремеев"])
    grid.set_order(EventOrder.RESPONSIBLE)

    def found() -> list[str]:
        return [event(grid, row).responsible for row in range(5)]

    assert found() == ["ёлкин", "Еремеев", "Жуков", "Яковлев", ""]
    grid.set_order(EventOrder.RESPONSIBLE, True)
    assert found() == ["Яковлев", "Жуков", "Еремеев", "ёлкин", ""]


# Filters


def test_ux_13_each_column_filters_and_a_hidden_one_does_not(
    grid: EventGrid, opened: OpenRegister
) -> None:
    give(grid, opened, "responsible", ["Петров Пётр", "Сидоров", "ПЕТРОВА", "", "Иван Петров"])
    give(grid, opened, "source", ["письмо", "письмо Петрова", "", "", "сайт"])
    grid.table.columns.set_shown(Column.RESPONSIBLE, True)
    header = grid.table.filter_header
    header.fields[Column.RESPONSIBLE].setText("петр")
    header.filter_changed.emit()
    assert rows(grid) == [TEXTS[0], TEXTS[2], TEXTS[4]]
    assert header.active() == [Column.RESPONSIBLE]
    grid.table.columns.set_shown(Column.RESPONSIBLE, False)
    assert rows(grid) == TEXTS
    assert header.active() == []


def test_ux_13_filters_on_texts_meet(opened: OpenRegister, grid: EventGrid) -> None:
    give(grid, opened, "source", ["письмо", "письмо", "сайт"])
    give(grid, opened, "remark", ["важно", "", "важно"])
    scope = grid.scope()
    where = EventFilter(text="встреч", source="пис", remark="важ")
    assert opened.ask(events.ids, scope, 2020, where) == [grid.model.id_at(0)]
    nothing = EventFilter(source="важно")
    assert opened.ask(events.ids, scope, 2020, nothing) == []


def test_ux_13_what_is_not_given_can_be_asked_for(grid: EventGrid) -> None:
    header = grid.table.filter_header
    header.choice(Column.KIND).choose(NotGiven.NOT_GIVEN)
    assert rows(grid) == [TEXTS[4]]
    assert header.choice(Column.KIND).caption() == header.tr("not given")
    header.choice(Column.FORMAT).choose(NotGiven.NOT_GIVEN)
    header.choice(Column.KIND).choose(None)
    assert rows(grid) == TEXTS[3:]


# What stays where it is


def test_ux_10_an_edited_row_stays_though_filter_and_sorting_would_move_it(
    grid: EventGrid, opened: OpenRegister
) -> None:
    grid.set_order(EventOrder.TEXT)
    grid.table.filter_header.choice(Column.KIND).choose(EventKind.MEETING)
    before = [grid.model.id_at(row) for row in range(grid.model.rowCount())]
    assert len(before) == 2
    go(grid, 0, Column.TEXT)
    type_text("яяя")
    press(Qt.Key.Key_Return)
    go(grid, 0, Column.KIND)
    grid.table.selected.select_block(0, 0, [Column.KIND])
    press(Qt.Key.Key_Delete)
    assert [grid.model.id_at(row) for row in range(grid.model.rowCount())] == before
    assert grid.current_event() == before[0]
    grid.reload()
    assert [grid.model.id_at(row) for row in range(grid.model.rowCount())] == before[1:]


def test_ux_10_a_new_row_stays_until_another_place_is_shown(
    grid: EventGrid, opened: OpenRegister
) -> None:
    grid.table.filter_header.choice(Column.KIND).choose(EventKind.MEETING)
    spy = QSignalSpy(grid.counts_changed)
    go(grid, 0, Column.TEXT)
    grid.add_event()
    type_text("7 мая")
    press(Qt.Key.Key_Return)
    assert grid.model.rowCount() == 3
    assert spy.count()
    assert event(grid, 1).date.text == "7 мая"
    place = grid.scope()
    grid.show_scope(Scope())
    grid.show_scope(place)
    assert grid.model.rowCount() == 2
