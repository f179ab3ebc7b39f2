"""Bands, countries and partners: what the tree shows and what a clerk does in it."""

from collections.abc import Callable

import pytest

from partners_app.domain.changes import Change, ChangeSet, Row
from partners_app.domain.errors import RecordMissing
from partners_app.domain.vocabulary import OperationKind, PartnerKind, Status
from partners_app.services import agreements, catalogue, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import rows
from partners_app.storage.digest import content_digest


def _country(register: Register, name: str, region: int = 1) -> int:
    (row_id,) = catalogue.add_country(register, region, name).ids("country")
    return row_id


def _partner(register: Register, country: int, name: str | None) -> int:
    (row_id,) = catalogue.add_partner(register, country, name).ids("partner")
    return row_id


def _event(register: Register, scope: Scope, text: str = "визит", year: int = 2020) -> int:
    (row_id,) = events.add(register, scope, year, text=text).ids("event")
    return row_id


def _of_partner(partner: int) -> Scope:
    return Scope(ScopeKind.PARTNER, partner)


def _stand_in(register: Register, event: int, *partners: int) -> None:
    """Let an event stand in the cells of further partners."""
    changes = []
    for number, partner in enumerate(partners, start=1):
        row: Row = {
            "uuid": f"link {event} {partner}",
            "event_id": event,
            "partner_id": partner,
            "country_id": None,
            "position": 1024,
        }
        changes.append(Change("event_link", -number, None, row))
    register.apply(ChangeSet(OperationKind.EDIT, tuple(changes), "event", ""))


def _other_name(register: Register, owner: str, owner_id: int, name: str) -> None:
    row: Row = {
        "uuid": f"name {name}",
        "country_id": owner_id if owner == "country" else None,
        "partner_id": owner_id if owner == "partner" else None,
        "name": name,
        "used_from_text": "",
        "used_to_text": "",
        "position": 1024,
    }
    change = Change("other_name", -1, None, row)
    register.apply(ChangeSet(OperationKind.EDIT, (change,), owner, ""))


def _names(register: Register) -> list[tuple[str, list[tuple[str, list[str | None]]]]]:
    return [
        (
            band.region.name,
            [
                (land.country.name, [item.partner.name for item in land.partners])
                for land in band.countries
            ],
        )
        for band in catalogue.tree(register, 2020).regions
    ]


# --- the tree -------------------------------------------------------------------------------------


def test_the_tree_of_2020_has_everything_in_report_order(register_2020: Register) -> None:
    tree = catalogue.tree(register_2020, 2020)
    assert sum(len(band.countries) for band in tree.regions) == 30
    partners = [item for band in tree.regions for land in band.countries for item in land.partners]
    assert len(partners) == 52
    assert sum(item.partner.name is None for item in partners) == 9
    assert tree.count == 130 == sum(band.count for band in tree.regions)
    assert tree.regions[0].countries[0].country.name == "Австрия"
    assert catalogue.tree(register_2020, 2019).count == 0
    assert catalogue.event_count(register_2020, 2020) == 130


def test_an_event_of_several_cells_counts_once_wherever_they_meet(register: Register) -> None:
    austria, chile = _country(register, "Австрия"), _country(register, "Чили", 2)
    graz, linz = _partner(register, austria, "г. Грац"), _partner(register, austria, "г. Линц")
    santiago = _partner(register, chile, "г. Сантьяго")
    shared = _event(register, _of_partner(graz), "общий визит")
    _stand_in(register, shared, linz, santiago)
    _event(register, Scope(ScopeKind.COUNTRY, austria), "визит в страну")
    _event(register, _of_partner(graz), "прошлогодний", year=2019)
    tree = catalogue.tree(register, 2020)
    (first, second, third) = tree.regions
    assert tree.count == 2
    assert (first.count, second.count, third.count) == (2, 1, 0)
    assert [land.count for land in first.countries] == [2]
    assert [item.count for item in first.countries[0].partners] == [1, 1]
    assert second.countries[0].partners[0].count == 1
    assert catalogue.years(register) == [2019, 2020]


def test_records_are_found_one_by_one(register_2020: Register) -> None:
    partner = catalogue.partner(register_2020, 1)
    country = catalogue.country(register_2020, partner.country_id)
    region = catalogue.region(register_2020, country.region_id)
    assert (country.name, region.name) == ("Австрия", "Европа")
    reads: list[tuple[Callable[[Register, int], object], str]] = [
        (catalogue.partner, "partner"),
        (catalogue.country, "country"),
        (catalogue.region, "region"),
    ]
    for read, table in reads:
        with pytest.raises(RecordMissing) as caught:
            read(register_2020, 999)
        assert (caught.value.table, caught.value.row_id) == (table, 999)


