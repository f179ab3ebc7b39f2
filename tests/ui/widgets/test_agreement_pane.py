"""A clerk works with the acts on which a partnership rests: everything typed is kept, once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import FileBusy, PartnersError
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import (
    Agreement,
    AgreementDate,
    Country,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.vocabulary import (
    AgreementKind,
    DateMeaning,
    PartnerKind,
    Prolongation,
    Status,
)
from partners_app.services import agreements, catalogue
from partners_app.services.register import Register
from partners_app.texts.language import load_language
from partners_app.ui import theme
from partners_app.ui.item_models.agreements import AgreementsModel, Role
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.agreement_pane import AgreementPane
from partners_app.ui.widgets.form_fields import ChoiceField

TURKU, KOTKA = 1, 2
TIES, PROTOCOL, PLAN = 1, 2, 3
TITLE = "Протокол о сотрудничестве между Санкт-Петербургом и городом Турку"


def _date(number: int, text: str, meaning: DateMeaning | None) -> AgreementDate:
    return AgreementDate(number, f"d{number}", PartialDate.parse(text), meaning, number * 1000)


CONTENT = RegisterContent(
    "Сотрудничество Санкт-Петербурга с городами-партнёрами",
    (Region(1, "r1", "Европа", "ЕВРОПА", 1000),),
    (Country(1, "c1", 1, "Финляндия", 1000),),
    (
        Partner(TURKU, "p1", 1, PartnerKind.CITY, "г. Турку", 1000),
        Partner(KOTKA, "p2", 1, PartnerKind.CITY, "г. Котка", 2000),
    ),
    (
        Agreement(
            TIES,
            "a1",
            TURKU,
            AgreementKind.TIES,
            None,
            1000,
            (_date(1, "1953 г.", DateMeaning.TIES),),
        ),
        Agreement(
            PROTOCOL,
            "a2",
            TURKU,
            AgreementKind.PROTOCOL,
            TITLE,
            2000,
            (
                _date(2, "10.08.2002", DateMeaning.SIGNED),
                _date(3, "27.09.2016", DateMeaning.RENEWED),
            ),
            our_signatory="Администрация Санкт-Петербурга",
            their_signatory="Мэрия города Турку",
        ),
        Agreement(PLAN, "a3", TURKU, None, "План мероприятий на 2018-2021 гг.", 3000),
    ),
)


@dataclass
class Desk:
    """A pane before a real register, and short ways to ask what the register holds."""

    pane: AgreementPane
    open_register: OpenRegister

    def agreement(self, agreement_id: int) -> Agreement:
        found = agreements.of_partner(self.open_register.register, TURKU)
        return next(each for each in found if each.id == agreement_id)

    def order(self) -> list[int]:
        return [each.id for each in agreements.of_partner(self.open_register.register, TURKU)]

    def steps(self) -> int:
        return len(self.open_register.register.history())

    def choose(self, agreement_id: int) -> None:
        row = self.pane.model.row_of(agreement_id)
        assert row is not None
        self.pane.list.select_row(row)


@pytest.fixture
def russian() -> None:
    """Give the form the labels that clerks see, which are longer than the English ones."""
    load_language("ru")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 10)
    register = Register.create(tmp_path / "r.partners", author="Тест", content=CONTENT)
    open_register = OpenRegister(register, 2020)
    pane = AgreementPane()
    qtbot.addWidget(pane)
    pane.set_register(open_register)
    pane.show_partner(TURKU)
    pane.resize(1200, 500)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    yield Desk(pane, open_register)
    pane.set_register(None)
    open_register.close()


def type_over(field: QWidget, text: str) -> None:
    """Replace what stands in a field, as with the keyboard, and stay in it."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    type_on(field, text)


def type_on(field: QWidget, text: str) -> None:
    """Type where the cursor is; `keyClicks` aborts at Cyrillic letters."""
    for char in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(field, event)


def choose_item(field: ChoiceField, member: object) -> None:
    """Choose from a list as a click on its item does."""
    index = field.findData(None if member is None else str(member))
    assert index >= 0
    field.setCurrentIndex(index)
    field.activated.emit(index)


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


