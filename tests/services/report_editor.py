"""A chief corrects a report in Excel: what the sheet is after each of these acts."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

COUNTRY, CITY, BASIS, DATE, EVENT = range(1, 6)
_LAST_COLUMN = 10
"""The table and the hidden columns of ids."""


class ReportEditor:
    """Edits the first sheet of a report as Excel would: merged cells grow, shrink and move."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._workbook = load_workbook(path)
        self.sheet: Worksheet = self._workbook.worksheets[0]

    def save(self, target: Path | None = None) -> Path:
        self._workbook.save(target or self._path)
        return target or self._path

    def row_of(self, text: str, column: int = EVENT, *, below: int = 1) -> int:
        """Return the row whose cell begins with a text."""
        for row in range(below, self.sheet.max_row + 1):
            if str(self.sheet.cell(row, column).value or "").startswith(text):
                return row
        raise AssertionError(f"no {text!r} in column {column}")

    def text(self, row: int, column: int) -> str:
        return str(self.sheet.cell(row, column).value or "")

    def type(self, row: int, column: int, text: str | None) -> None:
        cell = self.sheet.cell(row, column)
        assert isinstance(cell, Cell), "a clerk types into the first cell of a merged range"
        cell.value = text

    def replace(self, row: int, column: int, old: str, new: str) -> None:
        text = self.text(row, column)
        assert old in text
        self.type(row, column, text.replace(old, new, 1))

    def set_origin(self, key: str, value: str | None) -> None:
        """Write a value of the hidden sheet that says what the report was made from."""
        for row in self._workbook["partners"].iter_rows():
            if row[0].value == key:
                row[1].value = value

    def delete_row(self, row: int) -> None:
        ranges = self._unmerged()
        self.sheet.delete_rows(row)
        self._merge(
            (
                first - (first > row),
                left,
                last - (last >= row),
                right,
            )
            for first, left, last, right in ranges
        )

    def insert_row(self, row: int) -> None:
        ranges = self._unmerged()
        self.sheet.insert_rows(row)
        self._merge(
            (first + (first >= row), left, last + (last >= row), right)
            for first, left, last, right in ranges
        )

    def move_row(self, row: int, before: int) -> int:
        """Cut a row and insert it before another one: its event and all its ids go with it."""
        values = [self.sheet.cell(row, column).value for column in range(EVENT, _LAST_COLUMN + 1)]
        self.delete_row(row)
        target = before - (row < before)
        self.insert_row(target)
        for column, value in enumerate(values, start=EVENT):
            self.sheet.cell(target, column).value = value
        return target

    def unmerge_all(self) -> None:
        self._unmerged()

    def _unmerged(self) -> list[tuple[int, int, int, int]]:
        ranges = [
            (area.min_row, area.min_col, area.max_row, area.max_col)
            for area in self.sheet.merged_cells.ranges
        ]
        for first, left, last, right in ranges:
            self.sheet.unmerge_cells(
                start_row=first, start_column=left, end_row=last, end_column=right
            )
        return ranges

    def _merge(self, ranges: Any) -> None:
        for first, left, last, right in ranges:
            if last > first or right > left:
                self.sheet.merge_cells(
                    start_row=first, start_column=left, end_row=last, end_column=right
                )
