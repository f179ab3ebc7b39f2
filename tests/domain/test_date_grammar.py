"""Every wording of a date that a clerk may use is read, and none is guessed."""

import pytest

from partners_app.domain.partial_date import (
    DateProblem,
    PartialDate,
    parse_partial_date,
    unreadable_reason,
)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("16.06.2011", "2011-06-16"),
        ("21 ноября 2014 г.", "2014-11-21"),
        ("июнь 2017 г.", "2017-06"),
        ("1958 г.", "1958"),
        ("2018", "2018"),
        ("1956 г. – установление связей", "1956"),
        ("установление связей – 1956 г.", "1956"),
        ("20.09.1962 (подписание)", "1962-09-20"),
        ("на 2018-2021 гг.", "2018/2021"),
        ("с 2018 по 2021 год", "2018/2021"),
        ("22 декабря 2020 г.", "2020-12-22"),
        ("20 ноября 2020 года", "2020-11-20"),
        ("«16» июня 2011 г.", "2011-06-16"),
        ("28 февраля – 1 марта 2019 г.", "2019-02-28/2019-03-01"),
        ("20 февраля 2020 г. – 1 марта 2020 г.", "2020-02-20/2020-03-01"),
        ("20.02.2020 – 22.02.2020", "2020-02-20/2020-02-22"),
        ("20-22.02.2020", "2020-02-20/2020-02-22"),
        ("с 20.02.2020 по 22.02.2020", "2020-02-20/2020-02-22"),
        ("20.02.20", "2020-02-20"),
        ("1.2.20", "2020-02-01"),
        ("01.02.49", "2049-02-01"),
        ("01.02.50", "1950-02-01"),
        ("20.09.62 г.", "1962-09-20"),
        ("10/08/2002", "2002-08-10"),
        ("10-08-2002", "2002-08-10"),
        ("2020-02-20", "2020-02-20"),
        ("2017-06", "2017-06"),
        ("2020-02-20/2020-02-22", "2020-02-20/2020-02-22"),
        ("2020-01/2020-12", "2020-01/2020-12"),
        ("06.2017", "2017-06"),
        ("фев 2020", "2020-02"),
        ("20 ФЕВР. 2020", "2020-02-20"),
        ("в мае 2019 года", "2019-05"),
        ("декабрь 2020 – январь 2021", "2020-12/2021-01"),
        ("I квартал 2020 г.", "2020-01/2020-03"),
        ("второе полугодие 2020 года", "2020-07/2020-12"),
        ("29 декабря – 4 января 2021 г.", "2020-12-29/2021-01-04"),
        ("29 декабря 2020 – 4 января", "2020-12-29/2021-01-04"),
        ("29 февраля 2020", "2020-02-29"),
        ("1000", "1000"),
        ("2999", "2999"),
    ],
)
def test_a_wording_with_its_own_year_reads_the_same_in_every_report(text: str, edtf: str) -> None:
    for year in (None, 2020, 2031):
        read = parse_partial_date(text, year=year)
        assert (read.text, read.edtf) == (text, edtf)
        assert unreadable_reason(text, year) is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3 сентября", "2020-09-03"),
        ("20-22 февраля", "2020-02-20/2020-02-22"),
        ("29 января - 4 февраля", "2020-01-29/2020-02-04"),
        ("28 февраля – 1 марта", "2020-02-28/2020-03-01"),
        ("В период с 23 сентября по 11 декабря", "2020-09-23/2020-12-11"),
        ("с 20 по 22 февраля", "2020-02-20/2020-02-22"),
        ("1 и 2 марта", "2020-03-01/2020-03-02"),
        ("29 февраля и 1 марта", "2020-02-29/2020-03-01"),
        ("Январь-декабрь", "2020-01/2020-12"),
        ("Август-октябрь", "2020-08/2020-10"),
        ("с января по март", "2020-01/2020-03"),
        ("в январе и феврале", "2020-01/2020-02"),
        ("В сентябре", "2020-09"),
        ("в марте месяце", "2020-03"),
        ("В течение года", "2020"),
        ("в течении всего года", "2020"),
        ("20.02", "2020-02-20"),
        ("20.02 – 22.02", "2020-02-20/2020-02-22"),
        ("29 декабря – 4 января", "2020-12-29/2021-01-04"),
        ("Ноябрь-март", "2020-11/2021-03"),
    ],
)
def test_a_wording_without_a_year_takes_the_report_year(text: str, edtf: str) -> None:
    assert parse_partial_date(text, year=2020).edtf == edtf
    assert parse_partial_date(text) == PartialDate(text)
    assert unreadable_reason(text) is DateProblem.NO_YEAR
    assert unreadable_reason(text, 0) is DateProblem.NO_YEAR


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31 февраля", DateProblem.NO_SUCH_DAY),
        ("30.02.2020", DateProblem.NO_SUCH_DAY),
        ("29 февраля 2021 г.", DateProblem.NO_SUCH_DAY),
        ("20-32 мая", DateProblem.NO_SUCH_DAY),
        ("10.13.2020", DateProblem.NO_SUCH_DAY),
        ("2020-13", DateProblem.NO_SUCH_DAY),
        ("0.01.2020", DateProblem.NO_SUCH_DAY),
        ("22-20 февраля", DateProblem.REVERSED),
        ("1 марта – 28 февраля", DateProblem.REVERSED),
        ("22.02.2020 – 20.02.2020", DateProblem.REVERSED),
        ("март – январь", DateProblem.REVERSED),
        ("2021-2018 гг.", DateProblem.REVERSED),
        ("до 5 марта", DateProblem.NOT_A_DATE),
        ("около 1956 г.", DateProblem.NOT_A_DATE),
        ("1956 г. (?)", DateProblem.NOT_A_DATE),
        ("с 2018", DateProblem.NOT_A_DATE),
        ("с сентября", DateProblem.NOT_A_DATE),
        ("1956 г. – по настоящее время", DateProblem.NOT_A_DATE),
        ("1956 г. – подписание не ранее мая", DateProblem.NOT_A_DATE),
        ("1 и 3 марта", DateProblem.NOT_A_DATE),
        ("январь и март", DateProblem.NOT_A_DATE),
        ("010220", DateProblem.NOT_A_DATE),
        ("2018-21 гг.", DateProblem.NOT_A_DATE),
        ("2017–06", DateProblem.NOT_A_DATE),
        ("0999", DateProblem.NOT_A_DATE),
        ("3000", DateProblem.NOT_A_DATE),
        ("20.02.3020", DateProblem.NOT_A_DATE),
        ("37439", DateProblem.NOT_A_DATE),
        ("10.08.2002.5", DateProblem.NOT_A_DATE),
        ("10.08.2002, 27.09.2016", DateProblem.NOT_A_DATE),
        ("5 квартал 2020", DateProblem.NOT_A_DATE),
        ("3 полугодие 2020", DateProblem.NOT_A_DATE),
        ("весной 2020 г.", DateProblem.NOT_A_DATE),
        ("20 октобря", DateProblem.NOT_A_DATE),
        ("уточняется", DateProblem.NOT_A_DATE),
        ("", DateProblem.NOT_A_DATE),
        ("2020 г. – подписано" + " и подписано" * 100, DateProblem.NOT_A_DATE),
    ],
)
def test_what_cannot_be_read_is_kept_with_a_reason_and_never_guessed(
    text: str, problem: DateProblem
) -> None:
    assert unreadable_reason(text, 2020) is problem
    read = parse_partial_date(text, year=2020)
    assert read == PartialDate(text)
    assert not read.readable
    assert not read.is_span


