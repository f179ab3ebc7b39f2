"""Two clerks work on copies of one register, and bring their work together."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from partners_app.domain.errors import FileMissing, NotARegister, SameRegister
from partners_app.domain.import_plan import Doubt, ImportPlan, Outcome
from partners_app.domain.incoming import Layout
from partners_app.domain.records import Event
from partners_app.services import catalogue, events, importing, sample
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import queries
from tests.cli.steps import folder_state


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Register]:
    made = Register.create(tmp_path / "мой.partners", author="Иванова", content=sample.content())
    yield made
    made.close()


@pytest.fixture
def hers(mine: Register, tmp_path: Path) -> Iterator[Register]:
    """A colleague's copy, made after some work together."""
    events.set_field(mine, _event(mine, "3 сентября").id, "remark", "до копии")
    mine.save_copy(tmp_path / "её.partners")
    opened = Register.open(tmp_path / "её.partners", author="Петрова")
    yield opened
    opened.close()


def _event(register: Register, date: str) -> Event:
    found = register.read(queries.content).events
    return next(event for event in found if event.date.text == date)


def _plan(mine: Register, hers: Register) -> ImportPlan:
    return importing.plan(mine, importing.read_source(mine, hers.path))


def _told(plan: ImportPlan) -> list[tuple[Outcome, str, set[str]]]:
    return [
        (entry.outcome, entry.table, set(entry.fields))
        for entry in plan.entries
        if entry.outcome is not Outcome.UNCHANGED
    ]


def test_a_copy_that_nobody_touched_has_nothing_to_say(mine: Register, hers: Register) -> None:
    plan = _plan(mine, hers)
    assert plan.layout is Layout.REGISTER
    assert _told(plan) == []


def test_what_each_did_comes_together(mine: Register, hers: Register) -> None:
    events.set_field(mine, _event(mine, "20-22 февраля").id, "remark", "моё")
    events.set_field(hers, _event(hers, "20-22 февраля").id, "participants", "её")
    events.set_field(hers, _event(hers, "10 декабря").id, "text", "семинар перенесён.")
    partner = next(p for p in hers.read(queries.partners) if p.name == "Рига")
    cell = Scope(ScopeKind.PARTNER, partner.id)
    events.add(hers, cell, 2020, date_text="5 мая", text="встреча.")
    region = hers.read(queries.regions)[0]
    (malta,) = catalogue.add_country(hers, region.id, "Мальта").ids("country")
    catalogue.add_partner(hers, malta, "г. Валлетта")
    plan = _plan(mine, hers)
    assert sorted(_told(plan), key=str) == sorted(
        [
            (Outcome.NEW, "country", {"name"}),
            (Outcome.NEW, "partner", {"name", "kind", "status"}),
            (Outcome.CHANGED, "event", {"participants"}),
            (Outcome.CHANGED, "event", {"text"}),
            (Outcome.NEW, "event", {"report_year", "date_text", "text", "printed"}),
        ],
        key=str,
    )
    importing.apply(mine, plan, plan.proposed())
    both = _event(mine, "20-22 февраля")
    assert (both.remark, both.participants) == ("моё", "её")
    assert [p.name for p in mine.read(queries.partners) if p.name == "г. Валлетта"]
    assert _told(_plan(mine, hers)) == []
    # It is one step, and can be taken back weeks later.
    step = mine.history(limit=1)[0]
    events.set_field(mine, _event(mine, "3 сентября").id, "remark", "позже")
    mine.take_back(step.id)
    assert _event(mine, "20-22 февраля").participants == ""
    assert _event(mine, "20-22 февраля").remark == "моё"


def test_one_field_changed_by_both_is_asked_about(mine: Register, hers: Register) -> None:
    events.set_field(mine, _event(mine, "20-22 февраля").id, "text", "по-моему.")
    events.set_field(hers, _event(hers, "20-22 февраля").id, "text", "по-её.")
    (entry,) = (e for e in _plan(mine, hers).entries if e.outcome is not Outcome.UNCHANGED)
    assert (entry.outcome, entry.doubt) == (Outcome.DOUBTFUL, Doubt.CHANGED_BOTH)
    assert entry.fields["text"] == ("по-моему.", "по-её.")


