"""The parts of an .xlsx that say what its sheets are: workbook, relations, styles, shared texts."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import MOST_CHARACTERS
from partners_app.exchange.cell_address import has_text, unescaped
from partners_app.exchange.office_zip import OfficeZip, Walker
from partners_app.exchange.table_refusal import Refused, place_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
"""The namespace of what Excel writes as «Excel Workbook», with the blank of ``Walker``'s names."""
STRICT = "http://purl.oclc.org/ooxml/"
"""How the namespaces of «Strict Open XML» begin, of which the reader sees nothing."""

_TEXT, _ITEM, _READING = f"{MAIN}t", f"{MAIN}si", f"{MAIN}rPh"
_RELATION_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_YES = ("1", "true")
# ECMA-376 part 1, 18.8.30: what the numbers of formats mean that no file describes.
_BUILT_IN_DATES = frozenset([*range(14, 18), 22, *range(27, 37), *range(50, 59)])
_NOT_OF_THE_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DAY_OR_YEAR = re.compile("[dy]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet and the part that holds it."""

    name: str
    part: str


@dataclass(slots=True)
class SharedTexts:
    """The texts that cells name by number: which are empty, too long or unreadable."""

    count: int = 0
    empty: set[int] = field(default_factory=set)
    too_long: dict[int, int] = field(default_factory=dict)
    broken: Refused | None = None
    """Why the text after the last one cannot be read; the cell that names it has the place."""


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """What is known of a workbook before its sheets are read."""

    sheets: tuple[SheetPart, ...]
    from_1904: bool
    has_macros: bool
    has_links: bool
    """Formulas may take values from other files."""
    date_styles: frozenset[int]
    texts: SharedTexts


def read_parts(archive: OfficeZip) -> WorkbookParts:
    """Return what the parts say; Refused where the workbook has no sheet with cells."""
    main = _Relations.of(archive, "").first("/officeDocument") or "xl/workbook.xml"
    relations = _Relations.of(archive, main)
    workbook = _Workbook()
    archive.walk(main, workbook)
    styles = _Styles()
    style_part = relations.first("/styles")
    if style_part and archive.has(style_part):
        archive.walk(style_part, styles)
    text_part = relations.first("/sharedStrings")
    names = [name.lower() for name in archive.names]
    return WorkbookParts(
        _sheets(archive, workbook, relations),
        workbook.from_1904,
        any(name.endswith("/vbaproject.bin") for name in names),
        any(name.startswith("xl/externallinks/") for name in names),
        styles.dates(),
        _shared_texts(archive, text_part) if text_part else SharedTexts(),
    )


def _sheets(
    archive: OfficeZip, workbook: "_Workbook", relations: "_Relations"
) -> tuple[SheetPart, ...]:
    found = []
    names: set[str] = set()
    for name, relation in workbook.sheets:
        if name.casefold() in names:
            raise Refused(InputProblem.SHEETS_OF_ONE_NAME, place_of(name), name)
        names.add(name.casefold())
        kind, part = relations.targets.get(relation, ("", ""))
        if kind and not kind.endswith("/worksheet"):
            continue  # a chart on a sheet of its own, or a dialog of a macro
        if not part or not archive.has(part):
            raise Refused(InputProblem.SHEET_UNREADABLE, place_of(name), name)
        found.append(SheetPart(name, part))
    if not found:
        raise Refused(InputProblem.NO_TABLE)
    return tuple(found)


def _shared_texts(archive: OfficeZip, part: str) -> SharedTexts:
    if not archive.has(part):
        return SharedTexts()
    walker = _SharedTexts()
    try:
        archive.walk(part, walker)
    except Refused as refused:
        if refused.problem is not InputProblem.BAD_CHARACTER:
            raise
        walker.found.broken = refused
    return walker.found


class _Relations(Walker):
    """Where the relations of a part lead: kind and part by id; outside the file to no part."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.targets: dict[str, tuple[str, str]] = {}

    @classmethod
    def of(cls, archive: OfficeZip, part: str) -> "_Relations":
        folder, name = posixpath.split(part)
        walker = cls(folder)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if archive.has(relations):
            archive.walk(relations, walker)
        return walker

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not name.endswith(" Relationship"):
            return
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        if attributes.get("TargetMode") == "External":
            part = ""
        elif target.startswith("/"):
            part = target.lstrip("/")
        else:
            part = posixpath.normpath(posixpath.join(self._folder, target))
        self.targets[attributes.get("Id", "")] = kind, part

    def first(self, ending: str) -> str:
        """Return the part of the first relation of a kind, '' where there is none."""
        found = (part for kind, part in self.targets.values() if kind.endswith(ending))
        return next(found, "")


class _Workbook(Walker):
    """The sheets in order, by name and id of their relation, and the day that dates begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[tuple[str, str]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name.startswith(STRICT):
            raise Refused(InputProblem.STRICT_OPEN_XML)
        if name == f"{MAIN}sheet":
            self.sheets.append((attributes.get("name", ""), attributes.get(_RELATION_ID, "")))
        elif name == f"{MAIN}workbookPr":
            self.from_1904 = attributes.get("date1904") in _YES


class _Styles(Walker):
    """Which styles of cells show a day; one that shows a time of day alone is none of them."""

    def __init__(self) -> None:
        super().__init__()
        self._formats: dict[str, str] = {}
        self._of_cells: list[str] = []
        self._in_cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{MAIN}numFmt":
            self._formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == f"{MAIN}cellXfs":
            self._in_cells = True
        elif self._in_cells and name == f"{MAIN}xf":
            self._of_cells.append(attributes.get("numFmtId", ""))

    def end(self, name: str) -> None:
        if name == f"{MAIN}cellXfs":
            self._in_cells = False

    def dates(self) -> frozenset[int]:
        """Return the numbers of the styles that show a day."""
        return frozenset(
            number for number, form in enumerate(self._of_cells) if self._shows_a_day(form)
        )

    def _shows_a_day(self, form: str) -> bool:
        if form in self._formats:
            return bool(_DAY_OR_YEAR.search(_NOT_OF_THE_FORMAT.sub("", self._formats[form])))
        return form.isdecimal() and int(form) in _BUILT_IN_DATES


class _SharedTexts(Walker):
    """Every shared text, one after the other; of phonetic readings nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.found = SharedTexts()
        self._text = ""
        self._in_reading = False
        self._pieces: list[str] = []

    def text_handler(self) -> Callable[[str], object]:
        return self._pieces.append

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _TEXT:
            self._pieces.clear()
        elif name == _ITEM:
            self._text = ""
        elif name == _READING:
            self._in_reading = True

    def end(self, name: str) -> None:
        if name == _TEXT:
            if not self._in_reading:
                self._text += "".join(self._pieces)
        elif name == _READING:
            self._in_reading = False
        elif name == _ITEM:
            text = unescaped(self._text)
            if not has_text(text):
                self.found.empty.add(self.found.count)
            elif len(text) > MOST_CHARACTERS:
                self.found.too_long[self.found.count] = len(text)
            self.found.count += 1
