"""How the cells of the event grid are painted, how high they are, and what edits them."""

import math
from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from partners_app.domain.vocabulary import EventFormat
from partners_app.ui import theme
from partners_app.ui.item_models.event_cells import FIELDS, TEXT_COLUMNS, Column, Role
from partners_app.ui.widgets import painting
from partners_app.ui.widgets.event_editors import CellEditor, Leaving, make_editor, way_out
from partners_app.ui.widgets.painting import Block, Tone
from partners_app.ui.widgets.unsaved_events import UnsavedEvents

Index = QModelIndex | QPersistentModelIndex

FIRST_INSET = 4.0
CELL_INSET = 3.0
ROW_PADDING = 1.5
ICON = 4.0
SELECTION_BAR = 0.75
_CORNER = 0.75
_OUTLINE = 2

FORMAT_ICONS = {
    EventFormat.IN_PERSON: "users",
    EventFormat.VIDEO: "video",
    EventFormat.MIXED: "blend",
}

_BLOCKS_KEPT = 600


class GridState(Protocol):
    """What a cell asks the grid about itself."""

    def is_first(self, column: int) -> bool:
        """Tell whether the column stands at the left edge."""

    def is_tinted(self, index: Index) -> bool:
        """Tell whether the cell belongs to what is selected."""

    def is_marked(self, row: int) -> bool:
        """Tell whether the row has the bar of a selected record."""

    def is_current(self, index: Index) -> bool:
        """Tell whether the cell is the current one."""

    def has_keyboard(self) -> bool:
        """Tell whether keys reach the grid or its editor."""


