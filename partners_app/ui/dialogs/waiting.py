"""What is seen while something takes long: a busy cursor, then a dialog that can cancel it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.ui import theme

CURSOR_AFTER_MS = 500
DIALOG_AFTER_MS = 2000
"""After how long the cursor tells that something is done, and the dialog, in milliseconds."""

_WIDTH = 90.0
_EDGE = 5.0


class WaitingDialog(QDialog):
    """Belongs to one task: it shows itself when the task takes long, and goes with `finish`."""

    cancelled = Signal()
    """The user does not want the result any more."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Begin to count the time; ``text`` says what is being done."""
        super().__init__(parent)
        self.setWindowTitle(text)
        self.setModal(True)
        self._busy = False
        words = QLabel(text)
        words.setWordWrap(True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(text)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        # Enter that was meant for the window behind must not cancel.
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        edge = theme.length(_EDGE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.length(3))
        column.addWidget(words)
        column.addWidget(bar)
        column.addLayout(foot)
        self.setMinimumWidth(theme.length(_WIDTH))
        self.rejected.connect(self.cancelled)
        self._cursor_timer = _after(CURSOR_AFTER_MS, self._show_cursor, self)
        self._dialog_timer = _after(DIALOG_AFTER_MS, self.open, self)

    def finish(self) -> None:
        """Go: the task has ended."""
        self._cursor_timer.stop()
        self._dialog_timer.stop()
        if self._busy:
            self._busy = False
            QGuiApplication.restoreOverrideCursor()
        self.hide()
        self.deleteLater()

    def _show_cursor(self) -> None:
        self._busy = True
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)


def _after(milliseconds: int, act: Callable[[], object], parent: WaitingDialog) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    timer.start(milliseconds)
    return timer
