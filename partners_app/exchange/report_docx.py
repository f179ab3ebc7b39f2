"""The yearly table as a Word document, with the cells of the workbook.

No row is higher than a page, and each text is whole inside the first row of its cell: so Word need
not part a row, and no page break hides a part of a merged cell.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml.etree import XMLSyntaxError
from lxml.etree import _Element as Element

from partners_app.domain.errors import FileFailed
from partners_app.domain.report import YearlyReport
from partners_app.domain.report_style import A4_LANDSCAPE, COLUMNS, CellRole
from partners_app.exchange.atomic_file import atomic_write
from partners_app.exchange.report_layout import SheetCell, SheetPlan, SheetRow, plan_sheet
from partners_app.exchange.report_template import (
    ReportTemplate,
    default_template,
    load_template,
)
from partners_app.exchange.report_texts import clean_report
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

_UNDER_TITLE = 6.0
_VERTICAL = {"center": "center", "bottom": "bottom"}


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
        self.widths = [round(width * factor * TWIPS) for width in self.style.widths]
        # Lines break in the columns as they are here, not as they are in the sheet.
        inside = tuple(width / TWIPS - 2 * PADDING_X for width in self.widths)
        self.template = replace(template, widths=inside, indent=0.0)
        self.plan = plan_sheet(report, self.template)

    def document(self) -> WordDocument:
        document = new_document(self.report.whole_title, self.style)
        for line in self.report.title_lines:
            document.add_paragraph(style=STYLE_NAMES[CellRole.TITLE]).add_run(line)
        if self.report.title_lines:
            document.paragraphs[-1].paragraph_format.space_after = Pt(_UNDER_TITLE)
        table = add_table(document, self.widths, self.style.line_color)
        self._fill_table(table)
        end_document(document)
        return document

    def _fill_table(self, table: Element) -> None:
        going: dict[int, tuple[int, SheetCell]] = {}
        for row in self.plan.rows[self.plan.header_row - 1 :]:
            element = add(table, "w:tr")
            about = add(element, "w:trPr")
            add(about, "w:cantSplit")
            if height := self._least_height(row):
                add(about, "w:trHeight", val=round(height * TWIPS), hRule="atLeast")
            if any(cell.role is CellRole.HEADER for cell in row.cells.values()):
                add(about, "w:tblHeader")
            column = 1
            while column <= COLUMNS:
                if column in row.cells:
                    cell, left = row.cells[column], row.cells[column].rows
                    self._add_cell(element, column, cell, begins=True)
                else:
                    left, cell = going[column]
                    self._add_cell(element, column, cell, begins=False)
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

    def _add_cell(self, row: Element, column: int, cell: SheetCell, *, begins: bool) -> None:
        element = add(row, "w:tc")
        about = add(element, "w:tcPr")
        width = sum(self.widths[column - 1 : column - 1 + cell.columns])
        add(about, "w:tcW", w=width, type="dxa")
        if cell.columns > 1:
            add(about, "w:gridSpan", val=cell.columns)
        if cell.rows > 1:
            add(about, "w:vMerge", val="restart" if begins else "continue")
        if fill := self.style.texts[cell.role].fill:
            add(about, "w:shd", val="clear", color="auto", fill=fill.removeprefix("#"))
        vertical = self.template.looks[cell.role].alignment.vertical
        if vertical in _VERTICAL:
            add(about, "w:vAlign", val=_VERTICAL[vertical])
        paragraph = add(element, "w:p")
        add(add(paragraph, "w:pPr"), "w:pStyle", val=cell.role.value)
        if begins and cell.text:
            add_text(paragraph, cell.text)


def _verify(path: Path, plan: SheetPlan) -> None:
    """Read a written document again; FileFailed unless each row holds what it should."""
    try:
        body = Document(BytesIO(path.read_bytes())).element.body
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError, XMLSyntaxError) as error:
        raise FileFailed(path, f"verify: {error}") from error
    found = list(body.iter(qn("w:tr")))
    expected = plan.rows[plan.header_row - 1 :]
    for number, (row, element) in enumerate(zip(expected, found, strict=False), start=1):
        written = "".join(written_texts(element))
        if written != "".join(_letters(row)):
            raise FileFailed(path, f"verify: row {number}")
    if len(found) != len(expected):
        raise FileFailed(path, f"verify: {len(found)} rows of {len(expected)}")


def _letters(row: SheetRow) -> Iterator[str]:
    for cell in row.cells.values():
        yield cell.text.replace("\n", "").replace("\t", "")
