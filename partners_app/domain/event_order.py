"""The order in which events stand in the yearly table."""

from collections.abc import Callable, Iterable

from partners_app.domain.records import Country, Event, EventLink, Partner


def event_place(
    countries: Iterable[Country], partners: Iterable[Partner]
) -> Callable[[Event], tuple[int, ...]]:
    """Return the sort key that puts events into report order: by the first cell they stand in.

    A whole country's cell stands before those of its partners; events without a cell come last.
    """
    cells: dict[tuple[str, int], int] = {}
    of_country: dict[int, list[int]] = {}
    for partner in partners:
        of_country.setdefault(partner.country_id, []).append(partner.id)
    for country in countries:
        cells["country", country.id] = len(cells)
        for partner_id in of_country.get(country.id, ()):
            cells["partner", partner_id] = len(cells)

    def place(event: Event) -> tuple[int, ...]:
        places = [(cells[cell_of(link)], link.position, link.id) for link in event.links]
        return (*min(places, default=(len(cells), 0, 0)), event.id)

    return place


def cell_of(link: EventLink) -> tuple[str, int]:
    """Return the cell that a link stands for: the table and the id of its partner or country."""
    if link.partner_id is not None:
        return "partner", link.partner_id
    if link.country_id is not None:
        return "country", link.country_id
    raise ValueError("an event link names a partner or a country")
