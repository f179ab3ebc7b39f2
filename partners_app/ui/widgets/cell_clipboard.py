"""Blocks of cells on the clipboard, as Excel and LibreOffice put them there and take them."""

import csv
import io
import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

Block = list[list[str]]
"""Rows of cells' texts; a row may be shorter than another one."""

_LONGEST_CELL = 2**31 - 1
_LINE_BREAK = '<br style="mso-data-placement:same-cell">'
"""Excel would begin a new row at a plain <br>."""
_QUOTED_CELL = re.compile(r'"(?P<inside>(?:[^"]|"")*)"(?=[\t\r\n]|\Z)')
_PLAIN_CELL = re.compile(r"[^\t\r\n]*")


def to_tsv(block: Sequence[Sequence[str]]) -> str:
    """Return a block as tab-separated text; cells with line breaks, tabs or quotes are quoted."""
    written = io.StringIO(newline="")
    csv.writer(written, "excel-tab").writerows(block)
    return written.getvalue()


def from_tsv(text: str) -> Block:
    """Return the block that a tab-separated text holds; empty when it holds nothing.

    Excel leaves a cell that only begins with a quotation mark as it is («"Дружба" – ансамбль»),
    where the csv module would drop the marks: such cells are quoted before they are read.
    """
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(_with_honest_quotes(text), newline=""), "excel-tab"))
    finally:
        csv.field_size_limit(limit)
    return [row or [""] for row in rows]


def _with_honest_quotes(text: str) -> str:
    """Quote every cell that begins with a quotation mark which does not enclose the cell."""
    pieces: list[str] = []
    place = 0
    while place < len(text):
        if text[place] == '"':
            found = _QUOTED_CELL.match(text, place)
            if found is None or not _needs_quotes(found["inside"]):
                found = _PLAIN_CELL.match(text, place)
                assert found is not None
                pieces.append('"' + found[0].replace('"', '""') + '"')
            else:
                pieces.append(found[0])
        else:
            found = _PLAIN_CELL.match(text, place)
            assert found is not None
            pieces.append(found[0])
        place = found.end()
        if place < len(text):
            pieces.append(text[place])
            place += 1
    return "".join(pieces)


def _needs_quotes(inside: str) -> bool:
    """Tell whether a program would quote a cell for what it holds; all leave others bare."""
    return not inside or any(sign in inside for sign in '\t\r\n"')


def to_html(block: Sequence[Sequence[str]]) -> str:
    """Return a block as an HTML table, which Word takes as a table and Excel with its breaks."""
    rows = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in block)
    return f'<html><head><meta charset="utf-8"></head><body><table>{rows}</table></body></html>'


def _html_cell(text: str) -> str:
    lines = re.split(r"\r\n|\r|\n", escape(text))
    return f"<td>{_LINE_BREAK.join(lines)}</td>"


def mime_data(block: Sequence[Sequence[str]]) -> QMimeData:
    """Return what the clipboard gets for a block: text and HTML."""
    data = QMimeData()
    data.setText(to_tsv(block))
    data.setHtml(to_html(block))
    return data
