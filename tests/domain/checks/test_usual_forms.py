"""Numbers with endings, names of states: one usual form each."""

import pytest

from partners_app.domain.checks import usual_forms
from partners_app.domain.findings import FindingCode


@pytest.mark.parametrize(
    ("text", "found", "usual", "certain"),
    [
        ("посвященный 75-ой годовщине", "75-ой", "75-й", True),
        ("на 4-ому месте", "4-ому", "4-му", True),
        ("на 2020-2023 гг", "гг", "гг.", True),
        ("программа 2020г", "2020г", "2020г.", True),
        ("in the age of COVID 19", "COVID 19", "COVID-19", True),
        ("направления IT-Технологий", "IT-Технологий", "IT-технологий", True),
        ("в области промышленности на 2020.", "на 2020", "на 2020 г.", False),
        ("в онлайн формате", "онлайн формате", "онлайн-формате", False),
        ("Российско-Китайское сотрудничество", "Российско-Китайское", "Российско-китайское", False),
    ],
)
def test_an_unusual_form_is_found(text: str, found: str, usual: str, certain: bool) -> None:
    (slip,) = usual_forms.usual_forms(text)
    assert (slip.code, slip.found, slip.values["other"]) == (FindingCode.USUAL_FORM, found, usual)
    assert text[slip.at : slip.at + len(found)] == found
    assert slip.proposed == (usual if certain else None)


@pytest.mark.parametrize(
    "text",
    [
        "к 75-летию, 116-й годовщине и 2-е заседание",
        "на 2020-2023 гг. и на 2020 г.",
        "онлайн-концерт прошёл онлайн в мэрии",
        "COVID-19 и IT-компании",
        "российско-китайское общество, Ханты-Мансийск",
        "участие 2020 чел., всего на 2020 рублей",
        "передано 15кг медикаментов, 15г и 500 г препарата",
        "в режиме онлайн состоялась встреча, в формате онлайн между городами",
        "конкурс «IT-Планета» и олимпиада «Молодая IT-Планета»",
    ],
)
def test_a_usual_form_is_left_alone(text: str) -> None:
    assert list(usual_forms.usual_forms(text)) == []


def test_the_peoples_republic_is_called_by_its_name() -> None:
    text = "Народным Правительством Пекина Китайской Республики"
    (slip,) = usual_forms.state_names(text, "Китай")
    assert slip.code is FindingCode.STATE_NAME
    assert slip.proposed == "Китайской Народной Республики"
    assert list(usual_forms.state_names(text, "Япония")) == []
    assert list(usual_forms.state_names("Китайской Народной Республики", "Китай")) == []


@pytest.mark.parametrize(
    ("country", "text", "found"),
    [
        ("Белоруссия", "Министерством экономики Республики Беларусь", ["Республики Беларусь"]),
        ("Белоруссия", "(Республика Белоруссия)", ["Республика Белоруссия"]),
        ("Киргизия", "между Республикой Кыргызстан и Киргизией", ["Республикой Кыргызстан"]),
        ("Молдова", "в Молдавии и снова в Молдавии", ["Молдавии"]),
        ("Республика Корея", "компаний Р. Корея и Южной Кореи", ["Р. Корея", "Южной Кореи"]),
        ("Республика Корея", "с Послом Республики Корея", []),
        ("Белоруссия", "концерты для детей в Белоруссии", []),
        ("Нидерланды", "остров «Новая Голландия», на Новой Голландии", []),
        ("Нидерланды", "гости из Голландии", ["Голландии"]),
        ("Италия", "мэрией г. Милана Итальянской Республики", []),
        ("Австрия", "делегация из Молдавии", []),
    ],
)
def test_a_country_is_called_as_in_the_table(country: str, text: str, found: list[str]) -> None:
    assert [slip.found for slip in usual_forms.state_names(text, country)] == found


def test_a_partner_is_called_as_in_the_table() -> None:
    others = ("Мумбаи", "Бомбей")
    text = "с мэром г. Мумбаи (бывший Бомбей)"
    (slip,) = usual_forms.other_names(text, "Мумбай (Бомбей)", others)
    assert (slip.found, slip.values["other"]) == ("Мумбаи", "Мумбай (Бомбей)")


def test_another_name_is_looked_for_as_whole_words_and_told_once() -> None:
    others = ("Эдо", "Ямагата", "префектура Ямагата")
    (slip,) = usual_forms.other_names("Эдоардо и префектура Ямагата", "Токио", others)
    assert slip.found == "префектура Ямагата"
