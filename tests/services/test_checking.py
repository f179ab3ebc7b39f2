"""The sample of 2020 is checked: what its source slipped is found, and nothing else is invented."""

from collections import Counter
from pathlib import Path

import pytest

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.services import events, sample
from partners_app.services.catalogue import Scope
from partners_app.services.checking import check
from partners_app.services.register import Register


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
