"""A clerk opens a register of last year's version of the program."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from partners_app.paths import user_data
from partners_app.services import drafts, events
from partners_app.services.catalogue import Scope
from partners_app.services.drafts import Draft
from partners_app.services.register import Register
from partners_app.ui.main_window import MainWindow
from tests.journeys.conftest import MakeWindow


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """The program as it starts, without a register."""
    return make_window()


def test_the_window_says_that_it_was_brought_up_and_shows_the_copy(
    window: MainWindow, older_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.open_path(older_file)
    opened, banner = window.open_register, window.workspace.banner
    assert opened is not None
    assert opened.register.upgraded is not None
    kept = opened.register.upgraded.backup
    assert kept is not None
    assert banner.isVisible()
    assert banner.text().startswith("Реестр был записан в формате прежней версии программы")
    assert banner.text().endswith(kept.name)
    assert window.status.text().startswith("Переведён в нынешний формат · ")
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    (folder,) = banner.buttons()
    folder.click()
    assert [Path(url.toLocalFile()) for url in shown] == [kept.parent]

    number = opened.ask(events.ids, Scope(), 2020)[0]
    opened.do(events.set_field, number, "text", "визит")
    assert window.status.text().startswith("Сохранено ")
    assert window.open_path(older_file)
    assert not banner.isVisible(), "it is said once"


def test_a_draft_that_waits_is_offered_and_the_status_bar_still_says_it(
    window: MainWindow, older_file: Path
) -> None:
    assert window.open_path(older_file)
    assert window.open_register is not None
    uuid = window.open_register.register.uuid()
    number = window.open_register.ask(events.ids, Scope(), 2020)[0]
    window.close_register()
    older_file.write_bytes((Path(__file__).parents[1] / "data/schema_1.partners").read_bytes())
    drafts.keep(uuid, [Draft("event", number, "text", "набрано", 2020, "2026-01-01T10:00:00")])
    assert window.open_path(older_file)
    assert "набрано" in window.workspace.banner.text()
    assert window.status.text().startswith("Переведён в нынешний формат · ")


def test_where_nothing_may_be_written_it_is_shown_for_reading(
    window: MainWindow, older_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = older_file.read_bytes()
    monkeypatch.setattr("os.access", lambda _path, mode: mode != os.W_OK)
    assert window.open_path(older_file)
    assert window.status.text().startswith("Только чтение")
    assert "изменять файл нельзя" in window.workspace.banner.text()
    assert window.windowTitle().startswith("Старый реестр.partners")
    assert window.settings.recent[0] == older_file
    window.close_register()
    assert older_file.read_bytes() == before


def test_without_a_copy_the_window_says_why_and_opens_nothing(
    window: MainWindow, older_file: Path
) -> None:
    user_data().parent.mkdir(parents=True, exist_ok=True)
    user_data().write_text("на месте папки – файл", encoding="utf-8")
    before = older_file.read_bytes()
    assert not window.open_path(older_file)
    (box,) = window.findChildren(QMessageBox)
    assert "Перед переводом в нынешний формат сохраняется его копия" in box.text()
    assert "Файл не изменён." in box.informativeText()
    box.close()
    assert older_file.read_bytes() == before


def test_another_register_stays_open_when_an_older_one_cannot_be(
    window: MainWindow, register_2020: Register, older_file: Path
) -> None:
    assert window.open_path(register_2020.path)
    user_data().write_text("на месте папки – файл", encoding="utf-8")
    assert not window.open_path(older_file)
    assert window.open_register is not None
    assert window.open_register.register.path == register_2020.path
    assert "Старый реестр.partners" in window.workspace.banner.text()
