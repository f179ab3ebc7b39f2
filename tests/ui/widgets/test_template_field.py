"""The template of the report, as a clerk chooses, restyles and drops it in the settings."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from partners_app.services import restyling
from partners_app.services.register import Register
from partners_app.ui import theme
from partners_app.ui.dialogs.settings import SettingsDialog
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.settings import Settings


@pytest.fixture
def opened(tmp_path: Path, qapp: QApplication) -> Iterator[OpenRegister]:
    theme.apply(qapp, "light", 10)
    made = OpenRegister(Register.create(tmp_path / "r.partners", author="Иванова"), 2020)
    yield made
    made.close()


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def dialog(qtbot: QtBot, opened: OpenRegister, settings: Settings) -> SettingsDialog:
    made = SettingsDialog(settings, opened)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def shown_outside(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Stand for the office program: what would be opened in it."""
    found: list[Path] = []

    def open_url(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def choose_file(dialog: SettingsDialog, path: Path) -> None:
    asking = dialog.template.file_dialog()
    assert asking is not None
    asking.fileSelected.emit(str(path))
    asking.reject()


def told(dialog: SettingsDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def reopened(qtbot: QtBot, settings: Settings, opened: OpenRegister) -> SettingsDialog:
    again = SettingsDialog(settings, opened)
    qtbot.addWidget(again)
    again.show()
    return again


def test_restyling_makes_a_copy_opens_it_and_uses_it_from_then_on(
    qtbot: QtBot,
    dialog: SettingsDialog,
    settings: Settings,
    opened: OpenRegister,
    tmp_path: Path,
    shown_outside: list[Path],
) -> None:
    assert (dialog.template.line.text(), dialog.template.path()) == ("Built-in", None)
    assert dialog.template.built_in_button.isHidden()
    dialog.template.restyle_button.click()
    copy = tmp_path / "Наш шаблон.xlsx"
    choose_file(dialog, copy)
    assert shown_outside == [copy]
    assert "report_event" in load_workbook(copy).defined_names
    assert dialog.template.line.text() == "Наш шаблон.xlsx"
    assert dialog.report_font.currentText() == "As in the template"
    dialog.accept()
    assert restyling.chosen_template(opened.register) == copy
    assert opened.register.settings().report_font == ""
    again = reopened(qtbot, settings, opened)
    assert again.template.path() == copy
    again.template.restyle_button.click()
    assert again.template.file_dialog() is None, "it is there already: no second copy"
    assert shown_outside == [copy, copy]
    again.reject()


def test_the_built_in_one_can_be_chosen_again_and_undone(
    qtbot: QtBot, settings: Settings, opened: OpenRegister, tmp_path: Path
) -> None:
    own = tmp_path / "шаблон.xlsx"
    restyling.copy_built_in(own)
    opened.do(restyling.choose_template, own)
    again = reopened(qtbot, settings, opened)
    again.template.built_in_button.click()
    assert again.template.line.text() == "Built-in"
    again.accept()
    assert restyling.chosen_template(opened.register) is None
    opened.undo()
    assert restyling.chosen_template(opened.register) == own


def test_a_cancelled_dialog_leaves_the_register_as_it_was(
    dialog: SettingsDialog, opened: OpenRegister, tmp_path: Path
) -> None:
    restyling.copy_built_in(tmp_path / "шаблон.xlsx")
    dialog.template.choose_button.click()
    choose_file(dialog, tmp_path / "шаблон.xlsx")
    assert dialog.template.path() == tmp_path / "шаблон.xlsx"
    dialog.reject()
    assert restyling.chosen_template(opened.register) is None


def test_a_workbook_that_does_not_do_is_told_and_not_taken(
    dialog: SettingsDialog, tmp_path: Path
) -> None:
    restyling.copy_built_in(tmp_path / "шаблон.xlsx")
    workbook = load_workbook(tmp_path / "шаблон.xlsx")
    del workbook.defined_names["report_country"]
    workbook.save(tmp_path / "шаблон.xlsx")
    dialog.template.choose_button.click()
    choose_file(dialog, tmp_path / "шаблон.xlsx")
    assert "lacks the cell “report_country”" in told(dialog)
    assert dialog.template.path() is None
    assert dialog.save_button.isEnabled(), "what was chosen before still does"


def test_what_cannot_be_copied_or_opened_is_told(
    qtbot: QtBot,
    dialog: SettingsDialog,
    opened: OpenRegister,
    tmp_path: Path,
    shown_outside: list[Path],
) -> None:
    dialog.template.restyle_button.click()
    choose_file(dialog, tmp_path / "нет" / "шаблон.xlsx")
    assert "нет" in told(dialog)
    assert dialog.template.path() is None
    folder = tmp_path / "папка"
    folder.mkdir()
    dialog.template.restyle_button.click()
    choose_file(dialog, folder / "шаблон.xlsx")
    shutil.rmtree(folder)
    dialog.template.restyle_button.click()
    assert "шаблон.xlsx" in told(dialog)
    assert shown_outside == [folder / "шаблон.xlsx"]
