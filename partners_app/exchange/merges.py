"""Merged ranges: no office program shows what they cover, and so it is no cell of a grid."""

from collections.abc import Iterable, Mapping

from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.table_limits import MOST_COLUMNS, MOST_ROWS
from partners_app.exchange.cell_address import named_cells, row_and_column
from partners_app.exchange.grid import CellValue, Merge
from partners_app.exchange.table_findings import warning


def without_covered(
    sheet: str, cells: Mapping[int, CellValue], merges: Iterable[Merge], findings: list[Finding]
) -> tuple[Mapping[int, CellValue], list[Merge]]:
    """Return the cells that no merged range covers, and the ranges within the limits of a table.

    What is covered is told in a finding.
    """
    kept = [
        Merge(
            merge.first_row,
            merge.first_column,
            min(merge.last_row, MOST_ROWS),
            min(merge.last_column, MOST_COLUMNS),
        )
        for merge in merges
        if merge.first_row <= MOST_ROWS and merge.first_column <= MOST_COLUMNS
    ]
    covered = _covered(cells, kept) if kept else set()
    if not covered:
        return cells, kept
    findings.append(warning(FindingCode.COVERED_CELLS, sheet=sheet, text=named_cells(covered)))
    return {key: value for key, value in cells.items() if key not in covered}, kept


def _covered(cells: Iterable[int], merges: Iterable[Merge]) -> set[int]:
    """Return the cells under a merged range that are not its first one, going down the rows."""
    waiting = sorted(merges, key=lambda merge: merge.first_row, reverse=True)
    open_ones: list[Merge] = []
    covered = set()
    row_before = 0
    for key in sorted(cells):
        row, column = row_and_column(key)
        if row != row_before:
            row_before = row
            open_ones = [merge for merge in open_ones if merge.last_row >= row]
            while waiting and waiting[-1].first_row <= row:
                merge = waiting.pop()
                if merge.last_row >= row:
                    open_ones.append(merge)
        for merge in open_ones:
            if merge.first_column <= column <= merge.last_column and (
                (row, column) != (merge.first_row, merge.first_column)
            ):
                covered.add(key)
    return covered
