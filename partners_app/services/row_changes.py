"""How an act on rows becomes changes: what a service needs whatever the table."""

from collections.abc import Iterable, Mapping, Sequence

from partners_app.domain.changes import Change, Row, Value
from partners_app.domain.content_rows import POSITION_GAP
from partners_app.domain.errors import RecordMissing
from partners_app.services.register import Register
from partners_app.storage import rows
from partners_app.storage.engine import Connection

LABEL_LENGTH = 80
"""Characters of a record's name that the history keeps of it."""


def row_or_missing(register: Register, table: str, row_id: int) -> Row:
    """Return the fields of one row, or raise RecordMissing."""
    found = register.read(rows.load, table, [row_id])
    if row_id not in found:
        raise RecordMissing(table, row_id)
    return found[row_id]


def label_of(register: Register, table: str, row_id: int, row: Row) -> str:
    """Return how the history calls a record; a country as a whole goes by the country's name."""
    if table == "partner" and not row["name"]:
        country_id = row["country_id"]
        assert isinstance(country_id, int)
        return str(row_or_missing(register, "country", country_id)["name"])
    for field in ("name", "title", "text", "date_text"):
        value = row.get(field)
        if isinstance(value, str) and value:
            return shortened(value)
    return ""


def shortened(text: str) -> str:
    """Return a text in one line, cut to the length of a label at a word."""
    line = " ".join(text.split())
    if len(line) <= LABEL_LENGTH:
        return line
    return line[:LABEL_LENGTH].rsplit(" ", 1)[0] + "…"


def heading_after(band: Row, name: Value) -> Value:
    """Return the heading of a band that gets another name: one in capitals of it follows."""
    old, heading = band["name"], band["heading"]
    follows = isinstance(old, str) and heading == old.upper()
    return name.upper() if follows and isinstance(name, str) and name else heading


def removal(connection: Connection, table: str, ids: Iterable[int]) -> tuple[Change, ...]:
    """Return the deletions of rows and of everything under them.

    An event goes when no cell is left to stand in; a link between agreements goes with either.
    """
    doomed: dict[str, set[int]] = {}
    _collect(connection, table, set(ids), doomed)
    links = doomed.get("event_link", set())
    if links and table != "event":
        _collect(connection, "event", _without_a_cell(connection, links), doomed)
    return tuple(
        Change(name, row_id, row, None)
        for name, row_ids in doomed.items()
        for row_id, row in rows.load(connection, name, sorted(row_ids)).items()
    )


def _collect(
    connection: Connection, table: str, ids: set[int], doomed: dict[str, set[int]]
) -> None:
    new = ids - doomed.get(table, set())
    if not new:
        return
    doomed.setdefault(table, set()).update(new)
    for child, child_ids in rows.children(connection, table, new).items():
        _collect(connection, child, child_ids, doomed)


def _without_a_cell(connection: Connection, links: set[int]) -> set[int]:
    events = {row["event_id"] for row in rows.load(connection, "event_link", links).values()}
    numbers = {number for number in events if isinstance(number, int)}
    kept = rows.children(connection, "event", numbers).get("event_link", set()) - links
    staying = {row["event_id"] for row in rows.load(connection, "event_link", kept).values()}
    return numbers - {number for number in staying if isinstance(number, int)}


def moved(
    table: str, order: Sequence[tuple[int, int]], row_id: int, step: int
) -> tuple[Change, ...]:
    """Return the changes that move one row a step up or down; empty at the end of the list.

    ``order`` is (id, position) of all rows of the list. One row is written as long as there is
    a number between the neighbours; else the whole list gets its gaps anew.
    """
    ids = [item for item, _ in order]
    if row_id not in ids:
        raise RecordMissing(table, row_id)
    place = ids.index(row_id)
    target = place + step
    if not 0 <= target < len(ids):
        return ()
    old = dict(order)
    ids.insert(target, ids.pop(place))
    before = old[ids[target - 1]] if target > 0 else 0
    after = old[ids[target + 1]] if target + 1 < len(ids) else before + 2 * POSITION_GAP
    between = (before + after) // 2
    if before < between < after:
        return (Change(table, row_id, {"position": old[row_id]}, {"position": between}),)
    return _renumbered(table, ids, old)


def block_placed_after(
    table: str, order: Sequence[tuple[int, int]], row_id: int, number: int
) -> tuple[list[int], tuple[Change, ...]]:
    """Return ascending order numbers for new rows right behind a row of the list.

    Where there are not enough numbers before the next row, the changes give the whole list its
    gaps anew; else there are none.
    """
    ids = [item for item, _ in order]
    place = ids.index(row_id)
    here = order[place][1]
    if place + 1 == len(ids):
        return [here + step * POSITION_GAP for step in range(1, number + 1)], ()
    gap = (order[place + 1][1] - here) // (number + 1)
    if gap > 0:
        return [here + step * gap for step in range(1, number + 1)], ()
    ids[place + 1 : place + 1] = [0] * number
    numbers = [(place + 1 + step) * POSITION_GAP for step in range(1, number + 1)]
    return numbers, _renumbered(table, ids, dict(order))


def _renumbered(table: str, ids: Sequence[int], old: Mapping[int, int]) -> tuple[Change, ...]:
    """Return the changes that give a list its gaps anew; an id not in ``old`` holds a place."""
    return tuple(
        Change(table, item, {"position": old[item]}, {"position": number * POSITION_GAP})
        for number, item in enumerate(ids, start=1)
        if item in old and old[item] != number * POSITION_GAP
    )
