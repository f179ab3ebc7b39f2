"""How the yearly table looks on paper: fonts, widths and margins, in points."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

COLUMNS = 5
"""The columns of the table that are seen."""

A4_LANDSCAPE = (842.0, 595.0)
"""Width and height of the page in whole points, as a PDF counts them."""

A4_PORTRAIT = (595.0, 842.0)
"""The same page upright."""


class CellRole(StrEnum):
    """The kinds of cells; the value is the name of its example in the template."""

    TITLE = "report_title"
    HEADER = "report_header"
    BAND = "report_band"
    COUNTRY = "report_country"
    PARTNER = "report_partner"
    BASIS = "report_basis"
    DATE = "report_date"
    EVENT = "report_event"


class Side(StrEnum):
    """On which side of its cell a text stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The letters of one kind of cell; colours are ``#rrggbb``, "" for black and for no fill."""

    family: str
    size: float
    bold: bool = False
    italic: bool = False
    side: Side = Side.LEFT
    color: str = ""
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Margins:
    """What stays empty around the table; ``foot`` is where the page number stands, from below."""

    left: float
    top: float
    right: float
    bottom: float
    foot: float


@dataclass(frozen=True, slots=True)
class ReportStyle:
    """The look of a whole table or sheet, and the width and height of its page in points.

    Of the ``widths`` of the columns only the proportions count.
    """

    texts: Mapping[CellRole, TextStyle]
    page_number: TextStyle
    widths: tuple[float, ...]
    margins: Margins
    line_color: str = ""
    page: tuple[float, float] = A4_LANDSCAPE


PAGE_NUMBER, PAGE_COUNT = "стр. ", " из "
"""What stands before the number of a page, and before how many there are."""


def page_number_text(number: int, count: int) -> str:
    """Return what stands at the foot of a page."""
    return f"{PAGE_NUMBER}{number}{PAGE_COUNT}{count}"
