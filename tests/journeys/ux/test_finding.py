"""A clerk looks for a word in everything and mends it everywhere, by keyboard (ux 23)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.domain.vocabulary import EventFormat
from partners_app.services import events, replacing
from partners_app.services.register import Register
from partners_app.services.replacing import Wording
from partners_app.ui.dialogs.find import FindDialog
from partners_app.ui.dialogs.replace import ReplaceDialog
from partners_app.ui.item_models.entries import ENTRY_ROLE
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from tests.journeys.ux.desk import press, write
from tests.ui.sample_registers import scope_named


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> FindDialog:
    press("Ctrl+F")
    (found,) = window.findChildren(FindDialog)
    qtbot.waitUntil(found.line.hasFocus)
    return found


def current_text(window: MainWindow) -> str:
    assert window.open_register is not None
    number = window.workspace.grid.current_event()
    assert number is not None
    return window.open_register.ask(events.load, [number])[number].text


def test_ux_23_a_word_typed_finds_its_other_forms_and_enter_leads_to_the_record(
    qtbot: QtBot, window: MainWindow, dialog: FindDialog
) -> None:
    write("выставка")
    qtbot.waitUntil(lambda: dialog.found().total > 0)
    assert dialog.count_text().startswith("Найден")
    rows = [dialog.list.model().index(n, 0) for n in range(dialog.list.model().rowCount())]
    entries = [index.data(ENTRY_ROLE) for index in rows]
    marked = {
        entry.sentence[mark.start : mark.start + mark.length].casefold()
        for entry in entries
        for mark in entry.sentence_marks
    }
    assert "выставки" in marked, "another form of the word is found and marked"
    assert entries[0].heading
    assert not rows[0].flags() & Qt.ItemFlag.ItemIsEnabled, "a group's title is never current"
    hit = dialog.hit()
    assert hit is not None
    press("Return")
    assert current_text(window).startswith(hit.text[:40])
    assert not dialog.isVisible(), "nothing covers what was found"
    press("F3")
    following = dialog.hit()
    assert following is not None and following != hit
    assert current_text(window).startswith(following.text[:40])
    assert not dialog.isVisible()


def test_ux_23_f3_goes_through_the_hits_and_round(
    qtbot: QtBot, window: MainWindow, dialog: FindDialog
) -> None:
    dialog.look_for("Масленицу")
    assert dialog.found().total >= 1
    seen = []
    for _ in range(dialog.found().total + 1):
        press("F3")
        hit = dialog.hit()
        assert hit is not None
        seen.append(hit.uuid)
    assert seen[0] == seen[-1]
    assert len(set(seen)) == dialog.found().total
    press("Shift+F3")
    last = dialog.hit()
    assert last is not None
    assert last.uuid == seen[-2]


def test_ux_23_a_hit_of_another_year_switches_the_year(
    window: MainWindow, dialog: FindDialog
) -> None:
    opened = window.open_register
    assert opened is not None
    turku = scope_named(opened, "г. Турку")
    opened.do(events.add, turku, 2017, date_text="3 марта", text="регата парусников")
    dialog.look_for("парусник")
    dialog.jump_button.click()
    assert opened.year == 2017
    assert window.workspace.tree.scope() == turku
    assert current_text(window) == "регата парусников"


def test_ux_23_a_hit_is_shown_although_a_filter_hides_it(
    window: MainWindow, dialog: FindDialog
) -> None:
    opened = window.open_register
    assert opened is not None
    turku = scope_named(opened, "г. Турку")
    opened.do(events.add, turku, opened.year, date_text="3 марта", text="регата парусников")
    window.workspace.tree.select(turku)
    header = window.workspace.grid.table.filter_header
    header.choice(Column.FORMAT).choose(EventFormat.MIXED)
    assert window.workspace.grid.model.rowCount() == 0
    dialog.look_for("парусник")
    dialog.jump_button.click()
    assert current_text(window) == "регата парусников"


def test_more_hits_than_fit_are_counted_and_read_on_demand(
    window: MainWindow, dialog: FindDialog
) -> None:
    dialog.look_for("в")
    (year_2020,) = [g for g in dialog.found().groups if g.key.year == 2020]
    assert len(year_2020.hits) < year_2020.total
    row = dialog.list.model().rowCount() - 1
    index = dialog.list.model().index(row, 0)
    assert index.data(ENTRY_ROLE).title.startswith("Ещё ")
    dialog.list.setCurrentIndex(index)
    dialog.jump_button.click()
    (year_2020,) = [g for g in dialog.found().groups if g.key.year == 2020]
    assert len(year_2020.hits) == year_2020.total


def test_nothing_found_says_so_and_the_dialog_goes_with_the_register(
    qtbot: QtBot, window: MainWindow, dialog: FindDialog
) -> None:
    dialog.look_for("крокодил")
    assert dialog.count_text() == "Ничего не найдено."
    assert not dialog.jump_button.isEnabled()
    window.close_register()
    qtbot.waitUntil(lambda: not window.findChildren(FindDialog))


def test_ux_23_replace_shows_every_place_and_writes_the_ticked_ones_in_one_step(
    qtbot: QtBot, window: MainWindow, register_2020: Register
) -> None:
    press("Ctrl+H")
    (dialog,) = window.findChildren(ReplaceDialog)
    assert not dialog.act_button.isEnabled()
    dialog.old.setText("Турку")
    dialog.new.setText("Або")
    dialog.look()
    count = dialog.model.rowCount()
    assert count > 1
    entry = dialog.model.index(0, 0).data(ENTRY_ROLE)
    assert [mark.tone for mark in entry.sentence_marks][:2] == ["old", "new"]
    assert dialog.act_button.text() == f"Заменить в {count} местах"
    dialog.list.setCurrentIndex(dialog.model.index(0, 0))
    dialog.activateWindow()
    dialog.list.setFocus()
    qtbot.waitUntil(dialog.list.hasFocus)
    press("Space")
    assert dialog.act_button.text().startswith(f"Заменить в {count - 1} ")
    before = register_2020.change_seq()
    dialog.act_button.click()
    assert register_2020.change_seq() == before + 1
    wording = Wording("Турку", "Або")
    left = replacing.plan(register_2020, wording).replacements
    assert [item.table for item in left] == ["partner"], "the place without a tick is left"
    assert window.command_actions.undo.text().startswith("Отменить: правка: «Турку» → «Або»")
    window.command_actions.undo.trigger()
    assert replacing.plan(register_2020, wording).total == count


def test_the_tree_keeps_a_search_line_and_a_key_of_its_own(window: MainWindow) -> None:
    actions = window.command_actions
    assert actions.find.shortcut() == QKeySequence("Ctrl+F")
    assert actions.find_in_tree.shortcut() == QKeySequence("Ctrl+Shift+F")
    actions.find_in_tree.trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.workspace.tree.isAncestorOf(focused)
