"""Which values a row may hold, checked before anything is written.

SQLite keeps nearly any value in any column, and some of them as another one: NaN becomes NULL, a
number in a text column becomes text. The journal would then remember what the row never was, and
undo would stop there for ever.
"""

import math
from collections.abc import Callable

from sqlalchemy import Boolean, Float, Integer, LargeBinary, Text

from partners_app.domain.changes import Row, Value
from partners_app.domain.errors import TextRefused
from partners_app.storage.schema import JOURNALLED, own_fields

_LARGEST = 2**63 - 1


def check_values(table: str, row: Row) -> None:
    """Raise an error, naming the field and not the value, when a column cannot hold a value.

    TextRefused for a text that a clerk may have pasted, ValueError for what only a bug can give.
    A text holds no NUL (SQLite's own functions end there) and no half of a surrogate pair; a
    number is finite; a field with a closed list holds a member of it.
    """
    rules = _RULES[table]
    for field, value in row.items():
        rule = rules.get(field)
        if rule is None:
            raise ValueError(f"{table} has no field {field}")
        if not rule(value):
            if isinstance(value, str) and not _is_text(value):
                raise TextRefused(table, field)
            raise ValueError(f"{table}.{field} cannot hold this value")


def _is_text(value: Value) -> bool:
    if not isinstance(value, str) or "\0" in value:
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_integer(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_boolean(value: Value) -> bool:
    return isinstance(value, bool)


def _is_bytes(value: Value) -> bool:
    return isinstance(value, bytes)


_TYPES: tuple[tuple[type, Callable[[Value], bool]], ...] = (
    (Text, _is_text),
    (Boolean, _is_boolean),
    (Integer, _is_integer),
    (Float, _is_number),
    (LargeBinary, _is_bytes),
)


def _rule(table: str, field: str) -> Callable[[Value], bool]:
    column = JOURNALLED[table].c[field]
    choices = column.info.get("choices")
    rule = next(rule for kind, rule in _TYPES if isinstance(column.type, kind))
    if choices is not None:
        rule = frozenset(member.value for member in choices).__contains__
    if not column.nullable:
        return rule
    return lambda value: value is None or rule(value)


_RULES: dict[str, dict[str, Callable[[Value], bool]]] = {
    name: {field: _rule(name, field) for field in own_fields(table)}
    for name, table in JOURNALLED.items()
}
