"""The next year begins with the same partners and agreements and with no events but the chosen."""

import pytest

from partners_app.domain.errors import RecordMissing, ReportImpossible
from partners_app.services import catalogue, event_places, events, next_year, reporting
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import digest


def test_the_frame_is_there_already_and_nothing_is_written(register_2020: Register) -> None:
    frame = next_year.frame_of(register_2020, 2020)
    assert (frame.year, frame.partners, frame.agreements) == (2021, 52, 60)
    assert (frame.events_there, len(frame.events)) == (0, 130)
    assert frame.title == frame.title_now
    before = register_2020.change_seq()
    assert not next_year.open_year(register_2020, 2020, [])
    assert register_2020.change_seq() == before
    report = reporting.yearly_report(register_2020, 2021)
    assert (report.partner_count, report.event_count) == (52, 0)


def test_chosen_events_are_copied_without_the_dates_that_are_over(
    register_2020: Register,
) -> None:
    austria, graz = Scope(ScopeKind.COUNTRY, 1), Scope(ScopeKind.PARTNER, 1)
    wordings = ["20-22 февраля", "В течение года", "Август-октябрь", "июнь 2020 г.", "уточняется"]
    dates = [
        events.add(register_2020, graz, 2020, date_text=wording, text=f"событие, {wording}")
        for wording in wordings
    ]
    chosen = [next(iter(written.ids("event"))) for written in dates]
    events.add(register_2020, austria, 2020, text="всей страны")
    start = register_2020.read(digest.content_digest)
    written = next_year.open_year(register_2020, 2020, chosen)
    copies = events.load(register_2020, sorted(written.ids("event")))
    assert [event.date.text for event in copies.values()] == [
        *("", "В течение года", "Август-октябрь", "", "уточняется")
    ]
    assert {event.report_year for event in copies.values()} == {2021}
    assert events.ids(register_2020, graz, 2021) == list(copies)
    assert len(events.ids(register_2020, Scope(), 2020)) == 136
    register_2020.undo()
    assert register_2020.read(digest.content_digest) == start


def test_an_event_of_several_partners_is_so_in_the_next_year_too(
    register_2020: Register,
) -> None:
    places = [Scope(ScopeKind.PARTNER, 1), Scope(ScopeKind.PARTNER, 2)]
    (number,) = events.add(register_2020, places[0], 2020, text="общий форум").ids("event")
    event_places.set_places(register_2020, [number], added=places[1:])
    (copy,) = next_year.open_year(register_2020, 2020, [number]).ids("event")
    assert event_places.places_of(register_2020, [copy])[copy] == frozenset(places)


def test_a_title_that_names_the_year_goes_on_in_the_same_step(register_2020: Register) -> None:
    register_2020.set_setting("title", "Итоги 2020 года (12020 визитов)")
    assert next_year.frame_of(register_2020, 2020).title == "Итоги 2021 года (12020 визитов)"
    (number, *_) = events.ids(register_2020, Scope(), 2020)
    next_year.open_year(register_2020, 2020, [number])
    assert register_2020.settings().title == "Итоги 2021 года (12020 визитов)"
    register_2020.undo()
    assert register_2020.settings().title == "Итоги 2020 года (12020 визитов)"
    assert catalogue.event_count(register_2020, 2021) == 0


def test_an_event_that_is_gone_and_a_year_that_cannot_follow(register_2020: Register) -> None:
    with pytest.raises(RecordMissing):
        next_year.open_year(register_2020, 2020, [9999])
    with pytest.raises(ReportImpossible):
        next_year.frame_of(register_2020, 9999)
    assert catalogue.event_count(register_2020, 2021) == 0
