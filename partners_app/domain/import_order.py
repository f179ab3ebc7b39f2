"""The order of the lists of a register, and how a file orders them."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from partners_app.domain.changes import Row, Value
from partners_app.domain.content_tables import PARENTS, ContentTables, cell_of_row
from partners_app.domain.import_matching import Matches
from partners_app.domain.import_plan import Siblings
from partners_app.domain.incoming import Incoming
from partners_app.domain.order import shuffled

__all__ = ["Move", "Order"]

ListKey = tuple[str, str, int]
"""A list that has an order: its table, its parent's table and id (see ``siblings``)."""


@dataclass(frozen=True, slots=True)
class Move:
    """A row that the file puts elsewhere in its list; ``old`` and ``new`` count from 1."""

    table: str
    row_id: int
    old: int
    new: int


class Order:
    """Which rows the file moved: those that do not stand among their neighbours of the export.

    A file without an export tells an order only where its layout is exact; a retyped table that is
    sorted otherwise says nothing about the register's order.
    """

    def __init__(
        self,
        incoming: Incoming,
        file: ContentTables,
        now: ContentTables,
        was: ContentTables | None,
        matches: Matches,
        exact: Container[str],
    ) -> None:
        """Take the three sides; the records in ``exact`` tell their order without an export."""
        self._ordered = exact if was is None else None
        self._incoming, self._file, self._now, self._matches = incoming, file, now, matches
        self._renamed: dict[int, int] = {}
        self._link_owner: dict[int, tuple[str, int]] = {}
        self._uuids = {
            (table, matches.known[table, row_id]): str(row["uuid"])
            for table, rows in file.rows.items()
            for row_id, row in rows.items()
            if (table, row_id) in matches.known
        }
        self._wanted = self._wanted_orders()
        self._moves: dict[tuple[str, int], list[Move]] = defaultdict(list)
        self._find_moves(was.siblings if was is not None else now.siblings)

    def _wanted_orders(self) -> Mapping[ListKey, list[int]]:
        wanted: dict[ListKey, list[int]] = defaultdict(list)
        for table in ("region", *PARENTS):
            field, parent = PARENTS.get(table, ("", ""))
            for row_id, row in self._in_order(table):
                told = _number(row[field]) if field else 0
                owner = self._matches.of(parent, told) or 0
                if table == "country":
                    owner = self._matches.bands.get(row_id, owner)
                wanted[table, parent, owner].append(self._matches.of(table, row_id) or 0)
        cells: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
        for event_id in self._file.rows["event"]:
            known = self._matches.known.get(("event", event_id))
            links = self._file.list_of("event_link", "event", event_id)
            for link_id, link in links:
                table, told = cell_of_row(link)
                cell = (table, self._matches.of(table, told) or 0)
                own = self._link_of(known, cell) or link_id
                cells[cell].append((_number(link["position"]), own))
        for (table, owner), rows in cells.items():
            rows.sort(key=lambda entry: entry[0])
            wanted["event_link", table, owner] = [row for _, row in rows]
        return wanted

    def _in_order(self, table: str) -> Sequence[tuple[int, Row]]:
        return sorted(self._file.rows[table].items(), key=lambda item: _number(item[1]["position"]))

    def _states_order(self, table: str, row_id: int) -> bool:
        """Tell whether the file says where a known row stands among its neighbours."""
        if table == "event_link":
            table, row_id = self._link_owner[row_id]
        uuid = self._uuids.get((table, row_id), "")
        stated = self._incoming.stated.get(uuid)
        tells = self._ordered is None or uuid in self._ordered
        return tells and (stated is None or "position" in stated)

    def _link_of(self, known: int | None, cell: tuple[str, int]) -> int | None:
        """Return the link that a known event has in a cell already."""
        if known is None:
            return None
        for link_id, row in self._now.list_of("event_link", "event", known):
            if cell_of_row(row) == cell:
                self._link_owner[link_id] = ("event", known)
                return link_id
        return None

    def _find_moves(self, before: Mapping[ListKey, Sequence[tuple[int, int]]]) -> None:
        for key, wanted in self._wanted.items():
            table = key[0]
            now = [row for row, _ in self._now.siblings.get(key, [])]
            here = set(now)
            told = [row for row in wanted if row in here and self._states_order(table, row)]
            exported = [row for row, _ in before.get(key, []) if row in here]
            moved = shuffled(exported, told)
            # What was moved in the register in the same way meanwhile stands there already.
            moved &= shuffled([row for row in now if row in set(told)], told)
            for row in moved:
                owner = self._link_owner[row] if table == "event_link" else (table, row)
                move = Move(table, row, now.index(row) + 1, wanted.index(row) + 1)
                self._moves[owner].append(move)

    def moves_of(self, table: str, known: int) -> Sequence[Move]:
        """Return how the file moved a known record among its neighbours: an event in each cell."""
        return self._moves.get((table, known), ())

    def rename(self, told: int, known: int) -> None:
        """Say that a row of the file is one of the register after all: a link that is moved."""
        self._renamed[told] = known

    def siblings(self) -> list[Siblings]:
        """Return every list that the file orders."""
        moved = {(move.table, move.row_id) for moves in self._moves.values() for move in moves}
        return [
            Siblings(
                table,
                tuple(self._now.siblings.get((table, parent, owner), ())),
                tuple(self._renamed.get(row, row) for row in wanted),
                frozenset(row for row in wanted if (table, row) in moved),
            )
            for (table, parent, owner), wanted in self._wanted.items()
        ]


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0
