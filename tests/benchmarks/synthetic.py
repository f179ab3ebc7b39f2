"""A made-up register of any size: 40 countries, 200 cities, N events of one year."""

import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from partners_app.domain.partial_date import parse_partial_date
from partners_app.domain.records import (
    Country,
    Event,
    EventLink,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.vocabulary import EventFormat, EventKind, PartnerKind
from partners_app.services.register import Register

YEAR = 2020
COUNTRIES = 40
CITIES = 200
_GAP = 1024
_SHORTEST, _LONGEST = 200, 600
"""Characters of an event's text, as in the report of 2020."""
_CONSONANTS = "вгдзклмнпрстфхчш"
_VOWELS = "аеиоуюя"
_MONTHS = ("января", "марта", "апреля", "июня", "июля", "сентября", "октября", "декабря")
RARE_WORD = "кайдзен"
"""Stands in one event of a thousand."""


def content(events: int) -> RegisterContent:
    """Return a register with ``events`` events; the same at every call."""
    chance = random.Random(events)
    numbers = count(1)

    def new() -> tuple[int, str]:
        number = next(numbers)
        return -number, f"{number:032x}"

    words = [_word(chance) for _ in range(4000)]
    regions = tuple(
        Region(*new(), name, name.upper(), (place + 1) * _GAP)
        for place, name in enumerate(("Европа", "Азия", "СНГ"))
    )
    countries = tuple(
        Country(*new(), regions[place % 3].id, f"Страна {place + 1}", (place + 1) * _GAP)
        for place in range(COUNTRIES)
    )
    cities = tuple(
        Partner(
            *new(),
            countries[place % COUNTRIES].id,
            PartnerKind.CITY,
            f"г. {words[place].capitalize()} {place + 1}",
            (place + 1) * _GAP,
        )
        for place in range(CITIES)
    )
    kinds, forms = [*EventKind, None], [*EventFormat, None]
    made = tuple(
        Event(
            *new(),
            YEAR,
            parse_partial_date(f"{chance.randint(1, 28)} {chance.choice(_MONTHS)}", year=YEAR),
            _text(chance, words, number),
            (EventLink(*new(), cities[number % CITIES].id, None, (number + 1) * _GAP),),
            chance.choice(kinds),
            chance.choice(forms),
        )
        for number in range(events)
    )
    return RegisterContent("Партнёры", regions, countries, cities, (), made)


def _word(chance: random.Random) -> str:
    pairs = range(chance.randint(2, 5))
    return "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in pairs)


def _text(chance: random.Random, words: list[str], number: int) -> str:
    wanted = chance.randint(_SHORTEST, _LONGEST)
    return " ".join(_words_up_to(wanted, chance, words, number % 1000 == 0))


def _words_up_to(wanted: int, chance: random.Random, words: list[str], rare: bool) -> Iterator[str]:
    length = 0
    if rare:
        yield RARE_WORD
    while length < wanted:
        word = chance.choice(words)
        length += len(word) + 1
        yield word


def register_of(events: int, folder: Path) -> Path:
    """Return the file of a register with that many events; it is made once and kept."""
    path = folder / f"{events}.partners"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        Register.create(path, author="Стенд", content=content(events)).close()
    return path
