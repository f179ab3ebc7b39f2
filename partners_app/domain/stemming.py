"""The stem of a Russian word: what its forms have in common («выставка», «выставки»: «выставк»).

The rules are those of the Snowball project's Russian stemmer (M. F. Porter), published at
https://snowballstem.org/algorithms/russian/stemmer.html; names of steps and classes are theirs.
"""

from collections.abc import Iterable

__all__ = ["search_stem", "stem"]

_VOWELS = frozenset("аеиоуыэюя")


def _longest_first(endings: str) -> tuple[str, ...]:
    return tuple(sorted(endings.split(), key=len, reverse=True))


# Of each class the endings of group 1 count only behind «а» or «я».
_GERUND_1 = frozenset(["в", "вши", "вшись"])
_GERUND = _longest_first("в вши вшись ив ивши ившись ыв ывши ывшись")
_ADJECTIVE = _longest_first(
    "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"
)
_PARTICIPLE_1 = frozenset(["ем", "нн", "вш", "ющ", "щ"])
_PARTICIPLE = _longest_first("ем нн вш ющ щ ивш ывш ующ")
_REFLEXIVE = _longest_first("ся сь")
_VERB_1 = frozenset(_longest_first("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"))
_VERB = _longest_first(
    "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"
    " ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены"
    " ить ыть ишь ую ю"
)
_NOUN = _longest_first(
    "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь"
    " ию ью ю ия ья я"
)
_SUPERLATIVE = _longest_first("ейш ейше")
_DERIVATIONAL = _longest_first("ост ость")

_SHORTEST_WORD = 4
_SHORTEST_STEM = 3


def search_stem(word: str) -> str:
    """Return the beginning to search for so that other forms of a word are found as well.

    A short word is its own stem: the beginning «дн» of «дни» would find «Днепр» as well.
    """
    found = stem(word) if len(word) >= _SHORTEST_WORD else word
    return found if len(found) >= _SHORTEST_STEM else word


def stem(word: str) -> str:
    """Return the stem of a word in small letters with «е» for «ё»."""
    start = _after_first_vowel(word)
    head, tail = word[:start], word[start:]
    tail = _without_inflection(tail)
    tail = tail.removesuffix("и")
    ending = _ending(tail, _DERIVATIONAL)
    if ending is not None and len(head) + len(tail) - len(ending) >= _second_region(word):
        tail = tail[: -len(ending)]
    return head + _tidied(tail)


def _without_inflection(tail: str) -> str:
    """Take off a gerund's ending, else «-ся» and the ending of an adjective, verb or noun."""
    shorter = _without(tail, _GERUND, _GERUND_1)
    if shorter is not None:
        return shorter
    tail = _without(tail, _REFLEXIVE) or tail
    shorter = _without(tail, _ADJECTIVE)
    if shorter is not None:
        participle = _without(shorter, _PARTICIPLE, _PARTICIPLE_1)
        return shorter if participle is None else participle
    for endings, behind_vowel in ((_VERB, _VERB_1), (_NOUN, frozenset[str]())):
        shorter = _without(tail, endings, behind_vowel)
        if shorter is not None:
            return shorter
    return tail


def _tidied(tail: str) -> str:
    """Undo a doubled «н», take off a superlative's ending or a soft sign."""
    if tail.endswith("нн"):
        return tail[:-1]
    shorter = _without(tail, _SUPERLATIVE)
    if shorter is not None:
        return shorter[:-1] if shorter.endswith("нн") else shorter
    return tail.removesuffix("ь")


def _ending(tail: str, endings: Iterable[str]) -> str | None:
    return next((ending for ending in endings if tail.endswith(ending)), None)


def _without(
    tail: str, endings: Iterable[str], behind_vowel: frozenset[str] = frozenset()
) -> str | None:
    """Return what is left without the longest ending; None where there is none to take off."""
    ending = _ending(tail, endings)
    if ending is None:
        return None
    shorter = tail[: -len(ending)]
    return None if ending in behind_vowel and not shorter.endswith(("а", "я")) else shorter


def _after_first_vowel(word: str) -> int:
    return next((place + 1 for place, letter in enumerate(word) if letter in _VOWELS), len(word))


def _second_region(word: str) -> int:
    """Return where R2 begins: twice behind the first consonant that follows a vowel."""
    start = 0
    for _ in range(2):
        seen_vowel = False
        for place in range(start, len(word)):
            if word[place] in _VOWELS:
                seen_vowel = True
            elif seen_vowel:
                start = place + 1
                break
        else:
            return len(word)
    return start
