"""Erasure: a text is taken out of rows and journal alike, and out of the pages they stood on.

The second and only other writer. What a clerk deletes stays in the history, so that it can come
back; a person's name that has to go for good is replaced by a marker in every row, in every step
of the journal and in the names of their authors. The journal still proves the file: the same text
is replaced by the same marker on both sides of each change, and the steps are sealed anew. Undo
does not go behind an erasure, and the step that tells of it holds no values.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, Text, bindparam, select, update

from partners_app.domain.changes import Row, Value
from partners_app.domain.erased_text import MARKER
from partners_app.storage import engine, journal, search
from partners_app.storage.derived import derived_columns
from partners_app.storage.migrate import set_undo_floor
from partners_app.storage.schema import (
    JOURNALLED,
    change,
    operation,
    own_fields,
)

__all__ = [
    "Place",
    "Traces",
    "clear_pages",
    "erase",
    "floor_at",
    "pattern_of",
    "seal",
    "traces",
]

_NOT_TYPED = frozenset(
    {
        *("uuid", "record_uuid", "record_table", "field", "code", "text_digest", "key"),
        *("options", "workbook_sha256", "sha256", "layout", "origin_uuid", "app_version"),
        *("shape", "mapping", "issued_at"),
    }
)
"""Texts that the program makes: a name in them is none."""
_AUTHORS = ("created_by", "changed_by")
_STANDS = "edition"
"""An issued report is kept as it was issued: it is named, and not changed, as long as it stands."""


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a record that holds the text: the table, the row's id, the field, its whole text.

    Of a row of a list (a date, another name) the table is the list's.
    """

    table: str
    row_id: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Traces:
    """Where a text stands: in records, in how many older steps, in issued reports.

    ``editions`` are (year, title). ``authors``: the text is in the name of who wrote a step.
    """

    places: tuple[Place, ...]
    steps: int
    authors: bool
    editions: tuple[tuple[int, str], ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything that an erasure would change."""
        return bool(self.places or self.steps or self.authors)


def pattern_of(text: str) -> re.Pattern[str]:
    """Return what finds a text: whole words, any case, ё and е alike, any white space between."""
    words = [re.sub("[её]", "[её]", re.escape(word.casefold())) for word in text.split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


def traces(connection: Connection, wanted: re.Pattern[str]) -> Traces:
    """Return where a text stands, in the rows of today and in the journal."""
    places = [
        Place(table, row_id, field, str(row[field]))
        for table, row_id, row in _rows(connection)
        for field in _typed(JOURNALLED[table])
        if isinstance(row[field], str) and wanted.search(str(row[field]))
    ]
    steps = {step for step, *_ in _touched_changes(connection, wanted)}
    labels = connection.execute(select(operation.c.id, operation.c.label, operation.c.author))
    authors = False
    for number, label, author in labels:
        if wanted.search(label):
            steps.add(number)
        authors = authors or wanted.search(author) is not None
    return Traces(tuple(places), len(steps), authors, tuple(_editions(connection, wanted)))


def erase(connection: Connection, wanted: re.Pattern[str], *, author: str) -> int:
    """Replace a text everywhere by the marker inside the open write transaction.

    Return the change number of the step that says so; the author's own name is replaced there too.
    """
    _erase_rows(connection, wanted)
    _erase_steps(connection, wanted)
    written = journal.record_erasure(connection, author=wanted.sub(MARKER, author))
    set_undo_floor(connection, written.operation_id)
    # Deleted words stay in the index until its parts are joined.
    connection.exec_driver_sql("INSERT INTO search(search) VALUES ('optimize')")
    return written.change_seq


def clear_pages(source: Engine, path: Path) -> None:
    """Write the file anew without free pages, where what was replaced might still be read."""
    # VACUUM runs outside transactions, so on the driver's own connection.
    with engine.named_failures(path):
        raw = source.raw_connection()
        try:
            raw.cursor().execute("VACUUM")
        finally:
            raw.close()


# Rows


def _typed(table: Table) -> list[str]:
    """Return the fields of a table that hold what somebody typed."""
    return [
        name
        for name in own_fields(table)
        if isinstance(table.c[name].type, Text)
        and "choices" not in table.c[name].info
        and name not in _NOT_TYPED
    ]


def _rows(connection: Connection) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    for name, table in JOURNALLED.items():
        if name != _STANDS:
            for row in connection.execute(select(table)).mappings():
                yield name, int(row["id"]), dict(row)


def _erase_rows(connection: Connection, wanted: re.Pattern[str]) -> None:
    found: dict[tuple[str, frozenset[str]], list[dict[str, Value]]] = defaultdict(list)
    touched: set[tuple[str, int]] = set()
    for name, row_id, row in list(_rows(connection)):
        table = JOURNALLED[name]
        fields = {field: row[field] for field in own_fields(table)}
        new = _without(fields, _typed(table), wanted)
        values: dict[str, Value] = dict(new)
        if new:
            values |= derived_columns(name, {**fields, **new}, new)
        values |= _without(row, _AUTHORS, wanted)
        if values:
            found[name, frozenset(values)].append({"row_id": row_id, **values})
            touched.add((name, row_id))
            touched |= {
                (owner, owner_id)
                for owner in journal.OWNERS.get(name, ())
                if isinstance(owner_id := row[f"{owner}_id"], int)
            }
    for (name, names), parameters in found.items():
        table = JOURNALLED[name]
        connection.execute(
            update(table)
            .where(table.c.id == bindparam("row_id"))
            .values({field: bindparam(field) for field in names}),
            parameters,
        )
    search.reindex(connection, touched)


def _without(
    row: Mapping[str, Any], fields: Iterable[str], wanted: re.Pattern[str]
) -> dict[str, Value]:
    """Return the fields whose text holds what is wanted, with the marker in its place."""
    found: dict[str, Value] = {}
    for name in fields:
        value = row.get(name)
        if isinstance(value, str) and wanted.search(value):
            found[name] = wanted.sub(MARKER, value)
    return found


# Journal


def _touched_changes(
    connection: Connection, wanted: re.Pattern[str]
) -> Iterator[tuple[int, int, Row | None, Row | None]]:
    """Give the changes that hold the text: step, number, and both sides with the marker."""
    standing = set(connection.execute(select(JOURNALLED[_STANDS].c.id)).scalars())
    query = select(
        change.c.operation_id,
        change.c.id,
        change.c.table_name,
        change.c.row_id,
        change.c.before,
        change.c.after,
    ).order_by(change.c.id)
    for step, number, name, row_id, before, after in connection.execute(query):
        if name == _STANDS and row_id in standing:
            continue
        sides = [_erased(name, journal.decode_row(side), wanted) for side in (before, after)]
        if any(is_new for _, is_new in sides):
            yield step, number, sides[0][0], sides[1][0]


def _erased(name: str, row: Row | None, wanted: re.Pattern[str]) -> tuple[Row | None, bool]:
    if row is None:
        return None, False
    new = _without(row, _typed(JOURNALLED[name]), wanted)
    if name == _STANDS and "report" in new and "workbook" in row:
        # A report that was withdrawn: nobody can look into the workbook for the text.
        new["workbook"] = b""
    return {**row, **new}, bool(new)


def _erase_steps(connection: Connection, wanted: re.Pattern[str]) -> None:
    touched: set[int] = set()
    changed: list[dict[str, object]] = []
    for step, number, before, after in _touched_changes(connection, wanted):
        sides = {"old": journal.encode_row(before), "new": journal.encode_row(after)}
        changed.append({"number": number, **sides})
        touched.add(step)
    if changed:
        connection.execute(
            update(change)
            .where(change.c.id == bindparam("number"))
            .values(before=bindparam("old"), after=bindparam("new")),
            changed,
        )
    for row in map(dict, connection.execute(select(operation)).mappings().all()):
        new = _without(row, ["label", "author"], wanted)
        if new or row["id"] in touched:
            seal(connection, {**row, **new})


def seal(connection: Connection, step: Mapping[str, Any]) -> None:
    """Write a step anew, with the digest of what it holds now."""
    changes = connection.execute(
        select(change.c.table_name, change.c.row_id, change.c.before, change.c.after)
        .where(change.c.operation_id == step["id"])
        .order_by(change.c.id)
    )
    digest = journal.step_digest(step, (tuple(row) for row in changes))
    connection.execute(
        update(operation)
        .where(operation.c.id == step["id"])
        .values(label=step["label"], author=step["author"], digest=digest)
    )


# Issued reports


def _editions(connection: Connection, wanted: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    edition = JOURNALLED[_STANDS]
    for row in map(dict, connection.execute(select(edition)).mappings()):
        if _without(row, [*_typed(edition), *_AUTHORS], wanted):
            yield int(row["year"]), str(row["title"])


def floor_at(connection: Connection, operation_id: int) -> None:
    """Let undo go no further back than a step; it never goes back to where it could before."""
    if operation_id > journal.undo_floor(connection):
        set_undo_floor(connection, operation_id)
