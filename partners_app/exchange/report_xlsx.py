"""The yearly table as a workbook, over the template of an office."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from partners_app.domain.errors import FileFailed
from partners_app.domain.incoming import Origin
from partners_app.domain.report import YearlyReport
from partners_app.domain.report_options import EVERYTHING, ReportOptions
from partners_app.domain.report_style import COLUMNS
from partners_app.exchange.atomic_file import atomic_write
from partners_app.exchange.cell_text import escape_text, starts_like_formula
from partners_app.exchange.report_layout import RowIds, SheetPlan, plan_sheet
from partners_app.exchange.report_origin import DATA_SHEET, OPTIONS_KEY
from partners_app.exchange.report_template import (
    ReportTemplate,
    default_template,
    load_template,
)
from partners_app.exchange.report_texts import clean_report

ID_COLUMNS = tuple(f"{field.name}_uuid" for field in fields(RowIds))
"""The heads of the hidden columns beside the table: whose text begins or goes on in a row."""

LAYOUT_VERSION = "1"

# LibreOffice puts the text of a hidden column into the text of a PDF, where it runs over the edge
# of its cell; a copy from there would hold it.
_SHOWS_NOTHING = ";;;"


@dataclass(frozen=True, slots=True)
class ReportIdentity:
    """Which register, which state of it, and what of that state a report was made from."""

    origin: Origin
    options: ReportOptions = EVERYTHING


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """How many sheet rows were written, and how many characters no workbook can hold."""

    rows: int
    replaced_characters: int


@dataclass(frozen=True, slots=True)
class _Workbook:
    content: bytes
    plan: SheetPlan
    replaced_characters: int


def write_report_xlsx(
    report: YearlyReport,
    target: Path,
    *,
    font: str,
    identity: ReportIdentity,
    template: Path | None = None,
) -> WrittenReport:
    """Write a report as a workbook; ``font`` is a family, or "" for those of the template.

    The file is read again and compared before it takes the target's place. Raises
    ReportImpossible for a template that does not do, else what `atomic_write` raises.
    """
    made = _made(report, target, font, identity, template)

    def write(temporary: Path) -> None:
        temporary.write_bytes(made.content)

    atomic_write(
        target,
        write,
        verify=lambda temporary: _verify(temporary, temporary.read_bytes(), made.plan),
    )
    return WrittenReport(len(made.plan.rows), made.replaced_characters)


def report_workbook(
    report: YearlyReport, *, font: str, identity: ReportIdentity, template: Path | None = None
) -> bytes:
    """Return the workbook that `write_report_xlsx` writes, read again and compared."""
    name = Path(f"{report.year}.xlsx")
    made = _made(report, name, font, identity, template)
    _verify(name, made.content, made.plan)
    return made.content


def _made(
    report: YearlyReport, target: Path, font: str, identity: ReportIdentity, template: Path | None
) -> _Workbook:
    look = load_template(template or default_template(), font=font)
    report, replaced = clean_report(report)
    plan = plan_sheet(report, look)
    _fill(look, plan)
    look.sheet.title = str(report.year)
    _add_data_sheet(look, report.year, identity)
    look.workbook.properties.title = report.whole_title
    look.workbook.properties.creator = ""

    return _Workbook(look.saved(target), plan, replaced)


def _fill(look: ReportTemplate, plan: SheetPlan) -> None:
    sheet = look.sheet
    for number, row in enumerate(plan.rows, start=1):
        sheet.row_dimensions[number].height = row.height
        for column, entry in row.cells.items():
            cell = _text_cell(sheet, number, column, entry.text)
            look.looks[entry.role].apply(cell)
            if starts_like_formula(entry.text):
                # What Excel marks with an apostrophe: it stays a text when it is edited.
                cell.quotePrefix = True
            if entry.rows > 1 or entry.columns > 1:
                sheet.merge_cells(
                    start_row=number,
                    end_row=number + entry.rows - 1,
                    start_column=column,
                    end_column=column + entry.columns - 1,
                )
        for column, text in enumerate(_id_texts(plan, number), start=COLUMNS + 1):
            if text:
                _text_cell(sheet, number, column, text).number_format = _SHOWS_NOTHING
    for column in range(COLUMNS + 1, COLUMNS + 1 + len(ID_COLUMNS)):
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    sheet.print_title_rows = f"{plan.header_row}:{plan.header_row}"
    sheet.print_area = f"A1:{get_column_letter(COLUMNS)}{len(plan.rows)}"
    sheet.freeze_panes = f"A{plan.header_row + 1}"


def _text_cell(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise ValueError(f"row {row}, column {column} lies inside a merged cell")
    cell.value = escape_text(text)
    # Whatever it looks like (a formula, #N/A, a number), a text is a text.
    cell.data_type = "s"
    return cell


def _id_texts(plan: SheetPlan, number: int) -> tuple[str, ...]:
    if number == plan.header_row:
        return ID_COLUMNS
    ids = plan.rows[number - 1].ids
    return tuple(str(getattr(ids, field.name)) for field in fields(RowIds))


def _add_data_sheet(look: ReportTemplate, year: int, identity: ReportIdentity) -> None:
    sheet = look.workbook.create_sheet(DATA_SHEET)
    entries = {
        "register_uuid": identity.origin.register_uuid,
        "change_seq": str(identity.origin.change_seq),
        "step_uuid": identity.origin.step_uuid,
        "year": str(year),
        "layout": LAYOUT_VERSION,
    }
    if identity.options:
        # Without it, what was left out would look like deleted when the table comes back.
        entries[OPTIONS_KEY] = json.dumps(identity.options.as_mapping())
    for number, (key, value) in enumerate(entries.items(), start=1):
        _text_cell(sheet, number, 1, key)
        _text_cell(sheet, number, 2, value)
    sheet.sheet_state = "hidden"


def _verify(path: Path, content: bytes, plan: SheetPlan) -> None:
    """Read a written workbook again; FileFailed unless each row holds what it should."""
    try:
        workbook = load_workbook(BytesIO(content), read_only=True)
    except (BadZipFile, KeyError, ValueError, ParseError) as error:
        raise FileFailed(path, f"verify: {error}") from error
    try:
        sheet = workbook.worksheets[0]
        found = [tuple(value or "" for value in row) for row in sheet.iter_rows(values_only=True)]
    finally:
        workbook.close()
    for number, (expected, row) in enumerate(zip(_expected(plan), found, strict=False), start=1):
        if row != expected:
            raise FileFailed(path, f"verify: row {number}")
    if len(found) != len(plan.rows):
        raise FileFailed(path, f"verify: {len(found)} rows of {len(plan.rows)}")


def _expected(plan: SheetPlan) -> Iterator[tuple[str, ...]]:
    for number, row in enumerate(plan.rows, start=1):
        texts = (
            escape_text(row.cells[column].text) if column in row.cells else ""
            for column in range(1, COLUMNS + 1)
        )
        yield (*texts, *_id_texts(plan, number))
