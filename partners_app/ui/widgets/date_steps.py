"""Steps from a day to another one, as the keys of a date field take them."""

import calendar
from datetime import date, timedelta

from partners_app.domain.partial_date import DatePrecision, PartialDate


def day_text(day: date) -> str:
    """Return a day as clerks write it: «05.03.2020»."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def today_text() -> str:
    """Return today's date as clerks write it."""
    return day_text(date.today())


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
    if day is None:
        return ""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    if not date.min.year <= year <= date.max.year:
        return ""
    return day_text(date(year, month, min(day.day, calendar.monthrange(year, month)[1])))
