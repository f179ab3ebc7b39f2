"""An agreement's ties to others, its scan, and the names that the form offers."""

from pathlib import Path

import pytest

from partners_app.domain.errors import FileKindUnknown, FileMissing, RecordMissing
from partners_app.domain.vocabulary import AgreementLinkKind
from partners_app.services import agreements, catalogue, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register

REPLACES, SUPPLEMENTS = AgreementLinkKind.REPLACES, AgreementLinkKind.SUPPLEMENTS


def partner_named(register: Register, name: str) -> int:
    return next(
        node.partner.id
        for band in catalogue.tree(register, 2020).regions
        for land in band.countries
        for node in land.partners
        if node.partner.name == name
    )


@pytest.fixture
def papers(register_2020: Register) -> tuple[int, int]:
    """Two papers of Turku."""
    found = agreements.of_partner(register_2020, partner_named(register_2020, "г. Турку"))
    return found[0].id, found[1].id


def links(register: Register, agreement_id: int) -> list[tuple[int, AgreementLinkKind]]:
    partner = partner_named(register, "г. Турку")
    found = agreements.of_partner(register, partner)
    return [
        (link.other_id, link.kind)
        for each in found
        if each.id == agreement_id
        for link in each.links
    ]


def test_one_paper_replaces_another_and_undo_takes_it_back(
    register_2020: Register, papers: tuple[int, int]
) -> None:
    old, new = papers
    assert agreements.add_link(register_2020, new, old, REPLACES)
    assert links(register_2020, new) == [(old, REPLACES)]
    register_2020.undo()
    assert links(register_2020, new) == []


def test_the_same_link_is_not_said_twice_but_may_become_another(
    register_2020: Register, papers: tuple[int, int]
) -> None:
    old, new = papers
    agreements.add_link(register_2020, new, old, REPLACES)
    assert not agreements.add_link(register_2020, new, old, REPLACES)
    agreements.add_link(register_2020, new, old, SUPPLEMENTS)
    assert links(register_2020, new) == [(old, SUPPLEMENTS)]


def test_a_link_is_deleted_alone_and_goes_with_either_paper(
    register_2020: Register, papers: tuple[int, int]
) -> None:
    old, new = papers
    (link,) = agreements.add_link(register_2020, new, old, REPLACES).ids("agreement_link")
    agreements.delete_link(register_2020, link)
    assert links(register_2020, new) == []
    with pytest.raises(RecordMissing):
        agreements.delete_link(register_2020, link)
    agreements.add_link(register_2020, new, old, REPLACES)
    agreements.delete(register_2020, old)
    assert links(register_2020, new) == []
    register_2020.undo()
    assert links(register_2020, new) == [(old, REPLACES)]


def test_no_paper_replaces_itself(register_2020: Register, papers: tuple[int, int]) -> None:
    with pytest.raises(ValueError):
        agreements.add_link(register_2020, papers[0], papers[0], REPLACES)


def test_papers_of_the_partner_come_first_then_those_of_its_country(
    register_2020: Register, papers: tuple[int, int]
) -> None:
    found = agreements.relatives(register_2020, papers[0])
    assert papers[0] not in [each.id for each in found]
    assert found[0].id == papers[1]
    partners = [each.partner for each in found]
    assert partners.count("г. Турку") >= 1
    assert "г. Котка" in partners
    assert partners == sorted(partners, key=lambda name: name != "г. Турку")
    assert "г. Осака" not in partners


def test_a_linked_paper_is_named_although_it_stands_in_another_country(
    register_2020: Register, papers: tuple[int, int]
) -> None:
    osaka = agreements.of_partner(register_2020, partner_named(register_2020, "г. Осака"))[0]
    agreements.add_link(register_2020, papers[0], osaka.id, SUPPLEMENTS)
    assert agreements.relatives(register_2020, papers[0])[-1].id == osaka.id


def test_who_is_responsible_is_known_from_agreements_and_events(
    register_2020: Register, papers: tuple[int, int]
) -> None:
    agreements.set_field(register_2020, papers[0], "responsible", "Комитет по культуре")
    scope = Scope(ScopeKind.PARTNER, partner_named(register_2020, "г. Турку"))
    event = events.ids(register_2020, scope, 2020)[0]
    events.set_field(register_2020, event, "responsible", "КВС")
    assert agreements.responsible_names(register_2020) == ["КВС", "Комитет по культуре"]


def test_a_scan_beside_the_register_moves_with_it(
    register_2020: Register, papers: tuple[int, int]
) -> None:
    folder = register_2020.path.parent / "Сканы № 1"
    folder.mkdir()
    scan = folder / "протокол #1 100 %.PDF"
    scan.write_bytes(b"%PDF")
    agreements.set_scan(register_2020, papers[0], scan)
    partner = partner_named(register_2020, "г. Турку")
    kept = agreements.of_partner(register_2020, partner)[0].scan_path
    assert kept == "Сканы № 1/протокол #1 100 %.PDF"
    assert agreements.scan_file(register_2020, kept) == scan


def test_a_scan_elsewhere_is_kept_by_its_whole_path(
    register_2020: Register, papers: tuple[int, int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    scan = tmp_path_factory.mktemp("elsewhere") / "a.jpg"
    scan.write_bytes(b"x")
    agreements.set_scan(register_2020, papers[0], scan)
    partner = partner_named(register_2020, "г. Турку")
    assert Path(agreements.of_partner(register_2020, partner)[0].scan_path) == scan


@pytest.mark.parametrize("name", ["run.exe", "run.pdf.lnk", "no suffix", "page.html"])
def test_what_the_system_would_run_is_no_scan(
    register_2020: Register, papers: tuple[int, int], name: str
) -> None:
    with pytest.raises(FileKindUnknown):
        agreements.set_scan(register_2020, papers[0], register_2020.path.parent / name)
    with pytest.raises(FileKindUnknown):
        agreements.scan_file(register_2020, name)


def test_a_scan_that_is_gone_is_missing(register_2020: Register) -> None:
    with pytest.raises(FileMissing):
        agreements.scan_file(register_2020, "gone.pdf")
