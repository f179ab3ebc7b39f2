"""Taking in a file: what it would change is planned, shown, and applied as one step."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.changes import Change, ChangeSet, Row, update
from partners_app.domain.column_mapping import ColumnMapping
from partners_app.domain.content_rows import POSITION_GAP, region_row
from partners_app.domain.erased_text import would_return
from partners_app.domain.errors import (
    ChangedSince,
    FileChanged,
    PlanOutdated,
    RegisterReadOnly,
)
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.import_comparing import compare
from partners_app.domain.import_differences import EXACT_LAYOUTS
from partners_app.domain.import_matching import Matches, match
from partners_app.domain.import_plan import Doubt, ImportPlan, Outcome, PlanEntry
from partners_app.domain.incoming import Incoming, Layout
from partners_app.domain.names import fold
from partners_app.domain.records import Region, RegisterContent
from partners_app.services import backup, import_mappings
from partners_app.services.beginning import FIRST_BANDS
from partners_app.services.import_sources import EXPORT_NOT_KEPT, file_sha256, read_source
from partners_app.services.register import Register
from partners_app.storage import as_of, imports, queries
from partners_app.storage.engine import Connection

__all__ = ["Applied", "apply", "import_file", "plan", "read_source"]

_ATTEMPTS = 3
"""How often an import that nobody watches is planned again when a colleague writes meanwhile."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What was written, and the copy made before; ``backup`` is None when nothing was."""

    change_set: ChangeSet
    plan: ImportPlan
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class _Current:
    """One consistent read of what a plan is made from."""

    content: RegisterContent
    base: RegisterContent | None
    settings: Mapping[str, tuple[int, Row]]
    change_seq: int
    taken_in: tuple[datetime, str] | None


def plan(
    register: Register,
    incoming: Incoming,
    decisions: Mapping[str, str] | None = None,
    *,
    mapping: ColumnMapping | None = None,
) -> ImportPlan:
    """Compare what a file says with the register; nothing is written.

    ``decisions`` gives, by the key of a doubtful entry, the UUID of the record that it is, or ""
    for a new one. ``mapping`` was made by hand: it is kept when the plan is applied.
    """
    keeping = import_mappings.keeping(register, mapping) if mapping is not None else None
    current = register.read(_current, register.uuid(), incoming)
    matches = match(incoming, current.content, decisions or {})
    findings = (*incoming.findings, *_without_base(incoming, current, register.uuid()))
    base_lost = EXPORT_NOT_KEPT in findings
    entries, siblings = compare(
        incoming, current.content, current.base, matches, base_lost=base_lost
    )
    settings = list(_setting_entries(incoming, current, base_lost=base_lost))
    bands, removed = _bands_that_give_way(incoming, current.content, matches)
    return ImportPlan(
        incoming.path,
        incoming.layout,
        (*settings, *entries, *_refused(incoming)),
        (*findings, *removed),
        tuple(siblings),
        (*bands, _imported_file(incoming), *([keeping] if keeping is not None else [])),
        incoming.year,
        incoming.sha256,
        register.uuid(),
        current.change_seq,
        current.taken_in,
    )


def apply(register: Register, made: ImportPlan, ticked: Iterable[str]) -> Applied:
    """Write the ticked entries of a plan as one step, after a verified backup.

    PlanOutdated: the register moved since the plan was made; FileChanged: the file did. Then
    nothing was written, and the plan is to be made again. Raises RegisterReadOnly and
    BackupFailed.
    """
    change_set = made.change_set(ticked)
    if not change_set:
        return Applied(change_set, made)
    if register.read_only:
        raise RegisterReadOnly(register.path)
    if register.change_seq() != made.change_seq or register.uuid() != made.register_uuid:
        raise PlanOutdated(register.path)
    if made.sha256 and file_sha256(made.path) != made.sha256:
        raise FileChanged(made.path)
    copy = backup.write(register, backup.BackupReason.IMPORT)
    stop_if_unwanted()
    try:
        return Applied(register.apply(change_set, decided=True), made, copy.path)
    except ChangedSince as error:
        raise PlanOutdated(register.path) from error


def import_file(
    register: Register,
    path: Path,
    *,
    year: int | None = None,
    dry_run: bool = False,
    delete: bool = False,
) -> Applied:
    """Take a file in without anybody looking: what is new or changed, nothing doubtful.

    ``delete`` also deletes what the file does not hold any more. Raises what ``read_source`` and
    ``apply`` raise; the register is then untouched.
    """
    for attempt in range(1, _ATTEMPTS + 1):
        made = plan(register, read_source(register, path, year=year))
        if dry_run:
            return Applied(ChangeSet(made.change_set(()).kind), made)
        ticked = set(made.proposed())
        if delete:
            ticked |= {entry.key for entry in made.of(Outcome.DELETED) if entry.doubt is None}
        try:
            return apply(register, made, ticked)
        except (PlanOutdated, FileChanged):
            if attempt == _ATTEMPTS:
                raise
    raise AssertionError("the last attempt returns or raises")


