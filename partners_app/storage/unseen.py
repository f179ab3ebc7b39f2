"""What others have written since somebody looked: an act upon it is no last word, but a conflict.

A service reads a row right before it changes it. So the check of ``before`` in the journal tells
of what happens between the two, and this one of what happened since the row was shown.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from partners_app.domain.changes import Change, ChangeSet, Value
from partners_app.domain.conflicts import Conflict
from partners_app.domain.errors import ChangedSince
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage.journal import decode_row
from partners_app.storage.schema import change, operation

RowKey = tuple[str, int]


@dataclass(slots=True)
class Shown:
    """Up to which change number somebody was shown the register, and what they wrote themselves.

    ``contested``: rows of which an act was refused and is not decided, with the number up to which
    they were shown then.
    """

    change_seq: int
    own: set[int] = field(default_factory=set)
    contested: dict[RowKey, int] = field(default_factory=dict)

    def wrote(self, change_seq: int) -> None:
        """Remember an own step; where nobody wrote in between, it is shown too."""
        self.own.add(change_seq)
        if change_seq == self.change_seq + 1:
            self.change_seq = change_seq

    def is_behind(self, change_seq: int) -> bool:
        """Tell whether others have written, of a register whose newest change has this number."""
        return change_seq - self.change_seq > len(self.own_steps())

    def own_steps(self) -> set[int]:
        """Return the numbers of the own steps that stand behind a step of others."""
        return {number for number in self.own if number > self.change_seq}

    def seen_of(self, key: RowKey) -> int:
        """Return up to which change number a row was shown, as it is judged."""
        return self.contested.get(key, self.change_seq)

    def contest(self, key: RowKey, change_seq: int | None = None) -> None:
        """Judge a row by what was shown of it up to a change, or is now, until it is decided."""
        since = self.change_seq if change_seq is None else change_seq
        self.contested[key] = min(since, self.contested.get(key, since))

    @contextmanager
    def judged_since(self, key: RowKey, change_seq: int) -> Iterator[None]:
        """Judge a row by what was shown of it up to a change, for one act upon it.

        From then on it is judged as before, unless the act is refused because of others: then it
        is undecided.
        """
        after = self.contested.copy()
        self.contest(key, change_seq)
        try:
            yield
        except ChangedSince:
            after = self.contested
            raise
        finally:
            self.contested = after


def step_uuid(connection: Connection, change_seq: int) -> str | None:
    """Return the UUID of the step with a change number; None when there is none."""
    query = select(operation.c.uuid).where(operation.c.change_seq == change_seq)
    return connection.execute(query).scalar()


def steps_of_others(connection: Connection, shown: Shown) -> dict[str, int]:
    """Return how many steps others have written that were not shown, by author."""
    found: dict[str, int] = {}
    query = select(operation.c.change_seq, operation.c.author)
    for number, author in connection.execute(
        query.where(operation.c.change_seq > shown.change_seq)
    ):
        if number not in shown.own:
            found[author] = found.get(author, 0) + 1
    return found


@dataclass(slots=True)
class _Unseen:
    """What others wrote in one row: the first value before it of each field, and who was last."""

    inserted: bool
    before: dict[str, Value]
    author: str
    at: str


def refuse_unseen(connection: Connection, change_set: ChangeSet, shown: Shown) -> None:
    """Raise ChangedSince where an act would write over, or delete, what its user was not shown.

    An undo or redo also where it stands before another step than the one its user was shown.
    """
    if change_set.kind in (OperationKind.UNDO, OperationKind.REDO):
        _refuse_another_step(connection, change_set, shown)
    wanted = {(item.table, item.id): item for item in change_set.changes if item.before is not None}
    found = _unseen(connection, wanted, shown)
    conflicts = tuple(
        conflict
        for key, item in wanted.items()
        if key in found and (conflict := _conflict(item, found[key])) is not None
    )
    if conflicts:
        first = conflicts[0]
        raise ChangedSince(
            first.change.table, first.change.id, tuple(first.seen), conflicts, change_set
        )


def _refuse_another_step(connection: Connection, change_set: ChangeSet, shown: Shown) -> None:
    """Raise ChangedSince where others wrote the step that would be inverted, or any after it.

    What they wrote before it, unseen or not, leaves undo and redo where they were shown to stand.
    """
    query = select(operation.c.change_seq).where(
        operation.c.id >= change_set.reverts, operation.c.change_seq > shown.change_seq
    )
    if not shown.own.issuperset(connection.execute(query).scalars()):
        raise ChangedSince(change_set.subject, 0, (), refused=change_set)


def _unseen(
    connection: Connection, wanted: Mapping[RowKey, Change], shown: Shown
) -> dict[RowKey, _Unseen]:
    since = min([shown.change_seq, *shown.contested.values()])
    query = (
        select(
            operation.c.change_seq,
            operation.c.author,
            operation.c.at,
            change.c.table_name,
            change.c.row_id,
            change.c.before,
        )
        .join(operation, operation.c.id == change.c.operation_id)
        .where(operation.c.change_seq > since)
        .where(change.c.table_name.in_({table for table, _ in wanted}))
        .order_by(change.c.id)
    )
    found: dict[RowKey, _Unseen] = {}
    for number, author, at, table, row_id, text in connection.execute(query):
        key = (table, row_id)
        if key not in wanted or number in shown.own:
            continue
        if number <= shown.seen_of(key):
            continue
        before = decode_row(text)
        unseen = found.setdefault(key, _Unseen(before is None, {}, author, at))
        unseen.author, unseen.at = author, at
        for name, value in (before or {}).items():
            unseen.before.setdefault(name, value)
    return found


def _conflict(item: Change, unseen: _Unseen) -> Conflict | None:
    """Return what both changed of a row; None when nothing, or when it is as it was shown."""
    assert item.before is not None
    seen = {
        name: unseen.before[name]
        for name, value in item.before.items()
        if name in unseen.before and unseen.before[name] != value
    }
    if not seen and not (unseen.inserted and item.after is None):
        return None
    return Conflict(item, seen, unseen.author, unseen.at)
