"""What a clerk does with backups: make one, see what it would change, go back to it, and forth."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from partners_app.services import backup
from partners_app.services.backup import BackupReason
from partners_app.services.register import Register
from partners_app.ui.dialogs.backups import BackupsDialog
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from tests.journeys.conftest import MakeWindow
from tests.journeys.ux.desk import TURKU, Desk, press, write


def opened_dialog(window: MainWindow) -> BackupsDialog:
    window.command_actions.backups.trigger()
    dialog = window.backups.dialog()
    assert dialog is not None
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.background.busy, timeout=30_000)


def test_ux_34_a_backup_is_written_verified_and_named(qtbot: QtBot, desk: Desk) -> None:
    desk.window.command_actions.backup.trigger()
    settled(qtbot, desk.window)
    assert desk.said().startswith("Резервная копия записана и проверена: ")
    name = desk.said().partition(": ")[2]
    copy = Register.open(backup.folder(desk.file) / name, author="Анна")
    assert copy.counts() == desk.file.counts()
    copy.close()


def test_ux_34_backups_are_listed_and_restored_after_seeing_what_that_changes(
    qtbot: QtBot, desk: Desk
) -> None:
    window = desk.window
    before = desk.kept_texts(TURKU)
    dialog = opened_dialog(window)
    assert dialog.entries() == []
    assert not dialog.restore_button.isEnabled()
    dialog.write_button.click()
    settled(qtbot, window)
    (row,) = dialog.entries()
    assert "вручную. 130 мероприятий, 60 оснований, 52 партнёра" in row
    assert ". проверена " in row
    press("Esc")
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)

    for number in range(3):
        desk.cell(number)
        write(f"другой текст {number}")
        press("Return")
    changed = desk.kept_texts(TURKU)
    assert changed != before

    dialog = opened_dialog(window)
    qtbot.waitUntil(dialog.backups.hasFocus)
    press("Return")
    settled(qtbot, window)
    told = dialog.told_changes()
    assert "Мероприятия. 130, как сейчас" in told
    assert "Пропадут 3 шага" in told
    assert sum("другой текст" in line for line in told) <= 3
    dialog.restore_button.click()
    settled(qtbot, window)
    question = dialog.question
    assert question is not None
    assert "Пропадут 3 шага." in question.informativeText()
    assert question.defaultButton().text().replace("&", "") == "Оставить как есть"
    press("Return")
    assert desk.kept_texts(TURKU) == changed, "the safe button is the default one"

    dialog.restore_button.click()
    settled(qtbot, window)
    question = dialog.question
    assert question is not None
    (act,) = (button for button in question.buttons() if button is not question.defaultButton())
    act.click()
    settled(qtbot, window)
    assert desk.kept_texts(TURKU) == before
    assert [desk.seen(row, Column.TEXT) for row in range(len(before))] == before
    assert desk.said().startswith("Реестр восстановлен из копии от ")
    assert ".before-restore-" in desk.said()

    (again,) = window.workspace.banner.buttons()
    assert again.text() == "Вернуть как было"
    again.click()
    settled(qtbot, window)
    assert desk.kept_texts(TURKU) == changed


def test_ux_34_what_is_damaged_is_said_to_be_and_not_restored(qtbot: QtBot, desk: Desk) -> None:
    window, path = desk.window, backup.write(desk.file).path
    path.write_bytes(path.read_bytes().replace("Турку".encode(), "Курту".encode()))
    before = desk.file.path.read_bytes()
    dialog = opened_dialog(window)
    assert "не проверена" in dialog.entries()[0]
    dialog.verify_button.click()
    settled(qtbot, window)
    assert "повреждена" in dialog.entries()[0]
    assert "Резервная копия" in dialog.banner.text()
    dialog.restore_button.click()
    settled(qtbot, window)
    assert dialog.question is None
    assert desk.file.path.read_bytes() == before


def test_ux_34_a_register_that_cannot_be_opened_is_restored(
    qtbot: QtBot, make_window: MakeWindow, register_2020: Register
) -> None:
    backup.write(register_2020)
    path = register_2020.path
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    window = make_window()
    window.backups.show(path)
    dialog = window.backups.dialog()
    assert dialog is not None
    assert not dialog.write_button.isEnabled()
    dialog.compare_button.click()
    settled(qtbot, window)
    assert "Реестр в нынешнем виде не читается." in dialog.told_changes()
    dialog.restore_button.click()
    settled(qtbot, window)
    assert dialog.question is not None
    press("Tab")
    press("Space")
    settled(qtbot, window)
    assert window.open_register is not None
    assert window.open_register.ask(Register.counts).events == 130


def test_ux_34_a_backup_is_also_copied_to_a_second_folder(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window = desk.window
    dialog = opened_dialog(window)
    assert dialog.second.text().startswith("Копии лежат только на этом компьютере.")
    second = tmp_path / "диск"
    second.mkdir()
    window.settings.backup_folder = second
    dialog.write_button.click()
    settled(qtbot, window)
    assert str(second) in dialog.second.text()
    assert [("во второй папке" in row) for row in dialog.entries()].count(True) == 1
    dialog.second.leave_button.click()
    assert dialog.second.text().startswith("Копии лежат только на этом компьютере.")
    assert len(dialog.entries()) == 1


def test_ux_34_what_would_change_stays_when_the_list_is_read_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window, second = desk.window, tmp_path / "диск"
    second.mkdir()
    window.settings.backup_folder = second
    for text in ("вчера", "сегодня"):
        desk.cell(0)
        write(text)
        press("Return")
        backup.write(desk.file)
    dialog = opened_dialog(window)
    dialog.compare_button.click()
    settled(qtbot, window)
    told = dialog.told_changes()
    assert len(told) > 1
    dialog.read_again()
    settled(qtbot, window)
    assert dialog.told_changes() == told
    press("Down")
    assert len(dialog.told_changes()) == 1, "those were the changes of another backup"


def test_ux_34_a_second_folder_that_cannot_even_be_asked_for_is_said_not_to_be_there(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    # Too long a name stands for a share that answers with an error of its own.
    desk.window.settings.backup_folder = tmp_path / ("д" * 300)
    dialog = opened_dialog(desk.window)
    settled(qtbot, desk.window)
    assert dialog.second.text().startswith("Вторая папка сейчас недоступна")


def test_ux_34_every_button_is_reached_by_the_keyboard(desk: Desk) -> None:
    backup.write(desk.file, BackupReason.IMPORT)
    dialog = opened_dialog(desk.window)
    reached = set()
    for _ in range(15):
        press("Tab")
        focused = dialog.focusWidget()
        assert focused is not None
        reached.add(focused)
    assert {
        dialog.write_button,
        dialog.verify_button,
        dialog.compare_button,
        dialog.restore_button,
        dialog.folder_button,
        dialog.second.choose_button,
        dialog.close_button,
    } <= reached
    assert dialog.windowModality() is not Qt.WindowModality.NonModal
