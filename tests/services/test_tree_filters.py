"""The tree narrowed to the partners that need a look."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from partners_app.domain.vocabulary import Prolongation, Status
from partners_app.services import agreements, catalogue, events, tree_filters
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.tree_filters import TreeFilter
from partners_app.ui.open_register import OpenRegister
from tests.ui.sample_registers import id_named, open_sample

TODAY = date(2021, 6, 1)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenRegister]:
    made = open_sample(tmp_path)
    yield made
    made.close()


def found(opened: OpenRegister, *filters: TreeFilter, year: int = 2020) -> frozenset[int]:
    return tree_filters.partners_with(opened.register, filters, year, TODAY)


def test_without_events_of_the_year(opened: OpenRegister) -> None:
    turku, kotka = id_named(opened, "г. Турку"), id_named(opened, "г. Котка")
    assert kotka in found(opened, TreeFilter.NO_EVENTS)
    assert turku not in found(opened, TreeFilter.NO_EVENTS)
    assert turku in found(opened, TreeFilter.NO_EVENTS, year=2021)
    events.add(opened.register, Scope(ScopeKind.PARTNER, kotka), 2020, text="визит")
    assert kotka not in found(opened, TreeFilter.NO_EVENTS)


def test_without_a_document(opened: OpenRegister) -> None:
    turku = id_named(opened, "г. Турку")
    assert turku not in found(opened, TreeFilter.NO_DOCUMENT)
    for paper in agreements.of_partner(opened.register, turku):
        if paper.title and paper.kind is not None:
            agreements.set_field(opened.register, paper.id, "title", None)
    assert turku in found(opened, TreeFilter.NO_DOCUMENT)


def test_expired_before_today_or_the_end_of_the_report_year(opened: OpenRegister) -> None:
    turku = id_named(opened, "г. Турку")
    paper = agreements.of_partner(opened.register, turku)[0].id
    assert turku not in found(opened, TreeFilter.EXPIRED)
    for wording, is_expired in (
        ("31.12.2019", True),
        ("май 2021 г.", True),
        ("июнь 2021 г.", False),
        ("2020 г.", True),
        ("бессрочно", False),
    ):
        agreements.set_field(opened.register, paper, "valid_to", wording)
        assert (turku in found(opened, TreeFilter.EXPIRED)) is is_expired, wording
    agreements.set_field(opened.register, paper, "valid_to", "01.12.2021")
    assert turku in found(opened, TreeFilter.EXPIRED, year=2021)
    agreements.set_field(opened.register, paper, "prolongation", Prolongation.AUTOMATIC)
    assert turku not in found(opened, TreeFilter.EXPIRED, year=2021)


def test_ended_and_two_filters_together(opened: OpenRegister) -> None:
    turku, kotka = id_named(opened, "г. Турку"), id_named(opened, "г. Котка")
    for partner in (turku, kotka):
        catalogue.set_partner_field(opened.register, partner, "status", Status.ENDED)
    assert found(opened, TreeFilter.ENDED) == {turku, kotka}
    assert found(opened, TreeFilter.ENDED, TreeFilter.NO_EVENTS) == {kotka}
    tree = tree_filters.narrowed(
        catalogue.tree(opened.register, 2020), found(opened, TreeFilter.ENDED)
    )
    assert [land.country.name for band in tree.regions for land in band.countries] == ["Финляндия"]


@pytest.mark.parametrize("text", ["белорус", "БЕЛОРУС", "беларус"])
def test_other_names_lead_to_belarus(opened: OpenRegister, text: str) -> None:
    land = next(
        land.country
        for band in catalogue.tree(opened.register, 2020).regions
        for land in band.countries
        if "Белорус" in land.country.name or "Беларус" in land.country.name
    )
    assert land.id in catalogue.matching(opened.register, text, 2020).country_ids
