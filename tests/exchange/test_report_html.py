"""The yearly table as a page of HTML: alone, printable, and nothing in it is taken for markup."""

from pathlib import Path
from typing import Any

import pytest

from partners_app.domain.errors import FileMissing
from partners_app.domain.report import YearlyReport
from partners_app.exchange.report_html import write_report_html
from tests.exchange.hard_reports import hard_reports
from tests.exchange.report_files import FONT, block, report_of
from tests.exchange.report_words import PageReader, read_page
from tests.exchange.test_report_template import restyled


def written(report: YearlyReport, folder: Path, **options: Any) -> Path:
    target = folder / "отчёт.html"
    write_report_html(report, target, **{"font": FONT, **options})
    return target


def named(page: PageReader, tag: str) -> list[dict[str, str | None]]:
    return [told for told in page.attributes if told[""] == tag]


def test_one_page_that_needs_no_other_file(tmp_path: Path) -> None:
    target = written(report_of(block("визит")), tmp_path)
    page = read_page(target)
    assert named(page, "html")[0]["lang"] == "ru"
    assert {told[""] for told in page.attributes} == {
        *("html", "head", "meta", "title", "style", "body", "h1", "br"),
        *("table", "colgroup", "col", "thead", "tbody", "tr", "th", "td"),
    }
    assert not any({"src", "href", "onload", "style"} & told.keys() for told in page.attributes)
    assert "default-src 'none'" in target.read_text(encoding="utf-8")


def test_heads_say_for_what_they_stand(tmp_path: Path) -> None:
    page = read_page(written(hard_reports()["whole_country_events"], tmp_path))
    heads = [(told["class"], told["scope"]) for told in named(page, "th")]
    assert heads == [
        *[("header", "col")] * 5,
        ("band", "colgroup"),
        ("country", "rowgroup"),
        ("partner", "row"),
    ]
    # The empty cell beside the events of a whole country is nobody's head.
    (empty,) = [told for told in named(page, "td") if told.get("colspan")]
    assert (empty["class"], empty["rowspan"], empty["colspan"]) == ("partner", "3", "3")


def test_texts_are_texts(tmp_path: Path) -> None:
    target = written(hard_reports()["texts_that_look_like_something_else"], tmp_path)
    text = target.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;alert(&#x27;да&#x27;)&lt;/script&gt; &amp; «кавычки»" in text
    assert text.count("</style>") == 1
    assert "&lt;b&gt;Грац&lt;/b&gt;" in text


def test_a_name_of_a_font_cannot_leave_the_style_sheet(tmp_path: Path) -> None:
    target = written(report_of(block()), tmp_path, font='A"; } </style><b>')
    text = target.read_text(encoding="utf-8")
    assert text.count("</style>") == 1
    assert "<b>" not in text


def test_it_prints_on_a4_with_heads_on_each_page(tmp_path: Path) -> None:
    text = written(report_of(block("визит")), tmp_path).read_text(encoding="utf-8")
    assert "@page { size: A4 landscape; margin: 36.8pt 28.3pt 42.5pt 70.9pt;" in text
    assert 'content: "стр. " counter(page) " из " counter(pages)' in text
    assert "thead { display: table-header-group; }" in text
    assert "tr { break-inside: avoid; }" in text


def test_a_text_longer_than_any_cell_of_a_workbook_is_whole(tmp_path: Path) -> None:
    text = "20 мая – " + "встреча делегации; " * 4_000
    page = read_page(written(report_of(block(text)), tmp_path))
    assert page.found.columns[4] == text.split()


def test_a_restyled_template_is_followed(tmp_path: Path) -> None:
    target = written(report_of(block("визит")), tmp_path, template=restyled(tmp_path), font="")
    text = target.read_text(encoding="utf-8")
    assert 'td.event { font-family: "Arial", serif; font-size: 14pt; font-weight: bold' in text


def test_a_folder_that_vanished_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        write_report_html(report_of(block()), tmp_path / "нет" / "report.html", font=FONT)
    assert caught.value.path == tmp_path / "нет"
