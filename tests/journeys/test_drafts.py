"""The program is killed while a clerk types: what was typed is offered at the next start."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.paths import user_data
from partners_app.services import agreements, catalogue, drafts, events
from partners_app.services.register import Register
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from partners_app.ui.main_window.drafts import INTERVAL_MS
from tests.journeys.conftest import MakeWindow
from tests.ui.clerk import press, type_text
from tests.ui.sample_registers import scope_named

ROOT = Path(__file__).resolve().parent.parent.parent

# Opens the register, types into the first event of Турку and goes on like a program that waits.
TYPING = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from partners_app.services.register import Register
from partners_app.ui.app import prepare
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from partners_app.ui.settings import Settings
from tests.ui.clerk import type_text
from tests.ui.sample_registers import scope_named

app = QApplication(["typing"])
settings = Settings(Path(sys.argv[2]))
prepare(app, settings)
window = MainWindow(settings)
window.take_register(Register.open(Path(sys.argv[1]), author="Typist"))
window.show()
window.activateWindow()
QTest.qWaitForWindowActive(window)
window.workspace.tree.select(scope_named(window.open_register, "г. Турку"))
table = window.workspace.grid.table
table.setFocus()
table.select_row(0, Column.TEXT)
table.start_editing(table.currentIndex(), "")
type_text("набранное до обрыва")
print("typed", flush=True)
app.exec()
"""


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """The program as it starts, without a register."""
    return make_window()


@pytest.mark.trial
def test_text_being_typed_survives_kill_9_and_is_offered_at_the_next_start(
    window: MainWindow, register_2020: Register, tmp_path: Path
) -> None:
    assert INTERVAL_MS <= 10_000
    path = register_2020.path
    command = [sys.executable, "-X", "utf8", "-c", TYPING, str(path), str(tmp_path / "s.ini")]
    child = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    )
    assert child.stdout is not None
    draft = user_data() / "Drafts" / f"{register_2020.uuid()}.json"
    with child:
        said = child.stdout.readline()
        if said != "typed\n":
            pytest.fail(child.communicate()[1])
        deadline = time.monotonic() + 60
        while not draft.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        child.kill()
    assert child.returncode != 0
    assert register_2020.history(limit=1)[0].author != "Typist", "nothing of it was saved"

    assert window.open_path(path)
    banner = window.workspace.banner
    assert banner.isVisible()
    assert "набранное до обрыва" in banner.text()
    (restore, _) = banner.buttons()
    assert restore.text() == "Восстановить набранный текст"
    restore.click()
    assert window.open_register is not None
    turku = scope_named(window.open_register, "г. Турку")
    first = events.ids(register_2020, turku, 2020)[0]
    assert events.load(register_2020, [first])[first].text == "набранное до обрыва"
    assert not draft.exists()
    assert not banner.isVisible()


def test_a_draft_of_grid_strip_and_form_is_kept_and_goes_when_it_is_saved(
    qtbot: QtBot, window: MainWindow, register_2020: Register
) -> None:
    assert window.open_path(register_2020.path)
    assert window.open_register is not None
    turku = scope_named(window.open_register, "г. Турку")
    window.workspace.tree.select(turku)
    space, uuid = window.workspace, register_2020.uuid()
    assert turku.id is not None
    (paper, *_) = agreements.of_partner(register_2020, turku.id)
    space.agreements.show_agreement(paper.id)
    space.agreements.form.remark.setPlainText("оригинал в архиве")
    space.grid.add_row.line.setText("10 марта – концерт")
    window.drafts.keep()
    assert {(draft.table, draft.field, draft.text) for draft in drafts.kept(uuid)} == {
        ("partner", "line", "10 марта – концерт"),
        ("agreement", "remark", "оригинал в архиве"),
    }
    window.command_actions.save.trigger()
    assert drafts.kept(uuid) == ()
    assert catalogue.event_count(register_2020, 2020) == 131
    space.grid.table.setFocus()
    space.grid.table.select_row(0, Column.TEXT)
    type_text("недописанное")
    window.drafts.keep()
    assert [draft.text for draft in drafts.kept(uuid)] == ["недописанное"]
    window.close()
    assert drafts.kept(uuid) == (), "closing saves it"


def test_dates_numbers_names_and_dialogs_are_in_the_draft_while_they_are_typed(
    window: MainWindow, register_2020: Register
) -> None:
    assert window.open_path(register_2020.path)
    assert window.open_register is not None
    turku = scope_named(window.open_register, "г. Турку")
    window.workspace.tree.select(turku)
    space, uuid = window.workspace, register_2020.uuid()

    def typed() -> set[tuple[str, str, str]]:
        window.drafts.keep()
        found = drafts.kept(uuid)
        assert {draft.row_id for draft in found if draft.table == "partner"} <= {turku.id}
        return {(draft.table, draft.field, draft.text) for draft in found}

    form = space.agreements.form
    form.validity.end.setText("до осени")
    form.number.setText("12")
    form.years.setText("3")
    form.registered.field.setText("2003")
    form.dates.rows()[0].field.setText("1954")
    form.dates.add_draft()
    form.dates.rows()[-1].field.setText("вес")
    assert typed() == {
        ("agreement", "valid_to", "до осени"),
        ("agreement", "registration_number", "12"),
        ("agreement", "prolongation_years", "3"),
        ("agreement", "registration_date", "2003"),
        ("agreement_date", "date", "1954"),
        ("agreement", "new_date", "вес"),
    }
    window.commit()
    assert typed() == set()

    space.tree.setFocus()
    press(Qt.Key.Key_F2)
    type_text("г. Або")
    assert typed() == {("partner", "name", "г. Або")}
    press(Qt.Key.Key_Escape)
    assert typed() == set()
    space.tree.acts.add_region()
    prompt = space.tree.acts.prompt()
    assert prompt is not None
    prompt._name.setText("Африка")
    assert typed() == {("all", "region", "Африка")}
    prompt.reject()

    window.places.show_particulars(turku)
    dialog = window.places.particulars_dialog()
    assert dialog is not None
    assert typed() == set()
    dialog.remark.setPlainText("побратим с 1953 года")
    dialog.status_date.field.setText("1953")
    assert typed() == {
        ("partner", "remark", "побратим с 1953 года"),
        ("partner", "status_date", "1953"),
    }
    dialog.reject()
    QApplication.clipboard().clear()
    pasting = window.event_commands.paste_text()
    assert pasting is not None
    pasting.editor.setPlainText("10 марта – визит")
    assert typed() == {("partner", "pasted", "10 марта – визит")}
    pasting.reject()
    assert typed() == set()


def test_what_was_offered_and_not_decided_is_offered_again(
    window: MainWindow, register_2020: Register
) -> None:
    uuid = register_2020.uuid()
    at = "2026-11-22T14:05:00+03:00"
    lost = drafts.Draft("event", 4711, "text", "без места", 2020, at)
    drafts.keep(uuid, [lost])
    assert window.open_path(register_2020.path)
    window.close_register()
    assert drafts.kept(uuid) == (lost,)
    assert window.open_path(register_2020.path)
    window.drafts.restore()
    assert drafts.kept(uuid) == (lost,), "its event is gone: the text is not thrown away"
    assert window.workspace.banner.isVisible()
    window.drafts.discard()
    assert drafts.kept(uuid) == ()
