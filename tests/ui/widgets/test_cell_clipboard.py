"""What goes to the clipboard comes back from it, Excel's own habits included (ux 5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.ui.widgets.cell_clipboard import from_tsv, mime_data, to_html, to_tsv

_CELL = st.text(alphabet=st.one_of(st.sampled_from('"\t\n\r аБ,;'), st.characters(codec="utf-8")))


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(_CELL, min_size=width, max_size=width), min_size=1, max_size=5
        )
    )
)
def test_ux_5_a_copied_block_is_read_as_it_was(block: list[list[str]]) -> None:
    assert from_tsv(to_tsv(block)) == block


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("визит\tв Турку\r\n", [["визит", "в Турку"]]),
        ("одно", [["одно"]]),
        ('"две\nстроки"\tследом\r\nниже\t\r\n', [["две\nстроки", "следом"], ["ниже", ""]]),
        ('"он сказал ""да"""\t1\n', [['он сказал "да"', "1"]]),
        ('"Дружба" – ансамбль\tвторая\r\nещё\r\n', [['"Дружба" – ансамбль', "вторая"], ["ещё"]]),
        ('"Дружба"\tвторая\r\n', [['"Дружба"', "вторая"]]),
        ('"без конца\tвторая\r\nниже', [['"без конца', "вторая"], ["ниже"]]),
        ('дом "Книги"\r\n', [['дом "Книги"']]),
        ("первая\r\n\r\nтретья", [["первая"], [""], ["третья"]]),
        ("", []),
    ],
)
def test_ux_5_texts_of_excel_and_libreoffice(text: str, block: list[list[str]]) -> None:
    assert from_tsv(text) == block


def test_ux_5_a_very_long_cell_is_read() -> None:
    long = "слово " * 50_000
    assert from_tsv(to_tsv([[long, "x"]])) == [[long, "x"]]


def test_ux_5_html_keeps_a_cell_with_line_breaks_one_cell() -> None:
    html = to_html([["а < б\nв", "г"]])
    assert html.count("<td>") == 2
    assert "а &lt; б<br" in html
    assert "same-cell" in html
    data = mime_data([["а", "б"]])
    assert data.text() == "а\tб\r\n"
    assert data.hasHtml()
