"""The part of the window through which the form of an agreement is seen."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea

from partners_app.ui import theme
from partners_app.ui.widgets.agreement_form import AgreementForm


class FormScroll(QScrollArea):
    """Scrolls the form up and down; it is never narrower than the form."""

    def __init__(self, form: AgreementForm) -> None:
        super().__init__()
        self._form = form
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(form)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        form.setBackgroundRole(QPalette.ColorRole.Base)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._show_focused)
        self._measure()

    def _show_focused(self) -> None:
        """Scroll to a field that has got the focus, in whatever way."""
        # Not the widgets that the signal names: the one before may be dying.
        now = QApplication.focusWidget()
        if now is not None and self._form.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, theme.length(2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._form.fit_width(self.viewport().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def _measure(self) -> None:
        self.setMinimumWidth(self._form.narrowest() + self.verticalScrollBar().sizeHint().width())
        self._form.fit_width(self.viewport().width())
