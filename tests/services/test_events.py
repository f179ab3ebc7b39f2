"""The events of a year: which stand where, in which order, and what a clerk does with them."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from partners_app.domain.changes import Change, ChangeSet, Row
from partners_app.domain.errors import RecordMissing
from partners_app.domain.vocabulary import EventFormat, EventKind, OperationKind
from partners_app.services import catalogue, events
from partners_app.services.events import EventFilter, EventOrder, Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import queries, rows
from partners_app.storage.digest import content_digest

ALL = Scope()
VISIT, RECEPTION, TREE = "Визит делегации", "приём в Ратуше", "Ёлка для детей"
SHOW, CONCERT = "выставка 100% шерсти", "концерт"
EVERY = {VISIT, RECEPTION, TREE, SHOW, CONCERT}


class _Cells:
    """A band with one country and two partners, and another band with a country of its own."""

    def __init__(self, register: Register) -> None:
        self.register = register
        (self.austria_id,) = catalogue.add_country(register, 1, "Австрия").ids("country")
        (self.chile_id,) = catalogue.add_country(register, 2, "Чили").ids("country")
        (self.graz_id,) = catalogue.add_partner(register, self.austria_id, "г. Грац").ids("partner")
        (self.linz_id,) = catalogue.add_partner(register, self.austria_id, "г. Линц").ids("partner")
        self.austria = Scope(ScopeKind.COUNTRY, self.austria_id)
        self.chile = Scope(ScopeKind.COUNTRY, self.chile_id)
        self.graz = Scope(ScopeKind.PARTNER, self.graz_id)
        self.linz = Scope(ScopeKind.PARTNER, self.linz_id)
        self.europe = Scope(ScopeKind.REGION, 1)

    def add(self, scope: Scope, text: str = "визит", date: str = "", **more: Any) -> int:
        year = more.pop("year", 2020)
        after = more.pop("after", None)
        added = events.add(self.register, scope, year, date_text=date, text=text, after=after)
        (event,) = added.ids("event")
        for field, value in more.items():
            events.set_field(self.register, event, field, value)
        return event

    def share(self, event: int, partner: int) -> None:
        row: Row = {
            "uuid": f"{event} {partner}",
            "event_id": event,
            "partner_id": partner,
            "country_id": None,
            "position": 1,
        }
        change = Change("event_link", -1, None, row)
        self.register.apply(ChangeSet(OperationKind.EDIT, (change,), "event", ""))

    def texts(self, scope: Scope = ALL, **how: Any) -> list[str]:
        found = events.ids(self.register, scope, how.pop("year", 2020), **how)
        loaded = events.load(self.register, found)
        return [loaded[event].text for event in found]


@pytest.fixture
def cells(register: Register) -> _Cells:
    return _Cells(register)


# --- where they stand -----------------------------------------------------------------------------


def test_each_scope_holds_the_events_of_its_cells(cells: _Cells) -> None:
    cells.add(cells.linz, "в Линц")
    cells.add(cells.graz, "в Грац")
    cells.add(cells.austria, "в страну")
    cells.add(cells.chile, "в Чили")
    cells.add(cells.graz, "год назад", year=2019)
    everything = ["в страну", "в Грац", "в Линц", "в Чили"]
    assert cells.texts() == everything, "a whole country before its partners"
    assert cells.texts(cells.europe) == everything[:3]
    assert cells.texts(cells.austria) == everything[:3]
    assert cells.texts(cells.graz) == ["в Грац"]
    assert cells.texts(cells.linz) == ["в Линц"]
    assert cells.texts(cells.chile) == ["в Чили"]
    assert cells.texts(Scope(ScopeKind.REGION, 3)) == []
    assert cells.texts(year=2019) == ["год назад"]
    for scope in (ALL, cells.europe, cells.austria, cells.graz, cells.chile):
        assert events.total(cells.register, scope, 2020) == len(cells.texts(scope))
    assert events.total(cells.register, cells.linz, 2019) == 0


def test_an_event_of_two_partners_stands_once_under_the_first(cells: _Cells) -> None:
    shared = cells.add(cells.linz, "общий")
    cells.add(cells.graz, "в Грац")
    cells.share(shared, cells.graz_id)
    assert cells.texts() == ["общий", "в Грац"]
    assert cells.texts(cells.linz) == ["общий"]
    assert cells.texts(descending=True) == ["в Грац", "общий"]
    assert events.total(cells.register, cells.austria, 2020) == 2


def test_an_event_that_stands_nowhere_is_seen_among_all(cells: _Cells) -> None:
    event = cells.add(cells.graz, "без места")
    cells.add(cells.graz, "в Грац")
    (link,) = events.load(cells.register, [event])[event].links
    row = cells.register.read(rows.load, "event_link", [link.id])[link.id]
    gone = ChangeSet(OperationKind.EDIT, (Change("event_link", link.id, row, None),), "event", "")
    cells.register.apply(gone)
    assert cells.texts() == ["в Грац", "без места"]
    assert cells.texts(cells.europe) == ["в Грац"]
    assert events.total(cells.register, ALL, 2020) == 2


def test_the_grid_shows_the_order_of_the_report(register_2020: Register) -> None:
    printed = register_2020.read(queries.content, year=2020).events
    assert events.ids(register_2020, ALL, 2020) == [event.id for event in printed]
    assert len(printed) == 130


def test_events_are_loaded_by_their_ids(register_2020: Register) -> None:
    loaded = events.load(register_2020, [3, 999, 1, 3])
    assert set(loaded) == {1, 3}
    assert loaded[1].date.text == "20-22 февраля"
    assert loaded[1].date.edtf == "2020-02-20/2020-02-22"
    assert loaded[1].kind is EventKind.VISIT
    assert loaded[1].printed is True
    assert events.load(register_2020, []) == {}
    assert len(events.load(register_2020, range(1, 131))) == 130


# --- filters --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Cells]:
    """Return a year's events that differ in everything; tests ask and write nothing."""
    path = tmp_path_factory.mktemp("year") / "r.partners"
    register = Register.create(path, author="Анна")
    cells = _Cells(register)
    cells.add(cells.graz, VISIT, "20-22 февраля", kind=EventKind.VISIT)
    cells.add(cells.graz, RECEPTION, "29 декабря – 4 января", format=EventFormat.VIDEO)
    cells.add(cells.linz, TREE, "В течение года", printed=False)
    cells.add(cells.chile, SHOW, "когда-нибудь_потом")
    cells.add(cells.austria, CONCERT, "Март")
    cells.add(cells.graz, "Визит год назад", year=2019)
    yield cells
    register.close()


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("февраль", {VISIT, TREE}),
        ("22 февраля", {VISIT, TREE}),
        ("23.02.2020", {TREE}),
        ("январь 2021", {RECEPTION}),
        ("март", {CONCERT, TREE}),
        ("2020", {VISIT, RECEPTION, TREE, CONCERT}),
        ("2019", set()),
        ("20-22", {VISIT}),
        ("март ", {CONCERT, TREE}),
        ("КОГДА", {SHOW}),
        ("когда", {SHOW}),
        ("_", {SHOW}),
        ("%", set()),
        ("", EVERY),
    ],
)
def test_a_date_asks_for_what_touches_it(date: str, expected: set[str], year: _Cells) -> None:
    assert set(year.texts(where=EventFilter(date=date))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("визит", {VISIT}),
        ("делег ВИЗ", {VISIT}),
        ("елка", {TREE}),
        ("ЁЛК", {TREE}),
        ("изит", set()),
        ("100%", {SHOW}),
        ("февраля", set()),  # the date is not what an event is called by
        ("в", {VISIT, RECEPTION, SHOW}),
        ("!?", EVERY),  # no word, no question
    ],
)
def test_a_text_asks_for_the_beginnings_of_words(
    text: str, expected: set[str], year: _Cells
) -> None:
    assert set(year.texts(where=EventFilter(text=text))) == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (EventFilter(kind=EventKind.VISIT), {VISIT}),
        (EventFilter(kind=EventKind.OTHER), set()),
        (EventFilter(format=EventFormat.VIDEO), {RECEPTION}),
        (EventFilter(printed=False), {TREE}),
        (EventFilter(partner="грац"), {VISIT, RECEPTION}),
        (EventFilter(partner="г. Линц"), {TREE}),
        (EventFilter(partner="австр"), {VISIT, RECEPTION, TREE, CONCERT}),
        (EventFilter(partner="Австрия Линц"), {TREE}),
        (EventFilter(partner="%"), EVERY),  # no word, no question
        (EventFilter(partner="грац", text="приём", format=EventFormat.VIDEO), {RECEPTION}),
        (EventFilter(partner="грац", text="приём", format=EventFormat.MIXED), set()),
    ],
)
def test_a_filter_asks_for_all_that_it_names(
    where: EventFilter, expected: set[str], year: _Cells
) -> None:
    assert set(year.texts(where=where)) == expected


