"""Two people on one register: nobody waits for an idle window, nobody overwrites the other."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from partners_app.domain.changes import Change, ChangeSet, Row
from partners_app.domain.errors import (
    ChangedSince,
    FileMissing,
    RecordMissing,
    RegisterLocked,
    RegisterReplaced,
)
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import agreements, backup, catalogue, events
from partners_app.services.events import Scope
from partners_app.services.register import Register
from partners_app.services.row_changes import removal
from partners_app.storage import engine, queries, rows
from partners_app.storage.digest import content_digest
from tests.other_clerk import OtherClerk


@pytest.fixture(scope="module")
def _somebody() -> Iterator[OtherClerk]:
    with OtherClerk("Коллега", waits=0) as made:
        yield made


@pytest.fixture
def colleague(_somebody: OtherClerk, register_2020: Register) -> Iterator[OtherClerk]:
    _somebody.comes(register_2020.path)
    yield _somebody
    _somebody.does("leave()")


def test_an_idle_window_keeps_nobody_waiting(
    register_2020: Register, colleague: OtherClerk
) -> None:
    acts: list[Callable[[], object]] = [
        lambda: catalogue.tree(register_2020, 2020),
        lambda: catalogue.matching(register_2020, "визит", 2020),
        lambda: events.load(register_2020, events.ids(register_2020, Scope(), 2020)),
        lambda: agreements.of_partner(register_2020, 2),
        lambda: register_2020.read(queries.content, year=2020),
        lambda: register_2020.history(),
        lambda: register_2020.undo_state(),
        lambda: events.set_field(register_2020, 1, "text", "визит"),
        lambda: register_2020.undo(),
        lambda: register_2020.redo(),
        lambda: backup.write(register_2020),
        lambda: Register.open(register_2020.path, author="Анна"),
    ]
    with pytest.raises(RecordMissing):
        events.set_field(register_2020, 999, "text", "визит")
    for act in acts:
        act()
        # With no time to wait at all.
        colleague.does("held.execute('BEGIN EXCLUSIVE') and held.execute('COMMIT') and 0")


def test_a_read_that_failed_lets_go_too(register_2020: Register, colleague: OtherClerk) -> None:
    def fail(_connection: object) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        register_2020.read(fail)
    colleague.does("held.execute('BEGIN EXCLUSIVE') and held.execute('COMMIT') and 0")


def _prepared(register: Register, values: Row) -> ChangeSet:
    """Return an edit of event 1 as a window prepares it: from what it read before."""
    old = register.read(rows.load, "event", [1])[1]
    change = Change("event", 1, {name: old[name] for name in values}, values)
    return ChangeSet(OperationKind.EDIT, (change,), "event", "визит")


def test_the_second_of_two_edits_of_one_field_is_refused(
    register_2020: Register, colleague: OtherClerk
) -> None:
    mine = _prepared(register_2020, {"text": "моё", "remark": "моё"})
    colleague.does("events.set_field(register, 1, 'text', 'коллеги')")
    with pytest.raises(ChangedSince) as caught:
        register_2020.apply(mine)
    assert (caught.value.table, caught.value.row_id) == ("event", 1)
    assert caught.value.fields == ("text",)
    found = events.load(register_2020, [1])[1]
    assert (found.text, found.remark) == ("коллеги", "")


def test_edits_of_two_fields_of_one_record_both_stand(
    register_2020: Register, colleague: OtherClerk
) -> None:
    mine = _prepared(register_2020, {"remark": "моё"})
    colleague.does("events.set_field(register, 1, 'text', 'коллеги')")
    register_2020.apply(mine)
    found = events.load(register_2020, [1])[1]
    assert (found.text, found.remark) == ("коллеги", "моё")


def test_an_edit_of_what_was_deleted_and_a_deletion_of_what_was_edited(
    register_2020: Register, colleague: OtherClerk
) -> None:
    mine = _prepared(register_2020, {"text": "моё"})
    colleague.does("events.delete(register, [1])")
    with pytest.raises(ChangedSince):
        register_2020.apply(mine)
    colleague.does("register.undo()")
    row = register_2020.read(rows.load, "event", [1])[1]
    gone = ChangeSet(OperationKind.DELETE, (Change("event", 1, row, None),), "event", "")
    colleague.does("events.set_field(register, 1, 'text', 'коллеги')")
    with pytest.raises(ChangedSince) as caught:
        register_2020.apply(gone)
    assert caught.value.fields == ("text",)


def test_a_country_cannot_go_while_a_colleague_fills_it(
    register_2020: Register, colleague: OtherClerk
) -> None:
    everything = register_2020.read(removal, "country", [3])
    colleague.does("catalogue.add_partner(register, 3, 'г. Новый')")
    before = register_2020.read(content_digest)
    with pytest.raises(ChangedSince):
        register_2020.apply(ChangeSet(OperationKind.DELETE, everything, "country", ""))
    assert register_2020.read(content_digest) == before


def test_undo_takes_back_the_newest_step_whoever_did_it(
    register_2020: Register, colleague: OtherClerk
) -> None:
    events.set_field(register_2020, 1, "text", "моё")
    colleague.does("events.set_field(register, 1, 'text', 'коллеги')")
    state = register_2020.undo_state()
    assert state.undo is not None
    assert state.undo.author == "Коллега"
    register_2020.undo()
    assert events.load(register_2020, [1])[1].text == "моё"


def test_what_a_colleague_wrote_can_be_told_by_the_number_of_changes(
    register_2020: Register, colleague: OtherClerk
) -> None:
    seen = register_2020.change_seq()
    colleague.does("events.set_field(register, 1, 'text', 'коллеги')")
    assert register_2020.change_seq() == seen + 1
    assert events.load(register_2020, [1])[1].text == "коллеги"


@pytest.fixture
def _short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)


@pytest.mark.usefixtures("_short_patience")
def test_who_writes_for_long_is_named_and_nothing_is_lost(
    register_2020: Register, colleague: OtherClerk
) -> None:
    colleague.does("held.execute('BEGIN IMMEDIATE') and 0")
    with pytest.raises(RegisterLocked) as caught:
        events.set_field(register_2020, 1, "text", "моё")
    assert caught.value.path == register_2020.path
    assert events.load(register_2020, [1])[1].text != "моё", "reading goes on"
    colleague.does("held.execute('COMMIT') and 0")
    events.set_field(register_2020, 1, "text", "моё")
    assert events.load(register_2020, [1])[1].text == "моё"
    colleague.does("held.execute('BEGIN EXCLUSIVE') and 0")
    with pytest.raises(RegisterLocked):
        events.load(register_2020, [1])
    with pytest.raises(RegisterLocked):
        Register.open(register_2020.path, author="Анна")
    colleague.does("held.execute('ROLLBACK') and 0")


def test_who_writes_for_a_moment_is_waited_for(
    register_2020: Register, colleague: OtherClerk
) -> None:
    colleague.does("held.execute('BEGIN EXCLUSIVE') and 0")
    colleague.begin("__import__('time').sleep(0.3) or held.execute('COMMIT') and 0")
    events.set_field(register_2020, 1, "text", "моё")
    colleague.end()
    assert events.load(register_2020, [1])[1].text == "моё"


def test_a_copy_made_while_a_colleague_writes_is_a_whole_state(
    register_2020: Register, colleague: OtherClerk, tmp_path: Path
) -> None:
    target = tmp_path / "copies"
    target.mkdir()
    colleague.begin(
        "[events.set_field(register, 1, 'text', f'визит {n}') and None for n in range(60)]"
    )
    made = 0
    while register_2020.change_seq() < 61:
        register_2020.save_copy(target / f"{made}.partners")
        made += 1
    colleague.end()
    assert made > 0
    for number in range(made):
        path = target / f"{number}.partners"
        copied = Register.open(path, author="Анна")
        newest = copied.versions("event", 1)[0].after
        assert newest is not None
        assert events.load(copied, [1])[1].text == newest["text"]
        assert backup.verify(path).change_seq == copied.change_seq()
        copied.close()


# --- another file in its place --------------------------------------------------------------------


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return another register, with more steps than the open one."""
    path = tmp_path / "other" / "other.partners"
    path.parent.mkdir()
    made = Register.create(path, author="Чужая")
    for number in range(5):
        made.set_setting("title", f"Чужой {number}")
    made.close()
    return path


