"""What an import shows in place of its list: that it reads, what it asks, why it cannot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.texts.errors import ErrorText
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.icon_label import IconLabel

_WIDTH = 130.0


class ImportNotice(QWidget):
    """Icon, a sentence, what to do, and buttons for that."""

    other_file_requested = Signal()
    columns_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._icon = IconLabel("file-spreadsheet", "text2", units=8)
        self._what, self._todo = QLabel(), QLabel()
        self._details = ""
        theme.set_look(self._what, Look.SECTION)
        for label in (self._what, self._todo):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.other_file = QPushButton(self.tr("Other file…"))
        self.columns = QPushButton(self.tr("Say what the colu&mns hold…"))
        self.copy = QPushButton(self.tr("&Copy the details"))
        for button in (self.other_file, self.columns, self.copy):
            button.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        self.other_file.clicked.connect(self.other_file_requested)
        self.columns.clicked.connect(self.columns_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        block = QWidget()
        block.setMaximumWidth(theme.length(_WIDTH))
        column = QVBoxLayout(block)
        column.setSpacing(theme.length(2))
        acts = QHBoxLayout()
        acts.setSpacing(theme.length(2))
        acts.addWidget(self.other_file)
        acts.addWidget(self.columns)
        acts.addWidget(self.copy)
        acts.addStretch(1)
        for part in (self._icon, self._what, self._todo):
            column.addWidget(part)
        column.addSpacing(theme.length(2))
        column.addLayout(acts)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(block, 100)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(across)
        whole.addStretch(3)

    def text(self) -> str:
        """Return the sentence that is shown, with what to do."""
        return " ".join(filter(None, [self._what.text(), self._todo.text()]))

    def show_reading(self, name: str) -> None:
        """Say that a file is being read."""
        self._show("file-spreadsheet", self.tr("“%1” is being read").replace("%1", name))

    def show_question(self, text: str) -> None:
        """Say what must be answered above before the file can be read."""
        self._show("circle-question-mark", text)

    def show_error(self, text: ErrorText, *, can_map: bool) -> None:
        """Say why there is no plan; ``can_map``: somebody may say what the columns hold."""
        self._show("circle-x", text.what, text.todo, text.details)
        self._icon.set_icon("circle-x", "bad")
        self.other_file.show()
        self.columns.setVisible(can_map)
        self.other_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, icon: str, what: str, todo: str = "", details: str = "") -> None:
        self._icon.set_icon(icon, "text2")
        self._what.setText(what)
        self._todo.setText(todo)
        self._todo.setHidden(not todo)
        self._details = details
        self.copy.setHidden(not details)
        self.other_file.hide()
        self.columns.hide()
