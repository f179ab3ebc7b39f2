"""Which events the steps after a change number say something about, whoever made them."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, exists, or_, select

from partners_app.domain.vocabulary import OperationKind
from partners_app.storage.journal import decode_row
from partners_app.storage.schema import (
    JOURNALLED,
    change,
    event,
    event_link,
    operation,
    partner,
)
from partners_app.storage.search import batches

_BELONGS_TO = {
    "event_link": ("event",),
    "other_name": ("country", "partner"),
    "agreement_date": ("agreement",),
    "agreement": ("partner",),
    "partner": ("country",),
}
"""What an event says is compared with these, or they place it: the records they belong to."""


def events_since(connection: Connection, change_seq: int, most: int) -> set[int] | None:
    """Return the ids of the events that steps after ``change_seq`` wrote, placed or accepted.

    Where they wrote a country, its partners or their agreements, its events are among them: what
    an event says is compared with those. None when any event may be one: after more than ``most``
    changes all may as well be looked at, and an erasure does not tell what it wrote.
    """
    since = operation.c.change_seq > change_seq
    erased = operation.c.kind == OperationKind.ERASURE.value
    if connection.execute(select(exists().where(since, erased))).scalar():
        return None
    query = (
        select(change.c.table_name, change.c.row_id, change.c.before, change.c.after)
        .join(operation, operation.c.id == change.c.operation_id)
        .where(since)
        .limit(most + 1)
    )
    uuids: set[object] = set()
    written: dict[str, set[int]] = defaultdict(set)
    changes = connection.execute(query).all()
    if len(changes) > most:
        return None
    for table, row_id, before, after in changes:
        written[table].add(row_id)
        # Rows of other tables are not decoded: an edition's is as long as a whole report.
        read = table in _BELONGS_TO or table == "accepted_finding"
        for row in (decode_row(before), decode_row(after)) if read else ():
            if row is None:
                continue
            if table == "accepted_finding":
                uuids |= {row.get("record_uuid"), row.get("field")}
            for owner in _BELONGS_TO.get(table, ()):
                if isinstance(number := row.get(f"{owner}_id"), int):
                    written[owner].add(number)
    # Where a change of a row does not name what it belongs to, the row does.
    for table, owners in _BELONGS_TO.items():
        for owner in owners:
            written[owner] |= _owners(connection, table, owner, written[table])
    accepted = select(event.c.id).where(event.c.uuid.in_(sorted(map(str, uuids - {None}))))
    found = written["event"] | set(connection.execute(accepted).scalars())
    return found | set(_events_of(connection, written["country"]))


def _owners(connection: Connection, table: str, owner: str, ids: Iterable[int]) -> set[int]:
    """Return the ids of the records that some rows of a table belong to."""
    columns = JOURNALLED[table].c
    found: set[int | None] = set()
    for part in batches(sorted(ids)):
        of_part = select(columns[f"{owner}_id"]).where(columns.id.in_(part))
        found.update(connection.execute(of_part).scalars())
    return {number for number in found if number is not None}


def _events_of(connection: Connection, lands: Iterable[int]) -> Iterable[int]:
    for part in batches(sorted(lands)):
        cities = select(partner.c.id).where(partner.c.country_id.in_(part))
        stands = or_(event_link.c.partner_id.in_(cities), event_link.c.country_id.in_(part))
        yield from connection.execute(select(event_link.c.event_id).where(stands)).scalars()
