"""How a record of a file differs from the register's, field by field, in three ways.

What the file says is held against what the register holds and what it held when the file was
exported; see ``import_comparing`` for the rules.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from partners_app.domain.changes import Change, Row, Value
from partners_app.domain.content_tables import PARENTS, REFERENCES, ContentTables, cell_of_row
from partners_app.domain.erased_text import would_return
from partners_app.domain.import_lists import Lists
from partners_app.domain.import_matching import Matches
from partners_app.domain.import_order import Order
from partners_app.domain.incoming import Incoming, Layout
from partners_app.domain.records import RegisterContent
from partners_app.domain.typed_text import same_words

__all__ = [
    "EXACT_LAYOUTS",
    "LIST_NAMES",
    "NOT_COMPARED",
    "Difference",
    "Differences",
    "Sides",
    "same",
]

EXACT_LAYOUTS = (Layout.DATA_WORKBOOK, Layout.JSON, Layout.REGISTER)
"""Layouts that give a text as it is, with its white space."""

LIST_NAMES = {
    "country": {"other_names": "other_name"},
    "partner": {"other_names": "other_name"},
    "agreement": {"dates": "agreement_date", "links": "agreement_link"},
    "event": {},
}
NOT_COMPARED = frozenset({"uuid", "position", *REFERENCES})


class Sides:
    """A file, the register, and the register as of the export, as rows.

    ``exact`` are the records of which the file gives every character, white space and empty
    values too.
    """

    def __init__(
        self,
        incoming: Incoming,
        current: RegisterContent,
        base: RegisterContent | None,
        matches: Matches,
        *,
        base_lost: bool = False,
    ) -> None:
        """Take the three apart; ``base`` is None where there is no export to compare with.

        ``base_lost``: there was one, of this register, which is not known any more.
        """
        self.incoming, self.matches, self.base_lost = incoming, matches, base_lost
        self.file, self.now = ContentTables(incoming.content), ContentTables(current)
        # Where nobody has changed anything since the export, the two are one.
        self.was = self.now if base is current else None if base is None else ContentTables(base)
        self.exact = incoming.named if incoming.layout in EXACT_LAYOUTS else frozenset()

    def before(self, table: str, known: int) -> Row | None:
        """Return a record as it was exported, None where there is no export to compare with."""
        return None if self.was is None else self.was.row(table, known)

    def translated(self, table: str, row_id: int, row: Row) -> Row:
        """Return a row of the file with the register's ids where it refers to known records."""
        found: dict[str, Value] = {}
        for name, value in row.items():
            if name in REFERENCES and isinstance(value, int):
                found[name] = self.matches.of(REFERENCES[name], value)
            else:
                found[name] = value
        if table == "country" and row_id in self.matches.bands:
            found["region_id"] = self.matches.bands[row_id]
        return found

    def is_reference(self, table: str, row_id: int) -> bool:
        """Tell whether a record of the file is only named there, and the register lacks it."""
        if row_id >= 0:
            return False
        return self.incoming.stated.get(str(self.file.rows[table][row_id]["uuid"])) == frozenset()


