"""A field for a date in the clerk's own words, and what was understood of them beside it."""

import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from partners_app.domain.partial_date import (
    DatePrecision,
    PartialDate,
    format_span,
    parse_partial_date,
    unreadable_reason,
)
from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.widgets.calendar_popup import CalendarPopup
from partners_app.ui.widgets.date_steps import (
    days_later,
    in_year,
    months_later,
    today_text,
    with_points,
)

_TODAY = frozenset("tTеЕ")
"""What the key T types in the English and in the Russian layout; no date begins so."""
_TODAY_KEYS = (Qt.Key.Key_Semicolon, ord("Ж"))
_ICON_EVENTS = (
    QEvent.Type.ReadOnlyChange,
    QEvent.Type.EnabledChange,
    QEvent.Type.FocusIn,
    QEvent.Type.FocusOut,
    QEvent.Type.Enter,
    QEvent.Type.Leave,
)
_MONTHS: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def echo_text(date: PartialDate) -> str:
    """Return what was understood of a wording: «20.02.2020 – 22.02.2020»; empty: nothing."""
    if date.earliest is None or date.latest is None or date.precision is None:
        return ""
    return format_span(date.earliest, date.latest, date.precision)


def is_obvious(date: PartialDate) -> bool:
    """Tell whether the echo would only repeat the wording."""
    echo = echo_text(date).casefold().removesuffix("год").strip()
    return not echo or date.wording.casefold().removesuffix("г.").strip() == echo


def echo_remark(date: PartialDate) -> str:
    """Return what the wording itself does not say: the weekday of a day, or how exact it is.

    A field whose text is «10.08.2002» or «1979 г.» would only repeat itself in `echo_text`.
    """
    if date.earliest is None or date.precision is None:
        return ""
    if date.is_span and date.precision is DatePrecision.DAY:
        return echo_text(date)
    if date.earliest.strftime("%d.%m.%Y") != date.wording and date.precision is DatePrecision.DAY:
        return echo_text(date)
    if date.precision is DatePrecision.DAY:
        return _weekday(date.earliest.weekday())
    if date.precision is DatePrecision.MONTH:
        return QCoreApplication.translate("PartialDateEdit", "month without a day")
    return QCoreApplication.translate("PartialDateEdit", "year without a day")


def _weekday(number: int) -> str:
    """Return the name of a weekday, 0 for Monday."""
    translate = QCoreApplication.translate
    return (
        translate("PartialDateEdit", "Monday"),
        translate("PartialDateEdit", "Tuesday"),
        translate("PartialDateEdit", "Wednesday"),
        translate("PartialDateEdit", "Thursday"),
        translate("PartialDateEdit", "Friday"),
        translate("PartialDateEdit", "Saturday"),
        translate("PartialDateEdit", "Sunday"),
    )[number]


def doubt_text(text: str, year: int | None) -> str:
    """Return why a wording cannot be read, as one sentence; empty if it can, or if it is empty."""
    if not text.strip():
        return ""
    problem = unreadable_reason(text, year)
    return "" if problem is None else word(problem)


