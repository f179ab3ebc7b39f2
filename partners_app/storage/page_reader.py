"""The rows that the bytes of a damaged register still hold, read without SQLite.

SQLite gives a table up at the first page that is out of order; the file may lack its end, its
beginning, or the page that says where the tables are. Here each page is read by itself: those that
a table's tree leads to, and those that nothing leads to any more, known by the shape of their rows.
Format: https://www.sqlite.org/fileformat.html
"""

import re
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, Text

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.changes import Value
from partners_app.storage.schema import JOURNALLED, change, metadata

MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_PAGE_SIZE = 4096
"""What SQLite gives a new file, and so what ours have when the header does not say it."""
_TABLE_LEAF, _TABLE_INTERIOR = 0x0D, 0x05
_SEQUENCE = "sqlite_sequence"
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Record = tuple[Value, ...]


class _Unreadable(Exception):
    """A page or a cell is not what the format says."""


@dataclass(frozen=True, slots=True)
class FoundRows:
    """The rows of our tables by table and id, with the names of the columns; and highest ids."""

    tables: Mapping[str, Mapping[int, dict[str, Value]]]
    highest_ids: Mapping[str, int] = field(default_factory=dict)


def read_rows(content: bytes) -> FoundRows:
    """Return every row that can be read in the bytes of a register.

    A text that is no UTF-8 any more holds U+FFFD where it is broken.
    """
    pages = _Pages(content)
    tables: dict[str, dict[int, dict[str, Value]]] = {name: {} for name in metadata.tables}
    highest: dict[str, int] = {}
    led_to: set[int] = set()
    for name, root in _roots(pages):
        for page in pages.leaves(root, led_to):
            _take(pages, page, name, tables, highest)
    for page in range(1, pages.count + 1):
        stop_if_unwanted()
        if page not in led_to:
            table = _table_of(pages, page)
            if table is not None:
                _take(pages, page, table, tables, highest)
    return FoundRows(tables, highest)


def _take(
    pages: "_Pages",
    page: int,
    name: str,
    tables: Mapping[str, dict[int, dict[str, Value]]],
    highest: dict[str, int],
) -> None:
    for rowid, record in pages.records(page):
        if name == _SEQUENCE and len(record) == 2 and isinstance(record[0], str):
            highest[record[0]] = record[1] if isinstance(record[1], int) else 0
        elif name in tables:
            columns = metadata.tables[name].columns
            if len(record) == len(columns):
                values = {
                    column.name: _typed(column, value)
                    for column, value in zip(columns, record, strict=True)
                }
                # A page that a tree leads to goes before one that nothing leads to.
                tables[name].setdefault(rowid, {**values, "id": rowid})


def _typed(column: "Column[object]", value: Value) -> Value:
    if isinstance(column.type, Boolean) and value in (0, 1):
        return bool(value)
    if isinstance(column.type, Float) and isinstance(value, int):
        return float(value)
    return value


def _roots(pages: "_Pages") -> Iterator[tuple[str, int]]:
    """Give the tables of the file and their first pages, as far as the file still says it."""
    for page in pages.leaves(1, set()):
        for _, record in pages.records(page):
            match record:
                case ("table", str(name), str(), int(root), *_) if root > 1:
                    yield name, root


def _table_of(pages: "_Pages", page: int) -> str | None:
    """Return the table whose shape all rows of a page have, None where that is not one table."""
    candidates = set(_SHAPES)
    found = False
    for _, record in pages.records(page):
        found = True
        candidates = {name for name in candidates if _fits(_SHAPES[name], record)}
    return candidates.pop() if found and len(candidates) == 1 else None


def _fits(shape: Sequence[Callable[[Value], bool]], record: Record) -> bool:
    return len(shape) == len(record) and all(
        allowed(value) for allowed, value in zip(shape, record, strict=True)
    )


def _allowed(column: "Column[object]") -> Callable[[Value], bool]:
    if column.primary_key:
        # It is the number of the row itself.
        return lambda value: value is None
    if column.name == "uuid":
        return lambda value: isinstance(value, str) and _UUID.fullmatch(value) is not None
    if column is change.c.table_name:
        return lambda value: value in JOURNALLED
    choices = column.info.get("choices")
    if choices is not None:
        members = frozenset(member.value for member in choices)
        return lambda value: value in members or (value is None and bool(column.nullable))
    kinds: tuple[type, ...] = next(kinds for kind, kinds in _KINDS if isinstance(column.type, kind))
    return lambda value: isinstance(value, kinds) or (value is None and bool(column.nullable))


