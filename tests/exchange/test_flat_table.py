"""Tables that committees send: what a clerk gets out of them."""

from dataclasses import replace
from datetime import date

import pytest

from partners_app.domain.column_mapping import TableField, TableSubject
from partners_app.domain.findings import FindingCode, Severity
from partners_app.domain.incoming import Layout, SourcePlace
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.exchange.flat_columns import columns_at
from partners_app.exchange.flat_table import year_of_table
from partners_app.exchange.grid import CellValue
from tests.exchange.flat_grids import (
    Rows,
    Values,
    event_rows,
    grid_of,
    places_of,
    read,
    table,
    told,
)

HEAD: Values = ["Страна", "Город", "Дата", "Мероприятие"]
VISIT: Values = ["Италия", "г. Милан", "3 сентября", "Визит делегации"]


def test_a_committees_sheet_with_its_columns_in_another_order() -> None:
    columns: dict[str, list[CellValue | None]] = {
        "№ п/п": [1, 2],
        "Наименование мероприятия": ["Дни Петербурга в Турине", "Вебинар музеев"],
        "Сроки проведения": ["20-22 февраля", "В течение года"],
        "Форма проведения": ["очно", "ВКС"],
        "Вид мероприятия": ["дни города", "семинар"],
        "Участники": ["Иванов, Петров", None],
        "Город-партнёр": ["г. Турин", "Турин"],
        "Страна": ["Италия", "ИТАЛИЯ"],
        "Ответственный": ["Сидорова", None],
    }
    incoming = read(grid_of([["Мероприятия Комитета по культуре"], [], *table(columns)]))
    assert (incoming.layout, incoming.year, incoming.origin) == (Layout.FLAT, 2020, None)
    assert event_rows(incoming) == [
        ("Италия · г. Турин", "20-22 февраля", "Дни Петербурга в Турине"),
        ("Италия · г. Турин", "В течение года", "Вебинар музеев"),
    ]
    first, second = incoming.content.events
    assert first.date.edtf == "2020-02-20/2020-02-22"
    assert (first.kind, first.format) == (EventKind.CITY_DAYS, EventFormat.IN_PERSON)
    assert (second.kind, second.format) == (EventKind.SEMINAR, EventFormat.VIDEO)
    assert (first.participants, first.responsible) == ("Иванов, Петров", "Сидорова")
    assert not incoming.refused
    assert not incoming.findings


def test_what_a_row_states_are_its_cells_that_are_not_empty() -> None:
    incoming = read(grid_of([[*HEAD, "Формат", "Источник"], [*VISIT, None, "–"]]))
    event = incoming.content.events[0]
    assert incoming.stated[event.uuid] == {"report_year", "date_text", "text"}
    assert incoming.places[event.uuid] == SourcePlace("Лист1", 2, 4)
    partner, country = incoming.content.partners[0], incoming.content.countries[0]
    assert incoming.stated[partner.uuid] == incoming.stated[country.uuid] == {"name"}
    assert incoming.places[partner.uuid] == SourcePlace("Лист1", 2, 2)
    region = incoming.content.regions[0]
    assert (region.name, incoming.stated[region.uuid]) == ("", frozenset())
    ids = [event.id, event.links[0].id, partner.id, country.id, region.id]
    assert max(ids) < 0
    assert not incoming.named


def test_english_heads_and_words() -> None:
    columns: dict[str, list[CellValue | None]] = {
        "Year": [2020],
        "Country": ["Italy"],
        "City": ["Milan"],
        "Start date": [date(2020, 2, 20)],
        "End date": [date(2020, 2, 22)],
        "Event": ["Visit"],
        "Event type": ["visit"],
        "Format": ["in person"],
        "Printed": ["no"],
        "Notes": ["by train"],
    }
    incoming = read(grid_of(table(columns)), year=None)
    event = incoming.content.events[0]
    assert event.date.text == "20.02.2020 – 22.02.2020"
    assert event.date.edtf == "2020-02-20/2020-02-22"
    assert (event.kind, event.format) == (EventKind.VISIT, EventFormat.IN_PERSON)
    assert (event.printed, event.remark, event.report_year) == (False, "by train", 2020)
    assert {"printed", "remark", "kind"} < incoming.stated[event.uuid]