@pytest.mark.parametrize("dash", list("-‐‑‒–—―−"))
@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u202f", "  ", "\n"])
def test_every_dash_and_every_space_means_the_same_span(dash: str, space: str) -> None:
    for first, last in (("20", "22 февраля"), ("29 января", "4 февраля")):
        text = f"{first}{space}{dash}{space}{last}"
        assert (
            parse_partial_date(text, year=2020).edtf
            == parse_partial_date(f"{first} – {last}", year=2020).edtf
        )
    assert parse_partial_date(f"2018{space}{dash}{space}2021 гг.").edtf == "2018/2021"


@pytest.mark.parametrize("ending", ["", " г.", "г.", " г", " год", " года", " году", "\u00a0г."])
def test_the_word_for_year_may_be_written_in_any_way(ending: str) -> None:
    assert parse_partial_date("2014" + ending).edtf == "2014"
    assert parse_partial_date("21 ноября 2014" + ending).edtf == "2014-11-21"
    assert parse_partial_date("июнь 2017" + ending).edtf == "2017-06"


def test_invisible_characters_and_letters_of_the_other_alphabet_do_not_hide_a_date() -> None:
    assert parse_partial_date("20\u00ad-22\u200b февраля", year=2020).edtf == (
        "2020-02-20/2020-02-22"
    )
    assert parse_partial_date("\ufeff20 MAPTA 2020").edtf == "2020-03-20"
    assert parse_partial_date("маи\u0306 2020").edtf == "2020-05"


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        (1, "январь января январю январем январе янв янв. Январь ЯНВАРЯ"),
        (2, "февраль февраля февралю февралём феврале фев февр."),
        (3, "март марта марту мартом марте мар."),
        (4, "апрель апреля апрелю апрелем апреле апр"),
        (5, "май мая маю маем мае"),
        (6, "июнь июня июню июнем июне июн."),
        (7, "июль июля июлю июлем июле июл"),
        (8, "август августа августу августом августе авг."),
        (9, "сентябрь сентября сентябрю сентябрем сентябре сен сент."),
        (10, "октябрь октября октябрю октябрем октябре окт."),
        (11, "ноябрь ноября ноябрю ноябрем ноябре ноя нояб."),
        (12, "декабрь декабря декабрю декабрем декабре дек"),
    ],
)
def test_months_are_known_in_every_case_and_usual_abbreviation(number: int, forms: str) -> None:
    for form in forms.split():
        assert parse_partial_date(f"{form} 2017").edtf == f"2017-{number:02}"
        assert parse_partial_date(f"9 {form}", year=2017).edtf == f"2017-{number:02}-09"
