"""Everything of a large register: rows come in portions, and nobody can tell."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import RegisterLocked
from partners_app.services import events
from partners_app.services.catalogue import Scope
from partners_app.services.events import EventFilter, EventOrder
from partners_app.services.register import Register
from partners_app.storage import report_order
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.item_models.event_pages import PAGE
from partners_app.ui.item_models.events import EventsModel
from partners_app.ui.open_register import OpenRegister
from tests.ui.event_registers import YEAR, make, scope_of

MANY = 300
LAST = MANY  # г. Осака has one event more, behind those of г. Турку


@pytest.fixture
def opened(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenRegister]:
    monkeypatch.setattr(report_order, "_SHORT", 50)
    many = [("3 марта", f"визит {number}") for number in range(MANY)]
    opened = OpenRegister(make(tmp_path, many), YEAR)
    yield opened
    opened.close()


@pytest.fixture
def model(qtbot: QtBot, opened: OpenRegister) -> EventsModel:
    """Everything, under the eyes of Qt's tester."""
    model = EventsModel()
    model.show(opened, Scope())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


@pytest.fixture
def whole_reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of ids of each list that was read whole."""
    counts: list[int] = []
    read = events.ids

    def counted(*args: object, **named: object) -> list[int]:
        found = read(*args, **named)  # type: ignore[arg-type]
        counts.append(len(found))
        return found

    monkeypatch.setattr(events, "ids", counted)
    return counts


def text(model: EventsModel, row: int) -> str:
    return str(model.index(row, Column.TEXT).data())


def all_ids(model: EventsModel) -> list[int]:
    return [model.id_at(row) for row in range(model.rowCount())]


def expected(opened: OpenRegister) -> list[int]:
    return opened.register.read(report_order.everything, YEAR)


def test_everything_opens_with_its_first_rows_and_its_number(
    opened: OpenRegister, qtbot: QtBot, whole_reads: list[int]
) -> None:
    model = EventsModel()
    model.show(opened, Scope())
    assert (model.rowCount(), model.total) == (MANY + 1, MANY + 1)
    assert text(model, 0) == "визит 0"
    assert text(model, 2 * PAGE) == f"визит {2 * PAGE}"
    assert whole_reads == []
    assert text(model, LAST).startswith("семинар")
    assert text(model, MANY - 1) == f"визит {MANY - 1}"
    assert whole_reads == [MANY + 1]
    assert all_ids(model) == expected(opened)


def test_all_ids_are_read_once_until_rows_come_or_go(
    opened: OpenRegister, model: EventsModel, whole_reads: list[int]
) -> None:
    turku = scope_of(opened.register, "г. Турку")
    for _ in range(2):
        model.show(opened, Scope())
        assert text(model, 250) == "визит 250"
        model.show(opened, turku)
    assert whole_reads.count(MANY + 1) == 1
    opened.do(events.add, turku, YEAR, text="новое")
    model.show(opened, Scope())
    assert all_ids(model) == expected(opened)
    other = Register.open(opened.register.path, author="Другой")
    events.add(other, turku, YEAR, text="чужое")
    events.delete(other, [model.id_at(250)])
    other.close()
    model.forget()
    model.show(opened, Scope())
    assert all_ids(model) == expected(opened)


def test_an_event_far_down_is_found_at_its_row(opened: OpenRegister, model: EventsModel) -> None:
    far = expected(opened)[250]
    assert model.row_of(far) == 250
    assert model.row_of(10**6) is None


def test_an_edit_far_down_redraws_its_row_and_an_unseen_one_reads_nothing(
    opened: OpenRegister, model: EventsModel, whole_reads: list[int]
) -> None:
    ids = expected(opened)
    changed = QSignalSpy(model.dataChanged)
    opened.do(events.set_field, ids[250], "text", "приём")
    assert changed.count() == 0
    assert whole_reads == []
    assert text(model, 250) == "приём"
    opened.do(events.set_field, ids[250], "text", "концерт")
    assert text(model, 250) == "концерт"
    assert [changed.at(i)[0].row() for i in range(changed.count())] == [250]


def test_what_comes_and_goes_before_the_others_are_read_keeps_every_row_in_its_place(
    opened: OpenRegister, model: EventsModel
) -> None:
    turku = scope_of(opened.register, "г. Турку")
    held = QPersistentModelIndex(model.index(100, Column.TEXT))
    ids = expected(opened)
    done = opened.do(events.add, turku, YEAR, text="новое", after=ids[10])
    assert done is not None
    assert (model.rowCount(), held.row(), held.data()) == (MANY + 2, 101, "визит 100")
    assert all_ids(model) == expected(opened)


@pytest.mark.parametrize("row", [3, 250, LAST])
def test_deleting_and_taking_it_back_tells_the_views_the_truth(
    opened: OpenRegister, model: EventsModel, row: int
) -> None:
    held = QPersistentModelIndex(model.index(100, Column.TEXT))
    ids = expected(opened)
    opened.do(events.delete, [ids[row]])
    assert (model.rowCount(), model.total) == (MANY, MANY)
    assert held.data() == "визит 100"
    assert all_ids(model) == expected(opened) == [each for each in ids if each != ids[row]]
    model.show(opened, Scope())
    opened.undo()
    assert all_ids(model) == expected(opened) == ids


def test_moving_an_event_out_of_the_first_rows_moves_its_row(
    opened: OpenRegister, model: EventsModel
) -> None:
    ids = expected(opened)
    held = QPersistentModelIndex(model.index(4, Column.TEXT))
    opened.do(events.move, ids[4], scope_of(opened.register, "г. Турку"), 1)
    assert held.row() == 5
    opened.do(events.set_field, ids[0], "report_year", YEAR + 1)
    assert held.row() == 4
    assert all_ids(model) == expected(opened)
    opened.undo()
    opened.undo()
    assert all_ids(model) == ids


def test_a_filter_or_a_sorting_put_on_far_down_has_its_own_rows(
    opened: OpenRegister, model: EventsModel
) -> None:
    assert text(model, 250) == "визит 250"
    model.show(opened, Scope(), EventFilter(text="семинар"))
    assert (model.rowCount(), model.total) == (1, MANY + 1)
    model.show(opened, Scope(), order=EventOrder.TEXT)
    assert (model.rowCount(), text(model, 0)[:7]) == (MANY + 1, "визит 0")
    assert text(model, LAST).startswith("семинар")


def test_what_another_process_writes_empties_a_row_until_it_is_noticed(
    opened: OpenRegister, model: EventsModel
) -> None:
    ids = expected(opened)
    other = Register.open(opened.register.path, author="Другой")
    events.delete(other, [ids[200], ids[201]])
    other.close()
    assert model.rowCount() == MANY + 1
    assert all_ids(model)[:200] == ids[:200]
    assert [model.event_at(row) for row in (LAST - 1, LAST)] == [None, None]
    assert text(model, 200) == "визит 202"
    model.forget()
    model.show(opened, Scope())
    assert all_ids(model) == expected(opened)


def test_rows_stay_empty_and_the_window_says_why_when_they_cannot_be_read(
    opened: OpenRegister, model: EventsModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    opened.failed.connect(said.append)

    def locked(*_: object, **__: object) -> Sequence[int]:
        raise RegisterLocked(opened.register.path)

    with monkeypatch.context() as patched:
        patched.setattr(events, "ids", locked)
        assert model.index(250, Column.TEXT).data() is None
    assert len(said) == 1
    model.show(opened, Scope())
    assert text(model, 250) == "визит 250"
