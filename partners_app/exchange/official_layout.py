"""The yearly table read back: from our own report by its ids, from any other table by its look."""

from collections.abc import Iterable, Sequence
from uuid import uuid4

from partners_app.domain.content_rows import positions
from partners_app.domain.findings import FindingCode
from partners_app.domain.incoming import Incoming, Layout, Origin, RefusedRow, SourcePlace
from partners_app.domain.names import fold, partner_kind
from partners_app.domain.partial_date import PartialDate, parse_partial_date
from partners_app.domain.printed_dates import read_printed_dates
from partners_app.domain.records import (
    Agreement,
    AgreementDate,
    Country,
    Event,
    EventLink,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.typed_text import plain, same_words
from partners_app.exchange.grid import Grid, GridFile
from partners_app.exchange.official_blocks import Block, CountryRows, Piece, table_rows
from partners_app.exchange.official_columns import OfficialTable
from partners_app.exchange.official_documents import PrintedDocument, pair_documents
from partners_app.exchange.official_events import (
    EventsWithIds,
    PrintedEvent,
    joined_by_id,
    read_cells,
)
from partners_app.exchange.official_notes import TableNotes
from partners_app.exchange.report_base import ReportBase, lines_of
from partners_app.exchange.table_findings import OUR_OWN, findings_about

_KNOWN_BANDS = ("Европа", "Азия", "СНГ", "Африка", "Америка", "Северная Америка", "Южная Америка")
_EMPTY_BASE = ReportBase("", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})


def read_official(
    file: GridFile,
    grid: Grid,
    table: OfficialTable,
    year: int,
    *,
    origin: Origin | None = None,
    base: ReportBase | None = None,
    include_hidden: bool = False,
) -> Incoming:
    """Return what a yearly table says of one report year.

    ``base`` is what the report said when it was exported (``origin``); without it every text is
    taken as it is, and ids are only names. Only what the table shows is stated.
    """
    reading = _Reading(grid, year, base or _EMPTY_BASE)
    rows = table_rows(grid, table, include_hidden=include_hidden)
    reading.events.claim(
        [
            (uuid, piece.text)
            for band in rows.bands
            for country in band.countries
            for block in country.blocks
            for uuid, piece in joined_by_id(block.events, "event")
        ]
    )
    for band, place in zip(rows.bands, positions(len(rows.bands)), strict=True):
        region = reading.region(band.heading, band.uuid, place)
        for country, position in zip(band.countries, positions(len(band.countries)), strict=True):
            reading.country(country, region, position)
    reading.notes.note_unknown_columns(table)
    refused = tuple(
        RefusedRow(
            SourcePlace(grid.name, stray.row),
            stray.texts,
            reading.notes.found(FindingCode.ROW_STANDS_NOWHERE, stray.row, text=stray.texts[0]),
        )
        for stray in rows.strays
    )
    title = plain(table.title)
    if base is not None and same_words(title, base.title):
        title = ""
    return Incoming(
        path=file.path,
        layout=Layout.REPORT,
        content=RegisterContent(
            title,
            tuple(reading.regions),
            tuple(reading.countries),
            tuple(reading.partners),
            tuple(reading.agreements),
            tuple(reading.all_events.values()),
            year,
        ),
        sha256=file.sha256,
        year=year,
        origin=origin,
        named=frozenset(reading.notes.named),
        stated=reading.notes.stated,
        printed=reading.notes.printed,
        places=reading.notes.places,
        cells=reading.base.cells,
        refused=refused,
        findings=(
            *findings_about(file, [grid.name], but=OUR_OWN if table.ids else ()),
            *reading.notes.findings,
        ),
        covers=base.records if base is not None else None,
    )


