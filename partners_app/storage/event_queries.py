"""Which events stand in a list, and in which order: ids only, so that 100,000 open like ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, func, or_, select

from partners_app.domain.names import fold
from partners_app.domain.partial_date import parse_partial_date
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.storage import search
from partners_app.storage.schema import (
    JOURNALLED,
    agreement,
    country,
    event,
    event_link,
    partner,
    region,
)


class ScopeKind(StrEnum):
    """What a place in the tree stands for."""

    ALL = "all"
    REGION = "region"
    COUNTRY = "country"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Scope:
    """A place in the tree: everything, or one band, country or partner by its id."""

    kind: ScopeKind = ScopeKind.ALL
    id: int | None = None


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What the events of a list must have in common; an empty field asks for nothing.

    ``date`` is a wording: one that can be read asks for events that touch that time, any other
    for events whose date holds it. ``text`` and ``partner`` ask for the beginnings of words.
    """

    date: str = ""
    text: str = ""
    kind: EventKind | None = None
    format: EventFormat | None = None
    printed: bool | None = None
    partner: str = ""


class EventOrder(StrEnum):
    """By which column a list of events is sorted."""

    REPORT = "report"
    DATE = "date"
    TEXT = "text"
    KIND = "kind"
    FORMAT = "format"
    PRINTED = "printed"


_country_of = country.alias("country_of")


def _cells(*, linked: bool) -> FromClause:
    """Return events with the cells they stand in; not only ``linked`` ones: without a cell too."""
    return (
        event.join(event_link, event_link.c.event_id == event.c.id, isouter=not linked)
        .outerjoin(partner, partner.c.id == event_link.c.partner_id)
        .outerjoin(
            _country_of,
            _country_of.c.id == func.coalesce(event_link.c.country_id, partner.c.country_id),
        )
        .outerjoin(region, region.c.id == _country_of.c.region_id)
    )


_REPORT_ORDER: tuple[Any, ...] = (
    region.c.position.nulls_last(),
    region.c.id,
    _country_of.c.position,
    _country_of.c.id,
    partner.c.position.nulls_first(),
    partner.c.id,
    event_link.c.position,
    event_link.c.id,
    event.c.id,
)


def _in_scope(scope: Scope, year: int, *columns: Any) -> Select[Any]:
    """Return a select over the cells of a scope and a year."""
    query = select(*columns)
    if scope.kind is ScopeKind.ALL:
        return query.select_from(_cells(linked=False)).where(event.c.report_year == year)
    # A sum is in no index: SQLite then goes from the scope's few cells to their events, not
    # through all events of the year.
    in_year = event.c.report_year + 0 == year
    return query.select_from(_cells(linked=True)).where(in_year, _cell_condition(scope))


def _cell_condition(scope: Scope) -> ColumnElement[bool]:
    if scope.kind is ScopeKind.PARTNER:
        return event_link.c.partner_id == scope.id
    countries = select(country.c.id).where(country.c.id == scope.id)
    if scope.kind is ScopeKind.REGION:
        countries = select(country.c.id).where(country.c.region_id == scope.id)
    partners = select(partner.c.id).where(partner.c.country_id.in_(countries))
    return or_(event_link.c.country_id.in_(countries), event_link.c.partner_id.in_(partners))


def event_ids(
    connection: Connection,
    scope: Scope,
    year: int,
    where: EventFilter,
    order: EventOrder,
    *,
    descending: bool,
) -> list[int]:
    """Return the ids of the events of a scope and a year, filtered and sorted, each once."""
    query = _filtered(_in_scope(scope, year, event.c.id), where, year)
    found = list(dict.fromkeys(connection.execute(_ordered(query, order, descending)).scalars()))
    return list(reversed(found)) if descending and order is EventOrder.REPORT else found


def _filtered(query: Select[Any], where: EventFilter, year: int) -> Select[Any]:
    if where.kind is not None:
        query = query.where(event.c.kind == where.kind.value)
    if where.format is not None:
        query = query.where(event.c.format == where.format.value)
    if where.printed is not None:
        query = query.where(event.c.printed == where.printed)
    if where.text.strip():
        expression = search.match_expression(where.text, main_only=True)
        if expression:
            hits = search.rowid_in_matches("event", event.c.id)
            query = query.where(hits).params(search_query=expression)
    if where.partner.strip():
        for word in fold(where.partner).split():
            query = query.where(
                or_(partner.c.name_key.contains(word), _country_of.c.name_key.contains(word))
            )
    if where.date.strip():
        query = query.where(_date_condition(where.date.strip(), year))
    return query


def _date_condition(wording: str, year: int) -> ColumnElement[bool]:
    date = parse_partial_date(wording, year=year)
    if date.earliest is not None and date.latest is not None:
        # ISO dates compare as text; two spans touch when each begins before the other ends.
        return (event.c.date_earliest <= date.latest.isoformat()) & (
            event.c.date_latest >= date.earliest.isoformat()
        )
    # SQLite folds Latin case only: a month is written «Март» at the start of a date, else «март».
    spellings = {wording, wording.lower(), wording.capitalize()}
    return or_(
        *(event.c.date_text.contains(spelling, autoescape=True) for spelling in sorted(spellings))
    )


