"""The report's order of events: by band, country, city, and their places in the cell."""

from typing import Any

from sqlalchemy import Connection, FromClause, func, null, select, union_all

from partners_app.storage.schema import country, event, event_link, partner, region

country_of = country.alias("country_of")


def cells(*, linked: bool) -> FromClause:
    """Return events with the cells they stand in; not only ``linked`` ones: without a cell too."""
    return (
        event.join(event_link, event_link.c.event_id == event.c.id, isouter=not linked)
        .outerjoin(partner, partner.c.id == event_link.c.partner_id)
        .outerjoin(
            country_of,
            country_of.c.id == func.coalesce(event_link.c.country_id, partner.c.country_id),
        )
        .outerjoin(region, region.c.id == country_of.c.region_id)
    )


REPORT_ORDER: tuple[Any, ...] = (
    region.c.position.nulls_last(),
    region.c.id,
    country_of.c.position,
    country_of.c.id,
    partner.c.position.nulls_first(),
    partner.c.id,
    event_link.c.position,
    event_link.c.id,
    event.c.id,
)


def everything(connection: Connection, year: int) -> list[int]:
    """Return the ids of all events of a year in report order.

    The order is `REPORT_ORDER`, but each place gets its number first: 100,000 events are then
    sorted by three numbers and not by nine columns of four tables, in a third of the time.
    """
    lands = select(country.c.id.label("land"), null().label("partner"))
    cities = select(partner.c.country_id, partner.c.id)
    cell = union_all(lands, cities).subquery("cell")
    order = [*REPORT_ORDER[:3], country_of.c.id, *REPORT_ORDER[4:6]]
    place = (
        select(
            func.coalesce(cell.c.partner, -cell.c.land).label("owner"),
            func.row_number().over(order_by=order).label("number"),
        )
        .select_from(
            cell.join(country_of, country_of.c.id == cell.c.land)
            .join(region, region.c.id == country_of.c.region_id)
            .outerjoin(partner, partner.c.id == cell.c.partner)
        )
        .cte("place")
    )
    of_year = select(event.c.id).where(event.c.report_year == year)
    owner = func.coalesce(event_link.c.partner_id, -event_link.c.country_id)
    query = (
        select(event_link.c.event_id)
        .join(place, place.c.owner == owner)
        .where(event_link.c.event_id.in_(of_year))
        .order_by(place.c.number, event_link.c.position, event_link.c.id)
    )
    found = dict.fromkeys(connection.execute(query).scalars().all())
    if len(found) < _count(connection, year):
        # What stands in no cell comes last.
        found.update(
            dict.fromkeys(connection.execute(of_year.order_by(event.c.id)).scalars().all())
        )
    return list(found)


def _count(connection: Connection, year: int) -> int:
    query = select(func.count()).select_from(event).where(event.c.report_year == year)
    return int(connection.execute(query).scalar_one())
