"""The left pane: the search line, and the tree of bands, countries and partners."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.changes import Change, ChangeSet
from partners_app.services import catalogue, tree_filters
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.ui import theme
from partners_app.ui.item_models.country_tree import CountryTreeModel
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.country_tree_acts import CountryTreeActs, neighbours
from partners_app.ui.widgets.country_tree_view import CountryTreeView
from partners_app.ui.widgets.form_fields import pass_undo
from partners_app.ui.widgets.tree_filter_menu import TreeFilterMenu

_PANE_INSET = 3.0
_NARROWEST = 45.0
_SEARCH_TO_TREE = 2.0
_ALL_OPEN_UP_TO = 600  # rows; larger registers start with their countries closed
_TABLES = frozenset(
    {"region", "country", "partner", "other_name", "agreement", "event", "event_link"}
)


class CountryTree(QWidget):
    """Selects a Scope; what can be done in the tree is in ``acts``."""

    scope_selected = Signal(object)
    """The Scope that the user, or ``select``, has made current."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: OpenRegister | None = None
        self._scope = Scope()
        self._closed: set[Scope] = set()
        self._restoring = False
        self._model = CountryTreeModel(self)
        self._search = QLineEdit()
        pass_undo(self._search)
        self._search.setAccessibleName(self.tr("Search"))
        self._search.setPlaceholderText(self.tr("City, country, event"))
        glass = QAction(self._search)
        theme.give_icon(glass, "search")
        self._search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        # Not Qt's own clear button: its picture has one colour in all themes.
        self._clear = QAction(self.tr("Clear the search"), self._search)
        theme.give_icon(self._clear, "x")
        self._search.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)  # only now: a line edit shows what it is given
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        theme.set_look(self._nothing, Look.SMALL)
        self._view = CountryTreeView()
        self._view.setModel(self._model)
        self._view.setAccessibleName(self.tr("Countries and partners"))
        self.acts = CountryTreeActs(self._model, self._view)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.filters = TreeFilterMenu(self)
        search_line = QHBoxLayout()
        search_line.addWidget(self._search, 1)
        search_line.addWidget(self.filters.button)
        self._top = QVBoxLayout()
        self._top.addLayout(search_line)
        self._top.addWidget(self.filters.line)
        self._top.addWidget(self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top)
        whole.addWidget(self._view, 1)
        self.setFocusProxy(self._view)
        self._measure()
        self._connect()

    def _connect(self) -> None:
        self._search.textChanged.connect(self._search_changed)
        self.filters.changed.connect(self._search_changed)
        self._clear.triggered.connect(self._search.clear)
        self._search.returnPressed.connect(self._go_to_first_found)
        self._search.installEventFilter(self)
        selection = self._view.selectionModel()
        selection.currentChanged.connect(self._current_changed)
        self._view.collapsed.connect(partial(self._remember, closed=True))
        self._view.expanded.connect(partial(self._remember, closed=False))
        self.acts.select_requested.connect(self.select)
        self._view.typed.connect(self._search_for)

    def _measure(self) -> None:
        inset = theme.length(_PANE_INSET)
        self._top.setContentsMargins(inset, inset, inset, theme.length(_SEARCH_TO_TREE))
        self._top.setSpacing(theme.length(1))
        self.setMinimumWidth(theme.length(_NARROWEST))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    # What the window asks.

    def set_register(self, open_register: OpenRegister | None) -> None:
        """Show another register's tree, everything selected; the same one is only read again."""
        if open_register is not None and open_register is self._open:
            self._reload()
            return
        self.commit()
        for unsaved in self._model.unsaved_names():
            self._model.forget_unsaved(unsaved)
        if self._open is not None:
            self._open.changed.disconnect(self._changed)
            self._open.year_changed.disconnect(self._reload)
        self._open = open_register
        self.acts.set_register(open_register)
        self._model.set_editable(self.acts.can_write())
        self._scope = Scope()
        self._closed.clear()
        self._search.clear()
        self.filters.reset()
        if open_register is not None:
            open_register.changed.connect(self._changed)
            open_register.year_changed.connect(self._reload)
        self._reload()
        if open_register is not None and len(self._model.scopes()) > _ALL_OPEN_UP_TO:
            self._closed = {s for s in self._model.scopes() if s.kind is ScopeKind.COUNTRY}
            self._restore_view()

    def commit(self) -> None:
        """Write the name that is being typed."""
        self._view.commit()

    def scope(self) -> Scope:
        """Return what is selected; a search that hides it does not change it."""
        return self._scope

    def select(self, scope: Scope) -> None:
        """Make a band, country or partner current and visible; an unknown one is left alone."""
        if self._open is not None and self._model.row_at(scope) is None and self._is_narrowed():
            self._search.clear()
            self.filters.reset()
        index = self._model.index_of(scope)
        if index.isValid():
            seen = self._view.viewport().rect().contains(self._view.visualRect(index))
            self._view.setCurrentIndex(index)
            if not seen:
                self._view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def set_doubts(self, doubts: Mapping[Scope, str]) -> None:
        """Mark bands, countries and partners that a check found something in, and say what."""
        self._model.set_doubts(doubts)

    def focus_search(self) -> None:
        """Put the cursor into the search line, its text selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def closed_scopes(self) -> list[str]:
        """Return what is folded, to be remembered over a restart («country 12»)."""
        return sorted(f"{scope.kind.value} {scope.id}" for scope in self._closed)

    def close_scopes(self, remembered: Sequence[str]) -> None:
        """Fold what ``closed_scopes`` returned; what is not there any more is passed over."""
        known = {f"{scope.kind.value} {scope.id}": scope for scope in self._model.scopes()}
        self._closed = {known[text] for text in remembered if text in known}
        self._restore_view()

    # Reading.

    def _changed(self, change_set: ChangeSet) -> None:
        """Read again what an act has touched; an empty set says that others wrote."""
        if not change_set or any(map(self._concerns, change_set.changes)):
            self._reload()

    def _concerns(self, change: Change) -> bool:
        """Tell whether the tree may look different: what an event says changes no number in it."""
        if change.table != "event" or change.before is None or change.after is None:
            return change.table in _TABLES
        return "report_year" in change.after or bool(self._search.text().strip())

    def _reload(self) -> None:
        found = None
        text = self._search.text().strip()
        tree = None
        if self._open is not None:
            year = self._open.year
            tree = self._open.ask(catalogue.tree, year)
            if chosen := self.filters.active():
                today = date.today()
                left = self._open.ask(tree_filters.partners_with, chosen, year, today)
                tree = tree_filters.narrowed(tree, left)
            if text:
                found = self._open.ask(catalogue.matching, text, year)
        before = self._model.row_at(self._scope)
        position = self._view.verticalScrollBar().value()
        near = neighbours(before) if before is not None else []
        self._restoring = True
        self._model.set_tree(tree, found)
        self._restoring = False
        self._restore_view()
        self._view.verticalScrollBar().setValue(position)
        nothing = bool(text) and self._model.rowCount() == 0
        if nothing:
            told = self.tr("Nothing found for “%1” in %2")
            year_text = str(self._open.year) if self._open is not None else ""
            self._nothing.setText(told.replace("%2", year_text).replace("%1", text))
        elif self.filters.active() and self._model.rowCount() <= 1:
            nothing = True
            self._nothing.setText(self.tr("No partner suits the filter."))
        self._nothing.setVisible(nothing)
        narrowed = self._is_narrowed()
        if not narrowed and self._open is not None and self._model.row_at(self._scope) is None:
            self.select(next((s for s in near if self._model.row_at(s) is not None), Scope()))

    def _restore_view(self) -> None:
        """Unfold what was unfolded and mark what was current, without telling anybody."""
        self._restoring = True
        searching = self._is_narrowed()
        for scope in self._model.scopes():
            index = self._model.index_of(scope)
            # Not expandAll(): it also "expands" leaves, and Left then folds them unseen.
            if self._model.hasChildren(index):
                self._view.setExpanded(index, searching or scope not in self._closed)
        self._view.setCurrentIndex(self._model.index_of(self._scope))
        self._restoring = False

    def _remember(self, index: QModelIndex, *, closed: bool) -> None:
        scope = self._model.scope_at(index)
        if self._restoring or scope is None or self._is_narrowed():
            return
        if closed:
            self._closed.add(scope)
        else:
            self._closed.discard(scope)

    def _current_changed(self, current: QModelIndex) -> None:
        scope = self._model.scope_at(current)
        if self._restoring or scope is None or scope == self._scope:
            return
        self._scope = scope
        self.scope_selected.emit(scope)

    # Searching.

    def _is_narrowed(self) -> bool:
        """Tell whether a search or a filter hides rows."""
        return bool(self._search.text().strip()) or bool(self.filters.active())

    def _search_changed(self) -> None:
        self._clear.setVisible(bool(self._search.text()))
        self._reload()
        if not self._is_narrowed():
            index = self._model.index_of(self._scope)
            if index.isValid():
                self._view.scrollTo(index)

    def _search_for(self, text: str) -> None:
        """Begin a search with what was typed while the tree had the focus."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.setText(text)

    def _go_to_first_found(self) -> None:
        """Select the first row that leads nowhere deeper: what the search meant."""
        index = self._model.index(0, 0)
        while self._model.rowCount(index):
            index = self._model.index(0, 0, index)
        if index.isValid() and self._search.text().strip():
            self._view.setCurrentIndex(index)
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._search
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            if event.key() == Qt.Key.Key_Down:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return False
