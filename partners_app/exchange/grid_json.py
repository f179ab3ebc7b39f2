"""What crosses from the reading process to the program: grids, findings or a refusal, as JSON.

JSON, never pickle: whatever a hostile file does to the reading process, the program gets values.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.input_problems import InputProblem
from partners_app.exchange.gate import FileKind
from partners_app.exchange.grid import CellValue, ErrorCell, Grid, Merge, SheetState
from partners_app.exchange.table_refusal import Refused

_OF_JSON = (str, int, float)
_DAY, _MOMENT, _TIME, _ERROR = "day", "moment", "time", "error"


@dataclass(frozen=True, slots=True)
class Tables:
    """What a file holds, and of which kind its contents are: «.xlsx», whatever it is called."""

    kind: FileKind
    grids: tuple[Grid, ...]
    findings: tuple[Finding, ...]


def encode_tables(tables: Tables) -> bytes:
    """Return the answer of a reading that succeeded."""
    answer = {
        "kind": tables.kind,
        "grids": [_grid_values(grid) for grid in tables.grids],
        "findings": [
            [finding.code, finding.severity, dict(finding.values)] for finding in tables.findings
        ],
    }
    return _dumped(answer)


def encode_refusal(refused: Refused) -> bytes:
    """Return the answer of a reading that did not."""
    return _dumped({"refused": [refused.problem, refused.place, refused.detail]})


def decode(answer: bytes) -> Tables:
    """Return what an answer says; Refused where it is a refusal or no answer at all."""
    try:
        values = json.loads(answer)
        if "refused" in values:
            problem, place, detail = values["refused"]
            raise Refused(InputProblem(problem), place, detail)
        return Tables(
            FileKind(values["kind"]),
            tuple(_grid(grid) for grid in values["grids"]),
            tuple(
                Finding(FindingCode(code), Severity(severity), "", "", values=found)
                for code, severity, found in values["findings"]
            ),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(InputProblem.READER_FAILED, detail=f"its answer: {error!r}") from error


def _dumped(answer: Mapping[str, Any]) -> bytes:
    # Texts come from XML or from calamine: neither lets half of a surrogate pair through.
    return json.dumps(answer, ensure_ascii=False, allow_nan=False).encode("utf-8")


def _grid_values(grid: Grid) -> dict[str, Any]:
    return {
        "name": grid.name,
        "rows": list(_rows(grid.cells)),
        "merges": [
            [merge.first_row, merge.first_column, merge.last_row, merge.last_column]
            for merge in grid.merges
        ],
        "state": grid.state,
        "hidden_rows": sorted(grid.hidden_rows),
        "hidden_columns": sorted(grid.hidden_columns),
        "rows_known": grid.rows_known,
        "heading": grid.heading,
    }


def _rows(cells: Mapping[tuple[int, int], CellValue]) -> Iterator[list[Any]]:
    """Yield rows: its number, the number of its first column, then its values; null is empty."""
    values: list[Any] = [0, 1]
    next_column = 0
    for (row, column), value in cells.items():
        if row != values[0]:
            if values[0]:
                yield values
            values, next_column = [row, column], column
        if column != next_column:
            values.extend([None] * (column - next_column))
        values.append(value if isinstance(value, _OF_JSON) else _tagged(value))
        next_column = column + 1
    if values[0]:
        yield values


def _tagged(value: date | datetime | time | ErrorCell) -> list[str]:
    if isinstance(value, ErrorCell):
        return [_ERROR, value.text]
    if isinstance(value, datetime):
        return [_MOMENT, value.isoformat()]
    return [_TIME if isinstance(value, time) else _DAY, value.isoformat()]


def _grid(values: Mapping[str, Any]) -> Grid:
    cells: dict[tuple[int, int], CellValue] = {}
    for row, first, *of_row in values["rows"]:
        for column, value in enumerate(of_row, start=first):
            if value is not None:
                cells[row, column] = _untagged(value) if isinstance(value, list) else value
    return Grid(
        name=values["name"],
        cells=cells,
        merges=tuple(Merge(*merge) for merge in values["merges"]),
        state=SheetState(values["state"]),
        hidden_rows=frozenset(values["hidden_rows"]),
        hidden_columns=frozenset(values["hidden_columns"]),
        rows_known=values["rows_known"],
        heading=values["heading"],
    )


def _untagged(value: list[str]) -> CellValue:
    kind, text = value
    if kind == _ERROR:
        return ErrorCell(text)
    if kind == _MOMENT:
        return datetime.fromisoformat(text)
    if kind == _TIME:
        return time.fromisoformat(text)
    return date.fromisoformat(text)
