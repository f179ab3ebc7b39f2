"""A clerk of the tests who does one random act after another, and a small register to do it in."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import strategies as st
from sqlalchemy import Connection

from partners_app.domain.changes import Change, ChangeSet, Row
from partners_app.domain.errors import NothingToRedo, NothingToUndo
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import (
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
    OperationKind,
    PartnerKind,
)
from partners_app.services import agreements, catalogue, events
from partners_app.services.events import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage.digest import content_digest
from partners_app.storage.schema import JOURNALLED

YEARS = (2019, 2020)
TEXTS = (
    "визит делегации",
    "приём у губернатора",
    "",
    "=СУММА(1)",
    "Ёлка — «праздник»\nвторая строка",
    "a'b\"c;--",
)
DATES = ("3 марта", "29 декабря – 4 января", "", "когда-нибудь", "2018", "В течение года")


class Clerk:
    """Does one random act after another and knows what the register must be after each."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.register = Register.open(path, author="Анна")
        # The states that undo and redo go through, and where among them the register stands.
        self.states = [self.digest()]
        self.place = 0

    def digest(self) -> str:
        return self.register.read(content_digest)

    def reopen(self) -> None:
        self.register.close()
        self.register = Register.open(self.path, author="Борис")

    def do(self, act: str, first: int, second: int) -> None:
        """Do one act with what the numbers choose, and compare the register with the model."""
        change_seq = self.register.change_seq()
        if act == "undo":
            self._travel(self.register.undo, -1, NothingToUndo)
        elif act == "redo":
            self._travel(self.register.redo, +1, NothingToRedo)
        elif act == "reopen":
            self.reopen()
        else:
            written = ACTS[act](self.register, first, second)
            self._written(written)
        assert self.digest() == self.states[self.place]
        moved = self.register.change_seq() - change_seq
        assert moved == (act not in ("reopen",) and self.moved)

    def _written(self, written: ChangeSet | None) -> None:
        self.moved = bool(written)
        if written:
            del self.states[self.place + 1 :]
            self.states.append(self.digest())
            self.place += 1

    def _travel(self, go: Callable[[], ChangeSet], step: int, nothing: type[Exception]) -> None:
        self.moved = 0 <= self.place + step < len(self.states)
        if self.moved:
            go()
            self.place += step
        else:
            with pytest.raises(nothing):
                go()

    moved = False


def choose_row(register: Register, table: str, number: int) -> int | None:
    """Return the id of the row that a number stands for, None of an empty table."""

    def read(connection: Connection) -> list[int]:
        source = JOURNALLED[table]
        return list(
            connection.exec_driver_sql(f"SELECT id FROM {source.name} ORDER BY id").scalars()
        )

    ids = register.read(read)
    return ids[number % len(ids)] if ids else None


def choose_cell(register: Register, number: int) -> Scope | None:
    """Return the partner or country that a number stands for."""
    kind = ScopeKind.COUNTRY if number % 4 == 0 else ScopeKind.PARTNER
    owner = choose_row(register, kind.value, number)
    return None if owner is None else Scope(kind, owner)


Act = Callable[[Register, int, int], ChangeSet | None]


def on_row(table: str, act: Callable[[Register, int, int], ChangeSet]) -> Act:
    """Return an act that is given the id of some row of a table, when there is one."""

    def choose(register: Register, first: int, second: int) -> ChangeSet | None:
        row_id = choose_row(register, table, first)
        return None if row_id is None else act(register, row_id, second)

    return choose


def _add_event(register: Register, first: int, second: int) -> ChangeSet | None:
    scope = choose_cell(register, first)
    if scope is None:
        return None
    year = YEARS[second % 2]
    known = events.ids(register, scope, year)
    after = known[second % len(known)] if known and second % 3 else None
    return events.add(
        register,
        scope,
        year,
        date_text=DATES[second % len(DATES)],
        text=TEXTS[first % len(TEXTS)],
        after=after,
    )


def _move_event(register: Register, first: int, second: int) -> ChangeSet | None:
    scope = choose_cell(register, first)
    known = events.ids(register, scope, YEARS[second % 2]) if scope else []
    standing = [
        number
        for number, event in events.load(register, known).items()
        if scope
        and any(getattr(link, f"{scope.kind.value}_id") == scope.id for link in event.links)
    ]
    if not standing or scope is None:
        return None
    return events.move(
        register, sorted(standing)[second % len(standing)], scope, 1 - second % 2 * 2
    )


