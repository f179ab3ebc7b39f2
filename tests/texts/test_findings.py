"""A finding is a title, a sentence with its values, and a place."""

import pytest

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.texts.findings import FindingText, finding_place, finding_text
from partners_app.texts.language import load_language

VALUES = {
    "text": "31 февраля",
    "reason": "no_such_day",
    "year": "2020",
    "sign": "(",
    "other": "2020-03-02",
    "place": "Япония · г. Осака",
}


def finding(code: FindingCode, **values: str) -> Finding:
    return Finding(code, Severity.WARNING, "event", "uuid", "date", VALUES | values)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_code_has_words_of_its_own(language: str) -> None:
    load_language(language)
    titles = [finding_text(finding(code)).title for code in FindingCode]
    assert len(set(titles)) == len(titles)
    for code in FindingCode:
        title, sentence = finding_text(finding(code))
        assert title
        assert sentence
        assert "%" not in title + sentence


def test_an_unreadable_date_says_why() -> None:
    title, sentence = finding_text(finding(FindingCode.UNREADABLE_DATE))
    assert title == "Дата не читается"
    assert sentence == "«31 февраля»: такого дня нет. Запись сохранена как есть."


def test_a_missing_column_is_called_by_its_name() -> None:
    sentence = finding_text(finding(FindingCode.COLUMN_MISSING, reason="country")).sentence
    assert sentence == "Не найден столбец: страна. Укажите его."


def test_what_a_clerk_typed_is_never_taken_for_a_placeholder() -> None:
    text = finding_text(finding(FindingCode.UNREADABLE_DATE, text="100%2 %1 %5")).sentence
    assert text.startswith("«100%2 %1 %5»: такого")


def test_in_one_line_the_title_ends_with_one_sign() -> None:
    assert FindingText("Нет пробела", "«а,б»").in_one == "Нет пробела. «а,б»"
    assert FindingText("Опечатка?", "«свщету»").in_one == "Опечатка? «свщету»"


def test_the_place_is_said_apart() -> None:
    assert finding_place(finding(FindingCode.NO_BASIS)) == "Япония · г. Осака"
    assert finding_place(Finding(FindingCode.NO_BASIS, Severity.NOTE, "partner", "uuid")) == ""


def test_in_a_workbook_the_place_is_a_sheet_and_a_row() -> None:
    values = {"sheet": "Мероприятия %2", "row": "15", "text": "Пикник", "other": "Вид"}
    refused = Finding(FindingCode.UNKNOWN_WORD, Severity.ERROR, "event", "uuid", "kind", values)
    assert finding_place(refused) == "лист «Мероприятия %2», строка 15"
    assert finding_text(refused) == (
        "Нет в списке",
        "В столбце «Вид» стоит «Пикник»: такого значения в списке нет.",
    )


def test_a_long_text_is_cut_at_a_word() -> None:
    text = finding_text(finding(FindingCode.AGREEMENT_WITHOUT_DATE, text="слово " * 50)).sentence
    assert text.endswith("слово…»")
    assert len(text) < 100
