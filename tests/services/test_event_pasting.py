"""A clerk pastes what a committee has sent; nothing is lost, and one undo takes it back."""

import textwrap

import pytest

from partners_app.domain.errors import RecordMissing
from partners_app.services import catalogue, event_pasting, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.event_pasting import PastedEvent, PasteDoubt
from partners_app.services.register import Register

YEAR = 2020


def place(register: Register, name: str) -> Scope:
    for band in catalogue.tree(register, YEAR).regions:
        for land in band.countries:
            if land.country.name == name:
                return Scope(ScopeKind.COUNTRY, land.country.id)
            for node in land.partners:
                if node.partner.name == name:
                    return Scope(ScopeKind.PARTNER, node.partner.id)
    raise LookupError(name)


def cell(register: Register, scope: Scope) -> list[tuple[str, str]]:
    ids = events.ids(register, scope, YEAR)
    found = events.load(register, ids)
    return [(found[number].date.text, found[number].text) for number in ids]


def as_text(rows: list[tuple[str, str]]) -> str:
    return "\n".join(f"{date} – {text}" for date, text in rows)


def pairs(found: tuple[PastedEvent, ...]) -> list[tuple[str, str]]:
    return [(item.date.text, item.text) for item in found]


@pytest.mark.parametrize("width", [None, 60, 34])
def test_ux_15_the_whole_cell_of_osaka_becomes_its_20_dated_events(
    register_2020: Register, width: int | None
) -> None:
    osaka, kotka = place(register_2020, "г. Осака"), place(register_2020, "г. Котка")
    rows = cell(register_2020, osaka)
    text = as_text(rows)
    if width is not None:
        # As it comes out of a PDF: broken at the width of the column, words left whole.
        wrap = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
        text = "\n".join("\n".join(wrap.wrap(line)) for line in text.splitlines())
    found = event_pasting.read_pasted(register_2020, kotka, YEAR, text)
    assert len(found) == 20
    assert all(item.date.readable and not item.doubts for item in found)
    as_one_line = [(date, " ".join(words.split())) for date, words in rows]
    assert [(date, " ".join(words.split())) for date, words in pairs(found)] == as_one_line
    done = event_pasting.add_pasted(register_2020, kotka, YEAR, found)
    assert len(done.ids("event")) == 20
    assert cell(register_2020, kotka) == pairs(found)
    register_2020.undo()
    assert cell(register_2020, kotka) == []


def test_ux_15_pasted_events_stand_behind_the_current_row_in_their_order(
    register_2020: Register,
) -> None:
    turku = place(register_2020, "г. Турку")
    before = cell(register_2020, turku)
    second = events.ids(register_2020, turku, YEAR)[1]
    new = "\n".join(f"{day} мая – встреча {day}" for day in range(1, 31))
    found = event_pasting.read_pasted(register_2020, turku, YEAR, new)
    assert len(found) == 30
    event_pasting.add_pasted(register_2020, turku, YEAR, found, after=second)
    event_pasting.add_pasted(register_2020, turku, YEAR, found, after=second)
    assert cell(register_2020, turku) == [*before[:2], *pairs(found) * 2, *before[2:]]
    register_2020.undo()
    register_2020.undo()
    assert cell(register_2020, turku) == before


def test_ux_15_what_is_doubtful_is_said_and_what_is_there_is_not_proposed(
    register_2020: Register,
) -> None:
    osaka = place(register_2020, "г. Осака")
    known = cell(register_2020, osaka)[0]
    text = (
        "Уважаемые коллеги!\n"
        f"{as_text([known])}\n"
        "31 ноября – выставка фотографий города;\n"
        "5 мая 2019 г. – концерт камерного оркестра;\n"
        "6 мая – встреча с мэром;\n"
        "6 мая – встреча с мэром;"
    )
    found = event_pasting.read_pasted(register_2020, osaka, YEAR, text)
    assert [item.doubts for item in found] == [
        (PasteDoubt.NO_DATE,),
        (PasteDoubt.ALREADY_THERE,),
        (PasteDoubt.UNREADABLE_DATE,),
        (PasteDoubt.OUTSIDE_YEAR,),
        (),
        (PasteDoubt.TWICE_IN_TEXT,),
    ]
    assert [item.proposed for item in found] == [False, False, True, True, True, False]


def test_ux_15_a_cell_of_several_lines_copied_from_excel_comes_without_its_quotes(
    register_2020: Register,
) -> None:
    kotka = place(register_2020, "г. Котка")
    cell_text = '"6 мая – встреча в рамках ""Дней Котки""\n7 мая – концерт"\r\n'
    found = event_pasting.read_pasted(register_2020, kotka, YEAR, cell_text)
    assert pairs(found) == [("6 мая", 'встреча в рамках "Дней Котки"'), ("7 мая", "концерт")]
    title = "«Осень» – выставка"
    assert pairs(event_pasting.read_pasted(register_2020, kotka, YEAR, title)) == [("", title)]


def test_ux_15_events_of_a_whole_country_can_be_pasted(register_2020: Register) -> None:
    japan = place(register_2020, "Япония")
    before = events.total(register_2020, japan, YEAR)
    found = event_pasting.read_pasted(register_2020, japan, YEAR, "6 мая – день культуры Японии")
    event_pasting.add_pasted(register_2020, japan, YEAR, found)
    assert events.total(register_2020, japan, YEAR) == before + 1
    assert cell(register_2020, japan)[0] == ("6 мая", "день культуры Японии")


def test_a_partner_deleted_meanwhile_takes_no_events(register_2020: Register) -> None:
    kotka = place(register_2020, "г. Котка")
    assert kotka.id is not None
    found = event_pasting.read_pasted(register_2020, kotka, YEAR, "6 мая – встреча")
    catalogue.delete(register_2020, "partner", kotka.id)
    with pytest.raises(RecordMissing):
        event_pasting.add_pasted(register_2020, kotka, YEAR, found)


def test_an_empty_text_holds_nothing_and_adds_nothing(register_2020: Register) -> None:
    kotka = place(register_2020, "г. Котка")
    assert event_pasting.read_pasted(register_2020, kotka, YEAR, " \n\n") == ()
    assert not event_pasting.add_pasted(register_2020, kotka, YEAR, ())
