"""Where a record stands in the tree, in names: «Европа», «Финляндия», «г. Турку»."""

from collections.abc import Mapping
from typing import Any

from partners_app.domain.records import Event
from partners_app.storage import queries
from partners_app.storage.engine import Connection

Place = tuple[str, ...]
"""Names from the band inwards."""


class RecordPlaces:
    """The names of all bands, countries and partners, read once."""

    def __init__(self, connection: Connection) -> None:
        """Read the names."""
        self.regions = {item.id: item for item in queries.regions(connection)}
        self.countries = {item.id: item for item in queries.countries(connection)}
        self.partners = {item.id: item for item in queries.partners(connection)}

    def of_partner(self, partner_id: object) -> Place:
        """Return band, country and partner; a country as a whole has no name of its own."""
        partner = self.partners.get(partner_id) if isinstance(partner_id, int) else None
        if partner is None:
            return ()
        above = self.of_country(partner.country_id)
        return (*above, partner.name) if partner.name else above

    def of_country(self, country_id: object) -> Place:
        """Return band and country."""
        land = self.countries.get(country_id) if isinstance(country_id, int) else None
        return () if land is None else (*self.of_region(land.region_id), land.name)

    def of_region(self, region_id: object) -> Place:
        """Return the band."""
        band = self.regions.get(region_id) if isinstance(region_id, int) else None
        return () if band is None else (band.name,)

    def of_event(self, event: Event) -> Place:
        """Return the first place that an event stands in."""
        for link in event.links[:1]:
            return self.of_link({"partner_id": link.partner_id, "country_id": link.country_id})
        return ()

    def of_link(self, row: Mapping[str, Any]) -> Place:
        """Return the place that a row with a partner or a country refers to."""
        return self.of_partner(row.get("partner_id")) or self.of_country(row.get("country_id"))
