"""A tag or a chip that stands in a layout, outside any list."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from partners_app.ui.widgets.painting import PillSpec, Tone, pill, pill_size


class PillLabel(QWidget):
    """Shows one pill; it is read by screen readers, and takes neither focus nor clicks."""

    def __init__(self, spec: PillSpec | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = PillSpec("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_pill(spec)

    def set_pill(self, spec: PillSpec | None) -> None:
        """Show another pill; None or an empty text hides the widget."""
        self._spec = spec or PillSpec("", Tone.TAG)
        self.setAccessibleName(self._spec.text)
        self.setHidden(not self._spec.text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the words shown."""
        return self._spec.text

    def sizeHint(self) -> QSize:
        return pill_size(self._spec.text, self._spec.tone, self._spec.icon).toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pill(painter, QPointF(0, 0), self._spec.text, self._spec.tone, self._spec.icon)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)
