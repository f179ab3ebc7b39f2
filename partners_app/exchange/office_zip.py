"""The archive that an office file is: opened within limits, its XML walked with every DTD refused.

An archive from outside may be a bomb, may hold a part twice (so that two readers see two
contents) and may have other things before it. Nothing is unpacked to the disk.
"""

import re
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import IO
from xml.parsers import expat

from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import (
    MOST_EXPANSION,
    MOST_PARTS,
    MOST_UNPACKED_BYTES,
    SMALL_PART_BYTES,
)
from partners_app.exchange.table_refusal import Refused

ZIP_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    UnicodeDecodeError,
    ValueError,
    OSError,
)
"""What reading a broken archive raises."""

_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_MEGABYTE = 1_000_000
_SHEET_PART = re.compile("xl/worksheets/[^/]+[.]xml", re.IGNORECASE)
# A row of a sheet, and what stands in a cell that holds something: enough to choose a message.
_ROW, _VALUE = re.compile(rb"<(\w+:)?row[ >/]"), re.compile(rb"<(\w+:)?(v|is)>")
_EMPTY_ROWS_WORTH_SAYING = 1_000
# As bytes of UTF-8: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xed[\xa0-\xbf]|\xef\xbf[\xbe\xbf]")
_LONGEST_CHARACTER = 4


