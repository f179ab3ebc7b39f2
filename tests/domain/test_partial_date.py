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
