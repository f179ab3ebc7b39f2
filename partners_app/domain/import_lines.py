"""What each entry of an import's plan says in one line, as it was and as it will be.

An entry holds only the fields that change; the line of an event is its date and its text, that of
an agreement its title and its dates, whichever of them changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from partners_app.domain.changes import Row, Value
from partners_app.domain.content_tables import ContentTables
from partners_app.domain.event_text import event_line
from partners_app.domain.import_lists import list_text
from partners_app.domain.import_plan import Doubt, ImportPlan, Outcome, PlanEntry
from partners_app.domain.incoming import Incoming
from partners_app.domain.names import fold_text

__all__ = ["EntryLine", "entry_lines"]

_PARTS = {
    "event": ("date_text", "text"),
    "agreement": ("title", "dates"),
    "setting": ("value",),
}
_DOUBTS_OF_FIELDS = (Doubt.EMPTIED, Doubt.CHANGED_BOTH, Doubt.CHANGED_EITHER)


@dataclass(frozen=True, slots=True)
class EntryLine:
    """The line of an entry before and after; "" where there is no record.

    ``parts`` are the fields that it is made of, old and new, changed or not. ``year`` is the report
    year of an event, for dates that name none; ``folded`` what a search looks through.
    """

    before: str
    after: str
    parts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    year: int | None = None
    folded: str = ""


def entry_lines(incoming: Incoming, made: ImportPlan) -> dict[str, EntryLine]:
    """Return the line of each entry by its key."""
    tables = ContentTables(incoming.content)
    lines = ((entry, _line(entry, tables)) for entry in made.entries)
    return {entry.key: replace(line, folded=_folded(entry, line)) for entry, line in lines}


def _folded(entry: PlanEntry, line: EntryLine) -> str:
    texts = dict.fromkeys((entry.owner, line.before, line.after))
    return fold_text(" ".join(texts))


def _line(entry: PlanEntry, tables: ContentTables) -> EntryLine:
    if entry.outcome is Outcome.REFUSED:
        return EntryLine("", entry.source)
    parts = _parts(entry, tables)
    before, after = (
        _joined(entry.table, {name: values[side] for name, values in parts.items()})
        for side in (0, 1)
    )
    is_new = entry.outcome is Outcome.NEW or (
        entry.outcome is Outcome.DOUBTFUL and entry.doubt not in _DOUBTS_OF_FIELDS
    )
    is_gone = entry.outcome is Outcome.DELETED
    if not before and not after:
        before = after = entry.label
    year = _file_row(entry, tables).get("report_year", entry.fields.get("report_year", (None,))[0])
    return EntryLine(
        "" if is_new else before,
        "" if is_gone else after,
        parts,
        year if isinstance(year, int) else None,
    )


def _parts(entry: PlanEntry, tables: ContentTables) -> dict[str, tuple[str, str]]:
    row = _file_row(entry, tables)
    found = {}
    for name in _PARTS.get(entry.table, ("name",)):
        told = row.get(name)
        if name == "dates" and row:
            told = _dates(entry, tables)
        old, new = entry.fields.get(name, (told, told))
        found[name] = (_text(old), _text(new))
    return found


def _file_row(entry: PlanEntry, tables: ContentTables) -> Row:
    """Return the record as the file tells it; empty for what it does not hold."""
    number = _file_id(entry, tables)
    return {} if number is None else tables.rows[entry.table][number]


def _file_id(entry: PlanEntry, tables: ContentTables) -> int | None:
    return tables.ids.get((entry.table, entry.key.partition("/")[0]))


def _dates(entry: PlanEntry, tables: ContentTables) -> str:
    rows = tables.list_of("agreement_date", "agreement", _file_id(entry, tables))
    return list_text("agreement_date", rows, tables)


def _joined(table: str, parts: Mapping[str, str]) -> str:
    if table == "event":
        return event_line(parts["date_text"], parts["text"])
    return " · ".join(text for text in parts.values() if text)


def _text(value: Value) -> str:
    return "" if value is None else str(value)
