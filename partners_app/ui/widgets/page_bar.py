"""The bar over the pages of a report: which page, how large."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.page_view import LARGEST, SIZES, SMALLEST, Fit, PageView

_MOST_DIGITS = 6


class PageBar(QWidget):
    """Turns and zooms the pages of a view, and shows what was done there by wheel and keys."""

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        """Belong to a view."""
        super().__init__(parent)
        self._view = view
        self._before = _button("chevron-left", self.tr("Page before"), self._go_back)
        self.page = QLineEdit()
        self.page.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.page.setMaxLength(_MOST_DIGITS)
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setToolTip(self.tr("Number of the page: type another and press Enter"))
        self._count = QLabel()
        theme.set_look(self._count, Look.QUIET)
        self._after = _button("chevron-right", self.tr("Page after"), self._go_on)
        self._smaller = _button("zoom-out", self.tr("Smaller (Ctrl+-)"), view.zoom_out)
        self.sizes = QComboBox()
        self.sizes.setAccessibleName(self.tr("Size of the pages"))
        self.sizes.addItem(self.tr("Fit width"), Fit.WIDTH)
        self.sizes.addItem(self.tr("Whole page"), Fit.PAGE)
        for size in SIZES:
            self.sizes.addItem(f"{round(size * 100)} %", size)
        self._larger = _button("zoom-in", self.tr("Larger (Ctrl++)"), view.zoom_in)
        self._layout = QHBoxLayout(self)
        self._layout.addStretch(1)
        turning: list[QWidget] = [self._before, self.page, self._count, self._after]
        for widget in turning:
            self._layout.addWidget(widget)
        self._layout.addStretch(1)
        zooming: list[QWidget] = [self._smaller, self.sizes, self._larger]
        for widget in zooming:
            self._layout.addWidget(widget)
        self._measure()
        self.page.editingFinished.connect(self._go_to_typed)
        self.sizes.activated.connect(lambda _: view.set_zoom(self.sizes.currentData()))
        view.page_changed.connect(self._show_page)
        view.zoom_changed.connect(self._show_zoom)
        self.show_pages()

    def add_at_left(self, widget: QWidget, place: int) -> None:
        """Put something else into the bar, counted from its left end; Tab goes as the eye does."""
        self._layout.insertWidget(place, widget)
        items = [self._layout.itemAt(index) for index in range(self._layout.count())]
        widgets = [item.widget() for item in items if item is not None]
        for before, after in pairwise(each for each in widgets if each is not None):
            self.setTabOrder(before, after)

    def show_pages(self) -> None:
        """Show how many pages the view has now, and which is looked at."""
        pages = self._view.pages()
        count = 0 if pages is None else len(pages)
        self._count.setText(self.tr("of %1").replace("%1", str(count)))
        self._show_page()
        self._show_zoom()

    def _go_to_typed(self) -> None:
        text = self.page.text().strip()
        if text.isascii() and text.isdecimal():
            self._view.go_to(int(text) - 1)
        self._show_page()

    def _go_back(self) -> None:
        self._view.go_to(self._view.current() - 1)

    def _go_on(self) -> None:
        self._view.go_to(self._view.current() + 1)

    def _show_page(self) -> None:
        number, pages = self._view.current(), self._view.pages()
        self.page.setText("" if pages is None else str(number + 1))
        self._before.setEnabled(pages is not None and number > 0)
        self._after.setEnabled(pages is not None and number + 1 < len(pages))

    def _show_zoom(self) -> None:
        zoom = self._view.zoom()
        place = self.sizes.findData(zoom)
        self.sizes.setPlaceholderText(f"{round(self._view.factor() * 100)} %")
        self.sizes.setCurrentIndex(place)
        self._smaller.setEnabled(self._view.factor() > SMALLEST)
        self._larger.setEnabled(self._view.factor() < LARGEST)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        self._layout.setContentsMargins(
            theme.length(4), theme.length(2), theme.length(4), theme.length(2)
        )
        self._layout.setSpacing(theme.length(2))
        self.page.setFixedWidth(theme.length(12))


def _button(icon: str, words: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(words)
    button.setToolTip(words)
    theme.set_style_property(button, "textless", True)
    theme.give_icon(button, icon)
    button.clicked.connect(lambda: act())
    return button
