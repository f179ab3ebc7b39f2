"""The yearly table as a workbook: whole, readable back, and nothing cut."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.writer.excel import ExcelWriter

from partners_app import paths
from partners_app.domain.errors import DiskFull, FileFailed
from partners_app.domain.report import (
    ReportBand,
    ReportBlock,
    ReportCountry,
    ReportEvent,
    YearlyReport,
    build_report,
)
from partners_app.exchange.register_json import read_register_json
from tests.exchange.report_files import (
    ReadReport,
    block,
    no_room,
    read_report,
    report_of,
    write,
    written,
)

SEED = paths.database_files() / "seed" / "register-2020.json"
EXCEL_HIGHEST_ROW = 409.0
EXCEL_LONGEST_TEXT = 32_767


@pytest.fixture(scope="module")
def report_2020() -> YearlyReport:
    return build_report(read_register_json(SEED, year=None).content, 2020)


@pytest.fixture(scope="module")
def file_2020(report_2020: YearlyReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "отчёт 2020.xlsx"
    write(report_2020, path)
    return path


@pytest.fixture(scope="module")
def table_2020(file_2020: Path) -> ReadReport:
    return read_report(file_2020)


def test_the_2020_report_holds_everything(table_2020: ReadReport) -> None:
    assert table_2020.titles == ["СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА", "С ГОРОДАМИ – ПАРТНЕРАМИ"]
    assert table_2020.heads[4] == "Основные мероприятия в 2020 году"
    assert table_2020.bands == ["ЕВРОПА", "АЗИЯ", "СНГ"]
    assert len(list(table_2020.countries())) == 30
    partners = [row for row in table_2020.rows if 2 in row.cells and not row.is_band]
    assert len(partners) == 52
    assert len(table_2020.texts(5, "event_uuid")) == 130
    assert max(row.height for row in table_2020.rows) <= EXCEL_HIGHEST_ROW


def test_column_by_column_the_words_are_those_of_the_source(table_2020: ReadReport) -> None:
    source = json.loads(SEED.read_text(encoding="utf-8"))
    countries = [country for region in source["regions"] for country in region["countries"]]
    tables = [rows for _, rows in table_2020.countries()]
    for country, rows in zip(countries, tables, strict=True):
        columns = _words_of_source(country)
        for column, expected in columns.items():
            found = [
                word
                for row in rows
                if column in row.cells
                for word in row.cells[column].text.split()
            ]
            assert found == expected, (country["name"], column)


def _words_of_source(country: Mapping[str, Any]) -> dict[int, list[str]]:
    partners = country["partners"]
    acts = [act for partner in partners for act in partner["agreements"]]
    events = [event for partner in partners for event in partner["events"]]
    return {
        1: country["name"].split(),
        2: [word for partner in partners for word in (partner["city"] or "").split()],
        3: [word for act in acts for word in (act["basis"] or "").split()],
        4: [word for act in acts for date in act["dates"] for word in date.split()],
        5: [word for event in events for word in f"{event['date_text']} – {event['text']}".split()],
    }


def test_each_row_says_in_hidden_columns_what_stands_in_it(
    report_2020: YearlyReport, table_2020: ReadReport
) -> None:
    assert table_2020.heads[5:] == [
        "region_uuid",
        "country_uuid",
        "partner_uuid",
        "agreement_uuid",
        "event_uuid",
    ]
    for letter in "FGHIJ":
        assert table_2020.sheet.column_dimensions[letter].hidden
    assert table_2020.texts(1, "country_uuid") == {
        country.uuid: country.name for country in report_2020.countries
    }
    assert table_2020.texts(2, "partner_uuid") == {
        entry.partner_uuid: entry.name for entry in report_2020.blocks
    }
    documents = [document for entry in report_2020.blocks for document in entry.documents]
    assert table_2020.texts(3, "agreement_uuid") == {entry.uuid: entry.title for entry in documents}
    assert table_2020.texts(4, "agreement_uuid") == {entry.uuid: entry.dates for entry in documents}
    events = [event for entry in report_2020.blocks for event in entry.events]
    assert table_2020.texts(5, "event_uuid") == {event.uuid: event.text for event in events}


def test_a_hidden_sheet_says_which_register_it_was(table_2020: ReadReport) -> None:
    assert table_2020.data == {
        "register_uuid": "0b8e7a52-register",
        "change_seq": "42",
        "step_uuid": "5d1c-step",
        "year": "2020",
        "layout": "1",
    }
    workbook = table_2020.sheet.parent
    assert workbook is not None
    assert [sheet.sheet_state for sheet in workbook.worksheets] == ["visible", "hidden"]
    assert workbook.sheetnames[0] == "2020"


def test_the_page_is_a4_landscape_one_page_wide_with_heads_repeated(table_2020: ReadReport) -> None:
    sheet = table_2020.sheet
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert str(sheet.print_area).endswith(f"$A$1:$E${sheet.max_row}")
    assert sheet.page_margins.left >= sheet.page_margins.right + 0.5
    assert sheet.oddFooter is not None
    assert "&P" in str(sheet.oddFooter.center.text)


def test_cells_are_merged_down_over_their_rows(table_2020: ReadReport) -> None:
    for row in table_2020.rows:
        if row.is_band:
            assert row.cells[1].columns == 5
    for _, rows in table_2020.countries():
        assert rows[0].cells[1].rows == len(rows)
        for column in (2, 3, 4, 5):
            reach = sum(row.cells[column].rows for row in rows if column in row.cells)
            assert reach == len(rows)
    named = {row.cells[2].text: row for row in table_2020.rows if 2 in row.cells}
    manchester, seoul = named["г. Манчестер"], named["Сеул"]
    assert [manchester.cells[column].rows for column in (2, 3, 4, 5)] == [3, 1, 1, 3]
    assert [seoul.cells[column].rows for column in (2, 3, 4, 5)] == [16, 16, 16, 1]


def test_every_visible_cell_has_the_lines_of_its_neighbours(file_2020: Path) -> None:
    table = load_workbook(file_2020).worksheets[0]
    for row in table.iter_rows(min_row=3, max_col=5):
        assert row[0].border.left.style == "thin"
        assert row[4].border.right.style == "thin"
    merged = next(area for area in table.merged_cells.ranges if area.size["rows"] == 16)
    assert table.cell(merged.max_row, merged.min_col).border.bottom.style == "thin"


def test_an_empty_year_gives_the_frame(report_2020: YearlyReport, tmp_path: Path) -> None:
    register = read_register_json(SEED, year=None).content
    table = written(build_report(register, 2024), tmp_path)
    assert table.texts(5, "event_uuid") == {}
    assert table.heads[4] == "Основные мероприятия в 2024 году"
    assert len([row for row in table.rows if 2 in row.cells and not row.is_band]) == 52
    acts = {document.uuid for entry in report_2020.blocks for document in entry.documents}
    assert set(table.texts(3, "agreement_uuid")) == acts


def test_a_register_without_records_gives_title_and_heads(tmp_path: Path) -> None:
    table = written(replace(report_of(), bands=()), tmp_path)
    assert table.rows == []
    assert table.titles == ["СОТРУДНИЧЕСТВО", "С ГОРОДАМИ"]


def test_events_of_a_whole_country_have_rows_of_their_own(tmp_path: Path) -> None:
    events = tuple(ReportEvent(f"country-event-{number}", "визит") for number in range(3))
    table = written(report_of(ReportBlock(None, "", (), events), block("концерт")), tmp_path)
    rows = table.rows[1:]
    assert rows[0].cells[1].rows == 4
    assert (rows[0].cells[2].rows, rows[0].cells[2].columns) == (3, 3)
    assert rows[0].cells[2].text == ""
    assert [row.ids["partner_uuid"] for row in rows] == ["", "", "", "partner"]
    assert [row.cells[5].text for row in rows] == ["визит", "визит", "визит", "концерт"]


def test_an_event_too_tall_for_a_row_goes_on_below_with_the_same_id(tmp_path: Path) -> None:
    text = "20-22 февраля – визит делегации в Санкт-Петербург; " * 200
    table = written(report_of(block("до", text, "после", acts=(("Акт", "2001"),))), tmp_path)
    ids = [row.ids["event_uuid"] for row in table.rows[1:]]
    assert ids[0] == "event-0"
    assert ids[-1] == "event-2"
    assert len(ids) > 5
    assert set(ids[1:-1]) == {"event-1"}
    assert table.texts(5, "event_uuid")["event-1"] == text
    assert max(row.height for row in table.rows) <= EXCEL_HIGHEST_ROW
    assert table.rows[1].cells[3].rows == len(ids)


def test_names_titles_and_dates_too_tall_for_a_row_go_on_too(tmp_path: Path) -> None:
    country, name = "Республика " * 300, "г. Очень-Длинный " * 200
    title, dates = "Соглашение о сотрудничестве " * 400, "\n".join(["01.02.2003"] * 80)
    report = report_of(
        block("визит", name=name, acts=((title, dates), ("Протокол", "2004"))), country=country
    )
    table = written(replace(report, title_lines=("НАЗВАНИЕ " * 3000,)), tmp_path)
    assert table.texts(1, "country_uuid") == {"country": country}
    assert table.texts(2, "partner_uuid") == {"partner": name}
    assert table.texts(3, "agreement_uuid") == {"act-0": title, "act-1": "Протокол"}
    assert table.texts(4, "agreement_uuid") == {"act-0": dates, "act-1": "2004"}
    assert "".join(table.titles) == "НАЗВАНИЕ " * 3000
    assert max(row.height for row in table.rows) <= EXCEL_HIGHEST_ROW


def test_no_cell_holds_more_than_a_workbook_can(tmp_path: Path) -> None:
    text = "\U0001f54a" * 20_000  # two units each
    target = tmp_path / "report.xlsx"
    write(report_of(block(text)), target)
    table = read_report(target)
    longest = max(len(row.cells[5].text.encode("utf-16-le")) // 2 for row in table.rows[1:])
    assert longest <= EXCEL_LONGEST_TEXT
    assert table.texts(5, "event_uuid") == {"event-0": text}


def test_a_register_far_bigger_than_ours(tmp_path: Path) -> None:
    bands = tuple(
        ReportBand(
            f"band-{number}",
            f"ПОЛОСА {number} " + "Ы" * 200,
            (
                ReportCountry(
                    f"country-{number}",
                    f"Страна {number} " + "я" * 200,
                    (replace(block(acts=(("Акт", "2001"),) * 12), partner_uuid=f"p-{number}"),),
                ),
            ),
        )
        for number in range(40)
    )
    many = tuple(ReportEvent(f"event-{number}", f"{number} – визит") for number in range(300))
    japan = ReportCountry("japan", "Япония", (ReportBlock("osaka", "г. Осака", (), many),))
    report = report_of()
    report = replace(report, bands=(*bands, ReportBand("asia", "АЗИЯ", (japan,))))
    table = written(report, tmp_path)
    assert len(table.bands) == 41
    assert len(table.texts(5, "event_uuid")) == 300
    _, rows = next(table.countries())
    assert len(rows) == 12
    assert (rows[0].cells[5].text, rows[0].cells[5].rows) == ("", 12)
    assert max(row.height for row in table.rows) <= EXCEL_HIGHEST_ROW


def test_a_file_that_lost_a_text_never_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"last year's")
    save = ExcelWriter.save

    def lose_a_cell(writer: ExcelWriter) -> None:
        writer.workbook.worksheets[0]["E5"].value = None
        save(writer)

    monkeypatch.setattr(ExcelWriter, "save", lose_a_cell)
    with pytest.raises(FileFailed) as caught:
        write(report_of(block("визит")), target)
    assert "row 5" in caught.value.reason
    assert target.read_bytes() == b"last year's"
    assert [path.name for path in tmp_path.iterdir()] == ["report.xlsx"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_libreoffice_prints_every_word_and_repeats_the_heads(
    file_2020: Path, report_2020: YearlyReport, tmp_path: Path
) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(file_2020)], check=True, capture_output=True, timeout=100)
    pdf = tmp_path / f"{file_2020.stem}.pdf"
    # The area of the last column, in points from the top left corner of the page.
    area = ["-x", "552", "-y", "0", "-W", "290", "-H", "596"]
    done = subprocess.run(["pdftotext", *area, str(pdf), "-"], check=True, capture_output=True)
    pages = [_letters(page) for page in done.stdout.decode("utf-8").split("\f")[:-1]]
    heads = _letters(report_2020.headers[4])
    assert 10 < len(pages) < 30
    assert all(heads in page for page in pages)
    printed = "".join(page.split(heads)[1] for page in pages)
    events = [event for entry in report_2020.blocks for event in entry.events]
    assert printed == "".join(_letters(event.text) for event in events)


def _letters(text: str) -> str:
    """Drop white space, and hyphens, which pdftotext drops at the end of a line."""
    return "".join(text.replace("-", "").split())


def test_a_full_folder_for_temporary_files_is_named_and_leaves_the_old_report(
    report_2020: YearlyReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", no_room)
    target = tmp_path / "отчёт.xlsx"
    target.write_bytes(b"last year's report")
    with pytest.raises(DiskFull) as caught:
        write(report_2020, target)
    assert caught.value.path == target
    assert target.read_bytes() == b"last year's report"
    assert list(tmp_path.iterdir()) == [target]
