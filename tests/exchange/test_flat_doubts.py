"""What a flat table does not say clearly is told with its row, and never guessed."""

from datetime import datetime, time

import pytest

from partners_app.domain.column_mapping import TableField, TableSubject
from partners_app.domain.findings import FindingCode, Severity
from partners_app.domain.incoming import SourcePlace
from partners_app.exchange.flat_columns import columns_at
from partners_app.exchange.grid import ErrorCell
from tests.exchange.flat_grids import Rows, Values, event_rows, grid_of, read, told

HEAD: Values = ["Страна", "Город", "Дата", "Мероприятие"]
VISIT: Values = ["Италия", "г. Милан", "3 сентября", "Визит делегации"]


def refusal(
    head: Values, row: Values, *, year: int | None = 2020
) -> tuple[FindingCode, SourcePlace]:
    """Read a table of one row that must be refused, beside one that must not."""
    incoming = read(grid_of([head, row]), year=year)
    (refused,) = incoming.refused
    assert not incoming.content.countries
    assert refused.reason.severity is Severity.ERROR
    assert refused.reason.values["place"].startswith("Лист1!")
    return refused.reason.code, refused.place


def test_an_empty_country_is_not_that_of_the_row_above() -> None:
    incoming = read(grid_of([HEAD, VISIT, [None, "г. Турин", "5 мая", "Форум"]]))
    (refused,) = incoming.refused
    assert refused.reason.code is FindingCode.NO_COUNTRY
    assert refused.place == SourcePlace("Лист1", 3)
    assert refused.cells == ("", "г. Турин", "5 мая", "Форум")
    assert event_rows(incoming) == [("Италия · г. Милан", "3 сентября", "Визит делегации")]


@pytest.mark.parametrize(
    ("head", "row", "code", "column"),
    [
        (HEAD, ["Италия", "Милан", None, ErrorCell("#REF!")], FindingCode.CELL_WITH_ERROR, 4),
        (HEAD, ["Италия", "Милан", ErrorCell(""), "Визит"], FindingCode.CELL_WITHOUT_RESULT, 3),
        (HEAD, ["Италия", "Милан", 43882, "Визит"], FindingCode.NUMBER_NOT_A_DATE, 3),
        (HEAD, ["Италия", "Милан", 20.02, "Визит"], FindingCode.NUMBER_NOT_A_DATE, 3),
        (HEAD, ["Италия", "Милан", time(10, 0), "Визит"], FindingCode.NUMBER_NOT_A_DATE, 3),
        (HEAD, ["Италия", "Милан", True, "Визит"], FindingCode.NUMBER_NOT_A_DATE, 3),
        (HEAD, ["Италия", "Ми\x07лан", None, "Визит"], FindingCode.CELL_WITH_BAD_CHARACTER, 2),
        ([*HEAD, "Год"], ["Италия", None, None, "Визит", 20], FindingCode.NOT_A_YEAR, 5),
        ([*HEAD, "Год"], ["Италия", None, None, "Визит", "весь"], FindingCode.NOT_A_YEAR, 5),
        ([*HEAD, "Формат"], ["Италия", None, None, None, "очно"], FindingCode.NO_EVENT, None),
        (
            ["Страна", "Договор", "Рег. №"],
            ["Италия", None, "17"],
            FindingCode.NO_AGREEMENT,
            None,
        ),
        (
            ["Страна", "Начало", "Окончание", "Мероприятие"],
            ["Италия", None, "5 мая", "Визит"],
            FindingCode.END_WITHOUT_START,
            3,
        ),
        (["Страна/город", "Мероприятие"], ["г. Милан", "Визит"], FindingCode.NO_COUNTRY, 1),
    ],
)
def test_a_row_that_is_no_record_is_refused_at_its_cell(
    head: Values, row: Values, code: FindingCode, column: int | None
) -> None:
    assert refusal(head, row) == (code, SourcePlace("Лист1", 2, column))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("20-22 февраля", "Визит"),
        (None, "Визит"),
        (None, "20-22 февраля – визит"),
        (None, "Визит по программе 2020 года"),
        (None, "3 мая 2019 г. – визит\n5 мая – форум в честь 2020 года"),
    ],
)
def test_a_row_whose_year_nothing_tells_is_refused(day: str | None, text: str) -> None:
    assert refusal(HEAD, ["Италия", None, day, text], year=None)[0] is FindingCode.NO_YEAR


