"""Which record of the register a record of a file is.

By id; else by names within the same parent: a country and a partner by any of its names, an
agreement by its title and dates, an event by its line, then by its date and the likeness of its
text. What looks like a record without being told for certain is doubtful, never matched silently.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from partners_app.domain.event_likeness import ALIKE, likeness
from partners_app.domain.import_plan import Doubt
from partners_app.domain.incoming import Incoming
from partners_app.domain.names import fold, fold_text, similarity
from partners_app.domain.records import (
    Agreement,
    Country,
    Event,
    Partner,
    Region,
    RegisterContent,
)

__all__ = ["NEW_RECORD", "SIMILAR_NAMES", "SURELY_ALIKE", "Matches", "match"]

NEW_RECORD = ""
"""The decision that a doubtful record is another one than those it looks like."""

SIMILAR_NAMES = 75.0
"""From this likeness on two names are shown as perhaps one («Пусан», «Бусан»)."""
SURELY_ALIKE = 80.0
"""From this likeness on two texts of the same day tell of one event."""

Record = Region | Country | Partner | Agreement | Event
RecordT = TypeVar("RecordT", Region, Country, Partner, Agreement, Event)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A record that somebody must decide about; ``candidates`` are ids of the register."""

    doubt: Doubt
    candidates: tuple[int, ...] = ()


@dataclass(slots=True)
class Matches:
    """For each record of the file, by table and its (negative) id: the register's record.

    ``known`` has those that are matched, ``doubtful`` those to decide about; the rest are new.
    ``bands`` says in which band a new country goes where the file tells none.
    """

    known: dict[tuple[str, int], int] = field(default_factory=dict)
    doubtful: dict[tuple[str, int], Doubtful] = field(default_factory=dict)
    bands: dict[int, int] = field(default_factory=dict)

    def of(self, table: str, row_id: int | None) -> int | None:
        """Return the id in the register, or the file's own where the record is new."""
        return None if row_id is None else self.known.get((table, row_id), row_id)


def match(incoming: Incoming, current: RegisterContent, decisions: Mapping[str, str]) -> Matches:
    """Match the records of a file with those of the register.

    ``decisions`` gives, by the UUID of a doubtful record, the UUID of the record it is, or
    NEW_RECORD; for a country without a band the UUID of the band.
    """
    return _Matching(incoming, current, decisions).run()