class _Reading:
    """One pass over the blocks of a table; makes the records and says what is stated of them."""

    def __init__(self, grid: Grid, year: int, base: ReportBase) -> None:
        self.year, self.base = year, base
        self.notes = TableNotes(grid, year)
        self.events = EventsWithIds(base, year)
        self.regions: list[Region] = []
        self.countries: list[Country] = []
        self.partners: list[Partner] = []
        self.agreements: list[Agreement] = []
        self.all_events: dict[str, Event] = {}
        self.links = 0
        self.dates = 0

    def region(self, heading: Piece | None, uuid: str, position: int) -> Region:
        """Take over a band; a table without bands has one without a name."""
        text = heading.words if heading is not None else ""
        fields = {"heading", "position"} if heading is not None else set()
        known = [name for name in _KNOWN_BANDS if fold(name) == fold(text)]
        name = known[0] if known else text.capitalize()
        uuid = self.notes.record(uuid, fields, heading, text)
        self.regions.append(Region(-len(self.regions) - 1, uuid, name, text, position))
        return self.regions[-1]

    def country(self, rows: CountryRows, region: Region, position: int) -> None:
        """Take over a country with its blocks."""
        name = rows.name.words
        self.notes.where = name
        uuid = self.notes.record(rows.uuid, {"name", "parent", "position"}, rows.name, name)
        country = Country(-len(self.countries) - 1, uuid, region.id, name, position)
        self.countries.append(country)
        blocks: list[tuple[Block, Partner | None]] = []
        for block, place in zip(rows.blocks, positions(len(rows.blocks)), strict=True):
            partner = None if block.of_country else self._partner(block, country, place)
            blocks.append((block, partner))
        for number, (block, partner) in enumerate(blocks):
            self.notes.where = " · ".join(filter(None, [name, partner.name if partner else ""]))
            if partner is not None:
                self._documents(block, partner)
            self._events(block, partner, country, blocks[number + 1 :])

    def _partner(self, block: Block, country: Country, position: int) -> Partner:
        name = block.name.words.replace("\n", " ") if block.name is not None else None
        piece = block.name or next(
            iter([*block.basis, *block.dates, *block.events]),
            Piece("", block.first, block.first, 1),
        )
        fields = {"name", "parent", "position"}
        if name is None and block.uuid in self.base.names and not self.base.names[block.uuid]:
            fields -= {"name"}
        uuid = self.notes.record(block.uuid, fields, piece, name or "")
        partner = Partner(
            -len(self.partners) - 1, uuid, country.id, partner_kind(name), name, position
        )
        self.partners.append(partner)
        if block.joined:
            self.notes.find(FindingCode.PARTNERS_UNTOLD, block.first, uuid, "partner")
        return partner

    def _documents(self, block: Block, partner: Partner) -> None:
        documents: list[tuple[str, PrintedDocument]] = []
        groups: dict[str, tuple[list[Piece], list[Piece]]] = {
            uuid: ([], []) for uuid in block.agreements
        }
        for pieces, kind in ((block.basis, 0), (block.dates, 1)):
            for piece in pieces:
                groups.setdefault(piece.ids.get("agreement", ""), ([], []))[kind].append(piece)
        new = groups.pop("", ([], []))
        for uuid, (basis, dates) in groups.items():
            documents.extend(self._known_document(uuid, basis, dates, block.first))
        paired, untold = pair_documents(*new)
        documents.extend(("", document) for document in paired)
        if untold:
            self.notes.find(FindingCode.DATES_UNTOLD, block.first, partner.uuid, "partner")
        documents.sort(key=lambda entry: entry[1].row)
        for (uuid, document), position in zip(documents, positions(len(documents)), strict=True):
            self._agreement(uuid, document, partner, position)

    def _known_document(
        self, uuid: str, basis: Sequence[Piece], dates: Sequence[Piece], row: int
    ) -> Iterable[tuple[str, PrintedDocument]]:
        """Yield a document of our own report, and those that were written into its cells."""
        title, lines = ("".join(piece.text for piece in pieces) for pieces in (basis, dates))
        first = next(iter([*basis, *dates]), Piece("", row, row, 1))
        if uuid not in self.base.titles:
            paired, _ = pair_documents(basis, dates)
            yield from ((uuid if n == 0 else "", entry) for n, entry in enumerate(paired))
            return
        old_title, old_dates = plain(self.base.titles[uuid]), plain(self.base.dates[uuid])
        new_title, new_dates = plain(title), plain(lines)
        if old_title and new_title.startswith(f"{old_title}\n"):
            rest = first.followed_by(first)
            more = new_title.removeprefix(old_title).strip()
            kept = new_dates.startswith(old_dates)
            added = new_dates.removeprefix(old_dates).strip() if kept else ""
            yield uuid, self._document(old_title, old_dates if kept else new_dates, first)
            paired, _ = pair_documents(
                [Piece(more, rest.first, rest.last, rest.column)],
                [Piece(added, rest.first, rest.last, rest.column)] if added else [],
            )
            yield from (("", entry) for entry in paired)
            return
        yield uuid, self._document(title, lines, first)

    def _document(self, title: str, dates: str, at: Piece) -> PrintedDocument:
        return PrintedDocument(plain(title), tuple(lines_of(dates)), at.first, at.column)

    def _agreement(
        self, uuid: str, document: PrintedDocument, partner: Partner, position: int
    ) -> None:
        fields = {"title", "dates", "parent", "position"}
        title: str | None = document.title or None
        lines = "\n".join(document.dates)
        old = self.base.agreements.get(uuid)
        if old is not None and uuid in self.base.titles:
            if same_words(document.title, self.base.titles[uuid]):
                title = old.title
                fields -= {"title"}
            if same_words(lines, self.base.dates[uuid]):
                fields -= {"dates"}
        piece = Piece(document.title, document.row, document.row, document.column)
        shown = "\n".join(filter(None, [document.title, lines]))
        uuid = self.notes.record(uuid, fields, piece, shown)
        self.agreements.append(
            Agreement(
                -len(self.agreements) - 1,
                uuid,
                partner.id,
                None,
                title,
                position,
                tuple(self._dates(document.dates, old, uuid, document.row)),
            )
        )

    def _dates(
        self, lines: Sequence[str], old: Agreement | None, uuid: str, row: int
    ) -> Iterable[AgreementDate]:
        """Yield the printed dates, under the ids of equal ones; those not printed stay behind."""
        before = list(old.dates) if old is not None else []
        read = read_printed_dates(lines)
        made = []
        for each in read:
            same = next((d for d in before if same_words(d.date.text, each.date.text)), None)
            if same is not None:
                before.remove(same)
                made.append((same.uuid, same.date, same.meaning or each.meaning, each.separator))
            else:
                made.append((str(uuid4()), each.date, each.meaning, each.separator))
                if not each.date.readable:
                    self.notes.unreadable(each.date.text, uuid, "agreement", row)
        last_day = f"{self.year}-12-31"
        made += [
            (date.uuid, date.date, date.meaning, date.separator)
            for date in before
            if date.date.earliest is not None and date.date.earliest.isoformat() > last_day
        ]
        for (date_uuid, date, meaning, separator), place in zip(
            made, positions(len(made)), strict=True
        ):
            self.dates += 1
            yield AgreementDate(-self.dates, date_uuid, date, meaning, place, separator)

    def _events(
        self,
        block: Block,
        partner: Partner | None,
        country: Country,
        below: Sequence[tuple[Block, Partner | None]],
    ) -> None:
        if self.base.lines:
            events = list(self.events.read(block.events))
        else:
            events = read_cells(block.events, self.year)
        for event in events:
            shared = [
                other
                for next_block, other in below
                if other is not None and event.piece.last >= next_block.first
            ]
            self._event(event, partner, country, shared)

    def _event(
        self,
        event: PrintedEvent,
        partner: Partner | None,
        country: Country,
        shared: Sequence[Partner],
    ) -> None:
        row = event.piece.first
        given = event.uuid or event.piece.ids.get("event", "") * (not self.base.lines)
        fields = {"date_text", "text", "report_year", "cell", "position"}
        if event.is_base:
            fields -= {"date_text", "text", "report_year"}
        uuid = self.notes.record(given, fields, event.piece, event.line)
        # The second row with one id, copied with it, is an event of its own.
        known = self.base.events.get(uuid) if event.is_base else None
        date = parse_partial_date(event.date_text, year=self.year) if known is None else known.date
        cells: list[tuple[int | None, int | None]] = [
            (each.id, None) for each in ([partner] if partner is not None else []) + [*shared]
        ]
        if shared:
            names = ", ".join(
                each.name or country.name for each in ([partner or shared[0], *shared])
            )
            self.notes.find(FindingCode.CELL_OF_SEVERAL, row, uuid, "event", text=names)
        links = []
        for partner_id, country_id in cells or [(None, country.id)]:
            self.links += 1
            place = (len(self.all_events) + 1) * 1024
            links.append(EventLink(-self.links, str(uuid4()), partner_id, country_id, place))
        self.all_events[uuid] = Event(
            -len(self.all_events) - 1, uuid, self.year, date, event.text, tuple(links)
        )
        if not event.is_base:
            self._doubts(event, date, uuid, row)

    def _doubts(self, event: PrintedEvent, date: PartialDate, uuid: str, row: int) -> None:
        """Say what of a line was not certain."""
        if not event.date_text:
            self.notes.find(
                FindingCode.EVENT_WITHOUT_DATE,
                row,
                uuid,
                "event",
                text=event.text,
            )
        elif not date.readable:
            self.notes.unreadable(event.date_text, uuid, "event", row)
        if event.lead:
            self.notes.find(
                FindingCode.SIGN_LEFT_OUT,
                row,
                uuid,
                "event",
                sign=event.lead.strip(),
                text=event.line,
            )
        if event.continued:
            self.notes.find(FindingCode.LINES_JOINED, row, uuid, "event", text=event.line)
