"""The wordings in which clerks write dates, read in a fixed order of rules.

The rules are hand-written because general date parsers guess: one of them read «20-22 февраля» as
20.02.2022 and «В течение года» as a day of another year. A wording that no rule covers is refused.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from partners_app.domain.date_words import (
    MONTHS,
    ORDINALS,
    compile_rule,
    fold_wording,
)

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "LONGEST_WORDING",
    "TWO_DIGIT_PIVOT",
    "DatePrecision",
    "DateProblem",
    "DateReading",
    "longest_date_at",
    "read_date",
    "runs_over_year_end",
]

FIRST_YEAR = 1000
LAST_YEAR = 2999
"""A bare four-digit number is a year from 1000 to 2999; any other number is no date."""

TWO_DIGIT_PIVOT = 50
"""Two-digit years below the pivot are of the 2000s, the others of the 1900s: 1950 to 2049.

It is the nearest century for a register whose oldest ties are of 1953, and it is a constant, so
that the same wording never changes its meaning with the day on which it is read.
"""

LONGEST_WORDING = 300
"""The characters of the longest date with its note; longer text pasted into a field is no date."""


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class DateProblem(StrEnum):
    """Why nobody can read a wording as a date."""

    NO_SUCH_DAY = "no_such_day"
    NO_YEAR = "no_year"
    REVERSED = "reversed"
    NOT_A_DATE = "not_a_date"


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a wording says: the first and the last day, the precision, a note beside the date."""

    earliest: date
    latest: date
    precision: DatePrecision
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """One end of a span, with zero for what is not written."""

    year: int | None
    month: int = 0
    day: int = 0


_Outcome: TypeAlias = DateReading | DateProblem


def _full_year(digits: str) -> int | None:
    if len(digits) == 2:
        number = int(digits)
        return number + (2000 if number < TWO_DIGIT_PIVOT else 1900)
    number = int(digits)
    return number if FIRST_YEAR <= number <= LAST_YEAR else None


def runs_over_year_end(first_month: int, last_month: int) -> bool:
    """Tell whether a span without years of its own ends in the following year.

    «29 декабря – 4 января» starts in the report year and ends in the next one. Only a span from the
    second half of a year into the first half is read so; «март – январь» is a reversed span.
    """
    return first_month >= 7 > last_month


def _span(first: _Part, last: _Part, report_year: int | None, precision: DatePrecision) -> _Outcome:
    """Resolve a span of days or months whose ends may lack their years."""
    over = int(runs_over_year_end(first.month, last.month))
    stated = last.year - over if first.year is None and last.year is not None else first.year
    # Without any year the leap year 2000 stands in, to tell an impossible day from a missing year.
    start_year = stated or report_year or 2000 - over
    end_year = start_year + over if last.year is None else last.year
    by_day = precision is DatePrecision.DAY
    try:
        earliest = date(start_year, first.month, first.day if by_day else 1)
        latest = date(
            end_year, last.month, last.day if by_day else monthrange(end_year, last.month)[1]
        )
    except ValueError:
        return DateProblem.NO_SUCH_DAY
    if latest < earliest:
        return DateProblem.REVERSED
    if stated is None and report_year is None:
        return DateProblem.NO_YEAR
    return DateReading(earliest, latest, precision)


def _years(first: int, last: int) -> _Outcome:
    if last < first:
        return DateProblem.REVERSED
    return DateReading(date(first, 1, 1), date(last, 12, 31), DatePrecision.YEAR)


_Groups: TypeAlias = tuple[str | None, ...]


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _read_days(groups: _Groups, report_year: int | None) -> _Outcome:
    first_day, first_month, first_year, last_day, last_month, last_year = groups
    end = _Part(_number(last_year), MONTHS[last_month or ""], int(last_day or 0))
    start = _Part(
        _number(first_year), MONTHS[first_month] if first_month else end.month, int(first_day or 0)
    )
    return _span(start, end, report_year, DatePrecision.DAY)


def _read_two_days(groups: _Groups, report_year: int | None) -> _Outcome:
    """Read «1 и 2 марта»: two days are a span only if no other day lies between them."""
    outcome = _read_days(groups, report_year)
    if isinstance(outcome, DateReading) and (outcome.latest - outcome.earliest).days > 1:
        return DateProblem.NOT_A_DATE
    return outcome


def _read_day(groups: _Groups, report_year: int | None) -> _Outcome:
    day, month, year = groups
    part = _Part(_number(year), MONTHS[month or ""], int(day or 0))
    return _span(part, part, report_year, DatePrecision.DAY)


