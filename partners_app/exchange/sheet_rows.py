"""A printable sheet spread over the rows of a workbook, and how high each of them is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from partners_app.domain.report_style import A4_LANDSCAPE, A4_PORTRAIT, CellRole
from partners_app.domain.sheet import GridCell, GridRow, Sheet, SheetGrid, sheet_grid
from partners_app.exchange.report_template import ReportTemplate

_USED_WIDTH = 0.99
"""Share of the page that the columns take: rounded up to pixels they still fit."""

_OWN_PADDING = 3.0
"""Points by which a row of Word or of our own pages may be higher than that of a workbook."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the workbook; ``height`` in points."""

    cells: tuple[GridCell, ...]
    height: float
    boxed: bool


@dataclass(frozen=True, slots=True)
class RowPlan:
    """All rows, the widths of the columns in points, and the row (from 1) that pages repeat."""

    widths: tuple[float, ...]
    rows: tuple[PlannedRow, ...]
    header_row: int | None


def page_size(sheet: Sheet) -> tuple[float, float]:
    """Return the width and height of a sheet's page in points."""
    return A4_LANDSCAPE if sheet.landscape else A4_PORTRAIT


def plan_rows(sheet: Sheet, template: ReportTemplate) -> RowPlan:
    """Spread a sheet over rows; a text too tall for one goes on in the rows below."""
    grid = sheet_grid(sheet)
    margins = template.on_paper().margins
    width = (page_size(sheet)[0] - margins.left - margins.right) * _USED_WIDTH
    widths = tuple(share * width for share in grid.widths)
    return _Planner(replace(template, widths=widths), grid).plan(sheet)


def fits_one_page(sheet: Sheet, template: ReportTemplate) -> bool:
    """Tell whether a sheet stands on one page, in whatever program it is opened."""
    margins = template.on_paper().margins
    room = page_size(sheet)[1] - margins.top - max(margins.bottom, margins.foot)
    rows = plan_rows(sheet, template).rows
    return sum(row.height + _OWN_PADDING for row in rows) <= room


class _Planner:
    def __init__(self, template: ReportTemplate, grid: SheetGrid) -> None:
        self.template = template
        self.grid = grid

    def plan(self, sheet: Sheet) -> RowPlan:
        rows: list[PlannedRow] = []
        columns = len(self.grid.widths)
        for line in sheet.title_lines:
            title = GridCell(CellRole.TITLE, line, 0, columns)
            rows += self._pieces(GridRow((title,), boxed=False))
        header_row = None
        for number, row in enumerate(self.grid.rows):
            if number == self.grid.only_header:
                header_row = len(rows) + 1
            rows += self._pieces(row)
        return RowPlan(self.template.widths, tuple(rows), header_row)

    def _pieces(self, row: GridRow) -> Iterator[PlannedRow]:
        fits = [
            self.template.fit(cell.role, cell.column + 1, cell.column + cell.columns)
            for cell in row.cells
        ]
        pieces = [fit.split(cell.text) for fit, cell in zip(fits, row.cells, strict=True)]
        for texts in zip_longest(*pieces, fillvalue=""):
            height = max(fit.height(text) for fit, text in zip(fits, texts, strict=True))
            cells = (replace(cell, text=text) for cell, text in zip(row.cells, texts, strict=True))
            yield PlannedRow(tuple(cells), height, row.boxed)
