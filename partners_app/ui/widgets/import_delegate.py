"""Paints the rows of an import: outcome bar, tick box, tag, partner, text old and new, cell."""

from dataclasses import dataclass

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
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from partners_app.domain.import_lines import EntryLine
from partners_app.domain.import_plan import Outcome, PlanEntry
from partners_app.domain.text_difference import combined
from partners_app.texts.imports import outcome_word
from partners_app.ui import theme
from partners_app.ui.item_models.import_plan import Column, Role, can_be_ticked
from partners_app.ui.widgets.painting import (
    Block,
    MarkTone,
    PillSpec,
    TextMark,
    Tone,
    block,
    pill,
    pill_size,
)
from partners_app.ui.widgets.tick_box import paint_tick_box

Index = QModelIndex | QPersistentModelIndex

_PANE_INSET = 4.0
_CELL_INSET = 3.0
_ABOVE_AND_BELOW = 1.5
_BOX = 4.0
_BAR = 0.75
_SIGN, _SIGN_GAP = 3.5, 1.5
_QUIET = (Outcome.UNCHANGED, Outcome.REFUSED)

_PILLS: dict[Outcome, tuple[Tone, str]] = {
    Outcome.NEW: (Tone.OK, "circle-plus"),
    Outcome.CHANGED: (Tone.ACCENT, "pencil"),
    Outcome.DELETED: (Tone.BAD, "trash-2"),
    Outcome.UNCHANGED: (Tone.TAG, "equal"),
    Outcome.DOUBTFUL: (Tone.WARN, "circle-alert"),
    Outcome.REFUSED: (Tone.BAD, "ban"),
}
_BARS: dict[Outcome, theme.Role] = {
    Outcome.NEW: "ok",
    Outcome.CHANGED: "accent",
    Outcome.DELETED: "bad",
    Outcome.DOUBTFUL: "warn",
    Outcome.REFUSED: "bad",
}


def outcome_pill(outcome: Outcome) -> PillSpec:
    """Return the tag of an outcome: its colour, icon and word."""
    tone, icon = _PILLS[outcome]
    return PillSpec(outcome_word(outcome), tone, icon)


def outcome_icon(outcome: Outcome) -> tuple[str, theme.Role]:
    """Return the icon of an outcome and the role of its colour."""
    return _PILLS[outcome][1], _BARS.get(outcome, "text2")


def box_rect(row: QRectF) -> QRectF:
    """Return the place of the tick box in the first cell of a row."""
    side = theme.length(_BOX)
    top = row.top() + theme.length(_ABOVE_AND_BELOW) + 1
    return QRectF(row.left() + theme.length(_PANE_INSET), top, side, side)


def tick_width() -> int:
    """Return the width of the column of tick boxes, in pixels."""
    return theme.length(_PANE_INSET + _BOX + 0.75)


def marked_line(line: EntryLine, *, ticked: bool) -> tuple[str, list[TextMark]]:
    """Return a line with its old words struck out before the new ones, and where those are.

    What would be deleted is struck out once it is ``ticked``.
    """
    if not line.after:
        gone = [TextMark(0, len(line.before), MarkTone.GONE)]
        return line.before, gone if ticked else []
    if not line.before or line.before == line.after:
        return line.after, []
    text = ""
    marks = []
    for piece in combined(line.before, line.after):
        if piece.side != "both":
            tone = MarkTone.OLD if piece.side == "old" else MarkTone.NEW
            marks.append(TextMark(len(text), len(piece.text), tone))
        text += piece.text
    return text, marks


@dataclass(frozen=True, slots=True)
class _TextCell:
    """The blocks of the wide cell: reason above, caption under it, the line itself."""

    reason: Block | None
    caption: Block | None
    line: Block

    @property
    def height(self) -> float:
        above = [part.height for part in (self.reason, self.caption) if part is not None]
        return sum(above) + self.line.height


