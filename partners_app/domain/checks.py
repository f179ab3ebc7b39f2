"""Rules that look at records before a report: what is missing, unreadable or probably mistyped.

Rules warn and change nothing: the register keeps what a clerk typed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from partners_app.domain.event_order import cell_of
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.names import unpaired
from partners_app.domain.partial_date import PartialDate, unreadable_reason
from partners_app.domain.records import Agreement, Country, Event, Partner, RegisterContent
from partners_app.domain.report import build_report

__all__ = ["check_content"]

_CONTEXT = 30
"""Characters shown on either side of an unpaired sign."""

_SEVERITY = {
    FindingCode.UNREADABLE_DATE: Severity.WARNING,
    FindingCode.NO_BASIS: Severity.WARNING,
    FindingCode.NO_EVENTS: Severity.NOTE,
    FindingCode.EMPTY_AGREEMENT: Severity.WARNING,
    FindingCode.AGREEMENT_WITHOUT_DATE: Severity.ERROR,
    FindingCode.DATE_WITHOUT_DOCUMENT: Severity.NOTE,
    FindingCode.EVENT_WITHOUT_DATE: Severity.WARNING,
    FindingCode.EVENT_WITHOUT_TEXT: Severity.ERROR,
    FindingCode.EVENT_WITHOUT_PLACE: Severity.ERROR,
    FindingCode.OUTSIDE_YEAR: Severity.WARNING,
    FindingCode.UNPAIRED_SIGN: Severity.WARNING,
}


def check_content(content: RegisterContent) -> list[Finding]:
    """Return what is doubtful in a register, in report order.

    A content of one year also tells which partners have no events in it, and leaves out partners
    that do not stand in that year's table. Every finding has its place, «Япония · г. Осака · 29
    октября», in ``values["place"]``.
    """
    return list(_content(content))


@dataclass(frozen=True, slots=True)
class _Record:
    """A record under check: its row and where it stands in the table."""

    table: str
    uuid: str
    place: tuple[str, ...] = field(default=())

    def finds(self, code: FindingCode, on: str = "", **values: str) -> Finding:
        """Return a finding about the record, or about its field ``on``."""
        named = {**values, "place": " · ".join(part for part in self.place if part)}
        return Finding(code, _SEVERITY[code], self.table, self.uuid, on, named)


def _content(content: RegisterContent) -> Iterator[Finding]:
    partners: dict[int, list[Partner]] = defaultdict(list)
    for partner in content.partners:
        partners[partner.country_id].append(partner)
    agreements: dict[int, list[Agreement]] = defaultdict(list)
    for agreement in content.agreements:
        agreements[agreement.partner_id].append(agreement)
    events = _events_of_cells(content, partners)
    with_events = {link.partner_id for event in content.events for link in event.links}
    standing = _standing(content)
    for region in content.regions:
        yield from _signs(_Record("region", region.uuid, (region.name,)), "name", region.name)
    for country in content.countries:
        record = _Record("country", country.uuid, (country.name,))
        yield from _signs(record, "name", country.name)
        yield from _events(content, events.get(("country", country.id), ()), record.place)
        for partner in partners[country.id]:
            if partner.uuid not in standing:
                continue
            yield from _partner(partner, country, agreements[partner.id])
            if content.year is not None and partner.id not in with_events:
                yield _partner_record(partner, country).finds(
                    FindingCode.NO_EVENTS, year=str(content.year)
                )
            place = _partner_record(partner, country).place
            yield from _events(content, events.get(("partner", partner.id), ()), place)
    for event in events.get(None, ()):
        record = _Record("event", event.uuid, (_event_date(content, event),))
        yield record.finds(FindingCode.EVENT_WITHOUT_PLACE, text=event.text or event.date.text)
        yield from _event(event, record)


def _standing(content: RegisterContent) -> set[str]:
    """Return the UUIDs of the partners that stand in the year's table; of all without a year."""
    if content.year is None:
        return {partner.uuid for partner in content.partners}
    blocks = build_report(content, content.year).blocks
    return {block.partner_uuid for block in blocks if block.partner_uuid is not None}


