"""Drafts: kept beside the register, read back whole, never in the way."""

from pathlib import Path

import pytest

from partners_app.domain.errors import RecordMissing
from partners_app.services import catalogue, drafts, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.drafts import Draft
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
