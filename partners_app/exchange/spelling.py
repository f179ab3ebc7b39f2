"""The Russian Hunspell dictionary: which words are not in it, and which may be meant.

It takes a second to load, so it is loaded when the first word is asked about, and kept.
"""

import gc
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from io import StringIO
from threading import Lock
from typing import TYPE_CHECKING

from partners_app.domain.checks.words import KnownWords
from partners_app.paths import resources

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary
    from spylls.hunspell.data.dic import Word

__all__ = ["spelling"]

_BEGINNING = 3
"""Letters that are taken to be right when a word is looked for that may be meant."""
_ROOT_CUT = 3
_MOST_MEANT = 5
_PATRONYMIC = re.compile("[ое]в(?:ич|н)[а-яё]*$")
"""«Макарова» is no misspelt «Макаровна»."""
_lock = Lock()


class _Russian:
    """What `Spelling` of the checks asks; answers are remembered."""

    @staticmethod
    @lru_cache(maxsize=100_000)
    def knows(word: str) -> bool:
        with _lock:
            # «транспортно-логистический»: a half may be of the dictionary, the other of our list.
            return _knows(word) or ("-" in word and all(map(_knows, word.split("-"))))

    @staticmethod
    @lru_cache(maxsize=10_000)
    def meant(word: str) -> Sequence[str]:
        # For a word with a capital letter only names are meant, and only where it lacks a letter
        # of them: another letter makes another name.
        with _lock:
            return tuple(_meant(_dictionary(), word))


spelling = _Russian()


def _knows(word: str) -> bool:
    return word in _own_words() or bool(_dictionary().lookup(word))


@cache
def _dictionary() -> "Dictionary":
    # Late: the module and the dictionary are of no use before the first check.
    from spylls.hunspell import Dictionary
    from spylls.hunspell.readers import read_aff, read_dic
    from spylls.hunspell.readers.file_reader import BaseReader

    aff, dic = (
        (resources() / "spelling" / f"ru_RU.{kind}").read_text(encoding="utf-8")
        for kind in ("aff", "dic")
    )
    # Read here: the package opens a file anew at its line of the encoding, and closes neither.
    rules, context = read_aff(BaseReader(StringIO(aff.replace("SET UTF-8\n", "", 1))))
    words = read_dic(BaseReader(StringIO(dic)), aff=rules, context=context)
    dictionary = Dictionary(rules, words)
    # Its words live as long as the program: the collector need not walk them each time, which
    # would hold up the window.
    gc.freeze()
    return dictionary


@cache
def _own_words() -> KnownWords:
    """Return words younger than the dictionary."""
    lines = (resources() / "spelling" / "words.txt").read_text(encoding="utf-8").split("\n")
    return KnownWords(line for line in lines if not line.startswith("#"))


@cache
def _by_beginning() -> dict[str, list["Word"]]:
    found: dict[str, list[Word]] = defaultdict(list)
    for word in _dictionary().dic.words:
        found[word.stem[:_BEGINNING]].append(word)
    return found


def _meant(dictionary: "Dictionary", word: str) -> list[str]:
    found: dict[str, None] = {}
    for entry in _by_beginning().get(word[:_BEGINNING], ()):
        root = entry.stem[: max(len(entry.stem) - _ROOT_CUT, _BEGINNING)]
        if not _begins_alike(root, word):
            continue
        for form in _forms(dictionary, entry):
            if not _one_letter_away(form, word):
                continue
            if word.islower() or (len(form) > len(word) and not _PATRONYMIC.search(form)):
                found[form] = None
    return list(found)[:_MOST_MEANT]


def _forms(dictionary: "Dictionary", entry: "Word") -> Iterator[str]:
    """Yield a word of the dictionary with each ending that its flags allow."""
    yield entry.stem
    for flag in entry.flags:
        for suffix in dictionary.aff.SFX.get(flag, ()):
            if entry.stem.endswith(suffix.strip) and suffix.cond_regexp.search(entry.stem):
                yield entry.stem[: len(entry.stem) - len(suffix.strip)] + suffix.add


def _begins_alike(root: str, word: str) -> bool:
    """Tell whether a word begins with a root, or with one a letter away."""
    length = len(root)
    return any(
        _one_letter_away(root, word[:size]) or root == word[:size]
        for size in (length - 1, length, length + 1)
    )


def _one_letter_away(first: str, second: str) -> bool:
    """Tell whether a letter too many, too few, another, or two swapped ones make the difference."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    shorter, longer = sorted((first, second), key=len)
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    if len(shorter) < len(longer):
        return shorter[start:] == longer[start + 1 :]
    if shorter[start + 1 :] == longer[start + 1 :]:
        return True
    swapped = shorter[start + 1 : start + 2] + shorter[start : start + 1]
    return swapped + shorter[start + 2 :] == longer[start:]
