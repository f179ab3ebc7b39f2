"""Signs and spaces: what a clerk mistyped is found, what is right is left alone."""

import pytest

from partners_app.domain.checks import punctuation
from partners_app.domain.checks.checked import Slip
from partners_app.domain.findings import FindingCode

SPACE, NEEDLESS = FindingCode.SPACE_MISSING, FindingCode.SPACE_NEEDLESS
SIGN, DASH = FindingCode.SIGN_NEEDLESS, FindingCode.DASH


def corrected(text: str, slip: Slip) -> str | None:
    assert text[slip.at : slip.at + len(slip.found)] == slip.found
    if slip.proposed is None:
        return None
    return text[: slip.at] + slip.proposed + text[slip.at + len(slip.found) :]


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        ("технической,экологической", SPACE, "технической, экологической"),
        ("«Дом»,концерт", SPACE, "«Дом», концерт"),
        ("мэрии г.Бергамо", SPACE, "мэрии г. Бергамо"),
        ("г.Турин", SPACE, "г. Турин"),
        ("визит мэра.Затем приём", SPACE, "визит мэра. Затем приём"),
        ("визит(переговоры)", SPACE, "визит (переговоры)"),
        ("фильм«Таня»", SPACE, "фильм «Таня»"),
        ("мэрии  г. Хайфа", NEEDLESS, "мэрии г. Хайфа"),
        ("встреча , приём", NEEDLESS, "встреча, приём"),
        ("встреча  , приём", NEEDLESS, "встреча, приём"),
        ("приём (  в мэрии)", NEEDLESS, "приём (в мэрии)"),
        ("концерт, , выставка", SIGN, "концерт, выставка"),
        ("приём ( в мэрии)", NEEDLESS, "приём (в мэрии)"),
        ("писателя, (объявлены победители)", SIGN, "писателя (объявлены победители)"),
        ("обмена. (направление молодежи)", SIGN, None),
        ("концерт,, выставка", SIGN, "концерт, выставка"),
        ("приём.. Визит", SIGN, "приём. Визит"),
        ("научно - технической", DASH, "научно-технической"),
        ("Москва - столица", DASH, None),
        ("семинар - совещание", DASH, None),
        ("выставка «ИННОПРОМ - 2020»", DASH, None),
        ("«Зенит» - «Порту»", DASH, "«Зенит» – «Порту»"),
        ("приём в 2020 г. - визит", DASH, "приём в 2020 г. – визит"),
        ("посвящённая 75 - летию Победы", DASH, "посвящённая 75-летию Победы"),
        ("посвящённая 75 –летию Победы", DASH, "посвящённая 75-летию Победы"),
        ("встреча с вице - губернатором", DASH, "встреча с вице-губернатором"),
        ("визит в Санкт - Петербург", DASH, "визит в Санкт-Петербург"),
        ("вузы северо - западного региона", DASH, "вузы северо-западного региона"),
        ("на просп.Мира", SPACE, "на просп. Мира"),
        ("на 2019- 2021 гг.", DASH, "на 2019-2021 гг."),
        ("слово- слово", DASH, None),
        ("слово -слово", DASH, None),
        ("октября– концерт", DASH, "октября – концерт"),
        ("ноября –День", DASH, "ноября – День"),
    ],
)
def test_a_slip_is_found_at_its_place_and_corrected(
    text: str, code: FindingCode, right: str | None
) -> None:
    (slip,) = punctuation.punctuation(text)
    assert slip.code is code
    assert corrected(text, slip) == right


@pytest.mark.parametrize(
    "text",
    [
        "торгово-экономической, научно-технической и иных областях",
        "им. А.С.Пушкина и В.В. Маяковского",
        "10 чел. (в том числе 5 врачей), на 2018-2021 гг. (продлено)",
        "торгово- и научно-технический",
        "Россия – Финляндия: 10,5 % и 2018–2021, в 10:30",
        "документ(ы) на русском языке…",
        "школьник(-ца) и воспитатель(ница) года",
        "обсуждались (а) обмен опытом, (б) стажировки; (в) туризм",
        "выставка «Что дальше?..» и концерт «Ура!..»",
        "поставлено 10 шт. (по запросу города)",
        "приём в 2020 г. – визит",
        "1) визит; 2) приём",
        "скидка -5 %",
        "город Осака (префектура Осака, Япония)!",
        "первая строка\nвторая строка",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert list(punctuation.punctuation(text)) == []


@pytest.mark.parametrize("text", ["•1-4 марта", "– визит", "- визит делегации", "* приём"])
def test_a_mark_of_a_list_in_front_is_found(text: str) -> None:
    (slip,) = punctuation.leading_mark(text)
    assert corrected(text, slip) in ("1-4 марта", "визит", "визит делегации", "приём")


def test_a_number_or_a_lonely_dash_in_front_is_no_mark() -> None:
    assert list(punctuation.leading_mark("-5 градусов")) == []
    assert list(punctuation.leading_mark("–")) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("концерт в Загребе", "концерт в Загребе."),
        ("концерт (Загреб)", "концерт (Загреб)."),
        ("концерт «Весна»", "концерт «Весна»."),
        ("концерт,", None),
    ],
)
def test_an_event_ends_with_a_stop(text: str, right: str | None) -> None:
    (slip,) = punctuation.event_end(text)
    assert corrected(text, slip) == right


@pytest.mark.parametrize("text", ["концерт.", "«Кто?»", "приём (в Загребе.)", "и так далее…", ""])
def test_an_ended_text_is_left_alone(text: str) -> None:
    assert list(punctuation.event_end(text)) == []


def test_a_title_ends_without_one() -> None:
    for title in ("Протокол о дружбе.", "Соглашение (2018 год)."):
        (slip,) = punctuation.title_end(title)
        assert corrected(title, slip) == title[:-1]
    for title in ("План на 2018-2021 гг.", "Соглашение с Пловдивской обл.", "Протокол"):
        assert list(punctuation.title_end(title)) == []
    for title in ("Соглашение, подписанное Ивановым И.И.", "Протокол с компанией Nova Ltd."):
        assert list(punctuation.title_end(title)) == []


def test_a_span_of_days_is_written_with_a_dash() -> None:
    (slip,) = punctuation.span_dash("29 января - 4 февраля")
    assert corrected("29 января - 4 февраля", slip) == "29 января – 4 февраля"
    for right in ("29 января – 4 февраля", "20-22 февраля", "Январь-декабрь"):
        assert list(punctuation.span_dash(right)) == []
