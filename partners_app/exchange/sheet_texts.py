"""The texts of a printable sheet as every kind of file can hold them."""

from partners_app.domain.sheet import Sheet, map_texts
from partners_app.exchange.cell_text import clean_text


def clean_sheet(sheet: Sheet) -> tuple[Sheet, int]:
    """Return the sheet with texts that a file can hold, and how many characters were replaced."""
    replaced = 0

    def clean(text: str) -> str:
        nonlocal replaced
        found, count = clean_text(text)
        replaced += count
        return found

    return map_texts(sheet, clean), replaced
