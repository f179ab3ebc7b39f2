"""Replace with preview (ux 23): every place is shown, what is chosen is one step."""

import pytest

from partners_app.services import agreements, catalogue, events, replacing
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.services.replacing import Wording


@pytest.fixture
def graz(register: Register) -> Scope:
    (band, *_) = catalogue.tree(register, 2020).regions
    (land,) = catalogue.add_country(register, band.region.id, "Австрия").ids("country")
    (partner,) = catalogue.add_partner(register, land, "г. Грац").ids("partner")
    return Scope(ScopeKind.PARTNER, partner)


def add(register: Register, scope: Scope, text: str, year: int = 2020) -> int:
    (number,) = events.add(register, scope, year, date_text="3 марта", text=text).ids("event")
    return number


def test_ux_23_places_of_all_kinds_and_years_are_planned_and_undone_as_one(
    register: Register, graz: Scope
) -> None:
    assert graz.id is not None
    first = add(register, graz, "Визит в Грац: грац, Грац.")
    add(register, graz, "визит", 2019)
    catalogue.set_partner_field(register, graz.id, "remark", "грац – столица земли")
    (paper,) = agreements.add(register, graz.id).ids("agreement")
    agreements.set_field(register, paper, "title", "Соглашение с Грацем")
    wording = Wording("грац", "Вена")
    plan = replacing.plan(register, wording)
    assert [(item.table, item.field) for item in plan.replacements] == [
        ("partner", "name"),
        ("partner", "remark"),
        ("agreement", "title"),
        ("event", "text"),
    ]
    assert plan.replacements[-1].after == "Визит в Вена: Вена, Вена."
    assert plan.replacements[-1].place == ("Европа", "Австрия", "г. Грац")
    before = register.change_seq()
    replacing.replace(register, wording, plan.replacements)
    assert register.change_seq() == before + 1
    assert catalogue.partner(register, graz.id).name == "г. Вена"
    register.undo()
    assert replacing.plan(register, wording) == plan
    assert events.load(register, [first])[first].text == "Визит в Грац: грац, Грац."


def test_case_and_whole_words_are_a_choice(register: Register, graz: Scope) -> None:
    for text in ("Дни города", "дни", "буДни"):
        add(register, graz, text)

    def found(wording: Wording) -> list[str]:
        return [item.before for item in replacing.plan(register, wording).replacements]

    assert found(Wording("Дни", "х")) == ["Дни города", "дни", "буДни"]
    assert found(Wording("Дни", "х", match_case=True)) == ["Дни города", "буДни"]
    assert found(Wording("Дни", "х", whole_words=True)) == ["Дни города", "дни"]


def test_only_what_is_chosen_is_written(register: Register, graz: Scope) -> None:
    for text in ("визит 1", "визит 2"):
        add(register, graz, text)
    wording = Wording("визит", "приём")
    plan = replacing.plan(register, wording)
    replacing.replace(register, wording, plan.replacements[1:])
    loaded = events.load(register, events.ids(register, graz, 2020))
    assert [item.text for item in loaded.values()] == ["визит 1", "приём 2"]


def test_a_pattern_is_only_a_text_and_the_heading_of_a_band_follows(register: Register) -> None:
    assert replacing.plan(register, Wording(".*", "х")).total == 0
    wording = Wording("Азия", "Азия и Африка")
    replacing.replace(register, wording, replacing.plan(register, wording).replacements)
    band = catalogue.tree(register, 2020).regions[1].region
    assert (band.name, band.heading) == ("Азия и Африка", "АЗИЯ И АФРИКА")


def test_no_country_and_no_other_name_is_left_without_a_name(register: Register) -> None:
    (band, *_) = catalogue.tree(register, 2020).regions
    (land,) = catalogue.add_country(register, band.region.id, "Корея").ids("country")
    (partner,) = catalogue.add_partner(register, land, "Корея").ids("partner")
    catalogue.add_country(register, band.region.id, "Республика Корея")
    plan = replacing.plan(register, Wording("Корея", ""))
    replacing.replace(register, Wording("Корея", ""), plan.replacements)
    changed = [(item.table, item.before) for item in plan.replacements]
    assert changed == [("country", "Республика Корея"), ("partner", "Корея")]
    assert catalogue.partner(register, partner).name is None


def test_a_long_list_is_cut_and_says_so(register: Register, graz: Scope) -> None:
    for number in range(4):
        add(register, graz, f"визит {number}")
    plan = replacing.plan(register, Wording("визит", "приём"), limit=3)
    assert (len(plan.replacements), plan.total) == (3, 4)


def test_what_stays_as_it_is_is_no_place(register: Register, graz: Scope) -> None:
    add(register, graz, "визит")
    assert replacing.plan(register, Wording("визит", "визит")).total == 0
