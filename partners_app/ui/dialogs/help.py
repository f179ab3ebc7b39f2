"""The help: contents at the left, a page at the right; the window behind stays usable."""

from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QUrl
from PySide6.QtGui import QPalette, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from partners_app.ui import theme
from partners_app.ui.dialogs.help_pages import HelpPage, HelpPages, page_of
from partners_app.ui.widgets.form_fields import FIELD_HEIGHT
from partners_app.ui.widgets.hairline import hairline

_WIDTH, _HEIGHT = 210.0, 155.0
_CONTENTS_TO_PAGE = (68, 142)


class HelpBrowser(QTextBrowser):
    """Shows the shipped pages and nothing else: no link leads to a file or into a network."""

    def __init__(self, pages: HelpPages) -> None:
        super().__init__()
        self._pages = pages
        self.setAccessibleName(self.tr("Page of the help"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self._take_style()

    def page(self) -> HelpPage | None:
        """Return the page that is shown."""
        return page_of(self.source().path())

    def show_page(self, page: HelpPage) -> None:
        """Show a page from its beginning."""
        self.setSource(QUrl(f"{page}.html"), QTextDocument.ResourceType.HtmlResource)

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        page = page_of(QUrl(url).path())
        return "" if page is None else self._pages.html(page)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._take_style()
            self.reload()

    def _follow(self, link: QUrl) -> None:
        if page_of(link.path()) is not None and link.isRelative():
            self.setSource(link, QTextDocument.ResourceType.HtmlResource)

    def _take_style(self) -> None:
        """Take colours and sizes from the theme."""
        now = theme.current()
        font = theme.body_font()
        size, family = font.pointSizeF(), font.family()
        self.document().setDocumentMargin(theme.length(6))
        self.document().setDefaultStyleSheet(
            f"body {{ color: {now.text.name()}; }}"
            f"h1 {{ font-size: {size * 1.4:.1f}pt; font-weight: 600; margin-bottom: 8px; }}"
            f"h2 {{ font-size: {size * 1.1:.1f}pt; font-weight: 600; margin-top: 18px;"
            " margin-bottom: 4px; }"
            "p, li { margin-bottom: 6px; line-height: 130%; }"
            f"a {{ color: {now.accent.name()}; text-decoration: none; }}"
            f"kbd {{ font-family: '{family}'; font-weight: 600;"
            f" background-color: {now.neutral_tint.name()}; }}"
            "td { padding: 3px 18px 3px 0; }"
        )


class HelpDialog(QDialog):
    """Contents and a page; Esc closes it."""

    def __init__(self, pages: HelpPages, parent: QWidget | None = None) -> None:
        """Take the pages; ``show_page`` shows one of them."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Contents of the help"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.addItems([pages.title(page) for page in HelpPage])
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            width = self.contents.fontMetrics().horizontalAdvance(item.text()) + theme.length(2)
            item.setSizeHint(QSize(width, theme.length(FIELD_HEIGHT)))
        beside = self.contents.verticalScrollBar().sizeHint().width()
        self.contents.setMinimumWidth(self.contents.sizeHintForColumn(0) + beside)
        self.browser = HelpBrowser(pages)
        self.back = self._button(self.tr("Back"), "chevron-left", "Alt+Left")
        self.forward = self._button(self.tr("Forward"), "chevron-right", "Alt+Right")
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        body = QSplitter(Qt.Orientation.Horizontal)
        body.setHandleWidth(1)
        body.setChildrenCollapsible(False)
        body.addWidget(_inset(self.contents))
        body.addWidget(self.browser)
        body.setSizes([theme.length(part) for part in _CONTENTS_TO_PAGE])
        body.setStretchFactor(1, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(*(theme.length(3) for _ in range(4)))
        foot.setSpacing(theme.length(2))
        foot.addWidget(self.back)
        foot.addWidget(self.forward)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(body, 1)
        column.addWidget(hairline())
        column.addLayout(foot)
        self.back.clicked.connect(self.browser.backward)
        self.forward.clicked.connect(self.browser.forward)
        self.browser.backwardAvailable.connect(self.back.setEnabled)
        self.browser.forwardAvailable.connect(self.forward.setEnabled)
        self.browser.sourceChanged.connect(self._show_in_contents)
        self.contents.currentRowChanged.connect(self._show_row)
        self.resize(theme.length(_WIDTH), theme.length(_HEIGHT))

    def show_page(self, page: HelpPage) -> None:
        """Show a page and come to the front; the arrows scroll it."""
        self.browser.show_page(page)
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, text: str, icon: str, keys: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setEnabled(False)
        button.setShortcut(keys)
        theme.give_icon(button, icon, "text2")
        return button

    def _show_in_contents(self, source: QUrl) -> None:
        # The browser tells of a page before it says itself that it shows it.
        page = page_of(source.path())
        if page is not None:
            with QSignalBlocker(self.contents):
                self.contents.setCurrentRow(list(HelpPage).index(page))

    def _show_row(self, row: int) -> None:
        self.browser.show_page(list(HelpPage)[row])


def _inset(contents: QListWidget) -> QWidget:
    """Leave free room around the contents, in their own colour."""
    room = QWidget()
    room.setAutoFillBackground(True)
    room.setBackgroundRole(QPalette.ColorRole.Base)
    layout = QVBoxLayout(room)
    layout.setContentsMargins(*(theme.length(3) for _ in range(4)))
    layout.addWidget(contents)
    return room
