"""The only writer: a ChangeSet is checked, executed and remembered in one transaction.

Undo, redo, taking back and history all read what is remembered here; there is no second
mechanism. See the operation and change tables of the schema.
"""

import json
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import uuid4

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from partners_app import __version__
from partners_app.domain.changes import Change, ChangeSet, Row, Value
from partners_app.domain.errors import ChangedSince
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage import engine, search
from partners_app.storage.derived import derived_columns
from partners_app.storage.schema import (
    JOURNALLED,
    SCHEMA_VERSION,
    UNCHANGEABLE,
    change,
    operation,
    own_fields,
    references,
    register_meta,
)
from partners_app.storage.values import check_values

_STAMPED = frozenset(name for name, table in JOURNALLED.items() if "created_at" in table.columns)
_PROVED = tuple(column.name for column in operation.columns if column.name not in ("id", "digest"))
OWNERS = {
    "other_name": ("country", "partner"),
    "agreement_date": ("agreement",),
    "agreement_link": ("agreement",),
    "event_link": ("event",),
}
"""The records that a row of a list belongs to: its change is a change of theirs."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was applied: the change set with the ids of the file, and its operation's number."""

    change_set: ChangeSet
    operation_id: int
    change_seq: int


def apply(
    connection: Connection, change_set: ChangeSet, *, author: str, at: datetime | None = None
) -> Written:
    """Write one change set inside the open write transaction.

    Raises ChangedSince, naming the fields, when a row is not what ``before`` says it was; the
    caller's transaction is then rolled back. An empty change set, a value that its column cannot
    hold, a row that is not whole and an edition that is changed are the caller's mistakes:
    ValueError.
    """
    if not change_set:
        raise ValueError("an empty change set is not applied")
    change_set = _numbered(connection, change_set)
    for item in change_set.changes:
        if item.after is not None:
            check_values(item.table, item.after)
            if item.before is not None and item.table in UNCHANGEABLE:
                raise ValueError(f"a row of {item.table} is never changed")
    stamp = (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="milliseconds")
    stored = _check_before(connection, change_set.changes)
    _delete(connection, change_set.changes)
    _update(connection, change_set.changes, stored, stamp, author)
    _insert(connection, change_set.changes, stamp, author)
    rows = {(item.table, item.id) for item in change_set.changes}
    owners = _owners(change_set.changes, stored)
    _stamp(connection, owners - rows, stamp, author)
    search.reindex(connection, rows | owners)
    return _remember(connection, change_set, author, stamp)


def _numbered(connection: Connection, change_set: ChangeSet) -> ChangeSet:
    """Give rows inserted under a negative id, and what refers to them, the file's numbers."""
    new: dict[str, list[int]] = defaultdict(list)
    for item in change_set.changes:
        if item.id < 0:
            new[item.table].append(item.id)
    if not new:
        return change_set
    numbers: dict[str, dict[int, int]] = {}
    for table, ids in new.items():
        given = max((item.id for item in change_set.changes if item.table == table), default=0)
        free = engine.next_ids(connection, table, len(ids), above=given)
        numbers[table] = dict(zip(ids, free, strict=True))

    def renumbered(item: Change) -> Change:
        after = item.after
        if after is not None:
            referring = {
                name: _number(numbers, target, value)
                for name, target in references(JOURNALLED[item.table]).items()
                if isinstance(value := after.get(name), int) and value < 0
            }
            after = {**after, **referring}
        row_id = numbers[item.table][item.id] if item.id < 0 else item.id
        return Change(item.table, row_id, item.before, after)

    return ChangeSet(
        change_set.kind,
        tuple(renumbered(item) for item in change_set.changes),
        change_set.subject,
        change_set.label,
        change_set.reverts,
    )


def _number(numbers: Mapping[str, Mapping[int, int]], table: str, placeholder: int) -> int:
    number = numbers.get(table, {}).get(placeholder)
    if number is None:
        raise ValueError(f"no row of {table} is inserted as {placeholder}")
    return number


def rows_by_id(connection: Connection, table: Table, ids: Iterable[int]) -> dict[int, Row]:
    """Return the journalled fields of the rows that exist, by id."""
    fields = own_fields(table)
    columns = [table.c.id, *(table.c[name] for name in fields)]
    found: dict[int, Row] = {}
    for part in search.batches(sorted(set(ids))):
        for row in connection.execute(select(*columns).where(table.c.id.in_(part))):
            found[row[0]] = dict(zip(fields, row[1:], strict=True))
    return found


