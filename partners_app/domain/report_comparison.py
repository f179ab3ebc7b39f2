"""What differs between two yearly reports: two editions, an edition and now, two years.

Rows are the same by UUID; else by their folded names or words, then by likeness, under parents that
are the same: the rules by which an import knows the records of a file.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from partners_app.domain.event_likeness import likeness
from partners_app.domain.import_matching import SIMILAR_NAMES, SURELY_ALIKE
from partners_app.domain.names import fold, fold_text, similarity
from partners_app.domain.report import ReportBlock, ReportCountry, ReportDocument, YearlyReport

__all__ = ["Comparison", "Difference", "Fate", "Part", "Place", "compare_reports"]


class Part(StrEnum):
    """What of a report differs, from the whole to its smallest part."""

    TITLE = "title"
    BAND = "band"
    COUNTRY = "country"
    PARTNER = "partner"
    DOCUMENT = "document"
    EVENT = "event"


class Fate(StrEnum):
    """What became of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands; a partner without a name, and events of a whole country, have ""."""

    band: str = ""
    country: str = ""
    partner: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs, as it was printed before and after; "" where it was not.

    ``place`` is where it stands after, of what was removed where it stood; ``moved_from`` where it
    stood before, if that is elsewhere.
    """

    part: Part
    fate: Fate
    uuid: str
    place: Place
    before: str
    after: str
    moved_from: Place | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences in report order, what was removed behind what it followed."""

    differences: tuple[Difference, ...]

    @property
    def counts(self) -> Counter[tuple[Part, Fate]]:
        """How many differences there are of each kind."""
        return Counter((item.part, item.fate) for item in self.differences)


@dataclass(frozen=True, slots=True)
class _Item:
    """A band, country, block, document or event: where it stands in its report and how it reads.

    ``parent`` is the number of the item it stands in; ``words`` and ``key`` are what is compared.
    """

    number: int
    part: Part
    uuid: str
    parent: int | None
    place: Place
    line: str
    words: str
    key: str
    told: bool


_WHOLE = "whole country"


def compare_reports(old: YearlyReport, new: YearlyReport) -> Comparison:
    """Return what differs; the heads of the columns, which name the year, are not compared."""
    before, after = _Items(old).found, _Items(new).found
    same = _matches(before, after)
    known = {old_number: number for number, old_number in same.items()}
    found = [(place, item) for place, item in _removed(before, known)]
    for item in after:
        there = same.get(item.number)
        difference = _difference(None if there is None else before[there], item, same)
        if difference is not None:
            found.append(((item.number, 0, 0), difference))
    ordered = tuple(item for _, item in sorted(found, key=lambda entry: entry[0]))
    return Comparison((*_titles(old, new), *ordered))


def _titles(old: YearlyReport, new: YearlyReport) -> Iterator[Difference]:
    before, after = " ".join(old.title_lines), " ".join(new.title_lines)
    if before != after:
        yield Difference(Part.TITLE, Fate.CHANGED, "", Place(), before, after)


def _removed(
    before: Sequence[_Item], known: Mapping[int, int]
) -> Iterator[tuple[tuple[int, int, int], Difference]]:
    """Yield what is gone, with its place in the order: behind what stood before it and is there."""
    behind = -1
    parents = {item.number: known.get(item.number) for item in before}
    for item in before:
        here = known.get(item.number)
        if here is None:
            if item.told:
                gone = Difference(item.part, Fate.REMOVED, item.uuid, item.place, item.line, "")
                yield (behind, 1, item.number), gone
        elif item.parent is None or parents[item.parent] is not None:
            behind = here


def _difference(old: _Item | None, new: _Item, same: Mapping[int, int]) -> Difference | None:
    if not new.told:
        return None
    if old is None:
        return Difference(new.part, Fate.ADDED, new.uuid, new.place, "", new.line)
    stays = new.parent is None or same.get(new.parent) == old.parent
    if stays and old.line == new.line:
        return None
    moved_from = None if stays else old.place
    return Difference(new.part, Fate.CHANGED, new.uuid, new.place, old.line, new.line, moved_from)


# The rows of a report, one after another


class _Items:
    """Every part of a report in its order, a part before what stands in it."""

    def __init__(self, report: YearlyReport) -> None:
        self.found: list[_Item] = []
        for band in report.bands:
            number = self._name(Part.BAND, band.uuid, None, Place(), band.heading)
            for country in band.countries:
                self._country(country, number, Place(band.heading))

    def _country(self, country: ReportCountry, parent: int, place: Place) -> None:
        number = self._name(Part.COUNTRY, country.uuid, parent, place, country.name)
        here = Place(place.band, country.name)
        for block in country.blocks:
            if block.partner_uuid is None:
                # Nothing folds to this key, so that it is no partner without a name.
                of = self._add(Part.PARTNER, "", number, here, "", "", _WHOLE, told=False)
            else:
                of = self._name(Part.PARTNER, block.partner_uuid, number, here, block.name)
            self._rows(block, of, Place(place.band, country.name, block.name))

    def _rows(self, block: ReportBlock, parent: int, place: Place) -> None:
        for document in block.documents:
            line = _line(document)
            words, key = document.title, fold_text(line)
            self._add(Part.DOCUMENT, document.uuid, parent, place, line, words, key)
        for event in block.events:
            line = event.text
            self._add(Part.EVENT, event.uuid, parent, place, line, line, fold_text(line))

    def _name(self, part: Part, uuid: str, parent: int | None, place: Place, name: str) -> int:
        return self._add(part, uuid, parent, place, name, name, fold(name))

    def _add(
        self,
        part: Part,
        uuid: str,
        parent: int | None,
        place: Place,
        line: str,
        words: str,
        key: str,
        *,
        told: bool = True,
    ) -> int:
        number = len(self.found)
        self.found.append(_Item(number, part, uuid, parent, place, line, words, key, told))
        return number


def _line(document: ReportDocument) -> str:
    dates = ", ".join(document.dates.split("\n"))
    return " · ".join(text for text in (document.title, dates) if text)


# Which rows are the same


def _matches(before: Sequence[_Item], after: Sequence[_Item]) -> dict[int, int]:
    """Return the number that each item had before, by the number it has after."""
    same: dict[int, int] = {}
    for part in Part:
        own = [item for item in before if item.part is part]
        new = [item for item in after if item.part is part]
        _match_by(same, own, new, lambda item: item.uuid or None)
        _match_by(same, own, new, lambda item: (_parent(item, same), item.key), _place_and_key)
        _match_alike(same, own, new, _RULES.get(part, _WORDS))
    return same


Key = Callable[[_Item], object]


def _parent(item: _Item, same: Mapping[int, int]) -> int | None:
    """Return the number of a new item's parent as it was before; -1 where that is new too."""
    return None if item.parent is None else same.get(item.parent, -1)


