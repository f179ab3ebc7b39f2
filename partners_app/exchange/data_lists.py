"""The lists inside a record, as the lines of one cell of the data workbook.

«10.08.2002 | подписан» is a date; one that the report prints in the same line as the date before
begins with what joins the two: «, 27.09.2016 | продлён». «Ленинград | с 1924 | по 1991» is another
name. «заменяет | …» is a link to another agreement.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from partners_app.domain.records import AgreementDate, OtherName
from partners_app.domain.vocabulary import AgreementLinkKind, DateMeaning
from partners_app.exchange.russian_words import member_of, russian_word

_BETWEEN = " | "
_FROM, _TO = "с ", "по "
_SPACES = " \t\u00a0"
_JOINS_DATES = re.compile(r"\s*(?:[,;](?:\s*и(?=\s))?|и(?=\s))\s*")


class LineNotUnderstood(ValueError):
    """A line of a list cannot be read; ``line`` is what stands there."""

    def __init__(self, line: str) -> None:
        """Take the line, or the part of it that is not understood."""
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class DateLine:
    """One date of an agreement, as a cell tells it."""

    separator: str
    text: str
    meaning: DateMeaning | None


@dataclass(frozen=True, slots=True)
class NameLine:
    """One other name with its period, as a cell tells it."""

    name: str
    used_from: str
    used_to: str


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One link to another agreement, which ``label`` names."""

    kind: AgreementLinkKind
    label: str


def date_line(date: AgreementDate) -> DateLine:
    """Return a date as its line tells it."""
    return DateLine(date.separator, date.date.text, date.meaning)


def dates_text(dates: Iterable[AgreementDate]) -> str:
    """Return the cell of an agreement's dates."""
    lines = []
    for date in dates:
        meaning = "" if date.meaning is None else _BETWEEN + russian_word(date.meaning)
        lines.append(date.separator + date.date.text + meaning)
    return "\n".join(lines)


def read_dates(text: str) -> tuple[DateLine, ...]:
    """Return the dates of a cell; raises LineNotUnderstood for an unknown meaning."""
    found = list[DateLine]()
    for line in _lines(text):
        wording, bar, word = line.rpartition("|")
        if not bar:
            wording, word = line, ""
        meaning = _member(DateMeaning, word) if word.strip() else None
        joined = _JOINS_DATES.match(wording) if found else None
        separator = joined[0] if joined else ""
        found.append(DateLine(separator, wording[len(separator) :].strip(_SPACES), meaning))
    return tuple(found)


def name_line(name: OtherName) -> NameLine:
    """Return a name as its line tells it."""
    return NameLine(name.name, name.used_from.text, name.used_to.text)


def names_text(names: Iterable[OtherName]) -> str:
    """Return the cell of the other names of a country or a partner."""
    lines = []
    for name in names:
        parts = [name.name]
        if name.used_from.text:
            parts.append(_FROM + name.used_from.text)
        if name.used_to.text:
            parts.append(_TO + name.used_to.text)
        lines.append(_BETWEEN.join(parts))
    return "\n".join(lines)


def read_names(text: str) -> tuple[NameLine, ...]:
    """Return the names of a cell; LineNotUnderstood where a period says neither «с» nor «по»."""
    return tuple(_read_name(line) for line in _lines(text))


def _read_name(line: str) -> NameLine:
    name, *parts = (part.strip(_SPACES) for part in line.split("|"))
    period = {_FROM: "", _TO: ""}
    for part in filter(None, parts):
        word = part[:3].lower().replace("\u00a0", " ")
        start = next((start for start in period if word.startswith(start)), None)
        if start is None or period[start] or not name:
            raise LineNotUnderstood(line)
        period[start] = part[len(start) :].strip(_SPACES)
    return NameLine(name, period[_FROM], period[_TO])


def link_text(kind: AgreementLinkKind, label: str) -> str:
    """Return the line of one link between agreements."""
    return russian_word(kind) + _BETWEEN + label


def read_links(text: str) -> tuple[LinkLine, ...]:
    """Return the links of a cell; raises LineNotUnderstood for an unknown kind."""
    found = []
    for line in _lines(text):
        word, _, label = line.partition("|")
        found.append(LinkLine(_member(AgreementLinkKind, word), label.strip(_SPACES)))
    return tuple(found)


def read_places(text: str) -> tuple[str, ...]:
    """Return the labels of the places that a cell names."""
    return tuple(line.strip(_SPACES) for line in _lines(text))


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.split("\n") if line.strip(_SPACES))


_Kind = TypeVar("_Kind", bound=StrEnum)


def _member(kind: type[_Kind], word: str) -> _Kind:
    found = member_of(kind, word)
    if found is None:
        raise LineNotUnderstood(word.strip(_SPACES))
    return found
