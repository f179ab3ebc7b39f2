"""Findings before a report, for the window and the command line."""

from partners_app.domain.checks import check_content
from partners_app.domain.findings import Finding
from partners_app.services.register import Register
from partners_app.storage import queries


def check(register: Register, year: int | None) -> list[Finding]:
    """Return what is doubtful in the register, in report order; None means the events of all years.

    With a year, partners without events in it are named too.
    """
    return check_content(register.read(queries.content, year=year))