class _Matching:
    def __init__(
        self, incoming: Incoming, current: RegisterContent, decisions: Mapping[str, str]
    ) -> None:
        self.incoming, self.file, self.current = incoming, incoming.content, current
        self.decisions = decisions
        self.found = Matches()
        self.taken: set[tuple[str, int]] = set()
        self.lines: dict[int, object] = {}
        self.by_uuid = {
            (table, record.uuid): record.id
            for table, records in _tables(current)
            for record in records
        }

    def run(self) -> Matches:
        self._by_ids()
        self._regions()
        self._countries()
        self._partners()
        self._agreements()
        self._events()
        return self.found

    def _by_ids(self) -> None:
        for table, records in _tables(self.file):
            for record in records:
                decided = self.decisions.get(record.uuid)
                uuid = decided or (record.uuid if record.uuid in self.incoming.named else None)
                known = self.by_uuid.get((table, uuid)) if uuid else None
                if known is not None:
                    self._know(table, record.id, known)

    def _know(self, table: str, row_id: int, known: int) -> None:
        self.found.known[table, row_id] = known
        self.taken.add((table, known))

    def _free(self, table: str, records: Iterable[RecordT]) -> list[RecordT]:
        return [record for record in records if (table, record.id) not in self.taken]

    def _open(self, table: str, records: Iterable[RecordT]) -> list[RecordT]:
        """Return the records of the file that are not matched yet and not decided to be new."""
        return [record for record in records if (table, record.id) not in self.found.known]

    def _doubt(self, table: str, record: Record, doubt: Doubt, candidates: Sequence[int]) -> None:
        decided = self.decisions.get(record.uuid)
        # Whoever chose the band of a country has said that the country is new.
        is_new = decided == NEW_RECORD or ("region", decided) in self.by_uuid
        if not is_new:
            self.found.doubtful[table, record.id] = Doubtful(doubt, tuple(candidates))

    def _undecided(self, table: str, row_id: int | None) -> bool:
        return row_id is not None and (table, row_id) in self.found.doubtful

    def _regions(self) -> None:
        names: dict[str, int] = {}
        for region in reversed(self.current.regions):
            names.update({fold(region.heading): region.id, fold(region.name): region.id})
        is_empty = not self.current.countries
        for region in self._open("region", self.file.regions):
            if is_empty and region.uuid in self.incoming.named:
                # A band with an id of its own takes the place of those every register begins with.
                continue
            keys = filter(None, [fold(region.heading), fold(region.name)])
            known = next((names[key] for key in keys if key in names), None)
            if known is not None and ("region", known) not in self.taken:
                self._know("region", region.id, known)

    def _countries(self) -> None:
        names = _by_names((country.id, _names_of(country)) for country in self.current.countries)
        labels = {country.id: country.name for country in self.current.countries}
        stated = self.incoming.stated
        untold = {band.id for band in self.file.regions if stated.get(band.uuid) == frozenset()}
        for country in self._open("country", self.file.countries):
            self._by_name("country", country, names.get(fold(country.name), []), labels)
        for country in self._open("country", self.file.countries):
            if country.region_id in untold and not self._undecided("country", country.id):
                band = self.by_uuid.get(("region", self.decisions.get(country.uuid, "")))
                if band is not None:
                    self.found.bands[country.id] = band
                else:
                    bands = [region.id for region in self.current.regions]
                    self.found.doubtful["country", country.id] = Doubtful(
                        Doubt.BAND_MISSING, tuple(bands)
                    )

    def _by_name(
        self,
        table: str,
        record: Country | Partner,
        same: Sequence[int],
        labels: Mapping[int, str | None],
    ) -> None:
        """Match a record whose folded name is that of ``same``; else look for similar names.

        One that another record of the file is already may be meant all the same: «Финлядия».
        """
        free = [each for each in same if (table, each) not in self.taken]
        if len(free) == 1:
            self._know(table, record.id, free[0])
            return
        candidates = free or list(same)
        if not candidates:
            scores = {
                each: similarity(record.name or "", label)
                for each, label in labels.items()
                if label
            }
            similar = [each for each, score in scores.items() if score >= SIMILAR_NAMES]
            candidates = sorted(similar, key=lambda each: -scores[each])
        if candidates:
            self._doubt(table, record, Doubt.LOOKS_LIKE, candidates)

    def _partners(self) -> None:
        own = _grouped(self.current.partners, lambda partner: partner.country_id)
        told = _grouped(self.file.partners, lambda partner: partner.country_id)
        for country_id, partners in told.items():
            country = self.found.of("country", country_id)
            if self._undecided("country", country_id):
                for partner in self._open("partner", partners):
                    self._doubt("partner", partner, Doubt.PARENT_UNDECIDED, ())
                continue
            candidates = own.get(country or 0, [])
            names = _by_names((partner.id, _names_of(partner)) for partner in candidates)
            labels = {partner.id: partner.name for partner in candidates}
            named = [partner for partner in self._open("partner", partners) if partner.name]
            for partner in named:
                if fold(partner.name or "") in names:
                    self._by_name("partner", partner, names[fold(partner.name or "")], labels)
            for partner in self._open("partner", named):
                if ("partner", partner.id) not in self.found.doubtful:
                    self._by_name(
                        "partner", partner, names.get(fold(partner.name or ""), []), labels
                    )
            self._nameless(
                [partner for partner in self._open("partner", partners) if not partner.name],
                [partner for partner in candidates if not partner.name],
            )

    def _nameless(self, told: Sequence[Partner], own: Sequence[Partner]) -> None:
        """Match countries as a whole: by a common document, then by their order."""
        acts = _grouped(self.current.agreements, lambda agreement: agreement.partner_id)
        told_acts = _grouped(self.file.agreements, lambda agreement: agreement.partner_id)
        for partner in told:
            keys = {_title_key(agreement) for agreement in told_acts.get(partner.id, [])}
            for candidate in self._free("partner", own):
                if keys & {_title_key(agreement) for agreement in acts.get(candidate.id, [])}:
                    self._know("partner", partner.id, candidate.id)
                    break
        # One with an id of its own that the register lacks is not just any of them.
        nameless = [
            partner
            for partner in self._open("partner", told)
            if partner.uuid not in self.incoming.named
        ]
        for partner, candidate in zip(nameless, self._free("partner", own), strict=False):
            self._know("partner", partner.id, candidate.id)

    def _agreements(self) -> None:
        own = _grouped(self.current.agreements, lambda agreement: agreement.partner_id)
        told = _grouped(self.file.agreements, lambda agreement: agreement.partner_id)
        for partner_id, agreements in told.items():
            if self._undecided("partner", partner_id):
                for agreement in self._open("agreement", agreements):
                    self._doubt("agreement", agreement, Doubt.PARENT_UNDECIDED, ())
                continue
            candidates = own.get(self.found.of("partner", partner_id) or 0, [])
            for key in (_title_and_dates, _title_key):
                self._by_key("agreement", agreements, candidates, key)
            for agreement in self._open("agreement", agreements):
                self._alike_agreement(agreement, self._free("agreement", candidates))

    def _alike_agreement(self, agreement: Agreement, candidates: Sequence[Agreement]) -> None:
        """Match a title that was corrected: alike, with the same dates; else it is doubtful."""
        dates = _dates_key(agreement)
        alike = []
        for each in candidates:
            same_dates = dates is not None and dates == _dates_key(each)
            score = likeness(agreement.title or "", each.title or "")
            if same_dates and score >= ALIKE:
                self._know("agreement", agreement.id, each.id)
                return
            if same_dates or score >= SURELY_ALIKE:
                alike.append(each.id)
        if alike:
            self._doubt("agreement", agreement, Doubt.LOOKS_LIKE, alike)

    def _by_key(
        self,
        table: str,
        told: Sequence[RecordT],
        own: Sequence[RecordT],
        key: Callable[[RecordT], object],
    ) -> None:
        """Match records of equal keys one by one, in order; a key of None matches nothing."""
        free = _grouped(self._free(table, own), key)
        if not free:
            return
        for record in self._open(table, told):
            value = key(record)
            if value is not None and free.get(value):
                self._know(table, record.id, free[value].pop(0).id)

    def _events(self) -> None:
        own: dict[tuple[str, int], list[Event]] = defaultdict(list)
        of_years: list[Event] = []
        open_events = self._open("event", self.file.events)
        years = {event.report_year for event in open_events}
        for event in self.current.events:
            if event.report_year not in years:
                continue
            of_years.append(event)
            for link in event.links:
                own[_cell(link.partner_id, link.country_id)].append(event)
        for cell, events in _by_first_cell(open_events).items():
            if self._undecided(*cell):
                for event in events:
                    self._doubt("event", event, Doubt.PARENT_UNDECIDED, ())
                continue
            known = self.found.of(*cell)
            candidates = own.get((cell[0], known or 0), [])
            self._events_of_cell(events, candidates)
        self._events_elsewhere(open_events, of_years)

    def _events_elsewhere(self, told: Sequence[Event], own: Sequence[Event]) -> None:
        """Doubt an event whose line stands in another cell of the register."""
        lines = _grouped(self._free("event", own), self._line)
        for event in self._open("event", told) if lines else ():
            if self._undecided("event", event.id):
                continue
            elsewhere = lines.get(self._line(event))
            if elsewhere:
                self._doubt("event", event, Doubt.LOOKS_LIKE, [each.id for each in elsewhere])

    def _line(self, event: Event) -> object:
        """Return year, date and text as they are compared; ids of the file are negative."""
        if event.id not in self.lines:
            self.lines[event.id] = _line_key(event)
        return self.lines[event.id]

    def _events_of_cell(self, events: Sequence[Event], candidates: Sequence[Event]) -> None:
        self._by_key("event", events, candidates, self._line)
        for event in self._open("event", events):
            best: list[tuple[float, int]] = []
            for each in self._free("event", candidates):
                if each.report_year != event.report_year:
                    continue
                same_day = each.date.edtf == event.date.edtf
                score = likeness(event.text, each.text)
                if score >= (ALIKE if same_day else SURELY_ALIKE):
                    best.append((score if same_day else score - 100.0, each.id))
            best.sort(reverse=True)
            if best and best[0][0] >= SURELY_ALIKE and (len(best) == 1 or best[1][0] < best[0][0]):
                self._know("event", event.id, best[0][1])
            elif best:
                self._doubt("event", event, Doubt.LOOKS_LIKE, [each for _, each in best])


