"""The program as it starts, in Russian, and what the journeys find before them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.services.register import Register
from partners_app.ui.app import prepare
from partners_app.ui.dialogs.report_preview import ReportPreview
from partners_app.ui.main_window import MainWindow
from partners_app.ui.settings import Settings
from tests.journeys.import_desk import ImportDesk

MakeWindow = Callable[[], MainWindow]


@pytest.fixture
def make_window(qtbot: QtBot, qapp: QApplication) -> Iterator[MakeWindow]:
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
        window.background.wait()
        window.close()
        window.background.wait()


@pytest.fixture
def window(make_window: MakeWindow, register_2020: Register) -> MainWindow:
    """Open the copy of the sample in the window."""
    made = make_window()
    assert made.open_path(register_2020.path)
    return made


@pytest.fixture
def preview(qtbot: QtBot, window: MainWindow) -> ReportPreview:
    """Look at the report of 2020 before it is printed."""
    window.command_actions.preview.trigger()
    qtbot.waitUntil(lambda: window.printing.preview() is not None, timeout=20_000)
    preview = window.printing.preview()
    assert preview is not None
    return preview


@pytest.fixture
def import_desk(qtbot: QtBot, window: MainWindow) -> Iterator[ImportDesk]:
    """Sit down before the year 2020, with files to be taken in."""
    desk = ImportDesk(qtbot, window)
    desk.opened.set_year(2020)
    yield desk
    dialog = window.imports.dialog()
    if dialog is not None:
        dialog.session.close()
        dialog.done(0)
