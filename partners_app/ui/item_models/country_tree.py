"""The tree of bands, countries and partners as Qt asks for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from partners_app.services.catalogue import (
    CountryNode,
    Matches,
    RegionNode,
    Scope,
    ScopeKind,
    Tree,
)
from partners_app.texts.operations import short_label

Index = QModelIndex | QPersistentModelIndex

_DETAIL_LENGTH = 48
_DRAGGED = "application/x-partners-place"
UNDER = {
    ScopeKind.REGION: ScopeKind.ALL,
    ScopeKind.COUNTRY: ScopeKind.REGION,
    ScopeKind.PARTNER: ScopeKind.COUNTRY,
}
"""What each kind of row stands under and may be dropped under; bands stand under nothing."""


class TreeRole(IntEnum):
    """What a row tells beside Qt's own roles."""

    SCOPE = Qt.ItemDataRole.UserRole
    """The Scope that the row selects."""
    COUNT = SCOPE + 1
    """The number of events of the year, each counted once (int)."""
    DOUBT = SCOPE + 2
    """What a check found there, a sentence; empty: nothing."""
    DETAIL = SCOPE + 3
    """What tells a row apart from another of the same name; empty: nothing needs to."""


@dataclass(slots=True)
class TreeRow:
    """One row: ``name`` is None for the country as a whole and for everything.

    ``place`` is its place under its parent, ``number`` its place in the whole tree from 1 on.
    """

    scope: Scope
    name: str | None
    count: int
    parent: "TreeRow | None" = None
    place: int = 0
    number: int = 0
    children: "list[TreeRow]" = field(default_factory=list)
    detail: str = ""

    def walk(self) -> "Iterator[TreeRow]":
        """Yield the row and every row under it, top down."""
        yield self
        for child in self.children:
            yield from child.walk()

    def add(self, child: "TreeRow") -> None:
        """Append a row under this one."""
        child.parent = self
        child.place = len(self.children)
        self.children.append(child)


