"""Whether the rows of a register are those that its journal tells of.

SQLite has no checksums: most bits that flip in a file change a text and pass its own check. But
each value stands here twice, in its row and in the journal that made it, and what is derived
follows from it; so a file can be proved without another one to compare it with.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.changes import Row, Value
from partners_app.domain.errors import RegisterDamaged
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage import search
from partners_app.storage.derived import derived_columns
from partners_app.storage.journal import decode_row, squashed_until, step_digest
from partners_app.storage.schema import JOURNALLED, change, operation, own_fields, register_meta

_MOST_CHANGES = 1_000
"""Changes of a step that are looked at where nobody shall wait: an import can have 100,000."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not what the journal made it: ``stated`` is that, with its stamps.

    ``row`` is what the table holds; None: it lacks there, or no step ever made it.
    """

    table: str
    row_id: int
    row: Row | None
    stated: Row | None


def check_against_journal(connection: Connection, path: Path) -> None:
    """Raise RegisterDamaged when a step is not whole, or a row is not what the steps made it."""
    if next(broken_steps(connection), None) is not None:
        raise RegisterDamaged(path, "journal")
    try:
        for difference in differences(connection):
            raise RegisterDamaged(path, difference.table)
    except ValueError as error:
        raise RegisterDamaged(path, "journal") from error


def broken_steps(connection: Connection) -> Iterator[int]:
    """Give the change numbers of the steps that are missing, or are not what their digest says."""
    steps = connection.execute(select(operation).order_by(operation.c.id)).mappings().all()
    counted = connection.execute(select(register_meta.c.change_seq)).scalar_one()
    squashed = squashed_until(connection)
    changes = select(
        change.c.operation_id,
        change.c.table_name,
        change.c.row_id,
        change.c.before,
        change.c.after,
    ).order_by(change.c.operation_id, change.c.id)
    groups = groupby(connection.execute(changes), key=itemgetter(0))
    group = next(groups, None)
    due = 1
    for step in steps:
        while due < step["change_seq"]:
            yield due
            due += 1
        while group is not None and group[0] < step["id"]:
            # Changes of a step that is not there.
            yield due
            group = next(groups, None)
        of_step: list[Any] = []
        if group is not None and group[0] == step["id"]:
            of_step = [row[1:] for row in group[1]]
            group = next(groups, None)
        # Only an erasure has no changes, and steps whose values are no longer kept.
        told = bool(of_step) or step["kind"] == OperationKind.ERASURE or step["id"] <= squashed
        whole = step["change_seq"] == due and told and _is_sealed(dict(step), of_step)
        if not whole:
            yield int(step["change_seq"])
        due += 1
    if group is not None or due != counted + 1:
        yield due


def steps_are_sealed(connection: Connection, numbers: Collection[int]) -> bool:
    """Tell whether some steps are what their digests say; one of many changes is passed over."""
    steps = connection.execute(select(operation).where(operation.c.id.in_(numbers))).mappings()
    for step in steps.all():
        of_step = (
            select(change.c.table_name, change.c.row_id, change.c.before, change.c.after)
            .where(change.c.operation_id == step["id"])
            .order_by(change.c.id)
            .limit(_MOST_CHANGES + 1)
        )
        changes = [tuple(row) for row in connection.execute(of_step)]
        if len(changes) <= _MOST_CHANGES and not _is_sealed(dict(step), changes):
            return False
    return True


def _is_sealed(step: Mapping[str, Any], changes: Sequence[Sequence[object]]) -> bool:
    try:
        return bool(step["digest"] == step_digest(step, changes))
    except ValueError:
        # A text that is none any more.
        return False


def differences(
    connection: Connection, rows: Mapping[str, Collection[int]] | None = None
) -> Iterator[Difference]:
    """Give the rows that are not what the steps made them; the steps have to be whole.

    ``rows`` are the ids to look at, by table; all, when they are not given. ValueError: two steps
    do not fit together.
    """
    known = stamps(connection)
    for name, table in JOURNALLED.items():
        ids = None if rows is None else rows.get(name, ())
        query = select(table).order_by(table.c.id)
        if ids is not None:
            query = query.where(table.c.id.in_(ids))
        found = iter(connection.execute(query).mappings())
        row = next(found, None)
        for row_id, stated in _states(connection, name, ids):
            stop_if_unwanted()
            while row is not None and row["id"] < row_id:
                yield Difference(name, row["id"], dict(row), None)
                row = next(found, None)
            if row is None or row["id"] != row_id:
                yield Difference(name, row_id, None, stated)
                continue
            same = all(row[field] == value for field, value in stated.items())
            stamped = "changed_at" not in row or (row["changed_at"], row["changed_by"]) in known
            if not same or not stamped:
                yield Difference(name, row_id, dict(row), stated)
            row = next(found, None)
        while row is not None:
            yield Difference(name, row["id"], dict(row), None)
            row = next(found, None)


def check_derived(connection: Connection, path: Path) -> None:
    """Raise RegisterDamaged when a derived column or a search entry follows from no row."""
    for table, _, _ in stale_derived(connection):
        raise RegisterDamaged(path, table)
    if not search.is_current(connection):
        raise RegisterDamaged(path, "search")


def stamps(connection: Connection) -> set[tuple[str, str]]:
    """Return the time and the author of every step."""
    found = connection.execute(select(operation.c.at, operation.c.author))
    return {(at, author) for at, author in found}


def stale_derived(connection: Connection) -> Iterator[tuple[str, int, dict[str, Value]]]:
    """Give (table, id, values) of each row whose derived columns do not follow from it."""
    for name, table in JOURNALLED.items():
        for row in connection.execute(select(table)).mappings():
            stop_if_unwanted()
            expected = derived_columns(name, {field: row[field] for field in own_fields(table)})
            if any(row[field] != value for field, value in expected.items()):
                yield name, row["id"], expected


def _states(
    connection: Connection, table: str, ids: Collection[int] | None
) -> Iterator[tuple[int, Row]]:
    """Give the rows of a table that should be there, as the journal left them: id and fields."""
    query = (
        select(change.c.row_id, change.c.before, change.c.after, operation.c.at, operation.c.author)
        .join(operation, operation.c.id == change.c.operation_id)
        .where(change.c.table_name == table)
        .order_by(change.c.row_id, change.c.id)
    )
    if ids is not None:
        query = query.where(change.c.row_id.in_(ids))
    stamped = "created_at" in JOURNALLED[table].columns
    for row_id, steps in groupby(connection.execute(query), key=itemgetter(0)):
        state: Row | None = None
        born: dict[str, str] = {}
        for _, before, after, at, author in steps:
            state = row_after(state, decode_row(before), decode_row(after))
            born = born or {"created_at": at, "created_by": author}
        if state is not None:
            yield row_id, {**state, **born} if stamped else state


def row_after(state: Row | None, before: Row | None, after: Row | None) -> Row | None:
    """Return a row after one change, None where it is gone; ValueError: it was another before."""
    if before is None:
        fits = state is None
    elif after is None:
        fits = state == before
    else:
        fits = state is not None and all(state[name] == value for name, value in before.items())
    if not fits:
        raise ValueError("a change of another row than there was")
    return None if after is None else {**(state or {}), **after}
