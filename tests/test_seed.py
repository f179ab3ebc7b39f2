"""The 2020 register that is shipped: whole, verbatim, and with ids that never change."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import UUID, uuid5

import jsonschema
import pytest

from partners_app.domain.names import fold, partner_kind
from partners_app.domain.partial_date import parse_partial_date
from partners_app.domain.records import Agreement, Event, RegisterContent
from partners_app.domain.vocabulary import (
    AgreementKind,
    DateMeaning,
    EventFormat,
    EventKind,
    PartnerKind,
)
from partners_app.exchange.register_json import json_text, read_register_json, to_json
from partners_app.paths import database_files

_SEED = database_files() / "seed" / "register-2020.json"
_NAMESPACE = UUID("5b0c6f0e-2b1f-4a8e-9c55-2f6d0a7b2020")

# South, north, west, east: degrees, a little wider than the country.
_BOXES = {
    "Австрия": (46, 49.5, 9, 17.5),
    "Венгрия": (45.5, 49, 16, 23),
    "Великобритания": (49.5, 61, -8.5, 2),
    "Бельгия": (49, 52, 2, 7),
    "Болгария": (41, 44.5, 22, 29),
    "Германия": (47, 55.5, 5.5, 15.5),
    "Греция": (34.5, 42, 19, 30),
    "Италия": (35, 47.5, 6, 19),
    "Кипр": (34.5, 36, 32, 35),
    "Латвия": (55.5, 58.5, 20.5, 28.5),
    "Нидерланды": (50.5, 54, 3, 7.5),
    "Республика Сербская Боснии и Герцеговины": (42.5, 45.5, 15.5, 20),
    "Финляндия": (59.5, 70.5, 19, 32),
    "Хорватия": (42, 47, 13, 20),
    "Вьетнам": (8, 24, 102, 110),
    "Израиль": (29, 33.5, 34, 36),
    "Индия": (6, 36, 68, 98),
    "Иран": (25, 40, 44, 64),
    "Китай": (18, 54, 73, 135),
    "Монголия": (41, 53, 87, 120),
    "Республика Корея": (33, 39, 125, 130),
    "Япония": (30, 46, 129, 146),
    "Азербайджан": (38, 42, 44, 51),
    "Армения": (38.5, 41.5, 43, 47),
    "Белоруссия": (51, 56.5, 23, 33),
    "Казахстан": (40, 56, 46, 88),
    "Киргизия": (39, 43.5, 69, 81),
    "Молдова": (45, 49, 26, 30.5),
    "Туркменистан": (35, 43, 52, 67),
    "Узбекистан": (37, 46, 55, 74),
}


@cache
def _values() -> Any:
    return json.loads(_SEED.read_text(encoding="utf-8"))


@cache
def _content() -> RegisterContent:
    return read_register_json(_SEED).content


def _printed() -> Iterator[str]:
    """Yield every text of the table as printed, in order."""
    table = _values()
    yield table["title"]
    for region in table["regions"]:
        yield region["heading"]
        for country in region["countries"]:
            yield country["name"]
            for partner in country["partners"]:
                yield partner["city"] or ""
                for agreement in partner["agreements"]:
                    yield agreement["basis"] or ""
                    yield from agreement["dates"]
                for event in partner["events"]:
                    yield event["date_text"]
                    yield event["text"]


def test_it_keeps_the_schema_and_reads_without_a_finding() -> None:
    schema = json.loads((database_files() / "register.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(
        _values(), schema, format_checker=jsonschema.FormatChecker(["date", "uuid"])
    )
    read = read_register_json(_SEED)
    assert read.findings == ()
    # Every record has its id already.
    assert read.stated == {}


def test_written_again_it_is_the_same_file() -> None:
    assert json_text(to_json(_content(), {})) == _SEED.read_text(encoding="utf-8")


def test_it_holds_what_the_table_holds() -> None:
    content = _content()
    assert len(content.regions) == 3
    assert [region.name for region in content.regions] == ["Европа", "Азия", "СНГ"]
    assert len(content.countries) == 30
    assert len(content.partners) == 52
    assert len([partner for partner in content.partners if partner.name is None]) == 9
    documents = [item for item in content.agreements if item.kind is not AgreementKind.TIES]
    assert len(documents) == 49
    assert len(content.agreements) == 60
    assert sum(len(agreement.dates) for agreement in content.agreements) == 62
    assert len(content.events) == 130
    assert len([event for event in _raw_events() if event["end"] is not None]) == 28
    assert {event.report_year for event in content.events} == {2020}
    assert all(len(event.links) == 1 and event.printed for event in content.events)


def _raw_events() -> Iterator[Any]:
    for region in _values()["regions"]:
        for country in region["countries"]:
            for partner in country["partners"]:
                yield from partner["events"]


def test_the_words_are_the_table_s_own() -> None:
    assert sum(len(re.findall(r"\w+", text)) for text in _printed()) == 4481
    digest = hashlib.sha256("\n".join(_printed()).encode()).hexdigest()
    assert digest == "73aa97128a00759e0d2298f6acd6e45ab62d1c40e9936c7157a6bbf906042ee2"
    # Misprints of the document are kept.
    whole = "\n".join(_printed())
    for misprint in ("Муниципалитет. Будапешта", "меропритяий", "перегворы", "Манчжурии"):
        assert misprint in whole
    assert '"note"' not in _SEED.read_text(encoding="utf-8")


def test_every_date_reads_as_it_is_stated() -> None:
    for event in _raw_events():
        date = parse_partial_date(event["date_text"], year=2020)
        assert date.readable, event["date_text"]
        assert str(date.earliest) == event["start"]
        assert str(date.latest) == (event["end"] or event["start"])
        assert date.precision == event["precision"]
    for agreement in _content().agreements:
        assert all(date.date.readable for date in agreement.dates)
        for valid in (agreement.valid_from, agreement.valid_to):
            assert valid.readable or not valid.text


def _ids(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        if "id" in value:
            yield value["id"], path
        if "link_id" in value:
            yield value["link_id"], f"{path}.link_id"
        for key, item in value.items():
            yield from _ids(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _ids(item, f"{path}[{number}]")


def test_ids_are_fixed_and_given_once() -> None:
    ids = list(_ids(_values(), ""))
    assert len(ids) == len({uuid for uuid, _ in ids})
    # 3 bands, 30 countries, 52 partners, 60 agreements, 62 dates, 130 events and their places.
    assert len(ids) == 3 + 30 + 52 + 60 + 62 + 130 + 130 + _other_names()
    for uuid, path in ids:
        assert uuid == str(uuid5(_NAMESPACE, path)), path
    # One of them literally, so that the rule itself cannot drift.
    assert _values()["regions"][0]["id"] == "3af48a4f-22a9-5c90-b35d-0aae0426b60d"


def _other_names() -> int:
    content = _content()
    countries = sum(len(country.other_names) for country in content.countries)
    return countries + sum(len(partner.other_names) for partner in content.partners)


def test_every_partner_lies_in_its_country() -> None:
    names = {country.id: country.name for country in _content().countries}
    assert set(names.values()) == set(_BOXES)
    for partner in _content().partners:
        south, north, west, east = _BOXES[names[partner.country_id]]
        assert partner.latitude is not None
        assert partner.longitude is not None
        assert south < partner.latitude < north, partner.name
        assert west < partner.longitude < east, partner.name


def test_kinds_of_partners_are_what_their_names_say_or_what_was_read() -> None:
    # The only two whose name alone does not tell: a region of Greece, a prefecture of Japan.
    read_by_hand = {"Центральная Македония", "Ямагата"}
    for partner in _content().partners:
        if partner.name in read_by_hand:
            assert partner.kind is PartnerKind.REGION
        else:
            assert partner.kind is partner_kind(partner.name), partner.name


def _by_city(city: str) -> list[Agreement]:
    ids = {partner.id for partner in _content().partners if partner.name == city}
    return [agreement for agreement in _content().agreements if agreement.partner_id in ids]


def test_two_dates_of_one_title_are_signing_and_renewal() -> None:
    ties, protocol = _by_city("г. Турку")
    assert [date.meaning for date in ties.dates] == [DateMeaning.TIES]
    assert [(date.date.text, date.separator, date.meaning) for date in protocol.dates] == [
        ("10.08.2002", "", DateMeaning.SIGNED),
        ("27.09.2016", ", ", DateMeaning.RENEWED),
    ]
    assert protocol.their_signatory == "Мэрия города Турку"
    (declaration,) = _by_city("Хельсинки")
    assert [date.separator for date in declaration.dates] == ["", ""]


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        ("Соглашени", AgreementKind.AGREEMENT),
        ("Генеральное соглашение", AgreementKind.AGREEMENT),
        ("Протокол", AgreementKind.PROTOCOL),
        ("Меморандум", AgreementKind.MEMORANDUM),
        ("Декларация", AgreementKind.DECLARATION),
        ("Договор", AgreementKind.TREATY),
        ("План мероприятий", AgreementKind.ROAD_MAP),
        ("«Дорожная карта»", AgreementKind.ROAD_MAP),
        ("Решение", AgreementKind.COUNCIL_DECISION),
        ("Установление связей", AgreementKind.TIES),
    ],
)
def test_the_title_says_the_kind(beginning: str, kind: AgreementKind) -> None:
    titled = [item for item in _content().agreements if (item.title or "").startswith(beginning)]
    assert titled
    assert {agreement.kind for agreement in titled} == {kind}


def test_every_agreement_and_date_has_its_kind_and_meaning() -> None:
    for agreement in _content().agreements:
        meanings = {date.meaning for date in agreement.dates}
        if agreement.kind is AgreementKind.TIES:
            assert meanings == {DateMeaning.TIES}
        else:
            assert agreement.kind is not None
            assert meanings <= {DateMeaning.SIGNED, DateMeaning.RENEWED}


def test_validity_is_what_titles_state() -> None:
    stated = [
        (agreement.valid_from.text, agreement.valid_to.text)
        for agreement in _content().agreements
        if re.search(r"на \d{4}\s*-", agreement.title or "")
    ]
    assert stated == [("2018", "2021"), ("2019", "2021"), ("2018", "2022")]
    assert sum(bool(agreement.valid_from.text) for agreement in _content().agreements) == 3


def test_signatories_are_words_of_the_title() -> None:
    for agreement in _content().agreements:
        title = set(fold(agreement.title or "").split())
        for side in (agreement.our_signatory, agreement.their_signatory):
            # Another case of the same word begins alike.
            for word in fold(side).split():
                stem = word[:4] if len(word) > 4 else word[:2]
                assert any(part.startswith(stem) for part in title), (agreement.title, word)


def _with(pattern: str) -> list[Event]:
    return [event for event in _content().events if re.search(pattern, event.text)]


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        (r"^(рабочий )?визит", EventKind.VISIT),
        (r"^посещение", EventKind.VISIT),
        (r"^(рабочие )?встреч", EventKind.MEETING),
        (r"^ВКС", EventKind.MEETING),
        (r"^открытие .*выстав", EventKind.EXHIBITION),
        (r"^заседание рабоч", EventKind.WORKING_GROUP),
        (r"^круглый стол", EventKind.ROUND_TABLE),
        (r"^(научно-практическая |итоговая международная )?конференция", EventKind.CONFERENCE),
        (r"^семинар|вебинар", EventKind.SEMINAR),
        (r"^(онлайн )?перего?во", EventKind.TALKS),
        (r"гуманитарн(ого груза|ая помощь|ой помощи)", EventKind.HUMANITARIAN_AID),
        (r"^подписаны", EventKind.SIGNING),
        (r"Дн(и|ей) (Шотландии|Латвии|Котки)", EventKind.CITY_DAYS),
    ],
)
def test_events_are_of_the_kind_that_they_call_themselves(pattern: str, kind: EventKind) -> None:
    found = _with(pattern)
    assert found
    assert {event.kind for event in found} == {kind}


def test_every_event_has_a_kind_and_video_is_told() -> None:
    events = _content().events
    assert all(event.kind for event in events)
    video = r"(?i)^(проведение |проведены )?(ВКС|онлайн|виде|телеконф)|формате ВКС|вебинар|онлайн"
    assert {event.format for event in _with(video)} == {EventFormat.VIDEO}
    in_person = {EventKind.VISIT, EventKind.EXHIBITION, EventKind.CEREMONY}
    for event in events:
        if event.kind in in_person:
            assert event.format is EventFormat.IN_PERSON, event.text
    # What a reader of all 130 found; a change here is a change of the sample.
    assert Counter(event.format for event in events) == {
        EventFormat.IN_PERSON: 60,
        EventFormat.VIDEO: 43,
        None: 27,
    }
