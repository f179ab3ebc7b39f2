"""The editors that cover a cell of the event grid: a date, a text, a choice."""

from enum import Enum, StrEnum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QComboBox, QFrame, QPlainTextEdit, QToolButton, QWidget

from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.item_models.event_cells import FIELDS, LISTS, TEXT_COLUMNS, Column, Role
from partners_app.ui.widgets import painting
from partners_app.ui.widgets.form_fields import pass_undo
from partners_app.ui.widgets.partial_date_edit import PartialDateEdit, echo_text

Index = QModelIndex | QPersistentModelIndex

# The style sheet gives a field in focus a border of 2 px, and QLineEdit keeps 2 px and 1 px of its
# own free beside and above its text.
_BORDER = 2
_LINE_INSET = 2
_LINE_ABOVE = 1
_CALENDAR = 3.5
"""The side of the calendar's icon in u."""


class Leaving(Enum):
    """Where a clerk goes from an editor."""

    STAY = "stay"
    CANCEL = "cancel"
    NEXT = "next"
    PREVIOUS = "previous"
    DOWN = "down"
    UP = "up"


class CellEditor(QObject):
    """One open editor: what it started with, and its place over the cells."""

    chosen = Signal(Leaving)
    """The user chose from a list: nothing is left to be done in the editor."""
    resized = Signal()
    """The editor needs more or less room."""

    widget: QWidget
    wanted_bottom = 0
    """Where the editor would end if there were room enough, in pixels of the viewport."""

    def __init__(self, index: Index, parent: QWidget) -> None:
        super().__init__()
        self._viewport = parent
        self._index = QPersistentModelIndex(index)
        self._started: object = None
        self.loaded = False

    def is_of(self, index: Index) -> bool:
        """Tell whether this editor covers the cell."""
        return self._index == QPersistentModelIndex(index)

    def key(self) -> tuple[int, str]:
        """Return the id of the event and the field that are edited."""
        index = self._index
        return int(index.data(Role.ID) or 0), FIELDS[Column(index.column())]

    def load(self, value: object) -> None:
        """Show a stored value: what Esc restores."""
        self.loaded = True
        self._started = value
        self.show_value(value)

    def note_written(self) -> None:
        """Take what stands in the field for the stored value; caret and typing stay as they are."""
        self._started = self.value()

    def is_changed(self) -> bool:
        """Tell whether there is something to be written."""
        return self.value() != self._started

    def typed_text(self) -> str | None:
        """Return the text that is typed and not written; None: nothing, or no text."""
        value = self.value()
        return value if isinstance(value, str) and self.is_changed() else None

    def show_value(self, value: object) -> None:
        """Put a value into the field."""
        raise NotImplementedError

    def value(self) -> object:
        """Return the value in the field."""
        raise NotImplementedError

    def begin(self, typed: str | None) -> None:
        """Start with what was typed in place of the value, or with the value and the caret last."""
        raise NotImplementedError

    def place(self, cell: QRect, left: int, right: int) -> None:
        """Cover a cell whose text keeps ``left`` and ``right`` pixels free."""
        raise NotImplementedError

    def break_line(self) -> bool:
        """Begin a new line in the value; False where values have one line."""
        return False


