"""Words: letters of two alphabets, abbreviations that nobody explains, spelling."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from partners_app.domain.checks.checked import Slip
from partners_app.domain.findings import FindingCode
from partners_app.domain.names import mixed_places, one_alphabet

__all__ = [
    "NO_LEXICON",
    "KnownWords",
    "Lexicon",
    "Spelling",
    "abbreviations",
    "misspelled",
    "mixed",
]


class Spelling(Protocol):
    """A dictionary; both questions may be asked by several threads at once."""

    def knows(self, word: str) -> bool:
        """Tell whether a word is right."""

    def meant(self, word: str) -> Sequence[str]:
        """Return the words a letter away that may be meant by a wrong one; slower to answer."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a register's own glossary and list of words say."""

    abbreviations: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


NO_LEXICON = Lexicon()

# «ница» of «слушатель(ница)» is no word, nor is «летию» of «75 - летию»: its hyphen is told.
_WORD = re.compile(
    r"(?<![\w-])(?<!\w\()(?!(?<=\d - )лет[ин])[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*(?![\w-]|\u0301)"
)
_LETTERS = re.compile(r"[А-ЯЁ](?<!\w.)[а-яё]*[А-ЯЁ][А-ЯЁа-яё]*(?!\w)")
_CASE_ENDING = re.compile(r"(?<=[А-ЯЁ]{2})[а-яё]{1,3}$")
_EVERYBODY_KNOWS = frozenset(
    "РФ СССР СНГ США ФРГ КНР ООН ЮНЕСКО ЕС МИД СМИ СПб ООО ОАО ЗАО ПАО АО НПО ГУП".split()  # noqa: SIM905
)
_PLAIN_WORD = re.compile("[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")
_ENDING = re.compile("(?:[ыио]й|ая|ое|ые|[аеиоуыьэюяй])$")
_LONGEST_ENDING = 3
_SHORTEST = 3
_SURE_LENGTH = 8
"""Of a longer word the only word that is meant is certain enough to be proposed."""
_FEWEST_UNKNOWN = 6
_SHOWN = 3


def mixed(text: str) -> Iterator[Slip]:
    """Yield the words with letters of two alphabets: a Latin «c» typed for a «с»."""
    for place, word in mixed_places(text):
        yield Slip(FindingCode.MIXED_LETTERS, place, word, one_alphabet(word))


def abbreviations(text: str) -> Iterator[Slip]:
    """Yield what looks abbreviated: words of capitals, «СПб», «ТЮЗа» (as «ТЮЗ»).

    A name that stands alone in quotes is none, nor is a text all in capitals.
    """
    if text.isupper():
        return
    for found in _LETTERS.finditer(text):
        word = found[0]
        alone = text[: found.start()][-1:] == "«" and text[found.end() :][:1] == "»"
        if alone or word in _EVERYBODY_KNOWS or set(word) == {"Х"}:
            continue
        if sum(letter.isupper() for letter in word) < len(word) / 2:
            continue  # «ВасГУ» may be one, «КонсультантПлюс» is a name
        short = _CASE_ENDING.sub("", word)
        if short not in _EVERYBODY_KNOWS:
            yield Slip(FindingCode.ABBREVIATION_UNEXPLAINED, found.start(), short)


def misspelled(text: str, spelling: Spelling) -> Iterator[Slip]:
    """Yield the words that the dictionary does not have.

    A word with a capital letter may be a name: it is told only where it is a letter away from a
    name that the dictionary has. A text of whose other words it knows less than half is not
    Russian, and nothing of it is told.
    """
    words = [found for found in _WORD.finditer(text) if len(found[0]) >= _SHORTEST]
    unknown = [found for found in words if not spelling.knows(found[0])]
    small = sum(found[0].islower() for found in unknown)
    if small >= _FEWEST_UNKNOWN and 2 * small > sum(found[0].islower() for found in words):
        return
    for found in unknown:
        word = found[0]
        capitals = sum(letter.isupper() for letter in word)
        if capitals > 1 + word.count("-"):
            continue
        meant = spelling.meant(word)
        if capitals and not meant:
            continue
        certain = len(meant) == 1 and len(word) >= _SURE_LENGTH
        yield Slip(
            FindingCode.MISSPELLED,
            found.start(),
            word,
            meant[0] if certain else None,
            {"other": ", ".join(meant[:_SHOWN])},
        )


class KnownWords:
    """Words that are right, in all their forms: names of the register, its glossary, its list."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the words out of names and explanations."""
        self._roots = {
            _root(part.lower())
            for text in texts
            for word in _PLAIN_WORD.findall(text)
            for part in (word, *word.split("-"))
            if len(part) >= _SHORTEST
        }

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is one of them up to its ending."""
        small = word.lower()
        return any(small[: len(small) - cut] in self._roots for cut in range(_LONGEST_ENDING + 1))


def _root(word: str) -> str:
    """Return a word without its ending: «инклюзивн», «исфаган», «сакур»."""
    found = _ENDING.sub("", word)
    return found if len(found) >= _SHORTEST else word
