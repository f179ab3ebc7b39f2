"""A clerk pastes a cell or a letter, and finds its events apart with nothing lost."""

import json
import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.event_text import event_line, join_events, split_events
from partners_app.domain.partial_date import parse_partial_date
from partners_app.paths import database_files


def _cells_of_2020() -> dict[str, list[tuple[str, str]]]:
    """Read each events cell of the seed as pairs of date and text."""
    seed = database_files() / "seed" / "register-2020.json"
    register = json.loads(seed.read_text(encoding="utf-8"))
    partners: list[tuple[str, dict[str, Any]]] = [
        (f"{country['name']}, {partner['city']}, {number}", partner)
        for region in register["regions"]
        for country in region["countries"]
        for number, partner in enumerate(country["partners"])
    ]
    return {
        name: [(event["date_text"], event["text"]) for event in partner["events"]]
        for name, partner in partners
        if partner["events"]
    }


# In the source these stand before their text without a dash.
_WITHOUT_DASH = {
    ("10 марта", "в Санкт-Петербурге"),
    ("В течение года", "проводились совместные"),
    ("В течение года", "проведены видеоконференции"),
    ("В сентябре", "от имени"),
    ("В 2020 г.", "подписаны: План"),
}


def _as_printed(events: Sequence[tuple[str, str]], separator: str = " – ") -> list[str]:
    return [
        date_text
        + (" " if (date_text, " ".join(text.split()[:2])) in _WITHOUT_DASH else separator)
        + text
        for date_text, text in events
    ]


def _found(cell: str) -> list[tuple[str, str]]:
    return [(piece.date_text, piece.text) for piece in split_events(cell, year=2020)]


@pytest.mark.parametrize("separator", [" – ", " - ", "– ", " –", " — ", "\u00a0– "])
def test_every_cell_of_the_2020_report_is_found_apart_into_its_events(separator: str) -> None:
    cells = _cells_of_2020()
    assert sum(map(len, cells.values())) == 130
    for name, events in cells.items():
        cell = "\n".join(_as_printed(events, separator))
        assert _found(cell) == events, name
        assert join_events(split_events(cell, year=2020)) == cell


def test_events_without_a_dash_are_among_those_of_the_2020_report() -> None:
    heads = {
        (date_text, " ".join(text.split()[:2]))
        for events in _cells_of_2020().values()
        for date_text, text in events
    }
    assert heads >= _WITHOUT_DASH


@pytest.mark.parametrize("line_break", ["\n", "\n\n", "\r\n", " \n \n", "\v"])
@pytest.mark.parametrize("width", [31, 40, 47, 55, 60, 64, 72, 90])
def test_lines_broken_at_any_width_give_the_same_events(width: int, line_break: str) -> None:
    """As when the cell is copied from a PDF; only white space may differ."""
    for name, events in _cells_of_2020().items():
        lines = [line for text in _as_printed(events) for line in textwrap.wrap(text, width)]
        found = [(day, " ".join(text.split())) for day, text in _found(line_break.join(lines))]
        assert found == [(day, " ".join(text.split())) for day, text in events], name


def test_a_dated_part_of_a_visit_is_no_event_of_its_own() -> None:
    cell = (
        "9-10 февраля – визит делегации г. Антверпена.\n"
        "9 февраля 2020 года прошел концерт оркестра.\n"
        "10 февраля прошла церемония передачи колокола.\n"
        "15 октября – переговоры с директором отдела."
    )
    visit, talks = split_events(cell, year=2020)
    assert visit.date_text == "9-10 февраля"
    assert visit.text.startswith("визит делегации г. Антверпена.\n9 февраля 2020 года прошел")
    assert visit.text.endswith("10 февраля прошла церемония передачи колокола.")
    assert talks.date_text == "15 октября"


def test_a_date_in_the_middle_of_a_line_starts_no_event() -> None:
    cell = "10 марта – визит. 15 марта – прием; 20 марта – отъезд."
    assert _found(cell) == [("10 марта", "визит. 15 марта – прием; 20 марта – отъезд.")]


def test_bullets_numbers_and_separators_are_told_apart_and_kept() -> None:
    cell = "•1-4 марта – визит\n• 5 марта- приём\n2) 6 марта: беседа\n24 ноября –День города"
    pieces = split_events(cell, year=2020)
    assert [(piece.lead, piece.date_text, piece.separator, piece.text) for piece in pieces] == [
        ("•", "1-4 марта", " – ", "визит"),
        ("• ", "5 марта", "- ", "приём"),
        ("2) ", "6 марта", ": ", "беседа"),
        ("", "24 ноября", " –", "День города"),
    ]
    assert pieces[0].date == parse_partial_date("1-4 марта", year=2020)
    assert pieces[3].date.earliest == date(2020, 11, 24)
    assert join_events(pieces) == cell


def test_text_before_the_first_date_is_a_piece_without_a_date() -> None:
    cell = "Мероприятия не проводились\nиз-за ограничений.\n3 марта – встреча"
    head, meeting = split_events(cell, year=2020)
    assert (head.date_text, head.text) == ("", "Мероприятия не проводились из-за ограничений.")
    assert not head.date.readable
    assert meeting.text == "встреча"


