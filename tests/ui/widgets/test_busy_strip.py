"""What takes time says so: the cursor first, the strip later, nothing for what is quick."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from partners_app.ui.widgets.busy_strip import BusyStrip


def test_ux_26_cursor_and_strip_come_and_go(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    strip = BusyStrip("Чтение")
    QVBoxLayout(window).addWidget(strip)
    window.show()
    strip.start()
    assert strip.isHidden()
    with qtbot.waitSignal(strip.waited, timeout=20_000):
        pass
    assert window.cursor().shape() is Qt.CursorShape.BusyCursor
    qtbot.waitUntil(strip.isVisible, timeout=20_000)
    strip.stop()
    assert strip.isHidden()
    assert window.cursor().shape() is not Qt.CursorShape.BusyCursor


def test_what_is_quick_shows_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    strip = BusyStrip("Чтение")
    QVBoxLayout(window).addWidget(strip)
    strip.start()
    strip.stop()
    with qtbot.assertNotEmitted(strip.waited, wait=700):
        pass
    assert strip.isHidden()
