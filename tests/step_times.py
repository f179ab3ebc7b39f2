"""Registers whose steps were made long ago, as the clocks of the tests cannot wait for it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select, update

from partners_app.services.register import Register
from partners_app.storage import erasure
from partners_app.storage.schema import JOURNALLED, change, operation

LONG_AGO = datetime(2021, 3, 1, tzinfo=UTC)
LATELY = datetime(2030, 5, 2, tzinfo=UTC)


def date_steps(register: Register, last_old: int) -> None:
    """Let the steps up to one be made long ago and the others lately, and records stamped so."""

    def write(connection: Connection) -> int:
        steps = connection.execute(select(operation)).mappings().all()
        for step in steps:
            at = LONG_AGO if step["id"] <= last_old else LATELY
            set_time(connection, step["id"], at + timedelta(hours=step["id"]))
        for name, table in JOURNALLED.items():
            if "created_at" not in table.columns:
                continue
            query = (
                select(change.c.row_id, operation.c.at, operation.c.author)
                .join(operation, operation.c.id == change.c.operation_id)
                .where(change.c.table_name == name)
                .order_by(change.c.id)
            )
            stamps: dict[int, list[tuple[str, str]]] = {}
            for row_id, at_text, author in connection.execute(query):
                stamps.setdefault(row_id, []).append((at_text, author))
            for row_id, ((made, maker), *later) in stamps.items():
                changed, changer = later[-1] if later else (made, maker)
                connection.execute(
                    update(table)
                    .where(table.c.id == row_id)
                    .values(
                        created_at=made, created_by=maker, changed_at=changed, changed_by=changer
                    )
                )
        return len(steps)

    register.rebuild(write)


def set_time(connection: Connection, step_id: int, at: datetime) -> None:
    """Let one step be made at another time."""
    (step,) = connection.execute(select(operation).where(operation.c.id == step_id)).mappings()
    stamp = at.isoformat(timespec="milliseconds")
    connection.execute(update(operation).where(operation.c.id == step_id).values(at=stamp))
    erasure.seal(connection, {**step, "at": stamp})
