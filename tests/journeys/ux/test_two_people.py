"""A register held by another: who, since when; read only, until it is free (ux 33)."""

import os
import platform
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from partners_app.services import drafts, events
from partners_app.services.register import Register
from partners_app.storage.owner import QUIET_SECONDS
from tests.journeys.conftest import MakeWindow
from tests.journeys.ux.desk import TURKU, Desk, press, write
from tests.other_clerk import OtherClerk


@pytest.fixture(scope="module")
def _somebody() -> Iterator[OtherClerk]:
    with OtherClerk() as other:
        yield other


@pytest.fixture
def petrova(_somebody: OtherClerk, register_2020: Register) -> Iterator[OtherClerk]:
    """A colleague who has the register open before the clerk comes."""
    _somebody.comes(register_2020.path)
    assert _somebody.does("register.hold()") == "None"
    yield _somebody
    _somebody.does("leave()")


@pytest.fixture
def held(petrova: OtherClerk, make_window: MakeWindow, register_2020: Register) -> Desk:
    """The window of the clerk who comes second."""
    window = make_window()
    assert window.open_path(register_2020.path)
    desk = Desk(window, register_2020)
    desk.go(TURKU)
    return desk


def _button(desk: Desk, text: str) -> QPushButton:
    (found,) = (b for b in desk.window.workspace.held.buttons() if b.text() == text)
    return found


def _reads_only(desk: Desk) -> bool:
    return desk.opened.register.read_only


def _back(desk: Desk) -> None:
    """Let the window be the active one again, as a window manager does when a dialog is gone."""
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window)


def _owner_file(desk: Desk) -> Path:
    return desk.file.path.with_name(f".~{desk.file.path.name}.owner")


def test_ux_33_the_second_is_told_who_where_and_since_when_and_reads_only(held: Desk) -> None:
    banner = held.window.workspace.held
    assert banner.isVisible()
    now = datetime.now().astimezone()
    assert banner.text().startswith("Реестр открыт для правки в другом месте: Петрова")
    assert f"на компьютере «{platform.node()}»" in banner.text()
    assert f"{now:%H:}" in banner.text()
    assert banner.text().endswith("Здесь его можно только читать.")
    assert held.window.windowTitle().endswith("(только чтение)")
    assert held.window.status.text().startswith("Только чтение")
    assert [b.text() for b in banner.buttons()] == [
        "Открыть для правки, когда освободится",
        "Проверить ещё раз",
    ]
    actions = held.window.command_actions
    for action in (actions.add_event, actions.import_file, actions.undo, actions.delete_event):
        assert not action.isEnabled()
    before = held.kept(TURKU)
    held.cell(0)
    write("нельзя")
    press("Return", "Ctrl+-", "Delete")
    assert held.kept(TURKU) == before


def test_ux_33_what_she_saves_is_shown_here(held: Desk, petrova: OtherClerk, qtbot: QtBot) -> None:
    number = held.kept(TURKU)[0].id
    petrova.does(f"events.set_field(register, {number}, 'text', 'её') and 0")
    _button(held, "Проверить ещё раз").click()
    qtbot.waitUntil(lambda: held.column_seen()[0] == "её", timeout=20_000)


def test_ux_33_when_she_goes_it_opens_for_writing_by_itself_if_that_was_asked_for(
    held: Desk, petrova: OtherClerk, qtbot: QtBot
) -> None:
    _button(held, "Открыть для правки, когда освободится").click()
    assert "Реестр откроется для правки, как только освободится." in (
        held.window.workspace.held.text()
    )
    petrova.does("register.close()")
    held.window.holding.look()
    qtbot.waitUntil(lambda: not held.opened.register.read_only, timeout=20_000)
    assert not held.window.workspace.held.isVisible()
    assert held.said() == "Реестр освободился и открыт для правки."
    assert not held.window.windowTitle().endswith("(только чтение)")
    _back(held)
    held.go(TURKU)
    held.cell(0)
    write("теперь можно")
    press("Return")
    assert held.kept_texts(TURKU)[0] == "теперь можно"
    held.window.close()
    assert not _owner_file(held).exists()


def test_ux_33_when_she_goes_the_banner_says_so_and_offers_it(
    held: Desk, petrova: OtherClerk, qtbot: QtBot
) -> None:
    petrova.does("register.close()")
    _button(held, "Проверить ещё раз").click()
    qtbot.waitUntil(lambda: "свободен" in held.window.workspace.held.text(), timeout=20_000)
    assert held.opened.register.read_only, "nothing happens unasked"
    _button(held, "Открыть для правки").click()
    assert not held.opened.register.read_only


