"""A desk with a copy of the sample on it."""

import pytest

from partners_app.services.register import Register
from partners_app.ui.main_window import MainWindow
from tests.journeys.ux.desk import TURKU, Desk


@pytest.fixture
def desk(window: MainWindow, register_2020: Register) -> Desk:
    """Sit down before г. Турку."""
    desk = Desk(window, register_2020)
    desk.go(TURKU)
    return desk
