"""The tree view itself: tint and bar of a whole row, our chevrons, its keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHoverEvent,
    QKeyEvent,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from partners_app.services.catalogue import Scope
from partners_app.ui import theme
from partners_app.ui.item_models.country_tree import TreeRole
from partners_app.ui.widgets.country_tree_delegate import CountryTreeDelegate, above_band

Index = QModelIndex | QPersistentModelIndex

_INDENTATION = 4.0
_CHEVRON = 3.5
_BAR = 0.75
_UNFOLD_UNDER_DRAG_MS = 700
_ROW = 6.5  # one line of text with 1u above and below


class CountryTreeView(QTreeView):
    """A tree on the grey pane; ``*_requested`` are its keys, ``typed`` what belongs to a search."""

    add_requested = Signal()
    delete_requested = Signal()
    move_requested = Signal(int)
    typed = Signal(str)
    taken_back = Signal(object)
    """The Scope whose name is not to be changed after all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = QPersistentModelIndex()
        self._keeps_current = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setAlternatingRowColors(False)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(True)
        self.setUniformRowHeights(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(_UNFOLD_UNDER_DRAG_MS)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._delegate = CountryTreeDelegate(self)
        self.setItemDelegate(self._delegate)
        self._delegate.taken_back.connect(self.taken_back)
        self._measure()

    def commit(self) -> None:
        """Write the name that is being typed in a row."""
        self._delegate.finish()

    def typed_name(self) -> tuple[Scope, str] | None:
        """Return the name that is being typed in a row; None: no editor is open."""
        return self._delegate.typed_name()

    def _measure(self) -> None:
        self.setIndentation(theme.length(_INDENTATION))
        self.verticalScrollBar().setSingleStep(theme.length(6))

    # Painting.

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        scope = index.data(TreeRole.SCOPE)
        top = above_band(scope.kind) if isinstance(scope, Scope) else 0
        row = QRect(0, rect.top() + top, self.viewport().width(), rect.height() - top)
        if (tint := self._tint(index)) is not None:
            painter.fillRect(row, tint)
        super().drawRow(painter, option, index)
        if index == self.currentIndex():
            now = theme.current()
            bar = QRect(row.left(), row.top(), theme.length(_BAR), row.height())
            painter.fillRect(bar, now.accent if self._is_active() else now.border)

    def _tint(self, index: Index) -> QColor | None:
        """Return the background of a row that is current or under the pointer."""
        now = theme.current()
        if index == self.currentIndex():
            return now.accent_tint if self._is_active() else now.hover
        return now.hover if index == self._hovered else None

    def _is_active(self) -> bool:
        return self.hasFocus() or self.state() == QAbstractItemView.State.EditingState

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        scope = index.data(TreeRole.SCOPE)
        top = rect.top() + (above_band(scope.kind) if isinstance(scope, Scope) else 0)
        if (tint := self._tint(index)) is not None:
            # Qt has painted its own selection here, which knows no focus.
            painter.fillRect(QRect(rect.left(), top, rect.width(), rect.bottom() + 1 - top), tint)
        if not self.model().hasChildren(index):
            return
        side = theme.length(_CHEVRON)
        line = theme.length(_ROW)
        corner = QPointF(
            rect.right() + 1 - self.indentation() / 2 - side / 2, top + (line - side) / 2
        )
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        theme.paint_icon(painter, name, "text2", corner, side)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverEnter):
            if isinstance(event, QHoverEvent):
                self._hover(self.indexAt(event.position().toPoint()))
        elif event.type() in (QEvent.Type.HoverLeave, QEvent.Type.Leave):
            self._hover(QModelIndex())
        return super().viewportEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        if index != self._hovered:
            self._hovered = QPersistentModelIndex(index)
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keeps_current |= self._sees_current(QRect(QPoint(), event.oldSize()))
        super().resizeEvent(event)
        # Heights of wrapped rows are those of the old width otherwise.
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        # Rows get other heights in another width or font: what the clerk looks at stays in sight.
        seen = self._keeps_current or self._sees_current(self.viewport().rect())
        self._keeps_current = False
        super().doItemsLayout()
        if seen:
            self.scrollTo(self.currentIndex())

    def _sees_current(self, area: QRect) -> bool:
        """Tell whether the current row lay in an area of the viewport when last laid out."""
        current = self.currentIndex()
        return current.isValid() and area.intersects(self.visualRect(current))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.forget_layouts()
            self._measure()
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Keys.

    def event(self, event: QEvent) -> bool:
        # These keys mean the row while the tree has the focus, whatever else they are for.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._act_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            # What the editor of a name has no use for (Ctrl+End, Ctrl+-) comes on to here.
            return
        act = self._act_of(event)
        if act is not None:
            act()
            return
        text = event.text()
        with_shift_only = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        is_typing = bool(text.strip()) and text.isprintable() and text not in "+-*"
        if is_typing and with_shift_only == Qt.KeyboardModifier.NoModifier:
            self.typed.emit(text)
            return
        super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        keypad = Qt.KeyboardModifier.KeypadModifier
        modifiers = event.modifiers() & ~(keypad | Qt.KeyboardModifier.ShiftModifier)
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        alt = modifiers == Qt.KeyboardModifier.AltModifier
        key = event.key()
        if key == Qt.Key.Key_Insert or (control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal)):
            return self.add_requested.emit
        if control and key == Qt.Key.Key_Minus:
            return self.delete_requested.emit
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return partial(self.move_requested.emit, -1 if key == Qt.Key.Key_Up else 1)
        return None