@pytest.mark.parametrize(
    "cell",
    [
        "31 февраля – визит",
        "22-20 февраля – визит",
        "до 5 марта – визит",
        "Конец декабря – визит",
        "Вторая половина марта – визит",
        "Ежегодно – визит",
    ],
)
def test_a_date_that_nobody_can_read_starts_an_event_all_the_same(cell: str) -> None:
    first, second = split_events(f"1 января – приём.\n{cell}", year=2020)
    assert first.text == "приём."
    assert (second.date_text, second.text) == (cell.removesuffix(" – визит"), "визит")
    assert not second.date.readable


@pytest.mark.parametrize(
    "line",
    [
        "В 2019 г. в проекте участвовали трое.",
        "2020 – год памяти.",
        "2018 участников приехали.",
        "3.9 – средний балл.",
        "20.02 тонны груза переданы.",
        "Март выдался тёплым.",
        "до конца концерта – час",
    ],
)
def test_a_line_of_running_text_that_looks_like_a_date_stays_in_its_event(line: str) -> None:
    cell = f"1 февраля – приём.\n{line}"
    assert [piece.date_text for piece in split_events(cell, year=2020)] == ["1 февраля"]
    assert line in split_events(cell, year=2020)[0].text


def test_a_month_at_a_line_break_inside_a_sentence_stays_in_its_event() -> None:
    assert _found("1 февраля – приём и выставка в начале\nмарта – в музее") == [
        ("1 февраля", "приём и выставка в начале марта – в музее")
    ]


def test_a_number_behind_a_date_is_taken_for_a_year_only_near_the_report_year() -> None:
    (crowd,) = split_events("10 марта 1000 участников собрались", year=2020)
    assert (crowd.date_text, crowd.text) == ("10 марта", "1000 участников собрались")
    (dated,) = split_events("10 марта 2020 в Риге прошли дни города", year=2020)
    assert (dated.date_text, dated.text) == ("10 марта 2020", "в Риге прошли дни города")


def test_words_parted_at_their_hyphen_are_joined_without_a_space() -> None:
    (piece,) = split_events("3 марта – обмен в городах-\nпартнерах Санкт-\n\nПетербурга", year=2020)
    assert piece.text == "обмен в городах-партнерах Санкт-Петербурга"


def test_a_list_inside_an_event_keeps_its_lines() -> None:
    cell = "3 марта – подписаны:\n- план;\n- протокол.\n4 марта – приём"
    signed, reception = split_events(cell, year=2020)
    assert signed.text == "подписаны:\n- план;\n- протокол."
    assert reception.text == "приём"


def test_a_date_on_a_line_of_its_own_heads_the_text_below() -> None:
    assert _found("3 сентября\nвизит делегации.\n4 сентября –\nотъезд.\n5 сентября") == [
        ("3 сентября", "визит делегации."),
        ("4 сентября", "отъезд."),
        ("5 сентября", ""),
    ]


def test_an_empty_cell_has_no_events() -> None:
    assert split_events("", year=2020) == []
    assert split_events(" \n\u00a0\n", year=2020) == []


def test_the_line_of_an_event_is_printed_with_an_en_dash() -> None:
    assert event_line("20-22 февраля", "визит в Вену") == "20-22 февраля – визит в Вену"
    assert event_line("", "визит в Вену") == "визит в Вену"
    assert event_line("20-22 февраля", "") == "20-22 февраля"


_DATES = ["3 марта", "9-10 февраля", "В 2020 г.", "31 февраля", "до 5 марта", "2020", "март", "в"]
_WORDS = ["1)", "•", "визит", "прошёл концерт.", "слово-", "г.", ". ", ":", "-", "–", " – ", "5-"]
_SPACES = [" ", "\n", "\n", "\r\n", "\u00a0", "\u2028", "\t", "\v"]
_CELLS = st.lists(st.sampled_from(_DATES + _WORDS + _SPACES), max_size=25).map("".join)


def _without_space(text: str) -> str:
    return "".join(char for char in text if not char.isspace())


@given(st.one_of(_CELLS, st.text(max_size=60)), st.integers(1990, 2030))
def test_only_white_space_may_differ_between_a_cell_and_its_joined_events(
    cell: str, year: int
) -> None:
    pieces = split_events(cell, year=year)
    assert _without_space(join_events(pieces)) == _without_space(cell)
    assert all(piece.date_text or piece.text for piece in pieces)
    assert all(piece.date_text for piece in pieces[1:])
    for piece in pieces:
        assert piece.date == parse_partial_date(piece.date_text, year=year)
        assert piece.text == piece.text.strip()


@given(
    st.lists(
        st.tuples(
            st.dates(date(2020, 1, 1), date(2020, 12, 31)).map(
                lambda day: f"{day:%d.%m.%Y}",
            ),
            st.text("абвг «»()№,", min_size=1, max_size=40).map(
                lambda text: " ".join(text.split())
            ),
        ).filter(lambda event: bool(event[1])),
        max_size=6,
    )
)
def test_events_printed_line_by_line_are_found_again(events: list[tuple[str, str]]) -> None:
    cell = "\n".join(event_line(date_text, text) for date_text, text in events)
    assert _found(cell) == events
