"""The preview of a pasted text: tick box · date and what was understood · text and its doubt."""

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
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from partners_app.services.event_pasting import PastedEvent
from partners_app.ui import theme
from partners_app.ui.item_models.pasted_events import DOUBT_ROLE, PASTED_ROLE, understood
from partners_app.ui.widgets.painting import Block, block
from partners_app.ui.widgets.tick_box import paint_tick_box

Index = QModelIndex | QPersistentModelIndex

_INSET = 4.0
_ABOVE_AND_BELOW = 2.0
_BOX = 4.0
_GAP = 3.0
_DATE_SHARE = 0.24
_NARROWEST_DATE = 32.0
_BAR = 0.75


class _Places:
    """Where the parts of a row stand, from its left upper corner, in pixels."""

    def __init__(self, width: float, item: PastedEvent, doubt: str) -> None:
        date_width = max(width * _DATE_SHARE, theme.length(_NARROWEST_DATE))
        self.date_left = theme.length(_INSET + _BOX + _GAP)
        self.text_left = self.date_left + date_width + theme.length(_GAP)
        room = width - self.text_left - theme.length(_INSET)
        self.date = block(item.date.text, theme.body_font(), date_width)
        echo = understood(item)
        self.echo: Block | None = None
        if echo and echo != item.date.text:
            self.echo = block(echo, theme.small_font(), date_width)
        self.text = block(item.text, theme.body_font(), room)
        self.doubt: Block | None = None
        if doubt:
            self.doubt = block(doubt, theme.small_font(), room - theme.length(5))
        left = self.date.height + (self.echo.height if self.echo else 0)
        right = self.text.height
        if self.doubt:
            right += self.doubt.height + theme.length(0.5)
        self.height = round(max(left, right)) + 2 * theme.length(_ABOVE_AND_BELOW)


class PastedDelegate(QStyledItemDelegate):
    """Paints a row; a click on the box or Space ticks it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        return QSize(width, _places(index, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.current()
        place = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, now.accent_tint)
            bar = QRectF(place.left(), place.top(), theme.length(_BAR), place.height())
            painter.fillRect(bar, now.accent)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), now.line)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        paint_tick_box(painter, box_of(place), ticked=ticked)
        parts = _places(index, place.width())
        top = place.top() + theme.length(_ABOVE_AND_BELOW)
        at = QPointF(place.left() + parts.date_left, top)
        parts.date.paint(painter, at, now.text if ticked else now.text2)
        if parts.echo:
            parts.echo.paint(painter, at + QPointF(0, parts.date.height), now.text2)
        at = QPointF(place.left() + parts.text_left, top)
        parts.text.paint(painter, at, now.text if ticked else now.text2)
        if parts.doubt:
            at += QPointF(0, parts.text.height + theme.length(0.5))
            side = theme.length(3.5)
            drop = max(0.0, (parts.doubt.height / max(parts.doubt.lines, 1) - side) / 2)
            theme.paint_icon(painter, "triangle-alert", "warn", at + QPointF(0, drop), side)
            parts.doubt.paint(painter, at + QPointF(theme.length(5), 0), now.warn)
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
            and event.position().x() < option.rect.left() + theme.length(_INSET + _BOX + _GAP)
        )
        if pressed:
            toggle(model, index)
        return pressed


def _places(index: Index, width: float) -> _Places:
    item = index.data(PASTED_ROLE)
    assert isinstance(item, PastedEvent)
    return _Places(width, item, str(index.data(DOUBT_ROLE)))


def toggle(model: QAbstractItemModel, index: Index) -> None:
    """Tick an unticked row, or untick a ticked one."""
    ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
    model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def box_of(row: QRectF) -> QRectF:
    """Return the tick box of a row."""
    side = theme.length(_BOX)
    left = row.left() + theme.length(_INSET)
    return QRectF(left, row.top() + theme.length(_ABOVE_AND_BELOW) + 1, side, side)


class PastedList(QListView):
    """The view of the preview; Space ticks the selected rows alike, Ctrl+A selects all."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the name that a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(PastedDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle_selected()
            return
        super().keyPressEvent(event)

    def _toggle_selected(self) -> None:
        """Give all selected rows the other tick of the current one."""
        role = Qt.ItemDataRole.CheckStateRole
        ticked = self.currentIndex().data(role) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        for index in self.selectedIndexes() or [self.currentIndex()]:
            self.model().setData(index, state, role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Otherwise the rows keep the heights of the old width.
        self.scheduleDelayedItemsLayout()