def _read_dotted(groups: _Groups, report_year: int | None) -> _Outcome:
    day, month, year = groups
    full_year = _full_year(year) if year else None
    if year and full_year is None:
        return DateProblem.NOT_A_DATE
    part = _Part(full_year, int(month or 0), int(day or 0))
    return _span(part, part, report_year, DatePrecision.DAY)


def _read_dotted_span(groups: _Groups, report_year: int | None) -> _Outcome:
    first_day, first_month, first_year, last_day, last_month, last_year = groups
    years = [_full_year(year) if year else None for year in (first_year, last_year)]
    if (first_year and years[0] is None) or (last_year and years[1] is None):
        return DateProblem.NOT_A_DATE
    end = _Part(years[1], int(last_month or 0), int(last_day or 0))
    start = _Part(years[0], int(first_month or 0) or end.month, int(first_day or 0))
    return _span(start, end, report_year, DatePrecision.DAY)


def _read_months(groups: _Groups, report_year: int | None) -> _Outcome:
    first_month, first_year, last_month, last_year = groups
    start = _Part(_number(first_year), MONTHS[first_month or ""])
    end = _Part(_number(last_year), MONTHS[last_month or ""])
    return _span(start, end, report_year, DatePrecision.MONTH)


def _read_two_months(groups: _Groups, report_year: int | None) -> _Outcome:
    """Read «в январе и феврале»: two months are a span only if they follow each other."""
    outcome = _read_months(groups, report_year)
    if isinstance(outcome, DateReading) and (outcome.latest - outcome.earliest).days > 62:
        return DateProblem.NOT_A_DATE
    return outcome


def _read_month(groups: _Groups, report_year: int | None) -> _Outcome:
    month, year = groups
    part = _Part(_number(year), MONTHS[month or ""])
    return _span(part, part, report_year, DatePrecision.MONTH)


def _read_numbered_months(groups: _Groups, report_year: int | None) -> _Outcome:
    first_month, first_year, last_month, last_year = (int(group or 0) for group in groups)
    start = _Part(first_year, first_month)
    end = _Part(last_year, last_month) if last_month else start
    return _span(start, end, report_year, DatePrecision.MONTH)


def _read_iso(groups: _Groups, report_year: int | None) -> _Outcome:
    numbers = [int(group or 0) for group in groups]
    precision = DatePrecision.DAY if len(numbers) == 6 else DatePrecision.MONTH
    half = len(numbers) // 2
    start = _Part(*numbers[:half])
    return _span(start, _Part(*numbers[half:]) if numbers[half] else start, report_year, precision)


def _read_part_of_year(groups: _Groups, report_year: int | None) -> _Outcome:
    """Read a quarter or a half of a year as the months it consists of."""
    ordinal, unit, year = groups
    number = ORDINALS[ordinal or ""]
    length = 3 if (unit or "").startswith("кв") else 6
    if number * length > 12:
        return DateProblem.NOT_A_DATE
    start = _Part(_number(year), (number - 1) * length + 1)
    return _span(start, _Part(start.year, number * length), report_year, DatePrecision.MONTH)


def _read_years(groups: _Groups, report_year: int | None) -> _Outcome:
    return _years(int(groups[0] or 0), int(groups[-1] or 0))


def _read_report_year(groups: _Groups, report_year: int | None) -> _Outcome:
    return DateProblem.NO_YEAR if report_year is None else _years(report_year, report_year)


_Rule: TypeAlias = tuple[re.Pattern[str], Callable[[_Groups, int | None], _Outcome]]

# The first rule that covers a wording decides.
_RULES: tuple[_Rule, ...] = tuple(
    (compile_rule(template), reader)
    for template, reader in (
        (
            "<within><from><day>(?:~<month>(?:~<year>)?)?<to><day>~<month>(?:~<year>)?",
            _read_days,
        ),
        ("<within><day>(?:~<month>(?:~<year>)?)?_и_<day>~<month>(?:~<year>)?", _read_two_days),
        ("<day>~<month>(?:~<year>)?", _read_day),
        (
            r"<within><from>([0-9]{1,2})(?:~\.~([0-9]{1,2})(?:~\.~([0-9]{4}|[0-9]{2})<word>?)?)?"
            "<to><dotted>",
            _read_dotted_span,
        ),
        ("<dotted>", _read_dotted),
        ("([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})(?![0-9])<word>?", _read_dotted),
        ("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9])<word>?", _read_dotted),
        ("<iso>(?:(?:~/~|_[-–]_)<iso>)?", _read_iso),
        ("<isomonth>(?:(?:~/~|_[-–]_)<isomonth>)?", _read_iso),
        ("<within><from><month>(?:~<year>)?<to><month>(?:~<year>)?", _read_months),
        ("<within><month>(?:~<year>)?_и_<month>(?:~<year>)?", _read_two_months),
        ("<within><month>(?:_месяц[еа]?(?![а-я]))?(?:~<year>)?", _read_month),
        (
            r"([0-9]{1,2})~\.~([12][0-9]{3})(?![0-9])(?:~[-–]~([0-9]{1,2})~\.~([12][0-9]{3}))?"
            r"(?![0-9]|\.[0-9])<word>?",
            _read_numbered_months,
        ),
        (r"<within><ordinal>_(квартал|полугоди)[а-я]{0,2}(?:~<year>)?", _read_part_of_year),
        ("<within><from><year>(?:<to>|~/~)<year>", _read_years),
        ("<within><year>", _read_years),
        (
            "(?:(?:в_течени[ие]|на_протяжении)_(?:всего_)?года|(?:весь|круглый)_год)(?![а-я])",
            _read_report_year,
        ),
    )
)