class EventDelegate(QStyledItemDelegate):
    """Paints and measures all columns; editing ends in a request, never in the model."""

    edit_requested = Signal(int, str, object)
    """Id of an event, field of `Event`, new value."""
    left = Signal(Leaving)
    """An editor was closed by a key: where the clerk wants to go."""

    def __init__(self, grid: GridState, unsaved: UnsavedEvents, parent: QObject) -> None:
        super().__init__(parent)
        self._grid = grid
        self._blocks: OrderedDict[tuple[str, str, int], Block] = OrderedDict()
        self._editor: CellEditor | None = None
        self._unsaved = unsaved

    # Measuring

    def insets(self, column: int) -> tuple[int, int]:
        """Return what is left free at the left and the right of a cell, in pixels."""
        left = FIRST_INSET if self._grid.is_first(column) else CELL_INSET
        right = 2.0 if column in (*TEXT_COLUMNS, Column.PARTNER) else 0.75
        return theme.length(left), theme.length(right)

    def height(self, index: Index, width: int) -> int:
        """Return the height that a cell needs in a column of ``width`` pixels."""
        column = index.column()
        left, right = self.insets(column)
        room = max(width - left - right, theme.length(4))
        if column in (Column.KIND, Column.FORMAT):
            height = self._tag_height(index, room)
        else:
            height = self._block(self._text(index), theme.body_font(), room).height
            # A date without an echo keeps its line free: the editor shows one there.
            if echo := self._echo(index) or "0" * (column == Column.DATE):
                height += self._block(echo, theme.small_font(), room).height
            if doubt := self._doubt(index):
                height += self._doubt_block(doubt, room).height + theme.length(0.5)
        return math.ceil(height) + 2 * theme.length(ROW_PADDING) + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        left, right = self.insets(index.column())
        block = self._block(self._text(index), theme.body_font(), 1 << 16)
        width = math.ceil(block.width)
        if index.column() in (Column.KIND, Column.FORMAT):
            width = math.ceil(_tag(index)[1].width())
        return QSize(width + left + right, self.height(index, width + left + right))

    def _text(self, index: Index) -> str:
        draft = self._draft(index)
        return _text(index) if draft is None else str(draft)

    def _echo(self, index: Index) -> str:
        echo = str(index.data(Role.ECHO) or "")
        return "" if echo == _text(index) or self._draft(index) is not None else echo

    def _doubt(self, index: Index) -> str:
        if self._draft(index) is not None:
            return self.tr("Not saved: open the cell and press Enter to try again")
        return str(index.data(Role.DOUBT) or "")

    def _draft(self, index: Index) -> object:
        """Return what was typed into a cell and could not be written; None: nothing."""
        if index.column() not in FIELDS:
            return None
        return self._unsaved.cell(index.data(Role.ID), FIELDS[Column(index.column())])

    def _block(self, text: str, font: QFont, width: float) -> Block:
        key = (text, font.key(), round(width))
        found = self._blocks.get(key)
        if found is None:
            found = self._blocks[key] = painting.block(text, font, round(width))
            if len(self._blocks) > _BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        return found

    def _doubt_block(self, text: str, room: float) -> Block:
        return self._block(text, theme.small_font(), room - theme.length(5))

    def _tag_height(self, index: Index, room: float) -> float:
        spec, size = _tag(index, room)
        if size.width() <= room:
            return size.height()
        block = self._block(spec.text, theme.small_font(), room - 2 * theme.length(1.5))
        return block.height + theme.length(0.5)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        now = theme.current()
        tinted = self._grid.is_tinted(index)
        keyboard = self._grid.has_keyboard()
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, _background(tinted, keyboard))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.line)
        if self._grid.is_first(index.column()) and self._grid.is_marked(index.row()):
            bar = QRect(rect.left(), rect.top(), theme.length(SELECTION_BAR), rect.height() - 1)
            painter.fillRect(bar, now.accent if keyboard else now.border)
        if self._is_edited(index):
            painter.restore()
            return
        left, right = self.insets(index.column())
        room = QRectF(rect.adjusted(left, theme.length(ROW_PADDING), -right, 0))
        if index.column() in (Column.KIND, Column.FORMAT):
            self._paint_tag(painter, room, index, tinted)
        elif index.column() == Column.PRINTED:
            self._paint_tick(painter, rect, index)
        else:
            self._paint_text(painter, room, index)
        if self._grid.is_current(index):
            _paint_outline(painter, rect, now.accent if keyboard else now.border)
        painter.restore()

    def _paint_text(self, painter: QPainter, room: QRectF, index: Index) -> None:
        now = theme.current()
        place = room.topLeft()
        block = self._block(self._text(index), theme.body_font(), room.width())
        block.paint(painter, place, now.text)
        place += QPointF(0, block.height)
        if echo := self._echo(index):
            small = self._block(echo, theme.small_font(), room.width())
            small.paint(painter, place, now.text2)
            place += QPointF(0, small.height)
        if doubt := self._doubt(index):
            place += QPointF(0, theme.length(0.5))
            side = theme.length(3.5)
            sentence = self._doubt_block(doubt, room.width())
            drop = max(0.0, (sentence.height / max(sentence.lines, 1) - side) / 2)
            theme.paint_icon(painter, "triangle-alert", "warn", place + QPointF(0, drop), side)
            sentence.paint(painter, place + QPointF(theme.length(5), 0), now.warn)

    def _paint_tag(self, painter: QPainter, room: QRectF, index: Index, tinted: bool) -> None:
        spec, size = _tag(index, room.width())
        if not spec.text:
            return
        if size.width() <= room.width():
            painting.pill(painter, room.topLeft(), spec.text, spec.tone, spec.icon, selected=tinted)
            return
        # A word too long for the column wraps: nothing in the grid is cut.
        now = theme.current()
        inset = theme.length(1.5)
        block = self._block(spec.text, theme.small_font(), room.width() - 2 * inset)
        height = block.height + theme.length(0.5)
        place = QRectF(room.topLeft(), QRectF(0, 0, block.width + 2 * inset, height).size())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outlined = spec.tone is Tone.OUTLINE
        painter.setPen(QPen(now.line, 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(now.base if outlined or tinted else now.neutral_tint)
        corner = theme.unit() * _CORNER
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        at = place.topLeft() + QPointF(inset, theme.unit() * 0.25)
        block.paint(painter, at, now.text2)

    def _paint_tick(self, painter: QPainter, rect: QRect, index: Index) -> None:
        side = theme.length(ICON)
        box = tick_rect(rect)
        if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked:
            corner = QPointF(box.center().x() - side / 2 + 0.5, box.center().y() - side / 2 + 0.5)
            theme.paint_icon(painter, "check", "accent", corner, side)
        elif self._grid.is_marked(index.row()):
            # Without it nothing would say that a click here prints the event again.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().border, 1))
            painter.setBrush(theme.current().base)
            empty = QRectF(0, 0, side - 1, side - 1)
            empty.moveCenter(QRectF(box).center())
            painter.drawRoundedRect(empty, theme.unit() * 0.5, theme.unit() * 0.5)

    # Editing

    def editor(self) -> CellEditor | None:
        """Return the editor that is open."""
        return self._editor

    def _is_edited(self, index: Index) -> bool:
        return self._editor is not None and self._editor.is_of(index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = make_editor(index, parent)
        self._editor = editor
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.widget.setAccessibleName(str(title))
        editor.widget.destroyed.connect(self._forget_editor)
        editor.chosen.connect(self._finish)
        return editor.widget

    def _forget_editor(self, widget: QObject | None = None) -> None:
        if self._editor is not None and (widget is None or self._editor.widget is widget):
            self._editor = None

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if self._editor is not None and self._editor.widget is editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Once: a change from elsewhere must not overwrite what is being typed.
        if self._editor is not None and not self._editor.loaded:
            self._editor.load(index.data(Qt.ItemDataRole.EditRole))
            draft = self._draft(index)
            if draft is not None:
                self._editor.show_value(draft)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if self._editor is None or self._editor.widget is not editor:
            return
        if self._editor.is_changed():
            value = self._editor.value()
            self._editor.note_written()
            self.edit_requested.emit(index.data(Role.ID), FIELDS[Column(index.column())], value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        if self._editor is not None:
            left, right = self.insets(index.column())
            self._editor.place(option.rect, left, right)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        editor = self._editor
        if editor is None or watched is not editor.widget:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if _is_alt_enter(event) and editor.break_line():
                return True
            leaving = way_out(event)
            if leaving is not None:
                self._finish(leaving)
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
                # To another program and back: what is typed is written, and the typing goes on.
                self.commitData.emit(editor.widget)
            elif not _has_focus_inside(editor.widget):
                self._finish(Leaving.STAY)
        return False

    def _finish(self, leaving: Leaving) -> None:
        """Close the editor, keeping what was typed unless it is left with Esc."""
        if self._editor is None:
            return
        widget = self._editor.widget
        hint = QAbstractItemDelegate.EndEditHint.NoHint
        if leaving is Leaving.CANCEL:
            hint = QAbstractItemDelegate.EndEditHint.RevertModelCache
            self._unsaved.forget_cell(*self._editor.key())
        else:
            self.commitData.emit(widget)
        self.closeEditor.emit(widget, hint)
        if leaving not in (Leaving.STAY, Leaving.CANCEL):
            self.left.emit(leaving)

    def finish(self) -> None:
        """Write what is being typed and close the editor."""
        self._finish(Leaving.STAY)


def tick_rect(cell: QRect) -> QRect:
    """Return the part of a cell of the last column that a click ticks or unticks."""
    side = theme.length(ICON)
    height = side + 2 * theme.length(ROW_PADDING)
    half = cell.center().x() - theme.length(4)
    return QRect(half, cell.top(), 2 * theme.length(4), height)


def _is_alt_enter(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def _text(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _tag(index: Index, room: float = math.inf) -> tuple[painting.PillSpec, QSizeF]:
    """Return the tag of a cell and its size; its icon gives way where there is no room for both."""
    spec = painting.PillSpec(_text(index), Tone.TAG)
    if index.column() == Column.FORMAT:
        icon = FORMAT_ICONS.get(index.data(Qt.ItemDataRole.EditRole), "")
        spec = painting.PillSpec(spec.text, Tone.OUTLINE, icon)
    size = painting.pill_size(spec.text, spec.tone, spec.icon)
    if spec.icon and size.width() > room:
        spec = painting.PillSpec(spec.text, spec.tone)
        size = painting.pill_size(spec.text, spec.tone)
    return spec, size


def _background(tinted: bool, keyboard: bool) -> QColor:
    now = theme.current()
    if not tinted:
        return now.base
    return now.accent_tint if keyboard else now.hover


def _paint_outline(painter: QPainter, rect: QRect, color: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, _OUTLINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = QRectF(rect).adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(inside, theme.unit() * _CORNER, theme.unit() * _CORNER)


def _has_focus_inside(widget: QWidget) -> bool:
    """Tell whether the focus only went to a part of the editor: its list, its context menu."""
    part = QApplication.activePopupWidget() or QApplication.focusWidget()
    if part is None or not part.isActiveWindow():
        return False
    # The list of a combo box is a window of its own, so isAncestorOf would not find it.
    while part is not None:
        if part is widget:
            return True
        part = part.parentWidget()
    return False
