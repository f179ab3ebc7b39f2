"""Fields of a form: each knows its stored value, and tells only what a user alone can cause."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QRegularExpressionValidator,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from partners_app.ui import theme
from partners_app.ui.widgets.painting import line_height

FIELD_HEIGHT = 7.0
"""The height of a field of one line in u; the style sheet gives it to lines and lists."""


class TextField(Protocol):
    """What `LineField` and `ParagraphField` have in common."""

    def value(self) -> str:
        """Return the stored text."""

    def set_value(self, value: str) -> None:
        """Show a stored text, unless something else is being typed."""

    def reset(self, value: str) -> None:
        """Show the text of another record; what was typed before is dropped."""

    def put_back(self, text: str) -> None:
        """Show a text as typed that could not be stored."""

    def is_pending(self) -> bool:
        """Tell whether something is typed that is not stored."""

    def commit(self) -> None:
        """Tell what is typed and not stored."""


class UndoPasser(QObject):
    """Leaves Ctrl+Z and Ctrl+Y to the window where the field itself has nothing to undo.

    A line would take both keys always, and the undo of the register would be out of reach.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = _undoable(watched)
        if (event.matches(QKeySequence.StandardKey.Undo) and not undo) or (
            event.matches(QKeySequence.StandardKey.Redo) and not redo
        ):
            event.ignore()
            return True
        return False


def _undoable(field: QObject) -> tuple[bool, bool]:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable(), field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable(), field.document().isRedoAvailable()
    return True, True


def pass_undo(field: QLineEdit | QPlainTextEdit) -> None:
    """Let the window undo where the field has nothing to undo."""
    field.installEventFilter(UndoPasser(field))


def forget_typing(field: QLineEdit) -> None:
    """Drop the line's own undo steps: what is stored is undone in the register."""
    cursor = field.cursorPosition()
    field.setText(field.text())
    field.setCursorPosition(cursor)


