"""The text of an events cell, and text pasted from a letter: found apart into events, and joined.

An event starts at the start of a line with its date. Cells come in two forms: one paragraph an
event (a workbook, Word), or lines broken at the width of the cell (text copied from a PDF, with or
without empty lines between), where any line may happen to begin with a date of the running text.
So a date at the start of a line starts an event if

- a dash or a colon follows: «3 сентября – визит», «24 ноября –День»; or
- no dash follows, but the line before ends a sentence (or there is none), the date is one of those
  that begin a sentence («10 марта в Санкт-Петербурге прошли», «В течение года проводились»), it is
  of the report year, and it is no day within the visit that is being told («9-10 февраля – визит.
  10 февраля прошла …»).

A date in the middle of a line never starts an event, in a wrapped text either. What is not
recognised stays with the event before it, and no character but white space is ever lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partners_app.domain.date_grammar import (
    DatePrecision,
    DateProblem,
    DateReading,
    longest_date_at,
)
from partners_app.domain.date_words import MONTHS, fold_wording
from partners_app.domain.partial_date import PartialDate, parse_partial_date

__all__ = ["EventPiece", "event_line", "join_events", "split_events"]


@dataclass(frozen=True, slots=True)
class EventPiece:
    """One event of a cell; ``lead + date_text + separator + text`` is what the cell says.

    ``lead`` is a bullet or a number («•», «1) »), ``separator`` what stands between date and text
    (« – », « - », «– », « »). Text before the first date has an empty ``date_text``.
    """

    date_text: str
    separator: str
    text: str
    lead: str
    date: PartialDate


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an event starts: the places at which its lead, date, separator and text begin."""

    lead: int
    date: int
    separator: int
    text: int
    meaning: DateReading | None


