"""What a walk over a file's XML knows of one sheet, beside what the reader of workbooks returns."""

from dataclasses import dataclass, field
from enum import StrEnum

from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import (
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
)
from partners_app.exchange.cell_address import cell_key, cell_name, row_and_column
from partners_app.exchange.grid import Merge
from partners_app.exchange.table_refusal import Refused, place_of


class BadValue(StrEnum):
    """Why a cell that holds something says no value."""

    FORMULA_ERROR = "formula_error"
    FORMULA_WITHOUT_RESULT = "formula_without_result"
    IMPOSSIBLE_DATE = "impossible_date"
    IMPOSSIBLE_NUMBER = "impossible_number"


@dataclass(slots=True)
class SheetFacts:
    """One sheet, as its XML has it; cells by the numbers of ``cell_key``.

    ``filled`` are the cells that the reader must return, no more and no fewer; ``bad`` those that
    say no value, with what stands in the file instead. A cell may be among both. ``texts`` are
    those that the reader may give otherwise than an office program shows them.
    """

    name: str
    filled: set[int] = field(default_factory=set)
    bad: dict[int, tuple[BadValue, str]] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    rounded: set[int] = field(default_factory=set)
    external: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)

    def add(self, row: int, column: int) -> int:
        """Note a cell that holds something; Refused where it is too far away. Return its key."""
        key = cell_key(row, column)
        if row > MOST_ROWS or column > MOST_COLUMNS:
            name = cell_name(key)
            raise Refused(InputProblem.FAR_CELL, place_of(self.name, name), name)
        self.filled.add(key)
        if len(self.filled) > MOST_CELLS:
            raise Refused(InputProblem.TOO_MANY_CELLS, place_of(self.name))
        return key

    def check_length(self, length: int, key: int) -> None:
        """Refuse a text that is longer than a cell can hold."""
        if length > MOST_CHARACTERS:
            place = place_of(self.name, cell_name(key))
            raise Refused(InputProblem.TEXT_TOO_LONG, place, str(length))

    def forget_empty_edges(self) -> None:
        """Drop the hidden rows and columns that stand beyond the last cell that holds something."""
        if not self.hidden_rows and not self.hidden_columns:
            return
        last_row = row_and_column(max(self.filled | self.bad.keys(), default=0))[0]
        columns = {row_and_column(key)[1] for key in self.filled | self.bad.keys()}
        last_column = max(columns, default=0)
        self.hidden_rows = {row for row in self.hidden_rows if row <= last_row}
        self.hidden_columns = {column for column in self.hidden_columns if column <= last_column}
