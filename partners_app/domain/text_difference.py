"""Which words of a text were taken out and which came in their place."""

import difflib
import re
from typing import Literal, NamedTuple

__all__ = ["Piece", "combined", "difference"]

Mark = tuple[int, int]

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_BETWEEN_SPACES = re.compile(r"\S+|\s+")


class Piece(NamedTuple):
    """A part of two texts written as one: in both, or only in one of them."""

    text: str
    side: Literal["both", "old", "new"]


def combined(old: str, new: str, *, whole: bool = False) -> list[Piece]:
    """Return both texts as one, the words that went before those that came in their place.

    A space that is in neither stands between the two, so that they can be read. ``whole`` keeps
    together what no space divides: «28.02.2020».
    """
    token = _BETWEEN_SPACES if whole else _TOKEN
    before, after = token.findall(old), token.findall(new)
    pieces: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for act, first, behind, other_first, other_behind in matcher.get_opcodes():
        gone, come = "".join(before[first:behind]), "".join(after[other_first:other_behind])
        if act == "equal":
            pieces.append(Piece(come, "both"))
            continue
        if gone:
            pieces.append(Piece(gone, "old"))
        if gone and come and not gone[-1].isspace():
            pieces.append(Piece(" ", "both"))
        if come:
            pieces.append(Piece(come, "new"))
    return pieces


def difference(old: str, new: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the parts (start, length) of the old text that went and of the new one that came."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    gone: list[Mark] = []
    come: list[Mark] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for act, first, behind, other_first, other_behind in matcher.get_opcodes():
        if act != "equal":
            _mark(gone, before, first, behind)
            _mark(come, after, other_first, other_behind)
    return tuple(gone), tuple(come)


def _mark(marks: list[Mark], tokens: list[str], first: int, behind: int) -> None:
    length = sum(map(len, tokens[first:behind]))
    if length:
        marks.append((sum(map(len, tokens[:first])), length))
