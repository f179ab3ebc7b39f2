"""A clerk accepts a finding with a reason: it stays away until its text changes."""

import pytest

from partners_app.domain.errors import RecordMissing
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import accepting, agreements, catalogue, checking, duplicates, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.checking import YearChecks
from partners_app.services.register import Register

YEAR = 2020


def found(register: Register, code: FindingCode, year: int = YEAR) -> list[Finding]:
    return [finding for finding in checking.check(register, year) if finding.code is code]


def row_of(register: Register, finding: Finding) -> int:
    return catalogue.place_of(register, finding.table, finding.record)[1]


def test_an_accepted_finding_is_gone_until_its_text_changes(register_2020: Register) -> None:
    register = register_2020
    first, *others = found(register, FindingCode.UNPAIRED_SIGN)
    window = YearChecks(register, YEAR)
    assert first in window.findings()
    accepting.accept(register, first, " так в приказе ")
    assert found(register, FindingCode.UNPAIRED_SIGN) == others
    assert first not in window.findings()
    (kept,) = accepting.accepted(register)
    assert (kept.code, kept.record, kept.field) == ("unpaired_sign", first.record, "text")
    assert (kept.reason, kept.author, kept.holds) == ("так в приказе", register.author, True)
    number = row_of(register, first)
    text = events.load(register, [number])[number].text
    events.set_field(register, number, "text", f"{text} И ещё.")
    assert found(register, FindingCode.UNPAIRED_SIGN) != others
    assert not accepting.accepted(register)[0].holds
    register.undo()
    assert found(register, FindingCode.UNPAIRED_SIGN) == others
    events.delete(register, [number])
    assert not accepting.accepted(register)[0].holds


def test_two_findings_in_one_text_are_accepted_one_by_one(register_2020: Register) -> None:
    register = register_2020
    number = row_of(register, found(register, FindingCode.UNPAIRED_SIGN)[0])
    events.set_field(register, number, "text", "форум ( и концерт (")
    uuid = events.load(register, [number])[number].uuid
    pair = [item for item in found(register, FindingCode.UNPAIRED_SIGN) if item.record == uuid]
    accepting.accept(register, pair[0], "")
    left = [item for item in found(register, FindingCode.UNPAIRED_SIGN) if item.record == uuid]
    assert left == pair[1:]


def test_what_is_accepted_twice_is_one_step_that_can_be_withdrawn_and_undone(
    register_2020: Register,
) -> None:
    register = register_2020
    before = checking.check(register, YEAR)
    (zagreb,) = found(register, FindingCode.AGREEMENT_WITHOUT_DATE)
    assert accepting.accept(register, zagreb, "дата в названии").kind is OperationKind.ACCEPT
    assert not accepting.accept(register, zagreb, "ещё раз")
    (kept,) = accepting.accepted(register)
    assert accepting.withdraw(register, kept.uuid).kind is OperationKind.WITHDRAW
    assert checking.check(register, YEAR) == before
    with pytest.raises(RecordMissing):
        accepting.withdraw(register, kept.uuid)
    register.undo()
    assert not found(register, FindingCode.AGREEMENT_WITHOUT_DATE)
    agreement = row_of(register, zagreb)
    agreements.add_date(register, agreement, "2018")
    assert not accepting.accepted(register)[0].holds


def test_an_agreement_that_ran_out_is_accepted_for_the_years_to_come(
    register_2020: Register,
) -> None:
    register, code = register_2020, FindingCode.AGREEMENT_EXPIRED
    first, *others = found(register, code, 2025)
    accepting.accept(register, first, "продлено письмом")
    assert found(register, code, 2025) == others
    later = found(register, code, 2026)
    assert [item.record for item in later] == [item.record for item in others]
    number = row_of(register, first)
    agreements.set_field(register, number, "valid_to", "2022")
    assert len(found(register, code, 2026)) == len(others) + 1


def test_a_partner_without_events_is_accepted_for_one_year(register_2020: Register) -> None:
    register, code = register_2020, FindingCode.NO_EVENTS
    first, *_ = found(register, code, 2021)
    accepting.accept(register, first, "")
    assert first.record not in [item.record for item in found(register, code, 2021)]
    assert first.record in [item.record for item in found(register, code, 2022)]


def test_an_abbreviation_that_is_left_as_it_is_is_told_nowhere(register_2020: Register) -> None:
    register, code = register_2020, FindingCode.ABBREVIATION_UNEXPLAINED
    first, *others = found(register, code)
    word = first.values["found"]
    accepting.accept(register, first, "так пишут")
    assert found(register, code) == others
    place = catalogue.tree(register, YEAR).regions[0].countries[0].partners[0].partner.id
    for year in (YEAR, YEAR + 1):
        scope = Scope(ScopeKind.PARTNER, place)
        events.add(register, scope, year, date_text="3 марта", text=f"Встреча {word} в парке.")
        assert word not in [item.values["found"] for item in found(register, code, year)]
    (kept,) = accepting.accepted(register)
    assert kept.holds
    accepting.withdraw(register, kept.uuid)
    assert word in [item.values["found"] for item in found(register, code)]


def test_what_is_accepted_holds_when_only_a_neighbour_is_worded_otherwise(
    register_2020: Register,
) -> None:
    register, code = register_2020, FindingCode.OUT_OF_ORDER
    first, *others = found(register, code)
    accepting.accept(register, first, "")
    ids = events.ids(register, Scope(), YEAR)
    above = next(
        number
        for number, event in events.load(register, ids).items()
        if event.date.text == first.values["other"]
        and ids[ids.index(number) + 1] == row_of(register, first)
    )
    events.set_field(register, above, "date", f"{first.values['other']} 2020 г.")
    assert found(register, code) == others
    assert accepting.accepted(register)[0].holds


def test_two_events_kept_as_two_are_in_the_same_list(register_2020: Register) -> None:
    register = register_2020
    pair = duplicates.find(register, YEAR)[0]
    accepting.accept(register, pair, "два города")
    assert pair not in duplicates.find(register, YEAR)
    # A colleague's window still shows it, from the other side.
    assert not accepting.accept(register, duplicates.mirrored(pair), "")
    (kept,) = accepting.accepted(register)
    assert (kept.reason, kept.field, kept.holds) == (
        "два города",
        pair.values["other_record"],
        True,
    )
    number = row_of(register, pair)
    events.set_field(register, number, "text", "другое событие")
    assert not accepting.accepted(register)[0].holds
    events.delete(register, [number])
    assert not accepting.accepted(register)[0].holds
    with pytest.raises(RecordMissing):
        accepting.accept(register, pair, "")
