"""The status bar: is everything saved, how much is there, which file, and what is shown."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from partners_app.ui import theme
from partners_app.ui.theme import Look, Role


class StatusBar(QStatusBar):
    """Words and an icon for the state, never colour alone."""

    retry_requested = Signal()
    """What could not be written is to be tried again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no register."""
        super().__init__(parent)
        self._icon = QLabel()
        self._left = QLabel()
        self._right = QLabel()
        for label in (self._left, self._right):
            theme.set_look(label, Look.SMALL)
        self._state = ""
        self._facts: list[str] = []
        self._warning = ""
        self._drawn: tuple[str, Role] | None = None
        self._look = Look.SMALL
        left = QWidget()
        self._layout = QHBoxLayout(left)
        self._layout.addWidget(self._icon)
        self._layout.addWidget(self._left)
        self.retry_button = QToolButton()
        self.retry_button.setText(self.tr("Retry"))
        self.retry_button.setToolTip(self.tr("Try again to write what is typed: Ctrl+S"))
        self.retry_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retry_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        theme.set_style_property(self.retry_button, "main", True)
        theme.give_icon(self.retry_button, "rotate-cw", "accent", before_text=True)
        self.retry_button.clicked.connect(self.retry_requested)
        self.retry_button.hide()
        self._layout.addWidget(self.retry_button)
        self._layout.addStretch(1)
        right = QWidget()
        self._right_layout = QHBoxLayout(right)
        self._right_layout.addWidget(self._right)
        self.setSizeGripEnabled(False)
        self.addWidget(left, 1)
        self.addPermanentWidget(right)
        self._measure()
        self.show_closed("")

    def text(self) -> str:
        """Return what stands at the left."""
        return self._left.text()

    def right_text(self) -> str:
        """Return what stands at the right."""
        return self._right.text()

    def show_closed(self, version: str) -> None:
        """Say that no file is open; the version stands at the right."""
        self._facts, self._warning = [], ""
        self._set_state(self.tr("No file is open"), None, Look.SMALL)
        self._right.setText(self.tr("Version %1").replace("%1", version) if version else "")

    def show_saved(self, at: datetime | None) -> None:
        """Say that everything is in the file, and since when if something was written."""
        if at is None:
            text = self.tr("Everything is saved")
        else:
            text = self.tr("Saved %1").replace("%1", at.strftime("%H:%M"))
        self._set_state(text, ("circle-check", "ok"), Look.SMALL)

    def show_upgraded(self) -> None:
        """Say that the file was brought to the present format."""
        text = self.tr("Brought to the present format")
        self._set_state(text, ("circle-check", "ok"), Look.SMALL)

    def show_failed(self, reason: str) -> None:
        """Say that the last act was not written, and why (a sentence)."""
        text = self.tr("Not saved: %1").replace("%1", reason.removesuffix("."))
        self._set_state(text, ("circle-x", "bad"), Look.BAD)

    def offer_retry(self) -> None:
        """Show, beside what was not written, the button that tries again."""
        self.retry_button.show()

    def show_read_only(self) -> None:
        """Say that the register may only be read."""
        self._set_state(self.tr("Read only"), ("lock", "warn"), Look.WARN)

    def set_facts(self, events: int, file_name: str) -> None:
        """Set what follows the state: the number of the year's events and the file."""
        self._facts = [self.tr("%n event(s)", "", events), file_name]
        self._show()

    def set_warning(self, text: str) -> None:
        """Set what goes wrong behind what is worked at; empty: nothing."""
        self._warning = text
        self._show()

    def set_counts(self, shown: int, total: int, selected: int) -> None:
        """Set how many events the grid shows, of how many, and how many are selected."""
        text = self.tr("Shown %1 of %2 · selected %3")
        for place, number in (("%1", shown), ("%2", total), ("%3", selected)):
            text = text.replace(place, str(number))
        self._right.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._measure()
            self._draw()

    def _measure(self) -> None:
        for layout in (self._layout, self._right_layout):
            layout.setContentsMargins(
                theme.length(3), theme.length(1), theme.length(3), theme.length(1)
            )
            layout.setSpacing(theme.length(1.5))

    def _set_state(self, text: str, icon: tuple[str, Role] | None, look: Look) -> None:
        self.retry_button.hide()
        self._state = text
        self._drawn, self._look = icon, look
        theme.set_look(self._left, look)
        self._draw()
        self._show()

    def _show(self) -> None:
        # Why something was not written needs the whole line.
        facts = [] if self._look is Look.BAD else [*self._facts, self._warning]
        self._left.setText(" · ".join(text for text in (self._state, *facts) if text))

    def _draw(self) -> None:
        self._icon.setHidden(self._drawn is None)
        if self._drawn is not None:
            name, role = self._drawn
            color = theme.current().color(role)
            self._icon.setPixmap(theme.pixmap(name, color, theme.length(3.5)))
