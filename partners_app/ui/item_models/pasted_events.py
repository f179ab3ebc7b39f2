"""The events found in a pasted text, each with its tick: which of them are to be added."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from partners_app.domain.partial_date import format_span
from partners_app.services.event_pasting import PastedEvent, PasteDoubt

Index = QModelIndex | QPersistentModelIndex

PASTED_ROLE = Qt.ItemDataRole.UserRole
"""The PastedEvent of a row."""
DOUBT_ROLE = Qt.ItemDataRole.UserRole + 1
"""What is doubtful about a row, one sentence; empty: nothing."""


class PastedEventsModel(QAbstractListModel):
    """Rows in the order of the text; what a clerk ticked stays so while the text is edited."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[PastedEvent, ...] = ()
        self._ticks: list[bool] = []
        self._chosen: dict[tuple[str, str], bool] = {}

    def set_found(self, found: Sequence[PastedEvent]) -> None:
        """Show other events; new ones are ticked as they are proposed."""
        self.beginResetModel()
        self._found = tuple(found)
        self._ticks = [self._chosen.get(_key(item), item.proposed) for item in found]
        self.endResetModel()
        self.ticked_changed.emit()

    def ticked(self) -> list[PastedEvent]:
        """Return the events that are to be added, in their order."""
        return [item for item, tick in zip(self._found, self._ticks, strict=True) if tick]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._found)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._found[index.row()]
        if role == PASTED_ROLE:
            return item
        if role == DOUBT_ROLE:
            return self._doubt(item)
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = self._ticks[index.row()]
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (item.date.text, understood(item), item.text, self._doubt(item))
            return ". ".join(part for part in parts if part)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        self._ticks[index.row()] = ticked
        self._chosen[_key(self._found[index.row()])] = ticked
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True

    def _doubt(self, item: PastedEvent) -> str:
        sentences = {
            PasteDoubt.NO_DATE: self.tr("No date was found"),
            PasteDoubt.UNREADABLE_DATE: self.tr(
                "The date cannot be read; its wording is kept as it is"
            ),
            PasteDoubt.OUTSIDE_YEAR: self.tr("The date is not of the report year"),
            PasteDoubt.ALREADY_THERE: self.tr("It seems to be there already"),
            PasteDoubt.TWICE_IN_TEXT: self.tr("It stands in the text twice"),
        }
        return "; ".join(sentences[doubt] for doubt in item.doubts)


def _key(item: PastedEvent) -> tuple[str, str]:
    return item.date.text, item.text


def understood(item: PastedEvent) -> str:
    """Return what was understood of the date: «20.02.2020 – 22.02.2020»; empty: nothing."""
    date = item.date
    if date.earliest is None or date.latest is None or date.precision is None:
        return ""
    return format_span(date.earliest, date.latest, date.precision)
