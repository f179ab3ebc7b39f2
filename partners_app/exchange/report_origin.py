"""What the hidden sheet of our own report says: which register, which state of it, which year."""

from partners_app.domain.incoming import Origin
from partners_app.exchange.grid import GridFile

DATA_SHEET = "partners"
"""The hidden sheet that says which register, and which state of it, the table was made from."""


def read_origin(file: GridFile) -> tuple[Origin | None, int | None]:
    """Return the export that a workbook came back from and its year; None for what is not told."""
    sheet = next((grid for grid in file.grids if grid.name == DATA_SHEET), None)
    if sheet is None:
        return None, None
    told = {
        str(value): str(sheet.cells.get((row, 2), "")).strip()
        for (row, column), value in sheet.cells.items()
        if column == 1
    }
    uuid, change_seq, year = (told.get(key, "") for key in ("register_uuid", "change_seq", "year"))
    origin = Origin(uuid, int(change_seq)) if uuid and change_seq.isdecimal() else None
    return origin, int(year) if year.isdecimal() else None
