"""Reads of records: each function is a handful of selects, whatever the number of rows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, select

from partners_app.domain.errors import RecordMissing
from partners_app.domain.records import Agreement, Country, Event, Partner, Region, RegisterContent
from partners_app.domain.row_records import (
    Children,
    agreement_record,
    content_from_rows,
    country_record,
    event_record,
    partner_record,
    region_record,
)
from partners_app.storage.schema import (
    agreement,
    agreement_date,
    agreement_link,
    country,
    event,
    event_link,
    other_name,
    partner,
    region,
    register_meta,
    setting,
)
from partners_app.storage.search import batches

_T = TypeVar("_T")
Rows = dict[int, dict[str, Any]]
"""Rows of one table by id, derived columns included."""

TITLE = "title"
DEFAULT_TITLE = "СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА С ГОРОДАМИ – ПАРТНЕРАМИ"
CONTENT_TABLES = (
    region,
    country,
    partner,
    other_name,
    agreement,
    agreement_date,
    agreement_link,
    event,
    event_link,
)
"""The tables that records are made of."""


def content(
    connection: Connection, year: int | None = None, events: Iterable[int] | None = None
) -> RegisterContent:
    """Return the whole register in report order; with a year, the events of that year only.

    ``events`` are the ids of those wanted, of that year or any; all, when they are not given.
    """
    rows = {
        table.name: rows_of(connection, table)
        for table in CONTENT_TABLES
        if table not in (event, event_link)
    }
    if events is not None:
        rows["event"] = _rows_with(connection, event, "id", events)
        rows["event_link"] = _rows_with(connection, event_link, "event_id", rows["event"])
    else:
        of_year = None if year is None else event.c.report_year == year
        linked = None
        if of_year is not None:
            linked = event_link.c.event_id.in_(select(event.c.id).where(of_year))
        rows["event"] = rows_of(connection, event, of_year)
        rows["event_link"] = rows_of(connection, event_link, linked)
    title = settings(connection).get(TITLE, DEFAULT_TITLE)
    return content_from_rows(title, rows, year=year)


def rows_of(
    connection: Connection, table: Table, condition: ColumnElement[bool] | None = None
) -> Rows:
    """Return the rows of a table, all or those of a condition."""
    query = select(table)
    if condition is not None:
        query = query.where(condition)
    names = table.columns.keys()
    # By position: a mapping of SQLAlchemy's own would cost as much as the query.
    rows = (dict(zip(names, row, strict=True)) for row in connection.execute(query))
    return {row["id"]: row for row in rows}


def _rows_with(connection: Connection, table: Table, field: str, ids: Iterable[int]) -> Rows:
    found: Rows = {}
    for part in batches(sorted(set(ids))):
        found |= rows_of(connection, table, table.c[field].in_(part))
    return found


def register_identity(connection: Connection) -> tuple[str, int]:
    """Return the register's UUID and its change number."""
    row = connection.execute(
        select(register_meta.c.register_uuid, register_meta.c.change_seq)
    ).one()
    return row[0], row[1]


def settings(connection: Connection) -> dict[str, str]:
    """Return the settings of the register by key; of a key set twice the newest."""
    rows = connection.execute(select(setting.c.key, setting.c.value).order_by(setting.c.id))
    return {key: value for key, value in rows}


def setting_row(connection: Connection, key: str) -> tuple[int, Mapping[str, Any]] | None:
    """Return the id and the row of one setting."""
    row = connection.execute(
        select(setting).where(setting.c.key == key).order_by(setting.c.id.desc()).limit(1)
    ).first()
    if row is None:
        return None
    return row.id, {"uuid": row.uuid, "key": row.key, "value": row.value}


def regions(connection: Connection) -> tuple[Region, ...]:
    """Return all bands in their order."""
    found = Children({"region": rows_of(connection, region)})
    return tuple(region_record(row_id, row) for row_id, row in found.all("region"))


def countries(connection: Connection, ids: Sequence[int] | None = None) -> tuple[Country, ...]:
    """Return all countries, or those of the ids, by their place in their band."""
    rows = (
        rows_of(connection, country) if ids is None else _rows_with(connection, country, "id", ids)
    )
    found = Children({"country": rows, "other_name": rows_of(connection, other_name)})
    return tuple(country_record(row_id, row, found) for row_id, row in found.all("country"))


def partners(connection: Connection, ids: Sequence[int] | None = None) -> tuple[Partner, ...]:
    """Return all partners, or those of the ids, by their place in their country."""
    rows = (
        rows_of(connection, partner) if ids is None else _rows_with(connection, partner, "id", ids)
    )
    found = Children({"partner": rows, "other_name": rows_of(connection, other_name)})
    return tuple(partner_record(row_id, row, found) for row_id, row in found.all("partner"))


def agreements(connection: Connection, *, partner_id: int) -> tuple[Agreement, ...]:
    """Return the agreements of one partner in their order."""
    return _with_dates(
        connection, rows_of(connection, agreement, agreement.c.partner_id == partner_id)
    )


def agreements_by_id(connection: Connection, ids: Sequence[int]) -> tuple[Agreement, ...]:
    """Return the agreements of the ids that exist, in the order of the ids."""
    found = {
        item.id: item
        for item in _with_dates(connection, _rows_with(connection, agreement, "id", ids))
    }
    return tuple(found[number] for number in ids if number in found)


def _with_dates(connection: Connection, rows: Rows) -> tuple[Agreement, ...]:
    found = Children(
        {
            "agreement": rows,
            "agreement_date": _rows_with(connection, agreement_date, "agreement_id", rows),
            "agreement_link": _rows_with(connection, agreement_link, "agreement_id", rows),
        }
    )
    return tuple(agreement_record(row_id, row, found) for row_id, row in found.all("agreement"))


def events(connection: Connection, ids: Iterable[int]) -> dict[int, Event]:
    """Return the events of the given ids; those that do not exist are left out."""
    rows = _rows_with(connection, event, "id", ids)
    links = Children({"event_link": _rows_with(connection, event_link, "event_id", rows)})
    return {row_id: event_record(row_id, row, links) for row_id, row in rows.items()}


def one(found: Iterable[_T], table: str, row_id: int) -> _T:
    """Return the only record found, or raise RecordMissing."""
    for item in found:
        return item
    raise RecordMissing(table, row_id)
