"""Replace a text everywhere: what would change is planned first, what is chosen is one step."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from partners_app.domain.changes import Change, ChangeSet, Value
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.record_places import Place, RecordPlaces
from partners_app.services.register import Register
from partners_app.services.row_changes import heading_after, shortened
from partners_app.storage import queries, rows
from partners_app.storage.engine import Connection

__all__ = ["Part", "Plan", "Replacement", "Wording", "plan", "replace"]

SHOWN_AT_ONCE = 500
"""How many places are planned at once: more than that nobody looks through."""

_FIELDS = {
    "region": ("name", "remark"),
    "country": ("name", "remark"),
    "partner": ("name", "remark"),
    "other_name": ("name",),
    "agreement": ("title", "remark"),
    "event": ("text", "remark"),
}

# Without a name a partner is the country as a whole; these would only be hard to find again.
_NEVER_EMPTY = {("region", "name"), ("country", "name"), ("other_name", "name")}


@dataclass(frozen=True, slots=True)
class Wording:
    """What is replaced by what, and how it is looked for."""

    old: str
    new: str
    match_case: bool = False
    whole_words: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text: kept, or the old wording with the new one that takes its place."""

    text: str
    new: str | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """One field of one row that holds the wording, in parts; where the record stands."""

    table: str
    row_id: int
    field: str
    parts: tuple[Part, ...]
    place: Place
    year: int | None

    @property
    def before(self) -> str:
        """The text as it is."""
        return "".join(part.text for part in self.parts)

    @property
    def after(self) -> str:
        """The text as it would be."""
        return _joined(self.parts)


@dataclass(frozen=True, slots=True)
class Plan:
    """The fields that would change, the first ones, and how many there are in all."""

    replacements: tuple[Replacement, ...]
    total: int


def plan(register: Register, wording: Wording, *, limit: int = SHOWN_AT_ONCE) -> Plan:
    """Return where a wording stands in names, titles, events and remarks of all years.

    A field whose text would stay as it is is left out, and a name of which nothing would stay.
    """
    if not wording.old:
        return Plan((), 0)
    return register.read(_plan, wording, limit)


def _plan(connection: Connection, wording: Wording, limit: int) -> Plan:
    pattern = _pattern(wording)
    found: list[tuple[str, int, str, tuple[Part, ...]]] = []
    total = 0
    for table, fields in _FIELDS.items():
        for field in fields:
            for row_id, text in rows.texts(connection, table, field):
                parts = tuple(_parts(text, pattern, wording.new))
                if all(part.new is None or part.new == part.text for part in parts):
                    continue
                if (table, field) in _NEVER_EMPTY and not _joined(parts).strip():
                    continue
                total += 1
                if len(found) < limit:
                    found.append((table, row_id, field, parts))
    return Plan(tuple(_placed(connection, found)), total)


def _pattern(wording: Wording) -> re.Pattern[str]:
    pattern = re.escape(wording.old)
    if wording.whole_words:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    return re.compile(pattern, 0 if wording.match_case else re.IGNORECASE)


def _parts(text: str, pattern: re.Pattern[str], new: str) -> Iterator[Part]:
    start = 0
    for found in pattern.finditer(text):
        if found.start() > start:
            yield Part(text[start : found.start()])
        yield Part(found[0], new)
        start = found.end()
    if start < len(text):
        yield Part(text[start:])


def _joined(parts: Iterable[Part]) -> str:
    return "".join(part.text if part.new is None else part.new for part in parts)


def _placed(
    connection: Connection, found: Iterable[tuple[str, int, str, tuple[Part, ...]]]
) -> Iterator[Replacement]:
    found = list(found)
    names = RecordPlaces(connection)
    ids: dict[str, list[int]] = defaultdict(list)
    for table, row_id, _, _ in found:
        ids[table].append(row_id)
    events = queries.events(connection, ids["event"])
    loaded = {
        table: rows.load(connection, table, ids[table]) for table in ("agreement", "other_name")
    }
    for table, row_id, field, parts in found:
        place: Place
        year = None
        match table:
            case "event":
                place, year = names.of_event(events[row_id]), events[row_id].report_year
            case "agreement" | "other_name":
                place = names.of_link(loaded[table][row_id])
            case "partner":
                place = names.of_partner(row_id)
            case "country":
                place = names.of_country(row_id)
            case _:
                place = names.of_region(row_id)
        yield Replacement(table, row_id, field, parts, place, year)


def replace(register: Register, wording: Wording, chosen: Iterable[Replacement]) -> ChangeSet:
    """Write the chosen replacements in one step; ChangedSince when a text is another one by now."""
    before: dict[tuple[str, int], dict[str, Value]] = defaultdict(dict)
    after: dict[tuple[str, int], dict[str, Value]] = defaultdict(dict)
    for item in chosen:
        key = (item.table, item.row_id)
        value: str | None = item.after
        if item.table == "partner" and item.field == "name" and not item.after.strip():
            value = None  # a partner without a name is the country as a whole
        before[key][item.field] = item.before
        after[key][item.field] = value
    bands = register.read(
        rows.load, "region", [row_id for table, row_id in before if table == "region"]
    )
    for (table, row_id), fields in before.items():
        if table == "region" and row_id in bands and "name" in fields:
            band = {**bands[row_id], **fields}
            heading = heading_after(band, after[table, row_id]["name"])
            if heading != band["heading"]:
                fields["heading"] = band["heading"]
                after[table, row_id]["heading"] = heading
    changes = tuple(
        Change(table, row_id, fields, after[table, row_id])
        for (table, row_id), fields in before.items()
    )
    label = shortened(f"«{wording.old}» → «{wording.new}»")
    return register.apply(ChangeSet(OperationKind.EDIT, changes, "", label))
