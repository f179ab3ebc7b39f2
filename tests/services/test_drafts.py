"""Drafts: kept beside the register, read back whole, never in the way."""

from pathlib import Path

import pytest

from partners_app.domain.errors import RecordMissing
from partners_app.services import agreements, catalogue, drafts, events, particulars
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.drafts import Draft
from partners_app.services.particulars import NameEntry
from partners_app.services.register import Register

AT = "2026-11-22T14:05:00+03:00"


@pytest.fixture
def graz(register: Register) -> int:
    (band, *_) = catalogue.tree(register, 2020).regions
    (land,) = catalogue.add_country(register, band.region.id, "Австрия").ids("country")
    return next(iter(catalogue.add_partner(register, land, "г. Грац").ids("partner")))


def test_drafts_are_read_back_as_they_were_kept_and_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "Черновики"
    kept = [Draft("event", 7, "text", "визит «делегации»\nвторой строкой", 2020, AT)]
    assert drafts.keep("номер", kept, folder=folder)
    assert drafts.kept("номер", folder=folder) == tuple(kept)
    assert drafts.kept("другой", folder=folder) == ()
    assert drafts.keep("номер", [], folder=folder)
    assert list(folder.iterdir()) == []


def test_a_register_that_somebody_sent_names_no_other_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Черновики"
    kept = [Draft("event", 7, "text", "визит", 2020, AT)]
    assert drafts.keep("../../чужой", kept, folder=folder)
    assert drafts.kept("../../чужой", folder=folder) == tuple(kept)
    assert [each.parent for each in tmp_path.rglob("*.json")] == [folder]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "drafts": []}',
        '{"version": 1, "drafts": [{"table": "event"}]}',
        '{"version": 1, "drafts": [{"table": 1, "row_id": 1, "field": "text", "text": "",'
        ' "year": 2020, "at": "2026-11-22T14:05:00+03:00"}]}',
        '{"version": 1, "drafts": [{"table": "event", "row_id": 1, "field": "text", "text": "",'
        ' "year": 2020, "at": "yesterday"}]}',
    ],
)
def test_a_file_that_makes_no_sense_offers_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "номер.json").write_text(content, encoding="utf-8")
    assert drafts.kept("номер", folder=tmp_path) == ()


def test_a_folder_that_cannot_be_made_stops_no_typing(tmp_path: Path) -> None:
    (tmp_path / "занято").write_text("", encoding="utf-8")
    draft = Draft("event", 7, "text", "визит", 2020, AT)
    assert not drafts.keep("номер", [draft], folder=tmp_path / "занято")


def test_a_draft_becomes_a_field_or_new_events(register: Register, graz: int) -> None:
    place = Scope(ScopeKind.PARTNER, graz)
    (event,) = events.add(register, place, 2020, text="визит").ids("event")
    drafts.restore(register, Draft("event", event, "text", "приём", 2020, AT))
    assert events.load(register, [event])[event].text == "приём"
    drafts.restore(register, Draft("partner", graz, "line", "10 марта – концерт", 2020, AT))
    ids = events.ids(register, place, 2020)
    added = events.load(register, ids)[ids[1]]
    assert (added.date.text, added.text) == ("10 марта", "концерт")
    with pytest.raises(RecordMissing):
        drafts.restore(register, Draft("event", 4711, "text", "приём", 2020, AT))


def restored(register: Register, table: str, row_id: int, field: str, text: str) -> None:
    assert drafts.restore(register, Draft(table, row_id, field, text, 2020, AT))


def test_a_draft_becomes_a_field_or_a_new_date_of_an_agreement(
    register: Register, graz: int
) -> None:
    (paper,) = agreements.add(register, graz).ids("agreement")
    restored(register, "agreement", paper, "new_date", "весной 2003 г.")
    (found,) = agreements.of_partner(register, graz)
    assert [date.date.text for date in found.dates] == ["весной 2003 г."]
    restored(register, "agreement_date", found.dates[0].id, "date", "2003 г.")
    restored(register, "agreement", paper, "title", "Протокол")
    restored(register, "agreement", paper, "prolongation_years", "5")
    restored(register, "agreement", paper, "valid_to", "2025 г.")
    (found,) = agreements.of_partner(register, graz)
    assert (found.title, found.prolongation_years) == ("Протокол", 5)
    assert (found.dates[0].date.text, found.valid_to.text) == ("2003 г.", "2025 г.")
    restored(register, "agreement", paper, "prolongation_years", "")
    restored(register, "agreement", paper, "title", "")
    (found,) = agreements.of_partner(register, graz)
    assert (found.title, found.prolongation_years) == (None, None)


def test_a_draft_becomes_a_name_or_a_new_record_of_the_tree(register: Register, graz: int) -> None:
    names = [NameEntry(None, "Graz")]
    particulars.save(register, "partner", graz, {}, names)
    restored(register, "partner", graz, "name", "г. Грац (Австрия)")
    restored(register, "partner", graz, "remark", "побратим")
    found = catalogue.partner(register, graz)
    assert (found.name, found.remark) == ("г. Грац (Австрия)", "побратим")
    assert [name.name for name in found.other_names] == ["Graz"], "the list is left alone"
    restored(register, "all", 0, "region", "Африка")
    *_, band = catalogue.tree(register, 2020).regions
    restored(register, "region", band.region.id, "country", "Египет")
    *_, band = catalogue.tree(register, 2020).regions
    restored(register, "country", band.countries[0].country.id, "partner", "г. Каир")
    *_, band = catalogue.tree(register, 2020).regions
    assert band.region.name == "Африка"
    assert band.countries[0].partners[0].partner.name == "г. Каир"


def test_a_pasted_text_becomes_the_events_that_were_proposed(register: Register, graz: int) -> None:
    text = "10 марта – концерт\n12 марта – приём\n10 марта – концерт"
    restored(register, "partner", graz, "pasted", text)
    ids = events.ids(register, Scope(ScopeKind.PARTNER, graz), 2020)
    assert [events.load(register, ids)[number].text for number in ids] == ["концерт", "приём"]


def test_what_is_no_place_of_a_text_is_said_to_be_gone(register: Register) -> None:
    with pytest.raises(RecordMissing):
        drafts.restore(register, Draft("edition", 1, "title", "Отчёт", 2020, AT))
