"""Row 11: many changes written and undone, beside the same rows written by sqlite3 alone."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from partners_app.domain.changes import Change, ChangeSet
from partners_app.domain.content_rows import event_link_row, event_row
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Register
from partners_app.storage import queries
from partners_app.storage.schema import SEARCH_TABLE
from tests.benchmarks.measure import Comparison, compare, cpu_seconds
from tests.benchmarks.synthetic import content, register_of

SOME = 10_000
ROUNDS = 5
_GOAL = 1.6
_SETTINGS = (
    "PRAGMA temp_store=MEMORY",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
)
"""Those of the program: what is compared is the work around the same statements."""
_TABLES = ("operation", "event", "event_link", "change", "register_meta", SEARCH_TABLE)

Statement = tuple[str, list[tuple[object, ...]]]


def rows(folder: Path, some: int = SOME, rounds: int = ROUNDS) -> Iterator[Comparison]:
    """Yield the rows as they are measured; registers are made in ``folder`` and removed."""
    bare = folder / "without-events.partners"
    folder.mkdir(parents=True, exist_ok=True)
    bare.unlink(missing_ok=True)
    places = replace(content(some), events=())
    Register.create(bare, author="Стенд", content=places).close()
    half = f"{some:,} changes, events with their places,"
    yield from _written_and_undone(folder, bare, _entered(bare, some // 2), half, rounds)
    full = register_of(some, folder)
    yield from _written_and_undone(folder, full, edited(full), f"{some:,} changes, texts,", rounds)
    bare.unlink()


def _entered(path: Path, events: int) -> ChangeSet:
    """Return the change set that enters events, each with its place."""
    made = content(events)
    register = Register.open(path, author="Стенд")
    known = {partner.uuid: partner.id for partner in register.read(queries.partners)}
    register.close()
    cities = {partner.id: known[partner.uuid] for partner in made.partners}
    changes: list[Change] = []
    for event in made.events:
        changes.append(Change("event", event.id, None, event_row(event)))
        for link in event.links:
            placed = replace(link, partner_id=cities[link.partner_id or 0])
            changes.append(Change("event_link", link.id, None, event_link_row(placed, event.id)))
    return ChangeSet(OperationKind.IMPORT, tuple(changes), "register")


def edited(path: Path) -> ChangeSet:
    """Return the change set that changes the text of every event."""
    register = Register.open(path, author="Стенд")
    events = register.read(queries.content).events
    register.close()
    changes = (
        Change("event", event.id, {"text": event.text}, {"text": f"{event.text}, уточнено"})
        for event in events
    )
    return ChangeSet(OperationKind.IMPORT, tuple(changes), "register")


def _written_and_undone(
    folder: Path, start: Path, change_set: ChangeSet, what: str, rounds: int
) -> Iterator[Comparison]:
    written, undone = folder / "written.partners", folder / "undone.partners"
    ours, raw = folder / "ours.partners", folder / "raw.partners"
    registers: list[Register] = []

    def opened(source: Path, target: Path) -> Register:
        while registers:
            registers.pop().close()
        shutil.copyfile(source, target)
        registers.append(Register.open(target, author="Стенд"))
        return registers[0]

    opened(start, written).apply(change_set)
    opened(written, undone).undo()
    for name, before, after in (("written", start, written), ("undone", written, undone)):
        statements = difference(before, after)

        def prepare(source: Path = before) -> None:
            opened(source, ours)
            shutil.copyfile(source, raw)

        def act(is_undo: bool = name == "undone") -> None:
            registers[0].undo() if is_undo else registers[0].apply(change_set)

        def bare(same: Sequence[Statement] = statements) -> None:
            execute(raw, same)

        label = f"{what} {name} / raw sqlite3"
        yield compare(11, label, act, bare, _GOAL, rounds, clock=cpu_seconds, prepare=prepare)
    registers.pop().close()
    for path in (written, undone, ours, raw):
        path.unlink()


def difference(before: Path, after: Path) -> list[Statement]:
    """Return the statements that make the rows of one register those of another."""
    found: list[Statement] = []
    with closing(sqlite3.connect(before)) as old, closing(sqlite3.connect(after)) as new:
        for table in _TABLES:
            columns = [row[1] for row in new.execute(f"PRAGMA table_info({table})")]
            columns = [f'"{column}"' for column in columns if column != "id"]
            query = f"SELECT rowid, {', '.join(columns)} FROM {table}"
            was, now = ({row[0]: row[1:] for row in one.execute(query)} for one in (old, new))
            gone = [(number,) for number in was if number not in now]
            found.append((f"DELETE FROM {table} WHERE rowid = ?", list(gone)))
            come = [(number, *row) for number, row in now.items() if number not in was]
            marks = ", ".join("?" * (len(columns) + 1))
            names = ", ".join(["rowid", *columns])
            found.append((f"INSERT INTO {table} ({names}) VALUES ({marks})", list(come)))
            found.append(_update(table, columns, was, now))
    return [(sql, values) for sql, values in found if values]


def _update(
    table: str,
    columns: Sequence[str],
    was: dict[int, tuple[object, ...]],
    now: dict[int, tuple[object, ...]],
) -> Statement:
    """Return the update of the rows that differ: of all columns in which any of them does."""
    both = [number for number in now if number in was and now[number] != was[number]]
    places = [
        place
        for place in range(len(columns))
        if any(now[number][place] != was[number][place] for number in both)
    ]
    fields = ", ".join(f"{columns[place]} = ?" for place in places)
    values = [(*(now[number][place] for place in places), number) for number in both]
    return f"UPDATE {table} SET {fields} WHERE rowid = ?", list(values)


def execute(path: Path, statements: Sequence[Statement]) -> None:
    """Write rows with sqlite3 and nothing else, in one transaction."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for setting in _SETTINGS:
            raw.execute(setting)
        raw.execute("BEGIN IMMEDIATE")
        for sql, values in statements:
            raw.executemany(sql, values)
        raw.execute("COMMIT")
