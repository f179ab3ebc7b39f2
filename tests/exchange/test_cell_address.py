"""Cells by number and by address, and what of them is named in a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.findings import Finding
from partners_app.domain.table_limits import MOST_CELLS
from partners_app.exchange import sheet_facts
from partners_app.exchange.cell_address import (
    EXCEL_COLUMNS,
    EXCEL_ROWS,
    cell_key,
    cell_name,
    column_number,
    has_text,
    named_cells,
    numbered_ranges,
    row_and_column,
    unescaped,
    with_line_feeds,
    without_control_characters,
)
from partners_app.exchange.grid import CellValue, Merge, column_letters
from partners_app.exchange.merges import without_covered
from partners_app.exchange.sheet_facts import SheetFacts
from partners_app.exchange.table_refusal import Refused

ROWS, COLUMNS = st.integers(1, EXCEL_ROWS), st.integers(1, EXCEL_COLUMNS)


@given(ROWS, COLUMNS)
def test_a_number_is_a_cell_and_a_name_a_column(row: int, column: int) -> None:
    assert row_and_column(cell_key(row, column)) == (row, column)
    assert column_number(column_letters(column)) == column


@given(st.tuples(ROWS, COLUMNS), st.tuples(ROWS, COLUMNS))
def test_numbers_are_in_the_order_of_rows(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert (cell_key(*one) < cell_key(*other)) == (one < other)


@pytest.mark.parametrize("letters", ["", "a", "A1", "Я", "AAAA", "!"])
def test_what_is_no_column(letters: str) -> None:
    assert column_number(letters) == 0


def test_cells_in_a_message() -> None:
    assert cell_name(cell_key(7, 28)) == "AB7"
    keys = [cell_key(row, 2) for row in range(9, 0, -1)]
    assert named_cells(keys) == "B1, B2, B3, B4, B5, …"
    assert named_cells(keys[-2:], {keys[-2]: "#REF!", keys[-1]: ""}) == "B1, B2 (#REF!)"
    assert numbered_ranges({9, 2, 4, 3}) == [(2, 4), (9, 9)]


@pytest.mark.parametrize(
    ("written", "text"),
    [("a_x000A_b", "a\nb"), ("_x005F_x000A_", "_x000A_"), ("_x00_", "_x00_"), ("x", "x")],
)
def test_characters_by_their_numbers(written: str, text: str) -> None:
    assert unescaped(written) == text


@pytest.mark.parametrize("text", ["", " ", "\u00a0\n", "\x0b", "\x1f \x00"])
def test_white_space_is_no_text(text: str) -> None:
    assert not has_text(text)


def test_a_text_loses_what_nobody_sees_and_nothing_else() -> None:
    assert has_text(" я ")
    assert without_control_characters("a\x0bb\tc\nd\x7f") == "ab\tc\nd"
    assert with_line_feeds("a\r\nb\rc\n") == "a\nb\nc\n"


def test_too_many_cells_of_one_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_CELLS == 2_000_000
    monkeypatch.setattr(sheet_facts, "MOST_CELLS", 3)
    facts = SheetFacts("Лист1")
    for column in (1, 2, 3):
        facts.add(1, column)
    with pytest.raises(Refused) as refusal:
        facts.add(1, 4)
    assert (refusal.value.problem, refusal.value.place) == ("too_many_cells", "Лист1!")


MERGES = st.builds(
    lambda row, column, rows, columns: Merge(row, column, row + rows, column + columns),
    *(st.integers(1, 8), st.integers(1, 8), st.integers(0, 4), st.integers(0, 4)),
)


@given(
    st.sets(st.tuples(st.integers(1, 10), st.integers(1, 10)), max_size=40),
    st.lists(MERGES, max_size=6),
)
def test_what_a_merged_range_covers_is_found(
    places: set[tuple[int, int]], merges: list[Merge]
) -> None:
    cells: dict[int, CellValue] = {cell_key(*place): "текст" for place in places}
    findings: list[Finding] = []
    shown, _ = without_covered("Лист1", cells, merges, findings)

    def is_covered(row: int, column: int) -> bool:
        return any(
            merge.first_row <= row <= merge.last_row
            and merge.first_column <= column <= merge.last_column
            and (row, column) != (merge.first_row, merge.first_column)
            for merge in merges
        )

    assert {row_and_column(key) for key in shown} == {
        place for place in places if not is_covered(*place)
    }
    assert bool(findings) == (len(shown) < len(cells))
