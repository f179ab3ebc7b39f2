"""The dates of one agreement as lines of a form: wording, meaning, what was understood."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from partners_app.domain.records import AgreementDate
from partners_app.domain.vocabulary import DateMeaning
from partners_app.services import agreements
from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.form_fields import ChoiceField, forget_typing, pass_undo
from partners_app.ui.widgets.partial_date_edit import DateEcho, PartialDateEdit

_NARROWEST_FIELD, _WIDEST_FIELD = 28.0, 60.0
_BETWEEN_ROWS = 1.25
_BETWEEN_FIELDS = 2.0
_BESIDE_WORDING = 5.0  # the field's frame and padding
_MARKER = 6.0  # the triangle of a doubtful wording


class DateRow(QWidget):
    """One date; without an id it is not written yet: it will be with its first wording."""

    text_committed = Signal(str)
    meaning_chosen = Signal(object)
    removal_requested = Signal()
    echo_moved = Signal()
    """The row needs another height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.date_id: int | None = None
        self.field = PartialDateEdit(self)
        self.field.setAccessibleName(self.tr("Date"))
        pass_undo(self.field)
        self.meaning = ChoiceField(
            [(member, word(member)) for member in DateMeaning],
            self,
            nothing=self.tr("not specified"),
        )
        self.meaning.setAccessibleName(self.tr("What happened on this date"))
        self.remove = QToolButton(self)
        self.remove.setAccessibleName(self.tr("Delete this date"))
        self.remove.setToolTip(self.tr("Delete this date"))
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(self.remove, "textless", True)
        theme.give_icon(self.remove, "x")
        self._echo = DateEcho(self.field, self, remark=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self.remove, 0, 3)
        self._placed: tuple[bool, bool] | None = None
        """Whether the echo stands below, and whether the meaning does."""
        self._echo_width = 0
        self._wording_width = 0
        self._measure()
        self._place_echo()
        self.field.echo_changed.connect(self._place_echo)
        self.field.committed.connect(self.text_committed)
        self.meaning.chosen.connect(self.meaning_chosen)
        self.remove.clicked.connect(self.removal_requested)

    def show_date(self, date: AgreementDate) -> None:
        """Show a written date; what is being typed stays."""
        self.date_id = date.id
        pending = self.is_pending()
        typed, cursor = self.field.text(), self.field.cursorPosition()
        self.field.set_value(date.date.text)
        if pending and typed != date.date.text:
            self.field.setText(typed)
            self.field.setCursorPosition(cursor)
        if not self.field.hasFocus():
            self.field.setCursorPosition(0)
        self.meaning.set_value(date.meaning)

    def is_pending(self) -> bool:
        """Tell whether a wording is typed that is not stored."""
        return self.field.text() != self.field.value()

    def keep_pending(self, stored: str) -> None:
        """Take back that the typed wording counts as stored: it could not be written."""
        typed, cursor = self.field.text(), self.field.cursorPosition()
        self.field.set_value(stored)
        self.field.setText(typed)
        self.field.setCursorPosition(cursor)

    def set_read_only(self, read_only: bool) -> None:
        """Let the date be looked at only."""
        self.field.setReadOnly(read_only)
        self.meaning.setDisabled(read_only)
        self.remove.setDisabled(read_only)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        self._grid.setHorizontalSpacing(theme.length(_BETWEEN_FIELDS))
        self._grid.setVerticalSpacing(theme.length(0.5))
        self.field.setMinimumWidth(theme.length(_NARROWEST_FIELD))
        self._widen_field()

    def _widen_field(self) -> None:
        self.field.setMaximumWidth(max(theme.length(_WIDEST_FIELD), self._wording_width))

    def minimumSizeHint(self) -> QSize:
        # The echo asks for no room of its own: it goes under the fields where there is none.
        return QSize(self._width_without_echo(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_echo()

    def echo_width(self) -> int:
        """Return the width in pixels of the echo in one line; 0 for a doubt, which stands below."""
        text = "" if self.field.doubt() else self._echo.text()
        words = QFontMetrics(theme.small_font()).horizontalAdvance(text)
        return words + theme.length(1) if text else 0

    def wording_width(self) -> int:
        """Return the width in pixels at which the field shows its whole wording."""
        words = self.field.fontMetrics().horizontalAdvance(self.field.text())
        return words + theme.length(_BESIDE_WORDING + (_MARKER if self.field.doubt() else 0))

    def set_widths(self, echo: int, wording: int) -> None:
        """Leave these widths (pixels) for echo and field, so that all lines have equal columns."""
        if (echo, wording) != (self._echo_width, self._wording_width):
            self._echo_width, self._wording_width = echo, wording
            self._widen_field()
            self._place_echo()

    def _width_without_echo(self, *, whole_wording: bool = False) -> int:
        gaps = 3 * theme.length(_BETWEEN_FIELDS)
        fixed = self.meaning.sizeHint().width() + self.remove.sizeHint().width()
        field = self.field.minimumWidth()
        return (max(field, self._wording_width) if whole_wording else field) + fixed + gaps

    def _place_echo(self) -> None:
        """Stand beside the fields in one line, or under them; there the sentence of a doubt is."""
        doubt = self.field.doubt()
        self.field.setToolTip("\n".join(part for part in (self.field.text(), doubt) if part))
        alone = self._width_without_echo(whole_wording=True)
        fits = alone + self._echo_width <= self.width()
        self._grid.setColumnMinimumWidth(0, self._wording_width if alone <= self.width() else 0)
        self._grid.setColumnMinimumWidth(2, self._echo_width if fits else 0)
        below = bool(doubt) or not fits
        spare = alone - max(self.field.minimumWidth(), self._wording_width)
        stacked = self.wording_width() + spare > self.width()
        if (below, stacked) == self._placed:
            return
        self._placed = (below, stacked)
        for part in (self.field, self.meaning, self._echo):
            self._grid.removeWidget(part)
        # A wording too long for one line with its meaning has the line for itself.
        self._grid.addWidget(self.field, 0, 0, 1, 3 if stacked else 1)
        self._grid.addWidget(self.meaning, 1 if stacked else 0, 0 if stacked else 1)
        if below:
            self._grid.addWidget(self._echo, 2, 0, 1, 4)
        else:
            self._grid.addWidget(self._echo, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        self.updateGeometry()
        self.echo_moved.emit()


class AgreementDates(QWidget):
    """All dates of an agreement, and «Ещё дата»."""

    stops_changed = Signal()
    """A line came, went or moved: `stops` has other widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register: OpenRegister | None = None
        self._agreement_id: int | None = None
        self._dates: tuple[AgreementDate, ...] = ()
        self._rows: list[DateRow] = []
        self._read_only = False
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.add_button = QToolButton(self)
        self.add_button.setText(self.tr("Another date"))
        self.add_button.setAccessibleName(self.tr("Another date"))
        self.add_button.setToolTip(self.tr("Another date"))
        self.add_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(self.add_button, "main", True)
        theme.give_icon(self.add_button, "plus", "accent", before_text=True)
        self.add_button.clicked.connect(self.add_draft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._lines, 1)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        self._measure()
        self.set_narrow(False)

    def set_register(self, register: OpenRegister | None) -> None:
        """Write to this register from now on."""
        self._register = register

    def set_narrow(self, narrow: bool) -> None:
        """Leave only the icon of «Ещё дата» where its words have no room."""
        style = Qt.ToolButtonStyle
        self.add_button.setToolButtonStyle(
            style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
        )

    def set_read_only(self, read_only: bool) -> None:
        """Let the dates be looked at only."""
        self._read_only = read_only
        self.add_button.setDisabled(read_only)
        for row in self._rows:
            row.set_read_only(read_only)

    def rows(self) -> list[DateRow]:
        """Return the lines, those not written yet too."""
        return list(self._rows)

    def show_dates(self, agreement_id: int | None, dates: tuple[AgreementDate, ...]) -> None:
        """Show the dates of an agreement; lines of the same agreement keep focus and typing."""
        if agreement_id != self._agreement_id:
            self._agreement_id = agreement_id
            for row in self.rows():
                self._drop(row)
        self._dates = dates
        known = {row.date_id for row in self._rows}
        written = [row for row in self._rows if row.date_id is not None]
        wanted = {date.id for date in dates}
        for row in written:
            if row.date_id not in wanted:
                self._drop(row)
        drafts = [row for row in self._rows if row.date_id is None]
        for date in dates:
            if date.id not in known:
                # A line that is being written becomes the date it was written as.
                draft = next((row for row in drafts if row.field.text() == date.date.text), None)
                (draft or self._new_row()).show_date(date)
                if draft is not None:
                    drafts.remove(draft)
                    forget_typing(draft.field)
        by_id = {row.date_id: row for row in self._rows}
        ordered = [by_id[date.id] for date in dates]
        for row, date in zip(ordered, dates, strict=True):
            row.show_date(date)
        self._rows = ordered + [row for row in self._rows if row.date_id is None]
        self._arrange()

    def commit(self) -> None:
        """Write what is typed; what cannot be written stays typed."""
        for row in self.rows():
            row.field.commit()
        for row in self.rows():
            if row.date_id is None and not row.field.text().strip():
                self._drop(row)

    def typed(self) -> list[tuple[int | None, str]]:
        """Return the wordings that are typed and not stored, with the date's id if it has one."""
        return [
            (row.date_id, row.field.text())
            for row in self._rows
            if row.is_pending() and (row.date_id is not None or row.field.text().strip())
        ]

    def put_back(self, date_id: int | None, wording: str) -> None:
        """Show a wording as typed that could not be stored; None: in a line of its own."""
        known = next((row for row in self._rows if row.date_id == date_id), None)
        row = self._new_row() if date_id is None or known is None else known
        row.field.setText(wording)
        self._arrange()

    def forget(self, date_id: int) -> None:
        """Show a stored date again instead of what is typed."""
        for row in self._rows:
            if row.date_id == date_id:
                row.field.setText(row.field.value())

    def add_draft(self) -> None:
        """Open a line for one more date; it is written with its first wording."""
        empty = next((row for row in self._rows if row.date_id is None), None)
        row = empty or self._new_row()
        self._arrange()
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def row_ends(self) -> list[int]:
        """Return where the lines end, in pixels from the top; the button stands beside them."""
        return [row.y() + row.height() for row in self._rows] or [self.height()]

    def stops(self) -> list[QWidget]:
        """Return where the tabulator stops, in order."""
        lines = [stop for row in self._rows for stop in (row.field, row.meaning, row.remove)]
        return [*lines, self.add_button]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        self._lines.setSpacing(theme.length(_BETWEEN_ROWS))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.length(_BETWEEN_FIELDS))

    def _new_row(self) -> DateRow:
        row = DateRow(self)
        row.set_read_only(self._read_only)
        row.field.echo_changed.connect(self._align_echoes)
        row.echo_moved.connect(self._fit_heights)
        row.text_committed.connect(lambda text: self._write_text(row, text))
        row.meaning_chosen.connect(lambda meaning: self._write_meaning(row, meaning))
        row.removal_requested.connect(lambda: self._remove(row))
        self._rows.append(row)
        return row

    def _arrange(self) -> None:
        for place, row in enumerate(self._rows):
            if self._lines.indexOf(row) != place:
                self._lines.removeWidget(row)
                self._lines.insertWidget(place, row)
            row.show()
        self._align_echoes()
        self.stops_changed.emit()

    def _fit_heights(self) -> None:
        # The layout inside the layout keeps the heights of before unless it is told itself.
        self._lines.invalidate()
        self.updateGeometry()

    def _align_echoes(self) -> None:
        widest = max((row.echo_width() for row in self._rows), default=0)
        wording = max((row.wording_width() for row in self._rows), default=0)
        for row in self._rows:
            row.set_widths(widest, wording)

    def _drop(self, row: DateRow) -> None:
        self._rows.remove(row)
        self._lines.removeWidget(row)
        # A hidden field loses the focus and would tell what is typed in it.
        row.field.blockSignals(True)
        row.hide()
        row.deleteLater()

    def _write_text(self, row: DateRow, text: str) -> None:
        if self._register is None or self._agreement_id is None:
            return
        if row.date_id is None:
            if not text.strip():
                return
            meaning = row.meaning.currentData()
            done = self._register.do(
                agreements.add_date,
                self._agreement_id,
                text,
                None if meaning is None else DateMeaning(meaning),
            )
            if done is None:
                row.keep_pending("")
            return
        before = self._stored_text(row.date_id)
        if self._register.do(agreements.set_date_text, row.date_id, text) is None:
            row.keep_pending(before)
        else:
            forget_typing(row.field)

    def _stored_text(self, date_id: int) -> str:
        return next((date.date.text for date in self._dates if date.id == date_id), "")

    def _write_meaning(self, row: DateRow, meaning: DateMeaning | None) -> None:
        if self._register is None or row.date_id is None:
            return
        stored = row.meaning.value()
        if self._register.do(agreements.set_date_meaning, row.date_id, meaning) is None:
            row.meaning.set_value(stored)

    def _remove(self, row: DateRow) -> None:
        place = self._rows.index(row)
        if row.date_id is None:
            self._drop(row)
        elif (
            self._register is None or self._register.do(agreements.delete_date, row.date_id) is None
        ):
            return
        stop = self._rows[min(place, len(self._rows) - 1)].field if self._rows else self.add_button
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
