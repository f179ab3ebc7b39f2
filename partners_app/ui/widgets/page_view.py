"""Shows pages as they will be printed: white in both themes, under each other, at any size."""

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from partners_app.domain.report_style import A4_LANDSCAPE
from partners_app.printing.pages import PageCell, Pages
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
    record_activated = Signal(str)
    """The UUID of the record whose cell was double-clicked, or is marked when Enter is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pages, as wide as the window."""
        super().__init__(parent)
        self._pages: Pages | None = None
        self._zoom: Fit | float = Fit.WIDTH
        self._current = 0
        self._marked = ""
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

    # Records

    def marked(self) -> str:
        """Return the UUID of the record whose cells are marked, empty for none."""
        return self._marked

    def mark(self, record: str) -> None:
        """Mark the cells of a record (empty: of none), and scroll to them."""
        self._marked = record
        self.viewport().update()
        found = next(self._cells_of(record), None)
        if found is None:
            return
        place = self._cell_rect(*found)
        seen = self.viewport().rect()
        if place.top() < 0 or place.bottom() > seen.bottom():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - seen.height() // 4)
        bar = self.horizontalScrollBar()
        if place.left() < 0 or place.right() > seen.right():
            bar.setValue(bar.value() + place.left() - self._gap())

    def record_at(self, point: QPoint) -> str:
        """Return the UUID of the record whose cell is at a point of the viewport, or ""."""
        for number in self._pages_between(point.y(), point.y()):
            for cell in self._cells(number):
                if cell.record and self._cell_rect(number, cell).contains(point):
                    return cell.record
        return ""

    def _cells(self, number: int) -> tuple[PageCell, ...]:
        return () if self._pages is None else self._pages.pages[number].cells

    def _cells_of(self, record: str) -> Iterator[tuple[int, PageCell]]:
        count = 0 if self._pages is None or not record else len(self._pages)
        for number in range(count):
            for cell in self._cells(number):
                if cell.record == record:
                    yield number, cell

    def _cell_rect(self, number: int, cell: PageCell) -> QRect:
        scale = self.factor() * self._pixels_per_point()
        left, top = round(cell.left * scale), round(cell.top * scale)
        size = QSize(round(cell.width * scale), round(cell.height * scale))
        return QRect(self.page_rect(number).topLeft() + QPoint(left, top), size)

    def _step_mark(self, step: int) -> None:
        """Mark the next record, or the one before; from the page looked at where none is marked."""
        pages = self._pages
        if pages is None:
            return
        first = pages.first_pages()
        records = list(first)
        if not records:
            return
        if self._marked in first:
            place = records.index(self._marked) + step
        else:
            place = next(
                (n for n, record in enumerate(records) if first[record] >= self._current), 0
            )
        self.mark(records[min(max(place, 0), len(records) - 1)])

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
                for cell in self._cells(number):
                    if self._marked and cell.record == self._marked:
                        painter.fillRect(self._cell_rect(number, cell), now.page_mark)
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._marked = self.record_at(event.position().toPoint())
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        record = self.record_at(event.position().toPoint())
        if record:
            self.record_activated.emit(record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Down if control:
                self._step_mark(+1)
            case Qt.Key.Key_Up if control:
                self._step_mark(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._marked:
                self.record_activated.emit(self._marked)
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                bar.setValue(bar.value() + (-bar.pageStep() if back else bar.pageStep()))
            case _:
                super().keyPressEvent(event)
