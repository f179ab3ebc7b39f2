"""A table out of a file, as its cells stand in it: the sheet's own rows, columns and merges.

Rows and columns are numbered from 1, as an office program shows them (column 1 is «A»).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path

from partners_app.domain.findings import Finding


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell that says no value: ``text`` is what stands in the file instead.

    «#REF!» of a failed formula, "" of a formula without a stored result, «−1» of an impossible
    date, «1e999» of an impossible number.
    """

    text: str


CellValue = str | int | float | bool | date | datetime | time | ErrorCell
"""A whole number is an int, a day without a time of day a date; text is never empty."""


def text_of_value(value: CellValue) -> str:
    """Return what a cell says, as a clerk reads it: a day as «16.06.2011», a year as «2018»."""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y}" if value.time() == time() else f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, ErrorCell):
        return value.text
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return str(value)


class SheetState(StrEnum):
    """Whether an office program shows a sheet."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "very_hidden"


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; its value stands in its first cell, the others are not among the cells."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a workbook, or one table of a Word document.

    ``cells`` holds the cells that are not empty, by (row, column), row by row. Hidden rows and
    columns are among them; who reads a table decides what becomes of them. ``rows_known`` is
    False where the kind of file does not tell which rows are hidden (.xls). ``heading`` is what
    stands above a table of a Word document, since the table before it.
    """

    name: str
    cells: Mapping[tuple[int, int], CellValue]
    merges: tuple[Merge, ...] = ()
    state: SheetState = SheetState.VISIBLE
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    rows_known: bool = True
    heading: str = ""

    @property
    def last_row(self) -> int:
        """The number of the last row that holds a value or a merge; 0 for an empty table."""
        rows = [row for row, _ in self.cells]
        return max([*rows, *(merge.last_row for merge in self.merges)], default=0)


@dataclass(frozen=True, slots=True)
class GridFile:
    """The tables of one file; ``sha256`` is of the bytes that were read."""

    path: Path
    sha256: str
    grids: tuple[Grid, ...]
    findings: tuple[Finding, ...] = field(default=())


@cache
def column_letters(column: int) -> str:
    """Return how an office program calls a column: 1 is «A», 28 is «AB»."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
