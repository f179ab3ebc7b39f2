"""A clerk issues the report, goes on working, and gives the issued one out again."""

import sqlite3
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import RegisterLocked
from partners_app.services import catalogue, editions, events, reporting
from partners_app.services.catalogue import Scope
from partners_app.services.editions import Fate
from partners_app.services.register import Register
from partners_app.ui.dialogs.comparison import ComparisonDialog
from partners_app.ui.dialogs.editions import EditionsDialog
from partners_app.ui.dialogs.issue_report import IssueDialog
from partners_app.ui.dialogs.next_year import NextYearDialog
from partners_app.ui.item_models.entries import ENTRY_ROLE
from partners_app.ui.main_window import MainWindow
from tests.journeys.test_printing import choose, click, file_dialog, said
from tests.journeys.ux.desk import TURKU, Desk


@pytest.fixture
def dialog(window: MainWindow) -> EditionsDialog:
    window.command_actions.editions.trigger()
    dialog = window.editions.dialog()
    assert dialog is not None
    return dialog


def issue(qtbot: QtBot, dialog: EditionsDialog, remark: str, *, save: bool = False) -> None:
    dialog.issue_button.click()
    prompt = next(each for each in dialog.findChildren(IssueDialog) if each.isVisible())
    prompt.remark.setText(remark)
    prompt.save_file.setChecked(save)
    before = dialog.list.model().rowCount()
    prompt.act_button.click()
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() > before, timeout=20_000)


def cells(path: Path) -> list[tuple[object, object]]:
    sheet = load_workbook(path).worksheets[0]
    return [(cell.coordinate, cell.value) for row in sheet.iter_rows() for cell in row]


def shown(dialog: ComparisonDialog) -> list[str]:
    model = dialog.list.model()
    entries = [model.index(row, 0).data(ENTRY_ROLE) for row in range(model.rowCount())]
    return [
        f"{entry.title}: {entry.sentence}" if entry.sentence else entry.title for entry in entries
    ]


def told(dialog: ComparisonDialog, words: str) -> bool:
    return any(words in each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def compared(qtbot: QtBot, window: MainWindow) -> ComparisonDialog:
    qtbot.waitUntil(lambda: window.editions.comparison() is not None, timeout=20_000)
    comparison = window.editions.comparison()
    assert comparison is not None
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)
    return comparison


def test_issue_2020_edit_twenty_things_and_save_the_same_table_again(
    qtbot: QtBot,
    window: MainWindow,
    dialog: EditionsDialog,
    register_2020: Register,
    tmp_path: Path,
) -> None:
    reporting.write_report(register_2020, 2020, tmp_path / "тогда.xlsx")
    issue(qtbot, dialog, "Утверждено", save=True)
    proposed = Path(file_dialog().selectedFiles()[0]).name
    assert proposed.startswith("Сотрудничество с городами-партнёрами в 2020 году, выпуск от ")
    choose(tmp_path / "выпуск.xlsx")
    assert said(qtbot, dialog.banner)
    qtbot.waitUntil((tmp_path / "выпуск.xlsx").exists, timeout=20_000)

    opened = Desk(window, register_2020).opened
    for number in opened.ask(events.ids, Scope(), 2020)[:18]:
        opened.do(events.set_field, number, "text", "переписано после выпуска")
    opened.do(catalogue.rename, "country", 1, "Республика Австрия")
    opened.do(Register.set_setting, "title", "ДРУГОЙ ЗАГОЛОВОК")

    dialog.save_button.click()
    choose(tmp_path / "снова.xlsx")
    qtbot.waitUntil((tmp_path / "снова.xlsx").exists, timeout=20_000)
    qtbot.waitUntil(lambda: "снова.xlsx" in dialog.banner.text(), timeout=20_000)
    assert cells(tmp_path / "снова.xlsx") == cells(tmp_path / "тогда.xlsx")
    again = (tmp_path / "снова.xlsx").read_bytes()
    assert again == (tmp_path / "выпуск.xlsx").read_bytes()

    for _ in range(20):
        opened.undo()
    assert dialog.current() is not None
    assert window.command_actions.undo.text() == "Отменить: выпуск отчёта: 2020, Утверждено"
    opened.undo()
    assert dialog.current() is None
    opened.redo()
    assert dialog.current() is not None


def test_an_edition_is_compared_with_the_register_as_it_is_now(
    qtbot: QtBot,
    window: MainWindow,
    dialog: EditionsDialog,
    register_2020: Register,
    tmp_path: Path,
) -> None:
    issue(qtbot, dialog, "")
    desk = Desk(window, register_2020)
    scope = desk.go(TURKU)
    desk.opened.do(events.add, scope, 2020, date_text="5 мая", text="приём по случаю юбилея")
    (number, *_) = desk.opened.ask(events.ids, scope, 2020)
    desk.opened.do(events.set_field, number, "date", "30 января")
    dialog.compare_button.click()
    comparison = compared(qtbot, window)
    assert shown(comparison)[0] == "Финляндия › г. Турку"
    assert shown(comparison)[1].startswith("Мероприятие изменено: 31 30 января")
    assert shown(comparison)[2] == "Мероприятие добавлено: 5 мая – приём по случаю юбилея"
    assert comparison.filter(Fate.ADDED).text() == "&Добавлено  1"
    comparison.filter(Fate.ADDED).click()
    assert len(shown(comparison)) == 2
    comparison.save_button.click()
    choose(tmp_path / "сравнение.docx")
    assert "сравнение.docx" in said(qtbot, comparison.banner)
    assert (tmp_path / "сравнение.docx").exists()
    comparison.new.setCurrentIndex(comparison.old.currentIndex())
    comparison.new.activated.emit(comparison.new.currentIndex())
    qtbot.waitUntil(lambda: comparison.list.isHidden(), timeout=20_000)
    comparison.reject()


