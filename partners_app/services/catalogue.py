"""Bands, countries and partners: the tree, and what a user can do in it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Row, Value, update
from partners_app.domain.content_rows import POSITION_GAP
from partners_app.domain.errors import RecordMissing
from partners_app.domain.names import fold, partner_kind
from partners_app.domain.records import Country, Partner, Region
from partners_app.domain.vocabulary import OperationKind, Status
from partners_app.services.register import Register
from partners_app.services.row_changes import (
    heading_after,
    label_of,
    moved,
    removal,
    row_or_missing,
)
from partners_app.storage import event_counts, event_queries, queries, rows, tree_queries
from partners_app.storage.engine import Connection
from partners_app.storage.event_queries import Scope, ScopeKind

__all__ = [
    "CountryNode",
    "Matches",
    "PartnerNode",
    "RegionNode",
    "Scope",
    "ScopeKind",
    "Tree",
    "add_country",
    "add_partner",
    "add_region",
    "agreements_of_dates",
    "country",
    "delete",
    "event_count",
    "matching",
    "move",
    "names",
    "partner",
    "place_of",
    "region",
    "rename",
    "set_partner_field",
    "table_of",
    "tree",
    "years",
]


@dataclass(frozen=True, slots=True)
class PartnerNode:
    """A partner and the number of its events of the year.

    ``detail`` is the title of its first agreement where the country has several partners without
    a name, which would look the same; else it is empty.
    """

    partner: Partner
    count: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CountryNode:
    """A country, its partners, and the number of events of the year, each counted once."""

    country: Country
    count: int
    partners: tuple[PartnerNode, ...]


@dataclass(frozen=True, slots=True)
class RegionNode:
    """A band, its countries, and the number of events of the year, each counted once."""

    region: Region
    count: int
    countries: tuple[CountryNode, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """All bands in report order and the number of events of the year."""

    regions: tuple[RegionNode, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Matches:
    """What a search text was found in: ids of the records that hold it themselves."""

    region_ids: frozenset[int]
    country_ids: frozenset[int]
    partner_ids: frozenset[int]


def tree(register: Register, year: int) -> Tree:
    """Return the whole tree with the numbers of one year's events."""
    return register.read(_tree, year)


def _tree(connection: Connection, year: int) -> Tree:
    counts = event_counts.event_counts(connection, year)
    partners: dict[int, list[PartnerNode]] = defaultdict(list)
    found = queries.partners(connection)
    titles = _titles_of_nameless(connection, found)
    for item in found:
        count = counts.get(Scope(ScopeKind.PARTNER, item.id), 0)
        partners[item.country_id].append(PartnerNode(item, count, titles.get(item.id, "")))
    countries: dict[int, list[CountryNode]] = defaultdict(list)
    for land in queries.countries(connection):
        count = counts.get(Scope(ScopeKind.COUNTRY, land.id), 0)
        countries[land.region_id].append(CountryNode(land, count, tuple(partners.get(land.id, ()))))
    return Tree(
        tuple(
            RegionNode(
                band,
                counts.get(Scope(ScopeKind.REGION, band.id), 0),
                tuple(countries.get(band.id, ())),
            )
            for band in queries.regions(connection)
        ),
        counts[Scope()],
    )


def _titles_of_nameless(connection: Connection, found: Sequence[Partner]) -> dict[int, str]:
    """Return what tells apart the partners without a name that share their country, by id."""
    nameless: dict[int, list[int]] = defaultdict(list)
    for item in found:
        if item.name is None:
            nameless[item.country_id].append(item.id)
    several = [number for ids in nameless.values() if len(ids) > 1 for number in ids]
    return tree_queries.first_titles(connection, several) if several else {}


def names(register: Register) -> tuple[dict[int, str], dict[int, str]]:
    """Return what partners and countries are called, by their ids; without any numbers."""
    return register.read(event_queries.place_names)


def years(register: Register) -> list[int]:
    """Return the years that have events, ascending."""
    return register.read(event_queries.event_years)


def place_of(register: Register, table: str, uuid: str) -> tuple[Scope, int]:
    """Return where a record is seen in the tree, and its id; RecordMissing when it is gone."""
    found = register.read(event_queries.place_of, table, uuid)
    if found is None:
        raise RecordMissing(table, 0)
    return found


def table_of(register: Register, uuid: str) -> str | None:
    """Return the table of a record that stands in the report; None when there is none any more."""
    return register.read(_table_of, uuid)


def _table_of(connection: Connection, uuid: str) -> str | None:
    tables = ("event", "agreement", "partner", "country", "region")
    return next((table for table in tables if rows.by_uuid(connection, table, [uuid])), None)


def agreements_of_dates(register: Register, uuids: Iterable[str]) -> dict[str, str]:
    """Return the UUIDs of the agreements that dates belong to, by the UUIDs of the dates."""
    return register.read(_agreements_of_dates, uuids)


def _agreements_of_dates(connection: Connection, uuids: Iterable[str]) -> dict[str, str]:
    dates = rows.by_uuid(connection, "agreement_date", uuids)
    owners = {uuid: int(str(row["agreement_id"])) for uuid, (_, row) in dates.items()}
    agreements = rows.load(connection, "agreement", sorted(set(owners.values())))
    return {uuid: str(agreements[owner]["uuid"]) for uuid, owner in owners.items()}


def event_count(register: Register, year: int) -> int:
    """Return the number of events of a year."""
    return register.read(event_queries.event_count, Scope(), year)


def partner(register: Register, partner_id: int) -> Partner:
    """Return one partner, or raise RecordMissing."""
    return queries.one(register.read(queries.partners, [partner_id]), "partner", partner_id)


def country(register: Register, country_id: int) -> Country:
    """Return one country, or raise RecordMissing."""
    return queries.one(register.read(queries.countries, [country_id]), "country", country_id)


