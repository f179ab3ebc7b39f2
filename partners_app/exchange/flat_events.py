"""The events of one row of a flat table: one, or as many as its cell holds dated ones."""

import re
from collections.abc import Callable
from dataclasses import replace

from partners_app.domain.column_mapping import TableField
from partners_app.domain.event_text import split_events
from partners_app.domain.findings import FindingCode, Severity
from partners_app.domain.partial_date import PartialDate, parse_partial_date
from partners_app.domain.records import Event
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.exchange.flat_cells import Cell, RowRefused, TableRow
from partners_app.exchange.flat_dates import span_wording
from partners_app.exchange.flat_record import RecordReading, Told
from partners_app.exchange.flat_words import yes_or_no_said

__all__ = ["read_events", "report_year"]

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Report years outside these are slips."""

_YEAR = re.compile(r"([0-9]{4})(?: ?(?:г\.?|год|года|году))?")
_YEARS_IN_TEXT = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_TEXTS = (
    (TableField.PARTICIPANTS, "participants"),
    (TableField.EVENT_RESPONSIBLE, "responsible"),
    (TableField.SOURCE, "source"),
    (TableField.EVENT_REMARK, "remark"),
)


def report_year(row: TableRow) -> int | None:
    """Return the report year that a row states; RowRefused for what is no year."""
    cell = row.cell(TableField.REPORT_YEAR)
    if cell is None:
        return None
    found = _YEAR.fullmatch(cell.line)
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise RowRefused(FindingCode.NOT_A_YEAR, cell, text=cell.line)
    return int(found[1])


def read_events(
    row: TableRow, begin: Callable[[], RecordReading], year: int | None
) -> tuple[Told[Event], ...]:
    """Return the events that a row tells of; ``begin`` starts the reading of one more.

    ``year`` is the report year; without one it is the year of the event's date. RowRefused where
    the row has neither date nor text, or no year.
    """
    reading = begin()
    wording = _wording(reading, year)
    text = row.text(TableField.EVENT_TEXT)
    if wording:
        date = parse_partial_date(wording, year=year)
        return (_told(reading, date, text, year),)
    if not text:
        raise RowRefused(FindingCode.NO_EVENT)
    pieces = split_events(text, year=_year_to_read_with(text, year))
    if len(pieces) > 1:
        cell = row.first_of(TableField.EVENT_TEXT)
        reading.find(FindingCode.CELL_SPLIT, cell, "text", Severity.NOTE, text=str(len(pieces)))
    readings = [reading, *(begin() for _ in pieces[1:])]
    return tuple(
        _told(one, piece.date, piece.text, year)
        for one, piece in zip(readings, pieces, strict=True)
    )


def _year_to_read_with(text: str, year: int | None) -> int:
    """Return the report year, or the only year that a text names."""
    if year is not None:
        return year
    named = set(_YEARS_IN_TEXT.findall(text))
    if len(named) != 1:
        raise RowRefused(FindingCode.NO_YEAR)
    return int(named.pop())


def _wording(reading: RecordReading, year: int | None) -> str:
    """Return the date of a row as one wording, out of one column or of two."""
    row = reading.row
    date, end = row.cell(TableField.EVENT_DATE), row.cell(TableField.EVENT_END)
    start = row.cell(TableField.EVENT_START)
    if start is None and end is not None:
        # «Дата» beside «Дата окончания» is the first day.
        start, date = date, None
        if start is None:
            raise RowRefused(FindingCode.END_WITHOUT_START, end, text=end.line)
    if start is None:
        return "" if date is None else reading.wording(date)
    span = span_wording(reading.wording(start), "" if end is None else reading.wording(end), year)
    if date is None:
        return span
    wording = reading.wording(date)
    if parse_partial_date(wording, year=year).edtf != parse_partial_date(span, year=year).edtf:
        reading.find(FindingCode.DATES_DIFFER, date, "date", text=wording, other=span)
    return wording


def _told(reading: RecordReading, date: PartialDate, text: str, year: int | None) -> Told[Event]:
    row = reading.row
    cell = row.first_of(TableField.EVENT_TEXT, TableField.EVENT_DATE, TableField.EVENT_START)
    if year is not None:
        reading.fields["report_year"] = year
    elif date.earliest is not None:
        year = date.earliest.year
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise RowRefused(FindingCode.NO_YEAR)
    if date.text:
        reading.fields["date"] = date
        _check_date(reading, date, year, cell)
    if text:
        reading.fields["text"] = text
    reading.take_word(TableField.EVENT_KIND, "kind", EventKind)
    reading.take_word(TableField.EVENT_FORMAT, "format", EventFormat)
    for field, name in _TEXTS:
        reading.take_text(field, name)
    _take_printed(reading, row.cell(TableField.PRINTED))
    bare = Event(0, reading.uuid, year, PartialDate(""), "")
    return Told(replace(bare, **reading.fields), cell, reading.stated, tuple(reading.findings))


def _check_date(reading: RecordReading, date: PartialDate, year: int, cell: Cell) -> None:
    cell = reading.row.cell(TableField.EVENT_DATE) or cell
    reading.check_date(date.text, year, cell, "date")
    if date.earliest is None or date.latest is None:
        return
    if not date.earliest.year <= year <= date.latest.year:
        reading.find(FindingCode.OUTSIDE_YEAR, cell, "date", text=date.text, year=str(year))


def _take_printed(reading: RecordReading, cell: Cell | None) -> None:
    if cell is None:
        return
    said = yes_or_no_said(cell.line)
    if said is None:
        reading.not_known(cell, "printed")
    else:
        reading.fields["printed"] = said
