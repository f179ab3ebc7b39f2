"""The same event, told in other words under another partner, is found; others are not."""

import json
from itertools import combinations

import pytest

from partners_app.domain.event_likeness import (
    ComparedEvent,
    alike,
    dates_touch,
    find_pairs,
    likeness,
)
from partners_app.domain.partial_date import parse_partial_date
from partners_app.paths import database_files

OSAKA = (
    "посещение вице-консулом Японии в СПб г-жой Эцукой Симода СПб ГБУЗ «Детская городская больница "
    "№ 2 Св. Марии Магдалины» (определение возможностей налаживания сотрудничества)."
)
HOKKAIDO = (
    "посещение вице-консулом Генерального консульства Японии в Санкт-Петербурге г-жой Эцука Симода "
    "«Детской городской больницы № 2 Святой Марии Магдалины»."
)


def event(date: str, text: str, key: int = 0) -> ComparedEvent:
    return ComparedEvent(key, parse_partial_date(date, year=2020), text)


def events_of_2020() -> list[tuple[str, ComparedEvent]]:
    seed = json.loads((database_files() / "seed/register-2020.json").read_text(encoding="utf-8"))
    found = [
        (str(partner["city"]), event(item["date_text"], item["text"]))
        for region in seed["regions"]
        for country in region["countries"]
        for partner in country["partners"]
        for item in partner["events"]
    ]
    return [
        (city, ComparedEvent(key, item.date, item.text)) for key, (city, item) in enumerate(found)
    ]


def test_a_visit_told_twice_is_found_whatever_the_endings_and_the_order() -> None:
    assert alike(event("2 октября", OSAKA), event("2 октября", HOKKAIDO))
    assert likeness(OSAKA, HOKKAIDO) == likeness(HOKKAIDO, OSAKA)
    assert likeness(OSAKA, OSAKA.upper().replace("Е", "Ё")) == 100


def test_days_that_do_not_touch_are_two_events() -> None:
    assert not alike(event("2 октября", OSAKA), event("3 октября", HOKKAIDO))
    assert alike(event("В октябре", OSAKA), event("2 октября", HOKKAIDO))
    assert alike(event("", OSAKA), event("2 октября", HOKKAIDO))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("визит делегации", "визит делегации мэрии Осаки во главе с мэром"),
        ("концерт", "выставка"),
        ("", ""),
        ("семинар по экспорту продукции", "открытие памятника Пушкину в Бишкеке"),
    ],
)
def test_short_or_different_texts_are_not_alike(first: str, second: str) -> None:
    assert not alike(event("2 октября", first), event("2 октября", second))


def test_short_texts_are_one_event_when_all_words_are_equal() -> None:
    assert alike(event("2 октября", "Визит делегации."), event("2 октября", "визит делегации"))


def test_the_2020_report_tells_one_visit_under_osaka_and_hokkaido() -> None:
    events = events_of_2020()
    cities = [city for city, _ in events]
    pairs = {(cities[one], cities[two]) for one, two in find_pairs([item for _, item in events])}
    assert ("г. Осака", "провинция Хоккайдо") in pairs
    assert len(pairs) <= 2  # «Масленица» in Турку and in Загреб has nearly the same words


def test_the_quick_way_finds_what_comparing_all_with_all_finds() -> None:
    events = [item for _, item in events_of_2020()]
    quick = find_pairs(events)
    slow = {two.key for one, two in combinations(events, 2) if alike(one, two)}
    assert {later for _, later in quick} == slow


def test_many_equal_events_do_not_make_the_search_endless() -> None:
    events = [event("2 октября", OSAKA, key) for key in range(2000)]
    pairs = find_pairs(events)
    assert len(pairs) == 1999
    assert {later for _, later in pairs} == set(range(1, 2000))


def test_a_date_that_nobody_can_read_touches_every_other() -> None:
    unreadable = parse_partial_date("31 ноября", year=2020)
    assert dates_touch(unreadable, parse_partial_date("1 мая", year=2020))
