"""The slips of the 2020 table, one by one: each is found, or it is said why it cannot be seen.

The rows are those of the list that was made when the table was transcribed.
"""

import pytest

from partners_app.domain.findings import Finding, FindingCode
from partners_app.services import accepting, checking, lexicon, sample
from partners_app.services.register import Register

YEAR = 2020

# What the source says, where, the code it is found under, and what of it is pointed at.
FOUND = [
    ("В.В.Маяковског,", "17 августа", FindingCode.MISSPELLED, "Маяковског"),
    ("Сами на свщету", "4 марта", FindingCode.MISSPELLED, "свщету"),
    ("меропритяий", "28 февраля - 1 марта", FindingCode.MISSPELLED, "меропритяий"),
    ("перегворы", "7 октября", FindingCode.MISSPELLED, "перегворы"),
    ("Манчжурии", "3 марта", FindingCode.MISSPELLED, "Манчжурии"),
    ("реализщации", "В течение года", FindingCode.MISSPELLED, "реализщации"),
    ("на 2020.", "В 2020 г.", FindingCode.USUAL_FORM, "на 2020"),
    ("Китайской Республики", "август 2017 г.", FindingCode.STATE_NAME, "Китайской Республики"),
    ("Китайской Республики", "11.06.2009", FindingCode.STATE_NAME, "Китайской Республики"),
    ("технической,экологической", "21.03.2016", FindingCode.SPACE_MISSING, ","),
    ("2019- 2021", "июнь 2017 г.", FindingCode.DASH, "- "),
    ("обмена. (направление", "3 марта", FindingCode.SIGN_NEEDLESS, "."),
    ("писателя», (объявлены", "4 марта", FindingCode.SIGN_NEEDLESS, ","),
    ("научно - технической", "21.06.2012", FindingCode.DASH, " - "),
    ("г.Турин", "г.Турин", FindingCode.SPACE_MISSING, "г."),
    ("г.Бергамо", "14 сентября", FindingCode.SPACE_MISSING, "г."),
    ("COVID 19", "20 ноября", FindingCode.USUAL_FORM, "COVID 19"),
    ("онлайн концерт", "20 июля", FindingCode.USUAL_FORM, "онлайн концерт"),
    ("онлайн переговоры", "10 декабря", FindingCode.USUAL_FORM, "онлайн переговоры"),
    ("онлайн формате", "16-27 ноября", FindingCode.USUAL_FORM, "онлайн формате"),
    ("75-ой годовщине", "9 августа", FindingCode.USUAL_FORM, "75-ой"),
    ("2020-2023 гг", "1-4 марта", FindingCode.USUAL_FORM, "гг"),
    ("Российско-Китайское", "15 октября", FindingCode.USUAL_FORM, "Российско-Китайское"),
    ("IT-Технологий", "9-10 февраля", FindingCode.USUAL_FORM, "IT-Технологий"),
    ("(", "3 марта", FindingCode.UNPAIRED_SIGN, "("),
    ("(", "4 марта", FindingCode.UNPAIRED_SIGN, "("),
    ("(", "8 октября", FindingCode.UNPAIRED_SIGN, "("),
    ("(", "21-23 января", FindingCode.UNPAIRED_SIGN, "("),
    ("(", "10 декабря", FindingCode.UNPAIRED_SIGN, "("),
    ("(", "12 декабря", FindingCode.UNPAIRED_SIGN, "("),
    ("»", "29 октября", FindingCode.UNPAIRED_SIGN, "»"),
    ("«Театром-фестивалем", "8 января", FindingCode.UNPAIRED_SIGN, "«"),
    ("Роттердамом.", "15.06.1984", FindingCode.TITLE_STOP, "Роттердамом."),
    ("(2018 год).", "Загреб", FindingCode.TITLE_STOP, "год)."),
    ("29 января - 4 февраля", "29 января - 4 февраля", FindingCode.DASH, " - "),
    ("25 января - 8 февраля", "25 января - 8 февраля", FindingCode.DASH, " - "),
    ("31 января - 10 февраля", "31 января - 10 февраля", FindingCode.DASH, " - "),
    ("28 февраля - 1 марта", "28 февраля - 1 марта", FindingCode.DASH, " - "),
    ("Республики Беларусь", "20.06.1995", FindingCode.NAME_VARIANT, "Республики Беларусь"),
    ("Республика Белоруссия", "06.06.2000", FindingCode.NAME_VARIANT, "Республика Белоруссия"),
    ("Кыргызской Республики", "20.02.2004", FindingCode.NAME_VARIANT, "Кыргызской Республики"),
    ("Республикой Кыргызстан", "30.05.1993", FindingCode.NAME_VARIANT, "Республикой Кыргызстан"),
    ("Молдавии", "6 июля", FindingCode.NAME_VARIANT, "Молдавии"),
    ("Мумбаи", "7 октября", FindingCode.NAME_VARIANT, "Мумбаи"),
    ("Ришон ле-Цион", "В течение года", FindingCode.NAME_VARIANT, "Ришон ле-Цион"),
    ("Р. Корея", "26 марта", FindingCode.NAME_VARIANT, "Р. Корея"),
    ("Южной Кореи", "30 октября", FindingCode.NAME_VARIANT, "Южной Кореи"),
    ("префектура Ямагата", "16 апреля", FindingCode.NAME_VARIANT, "префектура Ямагата"),
    ("ИОГВ", "15 июня", FindingCode.ABBREVIATION_UNEXPLAINED, "ИОГВ"),
    ("КВС", "15 октября", FindingCode.ABBREVIATION_UNEXPLAINED, "КВС"),
    ("КППИТ", "20 января", FindingCode.ABBREVIATION_UNEXPLAINED, "КППИТ"),
    ("ГК", "23 июня", FindingCode.ABBREVIATION_UNEXPLAINED, "ГК"),
]

