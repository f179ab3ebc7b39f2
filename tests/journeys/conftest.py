"""What the journeys of the import share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.services.register import Register
from partners_app.ui.app import prepare
from partners_app.ui.main_window import MainWindow
from partners_app.ui.settings import Settings
from tests.journeys.import_desk import ImportDesk


@pytest.fixture
def import_desk(qtbot: QtBot, qapp: QApplication, register_2020: Register) -> Iterator[ImportDesk]:
    """A window on the register of 2020."""
    settings = Settings()
    settings.author = "Анна"
    prepare(qapp, settings)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    assert window.open_path(register_2020.path)
    desk = ImportDesk(qtbot, window)
    desk.opened.set_year(2020)
    yield desk
    dialog = window.imports.dialog()
    if dialog is not None:
        dialog.session.close()
        dialog.done(0)
    window.background.wait()
    window.close()
    window.background.wait()
