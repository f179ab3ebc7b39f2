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
    OUT_OF_ORDER = "out_of_order"
    SIGNING_UNRECORDED = "signing_unrecorded"
    DOCUMENT_UNRECORDED = "document_unrecorded"
    AGREEMENT_EXPIRED = "agreement_expired"
    UNPAIRED_SIGN = "unpaired_sign"
    SPACE_MISSING = "space_missing"
    SPACE_NEEDLESS = "space_needless"
    SIGN_NEEDLESS = "sign_needless"
    DASH = "dash"
    LIST_MARK = "list_mark"
    NO_FINAL_STOP = "no_final_stop"
    TITLE_STOP = "title_stop"
    USUAL_FORM = "usual_form"
    STATE_NAME = "state_name"
    NAME_VARIANT = "name_variant"
    MIXED_LETTERS = "mixed_letters"
    MISSPELLED = "misspelled"
    ABBREVIATION_UNEXPLAINED = "abbreviation_unexplained"
    ENTERED_TWICE = "entered_twice"
    # The file of a register, and its rows together:
    PAGES_DAMAGED = "pages_damaged"
    INDEX_DAMAGED = "index_damaged"
    HISTORY_DAMAGED = "history_damaged"
    ROW_DIFFERS = "row_differs"
    DERIVED_STALE = "derived_stale"
    SEARCH_STALE = "search_stale"
    PARENT_GONE = "parent_gone"
    ORDER_TWICE = "order_twice"
    SAME_NAME = "same_name"
    DATES_REVERSED = "dates_reversed"
    # Of a yearly table that is read:
    ROW_STANDS_NOWHERE = "row_stands_nowhere"
    PARTNERS_UNTOLD = "partners_untold"
    DATES_UNTOLD = "dates_untold"
    CELL_OF_SEVERAL = "cell_of_several"
    SIGN_LEFT_OUT = "sign_left_out"
    LINES_JOINED = "lines_joined"
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
    # A workbook or Word file as a whole:
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
    # A file that comes back:
    EXPORT_NOT_KEPT = "export_not_kept"
    # A data workbook that comes back:
    UNKNOWN_SHEET = "unknown_sheet"
    SHEET_MISSING = "sheet_missing"
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
