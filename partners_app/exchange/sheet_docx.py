"""A printable sheet as a Word document: real tables, whose header rows Word itself repeats."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from lxml.etree import XMLSyntaxError
from lxml.etree import _Element as Element

from partners_app.domain.errors import FileFailed
from partners_app.domain.report_style import CellRole, ReportStyle
from partners_app.domain.sheet import COLUMN_ROLES, Paragraph, Sheet, SheetTable
from partners_app.exchange.atomic_file import atomic_write
from partners_app.exchange.character_widths import font_widths
from partners_app.exchange.row_heights import TextFit
from partners_app.exchange.word_document import (
    PADDING_X,
    STYLE_NAMES,
    TWIPS,
    add,
    add_table,
    add_text,
    end_document,
    new_document,
    written_texts,
)

_HIGHEST_WHOLE_ROW = 2 / 3
"""Share of a page from which a row may be divided: Word cuts off what must not and is too high."""

_BETWEEN_BLOCKS, _UNDER_TITLE = 8.0, 6.0
"""Points."""


def write_sheet_docx(sheet: Sheet, target: Path, style: ReportStyle) -> None:
    """Write a sheet, whose texts a file can hold, as a Word document.

    The file is read again and compared before it takes the target's place. Raises what
    `atomic_write` raises.
    """
    document = _Writing(sheet, style).whole()
    content = BytesIO()
    document.save(content)

    def write(temporary: Path) -> None:
        temporary.write_bytes(content.getvalue())

    expected = list(written_texts(document.element.body))
    atomic_write(target, write, verify=lambda temporary: _verify(temporary, expected))


def _verify(path: Path, expected: list[str]) -> None:
    """Read a written document again; FileFailed unless it holds what it should."""
    try:
        body = Document(BytesIO(path.read_bytes())).element.body
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError, XMLSyntaxError) as error:
        raise FileFailed(path, f"verify: {error}") from error
    if list(written_texts(body)) != expected:
        raise FileFailed(path, "verify: other texts than were written")


class _Writing:
    """One document in the making."""

    def __init__(self, sheet: Sheet, style: ReportStyle) -> None:
        self.sheet = sheet
        self.style = style
        self.document: WordDocument = new_document(sheet.name, style)
        self.width = style.page[0] - style.margins.left - style.margins.right
        self.height = style.page[1] - style.margins.top - style.margins.bottom

    def whole(self) -> WordDocument:
        for line in self.sheet.title_lines:
            self._add_paragraph(line, CellRole.TITLE)
        if self.sheet.title_lines:
            self.document.paragraphs[-1].paragraph_format.space_after = Pt(_UNDER_TITLE)
        for number, block in enumerate(self.sheet.blocks):
            between = Pt(_BETWEEN_BLOCKS if number else 0)
            if isinstance(block, Paragraph):
                made = self._add_paragraph(block.text, CellRole.EVENT)
                made.paragraph_format.space_before = between
                continue
            if block.title:
                heading = self._add_paragraph(block.title, CellRole.BAND)
                heading.paragraph_format.space_before = between
            elif number:
                # Without something between them Word makes one table of two.
                self._add_paragraph("", CellRole.EVENT)
            if block.row_count or block.has_heads:
                self._add_table(block)
        end_document(self.document)
        return self.document

    def _add_paragraph(self, text: str, role: CellRole) -> WordParagraph:
        made = self.document.add_paragraph(style=STYLE_NAMES[role])
        if text:
            add_text(made._p, text)
        return made

    def _add_table(self, table: SheetTable) -> None:
        whole = sum(column.width for column in table.columns)
        factor = self.width * TWIPS / whole
        widths = [round(column.width * factor) for column in table.columns]
        made = add_table(self.document, widths, self.style.line_color)
        if table.has_heads:
            heads = [(column.head, CellRole.HEADER) for column in table.columns]
            self._add_row(made, heads, widths, head=True)
        roles = [COLUMN_ROLES[column.kind] for column in table.columns]
        for group in table.groups:
            if group.heading:
                self._add_row(made, [(group.heading, CellRole.BAND)], [sum(widths)])
            for row in group.rows:
                self._add_row(made, list(zip(row, roles, strict=True)), widths)

    def _add_row(
        self,
        table: Element,
        cells: Sequence[tuple[str, CellRole]],
        widths: Sequence[int],
        *,
        head: bool = False,
    ) -> None:
        """Add a row; one of a single width goes over all columns of the table."""
        row = add(table, "w:tr")
        about = add(row, "w:trPr")
        if self._height(cells, widths) <= self.height * _HIGHEST_WHOLE_ROW:
            add(about, "w:cantSplit")
        if head:
            add(about, "w:tblHeader")
        columns = len(table[1])
        for (text, role), width in zip(cells, widths, strict=True):
            cell = add(row, "w:tc")
            properties = add(cell, "w:tcPr")
            add(properties, "w:tcW", w=width, type="dxa")
            if len(widths) == 1 < columns:
                add(properties, "w:gridSpan", val=columns)
            if fill := self.style.texts[role].fill:
                add(properties, "w:shd", val="clear", color="auto", fill=fill.removeprefix("#"))
            if role in (CellRole.HEADER, CellRole.BAND):
                add(properties, "w:vAlign", val="center")
            paragraph = add(cell, "w:p")
            add(add(paragraph, "w:pPr"), "w:pStyle", val=role.value)
            if text:
                add_text(paragraph, text)

    def _height(self, cells: Sequence[tuple[str, CellRole]], widths: Sequence[int]) -> float:
        """Return the height in points that shows the texts of a row, whose widths are in twips."""
        heights = []
        for (text, role), width in zip(cells, widths, strict=True):
            look, inside = self.style.texts[role], width / TWIPS - 2 * PADDING_X
            fit = TextFit(font_widths(look.family), look.bold, look.size, inside)
            heights.append(fit.height(text))
        return max(heights)
