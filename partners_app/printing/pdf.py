"""The yearly table, or another sheet, as a PDF: fonts inside, text that can be selected."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from partners_app.printing.pages import Pages
from partners_app.printing.paginator import paginate, paginate_sheet
from partners_app.printing.painting import page_layout, paint_pages
from partners_app.printing.text_lines import UNITS_PER_POINT
from partners_app.services.reporting import PrintedReport
from partners_app.services.sheets import PrintedSheet

_POINTS_PER_INCH = 72


def report_pdf(printed: PrintedReport) -> bytes:
    """Lay out a report and return it as a PDF; a QGuiApplication must exist."""
    return pages_pdf(paginate(printed.report, printed.style))


def sheet_pdf(printed: PrintedSheet) -> bytes:
    """Lay out another sheet and return it as a PDF; a QGuiApplication must exist."""
    return pages_pdf(paginate_sheet(printed.sheet, printed.style))


def pages_pdf(pages: Pages) -> bytes:
    """Return pages as a PDF; it is made in memory, where no full disk cuts it off unnoticed."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_POINT * _POINTS_PER_INCH)
    writer.setPageLayout(page_layout(pages.style.page))
    writer.setTitle(pages.name)
    writer.setCreator("")
    if not paint_pages(pages, range(len(pages)), writer):
        raise RuntimeError("Qt does not paint into a PDF")
    return bytes(buffer.data().data())
