"""The yearly table spread over sheet rows: which cell begins where, and how high each row is.

Every text is whole inside the first row of its cell, however far the cell goes down: so no page
break can cut it. What is too tall for a row goes on in the rows below, with the same ids.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from partners_app.domain.report import ReportBlock, ReportCountry, YearlyReport
from partners_app.domain.report_style import COLUMNS, CellRole
from partners_app.exchange.report_template import ReportTemplate
from partners_app.exchange.row_heights import HIGHEST_ROW

COUNTRY, PARTNER, BASIS, DATE, EVENT = range(1, COLUMNS + 1)
_ROLES = {
    COUNTRY: CellRole.COUNTRY,
    PARTNER: CellRole.PARTNER,
    BASIS: CellRole.BASIS,
    DATE: CellRole.DATE,
    EVENT: CellRole.EVENT,
}


@dataclass(frozen=True, slots=True)
class RowIds:
    """The UUIDs of the records whose text begins or goes on in a row; "" for none."""

    region: str = ""
    country: str = ""
    partner: str = ""
    agreement: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that begins in a row; ``rows`` and ``columns`` say how far it is merged."""

    text: str
    role: CellRole
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of the sheet; ``cells`` by column (from 1), ``height`` in points."""

    height: float
    cells: Mapping[int, SheetCell]
    ids: RowIds = RowIds()


@dataclass(slots=True)
class _Line:
    """A row in the making: the texts that begin in it, by column."""

    texts: dict[int, str] = field(default_factory=dict)
    columns: dict[int, int] = field(default_factory=dict)
    partner: str = ""
    agreement: str = ""
    event: str = ""
    block_ends: bool = False


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """All rows of the sheet; ``header_row`` is the number of the one that pages repeat."""

    rows: tuple[SheetRow, ...]
    header_row: int


def plan_sheet(
    report: YearlyReport, template: ReportTemplate, *, highest: float = HIGHEST_ROW
) -> SheetPlan:
    """Spread a report over sheet rows, none higher than ``highest`` points."""
    return _Planner(template, highest).plan(report)


class _Planner:
    def __init__(self, template: ReportTemplate, highest: float) -> None:
        self.template = template
        self.highest = highest
        self.fits = {column: template.fit(role, column, column) for column, role in _ROLES.items()}

    def plan(self, report: YearlyReport) -> SheetPlan:
        rows = [
            row for line in report.title_lines for row in self._across(line, CellRole.TITLE, "")
        ]
        header_row = len(rows) + 1
        fits = [
            self.template.fit(CellRole.HEADER, column, column) for column in range(1, COLUMNS + 1)
        ]
        height = max(fit.height(text) for fit, text in zip(fits, report.headers, strict=True))
        headers = enumerate(report.headers, start=1)
        rows.append(
            SheetRow(height, {column: SheetCell(text, CellRole.HEADER) for column, text in headers})
        )
        for band in report.bands:
            rows.extend(self._across(band.heading, CellRole.BAND, band.uuid))
            for country in band.countries:
                rows.extend(self._country(country, band.uuid))
        return SheetPlan(tuple(rows), header_row)

    def _across(self, text: str, role: CellRole, region: str) -> Iterator[SheetRow]:
        """Yield a row merged over the whole table, or several for a text too tall."""
        fit = self.template.fit(role, 1, COLUMNS)
        for piece in fit.split(text, highest=self.highest):
            cell = SheetCell(piece, role, columns=COLUMNS)
            yield SheetRow(fit.height(piece), {1: cell}, RowIds(region=region))

    def _country(self, country: ReportCountry, region: str) -> Iterator[SheetRow]:
        lines = [line for block in country.blocks for line in self._block(block)]
        names = self._pieces(COUNTRY, country.name)
        if len(names) > len(lines):
            lines[-1].block_ends = False
            lines.extend(_Line(partner=lines[-1].partner) for _ in range(len(lines), len(names)))
            lines[-1].block_ends = True
        for line, name in zip(lines, names, strict=False):
            line.texts[COUNTRY] = name
        for number, line in enumerate(lines):
            cells = {
                column: SheetCell(
                    text,
                    _ROLES[column],
                    rows=_reach(lines, number, column),
                    columns=line.columns.get(column, 1),
                )
                for column, text in sorted(line.texts.items())
            }
            ids = RowIds(region, country.uuid, line.partner, line.agreement, line.event)
            yield SheetRow(self._height(line), cells, ids)

    def _block(self, block: ReportBlock) -> list[_Line]:
        names = self._pieces(PARTNER, block.name)
        documents = [
            (title, dates, document.uuid)
            for document in block.documents
            for title, dates in zip_longest(
                self._pieces(BASIS, document.title),
                self._pieces(DATE, document.dates),
                fillvalue="",
            )
        ]
        events = [
            (piece, event.uuid)
            for event in block.events
            for piece in self._pieces(EVENT, event.text)
        ]
        count = max(len(names), len(documents), len(events), 1)
        lines = [_Line(partner=block.partner_uuid or "") for _ in range(count)]
        if block.of_whole_country:
            lines[0].texts[PARTNER] = ""
            lines[0].columns[PARTNER] = DATE - PARTNER + 1
        else:
            for line, name in zip(lines, names, strict=False):
                line.texts[PARTNER] = name
            for line, (title, dates, uuid) in zip(lines, documents or [("", "", "")], strict=False):
                line.texts[BASIS], line.texts[DATE], line.agreement = title, dates, uuid
        for line, (text, uuid) in zip(lines, events or [("", "")], strict=False):
            line.texts[EVENT], line.event = text, uuid
        lines[-1].block_ends = True
        return lines

    def _pieces(self, column: int, text: str) -> list[str]:
        return self.fits[column].split(text, highest=self.highest)

    def _height(self, line: _Line) -> float:
        texts = line.texts.items()
        lowest = self.fits[EVENT].height("")
        return max([lowest, *(self.fits[column].height(text) for column, text in texts if text)])


def _reach(lines: list[_Line], start: int, column: int) -> int:
    """Return over how many lines the cell goes that begins in line ``start`` of a country."""
    reach = 1
    for number in range(start, len(lines) - 1):
        if column in lines[number + 1].texts:
            break
        if column != COUNTRY and lines[number].block_ends:
            break
        reach += 1
    return reach
