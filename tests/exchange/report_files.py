"""Small reports to write, and a reader that knows nothing but what is in the file."""

import errno
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from partners_app.domain.incoming import Origin
from partners_app.domain.report import (
    LeftOut,
    ReportBand,
    ReportBlock,
    ReportCountry,
    ReportDocument,
    ReportEvent,
    YearlyReport,
)
from partners_app.exchange.report_xlsx import ReportIdentity, WrittenReport, write_report_xlsx

FONT = "Times New Roman"
IDENTITY = ReportIdentity(Origin("0b8e7a52-register", 42, "5d1c-step"))
VISIBLE = 5
_NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def no_room() -> str:
    """Take the place of what makes openpyxl's temporary files, where each sheet is laid down."""
    raise OSError(errno.ENOSPC, "No space left on device")


def write(report: YearlyReport, target: Path, **options: Any) -> WrittenReport:
    return write_report_xlsx(report, target, **{"font": FONT, "identity": IDENTITY, **options})


def report_of(
    *blocks: ReportBlock, country: str = "Австрия", heading: str = "ЕВРОПА"
) -> YearlyReport:
    countries = (ReportCountry("country", country, blocks),)
    return YearlyReport(
        2020,
        ("СОТРУДНИЧЕСТВО", "С ГОРОДАМИ"),
        ("Страна", "Город", "Основание", "Год", "Мероприятия"),
        (ReportBand("band", heading, countries),),
        LeftOut(),
    )


def block(
    *texts: str, name: str = "г. Грац", acts: tuple[tuple[str, str], ...] = ()
) -> ReportBlock:
    return ReportBlock(
        "partner",
        name,
        tuple(ReportDocument(f"act-{number}", *act) for number, act in enumerate(acts)),
        tuple(ReportEvent(f"event-{number}", text) for number, text in enumerate(texts)),
    )


@dataclass(frozen=True)
class ReadCell:
    """A cell that begins in a row: its text and how far it is merged."""

    text: str
    rows: int
    columns: int


@dataclass(frozen=True)
class ReadRow:
    """A row of the table: the cells that begin in it by column, and its hidden ids by head."""

    height: float
    cells: dict[int, ReadCell]
    ids: dict[str, str]

    @property
    def is_band(self) -> bool:
        return bool(self.ids["region_uuid"]) and not self.ids["country_uuid"]


@dataclass(frozen=True)
class ReadReport:
    """The whole file: title lines, heads, rows below them, and the hidden sheet."""

    titles: list[str]
    heads: list[str]
    rows: list[ReadRow]
    data: dict[str, str]
    sheet: Worksheet

    @property
    def bands(self) -> list[str]:
        return [row.cells[1].text for row in self.rows if row.is_band]

    def countries(self) -> Iterator[tuple[str, list[ReadRow]]]:
        """Yield the uuid and the rows of each country."""
        uuid, rows = "", list[ReadRow]()
        for row in self.rows:
            if row.ids["country_uuid"] != uuid and rows:
                yield uuid, rows
                rows = []
            uuid = row.ids["country_uuid"]
            if uuid:
                rows.append(row)
        if rows:
            yield uuid, rows

    def texts(self, column: int, key: str) -> dict[str, str]:
        """Return the text of each record: what stands in rows of the same id, joined."""
        found: dict[str, str] = {}
        for row in self.rows:
            if row.ids[key] and column in row.cells:
                found[row.ids[key]] = found.get(row.ids[key], "") + row.cells[column].text
        return found


def read_report(path: Path) -> ReadReport:
    workbook = load_workbook(path)
    table, data = workbook.worksheets
    merged = {(area.min_row, area.min_col): area for area in table.merged_cells.ranges}
    covered = {
        place for area in table.merged_cells.ranges for place in list(area.cells) if area.size
    } - set(merged)
    head_row = int(str(table.print_title_rows).replace("$", "").split(":")[0])
    heads = [str(cell.value) for cell in table[head_row]]
    rows = []
    for number in range(1, table.max_row + 1):
        cells = {}
        for column in range(1, VISIBLE + 1):
            if (number, column) in covered:
                assert table.cell(number, column).value is None
                continue
            area = merged.get((number, column))
            text = _unescaped(table.cell(number, column).value)
            size = (area.size["rows"], area.size["columns"]) if area else (1, 1)
            cells[column] = ReadCell(text, *size)
        ids = {
            head: str(table.cell(number, column).value or "")
            for column, head in enumerate(heads, start=1)
            if column > VISIBLE
        }
        height = table.row_dimensions[number].height
        assert height is not None, f"row {number} has no height"
        rows.append(ReadRow(height, cells, ids))
    return ReadReport(
        [row.cells[1].text for row in rows[: head_row - 1]],
        heads,
        rows[head_row:],
        {str(key.value): str(value.value) for key, value in data.iter_rows(max_col=2)},
        table,
    )


def written(report: YearlyReport, folder: Path, **options: Any) -> ReadReport:
    target = folder / "report.xlsx"
    write(report, target, **options)
    return read_report(target)


def cell_elements(path: Path) -> list[ElementTree.Element]:
    """Return the XML of every cell of the table that holds anything."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return [cell for cell in root.iterfind(".//m:c", _NAMES) if len(cell)]


def has_formula(cell: ElementTree.Element) -> bool:
    return cell.find("m:f", _NAMES) is not None


def _unescaped(value: object) -> str:
    """Take back what a workbook writes for «_x0041_», as office programs do and openpyxl not."""
    return "" if value is None else str(value).replace("_x005F_", "_")
