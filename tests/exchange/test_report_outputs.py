"""The same words in the same order in every file that a report is written into."""

from functools import cache
from pathlib import Path

import pytest

from partners_app import paths
from partners_app.domain.report import YearlyReport, build_report
from partners_app.exchange.register_json import read_register_json
from partners_app.exchange.report_docx import write_report_docx
from partners_app.exchange.report_html import write_report_html
from tests.exchange.hard_reports import hard_reports
from tests.exchange.report_files import FONT, read_report, write
from tests.exchange.report_words import (
    words_of_document,
    words_of_page,
    words_of_report,
    words_of_workbook,
)
from tests.printing.page_checks import checked

SEED = paths.database_files() / "seed" / "register-2020.json"
_HIGHEST_ROW, _LONGEST_TEXT = 409.0, 32_767
_REPORTS = ("of_2020", *hard_reports())


@cache
def report_named(name: str) -> YearlyReport:
    if name == "of_2020":
        return build_report(read_register_json(SEED, year=None).content, 2020)
    return hard_reports()[name]


@pytest.mark.parametrize("name", _REPORTS)
@pytest.mark.usefixtures("qapp")
def test_workbook_word_page_and_paper_say_the_same(name: str, tmp_path: Path) -> None:
    report = report_named(name)
    write(report, tmp_path / "report.xlsx")
    write_report_docx(report, tmp_path / "report.docx", font=FONT)
    write_report_html(report, tmp_path / "report.html", font=FONT)
    whole = words_of_report(report)
    found = [
        words_of_workbook(tmp_path / "report.xlsx"),
        words_of_document(tmp_path / "report.docx"),
        words_of_page(tmp_path / "report.html"),
    ]
    for words in found:
        assert (words.title, words.heads) == (whole.title, whole.heads)
        assert (words.bands, words.columns) == (whole.bands, whole.columns)
    # Row by row too, as far as a text that is too long for a row lets them have the same rows.
    rows = [[word for row in words.rows for word in row] for words in found]
    assert rows[0] == rows[1] == rows[2] or name == "event_longer_than_a_page"
    # The pages of preview, printer and PDF: what is laid out, without what is said once more.
    checked(report)


@pytest.mark.parametrize("name", _REPORTS)
def test_no_row_is_too_high_and_no_cell_too_long(name: str, tmp_path: Path) -> None:
    write(report_named(name), tmp_path / "report.xlsx")
    table = read_report(tmp_path / "report.xlsx")
    assert max(row.height for row in table.rows) <= _HIGHEST_ROW
    texts = [cell.text for row in table.rows for cell in row.cells.values()]
    assert max(len(text.encode("utf-16-le")) // 2 for text in texts) <= _LONGEST_TEXT


def test_a_long_event_goes_on_in_rows_of_the_same_id(tmp_path: Path) -> None:
    report = report_named("event_longer_than_a_page")
    write(report, tmp_path / "report.xlsx")
    table = read_report(tmp_path / "report.xlsx")
    (events,) = [entry.events for entry in report.blocks]
    assert table.texts(5, "event_uuid") == {event.uuid: event.text for event in events}
    rows = [row for row in table.rows if row.ids["event_uuid"] == events[1].uuid]
    assert len(rows) > 5
