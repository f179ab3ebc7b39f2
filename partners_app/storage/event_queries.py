"""Which events stand in a list, and in which order: ids only, so that 100,000 open like ten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    case,
    func,
    or_,
    select,
)

from partners_app.domain.names import fold, fold_text
from partners_app.domain.partial_date import parse_partial_date
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.storage import report_order, search
from partners_app.storage.report_order import LINKED, NUMBERED, PLAIN, Cells, ids_of_year
from partners_app.storage.schema import (
    JOURNALLED,
    agreement,
    country,
    event,
    event_link,
    partner,
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


class NotGiven(Enum):
    """What a filter asks for that wants the events without a value."""

    NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What the events of a list must have in common; an empty field asks for nothing.

    ``date`` is a wording: one that can be read asks for events that touch that time, any other
    for events whose date holds it. The texts ask for the beginnings of words.
    """

    date: str = ""
    text: str = ""
    kind: EventKind | NotGiven | None = None
    format: EventFormat | NotGiven | None = None
    printed: bool | None = None
    partner: str = ""
    participants: str = ""
    responsible: str = ""
    source: str = ""
    remark: str = ""


class EventOrder(StrEnum):
    """By which column a list of events is sorted."""

    REPORT = "report"
    DATE = "date"
    TEXT = "text"
    KIND = "kind"
    FORMAT = "format"
    PRINTED = "printed"
    PARTICIPANTS = "participants"
    RESPONSIBLE = "responsible"
    SOURCE = "source"
    REMARK = "remark"


_EVERYTHING = EventFilter()
_QUIET_TEXTS = ("participants", "responsible", "source", "remark")
"""Texts that no column keeps folded: they are compared here and not in SQL."""


def _cells_of(scope: Scope, where: EventFilter = _EVERYTHING) -> Cells:
    """Return the way to the events of a list that is quick for as many as it may have."""
    if scope.kind is not ScopeKind.ALL:
        return LINKED
    return PLAIN if _words_asked(where) else NUMBERED


def _in_scope(
    scope: Scope, year: int, cells: Cells, where: EventFilter, *columns: Any
) -> Select[Any]:
    """Return a select over the cells of a scope and a year; ``where`` only says what is quick."""
    query = select(*columns).select_from(cells.joined)
    if scope.kind is not ScopeKind.ALL:
        query = query.where(_cell_condition(scope))
    if cells is not NUMBERED:
        # A sum is in no index: SQLite then goes from the few hits or cells to their events, not
        # through all events of the year.
        return query.where(event.c.report_year + 0 == year)
    if where.date.strip():
        # The index of years holds the dates.
        return query.where(event.c.report_year == year)
    return query.where(event.c.id.in_(ids_of_year(year)))


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
    ranks: Sequence[str] = (),
) -> list[int]:
    """Return the ids of the events of a scope and a year, filtered and sorted, each once.

    ``ranks`` are the values of a closed list in the order of their words, to sort by.
    """
    if (scope, order, where) == (Scope(), EventOrder.REPORT, _EVERYTHING):
        found = report_order.everything(connection, year)
        return found[::-1] if descending else found
    asked = {name: fold_text(getattr(where, name)).split() for name in _QUIET_TEXTS}
    names = [name for name in _QUIET_TEXTS if asked[name] or order.value == name]
    columns = (event.c[name] for name in names)
    cells = _cells_of(scope, where)
    query = _filtered(
        _in_scope(scope, year, cells, where, event.c.id, *columns), where, year, cells
    )
    query = _ordered(query, order, descending, ranks, cells)
    if names:
        found = _compared(list(connection.execute(query)), names, asked, order, descending)
    else:
        found = list(dict.fromkeys(connection.execute(query).scalars()))
    return list(reversed(found)) if descending and order is EventOrder.REPORT else found


def _compared(
    rows: Sequence[Any],
    names: Sequence[str],
    asked: Mapping[str, Sequence[str]],
    order: EventOrder,
    descending: bool,
) -> list[int]:
    """Return the ids of rows (id, texts) whose texts hold what is asked, sorted by one of them."""
    folded = {text: fold_text(text) for row in rows for text in row[1:]}
    found = {
        row[0]: {name: folded[text] for name, text in zip(names, row[1:], strict=True)}
        for row in rows
        if all(
            f" {word}" in f" {folded[text]}"
            for name, text in zip(names, row[1:], strict=True)
            for word in asked[name]
        )
    }
    if order.value not in _QUIET_TEXTS:
        return list(found)
    filled = [event_id for event_id, texts in found.items() if texts[order.value]]
    # Sorting keeps the report's order among equals; what has no value comes last, as in Excel.
    filled.sort(key=lambda event_id: found[event_id][order.value], reverse=descending)
    return filled + [event_id for event_id, texts in found.items() if not texts[order.value]]


