"""Findings before a report, for the window and the command line."""

from collections import defaultdict
from threading import Lock

from partners_app.domain.checks import check_content
from partners_app.domain.findings import Finding, Severity
from partners_app.services import accepting, duplicates
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
    found = check_content(register.read(queries.content, year=year))
    return register.read(accepting.without_accepted, found)


def check_all(register: Register, year: int) -> list[Finding]:
    """Return what is doubtful in a year, events that may be entered twice too."""
    return check(register, year) + duplicates.find(register, year)


class YearChecks:
    """The findings of a year, found again after each act by looking at what was touched only.

    What was touched the journal says: it makes no difference who wrote, here or elsewhere.
    """

    def __init__(self, register: Register, year: int) -> None:
        self.register = register
        self.year = year
        self._change_seq: int | None = None
        self._doubtful: set[int] = set()
        self._pairs: duplicates.Pairs = {}
        self._lock = Lock()

    def findings(self) -> list[Finding]:
        """Return what `check_all` does, in any thread; the first time it takes as long.

        Reads are short, however many events there are: an edit meanwhile is not kept waiting, and
        is looked at the next time.
        """
        with self._lock:
            seen, touched = self.register.read(_touched_since, self._change_seq)
            # One event of each cell is always looked at: it says that the cell has events.
            of_cells = self.register.read(event_counts.one_of_each_cell, self.year)
            if touched is None:
                self._pairs = duplicates.pairs(self.register, self.year)
                self._doubtful = self._doubtful_of_all(of_cells)
            else:
                self._pairs = self.register.read(
                    duplicates.pairs_again, self.year, self._pairs, touched
                )
                self._doubtful |= touched
            self._change_seq = seen
            found, self._doubtful = self._check(self._doubtful | of_cells)
            kept = self.register.read(accepting.without_accepted, found)
            return kept + self.register.read(duplicates.findings, self.year, self._pairs)

    def _doubtful_of_all(self, of_cells: set[int]) -> set[int]:
        doubtful: set[int] = set()
        for part in batches(self.register.read(event_counts.ids_of, self.year), _PART):
            doubtful |= self._check(of_cells.union(part))[1]
        return doubtful

    def _check(self, ids: set[int]) -> tuple[list[Finding], set[int]]:
        """Return what is doubtful if no other events are, and the ids of events that are."""
        content = self.register.read(queries.content, self.year, ids)
        found = check_content(content)
        records = {finding.record for finding in found if finding.table == "event"}
        return found, {event.id for event in content.events if event.uuid in records}


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
