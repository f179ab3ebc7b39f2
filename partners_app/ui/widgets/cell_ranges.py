"""What a selection of cells covers, counted by its ranges: all of 100,000 rows is one range."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange


def ranges_of(selection: QItemSelectionModel) -> list[QItemSelectionRange]:
    """Return the ranges of a selection; they may overlap in rows, not in cells."""
    ranges: list[QItemSelectionRange] = list(selection.selection())  # type: ignore[call-overload]
    return ranges


def cell_count(ranges: Iterable[QItemSelectionRange], columns: Sequence[int]) -> int:
    """Return how many cells of the shown columns ranges cover."""
    return sum(each.height() * len(_within(each, columns)) for each in ranges)


def columns_of(ranges: Iterable[QItemSelectionRange], columns: Sequence[int]) -> list[int]:
    """Return the shown columns that ranges touch, from left to right."""
    touched = {column for each in ranges for column in _within(each, columns)}
    return [column for column in columns if column in touched]


def cells_of(
    ranges: Iterable[QItemSelectionRange], columns: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield row and column of each cell of the shown columns that ranges cover."""
    for each in ranges:
        for row in range(each.top(), each.bottom() + 1):
            yield from ((row, column) for column in _within(each, columns))


def _within(cells: QItemSelectionRange, columns: Sequence[int]) -> list[int]:
    return [column for column in columns if cells.left() <= column <= cells.right()]


def row_spans(ranges: Iterable[QItemSelectionRange]) -> list[tuple[int, int]]:
    """Return the first and last rows that ranges cover, ascending, none twice."""
    spans: list[tuple[int, int]] = []
    for top, bottom in sorted((each.top(), each.bottom()) for each in ranges):
        if spans and top <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(spans[-1][1], bottom))
        else:
            spans.append((top, bottom))
    return spans


class Step(Enum):
    """A step from cell to cell."""

    NEXT = auto()
    PREVIOUS = auto()
    DOWN = auto()
    UP = auto()


def neighbour(
    step: Step, row: int, column: int, rows: int, columns: list[int]
) -> tuple[int, int] | None:
    """Return the row and column a step leads to, line by line like a text; None: past an end.

    ``columns`` are those that are shown, from left to right.
    """
    place = columns.index(column)
    match step:
        case Step.UP:
            row -= 1
        case Step.DOWN:
            row += 1
        case Step.NEXT:
            row, place = (row, place + 1) if place + 1 < len(columns) else (row + 1, 0)
        case Step.PREVIOUS:
            row, place = (row, place - 1) if place else (row - 1, len(columns) - 1)
    return (row, columns[place]) if 0 <= row < rows else None
