"""The program as it starts, in Russian, and a desk with a copy of the sample on it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.services.register import Register
from partners_app.ui.app import prepare
from partners_app.ui.main_window import MainWindow
from partners_app.ui.settings import Settings
from tests.journeys.ux.desk import TURKU, Desk


@pytest.fixture
def make_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[], MainWindow]]:
    """Start the program; may be called again when the window before is closed."""
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        settings = Settings()
        settings.author = "Анна"
        prepare(qapp, settings)
        window = MainWindow(settings)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.close()
        window.background.wait()


@pytest.fixture
def window(make_window: Callable[[], MainWindow], register_2020: Register) -> MainWindow:
    """Open the copy of the sample in the window."""
    made = make_window()
    assert made.open_path(register_2020.path)
    return made


@pytest.fixture
def desk(window: MainWindow, register_2020: Register) -> Desk:
    """Sit down before г. Турку."""
    desk = Desk(window, register_2020)
    desk.go(TURKU)
    return desk
