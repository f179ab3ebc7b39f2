"""The list of a partner's agreements, and what the keyboard and the menu do in it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from partners_app.ui import theme
from partners_app.ui.widgets.agreement_delegate import AgreementDelegate
from partners_app.ui.widgets.form_fields import FIELD_HEIGHT

_UP = QKeySequence("Alt+Up")
_DOWN = QKeySequence("Alt+Down")
ADD_KEYS = (QKeySequence("Ctrl++"), QKeySequence("Ctrl+="), QKeySequence("Ins"))
DELETE_KEY = QKeySequence("Ctrl+-")
CHANGE_KEY = QKeySequence("Ctrl+Shift+E")
_DRAGGED_WIDTH = 60.0


class AgreementList(QListView):
    """Wrapped rows; asks for what it cannot do itself."""

    add_requested = Signal()
    delete_requested = Signal()
    move_requested = Signal(int)
    """One place up (-1) or down (+1)."""
    edit_requested = Signal()
    """The user wants to type in the form."""
    change_requested = Signal()
    """The user wants to change fields of all the selected agreements."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Agreements of the partner"))
        self.setItemDelegate(AgreementDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setMouseTracking(True)
        self.setMinimumWidth(theme.length(48))
        self.read_only = False

    def select_row(self, row: int) -> None:
        """Make a row the current and the only selected one, and scroll to it."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def selected_rows(self) -> list[int]:
        """Return the selected rows from above; the current one where none is selected."""
        found = sorted(index.row() for index in self.selectedIndexes())
        current = self.currentIndex()
        return found or ([current.row()] if current.isValid() else [])

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        # Qt's own picture of the row is opaque and lies over the line that shows where it goes.
        index = self.currentIndex()
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        drag.setPixmap(_picture_of(str(index.data())))
        drag.setHotSpot(QPoint(-theme.length(3), -theme.length(2)))
        drag.exec(Qt.DropAction.MoveAction)

    def menu(self) -> QMenu:
        """Return the context menu of the current row; it deletes itself when closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row, last = self.currentIndex().row(), self.model().rowCount() - 1
        some = bool(self.selected_rows())
        change = self.tr("Change selected…")
        for text, key, icon, enabled, act in (
            (self.tr("Add"), ADD_KEYS[0], "plus", True, self.add_requested.emit),
            (change, CHANGE_KEY, "pencil", some, self.change_requested.emit),
            (self.tr("Move up"), _UP, "chevron-up", row > 0, self._move_up),
            (self.tr("Move down"), _DOWN, "chevron-down", 0 <= row < last, self._move_down),
            (self.tr("Delete"), DELETE_KEY, "trash-2", some, self.delete_requested.emit),
        ):
            # The key is only named here: the list and its pane answer to it.
            native = key.toString(QKeySequence.SequenceFormat.NativeText)
            action = menu.addAction(f"{text}\t{native}", act)
            action.setEnabled(enabled and not self.read_only)
            theme.give_icon(action, icon, "text2")
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place: QPoint = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.center())
        self.menu().popup(place)

    def event(self, event: QEvent) -> bool:
        # Keys of the list go before equal keys of the window while the list has the focus.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._act_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        elif not self.read_only:
            act()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.select_row(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Wrapped rows would keep the heights of the old width.
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setMinimumWidth(theme.length(48))
            self.scheduleDelayedItemsLayout()

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        pressed = QKeySequence(event.keyCombination())
        has_current = self.currentIndex().isValid()
        if pressed in ADD_KEYS:
            return self.add_requested.emit
        if pressed == DELETE_KEY and has_current:
            return self.delete_requested.emit
        if pressed == _UP and has_current:
            return self._move_up
        if pressed == _DOWN and has_current:
            return self._move_down
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and has_current:
            return self.edit_requested.emit
        return None

    def _move_up(self) -> None:
        self.move_requested.emit(-1)

    def _move_down(self) -> None:
        self.move_requested.emit(1)


def _picture_of(title: str) -> QPixmap:
    """Return the title of a dragged row in one line, as it hangs from the pointer."""
    metrics = QFontMetrics(theme.body_font())
    text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, theme.length(_DRAGGED_WIDTH))
    inset = theme.length(1.5)
    place = QRect(0, 0, metrics.horizontalAdvance(text) + 2 * inset, theme.length(FIELD_HEIGHT))
    picture = QPixmap(place.size())
    picture.fill(theme.current().accent_tint)
    painter = QPainter(picture)
    painter.setFont(theme.body_font())
    painter.setPen(theme.current().text)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture
