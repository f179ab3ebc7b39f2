"""Agreements and their dates: what a user can do with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from pathlib import Path
from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Row, Value, update
from partners_app.domain.content_rows import POSITION_GAP, agreement_row
from partners_app.domain.errors import FileKindUnknown, FileMissing, RecordMissing
from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import (
    AgreementKind,
    AgreementLinkKind,
    DateMeaning,
    OperationKind,
)
from partners_app.paths import is_file
from partners_app.services.register import Register
from partners_app.services.row_changes import label_of, moved, removal, row_or_missing
from partners_app.storage import queries, rows
from partners_app.storage.engine import Connection
from partners_app.storage.event_queries import Scope, ScopeKind

SCAN_SUFFIXES = (
    *("pdf", "jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif", "djvu"),
    *("doc", "docx", "rtf", "odt", "txt"),
)
"""What a scan may end in: pictures and papers, never something that the system would run."""

_FIXED = frozenset(["id", "uuid", "partner_id", "position", "dates", "links"])
_NUMBERS = frozenset(["prolongation_years", "notice_months"])
_FIELDS = frozenset(field.name for field in dataclass_fields(Agreement)) - _FIXED


@dataclass(frozen=True, slots=True)
class Relative:
    """An agreement that another one may replace or supplement; ``partner`` None: the country."""

    id: int
    kind: AgreementKind | None
    title: str | None
    partner: str | None


def of_partner(register: Register, partner_id: int) -> tuple[Agreement, ...]:
    """Return a partner's agreements in their order."""
    return register.read(queries.agreements, partner_id=partner_id)


def of_scope(register: Register, scope: Scope) -> tuple[Agreement, ...]:
    """Return the agreements of every partner of a place of the tree."""
    return register.read(_of_scope, scope)


_DOWN_THE_TREE = (
    (ScopeKind.REGION, "country", "region_id"),
    (ScopeKind.COUNTRY, "partner", "country_id"),
    (ScopeKind.PARTNER, "agreement", "partner_id"),
)
"""Kind of a place, the table of what stands under it, and the column that says so."""


def _of_scope(connection: Connection, scope: Scope) -> tuple[Agreement, ...]:
    kind, ids = scope.kind, [] if scope.id is None else [scope.id]
    if kind is ScopeKind.ALL:
        kind, ids = ScopeKind.REGION, [band.id for band in queries.regions(connection)]
    first = [step[0] for step in _DOWN_THE_TREE].index(kind)
    for _, table, owner in _DOWN_THE_TREE[first:]:
        ids = sorted(rows.with_value(connection, table, owner, ids))
    return queries.agreements_by_id(connection, ids)


def by_ids(register: Register, agreement_ids: Sequence[int]) -> tuple[Agreement, ...]:
    """Return the agreements of the ids that exist, in the order of the ids."""
    return register.read(queries.agreements_by_id, agreement_ids)


def signatories(register: Register) -> tuple[list[str], list[str]]:
    """Return the known signatories of our side and of theirs, each once."""
    ours = register.read(rows.distinct_texts, "agreement", "our_signatory")
    theirs = register.read(rows.distinct_texts, "agreement", "their_signatory")
    return ours, theirs


def responsible_names(register: Register) -> list[str]:
    """Return who is named as responsible for an agreement or an event, each once."""
    found = {
        name
        for table in ("agreement", "event")
        for name in register.read(rows.distinct_texts, table, "responsible")
    }
    return sorted(found)


def relatives(register: Register, agreement_id: int) -> tuple[Relative, ...]:
    """Return the other agreements of the partner, then those of its country, then any linked."""
    row_or_missing(register, "agreement", agreement_id)
    return register.read(_relatives, agreement_id)


def _relatives(connection: Connection, agreement_id: int) -> tuple[Relative, ...]:
    here = _number(rows.load(connection, "agreement", [agreement_id])[agreement_id]["partner_id"])
    country = _number(rows.load(connection, "partner", [here])[here]["country_id"])
    partners = rows.with_value(connection, "partner", "country_id", [country])
    found = rows.with_value(connection, "agreement", "partner_id", partners)
    links = rows.with_value(connection, "agreement_link", "agreement_id", [agreement_id])
    found |= rows.load(
        connection, "agreement", [_number(each["other_id"]) for each in links.values()]
    )
    owners = rows.load(
        connection, "partner", {_number(row["partner_id"]) for row in found.values()}
    )

    def place(item: int) -> tuple[bool, bool, int, int, int]:
        owner_id = _number(found[item]["partner_id"])
        owner = owners[owner_id]
        abroad = owner["country_id"] != country
        position = _number(found[item]["position"])
        return owner_id != here, abroad, _number(owner["position"]), owner_id, position

    return tuple(
        Relative(
            item,
            None if found[item]["kind"] is None else AgreementKind(str(found[item]["kind"])),
            _text_or_none(found[item]["title"]),
            _text_or_none(owners[_number(found[item]["partner_id"])]["name"]),
        )
        for item in sorted(found, key=place)
        if item != agreement_id
    )


