"""Pages painted: the same letters on a picture and in a PDF, on sheets of any size."""

import re

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from partners_app.domain.report_style import A4_LANDSCAPE
from partners_app.printing import painting
from partners_app.printing.pages import PageCell, Pages
from partners_app.printing.paginator import paginate
from partners_app.printing.pdf import pages_pdf
from tests.exchange.report_files import block, report_of
from tests.printing.page_checks import style

pytestmark = pytest.mark.usefixtures("qapp")

SCALE = 2.0


@pytest.fixture
def pages() -> Pages:
    events = [f"{day} мая – приём делегации города Граца" for day in range(40)]
    return paginate(report_of(block(*events, acts=(("Соглашение", "2002"),))), style())


def picture(pages: Pages, number: int) -> QImage:
    width, height = A4_LANDSCAPE
    image = QImage(int(width * SCALE), int(height * SCALE), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painting.paint_page(painter, pages, number, SCALE)
    painter.end()
    return image


def has_ink(image: QImage, left: float, top: float, width: float, height: float) -> bool:
    part = image.copy(*(int(length * SCALE) for length in (left, top, width, height)))
    white = QImage(part.size(), part.format())
    white.fill(Qt.GlobalColor.white)
    return part != white


def test_every_line_is_painted_where_it_was_laid_out(pages: Pages) -> None:
    for number, page in enumerate(pages.pages):
        image = picture(pages, number)
        placed = [*page.title, *page.number, *(line for cell in page.cells for line in cell.lines)]
        for line in placed:
            assert has_ink(image, line.left, line.base - 7, line.width, 7), line.text
        for cell in page.cells:
            assert not has_ink(image, *inside_below_text(cell)), "nothing else is in a cell"


def inside_below_text(cell: PageCell) -> tuple[float, float, float, float]:
    top = max((line.base + 4 for line in cell.lines), default=cell.top + 1.5)
    return cell.left + 1.5, top, cell.width - 3, max(cell.bottom - top - 1.5, 0.5)


def test_the_margins_stay_white(pages: Pages) -> None:
    width, height = A4_LANDSCAPE
    image, margins = picture(pages, 0), style().margins
    assert not has_ink(image, 0, 0, margins.left - 1, height)
    assert not has_ink(image, 0, 0, width, margins.top - 2)
    assert not has_ink(image, width - margins.right + 2, 0, margins.right - 3, height)


def test_the_pdf_has_the_pages_a_title_and_its_fonts_inside(pages: Pages) -> None:
    content = pages_pdf(pages)
    assert len(pages) > 1
    assert re.findall(rb"/Count (\d+)", content) == [b"%d" % len(pages)]
    assert content.count(b"/MediaBox [0 0 842.000000 595.000000]") == len(pages)
    assert "СОТРУДНИЧЕСТВО С ГОРОДАМИ 2020".encode("utf-16-be") in unescaped(content)
    assert b"/FontFile" in content
    # What lets a reader select, copy and search the text.
    assert b"/ToUnicode" in content


def unescaped(content: bytes) -> bytes:
    """Return the file with the escapes of its texts taken away."""
    return re.sub(rb"\\([()\\])", rb"\1", content)


def test_a_sheet_of_another_size_gets_the_whole_page(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[tuple[int, QRectF]] = []

    def note_where(painter: QPainter, _pages: Pages, number: int, scale: float) -> None:
        width, height = A4_LANDSCAPE
        page = painter.transform().mapRect(QRectF(0, 0, width * scale, height * scale))
        painted.append((number, page))

    monkeypatch.setattr(painting, "paint_page", note_where)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(144)
    a5 = QPageSize(QPageSize.PageSizeId.A5)
    writer.setPageLayout(QPageLayout(a5, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    assert painting.paint_pages(pages, [1, 0], writer)
    sheet = QRectF(writer.pageLayout().fullRectPixels(144))
    assert [number for number, _ in painted] == [1, 0]
    for _, page in painted:
        assert sheet.adjusted(-1, -1, 1, 1).contains(page)
        assert page.width() == pytest.approx(sheet.width(), abs=1)
        assert page.center().y() == pytest.approx(sheet.center().y(), abs=1)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_device_that_refuses_is_told_of(pages: Pages) -> None:
    assert not painting.paint_pages(pages, [0], QPdfWriter("/nowhere/at/all.pdf"))
