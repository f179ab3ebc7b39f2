"""Which events the steps after a change number say something about, whoever made them."""

from collections.abc import Iterable

from sqlalchemy import Connection, or_, select

from partners_app.domain.changes import Row
from partners_app.storage.journal import decode_row
from partners_app.storage.schema import (
    agreement,
    agreement_date,
    change,
    event,
    event_link,
    operation,
    partner,
)
from partners_app.storage.search import batches

_ABOUT_PARTNERS = frozenset(["country", "partner", "other_name", "agreement", "agreement_date"])


def events_since(connection: Connection, change_seq: int, most: int) -> set[int] | None:
    """Return the ids of the events that steps after ``change_seq`` wrote, placed or accepted.

    Where they wrote a country, its partners or their agreements, its events are among them: what
    an event says is compared with those. None when there are more than ``most`` changes: then all
    events may as well be looked at.
    """
    query = (
        select(change.c.table_name, change.c.row_id, change.c.before, change.c.after)
        .join(operation, operation.c.id == change.c.operation_id)
        .where(operation.c.change_seq > change_seq)
        .limit(most + 1)
    )
    found: set[int] = set()
    uuids: set[object] = set()
    owners: dict[str, set[int]] = {name: set() for name in _OWNER_FIELDS.values()}
    changes = connection.execute(query).all()
    if len(changes) > most:
        return None
    for table, row_id, before, after in changes:
        if table == "event":
            found.add(row_id)
        if table in owners:
            owners[table].add(row_id)
        # Rows of other tables are not decoded: an edition's is as long as a whole report.
        read = table in _ABOUT_PARTNERS or table in ("event_link", "accepted_finding")
        for row in (decode_row(before), decode_row(after)) if read else ():
            if table == "event_link":
                found |= _event_of(row)
            elif table == "accepted_finding" and row is not None:
                uuids |= {row.get("record_uuid"), row.get("field")}
            elif row is not None:
                for field, owner in _OWNER_FIELDS.items():
                    if isinstance(number := row.get(field), int):
                        owners[owner].add(number)
        if table == "agreement_date":
            dated = select(agreement_date.c.agreement_id).where(agreement_date.c.id == row_id)
            owners["agreement"].update(connection.execute(dated).scalars())
    accepted = select(event.c.id).where(event.c.uuid.in_(sorted(map(str, uuids - {None}))))
    found.update(connection.execute(accepted).scalars())
    return found | _events_around(connection, owners)


_OWNER_FIELDS = {"agreement_id": "agreement", "partner_id": "partner", "country_id": "country"}


def _events_around(connection: Connection, owners: dict[str, set[int]]) -> set[int]:
    """Return the events of the countries that some agreements, partners and countries belong to."""
    partners, lands = owners["partner"], owners["country"]
    for part in batches(sorted(owners["agreement"])):
        of_part = select(agreement.c.partner_id).where(agreement.c.id.in_(part))
        partners.update(connection.execute(of_part).scalars())
    for part in batches(sorted(partners)):
        of_part = select(partner.c.country_id).where(partner.c.id.in_(part))
        lands.update(connection.execute(of_part).scalars())
    return set(_events_of(connection, lands))


def _events_of(connection: Connection, lands: Iterable[int]) -> Iterable[int]:
    for part in batches(sorted(lands)):
        cities = select(partner.c.id).where(partner.c.country_id.in_(part))
        stands = or_(event_link.c.partner_id.in_(cities), event_link.c.country_id.in_(part))
        yield from connection.execute(select(event_link.c.event_id).where(stands)).scalars()


def _event_of(row: Row | None) -> set[int]:
    event_id = None if row is None else row.get("event_id")
    return {event_id} if isinstance(event_id, int) else set()
