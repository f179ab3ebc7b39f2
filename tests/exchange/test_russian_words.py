"""The words of closed lists, as files say them."""

from enum import StrEnum

import pytest

from partners_app.domain import vocabulary
from partners_app.domain.vocabulary import DateMeaning, EventFormat, EventKind, Status
from partners_app.exchange.russian_words import WORDS, member_of, russian_word, yes_or_no


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_each_member_has_a_word_that_means_it_alone(kind: type[StrEnum]) -> None:
    assert list(WORDS[kind]) == list(kind)
    for member in kind:
        assert member_of(kind, russian_word(member)) is member


def test_all_lists_of_the_records_have_words() -> None:
    lists = {
        it
        for it in vars(vocabulary).values()
        if isinstance(it, type) and issubclass(it, StrEnum) and it is not StrEnum
    }
    assert lists - set(WORDS) == {vocabulary.OperationKind}


def test_case_and_spaces_do_not_matter_and_nothing_is_guessed() -> None:
    assert member_of(EventKind, " круглый\u00a0 СТОЛ ") is EventKind.ROUND_TABLE
    assert member_of(EventKind, "прием") is EventKind.RECEPTION
    assert member_of(DateMeaning, "продлен") is DateMeaning.RENEWED
    assert member_of(EventFormat, "BKC") is EventFormat.VIDEO, "Latin letters that look alike"
    assert member_of(Status, "действовал") is None
    assert member_of(EventKind, "") is None
    answers = [yes_or_no(text) for text in ("Да", "НЕТ ", "может быть", "")]
    assert answers == [True, False, None, None]
