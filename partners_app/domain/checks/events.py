"""Events: each by itself, and the order in which they stand in their cell."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from partners_app.domain.checks import punctuation, usual_forms, words
from partners_app.domain.checks.checked import CheckedRecord, Slip
from partners_app.domain.checks.signings import unrecorded
from partners_app.domain.checks.words import Spelling
from partners_app.domain.event_order import cell_of
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.partial_date import DatePrecision, PartialDate, unreadable_reason
from partners_app.domain.records import Agreement, Country, Event, Partner, RegisterContent

__all__ = ["Cell", "CheckedEvent", "check_events", "date_findings", "in_order", "text_slips"]

Cell = tuple[str, int]
"""«partner» or «country» with its id."""
_MOST_OF_A_CELL = 20
"""So many events of a cell are told to be out of order; where there are more, none is in order."""


@dataclass(frozen=True, slots=True)
class CheckedEvent:
    """What is doubtful of an event by itself, and what its neighbours need to know of it.

    ``links`` are its cells with its place in each, ``starts`` its first day when that is known.
    ``abbreviations`` are findings too, but only the first of the register is told.
    """

    record: CheckedRecord
    year: int
    printed: bool
    wording: str
    starts: date | None
    links: tuple[tuple[Cell, tuple[int, int, int]], ...]
    findings: tuple[Finding, ...]
    abbreviations: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the rules ask of the register around an event."""

    countries: dict[Cell, Country]
    partners: dict[int, Partner]
    agreements: dict[int, list[Agreement]]
    """By country."""
    ranks: dict[Cell, int]


def check_events(
    content: RegisterContent, spelling: Spelling | None = None
) -> dict[int, CheckedEvent]:
    """Look at each event of a content by itself, and return them by id.

    Without ``spelling`` nothing is said of it.
    """
    around = _surroundings(content)
    return {event.id: _check_event(content, event, around, spelling) for event in content.events}


def _surroundings(content: RegisterContent) -> _Surroundings:
    lands = {country.id: country for country in content.countries}
    countries: dict[Cell, Country] = {("country", land.id): land for land in content.countries}
    agreements: dict[int, list[Agreement]] = defaultdict(list)
    of_partner = {partner.id: partner.country_id for partner in content.partners}
    for partner in content.partners:
        countries["partner", partner.id] = lands[partner.country_id]
    for agreement in content.agreements:
        agreements[of_partner[agreement.partner_id]].append(agreement)
    return _Surroundings(
        countries,
        {partner.id: partner for partner in content.partners},
        agreements,
        ranks(content),
    )


def ranks(content: RegisterContent) -> dict[Cell, int]:
    """Return the places of the cells in the report: a country's own before its partners'."""
    partners: dict[int, list[int]] = defaultdict(list)
    for partner in content.partners:
        partners[partner.country_id].append(partner.id)
    found: dict[Cell, int] = {}
    for country in content.countries:
        found["country", country.id] = len(found)
        for partner_id in partners.get(country.id, ()):
            found["partner", partner_id] = len(found)
    return found


def _check_event(
    content: RegisterContent, event: Event, around: _Surroundings, spelling: Spelling | None
) -> CheckedEvent:
    cells = [cell_of(link) for link in event.links]
    home = min(
        (cell for cell in cells if cell in around.ranks),
        key=around.ranks.__getitem__,
        default=None,
    )
    lands = [around.countries[cell] for cell in cells if cell in around.countries]
    partner = None
    place: tuple[str, ...] = ()
    if home is not None:
        partner = around.partners.get(home[1]) if home[0] == "partner" else None
        place = (around.countries[home].name, (partner.name if partner else None) or "")
    record = CheckedRecord("event", event.uuid, (*place, _named(content, event)))
    agreements = [item for land in {land.id for land in lands} for item in around.agreements[land]]
    slips = [
        *unrecorded(event.text, event.date, agreements),
        *_slips(event.text, lands[0].name if lands else "", spelling),
    ]
    if partner is not None and partner.name:
        others = (other.name for other in partner.other_names)
        slips += usual_forms.other_names(event.text, partner.name, others)
    findings = [
        *_own(event, record, home),
        *(record.finds_slip(s, "text", event.text) for s in slips),
    ]
    links = tuple((cell_of(link), (link.position, link.id, event.id)) for link in event.links)
    # A day of another year is told as that, and says nothing of the order.
    ordered = event.date.precision is DatePrecision.DAY and not _outside(
        event.date, event.report_year
    )
    starts = event.date.earliest if ordered else None
    short = tuple(
        record.finds_slip(slip, "text", event.text) for slip in words.abbreviations(event.text)
    )
    return CheckedEvent(
        record,
        event.report_year,
        event.printed,
        event.date.text.strip(),
        starts,
        links,
        tuple(findings),
        short,
    )


