"""One record while it is read out of a row: what the row states, and what is doubtful."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import uuid4

from partners_app.domain.column_mapping import TableField
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.partial_date import PartialDate, parse_partial_date, unreadable_reason
from partners_app.exchange.flat_cells import Cell, TableRow, date_wording
from partners_app.exchange.flat_dates import SlashedDates
from partners_app.exchange.flat_words import member_said

__all__ = ["RecordReading", "Told"]

RecordT = TypeVar("RecordT")


@dataclass(frozen=True, slots=True)
class Told(Generic[RecordT]):
    """A record that a row tells of, the cell that does so, and the names of the stated fields."""

    record: RecordT
    cell: Cell
    stated: frozenset[str]
    findings: tuple[Finding, ...] = ()


class RecordReading:
    """A record of ``table`` that is being read from a row of ``sheet``."""

    def __init__(self, sheet: str, row: TableRow, table: str, slashed: SlashedDates) -> None:
        """Begin a record that states nothing."""
        self.row = row
        self.uuid = str(uuid4())
        self.fields: dict[str, Any] = {}
        self.findings: list[Finding] = []
        self._sheet = sheet
        self._table = table
        self._slashed = slashed

    @property
    def stated(self) -> frozenset[str]:
        """The stated fields by the names of the record's row and of its lists."""
        return frozenset(
            f"{name}_text" if isinstance(value, PartialDate) else name
            for name, value in self.fields.items()
        )

    def find(
        self,
        code: FindingCode,
        cell: Cell,
        name: str = "",
        severity: Severity = Severity.WARNING,
        **values: str,
    ) -> None:
        """Note a finding about the record; its place is the cell: «Лист1!B7»."""
        place = f"{self._sheet}!{cell.name}"
        named = {**values, "place": place}
        self.findings.append(Finding(code, severity, self._table, self.uuid, name, named))

    def take_text(self, field: TableField, name: str) -> None:
        """State a field that is a text."""
        if text := self.row.text(field):
            self.fields[name] = text

    def take_word(self, field: TableField, name: str, kind: type[StrEnum]) -> None:
        """State a field that is chosen from a list; a word that is not in it states nothing."""
        cell = self.row.cell(field)
        if cell is None:
            return
        member = member_said(kind, cell.line)
        if member is None:
            self.not_known(cell, name)
        else:
            self.fields[name] = member

    def not_known(self, cell: Cell, name: str) -> None:
        """Note a word that means nothing in its column."""
        self.find(FindingCode.WORD_UNKNOWN, cell, name, text=cell.line)

    def take_date(self, cell: Cell | None, name: str, wording: str | None = None) -> None:
        """State a field that is one date, in its cell's wording unless another one is given."""
        if cell is not None:
            wording = self.wording(cell) if wording is None else wording
            self.fields[name] = parse_partial_date(wording)
            self.check_date(wording, None, cell, name)

    def wording(self, cell: Cell) -> str:
        """Return the wording of a date cell; a time of day is left out, which is noted."""
        wording = date_wording(cell)
        if isinstance(cell.value, datetime) and cell.value.time() != time():
            clock = f"{cell.value:%H:%M}"
            self.find(FindingCode.TIME_LEFT_OUT, cell, "date", Severity.NOTE, text=clock)
        if self._slashed.is_doubtful(cell):
            day, month, year = wording.split("/")
            other = f"{int(month):02}.{int(day):02}.{year}"
            self.find(FindingCode.DAY_OR_MONTH, cell, "date", text=wording, other=other)
        return wording

    def check_date(self, wording: str, year: int | None, cell: Cell, name: str) -> None:
        """Note a wording that nobody can read as a date; ``year`` is the report year."""
        reason = unreadable_reason(wording, year)
        if reason is not None:
            self.find(FindingCode.UNREADABLE_DATE, cell, name, text=wording, reason=reason.value)
