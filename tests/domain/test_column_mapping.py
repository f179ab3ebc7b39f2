"""A mapping made by hand is kept as text; what is no mapping is not taken for one."""

import json
from typing import Any

import pytest

from partners_app.domain.column_mapping import (
    ColumnMapping,
    TableField,
    TableSubject,
    mapping_from_json,
    mapping_to_json,
)

MAPPING = ColumnMapping(
    TableSubject.EVENTS,
    3,
    2,
    {1: TableField.COUNTRY, 3: TableField.EVENT_TEXT, 4: TableField.UNKNOWN},
    {1: "Где", 3: "Что было", 4: ""},
    "где |  | что было",
)


def test_a_mapping_comes_back_from_its_text() -> None:
    assert mapping_from_json(mapping_to_json(MAPPING)) == MAPPING


def _with(**changes: Any) -> str:
    return json.dumps({**json.loads(mapping_to_json(MAPPING)), **changes})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[1]",
        "{}",
        "[" * 100_000,
        _with(subject="weather"),
        _with(header_row=0),
        _with(header_row=True),
        _with(header_depth="1"),
        _with(shape=None),
        _with(columns=None),
        _with(columns=[{"column": 1, "head": "Где"}]),
        _with(columns=[{"column": 1, "head": "Где", "field": "weather"}]),
        _with(columns=[{"column": 1, "head": 5, "field": "country"}]),
        _with(columns=[{"column": 1, "head": "Где", "field": "country"}] * 2),
    ],
)
def test_what_is_no_mapping_gives_none(text: str) -> None:
    assert mapping_from_json(text) is None


def test_a_mapping_says_which_column_is_missing() -> None:
    assert MAPPING.missing == ()
    agreements = ColumnMapping(TableSubject.AGREEMENTS, 1, 1, {}, {}, "")
    assert agreements.missing == (TableField.COUNTRY, TableField.AGREEMENT_TITLE)
    partners = ColumnMapping(
        TableSubject.PARTNERS, 1, 1, {1: TableField.PARTNER_THEN_COUNTRY}, {1: "Город, страна"}, ""
    )
    assert partners.missing == ()


def test_a_kept_mapping_is_taken_over_where_the_table_has_its_columns() -> None:
    now = ColumnMapping(
        TableSubject.PARTNERS,
        7,
        2,
        {1: TableField.UNKNOWN, 3: TableField.UNKNOWN, 9: TableField.UNKNOWN},
        {1: "ГДЕ", 3: "Что было", 9: ""},
        MAPPING.shape,
    )
    taken = now.taking_over(MAPPING)
    assert taken.subject is TableSubject.EVENTS
    assert taken.header_row == 7
    assert taken.fields == {1: TableField.COUNTRY, 3: TableField.EVENT_TEXT, 9: TableField.UNKNOWN}
