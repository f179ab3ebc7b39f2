"""Whatever a clerk typed stands in the workbook as text, or is counted as replaced."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.report_files import (
    block,
    cell_elements,
    has_formula,
    read_report,
    report_of,
    write,
)

FORMULA_STARTS = ["=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠", ""]
LIKE_FORMULAS = ["1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x")', "#N/A", "TRUE", "1e9"]


@pytest.mark.parametrize("start", FORMULA_STARTS)
@pytest.mark.parametrize("rest", LIKE_FORMULAS)
def test_no_text_becomes_a_formula_or_a_value(start: str, rest: str, tmp_path: Path) -> None:
    text = start + rest
    target = tmp_path / "report.xlsx"
    report = report_of(block(text, name=text, acts=((text, text),)), country=text, heading=text)
    write(replace(report, title_lines=(text,)), target)
    for cell in cell_elements(target):
        assert cell.get("t") in ("s", "inlineStr")
        assert not has_formula(cell)
    expected = text.replace("\r", "\n").replace("\0", "\ufffd")
    table = read_report(target)
    assert table.titles == table.bands == [expected]
    assert [table.rows[1].cells[column].text for column in range(1, 6)] == [expected] * 5
    marked = bool(table.sheet["E4"].quotePrefix)
    assert marked is (start not in ("\0", "") or rest.startswith("="))


@given(st.text(st.characters(), max_size=60))
@settings(max_examples=60)
def test_every_text_comes_back_equal_or_is_counted(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    target = tmp_path_factory.mktemp("report") / "report.xlsx"
    result = write(report_of(block(text)), target)
    found = read_report(target).texts(5, "event_uuid").get("event-0", "")
    same_breaks = text.replace("\r\n", "\n")
    for line_break in "\r\v\u2028\u2029":
        same_breaks = same_breaks.replace(line_break, "\n")
    differing = [a for a, b in zip(same_breaks, found, strict=True) if a != b]
    assert len(differing) == result.replaced_characters
    assert all(not character.isprintable() for character in differing)


def test_a_text_that_looks_like_a_coded_character_stays_what_it_is(tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    write(report_of(block("_x0041_ и _x005F_x0042_")), target)
    (cell,) = [cell for cell in cell_elements(target) if "x0041" in "".join(cell.itertext())]
    assert "".join(cell.itertext()) == "_x005F_x0041_ и _x005F_x005F_x005F_x0042_"


def test_characters_that_no_workbook_holds_are_replaced_and_counted(tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    result = write(report_of(block("до\x0bпосле\x07\ud800\ufffe", name="г.\x01Грац")), target)
    assert result.replaced_characters == 4
    row = read_report(target).rows[1]
    assert row.cells[5].text == "до\nпосле\ufffd\ufffd\ufffd"
    assert row.cells[2].text == "г.\ufffdГрац"
