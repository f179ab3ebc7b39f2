"""One row of a flat table as the records that it tells of, before they have a place.

Nothing here knows the rows before: what two rows say of one partner is put together elsewhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from partners_app.domain.column_mapping import (
    AGREEMENT_DATES,
    AGREEMENT_FIELDS,
    EVENT_FIELDS,
    TableField,
)
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.names import fold
from partners_app.domain.records import Agreement, Event
from partners_app.domain.vocabulary import PartnerKind, Status
from partners_app.exchange.flat_agreements import read_agreement
from partners_app.exchange.flat_cells import Cell, RowRefused, TableRow
from partners_app.exchange.flat_dates import SlashedDates
from partners_app.exchange.flat_events import read_events, report_year
from partners_app.exchange.flat_record import RecordReading, Told
from partners_app.exchange.grid import ErrorCell

__all__ = ["Named", "RowReader", "RowSays"]

_BETWEEN_NAMES = re.compile(r"\s*[,;/\n]\s*|\s+[-–—]\s+")
_WITH_COUNTRY_BEHIND = re.compile(r"(.+?)\s*\(([^()]+)\)")
_PARTNER_MARK = re.compile(r"(?:г\.|город\s|пров\.|провинция\s)", re.IGNORECASE)
_BETWEEN_OTHER_NAMES = re.compile(r"\s*[,;\n]\s*")

_MAKE_AN_EVENT = (
    TableField.EVENT_TEXT,
    TableField.EVENT_DATE,
    TableField.EVENT_START,
    TableField.EVENT_END,
)
_MAKE_AN_AGREEMENT = (TableField.AGREEMENT_TITLE, *AGREEMENT_DATES)


@dataclass(frozen=True, slots=True)
class Named:
    """A band, country or partner that a row names, and the cell that does."""

    name: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class RowSays:
    """All that a row tells; ``details`` are fields of the partner beside its name.

    ``agreement_cells`` and ``event_cells`` are the cells that the records were read from: two
    rows whose cells are the same, being merged, tell of the same record.
    """

    band: Named | None
    country: Named
    partner: Named | None
    details: Mapping[str, Any]
    detail_findings: tuple[Finding, ...]
    agreement: Told[Agreement] | None
    agreement_cells: tuple[tuple[int, int], ...]
    events: tuple[Told[Event], ...]
    event_cells: tuple[tuple[int, int], ...]

    @property
    def tells_something(self) -> bool:
        """Whether there is more than the name of a country."""
        return bool(self.partner or self.details or self.agreement or self.events)


class RowReader:
    """Reads the rows of the table ``sheet``; ``year`` is the report year of rows without one."""

    def __init__(self, sheet: str, slashed: SlashedDates, year: int | None) -> None:
        """Keep what all the rows have in common."""
        self._sheet = sheet
        self._slashed = slashed
        self._year = year

    def read(self, row: TableRow) -> RowSays:
        """Return what a row tells; RowRefused says why it cannot be a record."""
        for cells in row.cells.values():
            for cell in cells:
                if isinstance(cell.value, ErrorCell):
                    raise _without_value(cell, cell.value)
        country, partner = _country_and_partner(row)
        band = row.cell(TableField.BAND)
        details = _details(self._begin(row, "partner"))
        agreement = None
        if _tells(row, AGREEMENT_FIELDS, _MAKE_AN_AGREEMENT):
            agreement = read_agreement(self._begin(row, "agreement"))
        events: tuple[Told[Event], ...] = ()
        if _tells(row, EVENT_FIELDS - {TableField.REPORT_YEAR}, _MAKE_AN_EVENT):
            year = report_year(row) or self._year
            events = read_events(row, lambda: self._begin(row, "event"), year)
        return RowSays(
            None if band is None else Named(row.line(TableField.BAND), band),
            country,
            partner,
            details.fields,
            tuple(details.findings),
            agreement,
            _places(row, AGREEMENT_FIELDS),
            events,
            _places(row, EVENT_FIELDS),
        )

    def _begin(self, row: TableRow, table: str) -> RecordReading:
        return RecordReading(self._sheet, row, table, self._slashed)


def _without_value(cell: Cell, value: ErrorCell) -> RowRefused:
    if value.text:
        return RowRefused(FindingCode.CELL_WITH_ERROR, cell, text=cell.name, other=value.text)
    return RowRefused(FindingCode.CELL_WITHOUT_RESULT, cell, text=cell.name)


def _tells(row: TableRow, fields: frozenset[TableField], certain: tuple[TableField, ...]) -> bool:
    """Tell whether a row has a record of these fields.

    A remark merged over the rows of a country makes no event of each; a text or a date does.
    """
    if any(field in row.cells for field in certain):
        return True
    return any(cell.row == row.number for field in fields for cell in row.cells.get(field, ()))


def _places(row: TableRow, fields: frozenset[TableField]) -> tuple[tuple[int, int], ...]:
    cells = (cell for field in fields for cell in row.cells.get(field, ()))
    return tuple(sorted((cell.column, cell.row) for cell in cells))


def _country_and_partner(row: TableRow) -> tuple[Named, Named | None]:
    country_cell = row.cell(TableField.COUNTRY)
    both = row.cell(TableField.COUNTRY_THEN_PARTNER) or row.cell(TableField.PARTNER_THEN_COUNTRY)
    if country_cell is not None:
        partner_cell = row.cell(TableField.PARTNER)
        country = country_cell.line
        partner = "" if partner_cell is None else partner_cell.line
    elif both is not None:
        country_cell = partner_cell = both
        country_first = TableField.COUNTRY_THEN_PARTNER in row.cells
        country, partner = _parted(both.text, country_first)
    else:
        raise RowRefused(FindingCode.NO_COUNTRY)
    if not country:
        raise RowRefused(FindingCode.NO_COUNTRY, both)
    named = Named(country, country_cell)
    if not partner or partner_cell is None or fold(partner) == fold(country):
        return named, None
    return named, Named(partner, partner_cell)


def _parted(text: str, country_first: bool) -> tuple[str, str]:
    """Part «Италия, г. Милан» or «Милан (Италия)»; the country of a lone «г. Милан» is ""."""
    parts = _BETWEEN_NAMES.split(text, maxsplit=1)
    if len(parts) == 1 and not country_first and (found := _WITH_COUNTRY_BEHIND.fullmatch(text)):
        parts = [found[1], found[2]]
    if len(parts) == 1:
        alone = parts[0]
        return ("", alone) if not country_first or _PARTNER_MARK.match(alone) else (alone, "")
    first, second = (" ".join(part.split()) for part in parts)
    return (first, second) if country_first else (second, first)


def _details(reading: RecordReading) -> RecordReading:
    """Read what a row says of its partner beside the name."""
    row = reading.row
    reading.take_word(TableField.PARTNER_KIND, "kind", PartnerKind)
    reading.take_word(TableField.PARTNER_STATUS, "status", Status)
    reading.take_text(TableField.PARTNER_REMARK, "remark")
    if names := row.text(TableField.OTHER_NAMES):
        reading.fields["other_names"] = tuple(_BETWEEN_OTHER_NAMES.split(names))
    latitude = _degrees(row.cell(TableField.LATITUDE), 90)
    longitude = _degrees(row.cell(TableField.LONGITUDE), 180)
    if latitude is not None and longitude is not None:
        reading.fields |= {"latitude": latitude, "longitude": longitude}
        return reading
    # One of them alone is no place on a map.
    for field, name in ((TableField.LATITUDE, "latitude"), (TableField.LONGITUDE, "longitude")):
        if (cell := row.cell(field)) is not None:
            reading.not_known(cell, name)
    return reading


def _degrees(cell: Cell | None, limit: int) -> float | None:
    if cell is None:
        return None
    try:
        degrees = float(cell.line.replace(",", "."))
    except ValueError:
        return None
    return degrees if -limit <= degrees <= limit else None