def _current(connection: Connection, uuid: str, incoming: Incoming) -> _Current:
    keys = [queries.TITLE, "report_font"]
    found = {key: queries.setting_row(connection, key) for key in keys}
    content, change_seq = queries.content(connection), queries.register_identity(connection)[1]
    origin = incoming.origin
    base = None
    if origin is not None and origin.register_uuid == uuid:
        untouched = origin.change_seq == change_seq and as_of.has_step(connection, origin)
        base = content if untouched else as_of.content_of_export(connection, origin)
    before = imports.taken_in(connection, incoming.sha256) if incoming.sha256 else None
    return _Current(
        content,
        base,
        {key: row for key, row in found.items() if row is not None},
        change_seq,
        None if before is None else (before.at, before.author),
    )


def _without_base(incoming: Incoming, current: _Current, uuid: str) -> tuple[Finding, ...]:
    """Return that a file of this register cannot be compared with what was exported."""
    origin = incoming.origin
    known = origin is None or origin.register_uuid != uuid or current.base is not None
    return () if known else (EXPORT_NOT_KEPT,)


def _imported_file(incoming: Incoming) -> Change:
    """Return the row that remembers the file, so that it is known when it comes again."""
    origin = incoming.origin
    return Change(
        "imported_file",
        -1,
        None,
        {
            "uuid": str(uuid4()),
            "name": incoming.path.name,
            "sha256": incoming.sha256,
            "layout": incoming.layout.value,
            "year": incoming.year,
            "origin_uuid": origin.register_uuid if origin is not None else "",
            "origin_change_seq": origin.change_seq if origin is not None else None,
            "remark": "",
        },
    )


def _refused(incoming: Incoming) -> Iterator[PlanEntry]:
    for number, row in enumerate(incoming.refused):
        text = " | ".join(text for text in row.cells if text)
        yield PlanEntry(
            f"refused/{number}",
            Outcome.REFUSED,
            "",
            "",
            text[:80],
            place=row.place,
            source=text,
            reason=row.reason,
        )


def _setting_entries(
    incoming: Incoming, current: _Current, *, base_lost: bool
) -> Iterator[PlanEntry]:
    """Yield what a file says of the register itself: its title, its settings.

    The title of a yearly table counts in a register that holds no records yet, or where it is
    not the one that was exported; else somebody only typed it in another way. One that the file
    left as it was exported is no change.
    """
    stated = dict(incoming.settings)
    title = incoming.content.title
    if title and (
        incoming.layout is not Layout.REPORT
        or current.base is not None
        or not current.content.countries
    ):
        stated[queries.TITLE] = title
    for number, (key, value) in enumerate(stated.items(), start=1):
        was = current.base.title if current.base is not None and key == queries.TITLE else None
        if value == was:
            continue
        if key in current.settings:
            row_id, row = current.settings[key]
            if incoming.layout is Layout.REPORT and fold(str(row["value"])) == fold(value):
                continue
            change = update("setting", row_id, row, {**row, "value": value})
            old = row["value"]
        else:
            change = Change(
                "setting", -number, None, {"uuid": str(uuid4()), "key": key, "value": value}
            )
            old = None
        if change is not None:
            doubt = None
            if base_lost or would_return(old, value):
                doubt = Doubt.CHANGED_EITHER
            elif was not in (None, current.content.title):
                doubt = Doubt.CHANGED_BOTH
            yield PlanEntry(
                f"setting/{key}",
                Outcome.CHANGED if doubt is None else Outcome.DOUBTFUL,
                "setting",
                "",
                "",
                fields={"value": (old, value)},
                doubt=doubt,
                changes=(change,),
            )


def _bands_that_give_way(
    incoming: Incoming, current: RegisterContent, matches: Matches
) -> tuple[list[Change], list[Finding]]:
    """Return the removal of the bands that every register begins with, where a file has its own.

    Only in a register without countries. A file that holds a whole register also removes those
    that it does not name; a band that a clerk made stays, behind those of the file.
    """
    if current.countries:
        return [], []
    whole = incoming.layout in EXACT_LAYOUTS
    kept = {row_id for (table, _), row_id in matches.known.items() if table == "region"}
    names = {fold(region.name) for region in incoming.content.regions}
    changes: list[Change] = []
    findings: list[Finding] = []
    behind = len(incoming.content.regions) + len(current.regions)
    for region in current.regions:
        if region.id in kept:
            continue
        if fold(region.name) in names:
            changes.append(Change("region", region.id, region_row(region), None))
        elif whole and _is_as_made(region):
            changes.append(Change("region", region.id, region_row(region), None))
            findings.append(_removed(region))
        elif whole:
            behind += 1
            moved = replace(region, position=behind * POSITION_GAP)
            change = update("region", region.id, region_row(region), region_row(moved))
            changes += [change] if change is not None else []
    return changes, findings


def _is_as_made(region: Region) -> bool:
    return (
        region.name in FIRST_BANDS and region.heading == region.name.upper() and not region.remark
    )


def _removed(region: Region) -> Finding:
    return Finding(
        FindingCode.EMPTY_BANDS_REMOVED,
        Severity.NOTE,
        "region",
        region.uuid,
        values={"text": region.name},
    )
