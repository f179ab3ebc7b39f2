"""A clerk writes a date as the report has always had it, and sees what was understood."""

import json
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from partners_app.domain.partial_date import (
    DatePrecision,
    DateProblem,
    DateStyle,
    PartialDate,
    format_partial_date,
    format_span,
    from_bounds,
    parse_partial_date,
    read_edtf,
    split_dates,
    unreadable_reason,
)
from partners_app.paths import database_files


def _partners_of_2020() -> list[dict[str, Any]]:
    seed = database_files() / "seed" / "register-2020.json"
    register = json.loads(seed.read_text(encoding="utf-8"))
    return [
        partner
        for region in register["regions"]
        for country in region["countries"]
        for partner in country["partners"]
    ]


def _event_dates_of_2020() -> list[tuple[str, str, str | None, str]]:
    return [
        (event["date_text"], event["start"], event["end"], event["precision"])
        for partner in _partners_of_2020()
        for event in partner["events"]
    ]


def _agreement_dates_of_2020() -> list[str]:
    return [
        text
        for partner in _partners_of_2020()
        for agreement in partner["agreements"]
        for text in agreement["dates"]
    ]


def _bounds_by_the_edtf_package(edtf: str) -> tuple[date, date]:
    value = parse_edtf(edtf)
    lower, upper = value.lower_strict(), value.upper_strict()
    return date(*lower[:3]), date(*upper[:3])


def test_every_event_date_of_the_2020_report_means_what_the_report_meant() -> None:
    dates = _event_dates_of_2020()
    assert len(dates) == 130
    assert sum(end is not None for _, _, end, _ in dates) == 28
    for text, start, end, precision in dates:
        read = parse_partial_date(text, year=2020)
        assert (read.text, read.precision) == (text, precision)
        assert read.earliest == date.fromisoformat(start), text
        assert read.latest == date.fromisoformat(end or start), text
        assert read.is_span == (end is not None)


def test_every_agreement_date_of_the_2020_report_reads_without_a_report_year() -> None:
    dates = [date_text for text in _agreement_dates_of_2020() for _, date_text in split_dates(text)]
    assert len(dates) == 62
    for text in dates:
        read = parse_partial_date(text)
        assert read.readable, text
        assert read == parse_partial_date(text, year=1999), "its own year wins"
    notes = {text: parse_partial_date(text).note for text in dates if "–" in text}
    assert len(notes) == 7
    assert set(notes.values()) == {"установление связей"}


def test_every_date_of_the_2020_report_is_edtf_for_the_edtf_package() -> None:
    texts = {text for text, *_ in _event_dates_of_2020()} | set(_agreement_dates_of_2020())
    values = {}
    for text in texts:
        for _, date_text in split_dates(text):
            read = parse_partial_date(date_text, year=2020)
            values[read.edtf] = (read.earliest, read.latest)
    for edtf, bounds in values.items():
        assert edtf is not None
        assert _bounds_by_the_edtf_package(edtf) == bounds


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


def test_the_wording_is_the_text_without_its_note() -> None:
    ties = parse_partial_date("1956 г. –\u00a0установление связей")
    assert (ties.note, ties.wording) == ("установление связей", "1956 г.")
    assert parse_partial_date("Подписано 16.06.2011").wording == "16.06.2011"
    assert parse_partial_date("20.09.1962 (Подписание протокола)").note == "Подписание протокола"
    assert parse_partial_date("20.09.1962 (Подписание протокола)").wording == "20.09.1962"
    assert parse_partial_date("1958 г.").wording == "1958 г."
    assert PartialDate.parse("В сентябре", year=2020).wording == "В сентябре"


def test_dates_stand_in_order_of_time_and_unreadable_ones_last() -> None:
    texts = ["когда-нибудь", "2020", "20-22 февраля", "20 февраля", "январь", "1956 г."]
    ordered = sorted(
        (parse_partial_date(text, year=2020) for text in texts), key=lambda read: read.sort_key
    )
    assert [read.text for read in ordered] == [
        "1956 г.",
        "январь",
        "2020",
        "20 февраля",
        "20-22 февраля",
        "когда-нибудь",
    ]


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("20-22 февраля", "20.02.2020 – 22.02.2020"),
        ("20 февраля", "20.02.2020"),
        ("июнь 2017 г.", "июнь 2017"),
        ("В течение года", "2020 год"),
        ("2018-2021 гг.", "2018 – 2021 годы"),
        ("Январь-декабрь", "январь – декабрь 2020"),
        ("Ноябрь-март", "ноябрь 2020 – март 2021"),
    ],
)
def test_the_echo_says_what_was_understood(text: str, echo: str) -> None:
    read = parse_partial_date(text, year=2020)
    assert read.earliest and read.latest and read.precision
    assert format_span(read.earliest, read.latest, read.precision) == echo


@pytest.mark.parametrize(
    ("edtf", "printed"),
    [
        ("2020-02-20/2020-02-22", "20-22 февраля"),
        ("2020-01-29/2020-02-04", "29 января – 4 февраля"),
        ("2020-12-29/2021-01-04", "29 декабря – 4 января"),
        ("2020-09-03", "3 сентября"),
        ("2002-08-10", "10 августа 2002 г."),
        ("2019-02-20/2019-02-22", "20-22 февраля 2019 г."),
        ("2019-01-29/2019-02-04", "29 января – 4 февраля 2019 г."),
        ("2020-03-01/2021-02-01", "1 марта 2020 г. – 1 февраля 2021 г."),
        ("2020-09", "В сентябре"),
        ("2017-06", "июнь 2017 г."),
        ("2020-08/2020-10", "Август-октябрь"),
        ("2019-08/2019-10", "Август-октябрь 2019 г."),
        ("2020-12/2021-12", "декабрь 2020 г. – декабрь 2021 г."),
        ("2020", "В течение года"),
        ("1958", "1958 г."),
        ("2018/2021", "2018-2021 гг."),
    ],
)
def test_a_date_without_a_wording_is_printed_as_the_report_prints_it(
    edtf: str, printed: str
) -> None:
    assert format_partial_date(edtf, style=DateStyle.REPORT, year=2020) == printed
    assert parse_partial_date(printed, year=2020).edtf == edtf


