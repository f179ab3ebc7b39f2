"""The rows of a yearly table as bands, countries and blocks, before anything is read out of them.

A block is what belongs to one partner: the pieces of text in its columns, each with the rows it
goes over. Where a block begins is told by, in this order: the ids of our own report; a name in the
column of the partners; a basis or a date beside an empty name, where the sheet has merged cells
(in a table without them an empty name means «as above»). A merged cell that crosses a row in the
column of the bases holds the block together: two lines of one name are one name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from partners_app.domain.typed_text import plain
from partners_app.exchange.grid import ErrorCell, Grid, text_of_value
from partners_app.exchange.official_columns import OfficialTable, TableColumn

_NO_IDS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one cell, as it stands; it goes over the rows ``first`` to ``last``.

    ``ids`` are those of its first row.
    """

    text: str
    first: int
    last: int
    column: int
    ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The text as the register keeps it."""
        return plain(self.text)

    def followed_by(self, other: "Piece", joint: str = "") -> "Piece":
        """Return both as one piece; what our own report parted joins to the text again."""
        return replace(self, text=self.text + joint + other.text, last=other.last)


@dataclass(slots=True)
class Block:
    """What stands beside one partner. ``name`` is None where the table gives none.

    ``of_country`` is the block of a whole country's events. ``joined`` says that rows without a
    name were taken for more of the same partner, though they may be another one.
    ``agreements`` are the ids of documents that its rows name, in order.
    """

    first: int
    name: Piece | None = None
    uuid: str = ""
    of_country: bool = False
    joined: bool = False
    agreements: list[str] = field(default_factory=list)
    basis: list[Piece] = field(default_factory=list)
    dates: list[Piece] = field(default_factory=list)
    events: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class CountryRows:
    """The blocks of one country."""

    name: Piece
    uuid: str = ""
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class BandRows:
    """The countries under one heading; ``heading`` is None above the first."""

    heading: Piece | None
    uuid: str = ""
    countries: list[CountryRows] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stray:
    """A row that stands nowhere: a note under the table, a text before the first country."""

    row: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableRows:
    """A table taken apart."""

    bands: tuple[BandRows, ...]
    strays: tuple[Stray, ...]


def table_rows(grid: Grid, table: OfficialTable, *, include_hidden: bool = False) -> TableRows:
    """Take a table apart; hidden rows are left out unless wanted, cells with errors are empty."""
    return _Taking(grid, table, include_hidden).take()


class _Taking:
    def __init__(self, grid: Grid, table: OfficialTable, include_hidden: bool) -> None:
        self.grid, self.table = grid, table
        self.hidden = frozenset() if include_hidden else grid.hidden_rows
        self.reach = {
            (merge.first_row, merge.first_column): (merge.last_row, merge.last_column)
            for merge in grid.merges
        }
        self.covered: dict[tuple[int, int], tuple[int, int]] = {}
        wanted = {*table.columns.values()}
        for merge in grid.merges:
            first = (merge.first_row, merge.first_column)
            for column in wanted.intersection(range(merge.first_column, merge.last_column + 1)):
                for row in range(merge.first_row, merge.last_row + 1):
                    self.covered[row, column] = first
        self.rows_are_partners = self._rows_are_partners()
        self.bands: list[BandRows] = []
        self.strays: list[Stray] = []
        self.head = {kind: self._text(table.header_row, kind) for kind in table.columns}

    def take(self) -> TableRows:
        for row in self._rows():
            if row in self.hidden or self._is_head(row):
                continue
            if (heading := self._band_heading(row)) is not None:
                ids = self._ids(row)
                if self._goes_on(heading, row):
                    continue
                self.bands.append(BandRows(heading, ids.get("region", "")))
            else:
                self._take_row(row)
        return TableRows(tuple(self.bands), tuple(self.strays))

    def _rows(self) -> Iterator[int]:
        columns = set(self.table.columns.values())
        filled = {row for row, column in self.grid.cells if column in columns}
        header_ends = max(
            (
                merge.last_row
                for merge in self.grid.merges
                if merge.first_row <= self.table.header_row <= merge.last_row
            ),
            default=self.table.header_row,
        )
        yield from sorted(row for row in filled if row > header_ends)

    def _rows_are_partners(self) -> bool:
        """Tell whether a row with an empty name is another partner and not more of the one above.

        So it is where cells are merged downwards, or hold several lines: whoever made the table
        had a way to put several documents beside one name.
        """
        names = {self._number(TableColumn.PARTNER), self._number(TableColumn.BASIS)}
        texts = names | {self._number(TableColumn.DATE), self._number(TableColumn.EVENTS)}
        merged = any(
            merge.last_row > merge.first_row
            and names & {*range(merge.first_column, merge.last_column + 1)}
            for merge in self.grid.merges
        )
        return merged or any(
            column in texts and isinstance(value, str) and "\n" in value.strip()
            for (row, column), value in self.grid.cells.items()
            if row > self.table.header_row
        )

    def _number(self, kind: TableColumn) -> int | None:
        return self.table.columns.get(kind)

    def _is_head(self, row: int) -> bool:
        """Tell whether the head is repeated here, as it is at the top of a printed page."""
        return all(self._text(row, kind) == text for kind, text in self.head.items())

    def _text(self, row: int, kind: TableColumn) -> str:
        column = self._number(kind)
        if column is None:
            return ""
        value = self.grid.cells.get((row, column))
        text = "" if value is None or isinstance(value, ErrorCell) else text_of_value(value)
        return text if text.strip() else ""

    def _piece(self, row: int, kind: TableColumn) -> Piece | None:
        """Return the text that begins in a row, None for an empty cell."""
        text = self._text(row, kind)
        if not text:
            return None
        column = self._number(kind) or 0
        last, _ = self.reach.get((row, column), (row, column))
        return Piece(text, row, last, column, self._ids(row))

    def _ids(self, row: int) -> Mapping[str, str]:
        if not self.table.ids:
            return _NO_IDS
        found = {
            name: str(self.grid.cells[row, column]).strip()
            for name, column in self.table.ids.items()
            if (row, column) in self.grid.cells
        }
        return {name: text for name, text in found.items() if text}

    def _continues(self, row: int, kind: TableColumn) -> bool:
        """Tell whether a merged cell of the column goes on here from the row above."""
        column = self._number(kind)
        if column is None:
            return False
        start = self.covered.get((row, column))
        return start is not None and start[0] < row

    def _band_heading(self, row: int) -> Piece | None:
        """Return the heading of a band: a text alone in its row, merged over it or in capitals."""
        texts = [(kind, text) for kind in self.table.columns if (text := self._text(row, kind))]
        if len(texts) != 1:
            return None
        kind, text = texts[0]
        if kind in (TableColumn.BASIS, TableColumn.DATE):
            return None
        column = self._number(kind) or 0
        last_row, last_column = self.reach.get((row, column), (row, column))
        ids = self._ids(row)
        covered = {c for c in self.table.columns.values() if column <= c <= last_column}
        across = last_row == row and len(covered) >= min(3, len(self.table.columns))
        alone = not any(self._continues(row, each) for each in self.table.columns)
        in_capitals = alone and text.isupper() and column == min(self.table.columns.values())
        own = bool(ids.get("region")) and not ids.get("country")
        return Piece(text, row, row, column, ids) if own or across or in_capitals else None

    def _goes_on(self, heading: Piece, row: int) -> bool:
        """Join a heading that our own report spread over two rows to its first part."""
        uuid = heading.ids.get("region", "")
        band = self.bands[-1] if self.bands else None
        if not uuid or band is None or band.uuid != uuid or band.countries or not band.heading:
            return False
        band.heading = band.heading.followed_by(heading)
        return True

    def _take_row(self, row: int) -> None:
        ids = self._ids(row)
        country = self._piece(row, TableColumn.COUNTRY)
        partner = self._piece(row, TableColumn.PARTNER)
        if (place := self._piece(row, TableColumn.PLACE)) is not None:
            country, partner = self._parted(place, row)
        if country is not None and not self._same_country(country, ids):
            if self._looks_like_a_note(row, country):
                self.strays.append(self._stray(row))
                return
            if not self.bands:
                self.bands.append(BandRows(None))
            self.bands[-1].countries.append(CountryRows(country, ids.get("country", "")))
        if not self.bands or not self.bands[-1].countries:
            self.strays.append(self._stray(row))
            return
        here = self.bands[-1].countries[-1]
        if country is not None and partner is None and not ids and self._stands_alone(row):
            # A country as a heading: its partners follow.
            return
        begins = self._begins_block(row, here, partner, ids)
        if begins or not here.blocks:
            here.blocks.append(self._new_block(row, partner, ids))
        block = here.blocks[-1]
        if not begins and partner is not None and block.first != row:
            self._go_on_with_name(block, partner)
        agreement = ids.get("agreement", "")
        if agreement and agreement not in block.agreements:
            block.agreements.append(agreement)
        for kind, pieces in (
            (TableColumn.BASIS, block.basis),
            (TableColumn.DATE, block.dates),
            (TableColumn.EVENTS, block.events),
        ):
            if (piece := self._piece(row, kind)) is not None:
                pieces.append(piece)

    def _stands_alone(self, row: int) -> bool:
        """Tell whether a row says nothing but where it belongs."""
        return not any(
            self._text(row, kind)
            for kind in (TableColumn.BASIS, TableColumn.DATE, TableColumn.EVENTS)
        )

    def _new_block(self, row: int, partner: Piece | None, ids: Mapping[str, str]) -> Block:
        uuid = ids.get("partner", "")
        of_country = bool(ids.get("country")) and not uuid and partner is None
        return Block(row, partner, uuid, of_country or self._middle_is_empty(row))

    def _middle_is_empty(self, row: int) -> bool:
        """Tell whether one empty cell stands where partner, basis and date would stand."""
        kinds = (TableColumn.PARTNER, TableColumn.BASIS, TableColumn.DATE)
        columns = [self._number(kind) for kind in kinds]
        if None in columns:
            return False
        cells = {self.covered.get((row, column or 0)) for column in columns}
        return len(cells) == 1 and None not in cells and not any(self._text(row, k) for k in kinds)

    def _go_on_with_name(self, block: Block, partner: Piece) -> None:
        if block.name is None:
            block.name = partner
        elif partner.words != block.name.words:
            block.name = block.name.followed_by(partner, "" if block.uuid else " ")

    def _begins_block(
        self, row: int, here: CountryRows, partner: Piece | None, ids: Mapping[str, str]
    ) -> bool:
        if not here.blocks:
            return True
        block = here.blocks[-1]
        if ids:
            return self._id_begins_block(row, block, partner, ids)
        if self.table.ids and partner is None:
            # A row that somebody added to our own report.
            return False
        if partner is not None:
            if block.name is not None and block.name.words == partner.words:
                return False
            return not self._continues(row, TableColumn.BASIS)
        if self._continues(row, TableColumn.PARTNER) or self._continues(row, TableColumn.PLACE):
            return False
        if self._continues(row, TableColumn.BASIS) or self._continues(row, TableColumn.DATE):
            return False
        has_document = any(self._text(row, kind) for kind in (TableColumn.BASIS, TableColumn.DATE))
        if not has_document or block.of_country:
            return has_document
        if self.rows_are_partners and not self._holds(block, row):
            return True
        # «As above»: whether two rows without a name are two partners cannot be told.
        block.joined = True
        return False

    def _holds(self, block: Block, row: int) -> bool:
        """Tell whether a cell of the block above goes on here: the row holds further paragraphs."""
        pieces = [*block.basis, *block.dates, *block.events]
        return any(piece.last >= row for piece in pieces)

    def _id_begins_block(
        self, row: int, block: Block, partner: Piece | None, ids: Mapping[str, str]
    ) -> bool:
        uuid = ids.get("partner", "")
        if uuid == block.uuid:
            return False
        if partner is not None:
            return not self._continues(row, TableColumn.BASIS)
        if self._continues(row, TableColumn.PARTNER):
            # The row was moved here from another partner.
            return False
        has_document = any(self._text(row, kind) for kind in (TableColumn.BASIS, TableColumn.DATE))
        if has_document or ids.get("agreement"):
            return True
        # An event alone: a partner without name and documents begins, or the row was moved here.
        following = self._ids(row + 1).get("partner", "")
        above_goes_on = following == block.uuid
        return not above_goes_on and not self._known_block(uuid)

    def _known_block(self, uuid: str) -> bool:
        return any(
            block.uuid == uuid and (block.name is not None or block.basis or block.dates)
            for band in self.bands
            for country in band.countries
            for block in country.blocks
        )

    def _same_country(self, country: Piece, ids: Mapping[str, str]) -> bool:
        """Tell whether a name of a country only says again which country this is."""
        if not self.bands or not self.bands[-1].countries:
            return False
        last = self.bands[-1].countries[-1]
        uuid = ids.get("country", "")
        if uuid and uuid == last.uuid:
            if country.words != last.name.words and country.first > last.name.last:
                # A name too long for one row goes on.
                last.name = last.name.followed_by(country)
            return True
        return country.words == last.name.words

    def _parted(self, place: Piece, row: int) -> tuple[Piece | None, Piece | None]:
        """Part a cell of «Страна/город»: two lines are both, one line is either."""
        lines = [line for line in place.words.replace(" / ", "\n").split("\n") if line]
        if len(lines) > 1:
            return replace(place, text=lines[0]), replace(place, text=" ".join(lines[1:]))
        return (place, None) if self._stands_alone(row) else (None, place)

    def _looks_like_a_note(self, row: int, country: Piece) -> bool:
        """Tell a remark under the table («Исполнитель: …», a long sentence) from a country."""
        rest = [kind for kind in self.table.columns if self._text(row, kind)]
        if len(rest) > 1:
            return False
        return len(country.words) > 60 or country.words.startswith(
            ("Исполн", "Примеч", "*", "Итого")
        )

    def _stray(self, row: int) -> Stray:
        texts = tuple(self._text(row, kind) for kind in self.table.columns)
        return Stray(row, tuple(text for text in texts if text))