def test_a_date_nobody_can_read_is_kept_and_marked(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    row = desk.pane.form.dates.rows()[0]
    type_over(row.field, "31.02.2002")
    QTest.keyClick(row.field, Qt.Key.Key_Tab)
    assert desk.agreement(PROTOCOL).dates[0].date.text == "31.02.2002"
    assert row.field.property("doubt") is True
    sentences = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert any("no such day" in sentence for sentence in sentences)
    start = desk.pane.form.validity.start
    type_over(start, "31.06.2018")
    desk.pane.commit()
    assert desk.agreement(PROTOCOL).valid_from.text == "31.06.2018"
    sentences = [
        label.text() for label in desk.pane.form.validity.findChildren(QLabel) if label.isVisible()
    ]
    assert any("no such day" in sentence for sentence in sentences)


def test_what_was_understood_stands_beside_the_fields_or_under_them(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    rows = desk.pane.form.dates.rows()
    QApplication.processEvents()
    pitch = rows[1].y() - rows[0].y()
    assert {row._echo.text() for row in rows} == {"Saturday", "Tuesday"}
    assert all(row._echo.x() > row.meaning.x() for row in rows)
    assert rows[0].meaning.x() == rows[1].meaning.x()
    rows[0].field.setText("31.02.2002")
    QApplication.processEvents()
    assert rows[0]._echo.y() > rows[0].field.geometry().bottom()
    assert rows[1].y() - rows[0].y() > pitch
    rows[0].field.setText("10.08.2002")
    QApplication.processEvents()
    assert rows[1].y() - rows[0].y() == pitch
    assert rows[0].field.toolTip() == "10.08.2002"
    wide = desk.pane.size()
    desk.pane.resize(desk.pane.minimumSizeHint().width(), wide.height())
    QApplication.processEvents()
    assert all(row.height() == row.heightForWidth(row.width()) for row in rows)
    desk.pane.resize(wide)
    QApplication.processEvents()
    assert rows[1].y() - rows[0].y() == pitch


def test_one_more_date_with_its_meaning_is_one_step(desk: Desk) -> None:
    desk.choose(PLAN)
    before = desk.steps()
    dates = desk.pane.form.dates
    QTest.mouseClick(dates.add_button, Qt.MouseButton.LeftButton)
    (row,) = dates.rows()
    assert row.field.hasFocus()
    choose_item(row.meaning, DateMeaning.SIGNED)
    assert desk.steps() == before
    type_over(row.field, "06.2017")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    (written,) = desk.agreement(PLAN).dates
    assert (written.date.edtf, written.meaning) == ("2017-06", DateMeaning.SIGNED)
    assert desk.steps() == before + 1
    assert dates.rows() == [row]
    assert row.field.hasFocus()
    choose_item(row.meaning, DateMeaning.IN_FORCE)
    assert desk.agreement(PLAN).dates[0].meaning is DateMeaning.IN_FORCE


def test_a_line_for_a_date_left_empty_is_forgotten(desk: Desk) -> None:
    desk.choose(PLAN)
    before = desk.steps()
    dates = desk.pane.form.dates
    dates.add_draft()
    dates.add_draft()
    assert len(dates.rows()) == 1
    desk.choose(PROTOCOL)
    desk.choose(PLAN)
    assert dates.rows() == []
    assert desk.steps() == before


def test_a_date_is_deleted_and_undo_brings_it_back(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    dates = desk.pane.form.dates
    QTest.mouseClick(dates.rows()[0].remove, Qt.MouseButton.LeftButton)
    assert [row.field.text() for row in dates.rows()] == ["27.09.2016"]
    assert dates.rows()[0].field.hasFocus()
    desk.open_register.undo()
    assert [row.field.text() for row in dates.rows()] == ["10.08.2002", "27.09.2016"]
    assert [row.field for row in dates.rows()] == [
        dates._lines.itemAt(place).widget().field  # type: ignore[union-attr]
        for place in range(2)
    ]


def test_a_reason_is_asked_for_only_when_not_in_force(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    form = desk.pane.form
    assert not form.reason.isVisible()
    choose_item(form.status, Status.SUSPENDED)
    assert desk.agreement(PROTOCOL).status is Status.SUSPENDED
    assert form.reason.isVisible()
    type_over(form.reason, "by letter")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    assert desk.agreement(PROTOCOL).status_reason == "by letter"
    choose_item(form.status, Status.IN_FORCE)
    assert form.reason.isVisible(), "a reason that is written is not hidden"
    desk.choose(TIES)
    assert not form.reason.isVisible()


def test_kind_and_prolongation_can_be_left_open(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    choose_item(desk.pane.form.prolongation, Prolongation.AUTOMATIC)
    assert desk.agreement(PROTOCOL).prolongation is Prolongation.AUTOMATIC
    choose_item(desk.pane.form.prolongation, None)
    choose_item(desk.pane.form.kind, None)
    assert desk.agreement(PROTOCOL).prolongation is None
    assert desk.agreement(PROTOCOL).kind is None


def test_names_are_completed_from_within_whatever_the_case_and_the_yo(desk: Desk) -> None:
    register = desk.open_register.register
    agreements.set_field(register, TIES, "their_signatory", "Совет Королёва")
    agreements.set_field(register, PLAN, "their_signatory", "Мэрия Осаки")
    desk.choose(PLAN)
    completer = desk.pane.form.their_side.completer()
    assert completer is not None
    completer.setCompletionPrefix("КОРОЛЕВ")
    assert completer.currentCompletion() == "Совет Королёва"
    completer.setCompletionPrefix("мэрия")
    assert completer.completionCount() == 2
    completer.setCompletionPrefix("лондон")
    assert completer.completionCount() == 0


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


def test_an_act_can_be_shown_from_elsewhere(desk: Desk) -> None:
    desk.pane.show_agreement(PLAN)
    assert desk.pane.current_agreement() == PLAN
    desk.pane.show_agreement(999)
    assert desk.pane.current_agreement() == PLAN


@pytest.mark.usefixtures("russian")
def test_two_pairs_stand_in_a_row_or_one(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    form = desk.pane.form
    assert not form.is_narrow()
    assert form.prolongation.y() == form.validity.y()
    desk.pane.resize(desk.pane.minimumSizeHint().width(), 500)
    QApplication.processEvents()
    assert form.is_narrow()
    assert form.prolongation.y() > form.validity.y()
    assert form.status.y() > form.kind.y()
    scroll = desk.pane.form_scroll
    assert form.width() <= scroll.viewport().width()


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize("points", [10, 15])
@pytest.mark.parametrize("wide", [True, False])
def test_nothing_is_narrower_than_its_hint(desk: Desk, points: int, wide: bool) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.choose(PROTOCOL)
    theme.apply(app, "dark", points)
    QApplication.processEvents()
    width = 2200 if wide else desk.pane.minimumSizeHint().width()
    desk.pane.resize(width, 900)
    QApplication.processEvents()
    assert desk.pane.form.is_narrow() is not wide
    for kind in (QLabel, QPushButton, QToolButton, QComboBox):
        for widget in desk.pane.findChildren(kind):
            if widget.isVisible() and not (isinstance(widget, QLabel) and widget.wordWrap()):
                assert widget.width() >= widget.sizeHint().width(), widget
                assert widget.height() >= widget.minimumSizeHint().height(), widget
    form = desk.pane.form
    assert form.title.height() >= form.title.sizeHint().height()
    for field in (form.our_side, form.kind, form.remark, form.dates.rows()[0].field):
        assert abs(field.height() - theme.length(7)) <= 1


@pytest.mark.parametrize("points", [9, 10, 13, 15])
def test_the_last_line_of_a_long_text_is_not_cut(desk: Desk, points: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.choose(PROTOCOL)
    title = desk.pane.form.title
    title.setPlainText("Протокол о сотрудничестве " * 12)
    theme.apply(app, "light", points)
    QApplication.processEvents()
    assert title.lines() > 2
    last = title.document().lastBlock().layout()
    bottom = last.lineAt(last.lineCount() - 1).rect().bottom() + title.contentOffset().y()
    assert bottom <= title.viewport().height()


def test_every_stop_of_the_tabulator_has_a_name_and_they_come_in_order(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    form = desk.pane.form
    stops: list[QWidget] = []
    stop: QWidget | None = desk.pane.list
    for _ in range(200):
        stop = stop.nextInFocusChain() if stop is not None else None
        if stop is None or stop is desk.pane.list:
            break
        if stop.isVisible() and stop.isEnabled() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(stop)
    assert all(stop.accessibleName() for stop in stops), [
        stop for stop in stops if not stop.accessibleName()
    ]
    wanted = [
        form.kind,
        form.status,
        form.title,
        form.dates.rows()[0].field,
        form.dates.rows()[1].field,
        form.dates.add_button,
        form.validity.start,
        form.validity.end,
        form.prolongation,
        form.our_side,
        form.their_side,
        form.responsible,
        form.original,
        form.number,
        form.registered.field,
        form.areas,
        form.links.add_button,
        form.scan.line,
        form.scan.choose_button,
        form.remark,
    ]
    assert [stop for stop in stops if stop in wanted] == wanted


def test_each_label_leads_to_its_field_by_a_letter_of_its_own(desk: Desk) -> None:
    letters = [
        QKeySequence.mnemonic(text).toString()
        for text in (
            *(
                label.text()
                for label in desk.pane.form.findChildren(QLabel)
                if label.buddy() is not None
            ),
            desk.pane.add_button.text(),
        )
    ]
    assert len(letters) == 20
    assert all(letters)
    assert len(set(letters)) == len(letters)
    assert all(
        isinstance(label.buddy(), QLineEdit | QPlainTextEdit | QComboBox | QToolButton)
        for label in desk.pane.form.findChildren(QLabel)
        if label.buddy() is not None
    )


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
