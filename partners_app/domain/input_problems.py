"""Why an input cannot be understood: the codes of ``InputBroken.problem`` that JSON gives."""

from enum import StrEnum


class InputProblem(StrEnum):
    """What is wrong with the input as a whole or at one place of it."""

    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    TOO_BIG = "too_big"
    TOO_DEEP = "too_deep"
    NOT_AN_OBJECT = "not_an_object"
    MISSING_KEY = "missing_key"
    DUPLICATE_KEY = "duplicate_key"
    WRONG_TYPE = "wrong_type"
    BAD_VALUE = "bad_value"
    BAD_CHARACTER = "bad_character"
    BAD_ID = "bad_id"
    DUPLICATE_ID = "duplicate_id"
    UNKNOWN_REFERENCE = "unknown_reference"
    BAD_DATE = "bad_date"
    DATES_CONTRADICT = "dates_contradict"
    YEAR_MISSING = "year_missing"
    OTHER_YEAR = "other_year"
    NO_TABLE = "no_table"
    SEVERAL_TABLES = "several_tables"
