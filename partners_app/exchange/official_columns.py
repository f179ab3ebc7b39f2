"""Where in a sheet the yearly table stands: its head, its columns, its year.

The head is found by its words, whatever row it is in and in whatever order its columns are:
«Страна», «Город» (or both in one: «Страна/город»), «Основание …», «Год … подписания документа»,
«Основные мероприятия в 2020 году».
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from partners_app.domain.names import fold_text
from partners_app.domain.typed_text import plain
from partners_app.exchange.grid import Grid

_LAST_HEADER_ROW = 60
"""A head further down belongs to another table."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class TableColumn(StrEnum):
    """What a column of the yearly table holds."""

    COUNTRY = "country"
    PARTNER = "partner"
    PLACE = "place"  # country and partner in one column
    BASIS = "basis"
    DATE = "date"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class OfficialTable:
    """The place of a yearly table in a sheet.

    ``columns`` gives the number of each column that was found; ``ids`` those of the hidden
    columns of our own report, by name; ``unknown`` the heads of columns nobody knows.
    """

    header_row: int
    columns: Mapping[TableColumn, int]
    ids: Mapping[str, int] = field(default_factory=dict)
    unknown: Mapping[int, str] = field(default_factory=dict)
    title: str = ""
    year: int | None = None


def recognise_official(grid: Grid) -> OfficialTable | None:
    """Find the yearly table in a sheet; None where no row names country, basis and events.

    Of several rows that look like a head, the one with most known columns is taken, then the
    first.
    """
    rows: dict[int, dict[int, str]] = {}
    for (row, column), value in grid.cells.items():
        if row <= _LAST_HEADER_ROW and isinstance(value, str):
            rows.setdefault(row, {})[column] = plain(value)
    best: OfficialTable | None = None
    for row in sorted(rows):
        columns: dict[TableColumn, int] = {}
        unknown: dict[int, str] = {}
        ids: dict[str, int] = {}
        for column, text in sorted(rows[row].items()):
            known = _column_of(text)
            if text.startswith(("№", "п/п")):
                continue
            if text.endswith("_uuid"):
                ids[text.removesuffix("_uuid")] = column
            elif known is None or known in columns:
                unknown[column] = text
            else:
                columns[known] = column
        if not {TableColumn.BASIS, TableColumn.EVENTS} <= columns.keys():
            continue
        if TableColumn.COUNTRY not in columns and TableColumn.PLACE not in columns:
            continue
        if best is None or len(columns) > len(best.columns):
            # A Word table has its title above it, a sheet in its first rows.
            title = _title(rows, row) or " ".join(plain(grid.heading).split())
            year = _year(rows[row][columns[TableColumn.EVENTS]], title)
            best = OfficialTable(row, columns, ids, unknown, title, year)
    return best


def _column_of(text: str) -> TableColumn | None:
    words = fold_text(text)
    has_country = "стран" in words or "государств" in words
    has_partner = re.search(r"\b(?:город|регион|партнер|провинци|территори)", words) is not None
    if len(words) > 120:
        return None
    if "мероприяти" in words or words.startswith("события"):
        return TableColumn.EVENTS
    if words.startswith(("основани", "документ", "соглашени", "наименование документ")):
        return TableColumn.BASIS
    if re.match(r"(?:год|дата|даты|когда)\b", words):
        return TableColumn.DATE
    if has_country and has_partner:
        return TableColumn.PLACE
    if has_country:
        return TableColumn.COUNTRY
    return TableColumn.PARTNER if has_partner else None


def _title(rows: Mapping[int, Mapping[int, str]], header_row: int) -> str:
    """Return the lines above the head as the title: one text a row, the widest merge or not."""
    lines = [" ".join(rows[row].values()) for row in sorted(rows) if row < header_row]
    return " ".join(" ".join(lines).split())


def _year(head: str, title: str) -> int | None:
    """Return the year that the head of the events names, else the only one of the title."""
    named = set(_YEAR.findall(head)) or set(_YEAR.findall(title))
    return int(named.pop()) if len(named) == 1 else None
