"""What somebody means to write, and what somebody else wrote there before it was seen."""

from dataclasses import dataclass

from partners_app.domain.changes import Change, Row


@dataclass(frozen=True, slots=True)
class Conflict:
    """One row that an act would change although others have written in it unseen.

    ``change`` is the act: its ``before`` is what the others wrote, its ``after`` what it means to
    write (None: to delete the row). ``seen`` holds, for the fields that both changed, what its user
    was shown; nothing when the row was not there yet. ``author`` wrote last, ``at`` (ISO 8601).
    """

    change: Change
    seen: Row
    author: str
    at: str
