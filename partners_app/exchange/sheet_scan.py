"""A walk over the XML of one sheet of an .xlsx: every cell that holds something, counted anew.

The reader of workbooks is fast, but it drops what it does not understand without a word (an error,
a formula that was never calculated, a row that stands twice). What it returns is compared with
what this walk has seen.
"""

import math
import re
from collections.abc import Callable

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
from partners_app.exchange.workbook_parts import MAIN, STRICT, WorkbookParts

_CELL, _VALUE, _FORMULA = f"{MAIN}c", f"{MAIN}v", f"{MAIN}f"
_TEXT, _READING, _INLINE = f"{MAIN}t", f"{MAIN}rPh", f"{MAIN}is"
_ROW, _COLUMN = f"{MAIN}row", f"{MAIN}col"
_YES = ("1", "true")
_KINDS = frozenset(["n", "s", "str", "inlineStr", "b", "e", "d"])
# What Excel can store as the result of a formula; the reader stops at any other.
_ERRORS = frozenset(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#DATA!"])
_OF_ANOTHER_FILE = re.compile(r"\[[0-9]+\]")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+Z?)?|T?\d\d:\d\d(:[\d.]+)?Z?")
_LONGEST_ROW = 10
_BEYOND_THE_LAST_DAY = 2_958_466
"""The serial of the day after 31 December 9999."""
_NO_SUCH_DAY = 60
"""Excel counts 29 February 1900, which there was not."""
_MOST_DIGITS = 15
"""Of a number; the others are lost in any office program."""
_TOO_MANY_DIGITS = re.compile(r"-?\d{16,}")


class SheetScan(Walker):
    """The facts of one sheet; Refused as soon as something in it cannot be right.

    Three of its methods run for every cell of a sheet: what is repeated in them is for speed.
    """

    def __init__(self, name: str, workbook: WorkbookParts) -> None:
        """Stand before a sheet of a workbook."""
        super().__init__()
        self.facts = SheetFacts(name)
        self._workbook = workbook
        self._texts = workbook.texts
        self._odd_texts = workbook.texts.empty | workbook.texts.too_long.keys()
        self._date_styles = frozenset(str(number) for number in workbook.date_styles)
        self._columns: dict[str, int] = {}
        self._row = 0
        self._row_text = "0"
        self._column = 0
        self._kind = "n"
        self._style = "0"
        self._value: str | None = None
        self._formula: str | None = None
        self._in_reading = False
        self._pieces: list[str] = []

    def text_handler(self) -> Callable[[str], object]:
        """Keep every text; where one begins, what was kept before is forgotten."""
        return self._pieces.append

    def where(self) -> str:
        """Return the place of the cell or the row that is being read."""
        if not self._column:
            return place_of(self.facts.name, self._row or "")
        return place_of(self.facts.name, cell_name(cell_key(self._row, self._column)))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See a cell, or what is in it; rows and columns tell where and whether hidden."""
        if name == _VALUE:
            self._pieces.clear()
        elif name == _CELL:
            address = attributes.get("r")
            if address is None:
                column = self._column + 1
            else:
                letters = address[: -len(self._row_text)]
                column = self._columns.get(letters) or self._known_column(letters, address)
                if not address.endswith(self._row_text):
                    raise self._bad_address(address)
            if column <= self._column:
                raise Refused(InputProblem.ROWS_OUT_OF_ORDER, place_of(self.facts.name, self._row))
            self._column = column
            self._kind = attributes.get("t", "n")
            self._style = attributes.get("s", "0")
            self._value = self._formula = None
        elif name == _ROW:
            self._begin_row(attributes)
        elif name in (_FORMULA, _TEXT):
            self._pieces.clear()
        elif name == _INLINE:
            self._value = ""
        elif name == _READING:
            self._in_reading = True
        elif name == _COLUMN:
            self._note_columns(attributes)
        elif name.startswith(STRICT):
            raise Refused(InputProblem.STRICT_OPEN_XML)

    def end(self, name: str) -> None:
        """Judge a cell when all of it was seen."""
        if name == _VALUE:
            self._value = "".join(self._pieces)
        elif name == _CELL:
            value, kind = self._value, self._kind
            if kind not in _KINDS:
                raise Refused(InputProblem.UNREADABLE_CELL, self.where(), kind[:20])
            if self._formula is not None:
                self._end_formula(value)
            elif value:
                if kind == "s":
                    self._add_shared(value)
                elif kind == "n":
                    self._add_number(value)
                else:
                    self._add_other(value)
        elif name == _TEXT:
            # Of a text that stands in the cell itself, which may be in several pieces.
            if not self._in_reading and self._value is not None:
                self._value += "".join(self._pieces)
        elif name == _FORMULA:
            self._formula = "".join(self._pieces)
        elif name == _READING:
            self._in_reading = False

    def _begin_row(self, attributes: dict[str, str]) -> None:
        text = attributes.get("r", str(self._row + 1))
        row = int(text) if text.isdecimal() and len(text) < _LONGEST_ROW else 0
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

    def _end_formula(self, value: str | None) -> None:
        if value is None or (value == "" and self._kind != "str"):
            self._note_bad(BadValue.FORMULA_WITHOUT_RESULT, "")
            return
        if self._workbook.has_links and _OF_ANOTHER_FILE.search(self._formula or ""):
            self.facts.external += 1
        if value and self._kind == "n":
            self._add_number(value)
        elif value:
            self._add_other(value)

    def _add_other(self, value: str) -> None:
        kind = self._kind
        if kind == "s":
            self._add_shared(value)
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
        if number < texts.count and number not in self._odd_texts:
            self.facts.add(self._row, self._column)
            return
        if number in texts.empty:
            return
        if number in texts.too_long:
            raise Refused(InputProblem.TEXT_TOO_LONG, self.where(), str(texts.too_long[number]))
        if texts.broken is None:
            raise Refused(InputProblem.TEXT_MISSING, self.where())
        if number == texts.count:
            raise Refused(texts.broken.problem, self.where(), texts.broken.detail)

    def _add_number(self, value: str) -> None:
        try:
            number = float(value)
        except ValueError:
            if value.isspace():
                return
            number = math.nan
        key = self.facts.add(self._row, self._column)
        if not math.isfinite(number):
            self.facts.bad[key] = BadValue.IMPOSSIBLE_NUMBER, value
        elif self._style in self._date_styles:
            if self._is_no_day(number):
                self.facts.bad[key] = BadValue.IMPOSSIBLE_DATE, value
        elif len(value) > _MOST_DIGITS and _TOO_MANY_DIGITS.fullmatch(value):
            self.facts.rounded.add(key)

    def _is_no_day(self, serial: float) -> bool:
        if serial <= 0 or serial >= _BEYOND_THE_LAST_DAY:
            return True
        return int(serial) == _NO_SUCH_DAY and not self._workbook.from_1904
