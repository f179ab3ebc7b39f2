"""Backups are written under the user's data, called by their change number, and verified."""

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from partners_app.domain.abandoning import while_wanted
from partners_app.domain.errors import (
    Abandoned,
    BackupFailed,
    DiskFull,
    FileMissing,
    RegisterDamaged,
)
from partners_app.paths import user_data
from partners_app.services import backup, catalogue
from partners_app.services.backup import BackupReason
from partners_app.services.register import Register
from partners_app.storage import backup as copies


def test_a_backup_lies_with_the_user_and_says_what_it_is(register_2020: Register) -> None:
    catalogue.rename(register_2020, "region", 1, "Запад")
    result = backup.write(register_2020)
    assert result.path.parent == user_data() / "Backups" / register_2020.uuid()
    assert result.path.parent == backup.folder(register_2020)
    assert (result.change_seq, result.events) == (2, 130)
    assert re.fullmatch(
        r"Реестр-2020_s00000002_\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ_v2_manual\.partners",
        result.path.name,
    )
    assert [path.name for path in result.path.parent.iterdir()] == [result.path.name]
    found = backup.verify(result.path)
    assert (found.countries, found.partners, found.agreements, found.events) == (30, 52, 60, 130)
    assert found == backup.verify(register_2020.path), "it is this register still"


@pytest.mark.parametrize("reason", list(BackupReason))
def test_a_backup_tells_why_it_was_written(reason: BackupReason, register: Register) -> None:
    assert backup.write(register, reason).path.stem.endswith(f"_{reason.value}")


@pytest.mark.parametrize("name", ["...partners", "a b%c#.partners", "Отчёт «2020».partners"])
def test_any_name_of_a_register_makes_a_name_of_a_backup(name: str, tmp_path: Path) -> None:
    register = Register.create(tmp_path / name, author="Анна")
    path = backup.write(register).path
    assert re.fullmatch(r"[\w-]+_s\d{8}_[\dTZ-]+_v2_manual\.partners", path.name)
    register.close()


def test_a_backup_opens_as_the_register_it_was(register: Register) -> None:
    catalogue.add_region(register, "Океания")
    path = backup.write(register).path
    catalogue.delete(register, "region", 4)
    opened = Register.open(path, author="Борис")
    assert opened.uuid() == register.uuid()
    assert catalogue.region(opened, 4).name == "Океания"
    opened.close()


def test_backups_are_in_order_of_their_names(register: Register) -> None:
    names = []
    for number in range(12):
        register.set_setting("title", f"Отчёт {number}")
        names.append(backup.write(register).path.name)
    assert names == sorted(names)
    assert len(list(backup.folder(register).iterdir())) == 12


def test_a_copy_that_is_not_the_source_is_no_backup(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    vacuum = copies._vacuum_into

    def damaged(*arguments: object) -> None:
        vacuum(*arguments)  # type: ignore[arg-type]
        copy = arguments[2]
        assert isinstance(copy, Path)
        content = copy.read_bytes()
        assert "Европа".encode() in content
        copy.write_bytes(content.replace("Европа".encode(), "Ефропа".encode()))

    monkeypatch.setattr(copies, "_vacuum_into", damaged)
    with pytest.raises(BackupFailed) as caught:
        backup.write(register)
    assert caught.value.path.name.endswith("_manual.partners")
    assert list(backup.folder(register).iterdir()) == []


def test_a_whole_copy_of_another_state_is_no_backup(
    register: Register, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = Register.create(tmp_path / "other.partners", author="Анна")
    monkeypatch.setattr(
        copies,
        "_vacuum_into",
        lambda _source, _path, copy: copy.write_bytes(other.path.read_bytes()),
    )
    with pytest.raises(BackupFailed) as caught:
        backup.write(register)
    assert caught.value.reason == "content"
    for number in range(3):
        register.set_setting("title", f"Отчёт {number}")
    with pytest.raises(BackupFailed) as caught:
        backup.write(register)
    assert caught.value.reason == "content"
    assert list(backup.folder(register).iterdir()) == []
    other.close()


def test_a_disk_that_is_full_is_that_of_the_backup(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: object, _path: object, copy: Path) -> None:
        raise DiskFull(copy, "SQLITE_FULL")

    monkeypatch.setattr(copies, "_vacuum_into", full)
    with pytest.raises(DiskFull) as caught:
        backup.write(register)
    assert caught.value.path.parent == backup.folder(register)
    assert caught.value.path.name.endswith("_manual.partners")
    assert list(backup.folder(register).iterdir()) == []


def cancelled_at(number: int) -> Callable[[], bool]:
    """The clerk cancels when it is asked for the n-th time whether the work is still wanted."""
    asked = count(1)
    return lambda: next(asked) < number


def test_a_backup_that_is_cancelled_has_not_failed(register_2020: Register) -> None:
    for number in (1, 2, 100):
        with while_wanted(cancelled_at(number)), pytest.raises(Abandoned):
            backup.write(register_2020)
        assert list(backup.folder(register_2020).iterdir()) == []


def test_verifying_names_what_is_wrong(register: Register, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        backup.verify(tmp_path / "none.partners")
    path = backup.write(register).path
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(RegisterDamaged):
        backup.verify(path)
