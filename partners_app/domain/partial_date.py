"""A date known to the day, the month or the year, or a span of those, with the clerk's wording."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from partners_app.domain.date_grammar import (
    DatePrecision,
    DateProblem,
    DateReading,
    read_date,
    runs_over_year_end,
)
from partners_app.domain.date_words import clean_wording

__all__ = [
    "DatePrecision",
    "DateProblem",
    "DateStyle",
    "PartialDate",
    "format_partial_date",
    "format_span",
    "from_bounds",
    "parse_partial_date",
    "read_edtf",
    "split_dates",
    "unreadable_reason",
]


class DateStyle(StrEnum):
    """How a date that has no wording of its own is written."""

    NUMERIC = "numeric"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A clerk's wording, kept verbatim, and what it means; without meaning nobody can read it.

    ``edtf`` is ISO 8601-2 (EDTF) of level 0: «2020-02-20», «2020-02-20/2020-02-22», «2017-06»,
    «2020-01/2020-12», «2020». ``earliest`` and ``latest`` are the first and the last possible day.
    """

    text: str
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: DatePrecision | None = None
    note: str = ""

    @property
    def readable(self) -> bool:
        """Whether the wording was understood."""
        return self.edtf is not None

    @property
    def is_span(self) -> bool:
        """Whether the date covers more than one day; June 2017 does."""
        return self.latest != self.earliest

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Order by the first day, then the last one; dates that nobody can read come last."""
        if self.earliest is None or self.latest is None:
            return (1, 0, 0)
        return (0, self.earliest.toordinal(), self.latest.toordinal())

    @property
    def wording(self) -> str:
        """The text without its note: «1956 г.» of «1956 г. – установление связей»."""
        if not self.note:
            return self.text
        return clean_wording(self.text).replace(self.note, "", 1).strip(" \u00a0\t\n-–—:,;()")

    @classmethod
    def parse(cls, text: str, *, year: int | None = None) -> "PartialDate":
        """Read a wording, see `parse_partial_date`."""
        return parse_partial_date(text, year=year)


@lru_cache(maxsize=8192)
def parse_partial_date(text: str, *, year: int | None = None) -> PartialDate:
    """Read a clerk's wording; ``year`` is the report year, for wordings that name none.

    Never raises: a wording that nobody can read is kept with ``edtf`` None, and
    `unreadable_reason` says why.
    """
    reading = read_date(clean_wording(text), year)
    if isinstance(reading, DateProblem):
        return PartialDate(text)
    return PartialDate(
        text,
        from_bounds(reading.earliest, reading.latest, reading.precision),
        reading.earliest,
        reading.latest,
        reading.precision,
        reading.note,
    )


def unreadable_reason(text: str, year: int | None = None) -> DateProblem | None:
    """Say why a wording cannot be read, None if it can; ``year`` is the report year."""
    reading = read_date(clean_wording(text), year)
    return reading if isinstance(reading, DateProblem) else None


def _edtf_point(day: date, precision: DatePrecision) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


def from_bounds(earliest: date, latest: date, precision: DatePrecision) -> str:
    """Write the EDTF value of two days: «2020-02-20/2020-02-22», «2020-01/2020-12», «2020»."""
    first, last = _edtf_point(earliest, precision), _edtf_point(latest, precision)
    return first if first == last else f"{first}/{last}"


def read_edtf(edtf: str) -> tuple[date, date, DatePrecision]:
    """Return the first day, the last day and the precision of a stored EDTF value.

    Raises ValueError for a value that `from_bounds` could not have written.
    """
    reading = read_date(edtf, None)
    if isinstance(reading, DateReading):
        bounds = reading.earliest, reading.latest, reading.precision
        if from_bounds(*bounds) == edtf:
            return bounds
    raise ValueError(f"not an EDTF value of the register: {edtf!r}")


_NOMINATIVE = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
]
_GENITIVE = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_PREPOSITIONAL = [
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
]


def format_span(earliest: date, latest: date, precision: DatePrecision) -> str:
    """Echo what was understood: «20.02.2020 – 22.02.2020», «июнь 2017», «2020 год».

    The echo reads back as the same date.
    """
    if precision is DatePrecision.DAY:
        first, last = f"{earliest:%d.%m.%Y}", f"{latest:%d.%m.%Y}"
        return first if first == last else f"{first} – {last}"
    if precision is DatePrecision.YEAR:
        if earliest.year == latest.year:
            return f"{earliest.year} год"
        return f"{earliest.year} – {latest.year} годы"
    first, last = _NOMINATIVE[earliest.month - 1], _NOMINATIVE[latest.month - 1]
    if earliest.year != latest.year:
        return f"{first} {earliest.year} – {last} {latest.year}"
    if first == last:
        return f"{first} {earliest.year}"
    return f"{first} – {last} {earliest.year}"


def _format_for_report(
    earliest: date, latest: date, precision: DatePrecision, year: int | None
) -> str:
    """Write a date as the yearly table prints it; days and months of ``year`` name no year."""
    over = runs_over_year_end(earliest.month, latest.month)
    bare = earliest.year == year and latest.year == earliest.year + int(over)
    if precision is DatePrecision.YEAR:
        if earliest.year != latest.year:
            return f"{earliest.year}-{latest.year} гг."
        return "В течение года" if earliest.year == year else f"{earliest.year} г."
    if precision is DatePrecision.MONTH:
        first, last = _NOMINATIVE[earliest.month - 1], _NOMINATIVE[latest.month - 1]
        if (earliest.year, first) == (latest.year, last):
            return (
                f"В {_PREPOSITIONAL[earliest.month - 1]}" if bare else f"{first} {earliest.year} г."
            )
        if bare:
            return f"{first.capitalize()}-{last}"
        if earliest.year == latest.year:
            return f"{first.capitalize()}-{last} {latest.year} г."
        return f"{first} {earliest.year} г. – {last} {latest.year} г."
    first, last = (f"{day.day} {_GENITIVE[day.month - 1]}" for day in (earliest, latest))
    first_year, last_year = ("", "") if bare else (f" {earliest.year} г.", f" {latest.year} г.")
    if earliest == latest:
        return first + first_year
    if earliest.year == latest.year:
        first_year = ""
        if earliest.month == latest.month:
            return f"{earliest.day}-{last}{last_year}"
    return f"{first}{first_year} – {last}{last_year}"


def format_partial_date(edtf: str, *, style: DateStyle, year: int | None = None) -> str:
    """Write an EDTF value in Russian, for dates that come without a wording.

    NUMERIC is the echo of `format_span`; REPORT is the wording of the yearly table of ``year``:
    «20-22 февраля», «29 января – 4 февраля», «В сентябре», «В течение года», with the year where it
    is another one. Read back with the same ``year``, both give the same EDTF value. Raises
    ValueError for what `read_edtf` refuses.
    """
    earliest, latest, precision = read_edtf(edtf)
    if style is DateStyle.NUMERIC:
        return format_span(earliest, latest, precision)
    return _format_for_report(earliest, latest, precision, year)


_BETWEEN_DATES = re.compile(r"[,;\n]|\sи\s")
_MOST_DATES = 40


def _parts(text: str) -> list[tuple[int, int]]:
    """List the places of what stands between commas, semicolons, line breaks and «и»."""
    marks = [match.span() for match in _BETWEEN_DATES.finditer(text)]
    bounds = zip(
        [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)], strict=True
    )
    trimmed = [(end - len(text[start:end].lstrip()), end) for start, end in bounds]
    return [(start, start + len(text[start:end].rstrip())) for start, end in trimmed if start < end]


def split_dates(text: str) -> list[tuple[str, str]]:
    """Split a list of dates into pairs of the separator before a date and the date's text.

    «10.08.2002, 27.09.2016» gives ``[("", "10.08.2002"), (", ", "27.09.2016")]``. Joined, the pairs
    are the text again. What is not wholly a list of readable dates comes back as one pair; so does
    «1 и 2 марта 2020», which is one date.
    """
    parts = _parts(text)
    if not 1 < len(parts) <= _MOST_DATES:
        return [("", text)]
    # From the last part to the first: the fewest dates that the rest of the text can be read as.
    best: list[list[tuple[int, int]] | None] = [None] * len(parts) + [[]]
    for first in reversed(range(len(parts))):
        for last in range(first, len(parts)):
            rest, current = best[last + 1], best[first]
            if rest is None or (current is not None and len(rest) + 1 >= len(current)):
                continue
            start, end = parts[first][0], parts[last][1]
            if unreadable_reason(text[start:end]) is None:
                best[first] = [(start, end), *rest]
    places = best[0]
    # White space or a comma after the last date stays with it: no character is lost.
    if places is None or unreadable_reason(text[places[-1][0] :]) is not None:
        return [("", text)]
    places[-1] = (places[-1][0], len(text))
    before = [0, *(end for _, end in places)]
    return [
        (text[previous:start], text[start:end])
        for previous, (start, end) in zip(before, places, strict=False)
    ]
