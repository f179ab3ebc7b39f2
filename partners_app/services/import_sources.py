"""What a file says, whatever kind it is of: the one way in for every import."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from partners_app.domain.column_mapping import ColumnMapping
from partners_app.domain.content_rows import content_rows
from partners_app.domain.content_tables import under_negative_ids
from partners_app.domain.date_grammar import FIRST_YEAR, LAST_YEAR
from partners_app.domain.errors import FileMissing, InputBroken, SameRegister, from_os_error
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.incoming import Incoming, Layout, Origin
from partners_app.domain.input_problems import InputProblem
from partners_app.exchange import register_keys as keys
from partners_app.exchange.data_workbook_reading import is_data_workbook, read_data_workbook
from partners_app.exchange.flat_columns import recall_columns, recognise_columns
from partners_app.exchange.flat_table import looks_flat, read_flat_table
from partners_app.exchange.grid import Grid, GridFile, SheetState
from partners_app.exchange.grid_reader import read_grids
from partners_app.exchange.official_columns import OfficialTable, recognise_official
from partners_app.exchange.official_layout import read_official
from partners_app.exchange.register_json import read_register_json
from partners_app.exchange.report_base import report_base
from partners_app.exchange.report_origin import read_options, read_origin
from partners_app.services import import_mappings
from partners_app.services.register import Register
from partners_app.storage import as_of, backup, history, queries

__all__ = ["EXPORT_NOT_KEPT", "FoundTable", "OpenedFile", "open_file", "read_source", "read_table"]

EXPORT_NOT_KEPT = Finding(FindingCode.EXPORT_NOT_KEPT, Severity.WARNING, "", "")
"""Told of a file of this register that there is nothing to compare with any more."""
_SURELY_FLAT = 0.5
"""From this likeness on a table with the yearly table's columns is a flat one all the same."""

_FIELDS_OF_KEYS = {
    "basis": ("title",),
    "city": ("name",),
    "dates": ("dates",),
    "date_details": ("dates",),
    "partner_ids": ("links",),
    "other_links": ("links",),
}
"""The fields that a key of the JSON interchange gives, where they are called otherwise."""

_DATE_KEYS = frozenset(
    detail.key
    for details in (keys.PARTNER_DETAILS, keys.AGREEMENT_DETAILS, keys.EVENT_DETAILS)
    for detail in details
    if detail.form is keys.Form.DATE
)


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of a file, and how it was understood.

    ``year`` is the one that the table names. ``mapping`` belongs to a flat table; a clerk may
    have set it by hand.
    """

    sheet: str
    layout: Layout
    grid: Grid
    year: int | None = None
    official: OfficialTable | None = None
    mapping: ColumnMapping | None = None


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file that was read once; ``tables`` are those that can be taken in, the likeliest first.

    JSON and registers have none to choose from: ``layout`` says what they are.
    """

    path: Path
    sha256: str
    layout: Layout | None
    file: GridFile | None = None
    tables: tuple[FoundTable, ...] = ()


def open_file(
    register: Register, path: Path, *, cancelled: Callable[[], bool] | None = None
) -> OpenedFile:
    """Read a file and find the tables in it.

    The columns of a flat table are told as somebody once decided for one of its shape. Raises
    InputBroken and the failures of files: what is wrong with it, where, what to do.
    """
    if path.suffix.lower() == ".json":
        return OpenedFile(path, "", Layout.JSON)
    if path.suffix.lower() == ".partners":
        if not path.exists():
            raise FileMissing(path)
        return OpenedFile(path, "", Layout.REGISTER)
    file = read_grids(path, cancelled=cancelled)
    if is_data_workbook(file):
        return OpenedFile(path, file.sha256, Layout.DATA_WORKBOOK, file)
    kept = import_mappings.kept(register)
    tables = [table for grid in file.grids if (table := _found(grid, kept)) is not None]
    if not tables:
        raise InputBroken(path, InputProblem.TABLE_UNKNOWN)
    tables.sort(key=lambda table: _likelihood(table, file))
    return OpenedFile(path, file.sha256, None, file, tuple(tables))


def _found(grid: Grid, kept: Sequence[ColumnMapping]) -> FoundTable | None:
    official = recognise_official(grid)
    if official is not None and (official.ids or looks_flat(grid) < _SURELY_FLAT):
        return FoundTable(grid.name, Layout.REPORT, grid, official.year, official)
    mapping = recall_columns(grid, kept) or recognise_columns(grid)
    if mapping is not None:
        return FoundTable(grid.name, Layout.FLAT, grid, mapping=mapping)
    return None


def _likelihood(table: FoundTable, file: GridFile) -> tuple[bool, bool, int]:
    """Order tables: what is shown before what is hidden, the yearly table before others."""
    hidden = table.grid.state is not SheetState.VISIBLE
    return hidden, table.layout is not Layout.REPORT, file.grids.index(table.grid)


