"""A person asks to be forgotten: the name goes from the register, its history and its pages."""

import sqlite3
from pathlib import Path

import pytest

from partners_app.domain.abandoning import while_wanted
from partners_app.domain.errors import Abandoned, NothingToUndo, RegisterReadOnly
from partners_app.domain.import_plan import Doubt, Outcome
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import (
    agreements,
    backup,
    catalogue,
    erasing,
    events,
    exporting,
    history,
    importing,
    reporting,
    restoring,
)
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from tests.damages import run

NAME = "Иванова Мария"


@pytest.fixture
def place(register_2020: Register) -> Scope:
    tree = catalogue.tree(register_2020, 2020)
    return Scope(ScopeKind.PARTNER, tree.regions[0].countries[0].partners[0].partner.id)


def number(place: Scope) -> int:
    assert place.id is not None
    return place.id


@pytest.fixture
def written(register_2020: Register, place: Scope) -> Register:
    """A register in which the name stood, stands, and was typed by somebody of that name."""
    register = register_2020
    events.add(register, place, 2020, date_text="5 мая", text=f"Встреча с г-жой {NAME}, приём")
    new = events.ids(register, place, 2020)[-1]
    events.set_field(register, new, "participants", "ИВАНОВА  МАРИЯ; Петров Пётр")
    events.set_field(register, new, "text", "Встреча, приём")
    register.author = NAME
    catalogue.rename(register, "partner", number(place), f"Дом {NAME}")
    catalogue.rename(register, "partner", number(place), "Вена")
    register.author = "Анна"
    return register


def holds(path: Path, text: str) -> bool:
    raw = path.read_bytes()
    return any(form.encode() in raw for form in (text, text.upper(), text.casefold()))


def test_where_a_name_stands_is_told_before_it_goes(written: Register) -> None:
    found = erasing.find(written, "иванова мария")
    (participants,) = found.places
    assert (participants.table, participants.field) == ("event", "participants")
    assert participants.text == "ИВАНОВА  МАРИЯ; Петров Пётр"
    assert found.steps == 5
    assert found.authors


def test_a_part_of_a_word_and_two_letters_are_not_looked_for(written: Register) -> None:
    assert not erasing.find(written, "Иванов")
    assert not erasing.find(written, "в,")


def test_an_erased_name_is_nowhere_in_the_file(written: Register) -> None:
    assert holds(written.path, "Иванова")
    erasing.erase(written, NAME)
    assert not erasing.find(written, NAME)
    for word in ("Иванова", "Мария"):
        assert not holds(written.path, word), "not in records, journal, index or free pages"
    assert list(written.path.parent.glob(f"{written.path.name}-*")) == []
    backup.verify(written.path)


