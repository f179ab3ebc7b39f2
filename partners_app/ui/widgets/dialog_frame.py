"""The frame that dialogs share: content, a hairline, and a foot with a note and two buttons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.services.drafts import Typed
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.hairline import hairline

_EDGE = 5.0


class ActDialog(QDialog):
    """A dialog with one act: its button is the default one, «Cancel» stands before it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.act_button = QPushButton()
        self.act_button.setDefault(True)
        self.act_button.clicked.connect(self.accept)
        self.cancel_button = cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self._foot = foot = QHBoxLayout()
        edge = theme.length(_EDGE)
        foot.setContentsMargins(edge, theme.length(3), edge, theme.length(3))
        foot.setSpacing(theme.length(2))
        foot.addWidget(self._note, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.act_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.content, 1)
        whole.addWidget(hairline())
        whole.addLayout(foot)
        self.set_note(self.tr("Can be undone in one step: Ctrl+Z"))

    def set_size(self, width: float, height: float) -> None:
        """Take a size in u, but no more than the window that the dialog stands over."""
        size = QSize(theme.length(width), theme.length(height))
        over = self.parentWidget()
        self.resize(size if over is None else size.boundedTo(over.window().size()))

    def add_secondary(self, button: QPushButton) -> None:
        """Put another act at the left of the foot; the note then stands before the buttons."""
        button.setAutoDefault(False)
        self._foot.insertWidget(0, button)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def note(self) -> str:
        """Return the sentence in the foot."""
        return self._note.text()

    def typed(self) -> list[Typed]:
        """Return the texts that are typed and would be lost if the program ended now."""
        return []

    def set_note(self, text: str, *, warning: bool = False) -> None:
        """Show a small sentence in the foot."""
        self._note.setText(text)
        theme.set_look(self._note, Look.WARN if warning else Look.SMALL)


def give_edges(layout: QLayout) -> None:
    """Give a part of a dialog the free edge that all dialogs have."""
    edge = theme.length(_EDGE)
    layout.setContentsMargins(edge, edge, edge, edge)
