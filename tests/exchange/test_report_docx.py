"""The yearly table as a Word document: pages, merged cells, styles, and the way back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from partners_app.domain.errors import FileFailed, FileMissing
from partners_app.domain.report_style import CellRole
from partners_app.exchange.report_docx import write_report_docx
from partners_app.exchange.word_document import STYLE_NAMES
from tests.exchange.hard_reports import hard_reports
from tests.exchange.report_files import FONT, block, read_report, report_of, write
from tests.exchange.test_report_template import restyled


def written(report: Any, folder: Path, **options: Any) -> WordDocument:
    target = folder / "отчёт.docx"
    write_report_docx(report, target, **{"font": FONT, **options})
    return Document(str(target))


def rows(document: WordDocument) -> list[Any]:
    return list(document.element.body.iter(qn("w:tr")))


def test_the_page_is_a4_landscape_and_numbered(tmp_path: Path) -> None:
    document = written(report_of(block("визит")), tmp_path)
    (section,) = document.sections
    assert (section.page_width, section.page_height) == (Pt(842), Pt(595))
    assert section.left_margin and section.right_margin
    assert section.left_margin > section.right_margin, "room for a binder"
    foot = section.footer.paragraphs[0]._p
    fields = [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "".join(text.text for text in foot.iter(qn("w:t"))) == "стр. 1 из 1"
    assert document.core_properties.title == "СОТРУДНИЧЕСТВО С ГОРОДАМИ 2020"
    assert document.core_properties.author == ""


def test_the_heads_are_repeated_and_no_row_is_parted(tmp_path: Path) -> None:
    document = written(hard_reports()["event_longer_than_a_page"], tmp_path)
    heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows(document)]
    assert heads == [True] + [False] * (len(heads) - 1)
    assert all(
        row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows(document)
    )
    page = 595 - 36.8 - 42.5
    for row in rows(document):
        height = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
        assert height is None or int(height.get(qn("w:val"))) / 20 < page


def test_a_merged_cell_shows_its_text_in_its_first_row(tmp_path: Path) -> None:
    title = "Соглашение о сотрудничестве в торгово-экономической и культурной областях " * 4
    document = written(report_of(block(*"абв", acts=((title, "2002"),))), tmp_path)
    heights = [row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}") for row in rows(document)[2:]]
    assert int(heights[0].get(qn("w:val"))) / 20 > 6 * 10, "as many lines as the title has"
    assert heights[1:] == [None, None], "the others are as high as their events"


# What is too long for a row is parted where the lines of its column end, which differ.
_PARTED = {"event_longer_than_a_page", "names_of_two_hundred_characters"}


@pytest.mark.parametrize("name", [name for name in hard_reports() if name not in _PARTED])
def test_cells_are_merged_as_in_the_workbook(name: str, tmp_path: Path) -> None:
    report = hard_reports()[name]
    write(report, tmp_path / "report.xlsx")
    sheet = read_report(tmp_path / "report.xlsx")
    document = written(report, tmp_path)
    assert _merges(document)[1:] == [
        {column: (cell.rows, cell.columns) for column, cell in row.cells.items()}
        for row in sheet.rows
    ]


def _merges(document: WordDocument) -> list[dict[int, tuple[int, int]]]:
    """Return for each row where a cell begins, and over how many rows and columns it goes."""
    found: list[dict[int, tuple[int, int]]] = []
    begun: dict[int, int] = {}
    for number, row in enumerate(rows(document)):
        found.append({})
        column = 1
        for cell in row.iter(qn("w:tc")):
            spans, merge = cell.tcPr.find(qn("w:gridSpan")), cell.tcPr.find(qn("w:vMerge"))
            span = 1 if spans is None else int(spans.get(qn("w:val")))
            if merge is None or merge.get(qn("w:val")) == "restart":
                begun[column] = number
                found[number][column] = (1, span)
            else:
                down, across = found[begun[column]][column]
                found[begun[column]][column] = (down + 1, across)
            column += span
    return found


def test_each_kind_of_text_has_a_style_of_its_own(tmp_path: Path) -> None:
    document = written(
        report_of(block("визит", acts=(("Акт", "2001"),))), tmp_path, font="PT Serif"
    )
    used = {
        paragraph.pPr.pStyle.val
        for paragraph in document.element.body.iter(qn("w:p"))
        if paragraph.pPr.pStyle is not None
    }
    names = {style.name for style in document.styles if style.style_id in used}
    assert names == set(STYLE_NAMES.values())
    for name in names:
        assert document.styles[name].font.name == "PT Serif"
    band = document.styles[STYLE_NAMES[CellRole.BAND]]
    assert (band.font.bold, band.paragraph_format.keep_with_next) == (True, True)
    assert not list(document.element.body.iter(qn("w:rFonts"))), "no letter has a font of its own"


def test_a_restyled_template_is_followed(tmp_path: Path) -> None:
    document = written(report_of(block("визит")), tmp_path, template=restyled(tmp_path), font="")
    event = document.styles[STYLE_NAMES[CellRole.EVENT]]
    assert (event.font.name, event.font.size, event.font.bold) == ("Arial", Pt(14), True)
    assert document.sections[0].left_margin == Pt(144)
    widths = [int(column.get(qn("w:w"))) for column in document.element.body.iter(qn("w:gridCol"))]
    assert widths[4] < widths[2]


def test_a_report_without_records_is_title_and_heads(tmp_path: Path) -> None:
    document = written(replace(report_of(), bands=()), tmp_path)
    assert len(rows(document)) == 1
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "СОТРУДНИЧЕСТВО",
        "С ГОРОДАМИ",
        "",
    ]


def test_a_title_of_many_lines_is_printed_whole(tmp_path: Path) -> None:
    """The property of the document that repeats it holds 255 characters."""
    lines = ("СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА С ГОРОДАМИ-ПАРТНЕРАМИ",) * 6
    document = written(replace(report_of(block("визит")), title_lines=lines), tmp_path)
    assert tuple(paragraph.text for paragraph in document.paragraphs[:6]) == lines
    assert " ".join(lines).startswith(document.core_properties.title)


def test_a_document_that_lost_a_text_never_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(b"last year's")
    save = WordDocument.save

    def lose_a_text(document: WordDocument, stream: Any) -> None:
        next(
            text for text in document.element.body.iter(qn("w:t")) if text.text == "визит"
        ).text = ""
        save(document, stream)

    monkeypatch.setattr(WordDocument, "save", lose_a_text)
    with pytest.raises(FileFailed) as caught:
        write_report_docx(report_of(block("визит")), target, font=FONT)
    assert "row 3" in caught.value.reason
    assert target.read_bytes() == b"last year's"


def test_a_folder_that_vanished_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        write_report_docx(report_of(block()), tmp_path / "нет" / "report.docx", font=FONT)
    assert caught.value.path == tmp_path / "нет"
