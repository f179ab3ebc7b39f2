"""Corrections that are certain: what a finding proposes instead of what stands at its place.

A finding about a place in a text has ``values["at"]``, where it begins, and ``values["found"]``,
the fragment; only where the correction is certain it has ``values["proposed"]`` too.
"""

from collections import defaultdict
from collections.abc import Iterable

from partners_app.domain.changes import Change, ChangeSet, Value
from partners_app.domain.errors import ChangedSince, RecordMissing
from partners_app.domain.findings import Finding
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Register
from partners_app.services.row_changes import heading_after, shortened
from partners_app.storage import rows
from partners_app.storage.engine import Connection

__all__ = ["fix", "fixable", "preview"]


def fixable(finding: Finding) -> bool:
    """Tell whether a correction is proposed."""
    return "proposed" in finding.values


def preview(finding: Finding, text: str) -> str:
    """Return a text as it would be corrected; ChangedSince when it is not what was checked."""
    return _corrected(text, [finding], 0)[0]


def fix(register: Register, findings: Iterable[Finding]) -> ChangeSet:
    """Correct what the findings say in one step; ones that propose nothing are passed over.

    Of two that overlap the first in the text is corrected, and the other is found again if it is
    still there. ChangedSince when a text is another one by now, RecordMissing when a record is
    gone: nothing was written.
    """
    wanted = [finding for finding in findings if fixable(finding)]
    changes, done = register.read(_changes, wanted)
    label = str(len(done))
    if len(done) == 1:
        label = shortened(f"«{done[0].values['found']}» → «{done[0].values['proposed']}»")
    return register.apply(ChangeSet(OperationKind.FIX, changes, "", label))


def _changes(
    connection: Connection, findings: Iterable[Finding]
) -> tuple[tuple[Change, ...], list[Finding]]:
    fields: dict[tuple[str, str], dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        fields[finding.table, finding.record][finding.field].append(finding)
    changes: list[Change] = []
    done: list[Finding] = []
    for table in dict.fromkeys(table for table, _ in fields):
        records = rows.by_uuid(connection, table, (key[1] for key in fields if key[0] == table))
        for (_, uuid), of_record in (item for item in fields.items() if item[0][0] == table):
            if uuid not in records:
                raise RecordMissing(table, 0)
            row_id, row = records[uuid]
            before: dict[str, Value] = {}
            after: dict[str, Value] = {}
            for field, of_field in of_record.items():
                column = field if field in row else f"{field}_text"
                before[column] = row[column]
                after[column], corrected = _corrected(str(row[column] or ""), of_field, row_id)
                done += corrected
            if table == "region" and "name" in after:
                before["heading"] = row["heading"]
                after["heading"] = heading_after(row, after["name"])
            changes.append(Change(table, row_id, before, after))
    return tuple(changes), done


def _corrected(text: str, findings: Iterable[Finding], row_id: int) -> tuple[str, list[Finding]]:
    """Return a text with its corrections, and those of the findings that were corrected."""
    parts: list[str] = []
    done: list[Finding] = []
    end = 0
    for finding in sorted(findings, key=lambda finding: int(finding.values["at"])):
        at, found = int(finding.values["at"]), finding.values["found"]
        if text[at : at + len(found)] != found:
            raise ChangedSince(finding.table, row_id, (finding.field,))
        if at < end:
            continue
        parts += [text[end:at], finding.values["proposed"]]
        end = at + len(found)
        done.append(finding)
    return "".join([*parts, text[end:]]), done
