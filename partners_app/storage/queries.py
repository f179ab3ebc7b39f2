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
_Rows = dict[int, Mapping[str, Any]]

TITLE = "title"
DEFAULT_TITLE = "СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА С ГОРОДАМИ – ПАРТНЕРАМИ"


def content(
    connection: Connection, year: int | None = None, events: Iterable[int] | None = None
) -> RegisterContent:
    """Return the whole register in report order; with a year, the events of that year only.

    ``events`` are the ids of those wanted, of that year or any; all, when they are not given.
    """
    rows = {
        table.name: _rows(connection, table)
        for table in (
            region,
            country,
            partner,
            other_name,
            agreement,
            agreement_date,
            agreement_link,
        )
    }
    if events is not None:
        rows["event"] = _rows_of(connection, event, "id", events)
        rows["event_link"] = _rows_of(connection, event_link, "event_id", rows["event"])
    elif year is not None:
        of_year = select(event.c.id).where(event.c.report_year == year)
        rows["event"] = _rows(connection, event, event.c.report_year == year)
        rows["event_link"] = _rows(connection, event_link, event_link.c.event_id.in_(of_year))
    else:
        rows |= {table.name: _rows(connection, table) for table in (event, event_link)}
    title = settings(connection).get(TITLE, DEFAULT_TITLE)
    return content_from_rows(title, rows, year=year)


def _rows(
    connection: Connection, table: Table, condition: ColumnElement[bool] | None = None
) -> _Rows:
    query = select(table)
    if condition is not None:
        query = query.where(condition)
    return {row["id"]: dict(row) for row in connection.execute(query).mappings()}


def _rows_of(connection: Connection, table: Table, field: str, ids: Iterable[int]) -> _Rows:
    found: _Rows = {}
    for part in batches(sorted(set(ids))):
        found |= _rows(connection, table, table.c[field].in_(part))
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
    found = Children({"region": _rows(connection, region)})
    return tuple(region_record(row_id, row) for row_id, row in found.all("region"))


def countries(connection: Connection, ids: Sequence[int] | None = None) -> tuple[Country, ...]:
    """Return all countries, or those of the ids, by their place in their band."""
    rows = _rows(connection, country) if ids is None else _rows_of(connection, country, "id", ids)
    found = Children({"country": rows, "other_name": _rows(connection, other_name)})
    return tuple(country_record(row_id, row, found) for row_id, row in found.all("country"))


def partners(connection: Connection, ids: Sequence[int] | None = None) -> tuple[Partner, ...]:
    """Return all partners, or those of the ids, by their place in their country."""
    rows = _rows(connection, partner) if ids is None else _rows_of(connection, partner, "id", ids)
    found = Children({"partner": rows, "other_name": _rows(connection, other_name)})
    return tuple(partner_record(row_id, row, found) for row_id, row in found.all("partner"))


def agreements(connection: Connection, *, partner_id: int) -> tuple[Agreement, ...]:
    """Return the agreements of one partner in their order."""
    return _with_dates(
        connection, _rows(connection, agreement, agreement.c.partner_id == partner_id)
    )


def agreements_by_id(connection: Connection, ids: Sequence[int]) -> tuple[Agreement, ...]:
    """Return the agreements of the ids that exist, in the order of the ids."""
    found = {
        item.id: item
        for item in _with_dates(connection, _rows_of(connection, agreement, "id", ids))
    }
    return tuple(found[number] for number in ids if number in found)


def _with_dates(connection: Connection, rows: _Rows) -> tuple[Agreement, ...]:
    found = Children(
        {
            "agreement": rows,
            "agreement_date": _rows_of(connection, agreement_date, "agreement_id", rows),
            "agreement_link": _rows_of(connection, agreement_link, "agreement_id", rows),
        }
    )
    return tuple(agreement_record(row_id, row, found) for row_id, row in found.all("agreement"))


def events(connection: Connection, ids: Iterable[int]) -> dict[int, Event]:
    """Return the events of the given ids; those that do not exist are left out."""
    rows = _rows_of(connection, event, "id", ids)
    links = Children({"event_link": _rows_of(connection, event_link, "event_id", rows)})
    return {row_id: event_record(row_id, row, links) for row_id, row in rows.items()}


def one(found: Iterable[_T], table: str, row_id: int) -> _T:
    """Return the only record found, or raise RecordMissing."""
    for item in found:
        return item
    raise RecordMissing(table, row_id)
