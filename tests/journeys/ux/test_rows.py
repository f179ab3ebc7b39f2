"""Rows and columns: nothing typed is lost, nothing edited jumps away, all is counted (ux 9-14)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from partners_app.domain.records import Event
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services import events
from partners_app.services.catalogue import Scope
from partners_app.services.events import EventFilter, EventOrder
from partners_app.services.register import Register
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from tests.journeys.ux.desk import OSAKA, TURKU, YEAR, Desk, press, write


def _filter(desk: Desk) -> None:
    desk.table.filter_header.choice(Column.FORMAT).choose(EventFormat.VIDEO)


def _sort(desk: Desk) -> None:
    _click_title(desk, Column.TEXT)


def _select(desk: Desk) -> None:
    place = desk.table.visualRect(desk.grid.model.index(2, Column.KIND)).center()
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _leave(desk: Desk) -> None:
    press("F6")


def _other_partner(desk: Desk) -> None:
    desk.go(OSAKA)


def _other_year(desk: Desk) -> None:
    press("Ctrl+PgDown")


def _look_for(desk: Desk) -> None:
    press("Ctrl+F")


def _close(desk: Desk) -> None:
    desk.window.close()


@pytest.mark.parametrize(
    "act", [_filter, _sort, _select, _leave, _other_partner, _other_year, _look_for, _close]
)
def test_ux_09_what_is_being_typed_is_kept_whatever_the_clerk_does_next(
    desk: Desk, register_2020: Register, act: Callable[[Desk], None]
) -> None:
    desk.cell(0)
    write("недописанное")
    act(desk)
    found = events.ids(register_2020, Scope(), YEAR, EventFilter(text="недописанное"))
    assert len(found) == 1


def test_ux_09_another_program_is_looked_at_and_the_typing_goes_on(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.cell(0)
    write("начало")
    word = QLineEdit()
    qtbot.addWidget(word)
    word.show()
    word.activateWindow()
    assert QTest.qWaitForWindowActive(word)
    qtbot.waitUntil(lambda: desk.kept_texts(TURKU)[0] == "начало")
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window)
    write(" и конец")
    press("Return")
    assert desk.kept_texts(TURKU)[0] == "начало и конец"


def test_ux_10_an_edited_or_new_row_stays_though_filter_and_sort_would_move_it(
    desk: Desk,
) -> None:
    header = desk.table.filter_header
    kind = desk.kept(TURKU)[0].kind
    header.choice(Column.KIND).choose(kind)
    _click_title(desk, Column.TEXT)
    shown = desk.grid.model.rowCount()
    desk.cell(0, Column.KIND)
    edited = desk.grid.current_event()
    press("Del")
    desk.cell(0)
    write("яяя последнее по алфавиту")
    press("Tab")
    assert desk.grid.current_event() == edited
    assert desk.at()[0] == 0
    assert desk.grid.model.rowCount() == shown
    press("Ins")
    added = desk.grid.current_event()
    row, _ = desk.at()
    write("7 мая")
    press("Tab")
    write("абрикос")
    press("Shift+Return")
    assert desk.seen(row) == "абрикос"
    assert desk.grid.model.id_at(row) == added
    assert desk.grid.model.rowCount() == shown + 1


def _click_title(desk: Desk, column: Column) -> None:
    header = desk.table.filter_header
    place = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, 8)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_ux_11_columns_are_dragged_sized_hidden_and_kept_over_a_restart(
    desk: Desk, make_window: Callable[[], MainWindow]
) -> None:
    header, table = desk.table.filter_header, desk.table
    edge = header.sectionViewportPosition(Column.DATE) + header.sectionSize(Column.DATE) - 1
    before = header.sectionSize(Column.DATE)
    _drag(desk, QPoint(edge, 8), QPoint(edge + 60, 8))
    wide = header.sectionSize(Column.DATE)
    assert wide >= before + 50
    centre = header.sectionViewportPosition(Column.KIND) + 30
    _drag(desk, QPoint(centre, 8), QPoint(5, 8))
    assert header.visualIndex(Column.KIND) == 0
    menu = table.columns_menu
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions()}
    entries["Формат"].trigger()
    entries["Примечание"].trigger()
    shown = table.columns.shown()
    assert Column.FORMAT not in shown and Column.REMARK in shown
    widths = [header.sectionSize(column) for column in shown]
    header.choice(Column.PRINTED).choose(True)
    assert [header.sectionSize(column) for column in shown] == widths, "filtering moves no line"
    path = desk.file.path
    desk.window.close()

    again = make_window()
    assert again.open_path(path)
    kept = again.workspace.grid.table
    assert kept.columns.shown() == shown
    assert abs(kept.filter_header.sectionSize(Column.DATE) - header.sectionSize(Column.DATE)) <= 1
    kept.columns_menu.aboutToShow.emit()
    {action.text(): action for action in kept.columns_menu.actions()}["Как вначале"].trigger()
    assert kept.columns.shown()[0] == Column.DATE
    edge = kept.filter_header.sectionViewportPosition(Column.DATE)
    edge += kept.filter_header.sectionSize(Column.DATE) - 1
    fitted = kept.filter_header.sectionSize(Column.DATE)
    QTest.mouseDClick(kept.filter_header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, 8))
    assert kept.filter_header.sectionSize(Column.DATE) != fitted


def _drag(desk: Desk, start: QPoint, end: QPoint) -> None:
    viewport, left = desk.table.filter_header.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=start)
    for part in (0.3, 0.6, 1.0):
        QTest.mouseMove(viewport, start + (end - start) * part)
    QTest.mouseRelease(viewport, left, pos=end)


def test_ux_12_a_click_sorts_and_the_third_brings_the_reports_order_back(desk: Desk) -> None:
    report = desk.column_seen()
    for row, text in enumerate(["ель", "Ёлка", "Енисей", ""]):
        desk.cell(row)
        press("F2", "Ctrl+A", "Del")
        write(text)
        press("Return")
    _click_title(desk, Column.TEXT)
    sorted_texts = desk.column_seen()
    assert sorted_texts[:3] == ["Ёлка", "ель", "Енисей"], "ё is е, case does not count"
    assert sorted_texts[-1] == "", "empty ones stand last"
    _click_title(desk, Column.TEXT)
    assert desk.column_seen()[-4:] == ["Енисей", "ель", "Ёлка", ""]
    _click_title(desk, Column.TEXT)
    assert desk.grid.model.order == (EventOrder.REPORT, False)
    assert desk.column_seen()[4:] == report[4:]


def test_ux_12_partial_dates_stand_where_they_belong_in_time(desk: Desk) -> None:
    for row, text in enumerate(["ноябрь", "в течение года", "29 января - 4 февраля", "??"]):
        desk.cell(row, Column.DATE)
        write(text)
        press("Return")
    _click_title(desk, Column.DATE)
    seen = desk.column_seen(Column.DATE)
    starts = [event.date.earliest for event in _as_shown(desk)]
    known = [day for day in starts if day is not None]
    assert known == sorted(known)
    assert seen[-1] == "??", "what nobody can read stands last"


def _as_shown(desk: Desk) -> list[Event]:
    model = desk.grid.model
    ids = [model.id_at(row) for row in range(model.rowCount())]
    found = events.load(desk.file, ids)
    return [found[number] for number in ids]


def test_ux_13_filters_are_typed_seen_counted_and_reset_by_one_button(desk: Desk) -> None:
    desk.go(OSAKA)
    header = desk.table.filter_header
    total = desk.grid.model.rowCount()
    header.fields[Column.TEXT].setFocus()
    write("семинар")
    press("Return")
    header.choice(Column.KIND).setFocus()
    write("с")
    shown = desk.grid.model.rowCount()
    assert 0 < shown < total
    assert all("еминар" in text for text in desk.column_seen())
    assert desk.grid.header.count_text() == f"{shown} из {total}"
    assert header.active() == [Column.TEXT, Column.KIND]
    chips = [chip.text() for chip in desk.grid.header._chips]
    assert "семинар" in chips[0]
    reset = desk.grid._reset
    assert (reset.text(), reset.isVisible()) == ("Сбросить", True)
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert desk.grid.model.rowCount() == total
    assert not reset.isVisible()
    assert header.active() == []


def test_ux_14_the_status_bar_counts_and_says_what_is_saved_and_where(desk: Desk) -> None:
    status = desk.window.status
    total = desk.grid.model.rowCount()
    desk.cell(0)
    press("Shift+Down")
    assert status.right_text() == f"Показано {total} из {total} · выбрано 2"
    desk.table.filter_header.choice(Column.KIND).choose(EventKind.MEETING)
    shown = desk.grid.model.rowCount()
    assert status.right_text().startswith(f"Показано {shown} из {total}")
    assert status.text().startswith("Всё сохранено · 130 мероприятий · ")
    desk.cell(0)
    write("правка")
    press("Return")
    assert status.text().startswith("Сохранено ")
    assert status.text().endswith(desk.file.path.name)
    desk.table.filter_header.clear_filter()
    desk.cell(total - 1)
    press("Return", "Esc", "Ctrl+Z")
    assert status.right_text() == f"Показано {total} из {total} · выбрано 1"
