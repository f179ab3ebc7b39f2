"""What can be saved of a damaged register, and how it is written into a new file.

Every value stands twice in a register, in its row and in the journal that made it, so most of what
one page lost stands on another. Steps are kept from the first one on as long as each is what its
digest says; what the rows say beyond them becomes one new step of the history.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, insert, update

from partners_app.domain.changes import ChangeSet, Row, Value
from partners_app.domain.errors import TextRefused
from partners_app.domain.rescue import changes_between, place_orphans
from partners_app.domain.vocabulary import OperationKind
from partners_app.storage import engine, journal, search
from partners_app.storage.consistency import row_after
from partners_app.storage.derived import derived_columns
from partners_app.storage.journal import decode_row, step_digest
from partners_app.storage.migrate import create_file, set_undo_floor
from partners_app.storage.page_reader import FoundRows, read_rows
from partners_app.storage.schema import (
    JOURNALLED,
    change,
    operation,
    own_fields,
    register_meta,
)
from partners_app.storage.values import check_values

Rows = dict[str, dict[int, Row]]
Key = tuple[str, int]
_BROKEN = "\ufffd"
"""What stands for the signs of a text that could not be read."""


@dataclass(frozen=True, slots=True)
class SavedCount:
    """Rows of one table: read where they stood, taken from the history, and not read at all."""

    read: int
    from_history: int
    lost: int

    @property
    def saved(self) -> int:
        """How many are there again."""
        return self.read + self.from_history

    @property
    def known(self) -> int:
        """How many there were, as far as the file still tells."""
        return self.saved + self.lost


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was found: the kept steps, the rows after them, and the rows as they are now.

    ``steps_known`` is how many steps there were. ``placed`` records were made so that others stand
    somewhere.
    """

    register_uuid: str | None
    steps: tuple[dict[str, Value], ...]
    steps_known: int
    changes: tuple[dict[str, Value], ...]
    stated: Rows
    rows: Rows
    counts: Mapping[str, SavedCount]
    highest_ids: Mapping[str, int]
    placed: int
    undo_floor: int


def find(content: bytes) -> Salvage:
    """Return what can be saved of the bytes of a register; nothing is written."""
    found = read_rows(content)
    steps, changes, stated = _whole_steps(found)
    meta = next(iter(found.tables["register_meta"].values()), {})
    known = _known_steps(found, meta)
    if len(steps) == known:
        rows, seen = stated, {name: set(stated[name]) for name in JOURNALLED}
    else:
        rows, seen = _newest_rows(found)
    placed = place_orphans(rows)
    # Numbers are given one after another and never twice; the history names each of them.
    # A row that another one still refers to was there too.
    named = {name: {key for table, key in placed.added if table == name} for name in JOURNALLED}
    highest = {
        name: max(found.highest_ids.get(name, 0), max(seen[name] | named[name], default=0))
        for name in JOURNALLED
    }
    counts = {}
    for name in JOURNALLED:
        kept = placed.rows.get(name, rows[name]).keys() & rows[name].keys()
        read = sum(1 for row_id in kept if row_id in found.tables[name])
        dropped = len(rows[name]) - len(kept)
        lost = dropped if len(steps) == known else dropped + highest[name] - len(seen[name])
        counts[name] = SavedCount(read, len(kept) - read, lost)
    uuid = meta.get("register_uuid")
    return Salvage(
        uuid if isinstance(uuid, str) and _is_uuid(uuid) else None,
        tuple(steps),
        known,
        tuple(changes),
        stated,
        {**rows, **placed.rows},
        counts,
        highest,
        sum(1 for table, _ in placed.added if table != "event_link"),
        _undo_floor(steps, meta.get("undo_floor")),
    )


