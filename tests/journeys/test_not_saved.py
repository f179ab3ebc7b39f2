"""A text that could not be written stays on the screen and in the draft; one button tries again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import DiskFull
from partners_app.domain.records import Agreement
from partners_app.services import agreements, catalogue, drafts, events
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from partners_app.ui.open_register import OpenRegister
from tests.ui.clerk import press, type_text
from tests.ui.sample_registers import scope_named


class Disk:
    """A disk that is full until there is room again."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        apply = Register.apply

        def applied(register: Register, change_set: ChangeSet) -> ChangeSet:
            if self.full:
                raise DiskFull(register.path)
            return apply(register, change_set)

        monkeypatch.setattr(Register, "apply", applied)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def window(disk: Disk, window: MainWindow) -> MainWindow:
    """The disk stays as it is until the window is closed."""
    return window


@pytest.fixture
def opened(window: MainWindow) -> OpenRegister:
    assert window.open_register is not None
    return window.open_register


@pytest.fixture
def turku(window: MainWindow, opened: OpenRegister) -> Scope:
    scope = scope_named(opened, "г. Турку")
    window.workspace.tree.select(scope)
    return scope


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def kept(window: MainWindow) -> set[tuple[str, str, str]]:
    """Return table, field and text of what the draft holds."""
    settle()
    opened = window.open_register
    assert opened is not None
    found = drafts.kept(opened.register.uuid())
    return {(draft.table, draft.field, draft.text) for draft in found}


def is_saved(window: MainWindow) -> bool:
    settle()
    text = window.status.text()
    said = text.startswith(("Сохранено", "Всё сохранено"))
    assert said is not text.startswith("Не сохранено: ")
    return said and not window.status.retry_button.isVisible()


def type_into_first_event(window: MainWindow, text: str) -> int:
    table = window.workspace.grid.table
    table.setFocus()
    table.select_row(0, Column.TEXT)
    event_id = window.workspace.grid.current_event()
    assert event_id is not None
    type_text(text)
    press(Qt.Key.Key_Return)
    return event_id


def paper(opened: OpenRegister, turku: Scope) -> Agreement:
    assert turku.id is not None
    return opened.ask(agreements.of_partner, turku.id)[1]


def test_a_cell_stays_typed_and_in_the_draft_until_it_is_written(
    window: MainWindow, opened: OpenRegister, turku: Scope, disk: Disk
) -> None:
    assert is_saved(window)
    disk.full = True
    event_id = type_into_first_event(window, "не потерять")
    assert not is_saved(window)
    assert window.status.retry_button.isVisible()
    assert window.status.retry_button.text() == "Повторить"
    assert kept(window) == {("event", "text", "не потерять")}
    window.workspace.tree.select(scope_named(opened, "г. Осака"))
    opened.set_year(2021)
    assert kept(window) == {("event", "text", "не потерять")}

    window.status.retry_button.click()
    assert not is_saved(window), "there is still no room"
    assert window.workspace.banner.isVisible()
    disk.full = False
    window.status.retry_button.click()
    assert is_saved(window)
    assert not window.workspace.banner.isVisible(), "what it complains of is over"
    assert events.load(opened.register, [event_id])[event_id].text == "не потерять"
    assert kept(window) == set()


def test_another_act_that_was_written_does_not_say_that_all_is(
    window: MainWindow, opened: OpenRegister, turku: Scope, disk: Disk
) -> None:
    disk.full = True
    event_id = type_into_first_event(window, "не потерять")
    assert not is_saved(window)
    disk.full = False
    opened.do(events.set_field, event_id, "remark", "проверено")
    assert not is_saved(window)
    window.command_actions.save.trigger()
    assert is_saved(window)


def test_every_field_of_the_form_stays_with_its_agreement(
    window: MainWindow, opened: OpenRegister, turku: Scope, disk: Disk
) -> None:
    pane = window.workspace.agreements
    before = paper(opened, turku)
    pane.show_agreement(before.id)
    form = pane.form
    disk.full = True
    form.title.setPlainText("Новое название")
    form.number.setText("12-дп")
    form.years.setText("5")
    form.validity.start.setText("1 марта 2020 г.")
    form.registered.field.setText("2003 г.")
    form.dates.rows()[0].field.setText("11.08.2002")
    form.dates.add_draft()
    form.dates.rows()[-1].field.setText("весной 2021 г.")
    typed = {
        ("agreement", "title", "Новое название"),
        ("agreement", "registration_number", "12-дп"),
        ("agreement", "prolongation_years", "5"),
        ("agreement", "valid_from", "1 марта 2020 г."),
        ("agreement", "registration_date", "2003 г."),
        ("agreement_date", "date", "11.08.2002"),
        ("agreement", "new_date", "весной 2021 г."),
    }
    for name in ("г. Осака", "Финляндия"):
        window.workspace.tree.select(scope_named(opened, name))
        assert kept(window) == typed
        assert not is_saved(window)
    assert form.title.toPlainText() != "Новое название"
    window.workspace.tree.select(turku)
    pane.show_agreement(before.id)
    assert form.title.toPlainText() == "Новое название"
    assert form.validity.start.text() == "1 марта 2020 г."
    assert form.dates.rows()[0].field.text() == "11.08.2002"
    assert form.dates.rows()[-1].field.text() == "весной 2021 г."
    assert kept(window) == typed
    window.workspace.tree.select(scope_named(opened, "г. Осака"))

    disk.full = False
    window.status.retry_button.click()
    assert is_saved(window)
    assert kept(window) == set()
    after = paper(opened, turku)
    assert (after.title, after.registration_number) == ("Новое название", "12-дп")
    assert (after.prolongation_years, after.valid_from.text) == (5, "1 марта 2020 г.")
    assert after.registration_date.text == "2003 г."
    wordings = [date.date.text for date in after.dates]
    assert wordings == ["11.08.2002", "27.09.2016", "весной 2021 г."]


