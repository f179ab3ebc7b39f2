"""Lists of entries: an icon, a title, a sentence, a small line; findings and steps of history."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from partners_app.ui.theme import Role

ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""The Entry of a row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: ``icon`` and its colour's role, words, and what the row stands for."""

    icon: str
    role: Role
    title: str
    sentence: str
    small: str
    subject: object
    faint: bool = False


class EntryModel(QAbstractListModel):
    """Entries in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, index: QModelIndex | QPersistentModelIndex) -> Entry | None:
        """Return the entry of a row, None for no row."""
        return self._entries[index.row()] if index.isValid() else None

    def rowCount(
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),
    ) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(part for part in (entry.title, entry.sentence, entry.small) if part)
        return None
