"""A file, the register, and the register as of the export, compared record by record.

A value that the file left as it was exported is no change, whatever the register holds now; a value
changed on both sides is doubtful. Without an export to compare with, an empty value says nothing.
What disappeared, a value or a record, is proposed and never ticked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from partners_app.domain.changes import Change, Row, Value
from partners_app.domain.content_tables import (
    PARENTS,
    RECORDS,
    REFERENCES,
    ContentTables,
    cell_of_row,
)
from partners_app.domain.import_lists import Lists, list_text
from partners_app.domain.import_matching import Matches
from partners_app.domain.import_order import Order
from partners_app.domain.import_plan import Candidate, Doubt, Outcome, PlanEntry, Siblings
from partners_app.domain.incoming import Incoming, Layout
from partners_app.domain.records import RegisterContent
from partners_app.domain.typed_text import same_words

__all__ = ["EXACT_LAYOUTS", "compare"]

EXACT_LAYOUTS = (Layout.DATA_WORKBOOK, Layout.JSON, Layout.REGISTER)
"""Layouts that give a text as it is, with its white space."""

_LIST_NAMES = {
    "country": {"other_names": "other_name"},
    "partner": {"other_names": "other_name"},
    "agreement": {"dates": "agreement_date", "links": "agreement_link"},
    "event": {},
}
_NOT_COMPARED = frozenset({"uuid", "position", *REFERENCES})


def compare(
    incoming: Incoming,
    current: RegisterContent,
    base: RegisterContent | None,
    matches: Matches,
) -> tuple[list[PlanEntry], list[Siblings]]:
    """Return an entry for each record of the file, and the lists whose order is touched.

    ``base`` is the register as it was when the file was exported, under the same ids.
    """
    comparison = _Comparison(incoming, current, base, matches)
    entries = list(comparison.entries())
    entries += comparison.deletions(entries)
    return entries, comparison.order.siblings()


@dataclass(slots=True)
class _Difference:
    """What a known record's fields come to: to be written, emptied, or changed on both sides."""

    changed: dict[str, tuple[Value, Value]] = field(default_factory=dict)
    emptied: dict[str, tuple[Value, Value]] = field(default_factory=dict)
    contested: dict[str, tuple[Value, Value]] = field(default_factory=dict)
    changes: dict[str, list[Change]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()


class _Comparison:
    def __init__(
        self,
        incoming: Incoming,
        current: RegisterContent,
        base: RegisterContent | None,
        matches: Matches,
    ) -> None:
        self.incoming, self.matches = incoming, matches
        self.file, self.now = ContentTables(incoming.content), ContentTables(current)
        # Where nobody has changed anything since the export, the two are one.
        self.was = self.now if base is current else None if base is None else ContentTables(base)
        # Records of which the file gives every character, white space and empty values too.
        self.exact = incoming.named if incoming.layout in EXACT_LAYOUTS else frozenset()
        self.lists = Lists(self.file, self.now, self.was, matches)
        self.order = Order(incoming, self.file, self.now, self.was, matches, self.exact)
        self.gone = self._gone()
        self.told = frozenset(
            str(row["uuid"])
            for table in RECORDS
            for row in self.file.rows[table].values()
            if (stated := incoming.stated.get(str(row["uuid"]))) is None or stated
        )

    def _gone(self) -> set[tuple[str, int]]:
        """Return the file's records that the export held and the register does not any more."""
        if self.was is None:
            return set()
        return {
            (table, row_id)
            for table in RECORDS
            for row_id, row in self.file.rows[table].items()
            if (table, row_id) not in self.matches.known
            and (table, str(row["uuid"])) in self.was.ids
            and row["uuid"] in self.incoming.named
        }

    def entries(self) -> Iterator[PlanEntry]:
        for table in RECORDS:
            for row_id, row in self.file.rows[table].items():
                stated = self.incoming.stated.get(str(row["uuid"]))
                if stated is None or stated:
                    yield from self._record(table, row_id, row, stated)

    def _record(
        self, table: str, row_id: int, row: Row, stated: frozenset[str] | None
    ) -> Iterator[PlanEntry]:
        known = self.matches.known.get((table, row_id))
        doubtful = self.matches.doubtful.get((table, row_id))
        if doubtful is not None:
            candidates = tuple(
                Candidate(
                    str(self.now.rows[kind][number]["uuid"]),
                    self._full_label(kind, number),
                )
                for kind, number in (
                    ("region" if doubtful.doubt is Doubt.BAND_MISSING else table, each)
                    for each in doubtful.candidates
                )
            )
            yield self._entry(
                table,
                row_id,
                Outcome.DOUBTFUL,
                self._all_fields(table, row_id, row, stated),
                doubt=doubtful.doubt,
                candidates=candidates,
            )
        elif known is not None:
            yield from self._known(table, row_id, known, stated)
        elif (table, row_id) in self.gone:
            yield from self._deleted_since(table, row_id, row, stated)
        else:
            yield self._new(table, row_id, row, stated)

    def _full_label(self, table: str, row_id: int) -> str:
        owner = self.now.owner(table, row_id)
        return " · ".join(filter(None, [owner, self.now.label(table, row_id)]))

    def _entry(
        self,
        table: str,
        row_id: int,
        outcome: Outcome,
        fields: Mapping[str, tuple[Value, Value]],
        *,
        suffix: str = "",
        doubt: Doubt | None = None,
        candidates: tuple[Candidate, ...] = (),
        needs: tuple[str, ...] = (),
        changes: Iterable[Change] = (),
    ) -> PlanEntry:
        uuid = str(self.file.rows[table][row_id]["uuid"])
        known = self.matches.known.get((table, row_id))
        record = uuid if known is None else str(self.now.rows[table][known]["uuid"])
        return PlanEntry(
            uuid + suffix,
            outcome,
            table,
            record,
            self.file.label(table, row_id),
            self.file.owner(table, row_id),
            fields,
            self.incoming.places.get(uuid),
            self.incoming.printed.get(uuid, ""),
            doubt,
            None,
            candidates,
            needs,
            tuple(changes),
        )

    # A new record

    def _new(
        self,
        table: str,
        row_id: int,
        row: Row,
        stated: frozenset[str] | None,
        outcome: Outcome = Outcome.NEW,
        doubt: Doubt | None = None,
    ) -> PlanEntry:
        changes = [Change(table, row_id, None, self._translated(table, row_id, row))]
        for list_table in (*_LIST_NAMES.get(table, {}).values(), "event_link"):
            changes += [
                Change(list_table, number, None, self._translated(list_table, number, each))
                for number, each in self.file.list_of(list_table, table, row_id)
                if list_table != "event_link" or table == "event"
            ]
        needs = tuple(
            dict.fromkeys(key for change in changes for key in self._new_parents(table, change))
        )
        if any(key not in self.told for key in needs):
            # It belongs to a record that the file only names and the register does not have.
            return self._entry(
                table,
                row_id,
                Outcome.DOUBTFUL,
                self._all_fields(table, row_id, row, stated),
                doubt=Doubt.PARENT_UNDECIDED,
            )
        return self._entry(
            table,
            row_id,
            outcome,
            self._all_fields(table, row_id, row, stated),
            doubt=doubt,
            needs=needs,
            changes=changes,
        )

    def _translated(self, table: str, row_id: int, row: Row) -> Row:
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

    def _new_parents(self, table: str, change: Change) -> Iterator[str]:
        """Yield the UUIDs of new records that a row refers to, other than its own record."""
        for name, value in (change.after or {}).items():
            if name in REFERENCES and isinstance(value, int) and value < 0:
                target = REFERENCES[name]
                if target != table or name == "other_id":
                    yield str(self.file.rows[target][value]["uuid"])

    def _all_fields(
        self, table: str, row_id: int, row: Row, stated: frozenset[str] | None
    ) -> dict[str, tuple[Value, Value]]:
        fields: dict[str, tuple[Value, Value]] = {
            name: (None, value)
            for name, value in row.items()
            if value not in (None, "") and name not in _NOT_COMPARED
        }
        for name, list_table in _LIST_NAMES.get(table, {}).items():
            text = list_text(list_table, self.file.list_of(list_table, table, row_id), self.file)
            if text:
                fields[name] = (None, text)
        return fields

    def _deleted_since(
        self, table: str, row_id: int, row: Row, stated: frozenset[str] | None
    ) -> Iterator[PlanEntry]:
        """A record that was deleted after the export comes back only if the file changed it."""
        assert self.was is not None
        before = self.was.rows[table][self.was.ids[table, str(row["uuid"])]]
        fields = set(before) - _NOT_COMPARED
        if stated is not None:
            fields &= stated
        exact = row["uuid"] in self.exact
        if any(not _same(row[name], before[name], exact=exact) for name in fields):
            yield self._new(table, row_id, row, stated, Outcome.DOUBTFUL, Doubt.DELETED_SINCE)

    # A known record

    def _known(
        self, table: str, row_id: int, known: int, stated: frozenset[str] | None
    ) -> Iterator[PlanEntry]:
        found = _Difference()
        self._compare_fields(table, row_id, known, stated, found)
        self._compare_parent(table, row_id, known, stated, found)
        for name, list_table in _LIST_NAMES.get(table, {}).items():
            if stated is None or name in stated:
                self._compare_list(table, row_id, known, name, list_table, found)
        if table == "event":
            self._compare_cells(row_id, known, stated, found)
        self._compare_order(table, row_id, known, found)
        changes = [change for name in found.changed for change in found.changes[name]]
        outcome = Outcome.CHANGED if found.changed else Outcome.UNCHANGED
        if found.changed or not (found.emptied or found.contested):
            yield self._entry(
                table,
                row_id,
                outcome,
                found.changed,
                needs=found.needs,
                changes=_merged(changes),
            )
        for fields, suffix, doubt in (
            (found.contested, "/both", Doubt.CHANGED_BOTH),
            (found.emptied, "/emptied", Doubt.EMPTIED),
        ):
            if fields:
                yield self._entry(
                    table,
                    row_id,
                    Outcome.DOUBTFUL,
                    fields,
                    suffix=suffix,
                    doubt=doubt,
                    changes=_merged([each for name in fields for each in found.changes[name]]),
                )

    def _before(self, table: str, known: int) -> Row | None:
        """Return a record as it was exported, None where there is no export to compare with."""
        return None if self.was is None else self.was.row(table, known)

    def _compare_fields(
        self, table: str, row_id: int, known: int, stated: frozenset[str] | None, found: _Difference
    ) -> None:
        told, now = self.file.rows[table][row_id], self.now.rows[table][known]
        before = self._before(table, known)
        exact = told["uuid"] in self.exact
        names = [name for name in told if name not in _NOT_COMPARED]
        for name in names if stated is None else [name for name in names if name in stated]:
            value, present = told[name], now[name]
            if value == present or _same(value, present, exact=exact):
                continue
            change = Change(table, known, {name: present}, {name: value})
            was = None if before is None else before[name]
            self._sort(
                found,
                name,
                (present, value),
                [change],
                untouched=before is not None and _same(value, was, exact=exact),
                both=before is not None and not _same(present, was, exact=exact),
                empty=value in (None, ""),
                tells_empty=exact or before is not None,
            )

    def _sort(
        self,
        found: _Difference,
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
        place = found.contested if both else found.emptied if empty else found.changed
        place[name] = values
        found.changes[name] = changes

    def _compare_parent(
        self, table: str, row_id: int, known: int, stated: frozenset[str] | None, found: _Difference
    ) -> None:
        if table not in PARENTS or (stated is not None and "parent" not in stated):
            return
        name, parent = PARENTS[table]
        told = self._translated(table, row_id, self.file.rows[table][row_id])[name]
        now = self.now.rows[table][known]
        before = self._before(table, known)
        assert isinstance(told, int)
        if told == now[name] or self._is_reference(parent, told):
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

    def _is_reference(self, table: str, row_id: int) -> bool:
        """Tell whether a record of the file is only named there, and the register lacks it."""
        if row_id >= 0:
            return False
        return self.incoming.stated.get(str(self.file.rows[table][row_id]["uuid"])) == frozenset()

    def _compare_list(
        self,
        table: str,
        row_id: int,
        known: int,
        name: str,
        list_table: str,
        found: _Difference,
    ) -> None:
        exact = self.file.rows[table][row_id]["uuid"] in self.exact
        told, now, before = self.lists.values(list_table, table, row_id, known, exact=exact)
        if told.key == now.key:
            return
        has_base = before is not None and self._before(table, known) is not None
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
        self, row_id: int, known: int, stated: frozenset[str] | None, found: _Difference
    ) -> None:
        """Compare where an event stands: all its places, or the one that a table prints."""
        whole = stated is None or "links" in stated
        if not whole and "cell" not in (stated or ()):
            return
        told = [
            (number, self._translated("event_link", number, row))
            for number, row in self.file.list_of("event_link", "event", row_id)
        ]
        told = [(number, row) for number, row in told if not self._is_reference(*cell_of_row(row))]
        now = {cell_of_row(row): (n, row) for n, row in self._links(self.now, known)}
        cells = [cell_of_row(row) for _, row in told]
        before = None
        if self._before("event", known) is not None and self.was is not None:
            before = {cell_of_row(row) for _, row in self._links(self.was, known)}
        new = [(number, row) for number, row in told if cell_of_row(row) not in now]
        leaving = [cell for cell in now if cell not in cells] if whole else []
        if not whole and new and before:
            # The table prints an event once: under the first of its places.
            ranks = self.was.cell_ranks if self.was is not None else {}
            printed = min(before, key=lambda cell: ranks.get(cell, len(ranks)))
            leaving = [printed] if printed in now and printed not in cells else []
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

    def _compare_order(self, table: str, row_id: int, known: int, found: _Difference) -> None:
        move = self.order.move_of(table, row_id, known)
        if move is None or "links" in found.changed or "links" in found.contested:
            return
        row = self.now.rows[move.table][move.row_id]
        found.changed["position"] = (move.old, move.new)
        number = {"position": row["position"]}
        found.changes["position"] = [Change(move.table, move.row_id, number, number)]

    # What the file does not hold any more

    def deletions(self, entries: Iterable[PlanEntry]) -> Iterator[PlanEntry]:
        """Yield the records that the file would hold if nobody had removed them.

        What the file has under another record now is led there by its own entry, so that the
        deletion of what it stood under needs that.
        """
        covered = self._covered()
        if covered is None:
            return
        led = {(entry.table, entry.record): entry.key for entry in entries if entry.changes}
        kept = {(table, known) for (table, _), known in self.matches.known.items()}
        told = {str(row["uuid"]) for table in RECORDS for row in self.file.rows[table].values()}
        doomed: set[tuple[str, int]] = set()
        for table in RECORDS:
            for row_id, row in self.now.rows[table].items():
                uuid = str(row["uuid"])
                if uuid not in covered or uuid in told:
                    continue
                if (table, row_id) in kept or (table, row_id) in doomed:
                    continue
                changes, spared = self.now.removal(table, row_id, kept)
                doomed |= {(change.table, change.id) for change in changes}
                touched = self._touched_since(changes)
                fields = {
                    name: (value, None)
                    for name, value in row.items()
                    if value not in (None, "") and name not in _NOT_COMPARED
                }
                led_away = ((name, str(self.now.rows[name][n]["uuid"])) for name, n in spared)
                yield PlanEntry(
                    uuid,
                    Outcome.DELETED,
                    table,
                    uuid,
                    self.now.label(table, row_id),
                    self.now.owner(table, row_id),
                    fields,
                    doubt=Doubt.CHANGED_BOTH if touched else None,
                    needs=tuple(led[each] for each in led_away if each in led),
                    changes=changes,
                )

    def _covered(self) -> frozenset[str] | None:
        """Return the records that the file would hold if nobody had removed any."""
        if self.was is None:
            return None
        if self.incoming.covers is not None:
            return self.incoming.covers
        year = self.incoming.year
        return frozenset(
            str(row["uuid"])
            for table in RECORDS
            for row in self.was.rows[table].values()
            if table != "event" or year is None or row["report_year"] == year
        )

    def _touched_since(self, changes: Iterable[Change]) -> bool:
        """Tell whether any of the rows is not as it was exported."""
        if self.was is None:
            return False
        return any(self.was.row(change.table, change.id) != change.before for change in changes)


def _same(first: Value, second: Value, *, exact: bool) -> bool:
    """Compare two values; a table that a clerk typed says nothing about white space."""
    if exact or not isinstance(first, str | None) or not isinstance(second, str | None):
        return first == second
    return same_words(first or "", second or "")


def _merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Join the updates of one row."""
    found: dict[tuple[str, int], Change] = {}
    for change in changes:
        key = (change.table, change.id)
        first = found.get(key)
        if first is None or first.before is None or change.before is None:
            found[key] = change
            continue
        assert first.after is not None and change.after is not None
        found[key] = Change(
            change.table,
            change.id,
            {**first.before, **change.before},
            {**first.after, **change.after},
        )
    return tuple(found.values())
