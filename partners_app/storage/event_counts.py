"""How many events of a year stand in each place, and which: read from the links alone."""

from collections import Counter, defaultdict

from sqlalchemy import Connection, func, select

from partners_app.storage import report_order
from partners_app.storage.event_queries import Scope, ScopeKind
from partners_app.storage.report_order import ids_of_year
from partners_app.storage.schema import country, event, event_link, partner


def event_counts(connection: Connection, year: int) -> dict[Scope, int]:
    """Return the number of events of a year in every scope that has any; each counted once."""
    above = _scopes_above(connection)
    of_year = event_link.c.event_id.in_(ids_of_year(year))
    cell = (event_link.c.partner_id, event_link.c.country_id)
    counts: Counter[Scope] = Counter()
    for partner_id, country_id, links in connection.execute(
        select(*cell, func.count()).where(of_year).group_by(*cell)
    ):
        for scope in above[partner_id, country_id]:
            counts[scope] += links
    # An event in several cells was counted in each of them.
    linked = select(event_link.c.event_id).group_by(event_link.c.event_id)
    several = event_link.c.event_id.in_(linked.having(func.count() > 1))
    shared = select(event_link.c.event_id, *cell).join(event, event.c.id == event_link.c.event_id)
    scopes: dict[int, Counter[Scope]] = defaultdict(Counter)
    for event_id, partner_id, country_id in connection.execute(
        shared.where(several, event.c.report_year + 0 == year)
    ):
        scopes[event_id].update(above[partner_id, country_id])
    for found in scopes.values():
        for scope, times in found.items():
            counts[scope] -= times - 1
    counts[Scope()] = report_order.count(connection, year)
    return dict(counts)


def ids_of(connection: Connection, year: int) -> list[int]:
    """Return the ids of the events of a year, in no order."""
    return list(connection.execute(ids_of_year(year)).scalars())


def one_of_each_cell(connection: Connection, year: int) -> set[int]:
    """Return the id of one event of a year for each partner and country that has any of its own."""
    query = (
        select(func.min(event_link.c.event_id))
        .where(event_link.c.event_id.in_(ids_of_year(year)))
        .group_by(event_link.c.partner_id, event_link.c.country_id)
    )
    return set(connection.execute(query).scalars())


def _scopes_above(
    connection: Connection,
) -> dict[tuple[int | None, int | None], tuple[Scope, ...]]:
    """Return partner, country and band of each cell, by the partner's or the country's id."""
    found: dict[tuple[int | None, int | None], tuple[Scope, ...]] = {}
    for row_id, region_id in connection.execute(select(country.c.id, country.c.region_id)):
        land = Scope(ScopeKind.COUNTRY, row_id)
        found[None, row_id] = (land, Scope(ScopeKind.REGION, region_id))
    for row_id, country_id in connection.execute(select(partner.c.id, partner.c.country_id)):
        found[row_id, None] = (Scope(ScopeKind.PARTNER, row_id), *found[None, country_id])
    return found