def _number(value: Value) -> int:
    assert isinstance(value, int)
    return value


def _text_or_none(value: Value) -> str | None:
    return value if isinstance(value, str) else None


def add(register: Register, partner_id: int) -> ChangeSet:
    """Add an empty agreement behind the partner's others."""
    row_or_missing(register, "partner", partner_id)
    last = register.read(rows.last_position, "agreement", "partner_id", partner_id)
    new = Agreement(
        id=-1,
        uuid=str(uuid4()),
        partner_id=partner_id,
        kind=AgreementKind.AGREEMENT,
        title="",
        position=last + POSITION_GAP,
    )
    change = Change("agreement", -1, None, agreement_row(new))
    return register.apply(ChangeSet(OperationKind.ADD, (change,), "agreement", ""))


def set_field(register: Register, agreement_id: int, field: str, value: Value) -> ChangeSet:
    """Set one field of an agreement; the fields that are dates take a wording."""
    return set_fields(register, [agreement_id], {field: value})


def set_fields(
    register: Register, agreement_ids: Sequence[int], values: Mapping[str, Value]
) -> ChangeSet:
    """Set the same fields of several agreements in one step; equal values write nothing.

    The fields that are dates take a wording. RecordMissing when an agreement is not there any
    more. The label is the number of agreements changed when there are several.
    """
    unknown = [field for field in values if field not in _FIELDS]
    if unknown:
        raise ValueError(unknown[0])
    found = _rows_or_missing(register, agreement_ids)
    updates = (
        update(
            "agreement",
            number,
            row,
            {**row, **{_column(field, row): value for field, value in values.items()}},
        )
        for number, row in found.items()
    )
    changes = tuple(change for change in updates if change is not None)
    touched = {change.id: found[change.id] for change in changes} or found
    return register.apply(
        ChangeSet(OperationKind.EDIT, changes, "agreement", _label(register, touched))
    )


def _column(field: str, row: Row) -> str:
    """Return the column behind a field of `Agreement`: that of a date holds its wording."""
    return field if field in row else f"{field}_text"


def _rows_or_missing(register: Register, agreement_ids: Sequence[int]) -> dict[int, Row]:
    found = register.read(rows.load, "agreement", agreement_ids)
    missing = [number for number in agreement_ids if number not in found]
    if missing:
        raise RecordMissing("agreement", missing[0])
    return found


def _label(register: Register, found: Mapping[int, Row]) -> str:
    """Return how the history calls agreements touched in one step: several by their number."""
    if len(found) != 1:
        return str(len(found))
    ((number, row),) = found.items()
    return label_of(register, "agreement", number, row)


def set_typed(register: Register, agreement_id: int, field: str, text: str) -> ChangeSet:
    """Set one field of an agreement as it was typed; empty numbers and titles are none.

    ValueError for a number that is none.
    """
    value: Value = text
    if field in _NUMBERS:
        value = int(text) if text.strip() else None
    elif field == "title" and not text:
        # A title taken away is no title: no paper is named then.
        value = None
    return set_field(register, agreement_id, field, value)


def delete(register: Register, *agreement_ids: int) -> ChangeSet:
    """Delete agreements with their dates and links, in one step."""
    found = _rows_or_missing(register, agreement_ids)
    changes = register.read(removal, "agreement", agreement_ids)
    return register.apply(
        ChangeSet(OperationKind.DELETE, changes, "agreement", _label(register, found))
    )


def move(register: Register, agreement_id: int, step: int) -> ChangeSet:
    """Move an agreement one place up (-1) or down (+1) among the partner's."""
    row = row_or_missing(register, "agreement", agreement_id)
    order = register.read(rows.siblings, "agreement", "partner_id", row["partner_id"])
    changes = moved("agreement", order, agreement_id, step)
    label = label_of(register, "agreement", agreement_id, row)
    return register.apply(ChangeSet(OperationKind.MOVE, changes, "agreement", label))


