"""How alike two events are: the same visit, entered under two partners in other words.

Texts are compared by the stems of their folded words, whatever their order and endings; events are
alike only when their dates touch. A date that is missing or cannot be read touches every other.
"""

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from partners_app.domain.names import fold_text
from partners_app.domain.partial_date import PartialDate

__all__ = [
    "ALIKE",
    "MOST_EVENTS_OF_A_STEM",
    "ComparedEvent",
    "alike",
    "dates_touch",
    "find_pairs",
    "leading_stems",
    "likeness",
    "most_alike",
    "neighbours",
]

ALIKE = 50.0
"""From this likeness on (0 to 100) two texts may tell of one event."""

_STEM_LENGTH = 5
_SHORTEST_WORD = 3
_FEWEST_STEMS = 3
"""Texts of fewer words («визит делегации») tell of one event only if all their words are equal."""
MOST_EVENTS_OF_A_STEM = 60
"""A word that more events of a year share («делегация») leads to no candidates."""
_RAREST_STEMS = 12
"""Of an event's words this many of the rarest lead to the events it is compared with."""
_STEMS = re.compile(rf"\b\w{{{_SHORTEST_WORD},{_STEM_LENGTH}}}")
_ROUGH_LENGTH = 300
"""Characters of a text from which the events to compare it with are found."""


@dataclass(frozen=True, slots=True)
class ComparedEvent:
    """What is compared of an event; ``key`` names it to the caller."""

    key: int
    date: PartialDate
    text: str


def dates_touch(first: PartialDate, second: PartialDate) -> bool:
    """Tell whether two dates have a day in common; an unreadable one touches every other."""
    if first.earliest is None or first.latest is None:
        return True
    if second.earliest is None or second.latest is None:
        return True
    return first.earliest <= second.latest and second.earliest <= first.latest


@lru_cache(maxsize=2000)
def _stems(text: str) -> frozenset[str]:
    words = fold_text(text).split()
    long_words = [word for word in words if len(word) >= _SHORTEST_WORD or word.isdigit()]
    return frozenset(word[:_STEM_LENGTH] for word in long_words or words)


def likeness(text: str, other: str) -> float:
    """Say how alike two texts are, from 0 to 100: the share of word stems they have in common."""
    first, second = _stems(text), _stems(other)
    if not first or not second:
        return 0.0
    common = len(first & second)
    if min(len(first), len(second)) < _FEWEST_STEMS and first != second:
        return 0.0
    return 200.0 * common / (len(first) + len(second))


def alike(first: ComparedEvent, second: ComparedEvent) -> bool:
    """Tell whether two records may be one event, entered twice."""
    return dates_touch(first.date, second.date) and likeness(first.text, second.text) >= ALIKE


def find_pairs(
    events: Sequence[ComparedEvent], *, settled: Collection[frozenset[int]] = ()
) -> list[tuple[int, int]]:
    """Return pairs of keys (earlier in ``events``, later) that may be one event entered twice.

    ``settled`` pairs of keys are left out. Each later event stands in one pair at most, with the
    earlier one that it is most like. Only
    events that share a rare word, or all their words, are compared, so that the time grows with
    the number of events and not with its square.
    """
    rough = [_rough_stems(event.text) for event in events]
    frequency = Counter(stem for stems in rough for stem in stems)
    places: dict[str, list[int]] = defaultdict(list)
    same_words: dict[frozenset[str], list[int]] = defaultdict(list)
    pairs = []
    for place, event in enumerate(events):
        rare = _rarest(rough[place], frequency)
        twins = same_words[rough[place]]
        near = {*_neighbours(rare, places), *twins}
        if settled:
            near = {n for n in near if frozenset((events[n].key, event.key)) not in settled}
        best = most_alike(event, (events[other] for other in sorted(near)))
        if best is not None:
            pairs.append((best.key, event.key))
        if rough[place] and len(twins) < MOST_EVENTS_OF_A_STEM:
            twins.append(place)
        for stem in rare:
            places[stem].append(place)
    return pairs


def _rough_stems(text: str) -> frozenset[str]:
    """Return stems without the whole folding, which would cost more than all the rest."""
    return frozenset(_STEMS.findall(text[:_ROUGH_LENGTH].lower().replace("ё", "е")))


def _rarest(stems: Iterable[str], frequency: Mapping[str, int]) -> list[str]:
    """Return the words of an event that others share and fewest do: they lead to the same visit."""
    shared = [stem for stem in stems if 1 < frequency[stem] <= MOST_EVENTS_OF_A_STEM]
    return heapq.nsmallest(_RAREST_STEMS, shared, key=lambda stem: (frequency[stem], stem))


def _neighbours(rare: Sequence[str], places: Mapping[str, Collection[int]]) -> Iterable[int]:
    """Return the earlier events that share at least two rare words, or the only rare one."""
    shared = Counter(other for stem in rare for other in places[stem])
    fewest = min(len(rare), 2)
    return [other for other, number in shared.items() if number >= fewest]


def most_alike(event: ComparedEvent, candidates: Iterable[ComparedEvent]) -> ComparedEvent | None:
    """Return the candidate that an event is most like, of several the first; None: no one is."""
    best, most = None, 0.0
    for other in candidates:
        if alike(other, event):
            found = likeness(other.text, event.text)
            if found > most:
                best, most = other, found
    return best


def leading_stems(text: str) -> frozenset[str]:
    """Return the stems of a text's beginning: by them the events to compare it with are found."""
    return _stems(text[:_ROUGH_LENGTH])


def neighbours(holders: Mapping[str, Collection[int]]) -> set[int]:
    """Return the events to compare one with, of those that hold each of its stems besides it.

    As in `find_pairs`: they share at least two of its rarest words, or the only rare one. Of a
    stem that more than `MOST_EVENTS_OF_A_STEM` events hold, more than that must be given.
    """
    frequency = {stem: len(keys) + 1 for stem, keys in holders.items()}
    return set(_neighbours(_rarest(holders, frequency), holders))
