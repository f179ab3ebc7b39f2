"""What is doubtful in a year, found again by looking at what was touched only."""

import random
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from partners_app.domain.errors import NothingToUndo, RecordMissing
from partners_app.domain.findings import FindingCode
from partners_app.services import (
    agreements,
    catalogue,
    checking,
    duplicates,
    erasing,
    event_places,
    events,
    lexicon,
    particulars,
    register_check,
)
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.checking import YearChecks, check_all
from partners_app.services.particulars import NameEntry
from partners_app.services.register import Register
from partners_app.storage import queries

YEAR = 2020


@pytest.fixture
def checks(register_2020: Register) -> YearChecks:
    checks = YearChecks(register_2020, YEAR)
    assert checks.findings() == check_all(register_2020, YEAR)
    return checks


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """How many events were read each time; None: all."""
    read: list[int | None] = []
    content = queries.content

    def counted(connection, year=None, events=None):  # type: ignore[no-untyped-def]
        read.append(None if events is None else len(events))
        return content(connection, year, events)

    monkeypatch.setattr(queries, "content", counted)
    return read


def partners(register: Register) -> list[Scope]:
    return [
        Scope(ScopeKind.PARTNER, node.partner.id)
        for band in catalogue.tree(register, YEAR).regions
        for land in band.countries
        for node in land.partners
    ]


def osaka(register: Register) -> Scope:
    (found,) = [
        scope
        for scope in partners(register)
        if catalogue.partner(register, scope.id or 0).name == "г. Осака"
    ]
    return found


def test_a_slip_is_found_and_goes_and_only_what_was_touched_is_read(
    register_2020: Register, checks: YearChecks, looked_at: list[int | None]
) -> None:
    before = checks.findings()
    number = events.ids(register_2020, Scope(), YEAR)[5]
    events.set_field(register_2020, number, "text", "концерт (в парке.")
    found = checks.findings()
    (new,) = [each for each in found if each not in before]
    assert new.code is FindingCode.UNPAIRED_SIGN
    register_2020.undo()
    assert checks.findings() == before
    total = events.total(register_2020, Scope(), YEAR)
    assert looked_at and all(number is not None and number < total / 2 for number in looked_at)


def test_an_event_entered_again_is_noticed_under_the_earlier_one(
    register_2020: Register, checks: YearChecks
) -> None:
    register, cities = register_2020, partners(register_2020)
    before = checks.findings()
    source = events.ids(register, Scope(), YEAR)[7]
    event_places.copy_to(register, [source], cities[-1])
    (new,) = [each for each in checks.findings() if each not in before]
    assert new.code is FindingCode.ENTERED_TWICE
    # Now the first is changed: the later one has lost what it was like.
    text = events.load(register, [source])[source].text
    events.set_field(register, source, "text", "совсем другое событие года")
    assert checks.findings() == check_all(register, YEAR)
    # And gets it back, from the side of the earlier one.
    events.set_field(register, source, "text", text)
    assert new in checks.findings()
    copy = max(events.ids(register, Scope(), YEAR))
    duplicates.accept(register, copy, source)
    assert new not in checks.findings()
    register.undo()
    assert new in checks.findings()
    duplicates.merge(register, copy, source)
    assert checks.findings() == check_all(register, YEAR)


def test_what_another_process_wrote_is_found_too(
    register_2020: Register, checks: YearChecks
) -> None:
    other = Register.open(register_2020.path, author="Другой")
    events.set_field(other, events.ids(other, Scope(), YEAR)[3], "date", "31 февраля")
    other.close()
    codes = [each.code for each in checks.findings()]
    assert codes.count(FindingCode.UNREADABLE_DATE) == 1


