"""The report's order of events: by band, country, city, and their places in the cell."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    func,
    null,
    select,
    union_all,
)

from partners_app.storage.schema import country, event, event_link, partner, region

_SHORT = 5_000
"""So many events of a year are read whole without a pause that anybody sees."""


country_of = country.alias("country_of")


@dataclass(frozen=True, slots=True)
class Cells:
    """Events with the cells they stand in: the joined tables, and their columns for a list.

    ``order`` is the report's, ``names`` are the folded names of partner and country.
    """

    joined: FromClause
    order: tuple[ColumnElement[Any], ...]
    names: tuple[ColumnElement[str], ...]


def _plain(*, linked: bool) -> Cells:
    land = func.coalesce(event_link.c.country_id, partner.c.country_id)
    joined = (
        event.join(event_link, event_link.c.event_id == event.c.id, isouter=not linked)
        .outerjoin(partner, partner.c.id == event_link.c.partner_id)
        .outerjoin(country_of, country_of.c.id == land)
        .outerjoin(region, region.c.id == country_of.c.region_id)
    )
    order = (
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
    return Cells(joined, order, (partner.c.name_key, country_of.c.name_key))


def _places() -> CTE:
    """Return the cells of the table with their numbers: whole countries and their partners.

    ``owner`` is the id of the partner, or minus that of the country.
    """
    lands = select(country.c.id.label("land"), null().label("city"))
    cell = union_all(lands, select(partner.c.country_id, partner.c.id)).subquery("cell")
    order = (
        region.c.position,
        region.c.id,
        country.c.position,
        country.c.id,
        partner.c.position.nulls_first(),
        partner.c.id,
    )
    return (
        select(
            func.coalesce(cell.c.city, -cell.c.land).label("owner"),
            func.row_number().over(order_by=order).label("number"),
            country.c.name_key.label("country_key"),
            partner.c.name_key.label("partner_key"),
        )
        .select_from(
            cell.join(country, country.c.id == cell.c.land)
            .join(region, region.c.id == country.c.region_id)
            .outerjoin(partner, partner.c.id == cell.c.city)
        )
        .cte("place")
    )


_PLACE = _places()
_OF_LINK = _PLACE.c.owner == func.coalesce(event_link.c.partner_id, -event_link.c.country_id)

LINKED = _plain(linked=True)
"""Only what stands in a cell."""
PLAIN = _plain(linked=False)
"""All events; the quick way for a few of them."""
NUMBERED = Cells(
    event.outerjoin(event_link, event_link.c.event_id == event.c.id).outerjoin(_PLACE, _OF_LINK),
    (_PLACE.c.number.nulls_last(), event_link.c.position, event_link.c.id, event.c.id),
    (_PLACE.c.partner_key, _PLACE.c.country_key),
)
"""All events in the same order; the quick way for many: sorted by three numbers and not by nine
columns of four tables. To number the cells takes half a millisecond."""


def ids_of_year(year: int) -> Select[int]:
    """Return the select of a year's ids: one index holds them all.

    ``id IN`` it reads the events themselves in the order in which they lie in the file.
    """
    return select(event.c.id).where(event.c.report_year == year)


def everything(connection: Connection, year: int) -> list[int]:
    """Return the ids of all events of a year in report order."""
    query = (
        select(event_link.c.event_id)
        .join(_PLACE, _OF_LINK)
        .where(event_link.c.event_id.in_(ids_of_year(year)))
        .order_by(_PLACE.c.number, event_link.c.position, event_link.c.id)
    )
    found = dict.fromkeys(connection.execute(query).scalars())
    if len(found) < count(connection, year):
        # What stands in no cell comes last.
        homeless = connection.execute(ids_of_year(year).order_by(event.c.id)).scalars()
        found.update(dict.fromkeys(homeless))
    return list(found)


def beginning(connection: Connection, year: int, most: int) -> tuple[list[int], int]:
    """Return the first ids of `everything`, and how many ids it has; all ids of a short list.

    Of a long list only the first cells are read.
    """
    total = count(connection, year)
    if total <= _SHORT:
        return everything(connection, year), total
    found: dict[int, None] = {}
    for owner in (
        connection.execute(select(_PLACE.c.owner).order_by(_PLACE.c.number)).scalars().all()
    ):
        found.update(dict.fromkeys(connection.execute(_cell(owner, year, most)).scalars()))
        if len(found) >= most:
            break
    return list(found)[:most], total


def _cell(owner: int, year: int, most: int) -> Select[int]:
    column: ColumnElement[Any] = event_link.c.partner_id if owner > 0 else event_link.c.country_id
    # A sum is in no index: SQLite goes from the cell's links to their events.
    return (
        select(event_link.c.event_id)
        .join(event, event.c.id == event_link.c.event_id)
        .where(column == abs(owner), event.c.report_year + 0 == year)
        .order_by(event_link.c.position, event_link.c.id)
        .limit(most)
    )


def count(connection: Connection, year: int) -> int:
    """Return the number of events of a year."""
    query = select(func.count()).select_from(event).where(event.c.report_year == year)
    return int(connection.execute(query).scalar_one())
