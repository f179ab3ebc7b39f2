"""Letters of two alphabets, abbreviations and spelling, by a dictionary of a few words."""

from collections.abc import Sequence

import pytest

from partners_app.domain.checks import words
from partners_app.domain.checks.words import KnownWords
from partners_app.domain.findings import FindingCode


class Dictionary:
    """Knows every word but a few, and remembers what it was asked about."""

    def __init__(self, **wrong: list[str]) -> None:
        self.wrong = wrong
        self.asked: list[str] = []

    def knows(self, word: str) -> bool:
        self.asked.append(word)
        return word not in self.wrong

    def meant(self, word: str) -> Sequence[str]:
        return self.wrong[word]


def test_a_latin_letter_in_a_russian_word_is_replaced() -> None:
    (slip,) = words.mixed("визит дeлегации мэрии")  # a Latin «e»
    assert (slip.code, slip.found, slip.proposed) == (
        FindingCode.MIXED_LETTERS,
        "дeлегации",
        "делегации",
    )
    (foreign,) = words.mixed("компания Gаya")  # a Cyrillic «а»
    assert foreign.proposed == "Gaya"
    (neither,) = words.mixed("компания Gяya")
    assert neither.proposed is None
    assert list(words.mixed("IT-компания «GAYA» и гастроли")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ВКС руководства КВС", ["ВКС", "КВС"]),
        ("актёры ТЮЗа им. Б.Кадыкеевой", ["ТЮЗ"]),
        ("Посол РФ в СПб, в ООО «Весна», В.В.Маяковский", []),
        ("организация «ДЖЕТРО»", []),
        ("ЕВРОПА И АЗИЯ", []),
        ("ХХ век, XIX век, проект IT", []),
    ],
)
def test_abbreviations_are_what_is_written_in_capitals(text: str, found: list[str]) -> None:
    assert [slip.found for slip in words.abbreviations(text)] == found


def test_words_that_the_dictionary_lacks_are_found_and_corrected_where_that_is_certain() -> None:
    dictionary = Dictionary(
        перегворы=["переговоры"],
        Маяковског=["Маяковского", "Маяковской"],
        Асадовым=[],
        свщету=[],
    )
    text = "комплекс мероприятий: перегворы с г. Асадовым, библиотека Маяковског, на свщету"
    found = {slip.found: slip for slip in words.misspelled(text, dictionary)}
    assert list(found) == ["перегворы", "Маяковског", "свщету"]
    assert found["перегворы"].proposed == "переговоры"
    assert found["Маяковског"].proposed is None
    assert found["Маяковског"].values["other"] == "Маяковского, Маяковской"


def test_a_text_in_another_language_is_not_told_word_by_word() -> None:
    bulgarian = "среща представители кметството обсъждане общи въпроси"
    dictionary = Dictionary(**{word: ["слово"] for word in bulgarian.split()})
    assert list(words.misspelled(bulgarian, dictionary)) == []
    assert list(
        words.misspelled(f"{bulgarian} на встрече в мэрии города речь шла про спорт", dictionary)
    )


def test_pieces_of_numbers_and_foreign_words_are_not_spelt() -> None:
    dictionary = Dictionary()
    text = (
        "к 75-летию, к 75 - летию, 200 – летия, 116-й, МИД-2, COVIDом, "
        "ёлка, учитель(ница), онлайн-урок"
    )
    list(words.misspelled(text, dictionary))
    assert dictionary.asked == ["летия", "ёлка", "учитель", "онлайн-урок"]


def test_names_of_the_register_are_known_in_all_their_cases() -> None:
    known = KnownWords(["провинция Исфаган", "г. Осака", "Ришон Ле Цион", "инклюзивный", "г-жа"])
    for word in ("Исфаганом", "Осаки", "Осакой", "Циона", "инклюзивной", "инклюзивного", "г-жой"):
        assert word in known
    for word in ("Исфахан", "Осло", "осанка"):
        assert word not in known
