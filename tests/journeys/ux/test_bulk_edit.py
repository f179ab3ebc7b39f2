"""One field of many events at once: bulk edit (ux 6)."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services import events
from partners_app.ui.dialogs.change_events import ChangeEventsDialog
from tests.journeys.ux.desk import TURKU, Desk


def bulk_dialog(desk: Desk) -> ChangeEventsDialog:
    desk.window.command_actions.change_events.trigger()
    dialogs = [each for each in desk.window.findChildren(ChangeEventsDialog) if each.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def test_ux_06_fields_that_differ_are_off_and_only_ticked_ones_are_written(
    desk: Desk,
) -> None:
    turku = desk.go(TURKU)
    ids = desk.opened.ask(events.ids, turku, desk.opened.year)
    before = desk.opened.ask(events.load, ids)
    desk.opened.do(events.set_field, ids[0], "source", "письмо")
    desk.table.selectAll()
    dialog = bulk_dialog(desk)
    assert dialog.act_button.text() == "Изменить 6 мероприятий"
    assert not dialog.act_button.isEnabled()
    kind, source, remark = (dialog.fields[name] for name in ("kind", "source", "remark"))
    assert not kind.widget.isEnabled()
    assert not source.widget.isEnabled()
    assert remark.widget.isEnabled()
    source.tick.click()
    assert source.widget.isEnabled()
    assert isinstance(source.widget, QPlainTextEdit)
    assert isinstance(remark.widget, QPlainTextEdit)
    source.widget.setPlainText("сводка КВС")
    remark.widget.setPlainText("проверено")  # typing ticks
    assert remark.tick.isChecked()
    dialog.act_button.click()
    after = desk.opened.ask(events.load, ids)
    assert {after[number].source for number in ids} == {"сводка КВС"}
    assert {after[number].remark for number in ids} == {"проверено"}
    assert [after[number].kind for number in ids] == [before[number].kind for number in ids]
    assert [after[number].text for number in ids] == [before[number].text for number in ids]
    desk.window.command_actions.undo.trigger()
    again = desk.opened.ask(events.load, ids)
    assert {again[number].remark for number in ids} == {""}
    assert again[ids[0]].source == "письмо"


def test_ux_06_kind_format_print_and_year_of_several_events_are_changed_at_once(
    desk: Desk,
) -> None:
    turku = desk.go(TURKU)
    ids = desk.opened.ask(events.ids, turku, desk.opened.year)
    desk.table.selectAll()
    dialog = bulk_dialog(desk)
    for name, value in (
        ("kind", EventKind.FORUM.value),
        ("format", EventFormat.VIDEO.value),
        ("printed", False),
    ):
        field = dialog.fields[name]
        field.tick.setChecked(True)
        assert isinstance(field.widget, QComboBox)
        field.widget.setCurrentIndex(field.widget.findData(value))
    year = dialog.fields["report_year"].widget
    assert isinstance(year, QLineEdit)
    dialog.fields["report_year"].tick.setChecked(True)
    year.setText("20")
    assert not dialog.act_button.isEnabled()
    year.setText("2021")
    dialog.act_button.click()
    found = desk.opened.ask(events.load, ids)
    for event in found.values():
        assert (event.kind, event.format) == (EventKind.FORUM, EventFormat.VIDEO)
        assert (event.printed, event.report_year) == (False, 2021)
    assert desk.kept(TURKU) == []


def test_ux_06_a_kind_can_be_taken_away_and_nothing_ticked_writes_nothing(
    desk: Desk,
) -> None:
    turku = desk.go(TURKU)
    first = desk.opened.ask(events.ids, turku, desk.opened.year)[0]
    desk.opened.do(events.set_field, first, "kind", EventKind.FORUM.value)
    desk.table.select_row(0)
    dialog = bulk_dialog(desk)
    kind = dialog.fields["kind"].widget
    assert isinstance(kind, QComboBox)
    assert kind.currentText() == "Форум"
    dialog.accept()
    assert dialog.isVisible()
    kind.setCurrentIndex(0)
    kind.activated.emit(0)
    dialog.act_button.click()
    assert desk.opened.ask(events.load, [first])[first].kind is None
