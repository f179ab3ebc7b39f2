"""Reads of records: each function is a handful of selects, whatever the number of rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Select, select

from partners_app.domain.errors import RecordMissing
from partners_app.domain.partial_date import PartialDate, parse_partial_date
from partners_app.domain.records import (
    Agreement,
    AgreementDate,
    AgreementLink,
    Country,
    Event,
    EventLink,
    OtherName,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.vocabulary import (
    AgreementKind,
    AgreementLinkKind,
    DateMeaning,
    EventFormat,
    EventKind,
    PartnerKind,
    Prolongation,
    Status,
)
from partners_app.storage.event_queries import report_order_ids
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

TITLE = "title"
DEFAULT_TITLE = "СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА С ГОРОДАМИ – ПАРТНЕРАМИ"


def content(connection: Connection, year: int | None = None) -> RegisterContent:
    """Return the whole register in report order; with a year, the events of that year only."""
    return RegisterContent(
        title=settings(connection).get(TITLE, DEFAULT_TITLE),
        regions=regions(connection),
        countries=countries(connection),
        partners=partners(connection),
        agreements=agreements(connection),
        events=_events_in_report_order(connection, year),
        year=year,
    )


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
    rows = connection.execute(select(region).order_by(region.c.position, region.c.id)).mappings()
    return tuple(
        Region(row["id"], row["uuid"], row["name"], row["heading"], row["position"], row["remark"])
        for row in rows
    )


def countries(connection: Connection, ids: Sequence[int] | None = None) -> tuple[Country, ...]:
    """Return all countries, or those of the ids, in report order."""
    query = (
        select(country)
        .join(region, region.c.id == country.c.region_id)
        .order_by(region.c.position, region.c.id, country.c.position, country.c.id)
    )
    if ids is not None:
        query = query.where(country.c.id.in_(ids))
    names = _other_names(connection, "country_id")
    return tuple(
        Country(
            row["id"],
            row["uuid"],
            row["region_id"],
            row["name"],
            row["position"],
            tuple(names.get(row["id"], ())),
            row["remark"],
        )
        for row in connection.execute(query).mappings()
    )


def partners(connection: Connection, ids: Sequence[int] | None = None) -> tuple[Partner, ...]:
    """Return all partners, or those of the ids, in report order."""
    query = (
        select(partner)
        .join(country, country.c.id == partner.c.country_id)
        .join(region, region.c.id == country.c.region_id)
        .order_by(*_report_order())
    )
    if ids is not None:
        query = query.where(partner.c.id.in_(ids))
    names = _other_names(connection, "partner_id")
    return tuple(
        Partner(
            row["id"],
            row["uuid"],
            row["country_id"],
            PartnerKind(row["kind"]),
            row["name"],
            row["position"],
            tuple(names.get(row["id"], ())),
            Status(row["status"]),
            parse_partial_date(row["status_date_text"]),
            row["status_reason"],
            row["latitude"],
            row["longitude"],
            row["remark"],
        )
        for row in connection.execute(query).mappings()
    )


def _report_order() -> tuple[Any, ...]:
    return (
        region.c.position,
        region.c.id,
        country.c.position,
        country.c.id,
        partner.c.position,
        partner.c.id,
    )


def _other_names(connection: Connection, owner: str) -> dict[int, list[OtherName]]:
    query = select(other_name).where(other_name.c[owner].is_not(None))
    found: dict[int, list[OtherName]] = defaultdict(list)
    for row in connection.execute(
        query.order_by(other_name.c.position, other_name.c.id)
    ).mappings():
        found[row[owner]].append(
            OtherName(
                row["id"],
                row["uuid"],
                row["name"],
                parse_partial_date(row["used_from_text"]),
                parse_partial_date(row["used_to_text"]),
            )
        )
    return found


def agreements(
    connection: Connection, *, partner_id: int | None = None, agreement_id: int | None = None
) -> tuple[Agreement, ...]:
    """Return the agreements of all partners, of one, or a single one, in report order."""
    query = select(agreement)
    if agreement_id is not None:
        query = query.where(agreement.c.id == agreement_id)
    elif partner_id is not None:
        query = query.where(agreement.c.partner_id == partner_id)
        query = query.order_by(agreement.c.position, agreement.c.id)
    else:
        query = (
            query.join(partner, partner.c.id == agreement.c.partner_id)
            .join(country, country.c.id == partner.c.country_id)
            .join(region, region.c.id == country.c.region_id)
            .order_by(*_report_order(), agreement.c.position, agreement.c.id)
        )
    rows = connection.execute(query).mappings().all()
    ids = [row["id"] for row in rows]
    dates = _agreement_dates(connection, ids)
    links = _agreement_links(connection, ids)
    return tuple(
        _agreement(row, tuple(dates.get(row["id"], ())), tuple(links.get(row["id"], ())))
        for row in rows
    )


def _agreement(
    row: RowMapping, dates: tuple[AgreementDate, ...], links: tuple[AgreementLink, ...]
) -> Agreement:
    return Agreement(
        id=row["id"],
        uuid=row["uuid"],
        partner_id=row["partner_id"],
        kind=None if row["kind"] is None else AgreementKind(row["kind"]),
        title=row["title"],
        position=row["position"],
        dates=dates,
        links=links,
        our_signatory=row["our_signatory"],
        their_signatory=row["their_signatory"],
        valid_from=parse_partial_date(row["valid_from_text"]),
        valid_to=parse_partial_date(row["valid_to_text"]),
        prolongation=None if row["prolongation"] is None else Prolongation(row["prolongation"]),
        prolongation_years=row["prolongation_years"],
        notice_months=row["notice_months"],
        status=Status(row["status"]),
        status_reason=row["status_reason"],
        registration_number=row["registration_number"],
        registration_date=parse_partial_date(row["registration_date_text"]),
        areas=row["areas"],
        responsible=row["responsible"],
        original_place=row["original_place"],
        scan_path=row["scan_path"],
        remark=row["remark"],
    )


def _agreement_dates(connection: Connection, ids: Sequence[int]) -> dict[int, list[AgreementDate]]:
    found: dict[int, list[AgreementDate]] = defaultdict(list)
    table = agreement_date
    query = select(table).order_by(table.c.position, table.c.id)
    for row in _rows_of(connection, query, table.c.agreement_id, ids):
        found[row["agreement_id"]].append(
            AgreementDate(
                row["id"],
                row["uuid"],
                parse_partial_date(row["date_text"]),
                None if row["meaning"] is None else DateMeaning(row["meaning"]),
                row["position"],
                row["separator"],
            )
        )
    return found


def _agreement_links(connection: Connection, ids: Sequence[int]) -> dict[int, list[AgreementLink]]:
    found: dict[int, list[AgreementLink]] = defaultdict(list)
    query = select(agreement_link).order_by(agreement_link.c.id)
    for row in _rows_of(connection, query, agreement_link.c.agreement_id, ids):
        found[row["agreement_id"]].append(
            AgreementLink(row["id"], row["uuid"], row["other_id"], AgreementLinkKind(row["kind"]))
        )
    return found


def events(connection: Connection, ids: Sequence[int]) -> dict[int, Event]:
    """Return the events of the given ids; those that do not exist are left out."""
    rows = list(_rows_of(connection, select(event), event.c.id, ids))
    links = _event_links(connection, [row["id"] for row in rows])
    return {row["id"]: _event(row, tuple(links.get(row["id"], ()))) for row in rows}


def _event(row: RowMapping, links: tuple[EventLink, ...]) -> Event:
    return Event(
        id=row["id"],
        uuid=row["uuid"],
        report_year=row["report_year"],
        date=event_date(row["date_text"], row["report_year"]),
        text=row["text"],
        links=links,
        kind=None if row["kind"] is None else EventKind(row["kind"]),
        format=None if row["format"] is None else EventFormat(row["format"]),
        participants=row["participants"],
        responsible=row["responsible"],
        source=row["source"],
        printed=row["printed"],
        remark=row["remark"],
    )


def event_date(text: str, report_year: int) -> PartialDate:
    """Return an event's date: its wording read in its report year."""
    return parse_partial_date(text, year=report_year)


def _event_links(connection: Connection, ids: Sequence[int]) -> dict[int, list[EventLink]]:
    found: dict[int, list[EventLink]] = defaultdict(list)
    query = select(event_link).order_by(event_link.c.id)
    for row in _rows_of(connection, query, event_link.c.event_id, ids):
        found[row["event_id"]].append(
            EventLink(row["id"], row["uuid"], row["partner_id"], row["country_id"], row["position"])
        )
    return found


def _events_in_report_order(connection: Connection, year: int | None) -> tuple[Event, ...]:
    order = report_order_ids(connection, year)
    loaded = events(connection, order)
    return tuple(loaded[row_id] for row_id in order)


def _rows_of(
    connection: Connection, query: Select[Any], column: Any, ids: Sequence[int]
) -> Iterable[RowMapping]:
    for part in batches(ids):
        yield from connection.execute(query.where(column.in_(part))).mappings()


def one(found: Iterable[_T], table: str, row_id: int) -> _T:
    """Return the only record found, or raise RecordMissing."""
    for item in found:
        return item
    raise RecordMissing(table, row_id)
