"""Cells by one number and by their address, and what counts as a text in a cell."""

import re
from collections.abc import Iterable, Mapping

from partners_app.exchange.grid import CellValue, column_letters

EXCEL_ROWS = 1_048_576
EXCEL_COLUMNS = 16_384

_COLUMN_BITS = 15
_LETTERS = re.compile("[A-Z]{1,3}")
# «_x000B_» is how Excel writes a character by its number (ECMA-376 part 1, 22.9.2.19).
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f]")
_MOST_NAMED = 5
_MOST_SHOWN = 12


def cell_key(row: int, column: int) -> int:
    """Return one number for a cell: in the order of rows, then of columns."""
    return row << _COLUMN_BITS | column


def row_and_column(key: int) -> tuple[int, int]:
    """Return the row and the column of a cell, both from 1."""
    return key >> _COLUMN_BITS, key & ((1 << _COLUMN_BITS) - 1)


def by_row_and_column(cells: Mapping[int, CellValue]) -> dict[tuple[int, int], CellValue]:
    """Return cells by row and column, row by row."""
    mask = (1 << _COLUMN_BITS) - 1
    return {(key >> _COLUMN_BITS, key & mask): cells[key] for key in sorted(cells)}


def cell_name(key: int) -> str:
    """Return the address of a cell as an office program shows it: «B7»."""
    row, column = row_and_column(key)
    return f"{column_letters(column)}{row}"


def column_number(letters: str) -> int:
    """Return the number of the column «AB»; 0 if that is no column."""
    if not _LETTERS.fullmatch(letters):
        return 0
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def named_cells(keys: Iterable[int], texts: Mapping[int, str] | None = None) -> str:
    """Return the addresses of some cells for a message; of many only the first and «…».

    ``texts`` are what stands in the cells, shown behind the addresses: «C3 (#REF!)».
    """
    in_order = sorted(keys)
    names = [cell_name(key) for key in in_order[:_MOST_NAMED]]
    if texts is not None:
        shown = [texts[key][:_MOST_SHOWN] for key in in_order[:_MOST_NAMED]]
        names = [
            f"{name} ({text})" if text else name for name, text in zip(names, shown, strict=True)
        ]
    return ", ".join([*names, *(["…"] if len(in_order) > _MOST_NAMED else [])])


def numbered_ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return whole numbers as ranges, in order: 2, 3, 4, 9 are 2–4 and 9–9."""
    ranges: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1] = ranges[-1][0], number
        else:
            ranges.append((number, number))
    return ranges


def unescaped(text: str) -> str:
    """Return a text of an Excel file with the characters that are written by their numbers."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def has_text(text: str) -> bool:
    """Tell whether anything but white space and control characters is in a text."""
    return _VISIBLE.search(text) is not None


def with_line_feeds(text: str) -> str:
    """Return a text whose lines all end as they do in the program."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_control_characters(text: str) -> str:
    """Return a text without the control characters that no table shows."""
    return _CONTROL.sub("", text) if _CONTROL.search(text) else text
