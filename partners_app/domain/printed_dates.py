"""The dates of an agreement as the yearly table prints them: lines, each of one date or several."""

from collections.abc import Iterable
from dataclasses import dataclass

from partners_app.domain.names import fold_text
from partners_app.domain.partial_date import PartialDate, parse_partial_date, split_dates
from partners_app.domain.vocabulary import DateMeaning

__all__ = ["PrintedDate", "read_printed_dates"]


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """One date of a line; ``separator`` joins it to the one before, "" begins a line."""

    date: PartialDate
    separator: str
    meaning: DateMeaning | None


def read_printed_dates(lines: Iterable[str]) -> list[PrintedDate]:
    """Read the lines of a date cell; what nobody can read is kept as one date of its wording.

    The one meaning that a printed date states itself is «1956 г. – установление связей».
    """
    found = []
    for line in lines:
        for separator, text in split_dates(line):
            date = parse_partial_date(text)
            ties = "установление связей" in fold_text(date.note)
            found.append(PrintedDate(date, separator, DateMeaning.TIES if ties else None))
    return found
