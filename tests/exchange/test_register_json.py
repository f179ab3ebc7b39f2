"""A register goes into a JSON file and comes back, and a broken file says where it is broken."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from partners_app.domain.errors import (
    InputBroken,
)
from partners_app.domain.event_order import cell_of
from partners_app.domain.findings import FindingCode
from partners_app.domain.records import RegisterContent
from partners_app.domain.vocabulary import DateMeaning, EventKind, PartnerKind
from partners_app.exchange import register_keys
from partners_app.exchange.register_json import (
    JsonRegister,
    read_register_json,
    to_json,
    write_register_json,
)
from partners_app.exchange.same_content import same_content
from partners_app.paths import database_files
from tests.json_table import RECORD_ID, turku
from tests.json_table import event as event_of
from tests.json_table import table as table_of_2020
from tests.register_contents import contents, crowded_cells

_SCHEMA = json.loads((database_files() / "register.schema.json").read_text(encoding="utf-8"))
_VALIDATOR = jsonschema.Draft202012Validator(
    _SCHEMA, format_checker=jsonschema.FormatChecker(["date", "uuid"])
)


def _written(folder: Path, values: Any) -> Path:
    path = folder / "table.json"
    path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return path


def _read(folder: Path, values: Any, year: int | None = None) -> JsonRegister:
    return read_register_json(_written(folder, values), year=year)


def _contractual(told: Any, given_back: Any) -> Any:
    """Return of what is given back the keys that the table has, in the order of the answer."""
    if isinstance(told, dict):
        kept = {key: value for key, value in told.items() if key not in ("note", "uncertain")}
        return {
            key: _contractual(kept[key], value) for key, value in given_back.items() if key in kept
        }
    if isinstance(told, list):
        return [_contractual(*pair) for pair in zip(told, given_back, strict=True)]
    return given_back


def _without_remarks(values: Any) -> Any:
    if isinstance(values, dict):
        return {k: _without_remarks(v) for k, v in values.items() if k not in ("note", "uncertain")}
    return [_without_remarks(value) for value in values] if isinstance(values, list) else values


def test_the_printed_values_come_back_in_the_same_order(tmp_path: Path) -> None:
    table = table_of_2020()
    answer = to_json(_read(tmp_path, table).content, {})
    kept = _contractual(table, answer)
    assert json.dumps(kept) == json.dumps(_without_remarks(table))
    _VALIDATOR.validate(table)
    _VALIDATOR.validate(answer)


def test_two_dates_in_one_line_are_two_dates_of_one_agreement(tmp_path: Path) -> None:
    first, second = _read(tmp_path, table_of_2020()).content.agreements
    assert [(date.separator, date.date.text) for date in second.dates] == [
        ("", "10.08.2002"),
        (", ", "27.09.2016"),
        ("", "2018"),
    ]
    assert [date.meaning for date in first.dates] == [DateMeaning.TIES]
    # The file does not say what happened on the others, so nobody does.
    assert {date.meaning for date in second.dates} == {None}


def test_a_kind_that_no_word_tells_is_guessed_aloud(tmp_path: Path) -> None:
    read = _read(tmp_path, table_of_2020())
    kinds = [partner.kind for partner in read.content.partners]
    assert kinds == [PartnerKind.CITY, PartnerKind.CITY, PartnerKind.COUNTRY]
    guessed = [finding for finding in read.findings if finding.code is FindingCode.KIND_GUESSED]
    assert [finding.values["text"] for finding in guessed] == ["Хельсинки"]


def test_a_date_nobody_can_read_is_kept_with_a_finding(tmp_path: Path) -> None:
    table = table_of_2020()
    turku(table)["events"] = [event_of("когда-нибудь", None, None, None)]
    turku(table)["agreements"][1]["dates"] = ["позже"]
    read = _read(tmp_path, table)
    unreadable = {
        (finding.table, finding.values["text"], finding.values["place"])
        for finding in read.findings
        if finding.code is FindingCode.UNREADABLE_DATE
    }
    assert unreadable == {
        ("event", "когда-нибудь", "Финляндия · г. Турку"),
        ("agreement_date", "позже", "Финляндия · г. Турку"),
    }
    assert _contractual(table, to_json(read.content, {})) == _without_remarks(table)


def test_the_wording_wins_over_the_days_and_says_so(tmp_path: Path) -> None:
    table = table_of_2020()
    turku(table)["events"] = [event_of("20-22 февраля", "2020-02-20", "2020-02-23", "day")]
    read = _read(tmp_path, table)
    (differ,) = (item for item in read.findings if item.code is FindingCode.DATES_DIFFER)
    assert differ.values["other"] == "2020-02-20/2020-02-23"
    event = turku(to_json(read.content, {}))["events"][0]
    assert (event["date_text"], event["end"]) == ("20-22 февраля", "2020-02-22")


def test_the_wording_of_an_agreement_s_date_wins_too(tmp_path: Path) -> None:
    table = table_of_2020()
    agreement = turku(table)["agreements"][1]
    agreement["dates"] = ["2018"]
    agreement["date_details"] = [{"text": "2018", "meaning": "signed", "edtf": "2019"}]
    read = _read(tmp_path, table)
    (differ,) = (item for item in read.findings if item.code is FindingCode.DATES_DIFFER)
    assert (differ.table, differ.values["other"]) == ("agreement_date", "2019")
    assert turku(to_json(read.content, {}))["agreements"][1]["date_details"][0]["edtf"] == "2018"


@pytest.mark.parametrize(
    ("start", "end", "precision", "wording"),
    [
        ("2020-02-20", "2020-02-22", "day", "20-22 февраля"),
        ("2020-02-20", None, None, "20 февраля"),
        ("2020-09-01", "2020-09-30", "month", "В сентябре"),
        ("2020-01-01", "2020-12-31", "year", "В течение года"),
        ("2019-12-30", "2020-01-02", "day", "30 декабря 2019 г. – 2 января 2020 г."),
    ],
)
def test_days_without_a_wording_are_put_into_words(
    tmp_path: Path, start: str, end: str | None, precision: str | None, wording: str
) -> None:
    table = table_of_2020()
    event = {"start": start, "end": end, "precision": precision, "text": "встреча"}
    turku(table)["events"] = [event]
    read = _read(tmp_path, table)
    answer = turku(to_json(read.content, {}))["events"][0]
    assert answer["date_text"] == wording
    assert (answer["start"], answer["end"]) == (start, end)


def test_a_key_that_nobody_knows_is_named(tmp_path: Path) -> None:
    table = table_of_2020()
    turku(table)["mayor"] = "…"
    read = _read(tmp_path, table)
    (unknown,) = (item for item in read.findings if item.code is FindingCode.UNKNOWN_KEY)
    assert unknown.values["text"] == "mayor"
    assert unknown.values["path"] == "regions[0].countries[0].partners[0]"


def test_the_year_may_come_from_outside_but_not_contradict(tmp_path: Path) -> None:
    table = table_of_2020()
    del table["year"]
    assert {event.report_year for event in _read(tmp_path, table, 2021).content.events} == {2021}
    with pytest.raises(InputBroken) as missing:
        _read(tmp_path, table)
    assert missing.value.problem == "year_missing"
    with pytest.raises(InputBroken) as other:
        _read(tmp_path, table_of_2020(), 2021)
    assert (other.value.problem, other.value.detail) == ("other_year", "2020")


def test_an_event_of_several_partners_is_written_once_with_its_places(tmp_path: Path) -> None:
    table = table_of_2020()
    partners = table["regions"][0]["countries"][0]["partners"]
    for number, partner in enumerate(partners):
        partner["id"] = f"{RECORD_ID}{number}"
    turku(table)["events"][0]["partner_ids"] = [f"{RECORD_ID}0", f"{RECORD_ID}1"]
    content = _read(tmp_path, table).content
    shared = next(event for event in content.events if len(event.links) == 2)
    assert {link.partner_id for link in shared.links} == {
        partner.id for partner in content.partners[:2]
    }
    answer = to_json(content, {})
    events = turku(answer)["events"]
    assert events[0]["partner_ids"] == [f"{RECORD_ID}0", f"{RECORD_ID}1"]
    assert events[0]["other_links"][0]["place"] == 0
    assert answer["regions"][0]["countries"][0]["partners"][1]["events"] == []


def test_an_event_of_a_whole_country_stands_before_its_partners(tmp_path: Path) -> None:
    table = table_of_2020()
    country = table["regions"][0]["countries"][0]
    country["events"] = [event_of("5 мая", "2020-05-05", None, "day")]
    content = _read(tmp_path, table).content
    assert content.events[0].links[0].country_id == content.countries[0].id
    answer = to_json(content, {})["regions"][0]["countries"][0]
    assert [event["date_text"] for event in answer["events"]] == ["5 мая"]


@given(contents())
@settings(max_examples=60)
def test_any_register_comes_back_from_its_file(
    tmp_path_factory: pytest.TempPathFactory, content: RegisterContent
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    write_register_json(path, content, {"report_font": "Arial"})
    # What no key can tell: an event that names no year needs one, and there is none.
    read = read_register_json(path)
    told = to_json(content, {"report_font": "Arial"})
    assert to_json(read.content, read.settings) == told
    assert not read.stated
    _VALIDATOR.validate(told)
    assert _in_fixed_order(told, "", _SCHEMA)


@given(crowded_cells())
@settings(max_examples=80)
def test_shared_events_keep_their_place_in_every_cell(
    tmp_path_factory: pytest.TempPathFactory, content: RegisterContent
) -> None:
    path = tmp_path_factory.getbasetemp() / "shared.json"
    write_register_json(path, content, {})
    read = read_register_json(path).content
    assert _cells(read) == _cells(content)
    assert [event.uuid for event in read.events] == [event.uuid for event in content.events]


def _cells(content: RegisterContent) -> dict[str, list[str]]:
    """Return the events of each cell in their order."""
    owners = {("country", item.id): item.uuid for item in content.countries}
    owners |= {("partner", item.id): item.uuid for item in content.partners}
    places: dict[str, list[tuple[int, str]]] = {}
    for event in content.events:
        for link in event.links:
            places.setdefault(owners[cell_of(link)], []).append((link.position, event.uuid))
    return {owner: [uuid for _, uuid in sorted(found)] for owner, found in places.items()}


@given(contents())
@settings(max_examples=30)
def test_a_file_without_ids_says_the_same_as_the_register(
    tmp_path_factory: pytest.TempPathFactory, content: RegisterContent
) -> None:
    path = tmp_path_factory.getbasetemp() / "bare.json"
    told = _without_ids(to_json(content, {}))
    path.write_text(json.dumps(told), encoding="utf-8")
    read = read_register_json(path)
    held = to_json(content, {})
    if not any(len(event.links) > 1 for event in content.events) and not any(
        agreement.links for agreement in content.agreements
    ):
        assert same_content(to_json(read.content, {}), held, read.stated)
    other = {**held, "title": content.title + "!"}
    assert not same_content(to_json(read.content, {}), other, read.stated)


def _without_ids(values: Any) -> Any:
    dropped = ("id", "link_id", "partner_ids", "other_links", "links")
    if isinstance(values, dict):
        return {key: _without_ids(value) for key, value in values.items() if key not in dropped}
    return [_without_ids(value) for value in values] if isinstance(values, list) else values


def _in_fixed_order(value: Any, name: str, schema: Any) -> bool:
    """Tell whether the keys of every object stand in the order of the schema."""
    if "$ref" in schema:
        schema = _SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if isinstance(value, dict):
        order = list(schema["properties"])
        assert list(value) == sorted(value, key=order.index), name
        return all(_in_fixed_order(value[k], k, schema["properties"][k]) for k in value)
    if isinstance(value, list):
        return all(_in_fixed_order(item, name, schema["items"]) for item in value)
    return True


@pytest.mark.parametrize(
    ("key", "value"),
    [("remark", "другая"), ("kind", "region"), ("id", f"{RECORD_ID}7"), ("events", [])],
)
def test_a_record_with_an_id_is_compared_whole(tmp_path: Path, key: str, value: Any) -> None:
    table = table_of_2020()
    turku(table)["id"] = f"{RECORD_ID}0"
    read = _read(tmp_path, table)
    held = to_json(read.content, {})
    assert same_content(to_json(read.content, {}), held, read.stated)
    turku(held)[key] = value
    assert not same_content(to_json(read.content, {}), held, read.stated)


def test_a_record_without_an_id_is_compared_by_what_the_file_says(tmp_path: Path) -> None:
    read = _read(tmp_path, table_of_2020())
    held = to_json(_read(tmp_path, table_of_2020()).content, {})
    turku(held).update({"remark": "порт", "kind": "region", "latitude": 60.45})
    assert same_content(to_json(read.content, {}), held, read.stated)
    turku(held)["city"] = "Турку"
    assert not same_content(to_json(read.content, {}), held, read.stated)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("", register_keys.REGISTER_KEYS),
        ("region", register_keys.REGION_KEYS),
        ("country", register_keys.COUNTRY_KEYS),
        ("other_name", register_keys.OTHER_NAME_KEYS),
        ("partner", register_keys.PARTNER_KEYS),
        ("agreement", register_keys.AGREEMENT_KEYS),
        ("date", register_keys.DATE_KEYS),
        ("agreement_link", register_keys.AGREEMENT_LINK_KEYS),
        ("event", register_keys.EVENT_KEYS),
        ("event_link", register_keys.OTHER_LINK_KEYS),
    ],
)
def test_the_schema_names_the_keys_that_are_read(name: str, keys: tuple[str, ...]) -> None:
    schema = _SCHEMA["$defs"][name] if name else _SCHEMA
    assert tuple(schema["properties"]) == (*keys, *register_keys.TRANSCRIBER_KEYS)


def test_the_schema_names_the_values_of_the_closed_lists() -> None:
    event = _SCHEMA["$defs"]["event"]["properties"]
    assert event["kind"]["enum"] == [*(kind.value for kind in EventKind), None]
    partner = _SCHEMA["$defs"]["partner"]["properties"]
    assert partner["kind"]["enum"] == [*(kind.value for kind in PartnerKind), None]
