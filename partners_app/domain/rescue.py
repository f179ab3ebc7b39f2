"""Rows that have lost what they stand under get a place again: no word is left where none sees it.

A parent that is gone is made anew under the same number, so that what stood under it stays
together. What it stood under itself nobody knows: it comes under «Спасённое».
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid4

from partners_app.domain.changes import Change, Row, update
from partners_app.domain.content_rows import (
    POSITION_GAP,
    TABLES,
    agreement_row,
    country_row,
    event_link_row,
    partner_row,
    region_row,
)
from partners_app.domain.content_tables import PARENTS, REFERENCES
from partners_app.domain.records import Agreement, Country, EventLink, Partner, Region
from partners_app.domain.vocabulary import PartnerKind

RESCUED = "Спасённое"
"""The name of the band, the country and the partner that take in what stood nowhere."""
_AGAIN = {
    "region": "Спасённый раздел № %1",
    "country": "Спасённая страна № %1",
    "partner": "Спасённый партнёр № %1",
    "agreement": "Спасённый документ № %1",
}
_LISTS = ("agreement_date", "agreement_link", "other_name", "event_link")
_NEW = -1
"""The id of the one new row of a table; the journal gives it a number."""

Tables = Mapping[str, Mapping[int, Row]]


@dataclass(frozen=True, slots=True)
class Placed:
    """Rows that all stand somewhere; ``dropped`` are links that say nothing without their end."""

    rows: dict[str, dict[int, Row]]
    added: frozenset[tuple[str, int]]
    dropped: frozenset[tuple[str, int]]


def orphans(rows: Tables) -> list[tuple[str, int, str]]:
    """Return (table, id, field) of each row that refers to one that is gone."""
    return [
        (table, row_id, field)
        for table in TABLES
        for row_id, row in rows.get(table, {}).items()
        for field, target in REFERENCES.items()
        if row.get(field) is not None and row[field] not in rows.get(target, {})
    ]


def without_a_cell(rows: Tables) -> list[int]:
    """Return the events that stand under no partner and no country."""
    placed = {row["event_id"] for row in rows.get("event_link", {}).values()}
    return sorted(set(rows.get("event", {})) - placed)


def place_orphans(rows: Tables) -> Placed:
    """Give a place to each row that refers to one that is gone, and to each event without a cell.

    Rows that are made for it have a negative id, unless they take the place of one that is gone.
    """
    rescue = _Rescue(rows)
    rescue.place()
    return Placed(rescue.rows, frozenset(rescue.added), frozenset(rescue.dropped))


class _Rescue:
    def __init__(self, rows: Tables) -> None:
        self.rows = {table: dict(rows.get(table, {})) for table in TABLES}
        self.added: set[tuple[str, int]] = set()
        self.dropped: set[tuple[str, int]] = set()

    def place(self) -> None:
        for table, row_id, field in orphans(self.rows):
            if field in ("event_id", "other_id"):
                self.rows[table].pop(row_id, None)
                self.dropped.add((table, row_id))
        # Children before parents: a parent that is made anew may lack its own.
        for table in (*_LISTS, "agreement", "partner", "country"):
            for name, row_id, field in orphans(self.rows):
                if name == table and (number := self.rows[name][row_id][field]) is not None:
                    target = REFERENCES[field]
                    self._add(target, int(str(number)), _AGAIN[target])
        self._give_cells(without_a_cell(self.rows))

    def _give_cells(self, events: Iterable[int]) -> None:
        for step, event_id in enumerate(events, start=1):
            link = EventLink(0, str(uuid4()), None, self._refuge("country"), step * POSITION_GAP)
            self._put("event_link", -step, event_link_row(link, event_id))

    def _refuge(self, table: str) -> int:
        """Return the record that takes in what stood nowhere; it is made when first needed."""
        known = (row_id for row_id, row in self.rows[table].items() if row["name"] == RESCUED)
        found = next(known, None)
        if found is None:
            self._add(table, _NEW, RESCUED)
        return _NEW if found is None else found

    def _add(self, table: str, number: int, pattern: str) -> None:
        if number in self.rows[table]:
            return
        name, uuid = pattern.replace("%1", str(number)), str(uuid4())
        place = self._last_position(table) + POSITION_GAP
        parent = self._refuge(PARENTS[table][1]) if table in PARENTS else 0
        match table:
            case "region":
                row = region_row(Region(number, uuid, name, name.upper(), place))
            case "country":
                row = country_row(Country(number, uuid, parent, name, place))
            case "partner":
                partner = Partner(number, uuid, parent, PartnerKind.CITY, name, place)
                row = partner_row(partner)
            case _:
                row = agreement_row(Agreement(number, uuid, parent, None, name, place))
        self._put(table, number, row)

    def _put(self, table: str, number: int, row: Row) -> None:
        self.rows[table][number] = row
        self.added.add((table, number))

    def _last_position(self, table: str) -> int:
        numbers = (row["position"] for row in self.rows[table].values())
        return max((number for number in numbers if isinstance(number, int)), default=0)


def changes_between(before: Tables, after: Tables) -> tuple[Change, ...]:
    """Return the changes that make some rows of others."""
    changes: list[Change] = []
    for table in {**before, **after}:
        old, new = before.get(table, {}), after.get(table, {})
        for row_id in sorted({*old, *new}):
            if row_id not in new:
                changes.append(Change(table, row_id, old[row_id], None))
            elif row_id not in old:
                changes.append(Change(table, row_id, None, new[row_id]))
            elif (change := update(table, row_id, old[row_id], new[row_id])) is not None:
                changes.append(change)
    return tuple(changes)
