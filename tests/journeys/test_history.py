"""The history window as a clerk uses it (ux 22)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.domain.vocabulary import AgreementLinkKind
from partners_app.services import agreements, catalogue, events
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.ui import theme
from partners_app.ui.dialogs.history import HistoryDialog
from partners_app.ui.item_models.entries import ENTRY_ROLE
from partners_app.ui.main_window import MainWindow
from partners_app.ui.open_register import OpenRegister
from tests.ui.sample_registers import scope_named


@pytest.fixture
def opened(window: MainWindow) -> OpenRegister:
    assert window.open_register is not None
    return window.open_register


@pytest.fixture
def turku(window: MainWindow, opened: OpenRegister) -> Scope:
    scope = scope_named(opened, "г. Турку")
    window.workspace.tree.select(scope)
    return scope


@pytest.fixture
def show(window: MainWindow) -> Iterator[Callable[[], HistoryDialog]]:
    def show() -> HistoryDialog:
        window.command_actions.history.trigger()
        dialog = window.histories.dialog()
        assert dialog is not None
        return dialog

    yield show
    dialog = window.histories.dialog()
    if dialog is not None:
        dialog.close()


def texts(opened: OpenRegister, scope: Scope) -> list[str]:
    ids = opened.ask(events.ids, scope, 2020)
    loaded = opened.ask(events.load, ids)
    return [loaded[number].text for number in ids]


def entries(dialog: HistoryDialog) -> list[str]:
    model = dialog._list.model()
    rows = [model.index(row, 0).data(ENTRY_ROLE) for row in range(model.rowCount())]
    return [entry.title for entry in rows]


def test_ux_22_a_step_shows_its_fields_in_words_old_beside_new(
    opened: OpenRegister, turku: Scope, show: Callable[[], HistoryDialog]
) -> None:
    first = opened.ask(events.ids, turku, 2020)[0]
    opened.do(events.set_field, first, "text", "первое <слово>")
    opened.do(events.set_field, first, "kind", "concert")
    opened.do(events.set_field, first, "printed", False)
    dialog = show()
    assert dialog.details.texts() == [("в отчёт", "да", "нет")]
    dialog.select_row(1)
    ((name, _, new),) = dialog.details.texts()
    assert (name, new) == ("вид", "Концерт")
    assert entries(dialog)[0].startswith("Сегодня, ")
    assert entries(dialog)[1] == "Правка мероприятия"


def test_ux_22_one_value_and_a_whole_version_come_back(
    opened: OpenRegister, turku: Scope, show: Callable[[], HistoryDialog]
) -> None:
    before = texts(opened, turku)
    first = opened.ask(events.ids, turku, 2020)[0]
    opened.do(events.set_field, first, "text", "первое")
    opened.do(events.set_field, first, "text", "второе")
    dialog = show()
    (record,) = dialog._changes.records
    dialog.details.restore_value_requested.emit(record, record.fields[0])
    assert texts(opened, turku)[0] == "первое"
    dialog.select_row(2)
    dialog.restore_button.click()
    assert texts(opened, turku) == before
    dialog.undo_button.click()
    assert texts(opened, turku)[0] == "первое"


def test_ux_22_an_agreement_comes_back_with_its_dates_and_what_cannot_is_named(
    opened: OpenRegister, turku: Scope, show: Callable[[], HistoryDialog]
) -> None:
    assert turku.id is not None
    other, paper, *_ = opened.ask(agreements.of_partner, turku.id)
    opened.do(agreements.add_link, paper.id, other.id, AgreementLinkKind.REPLACES)
    before = opened.ask(agreements.of_partner, turku.id)[1]
    opened.do(agreements.set_date_text, paper.dates[0].id, "11.08.2002")
    opened.do(agreements.delete_date, paper.dates[1].id)
    opened.do(agreements.delete, other.id)
    dialog = show()
    dialog.select_row(2)
    assert dialog.restore_button.isVisible(), "its date alone was changed"
    assert dialog.open_button.isVisible()
    dialog.restore_button.click()
    (back, *_) = opened.ask(agreements.of_partner, turku.id)
    assert back == replace(before, links=())
    assert dialog._note.text().startswith("Не возвращено: Связь оснований")
    dialog.undo_button.click()
    assert len(opened.ask(agreements.of_partner, turku.id)[0].dates) == 1


def test_ux_22_deleted_records_are_listed_and_come_back_with_their_parents(
    window: MainWindow,
    opened: OpenRegister,
    turku: Scope,
    show: Callable[[], HistoryDialog],
) -> None:
    before = texts(opened, turku)
    assert turku.id is not None
    opened.do(events.delete, opened.ask(events.ids, turku, 2020)[:1])
    opened.do(catalogue.delete, "partner", turku.id)
    dialog = show()
    dialog.acts.setCurrentIndex(1)
    assert [step.operation.subject for step in dialog.steps()] == ["partner", "event"]
    dialog.select_row(1)
    dialog.undelete_button.click()
    assert texts(opened, turku) == before[:1]
    assert [step.operation.subject for step in dialog.steps()] == ["partner"]
    dialog.undelete_button.click()
    assert texts(opened, turku) == before
    assert dialog.steps() == []


def test_ux_22_steps_are_filtered_by_word_person_and_period(
    window: MainWindow, opened: OpenRegister, turku: Scope, show: Callable[[], HistoryDialog]
) -> None:
    first = opened.ask(events.ids, turku, 2020)[0]
    pyotr = Register.open(opened.register.path, author="Пётр")
    events.set_field(pyotr, first, "remark", "проверено")
    pyotr.close()
    opened.do(events.set_field, first, "text", "регата")
    dialog = show()
    assert len(dialog.steps()) == 3
    dialog.author.setCurrentText("Пётр")
    assert [step.operation.author for step in dialog.steps()] == ["Пётр"]
    dialog.author.setCurrentIndex(0)
    dialog.line.setText("регата")
    dialog.read_again()
    assert len(dialog.steps()) == 1
    dialog.line.setText("крокодил")
    dialog.read_again()
    assert entries(dialog) == ["Таких шагов нет."]
    assert not dialog.take_back_button.isVisible()
    dialog.line.clear()
    dialog.period.setCurrentIndex(1)
    assert len(dialog.steps()) == 3


def test_ux_22_the_history_of_one_record_is_a_key_away(
    qtbot: QtBot, window: MainWindow, opened: OpenRegister, turku: Scope
) -> None:
    assert turku.id is not None
    (paper, *_) = opened.ask(agreements.of_partner, turku.id)
    opened.do(agreements.set_field, paper.id, "remark", "оригинал в архиве")
    opened.do(catalogue.set_partner_field, turku.id, "remark", "побратим")
    window.workspace.agreements.show_agreement(paper.id)
    window.workspace.agreements.history_button.click()
    of_paper = window.histories.dialog()
    assert of_paper is not None
    assert of_paper.details.texts() == [("примечание", "", "оригинал в архиве")]
    of_paper.close()
    window.workspace.tree.setFocus(Qt.FocusReason.OtherFocusReason)
    window.command_actions.record_history.trigger()
    of_city = window.histories.dialog()
    assert of_city is not None
    assert of_city.windowTitle() == "История: г. Турку"
    assert of_city.details.texts() == [("примечание", "", "побратим")]
    of_city.open_button.click()
    assert window.workspace.tree.scope() == turku


def test_the_history_survives_a_change_of_the_theme(
    qapp: QApplication, opened: OpenRegister, turku: Scope, show: Callable[[], HistoryDialog]
) -> None:
    first = opened.ask(events.ids, turku, 2020)[0]
    opened.do(events.set_field, first, "text", "первое")
    dialog = show()
    before = dialog.grab().toImage()
    theme.apply(qapp, "dark", 10)
    assert dialog.grab().toImage() != before
    assert dialog.details.texts()[0][2] == "первое"
    theme.apply(qapp, "light", 10)


def test_a_history_that_was_closed_reads_nothing_any_more(
    qapp: QApplication,
    window: MainWindow,
    opened: OpenRegister,
    turku: Scope,
    show: Callable[[], HistoryDialog],
) -> None:
    for _ in range(3):
        show().reject()
        assert window.histories.dialog() is None
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(HistoryDialog) == []


def test_the_history_goes_with_its_register(
    window: MainWindow, register_2020: Register, show: Callable[[], HistoryDialog]
) -> None:
    dialog = show()
    assert window.open_path(register_2020.path)
    assert not dialog.isVisible(), "its steps are not those of the register that is open now"
    assert window.histories.dialog() is None
