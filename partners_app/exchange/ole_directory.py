"""What is inside Microsoft's older container (.xls, .doc, a workbook with a password): the names.

After [MS-CFB], Compound File Binary File Format: a file system in a file. Only the streams beside
each other at its root are told; a document that is embedded in another one is deeper.
"""

import struct
from collections.abc import Iterator

from partners_app.domain.input_problems import InputProblem
from partners_app.exchange.table_refusal import Refused

OLE_BEGINNING = bytes.fromhex("d0cf11e0a1b11ae1")

_HEADER_BYTES = 512
_SECTORS_IN_HEADER = 109
_LAST_SECTOR = 0xFFFFFFFA
_NOBODY = 0xFFFFFFFF
_ENTRY_BYTES = 128


def names_at_root(data: bytes) -> set[str]:
    """Return the names of the streams and storages at the root; Refused where it is damaged."""
    try:
        entries = b"".join(_directory_sectors(data))
        root = entries[:_ENTRY_BYTES]
        return set(_siblings(entries, struct.unpack_from("<I", root, 76)[0]))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise Refused(InputProblem.INCOMPLETE, detail=f"its directory: {error}") from error


def _directory_sectors(data: bytes) -> Iterator[bytes]:
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in (9, 12):
        raise Refused(InputProblem.DAMAGED, detail="its sectors have an impossible size")
    size = 1 << shift
    per_sector = size // 4

    def sector(number: int) -> bytes:
        begins = max(_HEADER_BYTES, size) + number * size
        if number >= _LAST_SECTOR or begins >= len(data):
            raise IndexError(f"sector {number}")
        return data[begins : begins + size]

    tables = list(struct.unpack_from(f"<{_SECTORS_IN_HEADER}I", data, 76))
    # A file of more than 7 MB has the rest of this list elsewhere, in a chain.
    (more,) = struct.unpack_from("<I", data, 68)
    while more < _LAST_SECTOR and len(tables) <= len(data) // size:
        *part, more = struct.unpack(f"<{per_sector}I", sector(more))
        tables += part
    (number,) = struct.unpack_from("<I", data, 48)
    for _ in range(len(data) // size):
        if number >= _LAST_SECTOR:
            return
        yield sector(number)
        table, index = divmod(number, per_sector)
        (number,) = struct.unpack_from("<I", sector(tables[table]), index * 4)


def _siblings(entries: bytes, first: int) -> Iterator[str]:
    """Yield the names of a tree of entries that stand beside each other."""
    waiting, seen = [first], {_NOBODY}
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        entry = entries[number * _ENTRY_BYTES :][:_ENTRY_BYTES]
        length, _, left, right = struct.unpack_from("<HH2I", entry, 64)
        yield entry[: max(length - 2, 0)].decode("utf-16-le")
        waiting += [left, right]
