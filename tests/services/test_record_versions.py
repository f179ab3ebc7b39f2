"""An older version of a record comes back with its lists, in one step; what cannot is named."""

import pytest

from partners_app.domain.errors import RecordMissing
from partners_app.domain.vocabulary import AgreementLinkKind, DateMeaning
from partners_app.services import (
    agreements,
    catalogue,
    event_places,
    events,
    history,
    particulars,
    placing,
)
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.history import StepFilter
from partners_app.services.particulars import NameEntry
from partners_app.services.register import Register

YEAR = 2020


@pytest.fixture
def land(register: Register) -> int:
    (band, *_) = catalogue.tree(register, YEAR).regions
    return next(iter(catalogue.add_country(register, band.region.id, "Австрия").ids("country")))


@pytest.fixture
def graz(register: Register, land: int) -> int:
    return next(iter(catalogue.add_partner(register, land, "г. Грац").ids("partner")))


@pytest.fixture
def linz(register: Register, land: int) -> int:
    return next(iter(catalogue.add_partner(register, land, "г. Линц").ids("partner")))


@pytest.fixture
def paper(register: Register, graz: int) -> int:
    number = next(iter(agreements.add(register, graz).ids("agreement")))
    agreements.set_field(register, number, "title", "Соглашение")
    return number


def newest(register: Register) -> int:
    return register.history(limit=1)[0].id


def city(number: int) -> Scope:
    return Scope(ScopeKind.PARTNER, number)


def test_ux_22_dates_and_links_of_an_agreement_come_back_in_one_step(
    register: Register, graz: int, paper: int
) -> None:
    (plan,) = agreements.add(register, graz).ids("agreement")
    agreements.add_date(register, paper, "10.08.2002", DateMeaning.SIGNED)
    agreements.add_date(register, paper, "27.09.2016")
    agreements.add_link(register, paper, plan, AgreementLinkKind.REPLACES)
    (before, _) = agreements.of_partner(register, graz)
    signed, renewed = before.dates
    agreements.set_field(register, paper, "remark", "в архиве")
    step = newest(register)
    agreements.set_date_text(register, signed.id, "11.08.2002")
    agreements.delete_date(register, renewed.id)
    agreements.add_date(register, paper, "2020 г.")
    agreements.delete_link(register, before.links[0].id)
    after = agreements.of_partner(register, graz)[0]
    seq = register.change_seq()

    done = history.restore_version(register, "agreement", paper, step)

    assert agreements.of_partner(register, graz)[0] == before
    assert done.left == ()
    assert register.change_seq() == seq + 1
    register.undo()
    assert agreements.of_partner(register, graz)[0] == after


def test_ux_22_other_names_come_back(register: Register, graz: int) -> None:
    particulars.save(register, "partner", graz, {}, [NameEntry(None, "Graz"), NameEntry(None, "Г")])
    before = catalogue.partner(register, graz)
    catalogue.rename(register, "partner", graz, "г. Гра́ц")
    step = newest(register)
    first = before.other_names[0]
    particulars.save(register, "partner", graz, {}, [NameEntry(first.id, "Грац", "1900")])
    history.restore_version(register, "partner", graz, step)
    assert catalogue.partner(register, graz) == before


def test_ux_22_the_places_of_an_event_come_back_and_its_order_stays(
    register: Register, graz: int, linz: int, land: int
) -> None:
    (visit,) = events.add(register, city(graz), YEAR, text="визит").ids("event")
    events.add(register, city(graz), YEAR, text="концерт")
    whole = Scope(ScopeKind.COUNTRY, land)
    event_places.set_places(register, [visit], added=[whole])
    places = event_places.places_of(register, [visit])
    events.set_field(register, visit, "remark", "проверено")
    step = newest(register)
    event_places.set_places(register, [visit], added=[city(linz)], removed=[whole])
    events.move(register, visit, city(graz), 1)
    order = events.ids(register, city(graz), YEAR)
    history.restore_version(register, "event", visit, step)
    assert event_places.places_of(register, [visit]) == places
    assert events.ids(register, city(graz), YEAR) == order


def test_what_leads_nowhere_any_more_is_named_and_the_rest_comes_back(
    register: Register, graz: int, linz: int
) -> None:
    (visit,) = events.add(register, city(graz), YEAR, text="визит").ids("event")
    events.set_field(register, visit, "text", "приём")
    step = newest(register)
    event_places.move_to(register, [visit], city(graz), city(linz))
    catalogue.delete(register, "partner", graz)
    done = history.restore_version(register, "event", visit, step)
    assert done.left == (("event_link", "г. Грац"),)
    assert events.load(register, [visit])[visit].text == "визит"
    assert event_places.places_of(register, [visit]) == {visit: frozenset([city(linz)])}, (
        "an event always stands somewhere"
    )


