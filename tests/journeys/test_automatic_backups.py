"""Backups that nobody asks for: every half hour, on closing, and what is said when one fails."""

import os
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import DiskFull
from partners_app.paths import user_data
from partners_app.services import backup, catalogue
from partners_app.services.backup import BackupReason
from partners_app.services.register import Register
from partners_app.ui.main_window import MainWindow
from tests.journeys.conftest import MakeWindow


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """The program as it starts, without a register."""
    made = make_window()
    made.backups.begin_automatic()
    return made


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.background.busy, timeout=30_000)


def change(window: MainWindow, name: str) -> None:
    assert window.open_register is not None
    assert window.open_register.do(catalogue.rename, "region", 1, name)


def reasons(register: Register) -> list[BackupReason]:
    return [each.reason for each in backup.listing(register.uuid())]


def full(path: Path, *_: object) -> None:
    raise DiskFull(path, "SQLITE_FULL")


def test_only_what_was_changed_is_backed_up(
    qtbot: QtBot, window: MainWindow, register: Register
) -> None:
    assert window.open_path(register.path)
    settled(qtbot, window)
    assert reasons(register) == [BackupReason.AUTOMATIC], "nothing of it was backed up before"
    for name, expected in (("", 1), ("Запад", 2), ("", 2)):
        if name:
            change(window, name)
        window.backups._timer.timeout.emit()
        settled(qtbot, window)
        assert len(reasons(register)) == expected
    assert window.backups._timer.isActive()
    assert not window.workspace.banner.isVisible(), "who works is not disturbed"
    window.close()
    assert not window.isVisible()
    assert len(reasons(register)) == 2
    assert not window.backups._timer.isActive()


def test_the_window_closes_after_the_last_backup(
    qtbot: QtBot, window: MainWindow, register: Register
) -> None:
    assert window.open_path(register.path)
    settled(qtbot, window)
    change(window, "Запад")
    window.close()
    assert window.isVisible(), "it is being written"
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    newest = backup.listing(register.uuid())[0]
    assert newest.change_seq == register.change_seq()
    assert len(reasons(register)) == 2


def test_who_starts_the_program_again_meanwhile_keeps_it_open(
    qtbot: QtBot, window: MainWindow, register: Register
) -> None:
    assert window.open_path(register.path)
    settled(qtbot, window)
    change(window, "Запад")
    window.close()
    window.backups.stay_open()
    window.come_forward(register.path)
    settled(qtbot, window)
    assert window.isVisible()
    assert len(reasons(register)) == 2


def test_a_backup_that_nobody_can_note_does_not_keep_the_window_open(
    qtbot: QtBot, window: MainWindow, register: Register
) -> None:
    user_data().mkdir(parents=True, exist_ok=True)
    (user_data() / "Backup notes").write_text("a file where the folder should be")
    assert window.open_path(register.path)
    settled(qtbot, window)
    change(window, "Запад")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)


def test_a_memory_stick_pulled_out_after_the_last_backup_lets_the_window_close(
    qtbot: QtBot, window: MainWindow, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.open_path(register.path)
    settled(qtbot, window)
    change(window, "Запад")
    write = backup.write

    def write_and_lose(*arguments: Any, **keywords: Any) -> backup.BackupResult:
        written = write(*arguments, **keywords)
        register.path.rename(register.path.with_suffix(".gone"))
        return written

    monkeypatch.setattr(backup, "write", write_and_lose)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)


def test_a_register_that_is_left_for_another_is_backed_up(
    qtbot: QtBot, window: MainWindow, register: Register, register_2020: Register
) -> None:
    assert window.open_path(register.path)
    settled(qtbot, window)
    change(window, "Запад")
    assert window.open_path(register_2020.path)
    settled(qtbot, window)
    assert len(reasons(register)) == 2
    assert len(reasons(register_2020)) == 1


def test_a_backup_that_fails_is_said_and_stops_nobody(
    qtbot: QtBot, window: MainWindow, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.open_path(register.path)
    settled(qtbot, window)
    with monkeypatch.context() as disk:
        disk.setattr(
            "partners_app.storage.backup._vacuum_into", lambda _source, _path, copy: full(copy)
        )
        change(window, "Запад")
        window.backups._timer.timeout.emit()
        settled(qtbot, window)
        said = window.workspace.banner.text()
        assert said.startswith("Резервная копия не записана; работать можно дальше. ")
        assert window.status.text().endswith("резервная копия не записана")
        change(window, "Восток")
        assert catalogue.region(register, 1).name == "Восток"
        window.close()
        qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
        assert len(reasons(register)) == 1

    # The next start tries again.
    assert window.open_path(register.path)
    settled(qtbot, window)
    assert len(reasons(register)) == 2
    assert "не записана" not in window.status.text()


def test_a_second_folder_that_is_missing_is_said_once(
    qtbot: QtBot, window: MainWindow, register: Register, tmp_path: Path
) -> None:
    window.settings.backup_folder = tmp_path / "флешка"
    assert window.open_path(register.path)
    settled(qtbot, window)
    banner = window.workspace.banner
    assert banner.text().startswith("Резервная копия записана, но во вторую папку не скопирована.")
    banner.hide()
    change(window, "Запад")
    window.backups.write_if_due()
    settled(qtbot, window)
    assert banner.isHidden()
    (tmp_path / "флешка").mkdir()
    change(window, "Восток")
    window.backups.write_if_due()
    settled(qtbot, window)
    listed = backup.listing(register.uuid(), window.settings.backup_folder)
    assert [each.in_second for each in listed].count(True) == 1


def test_a_backup_that_rotted_is_told_of(
    qtbot: QtBot, window: MainWindow, register: Register
) -> None:
    path = backup.write(register).path
    path_stat = path.stat()
    path.write_bytes(path.read_bytes().replace("Европа".encode(), "Ефропа".encode()))
    os.utime(path, ns=(path_stat.st_atime_ns, path_stat.st_mtime_ns))
    assert window.open_path(register.path)
    settled(qtbot, window)
    assert path.name in window.workspace.banner.text()
    assert "испорчена" in window.workspace.banner.text()