_TAIL = re.compile(" *[.,;:]? *")
# A note names a deed of the two sides; words that move or open the date are never a note.
_DEEDS = (
    "(?:установлен|подпис|продл|пролонг|вступ|обнов|возобнов|побратим|ратифик|заключ|зарегистр"
    "|регистр|утвержд|принят|обмен|соглашен|договор|протокол|меморандум|декларац|решен|дорожн"
    "|перезаключ|парафир|дополнит)"
)
_NOTE = rf"(?P<note>{_DEEDS}[^0-9()]*?)"
_NOTE_AFTER = re.compile(
    rf" *(?:(?:[-–:,] *)?{_NOTE}|\({_NOTE.replace('note', 'bracketed')}\))[.,;]? *"
)
_NOTE_BEFORE = re.compile(rf"{_NOTE} *(?:[-–:]| (?=(?:в )?[0-9])) *")
_NOT_IN_NOTES = frozenset(["до", "по", "с", "со", "не", "около", "после", "ранее", "позднее", "ни"])


def _is_note(folded_note: str) -> bool:
    words = re.findall("[а-я]+", folded_note)
    return not any(word in _NOT_IN_NOTES or word in MONTHS for word in words)


def _note_after(folded: str, place: int) -> tuple[int, int] | None:
    """Find a note that fills the rest of the wording: its first and its next place."""
    match = _NOTE_AFTER.fullmatch(folded, place)
    if match is None:
        return None
    group = "note" if match["note"] is not None else "bracketed"
    return match.span(group) if _is_note(match[group]) else None


def _read_folded(folded: str, report_year: int | None) -> tuple[_Outcome, tuple[int, int]]:
    """Read a folded wording; the pair of places is that of its note, (0, 0) without one."""
    for pattern, reader in _RULES:
        match = pattern.match(folded)
        if match is None:
            continue
        if _TAIL.fullmatch(folded, match.end()):
            return reader(match.groups(), report_year), (0, 0)
        if note := _note_after(folded, match.end()):
            return reader(match.groups(), report_year), note
    return DateProblem.NOT_A_DATE, (0, 0)


@lru_cache(maxsize=8192)
def read_date(wording: str, report_year: int | None) -> DateReading | DateProblem:
    """Read a clean wording; without a report year «20-22 февраля» has the problem NO_YEAR.

    An explicit year wins over the report year. A report year outside 1000 to 2999 counts as none,
    and a text longer than LONGEST_WORDING is no date.
    """
    if report_year is not None and not FIRST_YEAR <= report_year <= LAST_YEAR:
        report_year = None
    if len(wording) > LONGEST_WORDING:
        return DateProblem.NOT_A_DATE
    folded = fold_wording(wording)
    outcome, (start, end) = _read_folded(folded, report_year)
    if outcome is DateProblem.NOT_A_DATE and (before := _NOTE_BEFORE.match(folded)):
        inner, (_, more) = _read_folded(folded[before.end() :], report_year)
        if not more and _is_note(before["note"]):
            outcome, (start, end) = inner, before.span("note")
    if isinstance(outcome, DateProblem) or end == 0:
        return outcome
    return DateReading(
        outcome.earliest, outcome.latest, outcome.precision, wording[start:end].strip(" \u00a0,;")
    )


def longest_date_at(
    folded: str, place: int, report_year: int
) -> tuple[int, DateReading | DateProblem] | None:
    """Find the longest date that begins at a place of a folded text: its next place and meaning.

    The problem of a date that is written in order but cannot be, like «31 февраля», is its meaning.
    """
    matches = [(pattern.match(folded, place), reader) for pattern, reader in _RULES]
    found = [(match, reader) for match, reader in matches if match is not None]
    if not found:
        return None
    match, reader = max(found, key=lambda pair: pair[0].end())
    return match.end(), reader(match.groups(), report_year)
