"""The rows of an import under a clerk's hands: heights that fit, Space, the box of all."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.domain.import_plan import Outcome
from partners_app.ui import theme
from partners_app.ui.item_models.import_plan import Column, ImportPlanModel
from partners_app.ui.widgets.import_delegate import ImportDelegate, box_rect, marked_line
from partners_app.ui.widgets.import_list import ImportList
from partners_app.ui.widgets.painting import MarkTone, block
from tests.ui.clerk import press
from tests.ui.import_plans import LONG, entry, line, mixed_plan, plan_of

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def model(qtbot: QtBot) -> ImportPlanModel:
    made = ImportPlanModel()
    made.set_plan(*mixed_plan())
    return made


@pytest.fixture
def shown(qapp: QApplication, qtbot: QtBot, model: ImportPlanModel) -> Iterator[ImportList]:
    theme.apply(qapp, "light", 10)
    made = ImportList(model)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    assert QTest.qWaitForWindowActive(made)
    made.setFocus()
    made.go_to_row(0)
    yield made
    theme.apply(qapp, "light", 10)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("size", [10, 15])
def test_no_row_is_lower_than_its_text(
    qapp: QApplication, shown: ImportList, model: ImportPlanModel, size: int
) -> None:
    model.set_plan(
        *plan_of(
            entry("long", Outcome.NEW, label=LONG),
            entry("changed", Outcome.CHANGED, label=f"3 марта – визит {LONG}"),
            entry("refused", Outcome.REFUSED, table="", label=LONG),
        )
    )
    theme.apply(qapp, "light", size)
    for width in (800, 560):
        shown.resize(width, 500)
        settle()
        room = shown.head.sectionSize(Column.TEXT) - theme.length(6)
        for row in range(model.rowCount()):
            shown.scrollTo(model.index(row, Column.TEXT))
            key = model.entry_at(row).key  # type: ignore[union-attr]
            found = model.line_of(key)
            assert found is not None
            text, marks = marked_line(found, ticked=True)
            needed = block(text, theme.body_font(), room, marks).height
            assert shown.rowHeight(row) >= needed


def test_the_columns_fill_the_list(shown: ImportList) -> None:
    for width in (900, 620):
        shown.resize(width, 400)
        settle()
        total = sum(shown.head.sectionSize(column) for column in Column)
        assert total == shown.viewport().width()


def test_of_ten_thousand_rows_only_those_in_sight_are_measured(
    shown: ImportList, model: ImportPlanModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: set[int] = set()
    height = ImportDelegate.height

    def count(self: ImportDelegate, index: object, width: int) -> int:
        measured.add(index.row())  # type: ignore[attr-defined]
        return height(self, index, width)  # type: ignore[arg-type]

    monkeypatch.setattr(ImportDelegate, "height", count)
    rows = (entry(str(n), Outcome.NEW, row=n, label=f"{n} – {LONG}") for n in range(10_000))
    model.set_plan(*plan_of(*rows))
    settle()
    shown.go_to_row(9_999)
    settle()
    assert 9_999 in measured
    assert len(measured) < 200


def test_space_gives_the_selected_rows_one_tick(shown: ImportList, model: ImportPlanModel) -> None:
    press(Qt.Key.Key_Space)
    assert model.ticked() == {"partner", "new"}
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Space)
    assert model.ticked() == set()
    press(Qt.Key.Key_Space)
    assert model.ticked() == {"changed", "partner", "new"}


def test_home_and_end_go_through_the_rows(shown: ImportList) -> None:
    press(Qt.Key.Key_End)
    assert shown.current_key() == "same"
    press(Qt.Key.Key_Home)
    assert shown.current_key() == "changed"


def test_a_click_on_a_box_ticks_one_on_the_title_all(
    shown: ImportList, model: ImportPlanModel
) -> None:
    place = shown.visualRect(model.index(0, Column.TICK))
    point = box_rect(QRectF(place)).center().toPoint()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert model.ticked() == {"partner", "new"}
    first = QPoint(shown.head.sectionViewportPosition(0) + 12, shown.head.height() // 2)
    QTest.mouseClick(shown.head.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert model.ticked() == {"changed", "partner", "new"}
    QTest.mouseClick(shown.head.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert model.ticked() == set()


def test_the_menu_ticks_what_the_filter_shows(shown: ImportList, model: ImportPlanModel) -> None:
    model.set_filter(Outcome.DELETED, "")
    tick, leave_out = shown.actions()
    tick.trigger()
    assert model.ticked() == {"changed", "partner", "new", "gone"}
    leave_out.trigger()
    assert model.ticked() == {"changed", "partner", "new"}


def test_old_words_stand_struck_out_before_the_new_ones() -> None:
    text, marks = marked_line(line("28 мая – везит", "27 мая – визит"), ticked=True)
    assert text == "28 27 мая – везит визит"
    told = [(text[mark.start : mark.start + mark.length], mark.tone) for mark in marks]
    assert told == [
        ("28", MarkTone.OLD),
        ("27", MarkTone.NEW),
        ("везит", MarkTone.OLD),
        ("визит", MarkTone.NEW),
    ]


def test_what_is_deleted_is_struck_out_once_it_is_ticked() -> None:
    assert marked_line(line("визит", ""), ticked=False) == ("визит", [])
    (mark,) = marked_line(line("визит", ""), ticked=True)[1]
    assert mark.tone is MarkTone.GONE


def test_it_looks_otherwise_in_the_dark(qapp: QApplication, shown: ImportList) -> None:
    before = shown.grab().toImage()
    theme.apply(qapp, "dark", 10)
    settle()
    assert shown.grab().toImage() != before