def test_a_filter_stays_inside_the_scope_and_the_year(year: _Cells) -> None:
    assert year.texts(year.graz, where=EventFilter(text="визит")) == [VISIT]
    assert year.texts(year.linz, where=EventFilter(text="визит")) == []
    assert year.texts(where=EventFilter(text="визит"), year=2019) == ["Визит год назад"]


def test_a_text_of_many_words_can_be_asked_for(register_2020: Register) -> None:
    longest = max(
        events.load(register_2020, range(1, 131)).values(), key=lambda item: len(item.text)
    )
    found = events.ids(register_2020, ALL, 2020, EventFilter(text=longest.text))
    assert found == [longest.id]


# --- orders ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "up", "down"),
    [
        (
            EventOrder.DATE,
            [TREE, VISIT, CONCERT, RECEPTION, SHOW],
            [RECEPTION, CONCERT, VISIT, TREE, SHOW],
        ),
        (
            EventOrder.TEXT,
            [VISIT, SHOW, TREE, CONCERT, RECEPTION],
            [RECEPTION, CONCERT, TREE, SHOW, VISIT],
        ),
        (
            EventOrder.REPORT,
            [CONCERT, VISIT, RECEPTION, TREE, SHOW],
            [SHOW, TREE, RECEPTION, VISIT, CONCERT],
        ),
    ],
)
def test_events_are_sorted_by_a_column_what_has_no_value_last(
    order: EventOrder, up: list[str], down: list[str], year: _Cells
) -> None:
    assert year.texts(order=order) == up
    assert year.texts(order=order, descending=True) == down


