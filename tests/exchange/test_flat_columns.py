"""The head of a colleague's table is found wherever it stands, its columns in any order."""

import pytest

from partners_app.domain.column_mapping import (
    TableField,
    TableSubject,
    mapping_from_json,
    mapping_to_json,
)
from partners_app.exchange.flat_columns import columns_at, recall_columns, recognise_columns
from partners_app.exchange.flat_table import looks_flat
from tests.exchange.flat_grids import Rows, Values, columns_of, event_rows, grid_of, read

COUNTRY, PARTNER = TableField.COUNTRY, TableField.PARTNER
UNKNOWN, IGNORED = TableField.UNKNOWN, TableField.IGNORED

EVENTS: Rows = [
    ["Страна", "Город", "Дата", "Мероприятие"],
    ["Италия", "г. Милан", "3 сентября", "Визит делегации"],
    ["Австрия", None, "5 мая", "Форум"],
]


def fields(*rows: Values) -> list[TableField]:
    mapping = columns_of(grid_of(rows))
    return [mapping.fields[column] for column in sorted(mapping.fields)]


def test_the_head_stands_below_a_title_and_an_empty_row() -> None:
    mapping = columns_of(
        grid_of([["Сведения о мероприятиях комитета"], [], ["по состоянию на май"], *EVENTS])
    )
    assert (mapping.header_row, mapping.header_depth) == (4, 1)
    assert mapping.subject is TableSubject.EVENTS
    assert list(mapping.fields.values()) == [
        COUNTRY,
        PARTNER,
        TableField.EVENT_DATE,
        TableField.EVENT_TEXT,
    ]


def test_a_head_of_two_rows_names_the_columns_under_a_merged_cell() -> None:
    grid = grid_of(
        [
            ["Мероприятия 2020 года", None, None, None, None, None],
            ["Страна", "Город", "Мероприятие", None, None, "Ответственный"],
            [None, None, "Начало", "Окончание", "Содержание", None],
            ["Италия", "Милан", "1 мая", "3 мая", "Визит", "КВС"],
        ],
        merged=["A1:F1", "A2:A3", "B2:B3", "C2:E2", "F2:F3"],
    )
    mapping = columns_of(grid)
    assert (mapping.header_row, mapping.header_depth) == (2, 2)
    assert mapping.heads[5] == "Мероприятие Содержание"
    assert list(mapping.fields.values()) == [
        COUNTRY,
        PARTNER,
        TableField.EVENT_START,
        TableField.EVENT_END,
        TableField.EVENT_TEXT,
        TableField.EVENT_RESPONSIBLE,
    ]
    assert event_rows(read(grid)) == [("Италия · Милан", "1 мая – 3 мая", "Визит")]


def test_a_word_means_what_it_means_in_a_table_of_its_kind() -> None:
    assert fields(["Страна", "Мероприятие", "Дата", "Вид", "Примечание", "Год"])[2:] == [
        TableField.EVENT_DATE,
        TableField.EVENT_KIND,
        TableField.EVENT_REMARK,
        TableField.REPORT_YEAR,
    ]
    assert fields(["Страна", "Соглашение", "Дата", "Вид", "Примечание", "Статус"])[2:] == [
        TableField.AGREEMENT_DATE,
        TableField.AGREEMENT_KIND,
        TableField.AGREEMENT_REMARK,
        TableField.AGREEMENT_STATUS,
    ]
    assert fields(["Страна", "Город", "Дата", "Вид", "Примечание", "Статус"])[2:] == [
        UNKNOWN,
        TableField.PARTNER_KIND,
        TableField.PARTNER_REMARK,
        TableField.PARTNER_STATUS,
    ]


def test_a_date_and_a_description_make_a_table_of_events() -> None:
    mapping = columns_of(grid_of([["Country", "City", "Date", "Description"]]))
    assert mapping.subject is TableSubject.EVENTS
    assert mapping.fields[4] is TableField.EVENT_TEXT


def test_of_two_columns_for_one_field_neither_is_taken() -> None:
    assert fields(["Страна", "Мероприятие", "Дата", "Сроки"]) == [
        COUNTRY,
        TableField.EVENT_TEXT,
        UNKNOWN,
        UNKNOWN,
    ]


def test_a_head_of_one_meaning_goes_before_one_of_several() -> None:
    assert fields(["Страна", "Соглашение", "Дата", "Мероприятие", "Дата проведения"]) == [
        COUNTRY,
        TableField.AGREEMENT_TITLE,
        UNKNOWN,
        TableField.EVENT_TEXT,
        TableField.EVENT_DATE,
    ]


