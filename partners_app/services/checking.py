"""Findings before a report, for the window and the command line."""

from collections import defaultdict
from threading import Lock

from partners_app.domain.checks import check_content
from partners_app.domain.findings import Finding, Severity
from partners_app.services import duplicates
from partners_app.services.register import Register
from partners_app.storage import event_queries, queries
from partners_app.storage.engine import Connection
from partners_app.storage.event_queries import Scope
from partners_app.storage.touched import events_since

_MOST_CHANGES = 200
"""After more changes than this all events are looked at again."""


def check(register: Register, year: int | None) -> list[Finding]:
    """Return what is doubtful in the register, in report order; None means the events of all years.

    With a year, partners without events in it are named too.
    """
    return check_content(register.read(queries.content, year=year))


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
        """Return what `check_all` does, in any thread; the first time it takes as long."""
        with self._lock:
            return self.register.read(self._findings)

    def _findings(self, connection: Connection) -> list[Finding]:
        touched = None
        if self._change_seq is not None:
            touched = events_since(connection, self._change_seq, _MOST_CHANGES)
        wanted = None
        if touched is None:
            self._pairs = duplicates.pairs(connection, self.year)
        else:
            self._pairs = duplicates.pairs_again(connection, self.year, self._pairs, touched)
            # An event that nothing was wrong with is right still; one of each cell says that it
            # has events.
            of_cells = event_queries.one_of_each_cell(connection, self.year)
            wanted = self._doubtful | touched | of_cells
        content = queries.content(connection, self.year, wanted)
        found = check_content(content)
        records = {finding.record for finding in found if finding.table == "event"}
        self._doubtful = {event.id for event in content.events if event.uuid in records}
        self._change_seq = queries.register_identity(connection)[1]
        return found + duplicates.findings(connection, self.year, self._pairs)


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
