"""The yearly table of an open register: laid out, and written as a file of one of four kinds."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from partners_app.domain.errors import FileKindUnknown
from partners_app.domain.incoming import Origin
from partners_app.domain.report import LeftOut, YearlyReport, build_report
from partners_app.domain.report_options import EVERYTHING, ReportOptions
from partners_app.domain.report_style import ReportStyle
from partners_app.services.register import Register
from partners_app.services.register_settings import settings_of
from partners_app.storage import as_of, queries
from partners_app.storage.engine import Connection

__all__ = [
    "EVERYTHING",
    "KINDS",
    "DrawPdf",
    "IssuedReport",
    "LeftOut",
    "PrintedReport",
    "ReportOptions",
    "ReportResult",
    "ReportStyle",
    "YearlyReport",
    "issued_report",
    "printed_report",
    "write_report",
    "yearly_report",
]

_WORKBOOK, _WORD, _PDF, _HTML = KINDS = (".xlsx", ".docx", ".pdf", ".html")
"""How the files end that a report can be written into."""


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What a written report holds, and what of the register it does not.

    ``partners`` are its rows of a partner, ``sheet_rows`` those of the sheet, title and heads
    included; other kinds have none. ``replaced_characters`` no report can hold: U+FFFD there.
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


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """What an edition keeps: the table with its look, and the workbook made from the same read."""

    printed: PrintedReport
    workbook: bytes


DrawPdf = Callable[[PrintedReport], bytes]
"""Draws the pages of a report and returns the PDF; this room cannot draw."""


@dataclass(frozen=True, slots=True)
class _State:
    """One consistent read of what a report is made from, and where its look is taken from."""

    report: YearlyReport
    options: ReportOptions
    origin: Origin
    font: str
    template: Path | None


def yearly_report(
    register: Register, year: int, options: ReportOptions = EVERYTHING
) -> YearlyReport:
    """Return the table of a year, or what the options choose from it, as it would be printed now.

    Raises ReportImpossible as ``build_report`` does.
    """
    return _read(register, year, options).report


def printed_report(
    register: Register, year: int, options: ReportOptions = EVERYTHING
) -> PrintedReport:
    """Return the table of a year with its look, for pages that the program paints itself.

    Raises ReportImpossible as ``build_report`` does, and for a template that does not do.
    """
    return _printed(_read(register, year, options))


def issued_report(
    register: Register, year: int, options: ReportOptions = EVERYTHING
) -> IssuedReport:
    """Return the table of a year, with its look, and its workbook, made from one read.

    Raises ReportImpossible as ``printed_report`` does, and the FileProblem, such as DiskFull, that
    kept the workbook from being made.
    """
    from partners_app.exchange.report_xlsx import ReportIdentity, report_workbook

    state = _read(register, year, options)
    identity = ReportIdentity(state.origin, state.options)
    workbook = report_workbook(
        state.report, font=state.font, template=state.template, identity=identity
    )
    return IssuedReport(_printed(state), workbook)


def write_report(
    register: Register,
    year: int,
    target: Path,
    *,
    options: ReportOptions = EVERYTHING,
    draw_pdf: DrawPdf | None = None,
) -> ReportResult:
    """Write the table of a year into a file of the kind that its name ends in, see `KINDS`.

    A PDF can be written only by who is given ``draw_pdf``.

    Raises FileKindUnknown for another ending, ReportImpossible as ``build_report`` does, and what
    ``atomic_write`` raises; a file that was there is then untouched.
    """
    kind = target.suffix.lower()
    known = [ending for ending in KINDS if ending != _PDF or draw_pdf is not None]
    if kind not in known:
        raise FileKindUnknown(target, ", ".join(known))
    state = _read(register, year, options)
    if kind == _WORKBOOK:
        return _write_workbook(state, target)
    if draw_pdf is not None and kind == _PDF:
        return _write_pdf(state, target, draw_pdf)
    return _write_word(state, target) if kind == _WORD else _write_html(state, target)


def _write_workbook(state: _State, target: Path) -> ReportResult:
    # openpyxl, and lxml which it loads, are needed by these acts alone: not at every start.
    from partners_app.exchange.report_xlsx import ReportIdentity, write_report_xlsx

    identity = ReportIdentity(state.origin, state.options)
    written = write_report_xlsx(
        state.report, target, font=state.font, template=state.template, identity=identity
    )
    return _result(state.report, target, written.replaced_characters, written.rows)


def _write_word(state: _State, target: Path) -> ReportResult:
    from partners_app.exchange.report_docx import write_report_docx

    replaced = write_report_docx(state.report, target, font=state.font, template=state.template)
    return _result(state.report, target, replaced)


def _write_html(state: _State, target: Path) -> ReportResult:
    from partners_app.exchange.report_html import write_report_html

    replaced = write_report_html(state.report, target, font=state.font, template=state.template)
    return _result(state.report, target, replaced)


def _write_pdf(state: _State, target: Path, draw_pdf: DrawPdf) -> ReportResult:
    from partners_app.exchange.report_pdf import write_report_pdf

    printed = _printed(state)
    write_report_pdf(draw_pdf(printed), target)
    return _result(state.report, target, printed.replaced_characters)


def _printed(state: _State) -> PrintedReport:
    from partners_app.exchange.report_template import default_template, load_template
    from partners_app.exchange.report_texts import clean_report

    report, replaced = clean_report(state.report)
    template = load_template(state.template or default_template(), font=state.font)
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


def _read(register: Register, year: int, options: ReportOptions) -> _State:
    report, origin, kept = register.read(_state, year, options)
    settings = settings_of(kept)
    template = settings.report_template
    return _State(
        report,
        options,
        origin,
        settings.report_font,
        register.whole_path(template) if template else None,
    )


def _state(
    connection: Connection, year: int, options: ReportOptions
) -> tuple[YearlyReport, Origin, dict[str, str]]:
    report = build_report(queries.content(connection, year), year, options)
    return report, as_of.origin(connection), queries.settings(connection)
