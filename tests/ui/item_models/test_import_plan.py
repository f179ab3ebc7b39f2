"""The list of an import: what is shown in which order, what is ticked, what needs what."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from partners_app.domain.import_plan import Outcome
from partners_app.ui.item_models.import_plan import Column, ImportPlanModel, Role
from tests.ui.import_plans import entry, mixed_plan, plan_of


@pytest.fixture
def model(qtbot: QtBot) -> ImportPlanModel:
    made = ImportPlanModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_plan(*mixed_plan())
    return made


def keys(model: ImportPlanModel) -> list[str]:
    found = (model.entry_at(row) for row in range(model.rowCount()))
    return [each.key for each in found if each is not None]


def row(model: ImportPlanModel, key: str) -> int:
    found = model.row_of(key)
    assert found is not None
    return found


def test_what_is_to_be_looked_at_comes_first_in_the_order_of_the_file(
    model: ImportPlanModel,
) -> None:
    expected = ["changed", "partner", "new", "alike", "both", "refused", "gone", "same"]
    assert keys(model) == expected


def test_only_what_is_new_or_changed_is_ticked_at_first(model: ImportPlanModel) -> None:
    assert model.ticked() == {"changed", "partner", "new"}
    assert not model.is_touched()
    boxes = {
        key: model.index(row(model, key), Column.TICK).data(Qt.ItemDataRole.CheckStateRole)
        for key in keys(model)
    }
    assert boxes["gone"] == boxes["alike"] == boxes["both"] == Qt.CheckState.Unchecked
    assert boxes["same"] is None and boxes["refused"] is None


def test_filter_and_words_leave_rows_and_their_ticks(model: ImportPlanModel) -> None:
    model.set_filter(Outcome.NEW, "")
    assert keys(model) == ["partner", "new"]
    model.set_filter(None, "ЕЛКА турку")
    assert keys(model) == ["new"]
    assert model.ticked() == {"changed", "partner", "new"}
    assert model.counts()[Outcome.NEW] == 2
    model.set_filter(None, "крокодил")
    assert keys(model) == []
    assert model.tick_of_shown() is None


def test_what_belongs_to_a_record_left_out_is_not_written_and_says_so(
    model: ImportPlanModel,
) -> None:
    model.set_ticks([row(model, "partner")], False)
    assert model.ticked() == {"changed"}
    index = model.index(row(model, "new"), Column.TEXT)
    assert "Пори" in index.data(Role.REASON)
    model.set_ticks([row(model, "new")], False)
    model.set_ticks([row(model, "new")], True)
    assert model.ticked() == {"changed", "partner", "new"}, "a tick takes the partner with it"
    assert index.data(Role.REASON) == ""


def test_ticks_by_hand_survive_another_plan(model: ImportPlanModel) -> None:
    model.set_ticks([row(model, "changed")], False)
    model.set_ticks([row(model, "both"), row(model, "refused")], True)
    assert model.is_touched()
    model.set_plan(*mixed_plan())
    assert model.ticked() == {"partner", "new", "both"}
    model.forget_ticks()
    model.set_plan(*mixed_plan())
    assert model.ticked() == {"changed", "partner", "new"}


def test_a_tick_of_what_looks_like_a_record_says_that_it_is_another(
    qtbot: QtBot, model: ImportPlanModel
) -> None:
    index = model.index(row(model, "alike"), Column.TICK)
    with qtbot.waitSignal(model.new_records_wanted) as asked:
        model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert asked.args == [["alike"]]
    with qtbot.assertNotEmitted(model.new_records_wanted):
        model.set_ticks(range(model.rowCount()), True)


def test_the_box_of_all_shows_what_the_filter_leaves(model: ImportPlanModel) -> None:
    assert model.tick_of_shown() is Qt.CheckState.Checked
    model.set_ticks([row(model, "changed")], False)
    assert model.tick_of_shown() is Qt.CheckState.PartiallyChecked
    model.set_filter(Outcome.NEW, "")
    assert model.tick_of_shown() is Qt.CheckState.Checked
    model.set_filter(Outcome.DELETED, "")
    assert model.tick_of_shown() is Qt.CheckState.Unchecked
    model.set_filter(None, "")
    model.tick_shown(True)
    assert model.ticked() == {"changed", "partner", "new"}, "no deletion by a click on all"


def test_a_screen_reader_hears_the_outcome_the_tick_and_both_texts(
    model: ImportPlanModel,
) -> None:
    place = row(model, "changed")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(place, Column.TICK).data(role) == "Will change, ticked"
    spoken = model.index(place, Column.TEXT).data(role)
    assert "was: 3 марта – везит" in spoken
    assert "becomes: 3 марта – визит" in spoken
    assert "kind: Visit → Reception" in spoken
    assert model.index(place, Column.CELL).data() == "D5"
    assert model.index(place, Column.PARTNER).data() == "г. Турку"


def test_ten_thousand_rows_are_filtered_and_ticked(qtbot: QtBot) -> None:
    model = ImportPlanModel()
    made, lines = plan_of(
        *(entry(str(n), Outcome.NEW, row=n, label=f"{n} – визит") for n in range(10_000))
    )
    model.set_plan(made, lines)
    model.set_ticks(range(model.rowCount()), False)
    assert not model.ticked()
    model.set_filter(None, "9999")
    assert keys(model) == ["9999"]
