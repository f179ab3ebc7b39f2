"""Office files written part by part, so that each may be wrong in one way."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Parts = dict[str, bytes]


@dataclass(frozen=True)
class Bomb:
    """A block of bytes many times over, packed without ever being there."""

    block: bytes
    times: int
    head: bytes = b""
    tail: bytes = b""

    @property
    def size(self) -> int:
        return len(self.head) + len(self.block) * self.times + len(self.tail)

    def packed(self) -> tuple[bytes, int]:
        """Return deflated bytes and their checksum."""

        def deflated(data: bytes, mode: int) -> bytes:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            return packer.compress(data) + packer.flush(mode)

        block = deflated(self.block, zlib.Z_FULL_FLUSH)
        body = deflated(self.head, zlib.Z_FULL_FLUSH) + block * self.times
        checksum = zlib.crc32(self.head)
        for _ in range(self.times):
            checksum = zlib.crc32(self.block, checksum)
        return body + deflated(self.tail, zlib.Z_FINISH), zlib.crc32(self.tail, checksum)


def zip_of(
    parts: Iterable[tuple[str, bytes | Bomb]],
    *,
    flags: int = 0,
    stated_size: Mapping[str, int] | None = None,
    before: bytes = b"",
) -> bytes:
    """Return an archive, bit by bit: flags and sizes may lie, and a name may stand twice."""
    body, directory, count = bytearray(before), bytearray(), 0
    for name, content in parts:
        if isinstance(content, Bomb):
            (packed, checksum), size = content.packed(), content.size
        else:
            packer = zlib.compressobj(6, zlib.DEFLATED, -15)
            packed, size = packer.compress(content) + packer.flush(), len(content)
            checksum = zlib.crc32(content)
        size = (stated_size or {}).get(name, size)
        encoded = name.encode("utf-8")
        fields = (20, flags | 0x800, 8, 0, 0x21, checksum, len(packed), size, len(encoded), 0)
        directory += struct.pack("<4sH5H3I2H", b"PK\x01\x02", 20, *fields)
        directory += struct.pack("<3H2I", 0, 0, 0, 0, len(body)) + encoded
        body += struct.pack("<4s5H3I2H", b"PK\x03\x04", *fields) + encoded + packed
        count += 1
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def sheet(data: str, *, before: str = "", after: str = "", head: str = DECLARATION) -> bytes:
    """Return the XML of a sheet with these rows."""
    return (
        f'{head}<worksheet xmlns="{MAIN}" xmlns:r="{DOCUMENT}">{before}'
        f"<sheetData>{data}</sheetData>{after}</worksheet>"
    ).encode()


def shared(*texts: str) -> bytes:
    """Return the XML of shared texts."""
    items = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in texts)
    return f'{DECLARATION}<sst xmlns="{MAIN}">{items}</sst>'.encode()


def relations(*targets: tuple[str, str], external: bool = False) -> bytes:
    """Return the XML of relations: kind and target; their ids are rId1, rId2 …"""
    mode = ' TargetMode="External"' if external else ""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{DOCUMENT}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONS}">{items}</Relationships>'.encode()


def workbook_part(*sheets: str, properties: str = "", states: Mapping[str, str] = {}) -> bytes:
    """Return xl/workbook.xml with sheets of these names."""
    items = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"'
        + (f' state="{states[name]}"' if name in states else "")
        + "/>"
        for number, name in enumerate(sheets, start=1)
    )
    return (
        f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">{properties}'
        f"<sheets>{items}</sheets></workbook>"
    ).encode()


def types(main: str = WORKBOOK_TYPE, part: str = "/xl/workbook.xml") -> bytes:
    """Return [Content_Types].xml."""
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{part}" ContentType="{main}"/></Types>'
    ).encode()


def styles(*formats: int, fills: str = "<fill/>") -> bytes:
    """Return xl/styles.xml whose cell styles 0, 1 … have these numbers of formats."""
    items = "".join(f'<xf numFmtId="{number}"/>' for number in formats)
    return (
        f'{DECLARATION}<styleSheet xmlns="{MAIN}"><fonts><font/></fonts><fills>{fills}</fills>'
        f"<borders><border/></borders><cellXfs>{items}</cellXfs></styleSheet>"
    ).encode()


def cell(address: str, value: str, kind: str = "", style: int = 0, formula: str = "") -> str:
    """Return a cell; «t» and «s» only where they say something."""
    attributes = (f' t="{kind}"' if kind else "") + (f' s="{style}"' if style else "")
    return f'<c r="{address}"{attributes}>{formula}<v>{value}</v></c>'


def row(number: int, *cells: str, attributes: str = "") -> str:
    """Return a row."""
    return f'<row r="{number}"{attributes}>{"".join(cells)}</row>'


def text_cell(address: str, text: str) -> str:
    """Return a cell that holds its text itself."""
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


HEADER = row(1, text_cell("A1", "Страна"), text_cell("B1", "Город"))
"""The first row of most exhibits."""


def workbook(data: str = HEADER, **changed: bytes) -> Parts:
    """Return the parts of a workbook of one sheet «Лист1»; ``changed`` replaces some.

    Parts are named types, root, workbook, relations, styles, texts, sheet.
    """
    parts = {
        "types": types(),
        "root": relations(("officeDocument", "xl/workbook.xml")),
        "workbook": workbook_part("Лист1"),
        "relations": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "styles": styles(0, 14, 22, 20),
        "texts": shared("Япония", "Осака"),
        "sheet": sheet(data),
        **changed,
    }
    return {PART_NAMES[name]: content for name, content in parts.items()}


PART_NAMES = {
    "types": "[Content_Types].xml",
    "root": "_rels/.rels",
    "workbook": "xl/workbook.xml",
    "relations": "xl/_rels/workbook.xml.rels",
    "styles": "xl/styles.xml",
    "texts": "xl/sharedStrings.xml",
    "sheet": "xl/worksheets/sheet1.xml",
}


def packed(parts: Mapping[str, bytes | Bomb], *without: str) -> bytes:
    """Return a workbook without some of its parts."""
    left_out = {PART_NAMES.get(name, name) for name in without}
    return zip_of((name, part) for name, part in parts.items() if name not in left_out)


def ole(*names: str) -> bytes:
    """Return Microsoft's older container with empty streams of these names and nothing else."""
    head = bytearray(512)
    head[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<5H", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    # One sector of the allocation table, the directory in sector 1, no more of either.
    struct.pack_into("<9I", head, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<110I", head, 72, 0, 0, *[0xFFFFFFFF] * 108)
    struct.pack_into("<I", head, 68, 0xFFFFFFFE)
    table = struct.pack("<2I", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    entries = b""
    for number, name in enumerate(("Root Entry", *names)):
        encoded = name.encode("utf-16-le")
        right = number + 1 if 0 < number < len(names) else 0xFFFFFFFF
        child = 1 if number == 0 and names else 0xFFFFFFFF
        entry = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded) + 2, 2, 1)
        entries += (entry + struct.pack("<3I", 0xFFFFFFFF, right, child)).ljust(128, b"\0")
    return bytes(head) + table + entries.ljust(512, b"\0")