def _check_before(connection: Connection, changes: Iterable[Change]) -> dict[tuple[str, int], Row]:
    by_table: dict[str, list[Change]] = defaultdict(list)
    for item in changes:
        by_table[item.table].append(item)
    stored: dict[tuple[str, int], Row] = {}
    for name, items in by_table.items():
        table = JOURNALLED[name]
        rows = rows_by_id(connection, table, (item.id for item in items))
        for item in items:
            row = rows.get(item.id)
            if item.before is None:
                if row is not None:
                    raise ChangedSince(name, item.id, ())
                if item.after is not None and set(item.after) != set(own_fields(table)):
                    raise ValueError(f"an insert into {name} holds the whole row")
                continue
            if row is None:
                raise ChangedSince(name, item.id, tuple(item.before))
            different = tuple(key for key, value in item.before.items() if row[key] != value)
            if different:
                raise ChangedSince(name, item.id, different)
            if item.after is None and len(item.before) != len(row):
                raise ValueError(f"a delete from {name} holds the whole row")
            stored[name, item.id] = row
    return stored


def _delete(connection: Connection, changes: Iterable[Change]) -> None:
    for name, items in _grouped(item for item in changes if item.after is None).items():
        table = JOURNALLED[name]
        connection.execute(
            delete(table).where(table.c.id == bindparam("row_id")),
            [{"row_id": item.id} for item in items],
        )


def _update(
    connection: Connection,
    changes: Iterable[Change],
    stored: Mapping[tuple[str, int], Row],
    stamp: str,
    author: str,
) -> None:
    groups: dict[tuple[str, frozenset[str]], list[dict[str, Value]]] = defaultdict(list)
    for item in changes:
        if item.before is None or item.after is None:
            continue
        whole = {**stored[item.table, item.id], **item.after}
        values = {**item.after, **derived_columns(item.table, whole, item.after)}
        if item.table in _STAMPED:
            values |= {"changed_at": stamp, "changed_by": author}
        groups[item.table, frozenset(values)].append({"row_id": item.id, **values})
    for (name, fields), parameters in groups.items():
        table = JOURNALLED[name]
        connection.execute(
            update(table)
            .where(table.c.id == bindparam("row_id"))
            .values({field: bindparam(field) for field in fields}),
            parameters,
        )


def _insert(connection: Connection, changes: Iterable[Change], stamp: str, author: str) -> None:
    for name, items in _grouped(item for item in changes if item.before is None).items():
        born = _first_written(connection, name, items) if name in _STAMPED else {}
        parameters = []
        for item in items:
            row = dict(item.after or {})
            row |= derived_columns(name, row)
            row["id"] = item.id
            if name in _STAMPED:
                created_at, created_by = born.get(item.id, (stamp, author))
                row |= {
                    "created_at": created_at,
                    "created_by": created_by,
                    "changed_at": stamp,
                    "changed_by": author,
                }
            parameters.append(row)
        connection.execute(insert(JOURNALLED[name]), parameters)


def _first_written(
    connection: Connection, table: str, items: Iterable[Change]
) -> dict[int, tuple[str, str]]:
    """Return when and by whom rows that come back by an undo were first written."""
    found: dict[int, tuple[str, str]] = {}
    for part in search.batches([item.id for item in items]):
        query = (
            select(change.c.row_id, operation.c.at, operation.c.author)
            .join(operation, operation.c.id == change.c.operation_id)
            .where(change.c.table_name == table, change.c.row_id.in_(part))
            .where(change.c.before.is_(None))
            .order_by(change.c.id)
        )
        for row_id, at, author in connection.execute(query):
            found.setdefault(row_id, (at, author))
    return found


def _owners(
    changes: Iterable[Change], stored: Mapping[tuple[str, int], Row]
) -> set[tuple[str, int]]:
    """Return the records that own the rows of lists among the changes, before and after."""
    owners: set[tuple[str, int]] = set()
    for item in changes:
        for owner in OWNERS.get(item.table, ()):
            for row in (stored.get((item.table, item.id)), item.after):
                owner_id = (row or {}).get(f"{owner}_id")
                if isinstance(owner_id, int):
                    owners.add((owner, owner_id))
    return owners


def _stamp(
    connection: Connection, records: Iterable[tuple[str, int]], stamp: str, author: str
) -> None:
    """Say of records that are not changed themselves that what they own was."""
    by_table: dict[str, list[int]] = defaultdict(list)
    for name, row_id in records:
        by_table[name].append(row_id)
    for name, ids in by_table.items():
        table = JOURNALLED[name]
        connection.execute(
            update(table)
            .where(table.c.id == bindparam("row_id"))
            .values(changed_at=stamp, changed_by=author),
            [{"row_id": row_id} for row_id in ids],
        )


