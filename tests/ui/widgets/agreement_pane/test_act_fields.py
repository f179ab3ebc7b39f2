"""The fields that hold more than a text: dates with their meaning, choices, known names."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
)

from partners_app.domain.vocabulary import (
    DateMeaning,
    Prolongation,
    Status,
)
from partners_app.services import agreements
from tests.ui.widgets.agreement_pane.conftest import (
    PLAN,
    PROTOCOL,
    TIES,
    Desk,
    choose_item,
    type_over,
)


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