def _ordered(query: Select[Any], order: EventOrder, descending: bool) -> Select[Any]:
    columns: Sequence[Any]
    match order:
        case EventOrder.REPORT:
            return query.order_by(*_REPORT_ORDER)
        case EventOrder.DATE:
            columns = (event.c.date_earliest, event.c.date_latest)
        case EventOrder.TEXT:
            columns = (event.c.text_key,)
        case EventOrder.KIND:
            columns = (event.c.kind,)
        case EventOrder.FORMAT:
            columns = (event.c.format,)
        case EventOrder.PRINTED:
            columns = (event.c.printed,)
    directed = [column.desc() if descending else column.asc() for column in columns]
    # What has no value comes last in both directions, as in Excel.
    return query.order_by(*(column.nulls_last() for column in directed), *_REPORT_ORDER)


def event_counts(connection: Connection, year: int) -> dict[Scope, int]:
    """Return the number of events of a year in every scope that has any; each counted once."""
    counts: dict[Scope, int] = {}
    places: tuple[tuple[ScopeKind, Any], ...] = (
        (ScopeKind.PARTNER, event_link.c.partner_id),
        (ScopeKind.COUNTRY, _country_of.c.id),
        (ScopeKind.REGION, _country_of.c.region_id),
    )
    for kind, column in places:
        query = (
            select(column, func.count(event.c.id.distinct()))
            .select_from(_cells(linked=True))
            .where(event.c.report_year == year, column.is_not(None))
            .group_by(column)
        )
        for row_id, count in connection.execute(query):
            counts[Scope(kind, row_id)] = count
    counts[Scope()] = event_count(connection, Scope(), year)
    return counts


def event_count(connection: Connection, scope: Scope, year: int) -> int:
    """Return the number of events of a year in one scope; each counted once."""
    if scope.kind is ScopeKind.ALL:
        query = select(func.count()).select_from(event).where(event.c.report_year == year)
    else:
        query = _in_scope(scope, year, func.count(event.c.id.distinct()))
    return int(connection.execute(query).scalar_one())


def event_years(connection: Connection) -> list[int]:
    """Return the years that have events, ascending."""
    query = select(event.c.report_year).distinct().order_by(event.c.report_year)
    return list(connection.execute(query).scalars())


def last_position(connection: Connection, owner: str, owner_id: int) -> int:
    """Return the highest order number in the cell of a partner or country; 0 when it is empty."""
    column = event_link.c[f"{owner}_id"]
    query = select(func.coalesce(func.max(event_link.c.position), 0)).where(column == owner_id)
    return int(connection.execute(query).scalar_one())


def cell_of_year(
    connection: Connection, owner: str, owner_id: int, year: int
) -> list[tuple[int, int, int]]:
    """Return (link id, event id, position) of a cell's events of a year, in their order."""
    query = (
        select(event_link.c.id, event_link.c.event_id, event_link.c.position)
        .join(event, event.c.id == event_link.c.event_id)
        .where(event_link.c[f"{owner}_id"] == owner_id, event.c.report_year == year)
        .order_by(event_link.c.position, event_link.c.id)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def owners_of_matches(connection: Connection, query: str, year: int) -> tuple[set[int], set[int]]:
    """Return the ids of the partners and of the countries whose events of a year hold a text."""
    expression = search.match_expression(query)
    if not expression:
        return set(), set()
    found = connection.execute(
        select(event_link.c.partner_id, event_link.c.country_id)
        .join(event, event.c.id == event_link.c.event_id)
        .where(event.c.report_year == year, search.rowid_in_matches("event", event.c.id))
        .distinct(),
        {"search_query": expression},
    ).all()
    return (
        {partner_id for partner_id, _ in found if partner_id is not None},
        {country_id for _, country_id in found if country_id is not None},
    )


def place_of(connection: Connection, table: str, uuid: str) -> tuple[Scope, int] | None:
    """Return where a record is seen, and its id: its place in the tree, or its partner's."""
    record = JOURNALLED[table]
    row = connection.execute(select(record).where(record.c.uuid == uuid)).mappings().first()
    if row is None:
        return None
    row_id = int(row["id"])
    if table in ("region", "country", "partner"):
        return Scope(ScopeKind(table), row_id), row_id
    if table == "agreement":
        return Scope(ScopeKind.PARTNER, row["partner_id"]), row_id
    if table == "agreement_date":
        query = select(agreement.c.partner_id).where(agreement.c.id == row["agreement_id"])
        return Scope(ScopeKind.PARTNER, connection.execute(query).scalar_one()), row_id
    if table == "event":
        link = connection.execute(
            select(event_link).where(event_link.c.event_id == row_id).order_by(event_link.c.id)
        ).first()
        if link is None:
            return Scope(), row_id
        if link.partner_id is not None:
            return Scope(ScopeKind.PARTNER, link.partner_id), row_id
        return Scope(ScopeKind.COUNTRY, link.country_id), row_id
    return Scope(), row_id
