"""A file, the register, and the register as of the export, compared record by record.

A value that the file left as it was exported is no change, whatever the register holds now; a value
changed on both sides is doubtful. Without an export to compare with, an empty value says nothing;
where there was one that is not known any more, each difference may be the register's: all are
doubtful. So is a value where the register has the marker of an erased text: what was exported has
lost that text too. What disappeared, a value or a record, is proposed and never ticked.
"""

from collections.abc import Iterable, Iterator, Mapping

from partners_app.domain.changes import Change, Row, Value
from partners_app.domain.content_tables import RECORDS, REFERENCES
from partners_app.domain.import_differences import (
    LIST_NAMES,
    NOT_COMPARED,
    Differences,
    Sides,
    same,
)
from partners_app.domain.import_lists import list_text
from partners_app.domain.import_matching import Matches
from partners_app.domain.import_plan import Candidate, Doubt, Outcome, PlanEntry, Siblings
from partners_app.domain.incoming import Incoming
from partners_app.domain.records import RegisterContent

__all__ = ["compare"]


def compare(
    incoming: Incoming,
    current: RegisterContent,
    base: RegisterContent | None,
    matches: Matches,
    *,
    base_lost: bool = False,
) -> tuple[list[PlanEntry], list[Siblings]]:
    """Return an entry for each record of the file, and the lists whose order is touched.

    ``base`` is the register as it was when the file was exported, under the same ids;
    ``base_lost`` says that the file is an export of this register all the same.
    """
    sides = Sides(incoming, current, base, matches, base_lost=base_lost)
    comparison = _Comparison(sides)
    entries = list(comparison.entries())
    entries += comparison.deletions(entries)
    return entries, comparison.differences.order.siblings()


class _Comparison:
    def __init__(self, sides: Sides) -> None:
        self.sides, self.incoming, self.matches = sides, sides.incoming, sides.matches
        self.file, self.now, self.was = sides.file, sides.now, sides.was
        self.differences = Differences(sides)
        self.gone = self._gone()
        self.told = frozenset(
            str(row["uuid"])
            for table in RECORDS
            for row in self.file.rows[table].values()
            if (stated := self.incoming.stated.get(str(row["uuid"]))) is None or stated
        )

    def _gone(self) -> set[tuple[str, int]]:
        """Return the file's records that the export held and the register does not any more.

        Where that export is not known, it may have held all that has a UUID of its own.
        """
        if self.was is None and not self.sides.base_lost:
            return set()
        return {
            (table, row_id)
            for table in RECORDS
            for row_id, row in self.file.rows[table].items()
            if (table, row_id) not in self.matches.known
            and (self.was is None or (table, str(row["uuid"])) in self.was.ids)
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
        changes = [Change(table, row_id, None, self.sides.translated(table, row_id, row))]
        for list_table in (*LIST_NAMES.get(table, {}).values(), "event_link"):
            changes += [
                Change(list_table, number, None, self.sides.translated(list_table, number, each))
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
            if value not in (None, "") and name not in NOT_COMPARED
        }
        for name, list_table in LIST_NAMES.get(table, {}).items():
            text = list_text(list_table, self.file.list_of(list_table, table, row_id), self.file)
            if text:
                fields[name] = (None, text)
        return fields

    def _deleted_since(
        self, table: str, row_id: int, row: Row, stated: frozenset[str] | None
    ) -> Iterator[PlanEntry]:
        """A record that was deleted after the export comes back only if the file changed it."""
        if self.was is None:
            yield self._new(table, row_id, row, stated, Outcome.DOUBTFUL, Doubt.DELETED_OR_NEW)
            return
        before = self.was.rows[table][self.was.ids[table, str(row["uuid"])]]
        fields = set(before) - NOT_COMPARED
        if stated is not None:
            fields &= stated
        exact = row["uuid"] in self.sides.exact
        if any(not same(row[name], before[name], exact=exact) for name in fields):
            yield self._new(table, row_id, row, stated, Outcome.DOUBTFUL, Doubt.DELETED_SINCE)

    # A known record

    def _known(
        self, table: str, row_id: int, known: int, stated: frozenset[str] | None
    ) -> Iterator[PlanEntry]:
        found = self.differences.of(table, row_id, known, stated)
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
        contested = Doubt.CHANGED_EITHER if self.sides.base_lost else Doubt.CHANGED_BOTH
        for fields, suffix, doubt in (
            (found.contested, "/both", contested),
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
                    needs=found.needs,
                    changes=_merged([each for name in fields for each in found.changes[name]]),
                )

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
                    if value not in (None, "") and name not in NOT_COMPARED
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
