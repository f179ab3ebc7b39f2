"""Shows pages as they will be printed: white in both themes, under each other, at any size."""

from enum import StrEnum

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from partners_app.domain.report_style import A4_LANDSCAPE
from partners_app.printing.pages import Pages
from partners_app.printing.painting import paint_page
from partners_app.ui import theme

SIZES = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""The steps of zooming; 1.0 is the size of the paper."""

SMALLEST, LARGEST = SIZES[0], SIZES[-1]

_GAP = 4.0
_POINTS_PER_INCH = 72


class Fit(StrEnum):
    """Sizes that follow the window."""

    WIDTH = "width"
    PAGE = "page"


class PageView(QAbstractScrollArea):
    """Pages to be looked through with the wheel and the usual keys."""

    page_changed = Signal(int)
    """The page (from 0) that is looked at is another one."""
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pages, as wide as the window."""
        super().__init__(parent)
        self._pages: Pages | None = None
        self._zoom: Fit | float = Fit.WIDTH
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Pages of the report"))
        # With one that comes and goes, a page as wide as the window would flicker.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._find_current)

    # What is shown

    def pages(self) -> Pages | None:
        """Return the pages that are shown."""
        return self._pages

    def set_pages(self, pages: Pages) -> None:
        """Show other pages; the place that is looked at stays."""
        self._pages = pages
        self._measure()
        self._find_current()

    def current(self) -> int:
        """Return the page (from 0) that is looked at."""
        return self._current

    def go_to(self, number: int) -> None:
        """Show the top of a page (from 0), the nearest if there is none."""
        if self._pages is not None:
            number = min(max(number, 0), len(self._pages) - 1)
            self.verticalScrollBar().setValue(self._top(number) - self._gap())
            # The last pages may be too low to come to the top.
            self._set_current(number)

    # Size

    def zoom(self) -> Fit | float:
        """Return how large the pages are shown: fitted to the window, or a factor."""
        return self._zoom

    def set_zoom(self, zoom: Fit | float) -> None:
        """Show the pages larger or smaller; the place that is looked at stays."""
        if not isinstance(zoom, Fit):
            zoom = min(max(zoom, SMALLEST), LARGEST)
        if zoom != self._zoom:
            self._zoom = zoom
            self._measure()
            self.zoom_changed.emit()

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        self.set_zoom(next((size for size in SIZES if size > self.factor()), LARGEST))

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        smaller = (size for size in reversed(SIZES) if size < self.factor())
        self.set_zoom(next(smaller, SMALLEST))

    def factor(self) -> float:
        """Return how large a page is on the screen; 1.0 is the size of the paper."""
        if not isinstance(self._zoom, Fit):
            return self._zoom
        width, height = (length * self._pixels_per_point() for length in A4_LANDSCAPE)
        room = self.viewport().size()
        factor = (room.width() - 2 * self._gap()) / width
        if self._zoom is Fit.PAGE:
            factor = min(factor, (room.height() - 2 * self._gap()) / height)
        return min(max(factor, SMALLEST), LARGEST)

    def page_rect(self, number: int) -> QRect:
        """Return where a page (from 0) stands in the viewport now, in pixels."""
        width, height = self._page_size()
        free = max(self.viewport().width() - width, 2 * self._gap())
        left = free // 2 - self.horizontalScrollBar().value()
        return QRect(left, self._top(number) - self.verticalScrollBar().value(), width, height)

    def _pages_between(self, top: int, bottom: int) -> range:
        """Return the pages that may be seen between two heights of the viewport."""
        step = self._page_size()[1] + self._gap()
        scrolled = self.verticalScrollBar().value()
        count = 0 if self._pages is None else len(self._pages)
        return range(
            max((scrolled + top) // step - 1, 0), min((scrolled + bottom) // step + 1, count)
        )

    def _pixels_per_point(self) -> float:
        return self.logicalDpiX() / _POINTS_PER_INCH

    def _page_size(self) -> tuple[int, int]:
        scale = self.factor() * self._pixels_per_point()
        return round(A4_LANDSCAPE[0] * scale), round(A4_LANDSCAPE[1] * scale)

    def _gap(self) -> int:
        return theme.length(_GAP)

    def _top(self, number: int) -> int:
        return self._gap() + number * (self._page_size()[1] + self._gap())

    def _measure(self) -> None:
        """Give the scroll bars their ranges; what stands at the top stays there."""
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        before = vertical.maximum() + vertical.pageStep()
        share = vertical.value() / before if before else 0.0
        width, height = self._page_size()
        count = 0 if self._pages is None else len(self._pages)
        whole = self._top(count)
        room = self.viewport().size()
        vertical.setPageStep(room.height())
        vertical.setSingleStep(max(height // 20, 1))
        vertical.setRange(0, max(whole - room.height(), 0))
        horizontal.setPageStep(room.width())
        horizontal.setRange(0, max(width + 2 * self._gap() - room.width(), 0))
        vertical.setValue(round(share * (vertical.maximum() + vertical.pageStep())))
        self.viewport().update()

    def _find_current(self) -> None:
        if self._pages is not None:
            # The page on which the eye rests: the one a third of the way down.
            line = self.verticalScrollBar().value() + self.viewport().height() // 3
            number = (line - self._gap()) // (self._page_size()[1] + self._gap())
            self._set_current(min(max(number, 0), len(self._pages) - 1))

    def _set_current(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self.page_changed.emit(number)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self.viewport()), theme.current()
        painter.fillRect(event.rect(), now.hover)
        if self._pages is None:
            return
        scale = self.factor() * self._pixels_per_point()
        for number in self._pages_between(event.rect().top(), event.rect().bottom()):
            sheet = self.page_rect(number)
            if sheet.intersects(event.rect()):
                painter.fillRect(sheet, now.page)
                painter.setPen(QPen(now.line))
                painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
                painter.save()
                painter.setClipRect(sheet)
                painter.translate(sheet.topLeft())
                paint_page(painter, self._pages, number, scale)
                painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                bar.setValue(bar.value() + (-bar.pageStep() if back else bar.pageStep()))
            case _:
                super().keyPressEvent(event)
