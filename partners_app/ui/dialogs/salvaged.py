"""What was saved of a damaged register into a new file, and what could not be read."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.services.salvaging import Salvaged
from partners_app.texts.damage import salvaged_lines, salvaged_text
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.icon_label import IconLabel

_WIDTH = 130.0
_EDGE = 5.0


class SalvagedDialog(QDialog):
    """What was saved into a new file, by kind of record, and what was not."""

    def __init__(
        self, path: Path, target: Path, found: Salvaged, parent: QWidget | None = None
    ) -> None:
        """Speak of the damaged file and of the new one; it is opened by `accept`."""
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(self.tr("Saved into a new file: %1").replace("%1", target.name))
        self.target = target
        all_saved = found.saved == found.known
        self.head = QLabel(salvaged_text(found))
        self.head.setWordWrap(True)
        theme.set_look(self.head, Look.SECTION)
        note = self.tr("The damaged file “%1” is as it was. Keep it until you have looked through.")
        told = QLabel(note.replace("%1", path.name))
        told.setWordWrap(True)
        self.lines = QLabel("\n".join(salvaged_lines(found)))
        self.lines.setWordWrap(True)
        self.open_button = QPushButton(self.tr("&Open the new file"))
        self.open_button.setDefault(True)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self.open_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        edge = theme.length(_EDGE)
        words = QVBoxLayout()
        words.setSpacing(theme.length(3))
        for part in (self.head, self.lines, told):
            words.addWidget(part)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(edge, edge, edge, edge)
        head.setSpacing(theme.length(4))
        icon = IconLabel(
            "circle-check" if all_saved else "triangle-alert",
            "ok" if all_saved else "warn",
            units=6,
        )
        side = QVBoxLayout()
        side.addWidget(icon)
        side.addStretch(1)
        head.addLayout(side)
        head.addLayout(words, 1)
        hairline = QFrame()
        hairline.setObjectName("hairline")
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, theme.length(3), edge, theme.length(3))
        foot.setSpacing(theme.length(2))
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head, 1)
        column.addWidget(hairline)
        column.addLayout(foot)
        self.setMinimumWidth(theme.length(_WIDTH))
