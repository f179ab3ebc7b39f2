"""Another register comes into the window while a clerk is asked about the one before."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from partners_app.services import catalogue, drafts, erasing, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.ui.dialogs.report_choice import ReportChoiceDialog
from partners_app.ui.dialogs.report_preview import ReportPreview
from partners_app.ui.dialogs.settings import SettingsDialog
from partners_app.ui.main_window import MainWindow
from partners_app.ui.settings import ThemeChoice
from tests.journeys.ux.desk import TURKU, Desk

NAME = "Бартом Де Вевером"


@pytest.fixture
def other(register_2020: Register, tmp_path: Path) -> Path:
    """Return the register that a second start of the program hands over."""
    path = tmp_path / "Другой.partners"
    register_2020.save_copy(path)
    return path


def test_a_text_is_not_erased_from_a_register_in_which_nobody_looked_for_it(
    qtbot: QtBot, window: MainWindow, register_2020: Register, other: Path
) -> None:
    dialog = window.erasing.show()
    assert dialog is not None
    dialog.text_field.setText(NAME)
    dialog.find_button.click()
    qtbot.waitUntil(lambda: dialog.text() == NAME, timeout=20_000)
    window.come_forward(other)
    assert not dialog.isVisible(), "what it has found stands in the other register"
    dialog.act_button.click()
    window.background.wait()
    assert window.open_register is not None
    assert window.open_register.register.path == other
    assert window.open_register.ask(erasing.find, NAME)


def test_many_records_are_not_changed_in_a_register_that_is_closed(
    window: MainWindow, other: Path
) -> None:
    dialog = window.agreement_commands.change_of_place(Scope(ScopeKind.ALL, None))
    assert dialog is not None
    window.come_forward(other)
    assert not dialog.isVisible()


def test_a_question_over_the_preview_goes_with_its_register(
    window: MainWindow, preview: ReportPreview, other: Path
) -> None:
    preview.choice_button.click()
    (dialog,) = preview.findChildren(ReportChoiceDialog)
    window.come_forward(other)
    assert not dialog.isVisible()
    assert window.printing.preview() is None


def test_words_in_a_dialog_are_offered_when_its_register_comes_back(
    window: MainWindow, register_2020: Register, other: Path
) -> None:
    desk = Desk(window, register_2020)
    window.places.show_particulars(desk.scope(TURKU))
    dialog = window.places.particulars_dialog()
    assert dialog is not None
    dialog.remark.setPlainText("побратим с 1953 года")
    window.come_forward(other)
    assert not dialog.isVisible()
    assert not window.workspace.banner.isVisible(), "they are of the register before"
    assert window.open_path(register_2020.path)
    banner = window.workspace.banner
    assert "побратим с 1953 года" in banner.text()
    banner.buttons()[0].click()
    scope = desk.scope(TURKU)
    assert scope.id is not None
    assert desk.opened.ask(catalogue.partner, scope.id).remark == "побратим с 1953 года"


def test_words_for_a_record_that_is_gone_are_kept_with_their_register(
    qtbot: QtBot, window: MainWindow, register_2020: Register, other: Path
) -> None:
    desk = Desk(window, register_2020)
    number = desk.kept(TURKU)[0].id
    uuid = register_2020.uuid()
    typed = drafts.Typed("event", number, "text", "мои слова", 2020)
    desk.opened.do(events.delete, [number])
    conflicts = window.conflicts
    conflicts._ask_about_gone("event", number, [typed])
    assert conflicts.question() is not None
    window.come_forward(other)
    assert conflicts.question() is None
    assert [draft.text for draft in drafts.kept(uuid)] == ["мои слова"]


def test_colours_that_were_only_tried_go_with_the_question(window: MainWindow, other: Path) -> None:
    before = window.settings.theme
    window.commands.show_settings()
    (dialog,) = window.findChildren(SettingsDialog)
    dialog.colours.setCurrentIndex(dialog.colours.findData("dark"))
    dialog.colours.activated.emit(dialog.colours.currentIndex())
    assert window.settings.theme is ThemeChoice.DARK
    window.come_forward(other)
    assert not dialog.isVisible()
    assert window.settings.theme is before