class ImportDelegate(QStyledItemDelegate):
    """Paints the cells; a click on the box ticks its row."""

    def height(self, index: Index, width: int) -> int:
        """Return the height that a cell needs in a column of a width, both in pixels."""
        room = width - theme.length(2 * _CELL_INSET)
        match Column(index.column()):
            case Column.TICK:
                inside: float = theme.length(_BOX) + 1
            case Column.OUTCOME:
                spec = outcome_pill(_entry(index).outcome)
                inside = pill_size(spec.text, spec.tone, spec.icon, room=room).height()
            case Column.PARTNER:
                inside = block(_text(index), theme.body_font(), room).height
            case Column.CELL:
                inside = block(_text(index), theme.small_font(), room).height
            case Column.TEXT:
                inside = self._text_cell(index, room).height
        return round(inside) + 2 * theme.length(_ABOVE_AND_BELOW)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self.height(index, option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.current()
        entry = _entry(index)
        place = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(place)
        if selected:
            painter.fillRect(place, now.accent_tint)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), now.line)
        top = place.top() + theme.length(_ABOVE_AND_BELOW)
        at = QPointF(place.left() + theme.length(_CELL_INSET), top)
        room = place.width() - theme.length(2 * _CELL_INSET)
        color = now.text2 if entry.outcome in _QUIET else now.text
        match Column(index.column()):
            case Column.TICK:
                self._paint_tick(painter, place, index, selected=selected)
            case Column.OUTCOME:
                spec = outcome_pill(entry.outcome)
                pill(painter, at, spec.text, spec.tone, spec.icon, selected=selected, room=room)
            case Column.PARTNER:
                block(_text(index), theme.body_font(), room).paint(painter, at, color)
            case Column.CELL:
                block(_text(index), theme.small_font(), room).paint(painter, at, now.text2)
            case Column.TEXT:
                cell = self._text_cell(index, room)
                if cell.reason is not None:
                    self._paint_reason(painter, at, cell.reason, entry)
                    at += QPointF(0, cell.reason.height)
                if cell.caption is not None:
                    cell.caption.paint(painter, at, now.text2)
                    at += QPointF(0, cell.caption.height)
                cell.line.paint(painter, at, color)
        self._paint_focus(painter, place, option, index)
        painter.restore()

    def _text_cell(self, index: Index, room: float) -> _TextCell:
        small, body = theme.small_font(), theme.body_font()
        reason, caption = str(index.data(Role.REASON)), str(index.data(Role.CAPTION))
        line = index.data(Role.LINE)
        assert isinstance(line, EntryLine)
        tick = index.sibling(index.row(), Column.TICK).data(Qt.ItemDataRole.CheckStateRole)
        text, marks = marked_line(line, ticked=tick == Qt.CheckState.Checked)
        beside = theme.length(_SIGN + _SIGN_GAP)
        return _TextCell(
            block(reason, small, room - beside) if reason else None,
            block(caption, small, room) if caption else None,
            block(text, body, room, marks),
        )

    @staticmethod
    def _paint_reason(painter: QPainter, at: QPointF, words: Block, entry: PlanEntry) -> None:
        refused = entry.outcome is Outcome.REFUSED
        role: theme.Role = "bad" if refused else "warn"
        side = theme.length(_SIGN)
        drop = max(0.0, (words.height / max(words.lines, 1) - side) / 2)
        icon = "circle-x" if refused else "circle-alert"
        theme.paint_icon(painter, icon, role, at + QPointF(0, drop), side)
        beside = theme.length(_SIGN + _SIGN_GAP)
        words.paint(painter, at + QPointF(beside, 0), theme.current().color(role))

    @staticmethod
    def _paint_tick(painter: QPainter, place: QRectF, index: Index, *, selected: bool) -> None:
        now = theme.current()
        entry = _entry(index)
        role = _BARS.get(entry.outcome, "accent" if selected else None)
        if role is not None:
            bar = QRectF(place.left(), place.top(), theme.length(_BAR), place.height() - 1)
            painter.fillRect(bar, now.color(role))
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        enabled = can_be_ticked(entry)
        paint_tick_box(
            painter,
            box_rect(place),
            ticked=enabled and ticked == Qt.CheckState.Checked,
            enabled=enabled,
        )

    @staticmethod
    def _paint_focus(
        painter: QPainter, place: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Outline the current row while the list has the keyboard."""
        view = option.widget
        if not isinstance(view, QAbstractItemView) or not view.hasFocus():
            return
        if view.currentIndex().row() != index.row():
            return
        accent = theme.current().accent
        painter.fillRect(QRectF(place.left(), place.top(), place.width(), 1), accent)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), accent)
        if index.column() == Column.CELL:
            painter.fillRect(QRectF(place.right() - 1, place.top(), 1, place.height()), accent)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        on_box = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and index.column() == Column.TICK
        )
        if on_box:
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return on_box


def _entry(index: Index) -> PlanEntry:
    entry = index.data(Role.ENTRY)
    assert isinstance(entry, PlanEntry)
    return entry


def _text(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
