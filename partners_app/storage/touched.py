"""Which events the steps after a change number say something about, whoever made them."""

from sqlalchemy import Connection, select

from partners_app.domain.changes import Row
from partners_app.storage.journal import decode_row
from partners_app.storage.schema import change, event, operation


def events_since(connection: Connection, change_seq: int, most: int) -> set[int] | None:
    """Return the ids of the events that steps after ``change_seq`` wrote, placed or accepted.

    None when there are more than ``most`` changes: then all events may as well be looked at.
    """
    query = (
        select(change.c.table_name, change.c.row_id, change.c.before, change.c.after)
        .join(operation, operation.c.id == change.c.operation_id)
        .where(operation.c.change_seq > change_seq)
        .limit(most + 1)
    )
    found: set[int] = set()
    uuids: set[object] = set()
    changes = connection.execute(query).all()
    if len(changes) > most:
        return None
    for table, row_id, before, after in changes:
        if table == "event":
            found.add(row_id)
        # Rows of other tables are not decoded: an edition's is as long as a whole report.
        elif table in ("event_link", "accepted_finding"):
            for row in (decode_row(before), decode_row(after)):
                if table == "event_link":
                    found |= _event_of(row)
                elif row is not None:
                    uuids |= {row.get("record_uuid"), row.get("field")}
    accepted = select(event.c.id).where(event.c.uuid.in_(sorted(map(str, uuids - {None}))))
    return found.union(connection.execute(accepted).scalars())


def _event_of(row: Row | None) -> set[int]:
    event_id = None if row is None else row.get("event_id")
    return {event_id} if isinstance(event_id, int) else set()
