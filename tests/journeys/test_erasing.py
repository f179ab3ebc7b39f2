"""A clerk takes a person's name out of the register for good."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import Abandoned
from partners_app.services import backup, erasing
from partners_app.services.register import Register
from partners_app.ui.dialogs.erasing import EraseDialog
from partners_app.ui.main_window import MainWindow

NAME = "Бартом Де Вевером"


@pytest.fixture
def dialog(window: MainWindow) -> EraseDialog:
    window.command_actions.erase.trigger()
    dialog = window.findChild(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    return dialog


def look_for(qtbot: QtBot, dialog: EraseDialog, text: str) -> None:
    dialog.text_field.setText(text)
    dialog.find_button.click()
    qtbot.waitUntil(lambda: dialog.text() == text, timeout=20_000)


def test_a_name_is_shown_where_it_stands_and_then_gone(
    qtbot: QtBot, window: MainWindow, register_2020: Register, dialog: EraseDialog
) -> None:
    held = backup.write(register_2020).path
    assert not dialog.act_button.isEnabled(), "first it is looked for"
    look_for(qtbot, dialog, NAME)
    assert dialog.facts() == "Сейчас в записях: 1 поле.\nВ истории: 1 шаг."
    assert not dialog.act_button.isDefault(), "Enter must not erase"
    dialog.act_button.click()
    banner = window.workspace.banner
    qtbot.waitUntil(lambda: "удалён" in banner.text(), timeout=20_000)
    assert "в 1 копии" in banner.text()
    assert not erasing.find(register_2020, NAME)
    assert not window.command_actions.undo.isEnabled()
    assert NAME.encode() not in Path(register_2020.path).read_bytes()
    assert held.exists()


def test_a_second_folder_that_is_away_is_named(
    qtbot: QtBot, window: MainWindow, dialog: EraseDialog, tmp_path: Path
) -> None:
    window.settings.backup_folder = tmp_path / "флешка"
    look_for(qtbot, dialog, NAME)
    dialog.act_button.click()
    banner = window.workspace.banner
    qtbot.waitUntil(lambda: "удалён" in banner.text(), timeout=20_000)
    assert "Вторая папка сейчас недоступна" in banner.text()
    assert str(tmp_path / "флешка") in banner.text()


def test_who_cancels_while_the_backups_are_read_is_told_that_the_text_is_erased(
    qtbot: QtBot,
    window: MainWindow,
    register_2020: Register,
    dialog: EraseDialog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def cancelled(*_: object) -> None:
        raise Abandoned

    monkeypatch.setattr(erasing, "in_backups", cancelled)
    look_for(qtbot, dialog, NAME)
    dialog.act_button.click()
    banner = window.workspace.banner
    qtbot.waitUntil(lambda: "удалён" in banner.text(), timeout=20_000)
    assert "просмотрены не все" in banner.text()
    assert not erasing.find(register_2020, NAME)


def test_a_name_that_stands_nowhere_is_not_erased(
    qtbot: QtBot, window: MainWindow, dialog: EraseDialog
) -> None:
    dialog.text_field.setText("я")
    assert not dialog.find_button.isEnabled()
    assert dialog.note() == "Напишите не меньше трёх букв."
    look_for(qtbot, dialog, "Канарейкина")
    assert dialog.facts() == "Такого текста (целыми словами) в реестре нет."
    assert not dialog.act_button.isEnabled()
    dialog.reject()
