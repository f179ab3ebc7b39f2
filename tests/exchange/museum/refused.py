"""The files that are not read: how each is made, and what a clerk is told in both languages."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.exchange.museum import packages as pk
from tests.exchange.museum import sentences as say
from tests.exchange.museum.packages import HEADER, Bomb, cell, packed, row, text_cell, workbook

_DEFINITIONS = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;">]>'
)
_HEAD = pk.DECLARATION
SPACES = b" " * (1 << 20)


@dataclass(frozen=True)
class Exhibit:
    """A file, its number in the table of bad inputs, and the two sentences about it.

    The sentences are without what is said of every one: the name of the file stands as «…».
    """

    number: int
    name: str
    make: Callable[[], bytes]
    russian: str
    english: str
    file: str = "таблица.xlsx"

    def __str__(self) -> str:
        """Return what a test is called."""
        return f"{self.number:02} {self.name}"


def with_sheet(xml: bytes | Bomb) -> bytes:
    return packed({**workbook(), pk.PART_NAMES["sheet"]: xml})


def with_rows(*rows: str) -> Callable[[], bytes]:
    return lambda: packed(workbook("".join(rows)))


def good() -> bytes:
    return packed(workbook())


def flipped_inside() -> bytes:
    data = bytearray(packed(workbook(row(1, text_cell("A1", "Япония " * 999)))))
    place = data.index(b"worksheets/sheet1.xml") + 60
    for offset in range(place, place + 20):
        data[offset] ^= 0xFF
    return bytes(data)


def with_entities(part: str) -> Callable[[], bytes]:
    def make() -> bytes:
        parts = workbook()
        name = pk.PART_NAMES[part]
        body = parts[name].decode().removeprefix(_HEAD)
        return packed({**parts, name: f"{_HEAD}{_DEFINITIONS}{body}".encode()})

    return make


def quadratic_bomb(size: int) -> Callable[[], bytes]:
    head = f'{_HEAD}<!DOCTYPE x [<!ENTITY a "{"a" * size}">]>'
    return lambda: with_sheet(pk.sheet(row(1, text_cell("A1", "&a;" * (size // 10))), head=head))


def external_entity(address: str) -> Callable[[], bytes]:
    head = f'{_HEAD}<!DOCTYPE x [<!ENTITY a SYSTEM "{address}">]>'
    return lambda: with_sheet(pk.sheet(row(1, text_cell("A1", "&a;")), head=head))


def strings_bomb() -> bytes:
    block = b"<si><t>a</t></si>" * 10_000
    head, tail = pk.shared().split(b"</sst>")[0], b"</sst>"
    return packed({**workbook(), pk.PART_NAMES["texts"]: Bomb(block, 500, head, tail)})


def many_empty_rows() -> bytes:
    block = b'<row r="7" s="1" customFormat="1"><c r="A7" s="1"/><c r="B7" s="1"/></row>' * 1000
    head, tail = pk.sheet(HEADER).split(b"</sheetData>")
    return with_sheet(Bomb(block, 1000, head, b"</sheetData>" + tail))


def cells_bomb() -> bytes:
    head, tail = pk.sheet("").split(b"</sheetData>")
    return with_sheet(Bomb(b"<c><v>1</v></c>" * 10_000, 2_000, head, b"</sheetData>" + tail))


def huge_cell() -> bytes:
    head, tail = pk.sheet(row(1, text_cell("A1", "@"))).split(b"@")
    return with_sheet(Bomb(b"a" * 1_000_000, 500, head, tail))


def many_parts() -> bytes:
    extra = ((f"xl/media/{number}", b"") for number in range(65_000))
    return pk.zip_of([*workbook().items(), *extra])


def lying_size() -> bytes:
    parts = workbook(row(1, text_cell("A1", "Япония " * 999)))
    return pk.zip_of(parts.items(), stated_size={pk.PART_NAMES["sheet"]: 300})


def twice(name: str) -> Callable[[], bytes]:
    other = pk.sheet(row(1, text_cell("A1", "другое")))
    return lambda: pk.zip_of([*workbook().items(), (name, other)])


def in_sheet(text: bytes) -> Callable[[], bytes]:
    return lambda: with_sheet(pk.sheet(row(1, text_cell("A1", "ab@c"))).replace(b"@", text))


def in_shared_texts(text: bytes) -> Callable[[], bytes]:
    data = row(1, text_cell("A1", "Страна")) + row(2, cell("A2", "0", "s"), cell("B2", "1", "s"))
    texts = pk.shared("Япония", "ab@c").replace(b"@", text)
    return lambda: packed(workbook(data, texts=texts))


def other_encoding(name: str, codec: str) -> Callable[[], bytes]:
    head = f'<?xml version="1.0" encoding="{name}"?>'
    xml = pk.sheet(row(1, text_cell("A1", "Япония")), head=head)
    return lambda: with_sheet(xml.decode().encode(codec))


def chart_sheet() -> bytes:
    relations = pk.relations(("chartsheet", "chartsheets/sheet1.xml"))
    parts = {**workbook(relations=relations), "xl/chartsheets/sheet1.xml": b"<chartsheet/>"}
    return packed(parts, "sheet")


def broken_link() -> bytes:
    relations = pk.relations(("worksheet", "file:///share/book.xlsx"), external=True)
    return packed(workbook(relations=relations))


def strict() -> bytes:
    parts = workbook(row(1, text_cell("A1", "Япония")))
    strict_main = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    return packed(
        {name: part.replace(pk.MAIN.encode(), strict_main) for name, part in parts.items()}
    )


def nested() -> bytes:
    return with_sheet(Bomb(b"<a>" * 1000, 200, pk.DECLARATION.encode()))


def archive_of_another_kind() -> bytes:
    return pk.zip_of([("фото.jpg", b"\xff\xd8\xff"), ("письмо.txt", "Здравствуйте".encode())])


def open_document(kind: str, manifest: str = "<manifest/>", content: str = "<x/>") -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    parts = [
        ("mimetype", mimetype),
        ("META-INF/manifest.xml", manifest.encode()),
        ("content.xml", content.encode()),
    ]
    return pk.zip_of(parts)


def presentation() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    types = pk.types(kind, "/ppt/presentation.xml")
    return pk.zip_of([("[Content_Types].xml", types), ("ppt/presentation.xml", b"<p/>")])


def binary_workbook() -> bytes:
    kind = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    types = pk.types(kind, "/xl/workbook.bin")
    return pk.zip_of([("[Content_Types].xml", types), ("xl/workbook.bin", b"\x83\x01\0")])


def encrypted_open_document() -> bytes:
    namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f'<m:manifest xmlns:m="{namespace}"><m:encryption-data/></m:manifest>'
    return open_document("spreadsheet", manifest)


def two_sheets_of_one_name() -> bytes:
    relations = pk.relations(
        ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml")
    )
    parts = workbook(workbook=pk.workbook_part("Лист1", "ЛИСТ1"), relations=relations)
    return packed({**parts, "xl/worksheets/sheet2.xml": pk.sheet(HEADER)})


_AFAR = row(1_048_576, cell("XFD1048576", "1"))
_SPREADSHEET_ML = b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'
_LONG = "я" * 32_768
_LONG_TEXTS = row(1, cell("A1", "0", "s"), cell("B1", "1", "s"))

EXHIBITS = [
    Exhibit(1, "no bytes", lambda: b"", *say.EMPTY),
    Exhibit(2, "CSV", lambda: "Страна;Город\r\nЯпония;Осака\r\n".encode("cp1251"), *say.TEXT),
    Exhibit(2, "text in UTF-16", lambda: "Страна\tГород\r\n".encode("utf-16"), *say.TEXT),
    Exhibit(3, "HTML table", lambda: b"<html><body><table><tr><td>1</td></table>", *say.WEB),
    Exhibit(3, "HTML, older", lambda: b"\xef\xbb\xbf\r\n<table border=1><tr><td>1", *say.WEB),
    Exhibit(
        3, "web archive", lambda: b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", *say.WEB
    ),
    Exhibit(3, "XML of Excel 2003", lambda: _SPREADSHEET_ML, *say.XML, "таблица.xls"),
    Exhibit(4, "first half", lambda: good()[: len(good()) // 2], *say.INCOMPLETE),
    Exhibit(5, "last 10 bytes missing", lambda: good()[:-10], *say.INCOMPLETE),
    Exhibit(6, "bytes flipped inside", flipped_inside, *say.DAMAGED),
    Exhibit(7, "an archive", archive_of_another_kind, *say.ARCHIVE),
    Exhibit(7, "an empty archive", lambda: pk.zip_of([]), *say.ARCHIVE),
    Exhibit(7, "a presentation", presentation, *say.other_office(".pptx")),
    Exhibit(7, "a text of LibreOffice", lambda: open_document("text"), *say.other_office(".odt")),
    Exhibit(8, "no content types", lambda: packed(workbook(), "types"), *say.DAMAGED),
    Exhibit(9, "no workbook part", lambda: packed(workbook(), "workbook"), *say.DAMAGED),
    Exhibit(
        10, "sheet part missing", lambda: packed(workbook(), "sheet"), *say.sheet_missing("Лист1")
    ),
    Exhibit(
        11,
        "shared texts missing",
        lambda: packed(workbook(HEADER + row(2, cell("A2", "0", "s"))), "texts"),
        *say.text_missing("A2"),
    ),
    Exhibit(
        12, "text number too high", with_rows(row(1, cell("A1", "7", "s"))), *say.text_missing("A1")
    ),
    Exhibit(
        15, "document of old Word", lambda: pk.ole("WordDocument"), *say.OLD_WORD, "таблица.doc"
    ),
    Exhibit(15, "other old container", lambda: pk.ole("Contents"), *say.FOREIGN, "таблица.msi"),
    Exhibit(17, "password", lambda: pk.ole("EncryptionInfo", "EncryptedPackage"), *say.PASSWORD),
    Exhibit(18, "encrypted parts", lambda: pk.zip_of(workbook().items(), flags=1), *say.PASSWORD),
    Exhibit(18, "encrypted .ods", encrypted_open_document, *say.PASSWORD, "таблица.ods"),
    Exhibit(20, "binary workbook", binary_workbook, *say.BINARY),
    Exhibit(22, "entity bomb in the sheet", with_entities("sheet"), *say.UNSAFE),
    Exhibit(23, "entity bomb in the texts", with_entities("texts"), *say.UNSAFE),
    Exhibit(24, "entity bomb in the workbook", with_entities("workbook"), *say.UNSAFE),
    Exhibit(25, "entity bomb in the styles", with_entities("styles"), *say.UNSAFE),
    Exhibit(26, "quadratic bomb", quadratic_bomb(100_000), *say.expands(296)),
    Exhibit(27, "small quadratic bomb", quadratic_bomb(8_000), *say.UNSAFE),
    Exhibit(28, "external entity, file", external_entity("file:///etc/hostname"), *say.UNSAFE),
    Exhibit(29, "external entity, network", external_entity("http://192.0.2.1/x"), *say.UNSAFE),
    Exhibit(
        30,
        "2 GB of spaces",
        lambda: with_sheet(Bomb(SPACES, 2_000, pk.sheet(HEADER)[:-12], pk.sheet("")[-12:])),
        *say.unpacks("2097"),
    ),
    Exhibit(31, "one cell of 500 MB", huge_cell, *say.unpacks("500")),
    Exhibit(32, "5 million shared texts", strings_bomb, *say.expands(378)),
    Exhibit(33, "20 million cells", cells_bomb, *say.unpacks("300")),
    Exhibit(34, "65 000 parts", many_parts, *say.MANY_PARTS),
    Exhibit(35, "size field lies", lying_size, *say.DAMAGED),
    Exhibit(36, "part twice", twice("xl/worksheets/sheet1.xml"), *say.TWICE),
    Exhibit(36, "part twice but for capitals", twice("XL/worksheets/Sheet1.xml"), *say.TWICE),
    Exhibit(37, "a program before it", lambda: b"MZ\x90\0" + bytes(60) + good(), *say.FOREIGN),
    Exhibit(40, "a far cell", with_rows(HEADER, _AFAR), *say.far("XFD1048576")),
    Exhibit(
        40, "too many rows", with_rows(HEADER, row(50_001, cell("A50001", "1"))), *say.far("A50001")
    ),
    Exhibit(40, "too many columns", with_rows(row(1, cell("GS1", "1"))), *say.far("GS1")),
    Exhibit(
        41,
        "impossible row",
        with_rows(HEADER, row(99_999_999, cell("A99999999", "1"))),
        *say.outside("99999999"),
    ),
    Exhibit(42, "impossible column", with_rows(row(1, cell("XFE1", "1"))), *say.outside("XFE1")),
    Exhibit(
        43, "no address", with_rows(HEADER, row(3, cell("!!", "1"))), *say.bad_address("!!", 3)
    ),
    Exhibit(
        43, "address of another row", with_rows(row(3, cell("A4", "1"))), *say.bad_address("A4", 3)
    ),
    Exhibit(44, "rows in disorder", with_rows(row(3, cell("A3", "1")), HEADER), *say.disordered(1)),
    Exhibit(44, "row repeated", with_rows(HEADER, HEADER), *say.disordered(1)),
    Exhibit(
        44,
        "cells in disorder",
        with_rows(HEADER, row(2, cell("B2", "1"), cell("A2", "1"))),
        *say.disordered(2),
    ),
    Exhibit(45, "a million empty rows", many_empty_rows, *say.EMPTY_ROWS),
    Exhibit(46, "text too long", with_rows(row(1, text_cell("A1", _LONG))), *say.too_long("A1")),
    Exhibit(
        46,
        "shared text too long",
        lambda: packed(workbook(_LONG_TEXTS, texts=pk.shared("Япония", _LONG))),
        *say.too_long("B1"),
    ),
    Exhibit(47, "vertical tab", in_sheet(b"\x0b"), *say.bad_character("A1")),
    Exhibit(47, "vertical tab in shared text", in_shared_texts(b"\x0b"), *say.bad_character("B2")),
    Exhibit(48, "vertical tab by number", in_sheet(b"&#11;"), *say.bad_character("A1")),
    Exhibit(49, "NUL", in_sheet(b"\0"), *say.bad_character("A1")),
    Exhibit(50, "half a surrogate pair", in_sheet(b"\xed\xa0\x80"), *say.bad_character("A1")),
    Exhibit(50, "half a pair by number", in_sheet(b"&#xD800;"), *say.bad_character("A1")),
    Exhibit(53, "not UTF-8", in_sheet("Япония".encode("cp1251")), *say.damaged_at("A1")),
    Exhibit(54, "sheet in UTF-16", other_encoding("UTF-16", "utf-16"), *say.encoding("UTF-16")),
    Exhibit(
        55,
        "sheet in windows-1251",
        other_encoding("windows-1251", "cp1251"),
        *say.encoding("windows-1251"),
    ),
    Exhibit(
        57,
        "error of tomorrow",
        with_rows(row(1, cell("C1", "#NEW!", "e"))),
        *say.unreadable("C1", "#NEW!"),
    ),
    Exhibit(
        62,
        "unknown kind of cell",
        with_rows(row(1, cell("B1", "1", "zz"))),
        *say.unreadable("B1", "zz"),
    ),
    Exhibit(65, "a chart only", chart_sheet, *say.NO_TABLE),
    Exhibit(66, "no sheets", lambda: packed(workbook(workbook=pk.workbook_part())), *say.NO_TABLE),
    Exhibit(66, "no text in any sheet", with_rows(""), *say.NO_TABLE),
    Exhibit(67, "a sheet in another file", broken_link, *say.sheet_missing("Лист1")),
    Exhibit(68, "two sheets of one name", two_sheets_of_one_name, *say.SAME_NAMES),
    Exhibit(69, "strict", strict, *say.STRICT),
    Exhibit(70, "nested tags", nested, *say.expands(102)),
    Exhibit(
        72, "unclosed tag", with_rows(HEADER, '<row r="2"><c r="A2"><v>1'), *say.damaged_at("A2")
    ),
    Exhibit(74, "owner file", lambda: b"\x06Petrov" + bytes(158), *say.TEMPORARY, "~$таблица.xlsx"),
    Exhibit(
        74, "lock of LibreOffice", lambda: b",petrov,pc1;", *say.TEMPORARY, ".~lock.таблица.xlsx#"
    ),
    # Not of the table: what the independent walk over the XML is for.
    Exhibit(
        89,
        "text that the reader would drop",
        with_rows(HEADER, '<row r="2"><c r="A2" t="str"><v><![CDATA[Осака]]></v></c></row>'),
        *say.LOST,
    ),
]
