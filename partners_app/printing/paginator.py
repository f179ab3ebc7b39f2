"""Divides the yearly table, and other measured tables, into pages.

A page ends between two rows, where every text that has begun is complete: so neither a row nor the
text of a merged cell is cut. Only what is longer than a page goes on on the next, line by line.
Each page begins with the heads of the columns, the band, and the country and partner that go on.
"""

from dataclasses import dataclass

from PySide6.QtGui import QFontDatabase

from partners_app.domain.abandoning import stop_if_unwanted
from partners_app.domain.errors import ReportImpossible
from partners_app.domain.report import YearlyReport
from partners_app.domain.report_style import CellRole, ReportStyle, page_number_text
from partners_app.domain.sheet import Sheet
from partners_app.printing.pages import (
    Page,
    PageCell,
    Pages,
    PlacedLine,
    placed,
    placed_in_cell,
)
from partners_app.printing.table import (
    PADDING_Y,
    Table,
    TableCell,
    height_of,
    measured_sheet,
    measured_table,
)
from partners_app.printing.text_lines import TextLine, break_lines, line_height

_UNDER_TITLE = 6.0
"""Points between the title and the table."""

_LEAST_LINES = 3
"""How many lines of a text longer than a page begin it at the foot of one."""

_LEAST_ROOM = 1 / 3
_HIGHEST_HEADS = 1 / 2
_HIGHEST_REPEATED_HEAD = 1 / 4
"""Shares of a page: what margins must leave of it, heads may take, a repeated head may take."""

_ABOVE_NUMBER = 4.0
"""Points at least between the table and the page number."""

_MIDDLE = frozenset([CellRole.HEADER, CellRole.BAND])


def paginate(report: YearlyReport, style: ReportStyle) -> Pages:
    """Divide a report into pages; a QGuiApplication must exist.

    Raises ReportImpossible for a look whose margins and heads leave no room on a page, and where
    there is no font at all: Qt would leave out every letter without a word.
    """
    _refuse_without_room(style)
    return _divided(report.whole_title, measured_table(report, style), style)


def paginate_sheet(sheet: Sheet, style: ReportStyle) -> Pages:
    """Divide a sheet into pages of the style's size, whatever its widths; raises the same."""
    _refuse_without_room(style)
    return _divided(sheet.name, measured_sheet(sheet, style), style)


def _refuse_without_room(style: ReportStyle) -> None:
    if not QFontDatabase.families():
        raise ReportImpossible("fonts")
    margins, (width, height) = style.margins, style.page
    if (
        width - margins.left - margins.right < width * _LEAST_ROOM
        or height - margins.top - margins.bottom < height * _LEAST_ROOM
    ):
        raise ReportImpossible("room")


def _divided(name: str, table: Table, style: ReportStyle) -> Pages:
    pages = _Paginator(table, style).pages()
    count = len(pages)
    numbered = (
        Page(page.title, page.cells, _number(page_number_text(number, count), style))
        for number, page in enumerate(pages, start=1)
    )
    return Pages(name, style, tuple(numbered))


def _number(text: str, style: ReportStyle) -> tuple[PlacedLine, ...]:
    width, height = style.page
    left, right = style.margins.left, width - style.margins.right
    top = height - style.margins.foot - line_height(style.page_number)
    lines = break_lines(text, style.page_number, right - left)
    return placed(lines, style.page_number, left, right, top)


@dataclass(frozen=True, slots=True)
class _Flow:
    """A cell on a page: the lines it still has to show, and where it begins there."""

    cell: TableCell
    lines: tuple[TextLine, ...]
    top: float
    row: int
    repeated: bool = False

    @property
    def end(self) -> float:
        """Where it ends when all of its lines are shown."""
        return self.top + height_of(self.lines)

    def lines_above(self, bottom: float) -> int:
        """Return how many of its lines end above a height; all of them where there is room."""
        below, count = self.top + PADDING_Y, 0
        for line in self.lines:
            below += line.height
            # What was added up in another order may differ in the last digit.
            if below > bottom - PADDING_Y + 1e-6:
                break
            count += 1
        return count


