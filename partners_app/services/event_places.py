"""To whom an event belongs: one or more partners, or whole countries; copying and moving it."""

from collections.abc import Collection, Iterable, Sequence
from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Row
from partners_app.domain.content_rows import POSITION_GAP
from partners_app.domain.errors import RecordMissing
from partners_app.domain.partial_date import DatePrecision, PartialDate
from partners_app.domain.records import Event
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.event_rows import cell_of, link_row
from partners_app.services.register import Register
from partners_app.services.row_changes import row_or_missing, shortened
from partners_app.storage import event_queries, rows
from partners_app.storage.engine import Connection
from partners_app.storage.event_queries import Scope, ScopeKind

__all__ = [
    "Scope",
    "ScopeKind",
    "copies_in_year",
    "copy_to",
    "move_to",
    "place_of",
    "places_of",
    "set_places",
]

_Links = dict[int, dict[Scope, tuple[int, Row]]]


def place_of(event: Event, shown: Scope) -> Scope:
    """Return the cell that an event stands in: that of the partner that is shown, else its first.

    ``event`` has a place.
    """
    if shown.kind is ScopeKind.PARTNER:
        return shown
    link = event.links[0]
    if link.partner_id is not None:
        return Scope(ScopeKind.PARTNER, link.partner_id)
    return Scope(ScopeKind.COUNTRY, link.country_id)


def places_of(register: Register, event_ids: Iterable[int]) -> dict[int, frozenset[Scope]]:
    """Return the partners and whole countries that each event belongs to, by the event's id."""
    links = register.read(_links, list(event_ids))
    return {event_id: frozenset(found) for event_id, found in links.items()}


def set_places(
    register: Register,
    event_ids: Sequence[int],
    *,
    added: Collection[Scope] = (),
    removed: Collection[Scope] = (),
) -> ChangeSet:
    """Let events belong to further partners or countries, and no more to others, in one step.

    A new place is the last one of its cell. An event that would be left with no place at all keeps
    those it has. RecordMissing when an event, partner or country is not there any more.
    """
    _check_there(register, event_ids, added)
    links = register.read(_links, event_ids)
    places = _Places(register)
    changes: list[Change] = []
    for event_id in event_ids:
        here = links[event_id]
        for scope in added:
            if scope not in here:
                changes.append(places.new_link(scope, event_id))
        going = [here[scope] for scope in removed if scope in here and scope not in added]
        if len(going) < len(here) or added:
            changes += [Change("event_link", number, row, None) for number, row in going]
    return _apply(register, OperationKind.EDIT, changes, event_ids)


def move_to(
    register: Register, event_ids: Sequence[int], source: Scope | None, target: Scope
) -> ChangeSet:
    """Move events from one partner or country to the end of another's cell, in one step.

    What an event has at further places stays. ``source`` None, or a place that an event has no
    link to, means its first place. RecordMissing when an event or the target is gone.
    """
    _check_there(register, event_ids, [target])
    links = register.read(_links, event_ids)
    places = _Places(register)
    changes: list[Change] = []
    for event_id in event_ids:
        here = links[event_id]
        leaving = source if source in here else next(iter(here), None)
        if leaving == target:
            continue
        if target not in here:
            changes.append(places.new_link(target, event_id))
        if leaving is not None:
            number, row = here[leaving]
            changes.append(Change("event_link", number, row, None))
    return _apply(register, OperationKind.MOVE, changes, event_ids)


def copy_to(register: Register, event_ids: Sequence[int], target: Scope) -> ChangeSet:
    """Add copies of events to the end of a partner's or country's cell, in one step.

    A copy is an event of its own that stands at that place alone. RecordMissing when an event or
    the target is gone.
    """
    found = _check_there(register, event_ids, [target])
    places = _Places(register)
    changes: list[Change] = []
    for number, event_id in enumerate(event_ids, start=1):
        row = {**found[event_id], "uuid": str(uuid4())}
        changes.append(Change("event", -number, None, row))
        changes.append(places.new_link(target, -number))
    return _apply(register, OperationKind.ADD, changes, event_ids)


def copies_in_year(register: Register, event_ids: Sequence[int], year: int) -> list[Change]:
    """Return what adds copies of events to another report year, at the places that they have.

    A date is kept where it holds in every year («в течение года», «август-октябрь»), and a wording
    that nobody can read; one that names a day or a year is left out. RecordMissing when an event
    is gone.
    """
    found = _check_there(register, event_ids, ())
    links = register.read(_links, event_ids)
    places = _Places(register)
    changes: list[Change] = []
    for number, event_id in enumerate(event_ids, start=1):
        row = found[event_id]
        date_text = str(row["date_text"]) if _holds_in_every_year(str(row["date_text"])) else ""
        copy = {**row, "uuid": str(uuid4()), "report_year": year, "date_text": date_text}
        changes.append(Change("event", -number, None, copy))
        changes += [places.new_link(scope, -number) for scope in links[event_id]]
    return changes


def _holds_in_every_year(wording: str) -> bool:
    one, other = (PartialDate.parse(wording, year=year) for year in (2021, 2022))
    if not one.readable:
        return True
    return one.precision is not DatePrecision.DAY and one.edtf != other.edtf


class _Places:
    """Gives each new link its place at the end of a cell."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._last: dict[Scope, int] = {}
        self._count = 0

    def new_link(self, scope: Scope, event_id: int) -> Change:
        if scope not in self._last:
            owner, owner_id = cell_of(scope)
            last = self._register.read(event_queries.last_position, owner, owner_id)
            self._last[scope] = last
        self._last[scope] += POSITION_GAP
        self._count += 1
        row = link_row(scope, event_id, self._last[scope])
        return Change("event_link", -self._count, None, row)


def _check_there(
    register: Register, event_ids: Sequence[int], scopes: Iterable[Scope]
) -> dict[int, Row]:
    for scope in scopes:
        row_or_missing(register, *cell_of(scope))
    found = register.read(rows.load, "event", list(event_ids))
    for event_id in event_ids:
        if event_id not in found:
            raise RecordMissing("event", event_id)
    return found


def _links(connection: Connection, event_ids: Sequence[int]) -> _Links:
    """Return the links of events by the place they lead to, in the order they were made."""
    found: _Links = {event_id: {} for event_id in event_ids}
    numbers = rows.children(connection, "event", event_ids).get("event_link", set())
    for number, row in sorted(rows.load(connection, "event_link", numbers).items()):
        event_id = row["event_id"]
        assert isinstance(event_id, int)
        found[event_id].setdefault(_scope(row), (number, row))
    return found


def _scope(row: Row) -> Scope:
    partner_id, country_id = row["partner_id"], row["country_id"]
    if isinstance(partner_id, int):
        return Scope(ScopeKind.PARTNER, partner_id)
    assert isinstance(country_id, int)
    return Scope(ScopeKind.COUNTRY, country_id)


def _apply(
    register: Register, kind: OperationKind, changes: Sequence[Change], event_ids: Sequence[int]
) -> ChangeSet:
    label = str(len(event_ids))
    if len(event_ids) == 1:
        row = row_or_missing(register, "event", event_ids[0])
        label = shortened(str(row["text"] or row["date_text"]))
    return register.apply(ChangeSet(kind, tuple(changes), "event", label))