def test_equal_values_stay_in_the_order_of_the_report(year: _Cells) -> None:
    report = year.texts()
    by_kind = year.texts(order=EventOrder.KIND)
    assert by_kind == [VISIT, *(text for text in report if text != VISIT)]
    assert year.texts(order=EventOrder.KIND, descending=True) == by_kind
    by_format = year.texts(order=EventOrder.FORMAT)
    assert by_format == [RECEPTION, *(text for text in report if text != RECEPTION)]
    hidden = [text for text in report if text == TREE]
    shown = [text for text in report if text != TREE]
    assert year.texts(order=EventOrder.PRINTED) == hidden + shown
    assert year.texts(order=EventOrder.PRINTED, descending=True) == shown + hidden


# --- adding ---------------------------------------------------------------------------------------


def test_a_new_event_stands_at_the_end_of_its_cell_or_behind_another(cells: _Cells) -> None:
    first = cells.add(cells.graz, "первый")
    last = cells.add(cells.graz, "последний")
    middle = cells.add(cells.graz, "средний", after=first)
    assert cells.texts(cells.graz) == ["первый", "средний", "последний"]
    cells.add(cells.graz, "за последним", after=last)
    cells.add(cells.graz, "ещё один", after=cells.add(cells.linz, "чужой"))
    assert cells.texts(cells.graz) == [
        "первый",
        "средний",
        "последний",
        "за последним",
        "ещё один",
    ]
    event = events.load(cells.register, [middle])[middle]
    assert (event.report_year, event.printed, event.kind) == (2020, True, None)
    assert [(link.partner_id, link.country_id) for link in event.links] == [(cells.graz_id, None)]


