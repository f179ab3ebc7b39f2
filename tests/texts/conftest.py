"""Texts belong to an application object; what one test speaks, the next one must not hear."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from partners_app.texts.language import load_language


@pytest.fixture(autouse=True)
def speaks_russian(qapp: QApplication) -> Iterator[None]:
    load_language("ru")
    yield
    load_language("en")
