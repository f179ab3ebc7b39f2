"""F1 opens the page of what has the keyboard (ux 36); the keys page tells every key (ux 23)."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from partners_app.texts.language import Language
from partners_app.ui import theme
from partners_app.ui.dialogs.help import HelpDialog
from partners_app.ui.dialogs.help_pages import HelpPage
from partners_app.ui.main_window import MainWindow
from partners_app.ui.main_window.help_commands import PAGES, keys_of
from partners_app.ui.main_window.layout import has_focus
from partners_app.ui.settings import Settings
from tests.journeys.ux.desk import Desk, press
from tests.journeys.ux.test_access import DIALOGS

NO_DIALOGS = {"waiting-light", "help-events-light"}
"""What has no page of its own: it goes by itself, or is the help."""


def helps(over: QWidget) -> list[HelpDialog]:
    return [
        each
        for each in over.findChildren(HelpDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if each.isVisible()
    ]


def opened_page(over: QWidget) -> HelpPage | None:
    (dialog,) = helps(over)
    page = dialog.browser.page()
    dialog.reject()
    over.activateWindow()
    assert QTest.qWaitForWindowActive(over)
    return page


def test_ux_36_f1_opens_the_page_of_the_pane(desk: Desk) -> None:
    space = desk.window.workspace
    for pane, page in (
        (space.tree, HelpPage.TREE),
        (space.agreements, HelpPage.AGREEMENTS),
        (space.agreements.form.title, HelpPage.AGREEMENTS),
        (space.grid, HelpPage.EVENTS),
    ):
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        press("F1")
        assert opened_page(desk.window) is page


def test_ux_36_f1_says_how_to_begin_while_nothing_is_open(
    make_window: Callable[[], MainWindow],
) -> None:
    window = make_window()
    press("F1")
    assert opened_page(window) is HelpPage.START


@pytest.mark.parametrize("name", sorted({*DIALOGS} - NO_DIALOGS))
def test_ux_36_f1_opens_the_page_of_the_dialog_over_it(qtbot: QtBot, desk: Desk, name: str) -> None:
    dialog = DIALOGS[name](desk.window)
    assert isinstance(dialog, QDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: has_focus(dialog))
    press("F1")
    (page,) = {page for kind, page in PAGES.items() if isinstance(dialog, kind)}
    (shown,) = helps(dialog)
    assert shown.browser.page() is page
    shown.reject()
    dialog.close()


def test_ux_36_the_page_stays_beside_the_work_and_esc_closes_it(desk: Desk) -> None:
    desk.cell(0)
    press("F1")
    (dialog,) = helps(desk.window)
    assert not dialog.isModal()
    press("Esc")
    assert helps(desk.window) == []


def test_ux_36_links_contents_and_the_way_back(desk: Desk) -> None:
    desk.window.command_actions.help.trigger()
    (dialog,) = helps(desk.window)
    browser, contents = dialog.browser, dialog.contents
    assert contents.count() == len(HelpPage)
    assert contents.currentItem().text() == "Дерево: разделы, страны, партнёры"
    contents.setCurrentRow(list(HelpPage).index(HelpPage.EVENTS))
    assert browser.page() is HelpPage.EVENTS
    assert "Клавиши таблицы" in browser.toPlainText()
    browser.anchorClicked.emit(QUrl("paste.html"))
    assert contents.currentItem().text() == "Вставить текст"
    dialog.back.click()
    assert browser.page() is HelpPage.EVENTS
    dialog.forward.click()
    assert browser.page() is HelpPage.PASTE
    for elsewhere in ("file:///tree.html", "https://example.org/tree.html", "nothing.html"):
        browser.anchorClicked.emit(QUrl(elsewhere))
        assert browser.page() is HelpPage.PASTE
    browser.anchorClicked.emit(QUrl("events.html#keys"))
    assert browser.verticalScrollBar().value() > 0, "at the table of the keys"


def test_ux_23_every_command_with_a_key_stands_on_the_page_of_the_keys(desk: Desk) -> None:
    actions = desk.window.command_actions
    actions.keys.trigger()
    (dialog,) = helps(desk.window)
    assert dialog.browser.page() is HelpPage.KEYS
    lines = dialog.browser.toPlainText().splitlines()
    with_keys = [*actions.all(), *desk.grid.cells_menu.actions()]
    missing = [
        action.text()
        for action in with_keys
        if keys_of(action) and action.menu() is None and keys_of(action) not in lines
    ]
    assert missing == []
    assert "Ctrl+F" in lines and lines[lines.index("Ctrl+F") + 1] == "Найти…"
    undo = next(place for place, line in enumerate(lines) if line.startswith("Ctrl+Z"))
    assert lines[undo + 1] == "Отменить"
    assert "F1" in lines and "Ctrl+D" in lines


@pytest.mark.parametrize("language", Language)
def test_ux_36_every_command_that_a_page_names_is_in_its_menu(
    make_window: Callable[[], MainWindow], language: Language
) -> None:
    settings = Settings()
    settings.language = language
    settings.sync()
    window = make_window()
    named = {
        path
        for page in HelpPage
        for path in re.findall(r"<b>([^<]*→[^<]*)</b>", window.help.pages.html(page))
    }
    assert len(named) > 10
    there = set()
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        for action in menu.actions():
            there.add(f"{top.text()} → {action.text()}".partition("\t")[0].replace("&", ""))
    assert named - there == set()


def test_ux_36_the_pages_take_the_colours_of_the_theme(desk: Desk) -> None:
    window = desk.window
    window.help.show(HelpPage.EVENTS, window)
    (dialog,) = helps(window)
    light = dialog.browser.grab().toImage()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "dark", 10)
    assert dialog.browser.grab().toImage() != light
    assert dialog.browser.page() is HelpPage.EVENTS
    theme.apply(app, "light", 10)
