"""A register's content as rows by table and id, with their lists, owners and labels."""

from collections import defaultdict
from collections.abc import Container, Mapping
from functools import cached_property

from partners_app.domain.changes import Change, Row, Value
from partners_app.domain.content_rows import content_rows
from partners_app.domain.event_text import event_line
from partners_app.domain.records import RegisterContent
from partners_app.domain.row_records import content_from_rows

__all__ = [
    "PARENTS",
    "RECORDS",
    "REFERENCES",
    "ContentTables",
    "cell_of_row",
    "label_of_row",
    "under_negative_ids",
]

RECORDS = ("region", "country", "partner", "agreement", "event")
"""The tables of records, parents before children; the others are lists inside them."""

PARENTS = {
    "country": ("region_id", "region"),
    "partner": ("country_id", "country"),
    "agreement": ("partner_id", "partner"),
}
"""The field that names a record's parent, and the parent's table."""

REFERENCES = {
    "region_id": "region",
    "country_id": "country",
    "partner_id": "partner",
    "agreement_id": "agreement",
    "other_id": "agreement",
    "event_id": "event",
}
"""What the fields of a row that hold an id refer to."""

_OWNER_FIELDS = {
    "other_name": ("country_id", "partner_id"),
    "agreement_date": ("agreement_id",),
    "agreement_link": ("agreement_id",),
    "event_link": ("event_id",),
}
_LABEL_LENGTH = 80


class ContentTables:
    """The rows of a content; ids are those of the content."""

    def __init__(self, content: RegisterContent) -> None:
        """Take the rows apart; lists are grouped when first asked for."""
        self.content = content
        self.rows: dict[str, dict[int, Row]] = defaultdict(dict)
        for table, row_id, row in content_rows(content):
            self.rows[table][row_id] = row

    def row(self, table: str, row_id: int | None) -> Row | None:
        """Return one row, None where there is none."""
        return None if row_id is None else self.rows[table].get(row_id)

    @cached_property
    def ids(self) -> Mapping[tuple[str, str], int]:
        """The ids of the records by table and UUID."""
        return {
            (table, str(row["uuid"])): row_id
            for table in RECORDS
            for row_id, row in self.rows[table].items()
        }

    @cached_property
    def _lists(self) -> Mapping[tuple[str, str, int], list[tuple[int, Row]]]:
        found: dict[tuple[str, str, int], list[tuple[int, Row]]] = defaultdict(list)
        for table, fields in _OWNER_FIELDS.items():
            for row_id, row in self.rows[table].items():
                for field in fields:
                    owner = row[field]
                    if isinstance(owner, int):
                        found[table, REFERENCES[field], owner].append((row_id, row))
        for rows in found.values():
            rows.sort(key=lambda item: (_number(item[1].get("position")), item[0]))
        return found

    def list_of(self, table: str, owner_table: str, owner: int | None) -> list[tuple[int, Row]]:
        """Return the rows of a list inside a record, in order."""
        return [] if owner is None else self._lists.get((table, owner_table, owner), [])

    @cached_property
    def siblings(self) -> Mapping[tuple[str, str, int], list[tuple[int, int]]]:
        """(id, position) of each list that has an order, by table, parent's table and parent.

        A cell of events is a list of ``event_link`` under a partner or a country; the bands are
        the list of ``region`` under 0.
        """
        found: dict[tuple[str, str, int], list[tuple[int, int]]] = defaultdict(list)
        for table in ("region", *PARENTS):
            field, parent = PARENTS.get(table, ("", ""))
            for row_id, row in self.rows[table].items():
                owner = _number(row[field]) if field else 0
                found[table, parent, owner].append((row_id, _number(row["position"])))
        for row_id, row in self.rows["event_link"].items():
            table, owner = cell_of_row(row)
            found["event_link", table, owner].append((row_id, _number(row["position"])))
        for rows in found.values():
            rows.sort(key=lambda item: (item[1], item[0]))
        return found

    def label(self, table: str, row_id: int) -> str:
        """Return how a clerk knows a record: its name; a country as a whole by the country's."""
        row = self.rows[table][row_id]
        if table == "partner" and not row["name"]:
            return str(self.rows["country"][_number(row["country_id"])]["name"])
        return label_of_row(table, row)

    def owner(self, table: str, row_id: int) -> str:
        """Return under what a record stands: «Финляндия · г. Турку»; "" for a band."""
        row = self.rows[table][row_id]
        if table == "event":
            links = self.list_of("event_link", "event", row_id)
            if not links:
                return ""
            place, owner = cell_of_row(links[0][1])
            return self._path(place, owner)
        if table not in PARENTS:
            return ""
        field, parent = PARENTS[table]
        return self._path(parent, _number(row[field]))

    def _path(self, table: str, row_id: int) -> str:
        row = self.row(table, row_id)
        if row is None:
            return ""
        name = str(row["name"] or "")
        if table != "partner":
            return name
        country = self.row("country", _number(row["country_id"]))
        return " · ".join(filter(None, [str(country["name"]) if country else "", name]))

    def removal(
        self, table: str, row_id: int, kept: Container[tuple[str, int]] = ()
    ) -> tuple[tuple[Change, ...], frozenset[tuple[str, int]]]:
        """Return the deletions of a record and of everything under it, and what was spared.

        An event goes when no cell is left to stand in; a link between agreements with either.
        Records that are ``kept`` are spared: they are led elsewhere by somebody else.
        """
        doomed: dict[tuple[str, int], Row] = {}
        spared: set[tuple[str, int]] = set()
        self._doom(table, row_id, kept, doomed, spared)
        events = {row["event_id"] for (name, _), row in doomed.items() if name == "event_link"}
        for event in map(_number, events):
            links = self.list_of("event_link", "event", event)
            if ("event", event) in kept:
                spared.add(("event", event))
            elif all(("event_link", link) in doomed for link, _ in links):
                doomed["event", event] = self.rows["event"][event]
        changes = (Change(name, number, row, None) for (name, number), row in doomed.items())
        return tuple(changes), frozenset(spared)

    def _doom(
        self,
        table: str,
        row_id: int,
        kept: Container[tuple[str, int]],
        doomed: dict[tuple[str, int], Row],
        spared: set[tuple[str, int]],
    ) -> None:
        if (table, row_id) in doomed:
            return
        doomed[table, row_id] = self.rows[table][row_id]
        for child, field in _CHILDREN.get(table, ()):
            for number in self._children.get((child, field, row_id), ()):
                if (child, number) in kept:
                    spared.add((child, number))
                else:
                    self._doom(child, number, kept, doomed, spared)

    @cached_property
    def _children(self) -> Mapping[tuple[str, str, int], list[int]]:
        found: dict[tuple[str, str, int], list[int]] = defaultdict(list)
        for children in _CHILDREN.values():
            for child, field in children:
                for number, row in self.rows[child].items():
                    owner = row[field]
                    if isinstance(owner, int):
                        found[child, field, owner].append(number)
        return found


