"""A printable sheet on pages: heads repeated and never alone at the foot, nothing cut or lost."""

from dataclasses import replace

import pytest

from partners_app.domain.report_style import A4_PORTRAIT, CellRole
from partners_app.domain.sheet import (
    ColumnKind,
    Paragraph,
    Sheet,
    SheetColumn,
    SheetGroup,
    SheetTable,
    labelled_facts,
)
from partners_app.printing.pages import Pages
from partners_app.printing.paginator import paginate_sheet
from partners_app.printing.pdf import sheet_pdf
from partners_app.services.sheets import PrintedSheet
from tests.printing.page_checks import lines_are_inside, style, text_of
from tests.sheet_texts import words_of, words_on_pages

pytestmark = pytest.mark.usefixtures("qapp")

UPRIGHT = replace(style(), page=A4_PORTRAIT)
COLUMNS = (SheetColumn("Дата", 1, ColumnKind.SHORT), SheetColumn("Мероприятие", 4))


def rows(count: int, text: str = "встреча с делегацией") -> tuple[tuple[str, ...], ...]:
    return tuple((f"{number} марта", f"{text} {number}") for number in range(count))


def checked(sheet: Sheet) -> Pages:
    pages = paginate_sheet(sheet, UPRIGHT)
    width, height = A4_PORTRAIT
    for page in pages.pages:
        for cell in page.cells:
            lines_are_inside(cell, UPRIGHT)
            assert cell.right <= width - UPRIGHT.margins.right + 0.05
            assert cell.bottom <= height - UPRIGHT.margins.bottom + 0.05
    assert "".join(words_on_pages(pages)) == "".join(words_of(sheet))
    return pages


def test_a_page_begins_with_the_heads_of_its_rows() -> None:
    table = SheetTable(
        COLUMNS, (SheetGroup("Март", rows(60)), SheetGroup("Апрель", rows(60))), "Мероприятия"
    )
    pages = checked(Sheet(("ПЛАН",), (labelled_facts([("Год", "2020")]), table)))
    assert len(pages) > 2
    for page in pages.pages[1:]:
        first, *others = [text_of(cell) for cell in page.cells]
        assert [first, *others[:2]] == ["Мероприятия", "Дата", "Мероприятие"]
        assert others[2] in ("Март", "Апрель")


@pytest.mark.parametrize("count", range(40, 46))
def test_no_head_stands_alone_at_the_foot(count: int) -> None:
    groups = (SheetGroup("Март", rows(count)), SheetGroup("Апрель", rows(3)))
    for page in checked(Sheet((), (SheetTable(COLUMNS, groups),))).pages:
        assert page.cells[-1].role is CellRole.EVENT, "a page ends with a row of the table"


def test_paragraphs_and_titles_stand_without_lines_around_them() -> None:
    pages = checked(Sheet((), (Paragraph("Нет."), SheetTable(COLUMNS, (), "Мероприятия"))))
    boxed = [text_of(cell) for cell in pages.pages[0].cells if cell.boxed]
    assert boxed == ["Дата", "Мероприятие"]


def test_a_text_longer_than_a_page_goes_on_on_the_next() -> None:
    long = " ".join(f"слово{number}" for number in range(3000))
    pages = checked(Sheet((), (SheetTable(COLUMNS, (SheetGroup("", (("", long),)),)),)))
    assert len(pages) > 2


def test_the_sheet_of_paper_is_upright() -> None:
    content = sheet_pdf(PrintedSheet(Sheet(("СПРАВКА",), ()), UPRIGHT, 0))
    assert b"/MediaBox [0 0 595" in content.replace(b"595.000", b"595")