class CountryTreeModel(QAbstractItemModel):
    """Shows a Tree, or the part of it that a search found; changes nothing itself."""

    rename_requested = Signal(object, str)
    """Scope and new name, as typed in the row."""
    placing_requested = Signal(object, object, object)
    """A dragged Scope, the id of the row it was dropped under (None: of a band), and that of the
    row it was dropped before (None: behind all)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = TreeRow(Scope(), None, 0)
        self._list = [self._root]
        self._rows: dict[Scope, TreeRow] = {}
        self._doubts: Mapping[Scope, str] = {}
        self._unsaved: dict[Scope, str] = {}
        self._editable = True

    def set_editable(self, editable: bool) -> None:
        """Let names be typed in the rows, or not: the register may be for reading only."""
        self._editable = editable

    def set_doubts(self, doubts: Mapping[Scope, str]) -> None:
        """Mark the rows that a check found something in; each has a sentence that says what."""
        touched = [s for s in {**self._doubts, **doubts} if self._doubts.get(s) != doubts.get(s)]
        self._doubts = dict(doubts)
        for scope in touched:
            self._tell_changed(scope)

    def unsaved_names(self) -> dict[Scope, str]:
        """Return the names that were typed and could not be written."""
        return dict(self._unsaved)

    def keep_unsaved(self, scope: Scope, name: str) -> None:
        """Show a name in its row that could not be written, until it is or is taken back."""
        self._unsaved[scope] = name
        self._tell_changed(scope)

    def forget_unsaved(self, scope: Scope) -> None:
        """Show the name that the register says again."""
        if self._unsaved.pop(scope, None) is not None:
            self._tell_changed(scope)

    def _tell_changed(self, scope: Scope) -> None:
        index = self.index_of(scope)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def set_tree(self, tree: Tree | None, found: Matches | None = None) -> None:
        """Show a tree, or only what was found of it with the rows above and below.

        When only names and counts differ from what is shown, the rows stay and tell so.
        """
        root = _rows_of(tree, found)
        if _shape(root) == _shape(self._root):
            self._take_over(root)
            return
        self.beginResetModel()
        self._root = root
        self._list = list(root.walk())
        for number, row in enumerate(self._list):
            row.number = number
        self._rows = {row.scope: row for row in self._list[1:]}
        self.endResetModel()

    def _take_over(self, root: TreeRow) -> None:
        """Copy names and counts to the rows that stand, telling which have changed."""
        for new in list(root.walk())[1:]:
            old = self._rows[new.scope]
            if (old.name, old.count, old.detail) != (new.name, new.count, new.detail):
                old.name, old.count, old.detail = new.name, new.count, new.detail
                index = self.index_of(new.scope)
                self.dataChanged.emit(index, index)

    def index_of(self, scope: Scope) -> QModelIndex:
        """Return where a scope stands; an invalid index when it is not shown."""
        row = self._rows.get(scope)
        return QModelIndex() if row is None else self._index(row)

    def scopes(self) -> list[Scope]:
        """Return what the rows select, top down."""
        return list(self._rows)

    def scope_at(self, index: Index) -> Scope | None:
        """Return what a row selects; None for no row."""
        return self._row(index).scope if index.isValid() else None

    def row_at(self, scope: Scope) -> TreeRow | None:
        """Return the row of a scope, if it is shown."""
        return self._rows.get(scope)

    def _index(self, row: TreeRow) -> QModelIndex:
        # A number, not a pointer: what a forgotten index holds must not be freed memory.
        return self.createIndex(row.place, 0, row.number)

    def _row(self, index: Index) -> TreeRow:
        return self._list[index.internalId()] if index.isValid() else self._root

    # What Qt asks.

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        above = self._row(parent) if parent is not None else self._root
        if column != 0 or not 0 <= row < len(above.children):
            return QModelIndex()
        return self._index(above.children[row])

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        above = self._row(index).parent if index is not None and index.isValid() else None
        return QModelIndex() if above is None or above is self._root else self._index(above)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.column() > 0:
            return 0
        return len((self._row(parent) if parent is not None else self._root).children)

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._row(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown_name(row)
            case Qt.ItemDataRole.EditRole:
                return self._unsaved.get(row.scope, row.name or "")
            case Qt.ItemDataRole.AccessibleTextRole:
                events = self.tr("%n event(s)", "", row.count)
                words = (self._shown_name(row), row.detail, events, self._doubt(row))
                return ", ".join(word for word in words if word)
            case TreeRole.SCOPE:
                return row.scope
            case TreeRole.COUNT:
                return row.count
            case TreeRole.DETAIL:
                return row.detail
            case TreeRole.DOUBT | Qt.ItemDataRole.ToolTipRole:
                return self._doubt(row)
        return None

    def _doubt(self, row: TreeRow) -> str:
        if row.scope in self._unsaved:
            return self.tr("Not saved: open the name and press Enter to try again")
        return self._doubts.get(row.scope, "")

    def _shown_name(self, row: TreeRow) -> str:
        if row.scope.kind is ScopeKind.ALL:
            return self.tr("All partners")
        return self._unsaved.get(row.scope) or row.name or self.tr("Country as a whole")

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a new name; the row changes when the register says that it was written."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row = self._row(index)
        name = str(value).strip()
        self.forget_unsaved(row.scope)
        if name and name != row.name:
            self.rename_requested.emit(row.scope, name)
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        dropped_on = Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return dropped_on if self._editable else Qt.ItemFlag.NoItemFlags
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        kind = self._row(index).scope.kind
        if self._editable and kind is not ScopeKind.ALL:
            able |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
            if kind is not ScopeKind.PARTNER:
                able |= dropped_on
        return able

    # Dragging: a row goes under another parent, or elsewhere under its own.

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        scope = self._row(indexes[0]).scope
        data.setData(_DRAGGED, f"{scope.kind.value} {scope.id}".encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        scope = self._dragged(data)
        if scope is None or action != Qt.DropAction.MoveAction:
            return False
        above = self._row(parent)
        if UNDER[scope.kind] is not above.scope.kind or (above is not self._root) == (
            scope.kind is ScopeKind.REGION
        ):
            return False
        # Nothing stands before «All partners».
        everything = (
            above is self._root
            and bool(above.children)
            and (above.children[0].scope.kind is ScopeKind.ALL)
        )
        return not (everything and row == 0)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the new place; the rows move when the register says that it was written."""
        scope = self._dragged(data)
        if scope is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        above = self._row(parent)
        before = above.children[row].scope.id if 0 <= row < len(above.children) else None
        self.placing_requested.emit(scope, above.scope.id, before)
        return True

    def _dragged(self, data: QMimeData) -> Scope | None:
        """Return what is dragged, if it is a row that is shown here."""
        text = bytes(data.data(_DRAGGED).data()).decode()
        found = (each for each in self._rows if f"{each.kind.value} {each.id}" == text)
        return next((each for each in found if each.kind is not ScopeKind.ALL), None)


def _rows_of(tree: Tree | None, found: Matches | None) -> TreeRow:
    root = TreeRow(Scope(), None, 0)
    if tree is None:
        return root
    regions = tree.regions
    if found is not None:
        regions = tuple(
            part for node in regions if (part := _found_in_region(node, found)) is not None
        )
    else:
        root.add(TreeRow(Scope(), None, tree.count))
    for region in regions:
        band = TreeRow(Scope(ScopeKind.REGION, region.region.id), region.region.name, region.count)
        root.add(band)
        for country in region.countries:
            scope = Scope(ScopeKind.COUNTRY, country.country.id)
            land = TreeRow(scope, country.country.name, country.count)
            band.add(land)
            for node in country.partners:
                scope = Scope(ScopeKind.PARTNER, node.partner.id)
                detail = short_label(node.detail, _DETAIL_LENGTH)
                land.add(TreeRow(scope, node.partner.name, node.count, detail=detail))
    return root


def _found_in_region(node: RegionNode, found: Matches) -> RegionNode | None:
    if node.region.id in found.region_ids:
        return node
    countries = tuple(
        part for land in node.countries if (part := _found_in_country(land, found)) is not None
    )
    return replace(node, countries=countries) if countries else None


def _found_in_country(node: CountryNode, found: Matches) -> CountryNode | None:
    if node.country.id in found.country_ids:
        return node
    partners = tuple(each for each in node.partners if each.partner.id in found.partner_ids)
    return replace(node, partners=partners) if partners else None


def _shape(root: TreeRow) -> list[tuple[Scope, int]]:
    """Return which rows stand where: scope and number of children, top down."""
    return [(row.scope, len(row.children)) for row in root.walk()]
