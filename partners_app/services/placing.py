"""Where records of the tree and agreements stand: moving one elsewhere, making one of two."""

from dataclasses import dataclass
from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Row, Value, update
from partners_app.domain.content_rows import POSITION_GAP
from partners_app.domain.names import fold
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Register
from partners_app.services.row_changes import label_of, row_or_missing
from partners_app.storage import rows
from partners_app.storage.engine import Connection

_PARENTS: dict[str, str | None] = {
    "region": None,
    "country": "region_id",
    "partner": "country_id",
    "agreement": "partner_id",
}
_UNDER: dict[str, tuple[tuple[str, str], ...]] = {
    "country": (("partner", "country_id"), ("other_name", "country_id")),
    "partner": (("agreement", "partner_id"), ("other_name", "partner_id")),
}
"""What stands under a record and can be put under another one, besides its events."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How many records go over to the other one in a merge."""

    partners: int
    agreements: int
    events: int


def move_to(
    register: Register, table: str, row_id: int, parent_id: int | None, before_id: int | None
) -> ChangeSet:
    """Put a band, country, partner or agreement under a parent, before a record there or last.

    A band has no parent. RecordMissing when parent or neighbour are not there (any more).
    """
    parent = _PARENTS[table]
    row = row_or_missing(register, table, row_id)
    if parent is not None:
        assert parent_id is not None
        row_or_missing(register, parent.removesuffix("_id"), parent_id)
    order = register.read(rows.siblings, table, parent, parent_id)
    here = [item for item, _ in order]
    if before_id is not None and before_id not in here:
        row_or_missing(register, table, before_id)
        raise ValueError(before_id)
    if before_id == row_id or _stands_there(here, row_id, before_id):
        return register.apply(ChangeSet(OperationKind.MOVE, (), table, ""))
    position, others = _place(table, [each for each in order if each[0] != row_id], before_id)
    after: dict[str, Value] = {**row, "position": position}
    if parent is not None:
        after[parent] = parent_id
    own = update(table, row_id, row, after)
    changes = others if own is None else (*others, own)
    label = label_of(register, table, row_id, row)
    return register.apply(ChangeSet(OperationKind.MOVE, changes, table, label))


def _stands_there(order: list[int], row_id: int, before_id: int | None) -> bool:
    if row_id not in order:
        return False
    place = order.index(row_id)
    following = order[place + 1] if place + 1 < len(order) else None
    return following == before_id


def _place(
    table: str, order: list[tuple[int, int]], before_id: int | None
) -> tuple[int, tuple[Change, ...]]:
    """Return an order number before a row of the list (None: behind all), and who makes room."""
    ids = [item for item, _ in order]
    target = len(ids) if before_id is None else ids.index(before_id)
    low = order[target - 1][1] if target else 0
    high = order[target][1] if target < len(order) else low + 2 * POSITION_GAP
    between = (low + high) // 2
    if low < between < high:
        return between, ()
    others = []
    for number, (item, old) in enumerate(order):
        new = (number + 1 + (number >= target)) * POSITION_GAP
        if new != old:
            others.append(Change(table, item, {"position": old}, {"position": new}))
    return (target + 1) * POSITION_GAP, tuple(others)


def carried(register: Register, table: str, gone_id: int) -> Carried:
    """Return what would go over to another record if this one were merged into it."""
    row_or_missing(register, table, gone_id)
    return register.read(_carried, table, gone_id)


def _carried(connection: Connection, table: str, gone_id: int) -> Carried:
    partners = {gone_id}
    if table == "country":
        partners = set(rows.with_value(connection, "partner", "country_id", [gone_id]))
    agreements = rows.with_value(connection, "agreement", "partner_id", partners)
    links = rows.with_value(connection, "event_link", "partner_id", partners)
    if table == "country":
        links |= rows.with_value(connection, "event_link", "country_id", [gone_id])
    events = {row["event_id"] for row in links.values()}
    return Carried(len(partners) if table == "country" else 0, len(agreements), len(events))


