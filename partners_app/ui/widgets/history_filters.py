"""The line and the lists above the history: which steps are shown."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from partners_app.domain.vocabulary import OperationKind
from partners_app.services.history import StepFilter
from partners_app.texts.words import word
from partners_app.ui import theme

_DAYS = (7, 30, 365)
_DELETED = "deleted"
_EDGE = 4.0
_KINDS = (
    OperationKind.ADD,
    OperationKind.EDIT,
    OperationKind.DELETE,
    OperationKind.MOVE,
    OperationKind.IMPORT,
    OperationKind.SETTINGS,
    OperationKind.FIX,
    OperationKind.ACCEPT,
    OperationKind.WITHDRAW,
    OperationKind.GLOSSARY,
    OperationKind.KNOWN_WORDS,
    OperationKind.ISSUE,
)


class HistoryFilters(QWidget):
    """Words, author, period and kind of the steps."""

    typed = Signal()
    """The words are being changed."""
    chosen = Signal()
    """Another author, period or kind was chosen."""

    def __init__(self, authors: Sequence[str], parent: QWidget | None = None) -> None:
        """Offer these authors; nothing is filtered yet."""
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(self.tr("Find: record, word, person"))
        self.line.setAccessibleName(self.tr("Find in the history"))
        self.author = QComboBox()
        self.author.setAccessibleName(self.tr("Author"))
        self.author.addItem(self.tr("Everybody"), "")
        for author in authors:
            self.author.addItem(author, author)
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Period"))
        self.period.addItem(self.tr("All the time"), 0)
        self.period.addItem(self.tr("Today"), 1)
        for days in _DAYS:
            self.period.addItem(self.tr("Last %n day(s)", "", days), days)
        self.acts = QComboBox()
        self.acts.setAccessibleName(self.tr("Acts"))
        self.acts.addItem(self.tr("All acts"), "")
        self.acts.addItem(self.tr("Deleted records"), _DELETED)
        for kind in _KINDS:
            self.acts.addItem(word(kind), kind.value)
        row = QHBoxLayout(self)
        edge = theme.length(_EDGE)
        row.setContentsMargins(edge, theme.length(3), edge, theme.length(3))
        row.setSpacing(theme.length(2))
        row.addWidget(self.line, 1)
        self.line.textChanged.connect(self.typed)
        for box in (self.author, self.period, self.acts):
            row.addWidget(box)
            box.currentIndexChanged.connect(self.chosen)

    def where(self) -> StepFilter:
        """Return what the filters ask for."""
        days = int(self.period.currentData())
        since = None
        if days:
            today = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
            since = today - timedelta(days=days - 1)
        act = str(self.acts.currentData())
        deleted = act == _DELETED
        kinds = frozenset([OperationKind(act)]) if act and not deleted else frozenset()
        author = str(self.author.currentData())
        return StepFilter(self.line.text().strip(), author, since, kinds, deleted)
