"""Commands, questions, files, windows, failures (ux 23-25, 30-36); finding is in test_finding.

33 holds what there is so far: reading only. Backups (34) are in test_backups.
"""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QMessageBox,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import DiskFull
from partners_app.services import events
from partners_app.services.register import Register
from partners_app.texts.language import Language, load_language
from partners_app.ui.main_window import MainWindow
from tests.journeys.conftest import MakeWindow
from tests.journeys.ux.desk import OSAKA, TURKU, YEAR, Desk, press, write

ROOT = Path(__file__).parents[3]


def shown_dialogs() -> list[QDialog]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible()
    ]


@pytest.mark.parametrize(
    ("key", "title"), [("Ctrl+N", "Новый реестр"), ("Ctrl+O", "Открыть реестр")]
)
def test_ux_23_new_and_open_ask_for_a_file(desk: Desk, key: str, title: str) -> None:
    press(key)
    (dialog,) = shown_dialogs()
    assert isinstance(dialog, QFileDialog)
    assert dialog.windowTitle() == title
    dialog.reject()


def test_ux_23_f5_reads_again_what_others_wrote(desk: Desk) -> None:
    events.set_field(desk.file, desk.grid.model.id_at(1), "text", "правка коллеги")
    desk.cell(0)
    write("набрано и ещё не записано")
    press("F5")
    assert desk.column_seen()[:2] == ["набрано и ещё не записано", "правка коллеги"]
    assert desk.kept_texts(TURKU)[:2] == desk.column_seen()[:2]


def menu_actions(menu: QMenu) -> list[QAction]:
    menu.aboutToShow.emit()
    found = []
    for action in menu.actions():
        inner = action.menu()
        found += menu_actions(inner) if isinstance(inner, QMenu) else [action]
    return found


def test_ux_24_every_command_is_in_a_menu_with_its_key(window: MainWindow) -> None:
    in_menus: list[QAction] = []
    for entry in window.menuBar().actions():
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        in_menus += menu_actions(menu)
    assert set(window.command_actions.all()) <= set(in_menus)
    keys = [key.toString() for action in window.command_actions.all() for key in action.shortcuts()]
    assert len(keys) == len(set(keys)), "one key, one command"
    words = {action.text() for action in in_menus}
    for key in ("Ctrl+C", "Ctrl+V", "Ctrl+D", "Ctrl+R", "Ctrl+'"):
        assert any(text.endswith(f"\t{key}") for text in words), key


def test_ux_24_each_button_of_a_tool_bar_has_words_or_a_tip(window: MainWindow) -> None:
    buttons = [
        button
        for button in window.findChildren(QToolButton)
        # Qt's own button in a line edit stands there with the line's own words.
        if button.isVisible() and not isinstance(button.parent(), QLineEdit)
    ]
    assert len(buttons) > 10
    for button in buttons:
        assert button.text() or button.toolTip(), button.accessibleName()


def test_ux_24_a_context_menu_opens_by_the_keyboard_in_each_pane(desk: Desk) -> None:
    for _ in range(3):
        press("F6")
        focused = QApplication.focusWidget()
        assert focused is not None
        reason = QContextMenuEvent.Reason.Keyboard
        centre = focused.rect().center()
        QApplication.sendEvent(
            focused, QContextMenuEvent(reason, centre, focused.mapToGlobal(centre))
        )
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), focused.accessibleName()
        assert menu.actions()
        menu.close()
        desk.window.activateWindow()
        assert QTest.qWaitForWindowActive(desk.window)


def test_ux_24_the_menu_of_a_row_names_what_can_be_done_with_the_event(desk: Desk) -> None:
    words = [action.text() for action in desk.grid.cells_menu.actions()]
    actions = desk.window.command_actions
    for action in (
        actions.share_event,
        actions.copy_event,
        actions.carry_event,
        actions.paste_text,
        actions.delete_event,
    ):
        assert action.text() in words


def test_ux_25_what_can_be_undone_asks_nothing_and_is_named_with_its_number(desk: Desk) -> None:
    tree = desk.window.workspace.tree
    before = desk.file.counts()
    japan = desk.go("Япония")
    words = [action.text() for action in tree.acts.menu().actions()]
    assert any(text.startswith("Удалить страну и 3 партнёров") for text in words), words
    tree.setFocus()
    press("Ctrl+-")
    assert shown_dialogs() == []
    assert desk.file.counts().partners == before.partners - 3
    press("Ctrl+Z")
    assert desk.file.counts() == before
    assert desk.go("Япония") == japan


