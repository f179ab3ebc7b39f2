"""A colleague's flat table: each row one event, agreement or partner, under its country.

A row says something about itself only: an empty country is no country, unless its cell is merged
with the one above. Rows that are no records are listed with their reasons, and no column with
values is left out silently.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from partners_app.domain.column_mapping import ColumnMapping, TableField, TableSubject
from partners_app.domain.date_grammar import LAST_YEAR
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.incoming import Incoming, Layout, RefusedRow
from partners_app.domain.names import mixed_scripts
from partners_app.exchange.flat_cells import (
    RowRefused,
    SkippedRow,
    TableRow,
    TableRows,
    cell_text,
)
from partners_app.exchange.flat_columns import recognise_columns
from partners_app.exchange.flat_dates import SlashedDates
from partners_app.exchange.flat_gathering import Gathering
from partners_app.exchange.flat_rows import RowReader
from partners_app.exchange.grid import Grid, GridFile, column_letters
from partners_app.exchange.table_findings import findings_about

__all__ = ["looks_flat", "read_flat_table", "year_of_table"]

_YEAR_OF_A_TITLE = re.compile(
    r"\b(?:за|в|for|in) +((?:19|20)[0-9]{2})(?: *(?:г\b|год)|$|[^0-9])", re.IGNORECASE
)
_ROWS_TO_TRY = 300
_LIKE_THE_YEARLY_TABLE = 0.4

_TOLD_HERE = frozenset({FindingCode.HIDDEN_ROWS, FindingCode.HIDDEN_COLUMNS})
"""What is said with the rows and columns that were left out for it."""


def read_flat_table(
    grid: Grid,
    file: GridFile,
    mapping: ColumnMapping,
    *,
    year: int | None,
    include_hidden: bool = False,
) -> Incoming:
    """Return the records of a flat table.

    The report year of an event is that of its row's own column, else ``year``, else the year that
    the table's title names, else that of the event's date. Hidden rows are left out unless
    ``include_hidden``. What a row states are the fields of its cells that are not empty; where an
    event stands is stated by no row, since another may tell of its other places.
    """
    reading = _Reading(grid, mapping, year, include_hidden)
    reading.read()
    gathered = reading.gathering
    return Incoming(
        file.path,
        Layout.FLAT,
        gathered.content(),
        sha256=file.sha256,
        year=reading.year,
        stated=gathered.stated,
        places=gathered.places,
        refused=tuple(reading.refused),
        findings=(
            *findings_about(file, [grid.name], but=_TOLD_HERE),
            *reading.findings,
            *gathered.findings,
        ),
    )


def year_of_table(grid: Grid, mapping: ColumnMapping) -> int | None:
    """Return the only year that the titles or the events' head name: «Мероприятия в 2020 году»."""
    titles = [
        cell_text(value) for (row, _), value in grid.cells.items() if row < mapping.header_row
    ]
    heads = [
        mapping.heads[column]
        for column, field in mapping.fields.items()
        if field is TableField.EVENT_TEXT
    ]
    texts = [*titles, *heads]
    years = {int(year) for text in texts for year in _YEAR_OF_A_TITLE.findall(text)}
    return years.pop() if len(years) == 1 else None


def looks_flat(grid: Grid) -> float:
    """Say from 0 to 1 how much a table is a flat one: its columns known, its rows records.

    A table with documents and events whose dates have no column is more likely the yearly one.
    """
    mapping = recognise_columns(grid)
    if mapping is None or mapping.missing:
        return 0.0
    last = mapping.first_row + _ROWS_TO_TRY
    cells = {place: value for place, value in grid.cells.items() if place[0] < last}
    # Which year a row is of does not matter here, and any will do.
    reading = _Reading(replace(grid, cells=cells), mapping, LAST_YEAR, include_hidden=True)
    reading.read()
    fields = mapping.fields.values()
    known = sum(field is not TableField.UNKNOWN for field in fields)
    score = known / len(fields) * reading.records / max(reading.rows, 1)
    yearly = {TableField.AGREEMENT_TITLE, TableField.EVENT_TEXT} <= set(fields)
    dated = {TableField.EVENT_DATE, TableField.EVENT_START} & set(fields)
    return score * _LIKE_THE_YEARLY_TABLE if yearly and not dated else score


