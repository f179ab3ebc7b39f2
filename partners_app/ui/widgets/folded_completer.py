"""Completion by typing anywhere in a name, whatever the case and the ё."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from partners_app.domain.names import fold_text

_FOLDED = int(Qt.ItemDataRole.UserRole) + 1
_MOST_SHOWN = 10


class FoldedCompleter(QCompleter):
    """Offers the known names that hold the folded typed text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = QStandardItemModel(0, 1, self)
        self.setModel(self._names)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self.setMaxVisibleItems(_MOST_SHOWN)

    def set_names(self, names: Iterable[str]) -> None:
        """Offer these names from now on."""
        self._names.clear()
        for name in names:
            item = QStandardItem(name)
            item.setData(fold_text(name), _FOLDED)
            self._names.appendRow(item)

    def splitPath(self, path: str) -> list[str]:
        # Qt compares what this returns with the folded names.
        return [fold_text(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))
