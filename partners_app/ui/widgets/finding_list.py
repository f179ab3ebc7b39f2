"""The list of findings: the current row opens what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QMenu,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from partners_app.ui import theme
from partners_app.ui.item_models.entries import ENTRY_ROLE, Entry
from partners_app.ui.widgets.entry_list import EntryDelegate, EntryList

_LEFT = 7.0
"""Where the words of a row begin less the padding of a button, in u: the acts stand under them."""
_BELOW = 1.5
_ACTS_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done about a row: its words, its icon, and what does it."""

    words: str
    icon: str
    do: Callable[[], object]
    tip: str = ""


class FindingList(EntryList):
    """Entries whose current row is higher by a strip of buttons."""

    def __init__(
        self,
        name: str,
        acts: Callable[[Entry], Sequence[Act]],
        parent: QWidget | None = None,
    ) -> None:
        """Take the name for screen readers, and what says which acts a row has."""
        super().__init__(name, parent)
        self._acts = acts
        self._strip: QWidget | None = None
        self.setItemDelegate(_FindingDelegate(self))

    def strip_height(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how much higher a row is for its acts, in pixels."""
        if self._strip is None or index.row() != self.currentIndex().row():
            return 0
        return self._strip.sizeHint().height()

    def acts(self) -> list[QToolButton]:
        """Return the buttons of the current row."""
        return [] if self._strip is None else self._strip.findChildren(QToolButton)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self._show_strip(current, previous)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid() and event.size().width() != event.oldSize().width():
            self._show_strip(self.currentIndex(), self.currentIndex())

    def reset(self) -> None:
        self._strip = None  # the view throws it away with its row
        super().reset()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        for act in self._acts_of(self.currentIndex()):
            action = menu.addAction(act.words)
            theme.give_icon(action, act.icon, before_text=True)
            action.triggered.connect(lambda _checked=False, act=act: act.do())
        if menu.actions():
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def _acts_of(self, index: QModelIndex | QPersistentModelIndex) -> Sequence[Act]:
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        return self._acts(entry) if isinstance(entry, Entry) and not entry.heading else ()

    def _show_strip(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if self._strip is not None and previous.isValid():
            self._put(previous, None)
        self._strip = None
        acts = self._acts_of(current)
        if acts:
            self._strip = _strip(acts, self.viewport().width())
            self._put(current, self._strip)
        self.scheduleDelayedItemsLayout()

    def _put(self, index: QModelIndex | QPersistentModelIndex, widget: QWidget | None) -> None:
        # Without a widget Qt takes the one of the row away, which its annotations do not know.
        self.setIndexWidget(index, widget)  # type: ignore[arg-type]


class _FindingDelegate(EntryDelegate):
    def __init__(self, view: FindingList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + self._view.strip_height(index))

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        height = self._view.strip_height(index)
        editor.setGeometry(option.rect.adjusted(0, option.rect.height() - height, 0, 0))


def _strip(acts: Sequence[Act], room: int) -> QWidget:
    """Return a strip of buttons, two in a row; one where two have no room (pixels)."""
    strip = QWidget()
    grid = QGridLayout(strip)
    grid.setContentsMargins(theme.length(_LEFT), 0, theme.length(2), theme.length(_BELOW))
    grid.setSpacing(theme.length(0.5))
    buttons = []
    for number, act in enumerate(acts):
        button = QToolButton()
        button.setText(act.words)
        button.setAccessibleName(act.words)
        button.setToolTip(act.tip or act.words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(button, "main", number == 0)
        theme.give_icon(button, act.icon, "accent" if number == 0 else "text", before_text=True)
        button.clicked.connect(lambda _checked=False, act=act: act.do())
        buttons.append(button)
    for in_a_row in (_ACTS_IN_A_ROW, 1):
        for number, button in enumerate(buttons):
            grid.addWidget(button, number // in_a_row, number % in_a_row)
        if grid.totalMinimumSize().width() <= room:
            break
    grid.setColumnStretch(in_a_row, 1)
    return strip
