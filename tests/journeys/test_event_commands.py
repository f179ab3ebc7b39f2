"""A clerk with a letter on the clipboard, an event of two cities, and seven rows to correct."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from partners_app.services import event_places, events
from partners_app.services.catalogue import Scope
from partners_app.ui.dialogs.choose_place import SharedPlacesDialog
from partners_app.ui.item_models.event_cells import Column, Role
from partners_app.ui.main_window import MainWindow
from partners_app.ui.open_register import OpenRegister
from tests.ui.clerk import press, type_text
from tests.ui.sample_registers import scope_named

YEAR = 2020
LETTER = "Направляем сведения:\n6 мая – встреча с мэром города\n31 июня – открытие выставки"


def opened(window: MainWindow) -> OpenRegister:
    assert window.open_register is not None
    return window.open_register


def go(window: MainWindow, *names: str) -> Scope:
    scope = scope_named(opened(window), *names)
    window.workspace.tree.select(scope)
    return scope


def texts(window: MainWindow, scope: Scope) -> list[str]:
    ids = opened(window).ask(events.ids, scope, YEAR)
    found = opened(window).ask(events.load, ids)
    return [found[number].text for number in ids]


def places_text(window: MainWindow, row: int) -> str:
    """Return the small line under an event's text."""
    index = window.workspace.grid.model.index(row, Column.TEXT)
    return str(index.data(Role.ECHO) or "")


def test_an_event_of_two_cities_is_shared_by_search_and_space_and_says_so_in_both_rows(
    qtbot: QtBot, window: MainWindow
) -> None:
    go(window, "г. Турку")
    first = texts(window, go(window, "г. Турку"))[0]
    window.workspace.grid.table.select_row(0)
    window.command_actions.share_event.trigger()
    (dialog,) = window.findChildren(SharedPlacesDialog)
    assert not dialog.act_button.isEnabled()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.search.hasFocus)
    type_text("КОТК")  # any part of a word, any case
    assert dialog.model.rowCount() == 1
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert texts(window, go(window, "г. Котка")) == [first]
    assert places_text(window, 0) == "также: г. Турку"
    go(window, "г. Турку")
    assert places_text(window, 0) == "также: г. Котка"
    assert places_text(window, 1) == ""
    window.command_actions.undo.trigger()
    assert places_text(window, 0) == ""


def test_an_event_keeps_at_least_one_place(window: MainWindow) -> None:
    turku = go(window, "г. Турку")
    window.workspace.grid.table.select_row(0)
    dialog = window.event_commands.share()
    assert dialog is not None
    row = dialog.model.row_of(turku)
    assert row is not None
    index = dialog.model.index(row, 0)
    dialog.model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not dialog.act_button.isEnabled()
    assert dialog.note() == "У мероприятия должно быть хотя бы одно место"
    dialog.reject()


def test_several_events_share_the_places_that_are_ticked(window: MainWindow) -> None:
    turku, kotka = go(window, "г. Турку"), scope_named(opened(window), "г. Котка")
    ids = opened(window).ask(events.ids, turku, YEAR)
    opened(window).do(event_places.set_places, ids[:1], added=[kotka])
    window.workspace.grid.table.selectAll()
    dialog = window.event_commands.share()
    assert dialog is not None
    states = dialog.model.states()
    assert states == {turku: Qt.CheckState.Checked, kotka: Qt.CheckState.PartiallyChecked}
    row = dialog.model.row_of(kotka)
    assert row is not None
    index = dialog.model.index(row, 0)
    dialog.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    dialog.act_button.click()
    assert opened(window).ask(events.ids, kotka, YEAR) == ids


def test_events_are_moved_to_another_city_and_the_banner_leads_there(window: MainWindow) -> None:
    turku = go(window, "г. Турку")
    moving = texts(window, turku)[1]
    window.workspace.grid.table.select_row(1)
    dialog = window.event_commands.carry()
    assert dialog is not None
    assert dialog.act_button.text() == "Перенести 1 мероприятие"
    dialog.search.setText("турку")
    assert not dialog.act_button.isEnabled()  # it is there already
    dialog.search.setText("котка")
    dialog.act_button.click()
    assert moving not in texts(window, turku)
    banner = window.workspace.banner
    assert banner.text() == "Перенесено: г. Котка"
    banner.buttons()[0].click()
    scope = window.workspace.tree.scope()
    assert texts(window, scope) == [moving]


def test_events_are_copied_to_a_whole_country(window: MainWindow) -> None:
    turku, japan = go(window, "г. Турку"), scope_named(opened(window), "Япония")
    copied = texts(window, turku)[0]
    window.workspace.grid.table.select_row(0)
    dialog = window.event_commands.copy()
    assert dialog is not None
    dialog.search.setText("япон")
    assert dialog.model.index(0, 0).data() == "Япония: вся страна, Азия"
    dialog.search.setText("нет такого")
    assert not dialog.act_button.isEnabled()
    dialog.search.setText("япон")
    dialog.act_button.click()
    assert texts(window, turku)[0] == copied
    assert texts(window, japan)[0] == copied


def doubt(window: MainWindow, row: int) -> str:
    return str(window.workspace.grid.model.index(row, Column.TEXT).data(Role.DOUBT) or "")


def row_alike(qtbot: QtBot, window: MainWindow, sentence: str) -> int:
    """Wait for the count of the findings and return the row that says a sentence."""
    model = window.workspace.grid.model
    rows: list[int] = []

    def said() -> bool:
        rows[:] = [row for row in range(model.rowCount()) if sentence in doubt(window, row)]
        return bool(rows)

    qtbot.waitUntil(said)
    return rows[0]


def test_an_event_entered_twice_is_noticed_in_both_rows_and_merged_from_the_menu(
    qtbot: QtBot, window: MainWindow
) -> None:
    osaka = go(window, "г. Осака")
    row = row_alike(qtbot, window, "Похоже на мероприятие: провинция Хоккайдо, 2 октября")
    hokkaido = go(window, "провинция Хоккайдо")
    before = texts(window, hokkaido)
    row = row_alike(qtbot, window, "Похоже на мероприятие: г. Осака, 2 октября")
    window.workspace.grid.table.select_row(row)
    window.workspace.grid.cells_menu.aboutToShow.emit()
    merge = window.command_actions.merge_events
    assert merge.isEnabled()
    assert merge.text() == "О&бъединить с мероприятием: г. Осака, 2 октября"
    merge.trigger()
    assert len(texts(window, hokkaido)) == len(before)
    assert set(texts(window, hokkaido)) & set(texts(window, osaka))
    qtbot.waitUntil(lambda: doubt(window, row) == "")
    assert places_text(window, row) == "также: г. Осака"
    window.workspace.grid.cells_menu.aboutToShow.emit()
    assert not merge.isEnabled()
    window.command_actions.undo.trigger()
    assert texts(window, hokkaido) == before


def test_two_events_that_only_look_alike_are_kept_as_two(qtbot: QtBot, window: MainWindow) -> None:
    hokkaido = go(window, "провинция Хоккайдо")
    row = row_alike(qtbot, window, "Похоже на мероприятие: г. Осака")
    before = texts(window, hokkaido)
    window.workspace.grid.table.select_row(row)
    window.command_actions.accept_events.trigger()
    qtbot.waitUntil(lambda: doubt(window, row) == "")
    assert texts(window, hokkaido) == before
