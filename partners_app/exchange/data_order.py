"""The records that were read from a data workbook, and their order.

The order of the rows in a sheet says nothing: a clerk sorts them. What was exported keeps its place
in the hidden column, what is new or has moved comes last.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from partners_app.domain.content_rows import POSITION_GAP
from partners_app.domain.event_order import cell_of, event_place
from partners_app.domain.records import Country, Event, EventLink, Partner, RegisterContent


class DataRecords:
    """Records by table and uuid; ``last_in_cell`` are the links that have no place yet."""

    def __init__(self) -> None:
        """Start with none."""
        self.found: dict[str, dict[str, Any]] = {
            table: {} for table in ("region", "country", "partner", "agreement", "event")
        }
        self.last_in_cell: list[EventLink] = []
        self._positions: dict[str, int] = {}

    def add(self, table: str, record: Any, position: int | None) -> None:
        """Add a record; without a position it comes last among those under the same one."""
        self.found[table][record.uuid] = record
        if position is not None:
            self._positions[record.uuid] = position

    def country_of(self, partner: Partner) -> Country:
        """Return the country of a partner."""
        countries: Iterable[Country] = self.found["country"].values()
        return next(country for country in countries if country.id == partner.country_id)

    def content(self, title: str, year: int | None) -> RegisterContent:
        """Return all records in report order."""
        regions = self._in_order("region", "", [None])
        countries = self._in_order("country", "region_id", [item.id for item in regions])
        partners = self._in_order("partner", "country_id", [item.id for item in countries])
        agreements = self._in_order("agreement", "partner_id", [item.id for item in partners])
        events = self._events()
        placed = [event for event in events if event.links]
        placed.sort(key=event_place(countries, partners))
        unplaced = [event for event in events if not event.links]
        return RegisterContent(
            title,
            tuple(regions),
            tuple(countries),
            tuple(partners),
            tuple(agreements),
            (*placed, *unplaced),
            year,
        )

    def _in_order(self, table: str, parent: str, parents: Iterable[int | None]) -> list[Any]:
        """Return the records of a table by their ``parent``, in the order of the parents."""
        under: dict[int | None, list[Any]] = {number: [] for number in parents}
        for record in self.found[table].values():
            under[getattr(record, parent) if parent else None].append(record)
        return [record for records in under.values() for record in self._settled(records)]

    def _settled(self, records: list[Any]) -> list[Any]:
        """Give records of one parent their positions, and return them in that order."""
        last = max((self._positions.get(record.uuid, 0) for record in records), default=0)
        settled = []
        for record in records:
            position = self._positions.get(record.uuid)
            if position is None:
                last = position = last + POSITION_GAP
            settled.append(replace(record, position=position))
        return sorted(settled, key=lambda record: record.position)

    def _events(self) -> list[Event]:
        events: list[Event] = list(self.found["event"].values())
        if not self.last_in_cell:
            return events
        last: dict[tuple[str, int], int] = {}
        for event in events:
            for link in event.links:
                cell = cell_of(link)
                last[cell] = max(last.get(cell, 0), link.position)
        places: dict[int, int] = {}
        for link in self.last_in_cell:
            cell = cell_of(link)
            places[link.id] = last[cell] = last.get(cell, 0) + POSITION_GAP
        return [
            replace(
                event,
                links=tuple(
                    replace(link, position=places.get(link.id, link.position))
                    for link in event.links
                ),
            )
            for event in events
        ]
