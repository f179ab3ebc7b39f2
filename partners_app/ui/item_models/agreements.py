"""What the cooperation with one partner rests on, as a list."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from partners_app.domain.records import Agreement, AgreementDate
from partners_app.domain.vocabulary import AgreementKind
from partners_app.texts.words import word

Index = QModelIndex | QPersistentModelIndex

_DRAGGED = "application/x-partners-agreement"


class Role(IntEnum):
    """What the delegate and the pane ask for besides Qt's roles."""

    ID = Qt.ItemDataRole.UserRole + 1
    """The id of the agreement, int."""
    AGREEMENT = Qt.ItemDataRole.UserRole + 2
    """The `Agreement` itself."""
    KIND = Qt.ItemDataRole.UserRole + 3
    """The small line over the title, str."""
    DATES = Qt.ItemDataRole.UserRole + 4
    """The texts of the chips, list of str."""


def kind_text(agreement: Agreement) -> str:
    """Return what an agreement is, in a word or two."""
    if agreement.kind is None:
        return QCoreApplication.translate("AgreementsModel", "Kind not specified")
    if agreement.kind is AgreementKind.TIES:
        return QCoreApplication.translate("AgreementsModel", "No document")
    return word(agreement.kind)


def title_text(agreement: Agreement) -> str:
    """Return the title, or what stands in its place."""
    if agreement.title:
        return agreement.title
    if agreement.kind is AgreementKind.TIES:
        return QCoreApplication.translate("AgreementsModel", "Ties established")
    return QCoreApplication.translate("AgreementsModel", "Untitled")


def date_text(date: AgreementDate) -> str:
    """Return a date with its meaning: «10.08.2002 · подписан»; empty without a wording."""
    wording = date.date.wording.strip() or date.date.text.strip()
    if not wording or date.meaning is None:
        return wording
    return f"{wording} · {word(date.meaning)}"


class AgreementsModel(QAbstractListModel):
    """The agreements of one partner in their order; it changes nothing itself."""

    placing_requested = Signal(int, object)
    """The id of a dragged agreement, and that of the one it was dropped before (None: last)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._agreements: tuple[Agreement, ...] = ()
        self._editable = True

    def set_editable(self, editable: bool) -> None:
        """Let the rows be dragged, or not: the register may be for reading only."""
        self._editable = editable

    def agreements(self) -> tuple[Agreement, ...]:
        """Return what is shown."""
        return self._agreements

    def set_agreements(self, agreements: tuple[Agreement, ...]) -> None:
        """Show other records; rows that stay the same ones keep selection and place."""
        before, after = self._agreements, agreements
        if [each.id for each in before] != [each.id for each in after]:
            self.beginResetModel()
            self._agreements = after
            self.endResetModel()
            return
        self._agreements = after
        for row, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                place = self.index(row)
                self.dataChanged.emit(place, place)

    def row_of(self, agreement_id: int | None) -> int | None:
        """Return the row of an agreement, None when it is not among them."""
        for row, agreement in enumerate(self._agreements):
            if agreement.id == agreement_id:
                return row
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._agreements)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._agreements):
            return None
        agreement = self._agreements[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_text(agreement)
        if role == Role.ID:
            return agreement.id
        if role == Role.AGREEMENT:
            return agreement
        if role == Role.KIND:
            return kind_text(agreement)
        if role == Role.DATES:
            return _chips(agreement)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([kind_text(agreement), title_text(agreement), *_chips(agreement)])
        return None

    # Dragging: a row goes elsewhere in the list.

    def flags(self, index: Index) -> Qt.ItemFlag:
        able = Qt.ItemFlag
        if not index.isValid():
            return able.ItemIsDropEnabled if self._editable else able.NoItemFlags
        row = able.ItemIsEnabled | able.ItemIsSelectable | able.ItemNeverHasChildren
        return row | able.ItemIsDragEnabled if self._editable else row

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_DRAGGED, str(indexes[0].data(Role.ID)).encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        moves = action == Qt.DropAction.MoveAction and not parent.isValid()
        return moves and self._dragged(data) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the new place; the rows move when the register says that it was written."""
        dragged = self._dragged(data)
        if dragged is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        inside = 0 <= row < len(self._agreements)
        self.placing_requested.emit(dragged, self._agreements[row].id if inside else None)
        return True

    def _dragged(self, data: QMimeData) -> int | None:
        """Return the id of what is dragged, if it is a row of this list."""
        text = bytes(data.data(_DRAGGED).data()).decode()
        return next((each.id for each in self._agreements if str(each.id) == text), None)


def _chips(agreement: Agreement) -> list[str]:
    return [text for text in map(date_text, agreement.dates) if text]
