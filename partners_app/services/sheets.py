"""Printable sheets written into files: a workbook, a Word document or a PDF."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from partners_app.domain.errors import FileKindUnknown
from partners_app.domain.report_style import ReportStyle
from partners_app.domain.sheet import Sheet
from partners_app.services.register import Register

__all__ = ["DrawSheet", "PrintedSheet", "SheetResult", "printed_sheet", "write_sheet"]

WORKBOOK, WORD, PDF = ".xlsx", ".docx", ".pdf"


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """What pages are made from: the sheet with texts that can be printed, and its look."""

    sheet: Sheet
    style: ReportStyle
    replaced_characters: int


DrawSheet = Callable[[PrintedSheet], bytes]
"""Draws the pages of a sheet and returns the PDF; this room cannot draw."""


@dataclass(frozen=True, slots=True)
class SheetResult:
    """What was written: ``rows`` of its tables; ``replaced_characters`` are U+FFFD in the file."""

    path: Path
    rows: int
    replaced_characters: int


def printed_sheet(register: Register, sheet: Sheet) -> PrintedSheet:
    """Return a sheet with the look that the register's reports have, for pages to be painted."""
    from partners_app.exchange.report_template import default_template, load_template
    from partners_app.exchange.sheet_rows import page_size
    from partners_app.exchange.sheet_texts import clean_sheet

    cleaned, replaced = clean_sheet(sheet)
    template = load_template(default_template(), font=register.settings().report_font)
    return PrintedSheet(cleaned, replace(template.on_paper(), page=page_size(sheet)), replaced)


def write_sheet(
    register: Register, sheet: Sheet, target: Path, *, draw_pdf: DrawSheet | None = None
) -> SheetResult:
    """Write a sheet into a file that ends in .xlsx, .docx or, given who draws it, in .pdf.

    The register gives the font. Raises FileKindUnknown for another ending, and what
    ``atomic_write`` raises; a file that was there is then untouched.
    """
    kind = target.suffix.lower()
    kinds = [WORKBOOK, WORD, *([PDF] if draw_pdf is not None else [])]
    if kind not in kinds:
        raise FileKindUnknown(target, ", ".join(kinds))
    # What reads and writes office documents is needed by these acts alone: not at every start.
    from partners_app.exchange.report_pdf import write_report_pdf
    from partners_app.exchange.report_template import default_template, load_template
    from partners_app.exchange.sheet_docx import write_sheet_docx
    from partners_app.exchange.sheet_xlsx import write_sheet_xlsx

    printed = printed_sheet(register, sheet)
    if kind == WORKBOOK:
        template = load_template(default_template(), font=register.settings().report_font)
        write_sheet_xlsx(printed.sheet, target, template)
    elif kind == WORD:
        write_sheet_docx(printed.sheet, target, printed.style)
    elif draw_pdf is not None:
        write_report_pdf(draw_pdf(printed), target)
    return SheetResult(target, sheet.row_count, printed.replaced_characters)
