"""The life of an agreement: what holds on a day, and what the register leaves open."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.lifecycle import Doubt, Standing, Validity, names_a_paper, validity_on
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import Agreement, AgreementDate, AgreementLink
from partners_app.domain.vocabulary import (
    AgreementKind,
    AgreementLinkKind,
    DateMeaning,
    Prolongation,
    Status,
)

PAPER = Agreement(1, "a", 1, AgreementKind.AGREEMENT, "Соглашение", 1)


def signed(*dates: str, meaning: DateMeaning = DateMeaning.SIGNED, **fields: object) -> Agreement:
    entries = tuple(
        AgreementDate(place, f"d{place}", PartialDate.parse(text), meaning, place)
        for place, text in enumerate(dates)
    )
    return replace(PAPER, dates=entries, **fields)  # type: ignore[arg-type]


def until(text: str, rule: Prolongation | None = None, years: int | None = None) -> Agreement:
    return signed(
        "16.06.2011",
        valid_to=PartialDate.parse(text),
        prolongation=rule,
        prolongation_years=years,
    )


def test_an_agreement_without_an_end_holds_from_its_signing_on() -> None:
    paper = signed("16.06.2011")
    assert validity_on(paper, date(2011, 6, 15)).standing is Standing.NOT_YET
    assert validity_on(paper, date(2011, 6, 16)) == Validity(Standing.IN_FORCE)
    assert validity_on(paper, date(2099, 1, 1)) == Validity(Standing.IN_FORCE)


def test_what_came_into_force_later_holds_from_then_on() -> None:
    paper = signed("16.06.2011", valid_from=PartialDate.parse("01.01.2012"))
    assert validity_on(paper, date(2011, 12, 31)).standing is Standing.NOT_YET
    paper = replace(
        signed("16.06.2011"),
        dates=(
            *signed("16.06.2011").dates,
            *signed("01.02.2012", meaning=DateMeaning.IN_FORCE).dates,
        ),
    )
    assert validity_on(paper, date(2012, 1, 31)).standing is Standing.NOT_YET


@pytest.mark.parametrize(
    ("paper", "day", "standing", "doubt"),
    [
        (signed(), date(2020, 1, 1), Standing.IN_FORCE, Doubt.UNDATED),
        (signed("когда-то"), date(2020, 1, 1), Standing.IN_FORCE, Doubt.START_UNREADABLE),
        (signed("2018"), date(2018, 3, 1), Standing.IN_FORCE, Doubt.START_VAGUE),
        (until("до выполнения"), date(2020, 1, 1), Standing.IN_FORCE, Doubt.END_UNREADABLE),
        (until("2009"), date(2020, 1, 1), Standing.EXPIRED, Doubt.END_BEFORE_START),
    ],
)
def test_what_cannot_be_told_is_a_doubt(
    paper: Agreement, day: date, standing: Standing, doubt: Doubt
) -> None:
    found = validity_on(paper, day)
    assert (found.standing, found.doubts) == (standing, (doubt,))


def test_the_last_day_is_a_day_of_it() -> None:
    for text, last in (("16.06.2016", date(2016, 6, 16)), ("2021", date(2021, 12, 31))):
        assert validity_on(until(text), last) == Validity(Standing.IN_FORCE, last)
        after = date.fromordinal(last.toordinal() + 1)
        assert validity_on(until(text), after) == Validity(Standing.EXPIRED, last)


def test_it_is_prolonged_as_often_as_needed() -> None:
    paper = until("16.06.2016", Prolongation.AUTOMATIC, 5)
    assert validity_on(paper, date(2016, 6, 16)).prolonged == 0
    for day, last, times in (
        (date(2016, 6, 17), date(2021, 6, 16), 1),
        (date(2021, 6, 16), date(2021, 6, 16), 1),
        (date(2021, 6, 17), date(2026, 6, 16), 2),
        (date(2018, 1, 1), date(2021, 6, 16), 1),
    ):
        assert validity_on(paper, day) == Validity(Standing.IN_FORCE, last, times)


@given(
    st.dates(date(2012, 1, 1), date(2030, 12, 31)),
    st.integers(1, 30),
    st.dates(date(2012, 1, 1), date(2200, 12, 31)),
)
def test_a_prolonged_agreement_ends_on_or_after_the_day(last: date, years: int, day: date) -> None:
    paper = until(f"{last:%d.%m.%Y}", Prolongation.AUTOMATIC, years)
    found = validity_on(paper, day)
    assert found.standing is Standing.IN_FORCE
    assert found.until is not None and found.until >= day
    assert found.until.year == last.year + found.prolonged * years
    if found.prolonged:
        before = (found.until.year - years, found.until.month)
        assert before <= (day.year, day.month), "once less would not have been enough"


def test_the_29th_of_february_is_prolonged_to_the_28th() -> None:
    paper = until("29.02.2020", Prolongation.AUTOMATIC, 1)
    assert validity_on(paper, date(2021, 2, 28)).until == date(2021, 2, 28)
    assert validity_on(paper, date(2021, 3, 1)).until == date(2022, 2, 28)
    assert validity_on(paper, date(2024, 2, 29)).until == date(2024, 2, 29)


def test_a_prolongation_that_is_not_told_is_a_doubt() -> None:
    found = validity_on(until("2016", Prolongation.AUTOMATIC), date(2020, 1, 1))
    assert found == Validity(Standing.IN_FORCE, doubts=(Doubt.PROLONGATION_YEARS_MISSING,))
    found = validity_on(until("2016", Prolongation.CONSENT), date(2020, 1, 1))
    assert found.standing is Standing.UNCERTAIN
    assert found.doubts == (Doubt.CONSENT_NOT_RECORDED,)


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        (Status.SUSPENDED, Standing.SUSPENDED),
        (Status.ENDED, Standing.ENDED),
        (Status.UNCONFIRMED, Standing.UNCERTAIN),
    ],
)
def test_the_status_counts_unless_the_term_is_over(status: Status, standing: Standing) -> None:
    paper = replace(until("2016"), status=status)
    assert validity_on(paper, date(2015, 1, 1)).standing is standing
    assert validity_on(paper, date(2017, 1, 1)).standing is Standing.EXPIRED
    assert validity_on(paper, date(2010, 1, 1)).standing is Standing.NOT_YET


def test_an_agreement_holds_until_another_replaces_it() -> None:
    link = AgreementLink(1, "l", PAPER.id, AgreementLinkKind.REPLACES)
    newer = replace(signed("01.03.2015"), id=2, links=(link,))
    older = signed("16.06.2011")
    assert validity_on(older, date(2015, 2, 28), others=[newer]).standing is Standing.IN_FORCE
    assert validity_on(older, date(2015, 3, 1), others=[newer]).standing is Standing.REPLACED
    added = replace(newer, links=(replace(link, kind=AgreementLinkKind.SUPPLEMENTS),))
    assert validity_on(older, date(2020, 1, 1), others=[added]).standing is Standing.IN_FORCE


def test_ties_without_a_paper_are_no_document() -> None:
    assert names_a_paper(PAPER)
    assert names_a_paper(replace(PAPER, title=None))
    assert not names_a_paper(replace(PAPER, kind=AgreementKind.TIES))
    assert not names_a_paper(replace(PAPER, kind=None, title=" "))
