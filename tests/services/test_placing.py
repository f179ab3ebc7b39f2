"""Moving in the tree, and making one of two records that are the same; each is one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from partners_app.services import agreements, catalogue, event_places, events, placing
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import queries
from partners_app.ui.open_register import OpenRegister
from tests.ui.sample_registers import id_named, open_sample


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenRegister]:
    made = open_sample(tmp_path)
    yield made
    made.close()


def names(register: Register, *above: str) -> list[str | None]:
    """Return the names under the band or country."""
    for band in catalogue.tree(register, 2020).regions:
        if above == (band.region.name,):
            return [land.country.name for land in band.countries]
        for land in band.countries:
            if above == (land.country.name,):
                return [node.partner.name for node in land.partners]
    return [band.region.name for band in catalogue.tree(register, 2020).regions]


def test_a_partner_goes_to_another_country_before_another_one(opened: OpenRegister) -> None:
    register = opened.register
    kotka, riga = id_named(opened, "г. Котка"), id_named(opened, "Рига")
    latvia = id_named(opened, "Латвия")
    before = register.read(queries.content)
    placing.move_to(register, "partner", kotka, latvia, riga)
    assert names(register, "Латвия") == ["г. Котка", "Рига"]
    assert names(register, "Финляндия") == ["г. Турку", "Хельсинки"]
    register.undo()
    assert register.read(queries.content) == before


def test_places_run_out_and_the_list_gets_its_gaps_anew(opened: OpenRegister) -> None:
    register = opened.register
    turku, kotka = id_named(opened, "г. Турку"), id_named(opened, "г. Котка")
    helsinki, land = id_named(opened, "Хельсинки"), id_named(opened, "Финляндия")
    for _ in range(30):
        placing.move_to(register, "partner", kotka, land, turku)
        placing.move_to(register, "partner", helsinki, land, kotka)
        assert names(register, "Финляндия") == ["Хельсинки", "г. Котка", "г. Турку"]
        placing.move_to(register, "partner", helsinki, land, turku)
        placing.move_to(register, "partner", turku, land, helsinki)
        assert names(register, "Финляндия") == ["г. Котка", "г. Турку", "Хельсинки"]


def test_bands_and_countries_move_too(opened: OpenRegister) -> None:
    register = opened.register
    asia, europe = id_named(opened, "Азия"), id_named(opened, "Европа")
    placing.move_to(register, "region", asia, None, europe)
    assert names(register) == ["Азия", "Европа", "СНГ"]
    placing.move_to(register, "region", asia, None, None)
    assert names(register) == ["Европа", "СНГ", "Азия"]
    finland = id_named(opened, "Финляндия")
    placing.move_to(register, "country", finland, asia, None)
    assert names(register, "Азия")[-1] == "Финляндия"
    assert "Финляндия" not in names(register, "Европа")


def test_where_it_stands_already_is_no_step(opened: OpenRegister) -> None:
    register = opened.register
    turku, kotka = id_named(opened, "г. Турку"), id_named(opened, "г. Котка")
    land, last = id_named(opened, "Финляндия"), id_named(opened, "Хельсинки")
    assert not placing.move_to(register, "partner", turku, land, kotka)
    assert not placing.move_to(register, "partner", last, land, None)
    assert not placing.move_to(register, "partner", turku, land, turku)


def test_two_partners_become_one_with_everything_under_them(opened: OpenRegister) -> None:
    register = opened.register
    turku, kotka = id_named(opened, "г. Турку"), id_named(opened, "г. Котка")
    catalogue.set_partner_field(register, kotka, "remark", "дубль")
    shared = events.add(register, Scope(ScopeKind.PARTNER, kotka), 2020, text="визит")
    assert shared
    papers = [p.id for i in (turku, kotka) for p in agreements.of_partner(register, i)]
    scope = Scope(ScopeKind.PARTNER, turku)
    of_both = [
        *events.ids(register, scope, 2020),
        *events.ids(register, Scope(ScopeKind.PARTNER, kotka), 2020),
    ]
    before = register.read(queries.content)
    told = placing.carried(register, "partner", kotka)
    assert (told.agreements, told.events) == (len(agreements.of_partner(register, kotka)), 1)
    placing.merge(register, "partner", turku, kotka)
    assert names(register, "Финляндия") == ["г. Турку", "Хельсинки"]
    assert [paper.id for paper in agreements.of_partner(register, turku)] == papers
    assert events.ids(register, scope, 2020) == of_both
    kept = catalogue.partner(register, turku)
    assert [each.name for each in kept.other_names] == ["г. Котка"]
    assert kept.remark == "дубль"
    assert turku in catalogue.matching(register, "котка", 2020).partner_ids
    register.undo()
    assert register.read(queries.content) == before
    register.redo()
    assert names(register, "Финляндия") == ["г. Турку", "Хельсинки"]


def test_an_event_of_both_stands_once(opened: OpenRegister) -> None:
    register = opened.register
    kept, gone = id_named(opened, "г. Турку"), id_named(opened, "г. Котка")
    event = events.ids(register, Scope(ScopeKind.PARTNER, kept), 2020)[0]
    event_places.set_places(register, [event], added=[Scope(ScopeKind.PARTNER, gone)])
    placing.merge(register, "partner", kept, gone)
    found = events.load(register, [event])[event]
    assert [link.partner_id for link in found.links] == [kept]


def test_two_countries_become_one(opened: OpenRegister) -> None:
    register = opened.register
    latvia, finland = id_named(opened, "Латвия"), id_named(opened, "Финляндия")
    before = register.read(queries.content)
    assert placing.carried(register, "country", latvia).partners == 1
    placing.merge(register, "country", finland, latvia)
    assert names(register, "Финляндия") == ["г. Турку", "г. Котка", "Хельсинки", "Рига"]
    assert [n.name for n in catalogue.country(register, finland).other_names] == [
        "Финляндская Республика",
        "Латвийская Республика",
        "Латвия",
    ]
    register.undo()
    assert register.read(queries.content) == before


def test_nothing_is_merged_with_itself_and_no_bands(opened: OpenRegister) -> None:
    turku = id_named(opened, "г. Турку")
    with pytest.raises(ValueError):
        placing.merge(opened.register, "partner", turku, turku)
    with pytest.raises(ValueError):
        placing.merge(opened.register, "region", 1, 2)
