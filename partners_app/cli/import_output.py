"""What ``import`` prints: the plan line by line, or as one JSON object."""

from typing import Any

from partners_app.cli.output import finding_json, say
from partners_app.domain.changes import Value
from partners_app.domain.import_plan import ImportPlan, Outcome, PlanEntry
from partners_app.texts.imports import entry_reason, outcome_word
from partners_app.texts.language import translate
from partners_app.texts.operations import short_label
from partners_app.texts.tables import field_name, the_record


def plan_json(plan: ImportPlan) -> dict[str, Any]:
    """Return a plan as ``import --json`` prints it.

    ``new``, ``changed``, ``deleted``, ``doubtful`` and ``refused`` are lists of entries with sheet,
    row (both null for a file without sheets), table, record (UUID), label, owner («Финляндия · г.
    Турку») and fields, each with old and new. A doubtful one also has ``doubt``, a code, and
    ``candidates``, the records it may be; a refused one ``reason``, a finding. ``unchanged`` is a
    number, ``problems`` are findings.
    """
    listed = (Outcome.NEW, Outcome.CHANGED, Outcome.DELETED, Outcome.DOUBTFUL, Outcome.REFUSED)
    found: dict[str, Any] = {
        outcome.value: [_entry_json(entry) for entry in plan.of(outcome)] for outcome in listed
    }
    found["unchanged"] = plan.unchanged
    found["problems"] = [finding_json(finding) for finding in plan.problems]
    order = ("new", "changed", "deleted", "unchanged", "doubtful", "refused", "problems")
    return {key: found[key] for key in order}


def _entry_json(entry: PlanEntry) -> dict[str, Any]:
    return {
        "sheet": entry.sheet,
        "row": entry.row,
        "table": entry.table,
        "record": entry.record,
        "label": entry.label,
        "owner": entry.owner,
        "fields": {name: {"old": old, "new": new} for name, (old, new) in entry.fields.items()},
        "doubt": None if entry.doubt is None else entry.doubt.value,
        "candidates": [
            {"record": candidate.record, "label": candidate.label} for candidate in entry.candidates
        ],
        "reason": None if entry.reason is None else finding_json(entry.reason),
    }


def say_plan(plan: ImportPlan) -> None:
    """Print the entries, one a line with tabs between, and the numbers."""
    numbers = {outcome: len(plan.of(outcome)) for outcome in Outcome}
    for outcome in (
        Outcome.NEW,
        Outcome.CHANGED,
        Outcome.DELETED,
        Outcome.DOUBTFUL,
        Outcome.REFUSED,
    ):
        for entry in plan.of(outcome):
            say(_entry_line(entry))
    say(
        translate("cli", "New: %1, changed: %2, deleted: %3, unchanged: %4")
        .replace("%1", str(numbers[Outcome.NEW]))
        .replace("%2", str(numbers[Outcome.CHANGED]))
        .replace("%3", str(numbers[Outcome.DELETED]))
        .replace("%4", str(numbers[Outcome.UNCHANGED]))
    )
    say(
        translate("cli", "Doubtful: %1, refused: %2")
        .replace("%1", str(numbers[Outcome.DOUBTFUL]))
        .replace("%2", str(numbers[Outcome.REFUSED]))
    )


def _entry_line(entry: PlanEntry) -> str:
    parts = [outcome_word(entry.outcome)]
    if entry.outcome is not Outcome.REFUSED:
        parts.append(the_record(entry.table))
    parts.append(" · ".join(filter(None, [entry.owner, short_label(entry.label, 100)])))
    if any(old is not None for old, _ in entry.fields.values()):
        changes = (
            f"{field_name(name)}: {_shown(old)} → {_shown(new)}"
            for name, (old, new) in entry.fields.items()
        )
        parts.append("; ".join(changes))
    if reason := entry_reason(entry):
        parts.append(reason)
    if entry.row is not None:
        parts.append(f"{entry.sheet or ''}:{entry.row}")
    return "\t".join(parts)


def _shown(value: Value) -> str:
    return "–" if value is None else short_label(str(value), 100)
