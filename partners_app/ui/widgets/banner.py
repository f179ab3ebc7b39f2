"""A strip above the header for what needs a decision, instead of a message box."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from partners_app.ui import theme
from partners_app.ui.theme import Role

Acts = Sequence[tuple[str, Callable[[], object]]]
"""Buttons: each a verb, and what it does."""


class BannerTone(Enum):
    """What a banner says: done, to look at, or failed."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


_ICONS = {
    BannerTone.OK: "circle-check",
    BannerTone.WARN: "triangle-alert",
    BannerTone.BAD: "circle-x",
}


class Banner(QWidget):
    """Tint, icon, sentence, buttons, and a cross; hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._tone = BannerTone.OK
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        # Names of people and files stand in it: none of them is markup.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        theme.set_style_property(self._close, "textless", True)
        theme.give_icon(self._close, "x", "text2")
        self._close.clicked.connect(self.hide)
        self._buttons: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._icon)
        self._layout.addWidget(self._text, 1)
        self._layout.addWidget(self._close)
        self._measure()
        self.hide()

    def text(self) -> str:
        """Return the sentence that is shown."""
        return self._text.text()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons that are shown."""
        return list(self._buttons)

    def say(
        self,
        tone: BannerTone,
        text: str,
        acts: Acts = (),
        *,
        details: str = "",
    ) -> None:
        """Show a sentence with buttons, each a verb and what it does; details as a tooltip.

        The details of a failure can be copied, for whoever is asked for help.
        """
        self._tone = tone
        self._text.setText(text)
        self._text.setToolTip(details)
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        if tone is BannerTone.BAD and details:
            acts = [*acts, (self.tr("Copy the details"), lambda: _copy(f"{text}\n{details}"))]
        for words, act in acts:
            button = QPushButton(words)
            # The act may put another message in this one's place.
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._layout.insertWidget(self._layout.count() - 1, button)
            self._buttons.append(button)
        self._draw()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._measure()
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        tints = {
            BannerTone.OK: now.ok_tint,
            BannerTone.WARN: now.warn_tint,
            BannerTone.BAD: now.bad_tint,
        }
        painter = QPainter(self)
        painter.fillRect(self.rect(), tints[self._tone])

    def _measure(self) -> None:
        self._layout.setContentsMargins(
            theme.length(4), theme.length(2), theme.length(3), theme.length(2)
        )
        self._layout.setSpacing(theme.length(2))

    def _draw(self) -> None:
        role: Role = self._tone.value
        color = theme.current().color(role)
        self._icon.setPixmap(theme.pixmap(_ICONS[self._tone], color, theme.length(4)))
        # The strip itself too: only where its parts changed would Qt paint the new tone.
        self.update()


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
