"""A data workbook that came back, as the records that it says.

What decides where a record stands, in this order: its cell still says what was exported there (the
record stays where the hidden column says); it names exactly one other record of the file (it moves
there); else the row is refused. A record that is referred to, but that has no row of its own or a
refused one, comes as a mere reference: named, with no field stated.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from partners_app.domain.findings import FindingCode, Severity
from partners_app.domain.incoming import Incoming, Layout
from partners_app.domain.names import partner_kind
from partners_app.domain.records import (
    NO_DATE,
    Agreement,
    AgreementLink,
    Country,
    Event,
    EventLink,
    Partner,
    Region,
)
from partners_app.domain.vocabulary import PartnerKind
from partners_app.exchange import data_lists as lists
from partners_app.exchange.data_cells import CannotTake
from partners_app.exchange.data_intake import DataIntake, TakenRow
from partners_app.exchange.data_layout import (
    PARENT_UUID,
    POSITION,
    SHEETS,
    UUID,
    Form,
)
from partners_app.exchange.data_list_items import (
    agreement_dates,
    list_lines,
    other_names,
    reference_words,
    whole_number,
)
from partners_app.exchange.data_order import DataRecords
from partners_app.exchange.data_origin import read_notes
from partners_app.exchange.data_references import PLACE, References
from partners_app.exchange.data_rows import is_data_workbook, workbook_rows
from partners_app.exchange.grid import GridFile
from partners_app.exchange.table_findings import OUR_OWN, findings_about

__all__ = ["is_data_workbook", "read_data_workbook"]

_ABOVE = {sheet.table: sheet.parent for sheet in SHEETS}


def read_data_workbook(file: GridFile) -> Incoming:
    """Return what a data workbook says; rows that cannot be read as records are refused."""
    return _Reading(file).incoming()


class _Reading:
    """One pass over the sheets, from the bands down to the events."""

    def __init__(self, file: GridFile) -> None:
        self._file = file
        self._found = workbook_rows(file)
        self._notes = read_notes(self._found.notes)
        told = findings_about(file, [grid.name for grid in file.grids], but=OUR_OWN)
        self._intake = DataIntake(self._notes, [*told, *self._found.findings])
        self._references = References(self._notes.records)
        self._records = DataRecords()
        self._refused: list[TakenRow] = []
        self._links: list[tuple[TakenRow, tuple[lists.LinkLine, ...]]] = []

    def incoming(self) -> Incoming:
        take: dict[str, Callable[[TakenRow], None]] = {
            "region": self._region,
            "country": self._country,
            "partner": self._partner,
            "agreement": self._agreement,
            "event": self._event,
        }
        for rows in self._found.sheets:
            for row in rows.rows():
                taken = self._intake.identified(rows, row)
                if taken is None:
                    continue
                try:
                    take[taken.table](taken)
                except CannotTake as problem:
                    self._refuse(taken, problem)
        self._link_agreements()
        for taken in self._refused:
            if taken.is_named:
                self._refer_to_refused(taken)
        covers = self._refer_to_missing_sheets()
        return Incoming(
            self._file.path,
            Layout.DATA_WORKBOOK,
            self._records.content(self._notes.title, self._notes.year),
            sha256=self._file.sha256,
            year=self._notes.year,
            origin=self._notes.origin,
            named=frozenset(self._intake.named),
            stated=self._intake.stated,
            places=self._intake.places,
            refused=tuple(self._intake.refused),
            findings=tuple(self._intake.findings),
            covers=covers,
        )

    def _refuse(self, taken: TakenRow, problem: CannotTake) -> None:
        self._intake.refuse(taken, problem)
        self._refused.append(taken)

    # Rows

    def _region(self, taken: TakenRow) -> None:
        values, stated = self._intake.fields(taken, None)
        values = {"name": "", "heading": ""} | values
        region = Region(self._intake.number("region"), taken.uuid, position=0, **values)
        self._keep(taken, region, "", stated)
        self._references.add_region(region)

    def _country(self, taken: TakenRow) -> None:
        parent, stated = self._parent(taken)
        values, own = self._intake.fields(taken, None)
        values = {"name": ""} | values | _other_names(self._intake, taken, own)
        number, region = self._intake.number("country"), self._number_of("region", parent)
        country = Country(number, taken.uuid, region, position=0, **values)
        self._keep(taken, country, parent, stated | own)
        self._references.add_country(country)

    def _partner(self, taken: TakenRow) -> None:
        parent, stated = self._parent(taken)
        values, own = self._intake.fields(taken, None)
        values = {"name": None} | values | _other_names(self._intake, taken, own)
        together = {"latitude", "longitude"} & values.keys()
        if len(together) == 2 and (values["latitude"] is None) != (values["longitude"] is None):
            raise CannotTake(FindingCode.COORDINATE_ALONE, "latitude")
        if "kind" not in values:
            values["kind"] = partner_kind(values["name"])
            if not taken.is_named and values["kind"] is not PartnerKind.COUNTRY:
                said = {"text": values["name"]}
                code, severity = FindingCode.KIND_GUESSED, Severity.NOTE
                self._intake.find(taken, code, "kind", severity, values=said)
        number, country = self._intake.number("partner"), self._number_of("country", parent)
        partner = Partner(number, taken.uuid, country, position=0, **values)
        self._keep(taken, partner, parent, stated | own)
        self._references.add_partner(self._records.found["country"][parent].name, partner)

    def _agreement(self, taken: TakenRow) -> None:
        parent, stated = self._parent(taken)
        values, own = self._intake.fields(taken, None)
        values = {"kind": None, "title": None} | values
        dates = self._intake.list_text(taken, Form.DATES)
        if dates is not None:
            values["dates"] = agreement_dates(self._intake, taken, dates)
            own.add("dates")
        links = self._intake.list_text(taken, Form.AGREEMENT_LINKS)
        if links is not None:
            lines = list_lines(taken, Form.AGREEMENT_LINKS, lists.read_links, links)
            self._links.append((taken, lines))
            own.add("links")
        number, partner_id = self._intake.number("agreement"), self._number_of("partner", parent)
        agreement = Agreement(number, taken.uuid, partner_id, position=0, **values)
        self._keep(taken, agreement, parent, stated | own)
        partner = self._records.found["partner"][parent]
        country = self._records.country_of(partner)
        self._references.add_agreement(country.name, partner, agreement)

    def _event(self, taken: TakenRow) -> None:
        values, stated = self._intake.fields(taken, self._notes.year)
        year = values.pop("report_year", self._notes.year)
        if year is None and not taken.is_named:
            raise CannotTake(FindingCode.YEAR_MISSING, "report_year")
        values.setdefault("date", NO_DATE)
        values.setdefault("text", "")
        places = self._intake.list_text(taken, Form.PLACES)
        if places is not None:
            stated.add("links")
        links = self._places(taken, places)
        if not links and not taken.is_named:
            said = {"text": values["text"]}
            self._intake.find(taken, FindingCode.EVENT_WITHOUT_PLACE, "links", values=said)
        number = self._intake.number("event")
        event = Event(number, taken.uuid, year or 0, links=links, **values)
        self._keep(taken, event, "", stated)

    def _keep(self, taken: TakenRow, record: Any, parent: str, stated: set[str]) -> None:
        """Keep the record of a row; its place in the order holds only where it was exported."""
        self._intake.stated[taken.uuid] = frozenset(stated)
        stays = taken.is_named and parent == self._exported_parent(taken)
        position = whole_number(taken.row.text(POSITION.field)) if stays else None
        self._records.add(taken.table, record, position)

    # Places of events

    def _places(self, taken: TakenRow, text: str | None) -> tuple[EventLink, ...]:
        """Return the places of an event; without a word about them, those of the export."""
        left = self._known_words(taken, Form.PLACES)
        if text is None:
            return tuple(self._event_link(taken, word) for word in left)
        words = list[list[str]]()
        for label in lists.read_places(text):
            cells = [word[0] for word in left]
            cell = self._references.resolve(PLACE, label, cells, taken.column(Form.PLACES))
            if cell in cells:
                words.append(left.pop(cells.index(cell)))
            elif all(word[0] != cell for word in words):
                words.append([cell])
        return tuple(self._event_link(taken, word) for word in words)

    def _known_words(self, taken: TakenRow, form: Form) -> list[list[str]]:
        """Return the words of a hidden column whose first part is a record of the file."""
        return [word for word in reference_words(taken, form) if self._knows(word[0])]

    def _event_link(self, taken: TakenRow, word: Sequence[str]) -> EventLink:
        """Return one place; the word is its cell, and after that link and position if known."""
        cell = word[0]
        uuid, place = word[1:] if len(word) == 3 and taken.is_named else ("", "")
        position, table = whole_number(place), self._table_of(cell)
        owner = self._number_of(table, cell)
        link = EventLink(
            self._intake.number("event_link"),
            self._intake.item_uuid(uuid),
            owner if table == "partner" else None,
            owner if table == "country" else None,
            position or 0,
        )
        if position is None:
            self._records.last_in_cell.append(link)
        return link

    # References

    def _exported_parent(self, taken: TakenRow) -> str:
        given = taken.row.text(PARENT_UUID.field).strip()
        exported = self._notes.records.get(taken.row.text(UUID.field).strip())
        return given or (exported.parent_uuid if exported else "")

    def _parent(self, taken: TakenRow) -> tuple[str, set[str]]:
        """Return the uuid of the record above, and {"parent"} where the row states it."""
        hidden = self._exported_parent(taken)
        kind, column = _ABOVE[taken.table], taken.column(Form.PARENT)
        shown = taken.row.text(column.field)
        if shown.strip():
            known = [hidden] if self._knows(hidden) else []
            return self._references.resolve(kind, shown, known, column), {"parent"}
        if self._table_of(hidden) == kind:
            return hidden, set()
        raise CannotTake(FindingCode.PARENT_MISSING, "parent", "", column.head)

    def _knows(self, uuid: str) -> bool:
        return self._table_of(uuid) != ""

    def _table_of(self, uuid: str) -> str:
        """Return the table of a record that has been read or was exported; "" for none."""
        for table in ("partner", "country", "region", "agreement"):
            if uuid in self._records.found[table]:
                return table
        exported = self._notes.records.get(uuid)
        return exported.table if exported else ""

    def _number_of(self, table: str, uuid: str) -> int:
        """Return the id of a record that is known; one without a row becomes a mere reference."""
        found = self._records.found[table].get(uuid)
        if found is None:
            self._refer(table, uuid, self._notes.records[uuid].parent_uuid)
            found = self._records.found[table][uuid]
        return int(found.id)

    def _refer(self, table: str, uuid: str, parent: str) -> None:
        """Add a record of which nothing is stated; ``parent`` is known, or "" for a band."""
        number = self._intake.number(table)
        above = self._number_of(_ABOVE[table], parent) if _ABOVE[table] else 0
        label = self._notes.records[uuid].label if uuid in self._notes.records else ""
        record: Any
        match table:
            case "region":
                record = Region(number, uuid, label, "", 0)
            case "country":
                record = Country(number, uuid, above, label, 0)
            case "partner":
                record = Partner(number, uuid, above, PartnerKind.CITY, label, 0)
            case "agreement":
                record = Agreement(number, uuid, above, None, label, 0)
            case _:
                record = Event(number, uuid, self._notes.year or 0, NO_DATE, "")
        self._records.add(table, record, None)
        self._intake.named.add(uuid)
        self._intake.stated[uuid] = frozenset()

    def _refer_to_refused(self, taken: TakenRow) -> None:
        """Let a refused row's record be in the file, so that nobody takes it for deleted."""
        if taken.uuid in self._records.found[taken.table]:
            return
        parent = self._exported_parent(taken)
        if self._table_of(parent) == _ABOVE[taken.table]:
            self._refer(taken.table, taken.uuid, parent)

    def _refer_to_missing_sheets(self) -> frozenset[str] | None:
        """Let a sheet that is gone say nothing; return what the file covers if events are gone."""
        present = {rows.sheet.table for rows in self._found.sheets}
        for record in self._notes.records.values():
            if record.table not in present:
                self._number_of(record.table, record.uuid)
        return frozenset(self._notes.records) if "event" not in present else None

    def _link_agreements(self) -> None:
        """Resolve the links between agreements, now that all are read.

        A new agreement that is refused here takes those with it that are linked to it.
        """
        waiting = self._links
        while waiting:
            good = []
            for taken, lines in waiting:
                try:
                    words = self._targets(taken, lines)
                except CannotTake as problem:
                    self._refuse_agreement(taken, problem)
                else:
                    good.append((taken, lines, words))
            if len(good) == len(waiting):
                for taken, lines, words in good:
                    self._set_links(taken, lines, words)
                return
            waiting = [(taken, lines) for taken, lines, _ in good]

    def _targets(self, taken: TakenRow, lines: Sequence[lists.LinkLine]) -> list[list[str]]:
        """Return for each line the other agreement, and after that the link's uuid if known."""
        column = taken.column(Form.AGREEMENT_LINKS)
        left = self._known_words(taken, Form.AGREEMENT_LINKS)
        words = []
        for line in lines:
            others = [word[0] for word in left]
            other = self._references.resolve("agreement", line.label, others, column)
            words.append(left.pop(others.index(other)) if other in others else [other])
        return words

    def _refuse_agreement(self, taken: TakenRow, problem: CannotTake) -> None:
        self._refuse(taken, problem)
        if taken.is_named:
            self._intake.stated[taken.uuid] = frozenset()
        else:
            del self._records.found["agreement"][taken.uuid]
            self._references.drop_agreement(taken.uuid)

    def _set_links(
        self, taken: TakenRow, lines: Sequence[lists.LinkLine], words: Sequence[Sequence[str]]
    ) -> None:
        links = tuple(
            AgreementLink(
                self._intake.number("agreement_link"),
                self._intake.item_uuid(word[1] if len(word) == 2 and taken.is_named else ""),
                self._number_of("agreement", word[0]),
                line.kind,
            )
            for line, word in zip(lines, words, strict=True)
        )
        found = self._records.found["agreement"]
        found[taken.uuid] = replace(found[taken.uuid], links=links)


def _other_names(intake: DataIntake, taken: TakenRow, stated: set[str]) -> dict[str, Any]:
    text = intake.list_text(taken, Form.OTHER_NAMES)
    if text is None:
        return {}
    stated.add("other_names")
    return {"other_names": other_names(intake, taken, text)}
