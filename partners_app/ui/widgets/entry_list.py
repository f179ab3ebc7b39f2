"""A list of entries with wrapped text: icon · title DemiBold · sentence · small line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from partners_app.ui import theme
from partners_app.ui.item_models.entries import ENTRY_ROLE, Entry
from partners_app.ui.widgets.painting import Block, block

_INSET = 4.0
_ABOVE_AND_BELOW = 2.0
_ICON = 4.0
_BAR = 0.75


class EntryDelegate(QStyledItemDelegate):
    """Paints one entry; its height is that of its wrapped lines."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        now = theme.current()
        painter.save()
        place = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(place, now.accent_tint)
            bar = QRectF(place.left(), place.top(), theme.length(_BAR), place.height())
            painter.fillRect(bar, now.accent)
        line = QRectF(place.left(), place.bottom() - 1, place.width(), 1)
        painter.fillRect(line, now.line)
        x = place.left() + theme.length(_INSET)
        y = place.top() + theme.length(_ABOVE_AND_BELOW)
        theme.paint_icon(painter, entry.icon, entry.role, QPointF(x, y), theme.length(_ICON))
        x += theme.length(_ICON + 2)
        for number, part in enumerate(_blocks(entry, place.width())):
            loud = number == 0 or (number == 1 and entry.sentence)
            color = now.text if loud and not entry.faint else now.text2
            part.paint(painter, QPointF(x, y), color)
            y += part.height
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry = index.data(ENTRY_ROLE)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        if not isinstance(entry, Entry):
            return QSize(width, 0)
        height = sum(part.height for part in _blocks(entry, width))
        return QSize(width, round(height) + 2 * theme.length(_ABOVE_AND_BELOW))


def _blocks(entry: Entry, width: float) -> list[Block]:
    room = width - theme.length(2 * _INSET + _ICON + 2)
    parts = [block(entry.title, theme.body_font(bold=True), room)]
    if entry.sentence:
        parts.append(block(entry.sentence, theme.body_font(), room))
    if entry.small:
        parts.append(block(entry.small, theme.small_font(), room))
    return parts


class EntryList(QListView):
    """The view of entries; rows wrap anew when its width changes."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the name that a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(EntryDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Otherwise the rows keep the heights of the old width.
        self.scheduleDelayedItemsLayout()