class _Reading:
    """One pass over a table: what its rows say, which of them say nothing, what is doubtful."""

    def __init__(
        self, grid: Grid, mapping: ColumnMapping, year: int | None, include_hidden: bool
    ) -> None:
        self.year = year if year is not None else year_of_table(grid, mapping)
        self.findings: list[Finding] = []
        self.refused: list[RefusedRow] = []
        self.gathering = Gathering(grid.name)
        self.rows = self.records = 0
        self._sheet = grid.name
        self._mapping = mapping
        self._table = TableRows(grid, mapping)
        self._hidden = frozenset[int]() if include_hidden else grid.hidden_rows
        self._hidden_columns = grid.hidden_columns
        self._reader = RowReader(grid.name, SlashedDates(self._table, mapping.first_row), self.year)

    def read(self) -> None:
        """Read the columns' heads, then the rows."""
        self._look_at_columns()
        numbers = self._table.numbers()
        hidden = [number for number in numbers if number in self._hidden]
        if hidden:
            values = {"text": str(len(hidden)), "other": _ranges(hidden)}
            self._find(FindingCode.ROWS_HIDDEN, Severity.WARNING, f"A{hidden[0]}", **values)
        filled: Counter[int] = Counter()
        signs = 0
        for row in self._table.rows([number for number in numbers if number not in self._hidden]):
            if isinstance(row, SkippedRow):
                self._skip(row)
                continue
            self.rows += 1
            cells = [cell for found in row.cells.values() for cell in found]
            filled.update(cell.column for cell in cells if cell.row != row.number)
            signs += sum(cell.row == row.number and cell.has_invisible for cell in cells)
            self._read_row(row)
        for column, count in sorted(filled.items()):
            self._of_column(FindingCode.COLUMN_FILLED_DOWN, Severity.NOTE, column, other=str(count))
        if signs:
            self._find(FindingCode.SIGNS_REMOVED, Severity.NOTE, "", text=str(signs))

    def _read_row(self, row: TableRow) -> None:
        events = self._mapping.subject is TableSubject.EVENTS
        try:
            says = self._reader.read(row)
        except RowRefused as refused:
            self._refuse(row, refused)
            return
        if not says.tells_something and self._mapping.subject is not TableSubject.PARTNERS:
            self._skip(SkippedRow(row.number, says.country.name))
            return
        self.records += 1
        self.gathering.add(says, agreement_once=events)

    def _refuse(self, row: TableRow, refused: RowRefused) -> None:
        cell = refused.cell
        name = f"A{row.number}" if cell is None else cell.name
        reason = Finding(
            refused.code,
            Severity.ERROR,
            self._mapping.subject.value,
            "",
            values={**refused.values, "place": f"{self._sheet}!{name}"},
        )
        place = self._table.place(row.number, None if cell is None else cell.column)
        self.refused.append(RefusedRow(place, self._table.texts(row.number), reason))

    def _skip(self, row: SkippedRow) -> None:
        self._find(FindingCode.ROW_NOT_A_RECORD, Severity.NOTE, f"A{row.number}", text=row.text)

    def _look_at_columns(self) -> None:
        for field in self._mapping.missing:
            self._find(FindingCode.COLUMN_MISSING, Severity.ERROR, "", reason=field.value)
        for column, field in self._mapping.fields.items():
            head = self._mapping.heads[column]
            if odd := mixed_scripts(head):
                self._of_column(
                    FindingCode.COLUMN_MIXED_LETTERS, Severity.NOTE, column, other=", ".join(odd)
                )
            count = len(self._table.values_of(column, self._mapping.first_row))
            if not count:
                continue
            if field is TableField.UNKNOWN:
                self._of_column(
                    FindingCode.COLUMN_UNKNOWN, Severity.WARNING, column, other=str(count)
                )
            elif field is TableField.IGNORED and column in self._hidden_columns:
                self._of_column(
                    FindingCode.COLUMN_HIDDEN, Severity.WARNING, column, other=str(count)
                )

    def _of_column(self, code: FindingCode, severity: Severity, column: int, *, other: str) -> None:
        letters = column_letters(column)
        name = self._mapping.heads[column] or letters
        self._find(code, severity, f"{letters}{self._mapping.header_row}", text=name, other=other)

    def _find(self, code: FindingCode, severity: Severity, cell: str, **values: str) -> None:
        place = f"{self._sheet}!{cell}" if cell else self._sheet
        self.findings.append(Finding(code, severity, "", "", values={**values, "place": place}))


def _ranges(numbers: Iterable[int]) -> str:
    """Write row numbers: «5, 7-9»."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)
