"""The look of the yearly table, read from a template workbook that an office may restyle."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Fill, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.views import Selection
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from partners_app import paths
from partners_app.domain.errors import ReportImpossible, from_os_error
from partners_app.domain.report_style import (
    COLUMNS,
    CellRole,
    Margins,
    ReportStyle,
    Side,
    TextStyle,
)
from partners_app.exchange.atomic_file import atomic_write
from partners_app.exchange.cell_colors import rgb_of, theme_palette
from partners_app.exchange.character_widths import font_widths
from partners_app.exchange.row_heights import TextFit

_POINTS_PER_PIXEL = 0.75
# Excel leaves two pixels on either side of a text, and one for the line between columns.
_COLUMN_PADDING_PIXELS = 5
_SPACES_OF_INDENT = 3
_DEFAULT_WIDTH = 8.43
_NARROWEST_POINTS = 12.0
_DEFAULT_SIZE = 11.0
_POINTS_PER_INCH = 72.0
# What the program itself prints: beyond them a page would not hold its own heads.
_SIZES_ON_PAPER = (4.0, 24.0)
_NARROWEST_ON_PAPER = 36.0


@dataclass(frozen=True, slots=True)
class CellLook:
    """How one kind of cell is formatted."""

    font: Font
    fill: Fill
    border: Border
    alignment: Alignment
    number_format: str

    def apply(self, cell: Cell) -> None:
        """Format a cell this way."""
        cell.font = self.font
        cell.fill = self.fill
        cell.border = self.border
        cell.alignment = self.alignment
        cell.number_format = self.number_format

    def on_paper(self, palette: tuple[str, ...]) -> TextStyle:
        """Return the same for a page that the program paints itself."""
        font, sides = self.font, {side.value: side for side in Side}
        filled = isinstance(self.fill, PatternFill) and self.fill.fill_type == "solid"
        smallest, largest = _SIZES_ON_PAPER
        return TextStyle(
            font.name or "",
            min(max(_size(font), smallest), largest),
            bold=bool(font.bold),
            italic=bool(font.italic),
            side=sides.get(self.alignment.horizontal or "", Side.LEFT),
            color=rgb_of(font.color, palette),
            fill=rgb_of(cast(PatternFill, self.fill).fgColor, palette) if filled else "",
        )


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """An open template: its sheet, emptied, and what was learnt from it.

    ``widths`` are those of the five columns, ``indent`` that of one step of indentation, and
    ``unit`` what the widths of columns are counted in, in points. ``palette`` holds the colours of
    the theme.
    """

    workbook: Workbook
    sheet: Worksheet
    looks: dict[CellRole, CellLook]
    widths: tuple[float, ...]
    indent: float
    unit: float
    palette: tuple[str, ...]

    def fit(self, role: CellRole, first: int, last: int) -> TextFit:
        """Return how texts of a kind fit a cell over columns ``first`` to ``last`` (from 1)."""
        font = self.looks[role].font
        padding = _COLUMN_PADDING_PIXELS * _POINTS_PER_PIXEL
        padding += self.looks[role].alignment.indent * self.indent
        return TextFit(
            font_widths(font.name or ""),
            bool(font.bold),
            _size(font),
            max(sum(self.widths[first - 1 : last]) - padding, _NARROWEST_POINTS),
        )

    def on_paper(self) -> ReportStyle:
        """Return the look of the table for pages that the program paints itself."""
        inches = self.sheet.page_margins
        texts = {role: look.on_paper(self.palette) for role, look in self.looks.items()}
        event = texts[CellRole.EVENT]
        footer = self.sheet.oddFooter.center if self.sheet.oddFooter is not None else None
        side = self.looks[CellRole.EVENT].border.left
        size = float(footer.size) if footer is not None and footer.size else event.size
        return ReportStyle(
            texts,
            TextStyle(event.family, size, side=Side.CENTER),
            tuple(max(width, _NARROWEST_ON_PAPER) for width in self.widths),
            Margins(
                left=float(inches.left) * _POINTS_PER_INCH,
                top=float(inches.top) * _POINTS_PER_INCH,
                right=float(inches.right) * _POINTS_PER_INCH,
                bottom=float(inches.bottom) * _POINTS_PER_INCH,
                foot=float(inches.footer) * _POINTS_PER_INCH,
            ),
            rgb_of(side.color, self.palette) if side is not None else "",
        )

    def saved(self, target: Path) -> bytes:
        """Return the bytes of the workbook as it is now, which are meant for a file.

        In memory, and with an archive that is closed whatever happens: one that was cut off by a
        full disk complains when nobody can do anything about it any more. Raises the FileProblem
        that an error of the system stands for, said of that file: openpyxl lays each sheet down in
        the system's temporary folder, which may be full too.
        """
        self.workbook.properties.modified = datetime.now(UTC).replace(tzinfo=None)
        content = BytesIO()
        try:
            with ZipFile(content, "w", ZIP_DEFLATED) as archive:
                ExcelWriter(self.workbook, archive).save()
        except OSError as error:
            raise from_os_error(target, error) from error
        return content.getvalue()


def default_template() -> Path:
    """Return the template shipped with the program."""
    return paths.resources() / "report" / "report-template.xlsx"


def write_template_copy(target: Path) -> None:
    """Write a copy of that template; raises what `atomic_write` raises."""
    content = default_template().read_bytes()

    def write(temporary: Path) -> None:
        temporary.write_bytes(content)

    atomic_write(target, write)


def load_template(path: Path, *, font: str) -> ReportTemplate:
    """Open a template; ``font`` is the family that replaces those of the template, if any.

    Raises ReportImpossible with problem "template_missing" where no such file is, "template" for
    one that is no such workbook, and "template_cell" with the name of a cell that it lacks; and
    the FileProblem that an error of the system stands for: FileBusy while a program holds it.
    """
    own = path if path != default_template() else None
    try:
        return _load(path, font)
    except ReportImpossible as problem:
        problem.template = own
        raise
    except FileNotFoundError as error:
        raise ReportImpossible("template_missing", path.name, own) from error
    except OSError as error:
        raise from_os_error(path, error) from error
    except Exception as error:
        # openpyxl says by errors of many kinds what it misses in a damaged workbook.
        detail = f"{path.name}: {type(error).__name__}: {error}"
        raise ReportImpossible("template", detail, own) from error


def _load(path: Path, font: str) -> ReportTemplate:
    workbook = load_workbook(BytesIO(path.read_bytes()))
    workbook.template = False
    examples = {role: _example(workbook, role) for role in CellRole}
    sheet = examples[CellRole.HEADER].parent
    if not isinstance(sheet, Worksheet):
        raise ReportImpossible("template", path.name)
    looks = {role: _look(cell, font) for role, cell in examples.items()}
    # A cell that nobody has touched has the workbook's normal font, which widths are counted in.
    normal = cast(Font, sheet.cell(sheet.max_row + 1, sheet.max_column + 1).font)
    columns = [_column_width(sheet, column) for column in range(1, COLUMNS + 1)]
    widths = tuple(_points(width, normal) for width in columns)
    indent = _SPACES_OF_INDENT * font_widths(normal.name or "").width(" ") * _size(normal)
    _empty(workbook, sheet)
    set_columns(sheet, columns)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if font:
        for footer in (sheet.oddFooter, sheet.evenFooter, sheet.firstFooter):
            for side in ("left", "center", "right"):
                part = getattr(footer, side, None)
                if part is not None and part.text:
                    part.font = font
    palette = theme_palette(workbook.loaded_theme)
    return ReportTemplate(workbook, sheet, looks, widths, indent, _unit(normal), palette)


def _example(workbook: Workbook, role: CellRole) -> Cell:
    name = workbook.defined_names.get(role.value)
    places = list(name.destinations) if name is not None else []
    if len(places) == 1:
        sheet_name, place = places[0]
        if sheet_name in workbook.sheetnames:
            found = workbook[sheet_name][place.replace("$", "")]
            if isinstance(found, tuple):  # a merged cell is named as a whole
                found = found[0][0] if isinstance(found[0], tuple) else found[0]
            if isinstance(found, Cell):
                return found
    raise ReportImpossible("template_cell", role.value)


def _look(cell: Cell, family: str) -> CellLook:
    # What a cell gives are views of shared styles; the copies are Font, Fill, Border, Alignment.
    font = cast(Font, copy(cell.font))
    if family:
        # A theme's font, a character set and a font class would be stronger than the name.
        font = Font(
            name=family,
            size=font.size,
            bold=font.bold,
            italic=font.italic,
            underline=font.underline,
            strike=font.strike,
            color=font.color,
        )
    alignment = cast(Alignment, copy(cell.alignment))
    alignment.wrap_text, alignment.shrink_to_fit = True, False
    return CellLook(
        font,
        cast(Fill, copy(cell.fill)),
        cast(Border, copy(cell.border)),
        alignment,
        cell.number_format or "General",
    )


def set_columns(sheet: Worksheet, widths: Iterable[float]) -> None:
    """Give the first columns of a sheet their widths, and forget what was said of any before.

    One entry of the template may stand for several columns, as of all beside the table once a font
    was set for the whole sheet: Excel calls a workbook damaged where another names one of them.
    """
    sheet.column_dimensions.clear()
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def _column_width(sheet: Worksheet, column: int) -> float:
    """Return the width of a column, in what widths are counted in."""
    dimension = sheet.column_dimensions.get(get_column_letter(column))
    for other in sheet.column_dimensions.values():  # equal neighbours share one entry
        if other.min is not None and other.max is not None and other.min <= column <= other.max:
            dimension = other
    return _DEFAULT_WIDTH if dimension is None or not dimension.width else float(dimension.width)


def _points(width: float, normal: Font) -> float:
    """Return the width of a column in points (ECMA-376 part 1, 18.3.1.13)."""
    digit = round(_unit(normal) / _POINTS_PER_PIXEL)
    pixels = int((256 * width + int(128 / digit)) / 256 * digit)
    return pixels * _POINTS_PER_PIXEL


def _unit(normal: Font) -> float:
    """Return the points of the widest digit, in whole pixels: what widths are counted in."""
    digit = font_widths(normal.name or "").widest_digit * _size(normal) / _POINTS_PER_PIXEL
    return round(digit) * _POINTS_PER_PIXEL


def _size(font: Font) -> float:
    return float(font.size or _DEFAULT_SIZE)


def _empty(workbook: Workbook, sheet: Worksheet) -> None:
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.delete_rows(1, sheet.max_row)
    sheet.row_dimensions.clear()
    for other in list(workbook.worksheets):
        if other is not sheet:
            workbook.remove(other)
    workbook.defined_names.clear()
    # What was scrolled to and frozen in the template would hide the first rows of every report.
    view = sheet.sheet_view
    view.topLeftCell, view.pane, view.selection = None, None, [Selection()]
    sheet.sheet_state = Worksheet.SHEETSTATE_VISIBLE
    workbook.active = sheet
