"""Events stand in their cell in the order of their dates."""

from dataclasses import replace

from partners_app.domain.checks import check_content
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import (
    Country,
    Event,
    EventLink,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.vocabulary import PartnerKind

SEOUL = RegisterContent(
    "Сотрудничество",
    (Region(1, "asia", "Азия", "АЗИЯ", 1024),),
    (Country(1, "korea", 1, "Корея", 1024),),
    tuple(Partner(n, f"city-{n}", 1, PartnerKind.CITY, f"Город {n}", n) for n in (1, 2)),
    year=2020,
)


def events(*wordings: str, partner: int = 1, start: int = 1) -> tuple[Event, ...]:
    return tuple(
        Event(
            number,
            wording,
            2020,
            PartialDate.parse(wording, year=2020),
            f"форум {number}.",
            (EventLink(number, f"link-{number}", partner, None, number),),
        )
        for number, wording in enumerate(wordings, start=start)
    )


def out_of_order(*found: Event) -> list[Finding]:
    content = replace(SEOUL, events=found)
    return [
        finding for finding in check_content(content) if finding.code is FindingCode.OUT_OF_ORDER
    ]


def test_an_event_that_begins_before_the_one_above_it_is_found() -> None:
    (slip,) = out_of_order(*events("9 февраля", "18 февраля", "11 февраля", "26 февраля"))
    assert (slip.record, slip.field, slip.values["other"]) == ("11 февраля", "date", "18 февраля")


def test_order_is_right_by_the_first_day_and_unknown_of_months_and_years() -> None:
    assert not out_of_order(
        *events("20 ноября", "20-22 ноября", "В течение года", "В сентябре", "21 ноября", "")
    )


def test_a_day_of_another_year_says_nothing_of_the_order() -> None:
    assert not out_of_order(*events("31 января", "5 мая 2019 г.", "9 марта"))


def test_each_cell_has_its_own_order() -> None:
    assert not out_of_order(*events("9 мая"), *events("1 мая", partner=2, start=2))


def test_each_report_year_has_its_own_order() -> None:
    (old,) = events("3 марта 2019 г.", start=3)
    content = replace(
        SEOUL, year=None, events=(*events("9 мая", "4 декабря"), replace(old, report_year=2019))
    )
    assert FindingCode.OUT_OF_ORDER not in [finding.code for finding in check_content(content)]
