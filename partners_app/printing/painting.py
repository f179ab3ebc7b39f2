"""Paints pages that are laid out: the same on a screen, on paper and in a PDF."""

from collections.abc import Iterable

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
)

from partners_app.domain.report_style import A4_LANDSCAPE, CellRole, TextStyle
from partners_app.printing.pages import Page, Pages, PlacedLine
from partners_app.printing.text_lines import UNITS_PER_POINT, font_of

_LINE_WIDTH = 0.5
"""Points."""


def page_layout(page: tuple[float, float] = A4_LANDSCAPE) -> QPageLayout:
    """Return the sheet of paper: A4, upright or not; the margins are part of our own layout."""
    width, height = page
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
        QPageLayout.Unit.Point,
    )


def paint_page(painter: QPainter, pages: Pages, number: int, scale: float) -> None:
    """Paint a page (from 0) at the painter's origin; ``scale`` is how many units are a point."""
    page, style = pages.pages[number], pages.style
    painter.save()
    painter.scale(scale / UNITS_PER_POINT, scale / UNITS_PER_POINT)
    _paint_boxes(painter, page, pages)
    for cell in page.cells:
        _paint_lines(painter, cell.lines, style.texts[cell.role])
    _paint_lines(painter, page.title, style.texts[CellRole.TITLE])
    _paint_lines(painter, page.number, style.page_number)
    painter.restore()


def paint_pages(pages: Pages, numbers: Iterable[int], device: QPagedPaintDevice) -> bool:
    """Paint pages (from 0) on a printer or into a PDF, each on a sheet; False: it refused.

    A sheet of another size gets the page as large as fits it, in its middle.
    """
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        for place, number in enumerate(numbers):
            if place and not device.newPage():
                return False
            width, height = pages.style.page
            sheet = device.pageLayout().fullRectPixels(device.logicalDpiX())
            scale = min(sheet.width() / width, sheet.height() / height)
            painter.save()
            left, top = (sheet.width() - width * scale) / 2, (sheet.height() - height * scale) / 2
            painter.translate(QPointF(left, top))
            paint_page(painter, pages, number, scale)
            painter.restore()
    finally:
        ended = painter.end()
    return ended


def _paint_boxes(painter: QPainter, page: Page, pages: Pages) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(_color(pages.style.line_color), _LINE_WIDTH * UNITS_PER_POINT))
    for cell in page.cells:
        if not cell.boxed:
            continue
        box = QRectF(cell.left, cell.top, cell.width, cell.height)
        fill = pages.style.texts[cell.role].fill
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(box.topLeft() * UNITS_PER_POINT, box.size() * UNITS_PER_POINT))


def _paint_lines(painter: QPainter, lines: tuple[PlacedLine, ...], style: TextStyle) -> None:
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font_of(style))
    painter.setPen(_color(style.color))
    for line in lines:
        painter.drawText(QPointF(line.left, line.base) * UNITS_PER_POINT, line.text)


def _color(name: str) -> QColor:
    return QColor(name) if name else QColor(Qt.GlobalColor.black)
