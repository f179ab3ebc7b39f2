"""A text from Word loses what nobody sees, and no word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.typed_text import plain, same_words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("визит делегации", "визит делегации"),
        ("визит\u00a0 делегации ", "визит делегации"),
        ("ви\u00adзит\u200b", "визит"),
        ("Йошкар-Ола".replace("Й", "И\u0306"), "Йошкар-Ола"),
        ("первая\vвторая\r\nтретья", "первая\nвторая\nтретья"),
        ("\n первая \n\n вторая\t\n", "первая\n\nвторая"),
        ("", ""),
        (" ", ""),
    ],
)
def test_invisible_characters_go_and_line_breaks_stay(typed: str, kept: str) -> None:
    assert plain(typed) == kept


@given(st.text())
def test_plain_twice_is_plain_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet="абв 12\u00a0\u200b\n«»–", max_size=60))
def test_no_visible_sign_is_lost(text: str) -> None:
    visible = "".join(text.replace("\u200b", "").split())
    assert "".join(plain(text).split()) == visible


def test_texts_that_differ_in_white_space_only_are_the_same_words() -> None:
    assert same_words("2019- 2021 гг.", "2019-  2021\u00a0гг. ")
    assert same_words("две\nстроки", "две строки")
    assert not same_words("визит", "визиты")
