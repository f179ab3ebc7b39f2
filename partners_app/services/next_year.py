"""The next year: the same partners and agreements, and of the events only those that are chosen.

Partners and agreements belong to no year, so that a new year is there as soon as it is looked at;
what is written are the chosen events and a title that names the year.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partners_app.domain.changes import Change, ChangeSet, update
from partners_app.domain.errors import ReportImpossible
from partners_app.domain.report import LAST_YEAR, build_report
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.event_places import copies_in_year
from partners_app.services.register import Register
from partners_app.storage import event_queries, queries
from partners_app.storage.engine import Connection
from partners_app.storage.event_queries import Scope

__all__ = ["Frame", "RepeatedEvent", "frame_of", "open_year"]


@dataclass(frozen=True, slots=True)
class RepeatedEvent:
    """An event of the year that is over, which may take place again."""

    id: int
    text: str
    country: str
    partner: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the next year begins with.

    ``title`` is the one that the reports will have, ``title_now`` the present one; they differ
    where it names the year that is over. ``events_there`` are those of the next year already.
    """

    year: int
    partners: int
    agreements: int
    title_now: str
    title: str
    events_there: int
    events: tuple[RepeatedEvent, ...]


def frame_of(register: Register, year: int) -> Frame:
    """Return what the year after ``year`` begins with, the events in report order.

    Raises ReportImpossible when there is no such year of four digits.
    """
    if year >= LAST_YEAR:
        raise ReportImpossible("year", str(year + 1))
    return register.read(_frame, year)


def _frame(connection: Connection, year: int) -> Frame:
    content = queries.content(connection, year)
    numbers = {event.uuid: event.id for event in content.events}
    events = tuple(
        RepeatedEvent(numbers[event.uuid], event.text, country.name, block.name)
        for country in build_report(content, year).countries
        for block in country.blocks
        for event in block.events
    )
    there = event_queries.event_count(connection, Scope(), year + 1)
    title = _title(content.title, year)
    counts = len(content.partners), len(content.agreements)
    return Frame(year + 1, *counts, content.title, title, there, events)


def _title(title: str, year: int) -> str:
    return re.sub(rf"(?<!\d){year}(?!\d)", str(year + 1), title)


def open_year(register: Register, year: int, event_ids: Sequence[int]) -> ChangeSet:
    """Write what the year after ``year`` begins with, in one step: copies of events, the title.

    Nothing is written where no event is chosen and the title names no year. RecordMissing when an
    event is gone.
    """
    changes: list[Change] = copies_in_year(register, event_ids, year + 1)
    found = register.read(queries.setting_row, queries.TITLE)
    if found is not None:
        row_id, row = found
        title = update("setting", row_id, row, {**row, "value": _title(row["value"], year)})
        changes += [] if title is None else [title]
    kind = OperationKind.ADD if event_ids else OperationKind.SETTINGS
    subject, label = ("event", str(len(event_ids))) if event_ids else ("setting", "")
    return register.apply(ChangeSet(kind, tuple(changes), subject, label))
