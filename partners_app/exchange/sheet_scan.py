"""A walk over the XML of one sheet of an .xlsx: every cell that holds something, counted anew.

The reader of workbooks is fast, but it drops what it does not understand without a word (an error,
a formula that was never calculated, a row that stands twice). What it returns is compared with
what this walk has seen.
"""

import math
import re

from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import MOST_COLUMNS
from partners_app.exchange.cell_address import (
    EXCEL_COLUMNS,
    EXCEL_ROWS,
    cell_key,
    cell_name,
    column_number,
    has_text,
    unescaped,
)
from partners_app.exchange.office_zip import Walker
from partners_app.exchange.sheet_facts import BadValue, SheetFacts
from partners_app.exchange.table_refusal import Refused, place_of
from partners_app.exchange.workbook_parts import MAIN, WorkbookParts

_CELL, _VALUE, _FORMULA = f"{MAIN}c", f"{MAIN}v", f"{MAIN}f"
_TEXT, _READING, _INLINE = f"{MAIN}t", f"{MAIN}rPh", f"{MAIN}is"
_KEPT, _SHOWN = (_VALUE, _FORMULA), (_VALUE, _TEXT)
_ROW, _COLUMN = f"{MAIN}row", f"{MAIN}col"
_STRICT = "http://purl.oclc.org/ooxml/"
_YES = ("1", "true")
_DIGITS = "0123456789"
_TYPES = frozenset(["n", "s", "str", "inlineStr", "b", "e", "d"])
# What Excel can store as the result of a formula; the reader stops at any other.
_ERRORS = frozenset(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#DATA!"])
_OF_ANOTHER_FILE = re.compile(r"\[[0-9]+\]")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+Z?)?|T?\d\d:\d\d(:[\d.]+)?Z?")
_BEYOND_THE_LAST_DAY = 2_958_466
"""The serial of the day after 31 December 9999."""
_NO_SUCH_DAY = 60
"""Excel counts 29 February 1900, which there was not."""
_MOST_DIGITS = 15
"""Of a number; the others are lost in any office program."""
_TOO_MANY_DIGITS = re.compile(r"-?\d{16,}")


