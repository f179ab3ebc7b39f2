"""A clerk drags agreements of a partner into another order; each drop is one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.services import agreements
from partners_app.services.register import Register
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.agreement_pane import AgreementPane
from tests.ui.mouse_drags import LEFT, MOVE, NONE, drop, take_hold
from tests.ui.sample_registers import id_named, open_sample


class Desk:
    """The pane on three papers of Турку, and hands that drag them."""

    def __init__(self, opened: OpenRegister) -> None:
        self.opened = opened
        self.partner = id_named(opened, "г. Турку")
        opened.do(agreements.add, self.partner)
        self.pane = AgreementPane()
        self.pane.set_register(opened)
        self.pane.show_partner(self.partner)
        self.list, self.model = self.pane.list, self.pane.model
        self.first, self.second, self.third = self.order()

    def order(self) -> list[int]:
        return [each.id for each in self.opened.ask(agreements.of_partner, self.partner)]

    def shown(self) -> list[int]:
        return [each.id for each in self.model.agreements()]

    def data(self, row: int) -> QMimeData:
        return self.model.mimeData([self.model.index(row)])

    def edge(self, row: int, *, below: bool = False) -> QPoint:
        """Return a point near the upper or lower edge of a row."""
        rect = self.list.visualRect(self.model.index(row))
        return QPoint(rect.center().x(), rect.bottom() - 2 if below else rect.top() + 2)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 10)
    opened = open_sample(tmp_path)
    made = Desk(opened)
    qtbot.addWidget(made.pane)
    made.pane.resize(1200, 500)
    with qtbot.waitActive(made.pane):
        made.pane.show()
        made.pane.activateWindow()
    yield made
    made.pane.set_register(None)
    opened.close()


def test_a_dropped_agreement_stands_there_in_one_step_that_wrote_one_row(desk: Desk) -> None:
    seq = desk.opened.register.change_seq()
    assert drop(desk.list, desk.data(0), desk.edge(2, below=True))
    assert desk.order() == desk.shown() == [desk.second, desk.third, desk.first]
    assert desk.pane.current_agreement() == desk.first, "it stays in the form"
    assert desk.opened.register.change_seq() == seq + 1
    undone = desk.opened.undo()
    assert undone is not None and len(undone.changes) == 1
    assert desk.shown() == [desk.first, desk.second, desk.third]
    assert drop(desk.list, desk.data(2), desk.edge(0))
    assert desk.shown() == [desk.third, desk.first, desk.second]
    assert drop(desk.list, desk.data(2), desk.edge(1))
    assert desk.shown() == [desk.third, desk.second, desk.first]


def test_what_is_typed_is_written_before_the_rows_change(desk: Desk) -> None:
    desk.pane.show_agreement(desk.second)
    desk.pane.form.remark.setPlainText("в архиве")
    drop(desk.list, desk.data(0), desk.edge(2, below=True))
    assert desk.opened.ask(agreements.of_partner, desk.partner)[0].remark == "в архиве"
    assert desk.pane.form.remark.toPlainText() == "", "the dragged one is in the form"


def test_dropped_where_it_stands_nothing_is_written(desk: Desk) -> None:
    seq = desk.opened.register.change_seq()
    drop(desk.list, desk.data(1), desk.edge(1))
    drop(desk.list, desk.data(1), desk.edge(2))
    assert desk.opened.register.change_seq() == seq


def test_only_rows_of_this_list_are_taken_and_nothing_is_dropped_onto_a_row(desk: Desk) -> None:
    strange = QMimeData()
    strange.setText("1")
    assert not drop(desk.list, strange, desk.edge(0))
    other = QMimeData()
    other.setData(desk.model.mimeTypes()[0], b"4711")
    assert not drop(desk.list, other, desk.edge(0))
    onto = desk.model.index(1)
    assert not desk.model.canDropMimeData(desk.data(0), MOVE, -1, 0, onto)
    copying = Qt.DropAction.CopyAction
    assert not desk.model.canDropMimeData(desk.data(0), copying, 0, 0, QModelIndex())


def test_the_mouse_takes_hold_of_a_row_and_shows_where_it_goes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[QDrag] = []

    def begin(drag: QDrag, *_: object) -> Qt.DropAction:
        begun.append(drag)
        assert bytes(drag.mimeData().data(desk.model.mimeTypes()[0]).data()) == b"%d" % desk.second
        assert drag.hotSpot().y() < 0, "the line under the pointer is seen over the picture"
        return MOVE

    monkeypatch.setattr(QDrag, "exec", begin)
    start = desk.list.visualRect(desk.model.index(1)).center()
    QTest.mousePress(desk.list.viewport(), LEFT, NONE, start)
    QTest.mouseMove(desk.list.viewport(), start + QPoint(0, 3))
    QTest.mouseMove(desk.list.viewport(), start + QPoint(0, 40))
    QTest.mouseRelease(desk.list.viewport(), LEFT, NONE, start + QPoint(0, 40))
    assert len(begun) == 1
    assert desk.list.showDropIndicator()


def test_nothing_is_dragged_in_a_register_for_reading(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_sample(tmp_path)
    path = opened.register.path
    opened.close()
    reading = OpenRegister(Register(path, author="Анна", read_only=True), 2020)
    pane = AgreementPane()
    qtbot.addWidget(pane)
    pane.set_register(reading)
    pane.show_partner(id_named(reading, "г. Турку"))
    pane.resize(1200, 500)
    pane.show()
    place = pane.list.visualRect(pane.model.index(1)).center()
    assert not take_hold(pane.list, place)
    pane.set_register(None)
    reading.close()
