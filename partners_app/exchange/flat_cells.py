"""What the cells of a flat table say: as text, as a date, and which of its rows are records.

A value says something about its own row only. The one exception is a cell that is merged over
several rows, since an office program shows it beside all of them.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from partners_app.domain.column_mapping import ColumnMapping, TableField
from partners_app.domain.date_grammar import FIRST_YEAR, LAST_YEAR
from partners_app.domain.findings import FindingCode
from partners_app.domain.incoming import SourcePlace
from partners_app.domain.names import fold_text
from partners_app.exchange.grid import CellValue, ErrorCell, Grid, column_letters

__all__ = ["Cell", "RowRefused", "SkippedRow", "TableRow", "TableRows", "cell_text", "date_wording"]

_LINE_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# Nearly every text is of these characters, which need no look at each of them.
_ORDINARY = re.compile(r"[\n -~А-Яа-яЁё«»–—№]*")
# … and of these, one space at a time, nothing needs to be cleaned.
_PLAIN = re.compile(r"(?:[!-~А-Яа-яЁё«»–—№]| (?! ))*")
_ONLY_DASHES = re.compile("[-–—−‐‑ ]*")
_LONGEST_TOTAL = 20
"""Characters in which the word of a row of totals stands."""
_TOTALS = frozenset(map(fold_text, ("итого", "всего", "итог", "total", "totals", "subtotal")))


class RowRefused(Exception):
    """A row that is no record: why, and the cell that is meant where it is one."""

    def __init__(self, code: FindingCode, cell: "Cell | None" = None, **values: str) -> None:
        """Keep the reason and what its sentence names."""
        super().__init__(code)
        self.code = code
        self.cell = cell
        self.values = values


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and where it stands: for the rows below in a merge, in the first of them."""

    row: int
    column: int
    value: CellValue

    @property
    def name(self) -> str:
        """How an office program calls the cell: «B7»."""
        return f"{column_letters(self.column)}{self.row}"

    @property
    def text(self) -> str:
        """What it says, line breaks kept; RowRefused for a character that no text may have."""
        text = cell_text(self.value)
        if not _ORDINARY.fullmatch(text) and _has_bad_character(text):
            raise RowRefused(FindingCode.CELL_WITH_BAD_CHARACTER, self, text=self.name)
        return text

    @property
    def has_invisible(self) -> bool:
        """Whether a character of it shows nothing; it is left out of the text."""
        value = self.value
        if not isinstance(value, str) or _ORDINARY.fullmatch(value):
            return False
        return any(unicodedata.category(char) == "Cf" for char in value)

    @property
    def line(self) -> str:
        """What it says, on one line."""
        return " ".join(self.text.split())


