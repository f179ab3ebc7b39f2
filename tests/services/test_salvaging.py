"""What can be read of a damaged register is saved into a new one; the damaged one stays."""

import random
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from partners_app.domain.errors import FileExists, NothingToUndo, RegisterDamaged
from partners_app.domain.rescue import RESCUED
from partners_app.services import backup, catalogue, erasing, events, salvaging
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.storage import queries
from partners_app.storage.digest import content_digest
from tests.damages import (
    BROKEN,
    PAGE,
    ROWS,
    damage_index,
    root_page,
    smash,
    smash_header,
    truncate,
)

ALL = 3 + 30 + 52 + 60 + 130
"""The records of 2020: bands, countries, partners, agreements, events."""


@pytest.fixture
def worked_on(register_2020: Register) -> Register:
    """A register with some steps, one of them taken back."""
    catalogue.rename(register_2020, "region", 1, "Запад")
    number = events.ids(register_2020, Scope(), 2020)[0]
    events.set_field(register_2020, number, "text", "визит")
    register_2020.undo()
    return register_2020


def _salvage(register: Register, damage: Callable[[Path], None]) -> tuple[Register, object]:
    path = register.path
    damage(path)
    before = {each: sha256(each.read_bytes()).hexdigest() for each in path.parent.iterdir()}
    target = path.with_name("Спасённый.partners")
    told = salvaging.write(path, target, author="Анна")
    after = {each: sha256(each.read_bytes()).hexdigest() for each in path.parent.iterdir()}
    assert after.pop(target)
    assert after == before, "the damaged file is as it was, and nothing else lies beside it"
    backup.verify(target)
    return Register.open(target, author="Анна"), told


def _root_of(name: str) -> Callable[[Path], None]:
    return lambda path: smash(path, root_page(path, name))


WHOLE: dict[str, Callable[[Path], None]] = {
    "the header": smash_header,
    "the first page": lambda path: smash(path, 1),
    "the page that leads to the events": _root_of("event"),
    "the page that leads to the history": _root_of("change"),
    "an index": _root_of("ix_event_report_year_date_earliest"),
    "a stale index": damage_index,
    "a page of the index of words": lambda path: smash(path, root_page(path, "search_data")),
    "rows that lack": ROWS["rows less"][0],
    "a text": ROWS["no text"][0],
}


@pytest.mark.parametrize("what", WHOLE)
def test_where_the_history_is_whole_nothing_is_lost(what: str, worked_on: Register) -> None:
    expected, uuid = worked_on.read(content_digest), worked_on.uuid()
    saved, told = _salvage(worked_on, WHOLE[what])
    assert isinstance(told, salvaging.Salvaged)
    assert (told.saved, told.known, told.placed) == (ALL, ALL, 0)
    assert (told.steps_kept, told.steps_known) == (4, 4)
    assert saved.read(content_digest) == expected
    assert saved.uuid() == uuid
    assert saved.redo() and saved.undo() and saved.undo(), "what was done can be undone still"
    saved.close()


@pytest.mark.parametrize("what", ["a step less", "a word of the history"])
def test_a_broken_history_begins_anew_and_the_records_are_kept(
    what: str, worked_on: Register
) -> None:
    expected = worked_on.read(content_digest)
    saved, told = _salvage(worked_on, BROKEN[what][0])
    assert isinstance(told, salvaging.Salvaged)
    assert (told.steps_kept, told.steps_known) == (0, 4)
    assert (told.saved, told.known) == (ALL, ALL)
    assert saved.read(content_digest) == expected
    assert [step.kind.value for step in saved.history()] == ["repair"]
    assert saved.undo_state().undo is None, "there is nothing before it to go back to"
    saved.close()


def test_the_steps_before_the_damage_are_kept(worked_on: Register) -> None:
    from tests.damages import run

    expected = worked_on.read(content_digest)
    saved, told = _salvage(
        worked_on, lambda path: run(path, "UPDATE operation SET label = 'x' WHERE id = 3")
    )
    assert isinstance(told, salvaging.Salvaged)
    assert (told.steps_kept, told.steps_known) == (2, 4)
    assert saved.read(content_digest) == expected
    kinds = [step.kind.value for step in saved.history()]
    # The third step and its undo made nothing together, so there is nothing to write for them.
    assert kinds == ["edit", "create"]
    saved.close()


def test_undo_ends_where_it_did_though_the_page_that_tells_of_it_is_gone(
    worked_on: Register,
) -> None:
    erasing.erase(worked_on, "визит")
    catalogue.rename(worked_on, "region", 1, "Закат")
    saved, _ = _salvage(worked_on, _root_of("register_meta"))
    saved.undo()
    with pytest.raises(NothingToUndo):
        saved.undo()
    (first, *_) = saved.read(queries.regions)
    assert first.name == "Запад"
    assert saved.counts().events == 130
    saved.close()


def test_half_a_file_gives_what_stands_in_it_and_says_what_does_not(worked_on: Register) -> None:
    names = {item.name for item in worked_on.read(queries.content).partners}
    saved, told = _salvage(worked_on, truncate)
    assert isinstance(told, salvaging.Salvaged)
    assert told == salvaging.find(worked_on.path), "what could be saved is told beforehand too"
    assert 0 < told.saved < told.known <= ALL
    content = saved.read(queries.content)
    found = len(content.events) + len(content.agreements) + len(content.partners)
    found += len(content.countries) + len(content.regions)
    assert found == told.saved + sum(1 for item in content.regions if item.name == RESCUED) + sum(
        1 for item in content.countries if item.name == RESCUED
    ) + sum(1 for item in content.partners if str(item.name).startswith("Спасённ"))
    assert len({item.name for item in content.partners} & names) > 20
    assert all(event.links for event in content.events), "each stands somewhere"
    saved.close()


def test_pages_smashed_at_random_lose_little(worked_on: Register) -> None:
    chance = random.Random(2026)
    pages = worked_on.path.stat().st_size // PAGE
    _, told = _salvage(
        worked_on, lambda path: smash(path, *chance.sample(range(1, pages + 1), pages // 10))
    )
    assert isinstance(told, salvaging.Salvaged)
    assert told.saved > ALL * 0.9


def test_a_number_is_never_given_twice(worked_on: Register) -> None:
    (gone,) = catalogue.add_region(worked_on, "Атлантида").ids("region")
    worked_on.undo()
    saved, _ = _salvage(worked_on, smash_header)
    assert catalogue.add_region(saved, "Африка").ids("region") == {gone + 1}
    saved.close()


@pytest.mark.parametrize("content", [b"", b"S", b"SQLite format 3\0", bytes(9000)])
def test_where_nothing_can_be_read_nothing_is_written(content: bytes, tmp_path: Path) -> None:
    path, target = tmp_path / "r.partners", tmp_path / "new.partners"
    path.write_bytes(content)
    with pytest.raises(RegisterDamaged) as caught:
        salvaging.write(path, target, author="Анна")
    assert (caught.value.path, caught.value.reason) == (path, "nothing")
    assert list(tmp_path.iterdir()) == [path]


def test_no_file_is_written_over(worked_on: Register) -> None:
    before = worked_on.path.read_bytes()
    with pytest.raises(FileExists):
        salvaging.write(worked_on.path, worked_on.path, author="Анна")
    assert worked_on.path.read_bytes() == before
