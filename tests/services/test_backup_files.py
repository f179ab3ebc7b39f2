"""Backups are listed without being read, said to be verified when they are, and thinned out."""

import os
import shutil
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from partners_app.domain.abandoning import while_wanted
from partners_app.domain.errors import Abandoned, DiskFull, FileMissing, RegisterDamaged
from partners_app.paths import user_data
from partners_app.services import backup, backup_notes, catalogue, restoring
from partners_app.services.backup import BackupReason
from partners_app.services.register import Register


def test_a_backup_is_listed_with_what_it_holds(register_2020: Register, tmp_path: Path) -> None:
    assert backup.is_due(register_2020)
    written = backup.write(register_2020, BackupReason.IMPORT)
    assert not backup.is_due(register_2020)
    (found,) = backup.listing(register_2020.uuid())
    assert (found.path, found.reason, found.in_second) == (written.path, BackupReason.IMPORT, False)
    assert found.size == written.path.stat().st_size
    assert found.verified is not None
    assert found.verified.counts == {"partner": 52, "agreement": 60, "event": 130}
    catalogue.rename(register_2020, "region", 1, "Запад")
    assert backup.is_due(register_2020)


def test_no_backup_is_written_over_within_one_second(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Standing(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Standing":
            return cls(2026, 11, 25, 12, tzinfo=tz)

    monkeypatch.setattr("partners_app.services.backup_files.datetime", Standing)
    first = backup.write(register).path
    content = first.read_bytes()
    second = backup.write(register).path
    assert second != first
    assert first.read_bytes() == content
    assert {each.path for each in backup.listing(register.uuid())} == {first, second}


def test_what_is_another_file_since_is_not_verified(register: Register) -> None:
    path = backup.write(register).path
    content = path.read_bytes()
    path.write_bytes(content)
    (found,) = backup.listing(register.uuid())
    assert found.verified is None
    assert backup.is_due(register)
    assert backup.check(register.uuid(), path).events == 0
    assert backup.listing(register.uuid())[0].verified is not None

    damaged = bytearray(content)
    damaged[content.rindex("Европа".encode()) + 1] ^= 1
    path.write_bytes(damaged)
    with pytest.raises(RegisterDamaged):
        backup.check(register.uuid(), path)
    assert backup.listing(register.uuid())[0].verified is None


@pytest.mark.parametrize("notes", ["", "{", "[]", '{"line": 1, "verified": 3, "drill": null}'])
def test_lost_notes_lose_no_backup(notes: str, register: Register) -> None:
    backup.write(register)
    (file,) = (user_data() / "Backup notes").iterdir()
    file.write_text(notes)
    (found,) = backup.listing(register.uuid())
    assert found.verified is None
    backup.write(register, BackupReason.IMPORT)
    assert [each.verified is not None for each in backup.listing(register.uuid())].count(True) == 1


def test_a_strange_file_among_the_backups_is_left_alone(register: Register) -> None:
    backup.write(register)
    strange = [
        backup.folder(register) / name
        for name in ("заметка.txt", "r_s00000001_2026-99-99T00-00-00Z_v2_manual.partners")
    ]
    for path in strange:
        path.write_text("?")
    assert len(backup.listing(register.uuid())) == 1
    backup.write(register)
    assert all(path.exists() for path in strange)


def test_old_backups_are_thinned_out_after_a_new_one_only(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    uuid, first = register.uuid(), backup.write(register).path
    for number in range(30):
        for name in ("q", "r"):
            at = datetime.now(UTC) - timedelta(days=10 + number)
            copy = first.with_name(f"{name}_s00000000_{at:%Y-%m-%dT%H-%M-%SZ}_v2_auto.partners")
            shutil.copyfile(first, copy)
            backup_notes.remember_copy(first, copy, uuid)
    unknown = first.with_name(first.name.replace("_manual", "_auto"))
    shutil.copyfile(first, unknown)
    assert len(backup.listing(uuid)) == 62

    def refuse(*_: object) -> object:
        raise DiskFull(first)

    catalogue.rename(register, "region", 1, "Запад")
    with monkeypatch.context() as full:
        full.setattr("partners_app.storage.backup._vacuum_into", refuse)
        with pytest.raises(DiskFull):
            backup.write(register)
    assert len(backup.listing(uuid)) == 62, "without a new one nothing goes"
    newest = backup.write(register).path
    left = [each.path for each in backup.listing(uuid)]
    assert 3 + 12 + 2 <= len(left) <= 3 + 12 + 4
    assert {first, newest, unknown} <= set(left), "what nobody has verified is not judged"


def test_the_second_folder_gets_the_same_file(register: Register, tmp_path: Path) -> None:
    second = tmp_path / "на сетевом диске"
    without = backup.write(register, second=second)
    assert without.second is None
    assert isinstance(without.second_problem, FileMissing)
    assert without.second_problem.path == second
    assert without.path.is_file(), "the first copy is there all the same"
    second.mkdir()
    catalogue.rename(register, "region", 1, "Запад")
    result = backup.write(register, second=second)
    assert result.second is not None
    assert result.second.read_bytes() == result.path.read_bytes()
    assert result.second_problem is None
    register.path.unlink()
    shutil.rmtree(backup.folder(register))
    assert backup.uuid_of(register.path) == ""
    assert backup.uuid_of(register.path, second) == register.uuid(), "on a new computer"
    places = [
        (each.in_second, each.verified is not None)
        for each in backup.listing(register.uuid(), second)
    ]
    assert places == [(True, True)]


def test_a_disk_that_was_unplugged_is_known_again_when_it_is_back(
    register: Register, tmp_path: Path
) -> None:
    second, away = tmp_path / "флешка", tmp_path / "в ящике"
    second.mkdir()
    gone = backup.write(register, second=second).second
    catalogue.rename(register, "region", 1, "Запад")
    backup.write(register, second=second)
    second.rename(away)
    catalogue.rename(register, "region", 1, "Закат")
    backup.write(register, second=second)
    away.rename(second)
    listed = backup.listing(register.uuid(), second)
    assert [each.in_second for each in listed].count(True) == 2
    assert all(each.verified is not None for each in listed)
    # One that somebody removes is not remembered.
    assert gone is not None
    gone.unlink()
    backup.write(register, second=second)
    assert gone not in backup_notes.read(register.uuid()).verified


def test_a_backup_that_is_there_when_it_is_cancelled_is_told(
    register: Register, tmp_path: Path
) -> None:
    folder = backup.folder(register)
    with while_wanted(lambda: not any(folder.glob("*.partners"))):
        written = backup.write(register).path
    (listed,) = backup.listing(register.uuid())
    assert (listed.path, listed.verified is not None) == (written, True)
    catalogue.rename(register, "region", 1, "Запад")
    register.close()
    stood = register.path.stat().st_ino
    with while_wanted(lambda: register.path.stat().st_ino == stood):
        restoring.restore(register.path, written)
    assert backup_notes.read(register.uuid()).line == 1


def test_whoever_cancels_the_copy_into_the_second_folder_has_the_backup_without_it(
    register: Register, tmp_path: Path
) -> None:
    second = tmp_path / "Флешка"
    second.mkdir()
    folder = backup.folder(register)
    with while_wanted(lambda: not any(folder.glob("*.partners"))):
        written = backup.write(register, second=second)
    assert (written.second, written.second_problem) == (None, None)
    assert [each.path for each in backup.listing(register.uuid(), second)] == [written.path]


def test_looking_through_a_backup_that_is_cancelled_says_nothing_against_it(
    register: Register,
) -> None:
    uuid, path = register.uuid(), backup.write(register).path
    with while_wanted(lambda: False):
        with pytest.raises(Abandoned):
            backup.check(uuid, path)
        with pytest.raises(Abandoned):
            backup.drill_if_due(uuid)
    assert backup.last_drill(uuid) is None
    assert backup.listing(uuid)[0].verified is not None


def test_a_disk_without_room_is_noticed_before_writing(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(register.path.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(DiskFull):
        backup.write(register)
    assert backup.listing(register.uuid()) == []


@pytest.mark.parametrize("passed", [True, False])
def test_once_a_month_a_backup_is_tried(passed: bool, register: Register) -> None:
    uuid = register.uuid()
    assert backup.drill_if_due(uuid) is None, "there is none yet"
    path = backup.write(register).path
    if not passed:
        _rot(uuid, path)
    done = backup.drill_if_due(uuid)
    assert done is not None
    assert (done.name, done.passed) == (path.name, passed)
    assert backup.last_drill(uuid) == done
    assert backup.drill_if_due(uuid) is None, "not before the next month"
    assert (backup.listing(uuid)[0].verified is not None) == passed


def _rot(uuid: str, path: Path) -> None:
    """Change a letter as a bad disk does it: the file looks as it did."""
    content, stat = path.read_bytes(), path.stat()
    path.write_bytes(content.replace("Европа".encode(), "Ефропа".encode()))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert backup.listing(uuid)[0].verified is not None
