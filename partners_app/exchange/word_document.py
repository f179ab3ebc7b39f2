"""What all Word documents of the program share: page, styles, tables, and how each of them ends."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml.etree import SubElement
from lxml.etree import _Element as Element

from partners_app.domain.report_style import (
    PAGE_COUNT,
    PAGE_NUMBER,
    CellRole,
    ReportStyle,
    Side,
    TextStyle,
)

STYLE_NAMES = {
    CellRole.TITLE: "Отчёт – название",
    CellRole.HEADER: "Отчёт – шапка",
    CellRole.BAND: "Отчёт – раздел",
    CellRole.COUNTRY: "Отчёт – страна",
    CellRole.PARTNER: "Отчёт – город",
    CellRole.BASIS: "Отчёт – основание",
    CellRole.DATE: "Отчёт – год",
    CellRole.EVENT: "Отчёт – мероприятие",
}
"""The paragraph styles, as Word lists them: who changes one there changes all its cells."""

TWIPS = 20
"""Twentieths of a point, which Word counts in."""

PADDING_X, PADDING_Y = 4.0, 1.5
"""Points between a text and the lines around its cell."""

_SIDES = {
    Side.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Side.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Side.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_WORD_2013 = "15"
_LONGEST_PROPERTY = 255
"""Characters that a property of a document, such as its title, can hold."""


def new_document(title: str, style: ReportStyle) -> WordDocument:
    """Return an empty document with its title, its page, its page numbers and `STYLE_NAMES`."""
    document = Document()
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    about = document.core_properties
    about.title, about.author, about.comments = title[:_LONGEST_PROPERTY], "", ""
    about.language = "ru-RU"
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    _set_up_page(document, style)
    for role, name in STYLE_NAMES.items():
        made = _styled(document, role.value, name, style.texts[role])
        # A heading stays with what it heads.
        made.paragraph_format.keep_with_next = role in (CellRole.TITLE, CellRole.BAND)
    return document


def _set_up_page(document: WordDocument, style: ReportStyle) -> None:
    section, margins, (width, height) = document.sections[0], style.margins, style.page
    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin, section.right_margin = Pt(margins.left), Pt(margins.right)
    section.top_margin, section.bottom_margin = Pt(margins.top), Pt(margins.bottom)
    section.header_distance = section.footer_distance = Pt(margins.foot)
    number = section.footer.paragraphs[0]
    look = style.page_number
    number.style = _styled(document, "report_page", "Отчёт – номер страницы", look)
    number.add_run(PAGE_NUMBER)
    _add_field(number._p, "PAGE")
    number.add_run(PAGE_COUNT)
    _add_field(number._p, "NUMPAGES")


def add_table(document: WordDocument, widths: Sequence[int], color: str) -> Element:
    """Add an empty table of columns in twips; ``color`` of its lines is ``#rrggbb`` or ""."""
    body = document.element.body
    table = SubElement(body, qn("w:tbl"))
    body.insert(len(body) - 2, table)  # what ends the section stays last
    about = add(table, "w:tblPr")
    add(about, "w:tblW", w=sum(widths), type="dxa")
    borders = add(about, "w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = color.removeprefix("#") or "auto"
        add(borders, f"w:{side}", val="single", sz=4, space=0, color=line)
    add(about, "w:tblLayout", type="fixed")
    padding = add(about, "w:tblCellMar")
    for side, points in (
        ("top", PADDING_Y),
        ("left", PADDING_X),
        ("bottom", PADDING_Y),
        ("right", PADDING_X),
    ):
        add(padding, f"w:{side}", w=round(points * TWIPS), type="dxa")
    grid = add(table, "w:tblGrid")
    for width in widths:
        add(grid, "w:gridCol", w=width)
    return table


def end_document(document: WordDocument) -> None:
    """Add the paragraph that Word wants under a table, so low that it opens no page."""
    last = document.add_paragraph()
    last.paragraph_format.space_after = Pt(0)
    last.paragraph_format.line_spacing = Pt(1)
    # The mark of the paragraph has a size of its own.
    add(add(last._p.get_or_add_pPr(), "w:rPr"), "w:sz", val=2)


def _styled(document: WordDocument, key: str, name: str, look: TextStyle) -> ParagraphStyle:
    """Add a paragraph style: ``key`` is what its paragraphs call it, ``name`` what Word shows."""
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)
    made.element.styleId = key
    made.quick_style = True
    made.font.size, made.font.bold, made.font.italic = Pt(look.size), look.bold, look.italic
    if look.color:
        made.font.color.rgb = RGBColor.from_string(look.color.removeprefix("#"))
    made.font.name = look.family
    fonts = made.element.rPr.rFonts
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), look.family)
    add(made.element.rPr, "w:lang", val="ru-RU")
    shape = made.paragraph_format
    shape.alignment = _SIDES[look.side]
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing = 1.0
    return made


def add(parent: Element, name: str, **attributes: str | int) -> Element:
    """Add an element of Word's own namespace, as its attributes are."""
    element = SubElement(parent, qn(name))
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _add_field(paragraph: Element, name: str) -> None:
    field = add(paragraph, "w:fldSimple", instr=name)
    add(add(field, "w:r"), "w:t").text = "1"


def add_text(paragraph: Element, text: str) -> None:
    """Add a text with its line breaks and tabs."""
    run = add(paragraph, "w:r")
    for number, line in enumerate(text.strip("\n").split("\n")):
        if number:
            add(run, "w:br")
        for place, part in enumerate(line.split("\t")):
            if place:
                add(run, "w:tab")
            if part:
                element = add(run, "w:t")
                element.text = part
                element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def written_texts(element: Element) -> Iterator[str]:
    """Yield the pieces of text that stand in an element."""
    for text in element.iter(qn("w:t")):
        yield text.text or ""
