"""What stands in the yearly table, and what is left out and counted."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.errors import ReportImpossible
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import (
    Agreement,
    AgreementDate,
    Country,
    Event,
    EventLink,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.report import (
    LeftOut,
    ReportBlock,
    ReportDocument,
    ReportEvent,
    ReportRow,
    YearlyReport,
    build_report,
    title_lines,
)
from partners_app.domain.vocabulary import PartnerKind, Status

TITLE = "СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА С ГОРОДАМИ – ПАРТНЕРАМИ"
EUROPE = Region(1, "europe", "Европа", "ЕВРОПА", 1024)
ASIA = Region(2, "asia", "Азия", "", 2048)
AUSTRIA = Country(1, "austria", 1, "Австрия", 1024)
JAPAN = Country(2, "japan", 2, "Япония", 1024)
GRAZ = Partner(1, "graz", 1, PartnerKind.CITY, "г. Грац", 2048)
WHOLE_AUSTRIA = Partner(2, "austria-row", 1, PartnerKind.COUNTRY, None, 1024)
OSAKA = Partner(3, "osaka", 2, PartnerKind.CITY, "г. Осака", 1024)
HOKKAIDO = Partner(4, "hokkaido", 2, PartnerKind.REGION, "провинция Хоккайдо", 2048)
ALL = (GRAZ, WHOLE_AUSTRIA, OSAKA, HOKKAIDO)


def act(number: int, partner: int, *dates: str, title: str | None = "Соглашение") -> Agreement:
    entries = tuple(
        AgreementDate(
            number * 10 + place, f"date-{number}-{place}", PartialDate.parse(text), None, place
        )
        for place, text in enumerate(dates)
    )
    return Agreement(number, f"act-{number}", partner, None, title, number, entries)


def event(
    number: int,
    *cells: tuple[str, int],
    year: int = 2020,
    printed: bool = True,
    date: str = "3 сентября",
    text: str | None = None,
) -> Event:
    links = tuple(
        EventLink(
            number * 10 + place,
            f"link-{number}-{place}",
            owner if table == "partner" else None,
            owner if table == "country" else None,
            number,
        )
        for place, (table, owner) in enumerate(cells)
    )
    wording = PartialDate.parse(date, year=year)
    text = f"визит {number}" if text is None else text
    return Event(number, f"event-{number}", year, wording, text, links, printed=printed)


def content(
    *,
    partners: Sequence[Partner] = ALL,
    acts: Sequence[Agreement] = (),
    events: Sequence[Event] = (),
) -> RegisterContent:
    return RegisterContent(
        TITLE, (ASIA, EUROPE), (JAPAN, AUSTRIA), tuple(partners), tuple(acts), tuple(events)
    )


def names(report: YearlyReport) -> list[str]:
    return [block.name for block in report.blocks if not block.of_whole_country]


def block(report: YearlyReport, uuid: str) -> ReportBlock:
    (found,) = [entry for entry in report.blocks if entry.partner_uuid == uuid]
    return found


def test_the_frame_of_a_year_without_events() -> None:
    report = build_report(content(acts=[act(1, 1, "02.07.2001")]), 2024)
    assert report.title_lines == ("СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА", "С ГОРОДАМИ – ПАРТНЕРАМИ")
    assert report.headers == (
        "Страна",
        "Город",
        "Основание для сотрудничества",
        "Год установления связей/ подписания документа",
        "Основные мероприятия в 2024 году",
    )
    assert [band.heading for band in report.bands] == ["ЕВРОПА", "АЗИЯ"]
    assert [country.name for country in report.countries] == ["Австрия", "Япония"]
    assert names(report) == ["", "г. Грац", "г. Осака", "провинция Хоккайдо"]
    assert report.event_count == 0
    assert report.partner_count == 4
    assert not report.left_out
    document = ReportDocument("act-1", "Соглашение", "02.07.2001")
    assert block(report, "graz").rows == (ReportRow(document, None),)
    assert block(report, "osaka").rows == (ReportRow(None, None),)


def test_one_event_a_row_beside_the_documents_and_their_dates() -> None:
    report = build_report(
        content(
            acts=[act(1, 1, "1956 г. – установление связей", title=None), act(2, 1, "20.09.1962")],
            events=[event(number, ("partner", 1)) for number in (1, 2, 3)],
        ),
        2020,
    )
    assert block(report, "graz").rows == (
        ReportRow(
            ReportDocument("act-1", "", "1956 г. – установление связей"),
            ReportEvent("event-1", "3 сентября – визит 1"),
        ),
        ReportRow(
            ReportDocument("act-2", "Соглашение", "20.09.1962"),
            ReportEvent("event-2", "3 сентября – визит 2"),
        ),
        ReportRow(None, ReportEvent("event-3", "3 сентября – визит 3")),
    )


def test_dates_stand_in_one_line_or_below_each_other_as_they_were_written() -> None:
    turku, helsinki = act(1, 1, "10.08.2002", "27.09.2016"), act(2, 1, "27.05.1993", "29.12.2016")
    turku = replace(turku, dates=(turku.dates[0], replace(turku.dates[1], separator=", ")))
    report = build_report(content(acts=[turku, helsinki]), 2020)
    assert [document.dates for document in block(report, "graz").documents] == [
        "10.08.2002, 27.09.2016",
        "27.05.1993\n29.12.2016",
    ]


def test_an_agreement_that_holds_nothing_yet_makes_no_line() -> None:
    report = build_report(content(acts=[act(1, 1, title=None), act(2, 1, "", title=" ")]), 2020)
    assert block(report, "graz").documents == ()


def test_events_of_a_whole_country_stand_before_its_partners() -> None:
    report = build_report(
        content(events=[event(1, ("country", 2)), event(2, ("partner", 3))]), 2020
    )
    first, second, third = report.countries[1].blocks
    assert first.of_whole_country
    assert first.events == (ReportEvent("event-1", "3 сентября – визит 1"),)
    assert (second.partner_uuid, third.partner_uuid) == ("osaka", "hokkaido")
    assert report.partner_count == 4


@pytest.mark.parametrize(
    ("cells", "owner"),
    [
        ([("partner", 4), ("partner", 3)], "osaka"),
        ([("partner", 3), ("partner", 1)], "graz"),
        ([("partner", 3), ("country", 2)], None),
        ([("country", 2), ("partner", 1)], "graz"),
    ],
)
def test_a_shared_event_is_printed_once_under_the_first_in_report_order(
    cells: list[tuple[str, int]], owner: str | None
) -> None:
    report = build_report(content(events=[event(1, *cells)]), 2020)
    assert [entry.partner_uuid for entry in report.blocks if entry.events] == [owner]
    assert report.event_count == 1


def test_events_stand_in_the_order_of_their_cell_and_not_of_their_dates() -> None:
    late, early = (
        event(1, ("partner", 3), date="18 февраля"),
        event(2, ("partner", 3), date="1 мая"),
    )
    moved = replace(early, links=(replace(early.links[0], position=0),))
    report = build_report(content(events=[late, moved]), 2020)
    assert [entry.uuid for entry in block(report, "osaka").events] == ["event-2", "event-1"]


def test_only_events_of_the_year_that_are_to_be_printed() -> None:
    report = build_report(
        content(
            events=[
                event(1, ("partner", 3), year=2019),
                event(2, ("partner", 3), printed=False),
                event(3),
                event(4, ("partner", 3), date="", text=" "),
                event(5, ("partner", 3), date="", text="встреча"),
            ]
        ),
        2020,
    )
    assert [entry.text for entry in block(report, "osaka").events] == ["встреча"]
    assert report.left_out == LeftOut(events=1, unplaced=1, blank=1)


@pytest.mark.parametrize(
    ("status", "when", "stands"),
    [
        (Status.ENDED, "31.12.2019", False),
        (Status.ENDED, "2019", False),
        (Status.ENDED, "декабрь 2019 г.", False),
        (Status.ENDED, "01.01.2020", True),
        (Status.ENDED, "2020", True),
        (Status.ENDED, "", True),
        (Status.ENDED, "давно", True),
        (Status.SUSPENDED, "31.12.2019", True),
        (Status.UNCONFIRMED, "2001", True),
    ],
)
def test_a_relation_that_ended_before_the_year_is_left_out_and_counted(
    status: Status, when: str, stands: bool
) -> None:
    ended = replace(OSAKA, status=status, status_date=PartialDate.parse(when))
    report = build_report(content(partners=[ended, HOKKAIDO]), 2020)
    assert ("г. Осака" in names(report)) is stands
    assert report.left_out.partners == (0 if stands else 1)


def test_a_relation_that_began_after_the_year_is_left_out_and_counted() -> None:
    acts = [act(1, 3, "15.03.2021"), act(2, 3, "2023"), act(3, 3)]
    report = build_report(content(acts=acts), 2020)
    assert "г. Осака" not in names(report)
    assert report.left_out == LeftOut(partners=1)
    assert "г. Осака" in names(build_report(content(acts=acts), 2021))


@pytest.mark.parametrize("printed", [True, False])
def test_a_partner_with_events_of_the_year_always_stands(printed: bool) -> None:
    ended = replace(OSAKA, status=Status.ENDED, status_date=PartialDate.parse("1999"))
    later = [act(1, 4, "2023")]
    visits = [event(1, ("partner", 3), printed=printed), event(2, ("partner", 4), printed=printed)]
    report = build_report(content(partners=[ended, HOKKAIDO], acts=later, events=visits), 2020)
    assert names(report) == ["г. Осака", "провинция Хоккайдо"]
    assert report.left_out.partners == 0


def test_an_event_of_another_year_keeps_nobody() -> None:
    ended = replace(OSAKA, status=Status.ENDED, status_date=PartialDate.parse("1999"))
    visit = event(1, ("partner", 3), year=2019)
    report = build_report(content(partners=[ended, HOKKAIDO], events=[visit]), 2020)
    assert names(report) == ["провинция Хоккайдо"]


def test_acts_and_renewals_after_the_year_are_left_out_and_counted() -> None:
    acts = [
        act(1, 3, "1979 г.", "10.02.2021"),
        act(2, 3, "31.12.2020"),
        act(3, 3, "01.01.2021"),
        act(4, 3, title="Протокол"),
    ]
    report = build_report(content(acts=acts), 2020)
    assert block(report, "osaka").documents == (
        ReportDocument("act-1", "Соглашение", "1979 г."),
        ReportDocument("act-2", "Соглашение", "31.12.2020"),
        ReportDocument("act-4", "Протокол", ""),
    )
    assert report.left_out == LeftOut(agreements=1, dates=1)


def test_what_is_added_later_does_not_change_an_earlier_table() -> None:
    acts, visits = [act(1, 3, "1979 г.")], [event(1, ("partner", 3))]
    before = build_report(content(acts=acts, events=visits), 2020)
    kobe = Partner(5, "kobe", 2, PartnerKind.CITY, "г. Кобе", 512)
    ended = replace(HOKKAIDO, status=Status.ENDED, status_date=PartialDate.parse("05.05.2023"))
    after = build_report(
        content(
            partners=[GRAZ, WHOLE_AUSTRIA, OSAKA, ended, kobe],
            acts=[*acts, act(2, 5, "03.04.2023"), act(3, 3, "2022")],
            events=[*visits, event(2, ("partner", 5), year=2023)],
        ),
        2020,
    )
    assert after.bands == before.bands


def test_a_country_and_a_band_of_which_nothing_stands_are_left_out() -> None:
    ended = replace(GRAZ, status=Status.ENDED, status_date=PartialDate.parse("1999"))
    report = build_report(content(partners=[ended, OSAKA]), 2020)
    assert [band.heading for band in report.bands] == ["АЗИЯ"]
    assert report.left_out == LeftOut(countries=1, partners=1)


def test_a_register_without_records_gives_the_heads_alone() -> None:
    report = build_report(RegisterContent(TITLE), 2020)
    assert report.bands == ()
    assert report.event_count == report.partner_count == 0


@pytest.mark.parametrize("year", [0, 999, 10_000, -2020])
def test_a_year_that_is_none(year: int) -> None:
    with pytest.raises(ReportImpossible) as caught:
        build_report(content(), year)
    assert caught.value.problem == "year"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (TITLE, ("СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА", "С ГОРОДАМИ – ПАРТНЕРАМИ")),
        ("Города-партнёры", ("Города-партнёры",)),
        ("", ()),
        ("Первая строка\n вторая \n\n", ("Первая строка", "вторая")),
        ("Ы" * 80, ("Ы" * 80,)),
        (
            "Международное сотрудничество города Выборга в Ленинградской области",
            ("Международное сотрудничество города Выборга", "в Ленинградской области"),
        ),
    ],
)
def test_a_title_is_split_where_it_reads_well(title: str, lines: tuple[str, ...]) -> None:
    assert title_lines(title) == lines


@given(st.lists(st.sampled_from(["с", "–", "город", "и", "ПАРТНЕРЫ", "на"]), max_size=20))
def test_a_title_loses_no_word_and_has_two_lines_at_most(words: list[str]) -> None:
    lines = title_lines(" ".join(words))
    assert " ".join(lines).split() == words
    assert len(lines) <= 2
