"""Rows of tables as records: the way back from ``content_rows``."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from partners_app.domain.event_order import event_place
from partners_app.domain.partial_date import parse_partial_date
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

Rows = Mapping[str, Mapping[int, Mapping[str, Any]]]
"""Rows by table and id; a table without rows may be absent. Derived columns are passed over."""


def content_from_rows(title: str, rows: Rows, *, year: int | None = None) -> RegisterContent:
    """Return the records of rows, in report order; with a ``year`` only the events of that one.

    Raises KeyError when a row refers to one that is not there or lacks a field, and ValueError
    for a value outside its closed list.
    """
    children = Children(rows)
    regions = tuple(region_record(row_id, row) for row_id, row in children.all("region"))
    countries = tuple(
        country_record(row_id, row, children)
        for region in regions
        for row_id, row in children.of("country", "region_id", region.id)
    )
    partners = tuple(
        partner_record(row_id, row, children)
        for country in countries
        for row_id, row in children.of("partner", "country_id", country.id)
    )
    agreements = tuple(
        agreement_record(row_id, row, children)
        for partner in partners
        for row_id, row in children.of("agreement", "partner_id", partner.id)
    )
    events = [
        event_record(row_id, row, children)
        for row_id, row in rows.get("event", {}).items()
        if year is None or row["report_year"] == year
    ]
    place = event_place(countries, partners)
    return RegisterContent(
        title, regions, countries, partners, agreements, tuple(sorted(events, key=place)), year
    )


class Children:
    """Rows found by their parent, in order."""

    def __init__(self, rows: Rows) -> None:
        """Take rows by table and id; they are grouped when first asked for."""
        self._rows = rows
        self._by_parent: dict[tuple[str, str], dict[int, list[tuple[int, Mapping[str, Any]]]]] = {}

    def all(self, table: str) -> list[tuple[int, Mapping[str, Any]]]:
        """Return all rows of a table in order."""
        rows = self._rows.get(table, {}).items()
        return sorted(rows, key=lambda item: (item[1].get("position", 0), item[0]))

    def of(self, table: str, field: str, parent: int) -> list[tuple[int, Mapping[str, Any]]]:
        """Return the rows whose ``field`` names the parent, in order."""
        if (table, field) not in self._by_parent:
            groups: dict[int, list[tuple[int, Mapping[str, Any]]]] = {}
            for row_id, row in self.all(table):
                if row[field] is not None:
                    groups.setdefault(row[field], []).append((row_id, row))
            self._by_parent[table, field] = groups
        return self._by_parent[table, field].get(parent, [])


def region_record(row_id: int, row: Mapping[str, Any]) -> Region:
    """Return one band."""
    return Region(row_id, row["uuid"], row["name"], row["heading"], row["position"], row["remark"])


def _other_names(field: str, parent: int, children: Children) -> tuple[OtherName, ...]:
    return tuple(
        OtherName(
            row_id,
            row["uuid"],
            row["name"],
            parse_partial_date(row["used_from_text"]),
            parse_partial_date(row["used_to_text"]),
        )
        for row_id, row in children.of("other_name", field, parent)
    )


def country_record(row_id: int, row: Mapping[str, Any], children: Children) -> Country:
    """Return one country with its other names."""
    return Country(
        row_id,
        row["uuid"],
        row["region_id"],
        row["name"],
        row["position"],
        _other_names("country_id", row_id, children),
        row["remark"],
    )


def partner_record(row_id: int, row: Mapping[str, Any], children: Children) -> Partner:
    """Return one partner with its other names."""
    return Partner(
        row_id,
        row["uuid"],
        row["country_id"],
        PartnerKind(row["kind"]),
        row["name"],
        row["position"],
        _other_names("partner_id", row_id, children),
        Status(row["status"]),
        parse_partial_date(row["status_date_text"]),
        row["status_reason"],
        row["latitude"],
        row["longitude"],
        row["remark"],
    )


def agreement_record(row_id: int, row: Mapping[str, Any], children: Children) -> Agreement:
    """Return one agreement with its dates and links."""
    dates = tuple(
        AgreementDate(
            date_id,
            date["uuid"],
            parse_partial_date(date["date_text"]),
            _member(DateMeaning, date["meaning"]),
            date["position"],
            date["separator"],
        )
        for date_id, date in children.of("agreement_date", "agreement_id", row_id)
    )
    links = tuple(
        AgreementLink(link_id, link["uuid"], link["other_id"], AgreementLinkKind(link["kind"]))
        for link_id, link in children.of("agreement_link", "agreement_id", row_id)
    )
    return Agreement(
        id=row_id,
        uuid=row["uuid"],
        partner_id=row["partner_id"],
        kind=_member(AgreementKind, row["kind"]),
        title=row["title"],
        position=row["position"],
        dates=dates,
        links=links,
        our_signatory=row["our_signatory"],
        their_signatory=row["their_signatory"],
        valid_from=parse_partial_date(row["valid_from_text"]),
        valid_to=parse_partial_date(row["valid_to_text"]),
        prolongation=_member(Prolongation, row["prolongation"]),
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


def event_record(row_id: int, row: Mapping[str, Any], children: Children) -> Event:
    """Return one event with its links, its date read in its report year."""
    links = tuple(
        EventLink(link_id, link["uuid"], link["partner_id"], link["country_id"], link["position"])
        for link_id, link in children.of("event_link", "event_id", row_id)
    )
    return Event(
        id=row_id,
        uuid=row["uuid"],
        report_year=row["report_year"],
        date=parse_partial_date(row["date_text"], year=row["report_year"]),
        text=row["text"],
        links=links,
        kind=_member(EventKind, row["kind"]),
        format=_member(EventFormat, row["format"]),
        participants=row["participants"],
        responsible=row["responsible"],
        source=row["source"],
        printed=bool(row["printed"]),
        remark=row["remark"],
    )


_Kind = TypeVar("_Kind", bound=StrEnum)


def _member(kind: type[_Kind], value: str | None) -> _Kind | None:
    return None if value is None else kind(value)
