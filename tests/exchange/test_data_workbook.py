"""The register goes into a data workbook, and comes back as it was, record by record."""

import os
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from partners_app.domain.errors import DiskFull, FileBusy, FileFailed
from partners_app.domain.findings import FindingCode
from partners_app.domain.incoming import Layout, Origin
from partners_app.domain.partial_date import parse_partial_date
from partners_app.domain.records import Country, Event, OtherName, Region, RegisterContent
from partners_app.exchange import data_layout, data_workbook
from partners_app.exchange.cell_text import LONGEST_CELL
from partners_app.exchange.data_rows import is_data_workbook
from partners_app.services import sample
from tests.exchange.data_files import REGISTER, STEP, differences, read, small, uuid, written
from tests.exchange.grid_files import read_grid_file
from tests.exchange.report_files import block, report_of, write
from tests.register_contents import contents, crowded_cells

FORMULA_STARTS = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", ""]
LIKE_FORMULAS = ["1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x")', "#N/A", "TRUE", "1e9"]
_NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
DATA = Path(__file__).parent.parent / "data"


def event_with(text: str) -> RegisterContent:
    event = Event(99, uuid(99), 2020, parse_partial_date("3 мая", year=2020), text)
    return RegisterContent("", events=(event,))


def test_everything_comes_back_and_nothing_is_left_unsaid(tmp_path: Path) -> None:
    content = small()
    path, result = written(content, tmp_path / "данные.xlsx")
    incoming = read(path)
    assert differences(content, incoming) == []
    assert (incoming.content.title, incoming.year) == ("ГОРОДА", None)
    assert incoming.layout is Layout.DATA_WORKBOOK
    assert incoming.origin == Origin(REGISTER, 42, STEP)
    assert not incoming.refused
    assert [it.code for it in incoming.findings] == [FindingCode.UNREADABLE_DATE]
    assert result == data_workbook.WrittenWorkbook(19, 0, 0)
    assert incoming.stated[uuid(22)] == frozenset(
        {"parent", "name", "kind", "other_names", "status", "status_date_text", "status_reason"}
        | {"latitude", "longitude", "remark"}
    )
    assert incoming.stated[uuid(53)] >= {"report_year", "links", "date_text", "printed"}
    assert incoming.places[uuid(53)].sheet == "Мероприятия"
    assert incoming.places[uuid(53)].row == 4
    assert incoming.named >= {uuid(1), uuid(17), uuid(43), uuid(45), uuid(64)}
    order = [(event.uuid, event.date) for event in incoming.content.events]
    assert order == [(event.uuid, event.date) for event in content.events]


def test_the_register_of_2020_comes_back(tmp_path: Path) -> None:
    content = sample.content()
    path, _ = written(content, tmp_path / "2020.xlsx", year=2020)
    incoming = read(path)
    assert differences(content, incoming) == []
    assert incoming.year == incoming.content.year == 2020
    for table in ("regions", "countries", "partners", "agreements", "events"):
        told, held = (
            [record.uuid for record in getattr(it, table)] for it in (incoming.content, content)
        )
        assert told == held


@given(contents() | crowded_cells())
@settings(max_examples=60)
def test_any_register_comes_back(
    tmp_path_factory: pytest.TempPathFactory, content: RegisterContent
) -> None:
    path, _ = written(content, tmp_path_factory.mktemp("data") / "data.xlsx")
    incoming = read(path)
    assert differences(content, incoming) == []
    assert not incoming.refused
    assert {it.code for it in incoming.findings} <= {FindingCode.UNREADABLE_DATE}