def test_a_dated_text_tells_its_year_itself() -> None:
    incoming = read(grid_of([HEAD, ["Италия", None, None, "3 мая 2019 г. – визит"]]), year=None)
    assert [event.report_year for event in incoming.content.events] == [2019]


def test_an_error_beside_the_record_does_not_matter() -> None:
    head = ["№", *HEAD, "Смета"]
    incoming = read(grid_of([head, [ErrorCell("#N/A"), *VISIT, ErrorCell("#REF!")]]))
    assert len(incoming.content.events) == 1
    assert not incoming.refused


def test_an_unknown_column_is_asked_about() -> None:
    incoming = read(
        grid_of([[*HEAD, "Бюджет, руб.", "Смета"], [*VISIT, 12000], [*VISIT[:3], "Форум", 5000]])
    )
    (finding,) = told(incoming, FindingCode.COLUMN_UNKNOWN)
    assert finding.severity is Severity.WARNING
    assert (finding.values["text"], finding.values["other"]) == ("Бюджет, руб.", "2")
    assert finding.values["place"] == "Лист1!E1"


def test_a_table_without_a_country_says_what_is_missing() -> None:
    incoming = read(grid_of([["Город", "Дата", "Мероприятие"], VISIT[1:]]))
    (finding,) = told(incoming, FindingCode.COLUMN_MISSING)
    assert finding.values["reason"] == TableField.COUNTRY
    assert [refused.reason.code for refused in incoming.refused] == [FindingCode.NO_COUNTRY]


def test_a_latin_letter_in_a_head_is_told_and_does_not_matter() -> None:
    incoming = read(grid_of([["Cтрана", *HEAD[1:]], VISIT]))
    (finding,) = incoming.findings
    assert (finding.code, finding.severity) == (
        FindingCode.COLUMN_MIXED_LETTERS,
        Severity.NOTE,
    )
    assert finding.values["text"] == finding.values["other"] == "Cтрана"
    assert len(incoming.content.events) == 1


def test_hidden_rows_are_left_out_unless_wanted() -> None:
    rows: Rows = [HEAD, *([f"Страна {number}", None, "1 мая", "Визит"] for number in range(2, 8))]
    grid = grid_of(rows, hidden_rows=[3, 5, 6, 7, 99])
    incoming = read(grid)
    assert [country.name for country in incoming.content.countries] == ["Страна 2", "Страна 4"]
    (finding,) = told(incoming, FindingCode.ROWS_HIDDEN)
    assert (finding.severity, finding.values["text"]) == (Severity.WARNING, "4")
    assert finding.values["other"] == "3, 5-7"
    wanted = read(grid, include_hidden=True)
    assert len(wanted.content.events) == 6
    assert not wanted.findings


def test_a_hidden_column_is_told_and_can_be_wanted() -> None:
    grid = grid_of([[*HEAD, "Источник"], [*VISIT, "письмо"]], hidden_columns=[5])
    incoming = read(grid)
    assert told(incoming, FindingCode.COLUMN_HIDDEN)[0].values["text"] == "Источник"
    assert incoming.content.events[0].source == ""
    mapping = columns_at(grid_of([[*HEAD, "Источник"]]), 1)
    wanted = read(grid, mapping=mapping)
    assert wanted.content.events[0].source == "письмо"
    assert not wanted.findings


def test_totals_headings_and_repeated_heads_are_no_records() -> None:
    incoming = read(
        grid_of(
            [
                HEAD,
                [1, 2, 3, 4],
                ["ЕВРОПА", None, None, None],
                VISIT,
                HEAD,
                ["Австрия", None, None, None],
                ["Италия", "г. Рим", "1 мая", "Всего участников 20"],
                ["Итого по разделу:", None, None, "2 мероприятия"],
                [None, "ВСЕГО", 2, None],
            ],
            merged=["A3:D3"],
        )
    )
    skipped = told(incoming, FindingCode.ROW_NOT_A_RECORD)
    assert [finding.values["text"] for finding in skipped] == [
        "1",
        "ЕВРОПА",
        "Страна",
        "Австрия",
        "Итого по разделу:",
        "ВСЕГО",
    ]
    assert {finding.severity for finding in skipped} == {Severity.NOTE}
    assert not incoming.refused
    assert [text for _, _, text in event_rows(incoming)] == [
        "Визит делегации",
        "Всего участников 20",
    ]
    assert [country.name for country in incoming.content.countries] == ["Италия"]


