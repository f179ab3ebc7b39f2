"""Whether the rows of a register are those that its journal tells of.

SQLite has no checksums: most bits that flip in a file change a text and pass its own check. But
each value stands here twice, in its row and in the journal that made it, and what is derived
follows from it; so a file can be proved without another one to compare it with.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from partners_app.domain.changes import Row
from partners_app.domain.errors import RegisterDamaged
from partners_app.storage import search
from partners_app.storage.derived import derived_columns
from partners_app.storage.journal import decode_row, step_digest
from partners_app.storage.schema import JOURNALLED, change, operation, own_fields, register_meta


def check_against_journal(connection: Connection, path: Path) -> None:
    """Raise RegisterDamaged when a step is not whole, or a row is not what the steps made it."""
    stamps = _check_steps(connection, path)
    for name, table in JOURNALLED.items():
        rows = connection.execute(select(table).order_by(table.c.id)).mappings()
        stated = _states(connection, name, path)
        for row, (row_id, state) in _pairs(rows, stated, path):
            if row["id"] != row_id or any(row[field] != state[field] for field in state):
                raise RegisterDamaged(path, name)
            if "changed_at" in row and (row["changed_at"], row["changed_by"]) not in stamps:
                raise RegisterDamaged(path, name)


def _check_steps(connection: Connection, path: Path) -> set[tuple[str, str]]:
    """Check each step by its digest, and that none is missing; return their times and authors."""
    steps = connection.execute(select(operation).order_by(operation.c.id)).mappings().all()
    numbers = [step["change_seq"] for step in steps]
    counted = connection.execute(select(register_meta.c.change_seq)).scalar_one()
    if numbers != list(range(1, counted + 1)):
        raise RegisterDamaged(path, "journal")
    changes = select(
        change.c.operation_id,
        change.c.table_name,
        change.c.row_id,
        change.c.before,
        change.c.after,
    ).order_by(change.c.operation_id, change.c.id)
    expected = iter(steps)
    for operation_id, group in groupby(connection.execute(changes), key=itemgetter(0)):
        step = next(expected, None)
        if step is None or step["id"] != operation_id:
            raise RegisterDamaged(path, "journal")
        if step["digest"] != step_digest(dict(step), (row[1:] for row in group)):
            raise RegisterDamaged(path, "journal")
    if next(expected, None) is not None:
        raise RegisterDamaged(path, "journal")
    return {(step["at"], step["author"]) for step in steps}


def check_derived(connection: Connection, path: Path) -> None:
    """Raise RegisterDamaged when a derived column or a search entry follows from no row."""
    for name, table in JOURNALLED.items():
        for row in connection.execute(select(table)).mappings():
            fields = {field: row[field] for field in own_fields(table)}
            expected = derived_columns(name, fields)
            if any(row[field] != value for field, value in expected.items()):
                raise RegisterDamaged(path, name)
    if not search.is_current(connection):
        raise RegisterDamaged(path, "search")


def _pairs(
    rows: Iterable[Any], states: Iterable[tuple[int, Row]], path: Path
) -> Iterator[tuple[Mapping[str, Any], tuple[int, Row]]]:
    """Give each row with what the journal says should stand there; both are in order of id."""
    found = iter(rows)
    for state in states:
        row = next(found, None)
        if row is None:
            raise RegisterDamaged(path, "journal")
        yield row, state
    if next(found, None) is not None:
        raise RegisterDamaged(path, "journal")


def _states(connection: Connection, table: str, path: Path) -> Iterator[tuple[int, Row]]:
    """Give the rows of a table that should be there, as the journal left them: id and fields."""
    query = (
        select(change.c.row_id, change.c.before, change.c.after, operation.c.at, operation.c.author)
        .join(operation, operation.c.id == change.c.operation_id)
        .where(change.c.table_name == table)
        .order_by(change.c.row_id, change.c.id)
    )
    stamped = "created_at" in JOURNALLED[table].columns
    for row_id, steps in groupby(connection.execute(query), key=itemgetter(0)):
        state: dict[str, Any] | None = None
        born: dict[str, str] = {}
        for _, before, after, at, author in steps:
            state = _after(state, decode_row(before), decode_row(after), path)
            born = born or {"created_at": at, "created_by": author}
        if state is not None:
            yield row_id, state | born if stamped else state


def _after(
    state: dict[str, Any] | None, before: Row | None, after: Row | None, path: Path
) -> dict[str, Any] | None:
    """Return a row after one change that must fit what it was; None: it is not there."""
    if before is None:
        fits = state is None
    elif after is None:
        fits = state == before
    else:
        fits = state is not None and all(state[name] == value for name, value in before.items())
    if not fits:
        raise RegisterDamaged(path, "journal")
    return None if after is None else {**(state or {}), **after}
