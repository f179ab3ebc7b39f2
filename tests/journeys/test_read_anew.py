"""A colleague writes in the same file: whatever stands open beside the work shows it too."""

from pytestqt.qtbot import QtBot

from partners_app.services import editions, lexicon
from partners_app.services.register import Register
from partners_app.ui.dialogs.passed_over import PassedOverDialog
from partners_app.ui.dialogs.report_preview import ReportPreview
from partners_app.ui.main_window import MainWindow


def test_her_edition_is_listed_and_the_one_she_withdrew_is_not(
    window: MainWindow, register_2020: Register
) -> None:
    window.command_actions.editions.trigger()
    dialog = window.editions.dialog()
    assert dialog is not None
    editions.issue(register_2020, 2020, remark="её выпуск")
    window.look_for_others()
    hers = dialog.current()
    assert hers is not None and hers.remark == "её выпуск"
    editions.withdraw(register_2020, hers.id)
    window.look_for_others()
    assert dialog.current() is None


def test_her_word_is_among_those_that_are_passed_over(
    window: MainWindow, register_2020: Register
) -> None:
    window.command_actions.passed_over.trigger()
    (dialog,) = window.findChildren(PassedOverDialog)
    before = dialog.model.rowCount()
    lexicon.add_words(register_2020, ["побратимство"])
    window.look_for_others()
    assert dialog.model.rowCount() > before


def test_her_step_is_the_newest_of_the_history(window: MainWindow, register_2020: Register) -> None:
    window.command_actions.history.trigger()
    history = window.histories.dialog()
    assert history is not None
    lexicon.add_words(register_2020, ["побратимство"])
    window.look_for_others()
    assert "побратимство" in history.steps()[0].operation.label


def test_the_pages_are_laid_out_anew_with_her_words(
    qtbot: QtBot, window: MainWindow, register_2020: Register, preview: ReportPreview
) -> None:
    before = preview.view.pages()
    register_2020.set_setting("title", "ЕЁ ЗАГОЛОВОК")
    window.look_for_others()
    qtbot.waitUntil(lambda: preview.view.pages() is not before, timeout=20_000)
