"""Where the head of a flat table is and what its columns hold; the rows below are read elsewhere.

The head is the row, or up to three rows one under the other, in which most columns are known; it
need not be the first row. Of two columns that would hold the same field neither is taken, since
nobody knows which is meant: both are asked about.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partners_app.domain.column_mapping import (
    AGREEMENT_DATES,
    AGREEMENT_FIELDS,
    EVENT_FIELDS,
    SEVERAL_COLUMNS,
    ColumnMapping,
    TableField,
    TableSubject,
)
from partners_app.exchange.flat_cells import cell_text
from partners_app.exchange.flat_heads import Meaning, folded_head, meaning_of_head
from partners_app.exchange.grid import CellValue, ErrorCell, Grid

__all__ = ["columns_at", "recall_columns", "recognise_columns"]

_ROWS_TO_SEARCH = 60
"""The head is looked for in this many rows that are not empty."""
_DEEPEST_HEAD = 3
_FEWEST_KNOWN = 2

_TELLS_OF_EVENTS = frozenset(
    {
        TableField.EVENT_TEXT,
        TableField.EVENT_DATE,
        TableField.EVENT_START,
        TableField.EVENT_END,
        TableField.EVENT_KIND,
        TableField.EVENT_FORMAT,
        TableField.PARTICIPANTS,
    }
)


@dataclass(frozen=True, slots=True)
class _Head:
    """One or more rows taken as the head: the parts of each column's head, from above."""

    row: int
    depth: int
    parts: Mapping[int, tuple[str, ...]]

    def text(self, column: int) -> str:
        return " ".join(self.parts.get(column, ()))

    def meaning(self, column: int) -> Meaning | None:
        """Tell what a column holds, by its whole head or else by its lowest part alone."""
        parts = self.parts.get(column, ())
        if not parts:
            return None
        return meaning_of_head(" ".join(parts)) or meaning_of_head(parts[-1])

    def known(self) -> int:
        """Count the different fields that are known."""
        meanings = [self.meaning(column) for column in self.parts]
        return len({frozenset(meaning.items()) for meaning in meanings if meaning is not None})

    def shape(self) -> str:
        last = max((column for column, parts in self.parts.items() if parts), default=0)
        return " | ".join(folded_head(self.text(column)) for column in range(1, last + 1))


def recognise_columns(grid: Grid) -> ColumnMapping | None:
    """Find the head of a flat table and tell its columns; None where no row looks like a head."""
    top = _Top(grid)
    best: _Head | None = None
    most = _FEWEST_KNOWN - 1
    for depth in range(1, _DEEPEST_HEAD + 1):
        for row in top.rows():
            head = top.head(row, depth)
            if (known := head.known()) > most:
                best, most = head, known
    return None if best is None else _mapping(grid, best, None)


def columns_at(
    grid: Grid, header_row: int, *, depth: int = 1, subject: TableSubject | None = None
) -> ColumnMapping:
    """Tell the columns of a table whose head a clerk has pointed out.

    ``subject`` is what the clerk says the table is of; None: told by its heads.
    """
    return _mapping(grid, _Top(grid).head(header_row, depth), subject)


def recall_columns(grid: Grid, kept: Iterable[ColumnMapping]) -> ColumnMapping | None:
    """Return the kept mapping whose shape a head of the table has, at the place of that head."""
    top = _Top(grid)
    mappings = {(item.header_depth, item.shape): item for item in kept if item.shape}
    for depth in sorted({depth for depth, _ in mappings}):
        for row in top.rows():
            head = top.head(row, depth)
            if found := mappings.get((depth, head.shape())):
                return _mapping(grid, head, None).taking_over(found)
    return None


