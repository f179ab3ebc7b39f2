"""The preview shows a part of the report: that part goes out from it, the window's is whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import Abandoned
from partners_app.services import editions, reporting
from partners_app.ui.dialogs.issue_report import IssueDialog
from partners_app.ui.dialogs.report_choice import ReportChoiceDialog
from partners_app.ui.dialogs.report_preview import ReportPreview
from partners_app.ui.main_window import MainWindow
from tests.exchange.report_words import words_of_document
from tests.journeys.test_printing import (
    choose,
    click,
    file_dialog,
    file_printer,
    no_printer,
    said,
)

__all__ = ["file_printer", "no_printer"]


@pytest.fixture
def part(qtbot: QtBot, preview: ReportPreview) -> ReportPreview:
    """The preview of Austria from the first of February on: one page."""
    whole = preview.view.pages()
    assert whole is not None and len(whole) > 10
    preview.choice_button.click()
    dialog = preview.findChild(ReportChoiceDialog)
    assert isinstance(dialog, ReportChoiceDialog)
    assert dialog.focusWidget() is dialog.places, "Space ticks, it does not close"
    tick = Qt.ItemDataRole.CheckStateRole
    for row in range(dialog.bands.rowCount()):
        dialog.bands.setData(dialog.bands.index(row, 0), Qt.CheckState.Unchecked, tick)
    assert not dialog.act_button.isEnabled()
    assert dialog.note() == "Отметьте хотя бы одну страну."
    dialog.bands.setData(dialog.bands.index(1, 0), Qt.CheckState.Checked, tick)
    dialog.first_day.setText("31 февраля")
    assert not dialog.act_button.isEnabled()
    dialog.first_day.setText("1 февраля")
    dialog.act_button.click()
    qtbot.waitUntil(lambda: preview.view.pages() is not whole, timeout=20_000)
    return preview


def countries_of(path: Path) -> list[str]:
    return words_of_document(path).columns[0]


def test_a_part_is_shown_and_then_everything(qtbot: QtBot, part: ReportPreview) -> None:
    shown = part.view.pages()
    assert shown is not None and len(shown) == 1
    assert part.everything_button.isVisible()
    part.everything_button.click()
    qtbot.waitUntil(lambda: len(part.view.pages() or ()) > 10, timeout=20_000)
    assert not part.everything_button.isVisible()


def test_what_is_saved_from_the_preview_is_what_it_shows(
    qtbot: QtBot, part: ReportPreview, tmp_path: Path
) -> None:
    part.word_button.click()
    target = tmp_path / "часть.docx"
    choose(target)
    assert "записан" in said(qtbot, part.banner)
    assert countries_of(target) == ["Австрия"]


def test_a_choice_that_is_cancelled_leaves_what_goes_out_as_it_is_shown(
    qtbot: QtBot, part: ReportPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = part.view.pages()

    def cancelled(*_: object) -> None:
        raise Abandoned

    with monkeypatch.context() as clerk:
        clerk.setattr(reporting, "printed_report", cancelled)
        part.everything_button.click()
        assert said(qtbot, part.banner).startswith("Отменено.")
    assert part.view.pages() is shown
    assert part.everything_button.isVisible()
    part.word_button.click()
    target = tmp_path / "часть.docx"
    choose(target)
    qtbot.waitUntil(lambda: "часть.docx" in part.banner.text(), timeout=20_000)
    assert countries_of(target) == ["Австрия"]


def test_an_edit_right_after_a_choice_does_not_bring_the_old_part_back(
    qtbot: QtBot, window: MainWindow, part: ReportPreview
) -> None:
    part.everything_button.click()
    # The pages of what was chosen are not there yet when those of the edit are asked for.
    window.printing._soon.timeout.emit()
    qtbot.waitUntil(lambda: len(part.view.pages() or ()) > 10, timeout=20_000)
    whole = part.view.pages()
    qtbot.waitUntil(lambda: part.view.pages() is not whole, timeout=20_000)
    assert len(part.view.pages() or ()) > 10
    assert not part.everything_button.isVisible()


def test_the_window_saves_everything_all_the_same(
    qtbot: QtBot, window: MainWindow, part: ReportPreview, tmp_path: Path
) -> None:
    window.command_actions.report.trigger()
    target = tmp_path / "всё.docx"
    choose(target)
    said(qtbot, window.workspace.banner)
    assert len(countries_of(target)) > 30


def test_what_is_issued_from_the_preview_is_what_it_shows(
    qtbot: QtBot, window: MainWindow, part: ReportPreview
) -> None:
    opened = window.open_register
    assert opened is not None
    part.issue_button.click()
    dialog = next(each for each in part.findChildren(IssueDialog) if each.isVisible())
    dialog.save_file.setChecked(False)
    dialog.act_button.click()
    assert "выпущен" in said(qtbot, part.banner)
    (edition,) = opened.ask(editions.editions)
    report = opened.ask(editions.report_of, edition.id)
    assert [country.name for country in report.countries] == ["Австрия"]


def test_the_preview_prints_what_it_shows_and_the_window_everything(
    qtbot: QtBot,
    window: MainWindow,
    part: ReportPreview,
    file_printer: Callable[[Path], None],
    tmp_path: Path,
) -> None:
    file_printer(tmp_path / "часть.pdf")
    part.print_button.click()
    assert "1 лист:" in said(qtbot, part.banner)
    file_printer(tmp_path / "всё.pdf")
    window.command_actions.print.trigger()
    assert "листов:" in said(qtbot, window.workspace.banner)


@pytest.mark.usefixtures("no_printer")
def test_without_a_printer_the_pdf_is_of_the_same_part(
    qtbot: QtBot, part: ReportPreview, tmp_path: Path
) -> None:
    part.print_button.click()
    said(qtbot, part.banner)
    click(part.banner, "Сохранить в PDF…")
    target = tmp_path / "часть.docx"
    file_dialog().filterSelected.emit("Документ Word (*.docx)")
    choose(target)
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "записан" in part.banner.text(), timeout=20_000)
    assert countries_of(target) == ["Австрия"]
