"""Findings before a report, for the window and the command line."""

from collections import defaultdict

from partners_app.domain.checks import check_content
from partners_app.domain.findings import Finding, Severity
from partners_app.services import duplicates
from partners_app.services.register import Register
from partners_app.storage import event_queries, queries
from partners_app.storage.engine import Connection
from partners_app.storage.event_queries import Scope


def check(register: Register, year: int | None) -> list[Finding]:
    """Return what is doubtful in the register, in report order; None means the events of all years.

    With a year, partners without events in it are named too.
    """
    return check_content(register.read(queries.content, year=year))


def check_all(register: Register, year: int) -> list[Finding]:
    """Return what is doubtful in a year, events that may be entered twice too."""
    return check(register, year) + duplicates.find(register, year)


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
