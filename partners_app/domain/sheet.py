"""A printable sheet: title, paragraphs and tables as texts, without any formatting.

Workbook, Word document and PDF are all made from the same ``Sheet``. The first and the last put all
of its tables into one grid of columns, `sheet_grid`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, pairwise

from partners_app.domain.report_style import CellRole


class ColumnKind(StrEnum):
    """What a column holds: text, something short such as a date, or the names of what follows."""

    TEXT = "text"
    SHORT = "short"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a table; of the widths only the proportions within the table count."""

    head: str
    width: float
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Rows that belong together: a text for each column; ``heading`` "" for rows without one."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table under a title of its own, if any; one whose heads are all "" has no header row."""

    columns: tuple[SheetColumn, ...]
    groups: tuple[SheetGroup, ...]
    title: str = ""

    @property
    def has_heads(self) -> bool:
        """Whether a header row stands over the columns."""
        return any(column.head for column in self.columns)

    @property
    def row_count(self) -> int:
        """The number of rows, heads and headings of groups not counted."""
        return sum(len(group.rows) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text over the whole width."""

    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed, from top to bottom; ``one_page``: it was made to fit a single page."""

    title_lines: tuple[str, ...]
    blocks: tuple[Paragraph | SheetTable, ...]
    landscape: bool = False
    one_page: bool = False

    @property
    def name(self) -> str:
        """The title in one line: what a file says of itself."""
        return " ".join(self.title_lines)

    @property
    def tables(self) -> tuple[SheetTable, ...]:
        """The tables in their order."""
        return tuple(block for block in self.blocks if isinstance(block, SheetTable))

    @property
    def row_count(self) -> int:
        """The number of rows of all tables."""
        return sum(table.row_count for table in self.tables)


def labelled_facts(facts: Iterable[tuple[str, str]], *, label_width: float = 0.25) -> SheetTable:
    """Return a table of names and what is said under them; what is empty is left out."""
    rows = tuple((label, text) for label, text in facts if text.strip())
    columns = (
        SheetColumn("", label_width, ColumnKind.LABEL),
        SheetColumn("", 1 - label_width),
    )
    return SheetTable(columns, (SheetGroup("", rows),))


def map_texts(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    """Return the sheet with every text changed."""

    def table(block: SheetTable) -> SheetTable:
        columns = tuple(replace(column, head=change(column.head)) for column in block.columns)
        groups = tuple(
            SheetGroup(change(group.heading), tuple(tuple(map(change, row)) for row in group.rows))
            for group in block.groups
        )
        return SheetTable(columns, groups, change(block.title))

    blocks = tuple(
        Paragraph(change(block.text)) if isinstance(block, Paragraph) else table(block)
        for block in sheet.blocks
    )
    return replace(sheet, title_lines=tuple(map(change, sheet.title_lines)), blocks=blocks)


# All of a sheet in one grid of columns


@dataclass(frozen=True, slots=True)
class GridCell:
    """A text over some columns of the grid, counted from 0."""

    role: CellRole
    text: str
    column: int
    columns: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of the grid; ``boxed``: lines stand around its cells.

    ``heads`` are the numbers of the rows that say what it belongs to: they never stand alone at the
    foot of a page and are repeated over a page that begins here. A head is its own last one.
    """

    cells: tuple[GridCell, ...]
    heads: tuple[int, ...] = ()
    boxed: bool = True


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """The columns of a sheet, as shares of its width, and its rows; the title is no row."""

    widths: tuple[float, ...]
    rows: tuple[GridRow, ...]

    @property
    def only_header(self) -> int | None:
        """The number of the header row, when the sheet has a single one."""
        found = [
            number
            for number, row in enumerate(self.rows)
            if any(cell.role is CellRole.HEADER for cell in row.cells)
        ]
        return found[0] if len(found) == 1 else None


_ROLES = {
    ColumnKind.TEXT: CellRole.EVENT,
    ColumnKind.SHORT: CellRole.DATE,
    ColumnKind.LABEL: CellRole.PARTNER,
}
_FINEST = 3
"""Decimals of a share of the width: columns that nearly begin together do."""


def sheet_grid(sheet: Sheet) -> SheetGrid:
    """Put paragraphs and tables under each other into one grid of columns."""
    edges = sorted({0.0, 1.0, *(edge for table in sheet.tables for edge in _edges(table))})
    rows: list[GridRow] = []
    for block in sheet.blocks:
        if rows and rows[-1].boxed:
            rows.append(GridRow((GridCell(CellRole.EVENT, "", 0, len(edges) - 1),), boxed=False))
        if isinstance(block, Paragraph):
            cell = GridCell(CellRole.EVENT, block.text, 0, len(edges) - 1)
            rows.append(GridRow((cell,), boxed=False))
        else:
            rows += _table_rows(block, edges, len(rows))
    return SheetGrid(tuple(after - before for before, after in pairwise(edges)), tuple(rows))


def _edges(table: SheetTable) -> list[float]:
    whole = sum(column.width for column in table.columns)
    ends = accumulate((column.width for column in table.columns), initial=0.0)
    return [round(end / whole, _FINEST) for end in ends]


def _table_rows(table: SheetTable, edges: list[float], number: int) -> Iterator[GridRow]:
    """Yield the rows of a table whose first one has this number."""
    places = [edges.index(edge) for edge in _edges(table)]

    def across(role: CellRole, text: str) -> tuple[GridCell, ...]:
        return (GridCell(role, text, 0, len(edges) - 1),)

    def beside(roles: Iterable[CellRole], texts: Iterable[str]) -> tuple[GridCell, ...]:
        return tuple(
            GridCell(role, text, first, last - first)
            for role, text, (first, last) in zip(roles, texts, pairwise(places), strict=True)
        )

    heads: tuple[int, ...] = ()
    if table.title:
        heads = (*heads, number)
        yield GridRow(across(CellRole.BAND, table.title), heads, boxed=False)
        number += 1
    if table.has_heads:
        heads = (*heads, number)
        texts = (column.head for column in table.columns)
        yield GridRow(beside([CellRole.HEADER] * len(table.columns), texts), heads)
        number += 1
    roles = [_ROLES[column.kind] for column in table.columns]
    for group in table.groups:
        above = heads
        if group.heading:
            above = (*heads, number)
            yield GridRow(across(CellRole.BAND, group.heading), above)
            number += 1
        for row in group.rows:
            yield GridRow(beside(roles, row), above)
            number += 1
