"""A clerk's register is damaged: it is checked, put right, looked at, saved into a new file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import DiskFull, RegisterDamaged
from partners_app.domain.findings import FindingCode
from partners_app.services import backup, events, file_place
from partners_app.services.catalogue import Scope
from partners_app.services.file_place import FilePlace, PlaceKind
from partners_app.services.register import Register
from partners_app.ui.main_window import MainWindow
from tests.damages import ROWS, TOLD, smash_header, truncate
from tests.journeys.conftest import MakeWindow


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """The program as it starts, without a register."""
    return make_window()


def _choose(qtbot: QtBot, window: MainWindow, target: Path) -> None:
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    dialog.fileSelected.emit(str(target))
    dialog.close()


def _checked(qtbot: QtBot, window: MainWindow) -> None:
    window.command_actions.check_file.trigger()
    qtbot.waitUntil(lambda: window.register_files.check_dialog() is not None)


def test_the_file_is_checked_and_put_right_from_the_keyboard(
    qtbot: QtBot, window: MainWindow, register_2020: Register
) -> None:
    ROWS["dates"][0](register_2020.path)
    ROWS["no words"][0](register_2020.path)
    TOLD["no such day"][0](register_2020.path)
    assert window.open_path(register_2020.path)
    _checked(qtbot, window)
    dialog = window.register_files.check_dialog()
    assert dialog is not None
    assert "Найдено: 5" in dialog.head.text()
    assert dialog.repair_button.text() == "Исправить: 4"
    assert not dialog.salvage_button.isVisible()
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.repair_button)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Исправлено: 4" in dialog.head.text())
    assert "_repair.partners" in dialog.head.text()
    assert [item.code for item in dialog.findings()] == [FindingCode.UNREADABLE_DATE]
    assert not dialog.repair_button.isVisible()
    assert backup.verify(register_2020.path).events == 130
    dialog.list.setCurrentIndex(dialog.list.model().index(dialog.list.model().rowCount() - 1, 0))
    assert dialog.jump_button.isVisible()
    dialog.jump_button.click()
    assert window.register_files.check_dialog() is None
    assert window.workspace.grid.table.currentIndex().isValid()


def test_a_rescue_is_seen_and_can_be_read_in_the_history(
    qtbot: QtBot, window: MainWindow, register_2020: Register
) -> None:
    ROWS["an event that stands nowhere"][0](register_2020.path)
    assert window.open_path(register_2020.path)
    _checked(qtbot, window)
    dialog = window.register_files.check_dialog()
    assert dialog is not None
    dialog.repair_button.click()
    qtbot.waitUntil(lambda: "Исправлено: 1" in dialog.head.text())
    dialog.close_button.click()
    opened = window.open_register
    assert opened is not None
    assert opened.steps_of_others() == {}, "the repair is the clerk's own step"
    assert "исправление файла" in window.command_actions.undo.text()


def test_a_repair_that_stops_halfway_shows_what_it_did_and_what_is_left(
    qtbot: QtBot,
    window: MainWindow,
    register_2020: Register,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ROWS["an event that stands nowhere"][0](register_2020.path)
    ROWS["one place twice"][0](register_2020.path)
    assert window.open_path(register_2020.path)
    _checked(qtbot, window)
    dialog, opened = window.register_files.check_dialog(), window.open_register
    assert dialog is not None and opened is not None
    assert dialog.repair_button.text() == "Исправить: 2"
    apply, written = opened.register.apply, list[ChangeSet]()

    def apply_one(change_set: ChangeSet, *, decided: bool) -> ChangeSet:
        if written:
            raise DiskFull(register_2020.path, "SQLITE_FULL")
        written.append(apply(change_set, decided=decided))
        return written[0]

    with monkeypatch.context() as disk:
        disk.setattr(opened.register, "apply", apply_one)
        dialog.repair_button.click()
        qtbot.waitUntil(dialog.banner.isVisible)
    assert dialog.banner.text().startswith("На диске не осталось места")
    assert "Исправлено: 1" in dialog.head.text()
    assert [item.code for item in dialog.findings()] == [FindingCode.ORDER_TWICE]
    assert "исправление файла" in window.command_actions.undo.text()
    assert not opened.is_behind(), "the repair is the clerk's own step"
    # There is room again.
    dialog.repair_button.click()
    qtbot.waitUntil(lambda: dialog.findings() == [])
    assert not dialog.banner.isVisible()
    dialog.close_button.click()


def test_nothing_wrong_is_said_too(
    qtbot: QtBot, window: MainWindow, register_2020: Register
) -> None:
    assert window.open_path(register_2020.path)
    _checked(qtbot, window)
    dialog = window.register_files.check_dialog()
    assert dialog is not None
    assert "всё в порядке" in dialog.head.text()
    assert not dialog.repair_button.isVisible()
    dialog.close()


def test_a_register_without_its_beginning_is_saved_into_a_new_file(
    qtbot: QtBot, window: MainWindow, register_2020: Register
) -> None:
    path = register_2020.path
    smash_header(path)
    before = path.read_bytes()
    assert not window.open_path(path)
    dialog = window.register_files.damaged_dialog()
    assert dialog is not None
    assert "начало файла утеряно" in dialog.what.text()
    assert "Файл не изменён" in dialog.todo.text()
    assert not dialog.backups_button.isEnabled(), "there is none"
    dialog.salvage_button.click()
    target = path.with_name("Спасённый.partners")
    _choose(qtbot, window, target)
    qtbot.waitUntil(lambda: window.register_files.salvaged_dialog() is not None)
    told = window.register_files.salvaged_dialog()
    assert told is not None
    assert told.head.text() == "Спасено записей: 275 из 275."
    model = told.list.model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rows[-1] == "История изменений. цела, шагов: 1"
    assert rows[4] == "Мероприятия. 130 из 130"
    told.open_button.click()
    assert window.open_register is not None
    assert window.open_register.register.path == target
    assert window.open_register.ask(events.ids, Scope(), 2020)
    assert path.read_bytes() == before


def test_what_can_be_read_is_shown_for_reading_only(
    qtbot: QtBot, window: MainWindow, register_2020: Register
) -> None:
    path = register_2020.path
    backup.write(register_2020)
    truncate(path)
    before = path.read_bytes()
    assert not window.open_path(path)
    dialog = window.register_files.damaged_dialog()
    assert dialog is not None
    assert "обрезан" in dialog.what.text()
    assert dialog.backups_button.isEnabled()
    assert dialog.list.model().rowCount() == 1
    dialog.look_button.click()
    qtbot.waitUntil(lambda: window.open_register is not None)
    assert "Спасено записей" in window.workspace.banner.text()
    assert window.windowTitle().startswith(f"{path.name}")
    assert "только чтение" in window.windowTitle()
    assert not window.workspace.held.isVisible(), "its folder may well be written"
    assert not window.command_actions.add_event.isEnabled()
    words = [button.text() for button in window.workspace.banner.buttons()]
    assert words[:2] == ["Спасти в новый файл…", "Восстановить из копии…"]
    window.close_register()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_is_left_of_a_damaged_register_is_no_backup_of_it(
    qtbot: QtBot, window: MainWindow, register_2020: Register
) -> None:
    good = backup.write(register_2020).path
    truncate(register_2020.path)
    window.backups.begin_automatic()
    assert not window.open_path(register_2020.path)
    dialog = window.register_files.damaged_dialog()
    assert dialog is not None
    dialog.look_button.click()
    qtbot.waitUntil(lambda: window.open_register is not None)
    opened = window.open_register
    assert opened is not None
    assert not window.command_actions.backup.isEnabled()
    window.backups.show()
    listed = window.backups.dialog()
    assert listed is not None and not listed.write_button.isEnabled()
    listed.close()
    with pytest.raises(RegisterDamaged):
        backup.write(opened.register)
    window.close_register()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert [each.path for each in backup.listing(register_2020.uuid())] == [good]
    # The next register has backups again.
    assert window.open_path(good)
    assert window.command_actions.backup.isEnabled()
    qtbot.waitUntil(lambda: not window.background.busy)


def test_the_backups_of_a_damaged_register_are_offered(
    qtbot: QtBot, window: MainWindow, register_2020: Register
) -> None:
    backup.write(register_2020)
    register_2020.set_setting("title", "Отчёт")
    backup.write(register_2020)
    # It does not even say which register it is: the backups are found by its name.
    smash_header(register_2020.path)
    assert not window.open_path(register_2020.path)
    dialog = window.register_files.damaged_dialog()
    assert dialog is not None
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.backups.dialog() is not None)
    listed = window.backups.dialog()
    assert listed is not None and listed.backups.model().rowCount() == 2
    listed.close()


def test_a_sample_notices_and_leads_to_the_check(
    qtbot: QtBot,
    window: MainWindow,
    register_2020: Register,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # So large that nothing is left to chance.
    monkeypatch.setattr("partners_app.storage.inspection.SAMPLE_ROWS", 10_000)
    assert window.open_path(register_2020.path)
    window.register_files.sample()
    window.background.wait()
    assert not window.workspace.banner.isVisible()
    ROWS["a text"][0](register_2020.path)
    window.register_files.sample()
    qtbot.waitUntil(window.workspace.banner.isVisible, timeout=2000)
    banner = window.workspace.banner
    assert "диск" in banner.text()
    banner.buttons()[0].click()
    qtbot.waitUntil(lambda: window.register_files.check_dialog() is not None)
    dialog = window.register_files.check_dialog()
    assert dialog is not None
    dialog.close()


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (FilePlace(PlaceKind.CLOUD, "OneDrive"), "OneDrive"),
        (FilePlace(PlaceKind.NETWORK, r"\\srv\КВС"), r"\\srv\КВС"),
    ],
)
def test_a_cloud_or_a_network_is_warned_of_once_and_a_copy_offered(
    qtbot: QtBot,
    window: MainWindow,
    register_2020: Register,
    monkeypatch: pytest.MonkeyPatch,
    place: FilePlace,
    words: str,
) -> None:
    def place_of(path: Path) -> FilePlace:
        return place if path == register_2020.path else FilePlace(PlaceKind.COMPUTER)

    monkeypatch.setattr("partners_app.ui.main_window.register_file_commands.place_of", place_of)
    banner = window.workspace.banner
    assert window.open_path(register_2020.path)
    assert banner.isVisible() and words in banner.text()
    copy, silent = banner.buttons()
    target = register_2020.path.with_name("Здесь.partners")
    copy.click()
    _choose(qtbot, window, target)
    qtbot.waitUntil(
        lambda: window.open_register is not None and window.open_register.register.path == target
    )
    assert not banner.isVisible()
    assert window.open_path(register_2020.path)
    _, silent = banner.buttons()
    silent.click()
    assert window.open_path(register_2020.path)
    assert not banner.isVisible(), "it was said"


def test_a_register_on_this_computer_is_not_warned_of(
    window: MainWindow, register_2020: Register
) -> None:
    assert file_place.place_of(register_2020.path).kind is PlaceKind.COMPUTER
    assert window.open_path(register_2020.path)
    assert not window.workspace.banner.isVisible()
