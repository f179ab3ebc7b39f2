"""A register that keeps its history for some years: what is older is gone, what is there stays."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from partners_app.domain.errors import BackupFailed, DiskFull, NothingToRedo, NothingToUndo
from partners_app.domain.findings import FindingCode
from partners_app.domain.import_plan import Doubt, Outcome
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import (
    backup,
    catalogue,
    events,
    exporting,
    history,
    importing,
    reporting,
    retention,
    salvaging,
)
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import erasure
from partners_app.storage.digest import content_digest
from tests.damages import damage_index
from tests.step_times import date_steps, set_time

NOW = datetime(2030, 5, 20, 12, tzinfo=UTC)


@pytest.fixture
def place(register_2020: Register) -> Scope:
    tree = catalogue.tree(register_2020, 2020)
    return Scope(ScopeKind.PARTNER, tree.regions[0].countries[0].partners[0].partner.id)


@pytest.fixture
def aged(register_2020: Register, place: Scope) -> Iterator[Register]:
    """A register that keeps a year; a name was corrected long ago, and again lately."""
    register = register_2020
    register.set_setting("history_years", "1")
    number = place.id or 0
    catalogue.rename(register, "partner", number, "Канарейкино")
    catalogue.rename(register, "partner", number, "Вена-на-Дунае")
    events.add(register, place, 2020, date_text="5 мая", text="Воробьянинов приехал")
    events.delete(register, [events.ids(register, place, 2020)[-1]])
    last_old = register.history(limit=1)[0].id
    catalogue.rename(register, "partner", number, "Вена")
    date_steps(register, last_old)
    backup.verify(register.path)
    yield register


def holds(register: Register, text: str) -> bool:
    return text.encode() in register.path.read_bytes()


def partner_name(register: Register, place: Scope) -> str | None:
    return catalogue.partner(register, place.id or 0).name


def test_what_is_older_than_a_year_is_nowhere_in_the_file(aged: Register) -> None:
    before = aged.read(content_digest)
    assert holds(aged, "Канарейкин") and holds(aged, "Воробьянинов")
    assert retention.apply(aged, NOW) == 5
    for word in ("Канарейкин", "Воробьянинов"):
        assert not holds(aged, word), "not in journal, labels, index or free pages"
    assert list(aged.path.parent.glob(f"{aged.path.name}-*")) == []
    assert aged.read(content_digest) == before
    assert holds(aged, "Вена-на-Дунае"), "what the step of this month replaced"
    backup.verify(aged.path)


def test_old_values_are_gone_though_the_disk_is_too_full_to_write_the_file_anew(
    aged: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DiskFull(aged.path)

    monkeypatch.setattr(erasure, "clear_pages", fail)
    assert retention.apply(aged, NOW) == 5
    assert not holds(aged, "Канарейкин")
    assert retention.apply(aged, NOW) == 0


def test_the_steps_of_this_month_are_undone_and_no_more(aged: Register, place: Scope) -> None:
    retention.apply(aged, NOW)
    aged.undo()
    assert partner_name(aged, place) == "Вена-на-Дунае"
    with pytest.raises(NothingToUndo):
        aged.undo()
    aged.redo()
    assert partner_name(aged, place) == "Вена"
    catalogue.rename(aged, "partner", place.id or 0, "Грац")
    aged.undo()
    assert partner_name(aged, place) == "Вена"
    backup.verify(aged.path)


def test_the_history_still_tells_that_there_were_steps(aged: Register, place: Scope) -> None:
    told = [(step.kind, step.author) for step in aged.history()]
    retention.apply(aged, NOW)
    newest, *steps = aged.history()
    assert newest.kind is OperationKind.ERASURE
    assert [(step.kind, step.author) for step in steps] == told
    kept = [history.changes_of_step(aged, step.id).kept for step in steps]
    assert kept == [True] + [False] * (len(steps) - 1)
    assert history.changes_of_step(aged, steps[-1].id).records == ()
    for step in (newest, steps[1]):
        with pytest.raises(NothingToUndo):
            aged.take_back(step.id)
    with pytest.raises(NothingToUndo):
        history.restore_version(aged, "partner", place.id or 0, steps[-3].id)
    with pytest.raises(NothingToUndo):
        history.restore_deleted(aged, steps[1].id)
    assert history.steps(aged, history.StepFilter(deleted=True)) == []
    found = history.steps(aged, history.StepFilter(text="Вена-на-Дунае"))
    assert [step.operation.id for step in found] == [steps[0].id], "the step of this month alone"


def test_what_undo_took_back_long_ago_is_not_done_again(register: Register) -> None:
    register.set_setting("history_years", "1")
    catalogue.rename(register, "region", 1, "Канарейкино")
    register.undo()
    date_steps(register, register.history(limit=1)[0].id)
    retention.apply(register, NOW)
    with pytest.raises(NothingToRedo):
        register.redo()
    assert not holds(register, "Канарейкино")
    backup.verify(register.path)


def test_what_is_undone_lately_comes_back_though_its_step_is_old(register: Register) -> None:
    register.set_setting("history_years", "1")
    catalogue.delete(register, "region", 2)
    last_old = register.history(limit=1)[0].id
    register.undo()
    date_steps(register, last_old)
    retention.apply(register, NOW)
    backup.verify(register.path)
    register.redo()
    assert register.counts().regions == 2
    backup.verify(register.path)


def test_a_register_whose_setting_is_not_set_keeps_everything(aged: Register) -> None:
    aged.set_setting("history_years", "")
    assert retention.apply(aged, NOW) == 0
    aged.set_setting("history_years", "10")
    assert retention.apply(aged, NOW) == 0
    aged.undo()
    aged.undo()
    assert aged.settings().history_years == 1
    with pytest.raises(ValueError, match="7"):
        aged.set_setting("history_years", "7")


def test_it_is_done_once_a_month(aged: Register) -> None:
    assert retention.apply(aged, NOW)
    steps = len(aged.history())
    assert retention.apply(aged, NOW + timedelta(days=9)) == 0
    assert retention.apply(aged, NOW + timedelta(days=100)) == 0, "nothing has grown old since"
    assert len(aged.history()) == steps
    assert retention.apply(aged, NOW + timedelta(days=500)), "now the steps of May have"
    assert not holds(aged, "Вена-на-Дунае")
    backup.verify(aged.path)


def test_a_step_of_a_wrong_clock_hides_no_younger_one(register: Register) -> None:
    register.set_setting("history_years", "1")
    catalogue.rename(register, "region", 1, "Зюйд")
    date_steps(register, 1)
    catalogue.rename(register, "region", 1, "Норд")
    newest = register.history(limit=1)[0].id

    def set_back(connection: Connection) -> int:
        set_time(connection, newest, datetime(1970, 1, 1, tzinfo=UTC))
        return 1

    register.rebuild(set_back)
    assert retention.apply(register, NOW) == 0


def test_before_anything_goes_there_is_a_backup(aged: Register) -> None:
    retention.apply(aged, NOW)
    (copy,) = backup.listing(aged.uuid())
    assert copy.verified is not None
    assert "Канарейкин".encode() in copy.path.read_bytes(), "it is what was there before"


def test_without_a_backup_nothing_goes(aged: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise BackupFailed(aged.path)

    monkeypatch.setattr(Register, "write_backup", fail)
    with pytest.raises(BackupFailed):
        retention.apply(aged, NOW)
    assert holds(aged, "Канарейкин")


def test_a_report_exported_before_comes_back_and_says_what_is_not_known(
    aged: Register, place: Scope, tmp_path: Path
) -> None:
    first = tmp_path / "Отчёт.xlsx"
    exporting.export_workbook(aged, tmp_path / "Данные.xlsx")
    reporting.write_report(aged, 2020, first)
    for name in ("Отчёт.xlsx", "Данные.xlsx"):
        made = importing.plan(aged, importing.read_source(aged, tmp_path / name))
        assert made.problems == ()
    catalogue.rename(aged, "partner", place.id or 0, "Грац")
    assert retention.apply(aged, NOW + timedelta(days=500))
    for name in ("Отчёт.xlsx", "Данные.xlsx"):
        made = importing.plan(aged, importing.read_source(aged, tmp_path / name))
        (told,) = made.problems
        assert told.code is FindingCode.EXPORT_NOT_KEPT


@pytest.mark.parametrize("name", ["Отчёт.xlsx", "Данные.xlsx"])
def test_what_the_register_changed_since_is_not_written_back_from_an_older_export(
    aged: Register, place: Scope, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    events.add(aged, place, 2020, date_text="6 мая", text="концерт хора.")
    (exporting.export_workbook if name == "Данные.xlsx" else _report)(aged, path)
    first, second = events.ids(aged, place, 2020)
    events.set_field(aged, first, "text", "визит перенесён.")
    events.delete(aged, [second])
    catalogue.rename(aged, "partner", place.id or 0, "Грац")
    date_steps(aged, aged.history(limit=1)[0].id)
    assert retention.apply(aged, NOW)
    before = aged.read(content_digest)

    applied = importing.import_file(aged, path, delete=True)

    differing = [entry for entry in applied.plan.entries if entry.outcome is not Outcome.UNCHANGED]
    assert {(entry.table, entry.outcome, entry.doubt) for entry in differing} == {
        ("partner", Outcome.DOUBTFUL, Doubt.CHANGED_EITHER),
        ("event", Outcome.DOUBTFUL, Doubt.CHANGED_EITHER),
        ("event", Outcome.DOUBTFUL, Doubt.DELETED_OR_NEW),
    }
    assert aged.read(content_digest) == before, "the register is as its clerks left it"
    # Who has looked at them may take them all the same.
    importing.apply(aged, applied.plan, {entry.key for entry in differing})
    assert partner_name(aged, place) == "Вена"
    assert len(events.ids(aged, place, 2020)) == 2


def _report(register: Register, path: Path) -> None:
    reporting.write_report(register, 2020, path)


def test_the_history_of_a_damaged_register_is_salvaged_past_what_it_no_longer_keeps(
    aged: Register, place: Scope, tmp_path: Path
) -> None:
    retention.apply(aged, NOW)
    catalogue.rename(aged, "partner", place.id or 0, "Грац")
    steps = [step.uuid for step in aged.history()]
    damage_index(aged.path)
    salvaging.write(aged.path, tmp_path / "Спасённый.partners", author="Анна")
    saved = Register.open(tmp_path / "Спасённый.partners", author="Анна")
    assert [step.uuid for step in saved.history()] == steps
    saved.undo()
    assert partner_name(saved, place) == "Вена"
    saved.close()
    backup.verify(saved.path)