class LineField(QLineEdit):
    """One line of text."""

    committed = Signal(str)
    """The user left the field or pressed Enter, and the text is another one than stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._committing = False
        self.editingFinished.connect(self.commit)
        self.textChanged.connect(self.setToolTip)
        pass_undo(self)

    def value(self) -> str:
        """Return the stored text."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a stored text, unless something else is being typed."""
        keep = self.is_pending()
        self._value = value
        if not keep and self.text() != value:
            self.setText(value)
            self.setCursorPosition(0)

    def reset(self, value: str) -> None:
        """Show the text of another record; what was typed before is dropped."""
        self._value = value
        self.setText(value)
        self.setCursorPosition(0)

    def put_back(self, text: str) -> None:
        """Show a text as typed that could not be stored."""
        self.setText(text)

    def is_pending(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return self.text() != self._value

    def commit(self) -> None:
        """Tell what is typed and not stored; it stays typed until `set_value` says it is stored."""
        if self._committing or not self.is_pending():
            return
        self._committing = True
        try:
            self.committed.emit(self.text())
        finally:
            self._committing = False
        if not self.is_pending():
            forget_typing(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.hasFocus() and not self.is_pending():
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_pending():
            self.setText(self._value)
            return
        super().keyPressEvent(event)


class NumberField(LineField):
    """A line that takes figures only; empty is no number."""

    def __init__(self, parent: QWidget | None = None, *, figures: int = 3) -> None:
        super().__init__(parent)
        # Not QIntValidator: to it an empty line is unfinished, and would never be committed.
        pattern = QRegularExpression(rf"\d{{0,{figures}}}")
        self.setValidator(QRegularExpressionValidator(pattern, self))


class ParagraphField(QPlainTextEdit):
    """Wrapped text that grows with its lines; Enter stores it, Alt+Enter breaks a line."""

    committed = Signal(str)
    """The user left the field or pressed Enter, and the text is another one than stored."""

    def __init__(
        self, parent: QWidget | None = None, *, fewest_lines: int = 1, most_lines: int = 8
    ) -> None:
        super().__init__(parent)
        self._value = ""
        self._committing = False
        self._fewest, self._most = fewest_lines, most_lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The size of a plain text's layout is counted in lines.
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._fit_margins()
        pass_undo(self)

    def value(self) -> str:
        """Return the stored text."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a stored text, unless something else is being typed."""
        keep = self.is_pending()
        self._value = value
        if not keep and self.toPlainText() != value:
            self.setPlainText(value)

    def reset(self, value: str) -> None:
        """Show the text of another record; what was typed before is dropped."""
        self._value = value
        self.setPlainText(value)

    def text(self) -> str:
        """Return the text as it stands in the field."""
        return self.toPlainText()

    def put_back(self, text: str) -> None:
        """Show a text as typed that could not be stored."""
        self.setPlainText(text)

    def is_pending(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return self.toPlainText() != self._value

    def commit(self) -> None:
        """Tell what is typed and not stored; it stays typed until `set_value` says it is stored."""
        if self._committing or not self.is_pending():
            return
        self._committing = True
        try:
            self.committed.emit(self.toPlainText())
        finally:
            self._committing = False
        if not self.is_pending():
            self.document().clearUndoRedoStacks()

    def lines(self) -> int:
        """Return how many lines are shown without scrolling."""
        return min(max(round(self.document().size().height()), self._fewest), self._most)

    def sizeHint(self) -> QSize:
        return QSize(theme.length(60), self._height_of(self.lines()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.length(30), self._height_of(self.lines()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Neither a menu nor another window takes the user out of the field.
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_pending():
            self.setPlainText(self._value)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & (
                Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
            ):
                self.insertPlainText("\n")
                self.ensureCursorVisible()
            else:
                self.commit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Another width may need another number of lines, which the document does not tell.
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_margins()

    def _fit_margins(self) -> None:
        """Make one line as high as the other fields are, with the text where theirs begins."""
        self.ensurePolished()
        spare = theme.length(FIELD_HEIGHT) - line_height(self.font()) - self._frame()
        self.document().setDocumentMargin(max(spare // 2, 0))
        side = theme.length(0.75)
        self.setViewportMargins(side, 0, side, 0)
        self.updateGeometry()

    def _frame(self) -> int:
        return self.height() - self.viewport().height()

    def _height_of(self, lines: int) -> int:
        self.ensurePolished()
        margin = 2 * round(self.document().documentMargin())
        return lines * line_height(self.font()) + margin + self._frame()

    def _grow(self) -> None:
        longer = round(self.document().size().height()) > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if longer else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()


class ChoiceField(QComboBox):
    """One of a closed list, or nothing where ``nothing`` names that choice."""

    chosen = Signal(object)
    """The user chose a member (or None), another one than before."""

    def __init__(
        self,
        members: Sequence[tuple[StrEnum, str]],
        parent: QWidget | None = None,
        *,
        nothing: str = "",
        capitalized: bool = False,
    ) -> None:
        super().__init__(parent)
        self._value: StrEnum | None = None
        if nothing:
            self.addItem(nothing, None)
        for member, text in members:
            # Qt would hand a member of StrEnum back as a plain str.
            self.addItem(text[:1].upper() + text[1:] if capitalized else text, str(member))
        self._members: dict[str, StrEnum] = {str(member): member for member, _ in members}
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._choose)

    def value(self) -> StrEnum | None:
        """Return the stored member."""
        return self._value

    def set_value(self, value: StrEnum | None) -> None:
        """Show a stored member; nothing is told."""
        self._value = value
        self.setCurrentIndex(self.findData(None if value is None else str(value)))

    def event(self, event: QEvent) -> bool:
        # Alt+Down opens the list, whatever else the window does with it.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        ):
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the form; it must not change the value under the pointer.
        event.ignore()

    def _choose(self, index: int) -> None:
        data = self.itemData(index)
        member = self._members[data] if data is not None else None
        if member != self._value:
            self.chosen.emit(member)
