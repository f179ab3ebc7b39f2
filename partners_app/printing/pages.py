"""Pages as they are painted: where each cell, line and letter stands, in points from the corner."""

from dataclasses import dataclass

from partners_app.domain.report_style import CellRole, ReportStyle, Side, TextStyle
from partners_app.printing.table import PADDING_X, PADDING_Y
from partners_app.printing.text_lines import TextLine


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line of a text: the left end of its base line, and how far it reaches."""

    text: str
    left: float
    base: float
    width: float


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell, or the part of one that stands on a page.

    ``repeated``: its text is said once more, for the reader of this page alone. ``boxed``: lines
    stand around it.
    """

    role: CellRole
    column: int
    left: float
    top: float
    width: float
    height: float
    lines: tuple[PlacedLine, ...]
    repeated: bool = False
    boxed: bool = True

    @property
    def bottom(self) -> float:
        """Where the cell ends."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """Where the cell ends at the right."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the title stands on the first alone."""

    title: tuple[PlacedLine, ...]
    cells: tuple[PageCell, ...]
    number: tuple[PlacedLine, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """A report divided into pages; ``name`` is its title in one line."""

    name: str
    style: ReportStyle
    pages: tuple[Page, ...]

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self.pages)


def placed(
    lines: tuple[TextLine, ...], style: TextStyle, left: float, right: float, top: float
) -> tuple[PlacedLine, ...]:
    """Put lines under each other, on that side of the room that the style names."""
    found = []
    for line in lines:
        free = max(right - left - line.width, 0.0)
        shift = {Side.LEFT: 0.0, Side.CENTER: free / 2, Side.RIGHT: free}[style.side]
        found.append(PlacedLine(line.text, left + shift, top + line.ascent, line.width))
        top += line.height
    return tuple(found)


def placed_in_cell(
    lines: tuple[TextLine, ...],
    style: TextStyle,
    left: float,
    right: float,
    top: float,
    bottom: float,
    *,
    centred: bool,
) -> tuple[PlacedLine, ...]:
    """Put lines into a cell: at its top, or in the middle of its height."""
    free = bottom - top - 2 * PADDING_Y - sum(line.height for line in lines)
    down = max(free, 0.0) / 2 if centred else 0.0
    return placed(lines, style, left + PADDING_X, right - PADDING_X, top + PADDING_Y + down)
