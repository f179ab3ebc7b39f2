"""The yearly table of an open register: laid out, and written as a workbook."""

from dataclasses import dataclass
from pathlib import Path

from partners_app.domain.errors import FileKindUnknown
from partners_app.domain.report import LeftOut, YearlyReport, build_report
from partners_app.services.register import DEFAULT_REPORT_FONT, Register
from partners_app.storage import queries
from partners_app.storage.engine import Connection

__all__ = ["LeftOut", "ReportResult", "YearlyReport", "write_report", "yearly_report"]

_KINDS = ".xlsx"


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What a written report holds, and what of the register it does not.

    ``partners`` are its rows of a partner, ``sheet_rows`` those of the sheet, title and heads
    included. ``replaced_characters`` could not stand in a workbook and are U+FFFD there.
    """

    path: Path
    year: int
    regions: int
    countries: int
    partners: int
    events: int
    left_out: LeftOut
    replaced_characters: int
    sheet_rows: int


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


def write_report(register: Register, year: int, target: Path) -> ReportResult:
    """Write the table of a year into a file that ends in .xlsx.

    Raises FileKindUnknown for another ending, ReportImpossible for a year that is not one of four
    digits, and what ``atomic_write`` raises; a file that was there is then untouched.
    """
    if target.suffix.lower() != _KINDS:
        raise FileKindUnknown(target, _KINDS)
    # openpyxl, and lxml which it loads, are needed by this act alone: not at every start.
    from partners_app.exchange.report_xlsx import ReportIdentity, write_report_xlsx

    state = register.read(_state, year)
    report = state.report
    identity = ReportIdentity(*state.identity)
    written = write_report_xlsx(report, target, font=state.font, identity=identity)
    return ReportResult(
        target,
        year,
        len(report.bands),
        len(report.countries),
        report.partner_count,
        report.event_count,
        report.left_out,
        written.replaced_characters,
        written.rows,
    )


def _state(connection: Connection, year: int) -> _State:
    report = build_report(queries.content(connection, year), year)
    font = queries.settings(connection).get("report_font", "").strip() or DEFAULT_REPORT_FONT
    return _State(report, queries.register_identity(connection), font)
