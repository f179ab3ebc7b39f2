"""The heads and words that colleagues write are known, whatever their order and endings."""

import pytest

from partners_app.domain.column_mapping import TableField, TableSubject
from partners_app.domain.vocabulary import EventFormat
from partners_app.exchange.flat_heads import PHRASES, folded_head, head_key, meaning_of_head
from partners_app.exchange.flat_words import WORDS, member_said, yes_or_no_said


def test_no_head_is_said_to_mean_two_things() -> None:
    meanings: dict[frozenset[str], object] = {}
    for phrase, meaning in PHRASES:
        key = head_key(phrase)
        assert key, phrase
        assert meanings.setdefault(key, meaning) == meaning, phrase


def test_every_field_has_a_head_in_russian_and_in_english() -> None:
    told_by_order = {TableField.COUNTRY_THEN_PARTNER, TableField.PARTNER_THEN_COUNTRY}
    for language in (str.isascii, lambda phrase: not phrase.isascii()):
        found = {
            field for phrase, meaning in PHRASES if language(phrase) for field in meaning.values()
        }
        assert set(TableField) - found == {TableField.UNKNOWN, *told_by_order}


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("СТРАНА", TableField.COUNTRY),
        ("Cтpaнa", TableField.COUNTRY),
        ("Стра\u200bна\u00a0", TableField.COUNTRY),
        ("Страна (регион)", TableField.COUNTRY),
        ("Наименование страны", TableField.COUNTRY),
        ("Меро-\nприятие", TableField.EVENT_TEXT),
        ("Основные мероприятия в 2020 году", TableField.EVENT_TEXT),
        ("Мероприятие,\nдаты проведения", TableField.EVENT_TEXT),
        ("Дата, мероприятие", TableField.EVENT_TEXT),
        ("Дата мероприятия", TableField.EVENT_DATE),
        ("Дата(ы) проведения\nмероприятия", TableField.EVENT_DATE),
        ("Срок (период) проведения", TableField.EVENT_DATE),
        ("Отче\u0301тный год", TableField.REPORT_YEAR),
        ("Год установления\nсвязей/ подписания\nдокумента", TableField.AGREEMENT_DATE),
        ("Год установления связей", TableField.TIES_DATE),
        ("Формат (ВКС/очно)", TableField.EVENT_FORMAT),
        ("Страна/город", TableField.COUNTRY_THEN_PARTNER),
        ("Город, страна", TableField.PARTNER_THEN_COUNTRY),
        ("Партнёр (страна, город)", TableField.COUNTRY_THEN_PARTNER),
        ("Город (страна)", TableField.PARTNER_THEN_COUNTRY),
        ("Страна, участники", None),
        ("Страна-партнёр", TableField.COUNTRY),
        ("№ п/п", TableField.IGNORED),
        ("Date of the event", TableField.EVENT_DATE),
        ("Partner city", TableField.PARTNER),
        ("Бюджет, руб.", None),
        ("Бюджет мероприятия", None),
        ("Количество участников", None),
        ("Регион", None),
        ("", None),
    ],
)
def test_a_head_is_known_or_asked_about(head: str, field: TableField | None) -> None:
    meaning = meaning_of_head(head)
    assert (None if meaning is None else set(meaning.values())) == (
        None if field is None else {field}
    )


def test_some_heads_depend_on_what_the_table_is_of() -> None:
    assert meaning_of_head("Дата") == {
        TableSubject.EVENTS: TableField.EVENT_DATE,
        TableSubject.AGREEMENTS: TableField.AGREEMENT_DATE,
    }
    assert meaning_of_head("Дата/период") == {TableSubject.EVENTS: TableField.EVENT_DATE}


def test_the_year_of_a_head_does_not_count() -> None:
    assert folded_head("Мероприятия в 2020 году") == folded_head("Мероприятия в 2021 году")
    assert folded_head("Год") == "год"


def test_no_word_means_two_members() -> None:
    for members in WORDS.values():
        keys = [head_key(said) for words in members.values() for said in words.split(";")]
        assert all(keys)
        of_members = [{head_key(said) for said in words.split(";")} for words in members.values()]
        assert len(set(keys)) == sum(map(len, of_members))


@pytest.mark.parametrize(
    ("said", "member"),
    [
        ("очно", EventFormat.IN_PERSON),
        ("Очный формат", EventFormat.IN_PERSON),
        ("BKC", EventFormat.VIDEO),
        ("в режиме видеоконференции", EventFormat.VIDEO),
        ("онлайн", EventFormat.VIDEO),
        ("очно и онлайн", EventFormat.MIXED),
        ("hybrid", EventFormat.MIXED),
        ("по телефону", None),
    ],
)
def test_a_format_is_said_in_many_words(said: str, member: EventFormat | None) -> None:
    assert member_said(EventFormat, said) is member


@pytest.mark.parametrize(
    ("said", "means"),
    [("Да", True), ("+", True), ("yes", True), ("нет", False), ("не печатать", False), ("?", None)],
)
def test_yes_and_no(said: str, means: bool | None) -> None:
    assert yes_or_no_said(said) is means
