"""Copies are proved: what is damaged, cut off or lacks a row is no backup."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from partners_app.domain.errors import FileProblem, PartnersError, RegisterDamaged
from partners_app.services import catalogue, events, sample
from partners_app.services.register import Register
from partners_app.storage import backup, engine
from partners_app.storage.digest import file_digest
from partners_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION


def _proof(register: Register) -> backup.Proof:
    return register.read(backup.prove)


def _copy(register: Register, target: Path) -> backup.Proof:
    return backup.copy_verified(register._engine, register.path, target)


def _run(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_copy_holds_what_the_register_holds(register_2020: Register, tmp_path: Path) -> None:
    catalogue.rename(register_2020, "region", 1, "Запад")
    register_2020.undo()
    target = tmp_path / "copy.partners"
    proof = _copy(register_2020, target)
    assert proof == _proof(register_2020) == backup.verify(target)
    assert proof.counts["event"] == 130
    assert proof.change_seq == 3
    opened = Register.open(target, author="Борис")
    opened.redo()
    assert catalogue.region(opened, 1).name == "Запад"
    opened.close()


def test_a_copy_is_compact_and_holds_no_deleted_text(register: Register, tmp_path: Path) -> None:
    # The journal keeps what was deleted, as it should; pages that are free keep nothing.
    (region,) = catalogue.add_region(register, "Атлантида").ids("region")
    target = tmp_path / "copy.partners"
    _copy(register, target)
    connection = sqlite3.connect(target)
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    connection.close()
    assert catalogue.region(register, region).name == "Атлантида"


def test_ids_go_on_in_a_copy_where_they_stood(register: Register, tmp_path: Path) -> None:
    (region,) = catalogue.add_region(register, "Океания").ids("region")
    register.undo()
    target = tmp_path / "copy.partners"
    _copy(register, target)
    opened = Register.open(target, author="Борис")
    assert catalogue.add_region(opened, "Африка").ids("region") == {region + 1}
    opened.close()


def _cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _first_page_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096])


def _last_page_missing(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def _without_tables(path: Path) -> None:
    # What a copy that was killed half-way leaves: SQLite's own check calls it "ok".
    path.unlink()
    _run(
        path,
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {SCHEMA_VERSION}",
    )
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


_DAMAGES: dict[str, Callable[[Path], None]] = {
    "half the file": _cut_in_half,
    "one page": _first_page_only,
    "one page less": _last_page_missing,
    "no tables": _without_tables,
    "no events": lambda path: _run(path, "DELETE FROM event_link", "DELETE FROM event"),
    "a row less": lambda path: _run(path, "DELETE FROM setting"),
    "a step less": lambda path: _run(path, "DELETE FROM change WHERE id = 7"),
    "no history": lambda path: _run(path, "DELETE FROM change", "DELETE FROM operation"),
    "a number of steps": lambda path: _run(path, "UPDATE register_meta SET change_seq = 9"),
    "a text": lambda path: _run(path, "UPDATE event SET text = text || ' ' WHERE id = 100"),
    "printed or not": lambda path: _run(path, "UPDATE event SET printed = 0 WHERE id = 100"),
    "an order": lambda path: _run(path, "UPDATE event_link SET position = 1 WHERE id = 100"),
    "a year of a date": lambda path: _run(
        path, "UPDATE event SET date_earliest = '1920-01-01' WHERE id = 100"
    ),
    "a folded name": lambda path: _run(path, "UPDATE partner SET name_key = 'x' WHERE id = 9"),
    "who made it": lambda path: _run(path, "UPDATE event SET created_by = 'X' WHERE id = 9"),
    "a search entry": lambda path: _run(path, "UPDATE search SET main = 'x' WHERE rowid = 12"),
    "the journal": lambda path: _run(
        path,
        "UPDATE change SET after = replace(after, 'визит', 'отказ') WHERE after LIKE '%визит%'",
    ),
    "broken JSON": lambda path: _run(path, "UPDATE change SET after = '{' WHERE id = 200"),
    "no text": lambda path: _run(path, "UPDATE event SET text = CAST(x'ff' AS TEXT) WHERE id = 9"),
    "an orphan": lambda path: _run(path, "UPDATE event_link SET partner_id = 999 WHERE id = 9"),
    "a trigger": lambda path: _run(
        path, "CREATE TRIGGER spy AFTER UPDATE ON event BEGIN DELETE FROM event; END"
    ),
    "a view": lambda path: _run(path, "CREATE VIEW region_of AS SELECT * FROM region"),
    "no number of its own": lambda path: _run(path, "DELETE FROM register_meta"),
}


@pytest.fixture(scope="module")
def _verified(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a verified copy of the sample."""
    folder = tmp_path_factory.mktemp("verified")
    register = sample.create(folder / "r.partners", author="Анна")
    _copy(register, folder / "copy.partners")
    register.close()
    backup.verify(folder / "copy.partners")
    return (folder / "copy.partners").read_bytes()