def test_ux_25_no_question_is_answered_by_yes_and_no() -> None:
    """Buttons are verbs: nowhere are the standard ones of a message box or dialog used."""
    sources = [path.read_text("utf-8") for path in (ROOT / "partners_app" / "ui").rglob("*.py")]
    for words in ("StandardButton", "QMessageBox.question", "QDialogButtonBox"):
        assert not [text for text in sources if words in text], words


def test_ux_30_files_opened_lately_are_in_the_menu_and_open_again(
    desk: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "Второй.partners"
    shutil.copyfile(desk.file.path, other)
    first = desk.file.path
    assert desk.window.open_path(other)
    menu = desk.window.recent_menu
    recent = menu_actions(menu)
    assert [action.text() for action in recent[:2]] == [str(other), str(first)]
    recent[1].trigger()
    assert desk.opened.register.path == first


def test_ux_30_a_second_start_brings_the_window_to_the_front_with_its_file(
    desk: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "Второй.partners"
    shutil.copyfile(desk.file.path, other)
    desk.window.showMinimized()
    desk.window.come_forward(other)
    assert not desk.window.isMinimized()
    assert desk.opened.register.path == other


def test_ux_31_size_panes_partner_and_year_are_as_they_were_left(
    desk: Desk, make_window: MakeWindow
) -> None:
    space = desk.window.workspace
    desk.go(OSAKA)
    press("Ctrl+PgUp")
    desk.window.resize(1200, 700)
    space.columns.setSizes([300, 900])
    # Moved by hand: else the form's lower edge goes where a row ends.
    space.rows.moveSplitter(200, 1)
    width, height = space.columns.sizes()[0], space.rows.sizes()[0]
    osaka = desk.scope(OSAKA)
    desk.window.close()
    again = make_window()
    again.resize(1200, 700)
    assert again.open_path(desk.file.path)
    assert again.open_register is not None
    assert again.open_register.year == YEAR - 1
    assert again.workspace.tree.scope() == osaka
    assert again.workspace.columns.sizes()[0] == width
    assert again.workspace.rows.sizes()[0] == height


def test_ux_31_the_window_fits_a_small_screen_and_never_opens_off_screen(
    window: MainWindow, make_window: MakeWindow
) -> None:
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 728, "768 less a task bar"
    window.resize(1024, 728)
    assert (window.width(), window.height()) == (1024, 728)
    window.move(90_000, 90_000)
    window.close()
    again = make_window()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.intersects(again.frameGeometry())


def test_ux_32_the_first_start_offers_the_sample_and_opens_a_copy_of_it(
    make_window: MakeWindow,
) -> None:
    window = make_window()
    assert window.pages.currentWidget() is window.pages.empty
    assert window.status.text() == "Файл не открыт"
    assert not window.toolbar.isVisible()
    assert not window.command_actions.report.isEnabled()
    press("Return")  # the first button is the default one
    assert window.open_register is not None
    register = window.open_register.register
    assert register.counts().events == 130
    assert register.path.name == "Партнёры – образец 2020 года.partners"
    assert window.status.text().startswith("Всё сохранено · 130 мероприятий · ")


def test_ux_32_each_empty_place_says_what_to_do_with_a_button(desk: Desk) -> None:
    desk.go("г. Котка")
    grid = desk.grid
    assert grid.body.paste_button.isVisible()
    assert any(
        label.isVisible() and label.text().startswith("За 2020 год мероприятий нет.")
        for label in grid.findChildren(QLabel)
    )
    tree = desk.window.workspace.tree
    tree.focus_search()
    write("крокодил")
    assert any(
        label.isVisible() and "крокодил" in label.text() for label in tree.findChildren(QLabel)
    )
    press("Esc")
    desk.go("Муниципальный район Сюхуэй, г. Шанхай")
    papers = desk.window.workspace.agreements
    while papers.current_agreement() is not None:
        papers.delete_current()
    assert papers.add_button.isVisible()
    assert any(label.isVisible() and label.text() for label in papers.findChildren(QLabel))


def test_ux_33_a_register_that_may_only_be_read_says_so_and_offers_nothing_else(
    make_window: MakeWindow, register_2020: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("partners_app.services.register.os.access", lambda *_: False)
    window = make_window()
    assert window.open_path(register_2020.path)
    assert window.windowTitle().endswith("(только чтение)")
    assert window.status.text().startswith("Только чтение")
    assert not window.command_actions.add_event.isEnabled()
    assert window.command_actions.report.isEnabled()
    press("Ctrl+S")
    assert window.status.text().startswith("Только чтение"), "nothing was saved"


def test_ux_35_a_file_that_is_no_register_is_refused_in_words_with_details_to_copy(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    file = tmp_path / "таблица.partners"
    file.write_bytes(b"PK\x03\x04 a workbook")
    window = make_window()
    assert not window.open_path(file)
    (box,) = window.findChildren(QMessageBox)
    assert "таблица.partners" in box.text()
    assert box.informativeText()
    assert str(file) in box.detailedText()
    assert "Traceback" not in box.detailedText()
    assert [button.text() for button in box.buttons()][-1] != "OK"
    box.close()
    assert file.read_bytes() == b"PK\x03\x04 a workbook"


def test_ux_35_an_edit_that_could_not_be_saved_stays_says_why_and_is_written_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.kept_texts(TURKU)

    def full(register: Register, _change_set: ChangeSet) -> ChangeSet:
        raise DiskFull(register.path)

    desk.cell(0)
    with monkeypatch.context() as broken:
        broken.setattr(Register, "apply", full)
        write("не поместится")
        press("Return")
        assert desk.window.status.text().startswith("Не сохранено: ")
        assert desk.file.path.name in desk.said()
        assert desk.kept_texts(TURKU) == before
        press("Ctrl+S")
        assert desk.window.status.text().startswith("Не сохранено: ")
        copy = [
            button
            for button in desk.window.workspace.banner.buttons()
            if button.text() == "Скопировать подробности"
        ]
        copy[0].click()
        assert str(desk.file.path) in QGuiApplication.clipboard().text()
    desk.cell(0)
    press("F2", "Return")
    assert desk.kept_texts(TURKU)[0] == "не поместится"
    assert desk.window.status.text().startswith("Сохранено ")


def test_ux_35_a_fault_of_the_program_is_told_calmly_and_work_goes_on(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.window.commands.show_crash("ValueError\n  window.py:1")
    (box,) = desk.window.findChildren(QMessageBox)
    assert box.text() == "В программе произошла ошибка."
    assert "ValueError" not in box.text() + box.informativeText()
    assert "ValueError" in box.detailedText()
    qtbot.waitUntil(box.isActiveWindow)
    QApplication.processEvents()
    press("Esc")
    assert not box.isVisible()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    QApplication.processEvents()
    desk.cell(0)
    write("дальше")
    press("Return")
    assert desk.kept_texts(TURKU)[0] == "дальше"


def test_ux_36_about_names_version_file_and_licences(desk: Desk) -> None:
    desk.window.command_actions.about.trigger()
    (dialog,) = shown_dialogs()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert desk.file.path.name in words
    assert "Версия" in words
    assert any("ицензи" in b.text() for b in dialog.findChildren(QPushButton)) or "ицензи" in words
    dialog.reject()


def test_ux_23_the_keys_of_menus_are_those_that_clerks_know(window: MainWindow) -> None:
    actions = window.command_actions
    for action, key in (
        (actions.find, "Ctrl+F"),
        (actions.find_next, "F3"),
        (actions.replace, "Ctrl+H"),
        (actions.new, "Ctrl+N"),
        (actions.open, "Ctrl+O"),
        (actions.save, "Ctrl+S"),
        (actions.undo, "Ctrl+Z"),
        (actions.redo, "Ctrl+Y"),
        (actions.refresh, "F5"),
    ):
        assert QKeySequence(key) in action.shortcuts(), key


def menus_below(menu: QMenuBar | QMenu) -> list[QMenu]:
    below = [action.menu() for action in menu.actions()]
    menus = [each for each in below if isinstance(each, QMenu)]
    return [*menus, *(deeper for each in menus for deeper in menus_below(each))]


@pytest.mark.parametrize("language", Language)
def test_ux_24_each_letter_of_a_menu_chooses_one_command(
    language: Language, make_window: MakeWindow
) -> None:
    load_language(language)
    for menu in menus_below(make_window().menuBar()):
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [QKeySequence.mnemonic(text).toString() for text in texts]
        assert all(letters), texts
        assert len(set(letters)) == len(letters), texts
