"""A clerk lets the register forget what fields were long ago; what they are, it keeps."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import DiskFull
from partners_app.services import backup, catalogue
from partners_app.services.register import Register
from partners_app.storage import erasure
from partners_app.ui.dialogs.settings import SettingsDialog
from partners_app.ui.main_window import MainWindow
from partners_app.ui.widgets.step_details import StepDetails
from tests.step_times import date_steps


def test_old_values_are_gone_when_the_register_is_opened_again(
    qtbot: QtBot, make_window: Callable[[], MainWindow], register_2020: Register
) -> None:
    register, window = register_2020, make_window()
    catalogue.rename(register, "region", 1, "Канарейкино")
    assert window.open_path(register.path)
    window.command_actions.settings.trigger()
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    assert dialog.history_years.currentText() == "Всегда"
    dialog.history_years.setCurrentIndex(dialog.history_years.findText("3 года"))
    dialog.accept()
    assert register.settings().history_years == 3
    assert not window.background.busy, "what is chosen by mistake is undone before anything goes"
    catalogue.rename(register, "region", 1, "Европа")
    date_steps(register, register.history(limit=1)[0].id)

    assert window.open_path(register.path)
    banner = window.workspace.banner
    qtbot.waitUntil(banner.isVisible, timeout=20_000)
    assert banner.text().startswith("Прежние значения убраны из 3 шагов истории.")
    assert "Канарейкино".encode() not in register.path.read_bytes()
    assert not window.command_actions.undo.isEnabled()
    backup.verify(register.path)
    (copy,) = backup.listing(register.uuid())
    assert copy.verified is not None

    banner.buttons()[0].click()
    history = window.histories.dialog()
    assert history is not None
    assert history._title.text() == "Прежние значения убраны из истории"
    history.select_row(1)
    shown = history.findChild(StepDetails)
    assert shown is not None and shown.sentences() == ["Значения этого шага больше не хранятся."]
    assert not history.take_back_button.isVisible()
    history.accept()
    window.look_for_others()
    assert "Анна" not in banner.text(), "nobody else has written"


def test_what_is_gone_though_the_disk_was_full_then_is_not_offered_to_be_undone(
    qtbot: QtBot,
    make_window: Callable[[], MainWindow],
    register_2020: Register,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_: object, path: Path) -> None:
        raise DiskFull(path, "SQLITE_FULL")

    register, window = register_2020, make_window()
    register.set_setting("history_years", "3")
    catalogue.rename(register, "region", 1, "Канарейкино")
    date_steps(register, register.history(limit=1)[0].id)
    monkeypatch.setattr(erasure, "clear_pages", full)
    assert window.open_path(register.path)
    banner = window.workspace.banner
    qtbot.waitUntil(banner.isVisible, timeout=20_000)
    assert banner.text().startswith("Прежние значения убраны из 2 шагов истории.")
    assert register.undo_state().undo is None
    assert not window.command_actions.undo.isEnabled()
