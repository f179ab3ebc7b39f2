"""Words in the journal, found as everywhere else: case, ё and Latin look-alikes do not matter.

SQLite folds Latin case only, so it asks functions of ours. Folding a row takes some 40 µs and the
journal has a row for every record; a pattern of 2 µs tells first which rows cannot hold the word.
"""

import json
import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, func

from partners_app.domain.names import fold_text
from partners_app.storage.schema import JOURNALLED, own_fields

_ORDINARY = re.compile("[ -&(-_a-~А-Яа-яЁё«»–—]*")
"""Texts of characters that fold one by one: no apostrophe, which is dropped inside a word."""
_FOLDED_ALONE = (*range(0x20, 0x7F), *range(0x410, 0x450), 0x401, 0x451)


def install(connection: Any) -> None:
    """Teach a connection of the sqlite3 module the functions that the conditions ask for."""
    connection.create_function("text_holds", 2, _text_holds, deterministic=True)
    connection.create_function("row_holds", 3, _row_holds, deterministic=True)


def text_holds(column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """Return the condition that a column holds a folded word anywhere."""
    return func.text_holds(column, word) == 1


def row_holds(
    table_name: ColumnElement[str], row: ColumnElement[str | None], word: str
) -> ColumnElement[bool]:
    """Return the condition that a text of a row in the journal holds a folded word anywhere.

    Names of fields, UUIDs, members of closed lists and what the program made are no texts of a
    row.
    """
    return and_(row.is_not(None), func.row_holds(table_name, row, word) == 1)


def _text_holds(text: str, word: str) -> bool:
    return word in fold_text(text)


def _row_holds(table: str, row: str, word: str) -> bool:
    if _pattern(word).search(row) is None and _ORDINARY.fullmatch(row):
        return False
    values = json.loads(row)
    texts = (values.get(field) for field in _texts_of(table))
    return word in fold_text("\n".join(text for text in texts if isinstance(text, str)))


@lru_cache(maxsize=16)
def _pattern(word: str) -> re.Pattern[str]:
    """Return what finds a folded word in a text of ordinary characters."""
    spellings = _spellings()
    return re.compile("".join(f"[{re.escape(spellings.get(char, char))}]" for char in word))


@cache
def _spellings() -> dict[str, str]:
    """Return the ordinary characters that fold to each character."""
    found: dict[str, str] = defaultdict(str)
    for code in _FOLDED_ALONE:
        found[fold_text(chr(code))] += chr(code)
    return found


@cache
def _texts_of(table: str) -> tuple[str, ...]:
    columns = JOURNALLED[table].columns
    return tuple(
        name
        for name in own_fields(JOURNALLED[table])
        if name != "uuid"
        and isinstance(columns[name].type, Text)
        and not columns[name].info.keys() & {"choices", "made"}
    )
