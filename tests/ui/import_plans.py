"""Plans of imports made in code, for the list that shows them."""

from pathlib import Path

from partners_app.domain.changes import Change, Value
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.import_lines import EntryLine
from partners_app.domain.import_plan import Candidate, Doubt, ImportPlan, Outcome, PlanEntry
from partners_app.domain.incoming import Layout, SourcePlace
from partners_app.domain.names import fold_text

LONG = "визит делегации с подробной программой по всем районам города " * 12


def entry(
    key: str,
    outcome: Outcome,
    *,
    table: str = "event",
    label: str = "3 марта – визит",
    owner: str = "Финляндия · г. Турку",
    row: int | None = 3,
    doubt: Doubt | None = None,
    needs: tuple[str, ...] = (),
    fields: dict[str, tuple[Value, Value]] | None = None,
    written: bool = True,
) -> PlanEntry:
    """Return an entry; unless it is unchanged or refused there is a change to write."""
    can_be_written = written and outcome not in (Outcome.UNCHANGED, Outcome.REFUSED)
    if doubt in (Doubt.LOOKS_LIKE, Doubt.BAND_MISSING, Doubt.PARENT_UNDECIDED):
        can_be_written = False
    reason = None
    if outcome is Outcome.REFUSED:
        reason = Finding(FindingCode.NO_COUNTRY, Severity.ERROR, "", "")
    return PlanEntry(
        key,
        outcome,
        table,
        key,
        label,
        owner,
        fields or {},
        SourcePlace("Свод", row, 4) if row is not None else None,
        label,
        doubt,
        reason,
        (Candidate("other", "Финляндия · г. Котка"),) if doubt is Doubt.LOOKS_LIKE else (),
        needs,
        (Change("event", -1, None, {"uuid": key}),) if can_be_written else (),
    )


def line(before: str, after: str) -> EntryLine:
    """Return a line whose only part is the text."""
    folded = fold_text(f"Финляндия г. Турку {before} {after}")
    return EntryLine(before, after, {"text": (before, after)}, 2020, folded)


def plan_of(*entries: PlanEntry) -> tuple[ImportPlan, dict[str, EntryLine]]:
    """Return a plan of entries and their lines: a changed one was called otherwise before."""
    lines = {}
    for each in entries:
        before = "" if each.outcome in (Outcome.NEW, Outcome.DOUBTFUL) else each.label
        if each.outcome is Outcome.CHANGED:
            before = each.label.replace("визит", "везит")
        after = "" if each.outcome is Outcome.DELETED else each.label
        lines[each.key] = line(before, after)
    return ImportPlan(Path("Свод.xlsx"), Layout.FLAT, entries), lines


def mixed_plan() -> tuple[ImportPlan, dict[str, EntryLine]]:
    """Return a plan with an entry of each outcome; a new partner is needed by its event."""
    return plan_of(
        entry("same", Outcome.UNCHANGED, row=1),
        entry("changed", Outcome.CHANGED, row=5, fields={"kind": ("visit", "reception")}),
        entry("partner", Outcome.NEW, table="partner", label="Пори", owner="Финляндия", row=6),
        entry("new", Outcome.NEW, row=6, needs=("partner",), label="5 мая – ёлка"),
        entry("gone", Outcome.DELETED, row=None),
        entry("alike", Outcome.DOUBTFUL, row=7, doubt=Doubt.LOOKS_LIKE),
        entry("both", Outcome.DOUBTFUL, row=8, doubt=Doubt.CHANGED_BOTH),
        entry("refused", Outcome.REFUSED, table="", label="31 февраля | встреча", owner="", row=9),
    )
