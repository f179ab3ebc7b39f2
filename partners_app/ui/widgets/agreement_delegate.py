"""A row of the list of agreements: kind, wrapped title, chips of its dates."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from partners_app.ui import theme
from partners_app.ui.item_models.agreements import Role
from partners_app.ui.widgets.painting import (
    Block,
    PillSpec,
    PlacedPill,
    Tone,
    block,
    flow_pills,
    paint_pills,
)

_INSET = 4.0
_ABOVE_AND_BELOW = 2.0
_BETWEEN = 0.5
_BAR = 0.75


@dataclass(frozen=True, slots=True)
class _Parts:
    kind: Block
    title: Block
    pills: list[PlacedPill]
    pills_height: float
    height: int


class AgreementDelegate(QStyledItemDelegate):
    """Paints agreements; the height of a row is the height of its text."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = _width_of(option.widget) or option.rect.width()
        return QSize(width, self._parts(index, width).height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        # The stubs of PySide do not know the fields of the option's base classes.
        place = QRectF(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        current = _is_current(option.widget, index)
        active = _has_focus(option.widget)
        now = theme.current()
        painter.save()
        if selected:
            painter.fillRect(place, now.accent_tint if active else now.hover)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, now.hover)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), now.line)
        if current:
            bar = QRectF(place.left(), place.top(), theme.length(_BAR), place.height())
            painter.fillRect(bar, now.accent if active else now.border)
        parts = self._parts(index, round(place.width()))
        corner = QPointF(place.left() + theme.length(_INSET), place.top() + _padding())
        parts.kind.paint(painter, corner, now.text2)
        corner.setY(corner.y() + parts.kind.height)
        parts.title.paint(painter, corner, now.text)
        corner.setY(corner.y() + parts.title.height + theme.length(_BETWEEN))
        paint_pills(painter, corner, parts.pills, selected=selected)
        painter.restore()

    def _parts(self, index: QModelIndex | QPersistentModelIndex, width: int) -> _Parts:
        inner = width - theme.length(_INSET) - theme.length(_INSET)
        kind = block(str(index.data(Role.KIND)), theme.small_font(), inner)
        title = block(str(index.data()), theme.body_font(), inner)
        texts: list[str] = index.data(Role.DATES) or []
        pills, pills_height = flow_pills(
            [PillSpec(text, Tone.TAG, "calendar") for text in texts], inner
        )
        height = kind.height + title.height + 2 * _padding() + 1
        if pills:
            height += pills_height + theme.length(_BETWEEN)
        return _Parts(kind, title, pills, pills_height, round(height))


def _padding() -> int:
    return theme.length(_ABOVE_AND_BELOW)


def _width_of(widget: QWidget | None) -> int:
    return widget.viewport().width() if isinstance(widget, QListView) else 0


def _is_current(widget: QWidget | None, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Tell whether the form shows this row, of all that are selected."""
    return isinstance(widget, QListView) and widget.currentIndex() == index


def _has_focus(widget: QWidget | None) -> bool:
    return widget is not None and widget.hasFocus()
