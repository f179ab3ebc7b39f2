"""What is read in a written sheet: the words of a workbook, of a Word document, of pages."""

from pathlib import Path

import docx
from docx.oxml.ns import qn
from openpyxl import load_workbook

from partners_app.domain.sheet import Sheet, sheet_grid
from partners_app.printing.pages import Pages


def words_of(sheet: Sheet) -> list[str]:
    """Return every text of a sheet from top to bottom, without white space."""
    cells = [cell.text for row in sheet_grid(sheet).rows for cell in row.cells]
    return _letters([*sheet.title_lines, *cells])


def words_in_workbook(path: Path) -> list[str]:
    page = load_workbook(path).worksheets[0]
    return _letters(
        str(value) for row in page.iter_rows(values_only=True) for value in row if value
    )


def words_in_word(path: Path) -> list[str]:
    body = docx.Document(str(path)).element.body
    paragraphs = (
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )
    return _letters(paragraphs)


def words_on_pages(pages: Pages) -> list[str]:
    """Return the same as it stands on the pages, what is said once more left out."""
    found = [line.text for page in pages.pages for line in page.title]
    for page in pages.pages:
        for cell in page.cells:
            if not cell.repeated:
                found.append("".join(line.text for line in cell.lines))
    return _letters(found)


def _letters(texts: object) -> list[str]:
    assert hasattr(texts, "__iter__")
    return [letters for text in texts if (letters := "".join(str(text).split()))]
