"""The yearly table: what stands where in it, without any formatting.

``build_report`` makes it from one read of the register; workbook, Word, PDF and preview are all
made from the same ``YearlyReport``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import TypeVar

from partners_app.domain.errors import ReportImpossible
from partners_app.domain.event_order import cell_of
from partners_app.domain.event_text import event_line
from partners_app.domain.records import (
    Agreement,
    AgreementDate,
    Country,
    Event,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.report_options import EVERYTHING, ReportOptions
from partners_app.domain.vocabulary import Status

K = TypeVar("K")
V = TypeVar("V")

FIRST_YEAR, LAST_YEAR = 1000, 9999

_HEADERS = (
    "Страна",
    "Город",
    "Основание для сотрудничества",
    "Год установления связей/ подписания документа",
    "Основные мероприятия в {year} году",
)
_LONGEST_TITLE_IN_ONE_LINE = 36
_SHORT_WORDS = frozenset(
    ["в", "во", "и", "из", "к", "ко", "на", "о", "об", "от", "по", "с", "со", "у", "за", "для"]
)


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """One basis of the cooperation and its dates beside it; either text may be empty.

    ``dates`` has a line for each date, or several in one line as they were written.
    """

    uuid: str
    title: str
    dates: str


@dataclass(frozen=True, slots=True)
class ReportEvent:
    """One event as printed: «20-22 февраля – визит …»."""

    uuid: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of a block; None: the cell above goes on, or there is none in this column."""

    document: ReportDocument | None
    event: ReportEvent | None


@dataclass(frozen=True, slots=True)
class ReportBlock:
    """The rows of one partner, or of a whole country's events (``partner_uuid`` is None)."""

    partner_uuid: str | None
    name: str
    documents: tuple[ReportDocument, ...] = ()
    events: tuple[ReportEvent, ...] = ()

    @property
    def of_whole_country(self) -> bool:
        """Whether these are events of the country itself, with columns 2-4 empty."""
        return self.partner_uuid is None

    @property
    def rows(self) -> tuple[ReportRow, ...]:
        """The lines of the block, at least one: an event a line, documents beside them."""
        pairs = zip_longest(self.documents, self.events)
        return tuple(ReportRow(*pair) for pair in pairs) or (ReportRow(None, None),)


@dataclass(frozen=True, slots=True)
class ReportCountry:
    """A country and its blocks; events of the whole country stand before its partners."""

    uuid: str
    name: str
    blocks: tuple[ReportBlock, ...]


