"""The sheets of a workbook as grids; runs in the reading process alone.

The reader (calamine) may end the whole process on a hostile file, and leaves out without a word
what it does not understand: what it returns is compared with what the XML holds.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from partners_app.exchange.cell_address import (
    by_row_and_column,
    cell_key,
    cell_name,
    has_text,
    named_cells,
    with_line_feeds,
    without_control_characters,
)
from partners_app.exchange.gate import Examined, FileKind
from partners_app.exchange.grid import CellValue, ErrorCell, Grid, Merge, SheetState
from partners_app.exchange.merges import without_covered
from partners_app.exchange.ods_scan import OdsScan
from partners_app.exchange.office_zip import OfficeZip
from partners_app.exchange.sheet_facts import SheetFacts
from partners_app.exchange.sheet_scan import SheetScan
from partners_app.exchange.table_findings import bad_values, hidden_parts, note, warning
from partners_app.exchange.table_refusal import Refused, place_of
from partners_app.exchange.workbook_parts import read_parts

_EXACT_WHOLE = 10**15
"""A float of a whole number below this is that number; above it has lost digits."""


def read_workbook(data: bytes, examined: Examined) -> tuple[list[Grid], list[Finding]]:
    """Return the sheets and what is to be said of them; Refused where nothing can be read."""
    findings: list[Finding] = []
    if examined.kind is FileKind.XLS:
        findings.append(note(FindingCode.NOT_KNOWN_OF_XLS))
        facts = None
    elif examined.kind is FileKind.ODS:
        assert examined.archive is not None
        facts = _facts_of_ods(examined.archive)
    else:
        assert examined.archive is not None
        facts = _facts_of_xlsx(examined.archive, findings)
    grids = [
        _grid(sheet, state, None if facts is None else facts.get(sheet.name), findings)
        for sheet, state in _sheets(data)
        if facts is None or sheet.name in facts
    ]
    missing = (facts or {}).keys() - {grid.name for grid in grids}
    if missing:
        name = min(missing)
        raise Refused(InputProblem.SHEET_UNREADABLE, place_of(name), name)
    if not any(grid.cells for grid in grids):
        raise Refused(InputProblem.NO_TABLE)
    hidden = [grid.name for grid in grids if grid.state is not SheetState.VISIBLE]
    if hidden:
        findings.append(note(FindingCode.HIDDEN_SHEETS, text=", ".join(hidden)))
    return grids, findings


def _facts_of_xlsx(archive: OfficeZip, findings: list[Finding]) -> dict[str, SheetFacts]:
    parts = read_parts(archive)
    facts: dict[str, SheetFacts] = {}
    cells = external = 0
    for sheet in parts.sheets:
        scan = SheetScan(sheet.name, parts)
        archive.walk(sheet.part, scan)
        facts[sheet.name] = scan.facts
        cells += len(scan.facts.filled)
        external += scan.facts.external
        _refuse_too_many(cells)
    if parts.texts.broken is not None:
        # No cell names the text, yet the reader stops at it.
        raise parts.texts.broken
    if parts.has_macros:
        findings.append(note(FindingCode.MACROS_IGNORED))
    if parts.from_1904:
        findings.append(note(FindingCode.DATES_FROM_1904))
    if external:
        findings.append(warning(FindingCode.EXTERNAL_VALUES, text=str(external)))
    return facts


def _facts_of_ods(archive: OfficeZip) -> dict[str, SheetFacts]:
    scan = OdsScan()
    archive.walk("content.xml", scan)
    _refuse_too_many(sum(len(facts.filled) for facts in scan.sheets.values()))
    if not scan.sheets:
        raise Refused(InputProblem.NO_TABLE)
    return scan.sheets


def _refuse_too_many(cells: int) -> None:
    if cells > MOST_CELLS:
        raise Refused(InputProblem.TOO_MANY_CELLS)


def _sheets(data: bytes) -> Iterator[tuple[CalamineSheet, SheetState]]:
    """Yield the sheets that hold cells, as the reader has them."""
    try:
        workbook = CalamineWorkbook.from_object(BytesIO(data))
        for index, sheet in enumerate(workbook.sheets_metadata):
            if sheet.typ == SheetTypeEnum.WorkSheet:
                yield workbook.get_sheet_by_index(index), _state(sheet.visible)
    except PasswordError as error:
        raise Refused(InputProblem.PASSWORD) from error
    except CalamineError as error:
        raise Refused(InputProblem.DAMAGED, detail=str(error)) from error


def _state(visible: SheetVisibleEnum) -> SheetState:
    if visible == SheetVisibleEnum.Visible:
        return SheetState.VISIBLE
    is_hidden = visible == SheetVisibleEnum.Hidden
    return SheetState.HIDDEN if is_hidden else SheetState.VERY_HIDDEN


def _grid(
    sheet: CalamineSheet, state: SheetState, facts: SheetFacts | None, findings: list[Finding]
) -> Grid:
    name = sheet.name
    row, column = sheet.end or (0, 0)
    if row >= MOST_ROWS or column >= MOST_COLUMNS:
        address = cell_name(cell_key(row + 1, column + 1))
        raise Refused(InputProblem.FAR_CELL, place_of(name, address), address)
    cells = _cells(name, sheet, findings)
    rows_known = facts is not None
    if facts is None:
        facts = SheetFacts(name, filled=set(cells))
    else:
        _compare(name, cells, facts)
    for key, text in facts.texts.items():
        if isinstance(cells.get(key), str):
            cells[key] = without_control_characters(text)
    for key, (_, text) in facts.bad.items():
        cells[key] = ErrorCell(text)
    facts.forget_empty_edges()
    merges = facts.merges or [
        Merge(first_row + 1, first_column + 1, last_row + 1, last_column + 1)
        for (first_row, first_column), (last_row, last_column) in sheet.merged_cell_ranges or ()
    ]
    shown, merges = without_covered(name, cells, merges, findings)
    findings += [*bad_values(facts), *hidden_parts(facts)]
    return Grid(
        name=name,
        cells=by_row_and_column(shown),
        merges=tuple(merges),
        state=state,
        hidden_rows=frozenset(facts.hidden_rows),
        hidden_columns=frozenset(facts.hidden_columns),
        rows_known=rows_known,
    )


def _cells(name: str, sheet: CalamineSheet, findings: list[Finding]) -> dict[int, CellValue]:
    """Return the cells that hold something, by their numbers."""
    cells: dict[int, CellValue] = {}
    cleaned = []
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        for key, value in enumerate(values, start=cell_key(row, 1)):
            if not isinstance(value, str):
                cells[key] = _typed(value)
            elif value and has_text(value):
                text = without_control_characters(value)
                if len(text) != len(value):
                    cleaned.append(key)
                cells[key] = with_line_feeds(text)
    if cleaned:
        findings.append(note(FindingCode.CONTROL_CHARACTERS, sheet=name, text=named_cells(cleaned)))
    return cells


def _typed(value: float | bool | time | date | datetime | timedelta) -> CellValue:
    """Return a value as a grid has it: whole numbers as such, days without a time as days."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _EXACT_WHOLE else value
    if isinstance(value, timedelta):
        # Hours that may be more than 24; shown as an office program does.
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, datetime):
        # A time of day is kept as a part of a day: 8:00 comes back as 7:59:59.999.
        second = value.replace(microsecond=0)
        if value.microsecond >= 500_000 and second < datetime.max.replace(microsecond=0):
            second += timedelta(seconds=1)
        return second.date() if second.time() == time() else second
    return value


def _compare(name: str, cells: Mapping[int, CellValue], facts: SheetFacts) -> None:
    """Refuse a sheet of which the reader returns other cells than its XML holds."""
    if cells.keys() != facts.filled:
        place = place_of(name, cell_name(min(cells.keys() ^ facts.filled)))
        detail = f"{len(cells)} cells read, {len(facts.filled)} in the file"
        raise Refused(InputProblem.CELLS_DIFFER, place, detail)
