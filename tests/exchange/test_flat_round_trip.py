"""Whatever the order of the columns and the words of their heads, the records are those written."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.column_mapping import TableField, TableSubject
from partners_app.domain.findings import FindingCode
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.exchange.flat_cells import cell_text
from partners_app.exchange.flat_heads import PHRASES
from partners_app.exchange.grid import CellValue, ErrorCell
from tests.exchange.flat_grids import columns_of, grid_of, places_of, read, told

_FIELDS = (
    TableField.COUNTRY,
    TableField.PARTNER,
    TableField.REPORT_YEAR,
    TableField.EVENT_DATE,
    TableField.EVENT_TEXT,
    TableField.EVENT_KIND,
    TableField.EVENT_FORMAT,
    TableField.PARTICIPANTS,
    TableField.EVENT_RESPONSIBLE,
    TableField.SOURCE,
    TableField.EVENT_REMARK,
    TableField.PRINTED,
)
_HEADS: Mapping[TableField, list[str]] = {
    field: [phrase for phrase, meaning in PHRASES if meaning.get(TableSubject.EVENTS) is field]
    for field in _FIELDS
}
_KINDS = {EventKind.VISIT: "визит", EventKind.FORUM: "Forum", EventKind.TALKS: "переговоры"}
_FORMATS = {EventFormat.IN_PERSON: "очно", EventFormat.VIDEO: "ВКС", EventFormat.MIXED: "hybrid"}

_words = st.text("абвгдежзиклмнопрстуф", min_size=3, max_size=9).filter(
    lambda word: word not in ("итого", "всего")
)
_texts = st.lists(_words, min_size=1, max_size=4).map(" ".join)
_events = st.lists(
    st.fixed_dictionaries(
        {
            TableField.COUNTRY: st.sampled_from(["Италия", "Китай", "Республика Корея"]),
            TableField.PARTNER: st.sampled_from([None, "г. Милан", "провинция Сычуань", "Пусан"]),
            TableField.REPORT_YEAR: st.integers(2000, 2030),
            TableField.EVENT_DATE: st.sampled_from(
                [None, "3 сентября", "20-22 февраля", "В течение года", "1.2.2020", "когда-нибудь"]
            ),
            TableField.EVENT_TEXT: _texts,
            TableField.EVENT_KIND: st.sampled_from([None, *_KINDS]),
            TableField.EVENT_FORMAT: st.sampled_from([None, *_FORMATS]),
            TableField.PARTICIPANTS: st.none() | _texts,
            TableField.EVENT_RESPONSIBLE: st.none() | _texts,
            TableField.SOURCE: st.none() | _texts,
            TableField.EVENT_REMARK: st.none() | _texts,
            TableField.PRINTED: st.booleans(),
        }
    ),
    min_size=1,
    max_size=6,
)


def _cell(field: TableField, value: Any) -> CellValue | None:
    if field is TableField.EVENT_KIND and value is not None:
        return _KINDS[value]
    if field is TableField.EVENT_FORMAT and value is not None:
        return _FORMATS[value]
    if field is TableField.PRINTED:
        return "да" if value else "нет"
    return None if value is None else str(value)


@given(data=st.data(), events=_events, order=st.permutations(_FIELDS))
def test_what_was_written_is_read(
    data: st.DataObject, events: list[dict[TableField, Any]], order: list[TableField]
) -> None:
    heads = [data.draw(st.sampled_from(_HEADS[field])) for field in order]
    case = data.draw(st.sampled_from([str.upper, str.lower, str.title]))
    rows = [[_cell(field, event[field]) for field in order] for event in events]
    grid = grid_of([[], [case(head) for head in heads], *rows])
    assert list(columns_of(grid).fields.values()) == list(order)
    incoming = read(grid, year=None)
    assert not incoming.refused
    found = sorted(incoming.content.events, key=lambda event: incoming.places[event.uuid].row)
    places = [places_of(incoming.content, event).partition(" · ") for event in found]
    told = [
        {
            TableField.COUNTRY: country,
            TableField.PARTNER: partner or None,
            TableField.REPORT_YEAR: event.report_year,
            TableField.EVENT_DATE: event.date.text or None,
            TableField.EVENT_TEXT: event.text,
            TableField.EVENT_KIND: event.kind,
            TableField.EVENT_FORMAT: event.format,
            TableField.PARTICIPANTS: event.participants or None,
            TableField.EVENT_RESPONSIBLE: event.responsible or None,
            TableField.SOURCE: event.source or None,
            TableField.EVENT_REMARK: event.remark or None,
            TableField.PRINTED: event.printed,
        }
        for event, (country, _, partner) in zip(found, places, strict=True)
    ]
    assert told == events


_anything = st.one_of(
    st.none(),
    st.text(min_size=1, max_size=12),
    st.sampled_from(
        ["Италия", "Итого", "02/03/2020", "3 мая – визит\n5 мая – форум", "–", "1e999"]
    ),
    st.integers(-5, 50_000),
    st.floats(allow_nan=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.sampled_from([ErrorCell(""), ErrorCell("#REF!")]),
)


@given(
    rows=st.lists(st.lists(_anything, min_size=7, max_size=7), max_size=8),
    year=st.sampled_from([None, 2020]),
)
def test_no_row_with_an_event_is_lost_silently(
    rows: list[list[CellValue | None]], year: int | None
) -> None:
    head: list[CellValue | None] = [
        *("Страна", "Город", "Начало", "Окончание", "Мероприятие", "Формат", "Год")
    ]
    grid = grid_of([head, *rows])
    incoming = read(grid, year=year)
    listed = {incoming.places[event.uuid].row for event in incoming.content.events}
    listed |= {refused.place.row for refused in incoming.refused}
    skipped = told(incoming, FindingCode.ROW_NOT_A_RECORD)
    listed |= {int(finding.values["place"].partition("!A")[2]) for finding in skipped}
    written = {row for (row, column), value in grid.cells.items() if row > 1 and column == 5}
    silent = {row for row in written - listed if cell_text(grid.cells[row, 5]).strip(" –-—\n")}
    assert not silent
    assert {country.uuid for country in incoming.content.countries} <= incoming.stated.keys()