def _renamed(source: Path, target: Path) -> None:
    source.replace(target)


def _overwritten(source: Path, target: Path) -> None:
    # In place: neither the file's number nor, perhaps, its size tells.
    with target.open("r+b") as file:
        file.truncate(0)
        file.write(source.read_bytes())


@pytest.mark.parametrize("put", [_renamed, _overwritten])
def test_another_register_in_its_place_is_not_written_to(
    put: Callable[[Path, Path], None], register: Register, other: Path
) -> None:
    put(other, register.path)
    before = register.path.read_bytes()
    for act in (
        lambda: catalogue.rename(register, "region", 1, "моё"),
        register.undo,
        lambda: register.take_back(2),
    ):
        with pytest.raises(RegisterReplaced):
            act()
    assert register.path.read_bytes() == before


def test_an_older_state_in_its_place_is_not_written_to(register: Register, tmp_path: Path) -> None:
    old = tmp_path / "old.partners"
    shutil.copyfile(register.path, old)
    catalogue.rename(register, "region", 1, "раз")
    _renamed(old, register.path)
    before = register.path.read_bytes()
    with pytest.raises(RegisterReplaced):
        catalogue.rename(register, "region", 1, "два")
    assert register.path.read_bytes() == before
    again = Register.open(register.path, author="Анна")
    catalogue.rename(again, "region", 1, "три")
    again.close()


def test_a_register_that_was_deleted_is_not_made_anew(register: Register) -> None:
    register.path.unlink()
    with pytest.raises(FileMissing):
        catalogue.rename(register, "region", 1, "моё")
    with pytest.raises(FileMissing):
        catalogue.tree(register, 2020)
    assert list(register.path.parent.glob("*.partners*")) == []


def test_a_crash_elsewhere_is_mended_by_whoever_opens_next(
    register_2020: Register, tmp_path: Path
) -> None:
    # A journal beside the file: what a process that died while saving leaves.
    expected = register_2020.read(content_digest)
    crashed = tmp_path / "crashed.partners"
    connection = sqlite3.connect(register_2020.path, isolation_level=None)
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE event SET text = 'полу' || text")
    connection.execute("UPDATE change SET after = '{}'")
    shutil.copyfile(register_2020.path, crashed)
    shutil.copyfile(f"{register_2020.path}-journal", f"{crashed}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    raw = sqlite3.connect(f"file:{crashed}?mode=ro&immutable=1", uri=True)
    assert raw.execute("SELECT count(*) FROM event WHERE text LIKE 'полу%'").fetchone()[0] > 0
    raw.close()
    opened = Register.open(crashed, author="Анна")
    assert opened.read(content_digest) == expected
    assert not Path(f"{crashed}-journal").exists()
    opened.close()
