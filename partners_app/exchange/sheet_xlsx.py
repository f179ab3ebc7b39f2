"""A printable sheet as a workbook, in the fonts and lines of the report's template."""

import re
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Border
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.errors import FileFailed
from partners_app.domain.sheet import GridCell, Sheet
from partners_app.exchange.atomic_file import atomic_write
from partners_app.exchange.cell_text import escape_text, starts_like_formula
from partners_app.exchange.report_template import ReportTemplate, set_columns
from partners_app.exchange.sheet_rows import RowPlan, plan_rows

_LONGEST_TAB = 31
_NOT_IN_A_TAB = re.compile(r"[\[\]:*?/\\\s]+")


def write_sheet_xlsx(sheet: Sheet, target: Path, template: ReportTemplate) -> None:
    """Write a sheet, whose texts a file can hold, over a template that was opened for it.

    The file is read again and compared before it takes the target's place. Raises what
    `atomic_write` raises.
    """
    plan = plan_rows(sheet, template)
    page = template.sheet
    set_columns(page, (width / template.unit for width in plan.widths))
    for number, row in enumerate(plan.rows, start=1):
        stop_if_unwanted()
        page.row_dimensions[number].height = row.height
        for entry in row.cells:
            cell = _text_cell(page, number, entry)
            template.looks[entry.role].apply(cell)
            cell.quotePrefix = starts_like_formula(entry.text)
            if not row.boxed:
                cell.border = Border()
            if entry.columns > 1:
                page.merge_cells(
                    start_row=number,
                    end_row=number,
                    start_column=entry.column + 1,
                    end_column=entry.column + entry.columns,
                )
    page.title = _tab(sheet)
    page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    page.page_setup.fitToHeight = int(sheet.one_page)
    page.print_area = f"A1:{get_column_letter(len(plan.widths))}{max(len(plan.rows), 1)}"
    if plan.header_row is not None:
        page.print_title_rows = f"{plan.header_row}:{plan.header_row}"
        page.freeze_panes = f"A{plan.header_row + 1}"
    template.workbook.properties.title = sheet.name
    template.workbook.properties.creator = ""

    content = template.saved(target)

    def write(temporary: Path) -> None:
        temporary.write_bytes(content)

    atomic_write(target, write, verify=lambda temporary: _verify(temporary, plan))


def _text_cell(page: Worksheet, number: int, entry: GridCell) -> Cell:
    cell = page.cell(number, entry.column + 1)
    assert isinstance(cell, Cell), "cells of one row do not overlap"
    cell.value = escape_text(entry.text)
    # Whatever it looks like (a formula, #N/A, a number), a text is a text.
    cell.data_type = "s"
    return cell


def _tab(sheet: Sheet) -> str:
    words = _NOT_IN_A_TAB.sub(" ", sheet.title_lines[0] if sheet.title_lines else "")
    return words.strip(" '")[:_LONGEST_TAB].strip(" '") or "1"


def _verify(path: Path, plan: RowPlan) -> None:
    """Read a written workbook again; FileFailed unless each row holds what it should."""
    try:
        workbook = load_workbook(BytesIO(path.read_bytes()), read_only=True)
    except (BadZipFile, KeyError, ValueError, ParseError) as error:
        raise FileFailed(path, f"verify: {error}") from error
    try:
        found = [
            [str(value) for value in row if value]
            for row in workbook.worksheets[0].iter_rows(values_only=True)
        ]
    finally:
        workbook.close()
    expected = [[escape_text(cell.text) for cell in row.cells if cell.text] for row in plan.rows]
    if found != expected:
        raise FileFailed(path, "verify: other texts than were written")
