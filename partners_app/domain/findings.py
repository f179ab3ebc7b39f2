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
    NAMED_OTHERWISE = "named_otherwise"
    NOT_KNOWN_OF_XLS = "not_known_of_xls"
    MACROS_IGNORED = "macros_ignored"
    HIDDEN_SHEETS = "hidden_sheets"
    HIDDEN_ROWS = "hidden_rows"
    HIDDEN_COLUMNS = "hidden_columns"
    COVERED_CELLS = "covered_cells"
    DATES_FROM_1904 = "dates_from_1904"
    EXTERNAL_VALUES = "external_values"
    FORMULA_WITHOUT_RESULT = "formula_without_result"
    FORMULA_ERROR = "formula_error"
    IMPOSSIBLE_DATE = "impossible_date"
    IMPOSSIBLE_NUMBER = "impossible_number"
    NUMBER_ROUNDED = "number_rounded"
    CONTROL_CHARACTERS = "control_characters"
    TRACKED_CHANGES = "tracked_changes"


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One finding about one record, or about a file that is not yet records.

    ``record`` is the uuid of the row of ``table``, ``field`` the field meant (empty: the record
    as a whole) and ``values`` what the message names, by placeholder. Of a file, ``table`` and
    ``record`` are empty, and ``values`` has the ``sheet``.
    """

    code: FindingCode
    severity: Severity
    table: str
    record: str
    field: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