def write(salvage: Salvage, path: Path, *, author: str) -> None:
    """Write what was saved into a missing or empty file: a register that verifies."""
    create_file(path)
    made = engine.file_engine(path)
    with engine.writing(made, path) as connection:
        _write_kept(connection, salvage)
        changes = changes_between(salvage.stated, salvage.rows)
        if changes:
            written = journal.apply(
                connection, ChangeSet(OperationKind.REPAIR, changes), author=author
            )
            # What was before the damage is not there to go back to.
            set_undo_floor(connection, written.operation_id)
        _keep_numbers(connection, salvage)
    made.dispose()


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _known_steps(found: FoundRows, meta: Mapping[str, Value]) -> int:
    """Return how many steps the register had, as far as anything in the file tells."""
    numbers = [step["change_seq"] for step in found.tables["operation"].values()]
    numbers += [item["operation_id"] for item in found.tables["change"].values()]
    # What the register counts itself stands once; a flipped bit would make it any number.
    numbers.append(found.highest_ids.get(operation.name, meta.get("change_seq")))
    return max((number for number in numbers if isinstance(number, int)), default=0)


def _undo_floor(steps: Sequence[Mapping[str, Value]], told: Value) -> int:
    """Return the step that undo does not go behind: as it is told, and no lower than is known.

    How the register began is never undone, nor what an erasure or the end of its keeping took the
    values from. What is told stands once, and a damaged page may have taken it.
    """
    floors = [step["id"] for step in steps[:1]]
    for step in steps:
        if step["kind"] == OperationKind.ERASURE:
            floors.append(step["id"] if step["reverts"] is None else step["reverts"])
    if isinstance(told, int) and told <= len(steps):
        floors.append(told)
    return max((number for number in floors if isinstance(number, int)), default=0)


def _whole_steps(
    found: FoundRows,
) -> tuple[list[dict[str, Value]], list[dict[str, Value]], Rows]:
    """Return the steps that are whole, their changes, and the rows that they made."""
    by_number = {step["change_seq"]: step for step in found.tables["operation"].values()}
    of_step: dict[Value, list[dict[str, Value]]] = defaultdict(list)
    for _, item in sorted(found.tables["change"].items()):
        of_step[item["operation_id"]].append(item)
    erasures = [step for step in by_number.values() if step["kind"] == OperationKind.ERASURE]
    told = [step["reverts"] for step in erasures]
    squashed = max((number for number in told if isinstance(number, int)), default=0)
    state: Rows = {name: {} for name in JOURNALLED}
    steps: list[dict[str, Value]] = []
    changes: list[dict[str, Value]] = []
    while (step := by_number.get(len(steps) + 1)) is not None:
        items = of_step[step["id"]]
        after = _after_step(state, step, items)
        if after is None or not (items or _may_be_empty(step, squashed)):
            break
        for (table, row_id), row in after.items():
            if row is None:
                state[table].pop(row_id, None)
            else:
                state[table][row_id] = row
        steps.append(step)
        changes += items
    return steps, changes, state


def _may_be_empty(step: Mapping[str, Value], squashed: int) -> bool:
    """Tell whether a step has no changes of its own: it tells of an erasure, or lost its values."""
    number = step["id"]
    return step["kind"] == OperationKind.ERASURE or (isinstance(number, int) and number <= squashed)


def _after_step(
    state: Rows, step: Mapping[str, Value], items: list[dict[str, Value]]
) -> dict[Key, Row | None] | None:
    """Return the rows that a step made, None where the step is not whole."""
    told = [(item["table_name"], item["row_id"], item["before"], item["after"]) for item in items]
    after: dict[Key, Row | None] = {}
    try:
        if step["digest"] != step_digest(step, told):
            return None
        for table, row_id, before, now in told:
            assert isinstance(table, str) and isinstance(row_id, int)
            assert not isinstance(before, int | float | bytes)
            assert not isinstance(now, int | float | bytes)
            old = after.get((table, row_id), state[table].get(row_id))
            after[table, row_id] = row_after(old, decode_row(before), decode_row(now))
    except (ValueError, KeyError, AssertionError):
        return None
    return after


