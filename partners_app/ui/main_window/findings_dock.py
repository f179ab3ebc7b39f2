"""The findings beside the workspace: they stay in sight while they are dealt with."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from partners_app.domain.findings import Finding
from partners_app.ui import theme
from partners_app.ui.widgets.finding_list import Act
from partners_app.ui.widgets.findings_panel import FindingsPanel

_WIDTH = 92.0


class FindingsDock(QDockWidget):
    """The panel of the findings at the right of the window, closed by Esc."""

    closed = Signal()

    def __init__(self, window: QMainWindow, more_acts: Callable[[Finding], Sequence[Act]]) -> None:
        """Belong to a window; it is not shown yet."""
        super().__init__(window)
        self.setWindowTitle(self.tr("Findings"))
        self.setObjectName("findings")
        self.setAllowedAreas(Qt.DockWidgetArea.RightDockWidgetArea)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        # Its panel has a title bar of its own.
        self.setTitleBarWidget(QWidget())
        self.panel = FindingsPanel(more_acts)
        self.correct_button = self.panel.header.add_button("", "sparkles")
        self.correct_button.hide()
        self.again_button = self.panel.header.add_button(self.tr("Check again"), "refresh-cw")
        self.close_button = self.panel.header.add_button(
            self.tr("Close"), "x", tip=self.tr("Close (Esc)")
        )
        self.setWidget(self.panel)
        self.setFocusProxy(self.panel)
        self.close_button.clicked.connect(self.leave)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.panel)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        window.resizeDocks([self], [theme.length(_WIDTH)], Qt.Orientation.Horizontal)
        self.hide()

    def show_certain(self, count: int) -> None:
        """Offer to correct all that is certain, if there are several."""
        text = self.tr("Correct %n", "", count)
        self.correct_button.setText(text)
        self.correct_button.setAccessibleName(text)
        self.correct_button.setToolTip(
            self.tr("Correct everything that is certain, %n place(s), in one step", "", count)
        )
        self.correct_button.setHidden(count < 2)

    def leave(self) -> None:
        """Close, and say that the keyboard is free."""
        self.hide()
        self.closed.emit()
