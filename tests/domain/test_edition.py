"""An edition keeps the report as it was issued: what is read is what was written."""

import json
from datetime import date

import pytest

from partners_app.domain.edition import (
    FORMAT,
    EditionFacts,
    facts_from_json,
    facts_to_json,
    report_from_json,
    report_to_json,
)
from partners_app.domain.errors import EditionProblem, EditionUnreadable
from partners_app.domain.report import LeftOut, YearlyReport, build_report
from partners_app.domain.report_options import ReportOptions
from partners_app.domain.report_style import (
    A4_PORTRAIT,
    CellRole,
    Margins,
    ReportStyle,
    Side,
    TextStyle,
)
from partners_app.services import sample

STYLE = ReportStyle(
    {
        role: TextStyle("PT Serif", 9.5, bold=role is CellRole.BAND, side=Side.CENTER, fill="#eee")
        for role in CellRole
    },
    TextStyle("PT Sans", 8.0, italic=True, color="#123456"),
    (10.5, 20.0, 30.0, 15.0, 60.25),
    Margins(70.9, 28.35, 28.35, 42.5, 14.2),
    "#808080",
    A4_PORTRAIT,
)
FACTS = EditionFacts(
    ReportOptions(frozenset(["a", "b"]), last_day=date(2020, 6, 30)), STYLE, 30, 52, 49, 130
)


@pytest.fixture(scope="module")
def report() -> YearlyReport:
    return build_report(sample.content(), 2020)


def test_a_report_is_kept_whole(report: YearlyReport) -> None:
    assert report_from_json(report_to_json(report)) == report


def test_what_was_left_out_is_remembered(report: YearlyReport) -> None:
    empty = YearlyReport(2021, (), (), (), LeftOut(partners=3, blank=1))
    assert report_from_json(report_to_json(empty)) == empty


def test_the_look_the_choice_and_the_counts_are_kept() -> None:
    assert facts_from_json(facts_to_json(FACTS)) == FACTS


@pytest.mark.parametrize(
    "damaged", ["", "{}", "[]", "{", '{"format":1,"year":2020}', '{"format":"1","year":2020}']
)
def test_what_is_no_report_is_not_guessed_at(damaged: str) -> None:
    with pytest.raises(EditionUnreadable) as caught:
        report_from_json(damaged)
    assert caught.value.problem is EditionProblem.REPORT


def test_a_field_that_is_not_known_is_not_dropped_silently(report: YearlyReport) -> None:
    content = json.loads(report_to_json(report))
    content["bands"][0]["countries"][0]["anthem"] = "…"
    with pytest.raises(EditionUnreadable, match="anthem"):
        report_from_json(json.dumps(content))


def test_the_edition_of_a_newer_program_is_told_from_a_damaged_one() -> None:
    content = json.loads(facts_to_json(FACTS))
    with pytest.raises(EditionUnreadable) as caught:
        facts_from_json(json.dumps(content | {"format": FORMAT + 1}))
    assert caught.value.problem is EditionProblem.NEWER
