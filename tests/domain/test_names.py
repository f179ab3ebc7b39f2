"""Names meet whatever the keyboard made of them, and slips that an eye misses are seen."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.names import (
    fold,
    fold_text,
    mixed_scripts,
    partner_kind,
    similarity,
    unpaired,
)
from partners_app.domain.vocabulary import PartnerKind
from partners_app.paths import database_files


def _countries_of_2020() -> list[dict[str, Any]]:
    seed = database_files() / "seed" / "register-2020.json"
    register = json.loads(seed.read_text(encoding="utf-8"))
    return [country for region in register["regions"] for country in region["countries"]]


def _texts_of_2020() -> list[tuple[str, str]]:
    """List every text of the report as the partner it stands under and the text."""
    texts = []
    for country in _countries_of_2020():
        for partner in country["partners"]:
            name = partner["city"] or country["name"]
            bases = [agreement["basis"] or "" for agreement in partner["agreements"]]
            events = [event["text"] for event in partner["events"]]
            texts += [(name, text) for text in [country["name"], name, *bases, *events]]
    return texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("г.Турин", "Турин"),
        ("г.  Хайфа", "г. Хайфа"),
        ("г.\u00a0Милан", "МИЛАН"),
        ("Ришон Ле Цион", "Ришон ле-Цион"),
        ("Нур-Султан", "нур – султан"),
        ("Нур‑Султан", "Нур−Султан"),
        ("провинция Исфаган", "Исфаган"),
        ("пров. Сычуань", "провинция Сычуань"),
        ("Орёл", "Opeл"),
        ("Орëл", "Орел"),
        ("Хёндэ", "Хендэ"),
        ("Баку", "Бaкy"),
        ("ТУРКУ", "TYPKY"),
        ("«Альбертина»", '"Альбертина"'),
        ("Мумбай (Бомбей)", "Мумбай [Бомбей]"),
        ("Кот-д’Ивуар", "Кот д'Ивуар"),
        ("Маи\u0306кл", "Майкл"),
        ("за\u0301мок", "замок"),
        ("Санкт\u00ad-Петер\u00adбург", "Санкт-Петербург"),
        ("Сюхуэй, г. Шанхай", "Сюхуэй г.Шанхай"),
    ],
)
def test_two_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""
    assert similarity(one, other) == 100.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Пловдив", "Пловдивская обл."),
        ("Киргизия", "Кыргызстан"),
        ("Осака", "Ош"),
        ("Гродно", "г. Родно"),
        ("Провинция", "г."),
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert similarity(one, other) < 100.0


def test_all_countries_and_cities_of_2020_stay_apart() -> None:
    countries = [country["name"] for country in _countries_of_2020()]
    cities = [
        partner["city"]
        for country in _countries_of_2020()
        for partner in country["partners"]
        if partner["city"]
    ]
    assert (len(countries), len(cities)) == (30, 43)
    for names in (countries, cities):
        assert len({fold(name) for name in names}) == len(names)


def test_a_text_folds_to_its_words_and_loses_none() -> None:
    text = "3-е заседание: «Ёлка» (г. Хошимин),\nпровинция\u00a0Кханьхоа; COVID-19 – ВКС"
    assert fold_text(text) == (
        "3 е заседание елка г хошимин провинция кханьхоа соvid 19 вкс".replace("h", "н")
    )
    assert fold_text("СOVID") == fold_text("covid") == fold_text("Covid")


@given(st.one_of(st.text(), st.text("гГ. ёЁëеeЕпровинцияABCHKху\u0306\u0308\u0301-–«»'ßİǅ№ﬁ")))
def test_folding_twice_changes_nothing(text: str) -> None:
    for folding in (fold, fold_text):
        once = folding(text)
        assert folding(once) == once
        assert once == " ".join(once.split())


@given(st.text(), st.text())
def test_similarity_is_a_share_and_has_no_direction(one: str, other: str) -> None:
    assert 0.0 <= similarity(one, other) == similarity(other, one) <= 100.0
    assert similarity(one, one) == 100.0


def test_a_misspelt_name_is_closer_to_its_own_than_to_another() -> None:
    assert similarity("Роттердам", "г. Ротердам") > 90.0
    assert similarity("Роттердам", "Антверпен") < 60.0


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (None, PartnerKind.COUNTRY),
        (" ", PartnerKind.COUNTRY),
        ("г. Осака", PartnerKind.CITY),
        ("Мумбай (Бомбей)", PartnerKind.CITY),
        ("Районгвон", PartnerKind.CITY),
        ("Автоград", PartnerKind.CITY),
        ("Ришон и Цион", PartnerKind.SEVERAL),
        ("г. Хайфон и провинция Кханьхоа", PartnerKind.SEVERAL),
        ("Пловдивская обл.", PartnerKind.REGION),
        ("Брестская область", PartnerKind.REGION),
        ("провинция Сычуань", PartnerKind.REGION),
        ("пров. Сычуань", PartnerKind.REGION),
        ("Префектура Ямагата", PartnerKind.REGION),
        ("АТО Гагаузия", PartnerKind.AUTONOMY),
        ("Муниципальный район Сюхуэй, г. Шанхай", PartnerKind.DISTRICT),
    ],
)
def test_the_kind_of_a_partner_is_told_by_its_name(name: str | None, kind: PartnerKind) -> None:
    assert partner_kind(name) is kind


def test_the_kinds_of_the_2020_report() -> None:
    kinds = [
        partner_kind(partner["city"])
        for country in _countries_of_2020()
        for partner in country["partners"]
    ]
    assert len(kinds) == 52
    assert {kind: kinds.count(kind) for kind in PartnerKind} == {
        PartnerKind.CITY: 36,
        PartnerKind.REGION: 4,
        PartnerKind.DISTRICT: 1,
        PartnerKind.AUTONOMY: 1,
        PartnerKind.COUNTRY: 9,
        PartnerKind.SEVERAL: 1,
    }


def test_a_word_of_two_alphabets_is_seen() -> None:
    assert mixed_scripts("Cоглашение о cотрудничестве, IT-Технологий, ВКС, COVID-19") == [
        "Cоглашение",
        "cотрудничестве",
    ]
    assert mixed_scripts("Прoтокол_Minsk Маи\u0306") == ["Прoтокол"]
    assert [word for _, text in _texts_of_2020() for word in mixed_scripts(text)] == []


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("", []),
        ("визит (переговоры [«Альбертина»])", []),
        ("(без конца", [(0, "(")]),
        ("конец)", [(5, ")")]),
        ("Театром-фестивалем «Балтийский Дом»", []),
        ("«Театром-фестивалем «Балтийский Дом»", [(0, "«")]),
        ("«в Санкт-Петербурге»)»", [(20, ")"), (21, "»")]),
        ('"Дом" и "мир', [(8, '"')]),
        ("„дом“ и “дом”", []),
        ("„дом” и “дом", [(8, "“")]),
        ("дом”", [(3, "”")]),
        ("1) визит;\n2) приём;\nа) отъезд", []),
        ("визит 1)", [(7, ")")]),
        ("обсуждены 1) туризм, 2) транспорт, 3) культура", []),
        ("обсудили а) туризм, б) спорт (в том числе хоккей)", []),
        ("в составе 3) и 5) групп", [(11, ")"), (16, ")")]),
        ("1) визит (группа 2) и приём, 2) отъезд", []),
        ("приём (зал № 1) и концерт", []),
        ("приём (зал 1) и концерт (зал 2) вечером", []),
        ("][", [(0, "]"), (1, "[")]),
    ],
)
def test_brackets_and_quotes_without_a_partner_are_found(
    text: str, alone: list[tuple[int, str]]
) -> None:
    assert unpaired(text) == alone


def test_the_unpaired_marks_of_the_2020_report_are_those_of_its_list_of_slips() -> None:
    found = [(name, char) for name, text in _texts_of_2020() for _, char in unpaired(text)]
    assert found == [
        ("Республика Сербская Боснии и Герцеговины", "("),
        ("Республика Сербская Боснии и Герцеговины", "("),
        ("г. Хайфон и провинция Кханьхоа", "("),
        ("г. Осака", "»"),
        ("провинция Хоккайдо", "("),
        ("провинция Хоккайдо", "("),
        ("Белоруссия", "«"),
        ("АТО Гагаузия", "("),
    ]


@given(st.text('«»()[]„“”"1а \n;'))
def test_pairing_points_at_marks_of_the_text_in_order(text: str) -> None:
    found = unpaired(text)
    assert found == sorted(found)
    assert all(text[place] == char for place, char in found)
    without = "".join(c for i, c in enumerate(text) if i not in {place for place, _ in found})
    for opening, closing in ("«»", "[]"):
        assert without.count(opening) == without.count(closing)


@given(st.text(alphabet=st.sampled_from([*map(chr, range(32, 127)), *"АЯаяЁё«»–—йъ\n"])))
def test_an_ordinary_text_is_folded_as_any_other(text: str) -> None:
    assert fold_text(text) == fold_text(text + "\N{ZERO WIDTH SPACE}")