def test_a_record_is_led_to_by_its_uuid(register_2020: Register) -> None:
    event = events.load(register_2020, [1])[1]
    scope, row_id = catalogue.place_of(register_2020, "event", event.uuid)
    assert (scope, row_id) == (_of_partner(event.links[0].partner_id or 0), 1)
    (agreement, *_) = agreements.of_partner(register_2020, 2)
    assert catalogue.place_of(register_2020, "agreement", agreement.uuid) == (
        _of_partner(2),
        agreement.id,
    )
    country = catalogue.country(register_2020, 3)
    assert catalogue.place_of(register_2020, "country", country.uuid) == (
        Scope(ScopeKind.COUNTRY, 3),
        3,
    )
    with pytest.raises(RecordMissing):
        catalogue.place_of(register_2020, "event", "none")


def test_a_date_is_led_to_its_agreement(register_2020: Register) -> None:
    agreement = next(each for each in agreements.of_partner(register_2020, 2) if each.dates)
    dates = {date.uuid: agreement.uuid for date in agreement.dates}
    found = catalogue.agreements_of_dates(register_2020, [*dates, "none"])
    assert found == dates


# --- adding ---------------------------------------------------------------------------------------


def test_what_is_added_stands_at_the_end(register: Register) -> None:
    catalogue.add_region(register, "Африка")
    austria = _country(register, "Австрия")
    _country(register, "Бельгия")
    _partner(register, austria, "г. Грац")
    _partner(register, austria, None)
    assert _names(register) == [
        ("Европа", [("Австрия", ["г. Грац", None]), ("Бельгия", [])]),
        ("Азия", []),
        ("СНГ", []),
        ("Африка", []),
    ]
    assert catalogue.region(register, 4).heading == "АФРИКА"
    assert [(step.kind, step.subject, step.label) for step in register.history(limit=2)] == [
        (OperationKind.ADD, "partner", "Австрия"),  # the country as a whole goes by its name
        (OperationKind.ADD, "partner", "г. Грац"),
    ]


@pytest.mark.parametrize(
    ("name", "kept", "kind"),
    [
        ("г. Грац", "г. Грац", PartnerKind.CITY),
        ("провинция Хайнань", "провинция Хайнань", PartnerKind.REGION),
        (None, None, PartnerKind.COUNTRY),
        ("", None, PartnerKind.COUNTRY),
        ("  \t", None, PartnerKind.COUNTRY),
    ],
)
def test_a_partner_gets_the_kind_that_its_name_tells(
    name: str | None, kept: str | None, kind: PartnerKind, register: Register
) -> None:
    partner = catalogue.partner(register, _partner(register, _country(register, "Китай"), name))
    assert (partner.name, partner.kind, partner.status) == (kept, kind, Status.IN_FORCE)


def test_nothing_is_added_under_what_is_gone(register: Register) -> None:
    before = register.path.read_bytes()
    acts: list[tuple[Callable[[], object], str]] = [
        (lambda: catalogue.add_country(register, 99, "Чили"), "region"),
        (lambda: catalogue.add_partner(register, 99, "г. Сантьяго"), "country"),
        (lambda: catalogue.add_partner(register, 99, None), "country"),
        (lambda: events.add(register, _of_partner(99), 2020), "partner"),
        (lambda: events.add(register, Scope(ScopeKind.COUNTRY, 99), 2020), "country"),
        (lambda: agreements.add(register, 99), "partner"),
    ]
    for add, table in acts:
        with pytest.raises(RecordMissing) as caught:
            add()
        assert (caught.value.table, caught.value.row_id) == (table, 99)
    assert register.path.read_bytes() == before


# --- editing --------------------------------------------------------------------------------------


def test_a_heading_follows_its_band_until_it_has_words_of_its_own(register: Register) -> None:
    written = catalogue.rename(register, "region", 1, "Европейские страны")
    assert catalogue.region(register, 1).heading == "ЕВРОПЕЙСКИЕ СТРАНЫ"
    assert len(written.changes) == 1
    heading = Change("region", 1, {"heading": "ЕВРОПЕЙСКИЕ СТРАНЫ"}, {"heading": "ЗАПАД"})
    register.apply(ChangeSet(OperationKind.EDIT, (heading,), "region", ""))
    catalogue.rename(register, "region", 1, "Европа")
    assert catalogue.region(register, 1).heading == "ЗАПАД"


def test_a_name_is_kept_as_it_was_typed(register: Register) -> None:
    country = _country(register, "Австрия")
    partner = _partner(register, country, "г. Грац")
    catalogue.rename(register, "country", country, " Белоруссия (Беларусь)")
    assert catalogue.country(register, country).name == " Белоруссия (Беларусь)"
    catalogue.rename(register, "partner", partner, "")
    assert catalogue.partner(register, partner).name is None
    catalogue.set_partner_field(register, partner, "name", "г. Линц")
    assert catalogue.partner(register, partner).name == "г. Линц"
    catalogue.set_partner_field(register, partner, "name", " ")
    assert catalogue.partner(register, partner).name is None


