"""What the window shows while no register is open: what can be done now, each with its button."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.ui import theme
from partners_app.ui.theme import Look, Role
from partners_app.ui.widgets.dropped_files import dropped_file
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.icon_label import IconLabel

_WIDTH = 171.5
_ROW_HEIGHT = 13.5


class EmptyState(QWidget):
    """Offers the sample, a new register and an existing one; takes a dropped register."""

    open_sample_requested = Signal()
    import_requested = Signal()
    create_requested = Signal()
    open_requested = Signal()
    file_dropped = Signal(Path)

    def __init__(self, parent: QWidget | None = None, *, offers_import: bool = False) -> None:
        super().__init__(parent)
        self._offers_import = offers_import
        self.setAcceptDrops(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._buttons: list[QPushButton] = []
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        title = QLabel(self.tr("Register of partner cities"))
        theme.set_look(title, Look.TITLE)
        sentence = QLabel(
            self.tr(
                "Countries and cities, agreements, the events of each year. "
                "The yearly table is put together by itself."
            )
        )
        sentence.setWordWrap(True)
        theme.set_look(sentence, Look.QUIET)
        self._fill_rows(offers_import)
        drop_here = QHBoxLayout()
        drop_here.addWidget(IconLabel("inbox", units=4))
        hint = QLabel(self.tr("A file can also be dropped on this window"))
        theme.set_look(hint, Look.SMALL)
        drop_here.addWidget(hint, 1)
        self._block = QWidget()
        column = QVBoxLayout(self._block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._spaces = (
            (IconLabel("book-open", "accent", units=10), 4),
            (title, 1),
            (sentence, 6),
        )
        for part, _ in self._spaces:
            column.addWidget(part)
        column.addLayout(self._rows)
        column.addLayout(drop_here)
        self._column, self._drop_here = column, drop_here
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._block, 100)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(3)
        whole.addLayout(across)
        whole.addStretch(4)
        self._measure()

    def _fill_rows(self, offers_import: bool) -> None:
        self._add_row(
            "sparkles",
            self.tr("Look at a sample"),
            self.tr(
                "The report of 2020: 30 countries, 130 events. "
                "Change and delete what you like, it is a copy"
            ),
            self.tr("Open the sample"),
            self.open_sample_requested,
        )
        if offers_import:
            self._add_row(
                "file-spreadsheet",
                self.tr("Start from your own table"),
                self.tr(
                    "Last year's report in Excel or Word; "
                    "what was recognised is shown before anything is written"
                ),
                self.tr("Choose a file…"),
                self.import_requested,
            )
        self._add_row(
            "circle-plus",
            self.tr("Start from a clean sheet"),
            self.tr("Three bands: Europe, Asia, CIS; they can be renamed"),
            self.tr("Create a register…"),
            self.create_requested,
        )
        self._add_row(
            "folder-open",
            self.tr("Open an existing register"),
            self.tr("A file on this computer or in a shared folder"),
            self.tr("Open…"),
            self.open_requested,
        )

    def _add_row(self, icon: str, what: str, why: str, act: str, requested: SignalInstance) -> None:
        """Add icon, what can be done, why one would, and the button that does it."""
        first = not self._buttons
        role: Role = "accent" if first else "text2"
        if not first:
            self._rows.addWidget(hairline(), self._rows.rowCount(), 0, 1, 3)
        row = self._rows.rowCount()
        name = QLabel(what)
        theme.set_look(name, Look.SECTION)
        reason = QLabel(why)
        reason.setWordWrap(True)
        theme.set_look(reason, Look.SMALL)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(name)
        words.addWidget(reason)
        words.addStretch(1)
        button = QPushButton(act)
        button.setDefault(first)
        button.setAccessibleDescription(f"{what}. {why}")
        button.clicked.connect(requested)
        self._buttons.append(button)
        self._rows.addWidget(IconLabel(icon, role, units=5), row, 0)
        self._rows.addLayout(words, row, 1)
        self._rows.addWidget(button, row, 2, Qt.AlignmentFlag.AlignVCenter)

    def _measure(self) -> None:
        """Take every length from the font."""
        self._block.setMaximumWidth(theme.length(_WIDTH))
        self._rows.setHorizontalSpacing(theme.length(4))
        self._rows.setVerticalSpacing(0)
        widest = max(button.sizeHint().width() for button in self._buttons)
        for button in self._buttons:
            button.setMinimumWidth(widest)
        for row in range(self._rows.rowCount()):
            item = self._rows.itemAtPosition(row, 2)
            if item is not None and isinstance(item.widget(), QPushButton):
                self._rows.setRowMinimumHeight(row, theme.length(_ROW_HEIGHT))
        for part, units in self._spaces:
            part.setContentsMargins(0, 0, 0, theme.length(units))
        self._drop_here.setContentsMargins(0, theme.length(4), 0, 0)
        self._drop_here.setSpacing(theme.length(2))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event, imports=self._offers_import) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event, imports=self._offers_import)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)