def _edit_event(register: Register, event_id: int, number: int) -> ChangeSet:
    edits: list[tuple[str, str | int | bool | None]] = [
        ("text", TEXTS[number % len(TEXTS)]),
        ("date", DATES[number % len(DATES)]),
        ("kind", list(EventKind)[number % len(EventKind)]),
        ("format", None if number % 2 else EventFormat.VIDEO),
        ("printed", number % 3 == 0),
        ("report_year", YEARS[number % 2]),
        ("participants", TEXTS[number % len(TEXTS)]),
    ]
    field, value = edits[number % len(edits)]
    return events.set_field(register, event_id, field, value)


def _edit_partner(register: Register, partner_id: int, number: int) -> ChangeSet:
    edits: list[tuple[str, str | float | None]] = [
        ("name", f"г. Город {number}"),
        ("name", None),
        ("kind", "region"),
        ("latitude", number / 7),
        ("status_date", DATES[number % len(DATES)]),
    ]
    field, value = edits[number % len(edits)]
    return catalogue.set_partner_field(register, partner_id, field, value)


def _edit_agreement(register: Register, agreement_id: int, number: int) -> ChangeSet:
    edits: list[tuple[str, str | int | None]] = [
        ("title", TEXTS[number % len(TEXTS)]),
        ("title", None),
        ("kind", list(AgreementKind)[number % len(AgreementKind)]),
        ("valid_to", DATES[number % len(DATES)]),
        ("prolongation_years", number % 5),
        ("our_signatory", TEXTS[number % len(TEXTS)]),
    ]
    field, value = edits[number % len(edits)]
    return agreements.set_field(register, agreement_id, field, value)


def _take_back(register: Register, first: int, _second: int) -> ChangeSet | None:
    steps = [step.id for step in register.history() if step.id > 1]
    return register.take_back(steps[first % len(steps)]).applied if steps else None


def _share_event(register: Register, event_id: int, number: int) -> ChangeSet:
    """Let an event stand in one more partner's cell."""
    partner_id = choose_row(register, "partner", number)
    standing = {link.partner_id for link in events.load(register, [event_id])[event_id].links}
    if partner_id is None or partner_id in standing:
        return ChangeSet(OperationKind.EDIT)
    row: Row = {
        "uuid": str(uuid4()),
        "event_id": event_id,
        "partner_id": partner_id,
        "country_id": None,
        "position": number * 100,
    }
    change = Change("event_link", -1, None, row)
    return register.apply(ChangeSet(OperationKind.EDIT, (change,), "event", ""))


def _take_in(register: Register, first: int, second: int) -> ChangeSet:
    """Remember a file, as an import does."""
    row: Row = {
        "uuid": str(uuid4()),
        "name": f"отчёт {first}.xlsx",
        "sha256": f"{second:064x}",
        "layout": "official",
        "year": YEARS[second % 2] if first % 3 else None,
        "origin_uuid": "",
        "origin_change_seq": first if first % 2 else None,
        "remark": "",
    }
    change = Change("imported_file", -1, None, row)
    return register.apply(ChangeSet(OperationKind.IMPORT, (change,), "imported_file", ""))


def _step(number: int) -> int:
    return 1 - number % 2 * 2


