"""What is wrong with a register's file and with what its rows say together: looked at, not changed.

``verify`` stops at the first thing that is out of order; here each is found and counted, so that it
can be repaired. What follows from other damage is not looked for where that is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from random import Random

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.changes import Row
from partners_app.domain.content_rows import TABLES
from partners_app.domain.content_tables import label_of_row
from partners_app.domain.date_grammar import DateProblem
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.names import fold
from partners_app.domain.partial_date import unreadable_reason
from partners_app.domain.rescue import orphans, without_a_cell
from partners_app.storage import engine, search
from partners_app.storage.consistency import (
    broken_steps,
    differences,
    stale_derived,
    steps_are_sealed,
)
from partners_app.storage.derived import DATES, date_of
from partners_app.storage.journal import rows_by_id
from partners_app.storage.schema import JOURNALLED, operation, own_fields

_MOST_LINES = 100
SAMPLE_ROWS, _SAMPLE_STEPS = 300, 20
"""Of a sample; each row is compared with the steps that made it."""
_OF_INDEX = re.compile("missing from index|wrong # of entries in index|non-unique entry in index")
_OF_ROW = re.compile("(NULL|NUMERIC|TEXT|INTEGER|REAL|non-.*) value in|CHECK constraint failed")
_IMPOSSIBLE = (DateProblem.NO_SUCH_DAY, DateProblem.REVERSED)
_NAMED_STEPS = 8
"""Steps whose numbers are named; of the others it is said that there are more."""

Tables = Mapping[str, Mapping[int, Row]]

LISTS: Mapping[str, tuple[str, ...]] = {
    "region": (),
    "country": ("region_id",),
    "partner": ("country_id",),
    "other_name": ("country_id", "partner_id"),
    "agreement": ("partner_id",),
    "agreement_date": ("agreement_id",),
    "event_link": ("partner_id", "country_id"),
}
"""The tables whose rows have an order number, with the fields that say in which list."""


def inspect(connection: Connection) -> list[Finding]:
    """Return what is out of order in an open register, the file first, then the rows.

    Texts that are none any more are read as they are; nothing is raised because of them.
    """
    read_any_text(connection)
    found = list(_structure(connection))
    if any(finding.code is FindingCode.PAGES_DAMAGED for finding in found):
        return found
    try:
        history = list(_history(connection))
        found += history
        stop_if_unwanted()
        found += _rows(connection, whole=not history)
    except DBAPIError as error:
        # A page that SQLite's own check passed over.
        found.append(_of_file(FindingCode.PAGES_DAMAGED, str(error.orig)))
    return found


def sample_is_whole(connection: Connection, chance: Random) -> bool:
    """Tell whether some rows and steps chosen at random are what journal and digests say.

    What is wrong in one row of a hundred is found the first time, what is wrong in one row alone
    in the course of many openings.
    """
    read_any_text(connection)
    counted = {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in JOURNALLED.items()
    }
    whole = sum(counted.values())
    rows: dict[str, list[int]] = {}
    for name, table in JOURNALLED.items():
        wanted = min(counted[name], -(-counted[name] * SAMPLE_ROWS // max(whole, 1)))
        highest = connection.execute(select(func.max(table.c.id))).scalar_one() or 0
        rows[name] = chance.sample(range(1, highest + 1), min(wanted, highest))
    try:
        if next(differences(connection, rows), None) is not None:
            return False
    except ValueError:
        return False
    numbers = list(connection.execute(select(operation.c.id)).scalars())
    return steps_are_sealed(connection, chance.sample(numbers, min(_SAMPLE_STEPS, len(numbers))))


def read_any_text(connection: Connection) -> None:
    """Let a text that is none any more be read, with a half of a surrogate pair for each byte."""
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.text_factory = lambda text: text.decode("utf-8", "surrogateescape")


def _of_file(code: FindingCode, text: str = "") -> Finding:
    return Finding(code, Severity.ERROR, "", "", values={"text": text})


def _structure(connection: Connection) -> Iterator[Finding]:
    """Give what SQLite's own check says of pages and indexes."""
    found = engine.faults(connection, most=_MOST_LINES)
    lines = [line for line in found if not _OF_ROW.search(line)]
    broken = [line for line in lines if not _OF_INDEX.search(line)]
    if broken:
        # SQLite names tables and pages, no values; one line is enough to ask for help with.
        yield _of_file(FindingCode.PAGES_DAMAGED, broken[0].splitlines()[-1])
    elif lines:
        names = {line.rpartition(" ")[2] for line in lines}
        yield _of_file(FindingCode.INDEX_DAMAGED, ", ".join(sorted(names)))


def _history(connection: Connection) -> Iterator[Finding]:
    steps = sorted(set(broken_steps(connection)))
    if steps:
        named = ", ".join(map(str, steps[:_NAMED_STEPS]))
        more = "…" if len(steps) > _NAMED_STEPS else ""
        yield _of_file(FindingCode.HISTORY_DAMAGED, named + more)


