"""A clerk types about an act: everything is kept, once, in the act it was typed in."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import FileBusy, PartnersError
from partners_app.domain.vocabulary import (
    AgreementKind,
)
from partners_app.services import agreements
from partners_app.ui.item_models.agreements import Role
from tests.ui.widgets.agreement_pane.conftest import (
    KOTKA,
    PLAN,
    PROTOCOL,
    TIES,
    TITLE,
    TURKU,
    Desk,
    choose_item,
    type_on,
    type_over,
)


def test_looking_writes_nothing(desk: Desk) -> None:
    before = desk.steps()
    for agreement_id in (TIES, PROTOCOL, PLAN, TIES):
        desk.choose(agreement_id)
    desk.pane.show_partner(KOTKA)
    desk.pane.show_partner(TURKU)
    desk.open_register.set_year(2021)
    desk.pane.resize(700, 400)
    desk.pane.commit()
    assert desk.steps() == before


def test_leaving_a_field_writes_it_as_one_step(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    before = desk.steps()
    type_over(desk.pane.form.responsible, "Комитет по внешним связям")
    assert desk.steps() == before
    QTest.keyClick(desk.pane.form.responsible, Qt.Key.Key_Tab)
    assert desk.agreement(PROTOCOL).responsible == "Комитет по внешним связям"
    assert desk.steps() == before + 1


def test_typing_the_same_again_is_no_step(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    before = desk.steps()
    type_over(desk.pane.form.their_side, "Мэрия города Турку")
    QTest.keyClick(desk.pane.form.their_side, Qt.Key.Key_Return)
    choose_item(desk.pane.form.kind, AgreementKind.PROTOCOL)
    assert desk.steps() == before


def test_escape_restores_the_field(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    form, before = desk.pane.form, desk.steps()
    for field in (form.our_side, form.title, form.dates.rows()[0].field, form.validity.start):
        stored = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
        type_over(field, "oops")
        QTest.keyClick(field, Qt.Key.Key_Escape)
        shown = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
        assert shown == stored
    desk.pane.commit()
    assert desk.steps() == before


def test_choosing_another_act_writes_to_the_one_typed_in(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    type_over(desk.pane.form.remark, "in the archive")
    desk.choose(PLAN)
    assert desk.agreement(PROTOCOL).remark == "in the archive"
    assert desk.agreement(PLAN).remark == ""
    assert desk.pane.current_agreement() == PLAN
    assert desk.pane.list.currentIndex().data(Role.ID) == PLAN
    assert desk.pane.form.remark.toPlainText() == ""


def test_another_partner_another_year_and_closing_write_what_is_typed(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    type_over(desk.pane.form.original, "room 1")
    desk.open_register.set_year(2021)
    assert desk.agreement(PROTOCOL).original_place == "room 1"
    type_over(desk.pane.form.original, "room 2")
    desk.pane.show_partner(KOTKA)
    assert desk.agreement(PROTOCOL).original_place == "room 2"
    desk.pane.show_partner(TURKU)
    desk.choose(PROTOCOL)
    type_over(desk.pane.form.original, "room 3")
    assert desk.pane.commit()
    assert desk.agreement(PROTOCOL).original_place == "room 3"


def test_a_title_wraps_breaks_by_alt_enter_and_enter_writes_it(desk: Desk) -> None:
    desk.choose(PLAN)
    title = desk.pane.form.title
    low = title.sizeHint().height()
    type_over(title, "one")
    for word in ("two", "three"):
        QTest.keyClick(title, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        type_on(title, word)
    assert title.sizeHint().height() > low
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert desk.agreement(PLAN).title == "one\ntwo\nthree"
    assert title.hasFocus()


def test_a_title_taken_away_is_no_title(desk: Desk) -> None:
    desk.choose(PLAN)
    type_over(desk.pane.form.title, "")
    desk.pane.commit()
    assert desk.agreement(PLAN).title is None
    assert desk.pane.model.index(2).data() == "Untitled"


def test_focus_and_cursor_stay_when_the_save_is_ones_own(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    field = desk.pane.form.their_side
    type_over(field, "Turku City")
    field.setCursorPosition(5)
    assert desk.pane.commit()
    assert desk.agreement(PROTOCOL).their_signatory == "Turku City"
    assert field.hasFocus()
    assert field.cursorPosition() == 5
    date = desk.pane.form.dates.rows()[0].field
    type_over(date, "11.08.2002")
    date.setCursorPosition(2)
    QTest.keyClick(date, Qt.Key.Key_Return)
    assert desk.agreement(PROTOCOL).dates[0].date.text == "11.08.2002"
    assert desk.pane.form.dates.rows()[0].field is date
    assert date.hasFocus()
    assert date.cursorPosition() == 2


def test_undo_from_elsewhere_is_seen_in_the_fields_and_in_the_list(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    type_over(desk.pane.form.title, "Another")
    desk.pane.commit()
    choose_item(desk.pane.form.kind, AgreementKind.TREATY)
    assert desk.pane.model.index(1).data(Role.KIND) == "Treaty"
    desk.open_register.undo()
    desk.open_register.undo()
    assert desk.pane.form.title.toPlainText() == TITLE
    assert desk.pane.form.kind.value() is AgreementKind.PROTOCOL
    assert desk.pane.model.index(1).data(Role.KIND) == "Protocol"
    assert desk.pane.current_agreement() == PROTOCOL


def test_what_is_being_typed_stays_when_something_else_changes(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    type_over(desk.pane.form.our_side, "half a na")
    date = desk.pane.form.dates.rows()[1].field
    date.setText("28.09.2016")
    desk.open_register.do(agreements.set_field, PROTOCOL, "remark", "from elsewhere")
    assert desk.pane.form.remark.toPlainText() == "from elsewhere"
    assert desk.pane.form.our_side.text() == "half a na"
    assert date.text() == "28.09.2016"
    assert desk.pane.commit()
    assert desk.agreement(PROTOCOL).our_signatory == "half a na"
    assert desk.agreement(PROTOCOL).dates[1].date.text == "28.09.2016"


def test_a_failed_save_keeps_the_typed_text_for_the_next_try(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.choose(PROTOCOL)
    form, register = desk.pane.form, desk.open_register.register
    told: list[PartnersError] = []
    desk.open_register.failed.connect(told.append)

    def busy(*_: object) -> None:
        raise FileBusy(register.path)

    monkeypatch.setattr(register, "apply", busy)
    date = form.dates.rows()[0]
    type_over(form.remark, "kept")
    type_over(form.our_side, "ours")
    type_over(date.field, "12.08.2002")
    type_over(form.validity.start, "2003")
    assert not desk.pane.commit()
    choose_item(form.kind, AgreementKind.TREATY)
    assert told
    assert form.kind.value() is AgreementKind.PROTOCOL
    assert form.kind.currentData() == AgreementKind.PROTOCOL
    assert form.remark.toPlainText() == "kept"
    assert form.our_side.text() == "ours"
    assert date.field.text() == "12.08.2002"
    assert form.validity.start.text() == "2003"
    monkeypatch.undo()
    assert desk.pane.commit()
    saved = desk.agreement(PROTOCOL)
    assert (saved.remark, saved.our_signatory) == ("kept", "ours")
    assert saved.dates[0].date.text == "12.08.2002"
    assert saved.valid_from.text == "2003"


def test_the_wheel_changes_no_choice(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    kind = desk.pane.form.kind
    kind.setFocus()
    before = kind.currentIndex()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(kind.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(kind, event)
    assert kind.currentIndex() == before


def test_the_undo_key_reaches_the_register_once_the_field_has_nothing_to_undo(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.choose(PROTOCOL)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(desk.pane)
    pressed: list[bool] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window)
    shortcut.activated.connect(lambda: pressed.append(True))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    form = desk.pane.form
    control = Qt.KeyboardModifier.ControlModifier
    for field in (form.our_side, form.title, form.dates.rows()[0].field, form.validity.end):
        pressed.clear()
        type_over(field, "typed")
        QTest.keyClick(field, Qt.Key.Key_Z, control)
        assert not pressed, "what is typed is undone in the field itself"
        type_over(field, "2004")
        desk.pane.commit()
        QTest.keyClick(field, Qt.Key.Key_Z, control)
        assert pressed, "what is stored is undone in the register"
    window.takeCentralWidget()


def test_the_keys_of_the_pane_go_before_those_of_the_window(desk: Desk) -> None:
    window = QMainWindow()
    window.setCentralWidget(desk.pane)
    taken: list[str] = []
    for key in ("Ctrl+-", "Insert", "Alt+Down"):
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.activated.connect(lambda key=key: taken.append(key))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    desk.choose(PROTOCOL)
    desk.pane.list.setFocus()
    QTest.keyClick(desk.pane.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.order() == [TIES, PLAN, PROTOCOL]
    field = desk.pane.form.our_side
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert desk.order() == [TIES, PLAN]
    QTest.keyClick(field, Qt.Key.Key_Insert)
    assert len(desk.order()) == 3
    kind = desk.pane.form.kind
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert kind.view().isVisible()
    kind.hidePopup()
    assert taken == []
    window.takeCentralWidget()
    window.close()
