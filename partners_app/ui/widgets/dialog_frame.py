"""The frame that dialogs share: a head, content, a hairline, and a foot with buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
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
from partners_app.ui.widgets.icon_label import IconLabel

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
        self._foot = dialog_foot([], [cancel, self.act_button], between=self._note)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.content, 1)
        whole.addWidget(hairline())
        whole.addLayout(self._foot)
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


def dismiss_questions() -> None:
    """Close unanswered whatever waits for an answer, the topmost first."""
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        # Not `reject`: some ask there whether they may close.
        dialog.done(QDialog.DialogCode.Rejected)


def give_edges(layout: QLayout) -> None:
    """Give a part of a dialog the free edge that all dialogs have."""
    edge = theme.length(_EDGE)
    layout.setContentsMargins(edge, edge, edge, edge)


def dialog_foot(
    left: Sequence[QWidget],
    right: Sequence[QWidget],
    *,
    between: QWidget | None = None,
    edge: float = _EDGE,
) -> QHBoxLayout:
    """Return the row below a dialog's hairline; ``between`` its ends stands a note, or nothing.

    ``edge`` is the free edge at both ends, in u: that of the content above.
    """
    row = QHBoxLayout()
    row.setContentsMargins(theme.length(edge), theme.length(3), theme.length(edge), theme.length(3))
    row.setSpacing(theme.length(2))
    for widget in left:
        row.addWidget(widget)
    if between is None:
        row.addStretch(1)
    else:
        row.addWidget(between, 1)
    for widget in right:
        row.addWidget(widget)
    return row


def message_head(icon: IconLabel, what: QLabel, more: QLabel) -> QHBoxLayout:
    """Return the top of a dialog that tells something: an icon, a sentence, and what follows."""
    theme.set_look(what, Look.SECTION)
    words = QVBoxLayout()
    words.setSpacing(theme.length(2))
    for label in (what, more):
        label.setWordWrap(True)
        words.addWidget(label)
    head = QHBoxLayout()
    edge = theme.length(_EDGE)
    head.setContentsMargins(edge, edge, edge, theme.length(4))
    head.setSpacing(theme.length(4))
    head.addWidget(icon)
    head.addLayout(words, 1)
    return head
