"""A walk over content.xml of an .ods: every cell that holds something, and the merged ranges.

An OpenDocument says «the same 3 times» of cells and rows; what is repeated stands for itself.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS
from partners_app.exchange.cell_address import cell_key, cell_name, has_text
from partners_app.exchange.grid import Merge
from partners_app.exchange.office_zip import Walker
from partners_app.exchange.sheet_facts import BadValue, SheetFacts
from partners_app.exchange.table_refusal import Refused, place_of

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT = f"{_OASIS}table:1.0 ", f"{_OASIS}office:1.0 ", f"{_OASIS}text:1.0 "
_LIBREOFFICE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
# What stands in a cell without being its text: a comment, a drawing with a text of its own.
_ASIDE = f"{_OFFICE}annotation"
_DRAWING = f"{_OASIS}drawing:1.0 "
_DROPPED = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
# White space of the XML is one blank, as in a web page.
_BLANKS = re.compile("[ \t\r\n]+")
_HIDDEN = ("collapse", "filter")
_DATE = re.compile(r"\d{4}-(\d\d)-(\d\d)(T[\d:.,]+Z?)?")


@dataclass(slots=True)
class _Cell:
    """What one cell says, before it is known which rows it stands in."""

    column: int
    repeated: int
    holds_value: bool
    bad: tuple[BadValue, str] | None
    text: str
    is_other: bool
    columns: int
    rows: int


class OdsScan(Walker):
    """The facts of every sheet of a spreadsheet, by name."""

    def __init__(self) -> None:
        """Stand before content.xml."""
        super().__init__()
        self.sheets: dict[str, SheetFacts] = {}
        self._facts: SheetFacts | None = None
        self._depth = 0
        self._row = 1
        self._rows = 1
        self._cells: list[_Cell] = []
        self._column = 1
        self._first_column = 1
        self._attributes: dict[str, str] | None = None
        self._is_other = False
        self._pieces: list[str] = []
        self._aside = 0

    def text_handler(self) -> Callable[[str], object]:
        """Keep the text of cells."""
        return self._keep_text

    def where(self) -> str:
        """Return the place of the cell that is being read."""
        if self._facts is None:
            return ""
        return place_of(self._facts.name, cell_name(cell_key(self._row, self._column)))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See a sheet, a column, a row, a cell, or what is in it."""
        if self._aside or name == _ASIDE or name.startswith(_DRAWING):
            self._aside += 1
            self._is_other = True
        elif name in _CELLS:
            if self._depth == 1:
                self._attributes, self._pieces, self._is_other = attributes, [], False
        elif name.startswith(_TEXT):
            self._note_blank(name, attributes)
        elif name == f"{_TABLE}table-row":
            self._begin_row(attributes)
        elif name == f"{_TABLE}table-column":
            self._note_columns(attributes)
        elif name == f"{_TABLE}table":
            self._depth += 1
            if self._depth > 1:
                raise Refused(InputProblem.UNREADABLE_CELL, self.where(), "table")
            self._begin_sheet(attributes.get(f"{_TABLE}name", ""))

    def _keep_text(self, data: str) -> None:
        if self._attributes is not None and not self._aside:
            self._pieces.append(_BLANKS.sub(" ", data))

    def end(self, name: str) -> None:
        """Judge a cell, a row or a sheet when all of it was seen."""
        if self._aside:
            self._aside -= 1
        elif name in _CELLS:
            self._end_cell()
        elif name == f"{_TABLE}table-row":
            self._end_row()
        elif name == f"{_TABLE}table":
            self._depth -= 1
            self._facts = None

    def _note_blank(self, name: str, attributes: dict[str, str]) -> None:
        """Keep what stands for white space; the reader drops some kinds of it."""
        if name == f"{_TEXT}s":
            self._pieces.append(" " * min(self._count(attributes, f"{_TEXT}c"), MOST_CHARACTERS))
        elif name in _DROPPED:
            self._pieces.append(_DROPPED[name])
            self._is_other = True
        elif name == f"{_TEXT}p" and self._pieces:
            self._pieces.append("\n")

    def _begin_sheet(self, name: str) -> None:
        if name in self.sheets:
            raise Refused(InputProblem.SHEETS_OF_ONE_NAME, place_of(name), name)
        self._facts = self.sheets[name] = SheetFacts(name)
        self._row, self._first_column = 1, 1

    def _note_columns(self, attributes: dict[str, str]) -> None:
        if self._facts is None:
            return
        repeated = self._count(attributes, f"{_TABLE}number-columns-repeated")
        if attributes.get(f"{_TABLE}visibility") in _HIDDEN:
            end = min(self._first_column + repeated, MOST_COLUMNS + 1)
            self._facts.hidden_columns.update(range(self._first_column, end))
        self._first_column += repeated

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._rows = self._count(attributes, f"{_TABLE}number-rows-repeated")
        self._cells, self._column = [], 1
        if self._facts is not None and attributes.get(f"{_TABLE}visibility") in _HIDDEN:
            end = min(self._row + self._rows, MOST_ROWS + 1)
            self._facts.hidden_rows.update(range(self._row, end))

    def _count(self, attributes: dict[str, str], name: str) -> int:
        text = attributes.get(name, "1")
        if not text.isdecimal() or len(text) > 9:
            raise Refused(InputProblem.BAD_ADDRESS, self.where(), text[:20])
        return max(int(text), 1)

    def _end_cell(self) -> None:
        attributes = self._attributes
        if attributes is None:
            return
        self._attributes = None
        repeated = self._count(attributes, f"{_TABLE}number-columns-repeated")
        columns = self._count(attributes, f"{_TABLE}number-columns-spanned")
        rows = self._count(attributes, f"{_TABLE}number-rows-spanned")
        shown = "".join(self._pieces)
        bad = _bad_value(attributes, shown)
        holds_value = _holds_value(attributes, shown)
        # A duration of more than a day comes back as «PT30H5M».
        is_other = self._is_other or attributes.get(f"{_OFFICE}value-type") == "time"
        if holds_value or bad or columns > 1 or rows > 1:
            self._cells.append(
                _Cell(self._column, repeated, holds_value, bad, shown, is_other, columns, rows)
            )
        self._column += repeated

    def _end_row(self) -> None:
        if self._facts is None:
            return
        # Of rows that are repeated without holding anything there may be a million; one that holds
        # something beyond the limits is refused at the first row there.
        if self._cells:
            for row in range(self._row, min(self._row + self._rows, MOST_ROWS + 2)):
                self._place_cells(self._facts, row)
        self._row += self._rows
        self._column = 1

    def _place_cells(self, facts: SheetFacts, row: int) -> None:
        for cell in self._cells:
            for column in range(cell.column, cell.column + cell.repeated):
                if cell.holds_value or cell.bad:
                    key = facts.add(row, column)
                    facts.check_length(len(cell.text), key)
                    if cell.is_other:
                        facts.texts[key] = cell.text
                    if cell.bad:
                        facts.bad[key] = cell.bad
                    if not cell.holds_value:
                        facts.filled.remove(key)
            if cell.columns > 1 or cell.rows > 1:
                last_row = row + cell.rows - 1
                last_column = cell.column + cell.columns - 1
                facts.merges.append(Merge(row, cell.column, last_row, last_column))


