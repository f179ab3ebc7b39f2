"""An office gives the report a look of its own, and goes back to the built-in one."""

import shutil
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.styles import Color, Font, PatternFill

from partners_app.domain.errors import (
    FileBusy,
    FileKindUnknown,
    FileMissing,
    PartnersError,
    ReportImpossible,
)
from partners_app.domain.report_style import CellRole
from partners_app.exchange import report_template
from partners_app.exchange.word_document import STYLE_NAMES
from partners_app.services import register_sheets, reporting, restyling, sample, sheets
from partners_app.services.register import Register

YEAR = 2020
EVENT_CELL = "E4"


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return sample.create(tmp_path / "города.partners", author="Иванова")


@pytest.fixture
def template(register: Register, tmp_path: Path) -> Path:
    """The copy that the clerk made and chose, with events in larger letters of another font."""
    path = tmp_path / "Шаблон отчёта.xlsx"
    restyling.copy_built_in(path)
    workbook = load_workbook(path)
    workbook["Таблица"][EVENT_CELL].font = Font(name="Arial", size=12)
    workbook.save(path)
    assert restyling.choose_template(register, path)
    return path


def event_font(path: Path) -> tuple[str | None, float | None]:
    font = load_workbook(path).worksheets[0]["E5"].font
    return font.name, font.size


def drawn(printed: reporting.PrintedReport) -> bytes:
    event = printed.style.texts[CellRole.EVENT]
    return f"%PDF-1.4\n{event.family} {event.size}\n%%EOF\n".encode()


def test_every_output_has_the_look_of_the_chosen_template(
    register: Register, template: Path, tmp_path: Path
) -> None:
    for kind in reporting.KINDS:
        reporting.write_report(register, YEAR, tmp_path / f"отчёт{kind}", draw_pdf=drawn)
    assert event_font(tmp_path / "отчёт.xlsx") == ("Arial", 12)
    event = Document(str(tmp_path / "отчёт.docx")).styles[STYLE_NAMES[CellRole.EVENT]]
    assert (event.font.name, event.font.size.pt) == ("Arial", 12)
    page = (tmp_path / "отчёт.html").read_text(encoding="utf-8")
    assert 'td.event { font-family: "Arial", serif; font-size: 12pt' in page
    assert b"Arial 12.0" in (tmp_path / "отчёт.pdf").read_bytes()


def test_a_font_that_is_set_is_stronger_than_the_template(
    register: Register, template: Path, tmp_path: Path
) -> None:
    assert register.settings().report_font == "", "the fonts of the template"
    register.set_setting("report_font", "PT Serif")
    reporting.write_report(register, YEAR, tmp_path / "отчёт.xlsx")
    assert event_font(tmp_path / "отчёт.xlsx") == ("PT Serif", 12)


def test_a_font_set_for_the_whole_sheet_of_the_template_leaves_a_sound_report(
    register: Register, template: Path, tmp_path: Path
) -> None:
    """Excel then has an entry for all columns beside the table, where the ids are hidden."""
    workbook = load_workbook(template)
    beside = workbook["Таблица"].column_dimensions["F"]
    beside.min, beside.max, beside.width = 6, 16_384, 9.14
    workbook.save(template)
    reporting.write_report(register, YEAR, tmp_path / "отчёт.xlsx")
    with ZipFile(tmp_path / "отчёт.xlsx") as archive:
        columns = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml")).iter(
            "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}col"
        )
        places = [(int(entry.get("min", 0)), int(entry.get("max", 0))) for entry in columns]
    # No column stands in two entries: Excel would offer to repair the workbook.
    assert places == [(number, number) for number in range(1, 11)]


def test_a_report_is_seen_from_its_top_however_the_template_was_left(
    register: Register, template: Path, tmp_path: Path
) -> None:
    workbook = load_workbook(template)
    examples = workbook["Таблица"]
    examples.freeze_panes = "C3"
    examples.sheet_view.topLeftCell = "A4"
    examples.sheet_view.zoomScale = 120
    examples.sheet_state = "hidden"
    workbook.active = workbook["Как менять"]
    workbook.save(template)
    reporting.write_report(register, YEAR, tmp_path / "отчёт.xlsx")
    plan = register_sheets.plan_of_events(register, YEAR)
    sheets.write_sheet(register, plan, tmp_path / "план.xlsx")
    for name, heads in (("отчёт", 3), ("план", 4)):
        book = load_workbook(tmp_path / f"{name}.xlsx")
        page = book.worksheets[0]
        assert (book.active, page.sheet_state) == (page, "visible")
        view = page.sheet_view
        assert (view.topLeftCell, page.freeze_panes) == (None, f"A{heads + 1}")
        # Nothing is said of parts that the window is not divided into: Excel would repair it.
        assert [part.pane for part in view.selection] == ["bottomLeft"]
        assert view.zoomScale == 120


