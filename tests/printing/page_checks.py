"""What every page must be, whatever the report, and the words on pages beside its own."""

from collections.abc import Iterator, Sequence
from functools import cache

from partners_app.domain.report import YearlyReport
from partners_app.domain.report_style import A4_LANDSCAPE, COLUMNS, CellRole, ReportStyle
from partners_app.exchange.report_template import default_template, load_template
from partners_app.printing.pages import Page, PageCell, Pages
from partners_app.printing.paginator import paginate

FONT = "Times New Roman"
ACROSS = (CellRole.HEADER, CellRole.BAND)
_NEARLY = 0.05
"""Points: what rounding may differ by."""


@cache
def style() -> ReportStyle:
    """Return the look of the template that is shipped."""
    return load_template(default_template(), font=FONT).on_paper()


def checked(report: YearlyReport, look: ReportStyle | None = None) -> Pages:
    """Divide a report into pages and check everything that holds for each report."""
    pages = paginate(report, look or style())
    for page in pages.pages:
        check_page(page, pages.style)
    assert words_on(pages) == words_of(report)
    assert bands_on(pages) == [letters(band.heading) for band in report.bands if band.heading]
    numbers = ["".join(line.text for line in page.number) for page in pages.pages]
    assert numbers == [f"стр. {number} из {len(pages)}" for number in range(1, len(pages) + 1)]
    return pages


def check_page(page: Page, look: ReportStyle) -> None:
    width, height = A4_LANDSCAPE
    margins = look.margins
    for cell in page.cells:
        assert margins.left - _NEARLY <= cell.left < cell.right <= width - margins.right + _NEARLY
        assert margins.top - _NEARLY <= cell.top < cell.bottom <= height - margins.bottom + _NEARLY
        lines_are_inside(cell, look)
    rows = [cell for cell in page.cells if cell.role is CellRole.HEADER]
    if page.cells:
        assert [cell.column for cell in rows] == list(range(COLUMNS)), "each page has the heads"
        assert max(cell.bottom for cell in rows) <= min(
            [cell.top for cell in page.cells if cell.role is not CellRole.HEADER],
            default=height,
        ), "the heads stand on top"
    for number, one in enumerate(page.cells):
        for other in page.cells[number + 1 :]:
            assert not _overlap(one, other), (one, other)
    assert not page.cells or _covered(page), "the table has no hole"


def lines_are_inside(cell: PageCell, look: ReportStyle) -> None:
    size = look.texts[cell.role].size
    bases = [line.base for line in cell.lines]
    assert bases == sorted(bases)
    for line in cell.lines:
        assert cell.left < line.left + _NEARLY
        assert line.left + line.width < cell.right + _NEARLY
        assert cell.top < line.base - size * 0.7
        assert line.base < cell.bottom


def _overlap(one: PageCell, other: PageCell) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > _NEARLY and down > _NEARLY


def _covered(page: Page) -> bool:
    left, right = (
        min(cell.left for cell in page.cells),
        max(cell.right for cell in page.cells),
    )
    top, bottom = (
        min(cell.top for cell in page.cells),
        max(cell.bottom for cell in page.cells),
    )
    area = sum(cell.width * cell.height for cell in page.cells)
    return abs(area - (right - left) * (bottom - top)) < 1.0


def letters(text: str) -> str:
    """Return a text without its white space: where a line breaks, there is none."""
    return "".join(text.split())


def text_of(cell: PageCell) -> str:
    return " ".join(line.text for line in cell.lines)


def cells(pages: Pages, *roles: CellRole) -> list[PageCell]:
    return [cell for page in pages.pages for cell in page.cells if cell.role in roles]


def bands_on(pages: Pages) -> list[str]:
    """Return the headings of the bands, without those said once more."""
    found = [letters(text_of(cell)) for cell in cells(pages, CellRole.BAND) if not cell.repeated]
    return [text for text in found if text]


def words_on(pages: Pages) -> list[str]:
    """Return the letters of title and columns as they stand on the pages, each said once."""
    title = letters("".join(line.text for page in pages.pages for line in page.title))
    columns = ["" for _ in range(COLUMNS)]
    for page in pages.pages:
        for cell in page.cells:
            if cell.role not in ACROSS and not cell.repeated:
                columns[cell.column] += letters(text_of(cell))
    return [title, *columns]


def words_of(report: YearlyReport) -> list[str]:
    """Return the same of a report itself."""
    return [letters("".join(report.title_lines)), *map(letters, _columns(report))]


def _columns(report: YearlyReport) -> Iterator[str]:
    blocks = report.blocks
    yield "".join(country.name for country in report.countries)
    yield "".join(block.name for block in blocks)
    papers = [paper for block in blocks for paper in block.documents]
    yield "".join(paper.title for paper in papers)
    yield "".join(paper.dates for paper in papers)
    yield "".join(event.text for block in blocks for event in block.events)


def texts(pages: Sequence[Page], role: CellRole) -> list[str]:
    return [text_of(cell) for page in pages for cell in page.cells if cell.role is role]