def test_an_equal_name_is_no_step(register: Register) -> None:
    assert not catalogue.rename(register, "region", 1, "Европа")
    assert register.change_seq() == 1


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("kind", PartnerKind.REGION, PartnerKind.REGION),
        ("kind", "district", PartnerKind.DISTRICT),
        ("status", Status.ENDED, Status.ENDED),
        ("status_reason", "по решению", "по решению"),
        ("latitude", 47.07, 47.07),
        ("latitude", 47, 47.0),
        ("longitude", None, None),
        ("remark", "Ё", "Ё"),
    ],
)
def test_each_field_of_a_partner_can_be_set_and_undone(
    field: str, value: str | float | None, shown: object, register_2020: Register
) -> None:
    before = catalogue.partner(register_2020, 5)
    assert catalogue.set_partner_field(register_2020, 5, field, value)
    assert getattr(catalogue.partner(register_2020, 5), field) == shown
    assert not catalogue.set_partner_field(register_2020, 5, field, value)
    register_2020.undo()
    assert catalogue.partner(register_2020, 5) == before


def test_a_date_of_a_partner_takes_a_wording(register_2020: Register) -> None:
    catalogue.set_partner_field(register_2020, 5, "status_date", "март 2022 г.")
    date = catalogue.partner(register_2020, 5).status_date
    assert (date.text, date.edtf) == ("март 2022 г.", "2022-03")


@pytest.mark.parametrize("field", ["uuid", "country_id", "position", "id", "colour", "name_key"])
def test_what_is_no_field_of_a_partner_cannot_be_set(field: str, register_2020: Register) -> None:
    with pytest.raises(ValueError, match=field):
        catalogue.set_partner_field(register_2020, 5, field, "1")


def test_only_what_stands_in_the_tree_is_renamed_deleted_and_moved(register: Register) -> None:
    with pytest.raises(ValueError, match="event"):
        catalogue.rename(register, "event", 1, "x")
    with pytest.raises(ValueError, match="setting"):
        catalogue.delete(register, "setting", 1)
    with pytest.raises(RecordMissing):
        catalogue.rename(register, "country", 1, "x")
    with pytest.raises(RecordMissing):
        catalogue.delete(register, "partner", 1)
    with pytest.raises(RecordMissing):
        catalogue.move(register, "country", 1, 1)


# --- deleting -------------------------------------------------------------------------------------


def test_a_band_goes_with_everything_and_comes_back_with_everything(
    register_2020: Register,
) -> None:
    before = register_2020.read(content_digest)
    counts = register_2020.counts()
    band = catalogue.tree(register_2020, 2020).regions[0]
    written = catalogue.delete(register_2020, "region", band.region.id)
    assert len(written.ids("country")) == len(band.countries)
    assert len(written.ids("event")) == band.count
    assert len(written.ids("event_link")) >= band.count
    assert written.label == "Европа"
    left = register_2020.counts()
    assert (left.regions, left.countries) == (2, counts.countries - len(band.countries))
    assert left.events == counts.events - band.count
    register_2020.undo()
    assert register_2020.read(content_digest) == before


def test_an_event_of_two_partners_stays_with_the_other(register: Register) -> None:
    austria = _country(register, "Австрия")
    graz, linz = _partner(register, austria, "г. Грац"), _partner(register, austria, "г. Линц")
    shared = _event(register, _of_partner(graz), "общий")
    alone = _event(register, _of_partner(graz), "свой")
    _stand_in(register, shared, linz)
    catalogue.delete(register, "partner", graz)
    assert set(events.load(register, [shared, alone])) == {shared}
    assert [link.partner_id for link in events.load(register, [shared])[shared].links] == [linz]
    register.undo()
    assert len(events.load(register, [shared])[shared].links) == 2
    catalogue.delete(register, "country", austria)
    assert events.load(register, [shared, alone]) == {}


def test_links_between_agreements_go_with_either(register: Register) -> None:
    austria = _country(register, "Австрия")
    graz, linz = _partner(register, austria, "г. Грац"), _partner(register, austria, "г. Линц")
    (first,) = agreements.add(register, graz).ids("agreement")
    (second,) = agreements.add(register, linz).ids("agreement")
    row: Row = {"uuid": "al", "agreement_id": second, "other_id": first, "kind": "replaces"}
    change = Change("agreement_link", -1, None, row)
    register.apply(ChangeSet(OperationKind.EDIT, (change,), "agreement", ""))
    catalogue.delete(register, "partner", graz)
    assert agreements.of_partner(register, linz)[0].links == ()
    register.undo()
    assert agreements.of_partner(register, linz)[0].links[0].other_id == first