def test_an_erasure_is_done_though_a_colleague_reads_the_file_meanwhile(
    written: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers = sqlite3.connect(written.path, isolation_level=None)

    def begin_a_long_read(*_: object) -> None:
        hers.execute("BEGIN")
        hers.execute("SELECT count(*) FROM event").fetchone()

    # Between the step and the file's being written anew.
    monkeypatch.setattr(Register, "_wrote", begin_a_long_read)
    monkeypatch.setattr("partners_app.storage.engine.BUSY_SECONDS", 0.1)
    erasing.erase(written, NAME)
    hers.execute("ROLLBACK")
    hers.close()
    assert not erasing.find(written, NAME)
    assert not holds(written.path, "Иванова"), "what is freed is overwritten all the same"
    backup.verify(written.path)


def test_what_else_was_said_stays(written: Register, place: Scope) -> None:
    erasing.erase(written, NAME)
    ids = events.ids(written, place, 2020)
    kept = [event for event in events.load(written, ids).values() if event.participants]
    assert [event.participants for event in kept] == [f"{erasing.MARKER}; Петров Пётр"]
    (step,) = written.history(limit=1)
    assert step.kind is OperationKind.ERASURE
    assert step.label == ""
    assert history.changes_of_step(written, step.id).records == ()


def test_nothing_before_an_erasure_can_be_undone(written: Register, place: Scope) -> None:
    erasing.erase(written, NAME)
    with pytest.raises(NothingToUndo):
        written.undo()
    catalogue.rename(written, "partner", number(place), "Вена и Грац")
    written.undo()
    assert catalogue.partner(written, number(place)).name == "Вена"


def test_the_history_offers_behind_an_erasure_only_what_can_be_done(
    written: Register, place: Scope
) -> None:
    deleted = events.ids(written, place, 2020)[-1]
    events.delete(written, [deleted])
    erasing.erase(written, NAME)
    catalogue.rename(written, "partner", number(place), "Вена и Грац")
    steps = {
        step.operation.kind: (step, history.changes_of_step(written, step.operation.id))
        for step in reversed(history.steps(written, history.StepFilter()))
    }
    offered = {kind: history.can_take_back(*found) for kind, found in steps.items()}
    assert offered == {
        OperationKind.CREATE: False,
        OperationKind.ADD: False,
        OperationKind.DELETE: False,
        OperationKind.ERASURE: False,
        OperationKind.EDIT: True,
    }
    step, changes = steps[OperationKind.DELETE]
    assert history.holds(step, changes), "what was deleted comes back without the name"
    history.restore_deleted(written, step.operation.id)
    assert events.load(written, [deleted])[deleted].participants.startswith(erasing.MARKER)


def test_an_agreement_keeps_its_other_words(written: Register, place: Scope) -> None:
    (new,) = agreements.add(written, number(place)).ids("agreement")
    agreements.set_field(written, new, "title", f"Письмо {NAME} о дружбе")
    erasing.erase(written, NAME)
    (agreement,) = agreements.by_ids(written, [new])
    assert agreement.title == f"Письмо {erasing.MARKER} о дружбе"


@pytest.mark.parametrize("name", ["Отчёт.xlsx", "Данные.xlsx", "Данные.json"])
def test_a_file_of_the_time_before_does_not_bring_the_name_back_by_itself(
    register_2020: Register, place: Scope, tmp_path: Path, name: str
) -> None:
    events.add(register_2020, place, 2020, date_text="5 мая", text=f"Встреча с г-жой {NAME}.")
    (new,) = agreements.add(register_2020, number(place)).ids("agreement")
    agreements.set_field(register_2020, new, "title", f"Письмо {NAME}")
    register_2020.set_setting("title", f"Список, составила {NAME}")
    path = tmp_path / name
    if name == "Отчёт.xlsx":
        reporting.write_report(register_2020, 2020, path)
    else:
        exporting.export(register_2020, path)
    erasing.erase(register_2020, NAME)

    plan = importing.import_file(register_2020, path).plan

    assert not erasing.find(register_2020, NAME)
    asked = [entry for entry in plan.entries if entry.outcome is not Outcome.UNCHANGED]
    assert sorted((entry.table, entry.outcome) for entry in asked) == [
        ("agreement", Outcome.DOUBTFUL),
        ("event", Outcome.DOUBTFUL),
        ("setting", Outcome.DOUBTFUL),
    ]
    assert {entry.doubt for entry in asked} <= {Doubt.CHANGED_BOTH, Doubt.CHANGED_EITHER}


def test_the_backups_that_still_hold_the_name_are_named(written: Register) -> None:
    held = backup.write(written).path
    erasing.erase(written, NAME)
    free = backup.write(written).path
    assert [each.path for each in erasing.in_backups(written, NAME)] == [held]
    assert held.exists() and free.exists(), "the program removes none by itself"
    held.write_bytes(held.read_bytes()[:5000])
    (unread,) = erasing.in_backups(written, NAME)
    assert (unread.path, unread.readable) == (held, False)


def test_what_a_restore_has_put_aside_is_named_too(written: Register, tmp_path: Path) -> None:
    kept = backup.write(written).path
    written.close()
    aside = restoring.restore(written.path, kept).aside
    register = Register.open(written.path, author="Анна")
    (written.path.parent / "Другой.before-restore-x.partners").write_bytes(b"")
    erasing.erase(register, NAME)
    named = [each.path for each in erasing.in_backups(register, NAME)]
    assert len(named) == 3, "the backup, that of the restore, and what stood there"
    assert {kept, aside} < set(named)
    register.close()
    assert not erasing.is_away(None)
    assert not erasing.is_away(tmp_path)
    assert erasing.is_away(tmp_path / "флешка")


def test_an_erasure_that_is_cancelled_in_time_is_not_begun(written: Register) -> None:
    before = written.path.read_bytes()
    with pytest.raises(Abandoned), while_wanted(lambda: False):
        erasing.erase(written, NAME)
    assert written.path.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE change SET after = 'no JSON' WHERE after IS NOT NULL",
        "UPDATE change SET after = '[]' WHERE after IS NOT NULL",
        "UPDATE event SET text = CAST(x'ff' AS TEXT)",
        "DROP TABLE glossary_entry",
    ],
)
def test_a_damaged_backup_hides_no_other_one(written: Register, damage: str) -> None:
    held, bad = backup.write(written).path, backup.write(written).path
    run(bad, damage)
    found = {each.path: each.readable for each in erasing.in_backups(written, NAME)}
    assert found == {held: True, bad: False}


def test_backups_that_nobody_waits_for_any_more_are_not_called_unreadable(
    written: Register,
) -> None:
    backup.write(written)
    with while_wanted(lambda: False), pytest.raises(Abandoned):
        erasing.in_backups(written, NAME)


def test_a_register_that_may_only_be_read_is_not_erased_from(
    written: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    written.read_only = True
    with pytest.raises(RegisterReadOnly):
        erasing.erase(written, NAME)
    assert erasing.find(written, NAME)
