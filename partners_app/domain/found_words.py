"""Where the words of a search stand in a text, whatever their case, spelling of «ё» and ending."""

import re
from collections.abc import Sequence

from partners_app.domain.names import fold_text
from partners_app.domain.stemming import search_stem

__all__ = ["Mark", "beginnings", "excerpt", "marks"]

Mark = tuple[int, int]
"""A part of a text: where it begins, how many characters it has."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`´‘′][^\W_]+)*")


def beginnings(query: str) -> tuple[str, ...]:
    """Return the folded beginnings of words that a search asks for, all of them; () for none."""
    words = (word for word in fold_text(query).split() if any(map(str.isalnum, word)))
    return tuple(dict.fromkeys(search_stem(word) for word in words))


def marks(text: str, wanted: Sequence[str]) -> tuple[Mark, ...]:
    """Return the words of a text that begin with one of the folded beginnings."""
    if not wanted:
        return ()
    starts = tuple(wanted)
    return tuple(
        (found.start(), len(found[0]))
        for found in _WORD.finditer(text)
        if fold_text(found[0]).startswith(starts)
    )


def excerpt(text: str, wanted: Sequence[str], length: int = 240) -> str:
    """Return a text, or of a long one the part of about ``length`` characters around a hit."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    found = marks(line, wanted)
    start = max(0, (found[0][0] if found else 0) - length // 4)
    if start:
        start = line.rfind(" ", 0, start) + 1
    end = line.rfind(" ", start + length // 2, start + length)
    end = start + length if end < 0 else end
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