class DateField(PartialDateEdit):
    """A date field as high as its cell, with the echo as its second line."""

    def __init__(self, parent: QWidget, year: int) -> None:
        super().__init__(parent, year=year, icons=False)
        # In the second line, so that the wording keeps the whole width of the cell.
        self._button = QToolButton(self)
        self._button.setAccessibleName(self.calendar_name())
        self._button.setToolTip(self.calendar_name())
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        theme.set_style_property(self._button, "look", "inline")
        theme.give_icon(self._button, "calendar-days", units=_CALENDAR)
        self._button.clicked.connect(self.open_calendar)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.echo_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        doubt = self.doubt()
        shown = doubt or echo_text(self.date())
        if not shown:
            return
        left = self._text_left() + (theme.length(5) if doubt else 0)
        room = self._echo_right() - left
        block = painting.block(shown, theme.small_font(), room)
        top = self._echo_top()
        now = theme.current()
        painter = QPainter(self)
        block.paint(painter, QPointF(left, top), now.warn if doubt else now.text2)
        if doubt:
            side = theme.length(3.5)
            drop = max(0.0, (block.height / max(block.lines, 1) - side) / 2)
            icon = QPointF(self._text_left(), top + drop)
            theme.paint_icon(painter, "triangle-alert", "warn", icon, side)

    def wanted_height(self) -> int:
        """Return the height of both lines at the present width, in pixels."""
        shown = self.doubt() or echo_text(self.date()) or "0"
        left = self._text_left() + (theme.length(5) if self.doubt() else 0)
        room = self._echo_right() - left
        echo = painting.block(shown, theme.small_font(), room).height
        return int(self._echo_top() + echo) + theme.length(1.5) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        side = theme.length(_CALENDAR)
        line = painting.block("0", theme.small_font(), self.width()).height
        top = round(self._echo_top() + (line - side) / 2)
        self._button.setGeometry(self._echo_right(), top, side, side)

    def _echo_right(self) -> int:
        """Return where the second line ends and the calendar's icon stands, in pixels."""
        return self.width() - theme.length(_CALENDAR + 0.75) - _BORDER

    def _echo_top(self) -> float:
        """Return where the second line stands in a cell that is only shown, too."""
        line = painting.block("0", theme.body_font(), self.width()).height
        gap = theme.length(0.5) if self.doubt() else 0
        return theme.length(1.5) + line + gap

    def _text_left(self) -> int:
        return self.textMargins().left() + _sheet_padding()


class DateEditor(CellEditor):
    """Edits the wording of a date, echoing what it means."""

    def __init__(self, index: Index, parent: QWidget) -> None:
        super().__init__(index, parent)
        event = index.data(Role.EVENT)
        self.field = DateField(parent, event.report_year)
        pass_undo(self.field)
        self.widget = self.field
        self._cell = QRect()
        self._insets = (0, 0)
        self.field.echo_changed.connect(self._fit)

    def show_value(self, value: object) -> None:
        self.field.set_value(str(value or ""))

    def value(self) -> str:
        return self.field.wording().strip()

    def begin(self, typed: str | None) -> None:
        self.field.selectAll()
        if typed is not None and not self.field.take_sign(typed):
            self.field.setText(typed)
        self.field.end(False)

    def place(self, cell: QRect, left: int, right: int) -> None:
        self._cell, self._insets = QRect(cell), (left, right)
        side = left - _sheet_padding()
        top = theme.length(1.5) - _BORDER - _LINE_ABOVE
        self.field.setTextMargins(max(side, 0), max(top, 0), 0, 0)
        self._fit()

    def _fit(self) -> None:
        if self._cell.isNull():
            return
        needed = self.field.wanted_height()
        height = max(self._cell.height(), needed)
        self.wanted_bottom = self._cell.top() + height
        self.resized.emit()
        top = min(self._cell.top(), self._viewport.height() - height)
        self.field.setGeometry(self._cell.left(), max(top, 0), self._cell.width(), height)


class TextField(QPlainTextEdit):
    """A text field that tells when its text takes another number of lines."""

    lines_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self.lines_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lines_changed.emit()

    def lines(self) -> int:
        """Return how many lines the text takes at the present width."""
        return max(1, int(self.document().size().height()))


