"""Sheets written into files: the same words in a workbook, a Word document and a PDF."""

from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.styles import Font

from partners_app.domain.errors import DiskFull, FileKindUnknown, FileMissing
from partners_app.domain.report_style import CellRole
from partners_app.domain.sheet import (
    ColumnKind,
    Paragraph,
    Sheet,
    SheetColumn,
    SheetGroup,
    SheetTable,
    labelled_facts,
)
from partners_app.services import restyling
from partners_app.services.register import Register
from partners_app.services.sheets import PrintedSheet, printed_sheet, write_sheet
from tests.exchange.report_files import no_room
from tests.sheet_texts import words_in_word, words_in_workbook, words_of

SHEET = Sheet(
    ("СПРАВКА", "о сотрудничестве"),
    (
        labelled_facts([("Страна", "Япония"), ("Примечание", "=1+1\nи ещё строка")]),
        SheetTable(
            (SheetColumn("Дата", 1, ColumnKind.SHORT), SheetColumn("Мероприятие", 4)),
            (SheetGroup("Март", (("3 марта", "визит " * 700), ("01.02", "-1"))),),
            "Мероприятия",
        ),
        Paragraph("Конец_x0041_"),
    ),
)


def test_workbook_and_word_document_say_what_the_sheet_says(
    register: Register, tmp_path: Path
) -> None:
    workbook, document = tmp_path / "Справка.xlsx", tmp_path / "Справка.docx"
    assert write_sheet(register, SHEET, workbook).rows == 4
    write_sheet(register, SHEET, document)
    assert "".join(words_in_workbook(workbook)).replace("_x005F_", "_") == "".join(words_of(SHEET))
    assert words_in_word(document) == words_of(SHEET)


def test_texts_of_a_workbook_are_texts_and_no_row_is_too_high(
    register: Register, tmp_path: Path
) -> None:
    write_sheet(register, SHEET, tmp_path / "Справка.xlsx")
    page = load_workbook(tmp_path / "Справка.xlsx").worksheets[0]
    kinds = {cell.data_type for row in page.iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}
    heights = [row.height for row in page.row_dimensions.values()]
    assert max(height for height in heights if height) <= 409
    assert page.print_title_rows and page.page_setup.orientation == "portrait"


def test_word_repeats_the_header_row(register: Register, tmp_path: Path) -> None:
    write_sheet(register, SHEET, tmp_path / "Справка.docx")
    tables = docx.Document(str(tmp_path / "Справка.docx")).tables
    assert [len(table.rows) for table in tables] == [2, 4]
    heads = [
        row for table in tables for row in table.rows if row._tr.findall(".//" + qn("w:tblHeader"))
    ]
    assert [[cell.text for cell in row.cells] for row in heads] == [["Дата", "Мероприятие"]]


def test_word_may_divide_a_row_that_is_higher_than_a_page(
    register: Register, tmp_path: Path
) -> None:
    """It would cut off what does not fit: also short lines, or a text in a narrow column."""
    texts = ("визит", "Комитет\n" * 70, "слово " * 240, "слово " * 30)
    columns = (SheetColumn("Мероприятие", 5), SheetColumn("Ответственный", 1))
    table = SheetTable(columns, (SheetGroup("", tuple(("визит", text) for text in texts)),))
    write_sheet(register, Sheet(("ПЛАН",), (table,), landscape=True), tmp_path / "План.docx")
    (written,) = docx.Document(str(tmp_path / "План.docx")).tables
    whole = [row._tr.find(".//" + qn("w:cantSplit")) is not None for row in written.rows]
    assert whole == [True, True, False, False, True]


def test_a_sheet_has_the_look_of_the_template_of_the_office(
    register: Register, tmp_path: Path
) -> None:
    own = tmp_path / "Наш вид.xlsx"
    restyling.copy_built_in(own)
    workbook = load_workbook(own)
    place = workbook.defined_names["report_event"].attr_text.split("!")[1].replace("$", "")
    workbook.worksheets[0][place].font = Font(name="Arial", size=14)
    workbook.save(own)
    restyling.choose_template(register, own)
    write_sheet(register, SHEET, tmp_path / "Справка.xlsx")
    page = load_workbook(tmp_path / "Справка.xlsx").worksheets[0]
    (cell,) = [cell for row in page.iter_rows() for cell in row if cell.value == "Япония"]
    assert (cell.font.name, cell.font.size) == ("Arial", 14)
    assert printed_sheet(register, SHEET).style.texts[CellRole.EVENT].size == 14


def test_characters_that_no_file_holds_are_counted(register: Register, tmp_path: Path) -> None:
    drawn: list[PrintedSheet] = []

    def draw(printed: PrintedSheet) -> bytes:
        drawn.append(printed)
        return b"%PDF-1.4\n%%EOF\n"

    sheet = Sheet(("СПРАВКА",), (Paragraph("плохой\x00знак"),))
    assert write_sheet(register, sheet, tmp_path / "a.pdf", draw_pdf=draw).replaced_characters == 1
    assert drawn[0].sheet.blocks == (Paragraph("плохой\ufffdзнак"),)


def test_another_ending_or_a_folder_that_is_gone_is_said(
    register: Register, tmp_path: Path
) -> None:
    with pytest.raises(FileKindUnknown):
        write_sheet(register, SHEET, tmp_path / "Справка.pdf")
    with pytest.raises(FileMissing):
        write_sheet(register, SHEET, tmp_path / "нет" / "Справка.xlsx")
    assert list(tmp_path.glob("Справка*")) == []


def test_a_full_folder_for_temporary_files_is_told_of_the_sheet(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", no_room)
    target = tmp_path / "Справка.xlsx"
    target.write_bytes(b"last month's sheet")
    with pytest.raises(DiskFull) as caught:
        write_sheet(register, SHEET, target)
    assert caught.value.path == target
    assert target.read_bytes() == b"last month's sheet"
