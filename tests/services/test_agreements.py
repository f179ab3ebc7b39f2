"""The agreements of a partner: their fields, their dates, their order."""

from collections.abc import Callable

import pytest

from partners_app.domain.errors import RecordMissing
from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import (
    AgreementKind,
    DateMeaning,
    OperationKind,
    Prolongation,
    Status,
)
from partners_app.services import agreements, catalogue
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage.digest import content_digest


@pytest.fixture
def partner(register: Register) -> int:
    (country,) = catalogue.add_country(register, 1, "Финляндия").ids("country")
    (row_id,) = catalogue.add_partner(register, country, "г. Турку").ids("partner")
    return row_id


@pytest.fixture
def agreement(register: Register, partner: int) -> int:
    return _add(register, partner)


def _add(register: Register, partner: int, title: str = "Соглашение") -> int:
    (row_id,) = agreements.add(register, partner).ids("agreement")
    agreements.set_field(register, row_id, "title", title)
    return row_id


def _one(register: Register, agreement_id: int) -> Agreement:
    for partner in range(1, 100):
        for item in agreements.of_partner(register, partner):
            if item.id == agreement_id:
                return item
    raise AssertionError(agreement_id)


def _date(register: Register, agreement: int, text: str) -> int:
    (row_id,) = agreements.add_date(register, agreement, text).ids("agreement_date")
    return row_id


def _texts(register: Register, agreement: int) -> list[tuple[str, str]]:
    return [(date.separator, date.date.text) for date in _one(register, agreement).dates]


def test_a_new_agreement_is_empty_and_the_last(register: Register, partner: int) -> None:
    first, second = _add(register, partner, "первое"), _add(register, partner, "второе")
    found = agreements.of_partner(register, partner)
    assert [item.id for item in found] == [first, second]
    assert found[0].kind is AgreementKind.AGREEMENT
    assert found[0].status is Status.IN_FORCE
    assert (found[0].dates, found[0].links) == ((), ())
    assert agreements.of_partner(register, 99) == ()
    with pytest.raises(RecordMissing):
        agreements.add(register, 99)


def test_the_agreements_of_2020_are_there(register_2020: Register) -> None:
    turku = next(
        partner
        for band in catalogue.tree(register_2020, 2020).regions
        for land in band.countries
        for partner in land.partners
        if partner.partner.name == "г. Турку"
    )
    ties, agreement = agreements.of_partner(register_2020, turku.partner.id)
    assert [date.date.text for date in ties.dates] == ["1953 г. – установление связей"]
    assert [(date.separator, date.date.text) for date in agreement.dates] == [
        ("", "10.08.2002"),
        (", ", "27.09.2016"),
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", AgreementKind.PROTOCOL),
        ("kind", None),
        ("title", "Протокол о намерениях"),
        ("title", None),
        ("our_signatory", "Администрация"),
        ("their_signatory", "Мэрия"),
        ("prolongation", Prolongation.AUTOMATIC),
        ("prolongation_years", 5),
        ("notice_months", 6),
        ("status", Status.SUSPENDED),
        ("status_reason", "по решению"),
        ("registration_number", "№ 5/20"),
        ("areas", "культура, наука"),
        ("responsible", "КВС"),
        ("original_place", "архив"),
        ("scan_path", r"\\srv\scans\5.pdf"),
        ("remark", "сверить"),
    ],
)
def test_each_field_can_be_set_and_undone(
    field: str, value: str | int | None, register: Register, agreement: int
) -> None:
    before = _one(register, agreement)
    assert agreements.set_field(register, agreement, field, value)
    assert getattr(_one(register, agreement), field) == value
    assert not agreements.set_field(register, agreement, field, value)
    register.undo()
    assert _one(register, agreement) == before


@pytest.mark.parametrize("field", ["valid_from", "valid_to", "registration_date"])
def test_a_date_of_an_agreement_takes_a_wording(
    field: str, register: Register, agreement: int
) -> None:
    for text, edtf in (("июнь 2017 г.", "2017-06"), ("скоро", None), ("", None)):
        agreements.set_field(register, agreement, field, text)
        date = getattr(_one(register, agreement), field)
        assert (date.text, date.edtf) == (text, edtf)


