"""Where backups are copied to besides: the folder, choosing another, and leaving it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from partners_app.ui import theme

_EDGE = 4.0


class SecondFolder(QWidget):
    """A sentence and two buttons."""

    choose_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self.choose_button = QPushButton(self.tr("&Choose…"))
        self.choose_button.setAccessibleName(self.tr("Choose the second folder"))
        self.leave_button = QPushButton(self.tr("&Do not copy"))
        row = QHBoxLayout(self)
        edge = theme.length(_EDGE)
        row.setContentsMargins(edge, theme.length(2), edge, theme.length(2))
        row.setSpacing(theme.length(2))
        row.addWidget(self._text, 1)
        for button, asked in (
            (self.choose_button, self.choose_requested),
            (self.leave_button, self.leave_requested),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            row.addWidget(button)

    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    def show_folder(self, folder: Path | None, *, is_there: bool) -> None:
        """Say which folder is chosen, if any, and whether it can be written to now."""
        self.leave_button.setVisible(folder is not None)
        if folder is None:
            text = self.tr(
                "Backups lie on this computer only. Choose a second folder: a share or a "
                "removable disk."
            )
        elif is_there:
            text = self.tr("Each backup is also copied to: %1").replace("%1", str(folder))
        else:
            text = self.tr("The second folder is not there now: %1").replace("%1", str(folder))
        self._text.setText(text)
