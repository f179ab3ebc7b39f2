"""The acts of a partner: their list, what can be done with a row, and what is shown of none."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from partners_app.services import agreements, catalogue
from partners_app.services.register import Register
from partners_app.ui.item_models.agreements import AgreementsModel, Role
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.agreement_pane import AgreementPane
from tests.ui.widgets.agreement_pane.conftest import (
    KOTKA,
    PLAN,
    PROTOCOL,
    TIES,
    TITLE,
    TURKU,
    Desk,
    type_over,
)


def test_the_list_shows_each_act_with_its_kind_title_and_dates(desk: Desk) -> None:
    model = desk.pane.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [row.data(Role.KIND) for row in rows] == [
        "No document",
        "Protocol",
        "Kind not specified",
    ]
    assert rows[0].data() == "Ties established"
    assert rows[1].data() == TITLE
    assert rows[1].data(Role.DATES) == ["10.08.2002 · signed", "27.09.2016 · renewed"]
    assert rows[2].data(Role.DATES) == []
    assert TITLE in rows[1].data(Qt.ItemDataRole.AccessibleTextRole)
    assert desk.pane.current_agreement() == TIES


def test_the_model_survives_every_change_under_the_model_tester(desk: Desk) -> None:
    register = desk.open_register.register
    model = AgreementsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for act in (
        lambda: None,
        lambda: agreements.set_field(register, TIES, "title", "Установление связей"),
        lambda: agreements.move(register, TIES, 1),
        lambda: agreements.delete(register, PROTOCOL),
        lambda: agreements.add(register, TURKU),
        lambda: catalogue.delete(register, "partner", TURKU),
    ):
        act()
        model.set_agreements(agreements.of_partner(register, TURKU))
    assert model.rowCount() == 0


def test_a_row_is_as_high_as_its_wrapped_text(desk: Desk) -> None:
    desk.pane.splitter.setSizes([200, 1000])
    QApplication.processEvents()
    rows = desk.pane.list
    heights = [rows.visualRect(desk.pane.model.index(row)).height() for row in range(3)]
    narrow = heights[1]
    desk.pane.splitter.setSizes([600, 600])
    QApplication.processEvents()
    wide = rows.visualRect(desk.pane.model.index(1)).height()
    assert wide < narrow
    assert heights[1] > heights[0] > heights[2]


def test_an_act_deleted_by_somebody_else_goes_from_the_list(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    agreements.delete(desk.open_register.register, PROTOCOL)
    type_over(desk.pane.form.remark, "too late")
    desk.pane.commit()
    assert desk.pane.model.row_of(PROTOCOL) is None
    assert desk.pane.current_agreement() == PLAN
    assert desk.agreement(PLAN).remark == ""
    assert desk.pane.form.remark.toPlainText() == ""


def test_an_act_is_added_moved_deleted_and_undone_by_keyboard(desk: Desk) -> None:
    rows, before = desk.pane.list, desk.order()
    rows.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(rows, Qt.Key.Key_Insert)
    new = desk.pane.current_agreement()
    assert desk.order() == [*before, new]
    assert desk.pane.form.title.hasFocus()
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.order() == [TIES, PROTOCOL, new, PLAN]
    assert desk.pane.current_agreement() == new
    assert rows.currentIndex().row() == 2
    QTest.keyClick(rows, Qt.Key.Key_Minus, control)
    assert desk.order() == before
    assert desk.pane.current_agreement() == PLAN
    for _ in range(3):
        desk.open_register.undo()
    assert desk.order() == before


def test_the_menu_names_what_can_be_done_with_a_row(desk: Desk) -> None:
    desk.choose(TIES)
    menu = desk.pane.list.menu()
    enabled = {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions()}
    assert enabled == {
        "Add": True,
        "Change selected…": True,
        "Move up": False,
        "Move down": True,
        "Delete": True,
    }
    next(action for action in menu.actions() if action.text().startswith("Move down")).trigger()
    assert desk.order() == [PROTOCOL, TIES, PLAN]
    menu.close()


def test_a_partner_without_acts_says_so_and_offers_the_first(desk: Desk) -> None:
    desk.pane.show_partner(KOTKA)
    (button,) = (button for button in desk.pane.findChildren(QPushButton) if button.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    (added,) = agreements.of_partner(desk.open_register.register, KOTKA)
    assert desk.pane.current_agreement() == added.id
    assert desk.pane.form.isVisible()
    desk.open_register.undo()
    assert not desk.pane.form.isVisible()


def test_no_partner_shows_nothing(desk: Desk) -> None:
    desk.pane.show_partner(None)
    assert desk.pane.model.rowCount() == 0
    assert desk.pane.current_agreement() is None
    desk.pane.add_agreement()
    assert desk.order() == [TIES, PROTOCOL, PLAN]


def test_a_register_for_reading_only_cannot_be_typed_in(desk: Desk, tmp_path: Path) -> None:
    path = desk.open_register.register.path
    reading = OpenRegister(Register(path, author="Тест", read_only=True), 2020)
    desk.pane.set_register(reading)
    desk.pane.show_partner(TURKU)
    form = desk.pane.form
    assert form.title.isReadOnly()
    assert form.our_side.isReadOnly()
    assert form.dates.rows()[0].field.isReadOnly()
    assert not form.kind.isEnabled()
    assert not desk.pane.delete_button.isEnabled()
    desk.pane.list.setFocus()
    QTest.keyClick(desk.pane.list, Qt.Key.Key_Insert)
    assert desk.order() == [TIES, PROTOCOL, PLAN]
    desk.pane.set_register(None)
    reading.close()


def test_an_act_can_be_shown_from_elsewhere(desk: Desk) -> None:
    desk.pane.show_agreement(PLAN)
    assert desk.pane.current_agreement() == PLAN
    desk.pane.show_agreement(999)
    assert desk.pane.current_agreement() == PLAN


def test_the_split_of_list_and_form_is_remembered(qtbot: QtBot, desk: Desk) -> None:
    desk.pane.splitter.setSizes([420, 780])
    state, sizes = desk.pane.save_state(), desk.pane.splitter.sizes()
    other = AgreementPane()
    qtbot.addWidget(other)
    other.resize(desk.pane.size())
    other.show()
    assert other.splitter.sizes() != sizes
    assert other.restore_state(state)
    assert other.splitter.sizes() == sizes
