"""Registers that hypothesis makes up: any text, any date wording, events shared by cells."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from partners_app.domain.content_rows import positions
from partners_app.domain.event_order import cell_of, event_place
from partners_app.domain.partial_date import PartialDate, parse_partial_date
from partners_app.domain.records import (
    NO_DATE,
    Agreement,
    AgreementDate,
    AgreementLink,
    Country,
    Event,
    EventLink,
    OtherName,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.vocabulary import (
    AgreementKind,
    AgreementLinkKind,
    DateMeaning,
    EventFormat,
    EventKind,
    PartnerKind,
    Prolongation,
    Status,
)

_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
_WORDINGS = st.one_of(
    st.sampled_from(
        [
            "",
            "16.06.2011",
            "июнь 2017 г.",
            "1956 г. – установление связей",
            "20-22 февраля",
            "В течение года",
            "как-нибудь",
            "29 декабря – 4 января",
        ]
    ),
    _TEXTS,
)
_YEARS = st.integers(2018, 2021)
_COUNTS = st.none() | st.integers(0, 100)


class _Making:
    """Numbers and uuids that are never given twice."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.made = 0

    def next(self) -> tuple[int, str]:
        self.made += 1
        return self.made, str(UUID(int=self.made))

    def text(self) -> str:
        return self.draw(_TEXTS)

    def date(self) -> PartialDate:
        return parse_partial_date(self.draw(_WORDINGS))

    def times(self, most: int) -> range:
        return positions(self.draw(st.integers(0, most)))

    def member(self, kind: Any) -> Any:
        return self.draw(st.none() | st.sampled_from(list(kind)))

    def other_names(self) -> tuple[OtherName, ...]:
        return tuple(
            OtherName(*self.next(), self.text(), self.date(), self.date()) for _ in self.times(2)
        )

    def partner(self, country_id: int, position: int) -> Partner:
        somewhere = self.draw(st.booleans())
        return Partner(
            *self.next(),
            country_id,
            self.draw(st.sampled_from(list(PartnerKind))),
            self.draw(st.none() | _TEXTS),
            position,
            self.other_names(),
            self.draw(st.sampled_from(list(Status))),
            self.date(),
            self.text(),
            self.draw(st.floats(-90, 90)) if somewhere else None,
            self.draw(st.floats(-180, 180)) if somewhere else None,
            self.text(),
        )

    def agreement(self, partner_id: int, position: int) -> Agreement:
        dates = tuple(
            AgreementDate(
                *self.next(),
                self.date(),
                self.member(DateMeaning),
                number,
                self.draw(st.sampled_from(["", ", ", "; "])),
            )
            for number in self.times(3)
        )
        return Agreement(
            *self.next(),
            partner_id,
            self.member(AgreementKind),
            self.draw(st.none() | _TEXTS),
            position,
            dates,
            (),
            self.text(),
            self.text(),
            self.date(),
            self.date(),
            self.member(Prolongation),
            self.draw(_COUNTS),
            self.draw(_COUNTS),
            self.draw(st.sampled_from(list(Status))),
            self.text(),
            self.text(),
            self.date(),
            self.text(),
            self.text(),
            self.text(),
            self.text(),
            self.text(),
        )

    def event(self, cells: list[tuple[str, int]]) -> Event:
        year = self.draw(_YEARS)
        chosen = self.draw(st.lists(st.sampled_from(cells), max_size=3, unique=True))
        links = tuple(_link(self, cell) for cell in chosen)
        return Event(
            *self.next(),
            year,
            parse_partial_date(self.draw(_WORDINGS), year=year),
            self.text(),
            links,
            self.member(EventKind),
            self.member(EventFormat),
            self.text(),
            self.text(),
            self.text(),
            self.draw(st.booleans()),
            self.text(),
        )


@st.composite
def contents(draw: st.DrawFn) -> RegisterContent:
    """Return a register of a few bands, with the ids of a file."""
    make = _Making(draw)
    regions = tuple(
        Region(*make.next(), make.text(), make.text(), position, make.text())
        for position in make.times(2)
    )
    countries = tuple(
        Country(*make.next(), region.id, make.text(), position, make.other_names(), make.text())
        for region in regions
        for position in make.times(2)
    )
    partners = tuple(
        make.partner(country.id, position) for country in countries for position in make.times(2)
    )
    agreements = tuple(
        make.agreement(partner.id, position) for partner in partners for position in make.times(2)
    )
    agreements = tuple(_linked(make, agreement, agreements) for agreement in agreements)
    cells = [("country", country.id) for country in countries]
    cells += [("partner", partner.id) for partner in partners]
    events = [make.event(cells) for _ in make.times(5)] if cells else []
    events = _in_cells(draw, events)
    events.sort(key=event_place(countries, partners))
    return RegisterContent(make.text(), regions, countries, partners, agreements, tuple(events))


@st.composite
def crowded_cells(draw: st.DrawFn) -> RegisterContent:
    """Return one country with two partners, whose cells share most of their events."""
    make = _Making(draw)
    region = Region(*make.next(), "Азия", "АЗИЯ", 1024)
    country = Country(*make.next(), region.id, "Япония", 1024)
    partners = tuple(
        Partner(*make.next(), country.id, PartnerKind.CITY, "Осака", position)
        for position in positions(2)
    )
    cells = [("country", country.id), *(("partner", partner.id) for partner in partners)]
    events = []
    for _ in range(draw(st.integers(2, 5))):
        chosen = draw(st.lists(st.sampled_from(cells), min_size=1, max_size=3, unique=True))
        links = tuple(_link(make, cell) for cell in chosen)
        events.append(Event(*make.next(), 2020, NO_DATE, "", links))
    events = _in_cells(draw, events)
    events.sort(key=event_place((country,), partners))
    return RegisterContent("", (region,), (country,), partners, (), tuple(events))


def _link(make: _Making, cell: tuple[str, int]) -> EventLink:
    table, owner = cell
    partner_id, country_id = (owner, None) if table == "partner" else (None, owner)
    return EventLink(*make.next(), partner_id, country_id, 0)


def _linked(make: _Making, agreement: Agreement, agreements: tuple[Agreement, ...]) -> Agreement:
    others = make.draw(st.lists(st.sampled_from([other.id for other in agreements]), max_size=1))
    kinds = st.sampled_from(list(AgreementLinkKind))
    links = tuple(AgreementLink(*make.next(), other, make.draw(kinds)) for other in others)
    return replace(agreement, links=links)


def _in_cells(draw: st.DrawFn, events: list[Event]) -> list[Event]:
    """Give the events of each cell some order."""
    cells: dict[tuple[str, int], list[int]] = {}
    for event in events:
        for link in event.links:
            cells.setdefault(cell_of(link), []).append(link.id)
    place_of: dict[int, int] = {}
    for ids in cells.values():
        ordered = draw(st.permutations(ids))
        place_of |= dict(zip(ordered, positions(len(ids)), strict=True))
    placed = []
    for event in events:
        links = [replace(link, position=place_of[link.id]) for link in event.links]
        links.sort(key=lambda link: (link.position, link.id))
        placed.append(replace(event, links=tuple(links)))
    return placed