def _rows(connection: Connection, *, whole: bool) -> Iterator[Finding]:
    """Give what is wrong with rows; against the journal only where that is ``whole``."""
    if whole:
        try:
            different = [
                _of_row(
                    FindingCode.ROW_DIFFERS,
                    item.table,
                    item.stated or item.row or {},
                    next(_fields(item.row, item.stated), ""),
                )
                for item in differences(connection)
            ]
        except ValueError:
            yield _of_file(FindingCode.HISTORY_DAMAGED)
            return
        yield from different
        if different:
            return
    for table, row_id, _ in stale_derived(connection):
        row = rows_by_id(connection, JOURNALLED[table], [row_id])[row_id]
        yield _of_row(FindingCode.DERIVED_STALE, table, row)
    if not search.is_current(connection):
        yield _of_file(FindingCode.SEARCH_STALE)
    stop_if_unwanted()
    rows = content_rows(connection)
    yield from chain(_stray(rows), _order(rows), _names(rows), _dates(rows))


def content_rows(connection: Connection) -> dict[str, dict[int, Row]]:
    """Return the rows of records and of their lists, by table and id."""
    found: dict[str, dict[int, Row]] = {}
    for name in TABLES:
        table, fields = JOURNALLED[name], own_fields(JOURNALLED[name])
        columns = [table.c.id, *(table.c[field] for field in fields)]
        found[name] = {
            row[0]: dict(zip(fields, row[1:], strict=True))
            for row in connection.execute(select(*columns))
        }
    return found


def _fields(row: Row | None, stated: Row | None) -> Iterator[str]:
    if row is not None and stated is not None:
        yield from (name for name, value in stated.items() if row[name] != value)


def _of_row(
    code: FindingCode,
    table: str,
    row: Row,
    field: str = "",
    severity: Severity = Severity.ERROR,
    **values: str,
) -> Finding:
    label = label_of_row(table, {"date_text": "", "text": "", **row})
    values = {"text": label.encode("utf-8", "replace").decode(), **values}
    return Finding(code, severity, table, str(row.get("uuid", "")), field, values)


def _stray(rows: Tables) -> Iterator[Finding]:
    for table, row_id, field in orphans(rows):
        yield _of_row(FindingCode.PARENT_GONE, table, rows[table][row_id], field)
    for event_id in without_a_cell(rows):
        yield _of_row(FindingCode.EVENT_WITHOUT_PLACE, "event", rows["event"][event_id])


def unordered(rows: Tables) -> Iterator[tuple[str, list[int]]]:
    """Give the lists that have an order number twice, or one below 1: table, ids in order."""
    for table, fields in LISTS.items():
        lists: dict[tuple[object, ...], list[tuple[int, int]]] = defaultdict(list)
        for row_id, row in rows[table].items():
            position = row["position"]
            owner = tuple(row[field] for field in fields)
            lists[owner].append((position if isinstance(position, int) else 0, row_id))
        for places in lists.values():
            numbers = {number for number, _ in places}
            if len(numbers) < len(places) or min(numbers) < 1:
                yield table, [row_id for _, row_id in sorted(places)]


def _order(rows: Tables) -> Iterator[Finding]:
    for table, ids in unordered(rows):
        yield _of_row(
            FindingCode.ORDER_TWICE,
            table,
            _named(rows, table, rows[table][ids[0]]),
            "position",
            Severity.WARNING,
        )


def _named(rows: Tables, table: str, row: Row) -> Row:
    """Return a row of a list with the name of the record that it belongs to."""
    if table == "event_link":
        return {**row, **rows["event"].get(_number(row["event_id"]), {})}
    if table == "agreement_date":
        return {**row, **rows["agreement"].get(_number(row["agreement_id"]), {})}
    return row


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _names(rows: Tables) -> Iterator[Finding]:
    """Give the records of one list whose names are the same but for case, ё and look-alikes."""
    for table, field in (("country", ""), ("partner", "country_id")):
        named: dict[tuple[object, str], Row] = {}
        for _, row in sorted(rows[table].items()):
            name = str(row["name"] or "")
            key = (row[field] if field else 0, fold(name))
            if name and (first := named.setdefault(key, row)) is not row:
                other = str(first["name"])
                yield _of_row(
                    FindingCode.SAME_NAME, table, row, "name", Severity.WARNING, other=other
                )


def _dates(rows: Tables) -> Iterator[Finding]:
    """Give wordings that name a day that never was, and validities that end before they begin."""
    for table, found in rows.items():
        for row in found.values():
            for field in DATES[table]:
                text = str(row[f"{field}_text"])
                if not text.strip() or date_of(table, field, row).readable:
                    continue
                year = row["report_year"] if table == "event" else None
                reason = unreadable_reason(text, year if isinstance(year, int) else None)
                if reason in _IMPOSSIBLE:
                    code = FindingCode.UNREADABLE_DATE
                    values = {"text": text, "reason": str(reason)}
                    uuid = str(row["uuid"])
                    yield Finding(code, Severity.WARNING, table, uuid, field, values)
    for row in rows["agreement"].values():
        start, end = (date_of("agreement", field, row) for field in ("valid_from", "valid_to"))
        if start.earliest and end.latest and end.latest < start.earliest:
            yield _of_row(
                FindingCode.DATES_REVERSED, "agreement", row, "valid_to", Severity.WARNING
            )