class OfficeZip:
    """An archive whose parts are within the limits; a part that is not there is None."""

    def __init__(self, data: bytes) -> None:
        """Open the archive; Refused tells what is wrong with it as a whole."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except ZIP_FAILURES as error:
            # It begins as an archive does, but its end, where the list of parts is, is missing.
            raise Refused(InputProblem.INCOMPLETE, detail=str(error)) from error
        if len(entries) > MOST_PARTS:
            raise Refused(InputProblem.TOO_MANY_PARTS, detail=str(len(entries)))
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            if entry.flag_bits & _ENCRYPTED:
                raise Refused(InputProblem.PASSWORD)
            # Office programs take «XL/workbook.xml» and «xl/workbook.xml» for one part.
            key = entry.filename.lstrip("/").lower()
            if key in self._entries:
                raise Refused(InputProblem.PART_TWICE, detail=entry.filename)
            self._entries[key] = entry
        self.names = tuple(entry.filename for entry in entries)
        self._check_sizes()

    def _check_sizes(self) -> None:
        unpacked = sum(entry.file_size for entry in self._entries.values())
        if unpacked > MOST_UNPACKED_BYTES:
            raise Refused(InputProblem.TOO_MUCH_UNPACKED, detail=str(unpacked // _MEGABYTE))
        for entry in self._entries.values():
            if entry.file_size <= SMALL_PART_BYTES:
                continue
            expansion = entry.file_size // max(entry.compress_size, 1)
            if expansion > MOST_EXPANSION:
                self._refuse_empty_rows(entry)
                raise Refused(InputProblem.EXPANDS, detail=str(expansion))

    def has(self, name: str) -> bool:
        """Tell whether the archive has a part; capital letters do not matter."""
        return name.lower() in self._entries

    def bytes_of(self, name: str) -> bytes:
        """Return the contents of a part; Refused if it is damaged or missing."""
        with self._open(name) as stream:
            return self._chunk(stream, name, -1)

    def walk(self, name: str, walker: "Walker") -> None:
        """Go through a part that is XML; Refused if it is missing, damaged or unsafe."""
        with self._open(name) as stream:
            walker.begin(name)
            while chunk := self._chunk(stream, name, _CHUNK):
                walker.feed(chunk)
            walker.finish()

    def _open(self, name: str) -> IO[bytes]:
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Refused(InputProblem.DAMAGED, detail=f"{name} is missing")
        try:
            return self._zip.open(entry)
        except ZIP_FAILURES as error:
            raise Refused(InputProblem.DAMAGED, detail=f"{name}: {error}") from error

    def _chunk(self, stream: IO[bytes], name: str, size: int) -> bytes:
        try:
            return stream.read(size)
        except ZIP_FAILURES as error:
            raise Refused(InputProblem.DAMAGED, detail=f"{name}: {error}") from error

    def _refuse_empty_rows(self, entry: zipfile.ZipInfo) -> None:
        """Refuse a sheet that is large by rows without text, which happens without malice."""
        if not _SHEET_PART.fullmatch(entry.filename):
            return
        rows = values = 0
        rest = b""
        with self._open(entry.filename) as stream:
            while chunk := self._chunk(stream, entry.filename, _CHUNK):
                # A tag may begin in one chunk and end in the next.
                whole, bracket, rest = (rest + chunk).rpartition(b"<")
                rest = (bracket + rest)[:_CHUNK]
                rows += len(_ROW.findall(whole))
                values += len(_VALUE.findall(whole))
        if rows - values > _EMPTY_ROWS_WORTH_SAYING:
            raise Refused(InputProblem.FORMATTED_EMPTY_ROWS, detail=str(rows - values))


class Walker:
    """A walk over the XML of one part: names come as «namespace name».

    Subclasses say what to do at each element. A document type definition is refused before
    anything in it is read, and so is any encoding but UTF-8: what reads the workbook afterwards
    takes another one for no text at all.
    """

    def __init__(self) -> None:
        """Stand before the first part."""
        self._part = ""
        self._parser: expat.XMLParserType | None = None
        self._recent = b""
        self._fed = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Be told that an element begins."""

    def end(self, name: str) -> None:
        """Be told that an element ends."""

    def text_handler(self) -> Callable[[str], object] | None:
        """Return what is told each piece of text; None: text does not matter."""
        return None

    def where(self) -> str:
        """Return the place of what is being read, for a message; '' if nobody can tell."""
        return ""

    def begin(self, part: str) -> None:
        """Begin with a part."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        handlers: tuple[tuple[str, Callable[..., None]], ...] = (
            ("StartElementHandler", self.start),
            ("EndElementHandler", self.end),
        )
        for name, handler in handlers:
            # What the walk does not look at costs no call.
            if getattr(type(self), handler.__name__) is not getattr(Walker, handler.__name__):
                setattr(parser, name, handler)
        parser.CharacterDataHandler = self.text_handler()
        parser.StartDoctypeDeclHandler = self._refuse_definitions
        parser.XmlDeclHandler = self._check_encoding
        self._part, self._parser = part, parser
        self._recent, self._fed = b"", 0

    def feed(self, chunk: bytes) -> None:
        """Read on."""
        if not self._fed and (chunk[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in chunk[:4]):
            raise Refused(InputProblem.ENCODING, self.where(), "UTF-16")
        self._recent = self._recent[-_LONGEST_CHARACTER:] + chunk
        self._fed += len(chunk)
        self._parse(chunk, False)

    def finish(self) -> None:
        """Read to the end."""
        self._parse(b"", True)

    def _parse(self, chunk: bytes, is_last: bool) -> None:
        assert self._parser is not None
        try:
            self._parser.Parse(chunk, is_last)
        except expat.ExpatError as error:
            detail = f"{self._part}: {error}"
            raise Refused(self._problem(error), self.where(), detail) from error

    def _problem(self, error: expat.ExpatError) -> InputProblem:
        """Return what is wrong: a character that no XML may hold has a message of its own."""
        assert self._parser is not None
        codes = expat.errors.codes
        if error.code == codes[expat.errors.XML_ERROR_BAD_CHAR_REF]:
            return InputProblem.BAD_CHARACTER
        if error.code == codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]:
            return InputProblem.ENCODING
        if error.code == codes[expat.errors.XML_ERROR_INVALID_TOKEN]:
            offset = self._parser.ErrorByteIndex - (self._fed - len(self._recent))
            if offset >= 0 and _FORBIDDEN.match(self._recent, offset):
                return InputProblem.BAD_CHARACTER
        return InputProblem.DAMAGED

    def _refuse_definitions(self, *_: object) -> None:
        raise Refused(InputProblem.UNSAFE_XML, detail=self._part)

    def _check_encoding(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii"):
            raise Refused(InputProblem.ENCODING, self.where(), encoding)