@dataclass(slots=True)
class Difference:
    """What a known record's fields come to: to be written, emptied, or not the file's alone."""

    changed: dict[str, tuple[Value, Value]] = field(default_factory=dict)
    emptied: dict[str, tuple[Value, Value]] = field(default_factory=dict)
    contested: dict[str, tuple[Value, Value]] = field(default_factory=dict)
    changes: dict[str, list[Change]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()


class Differences:
    """Compares known records; the file's order of the lists is told beside it."""

    def __init__(self, sides: Sides) -> None:
        """Take the three sides."""
        self.incoming, self.matches, self.exact = sides.incoming, sides.matches, sides.exact
        self.file, self.now, self.was = sides.file, sides.now, sides.was
        self.sides = sides
        self.lists = Lists(sides.file, sides.now, sides.was, sides.matches)
        self.order = Order(
            sides.incoming, sides.file, sides.now, sides.was, sides.matches, sides.exact
        )

    def of(self, table: str, row_id: int, known: int, stated: frozenset[str] | None) -> Difference:
        """Return how a record of the file differs from the one of the register that it is."""
        found = Difference()
        self._compare_fields(table, row_id, known, stated, found)
        self._compare_parent(table, row_id, known, stated, found)
        for name, list_table in LIST_NAMES.get(table, {}).items():
            if stated is None or name in stated:
                self._compare_list(table, row_id, known, name, list_table, found)
        if table == "event":
            self._compare_cells(row_id, known, stated, found)
        self._compare_order(table, known, found)
        return found

    def _compare_fields(
        self, table: str, row_id: int, known: int, stated: frozenset[str] | None, found: Difference
    ) -> None:
        told, now = self.file.rows[table][row_id], self.now.rows[table][known]
        before = self.sides.before(table, known)
        exact = told["uuid"] in self.exact
        names = [name for name in told if name not in NOT_COMPARED]
        if told["uuid"] not in self.incoming.named and table in ("country", "partner"):
            # It is known by its name, however that is written: «Турку», «г. Турку».
            names.remove("name")
        for name in names if stated is None else [name for name in names if name in stated]:
            value, present = told[name], now[name]
            if value == present or same(value, present, exact=exact):
                continue
            change = Change(table, known, {name: present}, {name: value})
            was = None if before is None else before[name]
            self._sort(
                found,
                name,
                (present, value),
                [change],
                untouched=before is not None and same(value, was, exact=exact),
                both=before is not None and not same(present, was, exact=exact),
                empty=value in (None, ""),
                tells_empty=exact or before is not None,
            )

    def _sort(
        self,
        found: Difference,
        name: str,
        values: tuple[Value, Value],
        changes: list[Change],
        *,
        untouched: bool,
        both: bool,
        empty: bool,
        tells_empty: bool,
    ) -> None:
        """Put a value that differs from the register's where it belongs."""
        if untouched:
            return
        if empty and not tells_empty:
            return
        if both or self.sides.base_lost or would_return(*values):
            found.contested[name] = values
        else:
            (found.emptied if empty else found.changed)[name] = values
        found.changes[name] = changes

    def _compare_parent(
        self, table: str, row_id: int, known: int, stated: frozenset[str] | None, found: Difference
    ) -> None:
        if table not in PARENTS or (stated is not None and "parent" not in stated):
            return
        name, parent = PARENTS[table]
        told = self.sides.translated(table, row_id, self.file.rows[table][row_id])[name]
        now = self.now.rows[table][known]
        before = self.sides.before(table, known)
        assert isinstance(told, int)
        if told == now[name] or self.sides.is_reference(parent, told):
            return
        if told < 0:
            found.needs = (str(self.file.rows[parent][told]["uuid"]),)
        change = Change(
            table,
            known,
            {name: now[name], "position": now["position"]},
            {name: told, "position": now["position"]},
        )
        new_name = self.file.owner(table, row_id)
        self._sort(
            found,
            name,
            (self.now.owner(table, known), new_name),
            [change],
            untouched=before is not None and told == before[name],
            both=before is not None and now[name] != before[name],
            empty=False,
            tells_empty=True,
        )

    def _compare_list(
        self,
        table: str,
        row_id: int,
        known: int,
        name: str,
        list_table: str,
        found: Difference,
    ) -> None:
        exact = self.file.rows[table][row_id]["uuid"] in self.exact
        told, now, before = self.lists.values(list_table, table, row_id, known, exact=exact)
        if told.key == now.key:
            return
        has_base = before is not None and self.sides.before(table, known) is not None
        self._sort(
            found,
            name,
            (now.text or None, told.text or None),
            self.lists.changes(list_table, table, row_id, known, exact=exact),
            untouched=has_base and before is not None and told.key == before.key,
            both=has_base and before is not None and now.key != before.key,
            empty=not told.key,
            tells_empty=has_base or exact,
        )

    def _compare_cells(
        self, row_id: int, known: int, stated: frozenset[str] | None, found: Difference
    ) -> None:
        """Compare where an event stands: all its places, or the one that a table prints."""
        whole = stated is None or "links" in stated
        if not whole and "cell" not in (stated or ()):
            return
        told = [
            (number, self.sides.translated("event_link", number, row))
            for number, row in self.file.list_of("event_link", "event", row_id)
        ]
        told = [
            (number, row) for number, row in told if not self.sides.is_reference(*cell_of_row(row))
        ]
        now = {cell_of_row(row): (n, row) for n, row in self._links(self.now, known)}
        cells = [cell_of_row(row) for _, row in told]
        before = None
        if self.sides.before("event", known) is not None and self.was is not None:
            before = {cell_of_row(row) for _, row in self._links(self.was, known)}
        new = [(number, row) for number, row in told if cell_of_row(row) not in now]
        leaving = [cell for cell in now if cell not in cells] if whole else []
        if not whole and new:
            # The table prints an event once: from that place alone it can be led elsewhere.
            uuid = str(self.now.rows["event"][known]["uuid"])
            printed = self.incoming.cells.get(uuid, ("", ""))
            place = (printed[0], self.now.ids.get(printed))
            leaving = [cell for cell in now if cell == place and cell not in cells]
        if not new and not leaving:
            return
        needs = [
            str(self.file.rows[table][owner]["uuid"])
            for table, owner in map(cell_of_row, (row for _, row in new))
            if owner < 0
        ]
        changes = self._cell_changes(known, new, [now[cell] for cell in leaving])
        found.needs = (*found.needs, *needs)
        self._sort(
            found,
            "links",
            (self._cells_text(self.now, now), self._cells_text(self.file, cells, told=True)),
            changes,
            untouched=before is not None and whole and set(cells) == before,
            both=before is not None and set(now) != before,
            empty=not cells,
            tells_empty=True,
        )

    @staticmethod
    def _links(tables: ContentTables, event: int) -> list[tuple[int, Row]]:
        return tables.list_of("event_link", "event", event)

    def _cell_changes(
        self, known: int, new: list[tuple[int, Row]], leaving: list[tuple[int, Row]]
    ) -> list[Change]:
        """Move links to their new cells one by one; add or delete what is left over."""
        changes = []
        for (number, row), (link, old) in zip(new, leaving, strict=False):
            fields = ("partner_id", "country_id", "position")
            after = {name: row[name] for name in fields}
            changes.append(Change("event_link", link, {n: old[n] for n in fields}, after))
            self.order.rename(number, link)
        changes += [Change("event_link", link, row, None) for link, row in leaving[len(new) :]]
        changes += [
            Change("event_link", number, None, {**row, "event_id": known})
            for number, row in new[len(leaving) :]
        ]
        return changes

    def _cells_text(
        self, tables: ContentTables, cells: Iterable[tuple[str, int]], *, told: bool = False
    ) -> str | None:
        names = []
        for table, row_id in cells:
            source = self.now if told and row_id >= 0 else tables
            names.append(source.label(table, row_id))
        return "; ".join(names) or None

    def _compare_order(self, table: str, known: int, found: Difference) -> None:
        moves = self.order.moves_of(table, known)
        if not moves or "links" in found.contested:
            return
        place = found.contested if self.sides.base_lost else found.changed
        place["position"] = (moves[0].old, moves[0].new)
        found.changes["position"] = []
        for move in moves:
            number = {"position": self.now.rows[move.table][move.row_id]["position"]}
            found.changes["position"].append(Change(move.table, move.row_id, number, number))


def same(first: Value, second: Value, *, exact: bool) -> bool:
    """Compare two values; a table that a clerk typed says nothing about white space."""
    if exact or not isinstance(first, str | None) or not isinstance(second, str | None):
        return first == second
    return same_words(first or "", second or "")
