"""What partners and countries are called in a line of their own: «Япония, г. Осака»."""

from partners_app.domain.event_order import cell_of
from partners_app.domain.records import Event, RegisterContent

WHOLE_COUNTRY = "вся страна"


class PlaceLabels:
    """The labels of all partners and countries of a content."""

    def __init__(self, content: RegisterContent) -> None:
        """Take the names; a partner without one is called by its country."""
        self.countries = {item.id: " ".join(item.name.split()) for item in content.countries}
        self.partners = {
            item.id: self._of_partner(item.country_id, item.name) for item in content.partners
        }

    def _of_partner(self, country_id: int, name: str | None) -> str:
        country, own = self.countries.get(country_id, ""), " ".join((name or "").split())
        # «г.» does not stay alone at the end of a line.
        own = own.replace("г. ", "г.\u00a0")
        return ", ".join(part for part in (country, own) if part)

    def of_event(self, event: Event) -> str:
        """Return the places of an event, a line for each."""
        found: list[str] = []
        for link in event.links:
            table, number = cell_of(link)
            if table == "partner":
                found.append(self.partners.get(number, ""))
            else:
                found.append(f"{self.countries.get(number, '')} ({WHOLE_COUNTRY})")
        return "\n".join(found)
