"""The tick box of a row that a delegate paints: filled with the accent when ticked."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from partners_app.ui import theme


def paint_tick_box(
    painter: QPainter, box: QRectF, *, ticked: bool, enabled: bool = True, partly: bool = False
) -> None:
    """Paint a tick box into a square; ``partly``: some of what it stands for is ticked."""
    now = theme.current()
    filled = ticked or partly
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(now.line if not enabled else now.accent if filled else now.border, 1))
    painter.setBrush(now.alt if not enabled else now.accent if filled else now.base)
    corner = theme.unit() * 0.75
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    if partly:
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, 0, box.width() / 2, theme.length(0.5))
        bar.moveCenter(box.center())
        painter.fillRect(bar, now.on_accent)
    elif ticked:
        side = round(box.width()) - 2
        theme.paint_icon(painter, "check", now.on_accent, box.topLeft() + QPointF(1, 1), side)
    painter.restore()
