"""The date of an event in the JSON interchange: a wording, and its days beside it."""

import datetime
from dataclasses import dataclass

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.input_problems import InputProblem
from partners_app.domain.partial_date import (
    DatePrecision,
    DateStyle,
    PartialDate,
    format_partial_date,
    from_bounds,
    parse_partial_date,
    read_edtf,
    unreadable_reason,
)
from partners_app.exchange.json_source import Source


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """The date that an event gets, and what is to be said about it."""

    date: PartialDate
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that a file states beside a wording."""

    start: datetime.date
    end: datetime.date | None
    precision: DatePrecision | None

    def differ_from(self, date: PartialDate) -> bool:
        """Tell whether a wording says something else."""
        if (self.start, self.end or self.start) != (date.earliest, date.latest):
            return True
        return self.precision is not None and self.precision is not date.precision

    def text(self) -> str:
        """Return the days as they are written in the file."""
        return f"{self.start}/{self.end}" if self.end else str(self.start)


def read_event_date(source: Source, report_year: int, uuid: str, place: str) -> DatedEvent:
    """Return the date of one event: the wording, which wins over the days beside it.

    An event with days and no wording gets the wording of the yearly table. Raises InputBroken for
    days that are no days, that run backwards, or that are not whole months or years where they say
    to be, and where neither wording nor days are there.
    """
    text = source.text_or_none("date_text", None)
    days = _days(source)
    if not text:
        if days is not None:
            return DatedEvent(_worded(source, days, report_year))
        source.text("date_text")
        return DatedEvent(PartialDate(""))
    date = parse_partial_date(text, year=report_year)
    findings = []
    reason = unreadable_reason(text, report_year) if text.strip() else None
    if reason is not None:
        values = {"text": text, "reason": reason.value, "place": place}
        findings.append(_finding(FindingCode.UNREADABLE_DATE, uuid, values))
    if days is not None and days.differ_from(date):
        values = {"text": text, "other": days.text(), "place": place}
        findings.append(_finding(FindingCode.DATES_DIFFER, uuid, values))
    return DatedEvent(date, tuple(findings))


def _finding(code: FindingCode, uuid: str, values: dict[str, str]) -> Finding:
    return Finding(code, Severity.WARNING, "event", uuid, "date", values)


def _days(source: Source) -> _Days | None:
    start, end = _day(source, "start"), _day(source, "end")
    precision = source.member("precision", DatePrecision)
    if start is None:
        if end is not None:
            raise source.broken(InputProblem.MISSING_KEY, "start")
        return None
    if end is not None and end < start:
        raise source.broken(InputProblem.BAD_DATE, "end", str(end))
    return _Days(start, end, precision)


def _day(source: Source, key: str) -> datetime.date | None:
    text = source.text_or_none(key, None)
    if text is None:
        return None
    try:
        # Only the extended form: date.fromisoformat also reads «20200903» and week dates.
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise source.broken(InputProblem.BAD_DATE, key, text[:40]) from error


def _worded(source: Source, days: _Days, report_year: int) -> PartialDate:
    precision = days.precision or DatePrecision.DAY
    edtf = from_bounds(days.start, days.end or days.start, precision)
    try:
        stated = read_edtf(edtf)
        text = format_partial_date(edtf, style=DateStyle.REPORT, year=report_year)
    except ValueError as error:
        raise source.broken(InputProblem.BAD_DATE, "start", days.text()) from error
    if stated[:2] != (days.start, days.end or days.start):
        raise source.broken(InputProblem.BAD_DATE, "precision", precision.value)
    return parse_partial_date(text, year=report_year)
