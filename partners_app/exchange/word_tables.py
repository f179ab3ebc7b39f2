"""The tables of a Word document as grids; runs in the reading process alone.

What stands in a table is what Word shows after all tracked changes are accepted. Word keeps the
columns of a row as a number of steps of one common grid («gridSpan»), and a cell that goes on
downwards as one more cell in each row («vMerge»).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS
from partners_app.exchange.cell_address import (
    by_row_and_column,
    cell_key,
    cell_name,
    has_text,
    without_control_characters,
)
from partners_app.exchange.gate import Examined
from partners_app.exchange.grid import CellValue, Grid, Merge
from partners_app.exchange.merges import without_covered
from partners_app.exchange.office_zip import Walker
from partners_app.exchange.table_findings import note
from partners_app.exchange.table_refusal import Refused, place_of
from partners_app.exchange.workbook_parts import STRICT

_TABLE, _ROW, _CELL, _PARAGRAPH = qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:p")
_TEXT, _VALUE = qn("w:t"), qn("w:val")
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
}
_DELETED = frozenset([qn("w:del"), qn("w:moveFrom")])
_CHANGED = frozenset([*_DELETED, qn("w:ins"), qn("w:moveTo"), qn("w:cellDel"), qn("w:cellIns")])
# Properties, and drawings with a text of their own, are no part of the text of a paragraph.
_NOT_TEXT = frozenset(
    qn(f"w:{name}") for name in ("pPr", "rPr", "tcPr", "trPr", "tblPr", "drawing", "pict", "object")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_XML = (".xml", ".rels")
_HEADING_PARAGRAPHS = 20


def read_document(data: bytes, examined: Examined) -> tuple[list[Grid], list[Finding]]:
    """Return the tables and what is to be said of them; Refused where nothing can be read."""
    assert examined.archive is not None
    for name in examined.archive.names:
        # The library reads every part that the document refers to, but for data of other programs.
        is_foreign = name.lower().startswith("customxml/") and not name.lower().endswith(".rels")
        if name.lower().endswith(_XML) and not is_foreign:
            examined.archive.walk(name, _SafeXml())
    try:
        body = Document(BytesIO(data)).element.body
    except Exception as error:
        # It says by errors of many kinds what it misses in a damaged document.
        detail = f"{type(error).__name__}: {error}"
        raise Refused(InputProblem.DAMAGED, detail=detail) from error
    findings: list[Finding] = []
    grids: list[Grid] = []
    heading: list[str] = []
    for element in _shown(body, frozenset([_TABLE, _PARAGRAPH])):
        if element.tag == _PARAGRAPH:
            heading.append(_text_of_paragraph(element))
            continue
        grids.append(_Table(f"Таблица {len(grids) + 1}", findings).read(element, heading))
        heading = []
    if sum(len(grid.cells) for grid in grids) > MOST_CELLS:
        raise Refused(InputProblem.TOO_MANY_CELLS)
    if not any(grid.cells for grid in grids):
        raise Refused(InputProblem.NO_TABLE)
    if next(body.iter(*_CHANGED), None) is not None:
        findings.append(note(FindingCode.TRACKED_CHANGES))
    return grids, findings


class _SafeXml(Walker):
    """XML without a document type definition, in the namespaces that Word itself writes."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name.startswith(STRICT):
            raise Refused(InputProblem.STRICT_OPEN_XML)


@dataclass(slots=True)
class _Open:
    """A cell that may go on in the next row."""

    row: int
    last_row: int
    last_column: int
    goes_on: bool