def _tables(
    content: RegisterContent,
) -> list[tuple[str, Sequence[Record]]]:
    return [
        ("region", content.regions),
        ("country", content.countries),
        ("partner", content.partners),
        ("agreement", content.agreements),
        ("event", content.events),
    ]


def _names_of(record: Country | Partner) -> list[str]:
    return [record.name or "", *(other.name for other in record.other_names)]


def _by_names(records: Iterable[tuple[int, Sequence[str]]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for row_id, names in records:
        for name in {fold(name) for name in names if name}:
            found[name].append(row_id)
    return found


_K = TypeVar("_K")


def _grouped(records: Iterable[RecordT], key: Callable[[RecordT], _K]) -> dict[_K, list[RecordT]]:
    found: dict[_K, list[RecordT]] = defaultdict(list)
    for record in records:
        found[key(record)].append(record)
    return found


def _dates_key(agreement: Agreement) -> object:
    """Return the dates as they are compared; None where there are none."""
    return tuple(date.date.edtf or fold_text(date.date.text) for date in agreement.dates) or None


def _title_key(agreement: Agreement) -> object:
    """Return the title as it is compared; None where no paper is named."""
    return fold_text(agreement.title or "") or None


def _title_and_dates(agreement: Agreement) -> object:
    title, dates = _title_key(agreement), _dates_key(agreement)
    return None if title is None and dates is None else (title, dates)


def _line_key(event: Event) -> object:
    return event.report_year, fold_text(event.date.text), fold_text(event.text)


def _cell(partner_id: int | None, country_id: int | None) -> tuple[str, int]:
    return ("partner", partner_id) if partner_id is not None else ("country", country_id or 0)


def _by_first_cell(events: Iterable[Event]) -> dict[tuple[str, int], list[Event]]:
    found: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in events:
        if event.links:
            link = event.links[0]
            found[_cell(link.partner_id, link.country_id)].append(event)
    return found