class PartialDateEdit(QLineEdit):
    """A line for a partial date; the wording is kept as typed, a doubtful one is only marked.

    ``doubt`` is a dynamic property for the style sheet. ``year`` is the report year for wordings
    that name none. Without ``icons`` neither the calendar nor the triangle of a doubt
    stands in the line: who made the field places them.
    """

    committed = Signal(str)
    """The user left the field or pressed Enter, and the wording is another one than before."""
    echo_changed = Signal()
    """The text or the year changed: `date`, `doubt` and the echo are new."""

    def __init__(
        self, parent: QWidget | None = None, *, year: int | None = None, icons: bool = True
    ) -> None:
        super().__init__(parent)
        self._value = ""
        self._with_icons = icons
        self._stepped = False
        self._year = year
        self._marker: QAction | None = None
        self._calendar_act = QAction(self.calendar_name(), self)
        theme.give_icon(self._calendar_act, "calendar-days")
        self._calendar_act.triggered.connect(self.open_calendar)
        if icons:
            self.addAction(self._calendar_act, QLineEdit.ActionPosition.TrailingPosition)
        self._show_icon()
        self.setProperty("doubt", False)
        self.textChanged.connect(self._read)
        self.editingFinished.connect(self.commit)

    def value(self) -> str:
        """Return the wording that is stored: what `set_value` gave or `committed` told last."""
        return self._value

    def set_value(self, wording: str) -> None:
        """Show a stored wording; nothing is signalled as typed."""
        self._value = wording
        if wording != self.text():
            self.setText(wording)
        self._read()

    def year(self) -> int | None:
        """Return the report year."""
        return self._year

    def set_year(self, year: int | None) -> None:
        """Set the report year for wordings that name none."""
        self._year = year
        self._read()

    def wording(self) -> str:
        """Return what would be stored now: the text, a day of digits only with its points."""
        return with_points(self.text())

    def date(self) -> PartialDate:
        """Return what the text means now, stored or not."""
        return parse_partial_date(self.wording(), year=self._year)

    def doubt(self) -> str:
        """Return why the text cannot be read, as one sentence; empty if it can."""
        return doubt_text(self.wording(), self._year)

    def commit(self) -> None:
        """Tell a wording that the user typed and that is not stored yet; once."""
        if self.text() != self._value:
            if self.wording() != self.text():
                self.setText(self.wording())
            self._value = self.text()
            self.committed.emit(self._value)

    def calendar_name(self) -> str:
        """Return what the calendar's icon is called, with its key."""
        return QCoreApplication.translate("PartialDateEdit", "Choose in the calendar (Alt+↓)")

    def open_calendar(self) -> None:
        """Let a day be chosen in a calendar, from what the field means on."""
        if not self._is_writable():
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        meant, today = self.date(), datetime.date.today()
        first = last = today if self._year is None else in_year(today, self._year)
        if meant.earliest is not None and meant.latest is not None:
            # A month or a year is no span of days: nothing of it is chosen before a day is.
            by_day = meant.precision is DatePrecision.DAY
            first, last = meant.earliest, meant.latest if by_day else meant.earliest
        calendar = CalendarPopup(first, last, self)
        calendar.chosen.connect(self._write_days)
        calendar.show_under_field()

    def _write_days(self, first: datetime.date, last: datetime.date) -> None:
        meant = self.date()
        same = (meant.earliest, meant.latest, meant.precision) == (first, last, DatePrecision.DAY)
        if not same:  # else the clerk's own wording says it already
            self._write_day(format_span(first, last, DatePrecision.DAY))

    def _is_writable(self) -> bool:
        return self.isEnabled() and not self.isReadOnly()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and _opens_calendar(event) and self._is_writable():
            if event.type() == QEvent.Type.ShortcutOverride:
                # Alt+Down is the calendar's here, whatever else the window does with it.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.open_calendar()
                return True
        done = super().event(event)
        if event.type() in _ICON_EVENTS:
            self._show_icon()
        return done

    def _show_icon(self) -> None:
        # Only where it is used: in the narrow fields of a form a wording needs the whole width.
        used = self.hasFocus() or self.underMouse()
        self._calendar_act.setVisible(used and self._is_writable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._value:
            self.setText(self._value)
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier and event.key() in _TODAY_KEYS:
            self._write_day(today_text())
        elif held or not (self._step_months(event.key()) or self.take_sign(event.text())):
            self._stepped = False
            super().keyPressEvent(event)

    def take_sign(self, typed: str) -> bool:
        """Take «t» for today, «+» and «-» for the next day and the one before.

        False where they are letters of a wording: «t» within a text, «-» behind a date that may
        become a span.
        """
        whole = self.selectedText() == self.text()
        if typed in _TODAY and whole:
            return self._write_day(today_text())
        if typed == "+" or (typed == "-" and (whole or self._stepped)):
            return self._write_day(days_later(self.date(), 1 if typed == "+" else -1))
        return False

    def _step_months(self, key: int) -> bool:
        return key in _MONTHS and self._write_day(months_later(self.date(), _MONTHS[key]))

    def _write_day(self, text: str) -> bool:
        """Put a day into the field; False when there is none."""
        if text:
            # As typing does it: Ctrl+Z in the field brings back what stood there.
            self.selectAll()
            self.insert(text)
            self._stepped = True
        return bool(text)

    def _read(self) -> None:
        doubt = self.doubt()
        theme.set_style_property(self, "doubt", bool(doubt))
        if doubt and self._marker is None and self._with_icons:
            self._marker = QAction(self)
            theme.give_icon(self._marker, "triangle-alert", "warn")
            self.addAction(self._marker, QLineEdit.ActionPosition.TrailingPosition)
        if self._marker is not None:
            self._marker.setVisible(bool(doubt))
        self.setAccessibleDescription(doubt or echo_text(self.date()))
        self.setToolTip(doubt)
        self.echo_changed.emit()


def _opens_calendar(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier


class DateEcho(QWidget):
    """What was understood of a date field, small, beside or under it; doubts with a triangle.

    With ``remark`` a text that would only repeat the wording is replaced by the weekday or by
    how exact the date is, and no icon stands before it.
    """

    def __init__(
        self, field: PartialDateEdit, parent: QWidget | None = None, *, remark: bool = False
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._remark = remark
        self._icon = QLabel(self)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(1))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        field.echo_changed.connect(self._show_echo)
        self._show_echo()

    def text(self) -> str:
        """Return the echo or the doubt that is shown."""
        return self._label.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_icon()

    def _show_echo(self) -> None:
        doubt = self._field.doubt()
        if doubt:
            kept = self.tr("The value is kept as it is")
            self._label.setText(f"{doubt}. {kept}")
        else:
            date = self._field.date()
            self._label.setText(echo_remark(date) if self._remark else echo_text(date))
        theme.set_look(self._label, theme.Look.WARN if doubt else theme.Look.SMALL)
        self._draw_icon()

    def _draw_icon(self) -> None:
        doubtful = bool(self._field.doubt())
        shown = doubtful or (bool(self._label.text()) and not self._remark)
        self._icon.setVisible(shown)
        if shown:
            name = "triangle-alert" if doubtful else "calendar-days"
            color = theme.current().warn if doubtful else theme.current().text2
            self._icon.setPixmap(theme.pixmap(name, color, theme.length(3.5)))
