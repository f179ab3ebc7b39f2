"""What goes to a printer, tried on one that prints into a file."""

import re
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import PrinterProblem
from partners_app.printing.pages import Pages
from partners_app.printing.paginator import paginate
from partners_app.printing.painting import page_layout
from partners_app.ui.dialogs.printer import chosen_pages, print_pages, printer_dialog
from tests.exchange.report_files import block, report_of
from tests.printing.page_checks import style

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def pages() -> Pages:
    return paginate(report_of(block(*(f"{day} мая – приём" for day in range(120)))), style())


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    printer.setPageLayout(page_layout())
    return printer


def test_every_page_is_printed_on_a_sheet(pages: Pages, printer: QPrinter) -> None:
    assert print_pages(pages, printer) == len(pages) > 3
    printed = Path(printer.outputFileName()).read_bytes()
    assert re.findall(rb"/Count (\d+)", printed) == [b"%d" % len(pages)]
    assert b"/MediaBox [0 0 842" in printed


def test_only_the_chosen_pages_are_printed(pages: Pages, printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pages(pages, printer) == 2


def test_copies_and_order_are_ours_where_the_printer_has_none(printer: QPrinter) -> None:
    assert not printer.supportsMultipleCopies()
    printer.setCopyCount(2)
    assert chosen_pages(printer, 3) == [0, 1, 2, 0, 1, 2]
    printer.setCollateCopies(False)
    assert chosen_pages(printer, 3) == [0, 0, 1, 1, 2, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 2, 1, 1, 0, 0]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_named(pages: Pages, printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "нет такой папки" / "printed.pdf"))
    with pytest.raises(PrinterProblem) as caught:
        print_pages(pages, printer)
    assert "printed.pdf" in caught.value.name


def test_without_a_printer_there_is_nothing_to_choose(
    qtbot: QtBot, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(PrinterProblem) as caught:
        printer_dialog(pages, parent)
    assert caught.value.name == ""


def test_the_dialog_offers_the_pages_there_are(
    qtbot: QtBot, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Лазерный"])
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = printer_dialog(pages, parent)
    assert (dialog.minPage(), dialog.maxPage()) == (1, len(pages))
    assert dialog.printer().docName() == pages.name
    assert dialog.printer().pageLayout().orientation() == page_layout().orientation()