def _bad_value(attributes: dict[str, str], shown: str) -> tuple[BadValue, str] | None:
    """Return why a cell says no value, and what stands there; None where it says one or nothing."""
    kind = attributes.get(f"{_OFFICE}value-type")
    if f"{_TABLE}formula" in attributes:
        is_error = attributes.get(f"{_LIBREOFFICE}value-type") == "error"
        # Older programs state a number beside «#DIV/0!» or «Err:502».
        if is_error or (kind == "float" and shown.startswith(("#", "Err:"))):
            return BadValue.FORMULA_ERROR, shown
    if kind == "date":
        stated = attributes.get(f"{_OFFICE}date-value", "")
        found = _DATE.fullmatch(stated)
        if found is None or not (1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= 31):
            return BadValue.IMPOSSIBLE_DATE, stated or shown
    if kind in ("float", "percentage", "currency"):
        stated = attributes.get(f"{_OFFICE}value", "")
        try:
            is_number = math.isfinite(float(stated))
        except ValueError:
            is_number = False
        if not is_number:
            return BadValue.IMPOSSIBLE_NUMBER, stated or shown
    return None


def _holds_value(attributes: dict[str, str], shown: str) -> bool:
    """Tell whether the reader must return something for a cell."""
    kind = attributes.get(f"{_OFFICE}value-type")
    if kind in (None, "string"):
        return has_text(attributes.get(f"{_OFFICE}string-value", shown))
    return True
