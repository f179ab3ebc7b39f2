"""A register that keeps its history for some years: what is older is gone, what is there stays."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, update

from partners_app.domain.errors import BackupFailed, NothingToRedo, NothingToUndo
from partners_app.domain.records import RegisterContent
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import backup, catalogue, events, history, retention
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import erasure, queries
from partners_app.storage.as_of import content_as_of
from partners_app.storage.digest import content_digest
from partners_app.storage.schema import operation
from tests.storage.random_clerk import PLANS, Clerk, small_content

NOW = datetime(2030, 5, 20, 12, tzinfo=UTC)
LONG_AGO = datetime(2026, 3, 1, tzinfo=UTC)
LATELY = datetime(2030, 5, 2, tzinfo=UTC)


def date_steps(register: Register, last_old: int) -> None:
    """Let the steps up to one be made long ago, and the others lately."""

    def write(connection: Connection) -> int:
        for step in connection.execute(select(operation)).mappings().all():
            at = LONG_AGO if step["id"] <= last_old else LATELY
            stamp = (at + timedelta(hours=step["id"])).isoformat(timespec="milliseconds")
            connection.execute(
                update(operation).where(operation.c.id == step["id"]).values(at=stamp)
            )
            erasure.seal(connection, {**step, "at": stamp})
        # Stamps of rows follow the steps that made and changed them.
        for name in ("region", "country", "partner", "agreement", "event", "imported_file"):
            for side, order in (("created", "ASC"), ("changed", "DESC")):
                connection.exec_driver_sql(
                    f"UPDATE {name} SET {side}_at = coalesce((SELECT operation.at FROM change"
                    f" JOIN operation ON operation.id = change.operation_id WHERE table_name ="
                    f" '{name}' AND row_id = {name}.id ORDER BY change.id {order} LIMIT 1),"
                    f" {side}_at), {side}_by = coalesce((SELECT author FROM change JOIN operation"
                    f" ON operation.id = change.operation_id WHERE table_name = '{name}' AND"
                    f" row_id = {name}.id ORDER BY change.id {order} LIMIT 1), {side}_by)"
                )
        return 0

    register.rebuild(write)


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
    assert len(queries_content(register).regions) == 2
    backup.verify(register.path)


def queries_content(register: Register) -> RegisterContent:
    return register.read(queries.content)


def test_a_register_whose_setting_is_not_set_keeps_everything(aged: Register) -> None:
    aged.set_setting("history_years", "")
    before = aged.path.read_bytes()
    assert retention.apply(aged, NOW) == 0
    aged.set_setting("history_years", "10")
    assert retention.apply(aged, NOW) == 0
    aged.undo()
    aged.undo()
    assert aged.settings().history_years == 1
    assert len(before) <= len(aged.path.read_bytes())
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
        step = connection.execute(select(operation).where(operation.c.id == newest)).mappings()
        (found,) = step.all()
        connection.execute(update(operation).where(operation.c.id == newest).values(at="1970"))
        erasure.seal(connection, {**found, "at": "1970"})
        return 0

    register.rebuild(set_back)
    assert retention.apply(register, NOW) == 0


def test_before_anything_goes_there_is_a_backup(
    aged: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
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


@settings(max_examples=12)
@given(plan=PLANS, share=st.integers(0, 100))
def test_after_any_acts_what_is_kept_is_the_register_and_its_younger_steps(
    plan: list[tuple[str, int, int]], share: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("random") / "random.partners"
    Register.create(path, author="Анна", content=small_content()).close()
    clerk = Clerk(path)
    for act, first, second in plan:
        clerk.do(act, first, second)
    register = clerk.register
    steps = register.history()
    floor = 1 + (len(steps) - 1) * share // 100
    contents = {
        step.id: register.read(content_as_of, step.id) for step in steps if step.id >= floor
    }
    date_steps(register, floor)
    backup.verify(path)
    digest = register.read(content_digest)
    register.squash(datetime(2029, 1, 1, tzinfo=UTC))
    backup.verify(path)
    assert register.read(content_digest) == digest
    squashed = any(step.kind is OperationKind.ERASURE for step in register.history())
    for number, content in contents.items():
        assert register.read(content_as_of, number) == content
    if squashed:
        assert register.read(content_as_of, floor - 1) is None
    while register.undo_state().undo is not None:
        register.undo()
        clerk.place -= 1
        assert clerk.digest() == clerk.states[clerk.place]
    backup.verify(path)
    crossed = any(
        step.reverts is not None and step.reverts <= floor < step.id
        for step in steps
        if step.kind in (OperationKind.UNDO, OperationKind.REDO)
    )
    if not crossed:
        assert register.read(queries.content) == contents[floor]
    while register.undo_state().redo is not None:
        register.redo()
    assert register.read(content_digest) == clerk.states[-1]
    backup.verify(path)
    register.close()