def test_many_events_behind_the_same_one_stand_newest_first(cells: _Cells) -> None:
    first = cells.add(cells.graz, "первый")
    cells.add(cells.graz, "последний")
    cells.add(cells.graz, "другого года", year=2019)
    for number in range(30):
        cells.add(cells.graz, str(number), after=first)
    assert cells.texts(cells.graz) == [
        "первый",
        *(str(number) for number in reversed(range(30))),
        "последний",
    ]
    assert cells.texts(cells.graz, year=2019) == ["другого года"]
    printed = cells.register.read(queries.content, year=2020).events
    assert [event.text for event in printed] == cells.texts()
    for _ in range(30):
        cells.register.undo()
    assert cells.texts(cells.graz) == ["первый", "последний"]


def test_each_behind_the_one_before_keeps_the_order_of_typing(cells: _Cells) -> None:
    behind = cells.add(cells.graz, "начало")
    cells.add(cells.graz, "конец")
    for number in range(30):
        behind = cells.add(cells.graz, str(number), after=behind)
    assert cells.texts(cells.graz) == ["начало", *map(str, range(30)), "конец"]


def test_an_event_of_a_country_stands_in_no_partners_cell(cells: _Cells) -> None:
    event = cells.add(cells.austria, "в страну")
    (link,) = events.load(cells.register, [event])[event].links
    assert (link.partner_id, link.country_id) == (None, cells.austria_id)
    assert cells.texts(cells.graz) == []


@pytest.mark.parametrize("scope", [ALL, Scope(ScopeKind.REGION, 1), Scope(ScopeKind.PARTNER)])
def test_an_event_is_added_to_a_cell_only(scope: Scope, cells: _Cells) -> None:
    event = cells.add(cells.graz)
    with pytest.raises(ValueError, match="cell"):
        events.add(cells.register, scope, 2020)
    with pytest.raises(ValueError, match="cell"):
        events.move(cells.register, event, scope, 1)


# --- editing --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "приём\nво второй строке"),
        ("kind", EventKind.RECEPTION),
        ("kind", None),
        ("format", EventFormat.MIXED),
        ("printed", False),
        ("participants", "Комитет"),
        ("responsible", "отдел"),
        ("source", "письмо"),
        ("remark", "проверить"),
        ("report_year", 2021),
    ],
)
def test_each_field_can_be_set_and_undone(
    field: str, value: str | int | bool | None, register_2020: Register
) -> None:
    before = events.load(register_2020, [1])[1]
    written = events.set_field(register_2020, 1, field, value)
    assert [set(change.after or ()) for change in written.changes] == [{field}]
    assert getattr(events.load(register_2020, [1])[1], field) == value
    assert not events.set_field(register_2020, 1, field, value), "an equal value is no step"
    register_2020.undo()
    assert events.load(register_2020, [1])[1] == before


def test_a_value_of_a_closed_list_may_come_as_its_text(register_2020: Register) -> None:
    events.set_field(register_2020, 1, "kind", "concert")
    assert events.load(register_2020, [1])[1].kind is EventKind.CONCERT
    with pytest.raises(ValueError, match=r"event\.kind cannot hold"):
        events.set_field(register_2020, 1, "kind", "picnic")
    assert events.load(register_2020, [1])[1].kind is EventKind.CONCERT


def test_a_date_is_kept_as_it_was_typed(register_2020: Register) -> None:
    for text, edtf in (("3 марта", "2020-03-03"), ("когда-нибудь", None), ("", None)):
        events.set_field(register_2020, 1, "date", text)
        date = events.load(register_2020, [1])[1].date
        assert (date.text, date.edtf) == (text, edtf)


@pytest.mark.parametrize("field", ["uuid", "id", "date_text_", "links", "text_key", "created_at"])
def test_what_is_no_field_of_an_event_cannot_be_set(field: str, register_2020: Register) -> None:
    with pytest.raises(ValueError, match=field):
        events.set_field(register_2020, 1, field, "x")


def test_an_event_that_is_gone_is_missing(register: Register) -> None:
    acts: list[Callable[[], object]] = [
        lambda: events.set_field(register, 1, "text", "x"),
        lambda: events.delete(register, [1]),
        lambda: events.move(register, 1, Scope(ScopeKind.PARTNER, 1), 1),
    ]
    for act in acts:
        with pytest.raises(RecordMissing) as caught:
            act()
        assert (caught.value.table, caught.value.row_id) == ("event", 1)


