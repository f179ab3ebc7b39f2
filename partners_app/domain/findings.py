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
    # Of a yearly table that is read:
    ROW_STANDS_NOWHERE = "row_stands_nowhere"
    PARTNERS_UNTOLD = "partners_untold"
    DATES_UNTOLD = "dates_untold"
    CELL_OF_SEVERAL = "cell_of_several"
    SIGN_LEFT_OUT = "sign_left_out"
    LINES_JOINED = "lines_joined"
    CELL_READ_AS_EMPTY = "cell_read_as_empty"
    # A flat table: what was made of its columns and rows, and why a row is no record.
    COLUMN_UNKNOWN = "column_unknown"
    COLUMN_MISSING = "column_missing"
    COLUMN_HIDDEN = "column_hidden"
    COLUMN_MIXED_LETTERS = "column_mixed_letters"
    COLUMN_FILLED_DOWN = "column_filled_down"
    ROWS_HIDDEN = "rows_hidden"
    ROW_NOT_A_RECORD = "row_not_a_record"
    SIGNS_REMOVED = "signs_removed"
    CELL_SPLIT = "cell_split"
    WORD_UNKNOWN = "word_unknown"
    VALUES_DIFFER = "values_differ"
    DAY_OR_MONTH = "day_or_month"
    TIME_LEFT_OUT = "time_left_out"
    NO_COUNTRY = "no_country"
    NO_YEAR = "no_year"
    NOT_A_YEAR = "not_a_year"
    NUMBER_NOT_A_DATE = "number_not_a_date"
    MONTH_MAY_BE_FIRST = "month_may_be_first"
    END_WITHOUT_START = "end_without_start"
    NO_EVENT = "no_event"
    NO_AGREEMENT = "no_agreement"
    CELL_WITH_ERROR = "cell_with_error"
    CELL_WITHOUT_RESULT = "cell_without_result"
    CELL_WITH_BAD_CHARACTER = "cell_with_bad_character"


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