@dataclass(frozen=True, slots=True)
class _Break:
    """Where a page ends: after a row or, ``cut``, inside it; ``tops`` of the rows on it."""

    row: int
    bottom: float
    cut: bool
    tops: dict[int, float]
    flows: list[_Flow]


class _Paginator:
    def __init__(self, table: Table, style: ReportStyle) -> None:
        self.table = table
        self.style = style
        _, height = style.page
        self.left, self.right = table.edges[0], table.edges[-1]
        number = style.margins.foot + line_height(style.page_number) + _ABOVE_NUMBER
        self.top, self.bottom = style.margins.top, height - max(style.margins.bottom, number)
        self.heads = max((cell.need for cell in table.header), default=0.0)
        if self.heads > (self.bottom - self.top) * _HIGHEST_HEADS:
            raise ReportImpossible("room")
        self.done: list[Page] = []
        self.title: tuple[PlacedLine, ...] = ()

    def pages(self) -> list[Page]:
        top = self._place_title()
        row, begun, going = 0, False, list[_Flow]()
        while row < len(self.table.rows):
            stop_if_unwanted()
            first = top + self.heads + self._repeated_height(row)
            going = [_Flow(flow.cell, flow.lines, first, row, flow.repeated) for flow in going]
            found = self._fill(row, first, going, begun=begun, fresh=top == self.top)
            if found is None:
                self._end_page([])
            else:
                self._end_page([*self._heads(row, top), *self._cells(found)])
                row, begun = found.row + (not found.cut), found.cut
                going = self._going_on(found)
            top = self.top
        if not self.table.rows:
            self._end_page(self._heads(None, top))
        return self.done

    def _end_page(self, cells: list[PageCell]) -> None:
        self.done.append(Page(self.title, tuple(cells), ()))
        self.title = ()

    # Title and heads

    def _place_title(self) -> float:
        """Place the title, over more than one page if need be; return where the table begins."""
        style, top = self.style.texts[CellRole.TITLE], self.top
        for line in self.table.title:
            if top + line.height > self.bottom:
                self._end_page([])
                top = self.top
            self.title += placed((line,), style, self.left, self.right, top)
            top += line.height
        if not self.title:
            return self.top
        top += _UNDER_TITLE
        if top + self.heads > self.bottom:
            self._end_page([])
            return self.top
        return top

    def _heads(self, row: int | None, top: float) -> list[PageCell]:
        """Return the heads of the columns, and the rows that are heads of that row."""
        cells = [self._cell(cell, cell.lines, top, top + self.heads) for cell in self.table.header]
        top += self.heads
        for head in self._repeated(row) if row is not None else ():
            height = self._head_height(head)
            cells += [
                self._cell(cell, cell.lines, top, top + height, repeated=True)
                for cell in self.table.rows[head]
            ]
            top += height
        return cells

    def _repeated(self, row: int) -> list[int]:
        """Return the heads over a page that begins with a row; it may be one itself."""
        heads = self.table.heads[row]
        return [head for head in heads if head != row and self._head_height(head)]

    def _repeated_height(self, row: int) -> float:
        return sum(self._head_height(head) for head in self._repeated(row))

    def _head_height(self, head: int) -> float:
        """Return the height of a head that is repeated and kept with what follows, else 0."""
        need = max(cell.need for cell in self.table.rows[head])
        return need if need <= (self.bottom - self.top) * _HIGHEST_REPEATED_HEAD else 0.0

    # Rows

    def _is_long(self, lines: tuple[TextLine, ...], row: int) -> bool:
        """Tell whether lines do not fit even a page that they begin."""
        heads = sum(map(self._head_height, self.table.heads[row]))
        return height_of(lines) > self.bottom - self.top - self.heads - heads

    def _fill(
        self, row: int, top: float, going: list[_Flow], *, begun: bool, fresh: bool
    ) -> _Break | None:
        """Find the last place where a page may end that begins with a row; None: not here.

        ``begun``: the row has begun on the page before. ``fresh``: nothing stands above the heads.
        """
        flows, tops, closed = list(going), {row: top}, dict[int, float]()
        number = row
        while number < len(self.table.rows):
            top = tops[number]
            if number > row or not begun:
                flows += [_Flow(cell, cell.lines, top, number) for cell in self.table.rows[number]]
            active = [flow for flow in flows if flow.cell.last >= number]
            ends = [flow.end for flow in active if flow.cell.last == number]
            tops[number + 1] = max(top + self.table.lowest, *ends)
            waiting = [
                flow.end
                for flow in active
                if flow.cell.last > number and not self._is_long(flow.lines, number)
            ]
            closed[number] = max(tops[number + 1], *waiting, top)
            if closed[number] > self.bottom:
                return self._break_before(number, row, tops, closed, flows, fresh=fresh)
            number += 1
        return _Break(number - 1, closed[number - 1], False, tops, flows)

    def _break_before(
        self,
        number: int,
        row: int,
        tops: dict[int, float],
        closed: dict[int, float],
        flows: list[_Flow],
        *,
        fresh: bool,
    ) -> _Break | None:
        """Return the break that keeps a row, which does not fit, as whole as it can be."""
        cut = _Break(number, self.bottom, True, tops, flows)
        if self._may_be_cut(number, flows):
            return cut
        last = number - 1
        while last >= row and last in self.table.heads[last] and self._head_height(last):
            last -= 1  # a band does not stay alone at the foot
        if last >= row:
            return _Break(last, closed[last], False, tops, flows)
        return cut if fresh else None

    def _may_be_cut(self, number: int, flows: list[_Flow]) -> bool:
        """Tell whether a row is longer than a page, and enough of it would stand here."""
        active = [flow for flow in flows if flow.cell.last >= number]
        long = [flow for flow in active if self._is_long(flow.lines, number)]
        others = [flow for flow in active if flow not in long]
        return (
            any(flow.cell.last == number for flow in long)
            and all(flow.lines_above(self.bottom) >= _LEAST_LINES for flow in long)
            and all(flow.end <= self.bottom for flow in others)
        )

    def _shown(self, found: _Break) -> list[tuple[_Flow, float, int]]:
        """Return what stands on a page, where it ends there, and how many of its lines."""
        shown = []
        for flow in found.flows:
            if flow.row <= found.row:
                ends = flow.cell.last < found.row
                bottom = found.tops[flow.cell.last + 1] if ends else found.bottom
                shown.append((flow, bottom, flow.lines_above(bottom)))
        return shown

    def _cells(self, found: _Break) -> list[PageCell]:
        return [
            self._cell(flow.cell, flow.lines[:count], flow.top, bottom, repeated=flow.repeated)
            for flow, bottom, count in self._shown(found)
        ]

    def _going_on(self, found: _Break) -> list[_Flow]:
        """Return the cells that go on on the next page, with what they show there."""
        going = []
        for flow, _, count in self._shown(found):
            if flow.cell.last > found.row or (found.cut and flow.cell.last == found.row):
                left, repeated = flow.lines[count:], False
                if not left and flow.cell.is_head:
                    repeated = not self._is_long(flow.cell.lines, flow.cell.first)
                    left = flow.cell.lines if repeated else ()
                going.append(_Flow(flow.cell, left, flow.top, flow.row, repeated))
        return going

    def _cell(
        self,
        cell: TableCell,
        lines: tuple[TextLine, ...],
        top: float,
        bottom: float,
        *,
        repeated: bool = False,
    ) -> PageCell:
        left = self.table.edges[cell.column]
        right = self.table.edges[cell.column + cell.columns]
        return PageCell(
            cell.role,
            cell.column,
            left,
            top,
            right - left,
            bottom - top,
            placed_in_cell(
                lines,
                self.style.texts[cell.role],
                left,
                right,
                top,
                bottom,
                centred=cell.role in _MIDDLE,
            ),
            repeated,
            cell.boxed,
        )
