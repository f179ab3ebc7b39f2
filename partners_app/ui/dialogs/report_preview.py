"""The yearly report as it will be printed, before it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.printing.pages import Pages
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.banner import Banner
from partners_app.ui.widgets.page_bar import PageBar
from partners_app.ui.widgets.page_view import Fit, PageView

_EDGE = 5.0
_SIZE = (300.0, 175.0)


class ReportPreview(QDialog):
    """Pages with their bar, and what can be done with them; the window behind stays usable."""

    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pages."""
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.view = PageView()
        self.bar = PageBar(self.view)
        self.banner = Banner()
        self._note = QLabel()
        theme.set_look(self._note, Look.SMALL)
        self.close_button = QPushButton(self.tr("Close"))
        self.pdf_button = QPushButton(self.tr("Save as &PDF…"))
        self.print_button = QPushButton(self.tr("P&rint…"))
        self.print_button.setDefault(True)
        theme.give_icon(self.pdf_button, "file-text", "text", before_text=True)
        theme.give_icon(self.print_button, "printer", "on_accent", before_text=True)
        self._lay_out()
        for button in (self.close_button, self.pdf_button):
            button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self.pdf_button.clicked.connect(self.pdf_requested)
        self.print_button.clicked.connect(self.print_requested)
        for keys, act in (
            ("Ctrl+P", self.print_requested.emit),
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", lambda: self.view.set_zoom(Fit.WIDTH)),
            ("Ctrl+1", lambda: self.view.set_zoom(1.0)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda act=act: act())

    def _lay_out(self) -> None:
        edge = theme.length(_EDGE)
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, theme.length(3), edge, theme.length(3))
        foot.setSpacing(theme.length(2))
        foot.addWidget(self.close_button)
        foot.addWidget(self._note, 1)
        foot.addWidget(self.pdf_button)
        foot.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.bar)
        column.addWidget(_hairline())
        column.addWidget(self.view, 1)
        column.addWidget(_hairline())
        column.addLayout(foot)
        self.resize(*(theme.length(length) for length in _SIZE))

    def show_pages(self, year: int, pages: Pages) -> None:
        """Show the pages of a year; who has looked at others stays at the same place."""
        self.setWindowTitle(self.tr("Report for %1: preview").replace("%1", str(year)))
        self._note.setText(self.tr("A4, landscape · %n page(s)", "", len(pages)))
        self.view.set_pages(pages)
        self.bar.show_pages()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)


def _hairline() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    return line