_A_WORD = "each word of it is a word of the dictionary: it takes a reader"
_NOT_KEPT = "the register keeps date and text apart and prints «дата – текст» itself"
_NAMES = "both may be right: nobody has told the register that they are one"
CANNOT_BE_SEEN = {
    "Муниципалитет. Будапешта": _A_WORD,
    "Пьетра Метастазио": "a foreign name with another letter is another name",
    "Соглашения между Правительством": _A_WORD,
    "Венок для Тренетовой": "a name that no dictionary has",
    "открытие выставка": _A_WORD,
    "отношенный": _A_WORD,
    "с целю": _A_WORD,
    "и сопровождение обучающихся": _A_WORD,
    "проекта совместного проекта": _A_WORD,
    "о сотрудничестве между … о сотрудничестве": _A_WORD,
    "с руководством компании «Вихури рус» и «Вилаконе»": _A_WORD,
    "погибших в бое при Чемульпо": _A_WORD,
    "между ГБОУ … и Старшей школы": _A_WORD,
    "подготовленной Министерством": _A_WORD,
    "г-жой Эцука Симода": _A_WORD,
    "17 августа  – открытие": _NOT_KEPT,
    "8 октября– онлайн-концерт": _NOT_KEPT,
    "24 ноября –День": _NOT_KEPT,
    "29 октября - заседание": _NOT_KEPT,
    "9 ноября - заседание": _NOT_KEPT,
    "12 ноября - заседание": _NOT_KEPT,
    "•1-4 марта": "the bullet is left out when a table is taken in, which the import says",
    "г.  Хайфа": "two spaces are joined when a text is taken in",
    "и + U+0306": "letters are composed when a text is taken in",
    "Almaty investment Forum": "foreign words are not spelt",
    "Пусана / Пусан": _NAMES,
    "«GAYA» / «GAIA»": _NAMES,
    "Хёндэ / Хендэ": "«ё» and «е» are one letter to the dictionary and to the search",
    "Святой Марии Магдалины / Св. Марии Магдалины": _NAMES,
    "префектуры Хоккайдо": "other names of a city are looked for as they are entered, in no case",
    "Санкт-Петербург / СПб / Ленинград": "each is right in its place",
    "г. Шанхай / Шанхай": "the table of 2020 has both, and the search folds «г.»",
}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return sample.create(tmp_path_factory.mktemp("sample") / "r.partners", author="Проверка")


