"""The tick box of a row that a delegate paints: filled with the accent when ticked."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from partners_app.ui import theme


def paint_tick_box(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    """Paint a tick box into a square."""
    now = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(now.accent if ticked else now.border, 1))
    painter.setBrush(now.accent if ticked else now.base)
    corner = theme.unit() * 0.75
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    if ticked:
        side = round(box.width()) - 2
        theme.paint_icon(painter, "check", now.on_accent, box.topLeft() + QPointF(1, 1), side)
    painter.restore()
