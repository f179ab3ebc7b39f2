"""The sample of 2020 is checked: what its source slipped is found, and nothing else is invented."""

from collections import Counter
from pathlib import Path

import pytest

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
from partners_app.domain.vocabulary import AgreementKind, PartnerKind
from partners_app.services import checking, events, sample
from partners_app.services.catalogue import Scope
from partners_app.services.checking import check
from partners_app.services.register import Register


def _events(*told: tuple[str, str]) -> tuple[Event, ...]:
    return tuple(
        Event(
            -number,
            f"event-{number}",
            2020,
            PartialDate.parse(wording, year=2020),
            text,
            (EventLink(-number, f"link-{number}", -1 - number % 2, None, number * 1024),),
        )
        for number, (wording, text) in enumerate(told, start=1)
    )


CLEAN = RegisterContent(
    "Сотрудничество",
    (Region(-1, "europe", "Европа", "ЕВРОПА", 1024),),
    (Country(-1, "austria", -1, "Австрия", 1024),),
    (
        Partner(-1, "graz", -1, PartnerKind.CITY, "г. Грац", 1024),
        Partner(-2, "wien", -1, PartnerKind.CITY, "Вена", 2048),
    ),
    tuple(
        Agreement(
            -number,
            f"act-{number}",
            -number,
            AgreementKind.PROTOCOL,
            title,
            1024,
            (AgreementDate(-number, f"date-{number}", PartialDate.parse(day), None, 1024),),
        )
        for number, title, day in (
            (1, "Протокол о сотрудничестве между Санкт-Петербургом и Грацем", "02.07.2001"),
            (2, "План мероприятий «Дорожная карта» на 2020-2023 гг.", "10.02.2020"),
        )
    ),
    _events(
        ("9-10 февраля", "визит делегации Вены; подписан План мероприятий «Дорожная карта»."),
        ("20-22 февраля", "переговоры с директором музея «Альбертина» (обмен опытом работы)."),
        ("28 марта – 1 апреля", "75-летие Победы: онлайн-концерт и выставка (2 зала)."),
        ("В сентябре", "семинар по научно-технической и торгово-экономической тематике."),
        ("В течение года", "вебинары для г-жи Ильсок – консула; всего 120 чел. (2 группы)…"),
    ),
)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return sample.create(tmp_path / "r.partners", author="Проверка")


def of(findings: list[Finding], code: FindingCode) -> list[Finding]:
    return [finding for finding in findings if finding.code is code]


def test_what_the_2020_table_lacks(register: Register) -> None:
    found = check(register, 2020)
    assert [item.values["place"] for item in of(found, FindingCode.NO_BASIS)] == [
        "Япония · Ямагата"
    ]
    (zagreb,) = of(found, FindingCode.AGREEMENT_WITHOUT_DATE)
    assert zagreb.values["place"] == "Хорватия · Загреб"
    assert zagreb.severity is Severity.ERROR
    assert len(of(found, FindingCode.DATE_WITHOUT_DOCUMENT)) == 7
    assert not of(found, FindingCode.UNREADABLE_DATE), "every date of the table can be read"
    assert not of(found, FindingCode.EVENT_WITHOUT_DATE)
    assert not of(found, FindingCode.OUTSIDE_YEAR)


def test_every_unpaired_sign_of_the_source_is_found_and_no_other(register: Register) -> None:
    found = of(check(register, 2020), FindingCode.UNPAIRED_SIGN)
    places = [(item.values["place"], item.values["sign"]) for item in found]
    assert sorted(
        (place.split(" · ")[0], place.split(" · ")[-1], sign) for place, sign in places
    ) == sorted(
        [
            ("Республика Сербская Боснии и Герцеговины", "3 марта", "("),
            ("Республика Сербская Боснии и Герцеговины", "4 марта", "("),
            ("Вьетнам", "8 октября", "("),
            ("Япония", "21-23 января", "("),
            ("Япония", "10 декабря", "("),
            ("Япония", "29 октября", "»"),
            ("Молдова", "12 декабря", "("),
            ("Белоруссия", "8 января", "«"),
        ]
    )


def test_partners_without_events_are_named_for_each_year(register: Register) -> None:
    codes = Counter(item.code for item in check(register, 2020))
    assert 0 < codes[FindingCode.NO_EVENTS] < 52
    empty = of(check(register, 2021), FindingCode.NO_EVENTS)
    assert len(empty) > codes[FindingCode.NO_EVENTS]
    assert {item.severity for item in empty} == {Severity.NOTE}
    assert not of(check(register, None), FindingCode.NO_EVENTS)


def test_a_clerks_mistake_is_found_and_goes_when_it_is_mended(register: Register) -> None:
    before = check(register, 2020)
    number = events.ids(register, Scope(), 2020)[0]
    events.set_field(register, number, "date", "31 февраля")
    (finding,) = of(check(register, 2020), FindingCode.UNREADABLE_DATE)
    assert finding.values["text"] == "31 февраля"
    assert finding.record == events.load(register, [number])[number].uuid
    register.undo()
    assert check(register, 2020) == before


def test_a_clean_register_has_no_findings(tmp_path: Path) -> None:
    register = Register.create(tmp_path / "clean.partners", author="Проверка", content=CLEAN)
    assert checking.check_all(register, 2020) == []
    assert checking.check_all(register, None) == []
    register.close()


def test_all_years_are_looked_at_for_events_entered_twice(register: Register) -> None:
    codes = Counter(item.code for item in checking.check_all(register, None))
    assert codes[FindingCode.ENTERED_TWICE] == 2
