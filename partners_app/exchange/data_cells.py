"""The values of single cells of the data workbook, whatever an office program made of them."""

import re
from datetime import date, datetime, time
from typing import Any

from partners_app.domain.findings import FindingCode
from partners_app.domain.partial_date import parse_partial_date
from partners_app.domain.records import NO_DATE
from partners_app.exchange.data_layout import DataColumn, Form
from partners_app.exchange.grid import CellValue, ErrorCell
from partners_app.exchange.register_json_reading import FIRST_YEAR, LAST_YEAR
from partners_app.exchange.register_keys import HIGHEST_COUNT
from partners_app.exchange.russian_words import member_of, yes_or_no

_YEAR = re.compile(r"(\d{4})\s*(?:г\.?|год)?")
_EMPTY = {Form.TEXT: "", Form.DATE: NO_DATE}
"""What an empty cell says, where that is something."""
_HIGHEST_DEGREES = {"latitude": 90.0, "longitude": 180.0}


class CannotTake(Exception):
    """A row cannot be read as a record: the finding's code, the field and the values that say why.

    It never leaves the reading of a workbook, where it becomes a RefusedRow.
    """

    def __init__(self, code: FindingCode, field: str = "", text: str = "", other: str = "") -> None:
        """Take what the finding will say; ``other`` is the head of the column."""
        super().__init__(code)
        self.code = code
        self.field = field
        self.values = {"text": text, "other": other}


def cell_text(value: CellValue | None) -> str:
    """Return what a cell shows, as a clerk would type it: 2018, 1,5, 16.06.2011; "" for none."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    match value:
        case None:
            return ""
        case bool():
            return "ИСТИНА" if value else "ЛОЖЬ"
        case float():
            return f"{value:.15g}".replace(".", ",")
        case datetime():
            day = cell_text(value.date())
            return day if value.time() == time() else f"{day} {cell_text(value.time())}"
        case date():
            return f"{value.day:02}.{value.month:02}.{value.year}"
        case time():
            return f"{value:%H:%M}"
        case ErrorCell():
            return value.text
        case _:
            return str(value)


def read_cell(column: DataColumn, value: CellValue | None, year: int | None) -> Any:
    """Return the value of a record's field; ``year`` is the report year, for dates that name none.

    None is an empty cell of a column that may be empty, or of one where it says nothing. Raises
    CannotTake.
    """
    if value is None:
        return _EMPTY.get(column.form)
    if isinstance(value, ErrorCell):
        raise CannotTake(FindingCode.CELL_ERROR, column.field, value.text, column.head)
    text = cell_text(value)
    match column.form:
        case Form.TEXT:
            return text
        case Form.DATE:
            return parse_partial_date(text, year=year) if text else NO_DATE
        case Form.NAME_OR_NONE:
            return text if text.strip() else None
    stripped = " ".join(text.split())
    if not stripped:
        return None
    match column.form:
        case Form.YES_NO:
            found: Any = value if isinstance(value, bool) else yes_or_no(stripped)
        case Form.COUNT:
            found = _count(stripped)
        case Form.YEAR:
            found = _year(stripped)
        case Form.DEGREES:
            found = _degrees(column.field, value, stripped)
        case _:
            found = None if column.choices is None else member_of(column.choices, stripped)
    if found is None:
        is_word = column.form in (Form.CHOICE, Form.YES_NO)
        code = FindingCode.UNKNOWN_WORD if is_word else FindingCode.BAD_NUMBER
        raise CannotTake(code, column.field, stripped, column.head)
    return found


def _count(text: str) -> int | None:
    digits = text.replace(" ", "")
    if not re.fullmatch("[0-9]{1,6}", digits):
        return None
    return int(digits) if int(digits) <= HIGHEST_COUNT else None


def _year(text: str) -> int | None:
    found = _YEAR.fullmatch(text)
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return None
    return int(found[1])


def _degrees(field: str, value: CellValue | None, text: str) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = float(value)
    else:
        plain = text.replace(",", ".").replace(" ", "").removesuffix("°")
        if not re.fullmatch(r"[-+]?\d{1,3}(\.\d+)?", plain):
            return None
        number = float(plain)
    return number if abs(number) <= _HIGHEST_DEGREES[field] else None
