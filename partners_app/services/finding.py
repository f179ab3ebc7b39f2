"""Find everywhere: names, titles, events, remarks of all years, by beginnings of Russian words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from partners_app.domain.found_words import Mark, beginnings, excerpt, marks
from partners_app.domain.names import fold_text
from partners_app.domain.records import Agreement, Country, Event, Partner, Region
from partners_app.services.record_places import Place, RecordPlaces
from partners_app.services.register import Register
from partners_app.storage import hits, queries
from partners_app.storage.engine import Connection

__all__ = ["Found", "Group", "GroupKey", "Hit", "HitKind", "Mark", "find"]

HITS_OF_A_GROUP = 20
"""How many hits of a group are read at first."""


class HitKind(StrEnum):
    """What the hits of a group are."""

    PLACE = "place"
    AGREEMENT = "agreement"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class GroupKey:
    """Which group of hits: events of one year, all agreements, all bands, countries, partners."""

    kind: HitKind
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found.

    ``title`` is its name or an event's date; ``field`` the field that ``text`` is of, and the marks
    are the words found in each. ``place`` is where it stands in the tree, outermost first.
    """

    table: str
    uuid: str
    title: str
    title_marks: tuple[Mark, ...]
    field: str
    text: str
    text_marks: tuple[Mark, ...]
    place: Place
    year: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one kind and year: the first ones, and how many there are."""

    key: GroupKey
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """All groups that have hits: places, agreements, then events, the newest year first."""

    groups: tuple[Group, ...]

    @property
    def total(self) -> int:
        """How many records were found, those not read included."""
        return sum(group.total for group in self.groups)


def find(
    register: Register,
    text: str,
    *,
    limit: int = HITS_OF_A_GROUP,
    wider: Mapping[GroupKey, int] | None = None,
) -> Found:
    """Return the records of all years that hold every word of a text, by its stem.

    ``limit`` is the number of hits read of a group, ``wider`` that of single groups.
    """
    wanted = beginnings(text)
    if not wanted:
        return Found(())
    return register.read(_find, text, wanted, limit, wider or {})


def _find(
    connection: Connection,
    text: str,
    wanted: tuple[str, ...],
    limit: int,
    wider: Mapping[GroupKey, int],
) -> Found:
    found = hits.places_and_agreements(connection, wanted)
    years = {key.year: count for key, count in wider.items() if key.year is not None}
    by_year = hits.events_by_year(connection, wanted, limit, years)
    reader = _Reader(connection, wanted)
    places = [
        (table, number) for table in ("region", "country", "partner") for number in found[table]
    ]
    # «турку» means г. Турку before Туркменистан, which only begins so.
    places.sort(key=lambda place: not reader.is_called(place[0], place[1], text))
    groups = []
    if places:
        key = GroupKey(HitKind.PLACE)
        read = reader.places(places[: wider.get(key, limit)])
        groups.append(Group(key, read, len(places)))
    if found["agreement"]:
        key = GroupKey(HitKind.AGREEMENT)
        read = reader.agreements(found["agreement"][: wider.get(key, limit)])
        groups.append(Group(key, read, len(found["agreement"])))
    for year, (total, ids) in by_year.items():
        groups.append(Group(GroupKey(HitKind.EVENT, year), reader.events(ids), total))
    return Found(tuple(groups))


class _Reader:
    """Turns ids into hits with the names of the places around them."""

    def __init__(self, connection: Connection, wanted: tuple[str, ...]) -> None:
        self._connection = connection
        self._wanted = wanted
        self._names = RecordPlaces(connection)

    def is_called(self, table: str, row_id: int, text: str) -> bool:
        """Tell whether a text stands in the name of a place word by word."""
        records: Mapping[str, Mapping[int, Region | Country | Partner]] = {
            "region": self._names.regions,
            "country": self._names.countries,
            "partner": self._names.partners,
        }
        name = records[table][row_id].name or ""
        return f" {fold_text(text)} " in f" {fold_text(name)} "

    def places(self, keys: list[tuple[str, int]]) -> tuple[Hit, ...]:
        found: list[Hit] = []
        for table, row_id in keys:
            if table == "region":
                found.append(self._place(table, self._names.regions[row_id], ()))
            elif table == "country":
                land = self._names.countries[row_id]
                found.append(self._place(table, land, self._names.of_region(land.region_id)))
            else:
                partner = self._names.partners[row_id]
                above = self._names.of_country(partner.country_id)
                found.append(self._place(table, partner, above))
        return tuple(found)

    def agreements(self, ids: list[int]) -> tuple[Hit, ...]:
        found = queries.agreements_by_id(self._connection, ids)
        return tuple(self._agreement(item) for item in found)

    def events(self, ids: list[int]) -> tuple[Hit, ...]:
        found = queries.events(self._connection, ids)
        return tuple(self._event(found[number]) for number in ids)

    def _place(self, table: str, record: Region | Country | Partner, above: Place) -> Hit:
        fields = [("remark", record.remark)]
        if not isinstance(record, Region):
            fields = [*(("other_name", name.name) for name in record.other_names), *fields]
        if isinstance(record, Partner):
            fields.append(("status_reason", record.status_reason))
        title = record.name or (above[-1] if above else "")
        return self._hit(table, record.uuid, title, fields, above, None)

    def _agreement(self, record: Agreement) -> Hit:
        fields = [
            (name, getattr(record, name))
            for name in (
                "our_signatory",
                "their_signatory",
                "registration_number",
                "areas",
                "responsible",
                "original_place",
                "remark",
            )
        ]
        place = self._names.of_partner(record.partner_id)
        return self._hit("agreement", record.uuid, record.title or "", fields, place, None)

    def _event(self, record: Event) -> Hit:
        texts = [
            (name, getattr(record, name)) for name in ("participants", "responsible", "source")
        ]
        fields = [("text", record.text), *texts, ("remark", record.remark)]
        place = self._names.of_event(record)
        date = record.date.text
        return self._hit("event", record.uuid, date, fields, place, record.report_year)

    def _hit(
        self,
        table: str,
        uuid: str,
        title: str,
        fields: list[tuple[str, str]],
        place: Place,
        year: int | None,
    ) -> Hit:
        """Show the first field that holds a word found; an event's text if no other does."""
        filled = [(name, text) for name, text in fields if text]
        shown = next((item for item in filled if marks(item[1], self._wanted)), None)
        if shown is None:
            shown = filled[0] if table == "event" and filled else ("", "")
        text = excerpt(shown[1], self._wanted)
        return Hit(
            table,
            uuid,
            title,
            marks(title, self._wanted),
            shown[0],
            text,
            marks(text, self._wanted),
            place,
            year,
        )
