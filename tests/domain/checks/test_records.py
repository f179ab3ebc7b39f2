"""A clerk asks, before the report, what is missing, unreadable or mistyped."""

from dataclasses import replace

import pytest

from partners_app.domain.checks import check_content
from partners_app.domain.findings import Finding, FindingCode, Severity
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
from partners_app.domain.vocabulary import AgreementKind, PartnerKind, Status


def signed(text: str, number: int = 1) -> AgreementDate:
    return AgreementDate(number, f"date-{number}", PartialDate.parse(text), None, 1024)


AGREEMENT = Agreement(
    1, "act", 1, AgreementKind.PROTOCOL, "Протокол о сотрудничестве", 1024, (signed("02.07.2001"),)
)
EVENT = Event(
    1,
    "visit",
    2020,
    PartialDate.parse("20-22 февраля", year=2020),
    "визит делегации (переговоры в музее «Альбертина»).",
    (EventLink(1, "link", 1, None, 1024),),
)
CLEAN = RegisterContent(
    "Сотрудничество",
    (Region(1, "europe", "Европа", "ЕВРОПА", 1024),),
    (Country(1, "austria", 1, "Австрия", 1024),),
    (Partner(1, "graz", 1, PartnerKind.CITY, "г. Грац", 1024),),
    (AGREEMENT,),
    (EVENT,),
    2020,
)


def with_event(**fields: object) -> RegisterContent:
    return replace(CLEAN, events=(replace(EVENT, **fields),))  # type: ignore[arg-type]


def with_agreement(**fields: object) -> RegisterContent:
    return replace(CLEAN, agreements=(replace(AGREEMENT, **fields),))  # type: ignore[arg-type]


def only(content: RegisterContent) -> Finding:
    (finding,) = check_content(content)
    return finding


def test_a_clean_register_has_no_findings() -> None:
    assert check_content(CLEAN) == []
    assert check_content(replace(CLEAN, year=None)) == []


def test_a_partner_without_any_basis() -> None:
    finding = only(replace(CLEAN, agreements=()))
    assert (finding.code, finding.severity) == (FindingCode.NO_BASIS, Severity.WARNING)
    assert (finding.table, finding.record) == ("partner", "graz")
    assert finding.values["place"] == "Австрия · г. Грац"


def test_a_partner_whose_events_are_not_printed_has_none_in_the_report() -> None:
    finding = only(with_event(printed=False))
    assert (finding.code, finding.record) == (FindingCode.NO_EVENTS, "graz")


def test_a_document_without_a_date() -> None:
    finding = only(with_agreement(dates=()))
    assert (finding.code, finding.severity) == (
        FindingCode.AGREEMENT_WITHOUT_DATE,
        Severity.ERROR,
    )
    assert finding.values["text"] == "Протокол о сотрудничестве"


def test_an_empty_date_field_is_no_date() -> None:
    finding = only(with_agreement(dates=(signed(" "),)))
    assert finding.code == FindingCode.AGREEMENT_WITHOUT_DATE


def test_dates_without_a_document_are_named_in_a_note() -> None:
    finding = only(with_agreement(title=None, dates=(signed("1956 г."), signed("1962", 2))))
    assert (finding.code, finding.severity) == (
        FindingCode.DATE_WITHOUT_DOCUMENT,
        Severity.NOTE,
    )
    assert finding.values["text"] == "1956 г., 1962"


def test_an_agreement_with_neither_title_nor_date() -> None:
    assert only(with_agreement(title="", dates=())).code == FindingCode.EMPTY_AGREEMENT


def test_a_partner_without_events_is_named_for_a_year_only() -> None:
    finding = only(replace(CLEAN, events=()))
    assert (finding.code, finding.severity) == (FindingCode.NO_EVENTS, Severity.NOTE)
    assert finding.values["year"] == "2020"
    assert check_content(replace(CLEAN, events=(), year=None)) == []


def test_an_event_without_a_date_or_a_text() -> None:
    assert only(with_event(date=PartialDate(""))).code == FindingCode.EVENT_WITHOUT_DATE
    assert only(with_event(text=" ")).code == FindingCode.EVENT_WITHOUT_TEXT