def test_the_history_calls_an_event_by_its_text(cells: _Cells) -> None:
    event = cells.add(cells.graz, "", "3 марта")
    events.set_field(cells.register, event, "text", "длинный визит " * 20)
    events.set_field(cells.register, event, "remark", "x")
    newest, *older = [step.label for step in cells.register.history(limit=3)]
    assert older == ["3 марта", "3 марта"]
    assert newest.startswith("длинный визит")
    assert newest.endswith(" длинный…")
    assert len(newest) <= 81


# --- deleting -------------------------------------------------------------------------------------


def test_several_events_go_in_one_step(register_2020: Register) -> None:
    before = register_2020.read(content_digest)
    written = events.delete(register_2020, [5, 3, 4, 3])
    assert written.ids("event") == {3, 4, 5}
    assert (written.kind, written.label) == (OperationKind.DELETE, "3")
    assert register_2020.counts().events == 127
    register_2020.undo()
    assert register_2020.read(content_digest) == before
    assert not events.delete(register_2020, [])


def test_if_one_of_several_is_gone_none_is_deleted(register_2020: Register) -> None:
    with pytest.raises(RecordMissing):
        events.delete(register_2020, [3, 999])
    assert register_2020.counts().events == 130


def test_a_deleted_event_goes_from_every_cell(cells: _Cells) -> None:
    shared = cells.add(cells.graz, "общий")
    cells.share(shared, cells.linz_id)
    written = events.delete(cells.register, [shared])
    assert len(written.ids("event_link")) == 2
    assert cells.texts() == []


# --- moving ---------------------------------------------------------------------------------------


def test_an_event_moves_in_its_cell_and_one_row_is_written(cells: _Cells) -> None:
    first, second, third = (cells.add(cells.graz, text) for text in "абв")
    cells.add(cells.graz, "другого года", year=2019)
    for event, step, expected in (
        (third, -1, ["а", "в", "б"]),
        (third, -1, ["в", "а", "б"]),
        (first, 1, ["в", "б", "а"]),
        (second, -1, ["б", "в", "а"]),
    ):
        written = events.move(cells.register, event, cells.graz, step)
        assert len(written.changes) == 1
        assert written.changes[0].table == "event_link"
        assert cells.texts(cells.graz) == expected
    assert not events.move(cells.register, second, cells.graz, -1)
    assert not events.move(cells.register, first, cells.graz, 1)
    assert cells.texts(cells.graz, year=2019) == ["другого года"]


def test_a_shared_event_moves_in_one_cell_and_stays_in_the_other(cells: _Cells) -> None:
    shared = cells.add(cells.graz, "общий")
    cells.add(cells.graz, "в Грац")
    cells.add(cells.linz, "в Линц")
    cells.share(shared, cells.linz_id)
    assert cells.texts(cells.linz) == ["общий", "в Линц"]
    events.move(cells.register, shared, cells.graz, 1)
    assert cells.texts(cells.graz) == ["в Грац", "общий"]
    assert cells.texts(cells.linz) == ["общий", "в Линц"]
    with pytest.raises(RecordMissing):
        events.move(cells.register, shared, cells.chile, 1)


def test_a_cell_without_gaps_is_numbered_anew(cells: _Cells) -> None:
    made = [cells.add(cells.graz, str(number)) for number in range(4)]
    links = [events.load(cells.register, [event])[event].links[0] for event in made]
    squeezed = tuple(
        Change("event_link", link.id, {"position": link.position}, {"position": 1})
        for link in links
    )
    cells.register.apply(ChangeSet(OperationKind.EDIT, squeezed, "event", ""))
    assert cells.texts(cells.graz) == ["0", "1", "2", "3"], "the older row stands first"
    events.move(cells.register, made[3], cells.graz, -1)
    assert cells.texts(cells.graz) == ["0", "1", "3", "2"]
    events.move(cells.register, made[0], cells.graz, 1)
    assert cells.texts(cells.graz) == ["1", "0", "3", "2"]
