"""The yearly table on pages: what stands where, and that nothing is cut, lost or said twice."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontDatabase

from partners_app import paths
from partners_app.domain.errors import ReportImpossible
from partners_app.domain.records import RegisterContent
from partners_app.domain.report import (
    ReportBand,
    ReportBlock,
    ReportCountry,
    ReportEvent,
    YearlyReport,
    build_report,
)
from partners_app.domain.report_style import A4_LANDSCAPE, CellRole, Margins, ReportStyle
from partners_app.exchange.register_json import read_register_json
from partners_app.exchange.report_texts import clean_report
from partners_app.printing.pages import Page, Pages
from partners_app.printing.paginator import paginate
from tests.exchange.report_files import block, report_of
from tests.printing.page_checks import cells, checked, letters, style, text_of, texts
from tests.register_contents import contents

pytestmark = pytest.mark.usefixtures("qapp")

SEED = paths.database_files() / "seed" / "register-2020.json"
PARAGRAPH = "встреча руководства Комитета с делегацией города по вопросам сотрудничества; "


@pytest.fixture(scope="module")
def report_2020() -> YearlyReport:
    return build_report(read_register_json(SEED, year=None).content, 2020)


@pytest.fixture(scope="module")
def pages_2020(report_2020: YearlyReport) -> Pages:
    return checked(report_2020)


# The report of 2020


def test_the_2020_report_stands_on_its_pages_whole(pages_2020: Pages) -> None:
    events = [cell for cell in cells(pages_2020, CellRole.EVENT) if cell.lines]
    assert len(events) == 130
    countries = [cell for cell in cells(pages_2020, CellRole.COUNTRY) if not cell.repeated]
    assert len(countries) == 30
    first = pages_2020.pages[0]
    assert [line.text for line in first.title] == [
        "СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА",
        "С ГОРОДАМИ – ПАРТНЕРАМИ",
    ]
    assert not any(page.title for page in pages_2020.pages[1:])
    assert pages_2020.name == "СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА С ГОРОДАМИ – ПАРТНЕРАМИ 2020"


def test_no_text_of_2020_is_cut_by_the_end_of_a_page(
    report_2020: YearlyReport, pages_2020: Pages
) -> None:
    whole = Counter(
        letters(text)
        for entry in report_2020.blocks
        for text in (
            *(event.text for event in entry.events),
            *(paper.title for paper in entry.documents),
        )
    )
    standing = Counter(
        letters(text_of(cell)) for cell in cells(pages_2020, CellRole.EVENT, CellRole.BASIS)
    )
    assert not whole - standing


def test_who_goes_on_is_said_again_on_the_next_page(pages_2020: Pages) -> None:
    heads = {CellRole.BAND: 0, CellRole.COUNTRY: 0, CellRole.PARTNER: 0}
    for before, page in zip(pages_2020.pages, pages_2020.pages[1:], strict=False):
        for role in heads:
            repeated = [cell for cell in page.cells if cell.role is role and cell.repeated]
            for cell in repeated:
                heads[role] += 1
                last = [text for text in texts([before], role) if text][-1]
                assert text_of(cell) in ("", last)
                assert cell.top == min(other.top for other in page.cells if other.role is role)
    assert min(heads.values()) > 3, "the report has such pages"
    osaka = [text for text in texts(pages_2020.pages, CellRole.PARTNER) if text == "г. Осака"]
    assert len(osaka) > 1


def test_a_page_is_used_to_its_foot_unless_the_next_row_needs_more(pages_2020: Pages) -> None:
    bottom = A4_LANDSCAPE[1] - style().margins.bottom
    for page, following in zip(pages_2020.pages, pages_2020.pages[1:], strict=False):
        free = bottom - max(cell.bottom for cell in page.cells)
        body = [cell for cell in following.cells if not cell.repeated]
        first_event = next(cell for cell in body if cell.role is CellRole.EVENT)
        papers = [cell for cell in body if cell.top == first_event.top]
        band = [cell.height for cell in body if cell.role is CellRole.BAND][:1]
        needed = max(cell.height for cell in (first_event, *papers[-3:])) + sum(band)
        assert free < needed + 1


def ends_with_a_band(page: Page) -> bool:
    lowest = max(page.cells, key=lambda cell: cell.bottom)
    return lowest.role is CellRole.BAND


def test_a_band_is_never_the_last_row_of_a_page() -> None:
    # Each report one event longer: at some length the band falls on the foot of the page.
    for count in range(20, 36):
        report = report_of(block(*(f"{day} мая – приём" for day in range(count))))
        asia = ReportBand("asia", "АЗИЯ", (ReportCountry("japan", "Япония", (block("приём"),)),))
        pages = checked(replace(report, bands=(*report.bands, asia)))
        assert not any(map(ends_with_a_band, pages.pages))


# Hard cases


def test_an_event_longer_than_a_page_goes_on_line_by_line() -> None:
    text = "1 мая – " + PARAGRAPH * 120
    pages = checked(report_of(block("приём", text, "приём", acts=(("Соглашение", "2002"),))))
    assert len(pages) >= 4
    parts = [part for part in texts(pages.pages, CellRole.EVENT) if "делегацией" in part]
    assert letters("".join(parts)) == letters(text)
    # The first page is not left empty because the event would not fit, nor the last one wasted.
    assert len(parts) == len(pages)
    assert texts(pages.pages, CellRole.COUNTRY) == ["Австрия"] * len(pages)
    assert texts(pages.pages, CellRole.PARTNER) == ["г. Грац"] * len(pages)


def test_a_document_longer_than_a_page_beside_many_events() -> None:
    title = "Соглашение " + PARAGRAPH * 60
    events = [f"{day} мая – приём делегации" for day in range(1, 30)]
    pages = checked(report_of(block(*events, acts=((title, "16.06.2011"),))))
    assert letters("".join(texts(pages.pages, CellRole.BASIS))) == letters(title)


def test_three_hundred_events_under_one_partner() -> None:
    pages = checked(report_of(block(*(f"{day} – {PARAGRAPH}" for day in range(300)))))
    assert len(cells(pages, CellRole.EVENT)) == 300
    for page in pages.pages:
        assert texts([page], CellRole.PARTNER) == ["г. Грац"]
        assert texts([page], CellRole.BAND) == ["ЕВРОПА"]


def test_twelve_documents_and_no_event() -> None:
    acts = tuple((f"Соглашение № {number} о {PARAGRAPH}", "2002") for number in range(12))
    pages = checked(report_of(block(acts=acts)))
    assert len(cells(pages, CellRole.BASIS)) == 12


def test_events_of_a_whole_country_leave_the_middle_columns_empty() -> None:
    whole = ReportBlock(None, "", (), (ReportEvent("e", "3 мая – визит"),))
    pages = checked(report_of(whole, block("4 мая – визит", acts=(("Соглашение", "2002"),))))
    merged = cells(pages, CellRole.PARTNER)[0]
    assert (merged.column, merged.lines) == (1, ())
    assert merged.right == cells(pages, CellRole.DATE)[0].right


@pytest.mark.parametrize("name", ["Ж" * 200, "Очень длинное имя города " * 8])
def test_names_of_two_hundred_letters(name: str) -> None:
    events = [f"{day} мая – {PARAGRAPH}" for day in range(60)]
    report = report_of(
        block(*events, name=name, acts=((name, name),)), country=name, heading=name.upper()
    )
    pages = checked(replace(report, title_lines=(name, name)))
    assert len(pages) > 1


def test_names_longer_than_a_page_come_to_an_end() -> None:
    name = PARAGRAPH * 80
    report = report_of(block(name, name=name, acts=((name, name),)), country=name, heading=name)
    checked(replace(report, title_lines=(name,)))


def test_forty_bands() -> None:
    country = ReportCountry("country", "Австрия", (block("приём"),))
    bands = tuple(ReportBand(str(n), f"РАЗДЕЛ {n}", (country,)) for n in range(40))
    pages = checked(replace(report_of(), bands=bands))
    assert not any(map(ends_with_a_band, pages.pages))


def test_no_events_at_all(report_2020: YearlyReport) -> None:
    countries = [
        tuple(
            replace(country, blocks=tuple(replace(entry, events=()) for entry in country.blocks))
            for country in band.countries
        )
        for band in report_2020.bands
    ]
    bands = tuple(
        replace(band, countries=listed)
        for band, listed in zip(report_2020.bands, countries, strict=True)
    )
    checked(replace(report_2020, bands=bands))


def test_a_report_of_nothing_is_a_page_with_title_and_heads() -> None:
    pages = checked(replace(report_of(), bands=()))
    assert len(pages) == 1
    assert len(pages.pages[0].cells) == 5


# Any report, any look


@given(contents())
@settings(max_examples=60)
def test_every_word_of_any_report_is_printed_once(content: RegisterContent) -> None:
    report, _ = clean_report(build_report(content, 2020))
    checked(report)


@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=1, max_size=12),
    st.floats(6, 24),
)
@settings(max_examples=40)
def test_texts_of_any_length_in_letters_of_any_size(
    lengths: list[tuple[int, int]], size: float
) -> None:
    look = style()
    letters_of_size = {role: replace(text, size=size) for role, text in look.texts.items()}
    letters_of_size[CellRole.HEADER] = look.texts[CellRole.HEADER]
    blocks = [
        block(
            *(f"{PARAGRAPH * 12}"[:event] for _ in range(3)),
            name=f"Город {number}",
            acts=(((PARAGRAPH * 12)[:act], "2002"),),
        )
        for number, (event, act) in enumerate(lengths)
    ]
    checked(report_of(*blocks), replace(look, texts=letters_of_size))


def wide_margins(look: ReportStyle) -> ReportStyle:
    return replace(look, margins=Margins(70, 250, 30, 250, 20))


def huge_heads(look: ReportStyle) -> ReportStyle:
    header = replace(look.texts[CellRole.HEADER], size=90.0)
    return replace(look, texts={**look.texts, CellRole.HEADER: header})


@pytest.mark.parametrize("change", [wide_margins, huge_heads])
def test_a_look_that_leaves_no_room_is_refused(
    change: Callable[[ReportStyle], ReportStyle],
) -> None:
    with pytest.raises(ReportImpossible) as caught:
        paginate(report_of(block("приём")), change(style()))
    assert caught.value.problem == "room"


def test_without_any_font_nothing_is_printed_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda: [])
    with pytest.raises(ReportImpossible) as caught:
        paginate(report_of(block("приём")), style())
    assert caught.value.problem == "fonts"