def test_white_letters_on_a_colour_of_the_theme_are_so_on_paper_too(
    register: Register, template: Path, tmp_path: Path
) -> None:
    """Excel's first colours are those of the theme; its white ones, too, are none of their own."""
    workbook = load_workbook(template)
    heads, band = workbook["Таблица"]["A2"], workbook["Таблица"]["A3"]
    heads.font = Font(name="Arial", size=10, color=Color(theme=0))
    heads.fill = PatternFill("solid", fgColor=Color(theme=3))
    band.fill = PatternFill("solid", fgColor=Color(theme=3, tint=0.8))
    workbook.save(template)
    texts = reporting.printed_report(register, YEAR).style.texts
    assert (texts[CellRole.HEADER].color, texts[CellRole.HEADER].fill) == ("#FFFFFF", "#1F497D")
    assert texts[CellRole.BAND].fill == "#C6D9F1"
    reporting.write_report(register, YEAR, tmp_path / "отчёт.docx")
    document = Document(str(tmp_path / "отчёт.docx"))
    letters = document.styles[STYLE_NAMES[CellRole.HEADER]].font.color
    assert str(letters.rgb) == "FFFFFF"
    fills = {entry.get(qn("w:fill")) for entry in document.element.body.iter(qn("w:shd"))}
    assert fills == {"1F497D", "C6D9F1"}


def test_the_built_in_look_can_be_chosen_again(
    register: Register, template: Path, tmp_path: Path
) -> None:
    assert restyling.choose_template(register, None)
    assert restyling.chosen_template(register) is None
    reporting.write_report(register, YEAR, tmp_path / "отчёт.xlsx")
    assert event_font(tmp_path / "отчёт.xlsx") == ("Times New Roman", 10)
    register.undo()
    assert restyling.chosen_template(register) == template


def test_a_template_beside_the_register_moves_with_it(
    register: Register, template: Path, tmp_path: Path
) -> None:
    register.close()
    other = tmp_path / "другой компьютер"
    other.mkdir()
    for path in (register.path, template):
        shutil.move(path, other / path.name)
    moved = Register.open(other / register.path.name, author="Петров")
    assert restyling.chosen_template(moved) == other / template.name
    assert reporting.printed_report(moved, YEAR).style.texts[CellRole.EVENT].family == "Arial"
    moved.close()


def refusal(register: Register, folder: Path) -> PartnersError:
    """Try all outputs, each over last year's file; return why none was written."""
    told: list[PartnersError] = []
    for kind in reporting.KINDS:
        target = folder / f"отчёт{kind}"
        target.write_bytes(b"last year's")
        with pytest.raises(PartnersError) as caught:
            reporting.write_report(register, YEAR, target, draw_pdf=drawn)
        assert target.read_bytes() == b"last year's"
        told.append(caught.value)
    assert len({repr(error) for error in told}) == 1
    return told[0]


def test_a_template_that_is_gone(register: Register, template: Path, tmp_path: Path) -> None:
    template.unlink()
    error = refusal(register, tmp_path)
    assert isinstance(error, ReportImpossible)
    assert (error.problem, error.template) == ("template_missing", template)


def test_a_template_without_one_of_its_names(
    register: Register, template: Path, tmp_path: Path
) -> None:
    workbook = load_workbook(template)
    del workbook.defined_names["report_date"]
    workbook.save(template)
    error = refusal(register, tmp_path)
    assert isinstance(error, ReportImpossible)
    assert (error.problem, error.detail) == ("template_cell", "report_date")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", "кто-то сохранил текст".encode()])
def test_a_template_that_is_damaged(
    register: Register, template: Path, tmp_path: Path, content: bytes
) -> None:
    template.write_bytes(content)
    error = refusal(register, tmp_path)
    assert isinstance(error, ReportImpossible)
    assert error.problem == "template"


def test_a_template_that_lost_a_part_inside(
    register: Register, template: Path, tmp_path: Path
) -> None:
    whole = template.read_bytes()
    middle = len(whole) // 2
    template.write_bytes(whole[:middle] + bytes(200) + whole[middle + 200 :])
    error = refusal(register, tmp_path)
    assert isinstance(error, ReportImpossible)
    assert error.template == template


def test_a_template_that_excel_holds(
    register: Register, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def held(path: Path) -> bytes:
        if path == template:
            error = PermissionError(13, "The process cannot access the file")
            error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
            raise error
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", held)
    error = refusal(register, tmp_path)
    assert isinstance(error, FileBusy)
    assert error.path == template


def test_the_built_in_template_is_never_told_to_be_the_offices(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = tmp_path / "report-template.xlsx"
    monkeypatch.setattr(report_template, "default_template", lambda: lost)
    with pytest.raises(ReportImpossible) as caught:
        reporting.printed_report(register, YEAR)
    assert (caught.value.problem, caught.value.template) == ("template_missing", None)


def test_only_a_workbook_can_be_a_template(tmp_path: Path) -> None:
    with pytest.raises(FileKindUnknown):
        restyling.copy_built_in(tmp_path / "шаблон.docx")
    with pytest.raises(FileMissing):
        restyling.copy_built_in(tmp_path / "нет" / "шаблон.xlsx")
    with pytest.raises(FileKindUnknown):
        restyling.check_template(tmp_path / "шаблон.xls")
    restyling.copy_built_in(tmp_path / "шаблон.xlsx")
    restyling.check_template(tmp_path / "шаблон.xlsx")
