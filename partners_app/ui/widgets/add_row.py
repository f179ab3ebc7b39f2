"""The strip under the last row: one line typed there is a new event."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from partners_app.domain.event_text import EventPiece, split_events
from partners_app.domain.partial_date import unreadable_reason
from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.widgets.event_delegates import FIRST_INSET, ICON
from partners_app.ui.widgets.form_fields import pass_undo
from partners_app.ui.widgets.partial_date_edit import echo_text

_HEIGHT = 7.75
_FIELD_INSET = 2.25


class AddLine(QLineEdit):
    """The line of the strip; Esc empties it, the arrow up leads back to the rows."""

    left_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            self.left_up.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left_up.emit()
        else:
            super().keyPressEvent(event)


class AddRow(QWidget):
    """Takes «10 марта – визит делегации» and finds date and text apart; no row of the model."""

    add_requested = Signal(str, str)
    """Wording of the date, text: one for each event of the line."""
    left_up = Signal()
    """The user wants to go back to the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = 0
        self._text_left = 0
        self._place_known = False
        self.line = AddLine(self)
        self.line.setAccessibleName(self.tr("New event: date and text"))
        pass_undo(self.line)
        theme.set_style_property(self.line, "look", "add")
        self.line.textChanged.connect(self._show_understood)
        self.line.returnPressed.connect(self.commit)
        self.line.left_up.connect(self.left_up)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.line)
        self.set_place(False, "")

    def set_place(self, known: bool, hint: str) -> None:
        """Say where a new event would go; where it is not known, only the hint is shown."""
        self._place_known = known
        if not known and self.line.hasFocus():
            # Qt would give the focus of a disabled field to any other one.
            self.left_up.emit()
        self.line.setPlaceholderText(hint)
        self.line.setEnabled(known)
        self.setCursor(Qt.CursorShape.IBeamCursor if known else Qt.CursorShape.ArrowCursor)
        self.update()

    def place_known(self) -> bool:
        """Tell whether a line typed here has a place to go to."""
        return self._place_known

    def set_year(self, year: int) -> None:
        """Set the report year, for dates that name none."""
        self._year = year
        self.update()

    def set_text_left(self, left: int) -> None:
        """Begin the line where the texts of the rows begin, in pixels."""
        if left != self._text_left:
            self._text_left = left
            self._place_line()
            self.update()

    def pending(self) -> bool:
        """Tell whether something is typed and not added."""
        return self._place_known and bool(self.line.text().strip())

    def pieces(self) -> list[EventPiece]:
        """Return the events that the line holds."""
        return split_events(self.line.text(), year=self._year)

    def commit(self) -> None:
        """Ask for what is typed to be added, and empty the line."""
        if not self.pending():
            return
        pieces = self.pieces()
        self.line.clear()
        for piece in pieces:
            self.add_requested.emit(piece.date_text, piece.text)

    def show_line(self, line: str) -> None:
        """Show the line of another place; the same one keeps its cursor."""
        if line != self.line.text():
            self.line.setText(line)

    def put_back(self, line: str) -> None:
        """Show a line again that could not be added, behind another one: nothing typed is lost."""
        self.line.setText("\n".join(part for part in (self.line.text(), line) if part))

    def understood(self) -> tuple[str, bool]:
        """Return what stands for the date at the left, and whether it is doubtful."""
        pieces = self.pieces() if self.pending() else []
        if not pieces:
            return self.tr("New date"), False
        date = pieces[0].date
        if not date.text:
            return self.tr("no date"), True
        problem = unreadable_reason(date.text, self._year)
        return (echo_text(date), False) if problem is None else (word(problem), True)

    def _show_understood(self) -> None:
        self.line.setAccessibleDescription(self.understood()[0] if self.pending() else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.length(80), theme.length(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.length(40), theme.length(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_line()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._place_line()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._place_known:
            self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def _place_line(self) -> None:
        left = self._text_left - theme.length(_FIELD_INSET)
        edge = theme.length(0.5)
        self.line.setGeometry(
            left, edge, max(self.width() - left - edge, 0), self.height() - 2 * edge
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.alt)
        painter.fillRect(QRect(QPoint(0, self.height() - 1), QSize(self.width(), 1)), now.line)
        if self._place_known:
            self._paint_understood(painter)

    def _paint_understood(self, painter: QPainter) -> None:
        now = theme.current()
        side = theme.length(ICON)
        left = theme.length(FIRST_INSET)
        text, doubtful = self.understood()
        typed = self.pending()
        icon = "triangle-alert" if doubtful else "plus"
        corner = QPointF(left, (self.height() - side) / 2)
        theme.paint_icon(painter, icon, "warn" if doubtful else "accent", corner, side)
        font = theme.small_font() if typed else theme.body_font()
        painter.setFont(font)
        painter.setPen(now.warn if doubtful else now.text2 if typed else now.accent)
        start = left + side + theme.length(1.5)
        room = self.line.x() - start
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        place = QRect(start, 0, room, self.height() - 1)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