def test_many_changes_at_once_are_looked_at_all_together(
    register_2020: Register,
    checks: YearChecks,
    looked_at: list[int | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checking, "_MOST_CHANGES", 3)
    monkeypatch.setattr(checking, "_PART", 50)
    ids = events.ids(register_2020, Scope(), YEAR)[:4]
    events.set_fields(register_2020, [(number, "date", "") for number in ids])
    codes = [each.code for each in checks.findings()]
    assert codes.count(FindingCode.EVENT_WITHOUT_DATE) == 4
    assert sum(number or 0 for number in looked_at) > events.total(register_2020, Scope(), YEAR)


@pytest.mark.parametrize("seed", range(6))
def test_after_any_acts_it_says_what_a_check_of_everything_says(
    register_2020: Register, checks: YearChecks, seed: int
) -> None:
    chance, register = random.Random(seed), register_2020
    cities = partners(register)

    def act() -> None:
        ids = events.ids(register, Scope(), YEAR)
        number, other = chance.sample(ids, 2)
        match chance.randrange(13):
            case 0:
                events.delete(register, [number])
            case 1:
                events.add(register, chance.choice(cities), YEAR, text="форум «Вода", date_text="")
            case 2:
                text = events.load(register, [other])[other].text
                events.set_field(register, number, "text", text)
            case 3:
                date = events.load(register, [other])[other].date.text
                events.set_field(register, number, "date", date)
            case 4:
                events.set_field(register, number, "report_year", YEAR + 1)
            case 5:
                event_places.copy_to(register, [number], chance.choice(cities))
            case 6:
                event_places.move_to(register, [number], None, chance.choice(cities))
            case 7:
                agreement = agreements.of_scope(register, Scope())[chance.randrange(20)]
                agreements.delete(register, agreement.id)
            case 8:
                scope = chance.choice(cities)
                catalogue.rename(register, "partner", scope.id or 0, f"Город {chance.random()}")
            case 9:
                lexicon.add_words(register, ["перегворы"])
            case 10:
                catalogue.delete(register, "partner", chance.choice(cities[:9]).id or 0)
            case 11:
                place = chance.choice(cities)
                of_place = events.ids(register, place, YEAR)
                if of_place:
                    events.move(register, chance.choice(of_place), place, chance.choice([-1, 1]))
            case _:
                register.undo()

    for _ in range(12):
        with suppress(RecordMissing, NothingToUndo):  # a city that is gone
            act()
        if chance.random() < 0.6:
            assert checks.findings() == check_all(register, YEAR)


def test_a_signing_is_settled_by_an_agreement_and_told_again_without_it(
    register_2020: Register, checks: YearChecks
) -> None:
    register = register_2020

    def unsettled() -> list[str]:
        code = FindingCode.SIGNING_UNRECORDED
        return [each.values["place"] for each in checks.findings() if each.code is code]

    before = unsettled()
    (antwerp,) = [place for place in before if "Антверпен" in place]
    (known,) = [
        agreement
        for agreement in agreements.of_scope(register, Scope())
        if agreement.title and "Антверпена" in agreement.title
    ]
    (date,) = known.dates
    agreements.set_date_text(register, date.id, "10.02.2020")
    assert unsettled() == [place for place in before if place != antwerp]
    agreements.delete(register, known.id)
    assert unsettled() == before
    register.undo()
    register.undo()
    assert unsettled() == before


def test_a_place_is_called_by_its_new_name(register_2020: Register, checks: YearChecks) -> None:
    scope = partners(register_2020)[1]
    catalogue.rename(register_2020, "partner", scope.id or 0, "г. Линц")
    assert checks.findings() == check_all(register_2020, YEAR)


def test_events_that_change_places_are_told_to_be_out_of_order(
    register_2020: Register, checks: YearChecks
) -> None:
    place = osaka(register_2020)
    before = checks.findings()
    events.move(register_2020, events.ids(register_2020, place, YEAR)[0], place, 1)
    assert checks.findings() == check_all(register_2020, YEAR) != before


def test_another_name_that_is_written_otherwise_is_looked_for_anew(
    register_2020: Register, checks: YearChecks
) -> None:
    scope = osaka(register_2020)
    number = scope.id or 0
    event = events.ids(register_2020, scope, YEAR)[0]
    events.set_field(register_2020, event, "text", "Визит в город Эдо на форум.")
    particulars.save(register_2020, "partner", number, {}, [NameEntry(None, "Нанива")])
    before = checks.findings()
    (kept,) = catalogue.partner(register_2020, number).other_names
    particulars.save(register_2020, "partner", number, {}, [NameEntry(kept.id, "Эдо")])
    (new,) = [each for each in checks.findings() if each not in before]
    assert new.code is FindingCode.NAME_VARIANT


def test_what_an_erasure_wrote_is_looked_at_too(
    register_2020: Register, checks: YearChecks
) -> None:
    before = checks.findings()
    erasing.erase(register_2020, "Маяковског")
    assert checks.findings() == check_all(register_2020, YEAR) != before


def test_a_file_that_was_put_right_is_looked_at_anew(
    register_2020: Register, checks: YearChecks
) -> None:
    before = checks.findings()
    number = events.ids(register_2020, Scope(), YEAR)[5]
    with sqlite3.connect(register_2020.path) as file:
        file.execute("UPDATE event SET text = 'концерт (в парке.' WHERE id = ?", (number,))
    file.close()
    damaged = YearChecks(register_2020, YEAR)
    assert damaged.findings() != before
    register_check.repair(register_2020, register_check.REPAIRABLE)
    assert damaged.findings() == before


def test_a_check_that_failed_is_made_up_for(
    register_2020: Register, checks: YearChecks, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = events.ids(register_2020, Scope(), YEAR)[5]
    events.set_field(register_2020, number, "text", "концерт (в парке.")

    def away(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as network:
        network.setattr(queries, "content", away)
        with pytest.raises(OSError):
            checks.findings()
    assert checks.findings() == check_all(register_2020, YEAR)


def test_an_empty_register_has_nothing_to_look_at(tmp_path: Path) -> None:
    register = Register.create(tmp_path / "r.partners", author="Анна")
    checks = YearChecks(register, YEAR)
    assert checks.findings() == checks.findings() == []
    register.close()
