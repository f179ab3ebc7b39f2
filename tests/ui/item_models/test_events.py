"""The rows of the grid: ids and pages, re-read only where something changed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from partners_app.domain.records import Event
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services import checking, events
from partners_app.services.catalogue import Scope
from partners_app.services.events import EventFilter, EventOrder
from partners_app.services.register import Register
from partners_app.ui.item_models.event_cells import Column, Role
from partners_app.ui.item_models.event_pages import PAGE, PAGES_KEPT, EventPages
from partners_app.ui.item_models.events import EventsModel
from partners_app.ui.open_register import OpenRegister
from tests.ui.event_registers import TURKU, YEAR, make, scope_of


@pytest.fixture
def opened(tmp_path: Path, qapp: object) -> Iterator[OpenRegister]:
    opened = OpenRegister(make(tmp_path), YEAR)
    yield opened
    opened.close()


@pytest.fixture
def model(qtbot: QtBot) -> EventsModel:
    model = EventsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def texts(model: EventsModel) -> list[str]:
    return [model.index(row, Column.TEXT).data() for row in range(model.rowCount())]


def shown(model: EventsModel, row: int, column: Column) -> str:
    return str(model.index(row, column).data())


def test_a_partner_shows_its_events_in_report_order(
    opened: OpenRegister, model: EventsModel
) -> None:
    model.show(opened, scope_of(opened.register, "г. Турку"))
    assert texts(model) == [text for _, text in TURKU]
    assert model.total == len(TURKU)
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_cell_says_the_wording_and_what_was_understood(
    opened: OpenRegister, model: EventsModel
) -> None:
    model.show(opened, scope_of(opened.register, "г. Турку"))
    dates = [model.index(row, Column.DATE) for row in range(model.rowCount())]
    assert dates[1].data() == "28 февраля - 1 марта"
    assert dates[1].data(Role.ECHO) == "28.02.2020 – 01.03.2020"
    assert dates[1].data(Role.DOUBT) == ""
    assert dates[4].data(Role.ECHO) == ""
    assert dates[4].data(Role.DOUBT)
    assert "28.02.2020" in dates[1].data(Qt.ItemDataRole.AccessibleTextRole)
    tick = model.index(0, Column.PRINTED)
    assert tick.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_a_country_a_band_and_everything_name_the_partner(
    opened: OpenRegister, model: EventsModel
) -> None:
    for name, rows in (("Финляндия", 5), ("Азия", 1)):
        model.show(opened, scope_of(opened.register, name))
        assert model.rowCount() == rows
    model.show(opened, Scope())
    assert shown(model, 0, Column.PARTNER) == "г. Турку"
    assert shown(model, 5, Column.PARTNER) == "г. Осака"


def test_an_edit_re_reads_its_own_row_only_and_leaves_it_in_place(
    opened: OpenRegister, model: EventsModel
) -> None:
    turku = scope_of(opened.register, "г. Турку")
    model.show(opened, turku, EventFilter(text="встреча"), EventOrder.DATE, True)
    assert [row[:10] for row in texts(model)] == ["встреча ру", "встреча пр"]
    changed = QSignalSpy(model.dataChanged)
    reset = QSignalSpy(model.modelReset)
    edited = model.id_at(0)
    opened.do(events.set_field, edited, "text", "приём")
    opened.do(events.set_field, edited, "date", "1 января")
    assert texts(model)[0] == "приём"
    assert shown(model, 0, Column.DATE) == "1 января"
    rows = {(changed.at(i)[0].row(), changed.at(i)[1].row()) for i in range(changed.count())}
    assert rows == {(0, 0)}
    assert reset.count() == 0
    model.show(opened, turku, EventFilter(text="встреча"))
    assert model.rowCount() == 1


def test_undo_of_a_deletion_puts_the_row_back_where_it_was(
    opened: OpenRegister, model: EventsModel
) -> None:
    model.show(opened, scope_of(opened.register, "г. Турку"))
    before = texts(model)
    opened.do(events.delete, [model.id_at(1), model.id_at(2)])
    assert texts(model) == [before[0], before[3], before[4]]
    assert model.total == 3
    opened.undo()
    assert texts(model) == before
    assert model.total == 5


def test_a_new_event_is_seen_although_the_filter_would_hide_it(
    opened: OpenRegister, model: EventsModel
) -> None:
    turku = scope_of(opened.register, "г. Турку")
    model.show(opened, turku, EventFilter(kind=EventKind.MEETING))
    counts = QSignalSpy(model.counts_changed)
    opened.do(events.add, turku, YEAR, date_text="5 мая", text="концерт")
    assert texts(model)[-1] == "концерт"
    assert (model.rowCount(), model.total) == (3, 6)
    assert counts.count() == 1


def test_moving_an_event_moves_its_row_and_keeps_it_found_by_its_index(
    opened: OpenRegister, model: EventsModel
) -> None:
    turku = scope_of(opened.register, "г. Турку")
    model.show(opened, turku)
    second = model.index(1, Column.TEXT)
    held = [second.data(), model.id_at(1)]
    kept = QPersistentModelIndex(second)
    opened.do(events.move, model.id_at(1), turku, 1)
    assert kept.row() == 2
    assert [kept.data(), kept.data(Role.ID)] == held


def test_what_happens_elsewhere_leaves_the_rows_alone(
    opened: OpenRegister, model: EventsModel
) -> None:
    model.show(opened, scope_of(opened.register, "г. Турку"))
    before = texts(model)
    opened.do(events.add, scope_of(opened.register, "г. Осака"), YEAR, text="форум")
    assert texts(model) == before
    assert model.total == 5


def test_another_year_and_no_register_have_no_rows(
    opened: OpenRegister, model: EventsModel
) -> None:
    model.show(opened, Scope())
    opened.set_year(2021)
    model.show(opened, Scope())
    assert model.rowCount() == 0
    model.show(None, Scope())
    assert (model.rowCount(), model.year, model.total) == (0, 0, 0)
    assert model.data(QModelIndex()) is None


def test_cells_of_a_read_only_register_cannot_be_edited(
    opened: OpenRegister, model: EventsModel
) -> None:
    model.show(opened, Scope())
    assert model.index(0, Column.TEXT).flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.index(0, Column.PARTNER).flags() & Qt.ItemFlag.ItemIsEditable
    opened.register.read_only = True
    assert not model.index(0, Column.TEXT).flags() & Qt.ItemFlag.ItemIsEditable


def test_pages_read_a_hundred_neighbours_at_once_and_forget_the_oldest() -> None:
    asked: list[list[int]] = []

    def load(ids: Sequence[int]) -> dict[int, Event]:
        asked.append(list(ids))
        return {}

    ids = list(range(1000, 1000 + PAGE * (PAGES_KEPT + 2)))
    pages = EventPages(load)
    for row in range(PAGE):
        pages.get(ids, row)
    assert asked == [ids[:PAGE]]
    for page in range(1, PAGES_KEPT + 2):
        pages.get(ids, page * PAGE)
    pages.get(ids, 0)
    assert len(asked) == PAGES_KEPT + 3
    pages.forget([ids[0]])
    pages.get(ids, 0)
    assert asked[-1] == [ids[0]]


def test_only_seen_pages_of_a_long_list_are_read(
    tmp_path: Path, model: EventsModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [("3 марта", f"визит {number}") for number in range(1000)]
    opened = OpenRegister(make(tmp_path, many), YEAR)
    loads: list[int] = []
    load = events.load

    def counted(register: Register, ids: Sequence[int]) -> dict[int, Event]:
        loads.append(len(ids))
        return load(register, ids)

    monkeypatch.setattr(events, "load", counted)
    fresh = EventsModel()
    fresh.show(opened, scope_of(opened.register, "г. Турку"))
    assert fresh.rowCount() == 1000
    assert loads == []
    fresh.index(500, Column.TEXT).data()
    fresh.index(501, Column.DATE).data()
    assert loads == [PAGE]
    fresh.show(None, Scope())
    opened.close()


def test_kinds_and_formats_are_words(opened: OpenRegister, model: EventsModel) -> None:
    model.show(opened, scope_of(opened.register, "г. Турку"))
    assert shown(model, 0, Column.KIND)
    assert model.index(2, Column.FORMAT).data(Qt.ItemDataRole.EditRole) == EventFormat.VIDEO
    assert shown(model, 4, Column.KIND) == ""


def test_what_a_check_found_stands_in_the_row_that_it_is_about(
    opened: OpenRegister, model: EventsModel
) -> None:
    turku = scope_of(opened.register, "г. Турку")
    model.show(opened, turku)
    opened.do(events.set_field, model.id_at(0), "text", "форум «Вода")
    opened.do(events.set_field, model.id_at(1), "date", "5 мая 2019 г.")
    assert model.index(0, Column.TEXT).data(Role.DOUBT) == ""
    model.set_findings(checking.check(opened.register, YEAR))
    assert model.index(0, Column.TEXT).data(Role.DOUBT)
    assert model.index(0, Column.DATE).data(Role.DOUBT) == ""
    assert model.index(1, Column.DATE).data(Role.DOUBT)
    assert model.index(1, Column.TEXT).data(Role.DOUBT) == ""
    changed = QSignalSpy(model.dataChanged)
    model.set_findings(checking.check(opened.register, YEAR))
    assert changed.count() == 0
    model.set_findings([])
    assert model.index(0, Column.TEXT).data(Role.DOUBT) == ""


def test_the_total_follows_additions_under_a_filter(
    opened: OpenRegister, model: EventsModel
) -> None:
    turku = scope_of(opened.register, "г. Турку")
    video = EventFilter(format=EventFormat.VIDEO)
    model.show(opened, turku, video)
    assert (model.rowCount(), model.total) == (1, 5)
    opened.do(events.add, turku, YEAR, text="форум")
    model.show(opened, turku, video)
    assert (model.rowCount(), model.total) == (1, 6)
    events.add(opened.register, turku, YEAR, text="кто-то другой")
    model.forget()
    model.show(opened, turku, video)
    assert (model.rowCount(), model.total) == (1, 7)
