"""Events: which stand where, and what a user can do with them."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Row, Value, update
from partners_app.domain.content_rows import POSITION_GAP
from partners_app.domain.errors import PartnersError, RecordMissing
from partners_app.domain.records import Event
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Register
from partners_app.services.row_changes import (
    block_placed_after,
    label_of,
    moved,
    removal,
    row_or_missing,
    shortened,
)
from partners_app.storage import event_queries, queries, report_order, rows
from partners_app.storage.event_queries import (
    EventFilter,
    EventOrder,
    NotGiven,
    Scope,
    ScopeKind,
)
from partners_app.storage.values import check_values

__all__ = [
    "Cell",
    "EventFilter",
    "EventOrder",
    "NotGiven",
    "Scope",
    "ScopeKind",
    "add",
    "add_many",
    "delete",
    "first_ids",
    "ids",
    "load",
    "move",
    "refused",
    "set_field",
    "set_fields",
    "total",
]

Cell = tuple[int, str, Value]
"""Id of an event, field of `Event` (``date`` takes a wording), value."""

_EVERYTHING = EventFilter()
_NEW_EVENT: Row = {
    "date_text": "",
    "text": "",
    "kind": None,
    "format": None,
    "participants": "",
    "responsible": "",
    "source": "",
    "printed": True,
    "remark": "",
}
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
    ranks: Sequence[str] = (),
) -> list[int]:
    """Return the ids of the events of a scope and a year, filtered and sorted.

    ``ranks`` are the values of the closed list sorted by, in the order of their words.
    """
    return register.read(
        event_queries.event_ids, scope, year, where, order, descending=descending, ranks=ranks
    )


def first_ids(register: Register, year: int, most: int) -> tuple[list[int], int]:
    """Return the first ids of all events of a year in report order, and how many there are.

    Of a long list ``most`` ids, which takes a small part of the time of all; a short list whole.
    """
    return register.read(report_order.beginning, year, most)


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
    return add_many(register, scope, year, [{"date": date_text, "text": text}], after=after)


def add_many(
    register: Register,
    scope: Scope,
    year: int,
    new: Sequence[Mapping[str, Value]],
    *,
    after: int | None = None,
    cells: Sequence[Cell] = (),
) -> ChangeSet:
    """Add events to one cell in their order, behind ``after`` or at its end, in one step.

    Each of ``new`` gives fields of `Event` their values; others stay empty. ``cells`` are set in
    the same step, as by `set_fields`. Values that `refused` names are left out.
    """
    owner, owner_id = _cell(scope)
    row_or_missing(register, owner, owner_id)
    positions, making_room = _places(register, owner, owner_id, year, after, len(new))
    added: list[Change] = []
    for number, (given, position) in enumerate(zip(new, positions, strict=True), start=1):
        values = {_column(field): value for field, value in given.items() if _holds(field, value)}
        event_row = {"uuid": str(uuid4()), "report_year": year, **_NEW_EVENT, **values}
        link_row: dict[str, Value] = {
            "uuid": str(uuid4()),
            "event_id": -number,
            "partner_id": owner_id if owner == "partner" else None,
            "country_id": owner_id if owner == "country" else None,
            "position": position,
        }
        added.append(Change("event", -number, None, event_row))
        added.append(Change("event_link", -number, None, link_row))
    edits, label = _edits(register, cells)
    if len(new) + len(edits) > 1:
        label = str(len(new) + len(edits))
    elif added and added[0].after is not None:
        label = shortened(str(added[0].after["text"] or added[0].after["date_text"]))
    kind = OperationKind.EDIT if edits else OperationKind.ADD
    return register.apply(ChangeSet(kind, (*added, *edits, *making_room), "event", label))


def _places(
    register: Register, owner: str, owner_id: int, year: int, after: int | None, count: int
) -> tuple[list[int], tuple[Change, ...]]:
    """Return the order numbers of new events in a cell, and the changes that make room."""
    if after is not None:
        cell = register.read(event_queries.cell_of_year, owner, owner_id, year)
        link_after = next((link for link, event_id, _ in cell if event_id == after), None)
        if link_after is not None:
            order = [(link, place) for link, _, place in cell]
            return block_placed_after("event_link", order, link_after, count)
    # Behind everything that ever stood there: other years share the numbering.
    last = register.read(event_queries.last_position, owner, owner_id)
    return [last + step * POSITION_GAP for step in range(1, count + 1)], ()


def _cell(scope: Scope) -> tuple[str, int]:
    if scope.kind not in (ScopeKind.PARTNER, ScopeKind.COUNTRY) or scope.id is None:
        raise ValueError("an event stands in the cell of a partner or a country")
    return scope.kind.value, scope.id


def set_field(register: Register, event_id: int, field: str, value: Value) -> ChangeSet:
    """Set one field of an event; ``date`` takes a wording. An equal value writes nothing."""
    column = _column(field)
    row = row_or_missing(register, "event", event_id)
    change = update("event", event_id, row, {**row, column: value})
    changes = () if change is None else (change,)
    label = label_of(register, "event", event_id, _named(row))
    return register.apply(ChangeSet(OperationKind.EDIT, changes, "event", label))


def set_fields(register: Register, cells: Sequence[Cell]) -> ChangeSet:
    """Set fields of events in one step; equal values write nothing, of two for a cell the last.

    Values that `refused` names are left out. RecordMissing when an event is not there any more.
    The label is the number of events when there are several.
    """
    changes, label = _edits(register, cells)
    return register.apply(ChangeSet(OperationKind.EDIT, changes, "event", label))


def refused(cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells whose field cannot hold the value: no member of its list, no text."""
    return [cell for cell in cells if not _holds(cell[1], cell[2])]


def _edits(register: Register, cells: Sequence[Cell]) -> tuple[tuple[Change, ...], str]:
    """Return the changes that set cells, one for each event, and the label of the step."""
    wanted: dict[int, dict[str, Value]] = {}
    for event_id, field, value in cells:
        if _holds(field, value):
            wanted.setdefault(event_id, {})[_column(field)] = value
    found = register.read(rows.load, "event", sorted(wanted))
    missing = [event_id for event_id in wanted if event_id not in found]
    if missing:
        raise RecordMissing("event", missing[0])
    updates = (
        update("event", event_id, found[event_id], {**found[event_id], **values})
        for event_id, values in wanted.items()
    )
    changes = tuple(change for change in updates if change is not None)
    if len(changes) != 1:
        return changes, str(len(changes))
    return changes, label_of(register, "event", changes[0].id, _named(found[changes[0].id]))


def _column(field: str) -> str:
    """Return the column behind a field of `Event`."""
    if field != "date" and field not in _FIELDS:
        raise ValueError(field)
    return "date_text" if field == "date" else field


def _holds(field: str, value: Value) -> bool:
    """Tell whether a field can hold a value."""
    column = _column(field)
    try:
        check_values("event", {column: value})
    except (ValueError, PartnersError):
        return False
    return True


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
