"""A register's content as the object of the JSON interchange."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partners_app.domain.event_order import cell_of
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import (
    Agreement,
    AgreementDate,
    Country,
    Event,
    EventLink,
    OtherName,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.exchange.register_keys import (
    AGREEMENT_DETAILS,
    EVENT_DETAILS,
    OTHER_NAME_DETAILS,
    PARTNER_DETAILS,
    Detail,
    Form,
)

_Cell = tuple[str, int]


def to_json(content: RegisterContent, settings: Mapping[str, str]) -> dict[str, Any]:
    """Return the whole content as JSON values, the keys in their fixed order.

    ``settings`` are those that differ from what a new register has. The year is that of the
    content or else the newest report year; None when there is no event at all.
    """
    newest = max((event.report_year for event in content.events), default=None)
    writing = _Writing(content)
    found: dict[str, Any] = {
        "title": content.title,
        "year": newest if content.year is None else content.year,
    }
    if settings:
        found["settings"] = dict(sorted(settings.items()))
    found["regions"] = [writing.region(region) for region in content.regions]
    unplaced = [writing.event(event, None) for event in content.events if not event.links]
    if unplaced:
        found["events"] = unplaced
    return found


def date_lines(dates: Iterable[AgreementDate]) -> list[str]:
    """Return an agreement's dates line by line: a separator joins a date to the one before."""
    lines: list[str] = []
    for date in dates:
        if lines and date.separator:
            lines[-1] += date.separator + date.date.text
        else:
            lines.append(date.date.text)
    return lines


def date_values(date: PartialDate) -> dict[str, str | None]:
    """Return start, end and precision; the end is None for a single day."""
    if date.earliest is None or date.latest is None or date.precision is None:
        return {"start": None, "end": None, "precision": None}
    return {
        "start": date.earliest.isoformat(),
        "end": date.latest.isoformat() if date.is_span else None,
        "precision": date.precision.value,
    }


@dataclass(frozen=True, slots=True)
class _Standing:
    """One event in one cell, with its link to it."""

    event: Event
    link: EventLink