class _Table:
    """One table on its way to a grid."""

    def __init__(self, name: str, findings: list[Finding]) -> None:
        self._name = name
        self._findings = findings
        self._cells: dict[int, CellValue] = {}
        self._merges: list[Merge] = []
        self._going_on: dict[int, _Open] = {}

    def read(self, table: Element, heading: list[str]) -> Grid:
        """Return the grid; ``heading`` are the paragraphs above it."""
        row = 0
        for element in _shown(table, frozenset([_ROW])):
            if element.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                row += 1
                self._read_row(row, element)
        for column, cell in self._going_on.items():
            self._close(column, cell)
        cells, merges = without_covered(self._name, self._cells, self._merges, self._findings)
        above = "\n".join(text for text in heading[-_HEADING_PARAGRAPHS:] if text.strip())
        return Grid(
            name=self._name,
            cells=by_row_and_column(cells),
            merges=tuple(sorted(merges, key=lambda merge: (merge.first_row, merge.first_column))),
            heading=without_control_characters(above),
        )

    def _read_row(self, row: int, element: Element) -> None:
        column = 1 + _number(element, "w:trPr", "w:gridBefore", 0)
        before, self._going_on = self._going_on, {}
        for cell in _shown(element, frozenset([_CELL])):
            if cell.find(f"{qn('w:tcPr')}/{qn('w:cellDel')}") is not None:
                continue
            span = _number(cell, "w:tcPr", "w:gridSpan", 1)
            if row > MOST_ROWS or column + span - 1 > MOST_COLUMNS:
                address = cell_name(cell_key(row, min(column + span - 1, 16_384)))
                raise Refused(InputProblem.FAR_CELL, place_of(self._name, address), address)
            last_column = column + span - 1
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            is_next = merge is not None and merge.get(_VALUE, "continue") == "continue"
            above = before.pop(column, None)
            if is_next and above and above.goes_on and above.last_column == last_column:
                above.last_row = row
                self._going_on[column] = above
            else:
                if above:
                    self._close(column, above)
                self._going_on[column] = _Open(row, row, last_column, merge is not None)
            self._keep(row, column, _text_of_cell(cell))
            column += span
        for column, above in before.items():
            self._close(column, above)

    def _close(self, column: int, cell: _Open) -> None:
        if cell.last_row > cell.row or cell.last_column > column:
            self._merges.append(Merge(cell.row, column, cell.last_row, cell.last_column))

    def _keep(self, row: int, column: int, text: str) -> None:
        text = without_control_characters(text)
        if len(text) > MOST_CHARACTERS:
            place = place_of(self._name, cell_name(cell_key(row, column)))
            raise Refused(InputProblem.TEXT_TOO_LONG, place, str(len(text)))
        if has_text(text):
            self._cells[cell_key(row, column)] = text


def _shown(element: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """Yield what is wanted in an element, also inside content controls and tracked insertions.

    What is inside a wanted element is not looked at.
    """
    for child in element.iterchildren("*"):
        if child.tag in wanted:
            yield child
        elif child.tag not in _DELETED and child.tag not in _NOT_TEXT:
            yield from _shown(child, wanted)


def _text_of_cell(cell: Element) -> str:
    """Return the text of a cell, a paragraph a line; of a table in it, a row a line."""
    lines = []
    for element in _shown(cell, frozenset([_PARAGRAPH, _TABLE])):
        if element.tag == _PARAGRAPH:
            lines.append(_text_of_paragraph(element))
            continue
        for row in _shown(element, frozenset([_ROW])):
            lines.append("\t".join(map(_text_of_cell, _shown(row, frozenset([_CELL])))))
    return "\n".join(lines)


def _text_of_paragraph(paragraph: Element) -> str:
    wanted = frozenset([_TEXT, *_CHARACTERS])
    return "".join(
        (element.text or "") if element.tag == _TEXT else _CHARACTERS[str(element.tag)]
        for element in _shown(paragraph, wanted)
    )


def _number(element: Element, properties: str, name: str, default: int) -> int:
    found = element.find(f"{qn(properties)}/{qn(name)}")
    text = "" if found is None else str(found.get(_VALUE, ""))
    return int(text) if text.isdecimal() and len(text) <= 5 else default
