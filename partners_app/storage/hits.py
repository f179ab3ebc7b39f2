"""The records that a search over everything finds, in the order of the report."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, select

from partners_app.storage import search
from partners_app.storage.schema import agreement, country, event, partner, region

_PLACES = (
    ("region", select(region.c.id).order_by(region.c.position, region.c.id)),
    (
        "country",
        select(country.c.id)
        .join(region, region.c.id == country.c.region_id)
        .order_by(region.c.position, country.c.position, country.c.id),
    ),
    (
        "partner",
        select(partner.c.id)
        .join(country, country.c.id == partner.c.country_id)
        .join(region, region.c.id == country.c.region_id)
        .order_by(region.c.position, country.c.position, partner.c.position, partner.c.id),
    ),
    (
        "agreement",
        select(agreement.c.id)
        .join(partner, partner.c.id == agreement.c.partner_id)
        .join(country, country.c.id == partner.c.country_id)
        .join(region, region.c.id == country.c.region_id)
        .order_by(
            region.c.position,
            country.c.position,
            partner.c.position,
            agreement.c.position,
            agreement.c.id,
        ),
    ),
)


def places_and_agreements(
    connection: Connection, beginnings: Sequence[str]
) -> dict[str, list[int]]:
    """Return the ids of bands, countries, partners and agreements that hold every beginning."""
    expression = search.match_beginnings(beginnings)
    found: dict[str, list[int]] = {}
    for table, query in _PLACES:
        column = query.selected_columns[0]
        hits = query.where(search.rowid_in_matches(table, column))
        found[table] = list(connection.execute(hits, {"search_query": expression}).scalars())
    return found


def events_by_year(
    connection: Connection,
    beginnings: Sequence[str],
    limit: int,
    wider: Mapping[int, int],
) -> dict[int, tuple[int, list[int]]]:
    """Return for each year, newest first, how many events hold every beginning, and the first ids.

    ``limit`` is the number of ids a year, ``wider`` that of single years.
    """
    expression = search.match_beginnings(beginnings)
    place = func.row_number().over(
        partition_by=event.c.report_year,
        order_by=(event.c.date_earliest.nulls_last(), event.c.id),
    )
    total = func.count().over(partition_by=event.c.report_year)
    hits = (
        select(event.c.id, event.c.report_year, place.label("place"), total.label("total"))
        .where(search.rowid_in_matches("event", event.c.id))
        .subquery()
    )
    most = max([limit, *wider.values()])
    query = (
        select(hits.c.report_year, hits.c.id, hits.c.place, hits.c.total)
        .where(hits.c.place <= most)
        .order_by(hits.c.report_year.desc(), hits.c.place)
    )
    found: dict[int, tuple[int, list[int]]] = {}
    for year, row_id, number, count in connection.execute(query, {"search_query": expression}):
        ids = found.setdefault(year, (count, []))[1]
        if number <= wider.get(year, limit):
            ids.append(row_id)
    return found
