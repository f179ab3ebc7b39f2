"""What ``import`` prints: the plan line by line, or as one JSON object."""

from typing import Any

from partners_app.cli.output import finding_json, say
from partners_app.domain.changes import Value
from partners_app.services.importing import ImportPlan, PlanEntry
from partners_app.texts.language import translate
from partners_app.texts.operations import short_label
from partners_app.texts.tables import field_name, the_record


def plan_json(plan: ImportPlan) -> dict[str, Any]:
    """Return a plan as ``import --json`` prints it.

    ``new``, ``changed``, ``deleted``, ``doubtful`` and ``refused`` are lists of entries with sheet,
    row (both null for a file without sheets), table, record (UUID), label and fields, each with
    old and new; ``unchanged`` is a number, ``problems`` are findings.
    """
    return {
        "new": [_entry_json(entry) for entry in plan.new],
        "changed": [_entry_json(entry) for entry in plan.changed],
        "deleted": [_entry_json(entry) for entry in plan.deleted],
        "unchanged": plan.unchanged,
        "doubtful": [_entry_json(entry) for entry in plan.doubtful],
        "refused": [_entry_json(entry) for entry in plan.refused],
        "problems": [finding_json(finding) for finding in plan.problems],
    }


def _entry_json(entry: PlanEntry) -> dict[str, Any]:
    return {
        "sheet": entry.sheet,
        "row": entry.row,
        "table": entry.table,
        "record": entry.record,
        "label": entry.label,
        "fields": {name: {"old": old, "new": new} for name, (old, new) in entry.fields.items()},
    }


def say_plan(plan: ImportPlan) -> None:
    """Print the entries, one a line with tabs between, and the numbers."""
    for outcome, entries in (
        (translate("cli", "new"), plan.new),
        (translate("cli", "changed"), plan.changed),
        (translate("cli", "deleted"), plan.deleted),
        (translate("cli", "doubtful"), plan.doubtful),
        (translate("cli", "refused"), plan.refused),
    ):
        for entry in entries:
            say(_entry_line(outcome, entry))
    say(
        translate("cli", "New: %1, changed: %2, deleted: %3, unchanged: %4")
        .replace("%1", str(len(plan.new)))
        .replace("%2", str(len(plan.changed)))
        .replace("%3", str(len(plan.deleted)))
        .replace("%4", str(plan.unchanged))
    )
    say(
        translate("cli", "Doubtful: %1, refused: %2")
        .replace("%1", str(len(plan.doubtful)))
        .replace("%2", str(len(plan.refused)))
    )


def _entry_line(outcome: str, entry: PlanEntry) -> str:
    parts = [outcome, the_record(entry.table), short_label(entry.label, 100)]
    if any(old is not None for old, _ in entry.fields.values()):
        changes = (
            f"{field_name(name)}: {_shown(old)} → {_shown(new)}"
            for name, (old, new) in entry.fields.items()
        )
        parts.append("; ".join(changes))
    if entry.row is not None:
        parts.append(f"{entry.sheet or ''}:{entry.row}")
    return "\t".join(parts)


def _shown(value: Value) -> str:
    return "–" if value is None else short_label(str(value), 100)
