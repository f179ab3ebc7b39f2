"""What the reader makes of a yearly table, in the words of a clerk."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from partners_app.domain.findings import FindingCode
from partners_app.domain.incoming import Incoming
from partners_app.exchange.grid import CellValue, Grid, GridFile
from partners_app.exchange.official_columns import recognise_official
from partners_app.exchange.official_layout import read_official
from tests.exchange.flat_grids import grid_of
from tests.exchange.official.tables import HEADS

Row = tuple[CellValue | None, ...]


def read(
    rows: Iterable[Row],
    *,
    heads: tuple[str, ...] | None = HEADS,
    merged: Iterable[str] = (),
    hidden_rows: Iterable[int] = (),
    year: int = 2020,
    **options: Any,
) -> Incoming:
    """Read a sheet whose first row is the head."""
    first: list[Row] = [] if heads is None else [heads]
    grid = grid_of([*first, *rows], merged=merged, hidden_rows=hidden_rows)
    return read_grid(grid, year=year, **options)


def read_grid(grid: Grid, *, year: int = 2020, **options: Any) -> Incoming:
    table = recognise_official(grid)
    assert table is not None
    return read_official(GridFile(Path("таблица.xlsx"), "", (grid,)), grid, table, year, **options)


def partners(incoming: Incoming) -> list[tuple[str, str, str | None]]:
    """Return (band, country, partner) in the order of the table."""
    content = incoming.content
    bands = {region.id: region.heading for region in content.regions}
    countries = {country.id: country for country in content.countries}
    return [
        (
            bands[countries[partner.country_id].region_id],
            countries[partner.country_id].name,
            partner.name,
        )
        for partner in content.partners
    ]


def documents(incoming: Incoming) -> list[tuple[str | None, list[str]]]:
    """Return the documents with the wordings of their dates."""
    return [(act.title, [d.date.text for d in act.dates]) for act in incoming.content.agreements]


def lines(incoming: Incoming) -> list[tuple[str, str]]:
    """Return date and text of the events."""
    return [(event.date.text, event.text) for event in incoming.content.events]


def codes(incoming: Incoming) -> list[FindingCode]:
    """Return what was found doubtful."""
    return [finding.code for finding in incoming.findings]
