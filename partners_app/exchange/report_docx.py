"""The yearly table as a Word document, with the cells of the workbook.

No row is higher than a page, and each text is whole inside the first row of its cell: so Word need
not part a row, and no page break hides a part of a merged cell.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml.etree import SubElement, XMLSyntaxError
from lxml.etree import _Element as Element

from partners_app.domain.errors import FileFailed
from partners_app.domain.report import YearlyReport
from partners_app.domain.report_style import (
    A4_LANDSCAPE,
    COLUMNS,
    PAGE_COUNT,
    PAGE_NUMBER,
    CellRole,
    Side,
    TextStyle,
)
from partners_app.exchange.atomic_file import atomic_write
from partners_app.exchange.report_layout import SheetCell, SheetPlan, SheetRow, plan_sheet
from partners_app.exchange.report_template import (
    ReportTemplate,
    default_template,
    load_template,
)
from partners_app.exchange.report_texts import clean_report

STYLE_NAMES = {
    CellRole.TITLE: "Отчёт: название",
    CellRole.HEADER: "Отчёт: шапка",
    CellRole.BAND: "Отчёт: раздел",
    CellRole.COUNTRY: "Отчёт: страна",
    CellRole.PARTNER: "Отчёт: город",
    CellRole.BASIS: "Отчёт: основание",
    CellRole.DATE: "Отчёт: год",
    CellRole.EVENT: "Отчёт: мероприятие",
}
"""The paragraph styles, as Word lists them: who changes one there changes all its cells."""

_PADDING_X, _PADDING_Y = 4.0, 1.5
"""Points between a text and the lines around its cell."""

_TWIPS = 20
"""Twentieths of a point, which Word counts in."""

_UNDER_TITLE = 6.0
_SIDES = {
    Side.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Side.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Side.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_VERTICAL = {"center": "center", "bottom": "bottom"}
_WORD_2013 = "15"


def write_report_docx(
    report: YearlyReport, target: Path, *, font: str, template: Path | None = None
) -> int:
    """Write a report as a Word document; return how many characters it could not hold.

    ``font`` is a family, or "" for those of the template. The file is read again and compared
    before it takes the target's place. Raises what ``load_template`` and `atomic_write` raise.
    """
    look = load_template(template or default_template(), font=font)
    report, replaced = clean_report(report)
    writing = _Writing(report, look)
    content = BytesIO()
    writing.document().save(content)

    def write(temporary: Path) -> None:
        temporary.write_bytes(content.getvalue())

    atomic_write(target, write, verify=lambda temporary: _verify(temporary, writing.plan))
    return replaced


class _Writing:
    """One document in the making."""

    def __init__(self, report: YearlyReport, template: ReportTemplate) -> None:
        self.report = report
        self.style = template.on_paper()
        margins = self.style.margins
        room = A4_LANDSCAPE[0] - margins.left - margins.right
        factor = room / sum(self.style.widths)
        self.widths = [round(width * factor * _TWIPS) for width in self.style.widths]
        # Lines break in the columns as they are here, not as they are in the sheet.
        inside = tuple(width / _TWIPS - 2 * _PADDING_X for width in self.widths)
        self.template = replace(template, widths=inside, indent=0.0)
        self.plan = plan_sheet(report, self.template)

    def document(self) -> WordDocument:
        document = Document()
        body = document.element.body
        for element in list(body):
            if element.tag != qn("w:sectPr"):
                body.remove(element)
        self._say_what_it_is(document)
        self._set_up_page(document)
        names = self._add_styles(document)
        for line in self.report.title_lines:
            document.add_paragraph(style=names[CellRole.TITLE]).add_run(line)
        if self.report.title_lines:
            document.paragraphs[-1].paragraph_format.space_after = Pt(_UNDER_TITLE)
        ids = {role: str(document.styles[name].style_id) for role, name in names.items()}
        self._fill_table(self._new_table(body), ids)
        self._end(document)
        return document

    def _say_what_it_is(self, document: WordDocument) -> None:
        about = document.core_properties
        about.title, about.author, about.comments = self.report.whole_title, "", ""
        about.language = "ru-RU"
        about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)
        for setting in document.settings.element.iter(qn("w:compatSetting")):
            if setting.get(qn("w:name")) == "compatibilityMode":
                setting.set(qn("w:val"), _WORD_2013)

    def _set_up_page(self, document: WordDocument) -> None:
        section, margins = document.sections[0], self.style.margins
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = (Pt(length) for length in A4_LANDSCAPE)
        section.left_margin, section.right_margin = Pt(margins.left), Pt(margins.right)
        section.top_margin, section.bottom_margin = Pt(margins.top), Pt(margins.bottom)
        section.header_distance = section.footer_distance = Pt(margins.foot)
        number = section.footer.paragraphs[0]
        number.style = _styled(document, "Отчёт: номер страницы", self.style.page_number)
        number.add_run(PAGE_NUMBER)
        _add_field(number._p, "PAGE")
        number.add_run(PAGE_COUNT)
        _add_field(number._p, "NUMPAGES")

    def _add_styles(self, document: WordDocument) -> dict[CellRole, str]:
        for role, name in STYLE_NAMES.items():
            made = _styled(document, name, self.style.texts[role])
            # A heading stays with what it heads.
            made.paragraph_format.keep_with_next = role in (CellRole.TITLE, CellRole.BAND)
        return STYLE_NAMES

    def _new_table(self, body: Element) -> Element:
        table = SubElement(body, qn("w:tbl"))
        body.insert(len(body) - 2, table)  # what ends the section stays last
        about = _add(table, "w:tblPr")
        _add(about, "w:tblW", w=sum(self.widths), type="dxa")
        borders = _add(about, "w:tblBorders")
        color = self.style.line_color.removeprefix("#") or "auto"
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            _add(borders, f"w:{side}", val="single", sz=4, space=0, color=color)
        _add(about, "w:tblLayout", type="fixed")
        padding = _add(about, "w:tblCellMar")
        for side, points in (
            ("top", _PADDING_Y),
            ("left", _PADDING_X),
            ("bottom", _PADDING_Y),
            ("right", _PADDING_X),
        ):
            _add(padding, f"w:{side}", w=round(points * _TWIPS), type="dxa")
        grid = _add(table, "w:tblGrid")
        for width in self.widths:
            _add(grid, "w:gridCol", w=width)
        return table

    def _fill_table(self, table: Element, ids: dict[CellRole, str]) -> None:
        going: dict[int, tuple[int, SheetCell]] = {}
        for row in self.plan.rows[self.plan.header_row - 1 :]:
            element = _add(table, "w:tr")
            about = _add(element, "w:trPr")
            _add(about, "w:cantSplit")
            if height := self._least_height(row):
                _add(about, "w:trHeight", val=round(height * _TWIPS), hRule="atLeast")
            if any(cell.role is CellRole.HEADER for cell in row.cells.values()):
                _add(about, "w:tblHeader")
            column = 1
            while column <= COLUMNS:
                if column in row.cells:
                    cell, left = row.cells[column], row.cells[column].rows
                    self._add_cell(element, column, cell, ids, begins=True)
                else:
                    left, cell = going[column]
                    self._add_cell(element, column, cell, ids, begins=False)
                going[column] = (left - 1, cell)
                column += cell.columns

    def _least_height(self, row: SheetRow) -> float:
        """Return the height that shows the texts that go on downwards, in this row alone; 0: none.

        The height of a row is that of its other texts by itself.
        """
        return max(
            (
                self.template.fit(cell.role, column, column + cell.columns - 1).height(cell.text)
                for column, cell in row.cells.items()
                if cell.rows > 1 and cell.text
            ),
            default=0.0,
        )

    def _add_cell(
        self, row: Element, column: int, cell: SheetCell, ids: dict[CellRole, str], *, begins: bool
    ) -> None:
        element = _add(row, "w:tc")
        about = _add(element, "w:tcPr")
        width = sum(self.widths[column - 1 : column - 1 + cell.columns])
        _add(about, "w:tcW", w=width, type="dxa")
        if cell.columns > 1:
            _add(about, "w:gridSpan", val=cell.columns)
        if cell.rows > 1:
            _add(about, "w:vMerge", val="restart" if begins else "continue")
        if fill := self.style.texts[cell.role].fill:
            _add(about, "w:shd", val="clear", color="auto", fill=fill.removeprefix("#"))
        vertical = self.template.looks[cell.role].alignment.vertical
        if vertical in _VERTICAL:
            _add(about, "w:vAlign", val=_VERTICAL[vertical])
        paragraph = _add(element, "w:p")
        _add(_add(paragraph, "w:pPr"), "w:pStyle", val=ids[cell.role])
        if begins and cell.text:
            _add_text(paragraph, cell.text)

    def _end(self, document: WordDocument) -> None:
        """Add the paragraph that Word wants under a table, so low that it opens no page."""
        last = document.add_paragraph()
        last.paragraph_format.space_after = Pt(0)
        last.paragraph_format.line_spacing = Pt(1)
        # The mark of the paragraph has a size of its own.
        _add(_add(last._p.get_or_add_pPr(), "w:rPr"), "w:sz", val=2)


def _styled(document: WordDocument, name: str, look: TextStyle) -> ParagraphStyle:
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)
    made.quick_style = True
    made.font.size, made.font.bold, made.font.italic = Pt(look.size), look.bold, look.italic
    if look.color:
        made.font.color.rgb = RGBColor.from_string(look.color.removeprefix("#"))
    made.font.name = look.family
    fonts = made.element.rPr.rFonts
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), look.family)
    _add(made.element.rPr, "w:lang", val="ru-RU")
    shape = made.paragraph_format
    shape.alignment = _SIDES[look.side]
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing = 1.0
    return made


def _add(parent: Element, name: str, **attributes: str | int) -> Element:
    element = SubElement(parent, qn(name))
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _add_field(paragraph: Element, name: str) -> None:
    field = _add(paragraph, "w:fldSimple", instr=name)
    _add(_add(field, "w:r"), "w:t").text = "1"


def _add_text(paragraph: Element, text: str) -> None:
    run = _add(paragraph, "w:r")
    for number, line in enumerate(text.strip("\n").split("\n")):
        if number:
            _add(run, "w:br")
        for place, part in enumerate(line.split("\t")):
            if place:
                _add(run, "w:tab")
            if part:
                element = _add(run, "w:t")
                element.text = part
                element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _verify(path: Path, plan: SheetPlan) -> None:
    """Read a written document again; FileFailed unless each row holds what it should."""
    try:
        body = Document(BytesIO(path.read_bytes())).element.body
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError, XMLSyntaxError) as error:
        raise FileFailed(path, f"verify: {error}") from error
    found = list(body.iter(qn("w:tr")))
    expected = plan.rows[plan.header_row - 1 :]
    for number, (row, element) in enumerate(zip(expected, found, strict=False), start=1):
        written = "".join(text.text or "" for text in element.iter(qn("w:t")))
        if written != "".join(_letters(row)):
            raise FileFailed(path, f"verify: row {number}")
    if len(found) != len(expected):
        raise FileFailed(path, f"verify: {len(found)} rows of {len(expected)}")


def _letters(row: SheetRow) -> Iterator[str]:
    for cell in row.cells.values():
        yield cell.text.replace("\n", "").replace("\t", "")
