"""Findings that a clerk accepts with a reason: they stay away until their text changes.

Of a finding its code, its record and field are kept, with two digests: of the field's text, and of
what tells the finding from others about that text (the place in it …).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Row, Value
from partners_app.domain.errors import RecordMissing
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import duplicates
from partners_app.services.register import Register
from partners_app.services.row_changes import shortened
from partners_app.storage import rows
from partners_app.storage.accepted_findings import AcceptedRow, accepted_rows
from partners_app.storage.engine import Connection

__all__ = ["Accepted", "accept", "accepted", "withdraw", "without_accepted"]

_OF_THE_WORD = FindingCode.ABBREVIATION_UNEXPLAINED
"""Told once of a register, wherever the word stands first: accepted, it is in all its places."""

_CITED = ("at", "found", "sign", "year")
"""What tells a finding from others about its text: of the rest, nothing that is said of another
record, another name or the dictionary makes an accepted finding another one."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """One acceptance; ``at`` is in UTC, ``holds`` tells whether its text is what it was.

    ``code`` is a FindingCode's value. Of two events kept as two ``field`` is the uuid of the other.
    """

    uuid: str
    code: str
    table: str
    record: str
    field: str
    reason: str
    author: str
    at: datetime
    holds: bool


def accept(register: Register, finding: Finding, reason: str) -> ChangeSet:
    """Keep a finding away until its text changes; RecordMissing when its record is gone.

    What is accepted already is no step.
    """
    found = register.read(rows.by_uuid, finding.table, [finding.record])
    if finding.record not in found:
        raise RecordMissing(finding.table, 0)
    if finding.code is FindingCode.ENTERED_TWICE:
        return _accept_two(register, found[finding.record][0], finding, reason)
    if not register.read(without_accepted, [finding]):
        return ChangeSet(OperationKind.ACCEPT)
    text = register.read(_text_of, finding.table, *found[finding.record], finding.field)
    row: dict[str, Value] = {
        "uuid": str(uuid4()),
        "code": finding.code.value,
        "record_table": finding.table,
        "record_uuid": finding.record,
        "field": finding.field,
        "text_digest": f"{_digest(text)}:{_cited(finding)}",
        "reason": reason.strip(),
        "remark": "",
    }
    change = Change("accepted_finding", -1, None, row)
    label = shortened(finding.values.get("place", ""))
    return register.apply(ChangeSet(OperationKind.ACCEPT, (change,), "accepted_finding", label))


def _accept_two(register: Register, event_id: int, finding: Finding, reason: str) -> ChangeSet:
    uuid = finding.values["other_record"]
    other = register.read(rows.by_uuid, "event", [uuid])
    if uuid not in other:
        raise RecordMissing("event", 0)
    return duplicates.accept(register, event_id, other[uuid][0], reason.strip())


def withdraw(register: Register, uuid: str) -> ChangeSet:
    """Take an acceptance back: the finding is told again; RecordMissing when it is gone."""
    found = register.read(rows.by_uuid, "accepted_finding", [uuid])
    if uuid not in found:
        raise RecordMissing("accepted_finding", 0)
    row_id, row = found[uuid]
    change = Change("accepted_finding", row_id, row, None)
    label = shortened(str(row["reason"]))
    return register.apply(ChangeSet(OperationKind.WITHDRAW, (change,), "accepted_finding", label))


def accepted(register: Register) -> list[Accepted]:
    """Return everything that was accepted, the newest first."""
    return register.read(_accepted)


def _accepted(connection: Connection) -> list[Accepted]:
    kept = accepted_rows(connection)
    pairs = {
        (row.record, row.field, row.digest)
        for row in kept
        if row.code == FindingCode.ENTERED_TWICE.value
    }
    pairs_holding = duplicates.holding(connection, pairs)
    texts = _texts_of(connection, ((row.table, row.record, row.field) for row in kept))

    def holds(row: AcceptedRow) -> bool:
        if row.code == FindingCode.ENTERED_TWICE.value:
            return (row.record, row.field, row.digest) in pairs_holding
        if row.code == _OF_THE_WORD.value:
            return True
        text = texts.get((row.table, row.record, row.field))
        return text is not None and row.digest.partition(":")[0] == _digest(text)

    return [
        Accepted(
            row.uuid,
            row.code,
            row.table,
            row.record,
            row.field,
            row.reason,
            row.author,
            row.at,
            holds(row),
        )
        for row in kept
    ]


def without_accepted(connection: Connection, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that nobody accepted, or whose text has changed since."""
    findings = list(findings)
    kept: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    words: set[str] = set()
    for row in accepted_rows(connection):
        kept[row.code, row.table, row.record, row.field].add(row.digest)
        if row.code == _OF_THE_WORD.value:
            words.add(row.digest.partition(":")[2])
    if not kept:
        return findings
    texts = _texts_of(
        connection,
        (
            (finding.table, finding.record, finding.field)
            for finding in findings
            if _key(finding) in kept
        ),
    )

    def is_accepted(finding: Finding) -> bool:
        if finding.code is _OF_THE_WORD:
            return _cited(finding) in words
        digests = kept.get(_key(finding))
        if digests is None:
            return False
        text = texts.get((finding.table, finding.record, finding.field))
        return text is not None and f"{_digest(text)}:{_cited(finding)}" in digests

    return [finding for finding in findings if not is_accepted(finding)]


def _key(finding: Finding) -> tuple[str, str, str, str]:
    return finding.code.value, finding.table, finding.record, finding.field


def _cited(finding: Finding) -> str:
    cited: tuple[str, ...] = _CITED
    if finding.code is _OF_THE_WORD:
        cited = ("found",)
    elif finding.code is FindingCode.AGREEMENT_EXPIRED:
        cited = ()  # it stays expired in the years to come
    values = finding.values
    return _digest("\n".join(f"{name}={values[name]}" for name in cited if name in values))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _texts_of(
    connection: Connection, fields: Iterable[tuple[str, str, str]]
) -> Mapping[tuple[str, str, str], str]:
    """Return the texts of (table, uuid, field) whose record is there."""
    wanted = set(fields)
    found: dict[tuple[str, str, str], str] = {}
    for table in {table for table, _, _ in wanted if table}:
        records = rows.by_uuid(connection, table, (key[1] for key in wanted if key[0] == table))
        for key in wanted:
            if key[0] == table and key[1] in records:
                found[key] = _text_of(connection, table, *records[key[1]], key[2])
    return found


def _text_of(connection: Connection, table: str, row_id: int, row: Row, field: str) -> str:
    """Return the text of a field; the dates of an agreement one a line; "" of the whole record."""
    if (table, field) == ("agreement", "dates"):
        ids = rows.children(connection, table, [row_id]).get("agreement_date", set())
        dates = rows.load(connection, "agreement_date", sorted(ids))
        return "\n".join(str(date["date_text"]) for date in dates.values())
    value = row.get(field, row.get(f"{field}_text"))
    return "" if value is None else str(value)
