"""Days as the keys of a date field give them: today, another day, digits without points."""

import calendar
import re
from datetime import date, timedelta

from partners_app.domain.partial_date import DatePrecision, PartialDate, parse_partial_date


def day_text(day: date) -> str:
    """Return a day as clerks write it: «05.03.2020»."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def today_text() -> str:
    """Return today's date as clerks write it."""
    return day_text(date.today())


def with_points(typed: str) -> str:
    """Return a day typed as «010220» or «01022020» with its points; any other text as it is."""
    found = re.fullmatch(r" *([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2}) *", typed)
    if found is None:
        return typed
    pointed = ".".join(found.groups())
    return pointed if parse_partial_date(pointed).readable else typed


def _single_day(meant: PartialDate) -> date | None:
    """Return the day that a date means, if it means a single one."""
    if meant.precision is not DatePrecision.DAY or meant.earliest != meant.latest:
        return None
    return meant.earliest


def days_later(meant: PartialDate, days: int) -> str:
    """Return a single day some days later or (negative) earlier; empty if it is no single day."""
    day = _single_day(meant)
    if day is None:
        return ""
    try:
        return day_text(day + timedelta(days=days))
    except OverflowError:
        return ""


def months_later(meant: PartialDate, months: int) -> str:
    """Return the same day of another month, or its last one; empty if it is no single day."""
    day = _single_day(meant)
    later = None if day is None else month_later(day, months)
    return "" if later is None else day_text(later)


def month_later(day: date, months: int) -> date | None:
    """Return the same day of another month, or its last one; None: there is no such year."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def in_year(day: date, year: int) -> date:
    """Return the same day of another year; 28 February for a 29th that it lacks."""
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