class _Top:
    """The cells of a table by their rows, of which some may be its head."""

    def __init__(self, grid: Grid) -> None:
        self._cells: dict[int, dict[int, CellValue]] = {}
        for (row, column), value in grid.cells.items():
            self._cells.setdefault(row, {})[column] = value
        self._width = max((column for _, column in grid.cells), default=0)
        self._reach = {
            (merge.first_row, merge.first_column): merge.last_column for merge in grid.merges
        }

    def rows(self) -> list[int]:
        """Return the rows that may begin the head."""
        return sorted(self._cells)[:_ROWS_TO_SEARCH]

    def head(self, first_row: int, depth: int) -> _Head:
        """Take some rows as the head: a merged cell heads all the columns that it covers."""
        parts: dict[int, list[str]] = {}
        for row in range(first_row, first_row + depth):
            for column, value in self._cells.get(row, {}).items():
                if isinstance(value, ErrorCell):
                    continue
                last = min(self._reach.get((row, column), column), self._width)
                for covered in range(column, max(last, column) + 1):
                    parts.setdefault(covered, []).append(cell_text(value))
        return _Head(first_row, depth, {column: tuple(parts[column]) for column in sorted(parts)})


def _mapping(grid: Grid, head: _Head, subject: TableSubject | None) -> ColumnMapping:
    below = {column for row, column in grid.cells if row >= head.row + head.depth}
    columns = sorted(below | set(head.parts))
    meanings = {column: head.meaning(column) for column in columns}
    if subject is None:
        subject = _subject(meaning for meaning in meanings.values() if meaning is not None)
    fields = _fields(meanings, subject)
    hidden = {column: TableField.IGNORED for column in columns if column in grid.hidden_columns}
    return ColumnMapping(
        subject,
        head.row,
        head.depth,
        fields | hidden,
        {column: head.text(column) for column in columns},
        head.shape(),
    )


def _subject(meanings: Iterable[Meaning]) -> TableSubject:
    """Tell what a table is of by the heads that mean one thing only, else by «Содержание»."""
    found = list(meanings)
    certain = {meaning[TableSubject.PARTNERS] for meaning in found if _is_certain(meaning)}
    if certain & _TELLS_OF_EVENTS:
        return TableSubject.EVENTS
    if certain & AGREEMENT_FIELDS:
        return TableSubject.AGREEMENTS
    only_events = any(meaning == {TableSubject.EVENTS: TableField.EVENT_TEXT} for meaning in found)
    if only_events or certain & EVENT_FIELDS:
        return TableSubject.EVENTS
    return TableSubject.PARTNERS


def _is_certain(meaning: Meaning) -> bool:
    """Tell whether a head means the same whatever the table is of."""
    return len(meaning) == len(TableSubject) and len(set(meaning.values())) == 1


def _fields(meanings: Mapping[int, Meaning | None], subject: TableSubject) -> dict[int, TableField]:
    """Give each column its field; a head of one meaning goes before one of several."""
    fields = dict.fromkeys(meanings, TableField.UNKNOWN)
    for certain in (True, False):
        taken = set(fields.values()) - SEVERAL_COLUMNS
        proposed = {
            column: meaning[subject]
            for column, meaning in meanings.items()
            if meaning is not None and subject in meaning and _is_certain(meaning) is certain
        }
        counts = Counter(proposed.values())
        for column, field in proposed.items():
            if field in SEVERAL_COLUMNS or (counts[field] == 1 and field not in taken):
                fields[column] = field
    unwanted = _out_of_place(fields.values(), subject)
    return {
        column: TableField.UNKNOWN if field in unwanted else field
        for column, field in fields.items()
    }


def _out_of_place(fields: Iterable[TableField], subject: TableSubject) -> frozenset[TableField]:
    """Return the fields that say nothing in such a table: a format where no event is told."""
    if subject is TableSubject.PARTNERS:
        return AGREEMENT_FIELDS | EVENT_FIELDS
    if subject is TableSubject.AGREEMENTS:
        return EVENT_FIELDS
    if {TableField.AGREEMENT_TITLE, *AGREEMENT_DATES}.isdisjoint(fields):
        return AGREEMENT_FIELDS
    return frozenset()
