"""A small calendar under a date field: a day or several days are chosen by keys or by mouse."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from partners_app.domain.date_grammar import FIRST_YEAR, LAST_YEAR
from partners_app.domain.partial_date import DatePrecision, format_span
from partners_app.ui import theme
from partners_app.ui.widgets.date_steps import day_text, month_later

_CELL_WIDTH, _CELL_HEIGHT = 8.0, 6.5
_WEEKS = 6
_NOTCH = 120  # of a wheel, in eighths of a degree
_FIRST, _LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DAYS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_MONTHS: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthDays(QWidget):
    """The days of one month; one of them is current, and Shift makes a span of several."""

    moved = Signal()
    """Another day is current."""
    chosen = Signal(object, object)
    """The first and the last day (`date`)."""

    def __init__(self, first: date, last: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._day = min(max(first, _FIRST), _LAST)
        self._start = min(max(last, _FIRST), _LAST)
        self._pressed = False
        self._turned = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name_day()

    def day(self) -> date:
        """Return the current day."""
        return self._day

    def span(self) -> tuple[date, date]:
        """Return the first and the last of the selected days."""
        return min(self._day, self._start), max(self._day, self._start)

    def go(self, day: date, *, extend: bool = False) -> None:
        """Make a day current; ``extend`` keeps where the span started."""
        self._day = min(max(day, _FIRST), _LAST)
        if not extend:
            self._start = self._day
        self._name_day()
        self.update()
        self.moved.emit()

    def go_months(self, months: int, *, extend: bool = False) -> None:
        """Go some months later or (negative) earlier."""
        self.go(month_later(self._day, months) or self._day, extend=extend)

    def _name_day(self) -> None:
        # Screen readers read a new name of what has the keyboard.
        weekday = self._weekdays()[self._day.weekday()]
        self.setAccessibleName(f"{day_text(self._day)}, {weekday}")

    def _weekdays(self) -> tuple[str, ...]:
        return (
            self.tr("Mo"),
            self.tr("Tu"),
            self.tr("We"),
            self.tr("Th"),
            self.tr("Fr"),
            self.tr("Sa"),
            self.tr("Su"),
        )

    def sizeHint(self) -> QSize:
        return QSize(7 * theme.length(_CELL_WIDTH), (_WEEKS + 1) * theme.length(_CELL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _top_left(self) -> date:
        first = self._day.replace(day=1)
        return first - timedelta(days=first.weekday())

    def place_of(self, day: date) -> QRectF:
        """Return where a day of the shown weeks stands."""
        row, column = divmod((day - self._top_left()).days, 7)
        return self._cell(row + 1, column)

    def _cell(self, row: int, column: int) -> QRectF:
        width, height = theme.length(_CELL_WIDTH), theme.length(_CELL_HEIGHT)
        return QRectF(column * width, row * height, width, height)

    def _day_at(self, place: QPointF) -> date | None:
        column = int(place.x() // theme.length(_CELL_WIDTH))
        row = int(place.y() // theme.length(_CELL_HEIGHT)) - 1
        if not (0 <= column < 7 and 0 <= row < _WEEKS):
            return None
        day = self._top_left() + timedelta(days=7 * row + column)
        return day if _FIRST <= day <= _LAST else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, middle = theme.current(), Qt.AlignmentFlag.AlignCenter
        painter.setFont(theme.small_font())
        painter.setPen(now.text2)
        for column, name in enumerate(self._weekdays()):
            painter.drawText(self._cell(0, column), middle, name)
        painter.setFont(theme.body_font())
        first, last = self.span()
        corner, start, today = theme.unit(), self._top_left(), date.today()
        for number in range(7 * _WEEKS):
            day = start + timedelta(days=number)
            cell = self.place_of(day)
            inside = cell.adjusted(1, 1, -1, -1)
            painter.setPen(Qt.PenStyle.NoPen)
            if day == self._day:
                painter.setBrush(now.accent)
                painter.drawRoundedRect(inside, corner, corner)
            elif first <= day <= last:
                painter.setBrush(now.accent_tint)
                painter.drawRect(cell.adjusted(0, 1, 0, -1))
            if day == today:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(now.border, 1))
                painter.drawRoundedRect(inside.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
            other = day.month != self._day.month
            color = now.on_accent if day == self._day else now.text2 if other else now.text
            painter.setPen(color)
            painter.drawText(cell, middle, str(day.day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        extend = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER:
            self.chosen.emit(*self.span())
        elif held & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif key in _DAYS:
            self.go(self._day + timedelta(days=_DAYS[key]), extend=extend)
        elif key in _MONTHS:
            years = bool(held & Qt.KeyboardModifier.ControlModifier)
            self.go_months(_MONTHS[key] * (12 if years else 1), extend=extend)
        elif key == Qt.Key.Key_Home:
            self.go(self._day.replace(day=1), extend=extend)
        elif key == Qt.Key.Key_End:
            last = calendar.monthrange(self._day.year, self._day.month)[1]
            self.go(self._day.replace(day=last), extend=extend)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        self._pressed = day is not None and event.button() is Qt.MouseButton.LeftButton
        if day is not None and self._pressed and day.month == self._day.month:
            self.go(day, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        # Another month would move the days away from under the pointer.
        if self._pressed and day is not None and day.month == self._day.month:
            self.go(day, extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if not self._pressed or day is None:
            self._pressed = False
            return
        self._pressed = False
        if day.month != self._day.month:
            self.go(day)
        self.chosen.emit(*self.span())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A touchpad tells of many small turns: the month goes on when they make a notch.
        self._turned += event.angleDelta().y()
        if notches := int(self._turned / _NOTCH):
            self._turned -= notches * _NOTCH
            self.go_months(-notches)


class CalendarPopup(QFrame):
    """A month with its days, shown over the window until a day is chosen or Esc is pressed."""

    chosen = Signal(object, object)
    """The first and the last day (`date`); for one day they are the same."""

    def __init__(self, first: date, last: date, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self.setObjectName("calendar")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.days = MonthDays(first, last, self)
        self.title = QLabel(self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.set_look(self.title, theme.Look.SECTION)
        head = QHBoxLayout()
        head.setSpacing(0)
        for icon, name, months in (
            ("chevrons-left", self.tr("Previous year (Ctrl+PgUp)"), -12),
            ("chevron-left", self.tr("Previous month (PgUp)"), -1),
            ("", "", 0),
            ("chevron-right", self.tr("Next month (PgDown)"), 1),
            ("chevrons-right", self.tr("Next year (Ctrl+PgDown)"), 12),
        ):
            if icon:
                head.addWidget(self._turning_button(icon, name, months))
            else:
                head.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        edge = theme.length(2)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.length(1))
        layout.addLayout(head)
        layout.addWidget(self.days)
        self.setFocusProxy(self.days)
        self.days.moved.connect(self._show_month)
        self.days.chosen.connect(self._choose)
        self._show_month()

    def _turning_button(self, icon: str, name: str, months: int) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.set_style_property(button, "textless", True)
        theme.give_icon(button, icon)
        button.clicked.connect(lambda: self.days.go_months(months))
        return button

    def show_under_field(self) -> None:
        """Open under the field, or above it where the screen ends."""
        field = self._field
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height()))
        room = field.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place.setY(max(field.mapToGlobal(QPoint(0, 0)).y() - self.height(), room.top()))
        place.setX(max(min(place.x(), room.right() - self.width()), room.left()))
        self.move(place)
        self.show()
        self.days.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turned = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape or (alt and turned):
            self.close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        opener = self._field
        place = opener.mapFromGlobal(event.globalPosition().toPoint())
        if opener.rect().contains(place):
            # The click that closes the calendar must not open it again; others go where they are.
            self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        super().mousePressEvent(event)

    def _choose(self, first: date, last: date) -> None:
        self.close()
        self.chosen.emit(first, last)

    def _show_month(self) -> None:
        day = self.days.day()
        title = format_span(day, day, DatePrecision.MONTH)
        self.title.setText(title[:1].upper() + title[1:])