def test_what_is_typed_for_a_deleted_agreement_goes_with_it(
    window: MainWindow, opened: OpenRegister, turku: Scope, disk: Disk
) -> None:
    pane = window.workspace.agreements
    pane.show_agreement(paper(opened, turku).id)
    disk.full = True
    pane.form.number.setText("12-дп")
    pane.commit()
    assert kept(window) == {("agreement", "registration_number", "12-дп")}
    disk.full = False
    opened.do(agreements.delete, paper(opened, turku).id)
    assert kept(window) == set()
    assert is_saved(window)


def test_a_line_of_the_strip_stays_with_its_place_and_year(
    window: MainWindow, opened: OpenRegister, turku: Scope, disk: Disk
) -> None:
    grid = window.workspace.grid
    disk.full = True
    grid.add_row.setFocus()
    type_text("10 марта – визит")
    osaka = scope_named(opened, "г. Осака")
    window.workspace.tree.select(osaka)
    assert grid.add_row.line.text() == "", "it was not typed for Осака"
    assert kept(window) == {("partner", "line", "10 марта – визит")}
    window.workspace.tree.select(turku)
    assert grid.add_row.line.text() == "10 марта – визит"
    window.workspace.tree.select(osaka)
    disk.full = False
    before = opened.ask(events.ids, osaka, 2020)
    window.status.retry_button.click()
    assert is_saved(window)
    assert opened.ask(events.ids, osaka, 2020) == before
    last = opened.ask(events.ids, turku, 2020)[-1]
    assert events.load(opened.register, [last])[last].text == "визит"


def test_a_name_in_the_tree_stays_in_its_row_and_a_new_one_in_its_dialog(
    window: MainWindow, opened: OpenRegister, turku: Scope, disk: Disk
) -> None:
    tree = window.workspace.tree
    assert turku.id is not None
    disk.full = True
    tree.setFocus()
    press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("г. Або")
    assert kept_now(window) == {("partner", "name", "г. Або")}
    press(Qt.Key.Key_Return)
    assert kept(window) == {("partner", "name", "г. Або")}
    assert tree._model.index_of(turku).data() == "г. Або"
    assert not is_saved(window)
    tree.acts.add_partner()
    prompt = tree.acts.prompt()
    assert prompt is not None
    prompt._name.setText("г. Тампере")
    prompt.accept()
    assert prompt.isVisible(), "it stays: nothing was written"
    assert "диске" in prompt._warning.text()
    assert kept(window) == {("partner", "name", "г. Або"), ("country", "partner", "г. Тампере")}

    disk.full = False
    prompt.accept()
    assert tree.acts.prompt() is None
    assert not is_saved(window)
    window.status.retry_button.click()
    assert is_saved(window)
    assert opened.ask(catalogue.partner, turku.id).name == "г. Або"


def kept_now(window: MainWindow) -> set[tuple[str, str, str]]:
    """Return what the draft holds once it is written, as it is every few seconds."""
    window.drafts.keep()
    return kept(window)


def test_escape_takes_a_name_back_that_could_not_be_written(
    window: MainWindow, opened: OpenRegister, turku: Scope, disk: Disk
) -> None:
    disk.full = True
    opened.do(catalogue.rename, "partner", turku.id or 0, "г. Або")
    model = window.workspace.tree._model
    model.keep_unsaved(turku, "г. Або")
    window.workspace.tree.setFocus()
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Escape)
    assert model.index_of(turku).data() == "г. Турку"


def test_closing_writes_a_name_that_is_being_typed_in_the_tree(
    window: MainWindow, register_2020: Register, turku: Scope
) -> None:
    window.workspace.tree.setFocus()
    press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("г. Або")
    window.close_register()
    assert turku.id is not None
    assert catalogue.partner(register_2020, turku.id).name == "г. Або"


def test_what_could_not_be_written_until_the_end_is_offered_at_the_next_start(
    window: MainWindow, opened: OpenRegister, register_2020: Register, turku: Scope, disk: Disk
) -> None:
    pane = window.workspace.agreements
    pane.show_agreement(paper(opened, turku).id)
    disk.full = True
    event_id = type_into_first_event(window, "не потерять")
    pane.form.dates.rows()[1].field.setText("осенью 2016 г.")
    pane.form.notice.setText("6")
    window.close_register()
    disk.full = False
    assert window.open_path(register_2020.path)
    banner = window.workspace.banner
    assert banner.isVisible()
    (restore, _) = banner.buttons()
    restore.click()
    assert events.load(register_2020, [event_id])[event_id].text == "не потерять"
    assert window.open_register is not None
    after = paper(window.open_register, turku)
    assert after.notice_months == 6
    assert after.dates[1].date.text == "осенью 2016 г."
    assert kept(window) == set()


def test_nothing_unsaved_goes_over_to_another_register(
    window: MainWindow, opened: OpenRegister, register: Register, turku: Scope, disk: Disk
) -> None:
    disk.full = True
    type_into_first_event(window, "не потерять")
    window.workspace.grid.add_row.line.setText("10 марта – визит")
    disk.full = True
    assert window.open_path(register.path)
    disk.full = False
    window.command_actions.save.trigger()
    assert window.drafts.typed() == []
    assert len(register.history()) == 1
