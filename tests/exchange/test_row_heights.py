"""Row heights: computed from numbers alone, never lower than the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.exchange.cell_text import LONGEST_CELL
from partners_app.exchange.character_widths import font_widths
from partners_app.exchange.row_heights import HIGHEST_ROW, TextFit

TIMES = font_widths("Times New Roman")
COLUMN = TextFit(TIMES, False, 10, 240)
TEXTS = st.text(st.sampled_from("аЖ -–\n\u00a0\u0301.漢\U0001f54aW"), max_size=400)


def test_the_widths_are_those_of_the_font() -> None:
    assert TIMES.width("0") == 0.5
    assert TIMES.width("ЖЖ", bold=True) > TIMES.width("ЖЖ") > TIMES.width("ж")
    assert font_widths("  times   new roman ") is TIMES
    assert font_widths("Liberation Serif") is TIMES
    assert TIMES.widest_digit == 0.5
    assert TIMES.line == pytest.approx(1.15)


def test_an_unknown_font_is_as_wide_as_the_widest() -> None:
    unknown = font_widths("Шрифт, которого нет")
    for family in ("Times New Roman", "Arial", "Calibri", "PT Serif", "DejaVu Sans"):
        known = font_widths(family)
        assert unknown.line >= known.line
        for character in "аЩmW1№«–":
            assert unknown.width(character) >= known.width(character)


def test_a_character_of_no_table_fills_the_size_and_an_accent_nothing() -> None:
    assert TIMES.width("漢") == 1.0
    assert TIMES.width("и\u0306") == TIMES.width("и")


def test_one_line_and_many() -> None:
    assert COLUMN.line_count("") == COLUMN.line_count("визит") == 1
    assert COLUMN.height("") == COLUMN.height("визит")
    assert COLUMN.line_count("27.05.1993\n29.12.2016") == 2
    assert COLUMN.line_count("визит\n") == 2
    assert COLUMN.line_count("визит делегации Санкт-Петербурга в Вену, " * 3) == 3
    assert COLUMN.height("а\nб\nв") > COLUMN.height("а\nб")


def test_words_are_not_parted_at_a_no_break_space() -> None:
    narrow = TextFit(TIMES, False, 10, TIMES.width("20\u00a0г.") * 10 * 1.1)
    assert narrow.line_count("20\u00a0г. 20\u00a0г.") == 2


def test_the_most_lines_of_the_ways_to_break_count() -> None:
    # Broken after the hyphen this takes two lines, without three.
    text = "в торгово-экономической области"
    narrow = TextFit(TIMES, False, 10, TIMES.width("торгово-экономической") * 10 * 1.03)
    assert narrow.line_count(text) == 3


def test_a_word_wider_than_the_column_is_broken_by_letters() -> None:
    assert COLUMN.line_count("щ" * 200) >= 200 * TIMES.width("щ") * 10 / 240


def test_heights_are_whole_pixels() -> None:
    assert all(COLUMN.height("а\n" * count) % 0.75 == 0 for count in range(30))


@given(TEXTS)
def test_pieces_join_to_the_text_and_each_fits(text: str) -> None:
    pieces = COLUMN.split(text, highest=60)
    assert "".join(pieces) == text
    assert all(COLUMN.height(piece) <= 60 for piece in pieces)


@given(TEXTS, TEXTS)
def test_more_text_never_takes_less_height(first: str, second: str) -> None:
    assert COLUMN.height(f"{first}\n{second}") >= max(COLUMN.height(first), COLUMN.height(second))


@given(TEXTS, st.integers(20, 400))
def test_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    fit = TextFit(TIMES, False, 10, width)
    needed = sum(TIMES.width(line.strip()) for line in text.split("\n")) * 10
    assert fit.line_count(text) * width >= needed


def test_what_fits_one_row_stays_whole() -> None:
    assert COLUMN.split("визит") == ["визит"]
    pieces = COLUMN.split("слово " * 20_000)
    assert all(COLUMN.height(piece) <= HIGHEST_ROW for piece in pieces)
    wide = TextFit(TIMES, False, 1, 10_000)
    assert max(len(piece) for piece in wide.split("я" * 100_000)) <= LONGEST_CELL
