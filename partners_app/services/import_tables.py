"""The tables of a file that is taken in: what a clerk looks at, points out and saves of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from partners_app.domain.column_mapping import ColumnMapping, TableSubject
from partners_app.domain.errors import FileKindUnknown
from partners_app.domain.import_plan import ImportPlan, PlanEntry
from partners_app.domain.incoming import Incoming, Layout, SourcePlace
from partners_app.exchange.data_cells import cell_text
from partners_app.exchange.flat_columns import columns_at, recognise_columns
from partners_app.exchange.grid import Grid, SheetState, column_letters
from partners_app.exchange.grid_reader import read_grids
from partners_app.services.import_sources import FoundTable, OpenedFile

__all__ = [
    "as_flat",
    "cell_name",
    "column_name",
    "first_values",
    "has_hidden_rows",
    "head_pointed_out",
    "is_hidden",
    "last_row",
    "open_by_hand",
    "row_count",
    "save_refused",
    "source_text",
]


def cell_name(place: SourcePlace) -> str:
    """Return how an office program calls a place in its sheet: «D14»; «14» for a whole row."""
    return f"{column_name(place.column) if place.column is not None else ''}{place.row}"


def column_name(column: int) -> str:
    """Return how an office program calls a column."""
    return column_letters(column)


def source_text(opened: OpenedFile, entry: PlanEntry) -> str:
    """Return what stands in the file where an entry comes from: a cell, else its whole row."""
    place = entry.place
    if entry.source or place is None or opened.file is None:
        return entry.source
    grid = next((grid for grid in opened.file.grids if grid.name == place.sheet), None)
    if grid is None:
        return ""
    if place.column is not None:
        return cell_text(grid.cells.get((place.row, place.column)))
    return " | ".join(filter(None, _texts_of_row(grid, place.row)))


def is_hidden(table: FoundTable) -> bool:
    """Tell whether the sheet of a table is hidden in its file."""
    return table.grid.state is not SheetState.VISIBLE


def has_hidden_rows(table: FoundTable) -> bool:
    """Tell whether rows of a table are hidden in its file."""
    return any(row >= _first_row(table) for row in table.grid.hidden_rows)


def row_count(table: FoundTable) -> int:
    """Return how many rows below the head hold something."""
    first = _first_row(table)
    return len({row for row, _ in table.grid.cells if row >= first})


def last_row(table: FoundTable) -> int:
    """Return the number of the last row of the sheet that holds something."""
    return table.grid.last_row


def _first_row(table: FoundTable) -> int:
    if table.mapping is not None:
        return table.mapping.first_row
    return table.official.header_row + 1 if table.official is not None else 1


def first_values(table: FoundTable, mapping: ColumnMapping, count: int) -> Mapping[int, list[str]]:
    """Return, for each column, the first different texts below the head of a mapping."""
    found: dict[int, list[str]] = {column: [] for column in mapping.fields}
    for (row, column), value in table.grid.cells.items():
        if row < mapping.first_row or column not in found or len(found[column]) >= count:
            continue
        text = " ".join(cell_text(value).split())
        if text and text not in found[column]:
            found[column].append(text)
    return found


def head_pointed_out(
    table: FoundTable, header_row: int, *, depth: int = 1, subject: TableSubject | None = None
) -> ColumnMapping:
    """Tell the columns of a table whose head a clerk has pointed out.

    ``subject`` is what the clerk says the table is of; None: told by its heads.
    """
    return columns_at(table.grid, header_row, depth=depth, subject=subject)


def as_flat(table: FoundTable, mapping: ColumnMapping | None = None) -> FoundTable:
    """Return a table as one with a record a row, with the mapping that a clerk made.

    Without a mapping its head is recognised, else its first row is taken for it.
    """
    if mapping is None:
        found = table.mapping or recognise_columns(table.grid)
        mapping = found or columns_at(table.grid, min(row for row, _ in table.grid.cells))
    return replace(table, layout=Layout.FLAT, official=None, mapping=mapping)


def open_by_hand(path: Path, *, cancelled: Callable[[], bool] | None = None) -> OpenedFile:
    """Read a file in which no table was recognised: a clerk is to say what its columns hold.

    Raises what reading a file raises.
    """
    file = read_grids(path, cancelled=cancelled)
    tables = [
        as_flat(FoundTable(grid.name, Layout.FLAT, grid)) for grid in file.grids if grid.cells
    ]
    tables.sort(key=is_hidden)
    return OpenedFile(path, file.sha256, None, file, tuple(tables))


def save_refused(
    incoming: Incoming,
    table: FoundTable | None,
    made: ImportPlan,
    path: Path,
    *,
    reasons: Mapping[str, str],
    reason_head: str,
    row_head: str,
) -> int:
    """Write the refused rows of a plan as a workbook; return how many.

    ``reasons`` gives the sentence for each refused entry, by its key. Raises FileKindUnknown for a
    name that does not end in .xlsx, and what ``atomic_write`` raises.
    """
    # Late: what writes workbooks is not needed at the program's start.
    from partners_app.exchange.refused_rows import RefusedLine, RefusedSheet, write_refused_rows

    if path.suffix.lower() != ".xlsx":
        raise FileKindUnknown(path, ".xlsx")
    sentences = [reasons[entry.key] for entry in made.entries if entry.key in reasons]
    lines: dict[str, list[RefusedLine]] = {}
    for refused, sentence in zip(incoming.refused, sentences, strict=True):
        line = RefusedLine(refused.place.row, refused.cells, sentence)
        lines.setdefault(refused.place.sheet, []).append(line)
    sheets = [
        RefusedSheet(name, _heads(table, name), tuple(of_sheet)) for name, of_sheet in lines.items()
    ]
    write_refused_rows(path, sheets, reason_head=reason_head, row_head=row_head)
    return len(sentences)


def _heads(table: FoundTable | None, sheet: str) -> tuple[str, ...]:
    if table is None or table.sheet != sheet:
        return ()
    row = _first_row(table) - 1
    return _texts_of_row(table.grid, row)


def _texts_of_row(grid: Grid, row: int) -> tuple[str, ...]:
    columns = [column for number, column in grid.cells if number == row]
    return tuple(
        cell_text(grid.cells.get((row, column))) for column in range(1, max(columns, default=0) + 1)
    )
