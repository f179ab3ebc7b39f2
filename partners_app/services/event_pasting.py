"""Events out of a pasted text: what it holds, what is doubtful about it, and adding them."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from partners_app.domain.changes import ChangeSet
from partners_app.domain.event_likeness import ComparedEvent, alike
from partners_app.domain.event_text import split_events
from partners_app.domain.partial_date import PartialDate
from partners_app.services import events
from partners_app.services.event_rows import cell_of
from partners_app.services.register import Register
from partners_app.storage import event_queries, queries
from partners_app.storage.engine import Connection
from partners_app.storage.event_queries import Scope

__all__ = ["PasteDoubt", "PastedEvent", "add_pasted", "read_pasted"]


class PasteDoubt(StrEnum):
    """What a clerk should look at before an event of a pasted text is added."""

    NO_DATE = "no_date"
    UNREADABLE_DATE = "unreadable_date"
    OUTSIDE_YEAR = "outside_year"
    ALREADY_THERE = "already_there"
    TWICE_IN_TEXT = "twice_in_text"


@dataclass(frozen=True, slots=True)
class PastedEvent:
    """One event that was found in a pasted text; a lead («•», «1) ») is left out."""

    date: PartialDate
    text: str
    doubts: tuple[PasteDoubt, ...] = ()

    @property
    def proposed(self) -> bool:
        """Whether it should be added unless a clerk says no."""
        unwanted = (PasteDoubt.NO_DATE, PasteDoubt.ALREADY_THERE, PasteDoubt.TWICE_IN_TEXT)
        return not any(doubt in unwanted for doubt in self.doubts)


def read_pasted(register: Register, scope: Scope, year: int, text: str) -> tuple[PastedEvent, ...]:
    """Return the events of a text, in its order, as they would be added to a partner or country.

    Nothing is written. Each event is compared with the text's own and with those of the cell.
    """
    there = register.read(_events_of_cell, scope, year)
    found: list[PastedEvent] = []
    seen: list[ComparedEvent] = []
    for piece in split_events(_unquoted(text), year=year):
        compared = ComparedEvent(0, piece.date, piece.text)
        doubts = _doubts_of_date(piece.date, year)
        if any(alike(one, compared) for one in there):
            doubts.append(PasteDoubt.ALREADY_THERE)
        elif any(_same(one, compared) for one in seen):
            doubts.append(PasteDoubt.TWICE_IN_TEXT)
        seen.append(compared)
        found.append(PastedEvent(piece.date, piece.text, tuple(doubts)))
    return tuple(found)


def _unquoted(text: str) -> str:
    """Return the cells of a block that an office program has quoted, one below the other.

    It does so with every cell of several lines; other texts come back as they are.
    """
    bare = text.strip()
    if not (bare.startswith('"') and bare.endswith('"') and len(bare) > 1):
        return text
    try:
        rows = list(csv.reader(bare.splitlines(keepends=True), dialect="excel-tab", strict=True))
    except csv.Error:
        return text
    return "\n".join(" ".join(cell for cell in row if cell) for row in rows)


def _events_of_cell(connection: Connection, scope: Scope, year: int) -> list[ComparedEvent]:
    owner, owner_id = cell_of(scope)
    cell = event_queries.cell_of_year(connection, owner, owner_id, year)
    found = queries.events(connection, [event_id for _, event_id, _ in cell])
    return [ComparedEvent(item.id, item.date, item.text) for item in found.values()]


def _doubts_of_date(date: PartialDate, year: int) -> list[PasteDoubt]:
    if not date.text.strip():
        return [PasteDoubt.NO_DATE]
    if date.earliest is None or date.latest is None:
        return [PasteDoubt.UNREADABLE_DATE]
    if not date.earliest.year <= year <= date.latest.year:
        return [PasteDoubt.OUTSIDE_YEAR]
    return []


def _same(first: ComparedEvent, second: ComparedEvent) -> bool:
    return first.date.text == second.date.text and first.text == second.text


def add_pasted(
    register: Register,
    scope: Scope,
    year: int,
    pasted: Sequence[PastedEvent],
    *,
    after: int | None = None,
) -> ChangeSet:
    """Add events to the cell of a partner or a country in their order, in one step.

    They stand behind the event ``after``, or at the cell's end. RecordMissing when the partner or
    country is not there any more; no event writes nothing.
    """
    new = [{"date": item.date.text, "text": item.text} for item in pasted]
    return events.add_many(register, scope, year, new, after=after)
