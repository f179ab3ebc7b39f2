"""The strip under the tool bar tells a success from a warning by its colour."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from partners_app.ui.widgets.banner import Banner, BannerTone


class Painted(QObject):
    """Remembers whether the corner of the strip was painted anew."""

    corner = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self.corner = self.corner or event.region().contains(watched.rect().topLeft())
        return False


def test_another_tone_is_painted_up_to_the_edge(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say(BannerTone.OK, "Реестр восстановлен.")
    qtbot.wait(30)
    seen = Painted()
    banner.installEventFilter(seen)
    banner.say(BannerTone.WARN, "Текст удалён.")
    qtbot.waitUntil(lambda: seen.corner)
