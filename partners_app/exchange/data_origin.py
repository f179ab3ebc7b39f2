"""The hidden sheet of the data workbook: what it was made from, and what its cells cannot say.

Its rows are a key and up to three values. «register_uuid», «change_seq», «step_uuid», «year»,
«layout» and «title» stand once. A row of a table's name is a record that others refer to: its uuid,
that of the record above it, and what it was called. A row «cut» is a field whose cell says less
than the register (a text too long for a cell), a row «inexact» one whose cell says it otherwise (a
line break of another kind): a record's uuid, the field, and a digest of the cell. A row «blank» is
a record that has nothing to show.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from partners_app.domain.incoming import Origin
from partners_app.exchange.data_labels import Labelled
from partners_app.exchange.grid import CellValue, Grid

DATA_SHEET = "partners_data"
LAYOUT_VERSION = "1"
_LABELLED = frozenset({"region", "country", "partner", "agreement"})
_CUT, _INEXACT, _BLANK = "cut", "inexact", "blank"

SheetRow = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inexact:
    """The cell of a field that does not say what the register holds, as it was written."""

    digest: str
    cut: bool

    def is_unchanged(self, value: CellValue) -> bool:
        """Tell whether the cell still is what was written."""
        return cell_digest(value) == self.digest


@dataclass(frozen=True, slots=True)
class ExportNotes:
    """What the hidden sheet says; all of it empty where the sheet is gone."""

    origin: Origin | None = None
    year: int | None = None
    title: str = ""
    records: Mapping[str, Labelled] = field(default_factory=dict)
    inexact: Mapping[tuple[str, str], Inexact] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()


def head_rows(origin: Origin, year: int | None, title: str) -> list[SheetRow]:
    """Return the rows that say what the workbook was made from."""
    return [
        ("register_uuid", origin.register_uuid),
        ("change_seq", str(origin.change_seq)),
        ("step_uuid", origin.step_uuid),
        ("year", "" if year is None else str(year)),
        ("layout", LAYOUT_VERSION),
        ("title", title),
    ]


def labelled_row(record: Labelled) -> SheetRow:
    """Return the row of a record that others refer to."""
    return (record.table, record.uuid, record.parent_uuid, record.label)


def inexact_row(uuid: str, field_name: str, value: CellValue, *, cut: bool) -> SheetRow:
    """Return the row of a field whose cell, holding ``value``, does not say what it is."""
    return (_CUT if cut else _INEXACT, uuid, field_name, cell_digest(value))


def blank_row(uuid: str) -> SheetRow:
    """Return the row of a record that has nothing to show."""
    return (_BLANK, uuid)


def cell_digest(value: CellValue) -> str:
    """Return what tells a cell from one that was changed; an empty cell is ""."""
    # Office programs write a number anew with fifteen digits.
    text = f"{value:.14G}" if isinstance(value, float | int) else str(value)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def read_notes(grid: Grid | None) -> ExportNotes:
    """Return what a hidden sheet says; rows that nobody knows are passed over."""
    heads: dict[str, str] = {}
    records: dict[str, Labelled] = {}
    inexact: dict[tuple[str, str], Inexact] = {}
    blank: set[str] = set()
    for key, first, second, third in _rows(grid):
        if key in _LABELLED:
            records[first] = Labelled(key, first, second, third)
        elif key in (_CUT, _INEXACT):
            inexact.setdefault((first, second), Inexact(third, key == _CUT))
        elif key == _BLANK:
            blank.add(first)
        else:
            heads.setdefault(key, first)
    origin = None
    if heads.get("register_uuid") and heads.get("change_seq", "").isdecimal():
        number, step = int(heads["change_seq"]), heads.get("step_uuid", "")
        origin = Origin(heads["register_uuid"], number, step)
    year = int(heads["year"]) if heads.get("year", "").isdecimal() else None
    return ExportNotes(origin, year, heads.get("title", ""), records, inexact, frozenset(blank))


def _rows(grid: Grid | None) -> Iterator[tuple[str, str, str, str]]:
    rows: dict[int, dict[int, str]] = {}
    for (row, column), value in (grid.cells if grid is not None else {}).items():
        rows.setdefault(row, {})[column] = str(value)
    for _, cells in sorted(rows.items()):
        yield (cells.get(1, ""), cells.get(2, ""), cells.get(3, ""), cells.get(4, ""))
