"""The clerk keeps a glossary of abbreviations and a list of words that are right."""

from partners_app.domain.vocabulary import OperationKind
from partners_app.services import lexicon
from partners_app.services.lexicon import Abbreviation
from partners_app.services.register import Register


def last_step(register: Register) -> tuple[OperationKind, str]:
    step = register.undo_state().undo
    assert step is not None
    return step.kind, step.label


def test_the_glossary_is_listed_changed_and_undone(register_2020: Register) -> None:
    register = register_2020
    assert lexicon.abbreviations(register) == []
    lexicon.set_abbreviation(register, "КВС ", "Комитет по внешним  связям")
    lexicon.set_abbreviation(register, "ВКС", "видео-конференц-связь")
    assert lexicon.abbreviations(register) == [
        Abbreviation("ВКС", "видео-конференц-связь"),
        Abbreviation("КВС", "Комитет по внешним связям"),
    ]
    assert not lexicon.set_abbreviation(register, "КВС", "Комитет по внешним связям")
    assert not lexicon.set_abbreviation(register, " ", "ничего")
    lexicon.set_abbreviation(register, "ВКС", "видеосвязь")
    assert lexicon.abbreviations(register)[0].expansion == "видеосвязь"
    assert last_step(register) == (OperationKind.GLOSSARY, "ВКС")
    lexicon.remove_abbreviation(register, "ВКС")
    assert not lexicon.remove_abbreviation(register, "ВКС")
    assert [entry.abbreviation for entry in lexicon.abbreviations(register)] == ["КВС"]
    register.undo()
    register.undo()
    assert lexicon.abbreviations(register)[0].expansion == "видео-конференц-связь"


def test_words_are_remembered_once_and_in_one_step(register_2020: Register) -> None:
    register = register_2020
    lexicon.add_words(register, ["Тренетовой", "вилаконе", "", "ТРЕНЕТОВОЙ"])
    assert lexicon.words(register) == ["вилаконе", "ТРЕНЕТОВОЙ"]
    assert not lexicon.add_words(register, ["Вилаконе"])
    assert last_step(register) == (OperationKind.KNOWN_WORDS, "ТРЕНЕТОВОЙ, вилаконе")
    lexicon.remove_word(register, "Вилаконе")
    assert lexicon.words(register) == ["ТРЕНЕТОВОЙ"]
    assert not lexicon.remove_word(register, "нет такого")
    register.undo()
    register.undo()
    assert lexicon.words(register) == []