@pytest.mark.parametrize("edtf", ["", "20.02.2020", "2020-02-30", "2020/2020", "../2020", "2020-1"])
def test_only_edtf_values_of_the_register_are_read_as_stored(edtf: str) -> None:
    with pytest.raises(ValueError, match="not an EDTF value"):
        read_edtf(edtf)


_DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@st.composite
def _bounds(draw: st.DrawFn) -> tuple[date, date, DatePrecision]:
    precision = draw(st.sampled_from(DatePrecision))
    first = draw(_DAYS)
    far = draw(st.sampled_from([0, 1, 5, 40, 200, 366, 800]))
    last = min(first + timedelta(days=far), date(2999, 12, 31))
    if precision is DatePrecision.MONTH:
        return (
            first.replace(day=1),
            last.replace(day=monthrange(last.year, last.month)[1]),
            precision,
        )
    if precision is DatePrecision.YEAR:
        return date(first.year, 1, 1), date(last.year, 12, 31), precision
    return first, last, precision


@given(_bounds(), st.one_of(st.none(), st.integers(1000, 2999)), st.booleans())
def test_whatever_is_written_for_a_date_reads_back_as_the_same_date(
    bounds: tuple[date, date, DatePrecision], year: int | None, same_year: bool
) -> None:
    if same_year:
        year = bounds[0].year
    edtf = from_bounds(*bounds)
    assert read_edtf(edtf) == bounds
    for style in DateStyle:
        written = format_partial_date(edtf, style=style, year=year)
        read = parse_partial_date(written, year=year)
        assert (read.edtf, read.text) == (edtf, written)
        assert (read.earliest, read.latest, read.precision) == bounds


@given(_bounds())
@settings(max_examples=40)
def test_every_value_we_make_has_the_same_bounds_for_the_edtf_package(
    bounds: tuple[date, date, DatePrecision],
) -> None:
    assert _bounds_by_the_edtf_package(from_bounds(*bounds)) == bounds[:2]


_MARKS = [" ", " ", "-", " – ", ".", ",", ", ", "/", "\n", "(", ")", "«", "\u00a0", "\u00ad"]
_WORDS = [
    "20",
    "22",
    "2020",
    "31",
    "0",
    "февраля",
    "март",
    "г.",
    "года",
    "в",
    "с",
    "по",
    "и",
    "подписано",
    "до",
    "I",
    "квартал",
    "течение",
]
_DATE_LIKE = st.lists(st.sampled_from(_MARKS + _WORDS), max_size=9).map("".join)


@given(st.one_of(_DATE_LIKE, st.text(max_size=30)), st.one_of(st.none(), st.integers()))
def test_no_text_is_changed_or_refused_with_an_exception(text: str, year: int | None) -> None:
    read = parse_partial_date(text, year=year)
    assert read.text == text
    assert read.readable == (unreadable_reason(text, year) is None)
    assert read.wording in text or read.note
    if read.readable:
        assert read.earliest is not None and read.latest is not None and read.precision
        assert read.edtf == from_bounds(read.earliest, read.latest, read.precision)
        assert read_edtf(read.edtf) == (read.earliest, read.latest, read.precision)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("10.08.2002, 27.09.2016", ["10.08.2002", "27.09.2016"]),
        ("18.02.2004, 2011 г.", ["18.02.2004", "2011 г."]),
        (
            "1956 г. – \nустановление \nсвязей \n\n20.09.1962 \n\n08.06.1993",
            ["1956 г. – \nустановление \nсвязей", "20.09.1962", "08.06.1993"],
        ),
        ("27.05.1993 и 29.12.2016", ["27.05.1993", "29.12.2016"]),
        ("2004; 2011; 2018", ["2004", "2011", "2018"]),
        ("1 и 2 марта 2020", ["1 и 2 марта 2020"]),
        ("16.06.2011", ["16.06.2011"]),
        ("16.06.2011, уточнить", ["16.06.2011, уточнить"]),
        ("10 и 12 марта 2020", ["10 и 12 марта 2020"]),
        ("", [""]),
    ],
)
def test_a_list_of_dates_is_split_only_where_every_date_is_readable(
    text: str, dates: list[str]
) -> None:
    pairs = split_dates(text)
    assert [date_text for _, date_text in pairs] == dates
    assert "".join(separator + date_text for separator, date_text in pairs) == text


@given(
    st.one_of(
        st.lists(st.tuples(_bounds(), st.sampled_from([", ", "; ", "\n", " и ", ",\u00a0"]))).map(
            lambda items: "".join(format_span(*bounds) + mark for bounds, mark in items)
        ),
        _DATE_LIKE,
    )
)
def test_a_split_list_joins_to_the_same_text(text: str) -> None:
    pairs = split_dates(text)
    assert "".join(separator + date_text for separator, date_text in pairs) == text
    if len(pairs) > 1:
        assert all(unreadable_reason(date_text) is None for _, date_text in pairs)
