"""A grid on a small register, shown and with the keyboard in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.event_grid import EventGrid
from tests.ui.event_registers import YEAR, make, scope_of


@pytest.fixture
def opened(tmp_path: Path, qapp: object) -> Iterator[OpenRegister]:
    opened = OpenRegister(make(tmp_path), YEAR)
    yield opened
    opened.close()


@pytest.fixture
def grid(qtbot: QtBot, opened: OpenRegister) -> Iterator[EventGrid]:
    grid = EventGrid()
    qtbot.addWidget(grid)
    grid.resize(1000, 500)
    grid.set_register(opened)
    grid.show_scope(scope_of(opened.register, "г. Турку"))
    grid.show()
    grid.activateWindow()
    grid.table.setFocus()
    qtbot.waitUntil(grid.table.hasFocus)
    yield grid
    grid.set_register(None)
