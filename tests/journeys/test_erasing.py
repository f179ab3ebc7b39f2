"""A clerk takes a person's name out of the register for good."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import DiskFull
from partners_app.services import backup, erasing
from partners_app.services.register import Register
from partners_app.storage import erasure
from partners_app.ui.dialogs.erasing import EraseDialog
from partners_app.ui.dialogs.waiting import WaitingDialog
from partners_app.ui.item_models.event_cells import Column
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


def test_a_name_is_gone_though_the_disk_is_too_full_to_write_the_file_anew(
    qtbot: QtBot,
    window: MainWindow,
    register_2020: Register,
    dialog: EraseDialog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_: object, path: Path) -> None:
        raise DiskFull(path, "SQLITE_FULL")

    look_for(qtbot, dialog, NAME)
    banner, grid = window.workspace.banner, window.workspace.grid
    monkeypatch.setattr(erasure, "clear_pages", full)
    dialog.act_button.click()
    qtbot.waitUntil(banner.isVisible, timeout=20_000)
    assert "удалён" in banner.text(), "it is written: that the file was not made anew is no failure"
    assert not erasing.find(register_2020, NAME)
    shown = [grid.model.index(row, Column.TEXT).data() for row in range(grid.model.rowCount())]
    assert len(shown) == 130 and not any(NAME in str(text) for text in shown)
    assert not window.command_actions.undo.isEnabled()
    assert NAME.encode() not in register_2020.path.read_bytes()


def test_who_cancels_when_the_name_is_gone_is_not_told_that_nothing_was_written(
    qtbot: QtBot,
    window: MainWindow,
    register_2020: Register,
    dialog: EraseDialog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backup.write(register_2020)
    look_for(qtbot, dialog, NAME)
    in_backups, go_on = erasing.in_backups, Event()

    def slowly(*arguments: Any) -> list[erasing.HeldBackup]:
        assert go_on.wait(60)
        return in_backups(*arguments)

    monkeypatch.setattr(erasing, "in_backups", slowly)
    dialog.act_button.click()
    qtbot.waitUntil(lambda: not erasing.find(register_2020, NAME), timeout=20_000)
    waiting = window.findChild(WaitingDialog)
    assert isinstance(waiting, WaitingDialog)
    waiting.cancel_button.click()
    go_on.set()
    banner = window.workspace.banner
    qtbot.waitUntil(banner.isVisible, timeout=20_000)
    assert "удалён" in banner.text() and "в 1 копии" in banner.text()


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
