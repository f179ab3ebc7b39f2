"""Tables as colleagues send them, built in code, and what the reader makes of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from partners_app.domain.column_mapping import ColumnMapping
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.incoming import Incoming
from partners_app.domain.records import Agreement, Event, RegisterContent
from partners_app.exchange.flat_columns import recognise_columns
from partners_app.exchange.flat_table import read_flat_table
from partners_app.exchange.grid import CellValue, Grid, GridFile, Merge

Values = Sequence[CellValue | None]
Rows = Sequence[Values]

_RANGE = re.compile("([A-Z])([0-9]+):([A-Z])([0-9]+)")


def grid_of(
    rows: Rows,
    *,
    merged: Iterable[str] = (),
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
    first_row: int = 1,
) -> Grid:
    """Return a sheet with these rows; None is an empty cell, «A2:A4» a merged range."""
    cells = {
        (row, column): value
        for row, values in enumerate(rows, start=first_row)
        for column, value in enumerate(values, start=1)
        if value is not None
    }
    return Grid(
        "Лист1",
        cells,
        tuple(_merge(text) for text in merged),
        hidden_rows=frozenset(hidden_rows),
        hidden_columns=frozenset(hidden_columns),
    )


def table(columns: Mapping[str, Values]) -> Rows:
    """Return rows out of columns: each a head and the values below it."""
    return [list(columns), *zip(*columns.values(), strict=True)]


def _merge(text: str) -> Merge:
    found = _RANGE.fullmatch(text)
    assert found is not None, text
    first, last = ord(found[1]) - ord("A") + 1, ord(found[3]) - ord("A") + 1
    return Merge(int(found[2]), first, int(found[4]), last)


def columns_of(grid: Grid) -> ColumnMapping:
    """Return the mapping that the heads give; the table must be recognised."""
    mapping = recognise_columns(grid)
    assert mapping is not None
    return mapping


def read(
    grid: Grid,
    *,
    year: int | None = 2020,
    mapping: ColumnMapping | None = None,
    include_hidden: bool = False,
) -> Incoming:
    """Read a table by its heads, or by a mapping of its own."""
    file = GridFile(Path("Сводка.xlsx"), "0" * 64, (grid,))
    return read_flat_table(
        grid, file, mapping or columns_of(grid), year=year, include_hidden=include_hidden
    )


def told(incoming: Incoming, code: FindingCode) -> list[Finding]:
    """Return the findings of one code, those of refused rows too."""
    reasons = [refused.reason for refused in incoming.refused]
    return [finding for finding in (*incoming.findings, *reasons) if finding.code is code]


def event_rows(incoming: Incoming) -> list[tuple[str, str, str]]:
    """Return where each event stands, its date and its text: «Италия · г. Милан», ….."""
    content = incoming.content
    return [(places_of(content, event), event.date.text, event.text) for event in content.events]


def places_of(content: RegisterContent, event: Event) -> str:
    """Return where an event stands; several places are parted by «; »."""
    countries = {country.id: country.name for country in content.countries}
    partners = {
        partner.id: f"{countries[partner.country_id]} · {partner.name}"
        for partner in content.partners
    }
    return "; ".join(
        countries[link.country_id or 0] if link.partner_id is None else partners[link.partner_id]
        for link in event.links
    )


def agreement_rows(incoming: Incoming) -> list[tuple[str, str | None, list[str]]]:
    """Return the partner of each agreement, its title and its dates."""
    names = {partner.id: partner.name or "" for partner in incoming.content.partners}
    return [
        (names[agreement.partner_id], agreement.title, dates_of(agreement))
        for agreement in incoming.content.agreements
    ]


def dates_of(agreement: Agreement) -> list[str]:
    """Return the wordings of an agreement's dates."""
    return [date.date.text for date in agreement.dates]
