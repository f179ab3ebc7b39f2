"""«Check the register's file»: what is wrong is found and counted, and put right when asked."""

import random
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from partners_app.domain.abandoning import while_wanted
from partners_app.domain.errors import Abandoned, BackupFailed, RegisterDamaged, RegisterReadOnly
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.services import backup, catalogue, events, register_check
from partners_app.services.register import Register
from partners_app.storage import backup as copies
from partners_app.storage import search
from partners_app.storage.digest import content_digest
from partners_app.storage.queries import content as copies_content
from tests.damages import BROKEN, INDEX, ROWS, TOLD, damage_index, run

ONLY_REPORTED = {FindingCode.SAME_NAME, FindingCode.UNREADABLE_DATE, FindingCode.DATES_REVERSED}


def sha(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def codes(findings: list[Finding]) -> list[FindingCode]:
    return [finding.code for finding in findings]


def test_nothing_is_wrong_with_a_whole_register(register_2020: Register) -> None:
    catalogue.rename(register_2020, "region", 1, "Запад")
    register_2020.undo()
    before = sha(register_2020.path)
    assert register_check.check(register_2020) == []
    assert sha(register_2020.path) == before, "looking writes nothing"


@pytest.mark.parametrize("what", ROWS)
def test_what_follows_from_other_values_is_put_right(what: str, register_2020: Register) -> None:
    damage, code, number = ROWS[what]
    expected = register_2020.read(content_digest)
    damage(register_2020.path)
    before, damaged = sha(register_2020.path), copies_of(register_2020.path)
    found = register_check.check(register_2020)
    assert codes(found) == [code] * number
    assert sha(register_2020.path) == before
    repaired = register_check.repair(register_2020, [code])
    assert repaired.counts == {code: number}
    assert repaired.left == []
    assert backup.verify(register_2020.path).countries >= 30
    assert repaired.backup.name.endswith("_repair.partners")
    assert copies_of(repaired.backup) == damaged, "the copy holds what was there before"
    if code in (FindingCode.ROW_DIFFERS, FindingCode.DERIVED_STALE, FindingCode.SEARCH_STALE):
        assert register_2020.read(content_digest) == expected
        assert register_2020.change_seq() == 1, "what a clerk did is not changed by it"


def copies_of(path: Path) -> list[tuple[object, ...]]:
    """Return the events and the links of a file, whatever their texts are."""
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        rows = connection.execute("SELECT * FROM event ORDER BY id").fetchall()
        return rows + connection.execute("SELECT * FROM event_link ORDER BY id").fetchall()


def test_a_rescue_is_a_step_of_the_history(register_2020: Register) -> None:
    ROWS["a parent that never was"][0](register_2020.path)
    register_check.repair(register_2020, [FindingCode.PARENT_GONE])
    (newest,) = register_2020.history(limit=1)
    assert (newest.kind.value, newest.author) == ("repair", "Анна")
    (agreement,) = [item for item in register_2020.read(copies_content).agreements if item.id == 7]
    (partner,) = [item for item in register_2020.read(copies_content).partners if item.id == 999]
    assert agreement.partner_id == 999
    assert partner.name == "Спасённый партнёр № 999"


@pytest.mark.parametrize("what", ["one place twice", "an event that stands nowhere"])
def test_what_somebody_wrote_unseen_is_put_right_too(what: str, register_2020: Register) -> None:
    """The check reads the file, and not what the window showed last."""
    register_2020.start_showing()
    damage, code, number = ROWS[what]
    damage(register_2020.path)
    repaired = register_check.repair(register_2020, [code])
    assert (repaired.counts, repaired.left) == ({code: number}, [])


@pytest.mark.parametrize("what", TOLD)
def test_what_only_a_clerk_can_judge_is_told_and_left(what: str, register_2020: Register) -> None:
    damage, code = TOLD[what]
    damage(register_2020.path)
    (finding,) = register_check.check(register_2020)
    assert finding.code is code
    assert finding.severity is Severity.WARNING
    assert finding.table and finding.record, "it leads to its record"
    assert register_check.repairable([finding]) == {}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_history_is_told_and_nothing_is_rewritten_from_it(
    what: str, register_2020: Register
) -> None:
    damage, code = BROKEN[what]
    damage(register_2020.path)
    run(register_2020.path, "UPDATE event SET printed = 0 WHERE id = 9")
    found = register_check.check(register_2020)
    assert codes(found) == [code]
    assert code in register_check.NEEDS_SALVAGE
    with pytest.raises(RegisterDamaged):
        backup.verify(register_2020.path)


def test_an_index_that_lacks_rows_is_made_anew(register_2020: Register) -> None:
    damage_index(register_2020.path)
    found = register_check.check(register_2020)
    assert found[0].code is FindingCode.INDEX_DAMAGED
    assert found[0].values["text"] == INDEX
    repaired = register_check.repair(
        register_2020, [FindingCode.INDEX_DAMAGED, FindingCode.ROW_DIFFERS]
    )
    assert repaired.left == []
    backup.verify(register_2020.path)


def test_a_damaged_index_of_words_keeps_nobody_out_and_is_made_anew(
    register_2020: Register,
) -> None:
    wanted = register_2020.read(search.find, "event", "визит")
    ROWS["words on a bad page"][0](register_2020.path)
    opened = Register.open(register_2020.path, author="Анна")
    with pytest.raises(RegisterDamaged):
        backup.verify(opened.path)
    backup.write(opened)
    register_check.repair(opened, [FindingCode.SEARCH_STALE])
    assert opened.read(search.find, "event", "визит") == wanted
    events.set_field(opened, 1, "text", "приём")
    opened.close()


def test_only_what_is_chosen_is_put_right(register_2020: Register) -> None:
    ROWS["dates"][0](register_2020.path)
    ROWS["no words"][0](register_2020.path)
    found = register_check.check(register_2020)
    assert register_check.repairable(found) == {
        FindingCode.DERIVED_STALE: 3,
        FindingCode.SEARCH_STALE: 1,
    }
    repaired = register_check.repair(register_2020, [FindingCode.SEARCH_STALE])
    assert codes(repaired.left) == [FindingCode.DERIVED_STALE] * 3


def test_without_a_copy_nothing_is_put_right(
    register_2020: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    ROWS["a text"][0](register_2020.path)
    before = sha(register_2020.path)
    monkeypatch.setattr(copies, "bytes_digest", lambda _: str(random.random()))
    with pytest.raises(BackupFailed):
        register_check.repair(register_2020, [FindingCode.ROW_DIFFERS])
    assert sha(register_2020.path) == before
    assert list(backup.folder(register_2020).iterdir()) == []


def test_a_check_that_nobody_waits_for_stops(register_2020: Register) -> None:
    asked = 0

    def wanted() -> bool:
        nonlocal asked
        asked += 1
        return asked < 100

    with pytest.raises(Abandoned), while_wanted(wanted):
        register_check.check(register_2020)
    assert asked == 100


def test_a_repair_that_is_cancelled_is_done_or_not_begun(register_2020: Register) -> None:
    both = {FindingCode.DERIVED_STALE: 3, FindingCode.ORDER_TWICE: 1}
    ROWS["dates"][0](register_2020.path)
    ROWS["one place twice"][0](register_2020.path)
    before = sha(register_2020.path)
    copies = backup.folder(register_2020)
    with pytest.raises(Abandoned), while_wanted(lambda: False):
        register_check.repair(register_2020, both)
    assert sha(register_2020.path) == before
    # «Cancel» once the first of the two is put right.
    with while_wanted(lambda: sha(register_2020.path) == before):
        repaired = register_check.repair(register_2020, both)
    assert (repaired.counts, repaired.left, len(repaired.steps)) == (both, [], 1)
    assert list(copies.iterdir()) == [repaired.backup]


@pytest.mark.parametrize("what", ["a text", "an event that stands nowhere"])
def test_a_repair_that_is_cancelled_has_done_nothing_or_all_of_it(
    what: str, register_2020: Register
) -> None:
    damage, code, _ = ROWS[what]
    damage(register_2020.path)
    before = sha(register_2020.path)
    kept = backup.folder(register_2020)
    # While the copy is being kept, and then as soon as the file is another.
    with while_wanted(lambda: not list(kept.iterdir())), pytest.raises(Abandoned):
        register_check.repair(register_2020, [code])
    assert sha(register_2020.path) == before
    with while_wanted(lambda: sha(register_2020.path) == before):
        repaired = register_check.repair(register_2020, [code])
    assert repaired.left == []


def test_a_register_that_may_only_be_read_is_checked_and_not_repaired(
    register_2020: Register,
) -> None:
    ROWS["dates"][0](register_2020.path)
    register_2020.read_only = True
    assert codes(register_check.check(register_2020)) == [FindingCode.DERIVED_STALE] * 3
    with pytest.raises(RegisterReadOnly):
        register_check.repair(register_2020, [FindingCode.DERIVED_STALE])
