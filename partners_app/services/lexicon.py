"""The words that go with the register: what its abbreviations mean, and words known to be right."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Row, Value, update
from partners_app.domain.checks import Lexicon
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Register
from partners_app.services.row_changes import shortened
from partners_app.storage import rows
from partners_app.storage.engine import Connection

__all__ = [
    "Abbreviation",
    "abbreviations",
    "add_words",
    "of_register",
    "remove_abbreviation",
    "remove_word",
    "set_abbreviation",
    "words",
]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An entry of the glossary: «КВС», «Комитет по внешним связям»."""

    abbreviation: str
    expansion: str


def abbreviations(register: Register) -> list[Abbreviation]:
    """Return the glossary by the alphabet."""
    found = register.read(rows.whole, "glossary_entry").values()
    entries = [Abbreviation(str(row["abbreviation"]), str(row["expansion"])) for row in found]
    return sorted(entries, key=lambda entry: entry.abbreviation.casefold())


def set_abbreviation(register: Register, abbreviation: str, expansion: str) -> ChangeSet:
    """Say what an abbreviation means, instead of what was said of it before.

    The same again, and an abbreviation without letters, is no step.
    """
    abbreviation, expansion = " ".join(abbreviation.split()), " ".join(expansion.split())
    known = _of(register, "glossary_entry", "abbreviation", abbreviation)
    change: Change | None = None
    if known is not None:
        change = update("glossary_entry", known[0], known[1], {"expansion": expansion})
    elif abbreviation:
        row: dict[str, Value] = {
            "uuid": str(uuid4()),
            "abbreviation": abbreviation,
            "expansion": expansion,
            "remark": "",
        }
        change = Change("glossary_entry", -1, None, row)
    return _apply(register, OperationKind.GLOSSARY, change, abbreviation)


def remove_abbreviation(register: Register, abbreviation: str) -> ChangeSet:
    """Take an abbreviation out of the glossary; one that is not there is no step."""
    known = _of(register, "glossary_entry", "abbreviation", abbreviation)
    change = None if known is None else Change("glossary_entry", *known, None)
    return _apply(register, OperationKind.GLOSSARY, change, abbreviation)


def words(register: Register) -> list[str]:
    """Return the words known to be right, by the alphabet."""
    found = register.read(rows.whole, "known_word").values()
    return sorted((str(row["word"]) for row in found), key=str.casefold)


def add_words(register: Register, new: Iterable[str]) -> ChangeSet:
    """Remember words as right, in one step; those that are known already are passed over."""
    known = {_folded(word) for word in words(register)}
    wanted = {_folded(word): word for word in (" ".join(word.split()) for word in new) if word}
    added = [word for folded, word in wanted.items() if folded not in known]
    changes = tuple(
        Change("known_word", -number, None, {"uuid": str(uuid4()), "word": word, "remark": ""})
        for number, word in enumerate(added, start=1)
    )
    label = shortened(", ".join(added))
    return register.apply(ChangeSet(OperationKind.KNOWN_WORDS, changes, "known_word", label))


def remove_word(register: Register, word: str) -> ChangeSet:
    """Forget a word; one that is not known is no step."""
    known = _of(register, "known_word", "word", word)
    change = None if known is None else Change("known_word", *known, None)
    return _apply(register, OperationKind.KNOWN_WORDS, change, word)


def of_register(connection: Connection) -> Lexicon:
    """Return what checks need to know: the abbreviations, and all words that are right."""
    glossary = rows.whole(connection, "glossary_entry").values()
    known = rows.whole(connection, "known_word").values()
    return Lexicon(
        frozenset(str(row["abbreviation"]) for row in glossary),
        frozenset(
            [*(str(row["word"]) for row in known), *(str(row["expansion"]) for row in glossary)]
        ),
    )


def _of(register: Register, table: str, field: str, text: str) -> tuple[int, Row] | None:
    """Return the row whose field holds a text; the case of the letters does not matter in words."""
    same = _folded if table == "known_word" else str
    for row_id, row in register.read(rows.whole, table).items():
        if same(str(row[field])) == same(text):
            return row_id, row
    return None


def _folded(word: str) -> str:
    return word.casefold()


def _apply(register: Register, kind: OperationKind, change: Change | None, label: str) -> ChangeSet:
    changes = () if change is None else (change,)
    subject = "known_word" if kind is OperationKind.KNOWN_WORDS else "glossary_entry"
    return register.apply(ChangeSet(kind, changes, subject, shortened(label)))