def test_without_an_edition_last_year_is_compared_with_this_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.command_actions.compare.trigger()
    comparison = compared(qtbot, window)
    assert comparison.old.currentText() == "Отчёт за 2019 год, как сейчас в реестре"
    found = comparison.compared()
    assert found is not None
    assert len(found.result.differences) == 130
    comparison.reject()


def test_two_reports_are_not_called_the_same_before_they_were_compared(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.command_actions.compare.trigger()
    comparison = window.editions.comparison()
    assert comparison is not None
    assert not told(comparison, "слово в слово")
    assert not comparison.save_button.isEnabled()
    compared(qtbot, window)
    comparison.old.setCurrentIndex(comparison.new.currentIndex())
    comparison.old.activated.emit(comparison.old.currentIndex())
    assert not shown(comparison), "those are the differences of another pair"
    qtbot.waitUntil(lambda: told(comparison, "слово в слово"), timeout=20_000)
    assert comparison.save_button.isEnabled()
    comparison.reject()


def test_what_could_not_be_compared_is_not_saved_under_the_names_that_were_chosen(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.command_actions.compare.trigger()
    comparison = compared(qtbot, window)

    def locked(register: Register, *_: object) -> None:
        raise RegisterLocked(register.path)

    monkeypatch.setattr(editions, "compare", locked)
    comparison.old.setCurrentIndex(comparison.new.currentIndex())
    comparison.old.activated.emit(comparison.old.currentIndex())
    assert said(qtbot, comparison.banner)
    assert comparison.compared() is None
    assert not comparison.save_button.isEnabled()
    assert not told(comparison, "слово в слово")
    monkeypatch.undo()
    click(comparison.banner, "Повторить")
    qtbot.waitUntil(lambda: told(comparison, "слово в слово"), timeout=20_000)
    comparison.reject()


def test_a_comparison_stays_when_the_list_it_was_asked_from_is_closed(
    qtbot: QtBot, window: MainWindow, dialog: EditionsDialog
) -> None:
    issue(qtbot, dialog, "Утверждено")
    dialog.compare_button.click()
    comparison = compared(qtbot, window)
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert comparison.isVisible()
    window.editions.compare()
    assert window.editions.comparison() is not comparison


def test_a_withdrawn_edition_comes_back_by_the_button_of_the_message(
    qtbot: QtBot, dialog: EditionsDialog, register_2020: Register
) -> None:
    issue(qtbot, dialog, "Утверждено")
    edition = dialog.current()
    dialog.withdraw_button.click()
    assert editions.editions(register_2020) == []
    assert not dialog.save_button.isEnabled()
    click(dialog.banner, "Вернуть")
    assert dialog.current() == edition


def test_what_was_written_after_the_withdrawal_stays_when_the_edition_comes_back(
    qtbot: QtBot, window: MainWindow, dialog: EditionsDialog, register_2020: Register
) -> None:
    issue(qtbot, dialog, "Утверждено")
    edition = dialog.current()
    dialog.withdraw_button.click()
    desk = Desk(window, register_2020)
    scope = desk.go(TURKU)
    desk.opened.do(events.add, scope, 2020, date_text="5 мая", text="приём по случаю юбилея")
    click(dialog.banner, "Вернуть")
    assert dialog.current() == edition
    assert "приём по случаю юбилея" in desk.kept_texts(TURKU)
    assert not dialog.banner.isVisible()


def test_a_damaged_workbook_is_told_where_it_was_asked_for(
    qtbot: QtBot, dialog: EditionsDialog, register_2020: Register, tmp_path: Path
) -> None:
    issue(qtbot, dialog, "")
    connection = sqlite3.connect(register_2020.path)
    connection.execute("UPDATE edition SET workbook = x'00'")
    connection.commit()
    connection.close()
    dialog.banner.hide()
    dialog.save_button.click()
    choose(tmp_path / "выпуск.xlsx")
    assert "повреждена" in said(qtbot, dialog.banner)
    assert not (tmp_path / "выпуск.xlsx").exists()


def test_the_next_year_opens_with_the_events_that_are_chosen(
    window: MainWindow, register_2020: Register
) -> None:
    window.command_actions.open_next_year.trigger()
    prompt = window.findChild(NextYearDialog)
    assert isinstance(prompt, NextYearDialog)
    assert prompt.act_button.text() == "Открыть 2021 год"
    index = prompt.model.index(2, 0)
    prompt.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert prompt.act_button.text() == "Открыть 2021 год · 1 мероприятие"
    QTest.keyClick(prompt.list, Qt.Key.Key_Return)
    opened = window.open_register
    assert opened is not None
    assert opened.year == 2021
    assert opened.ask(catalogue.event_count, 2021) == 1
    opened.undo()
    assert opened.ask(catalogue.event_count, 2021) == 0
