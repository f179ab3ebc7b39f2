"""The records that cross the layers: what one row of the register is, without Qt and SQL.

``id`` is the row's number in its file (negative: not written yet); ``uuid`` stays the same in
every file. A list inside a record (dates, other names, links) holds rows with ids of their own,
since each of them is journalled on its own.
"""

from dataclasses import dataclass

from partners_app.domain.partial_date import PartialDate
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

NO_DATE = PartialDate("")


@dataclass(frozen=True, slots=True)
class OtherName:
    """A former or second name of a country or a partner, with its period where known."""

    id: int
    uuid: str
    name: str
    used_from: PartialDate = NO_DATE
    used_to: PartialDate = NO_DATE


@dataclass(frozen=True, slots=True)
class Region:
    """A band of the yearly table; ``heading`` is its row as printed."""

    id: int
    uuid: str
    name: str
    heading: str
    position: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    """A country of one band."""

    id: int
    uuid: str
    region_id: int
    name: str
    position: int
    other_names: tuple[OtherName, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """A row of the yearly table; ``name`` is None for the country as a whole.

    ``latitude`` and ``longitude`` are decimal degrees (WGS 84), both or neither.
    """

    id: int
    uuid: str
    country_id: int
    kind: PartnerKind
    name: str | None
    position: int
    other_names: tuple[OtherName, ...] = ()
    status: Status = Status.IN_FORCE
    status_date: PartialDate = NO_DATE
    status_reason: str = ""
    latitude: float | None = None
    longitude: float | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class AgreementDate:
    """One date of an agreement and its meaning.

    ``separator`` is the text that joins it to the date before when both are printed in one
    line («10.08.2002, 27.09.2016» has ", "); empty: a line of its own.
    """

    id: int
    uuid: str
    date: PartialDate
    meaning: DateMeaning | None
    position: int
    separator: str = ""


@dataclass(frozen=True, slots=True)
class AgreementLink:
    """This agreement replaces or supplements another one."""

    id: int
    uuid: str
    other_id: int
    kind: AgreementLinkKind


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the cooperation with a partner rests on; ``title`` is None when no paper is named.

    ``prolongation_years`` is in years, ``notice_months`` in months before the end.
    """

    id: int
    uuid: str
    partner_id: int
    kind: AgreementKind | None
    title: str | None
    position: int
    dates: tuple[AgreementDate, ...] = ()
    links: tuple[AgreementLink, ...] = ()
    our_signatory: str = ""
    their_signatory: str = ""
    valid_from: PartialDate = NO_DATE
    valid_to: PartialDate = NO_DATE
    prolongation: Prolongation | None = None
    prolongation_years: int | None = None
    notice_months: int | None = None
    status: Status = Status.IN_FORCE
    status_reason: str = ""
    registration_number: str = ""
    registration_date: PartialDate = NO_DATE
    areas: str = ""
    responsible: str = ""
    original_place: str = ""
    scan_path: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class EventLink:
    """An event's place in the cell of one partner, or of a whole country (exactly one is set)."""

    id: int
    uuid: str
    partner_id: int | None
    country_id: int | None
    position: int


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a report year; ``text`` is printed after the date's wording."""

    id: int
    uuid: str
    report_year: int
    date: PartialDate
    text: str
    links: tuple[EventLink, ...] = ()
    kind: EventKind | None = None
    format: EventFormat | None = None
    participants: str = ""
    responsible: str = ""
    source: str = ""
    printed: bool = True
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RegisterContent:
    """One consistent read of the register, each tuple in report order.

    ``events`` may be those of one year only; ``year`` says which (None: all).
    """

    title: str
    regions: tuple[Region, ...] = ()
    countries: tuple[Country, ...] = ()
    partners: tuple[Partner, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    events: tuple[Event, ...] = ()
    year: int | None = None
