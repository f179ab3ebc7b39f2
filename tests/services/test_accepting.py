"""A clerk accepts a finding with a reason: it stays away until its text changes."""

import pytest

from partners_app.domain.errors import RecordMissing
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import accepting, agreements, catalogue, checking, duplicates, events
from partners_app.services.checking import YearChecks
from partners_app.services.register import Register

YEAR = 2020


def found(register: Register, code: FindingCode) -> list[Finding]:
    return [finding for finding in checking.check(register, YEAR) if finding.code is code]


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


def test_two_events_kept_as_two_are_in_the_same_list(register_2020: Register) -> None:
    register = register_2020
    pair = duplicates.find(register, YEAR)[0]
    accepting.accept(register, pair, "два города")
    assert pair not in duplicates.find(register, YEAR)
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
