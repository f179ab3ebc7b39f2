"""A choice from the table of a year: what it leaves out, and that it is kept as JSON."""

import json
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.errors import ReportImpossible
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.report import LeftOut, YearlyReport, build_report
from partners_app.domain.report_options import EVERYTHING, ReportOptions
from tests.domain.test_report import act, content, event, names

OF_GRAZ, OF_OSAKA, OF_HOKKAIDO = ("partner", 1), ("partner", 3), ("partner", 4)


def texts(report: YearlyReport) -> list[str]:
    return [entry.text for block in report.blocks for entry in block.events]


def test_as_made_it_changes_nothing() -> None:
    whole = content(acts=[act(1, 1, "02.07.2001")], events=[event(1, OF_GRAZ)])
    assert build_report(whole, 2020, EVERYTHING) == build_report(whole, 2020)
    assert not EVERYTHING
    assert ReportOptions(partners_without_events=False)


def test_a_country_stands_if_it_or_its_band_is_chosen() -> None:
    whole = content(events=[event(1, OF_GRAZ), event(2, OF_OSAKA)])
    for options in (
        ReportOptions(bands=frozenset(["asia"])),
        ReportOptions(countries=frozenset(["japan"])),
        ReportOptions(bands=frozenset(["asia"]), countries=frozenset(["japan"])),
    ):
        report = build_report(whole, 2020, options)
        assert [band.uuid for band in report.bands] == ["asia"]
        assert names(report) == ["г. Осака", "провинция Хоккайдо"]
        assert report.left_out == LeftOut(unchosen_countries=1, unchosen_events=1)
    both = ReportOptions(bands=frozenset(["asia"]), countries=frozenset(["austria"]))
    assert build_report(whole, 2020, both) == build_report(whole, 2020)


def test_a_shared_event_stands_under_the_first_chosen_of_its_partners() -> None:
    whole = content(events=[event(1, OF_GRAZ, OF_HOKKAIDO)])
    report = build_report(whole, 2020, ReportOptions(bands=frozenset(["asia"])))
    (hokkaido,) = [block for block in report.blocks if block.events]
    assert hokkaido.name == "провинция Хоккайдо"
    assert not report.left_out.unchosen_events


@pytest.mark.parametrize(
    ("wording", "stands"),
    [
        ("31 марта", False),
        ("28 марта – 1 апреля", True),
        ("30 июня", True),
        ("1 июля", False),
        ("июнь", True),
        ("В течение года", True),
        ("как договоримся", True),
    ],
)
def test_an_event_stands_if_it_may_lie_in_the_period(wording: str, stands: bool) -> None:
    second_quarter = ReportOptions(first_day=date(2020, 4, 1), last_day=date(2020, 6, 30))
    report = build_report(content(events=[event(1, OF_GRAZ, date=wording)]), 2020, second_quarter)
    assert bool(texts(report)) is stands
    assert report.left_out.outside_period == (not stands)
    assert "г. Грац" in names(report)


def test_a_period_may_be_open_at_either_end() -> None:
    whole = content(events=[event(1, OF_GRAZ, date="3 мая"), event(2, OF_GRAZ, date="3 июля")])
    june = date(2020, 6, 1)
    assert texts(build_report(whole, 2020, ReportOptions(first_day=june))) == ["3 июля – визит 2"]
    assert texts(build_report(whole, 2020, ReportOptions(last_day=june))) == ["3 мая – визит 1"]


def test_partners_without_events_are_left_out_on_request() -> None:
    options = ReportOptions(partners_without_events=False)
    events = [event(1, OF_OSAKA, OF_HOKKAIDO), event(2, OF_GRAZ, printed=False)]
    report = build_report(content(events=events), 2020, options)
    assert names(report) == ["г. Осака", "провинция Хоккайдо"]
    assert report.left_out == LeftOut(countries=1, events=1, eventless=2)


def test_a_row_that_was_begun_and_left_empty_does_not_keep_its_partner() -> None:
    options = ReportOptions(partners_without_events=False)
    begun = event(1, OF_GRAZ, date="", text=" ")
    report = build_report(content(events=[begun]), 2020, options)
    assert report.bands == ()
    assert report.left_out == LeftOut(countries=2, blank=1, eventless=4)


def test_an_event_outside_the_period_does_not_keep_its_partner() -> None:
    options = ReportOptions(first_day=date(2020, 10, 1), partners_without_events=False)
    report = build_report(content(events=[event(1, OF_GRAZ)]), 2020, options)
    assert report.bands == ()
    assert report.left_out == LeftOut(countries=2, outside_period=1, eventless=4)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    options = ReportOptions(first_day=date(2020, 5, 1), last_day=date(2020, 4, 30))
    with pytest.raises(ReportImpossible) as caught:
        build_report(content(), 2020, options)
    assert (caught.value.problem, caught.value.detail) == ("period", "01.05.2020 – 30.04.2020")


DAYS = st.none() | st.dates()
UUIDS = st.frozensets(st.uuids().map(str), max_size=3)


@given(UUIDS, UUIDS, DAYS, DAYS, st.booleans())
def test_a_choice_comes_back_from_json(
    bands: frozenset[str],
    countries: frozenset[str],
    first: date | None,
    last: date | None,
    eventless: bool,
) -> None:
    if first is not None and last is not None:
        first, last = min(first, last), max(first, last)
    options = ReportOptions(bands, countries, first, last, eventless)
    kept = json.loads(json.dumps(options.as_mapping()))
    assert set(kept) == {field.name for field in fields(ReportOptions)}
    assert ReportOptions.from_mapping(kept) == options


def test_nothing_said_is_everything() -> None:
    assert ReportOptions.from_mapping({}) == EVERYTHING


@pytest.mark.parametrize(
    ("mapping", "key"),
    [
        ({"bands": "europe"}, "bands"),
        ({"bands": None}, "bands"),
        ({"countries": [7]}, "countries"),
        ({"countries": [""]}, "countries"),
        ({"first_day": "вчера"}, "first_day"),
        ({"first_day": "20200220"}, "first_day"),
        ({"last_day": 2020}, "last_day"),
        ({"last_day": "2020-02-30"}, "last_day"),
        ({"partners_without_events": "no"}, "partners_without_events"),
        ({"partners_without_events": None}, "partners_without_events"),
        ({"continents": []}, "continents"),
        ([], ""),
        (None, ""),
    ],
)
def test_what_is_no_choice_of_ours_is_refused_by_name(mapping: Any, key: str) -> None:
    with pytest.raises(ReportImpossible) as caught:
        ReportOptions.from_mapping(mapping)
    assert (caught.value.problem, caught.value.detail) == ("options", key)


def test_a_period_of_a_file_may_not_end_before_it_begins() -> None:
    with pytest.raises(ReportImpossible) as caught:
        ReportOptions.from_mapping({"first_day": "2020-05-01", "last_day": "2020-04-30"})
    assert caught.value.problem == "period"


def test_a_date_that_nobody_can_read_may_lie_in_any_period() -> None:
    assert ReportOptions(first_day=date(2020, 1, 1)).has_date(PartialDate("когда-нибудь"))
