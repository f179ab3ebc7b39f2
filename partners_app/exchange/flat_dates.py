"""The dates of a flat table: one wording out of one cell, two columns or a term of validity."""

import re

from partners_app.domain.date_words import fold_wording
from partners_app.domain.findings import FindingCode
from partners_app.domain.partial_date import (
    DatePrecision,
    PartialDate,
    format_span,
    parse_partial_date,
)
from partners_app.exchange.flat_cells import Cell, RowRefused, TableRows, date_wording

__all__ = ["SlashedDates", "span_wording", "term_wordings"]

_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}")
_FROM_TO = re.compile(r"(?:срок(?:ом)? )?(?:действует )?(?:со?|от) (.+?) (?:по|до) (.+)")
_TO = re.compile(r"(?:срок(?:ом)? )?(?:действует )?(?:до|по) (.+)")
_FROM = re.compile(r"(?:действует )?(?:со?|от) (.+)")
_FOR = re.compile(r"(?:на|в период|в течение) (.+)")
_DASH = re.compile(r" *[-–—] *")


class SlashedDates:
    """Tells whether «02/03/2023» can only have the day first, by the other dates of its column."""

    def __init__(self, rows: TableRows, first_row: int) -> None:
        """Remember where the columns are."""
        self._rows = rows
        self._first_row = first_row
        self._orders: dict[int, tuple[bool, bool]] = {}

    def is_doubtful(self, cell: Cell) -> bool:
        """Tell whether a date has two readings and nothing in its column decides.

        RowRefused where another date of the column has the month first.
        """
        wording = date_wording(cell)
        found = _SLASHED.fullmatch(wording)
        if (
            found is None
            or max(int(found[1]), int(found[2])) > 12
            or int(found[1]) == int(found[2])
        ):
            return False
        day_first, month_first = self._order(cell.column)
        if month_first:
            raise RowRefused(FindingCode.MONTH_MAY_BE_FIRST, cell, text=wording)
        return not day_first

    def _order(self, column: int) -> tuple[bool, bool]:
        if column not in self._orders:
            values = self._rows.values_of(column, self._first_row)
            dates = [
                _SLASHED.fullmatch(value.strip()) for value in values if isinstance(value, str)
            ]
            found = [date for date in dates if date is not None]
            self._orders[column] = (
                any(int(date[1]) > 12 for date in found),
                any(int(date[2]) > 12 for date in found),
            )
        return self._orders[column]


def span_wording(start: str, end: str, year: int | None) -> str:
    """Write one wording for a date in two columns; ``year`` is the report year.

    Two wordings that make none together stand side by side, so that nothing is lost.
    """
    if not end or start == end:
        return start
    joined = f"{start} – {end}"
    first, last = (parse_partial_date(text, year=year) for text in (start, end))
    if parse_partial_date(joined, year=year).readable or first.precision != last.precision:
        return joined
    if first.earliest is None or last.latest is None or first.precision is None:
        return joined
    if last.latest < first.earliest:
        return joined
    return format_span(first.earliest, last.latest, first.precision)


def term_wordings(text: str) -> tuple[str, str]:
    """Write a term of validity as its beginning and its end; what is not told apart is the end.

    «с 01.01.2020 по 31.12.2022» and «2020-2022 гг.» have both, «до 2025 г.» only an end.
    """
    folded = fold_wording(text)
    if found := _FROM_TO.fullmatch(folded):
        return _cut(text, found, 1), _cut(text, found, 2)
    if found := _TO.fullmatch(folded):
        return "", _cut(text, found, 1)
    if found := _FROM.fullmatch(folded):
        return _cut(text, found, 1), ""
    within = _FOR.fullmatch(folded)
    term = _cut(text, within, 1) if within else text
    ends = _DASH.split(term)
    both_days = [parse_partial_date(end).precision for end in ends] == [DatePrecision.DAY] * 2
    if both_days:
        return ends[0], ends[1]
    date = parse_partial_date(term)
    if date.readable and (within or len(ends) > 1):
        return _ends(date)
    return "", text


def _cut(text: str, found: re.Match[str], group: int) -> str:
    return text[found.start(group) : found.end(group)].strip()


def _ends(date: PartialDate) -> tuple[str, str]:
    """Write the first and the last day, month or year of a span as wordings of their own."""
    if date.earliest is None or date.latest is None or date.precision is None:
        return "", date.text
    first = format_span(date.earliest, date.earliest, date.precision)
    return first, format_span(date.latest, date.latest, date.precision)