def _filtered(query: Select[Any], where: EventFilter, year: int, cells: Cells) -> Select[Any]:
    for column, value in ((event.c.kind, where.kind), (event.c.format, where.format)):
        if isinstance(value, NotGiven):
            query = query.where(column.is_(None))
        elif value is not None:
            query = query.where(column == value.value)
    if where.printed is not None:
        query = query.where(event.c.printed == where.printed)
    if expression := _words_asked(where):
        hits = search.rowid_in_matches("event", event.c.id)
        query = query.where(hits).params(search_query=expression)
    if where.partner.strip():
        for word in fold(where.partner).split():
            query = query.where(or_(*(name.contains(word) for name in cells.names)))
    if where.date.strip():
        query = query.where(_date_condition(where.date.strip(), year))
    return query


def _words_asked(where: EventFilter) -> str:
    """Return the query of the index for all texts asked for; it knows no single quiet column."""
    quiet = search.match_expression(" ".join(getattr(where, name) for name in _QUIET_TEXTS))
    asked = [search.match_expression(where.text, main_only=True), quiet and f"rest : ({quiet})"]
    return " AND ".join(f"({expression})" for expression in asked if expression)


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


def _ordered(
    query: Select[Any], order: EventOrder, descending: bool, ranks: Sequence[str], cells: Cells
) -> Select[Any]:
    columns: Sequence[Any]
    match order:
        case EventOrder.DATE:
            columns = (event.c.date_earliest, event.c.date_latest)
        case EventOrder.TEXT:
            columns = (func.nullif(event.c.text_key, ""),)
        case EventOrder.KIND:
            columns = (_ranked(event.c.kind, ranks),)
        case EventOrder.FORMAT:
            columns = (_ranked(event.c.format, ranks),)
        case EventOrder.PRINTED:
            columns = (event.c.printed,)
        case _:
            return query.order_by(*cells.order)
    directed = [column.desc() if descending else column.asc() for column in columns]
    # What has no value comes last in both directions, as in Excel.
    return query.order_by(*(column.nulls_last() for column in directed), *cells.order)


def _ranked(column: ColumnElement[Any], ranks: Sequence[str]) -> ColumnElement[Any]:
    """Return what sorts a closed list by given ranks instead of by its codes."""
    return (
        case({value: rank for rank, value in enumerate(ranks)}, value=column) if ranks else column
    )


def event_count(connection: Connection, scope: Scope, year: int) -> int:
    """Return the number of events of a year in one scope; each counted once."""
    if scope.kind is ScopeKind.ALL:
        return report_order.count(connection, year)
    events = func.count(event.c.id.distinct())
    query = _in_scope(scope, year, _cells_of(scope), _EVERYTHING, events)
    return int(connection.execute(query).scalar_one())


def events_of_partner(
    connection: Connection, partner_id: int, *, whole_country: int | None = None
) -> list[int]:
    """Return the ids of a partner's events of all years, with those of a whole country if given."""
    cell = event_link.c.partner_id == partner_id
    if whole_country is not None:
        cell = or_(cell, event_link.c.country_id == whole_country)
    query = select(event_link.c.event_id).where(cell).distinct()
    return list(connection.execute(query).scalars())


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


def place_names(connection: Connection) -> tuple[dict[int, str], dict[int, str]]:
    """Return the names of all partners and of all countries; a nameless partner has its country's.

    Two short selects, unlike the whole tree with its numbers.
    """
    countries = {row[0]: row[1] for row in connection.execute(select(country.c.id, country.c.name))}
    query = select(partner.c.id, partner.c.name, partner.c.country_id)
    partners = {row[0]: row[1] or countries[row[2]] for row in connection.execute(query)}
    return partners, countries


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
    """Return where a record is seen, its place in the tree or its partner's, and its id.

    A date is seen with its agreement, and the id is that one's.
    """
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
        owner = int(row["agreement_id"])
        query = select(agreement.c.partner_id).where(agreement.c.id == owner)
        return Scope(ScopeKind.PARTNER, connection.execute(query).scalar_one()), owner
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