def _newest_rows(found: FoundRows) -> tuple[Rows, dict[str, set[int]]]:
    """Return the rows as they were last, and the numbers of those that anything tells of.

    A row that can be read is right; one that cannot is what the steps that can be read made of it.
    """
    told = _told_by_journal(found)
    rows: Rows = {name: {} for name in JOURNALLED}
    seen: dict[str, set[int]] = {}
    for name, table in JOURNALLED.items():
        in_table, uuids = found.tables[name], set[Value]()
        for row_id in sorted({*in_table, *told[name]}):
            standing = in_table.get(row_id, {})
            versions = [
                _sound(name, {field: standing.get(field) for field in own_fields(table)}),
                _sound(name, told[name].get(row_id) or {}),
            ]
            whole = [row for row in versions if row is not None]
            # The first one that has no sign in it that could not be read.
            row = min(whole, key=lambda each: _BROKEN in str(each), default=None)
            if row is not None and row["uuid"] not in uuids:
                uuids.add(row["uuid"])
                rows[name][row_id] = row
        seen[name] = {*rows[name], *(key for key, row in told[name].items() if row is None)}
    return rows, seen


def _told_by_journal(found: FoundRows) -> dict[str, dict[int, Row | None]]:
    """Return what the changes that can be read made of each row (None: it was deleted)."""
    told: dict[str, dict[int, Row | None]] = {name: {} for name in JOURNALLED}
    for _, item in sorted(found.tables["change"].items()):
        table, row_id, after = item["table_name"], item["row_id"], item["after"]
        if not isinstance(table, str) or table not in told or not isinstance(row_id, int):
            continue
        try:
            now = decode_row(after if isinstance(after, str) else None)
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
        told[table][row_id] = None if now is None else {**(told[table].get(row_id) or {}), **now}
    return told


def _sound(table: str, row: Row) -> Row | None:
    """Return a row that its table can hold, None where none can be made of it."""
    if set(row) != set(own_fields(JOURNALLED[table])):
        return None
    sound = {
        name: value.replace("\0", _BROKEN) if isinstance(value, str) else value
        for name, value in row.items()
    }
    try:
        check_values(table, sound)
    except (ValueError, TextRefused):
        return None
    return sound


def _write_kept(connection: Connection, salvage: Salvage) -> None:
    """Write the steps that are kept and the rows that they made."""
    meta: dict[str, Value] = {"change_seq": len(salvage.steps), "undo_floor": salvage.undo_floor}
    if salvage.register_uuid is not None:
        meta["register_uuid"] = salvage.register_uuid
    connection.execute(update(register_meta).values(meta))
    if salvage.steps:
        connection.execute(insert(operation), list(salvage.steps))
        connection.execute(insert(change), list(salvage.changes))
    stamps = _stamps(salvage)
    for name, rows in salvage.stated.items():
        stamped = "created_at" in JOURNALLED[name].columns
        values = [
            {
                "id": row_id,
                **row,
                **derived_columns(name, row),
                **(stamps[name, row_id] if stamped else {}),
            }
            for row_id, row in rows.items()
        ]
        if values:
            connection.execute(insert(JOURNALLED[name]), values)
    search.reindex(
        connection, [(name, key) for name, rows in salvage.stated.items() for key in rows]
    )


def _stamps(salvage: Salvage) -> dict[Key, dict[str, Value]]:
    """Return when and by whom each row was made and changed, as the kept steps tell."""
    by_id = {step["id"]: step for step in salvage.steps}
    found: dict[Key, dict[str, Value]] = {}
    for item in salvage.changes:
        step = by_id[item["operation_id"]]
        key = (str(item["table_name"]), int(str(item["row_id"])))
        stamp = {"changed_at": step["at"], "changed_by": step["author"]}
        first = {"created_at": step["at"], "created_by": step["author"]}
        found[key] = {**first, **found.get(key, {}), **stamp}
    return found


def _keep_numbers(connection: Connection, salvage: Salvage) -> None:
    """Let no new row get the number of one that was there: numbers are never given twice."""
    for name, highest in salvage.highest_ids.items():
        free = engine.next_ids(connection, name, 1).start
        if highest >= free:
            connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            connection.exec_driver_sql(
                "INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)", (name, highest)
            )
