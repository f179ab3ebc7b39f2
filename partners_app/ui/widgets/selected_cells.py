"""Which cells of a table are selected, as the clerk sees it: hidden columns never are."""

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.widgets.cell_ranges import (
    cell_count,
    cells_of,
    columns_of,
    ranges_of,
    row_spans,
)


class SelectedCells:
    """The selection of a table whose columns may be moved and hidden.

    ``shown`` gives the shown columns from left to right.
    """

    def __init__(self, table: QTableView, shown: Callable[[], list[int]]) -> None:
        self._table = table
        self._shown = shown
        self._single = True
        self._rows = 0

    def count_again(self) -> None:
        """Follow a selection that has changed."""
        ranges = ranges_of(self._table.selectionModel())
        self._single = cell_count(ranges, self._shown()) <= 1
        self._rows = sum(last - first + 1 for first, last in row_spans(ranges))

    def is_single(self) -> bool:
        """Tell whether no more than one cell is selected."""
        return self._single

    def row_count(self) -> int:
        """Return how many rows have a selected cell; without any the current one counts."""
        return self._rows or int(self._table.currentIndex().isValid())

    def rows(self) -> list[int]:
        """Return the rows that have a selected cell, ascending; else the current row."""
        spans = row_spans(ranges_of(self._table.selectionModel()))
        rows = [row for first, last in spans for row in range(first, last + 1)]
        current = self._table.currentIndex()
        return rows or [current.row()] * current.isValid()

    def columns(self) -> list[Column]:
        """Return the columns that have a selected cell, from left to right; else the current."""
        touched = columns_of(ranges_of(self._table.selectionModel()), self._shown())
        current = self._table.currentIndex()
        return [Column(column) for column in touched or [current.column()] * current.isValid()]

    def cells(self, limit: int | None = None) -> list[tuple[int, Column]]:
        """Return rows and columns of the selected cells, at most ``limit``; else the current."""
        found = cells_of(ranges_of(self._table.selectionModel()), self._shown())
        cells = [(row, Column(column)) for row, column in islice(found, limit)]
        current = self._table.currentIndex()
        if not cells and current.isValid():
            return [(current.row(), Column(current.column()))]
        return cells

    def block(self) -> tuple[list[int], list[Column]] | None:
        """Return rows and columns of what is selected; None if some cell between is not."""
        rows, columns = self.rows(), self.columns()
        count = cell_count(ranges_of(self._table.selectionModel()), self._shown())
        return (rows, columns) if count in (0, len(rows) * len(columns)) else None

    def shown_columns(self) -> list[Column]:
        """Return the columns as they stand from left to right."""
        return [Column(column) for column in self._shown()]

    def select_block(self, top: int, bottom: int, columns: Sequence[Column]) -> None:
        """Select a block of cells; its first one becomes the current cell."""
        if not columns or not 0 <= top <= bottom:
            return
        model, selection = self._table.model(), self._table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        selection.setCurrentIndex(model.index(top, columns[0]), flags.ClearAndSelect)
        for column in columns:
            block = QItemSelection(model.index(top, column), model.index(bottom, column))
            selection.select(block, flags.Select)
        self._table.scrollTo(model.index(top, columns[0]))
