"""The report seen as it will be printed, printed, and given on as a PDF (ux 37)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from partners_app.services import events, reporting, restyling
from partners_app.services.register import Register
from partners_app.ui.dialogs import waiting
from partners_app.ui.dialogs.printer import PrinterDialog
from partners_app.ui.dialogs.report_preview import ReportPreview
from partners_app.ui.dialogs.waiting import WaitingDialog
from partners_app.ui.main_window import MainWindow
from partners_app.ui.widgets.banner import Banner
from tests.exchange.report_words import words_of_document, words_of_page
from tests.journeys.ux.desk import TURKU, Desk, press, write
from tests.printing.page_checks import words_of, words_on

NAME = "Сотрудничество с городами-партнёрами 2020"


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])


def said(qtbot: QtBot, banner: Banner) -> str:
    qtbot.waitUntil(banner.isVisible, timeout=20_000)
    return banner.text()


def click(banner: Banner, words: str) -> None:
    next(button for button in banner.buttons() if button.text() == words).click()


def file_dialog() -> QFileDialog:
    (dialog,) = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QFileDialog) and widget.isVisible()
    ]
    return dialog


def choose(path: Path) -> None:
    dialog = file_dialog()
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_the_preview_shows_the_words_of_the_report(
    preview: ReportPreview, register_2020: Register
) -> None:
    pages = preview.view.pages()
    assert pages is not None
    assert words_on(pages) == words_of(reporting.yearly_report(register_2020, 2020))
    assert preview.windowTitle() == "Отчёт за 2020 год: предварительный просмотр"
    assert not preview.isModal(), "the window behind stays usable"


def test_an_edit_is_seen_in_the_preview_at_once(
    qtbot: QtBot, window: MainWindow, preview: ReportPreview, register_2020: Register
) -> None:
    desk = Desk(window, register_2020)
    scope = desk.go(TURKU)
    preview.view.go_to(3)
    desk.opened.do(events.add, scope, 2020, date_text="5 мая", text="приём по случаю юбилея")

    def shows_it() -> bool:
        pages = preview.view.pages()
        return pages is not None and "5мая–приёмпослучаююбилея" in words_on(pages)[5]

    qtbot.waitUntil(shows_it, timeout=20_000)
    assert preview.view.current() == 3
    desk.opened.set_year(2021)
    qtbot.waitUntil(lambda: "2021" in preview.windowTitle(), timeout=20_000)


def test_who_goes_on_typing_beside_the_preview_types_in_peace(
    qtbot: QtBot,
    window: MainWindow,
    preview: ReportPreview,
    register_2020: Register,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The pages of a very large register: whoever had to wait for them would be told to.
    monkeypatch.setattr(waiting, "DIALOG_AFTER_MS", 0)
    desk = Desk(window, register_2020)
    desk.go(TURKU)
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    before, pages = desk.steps(), preview.view.pages()
    desk.cell(0)
    write("первое")
    press("Return")
    desk.cell(1)
    write("вто")
    qtbot.waitUntil(lambda: preview.view.pages() is not pages, timeout=20_000)
    assert desk.table.editor() is not None, "the edit before is laid out, this one goes on"
    assert window.findChild(WaitingDialog) is None, "nobody waits"
    write("рое")
    press("Return")
    assert desk.kept_texts(TURKU)[:2] == ["первое", "второе"]
    assert desk.steps() == before + 2


def test_the_preview_goes_with_its_register(
    qtbot: QtBot, window: MainWindow, preview: ReportPreview
) -> None:
    window.close_register()
    assert not preview.isVisible()
    assert window.printing.preview() is None


def test_the_size_of_the_pages_is_remembered(
    qtbot: QtBot, window: MainWindow, preview: ReportPreview
) -> None:
    preview.view.set_zoom(1.5)
    preview.reject()
    window.command_actions.preview.trigger()
    qtbot.waitUntil(lambda: window.printing.preview() is not None, timeout=20_000)
    again = window.printing.preview()
    assert again is not None
    assert again.view.zoom() == 1.5
    assert again.bar.sizes.currentText() == "150 %"


def test_the_preview_is_saved_as_a_pdf_and_says_so_where_it_was_asked(
    qtbot: QtBot, window: MainWindow, preview: ReportPreview, tmp_path: Path
) -> None:
    preview.pdf_button.click()
    dialog = file_dialog()
    assert dialog.parent() is preview
    assert Path(dialog.selectedFiles()[0]).name == f"{NAME}.pdf"
    target = tmp_path / "отчёт.pdf"
    choose(target)
    assert said(qtbot, preview.banner) == "Отчёт за 2020 год записан, 130 мероприятий: отчёт.pdf"
    assert [b.text() for b in preview.banner.buttons()] == ["Открыть", "Открыть папку"]
    assert target.read_bytes().startswith(b"%PDF-")
    preview.pdf_button.click()
    assert file_dialog().directory().path() == str(tmp_path), "the last folder is proposed"
    file_dialog().close()


def test_a_pdf_into_a_folder_that_is_gone_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, preview: ReportPreview, tmp_path: Path
) -> None:
    preview.pdf_button.click()
    target = tmp_path / "снята" / "отчёт.pdf"
    choose(target)
    said(qtbot, preview.banner)
    assert not target.exists()
    target.parent.mkdir()
    click(preview.banner, "Повторить")
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "записан" in preview.banner.text(), timeout=20_000)


def test_the_report_is_written_as_the_kind_that_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    window.command_actions.report.trigger()
    dialog = file_dialog()
    kinds = {
        "Книга Excel (*.xlsx)": ".xlsx",
        "Документ Word (*.docx)": ".docx",
        "PDF, как на печати (*.pdf)": ".pdf",
        "Веб-страница (*.html)": ".html",
    }
    assert dialog.nameFilters() == list(kinds)
    assert Path(dialog.selectedFiles()[0]).name == f"{NAME}.xlsx"
    for words, kind in reversed(kinds.items()):
        dialog.filterSelected.emit(words)
        assert Path(dialog.selectedFiles()[0]).name == f"{NAME}{kind}"
    dialog.close()


@pytest.mark.parametrize("kind", [".docx", ".html"])
def test_the_report_goes_out_as_word_and_as_a_page(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, kind: str
) -> None:
    window.command_actions.report.trigger()
    target = tmp_path / f"отчёт{kind}"
    choose(target)
    banner = window.workspace.banner
    told = f"Отчёт за 2020 год записан, 130 мероприятий: отчёт{kind}"
    assert said(qtbot, banner) == told
    assert (
        "20-22"
        in (words_of_document(target) if kind == ".docx" else words_of_page(target)).columns[4]
    )


def test_a_template_that_is_gone_is_told_where_the_report_was_asked_for(
    qtbot: QtBot,
    window: MainWindow,
    preview: ReportPreview,
    register_2020: Register,
    tmp_path: Path,
) -> None:
    opened = window.open_register
    assert opened is not None
    opened.do(restyling.choose_template, tmp_path / "Шаблон.xlsx")
    words = "Шаблона отчёта нет на прежнем месте. Верните «Шаблон.xlsx» в прежнем виде"
    assert said(qtbot, preview.banner).startswith(words), "the pages are laid out anew"
    window.command_actions.report.trigger()
    choose(tmp_path / "отчёт.docx")
    assert said(qtbot, window.workspace.banner).startswith(words)
    assert not (tmp_path / "отчёт.docx").exists()
    opened.do(restyling.choose_template, None)
    click(window.workspace.banner, "Повторить")
    qtbot.waitUntil((tmp_path / "отчёт.docx").exists, timeout=20_000)
    qtbot.waitUntil(lambda: "записан" in window.workspace.banner.text(), timeout=20_000)


@pytest.mark.usefixtures("no_printer")
def test_without_a_printer_the_clerk_is_led_to_a_pdf(qtbot: QtBot, window: MainWindow) -> None:
    action = window.command_actions.print
    assert QKeySequence("Ctrl+P") in action.shortcuts()
    action.trigger()
    banner = window.workspace.banner
    assert said(qtbot, banner) == (
        "На этом компьютере нет принтера. "
        "Сохраните отчёт в PDF: его можно напечатать на другом компьютере."
    )
    assert [b.text() for b in banner.buttons()] == ["Повторить", "Сохранить в PDF…"]
    click(banner, "Сохранить в PDF…")
    assert Path(file_dialog().selectedFiles()[0]).name == f"{NAME}.pdf"
    file_dialog().close()


@pytest.mark.usefixtures("no_printer")
def test_the_preview_says_itself_that_there_is_no_printer(
    qtbot: QtBot, preview: ReportPreview
) -> None:
    preview.print_button.click()
    assert "нет принтера" in said(qtbot, preview.banner)


@pytest.mark.usefixtures("no_printer")
def test_a_preview_closed_too_soon_is_answered_in_the_window(
    qtbot: QtBot, window: MainWindow, preview: ReportPreview
) -> None:
    preview.print_button.click()
    preview.reject()
    assert "нет принтера" in said(qtbot, window.workspace.banner)
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)


@pytest.fixture
def file_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Path], None]:
    """Let the system have a printer, and the clerk choose the one that prints into a file."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Лазерный"])

    def choose_it(target: Path) -> None:
        def accept(dialog: PrinterDialog) -> None:
            dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            dialog.printer().setOutputFileName(str(target))
            QDialog.accept(dialog)

        monkeypatch.setattr(PrinterDialog, "ask", accept)

    return choose_it


def test_a_printed_report_is_confirmed(
    qtbot: QtBot, window: MainWindow, file_printer: Callable[[Path], None], tmp_path: Path
) -> None:
    target = tmp_path / "printed.pdf"
    file_printer(target)
    window.command_actions.print.trigger()
    assert "отправлен на печать" in said(qtbot, window.workspace.banner)
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_named_and_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, file_printer: Callable[[Path], None], tmp_path: Path
) -> None:
    file_printer(tmp_path / "нет" / "printed.pdf")
    window.command_actions.print.trigger()
    assert "не принял отчёт" in said(qtbot, window.workspace.banner)
    words = [b.text() for b in window.workspace.banner.buttons()]
    assert words[:2] == ["Повторить", "Сохранить в PDF…"]
