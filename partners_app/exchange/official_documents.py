"""The documents of a block: which dates belong to which basis.

Our own report tells it by ids. Else, by what the columns say:

- a date of ties («1956 г. – установление связей») belongs to none, but to a title of ties;
- as many titles as dates: one each, in order;
- one title: all dates are its own;
- titles or dates alone stay alone.

What remains cannot be told: titles and dates are then paired by their rows, and ``untold`` says so.
A cell with several lines holds several titles only where each line begins like one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from partners_app.domain.printed_dates import read_printed_dates
from partners_app.domain.vocabulary import DateMeaning
from partners_app.exchange.official_blocks import Piece
from partners_app.exchange.report_base import lines_of

_BEGINS_TITLE = re.compile(
    "(?:генеральн|рамочн|двусторонн|межправительств|совместн)?[а-я]* ?"
    "(?:соглашени|протокол|меморандум|деклараци|договор|план|решени|установлени|обмен|письм"
    "|программ|дорожн|контракт|постановлени|распоряжени|хартия|заявлени|коммюнике)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """A basis and its dates, one line each; ``row`` is where it begins."""

    title: str
    dates: tuple[str, ...]
    row: int
    column: int


def pair_documents(
    basis: Sequence[Piece], dates: Sequence[Piece]
) -> tuple[list[PrintedDocument], bool]:
    """Return the documents of a block in their order, and whether their dates are untold."""
    titles = [(title, piece) for piece in basis for title in _titles(piece)]
    groups = [(lines, piece) for piece in dates for lines in _runs(lines_of(piece.text))]
    if not titles:
        return [PrintedDocument("", lines, at.first, at.column) for lines, at in groups], False
    for each in (groups, [((line,), at) for lines, at in groups for line in lines]):
        paired = _paired(titles, each)
        if paired is not None:
            return paired, False
    return _by_rows(titles, groups), True


def _titles(piece: Piece) -> list[str]:
    """Part a cell into titles: a line that does not begin like one belongs to the line before."""
    found: list[str] = []
    for line in lines_of(piece.text):
        begins = line[0].isupper() or line[0] in '«"“'
        if found and not (begins and _BEGINS_TITLE.match(line.lstrip('«"“'))):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def _paired(
    titles: Sequence[tuple[str, Piece]], groups: Sequence[tuple[tuple[str, ...], Piece]]
) -> list[PrintedDocument] | None:
    """Pair titles and groups of dates where their numbers leave one way only."""
    of_ties = any(title.casefold().startswith("установлен") for title, _ in titles)
    ties = [_only_ties(lines) and not of_ties for lines, _ in groups]
    signed = [group for group, is_tie in zip(groups, ties, strict=True) if not is_tie]
    if len(titles) == 1 and signed:
        merged = tuple(line for lines, _ in signed for line in lines)
        signed = [(merged, signed[0][1])]
    elif len(titles) == 1 and not signed:
        signed = [((), titles[0][1])]
        groups, ties = [*groups, signed[0]], [*ties, False]
    elif len(titles) != len(signed) or not signed:
        return None
    documents: list[PrintedDocument] = []
    rest = iter(zip(titles, signed, strict=True))
    placed = 0
    for (lines, at), is_tie in zip(groups, ties, strict=True):
        if is_tie:
            documents.append(PrintedDocument("", lines, at.first, at.column))
        elif placed < len(titles):
            (title, piece), (own, _) = next(rest)
            documents.append(PrintedDocument(title, own, piece.first, piece.column))
            placed += 1
    return documents


def _runs(lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Part the lines of a cell where dates of ties and other dates meet."""
    for _, run in groupby(lines, key=lambda line: _only_ties([line])):
        yield tuple(run)


def _only_ties(lines: Sequence[str]) -> bool:
    dates = read_printed_dates(lines)
    return bool(dates) and all(date.meaning is DateMeaning.TIES for date in dates)


def _by_rows(
    titles: Sequence[tuple[str, Piece]], groups: Sequence[tuple[tuple[str, ...], Piece]]
) -> list[PrintedDocument]:
    """Give each group of dates to the title whose rows it begins in, the last one of them."""
    own: dict[int, list[str]] = {number: [] for number in range(len(titles))}
    alone = []
    for lines, at in groups:
        above = [n for n, (_, piece) in enumerate(titles) if piece.first <= at.first <= piece.last]
        if above:
            own[above[-1]].extend(lines)
        else:
            alone.append(PrintedDocument("", lines, at.first, at.column))
    documents = [
        PrintedDocument(title, tuple(own[number]), piece.first, piece.column)
        for number, (title, piece) in enumerate(titles)
    ]
    return sorted([*documents, *alone], key=lambda document: document.row)
