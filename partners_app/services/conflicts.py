"""Two people changed one field: what each wrote, side by side, and what is written in the end."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from partners_app.domain.changes import Change, ChangeSet, Value
from partners_app.domain.conflicts import Conflict
from partners_app.domain.errors import ChangedSince
from partners_app.services import history
from partners_app.services.record_places import Place
from partners_app.services.register import Register

__all__ = ["Contested", "ContestedField", "contested", "is_whole", "leave", "postpone", "settle"]

FieldKey = tuple[str, int, str]
"""Table, row and column."""


@dataclass(frozen=True, slots=True)
class ContestedField:
    """One field: what was shown, what others wrote meanwhile, what this user means to write."""

    key: FieldKey
    seen: Value
    theirs: Value
    mine: Value


@dataclass(frozen=True, slots=True)
class Contested:
    """One record that two have changed; ``deleting``: the act of this user deletes it.

    ``author`` wrote last, ``at`` (ISO 8601).
    """

    table: str
    title: str
    place: Place
    author: str
    at: str
    fields: tuple[ContestedField, ...]
    deleting: bool


def contested(register: Register, error: ChangedSince) -> list[Contested]:
    """Return the records that a refused act would have written over."""
    return [_contested(register, conflict) for conflict in error.conflicts]


def _contested(register: Register, conflict: Conflict) -> Contested:
    item, seen = conflict.change, conflict.seen
    assert item.before is not None
    theirs = {name: item.before[name] for name in seen}
    deleting = item.after is None
    mine = {name: None if item.after is None else item.after[name] for name in seen}
    was, will = history.described(
        register,
        [Change(item.table, item.id, seen, theirs), Change(item.table, item.id, theirs, mine)],
    )
    fields = tuple(
        ContestedField(
            (item.table, item.id, before.field), before.before, before.after, after.after
        )
        for before, after in zip(was.fields, will.fields, strict=True)
    )
    return Contested(
        item.table, was.title, was.place, conflict.author, conflict.at, fields, deleting
    )


def is_whole(error: ChangedSince) -> bool:
    """Tell whether an act is decided as a whole: what it deletes belongs together."""
    return any(conflict.change.after is None for conflict in error.conflicts)


def settle(register: Register, error: ChangedSince, mine: Collection[FieldKey]) -> ChangeSet:
    """Write a refused act, of the contested fields only those of ``mine``.

    An act that deletes is written as it was meant. ChangedSince when somebody has written there
    once more.
    """
    refused = error.refused
    assert refused is not None
    if is_whole(error):
        written = register.apply(refused, decided=True)
    else:
        by_row = {(item.change.table, item.change.id): item for item in error.conflicts}
        changes = (
            item
            if (conflict := by_row.get((item.table, item.id))) is None
            else _decided(item, conflict, mine)
            for item in refused.changes
        )
        left = tuple(item for item in changes if item is not None)
        written = register.apply(replace(refused, changes=left), decided=True)
    leave(register, error)
    return written


def _decided(item: Change, conflict: Conflict, mine: Collection[FieldKey]) -> Change | None:
    assert item.before is not None
    assert item.after is not None
    names = [
        name
        for name in item.after
        if name not in conflict.seen or (item.table, item.id, name) in mine
    ]
    if not names:
        return None
    return Change(
        item.table,
        item.id,
        {name: item.before[name] for name in names},
        {name: item.after[name] for name in names},
    )


def postpone(register: Register, error: ChangedSince) -> None:
    """Let the act be refused each time it is tried, until it is decided."""
    if register.shown is not None:
        for conflict in error.conflicts:
            register.shown.contest((conflict.change.table, conflict.change.id))


def leave(register: Register, error: ChangedSince) -> None:
    """Say that what others wrote was looked at: it may be changed like everything else."""
    if register.shown is not None:
        for conflict in error.conflicts:
            register.shown.contested.pop((conflict.change.table, conflict.change.id), None)
