"""Events: which stand where, and what a user can do with them."""

from collections.abc import Iterable, Sequence
from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Row, Value, update
from partners_app.domain.content_rows import POSITION_GAP
from partners_app.domain.errors import RecordMissing
from partners_app.domain.records import Event
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Register
from partners_app.services.row_changes import (
    label_of,
    moved,
    placed_after,
    removal,
    row_or_missing,
    shortened,
)
from partners_app.storage import event_queries, queries, rows
from partners_app.storage.event_queries import EventFilter, EventOrder, Scope, ScopeKind

__all__ = [
    "EventFilter",
    "EventOrder",
    "Scope",
    "ScopeKind",
    "add",
    "delete",
    "ids",
    "load",
    "move",
    "set_field",
    "total",
]

_EVERYTHING = EventFilter()
_FIELDS = frozenset(
    [
        "report_year",
        "text",
        "kind",
        "format",
        "participants",
        "responsible",
        "source",
        "printed",
        "remark",
    ]
)


def ids(
    register: Register,
    scope: Scope,
    year: int,
    where: EventFilter = _EVERYTHING,
    order: EventOrder = EventOrder.REPORT,
    *,
    descending: bool = False,
) -> list[int]:
    """Return the ids of the events of a scope and a year, filtered and sorted."""
    return register.read(event_queries.event_ids, scope, year, where, order, descending=descending)


def load(register: Register, event_ids: Sequence[int]) -> dict[int, Event]:
    """Return the events of the ids that exist, by id."""
    return register.read(queries.events, event_ids)


def total(register: Register, scope: Scope, year: int) -> int:
    """Return the number of events of a scope and a year."""
    return register.read(event_queries.event_count, scope, year)


def add(
    register: Register,
    scope: Scope,
    year: int,
    *,
    date_text: str = "",
    text: str = "",
    after: int | None = None,
) -> ChangeSet:
    """Add an event to the cell of a partner or a country, behind ``after`` or at its end.

    RecordMissing when the partner or country is not there any more.
    """
    owner, owner_id = _cell(scope)
    row_or_missing(register, owner, owner_id)
    position, making_room = _place(register, owner, owner_id, year, after)
    event_row: dict[str, Value] = {
        "uuid": str(uuid4()),
        "report_year": year,
        "date_text": date_text,
        "text": text,
        "kind": None,
        "format": None,
        "participants": "",
        "responsible": "",
        "source": "",
        "printed": True,
        "remark": "",
    }
    link_row: dict[str, Value] = {
        "uuid": str(uuid4()),
        "event_id": -1,
        "partner_id": owner_id if owner == "partner" else None,
        "country_id": owner_id if owner == "country" else None,
        "position": position,
    }
    added = (Change("event", -1, None, event_row), Change("event_link", -1, None, link_row))
    label = shortened(text or date_text)
    return register.apply(ChangeSet(OperationKind.ADD, (*added, *making_room), "event", label))


def _place(
    register: Register, owner: str, owner_id: int, year: int, after: int | None
) -> tuple[int, tuple[Change, ...]]:
    """Return the order number of a new event in a cell, and the changes that make room for it."""
    if after is not None:
        cell = register.read(event_queries.cell_of_year, owner, owner_id, year)
        link_after = next((link for link, event_id, _ in cell if event_id == after), None)
        if link_after is not None:
            order = [(link, place) for link, _, place in cell]
            return placed_after("event_link", order, link_after)
    # Behind everything that ever stood there: other years share the numbering.
    last = register.read(event_queries.last_position, owner, owner_id)
    return last + POSITION_GAP, ()


def _cell(scope: Scope) -> tuple[str, int]:
    if scope.kind not in (ScopeKind.PARTNER, ScopeKind.COUNTRY) or scope.id is None:
        raise ValueError("an event stands in the cell of a partner or a country")
    return scope.kind.value, scope.id


def set_field(register: Register, event_id: int, field: str, value: Value) -> ChangeSet:
    """Set one field of an event; ``date`` takes a wording. An equal value writes nothing."""
    column = "date_text" if field == "date" else field
    if column != "date_text" and column not in _FIELDS:
        raise ValueError(field)
    row = row_or_missing(register, "event", event_id)
    change = update("event", event_id, row, {**row, column: value})
    changes = () if change is None else (change,)
    label = label_of(register, "event", event_id, _named(row))
    return register.apply(ChangeSet(OperationKind.EDIT, changes, "event", label))


def delete(register: Register, event_ids: Iterable[int]) -> ChangeSet:
    """Delete events from every cell they stand in, in one step."""
    wanted = sorted(set(event_ids))
    found = register.read(rows.load, "event", wanted)
    missing = [event_id for event_id in wanted if event_id not in found]
    if missing:
        raise RecordMissing("event", missing[0])
    changes = register.read(removal, "event", wanted)
    label = label_of(register, "event", wanted[0], _named(found[wanted[0]])) if wanted else ""
    if len(wanted) > 1:
        label = str(len(wanted))
    return register.apply(ChangeSet(OperationKind.DELETE, changes, "event", label))


def move(register: Register, event_id: int, scope: Scope, step: int) -> ChangeSet:
    """Move an event one place up (-1) or down (+1) in the cell of a partner or a country."""
    owner, owner_id = _cell(scope)
    row = row_or_missing(register, "event", event_id)
    year = row["report_year"]
    assert isinstance(year, int)
    cell = register.read(event_queries.cell_of_year, owner, owner_id, year)
    link = next((link for link, number, _ in cell if number == event_id), None)
    if link is None:
        raise RecordMissing("event_link", event_id)
    changes = moved("event_link", [(item, place) for item, _, place in cell], link, step)
    label = label_of(register, "event", event_id, _named(row))
    return register.apply(ChangeSet(OperationKind.MOVE, changes, "event", label))


def _named(row: Row) -> Row:
    """Leave out the fields that are no name of an event."""
    return {"text": row["text"], "date_text": row["date_text"]}
