"""Inputs of a dialog that changes many records at once: each says one value of one field."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from partners_app.domain.changes import Value
from partners_app.domain.partial_date import PartialDate
from partners_app.texts.words import word
from partners_app.ui.widgets.folded_completer import FoldedCompleter
from partners_app.ui.widgets.form_fields import LineField, ParagraphField
from partners_app.ui.widgets.single_date_field import SingleDateField


class BulkInput(QObject):
    """A widget of a dialog, and what it says as a value of the field."""

    changed = Signal()
    """Something else is chosen or typed."""

    def __init__(self, widget: QWidget) -> None:
        """Belong to the widget."""
        super().__init__(widget)
        self.widget = widget

    def name(self, title: str) -> None:
        """Tell a screen reader what the input is for."""
        self.widget.setAccessibleName(title)

    def show(self, value: Value) -> None:
        """Show a value that all the records have."""
        raise NotImplementedError

    def value(self) -> Value:
        """Return what is chosen or typed."""
        raise NotImplementedError

    def is_valid(self) -> bool:
        """Tell whether what is chosen or typed can be written."""
        return True


class ChoiceInput(BulkInput):
    """One of a closed list; nothing is chosen until a value is shown."""

    def __init__(self, choices: Sequence[tuple[str, Value]]) -> None:
        """Take words and values."""
        box = QComboBox()
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(-1)
        super().__init__(box)
        self._box = box
        box.currentIndexChanged.connect(self.changed)

    def show(self, value: Value) -> None:
        # Qt would not find a member of StrEnum: it keeps the plain text of it.
        plain = value.value if isinstance(value, StrEnum) else value
        self._box.setCurrentIndex(self._box.findData(plain))

    def value(self) -> Value:
        chosen: Value = self._box.currentData()
        return chosen

    def is_valid(self) -> bool:
        return self._box.currentIndex() >= 0


def choice_of(members: type[StrEnum], nothing: str = "") -> ChoiceInput:
    """Return an input of a closed list; ``nothing`` names the choice of no value."""
    none: list[tuple[str, Value]] = [(nothing, None)] if nothing else []
    return ChoiceInput([*none, *((word(member), member.value) for member in members)])


class ParagraphInput(BulkInput):
    """A text of several lines."""

    def __init__(self) -> None:
        """Begin empty."""
        field = ParagraphField(most_lines=4)
        super().__init__(field)
        self._field = field
        field.textChanged.connect(self.changed)

    def show(self, value: Value) -> None:
        self._field.reset(str(value))

    def value(self) -> Value:
        return self._field.toPlainText()


class LineInput(BulkInput):
    """A text of one line, completed from what the register knows already."""

    def __init__(self, known: Sequence[str] = ()) -> None:
        """Take the texts to complete from."""
        field = LineField()
        super().__init__(field)
        self._field = field
        if known:
            completer = FoldedCompleter(self)
            completer.set_names(known)
            field.setCompleter(completer)
        field.textChanged.connect(self.changed)

    def show(self, value: Value) -> None:
        self._field.reset(str(value))

    def value(self) -> Value:
        return self._field.text()


class NumberInput(BulkInput):
    """A number as the validator of its line lets it be typed; an empty line is no number."""

    def __init__(self, line: QLineEdit) -> None:
        """Take the line, with its validator."""
        super().__init__(line)
        self._line = line
        line.textChanged.connect(self.changed)

    def show(self, value: Value) -> None:
        self._line.setText("" if value is None else str(value))

    def value(self) -> Value:
        text = self._line.text()
        return int(text) if text and self.is_valid() else None

    def is_valid(self) -> bool:
        return self._line.hasAcceptableInput()


class DateInput(BulkInput):
    """A date in the clerk's own words, with what was understood under it."""

    def __init__(self) -> None:
        """Begin without a date."""
        field = SingleDateField()
        super().__init__(field)
        self._field = field
        field.field.textChanged.connect(self.changed)

    def name(self, title: str) -> None:
        self._field.field.setAccessibleName(title)

    def show(self, value: Value) -> None:
        self._field.reset(PartialDate(str(value)))

    def value(self) -> Value:
        return self._field.field.wording()
