"""An icon that stands in a layout without being a button."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from partners_app.ui import theme
from partners_app.ui.theme import Role


class IconLabel(QWidget):
    """Paints an icon in a role's colour, which follows the theme; ``units`` is its side in u."""

    def __init__(
        self,
        name: str,
        role: Role = "text2",
        *,
        units: float = 4.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self._units = units
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, role: Role = "text2") -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.length(self._units)
        margins = self.contentsMargins()
        return QSize(
            side + margins.left() + margins.right(), side + margins.top() + margins.bottom()
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        corner = QPointF(self.contentsRect().topLeft())
        theme.paint_icon(painter, self._name, self._role, corner, theme.length(self._units))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)
