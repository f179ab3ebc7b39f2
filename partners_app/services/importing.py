"""Taking in a file: what it would change is planned, shown, and applied as one step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.changes import Change, ChangeSet, Row, Value, update
from partners_app.domain.content_rows import POSITION_GAP, content_changes, region_row
from partners_app.domain.errors import (
    FileKindUnknown,
    FileMissing,
    RegisterNotEmpty,
    RegisterReadOnly,
)
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.names import fold
from partners_app.domain.records import Region, RegisterContent
from partners_app.domain.vocabulary import OperationKind
from partners_app.exchange.register_json import JsonRegister, read_register_json, to_json
from partners_app.exchange.same_content import same_content
from partners_app.services import backup
from partners_app.services.register import FIRST_BANDS, Register
from partners_app.storage import queries
from partners_app.storage.engine import Connection

__all__ = ["ImportPlan", "PlanEntry", "import_json"]

_NOT_SHOWN = frozenset({"uuid", "position"})


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One record of a plan: ``fields`` gives old and new value by field.

    ``sheet`` and ``row`` say where it stands in a workbook; a JSON file has neither.
    """

    table: str
    record: str
    label: str
    fields: Mapping[str, tuple[Value, Value]]
    sheet: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What taking in a file changes; ``unchanged`` counts records.

    ``applied`` is what was written, empty after a dry run; ``backup`` the copy made before it.
    """

    path: Path
    new: tuple[PlanEntry, ...] = ()
    changed: tuple[PlanEntry, ...] = ()
    deleted: tuple[PlanEntry, ...] = ()
    unchanged: int = 0
    doubtful: tuple[PlanEntry, ...] = ()
    refused: tuple[PlanEntry, ...] = ()
    problems: tuple[Finding, ...] = ()
    applied: ChangeSet = field(default_factory=lambda: ChangeSet(OperationKind.IMPORT))
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class _Current:
    """One consistent read of what the register holds."""

    content: RegisterContent
    settings: Mapping[str, tuple[int, Row]]


def import_json(
    register: Register, path: Path, *, year: int | None = None, dry_run: bool = False
) -> ImportPlan:
    """Take the records of a JSON file into a register that holds none yet, as one step.

    A register that holds them already is left as it is, any other one refused: RegisterNotEmpty.
    Bands alone are no records: the file's bands take their place. Before anything is written, a
    verified backup is. ``year`` is the report year of a file that names none. Raises what
    ``read_register_json`` raises, FileKindUnknown for a name that does not end in .json,
    RegisterReadOnly and BackupFailed; the register is then untouched.
    """
    if path.suffix.lower() != ".json":
        raise FileKindUnknown(path, ".json") if path.exists() else FileMissing(path)
    read = read_register_json(path, year=year)
    current = register.read(_current)
    held = current.content
    if held.countries or held.partners or held.agreements or held.events:
        if not _holds_already(read, current):
            raise RegisterNotEmpty(register.path)
        return ImportPlan(path, unchanged=_count(held), problems=read.findings)
    plan, change_set = _plan(path, read, current)
    if dry_run or not change_set:
        return plan
    if register.read_only:
        raise RegisterReadOnly(register.path)
    copy = backup.write(register, backup.BackupReason.IMPORT)
    stop_if_unwanted()
    return replace(plan, applied=register.apply(change_set), backup=copy.path)


def _current(connection: Connection) -> _Current:
    keys = [queries.TITLE, "report_font"]
    found = {key: queries.setting_row(connection, key) for key in keys}
    return _Current(
        queries.content(connection), {key: row for key, row in found.items() if row is not None}
    )


def _holds_already(read: JsonRegister, current: _Current) -> bool:
    """Tell whether the register is what the file says, ids and order included."""
    if any(_setting(current, key) != value for key, value in read.settings.items()):
        return False
    return same_content(to_json(read.content, {}), to_json(current.content, {}), read.stated)


def _setting(current: _Current, key: str) -> Value:
    return current.settings[key][1]["value"] if key in current.settings else None


def _count(content: RegisterContent) -> int:
    return sum(
        map(
            len,
            (
                content.regions,
                content.countries,
                content.partners,
                content.agreements,
                content.events,
            ),
        )
    )


def _plan(path: Path, read: JsonRegister, current: _Current) -> tuple[ImportPlan, ChangeSet]:
    settings = _setting_changes(read, current)
    content, bands, problems = _take_over_bands(read, current.content.regions)
    kept = {region.id for region in content.regions if region.id > 0}
    inserts = [
        change
        for change in content_changes(content)
        if not (change.table == "region" and change.id in kept)
    ]
    change_set = ChangeSet(
        OperationKind.IMPORT, (*settings, *bands, *inserts), "register", path.name
    )
    changed = [change for change in (*settings, *bands) if change.before and change.after]
    rows = {region.id: region for region in current.content.regions}
    plan = ImportPlan(
        path,
        new=tuple(_new_entries(content, inserts)),
        changed=tuple(_changed_entry(change, rows) for change in changed),
        unchanged=len(kept - {change.id for change in changed if change.table == "region"}),
        problems=(*read.findings, *problems),
    )
    return plan, change_set


def _setting_changes(read: JsonRegister, current: _Current) -> list[Change]:
    changes = []
    stated = {queries.TITLE: read.content.title, **read.settings}
    for number, (key, value) in enumerate(stated.items(), start=1):
        if key in current.settings:
            row_id, row = current.settings[key]
            change = update("setting", row_id, row, {**row, "value": value})
            if change is not None:
                changes.append(change)
        else:
            row = {"uuid": str(uuid4()), "key": key, "value": value}
            changes.append(Change("setting", -number, None, row))
    return changes


def _take_over_bands(
    read: JsonRegister, present: tuple[Region, ...]
) -> tuple[RegisterContent, list[Change], list[Finding]]:
    """Return the content with the register's bands where the names agree, and their changes.

    A band with an id of its own in the file is another record than the register's, so it replaces
    it; the bands that every new register begins with give way where the file does not name them.
    """
    by_uuid = {region.uuid: region for region in present}
    by_name = {fold(region.name): region for region in reversed(present)}
    taken: dict[int, Region] = {}
    changes: list[Change] = []
    for region in read.content.regions:
        own = by_uuid.get(region.uuid)
        if own is None and region.uuid in read.stated:
            own = by_name.get(fold(region.name))
        if own is None or own in taken.values():
            continue
        merged = replace(region, id=own.id, uuid=own.uuid, remark=region.remark or own.remark)
        taken[region.id] = merged
        change = update("region", own.id, region_row(own), region_row(merged))
        if change is not None:
            changes.append(change)
    content = replace(
        read.content,
        regions=tuple(taken.get(region.id, region) for region in read.content.regions),
        countries=tuple(
            replace(country, region_id=taken[country.region_id].id)
            if country.region_id in taken
            else country
            for country in read.content.countries
        ),
    )
    names = {fold(region.name) for region in read.content.regions}
    behind = len(read.content.regions)
    kept = {region.id for region in taken.values()}
    findings: list[Finding] = []
    for region in present:
        if region.id in kept:
            continue
        replaced = fold(region.name) in names
        if replaced or _is_as_made(region):
            changes.append(Change("region", region.id, region_row(region), None))
            if not replaced:
                findings.append(_removed(region))
        else:
            behind += 1
            moved = replace(region, position=behind * POSITION_GAP)
            change = update("region", region.id, region_row(region), region_row(moved))
            if change is not None:
                changes.append(change)
    return content, changes, findings


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


def _new_entries(content: RegisterContent, inserts: Iterable[Change]) -> Iterable[PlanEntry]:
    """Yield an entry for each new record; what its lists hold is told by the record itself."""
    dates = {
        agreement.id: ", ".join(date.date.text for date in agreement.dates)
        for agreement in content.agreements
    }
    for change in inserts:
        if change.table not in ("region", "country", "partner", "agreement", "event"):
            continue
        row = change.after or {}
        fields: dict[str, tuple[Value, Value]] = {
            name: (None, value)
            for name, value in row.items()
            if value not in (None, "") and name not in _NOT_SHOWN and not name.endswith("_id")
        }
        if change.table == "agreement" and dates[change.id]:
            fields["dates"] = (None, dates[change.id])
        yield PlanEntry(change.table, str(row["uuid"]), _label(row), fields)


def _changed_entry(change: Change, regions: Mapping[int, Region]) -> PlanEntry:
    before, after = change.before or {}, change.after or {}
    fields = {name: (before[name], after[name]) for name in after}
    if change.table == "setting":
        return PlanEntry("setting", "", "", fields)
    region = regions[change.id]
    return PlanEntry("region", region.uuid, region.name, fields)


def _label(row: Row) -> str:
    for name in ("name", "title", "date_text", "text"):
        value = row.get(name)
        if isinstance(value, str) and value:
            return value
    return ""
