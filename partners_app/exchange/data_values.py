"""What a record shows in each column of the data workbook."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from partners_app.domain.event_order import cell_of
from partners_app.domain.records import Agreement, AgreementLink, Event, RegisterContent
from partners_app.exchange import data_layout as layout
from partners_app.exchange import data_lists as lists
from partners_app.exchange.data_labels import Labels
from partners_app.exchange.data_layout import DataColumn, DataSheet, Form
from partners_app.exchange.russian_words import NO, WORDS, YES

Getter = Callable[[Any], str | int | float | None]
"""From a record to a cell; None and "" are an empty one."""

_PARENT_ID = {"country": "region_id", "partner": "country_id", "agreement": "partner_id"}


class CellGetters:
    """Knows the records that others refer to, and makes for each column what fills its cells."""

    def __init__(self, content: RegisterContent, labels: Labels) -> None:
        """Take the content, and what its records are called."""
        self._labels = labels
        self._regions = {item.id: item.uuid for item in content.regions}
        self._countries = {item.id: item.uuid for item in content.countries}
        self._partners = {item.id: item.uuid for item in content.partners}
        self._agreements = {item.id: item.uuid for item in content.agreements}
        self._cells = {("country", number): uuid for number, uuid in self._countries.items()}
        self._cells |= {("partner", number): uuid for number, uuid in self._partners.items()}

    def of(self, sheet: DataSheet, column: DataColumn) -> Getter:
        """Return what fills the cells of a column."""
        if column.form is Form.HIDDEN:
            return self._hidden(sheet, column)
        match column.form:
            case Form.DATE:
                return attrgetter(f"{column.attribute}.text")
            case Form.CHOICE:
                return _word(column)
            case Form.YES_NO:
                return lambda record: YES if getattr(record, column.field) else NO
            case Form.PARENT:
                parent, names = attrgetter(_PARENT_ID[sheet.table]), self._parent_labels(sheet)
                return lambda record: names[parent(record)]
            case Form.OTHER_NAMES:
                return lambda record: lists.names_text(record.other_names)
            case Form.DATES:
                return lambda record: lists.dates_text(record.dates)
            case Form.AGREEMENT_LINKS:
                return self._links
            case Form.PLACES:
                return self._places
            case _:
                return attrgetter(column.field)

    def _parent_labels(self, sheet: DataSheet) -> dict[int, str]:
        names = self._labels
        return {"region": names.regions, "country": names.countries, "partner": names.partners}[
            sheet.parent
        ]

    def _hidden(self, sheet: DataSheet, column: DataColumn) -> Getter:
        if column is layout.PARENT_UUID:
            parent = attrgetter(_PARENT_ID[sheet.table])
            uuids = {
                "region": self._regions,
                "country": self._countries,
                "partner": self._partners,
            }[sheet.parent]
            return lambda record: uuids[parent(record)]
        if column is layout.LIST_REFERENCES[Form.OTHER_NAMES]:
            return lambda record: " ".join(name.uuid for name in record.other_names)
        if column is layout.LIST_REFERENCES[Form.DATES]:
            return lambda record: " ".join(f"{it.uuid}/{it.position}" for it in record.dates)
        if column is layout.LIST_REFERENCES[Form.AGREEMENT_LINKS]:
            return lambda record: " ".join(map(self._link_reference, record.links))
        if column is layout.LIST_REFERENCES[Form.PLACES]:
            return self._place_references
        return attrgetter(column.field)

    def _links(self, agreement: Agreement) -> str:
        labels = self._labels.agreements
        return "\n".join(lists.link_text(it.kind, labels[it.other_id]) for it in agreement.links)

    def _link_reference(self, link: AgreementLink) -> str:
        return f"{self._agreements[link.other_id]}/{link.uuid}"

    def _places(self, event: Event) -> str:
        labels = self._labels.cells
        return "\n".join([labels[cell_of(link)] for link in event.links])

    def _place_references(self, event: Event) -> str:
        uuids = self._cells
        return " ".join(
            [f"{uuids[cell_of(link)]}/{link.uuid}/{link.position}" for link in event.links]
        )

    def inexact_fields(
        self, sheet: DataSheet, record: Any
    ) -> Iterable[tuple[str, str | int | float]]:
        """Yield the fields whose cells would be read as something else, with the cells.

        Texts that a workbook cannot hold at all are not among them.
        """
        if sheet is layout.PARTNERS:
            if record.name == "":
                yield "name", ""
            for field in ("latitude", "longitude"):
                value = getattr(record, field)
                # The digits that XlsxWriter writes.
                if value is not None and float(f"{value:.16G}") != value:
                    yield field, value
        elif sheet is layout.AGREEMENTS:
            if record.title == "":
                yield "title", ""
            dates = tuple(map(lists.date_line, record.dates))
            if dates and _read(lists.read_dates, lists.dates_text(record.dates)) != dates:
                yield "dates", lists.dates_text(record.dates)
        if sheet in (layout.COUNTRIES, layout.PARTNERS) and record.other_names:
            names = tuple(map(lists.name_line, record.other_names))
            if _read(lists.read_names, lists.names_text(record.other_names)) != names:
                yield "other_names", lists.names_text(record.other_names)


def _word(column: DataColumn) -> Getter:
    words: dict[Any, str] = dict(WORDS[column.choices]) if column.choices else {}
    get = attrgetter(column.field)
    return lambda record: words.get(get(record))


def _read(read: Callable[[str], Any], text: str) -> Any:
    try:
        return read(text)
    except lists.LineNotUnderstood:
        return None