@pytest.mark.parametrize(
    ("start", "end", "wording"),
    [
        ("20 февраля", "2 марта", "20 февраля – 2 марта"),
        ("29 декабря", "4 января", "29 декабря – 4 января"),
        ("3 сентября", "3 сентября", "3 сентября"),
        ("3 сентября", None, "3 сентября"),
        (date(2020, 9, 3), "5 сентября 2020 г.", "03.09.2020 – 05.09.2020"),
        ("март", "май", "март – май"),
    ],
)
def test_beginning_and_end_make_one_date(
    start: str | date, end: str | date | None, wording: str
) -> None:
    incoming = read(
        grid_of([["Страна", "Начало", "Окончание", "Мероприятие"], ["Италия", start, end, "Визит"]])
    )
    event = incoming.content.events[0]
    assert event.date.text == wording
    assert event.date.readable
    assert not incoming.findings


def test_an_end_before_its_beginning_is_kept_and_told() -> None:
    incoming = read(
        grid_of(
            [
                ["Страна", "Начало", "Окончание", "Мероприятие"],
                ["Италия", date(2020, 3, 2), date(2020, 3, 1), "Визит"],
            ]
        )
    )
    assert incoming.content.events[0].date.text == "02.03.2020 – 01.03.2020"
    finding = told(incoming, FindingCode.UNREADABLE_DATE)[0]
    assert (finding.values["reason"], finding.values["place"]) == ("reversed", "Лист1!D2")


def test_the_report_year_is_the_rows_else_the_callers_else_the_titles_else_the_dates() -> None:
    rows: Rows = [["Страна", "Год", "Дата", "Мероприятие"], ["Италия", 2019, "12.03.2021", "Визит"]]
    without: Rows = [["Страна", "Дата", "Мероприятие"], ["Италия", "12.03.2021", "Визит"]]
    titled: Rows = [["Сведения о мероприятиях за 2018 год"], *without]

    def years(rows: Rows, year: int | None) -> list[int]:
        return [event.report_year for event in read(grid_of(rows), year=year).content.events]

    assert years(rows, 2020) == [2019]
    assert years(without, 2020) == [2020]
    assert years(titled, 2020) == [2020]
    assert years(titled, None) == [2018]
    assert years(without, None) == [2021]


def test_a_year_that_only_the_date_tells_is_not_stated() -> None:
    incoming = read(
        grid_of([["Страна", "Дата", "Мероприятие"], ["Италия", "12.03.2021", "Визит"]]), year=None
    )
    assert incoming.stated[incoming.content.events[0].uuid] == {"date_text", "text"}


def test_titles_that_name_two_years_or_a_day_tell_no_year() -> None:
    for title in (
        "Мероприятия за 2019 год и за 2020 год",
        "Сведения на 01.02.2021",
        "Связи городов 2021 года",
    ):
        grid = grid_of([[title], HEAD, VISIT])
        assert year_of_table(grid, columns_at(grid, 2)) is None
    grid = grid_of([["Страна", "Основные мероприятия в 2020 году", "Смета за 2019 год"]])
    assert year_of_table(grid, columns_at(grid, 1)) == 2020


def test_a_date_of_another_year_is_told() -> None:
    incoming = read(grid_of([HEAD, ["Италия", "Милан", "12.03.2019", "Визит"]]))
    assert told(incoming, FindingCode.OUTSIDE_YEAR)[0].values["year"] == "2020"


def test_a_merged_country_is_that_of_all_its_rows() -> None:
    incoming = read(
        grid_of(
            [
                HEAD,
                ["Италия", "г. Милан", "1 мая", "Визит"],
                [None, "г. Турин", "2 мая", "Форум"],
                [None, None, "3 мая", "Приём"],
            ],
            merged=["A2:A4"],
        )
    )
    assert event_rows(incoming) == [
        ("Италия", "3 мая", "Приём"),
        ("Италия · г. Милан", "1 мая", "Визит"),
        ("Италия · г. Турин", "2 мая", "Форум"),
    ]
    finding = told(incoming, FindingCode.COLUMN_FILLED_DOWN)[0]
    assert (finding.values["text"], finding.values["other"]) == ("Страна", "2")


