"""A report as rows and cells with measured lines, before it is divided into pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from partners_app.domain.report import ReportBlock, ReportCountry, YearlyReport
from partners_app.domain.report_style import (
    COLUMNS,
    CellRole,
    ReportStyle,
)
from partners_app.domain.sheet import Sheet, SheetGrid, sheet_grid
from partners_app.printing.text_lines import TextLine, break_lines, line_height

PADDING_X, PADDING_Y = 4.0, 2.5
"""What stays empty between a text and the lines around its cell, in points."""

T = TypeVar("T")

_COUNTRY, _PARTNER, _BASIS, _DATE, _EVENT = range(COLUMNS)


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell over rows ``first`` to ``last`` and some columns, counted from 0.

    ``boxed``: lines stand around it.
    """

    role: CellRole
    column: int
    columns: int
    first: int
    last: int
    lines: tuple[TextLine, ...]
    boxed: bool = True

    @property
    def need(self) -> float:
        """The height in points that shows the whole text."""
        return height_of(self.lines)

    @property
    def is_head(self) -> bool:
        """Whether the text says what stands beside it, and is repeated on a new page."""
        return self.role in (CellRole.COUNTRY, CellRole.PARTNER)


@dataclass(frozen=True, slots=True)
class Table:
    """All of a report; ``edges`` are the lines between and beside the columns.

    ``rows`` holds the cells that begin in each row, ``heads`` for each row the numbers of the rows
    that are repeated over a page that begins with it, such as its band; a head has itself for the
    last of them. ``header`` stands over every page. ``lowest`` is the height of a row without text.
    """

    title: tuple[TextLine, ...]
    header: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    heads: tuple[tuple[int, ...], ...]
    edges: tuple[float, ...]
    lowest: float


def height_of(lines: tuple[TextLine, ...]) -> float:
    """Return the height of a cell that shows some lines, its padding included."""
    return sum(line.height for line in lines) + 2 * PADDING_Y


def measured_table(report: YearlyReport, style: ReportStyle) -> Table:
    """Break every text of a report into the lines that fit its column."""
    return _Measuring(style).table(report)


def measured_sheet(sheet: Sheet, style: ReportStyle) -> Table:
    """Break every text of a sheet into the lines that fit its columns."""
    grid = sheet_grid(sheet)
    return _Measuring(replace(style, widths=grid.widths)).sheet(sheet.title_lines, grid)


class _Measuring:
    def __init__(self, style: ReportStyle) -> None:
        self.style = style
        margins = style.margins
        factor = (style.page[0] - margins.left - margins.right) / sum(style.widths)
        widths = (width * factor for width in style.widths)
        self.edges = tuple(accumulate(widths, initial=margins.left))
        self.rows: list[list[TableCell]] = []
        self.heads: list[tuple[int, ...]] = []

    def table(self, report: YearlyReport) -> Table:
        header = tuple(
            self._cell(CellRole.HEADER, text, column, 0, 0)
            for column, text in enumerate(report.headers)
        )
        for band in report.bands:
            row = len(self.rows)
            self._add(self._cell(CellRole.BAND, band.heading, 0, row, row, columns=COLUMNS))
            for country in band.countries:
                self._add_country(country)
            self.heads += [(row,)] * (len(self.rows) - row)
        return self._whole(report.title_lines, header)

    def sheet(self, title_lines: Iterable[str], grid: SheetGrid) -> Table:
        for number, row in enumerate(grid.rows):
            self.rows.append(
                [
                    self._cell(
                        cell.role,
                        cell.text,
                        cell.column,
                        number,
                        number,
                        cell.columns,
                        boxed=row.boxed,
                    )
                    for cell in row.cells
                ]
            )
            self.heads.append(row.heads)
        return self._whole(title_lines, ())

    def _whole(self, title_lines: Iterable[str], header: tuple[TableCell, ...]) -> Table:
        texts = self.style.texts
        width = self.edges[-1] - self.edges[0]
        title = tuple(
            line for part in title_lines for line in break_lines(part, texts[CellRole.TITLE], width)
        )
        return Table(
            title,
            header,
            tuple(map(tuple, self.rows)),
            tuple(self.heads),
            self.edges,
            line_height(texts[CellRole.EVENT]) + 2 * PADDING_Y,
        )

    def _cell(
        self,
        role: CellRole,
        text: str,
        column: int,
        first: int,
        last: int,
        columns: int = 1,
        *,
        boxed: bool = True,
    ) -> TableCell:
        width = self.edges[column + columns] - self.edges[column] - 2 * PADDING_X
        lines = break_lines(text, self.style.texts[role], width)
        return TableCell(role, column, columns, first, last, lines, boxed)

    def _add(self, cell: TableCell) -> None:
        while len(self.rows) <= cell.last:
            self.rows.append([])
        self.rows[cell.first].append(cell)

    def _add_country(self, country: ReportCountry) -> None:
        first = len(self.rows)
        for block in country.blocks:
            for cell in self._block(block, len(self.rows)):
                self._add(cell)
        last = len(self.rows) - 1
        self.rows[first].insert(
            0, self._cell(CellRole.COUNTRY, country.name, _COUNTRY, first, last)
        )

    def _block(self, block: ReportBlock, first: int) -> Iterator[TableCell]:
        last = first + len(block.rows) - 1
        if block.of_whole_country:
            yield self._cell(CellRole.PARTNER, "", _PARTNER, first, last, _EVENT - _PARTNER)
        else:
            yield self._cell(CellRole.PARTNER, block.name, _PARTNER, first, last)
            papers = [(paper.title, paper.dates) for paper in block.documents] or [("", "")]
            for row, end, (title, dates) in _downwards(papers, first, last):
                yield self._cell(CellRole.BASIS, title, _BASIS, row, end)
                yield self._cell(CellRole.DATE, dates, _DATE, row, end)
        events = [event.text for event in block.events] or [""]
        for row, end, text in _downwards(events, first, last):
            yield self._cell(CellRole.EVENT, text, _EVENT, row, end)


def _downwards(entries: list[T], first: int, last: int) -> Iterator[tuple[int, int, T]]:
    """Give each entry of a column a row, and the last one all that are left."""
    for row, entry in enumerate(entries, start=first):
        yield row, last if row - first == len(entries) - 1 else row, entry
