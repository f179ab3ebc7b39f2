"""The list of partners and countries to choose from: [tick] · name · its country, small."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from partners_app.services.catalogue import ScopeKind
from partners_app.ui import theme
from partners_app.ui.item_models.places import PLACE_ROLE, Place
from partners_app.ui.widgets.painting import Block, block
from partners_app.ui.widgets.tick_box import paint_tick_box

Index = QModelIndex | QPersistentModelIndex

_INSET = 4.0
_ABOVE_AND_BELOW = 1.5
_BOX = 4.0
_GAP = 3.0
_WHERE_SHARE = 0.35
_BAR = 0.75


class PlaceDelegate(QStyledItemDelegate):
    """Paints a place; countries stand out by their indent, not by weight."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        name, where, _ = self._parts(index, width)
        height = round(max(name.height, where.height)) + 2 * theme.length(_ABOVE_AND_BELOW)
        return QSize(width, height)

    def _parts(self, index: Index, width: float) -> tuple[Block, Block, float]:
        """Return name, country and the left edge of the name."""
        place = index.data(PLACE_ROLE)
        assert isinstance(place, Place)
        left = theme.length(_INSET)
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            left += theme.length(_BOX + _GAP)
        if place.scope.kind is ScopeKind.PARTNER:
            left += theme.length(_INSET)
        share = width * _WHERE_SHARE
        room = width - left - share - theme.length(_GAP + _INSET)
        name = block(place.name, theme.body_font(), room)
        return name, block(place.where, theme.small_font(), share), left

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.current()
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.accent_tint)
            bar = QRectF(rect.left(), rect.top(), theme.length(_BAR), rect.height())
            painter.fillRect(bar, now.accent)
        top = rect.top() + theme.length(_ABOVE_AND_BELOW)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            side = theme.length(_BOX)
            box = QRectF(rect.left() + theme.length(_INSET), top + 1, side, side)
            paint_tick_box(painter, box, ticked=state == Qt.CheckState.Checked)
            if state == Qt.CheckState.PartiallyChecked:
                painter.setPen(QPen(now.accent, 2))
                middle = box.center().y()
                painter.drawLine(
                    QPointF(box.left() + side * 0.25, middle),
                    QPointF(box.right() - side * 0.25, middle),
                )
        name, where, left = self._parts(index, rect.width())
        name.paint(painter, QPointF(rect.left() + left, top), now.text)
        share_left = rect.right() - theme.length(_INSET) - rect.width() * _WHERE_SHARE
        where.paint(painter, QPointF(share_left, top + (name.ascent - where.ascent)), now.text2)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        pressed = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        )
        if pressed:
            _toggle(model, index)
        return pressed


def _toggle(model: QAbstractItemModel, index: Index) -> None:
    ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
    model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


class PlaceList(QListView):
    """The view of the places; Space or a click ticks a row that has a tick box."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the name that a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(PlaceDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            _toggle(self.model(), index)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Otherwise the rows keep the heights of the old width.
        self.scheduleDelayedItemsLayout()
