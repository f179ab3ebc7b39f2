"""The yearly table in the forms clerks have it in: wherever it stands, however it is merged."""

from datetime import date

from partners_app.domain.findings import FindingCode
from partners_app.exchange.grid import ErrorCell
from partners_app.exchange.official_columns import TableColumn, recognise_official
from tests.exchange.flat_grids import grid_of
from tests.exchange.official.readings import codes, documents, lines, partners, read, read_grid
from tests.exchange.official.tables import HEADS

EUROPE = ("ЕВРОПА", None, None, None, None)
GRAZ = ("Австрия", "г. Грац", "Протокол о сотрудничестве", "02.07.2001", "3 мая – визит.")


def test_the_head_may_stand_in_another_row_below_a_title() -> None:
    incoming = read(
        [
            ("СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА", None, None, None, None),
            ("С ГОРОДАМИ – ПАРТНЕРАМИ", None, None, None, None),
            (),
            HEADS,
            EUROPE,
            GRAZ,
        ],
        heads=None,
    )
    assert incoming.content.title == "СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА С ГОРОДАМИ – ПАРТНЕРАМИ"
    assert partners(incoming) == [("ЕВРОПА", "Австрия", "г. Грац")]


def test_the_columns_may_come_in_another_order_with_others_between() -> None:
    heads = ("№", "Город", "Страна", HEADS[4], "Куратор", HEADS[3], HEADS[2])
    row = (1, "г. Грац", "Австрия", "3 мая – визит.", "Иванова", "02.07.2001", "Протокол")
    incoming = read([row], heads=heads)
    assert partners(incoming) == [("", "Австрия", "г. Грац")]
    assert documents(incoming) == [("Протокол", ["02.07.2001"])]
    # What nobody knows is said, and never dropped silently.
    unknown = [item for item in incoming.findings if item.code is FindingCode.COLUMN_UNKNOWN]
    assert [item.values["text"] for item in unknown] == ["Куратор"]


def test_the_year_is_told_by_the_head_or_by_the_title() -> None:
    def year_of(title: str, head: str) -> int | None:
        table = recognise_official(grid_of([(title,), (*HEADS[:4], head)]))
        assert table is not None
        return table.year

    assert year_of("", "Основные мероприятия в 2021 году") == 2021
    assert year_of("Сотрудничество в 2019 году", "Мероприятия") == 2019
    assert year_of("План на 2018-2020 годы", "Мероприятия") is None


def test_country_and_city_may_share_a_column() -> None:
    heads = ("Страна/город", *HEADS[2:])
    rows = [
        ("ЕВРОПА", None, None, None),
        ("Австрия", None, None, None),
        ("г. Грац", "Протокол", "02.07.2001", "3 мая – визит."),
        ("Болгария\nг. Пловдив", None, "1980 г. – установление связей", None),
        ("Пловдивская обл.", "Соглашение", "08.04.1998", None),
    ]
    incoming = read(rows, heads=heads)
    assert partners(incoming) == [
        ("ЕВРОПА", "Австрия", "г. Грац"),
        ("ЕВРОПА", "Болгария", "г. Пловдив"),
        ("ЕВРОПА", "Болгария", "Пловдивская обл."),
    ]


def test_a_country_may_be_filled_once_or_in_each_row() -> None:
    first = ("Вьетнам", "г. Хошимин", "Соглашение", "09.12.2005", None)
    second = ("г. Хайфон и провинция Кханьхоа", "Соглашение", "2006 г.", None)
    wanted = [
        ("", "Вьетнам", "г. Хошимин"),
        ("", "Вьетнам", "г. Хайфон и провинция Кханьхоа"),
    ]
    assert partners(read([first, (None, *second)])) == wanted
    assert partners(read([first, ("Вьетнам", *second)])) == wanted
    assert partners(read([first, (None, *second)], merged=["A2:A3"])) == wanted


def test_the_head_repeated_on_each_page_is_no_country() -> None:
    incoming = read([EUROPE, GRAZ, HEADS, ("Греция", "Афины", "Договор", "2001", None)])
    assert [country for _, country, _ in partners(incoming)] == ["Австрия", "Греция"]
    assert incoming.refused == ()


def test_a_note_under_the_table_is_refused_by_name_and_row() -> None:
    incoming = read([EUROPE, GRAZ, ("Исполнитель: Иванова А. П.", None, None, None, None)])
    (row,) = incoming.refused
    assert (row.place.row, row.cells) == (4, ("Исполнитель: Иванова А. П.",))
    assert row.reason.code is FindingCode.ROW_STANDS_NOWHERE


