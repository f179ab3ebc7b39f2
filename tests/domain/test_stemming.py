"""The forms of a Russian word share one stem; examples are those that the algorithm publishes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.stemming import search_stem, stem


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("в", "в"),
        ("вавиловка", "вавиловк"),
        ("вагнера", "вагнер"),
        ("вагонов", "вагон"),
        ("важная", "важн"),
        ("важнее", "важн"),
        ("важнейшими", "важн"),
        ("важничал", "важнича"),
        ("важного", "важн"),
        ("важности", "важност"),
        ("валандался", "валанда"),
        ("па", "па"),
        ("павильонам", "павильон"),
        ("падают", "пада"),
        ("падение", "паден"),
        ("падчерицей", "падчериц"),
        ("паем", "па"),
    ],
)
def test_the_published_examples_have_their_published_stems(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "выставка выставки выставке выставку выставкой выставками выставках",
        "делегация делегации делегацию делегацией делегациями",
        "встреча встречи встречу встречей встречами",
        "сотрудничество сотрудничества сотрудничеству сотрудничеством",
        "городской городского городская городских",
        "возможность возможности возможностью",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_a_short_word_is_searched_as_it_is() -> None:
    assert [search_stem(word) for word in ("дни", "квс", "2020", "выставка")] == [
        "дни",
        "квс",
        "2020",
        "выставк",
    ]


@given(st.text("абвгеийностьюяы", max_size=14))
def test_a_stem_is_a_beginning_of_its_word(word: str) -> None:
    assert word.startswith(stem(word))
    assert word.startswith(search_stem(word))
