"""The events of a block, out of the cells that hold them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partners_app.domain.event_text import EventPiece, split_events
from partners_app.domain.typed_text import plain, same_words
from partners_app.exchange.official_blocks import Piece
from partners_app.exchange.report_base import ReportBase, words_key


@dataclass(frozen=True, slots=True)
class PrintedEvent:
    """One event; ``line`` is what its cell says, ``lead`` the bullet that stood before it.

    ``uuid`` is "" for an event without an id. ``is_base`` says that the line is that of the
    export. ``continued`` lines without a date were taken for more of this event.
    """

    date_text: str
    text: str
    line: str
    piece: Piece
    uuid: str = ""
    is_base: bool = False
    lead: str = ""
    continued: bool = False


def read_cells(pieces: Sequence[Piece], year: int) -> list[PrintedEvent]:
    """Find the events of a block that has no ids: in cells of their own, or in lines and cells.

    A cell without a date, below one with a date, goes on with the event above it.
    """
    found: list[PrintedEvent] = []
    for piece in pieces:
        for number, event in enumerate(split_events(plain(piece.text), year=year)):
            if not event.date_text and number == 0 and found:
                return list(_read_whole(pieces, year))
            found.append(_printed(event, piece))
    return found


def _read_whole(pieces: Sequence[Piece], year: int) -> Iterator[PrintedEvent]:
    """Read the cells as one text, whose lines happen to stand in rows of their own."""
    starts = iter(pieces)
    piece = next(starts)
    rows = [(line, each) for each in pieces for line in plain(each.text).split("\n") if line]
    place = 0
    for event in split_events("\n".join(line for line, _ in rows), year=year):
        begins = words_key(event.lead + event.date_text) or words_key(event.text)[:20]
        for number in range(place, len(rows)):
            if words_key(rows[number][0]).startswith(begins[: len(rows[number][0])]):
                piece, place = rows[number][1], number + 1
                break
        count = len(words_key(event.text)) > len(words_key(piece.text))
        yield _printed(event, piece, continued=count)


def _printed(event: EventPiece, piece: Piece, *, continued: bool = False) -> PrintedEvent:
    line = event.date_text + event.separator + event.text
    return PrintedEvent(
        event.date_text, event.text, line, piece, lead=event.lead, continued=continued
    )


class EventsWithIds:
    """Reads the cells of our own report: each event by its id, or by its text where it moved."""

    def __init__(self, base: ReportBase, year: int) -> None:
        """Take what the report said; one reader serves the whole table: an id is given once."""
        self.base = base
        self.year = year
        self.given: set[str] = set()

    def claim(self, cells: Sequence[tuple[str, str]]) -> None:
        """Give the ids of lines that are as they were exported, before any edited line gets one."""
        for uuid, text in cells:
            if uuid in self.base.lines and same_words(text, self.base.lines[uuid]):
                self.given.add(uuid)
        for _, text in cells:
            moved = self.base.by_line.get(words_key(text))
            if moved is not None:
                self.given.add(moved)

    def read(self, pieces: Sequence[Piece]) -> Iterator[PrintedEvent]:
        """Yield the events of a block."""
        base = self.base
        for uuid, piece in self._whole_again(joined_by_id(pieces, "event")):
            if uuid in base.lines and same_words(piece.text, base.lines[uuid]):
                yield self._unchanged(uuid, piece)
            elif (other := base.by_line.get(words_key(piece.text))) is not None:
                yield self._unchanged(other, piece)
            else:
                yield from self._edited(uuid, piece)

    def _whole_again(self, cells: Sequence[tuple[str, Piece]]) -> Iterator[tuple[str, Piece]]:
        """Yield the cells; one that somebody split, its rest in a row below, as one."""
        waiting = list(cells)
        while waiting:
            uuid, piece = waiting.pop(0)
            line = words_key(self.base.lines.get(uuid, ""))
            whole = piece
            for count, (other, rest) in enumerate(waiting, start=1):
                if other or not line.startswith(words_key(whole.text)):
                    break
                whole = whole.followed_by(rest, "\n")
                if words_key(whole.text) == line:
                    piece, waiting = whole, waiting[count:]
                    break
            yield uuid, piece

    def _unchanged(self, uuid: str, piece: Piece) -> PrintedEvent:
        event = self.base.events[uuid]
        return PrintedEvent(event.date.text, event.text, piece.text, piece, uuid, is_base=True)

    def _edited(self, uuid: str, piece: Piece) -> Iterator[PrintedEvent]:
        """Read a cell that was edited: perhaps several events were written or joined in it."""
        own = uuid if uuid in self.base.lines and uuid not in self.given else ""
        parts = split_events(plain(piece.text), year=self.year)
        if own:
            self.given.add(own)
            if len(parts) <= max(1, len(self._parts_of(own))):
                yield self._whole(own, piece)
                return
        for part in parts:
            line = part.date_text + part.separator + part.text
            known = self.base.by_line.get(words_key(line))
            if known is not None:
                yield self._unchanged(known, piece)
            else:
                yield PrintedEvent(part.date_text, part.text, line, piece, own, lead=part.lead)
                own = ""

    def _parts_of(self, uuid: str) -> list[EventPiece]:
        return split_events(plain(self.base.lines[uuid]), year=self.year)

    def _whole(self, uuid: str, piece: Piece) -> PrintedEvent:
        """Part an edited line into date and text: at the date that it had, else as any line."""
        text = plain(piece.text)
        date_text = self.base.events[uuid].date.text
        rest = text.removeprefix(date_text)
        if date_text and rest != text and rest.lstrip().startswith(("–", "-", "—")):
            return PrintedEvent(date_text, rest.lstrip()[1:].lstrip(), text, piece, uuid)
        parts = split_events(text, year=self.year)
        if len(parts) == 1:
            part = parts[0]
            return PrintedEvent(part.date_text, part.text, text, piece, uuid, lead=part.lead)
        return PrintedEvent("", text, text, piece, uuid)


def joined_by_id(pieces: Sequence[Piece], name: str) -> list[tuple[str, Piece]]:
    """Join what our own report spread over several rows: neighbours with one id."""
    found: list[tuple[str, Piece]] = []
    for piece in pieces:
        uuid = piece.ids.get(name, "")
        if found and uuid and found[-1][0] == uuid:
            found[-1] = (uuid, found[-1][1].followed_by(piece))
        else:
            found.append((uuid, piece))
    return found
