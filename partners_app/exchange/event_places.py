"""The places of events in the cells of the table, in the JSON interchange.

An event is written once, in the first cell of the table that it stands in, in the order of that
cell; ``other_links`` says its place in the others, counted from 0 among all events of the cell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from partners_app.domain.content_rows import positions
from partners_app.domain.event_order import cell_of, event_place
from partners_app.domain.input_problems import InputProblem
from partners_app.domain.records import Country, Event, EventLink, Partner
from partners_app.exchange import register_keys as keys
from partners_app.exchange.json_source import Source
from partners_app.exchange.register_json_intake import Intake

Cell = tuple[str, int]
"""The table, partner or country, and the number of whose cell it is."""

_MOST_PLACES = 1_000_000


@dataclass(slots=True)
class _Draft:
    """An event whose places are not settled yet."""

    event: Event
    source: Source
    links: list[EventLink]


@dataclass(slots=True)
class EventPlaces:
    """Gathers events with the cells they stand in, and puts them in order at the end."""

    intake: Intake
    owners: dict[str, Cell] = field(default_factory=dict)
    _drafts: list[_Draft] = field(default_factory=list)

    def add(self, event: Event, source: Source, cell: Cell | None) -> None:
        """Take an event that is written in a cell, or in none."""
        links = []
        if cell is not None:
            links.append(self._link(cell, self.intake.uuid(source, "link_id")))
        self._drafts.append(_Draft(event, source, links))

    def _link(self, cell: tuple[str, int], uuid: str) -> EventLink:
        table, owner = cell
        return EventLink(
            self.intake.number("event_link"),
            uuid,
            owner if table == "partner" else None,
            owner if table == "country" else None,
            0,
        )

    def in_order(
        self, countries: Sequence[Country], partners: Sequence[Partner]
    ) -> tuple[Event, ...]:
        """Return all events in report order, linked; those without a cell last.

        Raises InputBroken where an event names a partner or a country that the file lacks.
        """
        cells: dict[Cell, list[EventLink]] = {}
        for draft in self._drafts:
            for link in draft.links:
                cells.setdefault(cell_of(link), []).append(link)
        guests: list[tuple[int, EventLink]] = []
        for draft in self._drafts:
            for link, place in self._other_links(draft):
                draft.links.append(link)
                if place is None:
                    cells.setdefault(cell_of(link), []).append(link)
                else:
                    guests.append((place, link))
        # From the first place to the last, so that each ends where it was counted.
        for place, link in sorted(guests, key=lambda guest: guest[0]):
            cells.setdefault(cell_of(link), []).insert(place, link)
        settled = {
            link.id: replace(link, position=position)
            for links in cells.values()
            for position, link in zip(positions(len(links)), links, strict=True)
        }
        events = [
            replace(draft.event, links=tuple(settled[link.id] for link in draft.links))
            for draft in self._drafts
        ]
        placed = [event for event in events if event.links]
        placed.sort(key=event_place(countries, partners))
        return (*placed, *(event for event in events if not event.links))

    def _other_links(self, draft: _Draft) -> Iterable[tuple[EventLink, int | None]]:
        source = draft.source
        linked = {cell_of(link) for link in draft.links}
        for item in source.objects("other_links", required=False):
            uuid = self.intake.uuid(item)
            self.intake.expect(item, keys.OTHER_LINK_KEYS, "event_link", uuid, "")
            key = "partner_id" if item.values.get("partner_id") is not None else "country_id"
            owner = item.uuid(key)
            if owner is None:
                raise item.broken(InputProblem.MISSING_KEY, key)
            cell = self._owner(item, key, owner)
            linked.add(cell)
            yield self._link(cell, uuid), item.integer_or_none("place", 0, _MOST_PLACES)
        for number, owner in enumerate(source.uuids("partner_ids")):
            cell = self._owner(source, f"partner_ids[{number}]", owner)
            if cell not in linked:
                linked.add(cell)
                yield self._link(cell, self.intake.new_uuid()), None

    def _owner(self, source: Source, key: str, uuid: str) -> Cell:
        found = self.owners.get(uuid)
        if found is None or not key.startswith(found[0]):
            raise source.broken(InputProblem.UNKNOWN_REFERENCE, key, uuid)
        return found
