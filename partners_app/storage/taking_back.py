"""Taking back one older step: what of it can still be undone, and what is left alone.

Whether something was touched since is seen in the values: what still is as the step left it is
taken back, what already is as it was before the step needs nothing, all else is left. What hangs
together stays together: a record that is left keeps the list rows that the step gave it, and no
event is left without a cell to stand in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from partners_app.domain.changes import Change, ChangeSet, Row
from partners_app.domain.errors import NothingToUndo, RecordMissing
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage.journal import OWNERS, changes_of, rows_by_id, undo_floor
from partners_app.storage.schema import JOURNALLED, operation, references
from partners_app.storage.search import batches

Key = tuple[str, int]
"""A row: its table and its id."""


@dataclass(frozen=True, slots=True)
class Left:
    """A row that taking back a step left alone, and its fields that were touched since.

    No fields: the row cannot go because others depend on it, or cannot come back or change
    because what it belongs to is gone. A row that is gone itself is named with all the fields
    that the step wrote.
    """

    table: str
    row_id: int
    fields: tuple[str, ...]


def take_back_change_set(
    connection: Connection, operation_id: int
) -> tuple[ChangeSet, tuple[Left, ...]]:
    """Return what taking back one older step writes, and the rows that it leaves alone.

    RecordMissing when there is no such step, NothingToUndo when it stands at or below the floor
    that undo does not go behind, or is an erasure.
    """
    step = connection.execute(
        select(operation.c.subject, operation.c.label, operation.c.kind).where(
            operation.c.id == operation_id
        )
    ).first()
    if step is None:
        raise RecordMissing("operation", operation_id)
    if step[2] == OperationKind.ERASURE or operation_id <= undo_floor(connection):
        raise NothingToUndo
    wanted = {
        (item.table, item.id): item.inverted() for item in changes_of(connection, operation_id)
    }
    current = _rows(connection, wanted)
    kept: dict[Key, Change] = {}
    left: dict[Key, Left] = {}
    for key, item in wanted.items():
        touched = _touched(item, current.get(key))
        if touched:
            left[key] = Left(*key, touched)
        possible = _possible(item, current.get(key))
        if possible is not None:
            kept[key] = possible
    _Dependencies(connection, wanted, kept, left).leave()
    changes = tuple(reversed(kept.values()))
    change_set = ChangeSet(OperationKind.TAKE_BACK, changes, step[0], step[1], operation_id)
    return change_set, tuple(left.values())


def _rows(connection: Connection, keys: Iterable[Key]) -> dict[Key, Row]:
    return {
        (table, row_id): row
        for table, ids in _by_table(keys).items()
        for row_id, row in rows_by_id(connection, JOURNALLED[table], ids).items()
    }


def _by_table(keys: Iterable[Key]) -> dict[str, set[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    for table, row_id in keys:
        groups[table].add(row_id)
    return groups


def _touched(item: Change, row: Row | None) -> tuple[str, ...]:
    """Return the fields that are neither as the step left them nor as they were before it."""
    if row is None:
        # Only an update misses its row; what is to go has gone, what is to come back can.
        return () if item.before is None or item.after is None else tuple(item.before)
    sides = [side for side in (item.before, item.after) if side is not None]
    return tuple(name for name in sides[0] if all(row[name] != side[name] for side in sides))


def _possible(item: Change, row: Row | None) -> Change | None:
    """Return what of one change nobody stands against by having touched its row."""
    if item.before is None:
        return item if row is None else None
    if row is None:
        return None
    still = {name: value for name, value in item.before.items() if row[name] == value}
    if item.after is None:
        return item if len(still) == len(item.before) else None
    after = {name: item.after[name] for name in still}
    return Change(item.table, item.id, still, after) if still else None


class _Dependencies:
    """Moves from ``kept`` to ``left`` what would tear rows from each other."""

    def __init__(
        self,
        connection: Connection,
        wanted: Mapping[Key, Change],
        kept: dict[Key, Change],
        left: dict[Key, Left],
    ) -> None:
        self._wanted = wanted
        self._kept = kept
        self._left = left
        self._links: dict[int, list[Key]] = defaultdict(list)
        for key, item in wanted.items():
            if item.table == "event_link" and (event_id := _event_of(item)) is not None:
                self._links[event_id].append(key)
        self._present = _rows(connection, {key for item in kept.values() for key in _named(item)})
        going = {key for key, item in kept.items() if item.after is None}
        self._children = _children(
            connection, going | {("event", number) for number in self._links}
        )

    def leave(self) -> None:
        """Repeat until nothing is torn: what is left can hold other rows back."""
        while torn := [key for key, item in self._kept.items() if self._tears(key, item)]:
            for key in torn:
                del self._kept[key]
                self._left.setdefault(key, Left(*key, ()))

    def _tears(self, key: Key, item: Change) -> bool:
        if item.after is not None:
            return any(map(self._gone, _named(item))) or self._comes_without_cell(item)
        return (
            any(self._still_refers(*child) for child in self._children.get(key, ()))
            or self._is_part_of_what_stays(item)
            or self._takes_last_cell(item)
        )

    def _gone(self, key: Key) -> bool:
        """Tell whether a row will not be there: it neither stays nor comes back."""
        change = self._kept.get(key)
        return key not in self._present if change is None else change.after is None

    def _still_refers(self, child: Key, field: str) -> bool:
        change = self._kept.get(child)
        return change is None or (change.after is not None and field not in change.after)

    def _is_part_of_what_stays(self, item: Change) -> bool:
        """Tell whether a list row goes whose record the step made too, and which stays."""
        for owner in OWNERS.get(item.table, ()):
            row_id = (item.before or {}).get(f"{owner}_id")
            if isinstance(row_id, int) and (owner, row_id) in self._left:
                made = self._wanted.get((owner, row_id))
                if made is not None and made.after is None:
                    return True
        return False

    def _takes_last_cell(self, item: Change) -> bool:
        """Tell whether an event that stays would stand nowhere."""
        event_id = _event_of(item)
        if item.table != "event_link" or event_id is None:
            return False
        event = self._kept.get(("event", event_id))
        if event is not None and event.after is None:
            return False
        links = self._children.get(("event", event_id), ())
        return not any(self._still_refers(*link) for link in links) and not self._comes_to(event_id)

    def _comes_without_cell(self, item: Change) -> bool:
        """Tell whether an event comes back though every cell that it stood in is gone."""
        if item.table != "event" or item.before is not None or item.id not in self._links:
            return False
        return not self._comes_to(item.id)

    def _comes_to(self, event_id: int) -> bool:
        links = (self._kept.get(key) for key in self._links.get(event_id, ()))
        return any(link is not None and link.before is None for link in links)


def _event_of(item: Change) -> int | None:
    row = item.after if item.before is None else item.before
    event_id = (row or {}).get("event_id")
    return event_id if isinstance(event_id, int) else None


def _named(item: Change) -> Iterator[Key]:
    """Give the rows that a row refers to after a change."""
    for field, target in references(JOURNALLED[item.table]).items():
        row_id = (item.after or {}).get(field)
        if isinstance(row_id, int):
            yield target, row_id


def _children(connection: Connection, keys: Iterable[Key]) -> dict[Key, list[tuple[Key, str]]]:
    """Return the rows that refer to the given ones, each with the field that does."""
    found: dict[Key, list[tuple[Key, str]]] = defaultdict(list)
    wanted = _by_table(keys)
    for name, child in JOURNALLED.items():
        for field, target in references(child).items():
            for part in batches(sorted(wanted.get(target, ()))):
                query = select(child.c.id, child.c[field]).where(child.c[field].in_(part))
                for child_id, row_id in connection.execute(query):
                    found[target, row_id].append(((name, child_id), field))
    return found
