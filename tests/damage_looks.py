"""A register's file out of order, as a clerk may see it: looks for the pictures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from partners_app.domain.errors import RegisterDamaged
from partners_app.services import backup, salvaging
from partners_app.services.file_place import FilePlace, PlaceKind
from partners_app.texts.damage import place_text
from partners_app.ui.main_window import MainWindow
from partners_app.ui.theme import ThemeName
from partners_app.ui.widgets.banner import BannerTone
from tests.damages import BROKEN, ROWS, TOLD, truncate

Look = Callable[[MainWindow], QWidget]
_BASE, _LARGE = 9.75, 14.625
_FOUND = ("dates", "no words", "an event that stands nowhere", "one place twice")
_TURNS = 100


def _path(window: MainWindow) -> Path:
    assert window.open_register is not None
    return window.open_register.register.path


def checked(window: MainWindow) -> QWidget:
    """Show what a check finds where there is something of each kind."""
    path = _path(window)
    for name in _FOUND:
        ROWS[name][0](path)
    for damage, _ in TOLD.values():
        damage(path)
    return _check(window)


def _wait(window: MainWindow, there: Callable[[], bool]) -> None:
    for _ in range(_TURNS):
        if there():
            return
        window.background.wait()
        QTest.qWait(20)
    raise AssertionError("it does not come")


def _check(window: MainWindow) -> QWidget:
    window.register_files.check()
    _wait(window, lambda: window.register_files.check_dialog() is not None)
    dialog = window.register_files.check_dialog()
    assert dialog is not None
    return dialog


def broken(window: MainWindow) -> QWidget:
    """Show a check of a file that only a new one can replace."""
    BROKEN["a word of the history"][0](_path(window))
    return _check(window)


def whole(window: MainWindow) -> QWidget:
    """Show a check that found nothing."""
    return _check(window)


def put_right(window: MainWindow) -> QWidget:
    """Show what was put right, and what is left to the clerk."""
    shown = checked(window)
    dialog = window.register_files.check_dialog()
    assert dialog is not None
    dialog.repair_button.click()
    _wait(window, lambda: "_repair" in dialog.head.text())
    return shown


def damaged(window: MainWindow) -> QWidget:
    """Show the message about a register that is cut off, and its backups."""
    opened, path = window.open_register, _path(window)
    assert opened is not None
    backup.write(opened.register)
    truncate(path)
    window.register_files.offer_rescue(RegisterDamaged(path, "truncated"))
    dialog = window.register_files.damaged_dialog()
    assert dialog is not None
    return dialog


def damaged_alone(window: MainWindow) -> QWidget:
    """Show the message where there is no backup."""
    window.register_files.offer_rescue(RegisterDamaged(_path(window), "header"))
    dialog = window.register_files.damaged_dialog()
    assert dialog is not None
    return dialog


def salvaged(window: MainWindow) -> QWidget:
    """Show what was saved of half a file."""
    path = _path(window)
    target = path.with_name("реестр-2020 – спасённое.partners")
    truncate(path)
    found = salvaging.write(path, target, author="А. П. Иванова")
    window.register_files.show_salvaged(path, target, found)
    dialog = window.register_files.salvaged_dialog()
    assert dialog is not None
    return dialog


def cloud(window: MainWindow) -> QWidget:
    """Show the warning about a folder of a cloud."""
    window.workspace.banner.say(
        BannerTone.WARN,
        place_text(FilePlace(PlaceKind.CLOUD, "OneDrive")),
        [("Скопировать на этот компьютер…", print), ("Больше не напоминать", print)],
    )
    return window


LOOKS: tuple[tuple[str, ThemeName, float, Look], ...] = (
    ("damage-check-light", "light", _BASE, checked),
    ("damage-check-dark", "dark", _BASE, checked),
    ("damage-check-font150-light", "light", _LARGE, checked),
    ("damage-check-broken-light", "light", _BASE, broken),
    ("damage-check-whole-light", "light", _BASE, whole),
    ("damage-put-right-light", "light", _BASE, put_right),
    ("damage-message-light", "light", _BASE, damaged),
    ("damage-message-dark", "dark", _BASE, damaged),
    ("damage-message-font150-light", "light", _LARGE, damaged),
    ("damage-message-alone-light", "light", _BASE, damaged_alone),
    ("damage-salvaged-light", "light", _BASE, salvaged),
    ("damage-salvaged-dark", "dark", _BASE, salvaged),
    ("damage-salvaged-font150-light", "light", _LARGE, salvaged),
    ("damage-cloud-light", "light", _BASE, cloud),
    ("damage-cloud-font150-dark", "dark", _LARGE, cloud),
)
