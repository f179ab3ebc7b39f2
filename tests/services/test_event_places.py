"""An event of two cities stands in both, is printed once, and goes where a clerk sends it."""

from collections.abc import Callable

import pytest

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import RecordMissing
from partners_app.services import catalogue, event_places, events, reporting
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register

YEAR = 2020


def place(register: Register, name: str) -> Scope:
    for band in catalogue.tree(register, YEAR).regions:
        for land in band.countries:
            if land.country.name == name:
                return Scope(ScopeKind.COUNTRY, land.country.id)
            for node in land.partners:
                if node.partner.name == name:
                    return Scope(ScopeKind.PARTNER, node.partner.id)
    raise LookupError(name)


def ids(register: Register, scope: Scope) -> list[int]:
    return events.ids(register, scope, YEAR)


@pytest.fixture
def turku(register_2020: Register) -> Scope:
    return place(register_2020, "г. Турку")


@pytest.fixture
def kotka(register_2020: Register) -> Scope:
    return place(register_2020, "г. Котка")


def test_a_shared_event_stands_in_both_cities_and_is_printed_once(
    register_2020: Register, turku: Scope, kotka: Scope
) -> None:
    register = register_2020
    finland = place(register, "Финляндия")
    before = ids(register, turku)
    total = events.total(register, Scope(), YEAR)
    event_places.set_places(register, before[:2], added=[kotka, finland])
    assert ids(register, kotka) == before[:2]
    assert ids(register, turku) == before
    assert set(ids(register, finland)[:2]) == set(before[:2])
    assert events.total(register, Scope(), YEAR) == total
    report = reporting.yearly_report(register, YEAR)
    text = events.load(register, before[:1])[before[0]].text
    assert str(report).count(text[:40]) == 1
    assert event_places.places_of(register, before[:1])[before[0]] == {turku, kotka, finland}
    register.undo()
    assert ids(register, kotka) == []


def test_taking_the_last_place_away_leaves_the_event_where_it_is(
    register_2020: Register, turku: Scope, kotka: Scope
) -> None:
    register = register_2020
    event_id = ids(register, turku)[0]
    assert not event_places.set_places(register, [event_id], removed=[turku])
    assert event_id in ids(register, turku)
    event_places.set_places(register, [event_id], added=[kotka], removed=[turku])
    assert event_id not in ids(register, turku)
    assert ids(register, kotka) == [event_id]


def test_moved_events_stand_at_the_end_of_the_other_city_in_their_order(
    register_2020: Register, turku: Scope
) -> None:
    register = register_2020
    osaka = place(register, "г. Осака")
    there, moving = ids(register, osaka), ids(register, turku)[1:3]
    event_places.move_to(register, moving, turku, osaka)
    assert ids(register, osaka) == [*there, *moving]
    assert not set(moving) & set(ids(register, turku))
    register.undo()
    assert ids(register, osaka) == there
    assert ids(register, turku)[1:3] == moving


def test_moving_one_place_of_a_shared_event_leaves_the_others(
    register_2020: Register, turku: Scope, kotka: Scope
) -> None:
    register = register_2020
    osaka = place(register, "г. Осака")
    event_id = ids(register, turku)[0]
    event_places.set_places(register, [event_id], added=[kotka])
    event_places.move_to(register, [event_id], kotka, osaka)
    assert event_places.places_of(register, [event_id])[event_id] == {turku, osaka}
    # Moved to where it stands already, it only leaves the place it is moved from.
    event_places.move_to(register, [event_id], osaka, turku)
    assert event_places.places_of(register, [event_id])[event_id] == {turku}
    assert not event_places.move_to(register, [event_id], turku, turku)


def test_a_copy_has_every_field_and_a_life_of_its_own(
    register_2020: Register, turku: Scope, kotka: Scope
) -> None:
    register = register_2020
    original = ids(register, turku)[0]
    events.set_field(register, original, "participants", "мэр города")
    event_places.copy_to(register, [original], kotka)
    (copy,) = ids(register, kotka)
    loaded = events.load(register, [original, copy])
    assert copy != original
    assert loaded[copy].participants == "мэр города"
    assert loaded[copy].date == loaded[original].date
    assert loaded[copy].uuid != loaded[original].uuid
    events.set_field(register, copy, "text", "другое")
    assert events.load(register, [original])[original].text != "другое"


def test_a_place_deleted_meanwhile_takes_no_event(
    register_2020: Register, turku: Scope, kotka: Scope
) -> None:
    register = register_2020
    event_id = ids(register, turku)[0]
    assert kotka.id is not None
    catalogue.delete(register, "partner", kotka.id)
    acts: tuple[Callable[[], ChangeSet], ...] = (
        lambda: event_places.set_places(register, [event_id], added=[kotka]),
        lambda: event_places.move_to(register, [event_id], turku, kotka),
        lambda: event_places.copy_to(register, [event_id], kotka),
    )
    for act in acts:
        with pytest.raises(RecordMissing):
            act()
    events.delete(register, [event_id])
    with pytest.raises(RecordMissing):
        event_places.copy_to(register, [event_id], turku)