@pytest.fixture(scope="module")
def findings(register: Register) -> list[Finding]:
    return checking.check_all(register, YEAR)


@pytest.mark.parametrize(("source", "place", "code", "fragment"), FOUND)
def test_a_slip_of_the_list_is_found(
    findings: list[Finding], source: str, place: str, code: FindingCode, fragment: str
) -> None:
    found = [
        finding
        for finding in findings
        if finding.code is code
        and finding.values["found"] == fragment
        and place in finding.values["place"].split(" · ")
    ]
    assert found, source
    assert all(finding.record and finding.field for finding in found)


def test_what_cannot_be_seen_is_not_claimed(findings: list[Finding]) -> None:
    pointed_at = {finding.values.get("found", "") for finding in findings}
    assert not pointed_at & {"отношенный", "целю", "Пьетра", "Тренетовой", "Муниципалитет."}
    assert all(CANNOT_BE_SEEN.values())


def test_what_the_table_says_of_documents_and_order(findings: list[Finding]) -> None:
    def places(code: FindingCode) -> list[str]:
        return [finding.values["place"] for finding in findings if finding.code is code]

    assert "Бельгия · г. Антверпен · 9-10 февраля" in places(FindingCode.SIGNING_UNRECORDED)
    assert "Туркменистан · В 2020 г." in places(FindingCode.SIGNING_UNRECORDED)
    assert places(FindingCode.AGREEMENT_WITHOUT_DATE) == ["Хорватия · Загреб"]
    assert places(FindingCode.NO_BASIS) == ["Япония · Ямагата"]
    assert places(FindingCode.OUT_OF_ORDER) == [
        "Республика Корея · Сеул · 11 февраля",
        "Япония · г. Осака · 12 ноября",
    ]
    assert sorted(places(FindingCode.ENTERED_TWICE)) == [
        "Хорватия · Загреб · 28 февраля – 1 марта",
        "Япония · провинция Хоккайдо · 2 октября",
    ]
    # Ten texts end without a stop; the tenth with «гг», which is told as that.
    assert len(places(FindingCode.NO_FINAL_STOP)) == 9


def test_spelling_tells_true_slips_only(findings: list[Finding]) -> None:
    words = [item.values["found"] for item in findings if item.code is FindingCode.MISSPELLED]
    assert sorted(words) == sorted(
        ["Маяковског", "свщету", "меропритяий", "перегворы", "Манчжурии", "реализщации"]
    )


def test_each_abbreviation_is_told_once_until_the_glossary_has_it(register: Register) -> None:
    def told() -> list[str]:
        return [
            finding.values["found"]
            for finding in checking.check(register, YEAR)
            if finding.code is FindingCode.ABBREVIATION_UNEXPLAINED
        ]

    before = told()
    assert len(set(before)) == len(before)
    lexicon.set_abbreviation(register, "КВС", "Комитет по внешним связям")
    assert told() == [short for short in before if short != "КВС"]
    register.undo()
    assert told() == before


def test_a_word_that_is_right_is_remembered_in_all_its_forms(register: Register) -> None:
    def misspelled() -> list[str]:
        found = checking.check(register, YEAR)
        return [item.values["found"] for item in found if item.code is FindingCode.MISSPELLED]

    lexicon.add_words(register, ["свщет"])
    assert "свщету" not in misspelled()
    register.undo()
    assert "свщету" in misspelled()


def test_a_word_accepted_in_one_place_is_told_in_the_others(register: Register) -> None:
    found = checking.check(register, YEAR)
    dash = [item for item in found if item.code is FindingCode.DASH]
    accepting.accept(register, dash[0], "так в приказе")
    left = [item for item in checking.check(register, YEAR) if item.code is FindingCode.DASH]
    assert left == dash[1:]
    register.undo()