def test_an_event_merged_over_two_partners_is_one_event() -> None:
    incoming = read(
        grid_of(
            [
                HEAD,
                ["Япония", "г. Осака", "2 октября", "Форум"],
                ["Япония", "Хоккайдо", None, None],
                ["Япония", "Хоккайдо", "3 октября", "Визит"],
            ],
            merged=["C2:C3", "D2:D3"],
        )
    )
    events = incoming.content.events
    assert [(places_of(incoming.content, event), event.text) for event in events] == [
        ("Япония · г. Осака; Япония · Хоккайдо", "Форум"),
        ("Япония · Хоккайдо", "Визит"),
    ]


def test_country_and_partner_in_one_column() -> None:
    head = ["Страна/город", "Дата", "Мероприятие"]
    rows = [["Италия, г. Милан", "1 мая", "Визит"], ["Австрия", "2 мая", "Форум"]]
    assert [row[0] for row in event_rows(read(grid_of([head, *rows])))] == [
        "Италия · г. Милан",
        "Австрия",
    ]
    head[0] = "Город, страна"
    rows = [["Милан (Италия)", "1 мая", "Визит"], ["Ришон ле-Цион, Израиль", "2 мая", "Форум"]]
    assert [row[0] for row in event_rows(read(grid_of([head, *rows])))] == [
        "Италия · Милан",
        "Израиль · Ришон ле-Цион",
    ]


def test_the_band_of_a_country_is_the_one_that_its_rows_name() -> None:
    incoming = read(
        grid_of(
            [
                ["Раздел", "Страна", "Дата", "Мероприятие"],
                [None, "Япония", "1 мая", "Визит"],
                ["Азия", "Япония", "2 мая", "Форум"],
                ["Европа", "Япония", "3 мая", "Приём"],
            ]
        )
    )
    country = incoming.content.countries[0]
    assert [region.name for region in incoming.content.regions] == ["Азия"]
    assert country.region_id == incoming.content.regions[0].id
    assert incoming.stated[country.uuid] == {"name", "parent"}
    assert told(incoming, FindingCode.VALUES_DIFFER)[0].record == country.uuid


def test_several_dated_events_in_one_cell_become_events() -> None:
    text = "20-22 февраля – визит делегации\n3 сентября – форум (ВКС)"
    incoming = read(
        grid_of([["Страна", "Мероприятие", "Источник"], ["Италия", text, "письмо комитета"]])
    )
    assert event_rows(incoming) == [
        ("Италия", "20-22 февраля", "визит делегации"),
        ("Италия", "3 сентября", "форум (ВКС)"),
    ]
    assert {event.source for event in incoming.content.events} == {"письмо комитета"}
    finding = told(incoming, FindingCode.CELL_SPLIT)[0]
    assert (finding.severity, finding.values["text"]) == (Severity.NOTE, "2")
    assert finding.record == incoming.content.events[0].uuid


def test_name_and_description_of_an_event_are_both_taken() -> None:
    incoming = read(
        grid_of(
            [
                ["Страна", "Дата", "Мероприятие", "Краткое описание"],
                ["Италия", "1 мая", "Визит", "Встреча с мэром"],
            ]
        )
    )
    assert incoming.content.events[0].text == "Визит\nВстреча с мэром"


def test_a_mapping_made_by_hand_is_read_as_it_says() -> None:
    grid = grid_of([["Куда", "Зачем", "Дни"], ["Италия", "Визит", "3 сентября"]])
    made = columns_at(grid, 1, subject=TableSubject.EVENTS)
    by_hand = replace(
        made,
        fields={1: TableField.COUNTRY, 2: TableField.EVENT_TEXT, 3: TableField.EVENT_DATE},
    )
    assert event_rows(read(grid, mapping=by_hand)) == [("Италия", "3 сентября", "Визит")]