def test_numbered_rows_that_are_otherwise_empty_say_nothing() -> None:
    head = ["№ п/п", *HEAD]
    incoming = read(grid_of([head, [1, *VISIT], [2, None, "–", None, None], [], [3]]))
    assert len(incoming.content.events) == 1
    assert not incoming.findings
    assert not incoming.refused


@pytest.mark.parametrize("kind", ["Формат", "Вид мероприятия", "Печатать"])
def test_an_unknown_word_of_a_list_leaves_the_field_alone(kind: str) -> None:
    incoming = read(grid_of([[*HEAD, kind], [*VISIT, "как получится"]]))
    (event,) = incoming.content.events
    (finding,) = incoming.findings
    assert (finding.code, finding.record) == (FindingCode.WORD_UNKNOWN, event.uuid)
    assert (finding.values["text"], finding.values["place"]) == ("как получится", "Лист1!E2")
    assert incoming.stated[event.uuid] == {"report_year", "date_text", "text"}


def test_dotted_dates_are_read_and_an_impossible_one_is_kept() -> None:
    incoming = read(grid_of([HEAD, [*VISIT[:2], "1.2.2020", "Визит"]]))
    assert incoming.content.events[0].date.edtf == "2020-02-01"
    incoming = read(grid_of([HEAD, [*VISIT[:2], "31.02.2020", "Визит"]]))
    assert incoming.content.events[0].date.text == "31.02.2020"
    assert told(incoming, FindingCode.UNREADABLE_DATE)[0].values["reason"] == "no_such_day"


def dates_in_a_column(*days: str) -> Rows:
    return [HEAD, *([*VISIT[:2], day, f"Визит {day}"] for day in days)]


def test_a_slashed_date_is_doubtful_unless_its_column_decides() -> None:
    alone = read(grid_of(dates_in_a_column("02/03/2020")))
    (finding,) = alone.findings
    assert finding.code is FindingCode.DAY_OR_MONTH
    assert (finding.values["text"], finding.values["other"]) == ("02/03/2020", "03.02.2020")
    decided = read(grid_of(dates_in_a_column("02/03/2020", "15/03/2020", "04/04/2020")))
    assert not decided.findings
    assert decided.content.events[0].date.edtf == "2020-03-02"


def test_a_column_with_the_month_first_is_never_turned_round() -> None:
    incoming = read(grid_of(dates_in_a_column("02/03/2020", "03/15/2020", "04/04/2020")))
    (refused,) = incoming.refused
    assert (refused.reason.code, refused.place.row) == (FindingCode.MONTH_MAY_BE_FIRST, 2)
    assert told(incoming, FindingCode.UNREADABLE_DATE)[0].values["text"] == "03/15/2020"
    assert len(incoming.content.events) == 2


def test_a_time_of_day_is_left_out_and_told() -> None:
    incoming = read(grid_of([HEAD, [*VISIT[:2], datetime(2020, 9, 3, 10, 30), "Визит"]]))
    assert incoming.content.events[0].date.text == "03.09.2020"
    assert told(incoming, FindingCode.TIME_LEFT_OUT)[0].values["text"] == "10:30"


def test_a_date_that_contradicts_its_beginning_and_end_wins_and_is_told() -> None:
    head = ["Страна", "Дата проведения", "Начало", "Окончание", "Мероприятие"]
    incoming = read(grid_of([head, ["Италия", "1-3 мая", "1 мая", "4 мая", "Визит"]]))
    assert incoming.content.events[0].date.text == "1-3 мая"
    assert told(incoming, FindingCode.DATES_DIFFER)[0].values["other"] == "1 мая – 4 мая"
    agreeing = read(grid_of([head, ["Италия", "1-3 мая", "1 мая", "3 мая", "Визит"]]))
    assert not agreeing.findings


def test_characters_that_nobody_sees_are_removed_and_counted() -> None:
    incoming = read(grid_of([HEAD, ["Ита\u200bлия", "г.\u00a0Милан", "3 мая", "Ви\u00adзит"]]))
    assert event_rows(incoming) == [("Италия · г. Милан", "3 мая", "Визит")]
    assert told(incoming, FindingCode.SIGNS_REMOVED)[0].values["text"] == "2"


def test_a_head_merged_into_the_rows_below_says_nothing_about_them() -> None:
    grid = grid_of([HEAD, [None, "г. Милан", "3 мая", "Визит"]], merged=["A1:A2"])
    mapping = columns_at(grid, 1, subject=TableSubject.EVENTS)
    assert [refused.reason.code for refused in read(grid, mapping=mapping).refused] == [
        FindingCode.NO_COUNTRY
    ]
