"""What a check or an import found: a code, a place and its values; ``texts`` has the words."""

import dataclasses
from collections.abc import Mapping
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error or a warning makes ``check`` answer with status 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class FindingCode(StrEnum):
    """Every kind of finding; the values are what ``--json`` prints."""

    UNREADABLE_DATE = "unreadable_date"
    DATES_DIFFER = "dates_differ"
    KIND_GUESSED = "kind_guessed"
    UNKNOWN_KEY = "unknown_key"
    EMPTY_BANDS_REMOVED = "empty_bands_removed"
    NO_BASIS = "no_basis"
    NO_EVENTS = "no_events"
    EMPTY_AGREEMENT = "empty_agreement"
    AGREEMENT_WITHOUT_DATE = "agreement_without_date"
    DATE_WITHOUT_DOCUMENT = "date_without_document"
    EVENT_WITHOUT_DATE = "event_without_date"
    EVENT_WITHOUT_TEXT = "event_without_text"
    EVENT_WITHOUT_PLACE = "event_without_place"
    OUTSIDE_YEAR = "outside_year"
    UNPAIRED_SIGN = "unpaired_sign"
    ENTERED_TWICE = "entered_twice"
    UNKNOWN_SHEET = "unknown_sheet"
    SHEET_MISSING = "sheet_missing"
    UNKNOWN_COLUMN = "unknown_column"
    COLUMN_TWICE = "column_twice"
    COPIED_ROW = "copied_row"
    UNKNOWN_WORD = "unknown_word"
    UNKNOWN_LINE = "unknown_line"
    NAME_UNKNOWN = "name_unknown"
    NAME_AMBIGUOUS = "name_ambiguous"
    PARENT_MISSING = "parent_missing"
    YEAR_MISSING = "year_missing"
    BAD_NUMBER = "bad_number"
    COORDINATE_ALONE = "coordinate_alone"
    CELL_ERROR = "cell_error"
    EDIT_NOT_TAKEN = "edit_not_taken"


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One finding about one record.

    ``record`` is the uuid of the row of ``table``, ``field`` the field meant (empty: the record
    as a whole) and ``values`` what the message names, by placeholder.
    """

    code: FindingCode
    severity: Severity
    table: str
    record: str
    field: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
