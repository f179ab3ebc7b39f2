"""The places of events: rows that put an event into the cell of a partner or a country."""

from uuid import uuid4

from partners_app.domain.changes import Value
from partners_app.storage.event_queries import Scope, ScopeKind


def cell_of(scope: Scope) -> tuple[str, int]:
    """Return the table and the id of the partner or country that a cell belongs to."""
    if scope.kind not in (ScopeKind.PARTNER, ScopeKind.COUNTRY) or scope.id is None:
        raise ValueError("an event stands in the cell of a partner or a country")
    return scope.kind.value, scope.id


def link_row(scope: Scope, event_id: int, position: int) -> dict[str, Value]:
    """Return the row that puts an event into the cell of a partner or a country."""
    owner, owner_id = cell_of(scope)
    return {
        "uuid": str(uuid4()),
        "event_id": event_id,
        "partner_id": owner_id if owner == "partner" else None,
        "country_id": owner_id if owner == "country" else None,
        "position": position,
    }