def test_cells_that_excel_made_dates_and_numbers_of_are_read_as_they_look() -> None:
    incoming = read(
        [
            ("Индия", "Мумбай", "Установление связей", 1967, None),
            ("Венгрия", "Будапешт", "Соглашение", date(2015, 12, 16), None),
            ("Кипр", "Лимасол", "Соглашение", ErrorCell("#REF!"), None),
        ]
    )
    assert documents(incoming) == [
        ("Установление связей", ["1967"]),
        ("Соглашение", ["16.12.2015"]),
        ("Соглашение", []),
    ]


def test_hidden_rows_are_left_out_until_they_are_wanted() -> None:
    rows = [EUROPE, GRAZ, ("Греция", "Афины", "Договор", "2001", None)]
    assert len(partners(read(rows, hidden_rows=[4]))) == 1
    assert len(partners(read(rows, hidden_rows=[4], include_hidden=True))) == 2


def test_what_nobody_sees_is_cleaned_and_no_word_is_lost() -> None:
    incoming = read([("Австрия", "г.\u00a0Грац", "Протокол\u200b о\u00ad дружбе", None, None)])
    assert partners(incoming)[0][2] == "г. Грац"
    assert documents(incoming)[0][0] == "Протокол о дружбе"


def test_an_events_cell_over_several_cities_belongs_to_all_of_them() -> None:
    rows = [
        ("Финляндия", "г. Турку", "Протокол", "2002", "31 января – встреча."),
        (None, "г. Котка", "Соглашение", "2015", None),
    ]
    incoming = read(rows, merged=["A2:A3", "E2:E3"])
    (event,) = incoming.content.events
    names = {partner.id: partner.name for partner in incoming.content.partners}
    assert [names[link.partner_id or 0] for link in event.links] == ["г. Турку", "г. Котка"]
    assert codes(incoming) == [FindingCode.CELL_OF_SEVERAL]


def test_two_countries_as_a_whole_in_one_country_are_two_partners() -> None:
    rows = [
        (
            "Белоруссия",
            None,
            "Соглашение с министерством",
            "20.06.1995",
            "8 января – приём.\n5 мая – встреча.",
        ),
        (None, None, "Соглашение о поставках", "17.09.1998", None),
        (None, "Минск", "Соглашение о сотрудничестве", "06.06.2000", None),
    ]
    incoming = read(rows, merged=["A2:A4"])
    assert [name for _, _, name in partners(incoming)] == [None, None, "Минск"]
    assert len(documents(incoming)) == 3


def test_without_merged_cells_a_row_without_a_name_is_more_of_the_one_above_and_said() -> None:
    rows = [
        ("Италия", "г. Милан", "Решение совета", "02.10.1967", None),
        (None, None, "Соглашение о сотрудничестве", "06.12.2008", None),
    ]
    incoming = read(rows)
    assert [name for _, _, name in partners(incoming)] == ["г. Милан"]
    assert documents(incoming) == [
        ("Решение совета", ["02.10.1967"]),
        ("Соглашение о сотрудничестве", ["06.12.2008"]),
    ]
    assert codes(incoming) == [FindingCode.PARTNERS_UNTOLD]


def test_a_name_of_two_lines_in_two_rows_is_one_name() -> None:
    rows = [
        ("Вьетнам", "г. Хайфон", "Соглашение", "2006 г.", "5 мая – визит."),
        (None, "и провинция Кханьхоа", None, None, None),
    ]
    incoming = read(rows, merged=["A2:A3", "C2:C3", "D2:D3", "E2:E3"])
    assert [name for _, _, name in partners(incoming)] == ["г. Хайфон и провинция Кханьхоа"]


def test_a_sheet_of_something_else_is_no_yearly_table() -> None:
    assert recognise_official(grid_of([("Дата", "Страна", "Город", "Мероприятие")])) is None
    assert recognise_official(grid_of([("Товар", "Цена")])) is None
    columns = recognise_official(grid_of([HEADS]))
    assert columns is not None
    assert set(columns.columns) == set(TableColumn) - {TableColumn.PLACE}


def test_an_empty_table_has_nothing_to_say() -> None:
    incoming = read_grid(grid_of([HEADS]))
    assert lines(incoming) == []
    assert partners(incoming) == []
