"""The yearly table of an open register: laid out, and written as a workbook or a PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from partners_app.domain.errors import FileKindUnknown
from partners_app.domain.report import LeftOut, YearlyReport, build_report
from partners_app.domain.report_style import ReportStyle
from partners_app.services.register import Register
from partners_app.services.register_settings import DEFAULT_REPORT_FONT
from partners_app.storage import queries
from partners_app.storage.engine import Connection

__all__ = [
    "DrawPdf",
    "LeftOut",
    "PrintedReport",
    "ReportResult",
    "ReportStyle",
    "YearlyReport",
    "printed_report",
    "write_report",
    "yearly_report",
]

_WORKBOOK, _PDF = ".xlsx", ".pdf"


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What a written report holds, and what of the register it does not.

    ``partners`` are its rows of a partner, ``sheet_rows`` those of the sheet, title and heads
    included; a PDF has none. ``replaced_characters`` no report can hold; they are U+FFFD there.
    """

    path: Path
    year: int
    regions: int
    countries: int
    partners: int
    events: int
    left_out: LeftOut
    replaced_characters: int
    sheet_rows: int = 0


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """What pages are made from: the table with texts that can be printed, and its look."""

    report: YearlyReport
    style: ReportStyle
    replaced_characters: int


DrawPdf = Callable[[PrintedReport], bytes]
"""Draws the pages of a report and returns the PDF; this room cannot draw."""


@dataclass(frozen=True, slots=True)
class _State:
    """One consistent read of what a report is made from."""

    report: YearlyReport
    identity: tuple[str, int]
    font: str


def yearly_report(register: Register, year: int) -> YearlyReport:
    """Return the table of a year as it would be printed now.

    Raises ReportImpossible for a year that is not one of four digits.
    """
    return register.read(_state, year).report


def printed_report(register: Register, year: int) -> PrintedReport:
    """Return the table of a year with its look, for pages that the program paints itself.

    Raises ReportImpossible for a year that is not one of four digits, and for a template that
    does not do.
    """
    return _printed(register.read(_state, year))


def write_report(
    register: Register, year: int, target: Path, *, draw_pdf: DrawPdf | None = None
) -> ReportResult:
    """Write the table of a year into a file that ends in .xlsx or, given who draws it, in .pdf.

    Raises FileKindUnknown for another ending, ReportImpossible for a year that is not one of four
    digits, and what ``atomic_write`` raises; a file that was there is then untouched.
    """
    kind = target.suffix.lower()
    if kind == _WORKBOOK:
        return _write_workbook(register.read(_state, year), target)
    if kind == _PDF and draw_pdf is not None:
        return _write_pdf(register.read(_state, year), target, draw_pdf)
    raise FileKindUnknown(target, ", ".join([_WORKBOOK, *([_PDF] if draw_pdf else [])]))


def _write_workbook(state: _State, target: Path) -> ReportResult:
    # openpyxl, and lxml which it loads, are needed by these acts alone: not at every start.
    from partners_app.exchange.report_xlsx import ReportIdentity, write_report_xlsx

    identity = ReportIdentity(*state.identity)
    written = write_report_xlsx(state.report, target, font=state.font, identity=identity)
    return _result(state.report, target, written.replaced_characters, written.rows)


def _write_pdf(state: _State, target: Path, draw_pdf: DrawPdf) -> ReportResult:
    from partners_app.exchange.report_pdf import write_report_pdf

    printed = _printed(state)
    write_report_pdf(draw_pdf(printed), target)
    return _result(state.report, target, printed.replaced_characters)


def _printed(state: _State) -> PrintedReport:
    from partners_app.exchange.report_template import default_template, load_template
    from partners_app.exchange.report_texts import clean_report

    report, replaced = clean_report(state.report)
    template = load_template(default_template(), font=state.font)
    return PrintedReport(report, template.on_paper(), replaced)


def _result(report: YearlyReport, target: Path, replaced: int, sheet_rows: int = 0) -> ReportResult:
    return ReportResult(
        target,
        report.year,
        len(report.bands),
        len(report.countries),
        report.partner_count,
        report.event_count,
        report.left_out,
        replaced,
        sheet_rows,
    )


def _state(connection: Connection, year: int) -> _State:
    report = build_report(queries.content(connection, year), year)
    font = queries.settings(connection).get("report_font", "").strip() or DEFAULT_REPORT_FONT
    return _State(report, queries.register_identity(connection), font)