class _Writing:
    """The content, grouped by what stands where."""

    def __init__(self, content: RegisterContent) -> None:
        self._countries = _grouped(content.countries, "region_id")
        self._partners = _grouped(content.partners, "country_id")
        self._agreements = _grouped(content.agreements, "partner_id")
        self._agreement_uuids = {agreement.id: agreement.uuid for agreement in content.agreements}
        self._owner_uuids: dict[_Cell, str] = {
            ("country", country.id): country.uuid for country in content.countries
        } | {("partner", partner.id): partner.uuid for partner in content.partners}
        self._cells: dict[_Cell, list[_Standing]] = {}
        for event in content.events:
            for link in event.links:
                self._cells.setdefault(cell_of(link), []).append(_Standing(event, link))
        for standing in self._cells.values():
            standing.sort(key=lambda item: (item.link.position, item.link.id))
        ranks: dict[_Cell, int] = {}
        for region in content.regions:
            for country in self._countries.get(region.id, []):
                ranks["country", country.id] = len(ranks)
                for partner in self._partners.get(country.id, []):
                    ranks["partner", partner.id] = len(ranks)
        # An event is written once: in the first cell of the table that it stands in.
        self._first_links = {
            event.id: min(
                event.links, key=lambda link: (ranks[cell_of(link)], link.position, link.id)
            )
            for event in content.events
            if event.links
        }

    def region(self, region: Region) -> dict[str, Any]:
        found: dict[str, Any] = {"id": region.uuid, "name": region.name, "heading": region.heading}
        if region.remark:
            found["remark"] = region.remark
        countries = self._countries.get(region.id, [])
        found["countries"] = [self.country(country) for country in countries]
        return found

    def country(self, country: Country) -> dict[str, Any]:
        found: dict[str, Any] = {"id": country.uuid, "name": country.name}
        _put_other_names(found, country.other_names)
        if country.remark:
            found["remark"] = country.remark
        events = self._events_of(("country", country.id))
        if events:
            found["events"] = events
        partners = self._partners.get(country.id, [])
        found["partners"] = [self.partner(partner) for partner in partners]
        return found

    def partner(self, partner: Partner) -> dict[str, Any]:
        found: dict[str, Any] = {
            "id": partner.uuid,
            "city": partner.name,
            "kind": partner.kind.value,
            "latitude": partner.latitude,
            "longitude": partner.longitude,
        }
        _put_other_names(found, partner.other_names)
        _put_details(found, partner, PARTNER_DETAILS)
        agreements = self._agreements.get(partner.id, [])
        found["agreements"] = [self.agreement(agreement) for agreement in agreements]
        found["events"] = self._events_of(("partner", partner.id))
        return found

    def agreement(self, agreement: Agreement) -> dict[str, Any]:
        found: dict[str, Any] = {
            "id": agreement.uuid,
            "kind": None if agreement.kind is None else agreement.kind.value,
            "basis": agreement.title,
            "dates": date_lines(agreement.dates),
            "date_details": [_date_detail(date) for date in agreement.dates],
        }
        _put_details(found, agreement, AGREEMENT_DETAILS)
        if agreement.links:
            found["links"] = [
                {
                    "id": link.uuid,
                    "agreement_id": self._agreement_uuids[link.other_id],
                    "kind": link.kind.value,
                }
                for link in agreement.links
            ]
        return found

    def event(self, event: Event, link: EventLink | None) -> dict[str, Any]:
        found: dict[str, Any] = {
            "id": event.uuid,
            "date_text": event.date.text,
            **date_values(event.date),
            "text": event.text,
            "kind": None if event.kind is None else event.kind.value,
            "format": None if event.format is None else event.format.value,
            "report_year": event.report_year,
            "printed": event.printed,
        }
        _put_details(found, event, EVENT_DETAILS)
        if link is not None:
            found["link_id"] = link.uuid
            self._put_other_links(found, event, link)
        return found

    def _events_of(self, cell: _Cell) -> list[dict[str, Any]]:
        return [
            self.event(standing.event, standing.link)
            for standing in self._cells.get(cell, [])
            if self._first_links[standing.event.id] is standing.link
        ]

    def _put_other_links(self, found: dict[str, Any], event: Event, first: EventLink) -> None:
        others = [link for link in event.links if link is not first]
        if not others:
            return
        found["partner_ids"] = [
            self._owner_uuids[cell_of(link)]
            for link in (first, *others)
            if link.partner_id is not None
        ]
        found["other_links"] = [
            {
                "id": link.uuid,
                f"{cell_of(link)[0]}_id": self._owner_uuids[cell_of(link)],
                "place": self._place(link),
            }
            for link in others
        ]

    def _place(self, link: EventLink) -> int:
        links = [standing.link for standing in self._cells[cell_of(link)]]
        return next(place for place, item in enumerate(links) if item is link)


def _grouped(records: Sequence[Any], field: str) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = {}
    for record in records:
        groups.setdefault(getattr(record, field), []).append(record)
    return groups


def _put_other_names(found: dict[str, Any], names: tuple[OtherName, ...]) -> None:
    if names:
        found["other_names"] = []
        for name in names:
            values: dict[str, Any] = {"id": name.uuid, "name": name.name}
            _put_details(values, name, OTHER_NAME_DETAILS)
            found["other_names"].append(values)


def _put_details(found: dict[str, Any], record: object, details: tuple[Detail, ...]) -> None:
    for detail in details:
        value = getattr(record, detail.key)
        if detail.form is Form.DATE:
            if value.text:
                found[detail.key] = value.text
        elif value != detail.default:
            found[detail.key] = value.value if detail.form is Form.CHOICE else value


def _date_detail(date: AgreementDate) -> dict[str, Any]:
    return {
        "id": date.uuid,
        "text": date.date.text,
        "separator": date.separator,
        "meaning": None if date.meaning is None else date.meaning.value,
        "edtf": date.date.edtf,
    }