def merge(register: Register, table: str, kept_id: int, gone_id: int) -> ChangeSet:
    """Make one of two partners or two countries that are the same, in one step.

    Everything under the one that goes stands under the kept one then, behind what is there; its
    name becomes another name of it. Status, kind and order are those of the kept one. An event
    that belongs to both stays in its place.
    """
    if table not in _UNDER or kept_id == gone_id:
        raise ValueError(table, gone_id)
    kept = row_or_missing(register, table, kept_id)
    gone = row_or_missing(register, table, gone_id)
    label = (
        f"{label_of(register, table, kept_id, kept)} ← {label_of(register, table, gone_id, gone)}"
    )
    changes = register.read(_merge_changes, table, (kept_id, kept), (gone_id, gone))
    return register.apply(ChangeSet(OperationKind.EDIT, changes, table, label))


def _merge_changes(
    connection: Connection, table: str, kept: tuple[int, Row], gone: tuple[int, Row]
) -> tuple[Change, ...]:
    kept_id, kept_row = kept
    gone_id, gone_row = gone
    changes: list[Change] = []
    for child, owner in _UNDER[table]:
        changes += _carry(connection, child, owner, kept_id, gone_id)
    changes += _carry_events(connection, f"{table}_id", kept_id, gone_id)
    if (name := _name_kept(connection, table, kept, gone)) is not None:
        changes.append(name)
    after = dict(kept_row)
    remarks = [str(row["remark"]) for row in (kept_row, gone_row) if row["remark"]]
    after["remark"] = "\n".join(dict.fromkeys(remarks))
    if table == "partner" and kept_row["latitude"] is None:
        after["latitude"], after["longitude"] = gone_row["latitude"], gone_row["longitude"]
    if (own := update(table, kept_id, kept_row, after)) is not None:
        changes.append(own)
    changes.append(Change(table, gone_id, gone_row, None))
    return tuple(changes)


def _carry(
    connection: Connection, table: str, owner: str, kept_id: int, gone_id: int
) -> list[Change]:
    last = rows.last_position(connection, table, owner, kept_id)
    order = [item for item, _ in rows.siblings(connection, table, owner, gone_id)]
    found = rows.load(connection, table, order)
    return [
        Change(
            table,
            item,
            {owner: gone_id, "position": found[item]["position"]},
            {owner: kept_id, "position": last + number * POSITION_GAP},
        )
        if found[item]["position"] != last + number * POSITION_GAP
        else Change(table, item, {owner: gone_id}, {owner: kept_id})
        for number, item in enumerate(order, start=1)
    ]


def _carry_events(connection: Connection, owner: str, kept_id: int, gone_id: int) -> list[Change]:
    """Return the changes that put the events of one cell into the other, each there once."""
    there = rows.with_value(connection, "event_link", owner, [kept_id])
    known = {row["event_id"] for row in there.values()}
    moving = _carry(connection, "event_link", owner, kept_id, gone_id)
    found = rows.load(connection, "event_link", [change.id for change in moving])
    return [
        Change("event_link", change.id, found[change.id], None)
        if found[change.id]["event_id"] in known
        else change
        for change in moving
    ]


def _name_kept(
    connection: Connection, table: str, kept: tuple[int, Row], gone: tuple[int, Row]
) -> Change | None:
    name = gone[1]["name"]
    owner = f"{table}_id"
    names = rows.with_value(connection, "other_name", owner, [kept[0], gone[0]])
    known = {fold(str(row["name"])) for row in (*names.values(), kept[1]) if row["name"]}
    if not isinstance(name, str) or fold(name) in known:
        return None
    other = "country_id" if table == "partner" else "partner_id"
    new: dict[str, Value] = {
        "uuid": str(uuid4()),
        owner: kept[0],
        other: None,
        "name": name,
        "used_from_text": "",
        "used_to_text": "",
        "position": (len(names) + 1) * POSITION_GAP
        + max((int(str(row["position"])) for row in names.values()), default=0),
    }
    return Change("other_name", -1, None, new)
