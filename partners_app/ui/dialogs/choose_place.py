"""Choosing the partner or country of events: one to copy or move them to, or several to share."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from partners_app.services.catalogue import Scope, Tree
from partners_app.ui import theme
from partners_app.ui.item_models.places import PlacesModel
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.place_list import PlaceList

_WIDTH, _HEIGHT = 120.0, 140.0
_INTO_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PlaceDialog(ActDialog):
    """The places of the register under a search line; keys go from the line into the list."""

    def __init__(
        self, title: str, act: str, tree: Tree, *, ticks: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.act_button.setText(act)
        self.model = PlacesModel(self, ticks=ticks)
        self.model.set_tree(tree)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("City or country"))
        self.search.setAccessibleName(self.tr("Search for a city or a country"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.list = PlaceList(self.tr("Cities and countries"))
        self.list.setModel(self.model)
        self._none = QLabel(self.tr("No such city or country."))
        theme.set_look(self._none, Look.QUIET)
        self._none.setContentsMargins(*(theme.length(4) for _ in range(4)))
        self._none.hide()
        above = QVBoxLayout()
        give_edges(above)
        above.addWidget(self.search)
        self.content.addLayout(above)
        self.content.addWidget(self._none)
        self.content.addWidget(self.list, 1)
        self.search.textChanged.connect(self._search)
        self.list.selectionModel().currentChanged.connect(self._show_what_can_be_done)
        self.model.modelReset.connect(self._show_what_can_be_done)
        self.set_size(_WIDTH, _HEIGHT)
        self.search.setFocus()

    def _search(self, text: str) -> None:
        self.model.search(text)
        found = self.model.rowCount() > 0
        self._none.setHidden(found)
        self.list.setHidden(not found)
        if found:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _show_what_can_be_done(self) -> None:
        """Switch the act off while there is nothing to do."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _INTO_THE_LIST
        ):
            self.list.setFocus()
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


class TargetDialog(PlaceDialog):
    """Asks for the one partner or country that events are copied or moved to."""

    chosen = Signal(object)
    """The Scope of the place."""

    def __init__(
        self,
        title: str,
        act: str,
        tree: Tree,
        *,
        unwanted: Collection[Scope] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take the places; ``unwanted`` ones cannot be chosen: the events are there already."""
        self._unwanted = frozenset(unwanted)
        super().__init__(title, act, tree, ticks=False, parent=parent)
        self.list.activated.connect(self.accept)
        self._show_what_can_be_done()

    def _current(self) -> Scope | None:
        place = self.model.place(self.list.currentIndex())
        return None if place is None or place.scope in self._unwanted else place.scope

    def _show_what_can_be_done(self) -> None:
        self.act_button.setEnabled(self._current() is not None)

    def accept(self) -> None:
        """Give the chosen place; nothing happens while there is none."""
        scope = self._current()
        if scope is not None:
            super().accept()
            self.chosen.emit(scope)


class SharedPlacesDialog(PlaceDialog):
    """Asks to which partners and countries events belong: at least one."""

    chosen = Signal(object, object)
    """The places that were ticked, and those whose tick was taken away: sets of Scope."""

    def __init__(
        self,
        title: str,
        act: str,
        tree: Tree,
        states: Mapping[Scope, Qt.CheckState],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Take the places with their ticks; half ticked: some of the events belong there."""
        self._before = dict(states)
        super().__init__(title, act, tree, ticks=True, parent=parent)
        self.model.ticked_changed.connect(self._show_what_can_be_done)
        self.model.set_states(states)
        row = next((self.model.row_of(scope) for scope in states), None)
        self.list.setCurrentIndex(self.model.index(row or 0, 0))

    def _changes(self) -> tuple[set[Scope], set[Scope]]:
        added: set[Scope] = set()
        removed: set[Scope] = set()
        for scope, state in self.model.states().items():
            if state == self._before.get(scope, Qt.CheckState.Unchecked):
                continue
            (added if state == Qt.CheckState.Checked else removed).add(scope)
        return added, removed

    def _show_what_can_be_done(self) -> None:
        states = self.model.states().values()
        somewhere = any(state != Qt.CheckState.Unchecked for state in states)
        added, removed = self._changes()
        self.act_button.setEnabled(somewhere and bool(added or removed))
        if not somewhere and removed:
            self.set_note(self.tr("An event belongs to at least one place"), warning=True)
        else:
            self.set_note(self.tr("Can be undone in one step: Ctrl+Z"))

    def accept(self) -> None:
        """Give what was ticked and unticked; nothing happens while nothing was."""
        if self.act_button.isEnabled():
            super().accept()
            self.chosen.emit(*self._changes())
