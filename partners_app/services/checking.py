"""Findings before a report, for the window and the command line."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from threading import Lock

from partners_app.domain.checks import CheckedEvent, arrange, check_content, check_events
from partners_app.domain.findings import Finding, Severity
from partners_app.domain.records import RegisterContent
from partners_app.exchange.spelling import spelling
from partners_app.services import accepting, catalogue, duplicates, lexicon
from partners_app.services.register import Register
from partners_app.storage import event_counts, event_queries, queries
from partners_app.storage.engine import Connection
from partners_app.storage.event_queries import Scope
from partners_app.storage.search import batches
from partners_app.storage.touched import events_since

_MOST_CHANGES = 200
"""After more changes than this all events are looked at again."""
_PART = 5_000
"""So many events are looked at together: a hundred thousand records would be too many at once."""


def check(register: Register, year: int | None) -> list[Finding]:
    """Return what is doubtful in the register, in report order; None means the events of all years.

    With a year, partners without events in it are named too. What a clerk accepted is left out.
    """
    content = register.read(queries.content, year=year)
    words = register.read(lexicon.of_register)
    found = check_content(content, lexicon=words, spelling=spelling)
    return register.read(accepting.without_accepted, found)


def check_all(register: Register, year: int | None) -> list[Finding]:
    """Return what is doubtful in a year or in all, events that may be entered twice too."""
    found = check(register, year)
    for of_year in catalogue.years(register) if year is None else [year]:
        found += duplicates.find(register, of_year)
    return found


class YearChecks:
    """The findings of a year, found again after each act by looking at what was touched only.

    What was touched the journal says: it makes no difference who wrote, here or elsewhere.
    """

    def __init__(self, register: Register, year: int) -> None:
        self.register = register
        self.year = year
        self._change_seq: int | None = None
        self._rebuilt = register.rebuilt
        self._events: dict[int, CheckedEvent] = {}
        self._pairs: duplicates.Pairs = {}
        self._lock = Lock()

    def findings(self) -> list[Finding]:
        """Return what `check_all` does, in any thread; the first time it takes as long.

        Reads are short, however many events there are: an edit meanwhile is not kept waiting, and
        is looked at the next time.
        """
        with self._lock:
            # What was put right in the file itself no step tells of.
            rebuilt = self.register.rebuilt
            since = self._change_seq if rebuilt == self._rebuilt else None
            seen, touched = self.register.read(_touched_since, since)
            if touched is None:
                self._pairs = duplicates.pairs(self.register, self.year)
                self._events = {}
                for part in batches(self.register.read(event_counts.ids_of, self.year), _PART):
                    self._check(part)
            else:
                self._pairs = self.register.read(
                    duplicates.pairs_again, self.year, self._pairs, touched
                )
            # One event of each cell is always read: it says that the cell has events.
            of_cells = self.register.read(event_counts.one_of_each_cell, self.year)
            content = self._check(touched or (), of_cells)
            # Only now: what a read that failed did not look at is touched the next time too.
            self._change_seq, self._rebuilt = seen, rebuilt
            words = self.register.read(lexicon.of_register)
            found = arrange(content, self._events, lexicon=words, spelling=spelling)
            kept = self.register.read(accepting.without_accepted, found)
            return kept + self.register.read(duplicates.findings, self.year, self._pairs)

    def _check(self, ids: Collection[int], others: Collection[int] = ()) -> RegisterContent:
        """Look at some events anew; return the register with these and others alone."""
        content = self.register.read(queries.content, self.year, {*ids, *others})
        for number in ids:
            self._events.pop(number, None)
        events = tuple(event for event in content.events if event.id in ids)
        self._events |= check_events(replace(content, events=events), spelling)
        return content


def _touched_since(connection: Connection, change_seq: int | None) -> tuple[int, set[int] | None]:
    """Return the newest change number, and the events touched since another; None: any may be."""
    newest = queries.register_identity(connection)[1]
    if change_seq is None:
        return newest, None
    return newest, events_since(connection, change_seq, _MOST_CHANGES)


def doubtful(findings: list[Finding]) -> list[Finding]:
    """Return the errors and warnings: what a clerk should look at; notes only inform."""
    return [finding for finding in findings if finding.severity is not Severity.NOTE]


def by_place(register: Register, findings: list[Finding]) -> dict[Scope, list[Finding]]:
    """Return the findings by the place of the tree where their records are seen."""
    return register.read(_by_place, findings)


def _by_place(connection: Connection, findings: list[Finding]) -> dict[Scope, list[Finding]]:
    found: dict[Scope, list[Finding]] = defaultdict(list)
    for finding in findings:
        place = event_queries.place_of(connection, finding.table, finding.record)
        if place is not None:
            found[place[0]].append(finding)
    return dict(found)
