"""Which words of a text were taken out and which came in their place."""

import difflib
import re

__all__ = ["difference"]

Mark = tuple[int, int]

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


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