def add_link(
    register: Register, agreement_id: int, other_id: int, kind: AgreementLinkKind
) -> ChangeSet:
    """Say that an agreement replaces or supplements another; said already: nothing changes.

    ValueError when both are one agreement.
    """
    if agreement_id == other_id:
        raise ValueError(other_id)
    row = row_or_missing(register, "agreement", agreement_id)
    row_or_missing(register, "agreement", other_id)
    known = register.read(rows.with_value, "agreement_link", "agreement_id", [agreement_id])
    changes: tuple[Change, ...] = ()
    same = [item for item, each in known.items() if each["other_id"] == other_id]
    if same:
        old = known[same[0]]
        change = update("agreement_link", same[0], old, {**old, "kind": kind.value})
        changes = () if change is None else (change,)
    else:
        new: dict[str, Value] = {
            "uuid": str(uuid4()),
            "agreement_id": agreement_id,
            "other_id": other_id,
            "kind": kind.value,
        }
        changes = (Change("agreement_link", -1, None, new),)
    label = label_of(register, "agreement", agreement_id, row)
    return register.apply(ChangeSet(OperationKind.EDIT, changes, "agreement", label))


def delete_link(register: Register, link_id: int) -> ChangeSet:
    """Take back that an agreement replaces or supplements another."""
    row = row_or_missing(register, "agreement_link", link_id)
    changes = (Change("agreement_link", link_id, row, None),)
    label = _agreement_label(register, row)
    return register.apply(ChangeSet(OperationKind.EDIT, changes, "agreement", label))


def set_scan(register: Register, agreement_id: int, path: Path) -> ChangeSet:
    """Remember where the scan lies; FileKindUnknown for what is no picture and no paper."""
    _check_kind(path)
    return set_field(register, agreement_id, "scan_path", register.kept_path(path))


def scan_file(register: Register, scan_path: str) -> Path:
    """Return the file that ``scan_path`` of an agreement names, from the register's folder on.

    FileMissing when it is not there, FileKindUnknown for what is no picture and no paper.
    """
    path = register.whole_path(scan_path)
    _check_kind(path)
    if not is_file(path):
        raise FileMissing(path)
    return path


def _check_kind(path: Path) -> None:
    if path.suffix.removeprefix(".").casefold() not in SCAN_SUFFIXES:
        raise FileKindUnknown(path, ", ".join(SCAN_SUFFIXES))


def add_date(
    register: Register, agreement_id: int, text: str = "", meaning: DateMeaning | None = None
) -> ChangeSet:
    """Add a date behind the agreement's others, in a line of its own."""
    row = row_or_missing(register, "agreement", agreement_id)
    last = register.read(rows.last_position, "agreement_date", "agreement_id", agreement_id)
    new: dict[str, Value] = {
        "uuid": str(uuid4()),
        "agreement_id": agreement_id,
        "date_text": text,
        "meaning": meaning,
        "separator": "",
        "position": last + POSITION_GAP,
    }
    change = Change("agreement_date", -1, None, new)
    label = label_of(register, "agreement", agreement_id, row)
    return register.apply(ChangeSet(OperationKind.EDIT, (change,), "agreement", label))


def set_date_text(register: Register, date_id: int, text: str) -> ChangeSet:
    """Set the wording of one date."""
    return _set_date(register, date_id, "date_text", text)


def set_date_meaning(register: Register, date_id: int, meaning: DateMeaning | None) -> ChangeSet:
    """Set what happened on one date."""
    return _set_date(register, date_id, "meaning", meaning)


def _set_date(register: Register, date_id: int, column: str, value: Value) -> ChangeSet:
    row = row_or_missing(register, "agreement_date", date_id)
    change = update("agreement_date", date_id, row, {**row, column: value})
    changes = () if change is None else (change,)
    return register.apply(
        ChangeSet(OperationKind.EDIT, changes, "agreement", _agreement_label(register, row))
    )


def delete_date(register: Register, date_id: int) -> ChangeSet:
    """Delete one date; the next of its line begins the line then."""
    row = row_or_missing(register, "agreement_date", date_id)
    changes = [Change("agreement_date", date_id, row, None)]
    order = register.read(rows.siblings, "agreement_date", "agreement_id", row["agreement_id"])
    ids = [item for item, _ in order]
    place = ids.index(date_id)
    if not row["separator"] and place + 1 < len(ids):
        follower = row_or_missing(register, "agreement_date", ids[place + 1])
        change = update("agreement_date", ids[place + 1], follower, {**follower, "separator": ""})
        if change is not None:
            changes.append(change)
    return register.apply(
        ChangeSet(OperationKind.EDIT, tuple(changes), "agreement", _agreement_label(register, row))
    )


def _agreement_label(register: Register, date_row: object) -> str:
    assert isinstance(date_row, dict)
    agreement_id = int(date_row["agreement_id"])
    row = row_or_missing(register, "agreement", agreement_id)
    return label_of(register, "agreement", agreement_id, row)
