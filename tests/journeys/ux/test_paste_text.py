"""A letter on the clipboard becomes events: paste as text (ux 15)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from partners_app.services import catalogue, events
from partners_app.services.catalogue import Scope
from partners_app.ui.dialogs.paste_text import PasteTextDialog
from tests.journeys.ux.desk import YEAR, Desk, press

LETTER = "Направляем сведения:\n6 мая – встреча с мэром города\n31 июня – открытие выставки"


def texts(desk: Desk, scope: Scope) -> list[str]:
    """Return the texts that the file holds for a place."""
    ids = events.ids(desk.file, scope, YEAR)
    found = events.load(desk.file, ids)
    return [found[number].text for number in ids]


def paste_dialog(desk: Desk) -> PasteTextDialog:
    dialogs = desk.window.findChildren(PasteTextDialog)
    assert len(dialogs) == 1
    assert dialogs[0].isVisible()
    return dialogs[0]


def test_ux_15_a_letter_is_pasted_by_keys_alone_and_undone_at_once(
    qtbot: QtBot, desk: Desk
) -> None:
    kotka = desk.go("г. Котка")
    QGuiApplication.clipboard().setText(LETTER)
    desk.window.command_actions.paste_text.trigger()
    dialog = paste_dialog(desk)
    assert dialog.act_button.text() == "Добавить 2 мероприятия"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.list.hasFocus)
    press("Space")  # the first row, a greeting without a date, is wanted after all
    assert dialog.act_button.text() == "Добавить 3 мероприятия"
    press("Space")
    press("Return")
    assert not desk.window.findChildren(PasteTextDialog)
    assert texts(desk, kotka) == ["встреча с мэром города", "открытие выставки"]
    grid = desk.grid
    assert grid.model.row_of(grid.current_event() or 0) == 0
    desk.window.command_actions.undo.trigger()
    assert texts(desk, kotka) == []


def test_ux_15_the_text_is_corrected_in_the_dialog_and_ticks_stay(desk: Desk) -> None:
    kotka = desk.go("г. Котка")
    QGuiApplication.clipboard().setText(LETTER)
    desk.grid.body.paste_button.click()
    dialog = paste_dialog(desk)
    meeting = dialog.model.index(1, 0)
    state = Qt.CheckState.Unchecked
    assert dialog.model.setData(meeting, state, Qt.ItemDataRole.CheckStateRole)
    dialog.editor.setPlainText(LETTER.replace("31 июня", "30 июня"))
    dialog.act_button.click()  # before the moment after which the text is read anew
    assert texts(desk, kotka) == ["открытие выставки"]


def test_ux_15_nothing_ticked_adds_nothing_and_says_so(desk: Desk) -> None:
    desk.go("г. Котка")
    QGuiApplication.clipboard().setText("")
    desk.window.command_actions.paste_text.trigger()
    dialog = paste_dialog(desk)
    assert dialog.act_button.text() == "Нечего добавить"
    assert not dialog.act_button.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()


def test_ux_15_without_a_place_the_window_asks_for_one(desk: Desk) -> None:
    desk.window.workspace.tree.select(Scope())
    desk.table.clearSelection()
    desk.table.setCurrentIndex(desk.grid.model.index(-1, -1))
    desk.window.command_actions.paste_text.trigger()
    assert not desk.window.findChildren(PasteTextDialog)
    assert "Выберите слева" in desk.window.workspace.banner.text()


def test_ux_15_in_a_list_of_several_cities_the_text_goes_where_the_current_row_is(
    desk: Desk,
) -> None:
    osaka = desk.scope("г. Осака")
    first = desk.opened.ask(events.ids, osaka, YEAR)[0]
    desk.go("Азия")
    assert desk.grid.select_event(first)
    QGuiApplication.clipboard().setText("6 мая – встреча с мэром города")
    desk.window.command_actions.paste_text.trigger()
    paste_dialog(desk).act_button.click()
    assert texts(desk, osaka)[1] == "встреча с мэром города"


def test_ux_15_what_cannot_be_written_stays_in_the_dialog_with_the_reason(
    desk: Desk,
) -> None:
    kotka = desk.go("г. Котка")
    QGuiApplication.clipboard().setText(LETTER)
    desk.window.command_actions.paste_text.trigger()
    dialog = paste_dialog(desk)
    assert kotka.id is not None
    catalogue.delete(desk.opened.register, "partner", kotka.id)  # a colleague's act
    dialog.act_button.click()
    assert dialog.isVisible()
    assert dialog.note()
    assert dialog.note() != "Отменяется одним шагом: Ctrl+Z"
    dialog.reject()