def test_what_she_deleted_is_proposed_and_what_i_deleted_stays_deleted(
    mine: Register, hers: Register
) -> None:
    events.delete(hers, [_event(hers, "20-22 февраля").id])
    events.delete(mine, [_event(mine, "10 декабря").id])
    plan = _plan(mine, hers)
    (entry,) = (e for e in plan.entries if e.outcome is not Outcome.UNCHANGED)
    assert (entry.outcome, entry.label[:13]) == (Outcome.DELETED, "20-22 февраля")
    assert plan.proposed() == frozenset()
    importing.apply(mine, plan, {entry.key})
    assert mine.counts().events == 128


def test_a_register_that_never_was_a_copy_is_compared_by_names(
    mine: Register, tmp_path: Path
) -> None:
    other = Register.create(tmp_path / "чужой.partners", author="Сидоров")
    region = other.read(queries.regions)[0]
    (finland,) = catalogue.add_country(other, region.id, "Финляндия").ids("country")
    (turku,) = catalogue.add_partner(other, finland, "Турку").ids("partner")
    events.add(other, Scope(ScopeKind.PARTNER, turku), 2021, date_text="5 мая", text="день города.")
    other.close()
    plan = _plan(mine, other)
    # «Турку» is «г. Турку»; what the other file does not hold is no deletion.
    new = plan.of(Outcome.NEW)
    assert [(entry.table, entry.owner) for entry in new] == [("event", "Финляндия · Турку")]
    assert plan.of(Outcome.DELETED) == ()


def test_a_title_that_both_changed_is_asked_about(mine: Register, hers: Register) -> None:
    hers.set_setting("title", "ГОРОДА-ПОБРАТИМЫ")
    (entry,) = (each for each in _plan(mine, hers).entries if each.table == "setting")
    assert (entry.outcome, entry.doubt) == (Outcome.CHANGED, None)
    mine.set_setting("title", "ПАРТНЁРЫ ГОРОДА")
    (entry,) = (each for each in _plan(mine, hers).entries if each.table == "setting")
    assert (entry.outcome, entry.doubt) == (Outcome.DOUBTFUL, Doubt.CHANGED_BOTH)


def _killed_while_saving(path: Path) -> None:
    """Leave the file as a process does that dies in a transaction: half written, journal beside."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE event SET text = 'полу' || text")
        half = {name: name.read_bytes() for name in (path, Path(f"{path}-journal"))}
        connection.execute("ROLLBACK")
    for name, content in half.items():
        name.write_bytes(content)


def _left_in_wal_mode(path: Path) -> None:
    """Leave the file as another program does that has its own ways."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


@pytest.mark.parametrize("happened", [_killed_while_saving, _left_in_wal_mode])
def test_a_file_that_is_not_in_order_is_read_and_not_put_right(
    mine: Register, hers: Register, happened: Callable[[Path], None]
) -> None:
    events.set_field(hers, _event(hers, "3 сентября").id, "remark", "её")
    hers.close()
    happened(hers.path)
    before = folder_state(hers.path.parent)
    assert _told(_plan(mine, hers)) == [(Outcome.CHANGED, "event", {"remark"})]
    assert folder_state(hers.path.parent) == before


def test_the_open_register_itself_and_what_is_none_are_refused(
    mine: Register, tmp_path: Path
) -> None:
    with pytest.raises(SameRegister):
        importing.read_source(mine, mine.path)
    with pytest.raises(FileMissing):
        importing.read_source(mine, tmp_path / "нет.partners")
    (tmp_path / "не.partners").write_bytes(b"not a register at all" * 100)
    with pytest.raises(NotARegister):
        importing.read_source(mine, tmp_path / "не.partners")
