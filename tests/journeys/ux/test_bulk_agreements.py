"""One field of many agreements at once: bulk edit (ux 6)."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import AgreementKind, Prolongation, Status
from partners_app.services import agreements
from partners_app.services.catalogue import Scope
from partners_app.ui.dialogs.change_agreements import ChangeAgreementsDialog
from partners_app.ui.dialogs.change_events import ChangeEventsDialog
from partners_app.ui.widgets.single_date_field import SingleDateField
from tests.journeys.ux.desk import TURKU, Desk, press

MILAN = "г. Милан"


def bulk_dialog(desk: Desk) -> ChangeAgreementsDialog:
    dialogs = [
        each for each in desk.window.findChildren(ChangeAgreementsDialog) if each.isVisible()
    ]
    assert len(dialogs) == 1
    return dialogs[0]


def choose(widget: QWidget, value: str) -> None:
    assert isinstance(widget, QComboBox)
    widget.setCurrentIndex(widget.findData(value))


def kept(desk: Desk, scope: Scope) -> list[Agreement]:
    return list(agreements.of_scope(desk.file, scope))


def test_ux_06_two_agreements_are_chosen_by_keys_and_changed_in_one_step(desk: Desk) -> None:
    desk.go(MILAN)
    papers = desk.papers(MILAN)
    assert len(papers) >= 2
    desk.opened.do(agreements.set_field, papers[0].id, "responsible", "КВС")
    steps = desk.steps()
    pane = desk.window.workspace.agreements
    pane.setFocus()
    press("Home", "Shift+Down")
    assert pane.selected_agreements() == [papers[0].id, papers[1].id]
    assert pane.current_agreement() == papers[1].id, "the form follows the current one"
    press("Ctrl+Shift+E")
    dialog = bulk_dialog(desk)
    assert dialog.act_button.text() == "Изменить 2 основания"
    assert not dialog.act_button.isEnabled()
    responsible, remark = dialog.fields["responsible"], dialog.fields["remark"]
    assert not responsible.widget.isEnabled(), "two different names: off until ticked"
    assert remark.widget.isEnabled()
    choose(dialog.fields["status"].widget, Status.ENDED)
    reason = dialog.fields["status_reason"].widget
    assert isinstance(reason, QLineEdit)
    reason.setText("истёк срок")
    assert dialog.fields["status_reason"].tick.isChecked(), "typing ticks"
    dialog.act_button.click()
    assert desk.steps() == steps + 1
    after = desk.papers(MILAN)
    for before, now in zip(papers[:2], after[:2], strict=True):
        assert (now.status, now.status_reason) == (Status.ENDED, "истёк срок")
        assert (now.kind, now.title, now.dates) == (before.kind, before.title, before.dates)
    assert after[0].responsible == "КВС"
    assert after[1].responsible == ""
    assert pane.selected_agreements() == [papers[0].id, papers[1].id], "still chosen"
    assert desk.window.command_actions.undo.text() == "Отменить: правка оснований: 2"
    desk.window.command_actions.undo.trigger()
    assert [paper.status for paper in desk.papers(MILAN)] == [paper.status for paper in papers]


def test_ux_06_validity_and_prolongation_of_all_agreements_of_a_partner(desk: Desk) -> None:
    desk.go(MILAN)
    desk.window.workspace.agreements.setFocus()
    press("Ctrl+A", "Ctrl+Shift+E")
    dialog = bulk_dialog(desk)
    for name, text in (("valid_from", "01012024"), ("valid_to", "2028 г.")):
        date = dialog.fields[name]
        date.tick.setChecked(True)
        assert isinstance(date.widget, SingleDateField)
        date.widget.field.setText(text)
    prolongation = dialog.fields["prolongation"]
    prolongation.tick.setChecked(True)
    choose(prolongation.widget, Prolongation.AUTOMATIC)
    for name, text in (("prolongation_years", "5"), ("notice_months", "6")):
        number = dialog.fields[name]
        number.tick.setChecked(True)
        assert isinstance(number.widget, QLineEdit)
        number.widget.setText(text)
    dialog.act_button.click()
    for paper in desk.papers(MILAN):
        assert (paper.valid_from.text, paper.valid_to.text) == ("01.01.2024", "2028 г.")
        assert (paper.prolongation, paper.prolongation_years) == (Prolongation.AUTOMATIC, 5)
        assert paper.notice_months == 6


def test_ux_06_a_closed_list_that_differs_must_be_chosen_from_before_it_is_written(
    desk: Desk,
) -> None:
    desk.go(MILAN)
    first = desk.papers(MILAN)[0]
    desk.opened.do(agreements.set_field, first.id, "status", Status.SUSPENDED)
    desk.window.workspace.agreements.setFocus()
    press("Ctrl+A", "Ctrl+Shift+E")
    dialog = bulk_dialog(desk)
    dialog.fields["status"].tick.click()
    assert not dialog.act_button.isEnabled()
    choose(dialog.fields["status"].widget, Status.UNCONFIRMED)
    dialog.act_button.click()
    assert {paper.status for paper in desk.papers(MILAN)} == {Status.UNCONFIRMED}


def test_ux_06_the_agreements_of_a_country_or_of_everything_are_changed_from_the_tree(
    desk: Desk,
) -> None:
    finland = desk.go("Финляндия")
    assert len(kept(desk, finland)) > len(desk.papers(TURKU)) > 0
    desk.window.command_actions.change_agreements.trigger()
    dialog = bulk_dialog(desk)
    original = dialog.fields["original_place"].widget
    assert isinstance(original, QLineEdit)
    original.setText("архив КВС")
    dialog.act_button.click()
    here = {paper.id for paper in kept(desk, finland)}
    everything = kept(desk, Scope())
    assert {paper.id for paper in everything if paper.original_place == "архив КВС"} == here
    desk.window.workspace.tree.select(Scope())
    (entry,) = [
        action
        for action in desk.window.workspace.tree.acts.menu().actions()
        if action.text() == "Изменить все основания…"
    ]
    entry.trigger()
    dialog = bulk_dialog(desk)
    assert dialog.act_button.text().split()[1] == str(len(everything))
    choose(dialog.fields["kind"].widget, AgreementKind.TREATY)
    dialog.fields["kind"].tick.setChecked(True)
    dialog.act_button.click()
    assert {paper.kind for paper in kept(desk, Scope())} == {AgreementKind.TREATY}


def test_ux_06_the_key_means_what_has_the_keyboard(desk: Desk) -> None:
    desk.go(TURKU)
    desk.cell(0)
    press("Ctrl+Shift+E")
    (events_dialog,) = desk.window.findChildren(ChangeEventsDialog)
    events_dialog.reject()
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window)
    desk.window.workspace.agreements.form.remark.setFocus()
    press("Ctrl+Shift+E")
    bulk_dialog(desk).reject()


def test_ux_06_chosen_agreements_are_deleted_together_and_come_back_together(desk: Desk) -> None:
    desk.go(MILAN)
    papers = desk.papers(MILAN)
    desk.window.workspace.agreements.setFocus()
    press("Ctrl+A", "Ctrl+-")
    assert desk.papers(MILAN) == []
    press("Ctrl+Z")
    assert desk.papers(MILAN) == papers


def test_ux_06_what_is_being_typed_is_written_when_rows_are_chosen_one_by_one(
    desk: Desk,
) -> None:
    desk.go(MILAN)
    first, second = (paper.id for paper in desk.papers(MILAN)[:2])
    pane = desk.window.workspace.agreements
    pane.show_agreement(first)
    pane.form.remark.setPlainText("в архиве")
    add = QItemSelectionModel.SelectionFlag.Select
    pane.list.selectionModel().setCurrentIndex(pane.model.index(1), add)
    assert pane.selected_agreements() == [first, second]
    assert pane.current_agreement() == second
    assert desk.papers(MILAN)[0].remark == "в архиве"
    assert pane.form.remark.toPlainText() == ""


def test_ux_06_a_place_without_agreements_says_so(desk: Desk) -> None:
    desk.go("Ямагата")
    desk.window.command_actions.change_agreements.trigger()
    assert desk.said() == "Здесь нет оснований, которые можно изменить."
    assert desk.window.findChildren(ChangeAgreementsDialog) == []
