"""Find everywhere (ux 23): any case, ё=е, beginnings and Russian endings, all years."""

import pytest

from partners_app.domain.found_words import beginnings, excerpt, marks
from partners_app.services import agreements, catalogue, events, finding
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.finding import Found, GroupKey, HitKind
from partners_app.services.register import Register


def partner_id(register: Register, name: str) -> int:
    for band in catalogue.tree(register, 2020).regions:
        for land in band.countries:
            for node in land.partners:
                if node.partner.name == name:
                    return node.partner.id
    raise LookupError(name)


def texts(found: Found) -> list[str]:
    return [hit.text for group in found.groups for hit in group.hits]


@pytest.fixture
def graz(register: Register) -> Scope:
    (band, *_) = catalogue.tree(register, 2020).regions
    (land,) = catalogue.add_country(register, band.region.id, "Австрия").ids("country")
    (partner,) = catalogue.add_partner(register, land, "г. Грац").ids("partner")
    return Scope(ScopeKind.PARTNER, partner)


def add(register: Register, scope: Scope, year: int, text: str) -> int:
    (number,) = events.add(register, scope, year, date_text="3 марта", text=text).ids("event")
    return number


@pytest.mark.parametrize(
    "query", ["выставка", "ВЫСТАВКИ", "выставк", "выставки грузов", "осетровых выставке"]
)
def test_ux_23_every_form_of_a_word_finds_the_event(
    register: Register, graz: Scope, query: str
) -> None:
    add(register, graz, 2020, "открытие выставки осётровых грузов")
    add(register, graz, 2020, "приём делегации")
    assert texts(finding.find(register, query)) == ["открытие выставки осётровых грузов"]


def test_ux_23_all_years_are_searched_and_the_newest_stands_first(
    register: Register, graz: Scope
) -> None:
    for year in (2018, 2021, 2019):
        add(register, graz, year, f"визит в {year} году")
    found = finding.find(register, "визит")
    assert [group.key.year for group in found.groups] == [2021, 2019, 2018]
    (hit,) = found.groups[0].hits
    assert (hit.title, hit.year, hit.place) == ("3 марта", 2021, ("Европа", "Австрия", "г. Грац"))


def test_ux_23_names_titles_and_remarks_are_searched(register_2020: Register) -> None:
    turku = partner_id(register_2020, "г. Турку")
    catalogue.set_partner_field(register_2020, turku, "remark", "бывшее Або, корабелы")
    (paper, *_) = agreements.of_partner(register_2020, turku)
    agreements.set_field(register_2020, paper.id, "areas", "ледоколы")
    (place,) = finding.find(register_2020, "корабелов").groups
    assert (place.key.kind, place.hits[0].title, place.hits[0].field) == (
        HitKind.PLACE,
        "г. Турку",
        "remark",
    )
    (act,) = finding.find(register_2020, "ледоколов").groups
    assert (act.key.kind, act.hits[0].field, act.hits[0].text) == (
        HitKind.AGREEMENT,
        "areas",
        "ледоколы",
    )


def test_a_long_list_is_cut_and_says_how_many_there_are(register: Register, graz: Scope) -> None:
    for number in range(7):
        add(register, graz, 2020, f"визит {number}")
    (group,) = finding.find(register, "визит", limit=3).groups
    assert (len(group.hits), group.total) == (3, 7)
    (wide,) = finding.find(
        register, "визит", limit=3, wider={GroupKey(HitKind.EVENT, 2020): 5}
    ).groups
    assert len(wide.hits) == 5


def test_a_place_called_so_comes_before_one_that_only_begins_so(register_2020: Register) -> None:
    (places, *_) = finding.find(register_2020, "турку").groups
    assert [hit.title for hit in places.hits] == ["г. Турку", "Туркменистан"]


@pytest.mark.parametrize("query", ["", "  ", "«»", "&", '"', "*", "NOT"])
def test_what_holds_no_word_finds_nothing_and_breaks_nothing(
    register_2020: Register, query: str
) -> None:
    assert finding.find(register_2020, query).total == 0


def test_the_words_found_are_marked_as_they_are_written() -> None:
    wanted = beginnings("выставка ёлка")
    text = "Выставки и ЁЛКИ, выстав"
    assert [text[start : start + length] for start, length in marks(text, wanted)] == [
        "Выставки",
        "ЁЛКИ",
    ]


def test_of_a_long_text_the_part_around_the_hit_is_shown() -> None:
    text = "начало " * 100 + "выставка " + "конец " * 100
    shown = excerpt(text, beginnings("выставки"), 80)
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "выставка" in shown
    assert len(shown) <= 82
