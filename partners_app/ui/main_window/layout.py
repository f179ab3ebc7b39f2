"""Where things stand in the window, and what of that is remembered."""

from PySide6.QtCore import QByteArray, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.settings import Settings
from partners_app.ui.widgets.agreement_pane import AgreementPane
from partners_app.ui.widgets.banner import Banner, BannerTone
from partners_app.ui.widgets.country_tree import CountryTree
from partners_app.ui.widgets.empty_state import EmptyState
from partners_app.ui.widgets.event_grid import EventGrid
from partners_app.ui.widgets.partner_header import PartnerHeader

_TREE_WIDTH = 75.0
# The rows of the form that are seen at first, by the height of the window in u.
_FORM_ROWS = ((240.0, 8), (180.0, 7), (0.0, 5))
_ROOMY_SCREEN = 360.0
"""A screen less wide than this (u) is filled by the first window."""
_SMALLEST = (200.0, 120.0)


class Workspace(QWidget):
    """Tree at the left; banner, header, agreements and events at the right."""

    def __init__(self, settings: Settings) -> None:
        """Make the panes; they show nothing until they are given a register."""
        super().__init__()
        self.tree = CountryTree()
        self.held = Banner()
        self.banner = Banner()
        self.header = PartnerHeader()
        self.agreements = AgreementPane()
        self.grid = EventGrid()
        self.grid.said.connect(lambda text: self.banner.say(BannerTone.WARN, text))
        self.beside: QWidget | None = None
        """A pane that the window shows beside these, for F6 to go to."""
        self._settings = settings
        self._form_height = 0
        self.rows = QSplitter(Qt.Orientation.Vertical)
        self.rows.addWidget(self.agreements)
        self.rows.addWidget(self.grid)
        self.rows.setStretchFactor(1, 1)
        self.rows.setChildrenCollapsible(True)
        self.rows.setCollapsible(1, False)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.rows, 1)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.addWidget(self.tree)
        self.columns.addWidget(right)
        self.columns.setStretchFactor(1, 1)
        self.columns.setChildrenCollapsible(False)
        for splitter in (self.rows, self.columns):
            splitter.setHandleWidth(1)
        self.rows.splitterMoved.connect(self._keep_form_height)
        # A moment later: the form may be shown only now, and its fields have no places yet.
        self._end_soon = QTimer(self)
        self._end_soon.setSingleShot(True)
        self._end_soon.setInterval(0)
        self._end_soon.timeout.connect(self._end_form_at_a_row)
        self.agreements.shown.connect(self._end_soon.start)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.held)
        whole.addWidget(self.banner)
        whole.addWidget(self.columns, 1)

    def forget_typed(self, table: str, row_id: int, column: str) -> None:
        """Drop what was typed for a field of a record: it is decided what stands there."""
        field = column.removesuffix("_text")
        if table == "event":
            self.grid.table.unsaved.forget_cell(row_id, field)
        elif table in ("agreement", "agreement_date"):
            self.agreements.form.forget(table, row_id, field)
        elif table in ("region", "country", "partner"):
            self.tree.acts.forget(Scope(ScopeKind(table), row_id))

    def panes(self) -> list[QWidget]:
        """Return the panes that F6 goes through, in order."""
        panes = (self.tree, self.agreements, self.grid, self.beside)
        return [pane for pane in panes if pane is not None and pane.isVisible()]

    def focus_next_pane(self) -> None:
        """Put the focus into the next pane: tree, agreements, events."""
        panes = self.panes()
        here = next((n for n, pane in enumerate(panes) if has_focus(pane)), -1)
        panes[(here + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restore(self, width: int, height: int) -> None:
        """Give the panes the sizes of last time, else those that suit the window (pixels)."""
        if not self.columns.restoreState(self._settings.state("columns")):
            tree = theme.length(_TREE_WIDTH if width >= theme.length(290) else 53)
            self.columns.setSizes([tree, max(width - tree, 1)])
        if not self.rows.restoreState(self._settings.state("rows")):
            units = height / theme.unit()
            rows = next(rows for limit, rows in _FORM_ROWS if units >= limit)
            self._form_height = self.agreements.height_for_rows(rows)
            self.rows.setSizes([self._form_height, max(height - self._form_height, 1)])
            self._end_soon.start()
        self.agreements.restore_state(self._settings.state("agreements"))
        grid = self._settings.state("grid")
        if not grid.isEmpty():
            self.grid.set_state(grid)

    def _keep_form_height(self) -> None:
        """Leave the form as high as the user has made it, and remember that."""
        self._form_height = 0

    def _end_form_at_a_row(self) -> None:
        """Let the form end at a whole row, about as high as a window of this size suits."""
        heights = self.rows.sizes()
        if self._form_height and heights[0]:
            form = self.agreements.height_of_whole_rows(self._form_height)
            self.rows.setSizes([form, sum(heights) - form])

    def remember(self) -> None:
        """Keep the sizes of the panes for the next start."""
        self._settings.set_value("columns", self.columns.saveState())
        if not self._form_height:
            self._settings.set_value("rows", self.rows.saveState())
        self._settings.set_value("agreements", self.agreements.save_state())
        self._settings.set_value("grid", self.grid.state())


class Pages(QStackedWidget):
    """Either the empty state or the workspace."""

    def __init__(self, settings: Settings) -> None:
        """Start with the empty state."""
        super().__init__()
        self.empty = EmptyState(offers_import=True)
        self.workspace = Workspace(settings)
        self.addWidget(self.empty)
        self.addWidget(self.workspace)

    def show_register(self, is_open: bool) -> None:
        """Show the workspace, or the empty state."""
        self.setCurrentWidget(self.workspace if is_open else self.empty)


def has_focus(pane: QWidget) -> bool:
    """Tell whether the keyboard is in a part of the window."""
    widget = QApplication.focusWidget()
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))