_CHILDREN: Mapping[str, tuple[tuple[str, str], ...]] = {
    "region": (("country", "region_id"),),
    "country": (
        ("partner", "country_id"),
        ("other_name", "country_id"),
        ("event_link", "country_id"),
    ),
    "partner": (
        ("agreement", "partner_id"),
        ("other_name", "partner_id"),
        ("event_link", "partner_id"),
    ),
    "agreement": (
        ("agreement_date", "agreement_id"),
        ("agreement_link", "agreement_id"),
        ("agreement_link", "other_id"),
    ),
    "event": (("event_link", "event_id"),),
}


def under_negative_ids(content: RegisterContent) -> RegisterContent:
    """Return a content of another file, whose ids mean nothing in the register."""
    rows: dict[str, dict[int, Row]] = defaultdict(dict)
    for table, row_id, row in content_rows(content):
        rows[table][-row_id] = {
            name: -value if name in REFERENCES and isinstance(value, int) else value
            for name, value in row.items()
        }
    return content_from_rows(content.title, rows, year=content.year)


def cell_of_row(row: Row) -> tuple[str, int]:
    """Return the cell that a row of ``event_link`` stands for."""
    if isinstance(row["partner_id"], int):
        return "partner", row["partner_id"]
    return "country", _number(row["country_id"])


def label_of_row(table: str, row: Row) -> str:
    """Return the name of a record by its own row, in one line and cut at a word."""
    if table == "event":
        text = event_line(str(row["date_text"]), str(row["text"]))
    else:
        text = next((str(row[name]) for name in ("name", "title") if row.get(name)), "")
    line = " ".join(text.split())
    if len(line) <= _LABEL_LENGTH:
        return line
    return line[:_LABEL_LENGTH].rsplit(" ", 1)[0] + "…"


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0
