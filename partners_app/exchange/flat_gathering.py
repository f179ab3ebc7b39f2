"""What the rows of a flat table say, put together: one record for each country and partner named.

Names are compared folded. A country whose band no row names gets a band without a name, which
states nothing: the register knows where the country belongs. An event of a row without a partner
is one of the whole country; an agreement needs a partner, so it gets the country's own one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from partners_app.domain.content_rows import POSITION_GAP, positions
from partners_app.domain.event_order import event_place
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.incoming import SourcePlace
from partners_app.domain.names import fold, fold_text, partner_kind
from partners_app.domain.records import (
    Agreement,
    Country,
    Event,
    EventLink,
    OtherName,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.exchange.flat_cells import Cell
from partners_app.exchange.flat_record import Told
from partners_app.exchange.flat_rows import Named, RowSays

__all__ = ["Gathering"]


@dataclass(frozen=True, slots=True)
class _Owner:
    """The cell of the yearly table that an event stands in."""

    country_id: int
    partner_id: int | None


class Gathering:
    """Takes the rows of the table ``sheet`` in their order and makes records of them."""

    def __init__(self, sheet: str) -> None:
        """Start with nothing."""
        self.findings: list[Finding] = []
        self.stated: dict[str, frozenset[str]] = {}
        self.places: dict[str, SourcePlace] = {}
        self._sheet = sheet
        self._numbers: Counter[str] = Counter()
        self._positions: Counter[tuple[str, int]] = Counter()
        self._regions: dict[str, Region] = {}
        self._countries: dict[str, Country] = {}
        self._partners: dict[tuple[int, str], Partner] = {}
        self._details: dict[str, dict[str, Any]] = {}
        self._agreements: dict[tuple[object, ...], Agreement] = {}
        self._events: list[Event] = []
        self._merged_events: dict[tuple[tuple[int, int], ...], range] = {}

    def add(self, says: RowSays, *, agreement_once: bool) -> None:
        """Take a row; with ``agreement_once`` a partner's agreement said again is no second one."""
        country = self._country(says)
        partner = None
        if says.partner is not None or says.details or says.agreement is not None:
            partner = self._partner(country, says)
        if says.agreement is not None and partner is not None:
            self._add_agreement(says, says.agreement, partner, agreement_once)
        named = None if says.partner is None or partner is None else partner.id
        self._add_events(says, _Owner(country.id, named))

    def content(self) -> RegisterContent:
        """Return the records in the order of the yearly table."""
        used = {country.region_id for country in self._countries.values()}
        regions = [region for region in self._regions.values() if region.id in used]
        order = {region.id: number for number, region in enumerate(regions)}
        countries = sorted(self._countries.values(), key=lambda one: order[one.region_id])
        of_country = {country.id: number for number, country in enumerate(countries)}
        partners = sorted(self._partners.values(), key=lambda one: of_country[one.country_id])
        of_partner = {partner.id: number for number, partner in enumerate(partners)}
        agreements = sorted(self._agreements.values(), key=lambda one: of_partner[one.partner_id])
        return RegisterContent(
            "",
            tuple(regions),
            tuple(
                replace(country, position=position)
                for country, position in zip(countries, positions(len(countries)), strict=True)
            ),
            tuple(partners),
            tuple(agreements),
            tuple(sorted(self._events, key=event_place(countries, partners))),
        )

    def _number(self, table: str) -> int:
        self._numbers[table] -= 1
        return self._numbers[table]

    def _position(self, table: str, owner: int) -> int:
        self._positions[table, owner] += POSITION_GAP
        return self._positions[table, owner]

    def _note_new(self, uuid: str, cell: Cell, stated: Iterable[str]) -> None:
        self.places[uuid] = SourcePlace(self._sheet, cell.row, cell.column)
        self.stated[uuid] = frozenset(stated)

    def _region(self, band: Named | None, cell: Cell) -> Region:
        name = "" if band is None else band.name
        key = fold_text(name)
        if key not in self._regions:
            number = self._number("region")
            region = Region(number, str(uuid4()), name, name.upper(), -number * POSITION_GAP)
            self._regions[key] = region
            self._note_new(region.uuid, cell, {"name"} if name else ())
        return self._regions[key]

    def _country(self, says: RowSays) -> Country:
        key = fold(says.country.name)
        known = self._countries.get(key)
        if known is None:
            region = self._region(says.band, says.country.cell)
            uuid = str(uuid4())
            known = Country(self._number("country"), uuid, region.id, says.country.name, 0)
            self._note_new(uuid, says.country.cell, {"name"})
        if says.band is not None:
            known = self._in_band(known, says.band)
        self._countries[key] = known
        return known

    def _in_band(self, country: Country, band: Named) -> Country:
        """Return a country in the band that a row names; the first row that names one decides."""
        region = self._region(band, band.cell)
        if "parent" not in self.stated[country.uuid]:
            self.stated[country.uuid] |= {"parent"}
            return replace(country, region_id=region.id)
        if country.region_id != region.id:
            self._differ("country", country.uuid, "parent", country.name, band.cell)
        return country

    def _partner(self, country: Country, says: RowSays) -> Partner:
        named = says.partner or Named("", says.country.cell)
        key = (country.id, fold(named.name))
        partner = self._partners.get(key)
        if partner is None:
            partner = Partner(
                self._number("partner"),
                str(uuid4()),
                country.id,
                partner_kind(named.name),
                named.name or None,
                self._position("partner", country.id),
            )
            self._note_new(partner.uuid, named.cell, {"name"})
        self._partners[key] = partner = self._with_details(partner, says, named)
        return partner

    def _with_details(self, partner: Partner, says: RowSays, named: Named) -> Partner:
        """Return a partner with what a row says of it; the first row that says a thing decides."""
        known = self._details.setdefault(partner.uuid, {})
        self.findings += [replace(one, record=partner.uuid) for one in says.detail_findings]
        for name, value in says.details.items():
            if known.setdefault(name, value) != value:
                self._differ("partner", partner.uuid, name, named.name, named.cell)
        stated = self.stated[partner.uuid]
        new = {name: value for name, value in says.details.items() if name not in stated}
        self.stated[partner.uuid] = stated | new.keys()
        if "other_names" in new:
            new["other_names"] = tuple(
                OtherName(self._number("other_name"), str(uuid4()), name)
                for name in new["other_names"]
            )
        return replace(partner, **new) if new else partner

    def _differ(self, table: str, uuid: str, name: str, text: str, cell: Cell) -> None:
        values = {"text": text, "place": f"{self._sheet}!{cell.name}"}
        self.findings.append(
            Finding(FindingCode.VALUES_DIFFER, Severity.WARNING, table, uuid, name, values)
        )

    def _add_agreement(
        self, says: RowSays, told: Told[Agreement], partner: Partner, once: bool
    ) -> None:
        agreement = told.record
        wordings = tuple(date.date.text for date in agreement.dates)
        said = (fold_text(agreement.title or ""), wordings) if once else says.agreement_cells
        key = (partner.id, said)
        if key in self._agreements:
            return
        self._agreements[key] = replace(
            agreement,
            id=self._number("agreement"),
            partner_id=partner.id,
            position=self._position("agreement", partner.id),
            dates=tuple(
                replace(date, id=self._number("agreement_date")) for date in agreement.dates
            ),
        )
        where = {"parent"} if says.partner is not None else set()
        self._note_new(agreement.uuid, told.cell, told.stated | where)
        self.findings += told.findings

    def _add_events(self, says: RowSays, owner: _Owner) -> None:
        if not says.events:
            return
        known = self._merged_events.get(says.event_cells)
        if known is not None:
            for number in known:
                self._link_too(number, owner)
            return
        first = len(self._events)
        for told in says.events:
            event = replace(told.record, id=self._number("event"), links=(self._link(owner),))
            self._events.append(event)
            self._note_new(event.uuid, told.cell, told.stated)
            self.findings += told.findings
        self._merged_events[says.event_cells] = range(first, len(self._events))

    def _link(self, owner: _Owner) -> EventLink:
        number, uuid = self._number("event_link"), str(uuid4())
        if owner.partner_id is None:
            position = self._position("country_event", owner.country_id)
            return EventLink(number, uuid, None, owner.country_id, position)
        position = self._position("partner_event", owner.partner_id)
        return EventLink(number, uuid, owner.partner_id, None, position)

    def _link_too(self, number: int, owner: _Owner) -> None:
        """Let an event that is merged over rows of several partners stand under each of them."""
        event = self._events[number]
        places = [(link.partner_id, link.country_id) for link in event.links]
        here = (owner.partner_id, None if owner.partner_id is not None else owner.country_id)
        if here not in places:
            self._events[number] = replace(event, links=(*event.links, self._link(owner)))