ACTS: dict[str, Act] = {
    "add region": lambda register, first, _: catalogue.add_region(register, f"Часть света {first}"),
    "add country": on_row(
        "region", lambda register, row, number: catalogue.add_country(register, row, f"С{number}")
    ),
    "add partner": on_row(
        "country", lambda register, row, n: catalogue.add_partner(register, row, f"г. {n}")
    ),
    "add event": _add_event,
    "add agreement": on_row("partner", lambda register, row, _: agreements.add(register, row)),
    "add date": on_row(
        "agreement",
        lambda register, row, number: agreements.add_date(
            register, row, DATES[number % len(DATES)], DateMeaning.SIGNED
        ),
    ),
    "rename region": on_row(
        "region", lambda register, row, n: catalogue.rename(register, "region", row, f"Р{n}")
    ),
    "rename country": on_row(
        "country", lambda register, row, n: catalogue.rename(register, "country", row, f"С{n}")
    ),
    "edit partner": on_row("partner", _edit_partner),
    "edit event": on_row("event", _edit_event),
    "share event": on_row("event", _share_event),
    "edit agreement": on_row("agreement", _edit_agreement),
    "edit date": on_row(
        "agreement_date",
        lambda register, row, number: agreements.set_date_text(
            register, row, DATES[number % len(DATES)]
        ),
    ),
    "delete date": on_row(
        "agreement_date", lambda register, row, _: agreements.delete_date(register, row)
    ),
    "delete agreement": on_row(
        "agreement", lambda register, row, _: agreements.delete(register, row)
    ),
    "delete event": on_row("event", lambda register, row, _: events.delete(register, [row])),
    "delete partner": on_row(
        "partner", lambda register, row, _: catalogue.delete(register, "partner", row)
    ),
    "delete country": on_row(
        "country", lambda register, row, _: catalogue.delete(register, "country", row)
    ),
    "delete region": on_row(
        "region", lambda register, row, _: catalogue.delete(register, "region", row)
    ),
    "move region": on_row(
        "region", lambda register, row, n: catalogue.move(register, "region", row, _step(n))
    ),
    "move country": on_row(
        "country", lambda register, row, n: catalogue.move(register, "country", row, _step(n))
    ),
    "move partner": on_row(
        "partner", lambda register, row, n: catalogue.move(register, "partner", row, _step(n))
    ),
    "move agreement": on_row(
        "agreement", lambda register, row, n: agreements.move(register, row, _step(n))
    ),
    "move event": _move_event,
    "set title": lambda register, first, _: register.set_setting("title", f"Отчёт {first % 3}"),
    "set font": lambda register, first, _: register.set_setting("report_font", f"PT {first % 3}"),
    "take in": _take_in,
    "take back": _take_back,
}  # fmt: skip
JOURNEYS = ("undo", "redo", "reopen")
# Deletions are rarer than additions, else registers stay empty; undo and redo come often.
_KINDS = st.sampled_from(
    [
        *ACTS,
        *(
            ["add event", "add partner", "add country", "edit event", "move event", "share event"]
            * 3
        ),
        *(["undo", "redo"] * 6),
        "reopen",
    ]
)
_NUMBERS = st.integers(0, 30)
PLANS = st.lists(st.tuples(_KINDS, _NUMBERS, _NUMBERS), min_size=10, max_size=20)


def small_content() -> RegisterContent:
    """Return a small register in which everything that a step can tear apart hangs together."""
    regions = tuple(Region(-n, f"r{n}", f"Р{n}", f"Р{n}", n * 1024) for n in (1, 2))
    countries = (
        Country(-1, "c1", -1, "Австрия", 1024, (OtherName(-1, "o1", "Остеррайх"),)),
        Country(-2, "c2", -1, "Белоруссия", 2048),
        Country(-3, "c3", -2, "Чили", 1024),
    )
    partners = tuple(
        Partner(-n, f"p{n}", country, PartnerKind.CITY, f"г. Город {n}", n * 1024)
        for n, country in ((1, -1), (2, -1), (3, -2), (4, -3))
    )
    link = AgreementLink(-1, "al1", -1, AgreementLinkKind.REPLACES)
    agreements = tuple(
        Agreement(
            -n,
            f"a{n}",
            -n,
            AgreementKind.AGREEMENT,
            f"Соглашение {n}",
            1024,
            (AgreementDate(-n, f"d{n}", PartialDate("16.06.2011"), None, 1024),),
            (link,) if n == 2 else (),
        )
        for n in (1, 2)
    )
    # The cells of each event: (partner, country). Events of two partners, of two countries.
    cells: list[list[tuple[int | None, int | None]]] = [
        [(-1, None)],
        [(-1, None), (-2, None)],
        [(None, -1), (-3, None)],
        [(-4, None)],
    ]
    made = []
    for number, places in enumerate(cells, start=1):
        links = tuple(
            EventLink(-10 * number - n, f"l{number}{n}", partner, country, 1024 * number)
            for n, (partner, country) in enumerate(places)
        )
        date = PartialDate("3 марта")
        made.append(Event(-number, f"e{number}", 2020, date, f"визит {number}", links))
    return RegisterContent("Отчёт", regions, countries, partners, agreements, tuple(made))
