"""The data workbook: every record in a sheet of its kind, to be edited and taken in again.

``data_layout`` says what stands where, ``data_workbook_reading`` is the way back.
"""

import tempfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import xlsxwriter
from xlsxwriter.color import Color
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import CellStringTuple, Worksheet

from partners_app.domain.errors import FileFailed
from partners_app.domain.incoming import Origin
from partners_app.domain.records import RegisterContent
from partners_app.exchange import data_layout as layout
from partners_app.exchange.atomic_file import atomic_write
from partners_app.exchange.cell_text import (
    FORMULA_STARTS,
    LONGEST_CELL,
    clean_text,
    escape_text,
    fit_text,
    is_clean,
)
from partners_app.exchange.data_labels import Labels, labelled
from partners_app.exchange.data_layout import DataColumn, DataSheet, Form
from partners_app.exchange.data_origin import (
    DATA_SHEET,
    blank_row,
    head_rows,
    inexact_row,
    labelled_row,
)
from partners_app.exchange.data_values import CellGetters
from partners_app.exchange.grid import column_letters
from partners_app.exchange.russian_words import NO, WORDS, YES

_LANDSCAPE_A4 = 9
_CHUNK = 1 << 20
_LINE_HEIGHT, _HEAD_HEIGHT, _HIGHEST_ROW = 15, 32, 405
"""Points, for the normal font of an office program."""

_LETTERS_OF_WIDTH = 1.0
"""Letters of a wrapped line for each character of a column's width."""

_WIDEST_PAGE = 300
"""Columns wider together would be too small to read if they were printed on one page."""


@dataclass(frozen=True, slots=True)
class WrittenWorkbook:
    """How many records were written, and what no workbook can hold of them.

    ``replaced_characters`` are U+FFFD in the file, ``cut_texts`` end there with «…»; reading the
    file again leaves both as the register has them.
    """

    records: int
    replaced_characters: int
    cut_texts: int


def write_data_workbook(
    content: RegisterContent,
    target: Path,
    *,
    origin: Origin,
    year: int | None,
) -> WrittenWorkbook:
    """Write a content as a data workbook; ``year`` is that of its events, None for all.

    ``origin`` says which register it is of, and which state of that.

    The file is opened again and its cells are counted before it takes the target's place. Raises
    what ``atomic_write`` raises.
    """
    writing: _Writing | None = None

    def write(temporary: Path) -> None:
        nonlocal writing
        # XlsxWriter keeps each sheet in a file until the end; a failure must not leave them behind.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            writing = _Writing(temporary, folder, content)
            try:
                writing.all(head_rows(origin, year, content.title))
            finally:
                writing.close_sheets()

    def verify(temporary: Path) -> None:
        if writing is not None:
            _verify(temporary, writing.counts)

    atomic_write(target, write, verify=verify)
    assert writing is not None
    return WrittenWorkbook(writing.records, writing.replaced, writing.cut)


class _TextSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter says nothing of its types
    """A sheet of clean texts, whose rows begin as high as they are and go on growing with them.

    XlsxWriter calls every height that it is given one of the user's, which office programs keep;
    and it looks long at a text, which with it may be of any kind: «<r>…</r>» would be marked-up
    letters. ``height`` is that of the row written last, in points.
    """

    height = _LINE_HEIGHT

    def _write_row(self, row: int, *_: object, **__: object) -> None:
        self._xml_start_tag_unencoded("row", [("r", row + 1), ("ht", self.height)])

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        if not isinstance(cell, CellStringTuple):
            super()._write_cell(row, col, cell)
            return
        look = cell.format or self.col_info[col].column_format
        text = escape_text(cell.string) if "_x" in cell.string else cell.string
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        self.fh.write(
            f'<c r="{column_letters(col + 1)}{row + 1}" s="{look._get_xf_index()}" t="inlineStr">'
            f'<is><t xml:space="preserve">{text}</t></is></c>'
        )


