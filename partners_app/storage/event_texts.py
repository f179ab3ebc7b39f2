"""What events say, for comparing them with one another: few columns, one select a year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from partners_app.domain.partial_date import PartialDate
from partners_app.storage import search
from partners_app.storage.schema import accepted_finding, country, event, event_link, partner
from partners_app.storage.search import batches

_HITS = 2_000


@dataclass(frozen=True, slots=True)
class EventText:
    """An event's date and text; the date has its wording and its days, and no more."""

    id: int
    uuid: str
    date: PartialDate
    text: str


_QUERY = select(
    event.c.id,
    event.c.uuid,
    event.c.text,
    event.c.date_text,
    event.c.date_earliest,
    event.c.date_latest,
).order_by(event.c.id)


def event_texts(connection: Connection, year: int) -> list[EventText]:
    """Return the events of a year in the order in which they were entered."""
    return _texts(connection, event.c.report_year == year)


def texts_of(connection: Connection, year: int, ids: Iterable[int]) -> dict[int, EventText]:
    """Return those events of the ids that are of a year, by id."""
    of_year = event.c.report_year + 0 == year
    found: list[EventText] = []
    for part in batches(sorted(set(ids))):
        found += _texts(connection, event.c.id.in_(part), of_year)
    return {item.id: item for item in found}


def _texts(connection: Connection, *conditions: ColumnElement[bool]) -> list[EventText]:
    return [
        EventText(row_id, uuid, PartialDate(wording, None, _day(earliest), _day(latest)), text)
        for row_id, uuid, text, wording, earliest, latest in connection.execute(
            _QUERY.where(*conditions)
        )
    ]


def holding(connection: Connection, year: int, beginnings: Sequence[str], most: int) -> list[int]:
    """Return ids of events of a year whose text holds words with all the beginnings, folded.

    At most ``most``, and of the newest hits of all years only.
    """
    hits = search.rowid_in_matches("event", event.c.id, most=_HITS)
    query = select(event.c.id).where(hits, event.c.report_year + 0 == year).limit(most)
    expression = f"main : ({search.match_beginnings(beginnings)})"
    return list(connection.execute(query, {"search_query": expression}).scalars())


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)


def first_places(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Return the country and the partner («» for a country as a whole) each event stands under."""
    found: dict[int, tuple[str, str]] = {}
    for part in batches(sorted(set(ids))):
        query = (
            select(event_link.c.event_id, country.c.name, partner.c.name)
            .outerjoin_from(event_link, partner, partner.c.id == event_link.c.partner_id)
            .join(
                country,
                (country.c.id == event_link.c.country_id) | (country.c.id == partner.c.country_id),
            )
            .where(event_link.c.event_id.in_(part))
            .order_by(event_link.c.id)
        )
        for event_id, land, name in connection.execute(query):
            found.setdefault(event_id, (land, name or ""))
    return found


def accepted(connection: Connection, code: str) -> set[tuple[str, str, str]]:
    """Return what was accepted under a finding's code: uuid of the record, field, digest."""
    columns = accepted_finding.c
    query = select(columns.record_uuid, columns.field, columns.text_digest)
    return {
        (uuid, field, digest)
        for uuid, field, digest in connection.execute(query.where(columns.code == code))
    }
