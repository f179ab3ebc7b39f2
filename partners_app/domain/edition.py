"""An edition: the yearly report as it was issued, kept for good as JSON beside its workbook.

What is written says its format. A report of a format that is not known yet, or text that is no
report, is EditionUnreadable: nothing is guessed.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, TypeVar

from partners_app.domain.errors import EditionProblem, EditionUnreadable, ReportImpossible
from partners_app.domain.report import (
    LeftOut,
    ReportBand,
    ReportBlock,
    ReportCountry,
    ReportDocument,
    ReportEvent,
    YearlyReport,
)
from partners_app.domain.report_options import ReportOptions
from partners_app.domain.report_style import CellRole, Margins, ReportStyle, Side, TextStyle

__all__ = [
    "FORMAT",
    "Edition",
    "EditionFacts",
    "facts_from_json",
    "facts_of",
    "facts_to_json",
    "report_from_json",
    "report_to_json",
]

FORMAT = 1
"""Of the JSON that an edition is kept in; one of a higher number is of a newer program."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """What an edition was made with, and what it holds, to be told without reading all of it.

    ``options`` say what was chosen from the year, ``style`` how it looks on paper.
    """

    options: ReportOptions
    style: ReportStyle
    countries: int
    partners: int
    documents: int
    events: int


@dataclass(frozen=True, slots=True)
class Edition:
    """One issued report, without its table and its workbook, which are read when needed.

    ``facts`` is None where they cannot be read.
    """

    id: int
    uuid: str
    year: int
    title: str
    issued_at: datetime
    author: str
    remark: str
    facts: EditionFacts | None
    workbook_sha256: str
    app_version: str


def facts_of(report: YearlyReport, options: ReportOptions, style: ReportStyle) -> EditionFacts:
    """Return what is told of a report, what it was chosen by, and its look."""
    return EditionFacts(
        options,
        style,
        len(report.countries),
        report.partner_count,
        sum(len(block.documents) for block in report.blocks),
        report.event_count,
    )


def report_to_json(report: YearlyReport) -> str:
    """Return a report as JSON of the present format."""
    return _written(asdict(report))


def report_from_json(text: str) -> YearlyReport:
    """Return a report as it was written; EditionUnreadable when it is not one of ours."""
    return _read(text, _report)


def facts_to_json(facts: EditionFacts) -> str:
    """Return the look and the counts of an edition as JSON of the present format."""
    return _written({**asdict(facts), "options": facts.options.as_mapping()})


def facts_from_json(text: str) -> EditionFacts:
    """Return the look and the counts as they were written, or raise EditionUnreadable."""
    return _read(text, _facts)


def _written(content: Mapping[str, object]) -> str:
    return json.dumps({"format": FORMAT, **content}, ensure_ascii=False, separators=(",", ":"))


def _read(text: str, make: Callable[[dict[str, Any]], T]) -> T:
    try:
        content = json.loads(text)
        found = content.pop("format")
        if isinstance(found, int) and found > FORMAT:
            raise EditionUnreadable(EditionProblem.NEWER)
        return make(content)
    except (AttributeError, KeyError, TypeError, ValueError, ReportImpossible) as error:
        raise EditionUnreadable(EditionProblem.REPORT, str(error)) from error


def _report(content: dict[str, Any]) -> YearlyReport:
    return YearlyReport(
        **{
            **content,
            "title_lines": tuple(content["title_lines"]),
            "headers": tuple(content["headers"]),
            "bands": tuple(_band(entry) for entry in content["bands"]),
            "left_out": LeftOut(**content["left_out"]),
        }
    )


def _band(content: dict[str, Any]) -> ReportBand:
    countries = tuple(_country(entry) for entry in content["countries"])
    return ReportBand(**{**content, "countries": countries})


def _country(content: dict[str, Any]) -> ReportCountry:
    blocks = tuple(_block(entry) for entry in content["blocks"])
    return ReportCountry(**{**content, "blocks": blocks})


def _block(content: dict[str, Any]) -> ReportBlock:
    return ReportBlock(
        **{
            **content,
            "documents": tuple(ReportDocument(**entry) for entry in content["documents"]),
            "events": tuple(ReportEvent(**entry) for entry in content["events"]),
        }
    )


def _facts(content: dict[str, Any]) -> EditionFacts:
    options = ReportOptions.from_mapping(content["options"])
    return EditionFacts(**{**content, "options": options, "style": _style(content["style"])})


def _style(content: dict[str, Any]) -> ReportStyle:
    return ReportStyle(
        **{
            **content,
            "texts": {CellRole(role): _text(entry) for role, entry in content["texts"].items()},
            "page_number": _text(content["page_number"]),
            "widths": tuple(content["widths"]),
            "margins": Margins(**content["margins"]),
            "page": tuple(content["page"]),
        }
    )


def _text(content: dict[str, Any]) -> TextStyle:
    return TextStyle(**{**content, "side": Side(content["side"])})