@given(
    st.lists(
        st.sampled_from(["", "=1+1", "_x0041_", "a\nb", "\u00a0", " г. ", "с | по", "<r>é</r>"])
        | st.text(max_size=8),
        min_size=40,
        max_size=40,
    )
)
@settings(max_examples=25)
def test_forty_bands_of_odd_names_come_back_with_their_countries(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    regions = tuple(
        Region(n, uuid(n), name, name[::-1], n * 1024) for n, name in enumerate(names, start=1)
    )
    countries = tuple(
        Country(
            n, uuid(100 + n), 41 - n, name, 1024, (OtherName(n, uuid(200 + n), name + name),), name
        )
        for n, name in enumerate(reversed(names), start=1)
    )
    content = RegisterContent(names[0], regions, countries[::-1])
    path, _ = written(content, tmp_path_factory.mktemp("data") / "data.xlsx")
    incoming = read(path)
    assert differences(content, incoming) == []
    assert not incoming.refused


@given(st.text(st.characters(), max_size=40) | st.sampled_from(["<r>a</r>", "_x0041_", "\u00a0"]))
@settings(max_examples=80)
def test_any_text_comes_back_or_is_marked_as_inexact(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path, result = written(event_with(text), tmp_path_factory.mktemp("data") / "data.xlsx")
    incoming = read(path)
    (event,) = incoming.content.events
    if "text" in incoming.stated[event.uuid]:
        assert event.text == text
        assert result.replaced_characters == 0
    else:
        differing = [
            a for a, b in zip(text.replace("\r\n", "\n"), event.text, strict=True) if a != b
        ]
        assert len(differing) >= max(result.replaced_characters, int("\r\n" not in text))
        assert not any(character.isprintable() for character in differing)


@pytest.mark.parametrize("start", FORMULA_STARTS)
@pytest.mark.parametrize("rest", LIKE_FORMULAS)
def test_no_text_becomes_a_formula_a_link_or_a_number(
    start: str, rest: str, tmp_path: Path
) -> None:
    text = start + rest
    region = Region(1, uuid(1), text, text, 1024, text)
    path, _ = written(RegisterContent("", (region,)), tmp_path / "data.xlsx")
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    cells = root.findall(".//m:sheetData/m:row[@r='2']/m:c", _NAMES)
    assert [cell.get("t") for cell in cells] == ["inlineStr"] * 4 + [None]
    assert root.find(".//m:f", _NAMES) is None
    assert root.find(".//m:hyperlink", _NAMES) is None
    assert read(path).content.regions[0].name == text.replace("\r", "\n")
    marked = load_workbook(path)["Разделы"]["A2"]
    assert marked.number_format == "@"
    assert bool(marked.quotePrefix) is (start != "" or rest.startswith("="))


def test_a_text_longer_than_a_cell_is_cut_said_and_not_taken_for_an_edit(tmp_path: Path) -> None:
    content = event_with("😀" * LONGEST_CELL)
    path, result = written(content, tmp_path / "data.xlsx")
    assert (result.cut_texts, result.replaced_characters) == (1, 0)
    incoming = read(path)
    assert incoming.content.events[0].text == "😀" * (LONGEST_CELL // 2) + "…"
    assert "text" not in incoming.stated[uuid(99)]
    assert "date_text" in incoming.stated[uuid(99)]
    assert not incoming.findings


def test_characters_that_no_workbook_holds_are_counted(tmp_path: Path) -> None:
    _, result = written(event_with("до\x0bпосле\x07\ud800\ufffe"), tmp_path / "data.xlsx")
    assert (result.cut_texts, result.replaced_characters) == (0, 3)


def test_more_records_than_a_sheet_has_rows_go_on_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_layout, "MOST_ROWS", 20)
    content = sample.content()
    path, result = written(content, tmp_path / "data.xlsx")
    assert result.records == 275
    assert differences(content, read(path)) == []
    sheets = load_workbook(path).sheetnames
    assert sheets[3:8] == ["Партнёры", "Партнёры 2", "Партнёры 3", "Основания", "Основания 2"]


def test_an_office_program_can_filter_choose_and_sort(tmp_path: Path) -> None:
    path, _ = written(small(), tmp_path / "data.xlsx")
    book = load_workbook(path)
    assert book.sheetnames == [
        *("Разделы", "Страны", "Партнёры", "Основания", "Мероприятия", "partners_data")
    ]
    assert book["partners_data"].sheet_state == "hidden"
    assert book.active is book["Мероприятия"]
    events = book["Мероприятия"]
    heads = [cell.value for cell in events[1]]
    assert heads[:4] == ["Год отчёта", "Дата", "Мероприятие", "Партнёр или страна"]
    # The hidden columns too: a sort that left them behind would give each row another's id.
    assert events.auto_filter.ref == "A1:M5"
    assert events.freeze_panes == "A2"
    hidden = [letter for letter, it in events.column_dimensions.items() if it.hidden]
    assert hidden == ["L"]  # openpyxl names the first of neighbours that are alike
    rules = {str(rule.sqref): rule for rule in book["Основания"].data_validations.dataValidation}
    assert rules["A2:A1048576"].formula1 == "partners_data!$D$13:$D$18"
    assert not rules["A2:A1048576"].showErrorMessage
    assert rules["B2:B1048576"].formula1.startswith('"Соглашение,Протокол,')
    assert rules["B2:B1048576"].showErrorMessage
    assert "Alt+Enter" in rules["D2:D1048576"].prompt
    labels = [book["partners_data"].cell(row, 4).value for row in range(13, 19)]
    assert labels == [
        *("Финляндия · г. Турку", "Австрия · без города", "Австрия · без города (2)"),
        *("Япония · г. Осака", "Япония · провинция Хоккайдо", "Казахстан · Нур-Султан"),
    ]


def test_rows_are_as_high_as_their_texts_and_grow_with_them(tmp_path: Path) -> None:
    content = event_with("слово " * 100)
    path, _ = written(content, tmp_path / "data.xlsx")
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("xl/worksheets/sheet5.xml"))
    heights = [row.get("ht") for row in root.iterfind(".//m:sheetData/m:row", _NAMES)]
    assert heights == ["32", "120"]
    # A height of the user's own would stay when the text in it grows.
    assert root.find(".//m:row[@customHeight]", _NAMES) is None


def test_what_a_clerk_sees(tmp_path: Path) -> None:
    path, _ = written(small(), tmp_path / "data.xlsx")
    book = load_workbook(path)
    acts = [[cell.value for cell in row] for row in book["Основания"].iter_rows(min_row=2)]
    assert (
        acts[0][3]
        == "1953 г. – установление связей | связи установлены\n10.08.2002 | подписан\n, 27.09.2016"
    )
    assert acts[1][19] == "дополняет | Финляндия · г. Турку · Протокол о дружбе"
    partners = [[cell.value for cell in row] for row in book["Партнёры"].iter_rows(min_row=2)]
    assert partners[5][3] == "Астана | с 1998 | по 2019 г.\nАкмола | по 06.05.1998"
    events = [[cell.value for cell in row] for row in book["Мероприятия"].iter_rows(min_row=2)]
    assert events[1][3] == "Япония · вся страна"
    assert events[2][3] == "Япония · г. Осака\nЯпония · провинция Хоккайдо"
    assert events[2][9] == "нет"


def test_it_is_known_by_its_hidden_sheet_or_by_its_ids(tmp_path: Path) -> None:
    path, _ = written(small(), tmp_path / "data.xlsx")
    file = read_grid_file(path)
    assert is_data_workbook(file)
    seen = tuple(grid for grid in file.grids if grid.name != "partners_data")
    assert is_data_workbook(replace(file, grids=seen))
    events = seen[-1]
    without_ids = {place: it for place, it in events.cells.items() if place[1] < 12}
    bare = replace(events, cells=without_ids)
    assert not is_data_workbook(replace(file, grids=(bare,)))
    report = report_of(block("3 мая – визит"))
    write(report, tmp_path / "report.xlsx")
    assert not is_data_workbook(read_grid_file(tmp_path / "report.xlsx"))


def test_what_libreoffice_saved_again_is_the_same() -> None:
    content = replace(small(), events=(*small().events, *event_with(ODD).events))
    incoming = read(DATA / "data-workbook-libreoffice.xlsx")
    assert differences(content, incoming) == []
    assert not incoming.refused


ODD = " =1+1\n_x0041_ <r>&amp;</r>\u00a0– «ё» 😀\ttab "


def test_a_file_that_is_open_elsewhere_or_a_full_disk_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "data.xlsx"
    path.write_bytes(b"old")

    def held(self: Path, target: Path) -> None:
        error = PermissionError(13, "held")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr("partners_app.exchange.atomic_file._RETRIES_SECONDS", ())
    with monkeypatch.context() as patch, pytest.raises(FileBusy):
        patch.setattr(Path, "replace", held)
        written(small(), path)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    for step in ("xlsxwriter.workbook.ZipFile", "xlsxwriter.worksheet.Worksheet.write_string"):
        with monkeypatch.context() as patch, pytest.raises(DiskFull):
            patch.setattr(step, full)
            written(small(), path)
    assert path.read_bytes() == b"old"
    assert [it.name for it in tmp_path.iterdir()] == ["data.xlsx"]


def test_a_file_that_lost_a_row_on_the_way_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = data_workbook._counted

    def one_less(archive: zipfile.ZipFile, name: str) -> tuple[int, int]:
        rows, cells = found(archive, name)
        return rows - 1, cells

    monkeypatch.setattr(data_workbook, "_counted", one_less)
    with pytest.raises(FileFailed):
        written(small(), tmp_path / "data.xlsx")
    assert list(tmp_path.iterdir()) == []