def test_a_format_says_nothing_in_a_table_of_agreements() -> None:
    assert fields(["Страна", "Соглашение", "Источник", "Дата подписания"]) == [
        COUNTRY,
        TableField.AGREEMENT_TITLE,
        UNKNOWN,
        TableField.SIGNED_DATE,
    ]


def test_a_hidden_column_is_left_out() -> None:
    mapping = columns_of(grid_of(EVENTS, hidden_columns=[2]))
    assert mapping.fields[2] is IGNORED


def test_a_column_with_values_and_no_head_is_asked_about() -> None:
    mapping = columns_of(grid_of([*EVENTS, ["Турция", None, "1 мая", "Визит", "важно"]]))
    assert (mapping.fields[5], mapping.heads[5]) == (UNKNOWN, "")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Страна"], ["Италия"]],
        [["Смета"], ["Статья", "Сумма"], ["Аренда", 5000]],
        [["Мероприятия 2020 года"], ["Визит", "3 сентября"]],
    ],
)
def test_what_has_no_head_is_not_recognised(rows: Rows) -> None:
    grid = grid_of(rows, merged=["A1:B1"] if rows else [])
    assert recognise_columns(grid) is None
    assert looks_flat(grid) == 0.0


def test_the_same_heads_have_the_same_shape_whatever_stands_below() -> None:
    shape = columns_of(grid_of(EVENTS)).shape
    others = [
        grid_of([["За 2021 год"], ["СТРАНА", "Гоpод", "Дата ", "Меро-\nприятие"], ["Франция"]]),
        grid_of([*EVENTS[:1], ["Китай", "Шанхай", None, "Форум", "важно"]]),
    ]
    assert [columns_of(grid).shape for grid in others] == [shape, shape]
    assert columns_of(grid_of([["Город", "Страна", "Дата", "Мероприятие"]])).shape != shape


def test_next_years_head_has_this_years_shape() -> None:
    shapes = {
        columns_of(grid_of([["Страна", f"Основные мероприятия в {year} году"]])).shape
        for year in (2020, 2021)
    }
    assert len(shapes) == 1


def test_a_mapping_made_by_hand_is_recalled_for_the_next_table_of_its_shape() -> None:
    unknown = grid_of([["Куда ездили", "Зачем", "Дни"], ["Италия", "Визит", "3 сентября"]])
    assert recognise_columns(unknown) is None
    made = columns_at(unknown, 1, subject=TableSubject.EVENTS)
    assert set(made.fields.values()) == {UNKNOWN}
    by_hand = mapping_from_json(mapping_to_json(made).replace('"unknown"', '"country"', 1))
    assert by_hand is not None
    next_month = grid_of(
        [["Отчёт за май"], [], ["Куда ездили", "Зачем", "Дни"], ["Китай", "Форум", "5 мая"]]
    )
    recalled = recall_columns(next_month, [columns_of(grid_of(EVENTS)), by_hand])
    assert recalled is not None
    assert (recalled.header_row, recalled.subject) == (3, TableSubject.EVENTS)
    assert list(recalled.fields.values()) == [COUNTRY, UNKNOWN, UNKNOWN]
    assert recall_columns(grid_of(EVENTS), [by_hand]) is None


def test_a_clerk_points_out_the_head_and_what_the_table_is_of() -> None:
    grid = grid_of([["Страна", "Город", "Дата", "Вид"], ["Страна", "Соглашение", "Дата", "Вид"]])
    assert columns_at(grid, 2).subject is TableSubject.AGREEMENTS
    pointed = columns_at(grid, 1, subject=TableSubject.EVENTS)
    assert pointed.fields[3] is TableField.EVENT_DATE
    assert pointed.missing == ()


def test_a_flat_table_looks_flat_and_the_yearly_one_less_so() -> None:
    yearly = grid_of(
        [
            [
                "Страна",
                "Город",
                "Основание для сотрудничества",
                "Год установления связей/ подписания документа",
                "Основные мероприятия в 2020 году",
            ],
            ["ЕВРОПА"],
            ["Австрия", None, "Протокол", "16.06.2011", "20-22 февраля – визит"],
            [None, "г. Грац", "Протокол", "2011", "1 мая – форум"],
        ],
        merged=["A2:E2"],
    )
    assert looks_flat(grid_of(EVENTS)) == 1.0
    assert looks_flat(yearly) < 0.5
    assert looks_flat(grid_of([["Город", "Дата", "Мероприятие"], ["Милан", "1 мая", "Визит"]])) == 0