def cell_text(value: CellValue) -> str:
    """Write a value as an office program shows it, without what cannot be seen."""
    if isinstance(value, ErrorCell):
        return value.text
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, datetime):
        clock = "" if value.time() == time() else f" {value:%H:%M}"
        return _numeric(value) + clock
    if isinstance(value, date):
        return _numeric(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    return _clean(str(value))


def _numeric(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year}"


def _has_bad_character(text: str) -> bool:
    return any(char != "\n" and unicodedata.category(char) in ("Cc", "Cs") for char in text)


def _clean(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text.strip()
    visible = text
    if not _ORDINARY.fullmatch(text):
        composed = unicodedata.normalize("NFC", _LINE_BREAKS.sub("\n", text))
        visible = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in visible.split("\n"))
    return "\n".join(lines).strip()


def date_wording(cell: Cell) -> str:
    """Return the wording of a date; a day of the calendar is «16.06.2011», a number is a year.

    RowRefused for other numbers: «43882» is a day only to the program that counts days so.
    """
    value = cell.value
    if isinstance(value, date):
        return _numeric(value)
    if isinstance(value, bool | time | float):
        raise RowRefused(FindingCode.NUMBER_NOT_A_DATE, cell, text=cell_text(value))
    if isinstance(value, int) and not FIRST_YEAR <= value <= LAST_YEAR:
        raise RowRefused(FindingCode.NUMBER_NOT_A_DATE, cell, text=str(value))
    return cell.line


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row below the head: the cells of each field that are not empty, by their columns."""

    number: int
    cells: Mapping[TableField, tuple[Cell, ...]]

    def cell(self, field: TableField) -> Cell | None:
        """Return the cell of a field, the first where several columns hold it."""
        found = self.cells.get(field)
        return found[0] if found else None

    def first_of(self, *fields: TableField) -> Cell:
        """Return the cell of the first of these fields that the row has, else its first cell."""
        found = (self.cells[field][0] for field in (*fields, *self.cells) if field in self.cells)
        return next(found)

    def line(self, field: TableField) -> str:
        """Return what the cells of a field say, on one line; nothing is ""."""
        return " ".join(cell.line for cell in self.cells.get(field, ()))

    def text(self, field: TableField) -> str:
        """Return what the cells of a field say, with their line breaks; nothing is ""."""
        return "\n".join(cell.text for cell in self.cells.get(field, ()))


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that tells of no record: totals, the head again, numbers of columns, a heading."""

    number: int
    text: str


class TableRows:
    """The rows below the head of a table, read as its mapping says."""

    def __init__(self, grid: Grid, mapping: ColumnMapping) -> None:
        """Sort the cells by their rows, all of them and those that say something."""
        self._grid = grid
        self._mapping = mapping
        self._cells: dict[int, dict[int, CellValue]] = {}
        for (row, column), value in grid.cells.items():
            self._cells.setdefault(row, {})[column] = value
        self._said = {
            row: {column: value for column, value in cells.items() if _says(value)}
            for row, cells in self._cells.items()
        }
        self._width = max((column for _, column in grid.cells), default=0)
        self._merged: dict[int, list[tuple[int, int]]] = {}
        for merge in sorted(grid.merges, key=lambda merge: merge.first_row):
            spans = self._merged.setdefault(merge.first_column, [])
            if merge.last_row > merge.first_row:
                spans.append((merge.first_row, merge.last_row))
        self._heading_rows = {
            merge.first_row
            for merge in grid.merges
            if merge.last_column > merge.first_column
            and 2 * (min(merge.last_column, self._width) - merge.first_column + 1) >= self._width
        }
        self._heads = [
            {
                column: fold_text(cell_text(value))
                for column, value in self._cells.get(row, {}).items()
            }
            for row in range(mapping.header_row, mapping.first_row)
        ]

    def place(self, row: int, column: int | None = None) -> SourcePlace:
        """Return the place of a cell or a row of this table."""
        return SourcePlace(self._grid.name, row, column)

    def numbers(self) -> list[int]:
        """Return the numbers of the rows below the head with a value in a column that counts."""
        counted = {
            column
            for column, field in self._mapping.fields.items()
            if field not in (TableField.UNKNOWN, TableField.IGNORED)
        }
        return sorted(
            row
            for row, cells in self._said.items()
            if row >= self._mapping.first_row and not counted.isdisjoint(cells)
        )

    def rows(self, numbers: list[int]) -> Iterator[TableRow | SkippedRow]:
        """Read the rows of these numbers, in order."""
        first = True
        for number in numbers:
            row = TableRow(number, self._fields(number))
            if self._is_no_record(row, first):
                yield SkippedRow(number, next(filter(None, self.texts(number))))
            else:
                yield row
            first = False

    def texts(self, number: int) -> tuple[str, ...]:
        """Return a row as it stands, cell by cell."""
        cells = self._cells[number]
        shown = (cells.get(column) for column in range(1, self._width + 1))
        return tuple("" if value is None else cell_text(value) for value in shown)

    def values_of(self, column: int, first_row: int) -> list[CellValue]:
        """Return the values of a column from a row on."""
        return [
            cells[column]
            for row, cells in self._said.items()
            if row >= first_row and column in cells
        ]

    def _fields(self, number: int) -> dict[TableField, tuple[Cell, ...]]:
        found: dict[TableField, tuple[Cell, ...]] = {}
        for column, field in sorted(self._mapping.fields.items()):
            if field in (TableField.UNKNOWN, TableField.IGNORED):
                continue
            cell = self._cell(number, column)
            if cell is not None:
                found[field] = (*found.get(field, ()), cell)
        return found

    def _cell(self, row: int, column: int) -> Cell | None:
        """Return what an office program shows in a cell: its value, or that of its merge.

        None where that says nothing.
        """
        spans = self._merged.get(column, [])
        before = bisect_right(spans, (row, row)) - 1
        if before >= 0:
            first, last = spans[before]
            # A head that is merged into the rows below it says nothing about them.
            if first >= self._mapping.first_row and row <= last:
                row = first
        value = self._said.get(row, {}).get(column)
        return None if value is None else Cell(row, column, value)

    def _is_no_record(self, row: TableRow, first: bool) -> bool:
        cells = self._said[row.number]
        if len(cells) == 1 and row.number in self._heading_rows:
            return True
        if len(cells) > 1 and any(_repeats(cells, head) for head in self._heads):
            return True
        numbered = zip(cells.values(), range(1, len(cells) + 1), strict=True)
        if first and len(cells) > 2 and all(cell_text(v) == str(n) for v, n in numbered):
            return True
        return self._is_total(row, cells)

    def _is_total(self, row: TableRow, cells: Mapping[int, CellValue]) -> bool:
        """Tell a row that adds up others: its first text says so, and it names no country."""
        texts = ((column, value) for column, value in cells.items() if isinstance(value, str))
        column, text = next(texts, (0, ""))
        words = fold_text(text[:_LONGEST_TOTAL]).split()
        if not words or words[0] not in _TOTALS:
            return False
        names = (
            row.cell(TableField.COUNTRY),
            row.cell(TableField.COUNTRY_THEN_PARTNER),
            row.cell(TableField.PARTNER_THEN_COUNTRY),
        )
        own = (cell for cell in names if cell is not None and cell.row == row.number)
        return all(cell.column == column for cell in own)


def _repeats(cells: Mapping[int, CellValue], head: Mapping[int, str]) -> bool:
    return all(
        column in head and fold_text(cell_text(value)) == head[column]
        for column, value in cells.items()
    )


def _says(value: CellValue) -> bool:
    """Tell whether a cell says anything: a dash stands for nothing."""
    if isinstance(value, ErrorCell) or (isinstance(value, str) and value[:1].isalnum()):
        return True
    return not _ONLY_DASHES.fullmatch(cell_text(value))