def test_a_link_to_a_deleted_agreement_is_named(register: Register, graz: int, paper: int) -> None:
    (plan,) = agreements.add(register, graz).ids("agreement")
    agreements.set_field(register, plan, "title", "План на год")
    agreements.add_link(register, paper, plan, AgreementLinkKind.REPLACES)
    agreements.set_field(register, paper, "remark", "в архиве")
    step = newest(register)
    agreements.delete(register, plan)
    done = history.restore_version(register, "agreement", paper, step)
    assert done.left == (("agreement_link", "План на год"),)
    assert agreements.of_partner(register, graz)[0].remark == ""


def test_names_that_came_with_a_merged_duplicate_stay_and_are_named(
    register: Register, graz: int, linz: int
) -> None:
    particulars.save(register, "partner", linz, {}, [NameEntry(None, "Linz")])
    catalogue.set_partner_field(register, graz, "remark", "побратим")
    step = newest(register)
    placing.merge(register, "partner", graz, linz)
    done = history.restore_version(register, "partner", graz, step)
    back = catalogue.partner(register, graz)
    assert back.remark == ""
    assert [name.name for name in back.other_names] == ["Linz"]
    assert done.left == (("other_name", "Linz"),)


def test_a_record_brought_back_from_the_trash_has_its_older_versions_too(
    register: Register, graz: int, paper: int
) -> None:
    agreements.set_field(register, paper, "remark", "в архиве")
    step = newest(register)
    agreements.delete(register, paper)
    history.restore_deleted(register, newest(register))
    history.restore_version(register, "agreement", paper, step)
    assert agreements.of_partner(register, graz)[0].remark == ""


def test_before_it_was_added_a_record_has_no_version(register: Register, paper: int) -> None:
    adding = history.steps(register, StepFilter(record=("agreement", paper)))[-1].operation.id
    with pytest.raises(RecordMissing):
        history.restore_version(register, "agreement", paper, adding)


def test_the_history_of_an_agreement_tells_of_a_date_that_is_gone(
    register: Register, graz: int, paper: int
) -> None:
    agreements.add_date(register, paper, "10.08.2002")
    date = agreements.of_partner(register, graz)[0].dates[0].id
    agreements.set_date_text(register, date, "11.08.2002")
    agreements.delete_date(register, date)
    found = history.steps(register, StepFilter(record=("agreement", paper)))
    assert len(found) == 5
    (change,) = history.changes_of_step(register, found[1].operation.id).records
    assert change.owner is not None
    assert (change.owner.table, change.owner.row_id) == ("agreement", paper)


LATIN_P, LATIN_A = "p", "a"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("приёмка", {"Приёмка", "визит"}),
        ("ПРИЕМКА", {"Приёмка", "визит"}),
        (f"п{LATIN_P}иёмк{LATIN_A}", {"Приёмка", "визит"}),
        ("оконнор приемка", {"визит"}),
        ("О’Коннор", {"визит"}),
        ("2003", {"Приёмка"}),
        ("анна", {"Приёмка", "визит", "г. Грац", "Австрия"}),
    ],
)
def test_ux_22_words_of_the_history_are_found_in_any_spelling(
    register: Register, graz: int, text: str, labels: set[str]
) -> None:
    events.add(register, city(graz), YEAR, date_text="1.4.2003", text="Приёмка")
    (about,) = events.add(register, city(graz), YEAR, text="визит").ids("event")
    events.set_field(register, about, "participants", "г-н О'Коннор, «ПРИЕМКА» груза")
    found = history.steps(register, StepFilter(text=text))
    assert {step.operation.label for step in found} == labels


def test_names_of_fields_uuids_and_codes_are_no_words_of_the_history(
    register: Register, graz: int
) -> None:
    (about,) = events.add(register, city(graz), YEAR, text="визит").ids("event")
    events.set_field(register, about, "kind", "concert")
    for word in ("text", "uuid", "concert", "визитt"):
        assert history.steps(register, StepFilter(text=word)) == []
    row = history.changes_of_step(register, newest(register)).records[0]
    assert history.steps(register, StepFilter(text=row.uuid[:8])) == []