def test_ux_33_a_fault_of_the_program_in_that_look_is_not_kept_silent(
    held: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ValueError

    monkeypatch.setattr(held.opened.register, "holder", broken)
    with qtbot.captureExceptions() as raised:
        held.window.holding.look()
        qtbot.waitUntil(lambda: bool(raised), timeout=20_000)
    assert raised[0][0] is ValueError


def test_ux_33_a_register_that_went_away_is_not_called_free(
    held: Desk, petrova: OtherClerk, qtbot: QtBot
) -> None:
    away = held.file.path.with_suffix(".away")
    held.file.path.rename(away)
    held.window.holding.look()
    qtbot.waitUntil(lambda: "больше нет на своём месте" in held.said(), timeout=20_000)
    assert held.window.workspace.held.text().startswith("Реестр открыт для правки")
    away.rename(held.file.path)
    held.window.holding.look()
    qtbot.waitUntil(lambda: not held.window.workspace.banner.isVisible(), timeout=20_000)
    assert held.opened.register.read_only


def test_ux_33_a_killed_program_keeps_nobody_out(
    make_window: MakeWindow, register_2020: Register
) -> None:
    with OtherClerk() as other:
        other.comes(register_2020.path)
        other.does("register.hold()")
        other.process.kill()
    assert register_2020.path.with_name(f".~{register_2020.path.name}.owner").exists()
    window = make_window()
    assert window.open_path(register_2020.path)
    assert window.open_register is not None
    assert not window.open_register.register.read_only
    assert not window.workspace.held.isVisible()


def test_ux_33_a_silent_computer_may_be_replaced_after_a_question(
    petrova: OtherClerk, make_window: MakeWindow, register_2020: Register
) -> None:
    owner = register_2020.path.with_name(f".~{register_2020.path.name}.owner")
    text = owner.read_text("utf-8").replace(platform.node(), "КВС-12")
    owner.write_text(text, encoding="utf-8")
    then = time.time() - QUIET_SECONDS - 60
    os.utime(owner, (then, then))
    window = make_window()
    assert window.open_path(register_2020.path)
    desk = Desk(window, register_2020)
    assert _reads_only(desk)
    _button(desk, "Взять себе…").click()
    question = window.holding.question()
    assert isinstance(question, QMessageBox)
    assert "КВС-12" in question.text()
    assert question.defaultButton().text() == "Отмена"
    press("Return")
    assert _reads_only(desk), "Enter takes nothing from anybody"
    _button(desk, "Взять себе…").click()
    question = window.holding.question()
    assert question is not None
    (take,) = (b for b in question.buttons() if b.text() == "Взять себе")
    take.click()
    assert not _reads_only(desk)
    assert not window.workspace.held.isVisible()
    assert petrova.does("register.keep_holding()") == "False"


def test_ux_33_whose_register_is_taken_is_told_and_has_written_what_was_typed(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.cell(0)
    write("набрано")
    owner = _owner_file(desk)
    text = owner.read_text("utf-8")
    owner.write_text(
        text.replace(platform.node(), "КВС-12").replace('"token": "', '"token": "x'), "utf-8"
    )
    desk.window.holding.look()
    qtbot.waitUntil(lambda: desk.opened.register.read_only, timeout=20_000)
    assert desk.window.workspace.held.isVisible()
    assert "КВС-12" in desk.window.workspace.held.text()
    assert desk.kept_texts(TURKU)[0] == "набрано"


# Both write: the second is asked, field by field.


@pytest.fixture
def both(_somebody: OtherClerk, desk: Desk) -> Iterator[OtherClerk]:
    """A colleague who writes although the clerk has the register: what is advice may be missed."""
    _somebody.comes(desk.file.path)
    yield _somebody
    _somebody.does("leave()")


def test_ux_33_two_edits_of_one_cell_are_shown_side_by_side_and_one_is_chosen(
    desk: Desk, both: OtherClerk, qtbot: QtBot
) -> None:
    number = desk.kept(TURKU)[0].id
    both.does(f"events.set_field(register, {number}, 'text', 'её слова') and 0")
    desk.cell(0)
    write("мои слова")
    press("Return")
    qtbot.waitUntil(lambda: desk.window.conflicts.dialog() is not None, timeout=20_000)
    dialog = desk.window.conflicts.dialog()
    assert dialog is not None
    assert desk.kept_texts(TURKU)[0] == "её слова", "nothing of hers is written over"
    assert not dialog.act_button.isEnabled(), "nobody has chosen yet"
    press("Esc")
    assert desk.table.unsaved.cell(number, "text") == "мои слова", "what was typed is kept"
    assert desk.window.status.text().startswith("Не сохранено")
    desk.window.status.retry_button.click()
    qtbot.waitUntil(lambda: desk.window.conflicts.dialog() is not None, timeout=20_000)
    assert desk.kept_texts(TURKU)[0] == "её слова", "trying again is no answer"
    dialog = desk.window.conflicts.dialog()
    assert dialog is not None
    dialog.mine_button.click()
    press("Return")
    assert desk.kept_texts(TURKU)[0] == "мои слова"
    assert desk.column_seen()[0] == "мои слова"
    assert desk.window.status.text().startswith("Сохранено")
    desk.window.command_actions.undo.trigger()
    assert desk.kept_texts(TURKU)[0] == "её слова"


def test_ux_33_their_words_stay_where_they_are_chosen(
    desk: Desk, both: OtherClerk, qtbot: QtBot
) -> None:
    paper = desk.papers(TURKU)[0]
    form = desk.window.workspace.agreements.form
    both.does(f"agreements.set_field(register, {paper.id}, 'title', 'её название') and 0")
    form.title.setFocus()
    form.title.setPlainText("моё название")
    form.remark.setFocus()
    qtbot.waitUntil(lambda: desk.window.conflicts.dialog() is not None, timeout=20_000)
    dialog = desk.window.conflicts.dialog()
    assert dialog is not None
    dialog.theirs_button.click()
    dialog.act_button.click()
    assert desk.papers(TURKU)[0].title == "её название"
    assert form.title.toPlainText() == "её название"
    assert desk.window.drafts.typed() == []
    assert desk.window.status.text().startswith("Сохранено")


def test_ux_33_a_deletion_of_what_she_has_just_written_is_asked_about(
    desk: Desk, both: OtherClerk, qtbot: QtBot
) -> None:
    number = desk.kept(TURKU)[0].id
    both.does(f"events.set_field(register, {number}, 'text', 'её слова') and 0")
    desk.cell(0)
    press("Ctrl+-")
    qtbot.waitUntil(lambda: desk.window.conflicts.dialog() is not None, timeout=20_000)
    press("Return")
    assert desk.kept_texts(TURKU)[0] == "её слова", "Enter deletes nothing"
    qtbot.waitUntil(lambda: desk.column_seen()[0] == "её слова", timeout=20_000)
    _back(desk)
    desk.cell(0)
    press("Ctrl+-")
    assert desk.kept(TURKU)[0].id != number, "seen: now it is an act like any other"


def test_ux_33_what_is_typed_for_a_record_that_she_deleted_is_not_lost(
    desk: Desk, both: OtherClerk, qtbot: QtBot
) -> None:
    number = desk.kept(TURKU)[0].id
    both.does(f"events.delete(register, [{number}]) and 0")
    desk.cell(0)
    write("мои слова")
    press("Return")
    qtbot.waitUntil(lambda: desk.window.conflicts.question() is not None, timeout=20_000)
    question = desk.window.conflicts.question()
    assert question is not None
    assert "Петрова" in question.text()
    assert "мои слова" in question.informativeText()
    (back,) = (b for b in question.buttons() if b.text() == "Вернуть и записать")
    back.click()
    assert events.load(desk.file, [number])[number].text == "мои слова"
    assert desk.window.drafts.typed() == []


def test_ux_33_a_draft_of_before_the_kill_is_asked_about_too(
    desk: Desk, both: OtherClerk, qtbot: QtBot
) -> None:
    number, seen = desk.kept(TURKU)[0].id, desk.file.change_seq()
    uuid, at = desk.opened.register.uuid(), "2026-11-22T14:05:00+03:00"
    drafts.keep(uuid, [drafts.Draft("event", number, "text", "до сбоя", 2020, at, seen)])
    both.does(f"events.set_field(register, {number}, 'text', 'её слова') and 0")
    assert desk.window.open_path(desk.file.path)
    desk.go(TURKU)
    desk.window.workspace.banner.buttons()[0].click()
    qtbot.waitUntil(lambda: desk.window.conflicts.dialog() is not None, timeout=20_000)
    assert desk.kept_texts(TURKU)[0] == "её слова"
    dialog = desk.window.conflicts.dialog()
    assert dialog is not None
    dialog.mine_button.click()
    dialog.act_button.click()
    assert desk.kept_texts(TURKU)[0] == "до сбоя"
    assert drafts.kept(uuid) == ()