def _named(content: RegisterContent, event: Event) -> str:
    """Return the date as the place names it; among all years the report year is named too."""
    if content.year is not None:
        return event.date.text.strip()
    return f"{event.date.text.strip()} ({event.report_year})".strip()


def _own(event: Event, record: CheckedRecord, home: Cell | None) -> Iterator[Finding]:
    wording, text = event.date.text.strip(), event.text.strip()
    if home is None:
        yield record.finds(FindingCode.EVENT_WITHOUT_PLACE, text=event.text or event.date.text)
    if not wording:
        yield record.finds(FindingCode.EVENT_WITHOUT_DATE, "date", text=text)
    if not text:
        yield record.finds(FindingCode.EVENT_WITHOUT_TEXT, "text", text=wording)
    yield from date_findings(record, "date", event.date, event.report_year)
    if _outside(event.date, event.report_year):
        yield record.finds(
            FindingCode.OUTSIDE_YEAR, "date", text=wording, year=str(event.report_year)
        )


def date_findings(
    record: CheckedRecord, on: str, date: PartialDate, year: int | None = None
) -> Iterator[Finding]:
    """Yield what is amiss with the wording of a date."""
    for slip in (*punctuation.leading_mark(date.text), *punctuation.span_dash(date.text)):
        yield record.finds_slip(slip, on, date.text)
    if date.readable or not date.text.strip():
        return
    reason = unreadable_reason(date.text, year)
    yield record.finds(
        FindingCode.UNREADABLE_DATE, on, text=date.text, reason="" if reason is None else reason
    )


def _outside(date: PartialDate, year: int) -> bool:
    """Tell whether a readable date has no day in the year; a span that reaches into it has."""
    if date.earliest is None or date.latest is None:
        return False
    return not date.earliest.year <= year <= date.latest.year


def text_slips(text: str, country: str, spelling: Spelling | None) -> Iterator[Slip]:
    """Yield the slips that any printed text may have; ``country`` is the name of its country."""
    yield from punctuation.leading_mark(text)
    yield from punctuation.punctuation(text)
    yield from usual_forms.usual_forms(text)
    yield from usual_forms.state_names(text, country)
    yield from words.mixed(text)
    if spelling is not None:
        yield from words.misspelled(text, spelling)


def _slips(text: str, country: str, spelling: Spelling | None) -> Iterator[Slip]:
    slips = list(text_slips(text, country, spelling))
    yield from slips
    last = max((slip.at + len(slip.found) for slip in slips if slip.proposed), default=0)
    # «2020-2023 гг» at the end is told once, as what it is.
    if last < len(text.rstrip()):
        yield from punctuation.event_end(text)


def in_order(events: Sequence[CheckedEvent]) -> Iterator[Finding]:
    """Yield the findings of a cell's events in turn: one may begin before the one above it.

    Each report year has a table, and an order, of its own.
    """
    above: dict[int, CheckedEvent] = {}
    told = 0
    for event in events:
        yield from event.findings
        if event.starts is None:
            continue
        before = above.get(event.year)
        if (
            before is not None
            and before.starts is not None
            and event.starts < before.starts
            and told < _MOST_OF_A_CELL
        ):
            told += 1
            yield event.record.finds(
                FindingCode.OUT_OF_ORDER, "date", text=event.wording, other=before.wording
            )
        above[event.year] = event
