"""The rows of an import that were refused, as a workbook to be corrected and taken in again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from xlsxwriter.color import Color
from xlsxwriter.exceptions import FileCreateError

from partners_app.exchange.atomic_file import atomic_write
from partners_app.exchange.cell_text import clean_text, escape_text, fit_text

__all__ = ["RefusedLine", "RefusedSheet", "write_refused_rows"]

_CELL_WIDTH, _REASON_WIDTH = 24, 60
"""In characters, as an office program counts the width of a column."""


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A row as it stands in the file, its number there, and why it was refused."""

    row: int
    cells: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RefusedSheet:
    """The refused rows of one sheet under the heads of its table; ``heads`` may be empty."""

    name: str
    heads: tuple[str, ...]
    lines: tuple[RefusedLine, ...]


def write_refused_rows(
    target: Path, sheets: Sequence[RefusedSheet], *, reason_head: str, row_head: str
) -> None:
    """Write the rows, each cell in its own column, with the reason and the row's number behind.

    Raises what ``atomic_write`` raises.
    """

    def write(temporary: Path) -> None:
        workbook = xlsxwriter.Workbook(temporary)
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        head = workbook.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        marked = workbook.add_format(
            {"text_wrap": True, "valign": "top", "bg_color": Color.theme(0, 1)}
        )
        for sheet in sheets:
            page = workbook.add_worksheet(sheet.name)
            reason = max([len(sheet.heads), *(len(line.cells) for line in sheet.lines)])
            page.set_column(0, reason, _CELL_WIDTH)
            page.set_column(reason, reason, _REASON_WIDTH)
            page.freeze_panes(1, 0)
            for column, text in enumerate(sheet.heads):
                page.write_string(0, column, _fit(text), head)
            page.write_string(0, reason, reason_head, head)
            page.write_string(0, reason + 1, row_head, head)
            for number, line in enumerate(sheet.lines, start=1):
                for column, text in enumerate(line.cells):
                    if text:
                        page.write_string(number, column, _fit(text), wrapped)
                page.write_string(number, reason, _fit(line.reason), marked)
                page.write_number(number, reason + 1, line.row)
        try:
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error

    atomic_write(target, write)


def _fit(text: str) -> str:
    text = fit_text(escape_text(clean_text(text)[0]))
    # XlsxWriter takes «<r>…</r>» for a text with marks of its own.
    return f" {text}" if text.startswith("<r>") else text
