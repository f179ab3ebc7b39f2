"""The filters of the tree: a button with a menu, and a line that says what is filtered."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from partners_app.services.tree_filters import TreeFilter
from partners_app.ui import theme
from partners_app.ui.theme import Look


class TreeFilterMenu(QObject):
    """Which filters are ticked; ``button`` stands beside the search, ``line`` under it."""

    changed = Signal()
    """Other filters are ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        name = self.tr("Filter the tree")
        self.button = QToolButton(parent)
        self.button.setAccessibleName(name)
        self.button.setToolTip(name)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        theme.set_style_property(self.button, "textless", True)
        self.menu = QMenu(self.button)
        self._acts: dict[TreeFilter, QAction] = {}
        for each, text in (
            (TreeFilter.NO_EVENTS, self.tr("Without events this year")),
            (TreeFilter.NO_DOCUMENT, self.tr("Without a document")),
            (TreeFilter.EXPIRED, self.tr("Agreement expired")),
            (TreeFilter.ENDED, self.tr("Relation ended")),
        ):
            act = self.menu.addAction(text)
            act.setCheckable(True)
            act.toggled.connect(self._show)
            self._acts[each] = act
        self.menu.addSeparator()
        self._reset_act = self.menu.addAction(self.tr("Reset the filter"))
        theme.give_icon(self._reset_act, "funnel-x")
        self._reset_act.triggered.connect(self.reset)
        self.button.setMenu(self.menu)
        self.line = QWidget(parent)
        self._label = QLabel()
        self._label.setWordWrap(True)
        theme.set_look(self._label, Look.SMALL)
        self.reset_button = QToolButton()
        self.reset_button.setAccessibleName(self.tr("Reset the filter"))
        self.reset_button.setToolTip(self.tr("Reset the filter"))
        self.reset_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(self.reset_button, "textless", True)
        theme.give_icon(self.reset_button, "funnel-x", "accent")
        self.reset_button.clicked.connect(self.reset)
        layout = QHBoxLayout(self.line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.reset_button)
        self._mark()

    def active(self) -> list[TreeFilter]:
        """Return the filters that are ticked."""
        return [each for each, act in self._acts.items() if act.isChecked()]

    def set_active(self, each: TreeFilter, active: bool) -> None:
        """Tick a filter or take its tick away."""
        self._acts[each].setChecked(active)

    def text(self) -> str:
        """Return the sentence under the search line; empty: nothing is filtered."""
        return self._label.text()

    def reset(self) -> None:
        """Show everything again."""
        for act in self._acts.values():
            act.setChecked(False)

    def _show(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        chosen = [self._acts[each].text() for each in self.active()]
        text = ", ".join(chosen).lower()
        self._label.setText(self.tr("Filter: %1").replace("%1", text) if chosen else "")
        self.line.setVisible(bool(chosen))
        self._reset_act.setEnabled(bool(chosen))
        theme.give_icon(self.button, "funnel", "accent" if chosen else "text2")
