"""Is this file safe, and of a kind that is read? Told by its contents, never by its name.

``read_limited`` runs in the program itself, ``examine`` in the reading process.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from partners_app.domain.errors import (
    FileEmpty,
    FileFailed,
    FileIsFolder,
    InputBroken,
    from_os_error,
)
from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import MOST_BYTES
from partners_app.exchange.office_zip import OfficeZip, Walker
from partners_app.exchange.ole_directory import OLE_BEGINNING, names_at_root
from partners_app.exchange.table_refusal import Refused

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_TEMPORARY_NAMES = ("~$", ".~lock.")
_BEGINNING = 4096
_HTML = re.compile(rb"<(!doctype html|html|head|body|table|meta)\b|^mime-version:", re.IGNORECASE)
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

_OPEN_XML = "application/vnd.openxmlformats-officedocument."
_CONTENT_TYPES = "[Content_Types].xml"
_WORKBOOK_TYPES = (
    f"{_OPEN_XML}spreadsheetml.sheet.main+xml",
    f"{_OPEN_XML}spreadsheetml.template.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "application/vnd.ms-excel.template.macroEnabled.main+xml",
)
_WORD_TYPE = f"{_OPEN_XML}wordprocessingml.document.main+xml"
_OTHER_TYPES = {
    f"{_OPEN_XML}wordprocessingml.template.main+xml": ".dotx",
    "application/vnd.ms-word.document.macroEnabled.main+xml": ".docm",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": ".dotm",
    f"{_OPEN_XML}presentationml.presentation.main+xml": ".pptx",
    f"{_OPEN_XML}presentationml.slideshow.main+xml": ".ppsx",
}
_BINARY_WORKBOOK_TYPE = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_ODF = "application/vnd.oasis.opendocument."
_ODF_OTHERS = {"text": ".odt", "presentation": ".odp", "graphics": ".odg", "chart": ".odc"}
_PLACES_OF_THE_MAIN_PART = ("xl/workbook.xml", "word/document.xml", "xl/workbook.bin")


class FileKind(StrEnum):
    """The kinds that are read, each by the ending of its names."""

    XLSX = ".xlsx"
    XLS = ".xls"
    ODS = ".ods"
    DOCX = ".docx"

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that files of this kind have."""
        return (".xlsx", ".xlsm", ".xltx", ".xltm") if self is FileKind.XLSX else (self.value,)


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that is safe to read on: its kind, and its archive where it is one."""

    kind: FileKind
    archive: OfficeZip | None = None


def read_limited(path: Path) -> bytes:
    """Return the bytes of a file that may hold tables.

    Raises FileMissing, FileIsFolder, FileEmpty, FileDenied, FileBusy, FileInCloud, PathTooLong or
    FileFailed for the file itself, InputBroken where it is too big or Excel's own temporary file.
    """
    try:
        if path.is_dir():
            raise FileIsFolder(path)
        if path.exists() and not path.is_file():
            raise FileFailed(path, "not a regular file")
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise from_os_error(path, error) from error
    except ValueError as error:  # a NUL in the name
        raise FileFailed(path, str(error)) from error
    if path.name.startswith(_TEMPORARY_NAMES) and not data.startswith((_ZIP, OLE_BEGINNING)):
        raise InputBroken(path, InputProblem.TEMPORARY_FILE)
    if not data:
        raise FileEmpty(path)
    if len(data) > MOST_BYTES:
        raise InputBroken(path, InputProblem.TOO_BIG, "", f"{MOST_BYTES // 1_000_000} MB")
    return data


def examine(data: bytes) -> Examined:
    """Tell the kind of a file by its contents; Refused where it is unsafe or of another kind."""
    if data.startswith(OLE_BEGINNING):
        return Examined(_kind_of_ole(data))
    if not data.startswith(_ZIP):
        raise Refused(_what_else(data))
    archive = OfficeZip(data)
    return Examined(_kind_of_archive(archive), archive)


def _kind_of_ole(data: bytes) -> FileKind:
    names = names_at_root(data)
    if "EncryptedPackage" in names:
        raise Refused(InputProblem.PASSWORD)
    if "WordDocument" in names:
        raise Refused(InputProblem.OLD_WORD_FILE)
    if names.isdisjoint({"Workbook", "WORKBOOK", "Book", "BOOK"}):
        raise Refused(InputProblem.NOT_A_TABLE_FILE)
    return FileKind.XLS


def _what_else(data: bytes) -> InputProblem:
    if data.startswith(_EMPTY_ZIP):
        return InputProblem.ARCHIVE
    if data.startswith(_UTF16_MARKS):
        return InputProblem.TEXT_FILE
    beginning = data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _NOT_TEXT.search(beginning):
        return InputProblem.NOT_A_TABLE_FILE
    if _HTML.search(beginning):
        return InputProblem.WEB_PAGE
    return InputProblem.XML_FILE if beginning.startswith(b"<") else InputProblem.TEXT_FILE


def _kind_of_archive(archive: OfficeZip) -> FileKind:
    if archive.has("mimetype"):
        return _kind_of_open_document(archive)
    if not archive.has(_CONTENT_TYPES):
        office = any(archive.has(name) for name in _PLACES_OF_THE_MAIN_PART)
        detail = f"{_CONTENT_TYPES} is missing"
        raise Refused(InputProblem.DAMAGED if office else InputProblem.ARCHIVE, detail=detail)
    types = _ContentTypes()
    archive.walk(_CONTENT_TYPES, types)
    if not types.found.isdisjoint(_WORKBOOK_TYPES):
        return FileKind.XLSX
    if _WORD_TYPE in types.found:
        return FileKind.DOCX
    if _BINARY_WORKBOOK_TYPE in types.found or archive.has("xl/workbook.bin"):
        raise Refused(InputProblem.BINARY_WORKBOOK)
    for kind, ending in _OTHER_TYPES.items():
        if kind in types.found:
            raise Refused(InputProblem.OTHER_OFFICE_FILE, detail=ending)
    raise Refused(InputProblem.DAMAGED, detail=f"{_CONTENT_TYPES} names no workbook")


def _kind_of_open_document(archive: OfficeZip) -> FileKind:
    stated = archive.bytes_of("mimetype")[:100].decode("ascii", "replace").strip()
    if not stated.startswith(_ODF):
        raise Refused(InputProblem.ARCHIVE, detail=stated)
    kind = stated.removeprefix(_ODF).removesuffix("-template")
    if kind != "spreadsheet":
        raise Refused(InputProblem.OTHER_OFFICE_FILE, detail=_ODF_OTHERS.get(kind, kind))
    manifest = _Manifest()
    archive.walk("META-INF/manifest.xml", manifest)
    if manifest.is_encrypted:
        raise Refused(InputProblem.PASSWORD)
    return FileKind.ODS


class _ContentTypes(Walker):
    """The kinds of parts that an archive of Open XML names."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.found.add(attributes.get("ContentType", ""))


class _Manifest(Walker):
    """Whether parts of an OpenDocument are encrypted."""

    def __init__(self) -> None:
        super().__init__()
        self.is_encrypted = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name.endswith(" encryption-data"):
            self.is_encrypted = True
