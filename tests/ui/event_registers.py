"""Small registers with events for the tests of the grid."""

from pathlib import Path

from partners_app.domain.partial_date import parse_partial_date
from partners_app.domain.records import (
    Country,
    Event,
    EventLink,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.vocabulary import EventFormat, EventKind, PartnerKind
from partners_app.services import catalogue
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register

YEAR = 2020

# Wording, text, kind, format: what stands under г. Турку in the report of 2020, and a doubtful one.
TURKU = [
    (
        "31 января",
        "встреча представителей Санкт-Петербурга с руководителем внешних связей г. Турку.",
    ),
    ("28 февраля - 1 марта", "комплекс мероприятий в рамках проекта «Празднуем Масленицу вместе»."),
    ("19 марта", "встреча руководства Санкт-Петербурга с руководством компании «Вихури рус»."),
    ("30 сентября", "проведение мероприятий по случаю «Дней Котки»."),
    ("31 ноября", "выставка фотографий."),
]
OSAKA = [("20 февраля", "семинар по повышению производительности методом Кайдзен.")]
_KINDS = [EventKind.MEETING, EventKind.CITY_DAYS, EventKind.MEETING, EventKind.CITY_DAYS, None]
_FORMATS = [EventFormat.IN_PERSON, EventFormat.IN_PERSON, EventFormat.VIDEO, None, None]


def content(turku: list[tuple[str, str]] | None = None) -> RegisterContent:
    """Two countries: Финляндия with г. Турку and Котка (no events), Япония with г. Осака."""
    numbers = iter(range(-1, -1_000_000, -1))

    def new() -> tuple[int, str]:
        number = next(numbers)
        return number, f"{-number:032x}"

    europe = Region(*new(), "Европа", "ЕВРОПА", 1024)
    asia = Region(*new(), "Азия", "АЗИЯ", 2048)
    finland = Country(*new(), europe.id, "Финляндия", 1024)
    japan = Country(*new(), asia.id, "Япония", 1024)
    cities = [
        Partner(*new(), finland.id, PartnerKind.CITY, "г. Турку", 1024),
        Partner(*new(), finland.id, PartnerKind.CITY, "Котка", 2048),
        Partner(*new(), japan.id, PartnerKind.CITY, "г. Осака", 1024),
    ]
    events = []
    for partner, rows in ((cities[0], TURKU if turku is None else turku), (cities[2], OSAKA)):
        for place, (date, text) in enumerate(rows):
            link = EventLink(*new(), partner.id, None, (place + 1) * 1024)
            events.append(
                Event(
                    *new(),
                    YEAR,
                    parse_partial_date(date, year=YEAR),
                    text,
                    (link,),
                    _KINDS[place % 5],
                    _FORMATS[place % 5],
                )
            )
    return RegisterContent(
        "Партнёры", (europe, asia), (finland, japan), tuple(cities), (), tuple(events)
    )


def make(folder: Path, turku: list[tuple[str, str]] | None = None) -> Register:
    """Make a register file in a folder and open it."""
    return Register.create(folder / "Реестр.partners", author="Тест", content=content(turku))


def scope_of(register: Register, name: str) -> Scope:
    """Return the scope of a partner, a country or a band by its name."""
    for region in catalogue.tree(register, YEAR).regions:
        if region.region.name == name:
            return Scope(ScopeKind.REGION, region.region.id)
        for country in region.countries:
            if country.country.name == name:
                return Scope(ScopeKind.COUNTRY, country.country.id)
            for node in country.partners:
                if node.partner.name == name:
                    return Scope(ScopeKind.PARTNER, node.partner.id)
    raise KeyError(name)