@pytest.mark.parametrize(
    "field", ["id", "uuid", "partner_id", "position", "dates", "links", "colour"]
)
def test_what_is_no_field_of_an_agreement_cannot_be_set(
    field: str, register: Register, agreement: int
) -> None:
    with pytest.raises(ValueError, match=field):
        agreements.set_field(register, agreement, field, "x")


@pytest.mark.parametrize(
    ("field", "value"),
    [("status", None), ("kind", "promise"), ("prolongation_years", "пять"), ("title", 5)],
)
def test_what_a_field_cannot_hold_is_refused(
    field: str, value: str | int | None, register: Register, agreement: int
) -> None:
    before = register.read(content_digest)
    with pytest.raises(ValueError, match=f"agreement.{field} cannot hold"):
        agreements.set_field(register, agreement, field, value)
    assert register.read(content_digest) == before


def test_an_agreement_goes_with_its_dates_and_comes_back(
    register: Register, agreement: int
) -> None:
    _date(register, agreement, "16.06.2011")
    before = _one(register, agreement)
    written = agreements.delete(register, agreement)
    assert (written.kind, written.label) == (OperationKind.DELETE, "Соглашение")
    assert len(written.ids("agreement_date")) == 1
    assert agreements.of_partner(register, before.partner_id) == ()
    register.undo()
    assert _one(register, agreement) == before


def test_agreements_change_places(register: Register, partner: int) -> None:
    first, second, third = (_add(register, partner, title) for title in "абв")

    def order() -> list[int]:
        return [item.id for item in agreements.of_partner(register, partner)]

    assert len(agreements.move(register, third, -1).changes) == 1
    assert order() == [first, third, second]
    agreements.move(register, first, 1)
    assert order() == [third, first, second]
    assert not agreements.move(register, third, -1)
    assert not agreements.move(register, second, 1)


# --- dates ----------------------------------------------------------------------------------------


def test_a_date_is_added_behind_the_others_with_its_meaning(
    register: Register, agreement: int
) -> None:
    _date(register, agreement, "10.08.2002")
    agreements.add_date(register, agreement, "27.09.2016", DateMeaning.RENEWED)
    agreements.add_date(register, agreement)
    first, second, third = _one(register, agreement).dates
    assert (first.date.text, first.meaning) == ("10.08.2002", None)
    assert (second.date.edtf, second.meaning) == ("2016-09-27", DateMeaning.RENEWED)
    assert (third.date.text, third.separator) == ("", "")
    assert register.history(limit=1)[0].label == "Соглашение"


def test_a_date_gets_another_wording_or_meaning(register: Register, agreement: int) -> None:
    date = _date(register, agreement, "10.08.2002")
    agreements.set_date_text(register, date, "1956 г. – установление связей")
    agreements.set_date_meaning(register, date, DateMeaning.TIES)
    (found,) = _one(register, agreement).dates
    assert (found.date.edtf, found.meaning) == ("1956", DateMeaning.TIES)
    assert not agreements.set_date_meaning(register, date, DateMeaning.TIES)
    agreements.set_date_meaning(register, date, None)
    assert _one(register, agreement).dates[0].meaning is None
    register.undo()
    register.undo()
    register.undo()
    (found,) = _one(register, agreement).dates
    assert (found.date.text, found.meaning) == ("10.08.2002", None)


def test_when_the_first_date_of_a_line_goes_the_next_begins_it(register_2020: Register) -> None:
    double = next(
        item
        for partner in range(1, 53)
        for item in agreements.of_partner(register_2020, partner)
        if [date.separator for date in item.dates] == ["", ", "]
    )
    before = _texts(register_2020, double.id)
    written = agreements.delete_date(register_2020, double.dates[0].id)
    assert len(written.changes) == 2
    assert _texts(register_2020, double.id) == [("", before[1][1])]
    register_2020.undo()
    assert _texts(register_2020, double.id) == before
    agreements.delete_date(register_2020, double.dates[1].id)
    assert _texts(register_2020, double.id) == [before[0]]