def last_place(settings: Settings, register_uuid: str) -> Scope:
    """Return what was selected last in a register."""
    kind, row_id = settings.last_scope(register_uuid)
    try:
        return Scope(ScopeKind(kind), row_id)
    except ValueError:
        return Scope()


def folded_scopes(settings: Settings, register_uuid: str) -> list[str]:
    """Return what was folded in the tree of a register."""
    folded = str(settings.value(f"folded/{register_uuid}", ""))
    return folded.split(";") if folded else []


def remember_place(settings: Settings, opened: OpenRegister, workspace: Workspace) -> None:
    """Keep what is selected and folded in a register for the next time."""
    uuid = opened.register.uuid()
    scope = workspace.tree.scope()
    settings.set_last_scope(uuid, scope.kind.value, scope.id)
    settings.set_last_year(uuid, opened.year)
    settings.set_value(f"folded/{uuid}", ";".join(workspace.tree.closed_scopes()))


def restore_window(window: QMainWindow, state: QByteArray) -> None:
    """Put the window where it was, but never where no screen is any more."""
    window.setMinimumSize(theme.length(_SMALLEST[0]), theme.length(_SMALLEST[1]))
    if not window.restoreGeometry(state) or not _is_seen(window.frameGeometry()):
        screen = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(round(screen.width() * 0.85), round(screen.height() * 0.85))
        window.move(
            screen.center().x() - window.width() // 2, screen.center().y() - window.height() // 2
        )


def show_window(window: QMainWindow, state: QByteArray) -> None:
    """Show the window; without a remembered state it fills a small screen."""
    width = QGuiApplication.primaryScreen().availableGeometry().width()
    if state.isEmpty() and width < theme.length(_ROOMY_SCREEN):
        window.showMaximized()
    else:
        window.show()


def _is_seen(frame: QRect) -> bool:
    """Tell whether enough of the title bar is on some screen to take hold of it."""
    grip = QRect(frame.left(), frame.top(), frame.width(), theme.length(8))
    for screen in QGuiApplication.screens():
        part = grip.intersected(screen.availableGeometry())
        if part.width() >= theme.length(25) and part.height() > 0:
            return True
    return False
