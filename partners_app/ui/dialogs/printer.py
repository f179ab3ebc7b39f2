"""The system's own dialog for a printer, and what goes to the one that was chosen."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from partners_app.domain.errors import PrinterProblem
from partners_app.printing.pages import Pages
from partners_app.printing.painting import page_layout, paint_pages


class PrinterDialog(QPrintDialog):
    """Printer, pages and copies are chosen in it; ``accepted`` says that they are."""

    def __init__(self, pages: Pages, parent: QWidget) -> None:
        """Offer the system's printers for these pages."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageLayout(page_layout(pages.style.page))
        printer.setDocName(pages.name)
        super().__init__(printer, parent)
        # Qt's dialog does not keep its printer alive.
        self._printer = printer
        self.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        self.setMinMax(1, len(pages))

    def ask(self) -> None:
        """Show itself and go on; QPrintDialog's own open() wants the name of a slot."""
        QDialog.open(self)


def printer_dialog(pages: Pages, parent: QWidget) -> PrinterDialog:
    """Return the dialog for pages.

    Raises PrinterProblem on a computer without printers, where it could only be cancelled.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise PrinterProblem
    return PrinterDialog(pages, parent)


def print_pages(pages: Pages, printer: QPrinter) -> int:
    """Print what was chosen in the dialog and return the number of sheets.

    Raises PrinterProblem when the printer refuses.
    """
    numbers = chosen_pages(printer, len(pages))
    if not paint_pages(pages, numbers, printer):
        raise PrinterProblem(printer.printerName() or printer.outputFileName())
    return len(numbers)


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the pages (from 0) in the order in which they are to be sent."""
    numbers = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first, last = printer.fromPage() or 1, printer.toPage() or count
        numbers = numbers[first - 1 : last]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    if printer.supportsMultipleCopies():
        return numbers
    copies = printer.copyCount()
    if printer.collateCopies():
        return numbers * copies
    return [number for number in numbers for _ in range(copies)]
