"""The values of event cells as the clipboard holds them: words and texts, both ways."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from partners_app.domain.changes import Value
from partners_app.domain.names import fold_text
from partners_app.domain.records import Event
from partners_app.texts.words import word
from partners_app.ui.item_models.event_cells import FIELDS, LISTS, Column

_YES = frozenset(["1", "+", "✓", "x", "х", "да", "истина", "yes", "true"])
_NO = frozenset(["0", "-", "нет", "ложь", "no", "false"])


class UnknownWord(ValueError):
    """A text that is no value of a cell's closed list."""


def value_of(event: Event, column: Column) -> Value:
    """Return what a cell that can be edited holds, as `services.events.set_fields` takes it."""
    if column is Column.DATE:
        return event.date.text
    value = getattr(event, FIELDS[column])
    return value.value if isinstance(value, StrEnum) else value


def written(event: Event, column: Column) -> str:
    """Return the text of a cell that can be edited, for the clipboard."""
    value = value_of(event, column)
    if column is Column.PRINTED:
        return _yes() if value else _no()
    members = LISTS.get(column)
    text = str(value or "")
    return word(members(text)) if members is not None and text else text


def read_cell(column: Column, text: str) -> Value:
    """Return the value that a text of the clipboard means in a column, or raise UnknownWord.

    Words of closed lists are compared folded; an empty one is «not given».
    """
    if column is Column.PRINTED:
        return _read_tick(text)
    members = LISTS.get(column)
    if members is None:
        return text.strip()
    folded = fold_text(text)
    if not folded or folded == fold_text(_not_given()):
        return None
    for member in members:
        if fold_text(word(member)) == folded:
            return member.value
    raise UnknownWord(text)


def cleared(column: Column) -> Value:
    """Return what an emptied cell holds; UnknownWord for one that cannot be empty."""
    if column is Column.PRINTED:
        raise UnknownWord("")
    return None if column in LISTS else ""


def _read_tick(text: str) -> bool:
    said = text.strip().casefold()
    if said in _YES or said == _yes().casefold():
        return True
    if said in _NO or said == _no().casefold():
        return False
    raise UnknownWord(text)


def _yes() -> str:
    return QCoreApplication.translate("EventValues", "yes")


def _no() -> str:
    return QCoreApplication.translate("EventValues", "no")


def _not_given() -> str:
    return QCoreApplication.translate("ChoiceEditor", "not given")
