"""What reading a data workbook needs at every row: ids, fields, findings, refusals."""

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.incoming import RefusedRow, SourcePlace
from partners_app.domain.partial_date import DateProblem, PartialDate, unreadable_reason
from partners_app.exchange.data_cells import CannotTake, cell_text, read_cell
from partners_app.exchange.data_layout import UUID, DataColumn, Form
from partners_app.exchange.data_origin import ExportNotes
from partners_app.exchange.data_rows import DataRow, RowsOfSheet

_UUID = re.compile("[0-9a-fA-F-]{32,36}")
_BY_THEMSELVES = (
    Form.TEXT,
    Form.NAME_OR_NONE,
    Form.DATE,
    Form.CHOICE,
    Form.YES_NO,
    Form.COUNT,
    Form.YEAR,
    Form.DEGREES,
)
"""The forms whose cells are read without knowing another record."""


@dataclass(frozen=True, slots=True)
class TakenRow:
    """One row with the uuid of its record; ``is_named`` is False for one made up here."""

    rows: RowsOfSheet
    row: DataRow
    uuid: str
    is_named: bool

    @property
    def table(self) -> str:
        """The table of the row's record."""
        return self.rows.sheet.table

    def column(self, form: Form) -> DataColumn:
        """Return the sheet's column of a form that it has once."""
        return next(column for column in self.rows.sheet.columns if column.form is form)


@dataclass(slots=True)
class DataIntake:
    """Hands out ids and gathers what is to be said about the file."""

    notes: ExportNotes
    findings: list[Finding]
    refused: list[RefusedRow] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    stated: dict[str, frozenset[str]] = field(default_factory=dict)
    places: dict[str, SourcePlace] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, table: str) -> int:
        """Return the next negative id of a table."""
        self._numbers[table] = self._numbers.get(table, 0) - 1
        return self._numbers[table]

    def identified(self, rows: RowsOfSheet, row: DataRow) -> TakenRow | None:
        """Return a row with its uuid; None for one that shows nothing, as if it were deleted.

        The second row with one uuid is a copy, and thereby a new record.
        """
        given = row.text(UUID.field).strip()
        if not rows.shows_anything(row) and given not in self.notes.blank:
            return None
        is_copy = given in self.places
        if is_copy or not _UUID.fullmatch(given):
            taken = TakenRow(rows, row, str(uuid4()), False)
        else:
            taken = TakenRow(rows, row, given, True)
            self.named.add(given)
        self.places[taken.uuid] = row.place
        if is_copy:
            self.find(taken, FindingCode.COPIED_ROW, values={"text": str(self.places[given].row)})
        return taken

    def item_uuid(self, given: str) -> str:
        """Return the uuid of an item of a list: the given one, or a new one if there is none."""
        if not _UUID.fullmatch(given) or given in self.named:
            return str(uuid4())
        self.named.add(given)
        return given

    def find(
        self,
        taken: TakenRow,
        code: FindingCode,
        field_name: str = "",
        severity: Severity = Severity.WARNING,
        *,
        values: dict[str, str],
    ) -> None:
        """Note a finding about the record of a row."""
        self.findings.append(_finding(taken, code, field_name, severity, values))

    def refuse(self, taken: TakenRow, problem: CannotTake) -> None:
        """Set a row aside, with the reason; the record itself, if it is named, stays as it is."""
        reason = _finding(taken, problem.code, problem.field, Severity.ERROR, problem.values)
        cells = taken.rows.shown(taken.row)
        self.refused.append(RefusedRow(taken.row.place, cells, reason))

    def fields(self, taken: TakenRow, year: int | None) -> tuple[dict[str, Any], set[str]]:
        """Return the values of a record by attribute, and the fields that are stated.

        ``year`` is the report year where no cell says it. Raises CannotTake.
        """
        values: dict[str, Any] = {}
        stated: set[str] = set()
        present = taken.rows.fields
        for column in taken.rows.sheet.columns:
            if column.form not in _BY_THEMSELVES or column.field not in present:
                continue
            cell = taken.row.cells.get(column.field)
            is_stated = not self.notes.inexact or self._is_stated(taken, column)
            value = read_cell(column, cell, year)
            if value is None and not column.may_be_empty:
                continue
            values[column.attribute] = value
            if is_stated:
                stated.add(column.field)
                if isinstance(value, PartialDate):
                    self.check_readable(taken, column.field, value, year)
            if column.form is Form.YEAR:
                year = value
        return values, stated

    def list_text(self, taken: TakenRow, form: Form) -> str | None:
        """Return the cell of a list, None where it says nothing about the record."""
        column = taken.column(form)
        if column.field not in taken.rows.fields or not self._is_stated(taken, column):
            return None
        as_text = DataColumn(column.field, column.head)
        return str(read_cell(as_text, self._cell(taken, column), None))

    def _cell(self, taken: TakenRow, column: DataColumn) -> Any:
        return taken.row.cells.get(column.field)

    def _is_stated(self, taken: TakenRow, column: DataColumn) -> bool:
        """Tell whether a cell says what its field is to be.

        One that could not say what the register holds, and still is as it was written, does not.
        """
        note = self.notes.inexact.get((taken.uuid, column.field)) if taken.is_named else None
        if note is None:
            return True
        cell = self._cell(taken, column)
        is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
        if note.is_unchanged(cell if is_number else cell_text(cell)):
            return False
        if note.cut:
            values = {"text": cell_text(cell), "other": column.head}
            self.find(taken, FindingCode.EDIT_NOT_TAKEN, column.field, values=values)
        return not note.cut

    def check_readable(
        self, taken: TakenRow, field_name: str, date: PartialDate, year: int | None = None
    ) -> None:
        """Note a wording that nobody can read as a date; it is kept as it is."""
        if date.readable or not date.text.strip():
            return
        reason = unreadable_reason(date.text, year)
        if reason is None or (reason is DateProblem.NO_YEAR and taken.is_named and year is None):
            return  # the column of the years was taken away: the register knows them
        values = {"text": date.text, "reason": reason.value}
        self.find(taken, FindingCode.UNREADABLE_DATE, field_name, values=values)


def _finding(
    taken: TakenRow,
    code: FindingCode,
    field_name: str,
    severity: Severity,
    values: dict[str, str],
) -> Finding:
    place = taken.row.place
    standing = {"sheet": place.sheet, "row": str(place.row)}
    return Finding(code, severity, taken.table, taken.uuid, field_name, values | standing)
