"""The keys of the JSON interchange: one list for reading, for writing and for its order.

`db/register.schema.json` says what each means. Keys of the yearly table itself («name», «city»,
«basis», «dates», «date_text» …) are always written and must be there when read; so are, when
written, the id and what is asked for at every record (kind, coordinates, report year). The others,
listed here as details, are left out at their default.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from partners_app.domain.records import NO_DATE
from partners_app.domain.vocabulary import Prolongation, Status

HIGHEST_COUNT = 10_000
"""Years of a prolongation and months of notice stay below this."""


class Form(StrEnum):
    """How the value of a detail is written."""

    TEXT = "text"
    DATE = "date"
    COUNT = "count"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Detail:
    """One key that is left out at its default; it is named as the field of the record."""

    key: str
    form: Form = Form.TEXT
    default: Any = ""
    choices: type[StrEnum] | None = None


REMARK = Detail("remark")
STATUS = Detail("status", Form.CHOICE, Status.IN_FORCE, Status)

OTHER_NAME_DETAILS = (
    Detail("used_from", Form.DATE, NO_DATE),
    Detail("used_to", Form.DATE, NO_DATE),
)
PARTNER_DETAILS = (
    STATUS,
    Detail("status_date", Form.DATE, NO_DATE),
    Detail("status_reason"),
    REMARK,
)
AGREEMENT_DETAILS = (
    Detail("our_signatory"),
    Detail("their_signatory"),
    Detail("valid_from", Form.DATE, NO_DATE),
    Detail("valid_to", Form.DATE, NO_DATE),
    Detail("prolongation", Form.CHOICE, None, Prolongation),
    Detail("prolongation_years", Form.COUNT, None),
    Detail("notice_months", Form.COUNT, None),
    STATUS,
    Detail("status_reason"),
    Detail("registration_number"),
    Detail("registration_date", Form.DATE, NO_DATE),
    Detail("areas"),
    Detail("responsible"),
    Detail("original_place"),
    Detail("scan_path"),
    REMARK,
)
EVENT_DETAILS = (
    Detail("participants"),
    Detail("responsible"),
    Detail("source"),
    REMARK,
)


def _names(details: tuple[Detail, ...]) -> tuple[str, ...]:
    return tuple(detail.key for detail in details)


REGISTER_KEYS = ("title", "year", "settings", "regions", "events")
SETTING_KEYS = ("report_font",)
REGION_KEYS = ("id", "name", "heading", "remark", "countries")
COUNTRY_KEYS = ("id", "name", "other_names", "remark", "events", "partners")
OTHER_NAME_KEYS = ("id", "name", *_names(OTHER_NAME_DETAILS))
PARTNER_KEYS = (
    "id",
    "city",
    "kind",
    "latitude",
    "longitude",
    "other_names",
    *_names(PARTNER_DETAILS),
    "agreements",
    "events",
)
DATE_KEYS = ("id", "text", "separator", "meaning", "edtf")
AGREEMENT_LINK_KEYS = ("id", "agreement_id", "kind")
AGREEMENT_KEYS = (
    "id",
    "kind",
    "basis",
    "dates",
    "date_details",
    *_names(AGREEMENT_DETAILS),
    "links",
)
OTHER_LINK_KEYS = ("id", "partner_id", "country_id", "place")
EVENT_KEYS = (
    "id",
    "date_text",
    "start",
    "end",
    "precision",
    "text",
    "kind",
    "format",
    "report_year",
    "printed",
    *_names(EVENT_DETAILS),
    "link_id",
    "partner_ids",
    "other_links",
)
TRANSCRIBER_KEYS = ("note", "uncertain")
"""Remarks of whoever copied a printed table: read over, they are no part of the register."""
