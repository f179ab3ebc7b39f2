"""Reads of editions: the list is told without their tables and workbooks."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from partners_app.domain.edition import Edition, facts_from_json
from partners_app.domain.errors import EditionUnreadable, RecordMissing
from partners_app.storage.schema import edition

_TOLD = [
    edition.c[name]
    for name in (
        *("id", "uuid", "year", "title", "issued_at", "author", "remark"),
        *("options", "workbook_sha256", "app_version"),
    )
]


def editions(connection: Connection) -> list[Edition]:
    """Return all editions, of each year the newest first and the newest year before others."""
    query = select(*_TOLD).order_by(edition.c.year.desc(), edition.c.id.desc())
    return [_edition(row) for row in connection.execute(query)]


def edition_by_id(connection: Connection, edition_id: int) -> Edition:
    """Return one edition; RecordMissing when it is not there (any more)."""
    return _edition(_one(connection, select(*_TOLD), edition_id))


def report_text(connection: Connection, edition_id: int) -> str:
    """Return the report of an edition as it is kept; RecordMissing when it is not there."""
    return str(_one(connection, select(edition.c.report), edition_id)[0])


def workbook(connection: Connection, edition_id: int) -> tuple[bytes, str]:
    """Return the workbook of an edition and the SHA-256 that it had; RecordMissing as above."""
    query = select(edition.c.workbook, edition.c.workbook_sha256)
    content, sha256 = _one(connection, query, edition_id)
    return bytes(content), str(sha256)


def _one(connection: Connection, query: Select[Any], edition_id: int) -> Any:
    row = connection.execute(query.where(edition.c.id == edition_id)).first()
    if row is None:
        raise RecordMissing("edition", edition_id)
    return row


def _edition(row: Any) -> Edition:
    try:
        facts = facts_from_json(row.options)
    except EditionUnreadable:
        # The others are listed all the same, and this one's workbook may still be whole.
        facts = None
    return Edition(
        row.id,
        row.uuid,
        row.year,
        row.title,
        datetime.fromisoformat(row.issued_at),
        row.author,
        row.remark,
        facts,
        row.workbook_sha256,
        row.app_version,
    )