@dataclass(frozen=True, slots=True)
class ReportBand:
    """A band: its heading in capitals, and its countries."""

    uuid: str
    heading: str
    countries: tuple[ReportCountry, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many records of the register do not stand in this year's table.

    ``agreements`` and ``dates`` are later ones of partners that do stand; ``countries`` those of
    which nothing stands; ``events`` those not to be printed; ``unplaced`` events that belong to no
    partner and no country; ``blank`` events without date and text. The last four are what the
    options leave out: countries, events of those countries, events outside the period, and
    partners without events.
    """

    countries: int = 0
    partners: int = 0
    agreements: int = 0
    dates: int = 0
    events: int = 0
    unplaced: int = 0
    blank: int = 0
    unchosen_countries: int = 0
    unchosen_events: int = 0
    outside_period: int = 0
    eventless: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything was left out."""
        return any(getattr(self, name) for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class YearlyReport:
    """The table of one year."""

    year: int
    title_lines: tuple[str, ...]
    headers: tuple[str, ...]
    bands: tuple[ReportBand, ...]
    left_out: LeftOut

    @property
    def whole_title(self) -> str:
        """The title in one line, with the year: what a file says of itself."""
        return " ".join((*self.title_lines, str(self.year)))

    @property
    def countries(self) -> tuple[ReportCountry, ...]:
        """All countries in report order."""
        return tuple(country for band in self.bands for country in band.countries)

    @property
    def blocks(self) -> tuple[ReportBlock, ...]:
        """All blocks in report order."""
        return tuple(block for country in self.countries for block in country.blocks)

    @property
    def partner_count(self) -> int:
        """The number of partners that stand in the table."""
        return sum(not block.of_whole_country for block in self.blocks)

    @property
    def event_count(self) -> int:
        """The number of events that are printed."""
        return sum(len(block.events) for block in self.blocks)


def build_report(
    content: RegisterContent, year: int, options: ReportOptions = EVERYTHING
) -> YearlyReport:
    """Lay out the table of one year, or what the options choose from it.

    A partner stands unless its relation ended before the year or its earliest dated act is later;
    one with events of the year always stands. An act stands if undated or first dated by the end
    of the year, with its dates up to then. An event of several partners stands under the first one
    whose country is chosen. ReportImpossible: the year is not one of four digits, or the period
    ends before it begins.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ReportImpossible("year", str(year))
    options.check()
    return _Builder(content, year, options).report()


def title_lines(title: str) -> tuple[str, ...]:
    """Split a long title into two lines near its middle, better before a preposition.

    A line never ends with a preposition and never begins with a dash; a title with line breaks of
    its own keeps them.
    """
    lines = [" ".join(line.split()) for line in title.splitlines() if line.strip()]
    if len(lines) != 1 or len(lines[0]) <= _LONGEST_TITLE_IN_ONE_LINE:
        return tuple(lines)
    words = lines[0].split(" ")
    best: tuple[int, int] | None = None
    for place in range(1, len(words)):
        if words[place - 1].casefold() in _SHORT_WORDS or words[place] in ("-", "–", "—"):
            continue
        before, after = len(" ".join(words[:place])), len(" ".join(words[place:]))
        cost = max(before, after) - (10 if words[place].casefold() in _SHORT_WORDS else 0)
        best = min(best or (cost, place), (cost, place))
    if best is None:
        return (lines[0],)
    return " ".join(words[: best[1]]), " ".join(words[best[1] :])


class _Builder:
    """One pass over a content; counts what it leaves out on the way."""

    def __init__(self, content: RegisterContent, year: int, options: ReportOptions) -> None:
        self.content = content
        self.year = year
        self.options = options
        self.first_day, self.last_day = date(year, 1, 1), date(year, 12, 31)
        self.left_out: dict[str, int] = defaultdict(int)
        self.countries: dict[int, list[Country]] = _grouped(
            (country.region_id, country) for country in sorted(content.countries, key=_place)
        )
        self.partners: dict[int, list[Partner]] = _grouped(
            (partner.country_id, partner) for partner in sorted(content.partners, key=_place)
        )
        self.agreements: dict[int, list[Agreement]] = _grouped(
            (agreement.partner_id, agreement)
            for agreement in sorted(content.agreements, key=_place)
        )
        self.regions = sorted(content.regions, key=_place)
        events = [event for event in content.events if event.report_year == year]
        self.with_events = {cell_of(link) for event in events for link in event.links}
        self.with_events_in_period = {
            cell_of(link)
            for event in events
            if event.printed and not _is_blank(event) and options.has_date(event.date)
            for link in event.links
        }
        self.events = self._events_of_cells(events)

    def report(self) -> YearlyReport:
        bands = tuple(band for region in self.regions if (band := self._band(region)).countries)
        return YearlyReport(
            self.year,
            title_lines(self.content.title),
            tuple(header.format(year=self.year) for header in _HEADERS),
            bands,
            LeftOut(**self.left_out),
        )

    def _events_of_cells(self, events: Iterable[Event]) -> dict[tuple[str, int], list[ReportEvent]]:
        """Return the events of each cell in order; a shared event is in the first of its cells."""
        order: dict[tuple[str, int], int] = {}
        chosen: set[tuple[str, int]] = set()
        for region in self.regions:
            for country in self.countries.get(region.id, ()):
                cells = [("country", country.id)]
                cells += [("partner", partner.id) for partner in self.partners.get(country.id, ())]
                for cell in cells:
                    order[cell] = len(order)
                if self.options.has_country(region.uuid, country.uuid):
                    chosen.update(cells)
        placed: list[tuple[int, int, int, Event]] = []
        for event in events:
            links = [link for link in event.links if cell_of(link) in order]
            places = [
                (order[cell_of(link)], link.position, event.id)
                for link in links
                if cell_of(link) in chosen
            ]
            if not links:
                self.left_out["unplaced"] += 1
            elif not event.printed:
                self.left_out["events"] += 1
            elif _is_blank(event):
                self.left_out["blank"] += 1
            elif not places:
                self.left_out["unchosen_events"] += 1
            elif not self.options.has_date(event.date):
                self.left_out["outside_period"] += 1
            else:
                placed.append((*min(places), event))
        by_order = list(order)
        return _grouped(
            (by_order[cell], ReportEvent(event.uuid, event_line(event.date.text, event.text)))
            for cell, _, _, event in sorted(placed, key=lambda entry: entry[:3])
        )

    def _band(self, region: Region) -> ReportBand:
        known = self.countries.get(region.id, [])
        chosen = [entry for entry in known if self.options.has_country(region.uuid, entry.uuid)]
        self.left_out["unchosen_countries"] += len(known) - len(chosen)
        countries = [self._country(country) for country in chosen]
        standing = tuple(country for country in countries if country.blocks)
        self.left_out["countries"] += len(countries) - len(standing)
        return ReportBand(region.uuid, (region.heading or region.name).upper(), standing)

    def _country(self, country: Country) -> ReportCountry:
        blocks: list[ReportBlock] = []
        if events := self.events.get(("country", country.id)):
            blocks.append(ReportBlock(None, "", (), tuple(events)))
        for partner in self.partners.get(country.id, ()):
            agreements = self.agreements.get(partner.id, [])
            if not self._stands(partner, agreements):
                self.left_out["partners"] += 1
            elif not self._has_enough_events(partner):
                self.left_out["eventless"] += 1
            else:
                blocks.append(self._block(partner, agreements))
        return ReportCountry(country.uuid, country.name, tuple(blocks))

    def _stands(self, partner: Partner, agreements: Iterable[Agreement]) -> bool:
        if ("partner", partner.id) in self.with_events:
            return True
        ended = partner.status_date.latest
        if partner.status is Status.ENDED and ended is not None and ended < self.first_day:
            return False
        earliest = [day for agreement in agreements if (day := _first_day(agreement.dates))]
        return not earliest or min(earliest) <= self.last_day

    def _has_enough_events(self, partner: Partner) -> bool:
        wanted = not self.options.partners_without_events
        return not wanted or ("partner", partner.id) in self.with_events_in_period

    def _block(self, partner: Partner, agreements: Iterable[Agreement]) -> ReportBlock:
        documents: list[ReportDocument] = []
        for agreement in agreements:
            first = _first_day(agreement.dates)
            if first is not None and first > self.last_day:
                self.left_out["agreements"] += 1
                continue
            document = ReportDocument(
                agreement.uuid, agreement.title or "", _dates_text(self._known(agreement))
            )
            # An agreement that holds nothing printable yet would only make an empty line.
            if document.title.strip() or document.dates.strip():
                documents.append(document)
        events = tuple(self.events.get(("partner", partner.id), ()))
        return ReportBlock(partner.uuid, partner.name or "", tuple(documents), events)

    def _known(self, agreement: Agreement) -> Iterator[AgreementDate]:
        """Yield the dates of an act up to the end of the year, a renewal in a later year not."""
        for entry in sorted(agreement.dates, key=_place):
            if entry.date.earliest is not None and entry.date.earliest > self.last_day:
                self.left_out["dates"] += 1
            else:
                yield entry


def _place(record: Region | Country | Partner | Agreement | AgreementDate) -> tuple[int, int]:
    return record.position, record.id


def _is_blank(event: Event) -> bool:
    return not event.date.text.strip() and not event.text.strip()


def _first_day(dates: Iterable[AgreementDate]) -> date | None:
    days = (entry.date.earliest for entry in dates)
    return min((day for day in days if day is not None), default=None)


def _dates_text(dates: Iterable[AgreementDate]) -> str:
    text = ""
    for entry in dates:
        if entry.date.text:
            text += ((entry.separator or "\n") if text else "") + entry.date.text
    return text


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
