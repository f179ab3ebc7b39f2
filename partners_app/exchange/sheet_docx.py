"""A printable sheet as a Word document: real tables, whose header rows Word itself repeats."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from partners_app.domain.errors import FileFailed
from partners_app.domain.report_style import CellRole, ReportStyle, Side, TextStyle
from partners_app.domain.sheet import ColumnKind, Paragraph, Sheet, SheetTable
from partners_app.exchange.atomic_file import atomic_write

_TWIPS = 20
_HALF_POINTS = 2
_EIGHTHS = 8
_LINE_WIDTH = 0.5
_PADDING_X, _PADDING_Y = 4.0, 1.5
_BEFORE_A_BLOCK = 8.0
_UNDER_TITLE = 6.0
_LONGER_THAN_A_PAGE = 1500
"""Characters from which a text may not fit a page: Word cuts off what must not be divided."""

_SIDES = {Side.LEFT: "left", Side.CENTER: "center", Side.RIGHT: "right"}
_ROLES = {
    ColumnKind.TEXT: CellRole.EVENT,
    ColumnKind.SHORT: CellRole.DATE,
    ColumnKind.LABEL: CellRole.PARTNER,
}


def write_sheet_docx(sheet: Sheet, target: Path, style: ReportStyle) -> None:
    """Write a sheet, whose texts a file can hold, as a Word document.

    The file is read again and compared before it takes the target's place. Raises what
    `atomic_write` raises.
    """
    document = _Writer(sheet, style).document()
    content = BytesIO()
    document.save(content)

    def write(temporary: Path) -> None:
        temporary.write_bytes(content.getvalue())

    expected = list(_texts(document))
    atomic_write(target, write, verify=lambda temporary: _verify(temporary, expected))


def _verify(path: Path, expected: list[str]) -> None:
    try:
        found = list(_texts(docx.Document(BytesIO(path.read_bytes()))))
    except (BadZipFile, KeyError, ValueError) as error:
        raise FileFailed(path, f"verify: {error}") from error
    if found != expected:
        raise FileFailed(path, "verify: other texts than were written")


def _texts(document: Document) -> Iterator[str]:
    for node in document.element.body.iter(qn("w:t")):
        yield node.text or ""


class _Writer:
    def __init__(self, sheet: Sheet, style: ReportStyle) -> None:
        self.sheet = sheet
        self.style = style
        self.made: Document = docx.Document()
        self.body = self.made.element.body
        margins = style.margins
        self.width = style.page[0] - margins.left - margins.right

    def document(self) -> Document:
        self._set_page()
        for number, line in enumerate(self.sheet.title_lines, start=1):
            last = number == len(self.sheet.title_lines)
            self._add(self._paragraph(line, CellRole.TITLE, after=_UNDER_TITLE * last))
        for number, block in enumerate(self.sheet.blocks):
            before = _BEFORE_A_BLOCK * bool(number)
            if isinstance(block, Paragraph):
                self._add(self._paragraph(block.text, CellRole.EVENT, before=before))
                continue
            if block.title:
                heading = self._paragraph(block.title, CellRole.BAND, before=before)
                _properties(heading).insert(0, _node("keepNext"))
                self._add(heading)
            elif number:
                # Without something between them Word makes one table of two.
                self._add(self._paragraph("", CellRole.EVENT))
            if block.row_count or block.has_heads:
                self._add(self._table(block))
        # A document does not end with a table; what must follow takes no room.
        self._add(_node("p", _node("pPr", _spacing(exact=1.0))))
        return self.made

    def _add(self, node: BaseOxmlElement) -> None:
        self.body.insert_element_before(node, "w:sectPr")

    def _set_page(self) -> None:
        properties = self.made.core_properties
        properties.title, properties.author, properties.comments = self.sheet.name, "", ""
        section, margins, event = self.made.sections[0], self.style.margins, self._text()
        width, height = self.style.page
        section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Pt(width), Pt(height)
        section.left_margin, section.right_margin = Pt(margins.left), Pt(margins.right)
        section.top_margin, section.bottom_margin = Pt(margins.top), Pt(margins.bottom)
        section.footer_distance, section.header_distance = Pt(margins.foot), Pt(0)
        normal = self.made.styles["Normal"]
        normal.font.name, normal.font.size = event.family, Pt(event.size)
        foot = section.footer.paragraphs[0]._p
        number = self.style.page_number
        foot.append(_node("pPr", _node("jc", val=_SIDES[number.side])))
        for text, field in (("стр. ", "PAGE"), (" из ", "NUMPAGES")):
            foot.append(_run(text, number))
            foot.append(_node("fldSimple", _run("1", number), instr=f" {field} "))

    def _text(self) -> TextStyle:
        return self.style.texts[CellRole.EVENT]

    def _paragraph(
        self, text: str, role: CellRole, *, before: float = 0.0, after: float = 0.0
    ) -> BaseOxmlElement:
        look = self.style.texts[role]
        properties = _node("pPr", _spacing(before, after), _node("jc", val=_SIDES[look.side]))
        return _node("p", properties, *([_run(text, look)] if text else []))

    # Tables

    def _table(self, table: SheetTable) -> BaseOxmlElement:
        whole = sum(column.width for column in table.columns)
        widths = [self.width * column.width / whole for column in table.columns]
        grid = _node("tblGrid", *(_node("gridCol", w=_twips(width)) for width in widths))
        made = _node("tbl", self._table_properties(), grid)
        if table.has_heads:
            heads = [(column.head, CellRole.HEADER) for column in table.columns]
            made.append(self._row(heads, widths, head=True))
        roles = [_ROLES[column.kind] for column in table.columns]
        for group in table.groups:
            if group.heading:
                made.append(self._row([(group.heading, CellRole.BAND)], widths, keep=True))
            for row in group.rows:
                made.append(self._row(list(zip(row, roles, strict=True)), widths))
        return made

    def _table_properties(self) -> BaseOxmlElement:
        color = self.style.line_color.lstrip("#") or "000000"
        size = str(round(_LINE_WIDTH * _EIGHTHS))
        lines = [
            _node(side, val="single", sz=size, space="0", color=color)
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        ]
        padding = [
            _node(side, w=_twips(points), type="dxa")
            for side, points in (
                ("top", _PADDING_Y),
                ("left", _PADDING_X),
                ("bottom", _PADDING_Y),
                ("right", _PADDING_X),
            )
        ]
        return _node(
            "tblPr",
            _node("tblW", w=_twips(self.width), type="dxa"),
            _node("jc", val="left"),
            # The text of the first column would else stand left of the margin.
            _node("tblInd", w="0", type="dxa"),
            _node("tblBorders", *lines),
            _node("tblLayout", type="fixed"),
            _node("tblCellMar", *padding),
        )

    def _row(
        self,
        cells: Sequence[tuple[str, CellRole]],
        widths: Sequence[float],
        *,
        head: bool = False,
        keep: bool = False,
    ) -> BaseOxmlElement:
        """Return a row; a single cell goes over all columns."""
        whole = all(len(text) < _LONGER_THAN_A_PAGE for text, _ in cells)
        properties = _node("trPr")
        if whole:
            properties.append(_node("cantSplit"))
        if head:
            properties.append(_node("tblHeader"))
        spans = [1] * len(cells) if len(cells) == len(widths) else [len(widths)]
        rooms = widths if len(cells) == len(widths) else [sum(widths)]
        made = _node("tr", properties)
        for (text, role), room, span in zip(cells, rooms, spans, strict=True):
            fill = self.style.texts[role].fill.lstrip("#")
            middle = role in (CellRole.HEADER, CellRole.BAND)
            content = self._paragraph(text, role)
            if keep or head:
                _properties(content).insert(0, _node("keepNext"))
            cell = _node("tcPr", _node("tcW", w=_twips(room), type="dxa"))
            if span > 1:
                cell.append(_node("gridSpan", val=str(span)))
            if fill:
                cell.append(_node("shd", val="clear", color="auto", fill=fill))
            if middle:
                cell.append(_node("vAlign", val="center"))
            made.append(_node("tc", cell, content))
        return made


def _properties(paragraph: BaseOxmlElement) -> BaseOxmlElement:
    found = paragraph.find(qn("w:pPr"))
    assert isinstance(found, BaseOxmlElement)
    return found


def _node(name: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    for child in children:
        made.append(child)
    return made


def _twips(points: float) -> str:
    return str(round(points * _TWIPS))


def _spacing(before: float = 0.0, after: float = 0.0, exact: float = 0.0) -> BaseOxmlElement:
    line = {"line": _twips(exact), "lineRule": "exact"} if exact else {"line": "240"}
    if not exact:
        line["lineRule"] = "auto"
    return _node("spacing", before=_twips(before), after=_twips(after), **line)


def _run(text: str, look: TextStyle) -> BaseOxmlElement:
    fonts = {side: look.family for side in ("ascii", "hAnsi", "cs", "eastAsia")}
    size = str(round(look.size * _HALF_POINTS))
    parts = [_node("rFonts", **fonts)] if look.family else []
    parts += [_node("b")] if look.bold else []
    parts += [_node("i")] if look.italic else []
    parts += [_node("color", val=look.color.lstrip("#"))] if look.color else []
    parts += [_node("sz", val=size), _node("szCs", val=size)]
    return _node("r", _node("rPr", *parts), *_characters(text))


def _characters(text: str) -> Iterable[BaseOxmlElement]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield _node("br")
        for place, part in enumerate(line.split("\t")):
            if place:
                yield _node("tab")
            if part:
                said = _node("t")
                said.text = part
                said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                yield said
