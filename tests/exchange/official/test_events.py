"""The events of a table: in a cell of many lines, in a row each, in lines without a date."""

from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.findings import FindingCode
from tests.exchange.official.readings import codes, lines, read
from tests.exchange.official.tables import document

EVENTS = [
    (event["date_text"], event["text"])
    for region in document()["regions"]
    for country in region["countries"]
    for partner in country["partners"]
    for event in partner["events"]
]


def _city(*cells: str | None) -> list[tuple[str | None, ...]]:
    first, *rest = cells
    rows: list[tuple[str | None, ...]] = [("Япония", "г. Осака", "Соглашение", "1979 г.", first)]
    return rows + [(None, None, None, None, cell) for cell in rest]


def test_dated_lines_of_one_cell_are_events() -> None:
    cell = "30 января – встреча.\n20-22 февраля - визит делегации.\nВ течение года – обмен опытом."
    assert lines(read(_city(cell))) == [
        ("30 января", "встреча."),
        ("20-22 февраля", "визит делегации."),
        ("В течение года", "обмен опытом."),
    ]


def test_a_row_each_gives_the_same_events() -> None:
    incoming = read(_city("30 января – встреча.", "5 мая – визит.", "6 мая – приём."))
    assert [text for _, text in lines(incoming)] == ["встреча.", "визит.", "приём."]
    assert codes(incoming) == []


def test_a_line_without_a_date_below_an_event_belongs_to_it() -> None:
    incoming = read(_city("30 января – встреча", "с мэром города.", "5 мая – визит."))
    assert lines(incoming) == [("30 января", "встреча с мэром города."), ("5 мая", "визит.")]
    assert FindingCode.LINES_JOINED in codes(incoming)


def test_a_first_line_without_a_date_is_an_event_that_has_none() -> None:
    incoming = read(_city("Переписка о выставке."))
    assert lines(incoming) == [("", "Переписка о выставке.")]
    assert codes(incoming) == [FindingCode.EVENT_WITHOUT_DATE]


def test_a_bullet_is_left_out_and_told() -> None:
    incoming = read(_city("•1-4 марта – визит."))
    assert lines(incoming) == [("1-4 марта", "визит.")]
    assert codes(incoming) == [FindingCode.SIGN_LEFT_OUT]


@given(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=8), st.booleans())
def test_no_word_of_the_document_is_lost_however_the_events_are_spread(
    events: list[tuple[str, str]], in_one_cell: bool
) -> None:
    texts = [f"{date} – {text}" for date, text in events]
    incoming = read(_city("\n".join(texts)) if in_one_cell else _city(*texts))
    assert lines(incoming) == events
