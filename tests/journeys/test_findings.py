"""What the check found is dealt with beside the work, and looked at on the page of the report."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import RegisterLocked
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.services import accepting, agreements, lexicon
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.ui.dialogs.check_words import AbbreviationDialog, AcceptDialog, WordDialog
from partners_app.ui.dialogs.passed_over import PassedOverDialog
from partners_app.ui.dialogs.report_preview import ReportPreview
from partners_app.ui.main_window import MainWindow
from partners_app.ui.main_window.findings_dock import FindingsDock
from partners_app.ui.widgets.findings_panel import FindingsPanel
from tests.journeys.ux.desk import TURKU, Desk
from tests.ui.sample_registers import scope_named


@pytest.fixture
def dock(qtbot: QtBot, window: MainWindow) -> FindingsDock:
    window.command_actions.check.trigger()
    dock = window.findings.dock()
    assert dock is not None
    qtbot.waitUntil(lambda: dock.panel.row_count() > 0, timeout=20_000)
    return dock


def button(panel: FindingsPanel, words: str) -> QToolButton:
    return next(button for button in panel.act_buttons() if button.text() == words)


def choose(panel: FindingsPanel, code: FindingCode) -> Finding:
    """Make the first finding of a kind the current one."""
    row = next(row for row, each in enumerate(panel.findings()) if each.code is code)
    panel.select_row(row)
    finding = panel.current()
    assert finding is not None
    return finding


@contextmanager
def locked(window: MainWindow) -> Iterator[None]:
    """Let a colleague keep the register from being written."""
    assert window.open_register is not None
    register = window.open_register.register

    def refuse(*_: object) -> None:
        raise RegisterLocked(register.path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(register, "apply", refuse)
        yield


def shown_place(window: MainWindow) -> Scope:
    return window.workspace.tree.scope()


def scope_of(window: MainWindow, name: str) -> Scope:
    assert window.open_register is not None
    return scope_named(window.open_register, name)


def test_the_findings_are_counted_by_severity_and_filtered(dock: FindingsDock) -> None:
    panel = dock.panel
    everything = panel.row_count()
    assert panel.header.count_text() == str(everything)
    panel.filters.button(Severity.ERROR).click()
    assert {finding.severity for finding in panel.findings()} == {Severity.ERROR}
    panel.filters.button(None).click()
    assert panel.row_count() == everything


def test_nobody_says_that_nothing_was_found_before_anything_was_looked_for(
    qtbot: QtBot, window: MainWindow, register_2020: Register, dock: FindingsDock, tmp_path: Path
) -> None:
    other = tmp_path / "Другой.partners"
    register_2020.save_copy(other)
    assert window.open_path(other)
    window.command_actions.check.trigger()
    assert dock.panel.message() == "Реестр проверяется…"
    window.findings.forget()
    window.command_actions.preview.trigger()
    qtbot.waitUntil(lambda: window.printing.preview() is not None, timeout=20_000)
    preview = window.printing.preview()
    assert preview is not None
    assert window.findings.known() is None
    assert preview.panel.message() == "Реестр проверяется…"
    window.findings.check()
    qtbot.waitUntil(lambda: preview.panel.row_count() > 0, timeout=20_000)


def test_what_is_right_as_it_is_stays_away_until_that_is_taken_back(
    qtbot: QtBot, window: MainWindow, register_2020: Register, dock: FindingsDock
) -> None:
    before = dock.panel.row_count()
    choose(dock.panel, FindingCode.AGREEMENT_WITHOUT_DATE)
    button(dock.panel, "Так и надо").click()
    dialog = window.findChild(AcceptDialog)
    assert isinstance(dialog, AcceptDialog)
    dialog.reason_field.setText("Дата не известна")
    dialog.act_button.click()
    qtbot.waitUntil(lambda: dock.panel.row_count() == before - 1, timeout=20_000)
    (kept,) = accepting.accepted(register_2020)
    assert (kept.reason, kept.holds) == ("Дата не известна", True)
    window.command_actions.undo.trigger()
    qtbot.waitUntil(lambda: dock.panel.row_count() == before, timeout=20_000)


def test_what_the_check_passes_over_can_be_looked_through_and_changed(
    window: MainWindow, register_2020: Register, dock: FindingsDock
) -> None:
    finding = choose(dock.panel, FindingCode.AGREEMENT_WITHOUT_DATE)
    desk = Desk(window, register_2020)
    desk.opened.do(accepting.accept, finding, "")
    window.command_actions.passed_over.trigger()
    dialog = window.findChild(PassedOverDialog)
    assert isinstance(dialog, PassedOverDialog)
    dialog.abbreviation_button.click()
    asked = dialog.findChild(AbbreviationDialog)
    assert isinstance(asked, AbbreviationDialog)
    assert not asked.act_button.isEnabled(), "nothing to save yet"
    asked.abbreviation_field.setText("КВС")
    asked.expansion_field.setText("Комитет по внешним связям")
    asked.act_button.click()
    dialog.word_button.click()
    word = dialog.findChild(WordDialog)
    assert isinstance(word, WordDialog)
    word.word_field.setText("Трильяж")
    word.act_button.click()
    assert [each.abbreviation for each in lexicon.abbreviations(register_2020)] == ["КВС"]
    assert lexicon.words(register_2020) == ["Трильяж"]
    row = next(
        row
        for row in range(dialog.model.rowCount())
        if "Без причины" in dialog.model.index(row, 0).data()
    )
    dialog.list.setCurrentIndex(dialog.model.index(row, 0))
    next(act for act in dialog.list.acts() if act.text() == "Показывать снова").click()
    assert accepting.accepted(register_2020) == []
    dialog.close()


def test_what_was_typed_stays_in_the_dialog_while_the_register_cannot_be_written(
    window: MainWindow, register_2020: Register
) -> None:
    window.command_actions.passed_over.trigger()
    dialog = window.findChild(PassedOverDialog)
    assert isinstance(dialog, PassedOverDialog)
    dialog.abbreviation_button.click()
    asked = dialog.findChild(AbbreviationDialog)
    assert isinstance(asked, AbbreviationDialog)
    asked.abbreviation_field.setText("КВС")
    asked.expansion_field.setText("Комитет по внешним связям")
    with locked(window):
        asked.act_button.click()
    assert asked.isVisible()
    assert register_2020.path.name in asked.note()
    asked.act_button.click()
    assert not asked.isVisible()
    (kept,) = lexicon.abbreviations(register_2020)
    assert kept.expansion == "Комитет по внешним связям"


def test_a_reason_is_not_lost_either(
    window: MainWindow, register_2020: Register, dock: FindingsDock
) -> None:
    choose(dock.panel, FindingCode.AGREEMENT_WITHOUT_DATE)
    button(dock.panel, "Так и надо").click()
    dialog = window.findChild(AcceptDialog)
    assert isinstance(dialog, AcceptDialog)
    dialog.reason_field.setText("Дата не известна")
    with locked(window):
        dialog.act_button.click()
    assert dialog.isVisible()
    dialog.act_button.click()
    assert [each.reason for each in accepting.accepted(register_2020)] == ["Дата не известна"]


def test_the_list_is_left_and_come_back_to_by_the_keyboard(
    window: MainWindow, dock: FindingsDock
) -> None:
    assert dock.panel.list.hasFocus()
    QTest.keyClick(dock.panel.list, Qt.Key.Key_F6)
    assert window.workspace.tree.isAncestorOf(window.focusWidget())
    window.command_actions.check.trigger()
    QTest.keyClick(dock.panel.list, Qt.Key.Key_Escape)
    assert not dock.isVisible()
    assert window.workspace.grid.isAncestorOf(window.focusWidget())


def test_a_finding_is_shown_on_its_page(
    qtbot: QtBot, window: MainWindow, preview: ReportPreview
) -> None:
    qtbot.waitUntil(lambda: preview.panel.row_count() > 0, timeout=20_000)
    finding = choose(preview.panel, FindingCode.NO_BASIS)
    assert preview.view.marked() == finding.record
    pages = preview.view.pages()
    assert pages is not None
    number = pages.first_pages()[finding.record]
    assert preview.view.current() == number
    row = preview.panel.list.currentIndex().data()
    assert f"стр.\u00a0{number + 1}" in row
    preview.panel.jump_requested.emit(finding)
    assert shown_place(window) == scope_of(window, "Ямагата")


def test_a_cell_of_the_page_leads_to_its_record(window: MainWindow, preview: ReportPreview) -> None:
    view = preview.view
    pages = view.pages()
    assert pages is not None
    cell = next(
        cell
        for cell in pages.pages[0].cells
        if any("Дни Шотландии" in line.text for line in cell.lines)
    )
    scale = view.factor() * view.logicalDpiX() / 72
    corner = view.page_rect(0).topLeft()
    point = corner + QPoint(round((cell.left + 5) * scale), round((cell.top + 5) * scale))
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + point.y())
    point = view.page_rect(0).topLeft() + (point - corner)
    assert view.record_at(point) == cell.record
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert shown_place(window) == scope_of(window, "г. Эдинбург (Шотландия)")
    assert window.workspace.grid.isAncestorOf(window.focusWidget()), "it can be mended at once"
    assert preview.parent() is None, "a window of ours would stand before the record"


def test_a_finding_about_a_date_leads_to_its_agreement_and_the_keyboard(
    window: MainWindow, register_2020: Register, dock: FindingsDock
) -> None:
    desk = Desk(window, register_2020)
    scope = scope_of(window, "г. Манчестер")
    assert scope.id is not None
    last = agreements.of_partner(register_2020, scope.id)[-1]
    finding = Finding(
        FindingCode.UNREADABLE_DATE, Severity.WARNING, "agreement_date", last.dates[0].uuid
    )
    desk.go(TURKU)
    dock.panel.jump_requested.emit(finding)
    assert shown_place(window) == scope
    assert window.workspace.agreements.current_agreement() == last.id
    assert window.workspace.agreements.isAncestorOf(window.focusWidget())


def test_cells_are_walked_through_by_the_keyboard(
    window: MainWindow, preview: ReportPreview
) -> None:
    view = preview.view
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view.marked()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert shown_place(window) == scope_of(window, "Австрия")


def test_another_year_is_looked_at_in_the_preview(
    qtbot: QtBot, window: MainWindow, preview: ReportPreview
) -> None:
    assert window.open_register is not None
    window.open_register.set_year(2021)
    qtbot.waitUntil(lambda: "2021" in preview.windowTitle(), timeout=20_000)
    assert [preview.years.itemText(n) for n in range(preview.years.count())] == [
        "2020 год",
        "2021 год",
    ]
    preview.years.setCurrentIndex(0)
    preview.years.activated.emit(0)
    qtbot.waitUntil(lambda: "2020" in preview.windowTitle(), timeout=20_000)


def test_what_can_be_done_is_in_sight_on_the_last_row_too(
    qtbot: QtBot, window: MainWindow, dock: FindingsDock
) -> None:
    panel = dock.panel
    qtbot.waitExposed(window)
    panel.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    QTest.qWait(50)
    lowest = panel.act_buttons()[-1]
    foot = lowest.mapTo(panel.list.viewport(), lowest.rect().bottomLeft()).y()
    assert foot <= panel.list.viewport().height()
