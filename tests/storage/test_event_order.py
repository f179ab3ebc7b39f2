"""Everything in report order, the quick way and the plain way."""

from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Value
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import catalogue, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.events import EventFilter, EventOrder
from partners_app.services.register import Register
from partners_app.storage import event_queries
from partners_app.storage.engine import Connection
from partners_app.storage.schema import event

YEAR = 2020


def plain(connection: Connection) -> list[int]:
    query = event_queries._in_scope(Scope(), YEAR, event.c.id)
    ordered = event_queries._ordered(query, EventOrder.REPORT, False, ())
    return list(dict.fromkeys(connection.execute(ordered).scalars()))


def link(event_id: int, place: str, place_id: int, position: int) -> Change:
    row: dict[str, Value] = {
        "uuid": str(uuid4()),
        "event_id": event_id,
        "partner_id": None,
        "country_id": None,
        "position": position,
    }
    return Change("event_link", -1, None, {**row, f"{place}_id": place_id})


def test_both_ways_give_one_order(register_2020: Register) -> None:
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
    quick = events.ids(register_2020, Scope(), YEAR)
    assert quick == register_2020.read(plain)
    assert quick[-1:] == list(homeless.ids("event"))
    assert len(quick) == len(set(quick)) == events.total(register_2020, Scope(), YEAR)
    down = events.ids(register_2020, Scope(), YEAR, descending=True)
    assert down == quick[::-1]


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