def _grouped(changes: Iterable[Change]) -> dict[str, list[Change]]:
    groups: dict[str, list[Change]] = defaultdict(list)
    for item in changes:
        groups[item.table].append(item)
    return groups


def record_erasure(
    connection: Connection, *, author: str, squashed_until: int | None = None
) -> Written:
    """Remember that something was erased: a step without values and without changes.

    ``squashed_until`` is the newest step of those whose values are all gone, when it tells of that.
    """
    stamp = datetime.now(UTC).isoformat(timespec="milliseconds")
    change_set = ChangeSet(OperationKind.ERASURE, reverts=squashed_until)
    return _remember(connection, change_set, author, stamp)


def squashed_until(connection: Connection) -> int:
    """Return the number of the newest step whose values are no longer kept, 0 if all are."""
    query = select(func.max(operation.c.reverts)).where(
        operation.c.kind == OperationKind.ERASURE.value
    )
    return connection.execute(query).scalar() or 0


def undo_floor(connection: Connection) -> int:
    """Return the number of the step that undo does not go behind, itself included."""
    return int(connection.execute(select(register_meta.c.undo_floor)).scalar_one())


def _remember(connection: Connection, change_set: ChangeSet, author: str, stamp: str) -> Written:
    connection.execute(
        update(register_meta).values(
            change_seq=register_meta.c.change_seq + 1, app_version=__version__
        )
    )
    change_seq = connection.execute(select(register_meta.c.change_seq)).scalar_one()
    step: dict[str, str | int | None] = {
        "uuid": str(uuid4()),
        "kind": change_set.kind.value,
        "subject": change_set.subject,
        "label": change_set.label,
        "author": author,
        "at": stamp,
        "reverts": change_set.reverts,
        "change_seq": change_seq,
        "schema_version": SCHEMA_VERSION,
        "app_version": __version__,
    }
    written = [
        (item.table, item.id, encode_row(item.before), encode_row(item.after))
        for item in change_set.changes
    ]
    (operation_id,) = connection.execute(
        insert(operation).returning(operation.c.id), step | {"digest": step_digest(step, written)}
    ).one()
    rows = [
        {
            "operation_id": operation_id,
            "table_name": table,
            "row_id": row_id,
            "before": before,
            "after": after,
        }
        for table, row_id, before, after in written
    ]
    if rows:
        connection.execute(insert(change), rows)
    return Written(change_set, operation_id, change_seq)


def step_digest(step: Mapping[str, object], changes: Iterable[Sequence[object]]) -> str:
    """Return the SHA-256 of a step's fields and of its changes (table, row, before, after)."""
    digest = sha256()
    for values in ([step[name] for name in _PROVED], *changes):
        digest.update(f"{_JSON.encode(list(values))}\n".encode())
    return digest.hexdigest()


def encode_row(row: Row | None) -> str | None:
    """Return a row as the journal keeps it: JSON, bytes as base64."""
    return None if row is None else _JSON.encode(row)


def _encode_bytes(value: object) -> object:
    if isinstance(value, bytes):
        return {"base64": b64encode(value).decode("ascii")}
    raise TypeError(f"the journal keeps no {type(value).__name__}")


# One for all rows: `json.dumps` makes another at each call.
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_encode_bytes)


def decode_row(text: str | None) -> Row | None:
    """Return a row of the journal; the inverse of ``encode_row``."""
    if text is None:
        return None
    return {
        name: b64decode(value["base64"]) if isinstance(value, dict) else value
        for name, value in json.loads(text).items()
    }


def changes_of(connection: Connection, operation_id: int) -> tuple[Change, ...]:
    """Return what one operation changed, in the order it was given."""
    query = (
        select(change.c.table_name, change.c.row_id, change.c.before, change.c.after)
        .where(change.c.operation_id == operation_id)
        .order_by(change.c.id)
    )
    return tuple(
        Change(table, row_id, decode_row(before), decode_row(after))
        for table, row_id, before, after in connection.execute(query)
    )


def inverse(
    connection: Connection, operation_id: int, kind: OperationKind, subject: str, label: str
) -> ChangeSet:
    """Return the change set that takes a whole operation back."""
    changes = tuple(item.inverted() for item in reversed(changes_of(connection, operation_id)))
    return ChangeSet(kind, changes, subject, label, operation_id)
