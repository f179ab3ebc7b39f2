"""The Russian dictionary is there and knows its words, and younger words are known beside it."""

import pytest

from partners_app.exchange.spelling import spelling


@pytest.mark.parametrize(
    "word",
    [
        *("мероприятий", "переговоры", "торгово-экономической", "трёх", "посвященной"),
        *("вебинаров", "инклюзивной", "г-жой", "конвоях", "коронавирусу", "хокимиятом", "сакур"),
        *("кейтеринга", "соорганизаторы", "турпотока", "Минздравом", "Пискарёвском"),
        *("транспортно-логистического", "бизнес-омбудсмену", "смарт-сити"),
        *("Санкт-Петербурга", "Онлайн-концерт", "Загребе"),
    ],
)
def test_a_right_word_is_known(word: str) -> None:
    assert spelling.knows(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("меропритяий", ["мероприятий"]),
        ("перегворы", ["переговоры"]),
        ("реализщации", ["реализации"]),
        ("Маяковског", ["Маяковского"]),
        ("Манчжурии", ["Маньчжурии"]),
        ("свщету", []),
        ("транспортно-логистичиского", []),
    ],
)
def test_of_a_wrong_one_the_right_word_is_offered(word: str, meant: list[str]) -> None:
    assert not spelling.knows(word)
    assert list(spelling.meant(word))[: len(meant)] == meant
    assert bool(spelling.meant(word)) == bool(meant)


@pytest.mark.parametrize("name", ["Макарова", "Костич", "Вармой", "Лукина", "Асадовым"])
def test_a_name_with_another_letter_is_another_name(name: str) -> None:
    assert not spelling.meant(name)
