"""What the hidden sheet of our own report says: which register, which state of it, which year."""

import json

from partners_app.domain.errors import ReportImpossible
from partners_app.domain.incoming import Origin
from partners_app.domain.report_options import EVERYTHING, ReportOptions
from partners_app.exchange.grid import GridFile

DATA_SHEET = "partners"
"""The hidden sheet that says which register, and which state of it, the table was made from."""

OPTIONS_KEY = "options"
"""Beside it, as JSON, what of the year was chosen; it is not there for the whole table."""


def read_origin(file: GridFile) -> tuple[Origin | None, int | None]:
    """Return the export that a workbook came back from and its year; None for what is not told."""
    told = _told(file)
    uuid, change_seq, year = (told.get(key, "") for key in ("register_uuid", "change_seq", "year"))
    origin = None
    if uuid and change_seq.isdecimal():
        origin = Origin(uuid, int(change_seq), told.get("step_uuid", ""))
    return origin, int(year) if year.isdecimal() else None


def read_options(file: GridFile) -> ReportOptions | None:
    """Return what of the year a workbook was to show; None where that cannot be read any more."""
    text = _told(file).get(OPTIONS_KEY, "")
    if not text:
        return EVERYTHING
    try:
        return ReportOptions.from_mapping(json.loads(text))
    except (ValueError, RecursionError, ReportImpossible):
        return None


def _told(file: GridFile) -> dict[str, str]:
    sheet = next((grid for grid in file.grids if grid.name == DATA_SHEET), None)
    if sheet is None:
        return {}
    return {
        str(value): str(sheet.cells.get((row, 2), "")).strip()
        for (row, column), value in sheet.cells.items()
        if column == 1
    }
