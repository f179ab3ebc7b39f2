"""Lists of entries: findings, hits, steps of history; an icon, a title, a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from partners_app.ui.theme import Role

ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""The Entry of a row."""


@dataclass(frozen=True, slots=True)
class EntryMark:
    """A marked part of a text: found, struck out as old, or underlined as new."""

    start: int
    length: int
    tone: Literal["found", "old", "new"] = "found"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: ``icon`` and its colour's role, words, and what the row stands for.

    ``time`` stands before the icon and ``aside`` at the right end, both small; ``tag`` behind the
    title. A ``quiet`` title is regular and its sentence in the second colour, a ``gone`` one is
    struck out.
    """

    icon: str
    role: Role
    title: str
    sentence: str
    small: str
    subject: object
    faint: bool = False
    title_marks: tuple[EntryMark, ...] = ()
    sentence_marks: tuple[EntryMark, ...] = ()
    time: str = ""
    aside: str = ""
    tag: str = ""
    quiet: bool = False
    gone: bool = False
    heading: bool = False


def heading(title: str) -> Entry:
    """Return the row above a group: words only, never the current row."""
    return Entry("", "text2", title, "", "", None, heading=True)


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
            parts = (entry.title, entry.tag, entry.sentence, entry.time, entry.aside, entry.small)
            return ". ".join(part for part in parts if part)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is not None and entry.heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def row_of(self, subject: object) -> int | None:
        """Return the row that stands for something; None if there is none."""
        rows = (row for row, entry in enumerate(self._entries) if entry.subject == subject)
        return next(rows, None)


class TickModel(EntryModel):
    """Entries with a tick before each; all are ticked at first."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._unticked: set[int] = set()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, all of them ticked."""
        self._unticked = set()
        super().set_entries(entries)
        self.ticks_changed.emit()

    def ticked(self) -> list[object]:
        """Return what the ticked rows stand for."""
        return [
            entry.subject for row, entry in enumerate(self._entries) if row not in self._unticked
        ]

    def tick_all(self, ticked: bool) -> None:
        """Tick every row, or none."""
        self._unticked = set() if ticked else set(range(len(self._entries)))
        if self._entries:
            last = self.index(len(self._entries) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            off = index.row() in self._unticked
            return Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
        return super().data(index, role)

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._unticked.discard(index.row())
        else:
            self._unticked.add(index.row())
        self.dataChanged.emit(index, index, [role])
        self.ticks_changed.emit()
        return True
