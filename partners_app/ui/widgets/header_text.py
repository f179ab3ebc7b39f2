"""The text of the partner's header: breadcrumb, title that wraps, chips beside or under it."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from partners_app.ui import theme
from partners_app.ui.widgets.painting import (
    Block,
    PillSpec,
    PlacedPill,
    block,
    flow_pills,
    paint_pills,
    pill_size,
)

_SEPARATOR = "  ›  "
_TITLE_TO_CHIPS = 4.0
_CHIP_GAP = 1.5


class HeaderText(QWidget):
    """Paints what is looked at; its height follows its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._breadcrumb = ""
        self._title = ""
        self._chips: tuple[PillSpec, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_text(self, breadcrumb: Sequence[str], title: str, chips: Sequence[PillSpec]) -> None:
        """Show where the record stands, its name, and chips with what matters of it."""
        self._breadcrumb = _SEPARATOR.join(breadcrumb)
        self._title = title
        self._chips = tuple(chips)
        self.setAccessibleName(title)
        words = [*breadcrumb, *(chip.text for chip in chips)]
        self.setAccessibleDescription(", ".join(words))
        self.updateGeometry()
        self.update()

    def title(self) -> str:
        """Return the name shown."""
        return self._title

    def breadcrumb(self) -> str:
        """Return the line above the name."""
        return self._breadcrumb

    def chips(self) -> tuple[PillSpec, ...]:
        """Return the chips shown."""
        return self._chips

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return math.ceil(self._arrange(width)[-1])

    def sizeHint(self) -> QSize:
        width = theme.length(120)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = theme.length(60)
        widest = max((pill_size(c.text, c.tone, c.icon).width() for c in self._chips), default=0)
        return QSize(max(width, math.ceil(widest)), self.heightForWidth(max(self.width(), width)))

    def _arrange(self, width: int) -> tuple[Block, Block, QPointF, list[PlacedPill], float]:
        """Return breadcrumb, title, the corner of the chips, the chips and the whole height."""
        above = block(self._breadcrumb, theme.small_font(), width)
        title = block(self._title, theme.title_font(), width)
        gap = theme.length(_TITLE_TO_CHIPS)
        placed, height = flow_pills(self._chips, width, gap_units=_CHIP_GAP)
        top = above.height + theme.length(0.5)
        if not self._chips:
            return above, title, QPointF(), [], top + title.height
        across = max(
            each.left_top.x() + pill_size(each.spec.text, each.spec.tone, each.spec.icon).width()
            for each in placed
        )
        one_line = height == pill_size("0").height()
        if title.lines == 1 and one_line and title.width + gap + across <= width:
            corner = QPointF(title.width + gap, top + (title.height - height) / 2)
            return above, title, corner, placed, top + title.height
        corner = QPointF(0, top + title.height + theme.length(1))
        return above, title, corner, placed, corner.y() + height

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = theme.current()
        above, title, corner, chips, height = self._arrange(self.width())
        start = QPointF(0, max(0.0, (self.height() - height) / 2))
        above.paint(painter, start, now.text2)
        title.paint(painter, start + QPointF(0, above.height + theme.length(0.5)), now.text)
        paint_pills(painter, start + corner, chips)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)
