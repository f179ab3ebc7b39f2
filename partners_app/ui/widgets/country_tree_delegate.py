"""How a row of the tree is painted: chevron's neighbour, the name in lines, the count."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.ui import theme
from partners_app.ui.item_models.country_tree import TreeRole
from partners_app.ui.widgets.painting import Block, Tone, block, pill, pill_size

Index = QModelIndex | QPersistentModelIndex

_TEXT_INSET = 1.0
_RIGHT_INSET = 2.0
_ABOVE_AND_BELOW = 1.0
_ABOVE_BAND = 2.0
_NAME_TO_COUNT = 2.0
_COUNT_TO_DOUBT = 1.0
_DOUBT = 3.5
_BLOCKS_KEPT = 2000


def above_band(kind: ScopeKind) -> int:
    """Return the empty pixels above a row, outside its tint: bands stand apart."""
    return theme.length(_ABOVE_BAND) if kind is ScopeKind.REGION else 0


class CountryTreeDelegate(QStyledItemDelegate):
    """Paints names that wrap, and counts at the right edge; edits a name in its row."""

    taken_back = Signal(object)
    """The Scope whose editor was left with Esc."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._blocks: dict[tuple[str, int, str], Block] = {}
        self._editor: QLineEdit | None = None
        self._edited = Scope()

    def forget_layouts(self) -> None:
        """Lay every name out again: the font is another one."""
        self._blocks.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        scope = _scope(index)
        height = self._block(index).height + 2 * theme.length(_ABOVE_AND_BELOW)
        if (detail := self._detail(index)) is not None:
            height += detail.height
        return QSize(theme.length(20), round(height) + above_band(scope.kind))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scope = _scope(index)
        count = _count(index)
        row: QRect = option.rect
        now = theme.current()
        top = row.top() + above_band(scope.kind) + theme.length(_ABOVE_AND_BELOW)
        quiet = scope.kind is ScopeKind.PARTNER and not count
        text = self._block(index)
        painter.save()
        text.paint(
            painter,
            QPointF(row.left() + theme.length(_TEXT_INSET), top),
            now.text2 if quiet else now.text,
        )
        if (detail := self._detail(index)) is not None:
            corner = QPointF(row.left() + theme.length(_TEXT_INSET), top + text.height)
            detail.paint(painter, corner, now.text2)
        right = row.right() + 1 - theme.length(_RIGHT_INSET)
        line = QFontMetricsF(theme.body_font()).height()
        if count:
            size = pill_size(str(count), Tone.BADGE)
            right -= round(size.width())
            place = QRectF(QPointF(right, top + (line - size.height()) / 2), size)
            if scope.kind is ScopeKind.PARTNER:
                selected = index == self._view.currentIndex()
                pill(painter, place.topLeft(), str(count), Tone.BADGE, selected=selected)
            else:
                painter.setFont(theme.small_font())
                painter.setPen(now.text2)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(count))
            right -= theme.length(_COUNT_TO_DOUBT)
        if index.data(TreeRole.DOUBT):
            side = theme.length(_DOUBT)
            corner = QPointF(right - side, top + (line - side) / 2)
            theme.paint_icon(painter, "triangle-alert", "warn", corner, side)
        painter.restore()

    def _block(self, index: Index) -> Block:
        """Return the name laid out in the room that its level, mark and count leave."""
        right = theme.length(_RIGHT_INSET)
        if count := _count(index):
            width = pill_size(str(count), Tone.BADGE).width()
            right += round(width) + theme.length(_NAME_TO_COUNT)
        if index.data(TreeRole.DOUBT):
            right += theme.length(_DOUBT) + theme.length(_COUNT_TO_DOUBT)
        bold = _scope(index).kind in (ScopeKind.REGION, ScopeKind.ALL)
        font = theme.body_font(bold=bold)
        return self._laid_out(str(index.data()), font, self._room(index, right))

    def _detail(self, index: Index) -> Block | None:
        """Return the small line under a name that another row has too, laid out; None: none."""
        text = str(index.data(TreeRole.DETAIL) or "")
        if not text:
            return None
        room = self._room(index, theme.length(_RIGHT_INSET))
        return self._laid_out(text, theme.small_font(), room)

    def _room(self, index: Index, right: int) -> int:
        """Return the pixels of a row from its text's beginning to what stands at its right."""
        level, above = 1, index.parent()
        while above.isValid():
            level, above = level + 1, above.parent()
        left = self._view.indentation() * level + theme.length(_TEXT_INSET)
        return self._view.viewport().width() - left - right

    def _laid_out(self, text: str, font: QFont, room: int) -> Block:
        key = (text, room, font.key())
        found = self._blocks.get(key)
        if found is None:
            if len(self._blocks) > _BLOCKS_KEPT:
                self._blocks.clear()
            found = self._blocks[key] = block(text, font, room)
        return found

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Name"))
        self._editor, self._edited = editor, _scope(index)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def typed_name(self) -> tuple[Scope, str] | None:
        """Return what is being typed for which row; None: no editor is open."""
        return None if self._editor is None else (self._edited, self._editor.text().strip())

    def finish(self) -> None:
        """Write the name that is being typed and close its editor."""
        editor, self._editor = self._editor, None
        if editor is not None:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.taken_back.emit(self._edited)
        return super().eventFilter(watched, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row: QRect = option.rect
        top = row.top() + above_band(_scope(index).kind)
        height = max(row.bottom() + 1 - top, editor.sizeHint().height())
        middle = (top + row.bottom() + 1) / 2
        left = row.left() - theme.length(1)
        right = row.right() + 1 - theme.length(1)
        editor.setGeometry(left, round(middle - height / 2), right - left, height)


def _scope(index: Index) -> Scope:
    scope = index.data(TreeRole.SCOPE)
    if not isinstance(scope, Scope):
        raise TypeError(scope)
    return scope


def _count(index: Index) -> int:
    count = index.data(TreeRole.COUNT)
    return count if isinstance(count, int) else 0