class _Writing:
    """One workbook while it is written; ``counts`` are the rows and cells of each sheet."""

    def __init__(self, path: Path, folder: str, content: RegisterContent) -> None:
        self._workbook = xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": folder})
        self._content = content
        self._labels = Labels(content)
        self._labelled = list(labelled(content, self._labels))
        self._getters = CellGetters(content, self._labels)
        self._notes: list[tuple[str, ...]] = []
        self.counts: list[tuple[int, int]] = []
        self.records = self.replaced = self.cut = 0
        base = {"valign": "top", "num_format": "@"}
        add = self._workbook.add_format
        self._head = add(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "bottom": 1,
                "bg_color": Color.theme(0, 1),
            }
        )
        self._text = add({**base, "text_wrap": True})
        # What Excel marks with an apostrophe: it stays a text when it is edited.
        self._like_formula = add({**base, "text_wrap": True, "quote_prefix": True})
        self._centred = add({**base, "align": "center"})
        self._number = add({**base, "num_format": "0", "align": "center"})
        self._degrees = add({**base, "num_format": "General"})
        # LibreOffice puts the text of a hidden column into a PDF.
        self._id = add({"num_format": ";;;"})

    def all(self, heads: Sequence[tuple[str, ...]]) -> None:
        """Write all sheets and the file; raises OSError."""
        content = self._content
        self._first_label_row = len(heads)
        for sheet, records in (
            (layout.REGIONS, content.regions),
            (layout.COUNTRIES, content.countries),
            (layout.PARTNERS, content.partners),
            (layout.AGREEMENTS, content.agreements),
            (layout.EVENTS, content.events),
        ):
            self._sheets(sheet, records)
        self._data_sheet(heads)
        try:
            self._workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error

    def close_sheets(self) -> None:
        """Let go of the files of sheets that a failure left open."""
        for sheet in self._workbook.worksheets():
            if not sheet.row_data_fh.closed:
                sheet.row_data_fh.close()

    def _sheets(self, sheet: DataSheet, records: Sequence[Any]) -> None:
        """Write the records of one table, into more than one sheet where one is too short."""
        rest = iter(records)
        name, number = sheet.name, 1
        batch: Iterable[Any] = islice(rest, layout.MOST_ROWS - 1)
        while True:
            written = self._sheet(sheet, name, batch)
            self.records += written
            following = next(rest, None)
            if following is None:
                return
            number += 1
            name = f"{sheet.name} {number}"
            batch = _chained(following, islice(rest, layout.MOST_ROWS - 2))

    def _sheet(self, sheet: DataSheet, name: str, records: Iterable[Any]) -> int:
        target = self._workbook.add_worksheet(name, worksheet_class=_TextSheet)
        target.height = _HEAD_HEIGHT
        for place, column in enumerate(sheet.columns):
            is_hidden = column.form is Form.HIDDEN
            options = {"hidden": True} if is_hidden else {}
            target.set_column(place, place, column.width, self._format(column), options)
            target.write_string(0, place, column.head, self._head)
        rows, cells = self._rows(target, sheet, records)
        # Hidden columns too: what the filter's menu sorts are the columns of its range.
        target.autofilter(0, 0, rows, len(sheet.columns) - 1)
        target.set_landscape()
        target.set_paper(_LANDSCAPE_A4)
        is_wide = sum(column.width for column in sheet.visible) > _WIDEST_PAGE
        target.freeze_panes(1, int(is_wide))
        if not is_wide:
            target.fit_to_pages(1, 0)
        target.repeat_rows(0)
        target.print_area(0, 0, rows, len(sheet.visible) - 1)
        for place, column in enumerate(sheet.columns):
            rule = self._validation(sheet, column)
            if rule:
                target.data_validation(1, place, layout.MOST_ROWS - 1, place, rule)
        if sheet is layout.EVENTS and name == sheet.name:
            target.activate()
        self.counts.append((rows + 1, cells + len(sheet.columns)))
        return rows

    def _format(self, column: DataColumn) -> Any:
        if column.form is Form.HIDDEN:
            return self._id
        if column.form in (Form.YEAR, Form.COUNT):
            return self._number
        if column.form is Form.YES_NO:
            return self._centred
        return self._degrees if column.form is Form.DEGREES else self._text

    def _rows(self, target: Worksheet, sheet: DataSheet, records: Iterable[Any]) -> tuple[int, int]:
        """Write the records and return how many they are and how many cells they took."""
        getters = [
            (place, column.field, self._getters.of(sheet, column), _letters(column))
            for place, column in enumerate(sheet.columns)
        ]
        visible = len(sheet.visible)
        number = cells = 0
        write_string, write_number = target.write_string, target.write_number
        inexact = self._getters.inexact_fields
        for number, record in enumerate(records, start=1):
            shown, lines = 0, 1
            for place, field_name, value_of, letters in getters:
                value = value_of(record)
                if value is None or value == "":
                    continue
                cells += 1
                if place < visible:
                    shown += 1
                if not isinstance(value, str):
                    write_number(number, place, value)
                    continue
                if len(value) > LONGEST_CELL // 2 or not is_clean(value):
                    value = self._fitted(record.uuid, field_name, value)
                if len(value) > letters or "\n" in value:
                    lines = max(lines, _line_count(value, letters))
                look = self._like_formula if value.startswith(FORMULA_STARTS) else None
                write_string(number, place, value, look)
            target.height = min(lines * _LINE_HEIGHT, _HIGHEST_ROW)
            for field_name, cell in inexact(sheet, record):
                held = fit_text(clean_text(cell)[0]) if isinstance(cell, str) else cell
                self._notes.append(inexact_row(record.uuid, field_name, held, cut=False))
            if not shown:
                self._notes.append(blank_row(record.uuid))
        return number, cells

    def _fitted(self, uuid: str, field_name: str, text: str) -> str:
        """Return the text as a cell can hold it; where it then says less, this is noted."""
        clean, replaced = clean_text(text)
        fitting = fit_text(clean)
        is_cut = fitting != clean
        self.replaced += replaced
        self.cut += is_cut
        if fitting != text:
            lossy = is_cut or replaced > 0
            self._notes.append(inexact_row(uuid, field_name, fitting, cut=lossy))
        return fitting

    def _validation(self, sheet: DataSheet, column: DataColumn) -> dict[str, Any] | None:
        """Return what a cell of the column offers, and what it says when it is chosen."""
        if column.form is Form.YES_NO:
            return _choice([YES, NO])
        if column.choices is not None:
            return _choice(list(WORDS[column.choices].values()))
        if column.form is Form.PARENT:
            found = [place for place, it in enumerate(self._labelled) if it.table == sheet.parent]
            if found:
                first, last = (self._first_label_row + 1 + found[end] for end in (0, -1))
                # New names must be possible too: they may stand in the sheet above.
                source = f"={DATA_SHEET}!$D${first}:$D${last}"
                return {"validate": "list", "source": source, "show_error": False}
        if column.hint:
            return {"validate": "any", "input_title": column.head, "input_message": column.hint}
        return None

    def _data_sheet(self, heads: Sequence[tuple[str, ...]]) -> None:
        target = self._workbook.add_worksheet(DATA_SHEET, worksheet_class=_TextSheet)
        target.set_column(0, 3, 24, self._id)
        rows = [*heads, *map(labelled_row, self._labelled), *self._notes]
        cells = 0
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if value and is_clean(value):
                    target.write_string(number, place, value)
                    cells += 1
        target.hide()
        self.counts.append((len(rows), cells))


