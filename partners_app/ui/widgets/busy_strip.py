"""Says that something takes time: first the cursor, then a strip of progress (ux 26)."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

_CURSOR_AFTER_MS, _STRIP_AFTER_MS = 500, 2000


class BusyStrip(QProgressBar):
    """Hidden while there is nothing to do, and for the first two seconds of what there is."""

    waited = Signal()
    """Half a second has passed: it can be felt."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the name that a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.hide()
        self._cursor_soon, self._strip_soon = QTimer(self), QTimer(self)
        for timer, delay, act in (
            (self._cursor_soon, _CURSOR_AFTER_MS, self._show_cursor),
            (self._strip_soon, _STRIP_AFTER_MS, self.show),
        ):
            timer.setSingleShot(True)
            timer.setInterval(delay)
            timer.timeout.connect(act)

    def start(self) -> None:
        """Count from now."""
        self._cursor_soon.start()
        self._strip_soon.start()

    def stop(self) -> None:
        """Show nothing any more."""
        self._cursor_soon.stop()
        self._strip_soon.stop()
        self.window().unsetCursor()
        self.hide()

    def _show_cursor(self) -> None:
        self.window().setCursor(Qt.CursorShape.BusyCursor)
        self.waited.emit()
