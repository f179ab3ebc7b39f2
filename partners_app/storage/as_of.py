"""The register as it was after an earlier step: what two later states are compared with.

Nothing is kept for it: the rows of today, with the later changes inverted, newest first.
"""

from sqlalchemy import Connection, func, select

from partners_app.domain.incoming import Origin
from partners_app.domain.records import RegisterContent
from partners_app.domain.row_records import content_from_rows
from partners_app.storage.journal import decode_row, squashed_until
from partners_app.storage.queries import (
    CONTENT_TABLES,
    DEFAULT_TITLE,
    TITLE,
    Rows,
    register_identity,
    rows_of,
)
from partners_app.storage.schema import change, operation, setting
from partners_app.storage.unseen import step_uuid


def origin(connection: Connection) -> Origin:
    """Return what an export of the register as it is now says of where it comes from."""
    register_uuid, change_seq = register_identity(connection)
    return Origin(register_uuid, change_seq, step_uuid(connection, change_seq) or "")


def has_step(connection: Connection, export: Origin) -> bool:
    """Tell whether the step of an export's number is the one that it was made after.

    Not where a backup was restored since, and others have written in its place. An export that
    names the number alone is taken at its word.
    """
    return export.step_uuid in ("", step_uuid(connection, export.change_seq))


def content_as_of(connection: Connection, change_seq: int) -> RegisterContent | None:
    """Return the records as they were after the step with a change number.

    None when the file has no such step: it does not reach back that far, or never came so far;
    or when what was before the next one is no longer kept.
    """
    # As it was after the newest of the squashed steps is still known.
    oldest, newest = connection.execute(
        select(
            func.min(operation.c.change_seq).filter(operation.c.id >= squashed_until(connection)),
            func.max(operation.c.change_seq),
        )
    ).one()
    if oldest is None or not oldest <= change_seq <= newest:
        return None
    tables = (*CONTENT_TABLES, setting)
    rows = {table.name: rows_of(connection, table) for table in tables}
    later = (
        select(change.c.table_name, change.c.row_id, change.c.before, change.c.after)
        .join(operation, operation.c.id == change.c.operation_id)
        .where(operation.c.change_seq > change_seq, change.c.table_name.in_(rows))
        .order_by(change.c.id.desc())
    )
    for table, row_id, before, after in connection.execute(later):
        _take_back(rows[table], row_id, before, after)
    return content_from_rows(_title(rows.pop(setting.name)), rows)


def content_of_export(connection: Connection, export: Origin) -> RegisterContent | None:
    """Return the records as they were when an export was made of this register; None as above."""
    return content_as_of(connection, export.change_seq) if has_step(connection, export) else None


def _take_back(rows: Rows, row_id: int, before: str | None, after: str | None) -> None:
    fields = decode_row(before)
    if fields is None:
        rows.pop(row_id, None)
    elif after is None:
        rows[row_id] = dict(fields)
    elif row_id in rows:
        rows[row_id].update(fields)


def _title(settings: Rows) -> str:
    titles = [row["value"] for _, row in sorted(settings.items()) if row["key"] == TITLE]
    return str(titles[-1]) if titles else DEFAULT_TITLE
