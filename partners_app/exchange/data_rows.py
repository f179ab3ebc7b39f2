"""The rows of a data workbook that came back: sheets by their names, columns by their heads."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.incoming import SourcePlace
from partners_app.domain.names import fold_text
from partners_app.exchange.data_cells import cell_text
from partners_app.exchange.data_layout import SHEETS, UUID, DataColumn, DataSheet, Form
from partners_app.exchange.data_origin import DATA_SHEET
from partners_app.exchange.grid import CellValue, Grid, GridFile, SheetState, column_letters

_HEADS_WITHIN = 20
"""The row of heads is looked for in so many rows, since a clerk may put a title above it."""


@dataclass(frozen=True, slots=True)
class DataRow:
    """One row below the heads: the cells of known columns by field, and all that is seen."""

    place: SourcePlace
    cells: Mapping[str, CellValue]
    all_cells: Mapping[int, CellValue]

    def text(self, field: str) -> str:
        """Return what a cell shows, "" for none."""
        return cell_text(self.cells.get(field))


@dataclass(frozen=True, slots=True)
class RowsOfSheet:
    """The rows of one sheet of the file.

    ``columns`` are those that are known, by number; ``fields`` what they hold, and ``hidden`` the
    numbers of those that a clerk does not see.
    """

    sheet: DataSheet
    grid: Grid
    head_row: int
    columns: Mapping[int, DataColumn]
    fields: frozenset[str]
    hidden: frozenset[int]

    def rows(self) -> Iterator[DataRow]:
        """Yield the rows below the heads that hold anything, in the order of the sheet."""
        fields = {number: column.field for number, column in self.columns.items()}
        by_row: dict[int, dict[int, CellValue]] = {}
        for (row, number), value in self.grid.cells.items():
            if row > self.head_row:
                by_row.setdefault(row, {})[number] = value
        for row in sorted(by_row):
            found = by_row[row]
            cells = {fields[number]: value for number, value in found.items() if number in fields}
            yield DataRow(SourcePlace(self.grid.name, row), cells, found)

    def shows_anything(self, row: DataRow) -> bool:
        """Tell whether a row holds anything that is seen."""
        return any(
            number not in self.hidden and cell_text(value).strip()
            for number, value in row.all_cells.items()
        )

    def shown(self, row: DataRow) -> tuple[str, ...]:
        """Return the row as it is seen, up to its last cell that is not empty."""
        seen = {n: value for n, value in row.all_cells.items() if n not in self.hidden}
        numbers = (n for n in range(1, max(seen, default=0) + 1) if n not in self.hidden)
        return tuple(cell_text(seen.get(number)) for number in numbers)


@dataclass(frozen=True, slots=True)
class WorkbookRows:
    """The sheets of a file that are ours, in the order of the layout, and what is odd about it."""

    sheets: tuple[RowsOfSheet, ...]
    notes: Grid | None
    findings: tuple[Finding, ...]


def is_data_workbook(file: GridFile) -> bool:
    """Tell whether a file is a data workbook: by its hidden sheet, or by a sheet with our ids."""
    found = workbook_rows(file)
    return found.notes is not None or any(UUID.field in sheet.fields for sheet in found.sheets)


def workbook_rows(file: GridFile) -> WorkbookRows:
    """Find the sheets and columns of a data workbook."""
    notes = next((grid for grid in file.grids if grid.name == DATA_SHEET), None)
    found: list[RowsOfSheet] = []
    findings: list[Finding] = []
    for grid in file.grids:
        if grid is notes:
            continue
        sheet = _sheet_named(grid.name)
        heads = None if sheet is None else _head_row(sheet, grid)
        if sheet is None or heads is None:
            if grid.cells and grid.state is SheetState.VISIBLE:
                findings.append(_finding(FindingCode.UNKNOWN_SHEET, grid.name))
            continue
        columns = _columns(sheet, grid, heads, findings)
        fields = frozenset(column.field for column in columns.values())
        hidden = frozenset(n for n, column in columns.items() if column.form is Form.HIDDEN)
        found.append(RowsOfSheet(sheet, grid, heads, columns, fields, hidden))
    found.sort(key=lambda rows: SHEETS.index(rows.sheet))
    present = {rows.sheet.table for rows in found}
    for sheet in SHEETS:
        if sheet.table not in present:
            findings.append(_finding(FindingCode.SHEET_MISSING, sheet.name))
    return WorkbookRows(tuple(found), notes, tuple(findings))


def _sheet_named(name: str) -> DataSheet | None:
    """Return the sheet of a name; «Мероприятия 2» goes on, «Мероприятия (2)» is a copy."""
    plain = fold_text(re.sub(r" \d+$", "", name))
    return next((sheet for sheet in SHEETS if fold_text(sheet.name) == plain), None)


def _known_heads(sheet: DataSheet) -> dict[str, DataColumn]:
    return {fold_text(column.head): column for column in sheet.columns}


def _head_row(sheet: DataSheet, grid: Grid) -> int | None:
    """Return the first row with most of the heads; None where no row has one."""
    known = _known_heads(sheet)
    counts: dict[int, int] = {}
    for (row, _), value in grid.cells.items():
        if row <= _HEADS_WITHIN and isinstance(value, str) and fold_text(value) in known:
            counts[row] = counts.get(row, 0) + 1
    return max(counts, key=lambda row: (counts[row], -row), default=None)


def _columns(
    sheet: DataSheet, grid: Grid, head_row: int, findings: list[Finding]
) -> dict[int, DataColumn]:
    """Return the known columns by number; a head that stands twice says nothing."""
    known = _known_heads(sheet)
    found: dict[int, DataColumn] = {}
    for (row, number), value in grid.cells.items():
        if row == head_row:
            column = known.get(fold_text(cell_text(value)))
            if column is not None:
                found[number] = column
            elif cell_text(value).strip():
                findings.append(_unknown_column(grid, head_row, number, cell_text(value)))
    named = [column.field for column in found.values()]
    twice = sorted({number for number, it in found.items() if named.count(it.field) > 1})
    for number in twice:
        head = f"{found.pop(number).head} ({column_letters(number)})"
        findings.append(_finding(FindingCode.COLUMN_TWICE, grid.name, head, head_row))
    return found


def _unknown_column(grid: Grid, head_row: int, number: int, head: str) -> Finding:
    count = sum(row > head_row and column == number for row, column in grid.cells)
    values = {
        "text": head,
        "other": str(count),
        "sheet": grid.name,
        "row": str(head_row),
    }
    return Finding(FindingCode.COLUMN_UNKNOWN, Severity.WARNING, "register", "", values=values)


def _finding(code: FindingCode, sheet: str, text: str = "", row: int = 0) -> Finding:
    values = {"text": text or sheet, "sheet": sheet}
    if row:
        values["row"] = str(row)
    severity = Severity.NOTE if code is FindingCode.UNKNOWN_SHEET else Severity.WARNING
    return Finding(code, severity, "register", "", values=values)
