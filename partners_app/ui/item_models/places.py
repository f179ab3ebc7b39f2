"""The partners and countries of the register as one list to choose from, searched by any part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from partners_app.domain.names import fold
from partners_app.services.catalogue import Scope, ScopeKind, Tree

Index = QModelIndex | QPersistentModelIndex

PLACE_ROLE = Qt.ItemDataRole.UserRole
"""The Place of a row."""


@dataclass(frozen=True, slots=True)
class Place:
    """A partner or a whole country; ``where`` is its country, or its band, in small type."""

    scope: Scope
    name: str
    where: str
    folded: str


class PlacesModel(QAbstractListModel):
    """Rows in report order: a country, then its partners; with ticks where several may be chosen.

    What is ticked stays so while the search hides it.
    """

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None, *, ticks: bool) -> None:
        super().__init__(parent)
        self._all: tuple[Place, ...] = ()
        self._shown: tuple[Place, ...] = ()
        self._with_ticks = ticks
        self._states: dict[Scope, Qt.CheckState] = {}

    def set_tree(self, tree: Tree) -> None:
        """Take the places of the register."""
        self._all = tuple(self._places(tree))
        self.search("")

    def _places(self, tree: Tree) -> Iterable[Place]:
        for band in tree.regions:
            for land in band.countries:
                names = [land.country.name, *(item.name for item in land.country.other_names)]
                country = " ".join(fold(name) for name in names)
                whole = self.tr("%1: the whole country").replace("%1", land.country.name)
                scope = Scope(ScopeKind.COUNTRY, land.country.id)
                yield Place(scope, whole, band.region.name, country)
                for node in land.partners:
                    own = [node.partner.name or "", *(it.name for it in node.partner.other_names)]
                    folded = " ".join([country, *(fold(name) for name in own)])
                    name = node.partner.name or self.tr("Row without a city")
                    scope = Scope(ScopeKind.PARTNER, node.partner.id)
                    yield Place(scope, name, land.country.name, folded)

    def search(self, text: str) -> None:
        """Show the places whose names hold every word of a text; case, ё and «г.» do not matter."""
        words = fold(text).split()
        self.beginResetModel()
        self._shown = tuple(
            place for place in self._all if all(word in place.folded for word in words)
        )
        self.endResetModel()

    def place(self, index: Index) -> Place | None:
        """Return the place of a row, None for no row."""
        return self._shown[index.row()] if index.isValid() else None

    def row_of(self, scope: Scope) -> int | None:
        """Return the row of a place, None if it is not shown."""
        return next((row for row, place in enumerate(self._shown) if place.scope == scope), None)

    def set_states(self, states: Mapping[Scope, Qt.CheckState]) -> None:
        """Tick places; a half tick is a place that some of several events have."""
        self._states = dict(states)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))
        self.ticked_changed.emit()

    def states(self) -> dict[Scope, Qt.CheckState]:
        """Return the ticks; a place that is not named has none."""
        return dict(self._states)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._with_ticks:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.place(index)
        if place is None:
            return None
        if role == PLACE_ROLE:
            return place
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{place.name}, {place.where}"
        if role == Qt.ItemDataRole.CheckStateRole and self._with_ticks:
            return self._states.get(place.scope, Qt.CheckState.Unchecked)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self.place(index)
        if place is None or role != Qt.ItemDataRole.CheckStateRole or not self._with_ticks:
            return False
        self._states[place.scope] = Qt.CheckState(value)
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True