def region(register: Register, region_id: int) -> Region:
    """Return one band, or raise RecordMissing."""
    for item in register.read(queries.regions):
        if item.id == region_id:
            return item
    raise RecordMissing("region", region_id)


def matching(register: Register, text: str, year: int) -> Matches:
    """Return where every word of a text is found: in a name (by any part), or in an event.

    Names, other names too, are searched by any part of a word, events of the year by the
    beginnings of words; case, ё and «г.» do not matter.
    """
    return register.read(_matching, text, year)


def _matching(connection: Connection, text: str, year: int) -> Matches:
    words = fold(text).split()
    regions = frozenset(item.id for item in queries.regions(connection) if _holds(words, item.name))
    countries = {
        item.id
        for item in queries.countries(connection)
        if _holds(words, item.name, *(name.name for name in item.other_names))
    }
    partners = {
        item.id
        for item in queries.partners(connection)
        if item.name is not None
        and _holds(words, item.name, *(name.name for name in item.other_names))
    }
    in_partners, in_countries = event_queries.owners_of_matches(connection, text, year)
    return Matches(regions, frozenset(countries | in_countries), frozenset(partners | in_partners))


def _holds(words: list[str], *names: str) -> bool:
    folded = " ".join(fold(name) for name in names)
    return bool(words) and all(word in folded for word in words)


def add_region(register: Register, name: str) -> ChangeSet:
    """Add a band at the end; its heading in the table is its name in capitals."""
    row: dict[str, Value] = {
        "uuid": str(uuid4()),
        "name": name,
        "heading": name.upper(),
        "position": register.read(rows.last_position, "region", None, None) + POSITION_GAP,
        "remark": "",
    }
    return _add(register, "region", row, name)


def add_country(register: Register, region_id: int, name: str) -> ChangeSet:
    """Add a country at the end of a band; RecordMissing when the band is not there any more."""
    row_or_missing(register, "region", region_id)
    row: dict[str, Value] = {
        "uuid": str(uuid4()),
        "region_id": region_id,
        "name": name,
        "position": register.read(rows.last_position, "country", "region_id", region_id)
        + POSITION_GAP,
        "remark": "",
    }
    return _add(register, "country", row, name)


def add_partner(register: Register, country_id: int, name: str | None) -> ChangeSet:
    """Add a partner at the end of a country; without a name it is the country as a whole.

    RecordMissing when the country is not there any more.
    """
    name = _name_or_none(name)
    land = row_or_missing(register, "country", country_id)
    row: dict[str, Value] = {
        "uuid": str(uuid4()),
        "country_id": country_id,
        "kind": partner_kind(name).value,
        "name": name,
        "position": register.read(rows.last_position, "partner", "country_id", country_id)
        + POSITION_GAP,
        "status": Status.IN_FORCE.value,
        "status_date_text": "",
        "status_reason": "",
        "latitude": None,
        "longitude": None,
        "remark": "",
    }
    return _add(register, "partner", row, name or str(land["name"]))


def _name_or_none(name: str | None) -> str | None:
    """Return a partner's name; one of white space alone is none: the country as a whole."""
    return name if name is not None and name.strip() else None


def _add(register: Register, table: str, row: Row, label: str) -> ChangeSet:
    change = Change(table, -1, None, row)
    return register.apply(ChangeSet(OperationKind.ADD, (change,), table, label))


def rename(register: Register, table: str, row_id: int, name: str | None) -> ChangeSet:
    """Rename a band, country or partner; a heading that was the name in capitals follows."""
    if table not in ("region", "country", "partner"):
        raise ValueError(table)
    row = row_or_missing(register, table, row_id)
    if table == "partner":
        name = _name_or_none(name)
    after: dict[str, Value] = {**row, "name": name}
    if table == "region":
        after["heading"] = heading_after(row, name)
    return _edit(register, table, row_id, row, after)


def set_partner_field(register: Register, partner_id: int, field: str, value: Value) -> ChangeSet:
    """Set one field of a partner; ``status_date`` takes a wording."""
    row = row_or_missing(register, "partner", partner_id)
    column = field if field in row else f"{field}_text"
    if column not in row or column in ("uuid", "country_id", "position"):
        raise ValueError(field)
    if column == "name" and isinstance(value, str):
        value = _name_or_none(value)
    return _edit(register, "partner", partner_id, row, {**row, column: value})


def _edit(register: Register, table: str, row_id: int, row: Row, after: Row) -> ChangeSet:
    change = update(table, row_id, row, after)
    changes = () if change is None else (change,)
    label = label_of(register, table, row_id, row)
    return register.apply(ChangeSet(OperationKind.EDIT, changes, table, label))


def delete(register: Register, table: str, row_id: int) -> ChangeSet:
    """Delete a band, country or partner with everything under it, in one step.

    An event that also belongs elsewhere stays there.
    """
    if table not in ("region", "country", "partner"):
        raise ValueError(table)
    row = row_or_missing(register, table, row_id)
    changes = register.read(removal, table, [row_id])
    label = label_of(register, table, row_id, row)
    return register.apply(ChangeSet(OperationKind.DELETE, changes, table, label))


def move(register: Register, table: str, row_id: int, step: int) -> ChangeSet:
    """Move a band, country or partner one place up (-1) or down (+1) among its neighbours."""
    parent = {"region": None, "country": "region_id", "partner": "country_id"}[table]
    row = row_or_missing(register, table, row_id)
    owner = None if parent is None else row[parent]
    siblings = register.read(rows.siblings, table, parent, owner)
    changes = moved(table, siblings, row_id, step)
    label = label_of(register, table, row_id, row)
    return register.apply(ChangeSet(OperationKind.MOVE, changes, table, label))
