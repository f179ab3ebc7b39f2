"""Editions of the report: issued once, never changed, given out again as they were issued."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from partners_app import __version__
from partners_app.domain.changes import Change, ChangeSet, Value
from partners_app.domain.comparison_sheet import comparison_sheet
from partners_app.domain.edition import (
    Edition,
    EditionFacts,
    facts_of,
    facts_to_json,
    report_from_json,
    report_to_json,
)
from partners_app.domain.errors import EditionProblem, EditionUnreadable, FileKindUnknown
from partners_app.domain.report_comparison import (
    Comparison,
    Difference,
    Fate,
    Part,
    Place,
    compare_reports,
)
from partners_app.domain.report_style import CellRole
from partners_app.domain.sheet import Sheet
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Register
from partners_app.services.reporting import (
    EVERYTHING,
    KINDS,
    DrawPdf,
    PrintedReport,
    ReportOptions,
    YearlyReport,
    issued_report,
    yearly_report,
)
from partners_app.services.row_changes import row_or_missing
from partners_app.storage import editions as stored

__all__ = [
    "Comparison",
    "Difference",
    "Edition",
    "EditionFacts",
    "Fate",
    "Part",
    "Place",
    "Side",
    "compare",
    "editions",
    "export",
    "issue",
    "printed_edition",
    "report_of",
    "sheet_of",
    "withdraw",
]

WORKBOOK, WORD, PDF, HTML = KINDS


@dataclass(frozen=True, slots=True)
class Side:
    """One of two reports that are compared: an edition, or a year as it would be issued now."""

    year: int
    edition: int | None = None


def editions(register: Register) -> list[Edition]:
    """Return all editions, the newest year first, of a year the one issued last."""
    return register.read(stored.editions)


def issue(
    register: Register, year: int, *, remark: str = "", options: ReportOptions = EVERYTHING
) -> ChangeSet:
    """Keep the report of a year as it would be written now, for good, in one step.

    The table, what was chosen and how it looks are kept, and the workbook itself. Raises as
    ``issued_report`` does.
    """
    made = issued_report(register, year, options)
    report = made.printed.report
    row: dict[str, Value] = {
        "uuid": str(uuid4()),
        "year": year,
        "title": report.whole_title,
        "issued_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "author": register.author,
        "remark": remark.strip(),
        "options": facts_to_json(facts_of(report, options, made.printed.style)),
        "report": report_to_json(report),
        "workbook": made.workbook,
        "workbook_sha256": sha256(made.workbook).hexdigest(),
        "app_version": __version__,
    }
    change = Change("edition", -1, None, row)
    label = _label(year, remark)
    return register.apply(ChangeSet(OperationKind.ISSUE, (change,), "edition", label))


def withdraw(register: Register, edition_id: int) -> ChangeSet:
    """Take an edition out of the register; undo brings it back. RecordMissing if it is gone."""
    row = row_or_missing(register, "edition", edition_id)
    change = Change("edition", edition_id, row, None)
    label = _label(row["year"], str(row["remark"]))
    return register.apply(ChangeSet(OperationKind.DELETE, (change,), "edition", label))


def _label(year: Value, remark: str) -> str:
    return ", ".join(text for text in (str(year), " ".join(remark.split())) if text)


def report_of(register: Register, edition_id: int) -> YearlyReport:
    """Return the table of an edition as it was issued.

    Raises RecordMissing when it is not there, EditionUnreadable when it is damaged.
    """
    return report_from_json(register.read(stored.report_text, edition_id))


def printed_edition(register: Register, edition_id: int) -> PrintedReport:
    """Return an edition with its look, for pages that the program paints itself.

    Raises as ``report_of`` does.
    """
    edition = register.read(stored.edition_by_id, edition_id)
    if edition.facts is None:
        raise EditionUnreadable(EditionProblem.REPORT)
    return PrintedReport(report_of(register, edition_id), edition.facts.style, 0)


def export(
    register: Register, edition_id: int, target: Path, *, draw_pdf: DrawPdf | None = None
) -> None:
    """Write an edition: as .xlsx the workbook that was issued, byte for byte; else laid out again.

    A PDF has the look that the edition was issued with, a Word document and a page of HTML its
    words and its font. Raises RecordMissing, EditionUnreadable when the part that is asked for is
    damaged, FileKindUnknown for another ending and what ``atomic_write`` raises; a file that was
    there is then untouched.
    """
    kind = target.suffix.lower()
    known = [ending for ending in KINDS if ending != PDF or draw_pdf is not None]
    if kind not in known:
        raise FileKindUnknown(target, ", ".join(known))
    if kind == WORKBOOK:
        from partners_app.exchange.issued_workbook import write_issued_workbook

        write_issued_workbook(*register.read(stored.workbook, edition_id), target)
        return
    printed = printed_edition(register, edition_id)
    if kind == PDF and draw_pdf is not None:
        from partners_app.exchange.report_pdf import write_report_pdf

        write_report_pdf(draw_pdf(printed), target)
        return
    font = printed.style.texts[CellRole.EVENT].family
    if kind == WORD:
        from partners_app.exchange.report_docx import write_report_docx

        write_report_docx(printed.report, target, font=font)
    else:
        from partners_app.exchange.report_html import write_report_html

        write_report_html(printed.report, target, font=font)


def compare(register: Register, old: Side, new: Side) -> Comparison:
    """Return what differs between two editions, an edition and now, or two years.

    Where one side is an edition of a choice (some bands, a period), the same is chosen from a year
    as it is now. Raises as ``report_of`` and ``yearly_report`` do.
    """
    return compare_reports(_side(register, old, new), _side(register, new, old))


def _side(register: Register, side: Side, other: Side) -> YearlyReport:
    if side.edition is not None:
        return report_of(register, side.edition)
    options = EVERYTHING
    if other.edition is not None:
        edition = register.read(stored.edition_by_id, other.edition)
        options = EVERYTHING if edition.facts is None else edition.facts.options
    if other.year != side.year:
        options = replace(options, first_day=None, last_day=None)
    # As a file would hold it: an edition has no characters that none can.
    from partners_app.exchange.report_texts import clean_report

    return clean_report(yearly_report(register, side.year, options))[0]


def sheet_of(register: Register, comparison: Comparison, old: Side, new: Side) -> Sheet:
    """Return a comparison as a printable sheet that says what was compared."""
    return comparison_sheet(comparison, _told(register, old), _told(register, new))


def _told(register: Register, side: Side) -> str:
    """Return what a side is called on paper."""
    if side.edition is None:
        return f"отчет за {side.year} год на {datetime.now().astimezone():%d.%m.%Y}"
    edition = register.read(stored.edition_by_id, side.edition)
    text = f"выпуск за {edition.year} год от {edition.issued_at.astimezone():%d.%m.%Y %H:%M}"
    return f"{text} ({edition.remark})" if edition.remark else text