class SheetScan(Walker):
    """The facts of one sheet; Refused as soon as something in it cannot be right."""

    def __init__(self, name: str, workbook: WorkbookParts) -> None:
        """Stand before a sheet of a workbook."""
        super().__init__()
        self.facts = SheetFacts(name)
        self._workbook = workbook
        self._texts = workbook.texts
        self._columns: dict[str, int] = {}
        self._row = 0
        self._row_text = "0"
        self._column = 0
        self._type = "n"
        self._style = "0"
        self._value: str | None = None
        self._formula: str | None = None
        self._pieces: list[str] | None = None
        self._in_reading = False

    def where(self) -> str:
        """Return the place of the cell or the row that is being read."""
        if not self._column:
            return place_of(self.facts.name, self._row or "")
        return place_of(self.facts.name, cell_name(cell_key(self._row, self._column)))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See a cell, or what is in it; rows and columns tell where and whether hidden."""
        if name in _KEPT:
            self._pieces = []
        elif name == _CELL:
            self._begin_cell(attributes)
        elif name == _ROW:
            self._begin_row(attributes)
        elif name == _TEXT:
            if not self._in_reading and self._value is not None:
                self._pieces = [self._value]
        elif name == _INLINE:
            self._value = ""
        elif name == _READING:
            self._in_reading = True
        elif name == _COLUMN:
            self._note_columns(attributes)
        elif name.startswith(_STRICT):
            raise Refused(InputProblem.STRICT_OPEN_XML)

    def text(self, data: str) -> None:
        """Keep what belongs to a value or a formula."""
        if self._pieces is not None:
            self._pieces.append(data)

    def end(self, name: str) -> None:
        """Judge a cell when all of it was seen."""
        if name in _SHOWN:
            if self._pieces is not None:
                self._value = "".join(self._pieces)
                self._pieces = None
        elif name == _CELL:
            self._end_cell()
        elif name == _FORMULA:
            if self._pieces is not None:
                self._formula = "".join(self._pieces)
                self._pieces = None
        elif name == _READING:
            self._in_reading = False

    def _begin_row(self, attributes: dict[str, str]) -> None:
        text = attributes.get("r", str(self._row + 1))
        row = int(text) if text.isdecimal() else 0
        if not 0 < row <= EXCEL_ROWS:
            problem = InputProblem.OUTSIDE_EXCEL if row else InputProblem.BAD_ADDRESS
            raise Refused(problem, place_of(self.facts.name), text[:20])
        if row <= self._row:
            raise Refused(InputProblem.ROWS_OUT_OF_ORDER, place_of(self.facts.name, row))
        self._row, self._row_text, self._column = row, text, 0
        if attributes.get("hidden") in _YES or attributes.get("ht") == "0":
            self.facts.hidden_rows.add(row)

    def _note_columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") not in _YES and attributes.get("width") != "0":
            return
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdecimal() and last.isdecimal():
            columns = range(int(first), min(int(last), MOST_COLUMNS) + 1)
            self.facts.hidden_columns.update(columns)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        address = attributes.get("r")
        if address is None:
            column = self._column + 1
        else:
            letters = address.rstrip(_DIGITS)
            column = self._columns.get(letters) or self._known_column(letters, address)
            if address[len(letters) :] != self._row_text:
                raise self._bad_address(address)
        if column <= self._column:
            place = place_of(self.facts.name, self._row)
            raise Refused(InputProblem.ROWS_OUT_OF_ORDER, place, address or "")
        self._column = column
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._value = self._formula = None
        if self._type not in _TYPES:
            raise Refused(InputProblem.UNREADABLE_CELL, self.where(), self._type[:20])

    def _known_column(self, letters: str, address: str) -> int:
        number = column_number(letters)
        if not number:
            raise self._bad_address(address)
        if number > EXCEL_COLUMNS:
            raise Refused(InputProblem.OUTSIDE_EXCEL, place_of(self.facts.name), address[:20])
        self._columns[letters] = number
        return number

    def _bad_address(self, address: str) -> Refused:
        place = place_of(self.facts.name, self._row)
        return Refused(InputProblem.BAD_ADDRESS, place, address[:20])

    def _end_cell(self) -> None:
        value, kind = self._value, self._type
        if self._formula is not None:
            if value is None or (value == "" and kind != "str"):
                self._note_bad(BadValue.FORMULA_WITHOUT_RESULT, "")
                return
            if self._workbook.has_links and _OF_ANOTHER_FILE.search(self._formula):
                self.facts.external += 1
        if not value:
            return
        if kind == "s":
            self._add_shared(value)
        elif kind == "n":
            if not value.isspace():
                self._add_number(value)
        elif kind == "e":
            if value not in _ERRORS:
                raise Refused(InputProblem.UNREADABLE_CELL, self.where(), value[:20])
            self._note_bad(BadValue.FORMULA_ERROR, value)
        elif kind == "d":
            key = self.facts.add(self._row, self._column)
            if not _ISO_DATE.fullmatch(value):
                self.facts.bad[key] = BadValue.IMPOSSIBLE_DATE, value
        elif kind == "b" or has_text(unescaped(value)):
            self.facts.check_length(len(value), self.facts.add(self._row, self._column))

    def _note_bad(self, why: BadValue, text: str) -> None:
        # The reader returns nothing for it, so it is not among the filled ones.
        key = self.facts.add(self._row, self._column)
        self.facts.filled.remove(key)
        self.facts.bad[key] = why, text

    def _add_shared(self, value: str) -> None:
        texts = self._texts
        number = int(value) if value.isdecimal() else texts.count
        if number in texts.empty:
            return
        if number >= texts.count:
            if texts.broken is None:
                raise Refused(InputProblem.TEXT_MISSING, self.where())
            if number == texts.count:
                raise Refused(texts.broken.problem, self.where(), texts.broken.detail)
        self.facts.add(self._row, self._column)
        if number in texts.too_long:
            raise Refused(InputProblem.TEXT_TOO_LONG, self.where(), str(texts.too_long[number]))

    def _add_number(self, value: str) -> None:
        key = self.facts.add(self._row, self._column)
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self.facts.bad[key] = BadValue.IMPOSSIBLE_NUMBER, value
        elif self._style != "0" and self._shows_a_day() and self._is_no_day(number):
            self.facts.bad[key] = BadValue.IMPOSSIBLE_DATE, value
        elif len(value) > _MOST_DIGITS and _TOO_MANY_DIGITS.fullmatch(value):
            self.facts.rounded.add(key)

    def _shows_a_day(self) -> bool:
        return self._style.isdecimal() and int(self._style) in self._workbook.date_styles

    def _is_no_day(self, serial: float) -> bool:
        if serial <= 0 or serial >= _BEYOND_THE_LAST_DAY:
            return True
        return int(serial) == _NO_SUCH_DAY and not self._workbook.from_1904
