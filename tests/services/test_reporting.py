"""The yearly report of an open register."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from partners_app.domain.errors import (
    FileFailed,
    FileIsFolder,
    FileKindUnknown,
    FileMissing,
    ReportImpossible,
)
from partners_app.domain.import_plan import Outcome
from partners_app.domain.report import LeftOut
from partners_app.domain.report_style import CellRole, Side
from partners_app.services import agreements, catalogue, events, importing, reporting, sample
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register

CLERK = "Иванова"


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return sample.create(tmp_path / "города.partners", author=CLERK)


def partner_id(register: Register, name: str) -> int:
    nodes = catalogue.tree(register, 2020).regions
    partners = [
        entry.partner for node in nodes for land in node.countries for entry in land.partners
    ]
    return next(partner.id for partner in partners if partner.name == name)


def cell_texts(path: Path) -> list[str]:
    sheet = load_workbook(path).worksheets[0]
    return [str(value) for row in sheet.iter_rows(values_only=True) for value in row if value]


def hidden(path: Path) -> dict[str, str]:
    rows = load_workbook(path).worksheets[1].iter_rows(max_col=2, values_only=True)
    return {str(key): str(value) for key, value in rows}


def test_the_sample_gives_the_report_of_2020(register: Register, tmp_path: Path) -> None:
    target = tmp_path / "отчёт 2020.xlsx"
    result = reporting.write_report(register, 2020, target)
    assert (result.path, result.year) == (target, 2020)
    assert (result.regions, result.countries, result.partners, result.events) == (3, 30, 52, 130)
    assert result.left_out == LeftOut()
    assert result.replaced_characters == 0
    sheet = load_workbook(target).worksheets[0]
    assert sheet.max_row == result.sheet_rows
    assert reporting.yearly_report(register, 2020).event_count == 130


def test_the_file_says_which_state_of_the_register_it_holds(
    register: Register, tmp_path: Path
) -> None:
    reporting.write_report(register, 2020, tmp_path / "before.xlsx")
    register.set_setting("title", "СОТРУДНИЧЕСТВО ГОРОДА")
    reporting.write_report(register, 2020, tmp_path / "after.xlsx")
    before, after = hidden(tmp_path / "before.xlsx"), hidden(tmp_path / "after.xlsx")
    assert before["register_uuid"] == after["register_uuid"] == register.uuid()
    assert int(after["change_seq"]) == register.change_seq()
    assert int(before["change_seq"]) < register.change_seq()
    assert "СОТРУДНИЧЕСТВО ГОРОДА" in cell_texts(tmp_path / "after.xlsx")


def test_what_a_clerk_changes_is_printed_and_undone(register: Register, tmp_path: Path) -> None:
    graz = Scope(ScopeKind.PARTNER, partner_id(register, "г. Грац"))
    events.add(register, graz, 2020, date_text="5 мая", text="концерт в Граце")
    target = tmp_path / "report.xlsx"
    assert reporting.write_report(register, 2020, target).events == 131
    assert "5 мая – концерт в Граце" in cell_texts(target)
    register.undo()
    assert reporting.write_report(register, 2020, target).events == 130
    assert "5 мая – концерт в Граце" not in cell_texts(target)


def test_an_event_not_to_be_printed_is_counted(register: Register, tmp_path: Path) -> None:
    (first, *_) = events.ids(register, Scope(), 2020)
    events.set_field(register, first, "printed", False)
    result = reporting.write_report(register, 2020, tmp_path / "report.xlsx")
    assert (result.events, result.left_out) == (129, LeftOut(events=1))


def test_another_year_gives_the_frame_without_who_left(register: Register, tmp_path: Path) -> None:
    graz = partner_id(register, "г. Грац")
    catalogue.set_partner_field(register, graz, "status", "ended")
    catalogue.set_partner_field(register, graz, "status_date", "15.03.2021")
    (milan, *_) = agreements.of_partner(register, partner_id(register, "г. Милан"))
    agreements.add_date(register, milan.id, "07.07.2023")
    result = reporting.write_report(register, 2022, tmp_path / "2022.xlsx")
    assert (result.partners, result.events) == (51, 0)
    assert result.left_out == LeftOut(partners=1, dates=1)
    assert reporting.write_report(register, 2021, tmp_path / "2021.xlsx").partners == 52
    assert "Основные мероприятия в 2022 году" in cell_texts(tmp_path / "2022.xlsx")


def test_the_font_of_the_register_is_used(register: Register, tmp_path: Path) -> None:
    register.set_setting("report_font", "PT Astra Serif")
    reporting.write_report(register, 2020, tmp_path / "report.xlsx")
    sheet = load_workbook(tmp_path / "report.xlsx").worksheets[0]
    assert sheet["E6"].font.name == "PT Astra Serif"


def test_a_new_register_gives_title_and_heads(tmp_path: Path) -> None:
    register = Register.create(tmp_path / "new.partners", author=CLERK)
    result = reporting.write_report(register, 2024, tmp_path / "report.xlsx")
    assert (result.regions, result.partners, result.sheet_rows) == (0, 0, 3)


@pytest.mark.parametrize("name", ["report.doc", "report.xls", "report", "xlsx"])
def test_a_file_of_another_kind_is_refused(register: Register, tmp_path: Path, name: str) -> None:
    with pytest.raises(FileKindUnknown) as caught:
        reporting.write_report(register, 2020, tmp_path / name)
    assert caught.value.reason == ".xlsx, .docx, .html"
    assert not (tmp_path / name).exists()


def test_the_ending_may_be_in_capitals(register: Register, tmp_path: Path) -> None:
    assert reporting.write_report(register, 2020, tmp_path / "ОТЧЁТ.XLSX").path.exists()


def test_the_word_document_comes_back_as_the_register_is(
    register: Register, tmp_path: Path
) -> None:
    nodes = [land for node in catalogue.tree(register, 2020).regions for land in node.countries]
    (japan,) = (land.country.id for land in nodes if land.country.name == "Япония")
    whole = Scope(ScopeKind.COUNTRY, japan)
    events.add(register, whole, 2020, date_text="9 мая", text="форум городов страны")
    path = tmp_path / "отчёт.docx"
    written = reporting.write_report(register, 2020, path)
    assert (written.partners, written.events) == (52, 131)
    plan = importing.plan(register, importing.read_source(register, path))
    assert {entry.outcome for entry in plan.entries} == {Outcome.UNCHANGED}
    assert plan.problems == ()
    fresh = Register.create(tmp_path / "new.partners", author=CLERK)
    importing.import_file(fresh, path)
    assert fresh.counts() == register.counts()


@pytest.mark.parametrize("kind", reporting.KINDS)
def test_a_folder_that_vanished_is_named_whatever_the_kind(
    register: Register, tmp_path: Path, kind: str
) -> None:
    with pytest.raises(FileMissing) as caught:
        reporting.write_report(register, 2020, tmp_path / "нет" / f"отчёт{kind}", draw_pdf=drawn)
    assert caught.value.path == tmp_path / "нет"


def drawn(printed: reporting.PrintedReport) -> bytes:
    """Stand for the room that draws: what it returns is taken for a whole PDF."""
    return f"%PDF-1.4\n{printed.report.event_count}\n%%EOF\n".encode()


def test_a_pdf_is_drawn_from_the_same_report(register: Register, tmp_path: Path) -> None:
    target = tmp_path / "отчёт.PDF"
    result = reporting.write_report(register, 2020, target, draw_pdf=drawn)
    assert target.read_bytes() == b"%PDF-1.4\n130\n%%EOF\n"
    assert (result.regions, result.countries, result.partners, result.events) == (3, 30, 52, 130)
    assert (result.sheet_rows, result.replaced_characters) == (0, 0)


def test_a_pdf_that_is_not_whole_takes_no_files_place(register: Register, tmp_path: Path) -> None:
    target = tmp_path / "отчёт.pdf"
    target.write_bytes(b"last year's")
    with pytest.raises(FileFailed):
        reporting.write_report(register, 2020, target, draw_pdf=lambda printed: b"%PDF-1.4 cut")
    assert target.read_bytes() == b"last year's"
    assert [path.name for path in tmp_path.glob("*.tmp")] == []


def test_who_draws_pdf_is_told_what_kinds_there_are(register: Register, tmp_path: Path) -> None:
    with pytest.raises(FileKindUnknown) as caught:
        reporting.write_report(register, 2020, tmp_path / "report.doc", draw_pdf=drawn)
    assert caught.value.reason == ".xlsx, .docx, .pdf, .html"
    with pytest.raises(FileKindUnknown):
        reporting.write_report(register, 2020, tmp_path / "report.pdf")


def test_pages_have_the_look_of_the_template(register: Register) -> None:
    register.set_setting("report_font", "PT Astra Serif")
    style = reporting.printed_report(register, 2020).style
    assert {text.family for text in style.texts.values()} == {"PT Astra Serif"}
    event, title = style.texts[CellRole.EVENT], style.texts[CellRole.TITLE]
    assert (event.size, event.bold, event.side) == (10, False, Side.LEFT)
    assert (title.size, title.bold, title.side) == (12, True, Side.CENTER)
    assert style.margins.left > style.margins.right + 36, "room for a binder"
    assert style.widths[4] == max(style.widths)


def test_pages_hold_the_same_characters_as_the_workbook(register: Register) -> None:
    (first, *_) = events.ids(register, Scope(), 2020)
    events.set_field(register, first, "text", "приём\x01 гостей")
    printed = reporting.printed_report(register, 2020)
    assert printed.replaced_characters == 1
    texts = [event.text for block in printed.report.blocks for event in block.events]
    assert any("приём\ufffd гостей" in text for text in texts)


@pytest.mark.parametrize("year", [0, 999, 10_000])
def test_a_year_that_is_none_is_refused(register: Register, tmp_path: Path, year: int) -> None:
    with pytest.raises(ReportImpossible):
        reporting.write_report(register, year, tmp_path / "report.xlsx")
    assert not (tmp_path / "report.xlsx").exists()


def test_a_place_that_cannot_be_written_is_named(register: Register, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        reporting.write_report(register, 2020, tmp_path / "нет" / "report.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(FileIsFolder):
        reporting.write_report(register, 2020, tmp_path / "folder.xlsx")


def test_writing_a_report_leaves_the_register_as_it_was(register: Register, tmp_path: Path) -> None:
    before = register.path.read_bytes()
    reporting.write_report(register, 2020, tmp_path / "report.xlsx")
    assert register.path.read_bytes() == before