def test_a_date_between_lines_goes_alone(register: Register, agreement: int) -> None:
    dates = [_date(register, agreement, text) for text in ("2001", "2002", "2003")]
    written = agreements.delete_date(register, dates[1])
    assert len(written.changes) == 1
    assert _texts(register, agreement) == [("", "2001"), ("", "2003")]


def test_what_is_gone_is_missing(register: Register) -> None:
    acts: list[tuple[Callable[[], object], str]] = [
        (lambda: agreements.set_field(register, 9, "title", "x"), "agreement"),
        (lambda: agreements.set_fields(register, [9], {"remark": "x"}), "agreement"),
        (lambda: agreements.delete(register, 9), "agreement"),
        (lambda: agreements.move(register, 9, 1), "agreement"),
        (lambda: agreements.add_date(register, 9, "2001"), "agreement"),
        (lambda: agreements.set_date_text(register, 9, "2001"), "agreement_date"),
        (lambda: agreements.set_date_meaning(register, 9, None), "agreement_date"),
        (lambda: agreements.delete_date(register, 9), "agreement_date"),
    ]
    for act, table in acts:
        with pytest.raises(RecordMissing) as caught:
            act()
        assert (caught.value.table, caught.value.row_id) == (table, 9)


def test_the_known_signatories_are_told_each_once(register: Register, partner: int) -> None:
    for ours, theirs in (("Администрация", "Мэрия"), ("КВС", "Мэрия"), ("КВС", "")):
        agreement = _add(register, partner)
        agreements.set_field(register, agreement, "our_signatory", ours)
        agreements.set_field(register, agreement, "their_signatory", theirs)
    assert agreements.signatories(register) == (["Администрация", "КВС"], ["Мэрия"])


def test_fields_of_several_agreements_are_set_in_one_step(register: Register, partner: int) -> None:
    first, second, third = (_add(register, partner, title) for title in "абв")
    agreements.set_field(register, second, "responsible", "КВС")
    written = agreements.set_fields(
        register, [first, second, third], {"responsible": "КВС", "valid_to": "2030 г."}
    )
    assert (written.kind, written.label, len(written.changes)) == (OperationKind.EDIT, "3", 3)
    found = agreements.by_ids(register, [third, first, second])
    assert [item.id for item in found] == [third, first, second]
    assert {(item.responsible, item.valid_to.text) for item in found} == {("КВС", "2030 г.")}
    again = agreements.set_fields(register, [first, second, third], {"responsible": "КВС"})
    assert not again, "equal values write nothing"
    one = agreements.set_fields(register, [first, second], {"remark": "", "areas": "культура"})
    assert one.label == "2"
    register.undo()
    register.undo()
    assert [item.responsible for item in agreements.of_partner(register, partner)] == [
        "",
        "КВС",
        "",
    ]
    with pytest.raises(ValueError, match="partner_id"):
        agreements.set_fields(register, [first], {"partner_id": 1})


def test_the_agreements_of_a_place_are_those_of_all_its_partners(register_2020: Register) -> None:
    tree = catalogue.tree(register_2020, 2020)
    everything = agreements.of_scope(register_2020, Scope())
    found: list[Agreement] = []
    for band in tree.regions:
        of_band: list[Agreement] = []
        for land in band.countries:
            of_land = [
                paper
                for node in land.partners
                for paper in agreements.of_partner(register_2020, node.partner.id)
            ]
            here = agreements.of_scope(register_2020, Scope(ScopeKind.COUNTRY, land.country.id))
            assert {paper.id for paper in here} == {paper.id for paper in of_land}
            of_band += of_land
        here = agreements.of_scope(register_2020, Scope(ScopeKind.REGION, band.region.id))
        assert {paper.id for paper in here} == {paper.id for paper in of_band}
        found += of_band
    assert len(everything) == len(found) > 50


def test_several_agreements_go_in_one_step(register: Register, partner: int) -> None:
    first, second, third = (_add(register, partner, title) for title in "абв")
    written = agreements.delete(register, first, third)
    assert written.label == "2"
    assert [item.id for item in agreements.of_partner(register, partner)] == [second]
    register.undo()
    assert [item.id for item in agreements.of_partner(register, partner)] == [first, second, third]
