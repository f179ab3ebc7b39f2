"""What the columns of a colleague's flat table mean: one event, agreement or partner a row.

A mapping is recognised by the heads of the table or made by hand; one made by hand is kept in the
register under the table's ``shape``, so that next year's table of that shape needs no hand.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

__all__ = [
    "AGREEMENT_DATES",
    "AGREEMENT_FIELDS",
    "EVENT_FIELDS",
    "SEVERAL_COLUMNS",
    "ColumnMapping",
    "TableField",
    "TableSubject",
    "mapping_from_json",
    "mapping_to_json",
]


class TableSubject(StrEnum):
    """What a row of a flat table tells of; the values are the names of the tables."""

    EVENTS = "event"
    AGREEMENTS = "agreement"
    PARTNERS = "partner"


class TableField(StrEnum):
    """What a column of a flat table holds; the values are what a kept mapping is written with."""

    UNKNOWN = "unknown"
    IGNORED = "ignored"
    BAND = "band"
    COUNTRY = "country"
    PARTNER = "partner"
    COUNTRY_THEN_PARTNER = "country_then_partner"
    PARTNER_THEN_COUNTRY = "partner_then_country"
    PARTNER_KIND = "partner_kind"
    OTHER_NAMES = "other_names"
    PARTNER_STATUS = "partner_status"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    PARTNER_REMARK = "partner_remark"
    AGREEMENT_TITLE = "agreement_title"
    AGREEMENT_KIND = "agreement_kind"
    AGREEMENT_DATE = "agreement_date"
    TIES_DATE = "ties_date"
    SIGNED_DATE = "signed_date"
    RENEWED_DATE = "renewed_date"
    IN_FORCE_DATE = "in_force_date"
    VALIDITY = "validity"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    OUR_SIGNATORY = "our_signatory"
    THEIR_SIGNATORY = "their_signatory"
    AGREEMENT_STATUS = "agreement_status"
    REGISTRATION_NUMBER = "registration_number"
    REGISTRATION_DATE = "registration_date"
    AREAS = "areas"
    AGREEMENT_RESPONSIBLE = "agreement_responsible"
    ORIGINAL_PLACE = "original_place"
    AGREEMENT_REMARK = "agreement_remark"
    REPORT_YEAR = "report_year"
    EVENT_DATE = "event_date"
    EVENT_START = "event_start"
    EVENT_END = "event_end"
    EVENT_TEXT = "event_text"
    EVENT_KIND = "event_kind"
    EVENT_FORMAT = "event_format"
    PARTICIPANTS = "participants"
    EVENT_RESPONSIBLE = "event_responsible"
    SOURCE = "source"
    PRINTED = "printed"
    EVENT_REMARK = "event_remark"


AGREEMENT_DATES = (
    TableField.AGREEMENT_DATE,
    TableField.TIES_DATE,
    TableField.SIGNED_DATE,
    TableField.RENEWED_DATE,
    TableField.IN_FORCE_DATE,
)
AGREEMENT_FIELDS = frozenset(
    {
        *AGREEMENT_DATES,
        TableField.AGREEMENT_TITLE,
        TableField.AGREEMENT_KIND,
        TableField.VALIDITY,
        TableField.VALID_FROM,
        TableField.VALID_TO,
        TableField.OUR_SIGNATORY,
        TableField.THEIR_SIGNATORY,
        TableField.AGREEMENT_STATUS,
        TableField.REGISTRATION_NUMBER,
        TableField.REGISTRATION_DATE,
        TableField.AREAS,
        TableField.AGREEMENT_RESPONSIBLE,
        TableField.ORIGINAL_PLACE,
        TableField.AGREEMENT_REMARK,
    }
)
EVENT_FIELDS = frozenset(
    {
        TableField.REPORT_YEAR,
        TableField.EVENT_DATE,
        TableField.EVENT_START,
        TableField.EVENT_END,
        TableField.EVENT_TEXT,
        TableField.EVENT_KIND,
        TableField.EVENT_FORMAT,
        TableField.PARTICIPANTS,
        TableField.EVENT_RESPONSIBLE,
        TableField.SOURCE,
        TableField.PRINTED,
        TableField.EVENT_REMARK,
    }
)
SEVERAL_COLUMNS = frozenset(
    {
        *AGREEMENT_DATES,
        TableField.EVENT_TEXT,
        TableField.PARTICIPANTS,
        TableField.EVENT_REMARK,
        TableField.AGREEMENT_REMARK,
        TableField.PARTNER_REMARK,
        TableField.UNKNOWN,
        TableField.IGNORED,
    }
)
"""The fields that may stand in several columns of one table: «Мероприятие» and «Описание»."""

_NAMES_A_COUNTRY = (
    TableField.COUNTRY,
    TableField.COUNTRY_THEN_PARTNER,
    TableField.PARTNER_THEN_COUNTRY,
)
_TELLS_OF_AN_EVENT = (TableField.EVENT_TEXT, TableField.EVENT_DATE, TableField.EVENT_START)
_TELLS_OF_AN_AGREEMENT = (TableField.AGREEMENT_TITLE, *AGREEMENT_DATES)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What a flat table tells of, where its head is, and what each of its columns holds.

    ``header_row`` is the head's first row and ``header_depth`` how many rows it has. ``fields``
    and ``heads`` go by the number of the column; a column without a head of its own has the head
    "". ``shape`` is the same for all tables whose heads are.
    """

    subject: TableSubject
    header_row: int
    header_depth: int
    fields: Mapping[int, TableField]
    heads: Mapping[int, str]
    shape: str

    @property
    def missing(self) -> tuple[TableField, ...]:
        """The fields without which no row can be read, as far as no column holds them."""
        found = set(self.fields.values())
        missing = [] if found.intersection(_NAMES_A_COUNTRY) else [TableField.COUNTRY]
        if self.subject is TableSubject.EVENTS and not found.intersection(_TELLS_OF_AN_EVENT):
            missing.append(TableField.EVENT_TEXT)
        agreements = self.subject is TableSubject.AGREEMENTS
        if agreements and not found.intersection(_TELLS_OF_AN_AGREEMENT):
            missing.append(TableField.AGREEMENT_TITLE)
        return tuple(missing)

    @property
    def first_row(self) -> int:
        """The first row below the head."""
        return self.header_row + self.header_depth

    def taking_over(self, kept: "ColumnMapping") -> "ColumnMapping":
        """Return this mapping with what was decided for another table of its shape."""
        fields = {column: kept.fields.get(column, field) for column, field in self.fields.items()}
        return replace(self, subject=kept.subject, fields=fields)


def mapping_to_json(mapping: ColumnMapping) -> str:
    """Write a mapping as the register keeps it."""
    columns = [
        {"column": column, "head": mapping.heads[column], "field": field.value}
        for column, field in sorted(mapping.fields.items())
    ]
    value = {
        "subject": mapping.subject.value,
        "header_row": mapping.header_row,
        "header_depth": mapping.header_depth,
        "shape": mapping.shape,
        "columns": columns,
    }
    return json.dumps(value, ensure_ascii=False)


def mapping_from_json(text: str) -> ColumnMapping | None:
    """Read a mapping as the register keeps it; None for what `mapping_to_json` does not write."""
    try:
        value = json.loads(text)
        columns = [(_number(column["column"]), column) for column in value["columns"]]
        mapping = ColumnMapping(
            TableSubject(value["subject"]),
            _number(value["header_row"]),
            _number(value["header_depth"]),
            {number: TableField(column["field"]) for number, column in columns},
            {number: _text(column["head"]) for number, column in columns},
            _text(value["shape"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return mapping if len(mapping.fields) == len(columns) else None


def _number(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise ValueError(value)
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value
