"""Everything in report order, the quick way and the plain way; and how many stand where."""

from uuid import uuid4

import pytest
from sqlalchemy import func, select

from partners_app.domain.changes import Change, ChangeSet, Value
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import catalogue, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.events import EventFilter, EventOrder
from partners_app.services.register import Register
from partners_app.storage import report_order
from partners_app.storage.engine import Connection
from partners_app.storage.schema import country, event, event_link, partner, region

YEAR = 2020


def plain(connection: Connection, region_id: int | None = None) -> list[int]:
    """The order in so many words: by the columns of all the tables that have a say in it."""
    land = func.coalesce(event_link.c.country_id, partner.c.country_id)
    query = (
        select(event.c.id)
        .select_from(
            event.join(event_link, event_link.c.event_id == event.c.id, isouter=True)
            .join(partner, partner.c.id == event_link.c.partner_id, isouter=True)
            .join(country, country.c.id == land, isouter=True)
            .join(region, region.c.id == country.c.region_id, isouter=True)
        )
        .where(event.c.report_year == YEAR)
        .order_by(
            region.c.position.nulls_last(),
            region.c.id,
            country.c.position,
            country.c.id,
            partner.c.position.nulls_first(),
            partner.c.id,
            event_link.c.position,
            event_link.c.id,
            event.c.id,
        )
    )
    if region_id is not None:
        query = query.where(region.c.id == region_id)
    return list(dict.fromkeys(connection.execute(query).scalars()))


def link(event_id: int, place: str, place_id: int, position: int) -> Change:
    row: dict[str, Value] = {
        "uuid": str(uuid4()),
        "event_id": event_id,
        "partner_id": None,
        "country_id": None,
        "position": position,
    }
    return Change("event_link", -1, None, {**row, f"{place}_id": place_id})


@pytest.fixture
def register(register_2020: Register) -> Register:
    """The sample with what is rare: a shared event, one of a whole country, one without a cell."""
    band = catalogue.tree(register_2020, YEAR).regions[0]
    land, other = band.countries[0], band.countries[-1]
    whole = Scope(ScopeKind.COUNTRY, land.country.id)
    events.add(register_2020, whole, YEAR, text="всей страны")
    events.add(register_2020, whole, YEAR - 1, text="прошлого года")
    first = events.ids(register_2020, Scope(), YEAR)[0]
    shared = link(first, "country", other.country.id, 7)
    register_2020.apply(ChangeSet(OperationKind.EDIT, (shared,), "event", ""))
    homeless = events.add(register_2020, whole, YEAR, text="нигде")
    (gone,) = homeless.ids("event_link")
    row = next(change.after for change in homeless.changes if change.table == "event_link")
    register_2020.apply(
        ChangeSet(OperationKind.EDIT, (Change("event_link", gone, row, None),), "event", "")
    )
    return register_2020


def test_both_ways_give_one_order(register: Register) -> None:
    quick = events.ids(register, Scope(), YEAR)
    assert quick == register.read(plain)
    assert events.load(register, quick[-1:])[quick[-1]].text == "нигде"
    assert len(quick) == len(set(quick)) == events.total(register, Scope(), YEAR)
    down = events.ids(register, Scope(), YEAR, descending=True)
    assert down == quick[::-1]
    for node in catalogue.tree(register, YEAR).regions:
        band = events.ids(register, Scope(ScopeKind.REGION, node.region.id), YEAR)
        assert band == register.read(plain, node.region.id)


def test_events_equal_in_the_sorted_column_stand_in_report_order(register: Register) -> None:
    order = events.ids(register, Scope(), YEAR)
    found = events.ids(register, Scope(), YEAR, order=EventOrder.FORMAT)
    by_format: dict[object, list[int]] = {}
    for event_id, each in sorted(events.load(register, found).items()):
        by_format.setdefault(each.format, []).append(event_id)
    assert len(by_format) > 1
    for ids in by_format.values():
        alike = [event_id for event_id in found if event_id in set(ids)]
        assert alike == [event_id for event_id in order if event_id in set(ids)]


def test_the_beginning_of_a_long_list_is_that_of_the_whole(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = events.ids(register, Scope(), YEAR)
    assert events.first_ids(register, YEAR, 10) == (whole, len(whole)), "a short one comes whole"
    monkeypatch.setattr(report_order, "_SHORT", 20)
    for most in (1, 10, 60):
        assert events.first_ids(register, YEAR, most) == (whole[:most], len(whole))
    assert events.first_ids(register, YEAR - 1, 10)[1] == 1


def test_every_place_counts_each_of_its_events_once(register: Register) -> None:
    # Twice in one cell, and twice in one band.
    number = events.ids(register, Scope(), YEAR)[3]
    uuid = events.load(register, [number])[number].uuid
    scope, _ = catalogue.place_of(register, "event", uuid)
    assert scope.id is not None
    again = link(number, "partner", scope.id, 9999)
    register.apply(ChangeSet(OperationKind.EDIT, (again,), "event", ""))
    tree = catalogue.tree(register, YEAR)
    assert tree.count == events.total(register, Scope(), YEAR)
    for band in tree.regions:
        for kind, row_id, count in [
            (ScopeKind.REGION, band.region.id, band.count),
            *((ScopeKind.COUNTRY, each.country.id, each.count) for each in band.countries),
            *(
                (ScopeKind.PARTNER, node.partner.id, node.count)
                for each in band.countries
                for node in each.partners
            ),
        ]:
            assert count == len(events.ids(register, Scope(kind, row_id), YEAR)), (kind, row_id)
            assert count == events.total(register, Scope(kind, row_id), YEAR)


def test_a_word_is_found_in_everything_as_in_its_places(register_2020: Register) -> None:
    asked = EventFilter(text="визит")
    found = events.ids(register_2020, Scope(), YEAR, asked)
    by_band = [
        event_id
        for node in catalogue.tree(register_2020, YEAR).regions
        for event_id in events.ids(
            register_2020, Scope(ScopeKind.REGION, node.region.id), YEAR, asked
        )
    ]
    assert found == list(dict.fromkeys(by_band))
    assert found
    assert events.ids(register_2020, Scope(), YEAR - 1, asked) == []