def _place_and_key(item: _Item) -> object:
    return item.parent, item.key


def _match_by(
    same: dict[int, int],
    before: Sequence[_Item],
    after: Sequence[_Item],
    key: Key,
    old_key: Key | None = None,
) -> None:
    """Match what has equal keys, one by one in order; a key of None matches nothing."""
    taken = set(same.values())
    free: dict[object, list[_Item]] = defaultdict(list)
    for item in before:
        if item.number not in taken:
            free[(old_key or key)(item)].append(item)
    for item in after:
        wanted = key(item)
        if item.number not in same and wanted is not None and free.get(wanted):
            same[item.number] = free[wanted].pop(0).number


def _match_alike(
    same: dict[int, int], before: Sequence[_Item], after: Sequence[_Item], rule: "_Rule"
) -> None:
    """Match what is left under the same parent and alike enough, the most alike first."""
    taken = set(same.values())
    left: dict[int | None, list[_Item]] = defaultdict(list)
    for item in before:
        if item.number not in taken:
            left[item.parent].append(item)
    scores: list[tuple[float, int, int]] = []
    for item in after:
        for other in left.get(_parent(item, same), ()) if item.number not in same else ():
            score = rule.score(other.words, item.words)
            if score >= rule.least:
                scores.append((-score, item.number, other.number))
    for _, number, old_number in sorted(scores):
        if number not in same and old_number not in taken:
            same[number] = old_number
            taken.add(old_number)


@dataclass(frozen=True, slots=True)
class _Rule:
    """How alike two texts are, and how much they must be to be the same thing in other words."""

    score: Callable[[str, str], float]
    least: float


_NAMES = _Rule(similarity, SIMILAR_NAMES)
_WORDS = _Rule(likeness, SURELY_ALIKE)
_RULES = {Part.BAND: _NAMES, Part.COUNTRY: _NAMES, Part.PARTNER: _NAMES}