_KINDS: tuple[tuple[type, tuple[type, ...]], ...] = (
    (Text, (str,)),
    (Boolean, (int,)),
    (Integer, (int,)),
    (Float, (int, float)),
    (LargeBinary, (bytes,)),
)
_SHAPES: dict[str, tuple[Callable[[Value], bool], ...]] = {
    name: tuple(_allowed(column) for column in table.columns)
    for name, table in metadata.tables.items()
} | {
    _SEQUENCE: (
        lambda value: value in metadata.tables,
        lambda value: isinstance(value, int),
    )
}


class _Pages:
    """The pages of a file, numbered from 1, as far as its bytes go."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        size, reserved = _PAGE_SIZE, 0
        if content.startswith(MAGIC) and len(content) >= _HEADER_BYTES:
            said = int.from_bytes(content[16:18], "big")
            said = 65536 if said == 1 else said
            if 512 <= said <= 65536 and said & (said - 1) == 0:
                size, reserved = said, content[20]
        self._size = size
        self._usable = size - reserved
        self.count = -(-len(content) // size)

    def leaves(self, root: int, seen: set[int]) -> Iterator[int]:
        """Give the leaf pages of the tree of a table; ``seen`` is told every page of it."""
        waiting = [root]
        while waiting:
            page = waiting.pop()
            if page in seen or not 1 <= page <= self.count:
                continue
            stop_if_unwanted()
            kind = self._kind(page)
            if kind == _TABLE_LEAF:
                seen.add(page)
                yield page
            elif kind == _TABLE_INTERIOR:
                seen.add(page)
                waiting += self._children(page)

    def _start(self, page: int) -> int:
        return _HEADER_BYTES if page == 1 else 0

    def _bytes(self, page: int) -> bytes:
        return self._content[(page - 1) * self._size : page * self._size]

    def _kind(self, page: int) -> int:
        content, start = self._bytes(page), self._start(page)
        return content[start] if start < len(content) else 0

    def _children(self, page: int) -> list[int]:
        content, start = self._bytes(page), self._start(page)
        children = []
        for place in _cell_places(content, start, 12):
            if place + 4 <= len(content):
                children.append(int.from_bytes(content[place : place + 4], "big"))
        children.append(int.from_bytes(content[start + 8 : start + 12], "big"))
        return children

    def records(self, page: int) -> Iterator[tuple[int, Record]]:
        """Give the number and the values of each row of a leaf page that can be read."""
        if self._kind(page) != _TABLE_LEAF:
            return
        content = self._bytes(page)
        for place in _cell_places(content, self._start(page), 8):
            try:
                length, place = _varint(content, place)
                rowid, place = _varint(content, place)
                yield rowid, _record(self._payload(content, place, length))
            except (_Unreadable, IndexError, struct.error):
                continue

    def _payload(self, page: bytes, place: int, length: int) -> bytes:
        """Return what a cell holds, with what stands of it on pages of its own."""
        most = self._usable - 35
        if length <= most:
            return _cut(page, place, length)
        if length > len(self._content):
            raise _Unreadable
        least = (self._usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (self._usable - 4)
        local = local if local <= most else least
        payload = bytearray(_cut(page, place, local))
        following = int.from_bytes(_cut(page, place + local, 4), "big")
        passed: set[int] = set()
        while len(payload) < length:
            if following in passed or not 1 <= following <= self.count:
                raise _Unreadable
            passed.add(following)
            content = self._bytes(following)
            payload += _cut(content, 4, min(self._usable - 4, length - len(payload)))
            following = int.from_bytes(content[:4], "big")
        return bytes(payload)


def _cell_places(content: bytes, start: int, head: int) -> list[int]:
    count = int.from_bytes(content[start + 3 : start + 5], "big")
    first = start + head
    pairs = content[first : first + 2 * count]
    return [place for (place,) in struct.iter_unpack(">H", pairs[: len(pairs) // 2 * 2])]


def _cut(content: bytes, start: int, length: int) -> bytes:
    part = content[start : start + length]
    if len(part) != length:
        raise _Unreadable
    return part


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where the next thing stands."""
    value = 0
    for step in range(8):
        byte = content[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    value = value << 8 | content[place + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, place + 9


_INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)


def _record(payload: bytes) -> Record:
    head, place = _varint(payload, 0)
    kinds = []
    while place < head:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values: list[Value] = []
    place = head
    for kind in kinds:
        value, length = _value(payload, place, kind)
        values.append(value)
        place += length
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, 0
    if kind <= 6:
        length = _INTEGER_BYTES[kind]
        return int.from_bytes(_cut(payload, place, length), "big", signed=True), length
    if kind == 7:
        (number,) = struct.unpack(">d", _cut(payload, place, 8))
        return float(number), 8
    if kind in (8, 9):
        return kind - 8, 0
    if kind < 12:
        raise _Unreadable
    length = (kind - 12) // 2
    part = _cut(payload, place, length)
    # An even kind is bytes, an odd one text.
    return (part.decode("utf-8", "replace") if kind % 2 else part), length