def _letters(column: DataColumn) -> int:
    """Return how many letters stand in one line of a column; hidden ones never wrap."""
    return LONGEST_CELL if column.form is Form.HIDDEN else int(column.width * _LETTERS_OF_WIDTH)


def _line_count(text: str, letters: int) -> int:
    """Return about how many lines a text takes."""
    return sum(1 + max(len(line) - 1, 0) // letters for line in text.split("\n"))


def _choice(words: list[str]) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": words,
        "error_title": "Нет в списке",
        "error_message": "Выберите значение из списка: другое не будет принято.",
    }


def _chained(first: Any, rest: Iterable[Any]) -> Iterable[Any]:
    yield first
    yield from rest


def _verify(path: Path, counts: Sequence[tuple[int, int]]) -> None:
    """Open a written workbook again; FileFailed unless each sheet has its rows and cells."""
    try:
        with ZipFile(path) as archive:
            for number, expected in enumerate(counts, start=1):
                found = _counted(archive, f"xl/worksheets/sheet{number}.xml")
                if found != expected:
                    raise FileFailed(path, f"verify: sheet {number}: {found} of {expected}")
    except (BadZipFile, KeyError, EOFError, zlib.error) as error:
        raise FileFailed(path, f"verify: {error}") from error


def _counted(archive: ZipFile, name: str) -> tuple[int, int]:
    """Count the rows and cells of a sheet; a «<» in a text stands there as «&lt;»."""
    marks = (b"<row ", b"<c ")
    found = [0, 0]
    with archive.open(name) as sheet:
        tail = b""
        while chunk := sheet.read(_CHUNK):
            data = tail + chunk
            for place, mark in enumerate(marks):
                found[place] += data.count(mark) - tail.count(mark)
            tail = data[-len(marks[0]) + 1 :]
    return found[0], found[1]
