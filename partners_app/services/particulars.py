"""A partner's, a country's or a band's own fields with its other names, saved as one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Value, update
from partners_app.domain.content_rows import POSITION_GAP
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Register
from partners_app.services.row_changes import label_of, row_or_missing
from partners_app.storage import rows

_FIELDS: dict[str, frozenset[str]] = {
    "region": frozenset({"name", "heading", "remark"}),
    "country": frozenset({"name", "remark"}),
    "partner": frozenset(
        {
            "name",
            "kind",
            "status",
            "status_date",
            "status_reason",
            "latitude",
            "longitude",
            "remark",
        }
    ),
}


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One other name as typed; ``id`` None: it is not written yet. The dates are wordings."""

    id: int | None
    name: str
    used_from: str = ""
    used_to: str = ""


def save(
    register: Register,
    table: str,
    row_id: int,
    fields: Mapping[str, Value],
    names: Sequence[NameEntry] | None = None,
) -> ChangeSet:
    """Write the fields and the list of other names of a band, country or partner in one step.

    Names are kept in the order given; those not given any more are deleted, and None leaves the
    list as it is. ValueError for a field that the record has not, or a name that is another
    record's.
    """
    if unknown := set(fields) - _FIELDS[table]:
        raise ValueError(unknown)
    row = row_or_missing(register, table, row_id)
    after = dict(row)
    for field, value in fields.items():
        after[field if field in row else f"{field}_text"] = value
    changes = []
    if (own := update(table, row_id, row, after)) is not None:
        changes.append(own)
    if table != "region" and names is not None:
        changes += _name_changes(register, table, row_id, names)
    label = label_of(register, table, row_id, row)
    return register.apply(ChangeSet(OperationKind.EDIT, tuple(changes), table, label))


def _name_changes(
    register: Register, table: str, row_id: int, names: Sequence[NameEntry]
) -> list[Change]:
    owner = f"{table}_id"
    known = register.read(rows.with_value, "other_name", owner, [row_id])
    kept = {each.id for each in names if each.id is not None}
    if not kept <= set(known):
        raise ValueError(kept - set(known))
    changes = [
        Change("other_name", item, row, None) for item, row in known.items() if item not in kept
    ]
    for number, entry in enumerate(names, start=1):
        values: dict[str, Value] = {
            "name": entry.name.strip(),
            "used_from_text": entry.used_from,
            "used_to_text": entry.used_to,
            "position": number * POSITION_GAP,
        }
        if entry.id is None:
            other = "country_id" if owner == "partner_id" else "partner_id"
            new: dict[str, Value] = {"uuid": str(uuid4()), owner: row_id, other: None, **values}
            changes.append(Change("other_name", -number, None, new))
        else:
            old = known[entry.id]
            change = update("other_name", entry.id, old, {**old, **values})
            if change is not None:
                changes.append(change)
    return changes
