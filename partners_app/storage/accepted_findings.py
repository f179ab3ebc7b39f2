"""What was accepted of the findings, with who did it and when."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from partners_app.storage.schema import accepted_finding


class AcceptedRow(NamedTuple):
    """One row of the table; ``at`` is in UTC."""

    uuid: str
    code: str
    table: str
    record: str
    field: str
    digest: str
    reason: str
    author: str
    at: datetime


def accepted_rows(connection: Connection) -> list[AcceptedRow]:
    """Return everything that was accepted, the newest first."""
    columns = accepted_finding.c
    query = select(
        columns.uuid,
        columns.code,
        columns.record_table,
        columns.record_uuid,
        columns.field,
        columns.text_digest,
        columns.reason,
        columns.created_by,
        columns.created_at,
    ).order_by(columns.id.desc())
    return [
        AcceptedRow(*row[:8], datetime.fromisoformat(row[8])) for row in connection.execute(query)
    ]
