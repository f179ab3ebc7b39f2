"""A list of entries with wrapped text: icon · title DemiBold · sentence · small line."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
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
from partners_app.ui.item_models.entries import ENTRY_ROLE, Entry, EntryMark
from partners_app.ui.widgets.painting import (
    MarkTone,
    TextMark,
    Tone,
    block,
    pill,
    pill_size,
)

_INSET = 4.0
_ABOVE_AND_BELOW = 2.0
_ICON = 4.0
_GAP = 2.0
_BAR = 0.75
_TIME = "00:00"


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
        shape = _Shape(entry, place.width())
        x = place.left() + theme.length(_INSET)
        y = place.top() + shape.above
        if entry.heading:
            shape.parts[0].paint(painter, QPointF(x, y), now.text2)
            painter.restore()
            return
        first = shape.parts[0]
        small = theme.small_font()
        if entry.time:
            time = block(entry.time, small, place.width())
            time.paint(painter, QPointF(x, y + first.ascent - time.ascent), now.text2)
        if entry.aside:
            aside = block(entry.aside, small, place.width())
            left = place.right() - theme.length(_INSET) - aside.width
            aside.paint(painter, QPointF(left, y + first.ascent - aside.ascent), now.text2)
        icon_left = x + shape.time
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        if tick is not None:
            _paint_tick(painter, QPointF(icon_left, y), _is_on(tick))
        elif entry.icon:
            corner = QPointF(icon_left, y)
            theme.paint_icon(painter, entry.icon, entry.role, corner, theme.length(_ICON))
        x += shape.left
        if entry.tag:
            tag_left = x + first.width + theme.length(_GAP)
            pill(painter, QPointF(tag_left, y), entry.tag, Tone.TAG, selected=selected)
        for number, part in enumerate(shape.parts):
            loud = number == 0 or (number == 1 and entry.sentence and not entry.quiet)
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
        return QSize(width, _Shape(entry, width).height)


class _Shape:
    """Where the parts of an entry stand in a row of a width, in pixels."""

    def __init__(self, entry: Entry, width: float) -> None:
        edges = theme.length(2 * _INSET)
        self.above = theme.length(_ABOVE_AND_BELOW)
        if entry.heading:
            self.above = theme.length(2 * _ABOVE_AND_BELOW)
            self.parts = [block(entry.title, theme.small_font(bold=True), width - edges)]
            below = theme.length(_ABOVE_AND_BELOW)
            self.height = round(self.parts[0].height) + self.above + below
            return
        small = theme.small_font()
        metrics = QFontMetricsF(small)
        self.time = 0.0
        if entry.time:
            widest = max(metrics.horizontalAdvance(text) for text in (_TIME, entry.time))
            self.time = widest + theme.length(_GAP)
        self.left = self.time + theme.length(_ICON + _GAP)
        room = width - edges - self.left
        taken = 0.0
        if entry.aside:
            taken += metrics.horizontalAdvance(entry.aside) + theme.length(2 * _GAP)
        if entry.tag:
            taken += pill_size(entry.tag).width() + theme.length(_GAP)
        title_marks = _marks(entry.title_marks)
        if entry.gone:
            title_marks.append(TextMark(0, len(entry.title), MarkTone.GONE))
        font = theme.body_font(bold=not entry.quiet)
        self.parts = [block(entry.title, font, room - taken, title_marks)]
        if entry.sentence:
            marks = _marks(entry.sentence_marks)
            self.parts.append(block(entry.sentence, theme.body_font(), room, marks))
        if entry.small:
            self.parts.append(block(entry.small, small, room))
        text = sum(part.height for part in self.parts)
        self.height = round(text) + 2 * theme.length(_ABOVE_AND_BELOW)


def _marks(marks: Sequence[EntryMark]) -> list[TextMark]:
    return [TextMark(mark.start, mark.length, MarkTone(mark.tone)) for mark in marks]


def _is_on(tick: object) -> bool:
    # Qt hands the state of a check box on as a number.
    return Qt.CheckState(tick) is Qt.CheckState.Checked


def _paint_tick(painter: QPainter, left_top: QPointF, ticked: bool) -> None:
    """Paint a tick box as the style sheet paints those of forms."""
    now = theme.current()
    side = theme.length(_ICON)
    box = QRectF(left_top.x() + 0.5, left_top.y() + 0.5, side - 1, side - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(now.accent if ticked else now.border)
    painter.setBrush(now.accent if ticked else now.base)
    painter.drawRoundedRect(box, 3, 3)
    painter.restore()
    if ticked:
        theme.paint_icon(painter, "check", "on_accent", left_top, side)


class EntryList(QListView):
    """The view of entries; rows wrap anew when its width changes.

    Where the model has ticks, Space and a click on the box set them, and Enter is the dialog's.
    """

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._toggle(self.currentIndex()):
            return
        index = self.currentIndex()
        has_tick = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and index.isValid() and not has_tick:
            # Qt tells it only where the platform says that Enter activates.
            self.activated.emit(index)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if point.x() < theme.length(_INSET + _ICON + _GAP):
            self._toggle(self.indexAt(point))

    def _toggle(self, index: QModelIndex) -> bool:
        role = Qt.ItemDataRole.CheckStateRole
        tick = index.data(role) if index.isValid() else None
        if tick is None:
            return False
        state = Qt.CheckState.Unchecked if _is_on(tick) else Qt.CheckState.Checked
        return self.model().setData(index, state, role)