def read_source(
    register: Register,
    path: Path,
    *,
    year: int | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Incoming:
    """Return what a file says, where only one of its tables can be meant.

    Hidden sheets do not count. InputBroken names the tables where there are several.
    """
    opened = open_file(register, path, cancelled=cancelled)
    if opened.layout is None:
        shown = [t for t in opened.tables if t.grid.state is SheetState.VISIBLE]
        official = [table for table in shown if table.layout is Layout.REPORT]
        candidates = official or shown
        if len(candidates) != 1:
            names = ", ".join(f"«{table.sheet}»" for table in candidates or opened.tables)
            raise InputBroken(path, InputProblem.SEVERAL_TABLES, "", names)
        return read_table(register, opened, candidates[0], year=year)
    return read_table(register, opened, None, year=year)


def read_table(
    register: Register,
    opened: OpenedFile,
    table: FoundTable | None,
    *,
    year: int | None = None,
    include_hidden: bool = False,
) -> Incoming:
    """Return what one table of a file says; ``table`` is None for a file without a choice.

    ``year`` is the report year of a table that names none; InputBroken where it names another.
    """
    if opened.layout is Layout.JSON:
        return _json(opened.path, year)
    if opened.layout is Layout.REGISTER:
        return _other_register(register, opened.path)
    assert opened.file is not None
    if opened.layout is Layout.DATA_WORKBOOK:
        return read_data_workbook(opened.file)
    assert table is not None
    if table.layout is Layout.FLAT:
        assert table.mapping is not None
        return read_flat_table(
            table.grid, opened.file, table.mapping, year=year, include_hidden=include_hidden
        )
    return _report(register, opened.file, table, year, include_hidden)


def _report(
    register: Register,
    file: GridFile,
    table: FoundTable,
    year: int | None,
    include_hidden: bool,
) -> Incoming:
    assert table.official is not None
    origin, named = read_origin(file)
    named = named or table.year
    if year is not None and named is not None and year != named:
        raise InputBroken(file.path, InputProblem.OTHER_YEAR, table.sheet, str(named))
    if (year := year or named) is None:
        raise InputBroken(file.path, InputProblem.YEAR_MISSING, table.sheet)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputBroken(file.path, InputProblem.BAD_VALUE, table.sheet, str(year))
    base, options = None, read_options(file)
    findings: tuple[Finding, ...] = ()
    if origin is not None and origin.register_uuid == register.uuid():
        content = register.read(as_of.content_of_export, origin)
        if content is not None and options is not None:
            base = report_base(content, year, options)
        findings = () if base is not None else (EXPORT_NOT_KEPT,)
    incoming = read_official(
        file,
        table.grid,
        table.official,
        year,
        origin=origin if base is not None else None,
        base=base,
        include_hidden=include_hidden,
    )
    return replace(incoming, findings=(*findings, *incoming.findings))


def _json(path: Path, year: int | None) -> Incoming:
    read = read_register_json(path, year=year)
    return Incoming(
        path,
        Layout.JSON,
        read.content,
        sha256=file_sha256(path),
        year=year,
        named=frozenset(
            str(row["uuid"])
            for _, _, row in content_rows(read.content)
            if row["uuid"] not in read.stated
        ),
        stated={uuid: _fields(stated) for uuid, stated in read.stated.items()},
        settings=read.settings,
        findings=read.findings,
    )


def _fields(stated: frozenset[str]) -> frozenset[str]:
    """Return the fields of a record that its keys in a JSON file give, and its place."""
    fields = {"parent", "position", "cell"}
    for key in stated:
        fields.update(_FIELDS_OF_KEYS.get(key, (f"{key}_text" if key in _DATE_KEYS else key,)))
    return frozenset(fields)


def _other_register(register: Register, path: Path) -> Incoming:
    """Return what another register holds; what both once were is the export to compare with."""
    if path.exists() and path.samefile(register.path):
        raise SameRegister(path)
    # Not opened: that would bring an older one to the present format, and mend what a crash left.
    with backup.settled(path) as readable:
        other = Register.look_at(readable)
        try:
            content = other.read(queries.content)
            operations = other.read(history.operation_uuids)
        finally:
            other.close()
    common = register.read(history.last_common_operation, operations)
    negative = under_negative_ids(content)
    return Incoming(
        path,
        Layout.REGISTER,
        negative,
        sha256=file_sha256(path),
        origin=Origin(register.uuid(), common[1], common[0]) if common is not None else None,
        named=frozenset(str(row["uuid"]) for _, _, row in content_rows(negative)),
    )


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise from_os_error(path, error) from error
