"""A workbook as the grids that a reader makes of it, read by openpyxl."""

import hashlib
import re
import zipfile
from pathlib import Path

from openpyxl import load_workbook

from partners_app.exchange.grid import CellValue, Grid, GridFile, SheetState

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_STATES = {
    "visible": SheetState.VISIBLE,
    "hidden": SheetState.HIDDEN,
    "veryHidden": SheetState.VERY_HIDDEN,
}


def read_grid_file(path: Path) -> GridFile:
    workbook = load_workbook(path)
    with zipfile.ZipFile(path) as archive:
        is_shared = "xl/sharedStrings.xml" in archive.namelist()
    grids = []
    for sheet in workbook.worksheets:
        cells: dict[tuple[int, int], CellValue] = {}
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            for column, value in enumerate(row, start=1):
                if value is None or value == "":
                    continue
                if isinstance(value, str) and not is_shared:
                    # How a workbook writes «_x0041_» openpyxl takes back only in shared strings.
                    value = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
                assert isinstance(value, CellValue)
                cells[number, column] = value
        hidden = frozenset(n for n, it in sheet.row_dimensions.items() if it.hidden)
        grids.append(Grid(sheet.title, cells, (), _STATES[sheet.sheet_state], hidden))
    workbook.close()
    return GridFile(path, hashlib.sha256(path.read_bytes()).hexdigest(), tuple(grids))
