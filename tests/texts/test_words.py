"""Every value that a field may be chosen from has a word in both languages."""

from enum import StrEnum

import pytest

from partners_app.domain import findings, vocabulary
from partners_app.domain.column_mapping import TableField, TableSubject
from partners_app.domain.date_grammar import DateProblem
from partners_app.domain.vocabulary import (
    AgreementKind,
    DateMeaning,
    EventFormat,
    EventKind,
    PartnerKind,
    Status,
)
from partners_app.exchange.flat_words import WORDS as SAID_WORDS
from partners_app.exchange.flat_words import member_said
from partners_app.exchange.russian_words import WORDS, russian_word
from partners_app.texts.language import load_language
from partners_app.texts.words import word

LISTS = [
    *(
        kind
        for kind in vars(vocabulary).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    ),
    findings.Severity,
    DateProblem,
    TableSubject,
    TableField,
]


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
def test_each_member_has_a_word_of_its_own_in_both_languages(kind: type[StrEnum]) -> None:
    russian = [word(member) for member in kind]
    load_language("en")
    english = [word(member) for member in kind]
    for words in (russian, english):
        assert all(words)
        assert len(set(words)) == len(words)
    assert not set(russian) & set(english)
    assert not any("a" <= letter <= "z" for letter in "".join(russian).lower())


def test_the_words_are_those_of_the_screens() -> None:
    assert [
        word(member)
        for member in (
            EventKind.CITY_DAYS,
            EventKind.MEETING,
            EventFormat.VIDEO,
            Status.IN_FORCE,
            DateMeaning.RENEWED,
            AgreementKind.PROTOCOL,
            PartnerKind.REGION,
        )
    ] == [
        "Дни города",
        "Встреча",
        "ВКС",
        "Действует",
        "продлён",
        "Протокол",
        "регион или провинция",
    ]


def test_a_file_says_what_the_screen_says_in_russian() -> None:
    assert {member: russian_word(member) for kind in WORDS for member in kind} == {
        member: word(member) for kind in WORDS for member in kind
    }


def test_an_enumeration_that_is_no_list_of_words_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        word(findings.FindingCode.NO_BASIS)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", list(SAID_WORDS), ids=lambda kind: kind.__name__)
def test_a_table_may_say_a_word_of_the_screens(kind: type[StrEnum], language: str) -> None:
    load_language(language)
    for member in kind:
        assert member_said(kind, word(member)) is member