class TextEditor(CellEditor):
    """Edits a text of several lines; it grows down over the rows that follow."""

    def __init__(self, index: Index, parent: QWidget) -> None:
        super().__init__(index, parent)
        self.field = TextField(parent)
        pass_undo(self.field)
        self.widget = self.field
        self._cell = QRect()
        self._fitting = False
        self.field.lines_changed.connect(self._fit)

    def show_value(self, value: object) -> None:
        self.field.setPlainText(str(value or ""))

    def value(self) -> str:
        return self.field.toPlainText().strip()

    def begin(self, typed: str | None) -> None:
        if typed is not None:
            # One step of the field's own undo, so that Ctrl+Z brings the old text back.
            cursor = self.field.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(typed)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self._fit()

    def break_line(self) -> bool:
        self.field.insertPlainText("\n")
        self.field.ensureCursorVisible()
        return True

    def place(self, cell: QRect, left: int, right: int) -> None:
        self._cell = QRect(cell)
        side = left - _BORDER - max(theme.length(1) - 1, 0)
        top = theme.length(1.5) - _BORDER - max(theme.length(0.5) - 1, 0)
        self.field.setViewportMargins(max(side, 0), max(top, 0), max(right - _BORDER, 0), 0)
        self._fit()

    def _fit(self) -> None:
        if self._cell.isNull() or self._fitting:
            return
        self._fitting = True
        line = painting.line_height(self.field.font())
        wanted = self.field.lines() * line + 2 * theme.length(1.5) + 1
        height = max(self._cell.height(), wanted)
        self.wanted_bottom = self._cell.top() + height
        self.resized.emit()
        height = min(height, self._viewport.height())
        top = min(self._cell.top(), self._viewport.height() - height)
        self.field.setGeometry(self._cell.left(), max(top, 0), self._cell.width(), height)
        self._fitting = False


class ChoiceEditor(CellEditor):
    """Chooses a member of a closed list, or none."""

    def __init__(self, index: Index, parent: QWidget, members: type[StrEnum]) -> None:
        super().__init__(index, parent)
        self.field = QComboBox(parent)
        self.widget = self.field
        self.field.addItem(self.tr("not given"), None)
        for member in members:
            self.field.addItem(word(member), member)
        self.field.setMaxVisibleItems(self.field.count())
        self.field.activated.connect(self._choose)

    def show_value(self, value: object) -> None:
        places = (i for i in range(self.field.count()) if self.field.itemData(i) == value)
        self.field.setCurrentIndex(next(places, 0))

    def value(self) -> object:
        return self.field.currentData()

    def typed_text(self) -> str | None:
        return None

    def begin(self, typed: str | None) -> None:
        if typed is None or not typed.strip():
            self.field.showPopup()
            return
        start = typed.casefold()
        for place in range(self.field.count()):
            if self.field.itemText(place).casefold().startswith(start):
                self.field.setCurrentIndex(place)
                return

    def place(self, cell: QRect, left: int, right: int) -> None:
        hint = self.field.sizeHint()
        width = max(cell.width(), hint.width())
        start = max(0, min(cell.left(), self._viewport.width() - width))
        self.field.setGeometry(start, cell.top(), width, min(cell.height(), hint.height()))

    def _choose(self) -> None:
        self.chosen.emit(Leaving.STAY)


def make_editor(index: Index, parent: QWidget) -> CellEditor:
    """Return the editor of a cell; only cells whose flags say so are edited in a field."""
    match Column(index.column()):
        case Column.DATE:
            return DateEditor(index, parent)
        case column if column in TEXT_COLUMNS:
            return TextEditor(index, parent)
        case column if column in LISTS:
            return ChoiceEditor(index, parent, LISTS[column])
        case column:
            raise ValueError(column)


def way_out(event: QKeyEvent) -> Leaving | None:
    """Return where a key leads from an editor; None: the key is the editor's own."""
    key = event.key()
    if key == Qt.Key.Key_Escape:
        return Leaving.CANCEL
    if key == Qt.Key.Key_Tab:
        return Leaving.NEXT
    if key == Qt.Key.Key_Backtab:
        return Leaving.PREVIOUS
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return Leaving.UP
        return Leaving.DOWN
    return None


def _sheet_padding() -> int:
    """Return border and padding that the style sheet gives a line in focus, in pixels."""
    return _BORDER + max(theme.length(2) - 1, 0) + _LINE_INSET