# --- moving ---------------------------------------------------------------------------------------


def test_a_move_writes_one_row(register_2020: Register) -> None:
    before = [band.region.name for band in catalogue.tree(register_2020, 2020).regions]
    for step, expected in ((1, [1, 0, 2]), (1, [1, 2, 0]), (-1, [1, 0, 2]), (-1, [0, 1, 2])):
        written = catalogue.move(register_2020, "region", 1, step)
        assert [(change.table, change.id) for change in written.changes] == [("region", 1)]
        now = [band.region.name for band in catalogue.tree(register_2020, 2020).regions]
        assert now == [before[place] for place in expected]


def test_the_first_does_not_go_up_nor_the_last_down(register: Register) -> None:
    assert not catalogue.move(register, "region", 1, -1)
    assert not catalogue.move(register, "region", 3, 1)
    assert register.change_seq() == 1


def test_a_list_gets_its_gaps_anew_when_they_have_run_out(register: Register) -> None:
    austria = _country(register, "Австрия")
    ids = [_partner(register, austria, f"г. {letter}") for letter in "абвг"]

    def order() -> list[int]:
        (land,) = catalogue.tree(register, 2020).regions[0].countries
        return [item.partner.id for item in land.partners]

    wrote_all = 0
    for _ in range(25):
        # The second and the third change places: the gap between them halves each time.
        first, second, third, fourth = order()
        written = catalogue.move(register, "partner", third, -1)
        wrote_all += len(written.changes) > 1
        assert order() == [first, third, second, fourth]
    assert 0 < wrote_all < 10
    places = {row["position"] for row in register.read(rows.load, "partner", ids).values()}
    assert len(places) == 4
    for _ in range(25):
        register.undo()
    assert order() == ids


def test_a_move_stays_among_its_neighbours(register: Register) -> None:
    austria, belgium = _country(register, "Австрия"), _country(register, "Бельгия")
    first, second = _partner(register, austria, "г. Грац"), _partner(register, belgium, "г. Гент")
    assert not catalogue.move(register, "partner", first, 1)
    assert not catalogue.move(register, "partner", second, -1)


# --- searching ------------------------------------------------------------------------------------


def test_a_search_finds_names_by_any_part_and_events_by_their_words(register: Register) -> None:
    oryol = _country(register, "Страна Орёл")
    kyoto = _partner(register, oryol, "г. Киото")
    empty = _partner(register, oryol, None)
    _event(register, _of_partner(empty), "встреча с представителями")
    _event(register, _of_partner(kyoto), "осенью", year=2019)

    def found(text: str, year: int = 2020) -> tuple[set[int], set[int], set[int]]:
        matches = catalogue.matching(register, text, year)
        return set(matches.region_ids), set(matches.country_ids), set(matches.partner_ids)

    assert found("ОРЕЛ") == (set(), {oryol}, set())
    assert found("иот") == (set(), set(), {kyoto}), "any part of a name"
    assert found("г. киото") == (set(), set(), {kyoto})
    assert found("предст встр") == (set(), set(), {empty}), "beginnings of words, in any order"
    assert found("ставителями") == (set(), set(), set()), "of events no other part"
    assert found("осенью") == (set(), set(), set())
    assert found("осенью", 2019) == (set(), set(), {kyoto})
    assert found("евр") == ({1}, set(), set())
    assert found("") == (set(), set(), set())
    assert found(" — !") == (set(), set(), set())


def test_a_search_finds_by_other_names_too(register: Register) -> None:
    country = _country(register, "Белоруссия")
    partner = _partner(register, country, "г. Мумбай")
    _other_name(register, "country", country, "Республика Беларусь")
    _other_name(register, "partner", partner, "Бомбей")
    assert catalogue.matching(register, "беларусь", 2020).country_ids == {country}
    assert catalogue.matching(register, "бомб", 2020).partner_ids == {partner}
    assert catalogue.matching(register, "мумбай бомбей", 2020).partner_ids == {partner}


def test_what_a_search_may_hold_besides_words_does_no_harm(register_2020: Register) -> None:
    for text in (
        '"',
        "'",
        "*",
        "(",
        "a OR",
        "NEAR(",
        "main:",
        "-x",
        "%",
        "_",
        "\\",
        "^а",
        "&",
        "+",
    ):
        catalogue.matching(register_2020, text, 2020)
        catalogue.matching(register_2020, f"визит {text}", 2020)
    both = catalogue.matching(register_2020, "визит &", 2020)
    assert both.partner_ids == catalogue.matching(register_2020, "визит", 2020).partner_ids
    long = " ".join(f"слово{number}" for number in range(2000))
    assert not catalogue.matching(register_2020, long, 2020).partner_ids
