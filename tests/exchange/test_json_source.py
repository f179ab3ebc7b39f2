"""A broken JSON file says what is wrong and where; nothing of it is guessed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from partners_app.domain.errors import (
    FileEmpty,
    FileIsFolder,
    FileMissing,
    InputBroken,
    PartnersError,
)
from partners_app.exchange.json_source import LIMIT_BYTES
from partners_app.exchange.register_json import read_register_json
from tests.json_table import RECORD_ID, turku
from tests.json_table import table as table_of_2020


def _drop(key: str) -> Callable[[Any], None]:
    return lambda table: table.pop(key)


def _set(key: str, value: Any) -> Callable[[Any], None]:
    return lambda table: table.update({key: value})


def _in_turku(key: str, value: Any) -> Callable[[Any], None]:
    return lambda table: turku(table).update({key: value})


def _in_event(key: str, value: Any) -> Callable[[Any], None]:
    return lambda table: turku(table)["events"][0].update({key: value})


def _in_agreement(key: str, value: Any) -> Callable[[Any], None]:
    return lambda table: turku(table)["agreements"][1].update({key: value})


_TURKU = "regions[0].countries[0].partners[0]"


@pytest.mark.parametrize(
    ("spoil", "problem", "place"),
    [
        (_drop("title"), "missing_key", "title"),
        (_drop("regions"), "missing_key", "regions"),
        (_set("title", 5), "wrong_type", "title"),
        (_set("year", "2020"), "wrong_type", "year"),
        (_set("year", True), "wrong_type", "year"),
        (_set("year", 20), "bad_value", "year"),
        (_set("year", None), "year_missing", f"{_TURKU}.events[0].report_year"),
        (_set("regions", {}), "wrong_type", "regions"),
        (_set("regions", [1]), "wrong_type", "regions[0]"),
        (_set("settings", []), "wrong_type", "settings"),
        (lambda t: t["regions"][0].pop("heading"), "missing_key", "regions[0].heading"),
        (
            lambda t: t["regions"][0]["countries"][1].pop("name"),
            "missing_key",
            "regions[0].countries[1].name",
        ),
        (lambda t: turku(t).pop("city"), "missing_key", f"{_TURKU}.city"),
        (lambda t: turku(t).pop("events"), "missing_key", f"{_TURKU}.events"),
        (_in_turku("kind", "village"), "bad_value", f"{_TURKU}.kind"),
        (_in_turku("latitude", 91), "bad_value", f"{_TURKU}.latitude"),
        (_in_turku("latitude", 60), "missing_key", f"{_TURKU}.longitude"),
        (_in_turku("city", "г. \ud800"), "bad_character", f"{_TURKU}.city"),
        (_in_turku("city", "г.\0"), "bad_character", f"{_TURKU}.city"),
        (_in_turku("id", "17"), "bad_id", f"{_TURKU}.id"),
        (_in_agreement("dates", "2018"), "wrong_type", f"{_TURKU}.agreements[1].dates"),
        (_in_agreement("dates", [2018]), "wrong_type", f"{_TURKU}.agreements[1].dates[0]"),
        (
            _in_agreement("date_details", [{"text": "2019"}]),
            "dates_contradict",
            f"{_TURKU}.agreements[1].dates",
        ),
        (
            _in_agreement("links", [{"agreement_id": f"{RECORD_ID}9", "kind": "replaces"}]),
            "unknown_reference",
            f"{_TURKU}.agreements[1].links[0].agreement_id",
        ),
        (_in_event("text", None), "wrong_type", f"{_TURKU}.events[0].text"),
        (_in_event("start", "20.02.2020"), "bad_date", f"{_TURKU}.events[0].start"),
        (_in_event("start", "2020-02-30"), "bad_date", f"{_TURKU}.events[0].start"),
        (_in_event("end", "2020-02-01"), "bad_date", f"{_TURKU}.events[0].end"),
        (
            lambda t: turku(t)["events"][0].update({"start": None}),
            "missing_key",
            f"{_TURKU}.events[0].start",
        ),
        (
            lambda t: turku(t)["events"][0].update(
                {"date_text": "", "start": "0900-01-01", "end": None}
            ),
            "bad_date",
            f"{_TURKU}.events[0].start",
        ),
        (
            _in_agreement("links", [{"kind": "replaces"}]),
            "missing_key",
            f"{_TURKU}.agreements[1].links[0].agreement_id",
        ),
        (
            _in_event("other_links", [{"place": 0}]),
            "missing_key",
            f"{_TURKU}.events[0].other_links[0].country_id",
        ),
        (_in_event("precision", "week"), "bad_value", f"{_TURKU}.events[0].precision"),
        (_in_event("printed", "yes"), "wrong_type", f"{_TURKU}.events[0].printed"),
        (
            _in_event("partner_ids", [f"{RECORD_ID}9"]),
            "unknown_reference",
            f"{_TURKU}.events[0].partner_ids[0]",
        ),
        (
            lambda t: [event.update({"id": f"{RECORD_ID}1"}) for event in turku(t)["events"]],
            "duplicate_id",
            f"{_TURKU}.events[1].id",
        ),
        (
            lambda t: [turku(t)["events"][0].pop(key) for key in ("date_text", "start", "end")],
            "missing_key",
            f"{_TURKU}.events[0].date_text",
        ),
        (
            lambda t: turku(t)["events"][0].update({"date_text": "", "precision": "month"}),
            "bad_date",
            f"{_TURKU}.events[0].precision",
        ),
    ],
)
def test_a_broken_file_says_what_and_where(
    tmp_path: Path, spoil: Callable[[Any], object], problem: str, place: str
) -> None:
    table = table_of_2020()
    spoil(table)
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(table), encoding="utf-8")
    with pytest.raises(InputBroken) as caught:
        read_register_json(path)
    assert (caught.value.problem, caught.value.place) == (problem, place)


@pytest.mark.parametrize(
    ("data", "problem", "place"),
    [
        (b"{\n  'title': 1}", "not_json", "2:3"),
        (b"   ", "not_json", "1:4"),
        (b'{"title": 1', "not_json", "1:12"),
        ('{\n"title": "Ы"}'.encode("cp1251"), "not_utf8", "2:11"),
        ("{}".encode("utf-16"), "not_utf8", "1:1"),
        (b"[1]", "not_an_object", ""),
        (b"null", "not_an_object", ""),
        (b"[" * 200_000, "too_deep", ""),
        (b'{"title": "a", "title": "b"}', "duplicate_key", ""),
        (b'{"year": NaN}', "bad_value", ""),
        (b'{"year": 1e999}', "bad_value", ""),
        (b'{"year": ' + b"9" * 5000 + b"}", "bad_value", ""),
        (b" " * (LIMIT_BYTES + 1), "too_big", ""),
    ],
)
def test_what_is_no_json_says_so(tmp_path: Path, data: bytes, problem: str, place: str) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(data)
    with pytest.raises(InputBroken) as caught:
        read_register_json(path)
    assert (caught.value.problem, caught.value.place) == (problem, place)


def test_a_byte_order_mark_of_notepad_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "notepad.json"
    path.write_text(json.dumps(table_of_2020()), encoding="utf-8-sig")
    assert len(read_register_json(path).content.events) == 4


def _empty(path: Path) -> None:
    path.touch()


@pytest.mark.parametrize(
    ("prepare", "failure"),
    [(lambda path: None, FileMissing), (Path.mkdir, FileIsFolder), (_empty, FileEmpty)],
)
def test_what_is_no_file_says_so(
    tmp_path: Path, prepare: Callable[[Path], None], failure: type[PartnersError]
) -> None:
    path = tmp_path / "no.json"
    prepare(path)
    with pytest.raises(failure):
        read_register_json(path)
