"""The yearly report as it will be printed, before it is, with what was found beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.findings import Finding
from partners_app.printing.pages import Pages
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.banner import Banner
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.finding_list import Act
from partners_app.ui.widgets.findings_panel import FindingsPanel
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.page_bar import PageBar
from partners_app.ui.widgets.page_view import Fit, PageView

_SIZE = (330.0, 185.0)
_PANEL = 110.0
_ROOM_FOR_WORDS = 300.0


class ReportPreview(QDialog):
    """Pages with their bar, the findings beside them, and what can be done with both.

    The window behind stays usable.
    """

    print_requested = Signal()
    issue_requested = Signal()
    save_requested = Signal(str)
    """The kind of the file: «.xlsx», «.docx», «.pdf»."""
    year_chosen = Signal(int)
    choice_requested = Signal()
    everything_requested = Signal()
    jump_requested = Signal(str)
    """The UUID of a record whose cell was activated."""

    def __init__(
        self,
        acts: Callable[[Finding], Sequence[Act]] = lambda _: (),
        parent: QWidget | None = None,
    ) -> None:
        """Start without pages; ``acts`` are those of the findings."""
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.view = PageView()
        self.bar = PageBar(self.view)
        self.banner = Banner()
        self.panel = FindingsPanel(acts)
        self.again_button = self.panel.header.add_button(self.tr("Check again"), "refresh-cw")
        self._record_pages: dict[str, int] = {}
        self._record_of: Callable[[Finding], str] = lambda finding: finding.record
        self.years = QComboBox()
        self.years.setAccessibleName(self.tr("Report year"))
        self.years.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.years.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choice_button = QToolButton()
        self.choice_button.setText(self.tr("&What is shown…"))
        self.choice_button.setToolTip(self.tr("Bands, countries, period, partners without events"))
        self.everything_button = QToolButton()
        self.everything_button.setText(self.tr("A part is shown"))
        self.everything_button.setToolTip(self.tr("Show the whole report again"))
        for button, icon in ((self.choice_button, "funnel"), (self.everything_button, "funnel-x")):
            # Until it is known how much room there is; see `resizeEvent`.
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(button.text().replace("&", ""))
            theme.give_icon(button, icon, before_text=True)
        self.everything_button.hide()
        self._note = QLabel()
        self._note.hide()
        theme.set_look(self._note, Look.SMALL)
        self.close_button = QPushButton(self.tr("Close"))
        self.issue_button = QPushButton(self.tr("&Issue the report…"))
        self.print_button = QPushButton(self.tr("P&rint…"))
        self.pdf_button = QPushButton(self.tr("&PDF…"))
        self.word_button = QPushButton(self.tr("&Word…"))
        self.excel_button = QPushButton(self.tr("Save as &Excel…"))
        self.excel_button.setDefault(True)
        theme.give_icon(self.issue_button, "lock", "text", before_text=True)
        theme.give_icon(self.print_button, "printer", "text", before_text=True)
        theme.give_icon(self.excel_button, "file-spreadsheet", "on_accent", before_text=True)
        self._lay_out()
        for other in (
            *(self.close_button, self.issue_button, self.print_button),
            *(self.pdf_button, self.word_button),
        ):
            other.setAutoDefault(False)
        self._connect()

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.issue_button.clicked.connect(self.issue_requested)
        self.print_button.clicked.connect(self.print_requested)
        for button, kind in (
            (self.pdf_button, ".pdf"),
            (self.word_button, ".docx"),
            (self.excel_button, ".xlsx"),
        ):
            button.clicked.connect(lambda _checked=False, kind=kind: self.save_requested.emit(kind))
        self.years.activated.connect(lambda _: self.year_chosen.emit(self.years.currentData()))
        self.choice_button.clicked.connect(self.choice_requested)
        self.everything_button.clicked.connect(self.everything_requested)
        self.view.record_activated.connect(self.jump_requested)
        self.panel.current_chosen.connect(self._mark)
        for keys, act in (
            ("Ctrl+P", self.print_requested.emit),
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", lambda: self.view.set_zoom(Fit.WIDTH)),
            ("Ctrl+1", lambda: self.view.set_zoom(1.0)),
            ("F6", self._change_pane),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda act=act: act())

    def _lay_out(self) -> None:
        for place, widget in enumerate((self.years, self.choice_button, self.everything_button)):
            self.bar.add_at_left(widget, place)
        foot = dialog_foot(
            [self.close_button, self.issue_button, self._note],
            [self.print_button, self.pdf_button, self.word_button, self.excel_button],
        )
        self.foot = foot
        left = QWidget()
        pages = QVBoxLayout(left)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        pages.addWidget(self.bar)
        pages.addWidget(hairline())
        pages.addWidget(self.view, 1)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.addWidget(left)
        self.parts.addWidget(self.panel)
        self.parts.setStretchFactor(0, 1)
        self.parts.setCollapsible(0, False)
        self.parts.setHandleWidth(1)
        self.parts.setSizes([theme.length(_SIZE[0] - _PANEL), theme.length(_PANEL)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.parts, 1)
        column.addWidget(hairline())
        column.addLayout(foot)
        self.resize(*(theme.length(length) for length in _SIZE))

    def show_pages(self, year: int, pages: Pages) -> None:
        """Show the pages of a year; who has looked at others stays at the same place."""
        self.setWindowTitle(self.tr("Report for %1: preview").replace("%1", str(year)))
        self._note.setText(self.tr("A4, landscape · %n page(s)", "", len(pages)))
        self.view.set_pages(pages)
        self.bar.show_pages()
        self._record_pages = pages.first_pages()
        self.panel.show_pages(self._page_of)

    def show_years(self, years: Sequence[int], year: int) -> None:
        """Offer the years that the register has events of, and the one that is looked at."""
        self.years.clear()
        for each in sorted({*years, year}):
            self.years.addItem(self.tr("Year %1").replace("%1", str(each)), each)
        self.years.setCurrentIndex(self.years.findData(year))

    def set_writable(self, writable: bool) -> None:
        """Offer to issue the report where the register may be written."""
        self.issue_button.setVisible(writable)

    def show_part(self, is_part: bool) -> None:
        """Say that only a part of the report is shown, or all of it."""
        self.everything_button.setVisible(is_part)

    def show_findings(
        self, findings: Sequence[Finding], record_of: Callable[[Finding], str]
    ) -> None:
        """Show the findings; ``record_of`` tells the UUID of the record whose cell one is in."""
        self._record_of = record_of
        self.panel.show_findings(findings)

    def _page_of(self, finding: Finding) -> int | None:
        page = self._record_pages.get(self._record_of(finding))
        return None if page is None else page + 1

    def _mark(self, finding: Finding) -> None:
        self.view.mark(self._record_of(finding))

    def _change_pane(self) -> None:
        here = QApplication.focusWidget()
        in_panel = here is not None and self.panel.isAncestorOf(here)
        other = self.view if in_panel else self.panel
        other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= theme.length(_ROOM_FOR_WORDS)
        with_words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        style = with_words if has_room else Qt.ToolButtonStyle.ToolButtonIconOnly
        self._note.setVisible(has_room)
        for button in (self.choice_button, self.everything_button):
            button.setToolButtonStyle(style)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
