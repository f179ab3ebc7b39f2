"""The lists inside a record (dates, other names, links), as a file tells them and as they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partners_app.domain.changes import Change, Row, Value
from partners_app.domain.content_rows import positions
from partners_app.domain.content_tables import REFERENCES, ContentTables
from partners_app.domain.import_matching import Matches
from partners_app.domain.typed_text import plain

__all__ = ["ListValue", "Lists", "list_text"]

_COMPARED = {
    "other_name": ("name", "used_from_text", "used_to_text"),
    "agreement_date": ("date_text", "meaning", "separator"),
    "agreement_link": ("other_id", "kind"),
}
_SHOWN_BY_A_TABLE = {"agreement_date": ("date_text",)}
"""What a yearly or flat table tells of a row of a list; the rest is none of its business."""


@dataclass(frozen=True, slots=True)
class ListValue:
    """A list as a value: ``key`` to compare it with another, ``text`` to show it."""

    key: tuple[tuple[Value, ...], ...]
    text: str


class Lists:
    """The lists of a file beside those of the register and of the export."""

    def __init__(
        self,
        file: ContentTables,
        now: ContentTables,
        was: ContentTables | None,
        matches: Matches,
    ) -> None:
        """Take the three sides."""
        self._file, self._now, self._was = file, now, was
        self._matches = matches

    def values(
        self, table: str, owner_table: str, told: int, known: int, *, exact: bool
    ) -> tuple[ListValue, ListValue, ListValue | None]:
        """Return a list as the file tells it, as the register holds it and as it was exported.

        ``exact``: the file gives whole rows, white space too.
        """
        rows = [
            (number, self._translated(row))
            for number, row in self._file.list_of(table, owner_table, told)
        ]
        text = list_text(table, self._file.list_of(table, owner_table, told), self._file)
        before = None
        if self._was is not None:
            before = _value(table, self._was.list_of(table, owner_table, known), self._was, exact)
        now = _value(table, self._now.list_of(table, owner_table, known), self._now, exact)
        return ListValue(_key(table, rows, exact), text), now, before

    def changes(
        self, table: str, owner_table: str, told: int, known: int, *, exact: bool
    ) -> list[Change]:
        """Return what makes the register's list that of the file."""
        old = dict(self._now.list_of(table, owner_table, known))
        new = [
            (number, {**self._translated(row), f"{owner_table}_id": known})
            for number, row in self._file.list_of(table, owner_table, told)
        ]
        changes: list[Change] = []
        numbers = positions(len(new))
        for (number, row), position in zip(new, numbers, strict=True):
            wanted = {**row, "position": position} if "position" in row else row
            same = _counterpart(table, wanted, old, exact)
            if same is None:
                changes.append(Change(table, number, None, wanted))
                continue
            before = old.pop(same)
            fields = _written(table, wanted, before, exact)
            if fields:
                changes.append(
                    Change(
                        table,
                        same,
                        {name: before[name] for name in fields},
                        {name: wanted[name] for name in fields},
                    )
                )
        return [*changes, *(Change(table, number, row, None) for number, row in old.items())]

    def _translated(self, row: Row) -> Row:
        return {
            name: self._matches.of(REFERENCES[name], value)
            if name in REFERENCES and isinstance(value, int)
            else value
            for name, value in row.items()
        }


def _value(
    table: str, rows: Sequence[tuple[int, Row]], tables: ContentTables, exact: bool
) -> ListValue:
    return ListValue(_key(table, rows, exact), list_text(table, rows, tables))


def _key(table: str, rows: Sequence[tuple[int, Row]], exact: bool) -> tuple[tuple[Value, ...], ...]:
    keys = [_row_key(table, row, exact) for _, row in rows]
    return tuple(sorted(keys, key=repr) if table == "agreement_link" else keys)


def _row_key(table: str, row: Row, exact: bool) -> tuple[Value, ...]:
    if exact:
        return tuple(row[name] for name in _COMPARED[table])
    names = _SHOWN_BY_A_TABLE.get(table, _COMPARED[table])
    return tuple(
        " ".join(plain(value).split()) if isinstance(value := row[name], str) else value
        for name in names
    )


def _counterpart(table: str, wanted: Row, old: Mapping[int, Row], exact: bool) -> int | None:
    for number, row in old.items():
        if row["uuid"] == wanted["uuid"]:
            return number
    key = _row_key(table, wanted, exact)
    return next((n for n, row in old.items() if _row_key(table, row, exact) == key), None)


def _written(table: str, wanted: Row, before: Row, exact: bool) -> list[str]:
    names = [name for name in _COMPARED[table] if wanted[name] != before[name]]
    if not exact:
        names = [name for name in names if wanted[name] not in (None, "")]
    if "position" in wanted and wanted["position"] != before["position"]:
        names.append("position")
    return names


def list_text(table: str, rows: Sequence[tuple[int, Row]], tables: ContentTables) -> str:
    """Return a list as a clerk reads it."""
    if table == "agreement_date":
        return "".join(
            (str(row["separator"]) or ("; " if number else "")) + str(row["date_text"])
            for number, (_, row) in enumerate(rows)
        )
    if table == "agreement_link":
        return "; ".join(
            tables.label("agreement", other)
            for _, row in rows
            if isinstance(other := row["other_id"], int) and other in tables.rows["agreement"]
        )
    return "; ".join(str(row["name"]) for _, row in rows)