# A line break of Word is a vertical tab; each becomes one character, so that places stay the same.
_LINE_BREAKS = str.maketrans(dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_LEAD = re.compile(r"(?:[•·▪●◦‣∙*\uf0b7\uf0a7]|[-–—](?=\s)|[0-9]{1,2}\)|[0-9]{1,2}\.(?=\s))\s*")
_DASH = re.compile(r" *[-–] *|: +")
_ENDS_SENTENCE = re.compile(r"[.!?…;:][»”\")\]]*$")
_ITEM = re.compile(r"[•·▪●◦‣∙*\uf0b7\uf0a7]|[-–—]\s|[0-9]{1,2}[.)]\s")
_YEAR_ALONE = re.compile(r"(?<![0-9.])[0-9]{4}$")
_DAY_AND_MONTH = re.compile(r"[0-9]{1,2} *\. *[0-9]{1,2}\.?$")

# «до 5 марта – …», «конец декабря – …»: nobody can read the date, yet an event starts here.
_VAGUE_TIME = re.compile(
    "весной|летом|осенью|зимой|ежегодно|ежеквартально|ежемесячно|еженедельно|ежедневно|постоянно"
    "|регулярно|квартал[ае]?|полугоди[еяи]|года?|году"
)
_VAGUE_WORD = re.compile(
    "до|после|около|со?|по|не|позднее|ранее|во?|на|и|начал[оеа]|кон(?:ец|це|ца)|середин[аеы]"
    "|перв(?:ая|ой|ую)|втор(?:ая|ой|ую)|последн(?:яя|ей|юю)|половин[аеыу]|декад[аеыу]|недел[яеию]"
    "|гг?|месяц[аев]*|чис(?:ла|лах|ло)|позже|раньше|примерно|ориентировочно"
)
_LONGEST_VAGUE_DATE = 50


def _separator_end(folded: str, place: int) -> int | None:
    """Return the place after a dash or a colon at ``place``, None if neither stands there."""
    match = _DASH.match(folded, place)
    if match is None:
        return None
    if match[0] == "-" and not folded[match.end() : match.end() + 1].isalpha():
        return None
    return match.end()


def _dated_start(
    cell: str, folded: str, lead: int, place: int, year: int, after: Sequence[_Start], fresh: bool
) -> _Start | None:
    """Find the start of an event whose date the grammar covers."""
    found = longest_date_at(folded, place, year)
    if found is None:
        return None
    end, meaning = found
    reading = meaning if isinstance(meaning, DateReading) else None
    wording = folded[place:end]
    if not fresh and cell[place].islower():
        return None
    text = _separator_end(folded, end)
    if text is not None:
        # A year without «г.» before a dash, or «3.9 – », is more often a number of running text.
        short = _DAY_AND_MONTH.fullmatch(wording) and not re.fullmatch(r"\d\d\.\d\d\.?", wording)
        if short or re.fullmatch(r"[0-9]{4}", wording):
            return None
        return _Start(lead, place, end, text, reading)
    undashed = _Start(lead, place, end, end, reading)
    return _start_without_dash(cell, folded, undashed, year, after, fresh)


def _start_without_dash(
    cell: str, folded: str, start: _Start, year: int, after: Sequence[_Start], fresh: bool
) -> _Start | None:
    """Find the start of an event with white space between its date and its text."""
    end, reading = start.separator, start.meaning
    wording = folded[start.date : end]
    if reading is None or not fresh or cell[start.date].islower():
        return None
    begins_sentence = reading.precision is DatePrecision.DAY or wording.startswith("в")
    if not begins_sentence or _DAY_AND_MONTH.fullmatch(wording):
        return None
    if end < len(folded) and folded[end] != " ":
        return None
    if (bare := _YEAR_ALONE.search(wording)) and not _touches(reading, year):
        # «10 марта 2000 участников»: the number counts something.
        again = longest_date_at(folded[: start.date + bare.start()].rstrip(), start.date, year)
        if again is None or isinstance(again[1], DateProblem):
            return None
        end, reading = again[0], again[1]
    if not _touches(reading, year):
        return None
    if after and _tells_of(after[-1].meaning, reading):
        return None
    text = end + len(folded[end:]) - len(folded[end:].lstrip(" "))
    return replace(start, separator=end, text=text, meaning=reading)


def _touches(reading: DateReading, year: int) -> bool:
    return reading.earliest.year <= year <= reading.latest.year


def _tells_of(visit: DateReading | None, day: DateReading) -> bool:
    """Tell whether a date lies within the days of the event that is being told."""
    return (
        visit is not None
        and visit.precision is day.precision is DatePrecision.DAY
        and visit.earliest <= day.earliest
        and day.latest <= visit.latest
        and visit.earliest != visit.latest
    )


def _vague_start(folded: str, lead: int, place: int) -> _Start | None:
    """Find the start of an event whose date is written in words that name no certain day."""
    dash = re.compile(" [-–] ").search(folded, place, place + _LONGEST_VAGUE_DATE)
    if dash is None:
        return None
    words = re.findall("[а-я]+|[^а-я0-9 .-]", folded[place : dash.start()])
    others = [word for word in words if word not in MONTHS and not _VAGUE_TIME.fullmatch(word)]
    if len(others) == len(words) or not all(_VAGUE_WORD.fullmatch(word) for word in others):
        return None
    return _Start(lead, place, dash.start(), dash.end(), None)


def _starts(cell: str, year: int) -> Iterator[_Start]:
    folded = fold_wording(cell)
    found: list[_Start] = []
    before = ""
    for line in _LINE.finditer(cell):
        if found and line.start() < found[-1].text and line.start() > found[-1].lead:
            # This line is part of a date that was broken over two lines.
            before = line[0]
            continue
        fresh = not before or _ENDS_SENTENCE.search(before) is not None
        lead = _LEAD.match(cell, line.start())
        places = [line.start()] + ([lead.end()] if lead else [])
        for place in places:
            start = _dated_start(cell, folded, line.start(), place, year, found, fresh)
            if start is None and fresh:
                start = _vague_start(folded, line.start(), place)
            if start is not None:
                found.append(start)
                yield start
                break
        before = line[0]


def _unwrap(text: str, widest: int) -> str:
    """Join lines that were broken at the width of the cell, and keep breaks that a clerk made.

    A clerk's break is one before a list item, or one after the end of a sentence where the next
    word would still have fitted on the line (``widest`` is the longest line of the cell).
    """
    joined = ""
    last_line = ""
    for line in (" ".join(raw.split()) for raw in text.splitlines()):
        if not line:
            continue
        if not joined:
            joined = line
        elif re.search(r"\w[-‐‑]$", last_line) and line[0].isalnum():
            joined += line
        elif _ITEM.match(line) or (
            _ENDS_SENTENCE.search(last_line)
            and not (line[0].islower() and last_line[-1] not in ";:")
            and len(last_line) + 1 + len(line.split()[0]) <= widest * 0.85
        ):
            joined += "\n" + line
        else:
            joined += " " + line
        last_line = line
    return joined


def _one_line(text: str) -> str:
    return re.sub(r"\s*[\n\r]\s*|\s{2,}", " ", text)


def split_events(cell: str, *, year: int) -> list[EventPiece]:
    """Find the events of a cell of the report of ``year``, in order; see the rules of this module.

    Only white space differs between the cell and its joined pieces. An empty cell has no events.
    """
    cell = cell.translate(_LINE_BREAKS)
    widest = max((len(line[0]) for line in _LINE.finditer(cell)), default=0)
    starts = list(_starts(cell, year))
    first = starts[0].lead if starts else len(cell)
    pieces = []
    if head := _unwrap(cell[:first], widest):
        pieces.append(EventPiece("", "", head, "", PartialDate("")))
    ends = [*(start.lead for start in starts[1:]), len(cell)]
    for start, end in zip(starts, ends, strict=False):
        date_text = _one_line(cell[start.date : start.separator]).strip()
        text = _unwrap(cell[start.text : end], widest)
        separator = _one_line(cell[start.separator : start.text])
        pieces.append(
            EventPiece(
                date_text,
                separator if text else separator.rstrip(),
                text,
                _one_line(cell[start.lead : start.date]),
                parse_partial_date(date_text, year=year),
            )
        )
    return pieces


def join_events(pieces: Sequence[EventPiece]) -> str:
    """Write the pieces as one cell, a line for each, with their own bullets and separators."""
    return "\n".join(
        piece.lead + piece.date_text + piece.separator + piece.text for piece in pieces
    )


def event_line(date_text: str, text: str) -> str:
    """Write an event as the yearly table prints it: «20-22 февраля – визит …», or only its text."""
    return " – ".join(part for part in (date_text, text) if part)