def test_an_event_that_stands_nowhere_is_not_lost() -> None:
    content = replace(with_event(links=()), year=None)
    finding = only(content)
    assert finding.code == FindingCode.EVENT_WITHOUT_PLACE
    assert finding.values["place"] == "20-22 февраля (2020)"


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        ("31 февраля", "no_such_day"),
        ("когда-нибудь весной", "not_a_date"),
        ("22-20 февраля", "reversed"),
    ],
)
def test_a_date_that_nobody_can_read_says_why(wording: str, reason: str) -> None:
    finding = only(with_event(date=PartialDate.parse(wording, year=2020)))
    assert (finding.code, finding.field) == (FindingCode.UNREADABLE_DATE, "date")
    assert finding.values["reason"] == reason
    assert finding.values["place"] == f"Австрия · г. Грац · {wording}"


def test_unreadable_dates_of_an_agreement() -> None:
    finding = only(with_agreement(dates=(signed("31.02.2001"),)))
    assert (finding.table, finding.record) == ("agreement_date", "date-1")
    assert only(with_agreement(valid_to=PartialDate.parse("скоро"))).field == "valid_to"


@pytest.mark.parametrize(
    ("wording", "outside"),
    [
        ("3 сентября 2019 г.", True),
        ("2021 г.", True),
        ("3 сентября 2020 г.", False),
        ("28 декабря 2019 г. – 3 января 2020 г.", False),
    ],
)
def test_an_event_outside_its_report_year(wording: str, outside: bool) -> None:
    date = PartialDate.parse(wording, year=2020)
    assert date.readable
    found = [finding.code for finding in check_content(with_event(date=date))]
    assert found == ([FindingCode.OUTSIDE_YEAR] if outside else [])


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("встреча (с руководством.", "("),
        ("концерт «Театром-фестивалем «Балтийский Дом».", "«"),
        ("выставка «Дни города»».", "»"),
        ("(визит].", "(]"),
    ],
)
def test_each_unpaired_sign_is_found_and_shown(text: str, signs: str) -> None:
    found = check_content(with_event(text=text))
    assert {finding.code for finding in found} == {FindingCode.UNPAIRED_SIGN}
    assert [finding.values["sign"] for finding in found] == list(signs)
    assert all(text[int(item.values["at"])] == item.values["sign"] for item in found)


def test_titles_and_names_are_read_for_signs_too() -> None:
    assert only(with_agreement(title="Соглашение (2018 год")).field == "title"
    mumbai = replace(CLEAN.partners[0], name="Мумбай (Бомбей")
    assert only(replace(CLEAN, partners=(mumbai,))).record == "graz"


def test_the_context_of_a_sign_in_a_long_text_is_cut_on_both_sides() -> None:
    (finding,) = check_content(with_event(text="слово " * 40 + "(слово" + " слово" * 40 + "."))
    assert finding.values["text"].startswith("…")
    assert finding.values["text"].endswith("…")
    assert len(finding.values["text"]) < 70


def test_findings_come_in_report_order_and_a_shared_event_once() -> None:
    vienna = Partner(2, "vienna", 1, PartnerKind.CITY, "Вена", 2048)
    links = (EventLink(2, "link-2", 2, None, 1024), EventLink(1, "link-1", 1, None, 1024))
    shared = replace(EVENT, text="концерт (весной.", links=links)
    of_country = (EventLink(3, "link-3", None, 1, 1024),)
    whole = replace(EVENT, id=2, uuid="whole", text="форум (осенью.", links=of_country)
    content = replace(
        CLEAN,
        partners=(*CLEAN.partners, vienna),
        agreements=(replace(AGREEMENT, title="Протокол (второй"),),
        events=(whole, shared),
    )
    assert [(item.record, item.code) for item in check_content(content)] == [
        ("whole", FindingCode.UNPAIRED_SIGN),
        ("act", FindingCode.UNPAIRED_SIGN),
        ("visit", FindingCode.UNPAIRED_SIGN),
        ("vienna", FindingCode.NO_BASIS),
    ]


def test_a_partner_that_the_table_of_the_year_leaves_out_is_not_asked_about() -> None:
    ended = replace(
        CLEAN.partners[0], status=Status.ENDED, status_date=PartialDate.parse("31.12.2018")
    )
    content = replace(CLEAN, partners=(ended,), events=(), agreements=())
    assert check_content(content) == []
    assert only(replace(content, year=None)).code == FindingCode.NO_BASIS
    assert [item.code for item in check_content(replace(content, year=2018))] == [
        FindingCode.NO_BASIS,
        FindingCode.NO_EVENTS,
    ]