@pytest.mark.parametrize("what", _DAMAGES)
def test_a_damaged_copy_does_not_verify(what: str, _verified: bytes, tmp_path: Path) -> None:
    target = tmp_path / "copy.partners"
    target.write_bytes(_verified)
    _DAMAGES[what](target)
    before = target.read_bytes()
    with pytest.raises(RegisterDamaged):
        backup.verify(target)
    assert target.read_bytes() == before, "verifying writes nothing"


_CANNOT_OPEN = (
    "half the file",
    "one page",
    "one page less",
    "no tables",
    "a trigger",
    "a view",
    "no number of its own",
)


@pytest.mark.parametrize("what", _CANNOT_OPEN)
def test_a_register_that_is_no_whole_one_does_not_open(what: str, register_2020: Register) -> None:
    _DAMAGES[what](register_2020.path)
    before = register_2020.path.read_bytes()
    with pytest.raises(RegisterDamaged):
        Register.open(register_2020.path, author="Анна")
    assert register_2020.path.read_bytes() == before


def test_a_text_that_is_none_is_damage_and_tells_nothing(register_2020: Register) -> None:
    _DAMAGES["no text"](register_2020.path)
    with pytest.raises(RegisterDamaged) as caught:
        events.load(register_2020, [9])
    assert caught.value.reason == "text"


def _digest(path: Path) -> str:
    made = engine.file_engine(path, read_only=True)
    try:
        with engine.reading(made, path) as connection:
            return file_digest(connection)
    except (PartnersError, SQLAlchemyError, ValueError):
        return "it cannot be read"


def _sqlite_is_content(path: Path) -> bool:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    finally:
        connection.close()


@pytest.mark.parametrize("flips", [60, pytest.param(300, marks=pytest.mark.trial)])
def test_a_flipped_bit_is_found_though_sqlite_finds_nothing(
    register: Register, tmp_path: Path, flips: int
) -> None:
    (country,) = catalogue.add_country(register, 1, "Австрия").ids("country")
    (partner,) = catalogue.add_partner(register, country, "г. Грац").ids("partner")
    scope = events.Scope(events.ScopeKind.PARTNER, partner)
    for number in range(20):
        text = f"визит делегации Санкт-Петербурга № {number}"
        events.add(register, scope, 2020, date_text="3 марта", text=text)
    whole, damaged = tmp_path / "whole.partners", tmp_path / "damaged.partners"
    expected = _copy(register, whole)
    content = whole.read_bytes()
    written = [place for place, byte in enumerate(content) if byte]
    chance = random.Random(2026)
    changed, missed, unseen_by_sqlite = 0, 0, 0
    while changed < flips:
        flipped = bytearray(content)
        flipped[chance.choice(written)] ^= 1 << chance.randrange(8)
        damaged.write_bytes(flipped)
        if _digest(damaged) == expected.digest:
            continue  # an index, or a byte that SQLite does not read
        changed += 1
        unseen_by_sqlite += _sqlite_is_content(damaged)
        with suppress(FileProblem):
            backup.verify(damaged)
            missed += 1
    assert unseen_by_sqlite > flips / 2, "SQLite has no checksums"
    assert missed <= max(1, flips // 100)
