"""Many cells and many rows in one step: what pasting, clearing and filling stand on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from partners_app.domain.errors import RecordMissing
from partners_app.domain.vocabulary import EventKind, OperationKind
from partners_app.services import events
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.texts.operations import operation_text
from tests.ui.event_registers import OSAKA, TURKU, YEAR, make, scope_of


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Register]:
    register = make(tmp_path)
    yield register
    register.close()


def turku(register: Register) -> Scope:
    return scope_of(register, "г. Турку")


def texts(register: Register, scope: Scope) -> list[str]:
    ids = events.ids(register, scope, YEAR)
    found = events.load(register, ids)
    return [found[event_id].text for event_id in ids]


def test_a_block_of_cells_is_one_step(small: Register) -> None:
    ids = events.ids(small, turku(small), YEAR)
    done = events.set_fields(
        small,
        [
            (ids[0], "text", "визит"),
            (ids[0], "date", "1 марта"),
            (ids[1], "kind", "visit"),
            (ids[2], "printed", False),
        ],
    )
    found = events.load(small, ids)
    assert (found[ids[0]].text, found[ids[0]].date.text) == ("визит", "1 марта")
    assert found[ids[1]].kind is EventKind.VISIT
    assert not found[ids[2]].printed
    assert done.ids("event") == set(ids[:3])
    step = small.history()[0]
    assert (step.kind, step.label) == (OperationKind.EDIT, "3")
    assert operation_text(step) == "edit of events: 3"
    small.undo()
    assert texts(small, turku(small)) == [text for _, text in TURKU]


def test_one_event_gives_the_step_its_name_and_equal_values_write_nothing(small: Register) -> None:
    first = events.ids(small, turku(small), YEAR)[0]
    assert not events.set_fields(small, [(first, "text", TURKU[0][1]), (first, "remark", "")])
    assert not events.set_fields(small, [])
    events.set_fields(small, [(first, "remark", "уточнить"), (first, "source", "письмо")])
    assert small.history()[0].label.startswith("встреча представителей")


def test_refused_values_are_told_and_not_written(small: Register) -> None:
    first = events.ids(small, turku(small), YEAR)[0]
    cells: list[events.Cell] = [
        (first, "kind", "parade"),
        (first, "printed", "да"),
        (first, "text", "нуль\0внутри"),
        (first, "date", "какой-то день"),
    ]
    assert events.refused(cells) == cells[:3]
    events.set_fields(small, cells)
    event = events.load(small, [first])[first]
    assert event.kind is EventKind.MEETING
    assert event.printed
    assert event.text == TURKU[0][1]
    assert event.date.text == "какой-то день"
    with pytest.raises(ValueError, match="colour"):
        events.set_fields(small, [(first, "colour", "red")])


def test_an_event_that_is_gone_writes_nothing_of_the_block(small: Register) -> None:
    first, second, *_ = events.ids(small, turku(small), YEAR)
    events.delete(small, [second])
    with pytest.raises(RecordMissing):
        events.set_fields(small, [(first, "text", "новое"), (second, "text", "новое")])
    assert events.load(small, [first])[first].text == TURKU[0][1]


def test_rows_are_added_in_order_behind_a_row_in_one_step(small: Register) -> None:
    scope = turku(small)
    second = events.ids(small, scope, YEAR)[1]
    new = [{"date": f"{day} марта", "text": f"событие {day}"} for day in range(1, 6)]
    done = events.add_many(small, scope, YEAR, new, after=second)
    assert len(done.ids("event")) == 5
    assert texts(small, scope)[1:8] == [
        TURKU[1][1],
        *(f"событие {day}" for day in range(1, 6)),
        TURKU[2][1],
    ]
    assert operation_text(small.history()[0]) == "addition of events: 5"
    small.undo()
    assert texts(small, scope) == [text for _, text in TURKU]


@pytest.mark.parametrize("count", [1023, 1024, 2500])
def test_room_is_made_when_there_are_not_numbers_enough(small: Register, count: int) -> None:
    scope = turku(small)
    first = events.ids(small, scope, YEAR)[0]
    new = [{"text": str(number)} for number in range(count)]
    events.add_many(small, scope, YEAR, new, after=first)
    rest = [text for _, text in TURKU[1:]]
    assert texts(small, scope) == [TURKU[0][1], *map(str, range(count)), *rest]


def test_rows_and_cells_are_one_step_and_refused_values_stay_empty(small: Register) -> None:
    scope = scope_of(small, "г. Осака")
    only = events.ids(small, scope, YEAR)[0]
    events.add_many(
        small,
        scope,
        YEAR,
        [{"text": "новое", "kind": "parade", "printed": False}],
        cells=[(only, "remark", "вставлено")],
    )
    ids = events.ids(small, scope, YEAR)
    found = events.load(small, ids)
    assert [found[event_id].text for event_id in ids] == [OSAKA[0][1], "новое"]
    assert found[ids[0]].remark == "вставлено"
    assert found[ids[1]].kind is None
    assert not found[ids[1]].printed
    assert len(small.history()) == 2
    small.undo()
    assert events.ids(small, scope, YEAR) == [only]
    assert events.load(small, [only])[only].remark == ""