def _events_of_cells(
    content: RegisterContent, partners: Mapping[int, Iterable[Partner]]
) -> dict[tuple[str, int] | None, list[Event]]:
    """Return the events by the cell they are printed in, the first of theirs; None: in no cell."""
    order: dict[tuple[str, int], int] = {}
    for country in content.countries:
        order["country", country.id] = len(order)
        for partner in partners.get(country.id, ()):
            order["partner", partner.id] = len(order)
    found: dict[tuple[str, int] | None, list[Event]] = defaultdict(list)
    for event in content.events:
        cells = [cell_of(link) for link in event.links]
        known = [cell for cell in cells if cell in order]
        found[min(known, key=order.__getitem__, default=None)].append(event)
    return found


def _partner_record(partner: Partner, country: Country) -> _Record:
    return _Record("partner", partner.uuid, (country.name, partner.name or ""))


def _partner(partner: Partner, country: Country, agreements: list[Agreement]) -> Iterator[Finding]:
    record = _partner_record(partner, country)
    if partner.name:
        yield from _signs(record, "name", partner.name)
    yield from _date(record, "status_date", partner.status_date)
    if not agreements:
        yield record.finds(FindingCode.NO_BASIS)
    for agreement in agreements:
        yield from _agreement(agreement, record.place)


def _agreement(agreement: Agreement, place: tuple[str, ...]) -> Iterator[Finding]:
    wordings = [date.date.text.strip() for date in agreement.dates]
    dates = ", ".join(wording for wording in wordings if wording)
    record = _Record("agreement", agreement.uuid, (*place, dates))
    title = (agreement.title or "").strip()
    if not title and not dates:
        yield record.finds(FindingCode.EMPTY_AGREEMENT)
    elif not title:
        yield record.finds(FindingCode.DATE_WITHOUT_DOCUMENT, "title", text=dates)
    elif not dates:
        yield record.finds(FindingCode.AGREEMENT_WITHOUT_DATE, "dates", text=title)
    yield from _signs(record, "title", title)
    for date in agreement.dates:
        yield from _date(_Record("agreement_date", date.uuid, record.place), "date", date.date)
    yield from _date(record, "valid_from", agreement.valid_from)
    yield from _date(record, "valid_to", agreement.valid_to)
    yield from _date(record, "registration_date", agreement.registration_date)


def _events(
    content: RegisterContent, events: Iterable[Event], place: tuple[str, ...]
) -> Iterator[Finding]:
    for event in events:
        yield from _event(
            event, _Record("event", event.uuid, (*place, _event_date(content, event)))
        )


def _event_date(content: RegisterContent, event: Event) -> str:
    """Return the date as the place names it; among all years the report year is named too."""
    if content.year is not None:
        return event.date.text.strip()
    return f"{event.date.text.strip()} ({event.report_year})".strip()


def _event(event: Event, record: _Record) -> Iterator[Finding]:
    wording, text = event.date.text.strip(), event.text.strip()
    if not wording:
        yield record.finds(FindingCode.EVENT_WITHOUT_DATE, "date", text=text)
    if not text:
        yield record.finds(FindingCode.EVENT_WITHOUT_TEXT, "text", text=wording)
    yield from _date(record, "date", event.date, event.report_year)
    if _outside(event.date, event.report_year):
        yield record.finds(
            FindingCode.OUTSIDE_YEAR, "date", text=wording, year=str(event.report_year)
        )
    yield from _signs(record, "text", event.text)


def _outside(date: PartialDate, year: int) -> bool:
    """Tell whether a readable date has no day in the year; a span that reaches into it has."""
    if date.earliest is None or date.latest is None:
        return False
    return not date.earliest.year <= year <= date.latest.year


def _date(
    record: _Record, on: str, date: PartialDate, year: int | None = None
) -> Iterator[Finding]:
    if date.readable or not date.text.strip():
        return
    reason = unreadable_reason(date.text, year)
    yield record.finds(
        FindingCode.UNREADABLE_DATE, on, text=date.text, reason="" if reason is None else reason
    )


def _signs(record: _Record, on: str, text: str) -> Iterator[Finding]:
    for place, sign in unpaired(text):
        yield record.finds(
            FindingCode.UNPAIRED_SIGN,
            on,
            sign=sign,
            text=_quote(text, place),
            at=str(place),
            found=sign,
        )


def _quote(text: str, place: int) -> str:
    """Return the words around a place, with «…» where the text is cut."""
    before, after = " ".join(text[:place].split()), " ".join(text[place + 1 :].split())
    if len(before) > _CONTEXT:
        before = "…" + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + "…"
    space_before = " " if text[:place][-1:].isspace() else ""
    space_after = " " if text[place + 1 :][:1].isspace() else ""
    return f"{before}{space_before}{text[place]}{space_after}{after}"
