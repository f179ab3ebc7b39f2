"""A backup takes the register's place: what that changes is known before, and nothing is lost."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from partners_app.domain.errors import (
    Abandoned,
    BackupFailed,
    DiskFull,
    FileMissing,
    NotARegister,
    NotRestored,
    RegisterHeld,
    RegisterLocked,
)
from partners_app.domain.findings import FindingCode
from partners_app.domain.import_plan import Doubt, Outcome
from partners_app.services import (
    backup,
    catalogue,
    events,
    exporting,
    importing,
    reporting,
    restoring,
)
from partners_app.services.backup import BackupReason
from partners_app.services.register import Register
from partners_app.storage import queries
from partners_app.storage.owner import QUIET_SECONDS, OwnerFile


def titled(register: Register, *titles: str) -> None:
    for title in titles:
        register.set_setting("title", title)


def asides(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.before-restore-*"))


def test_what_would_change_is_told_before(register_2020: Register) -> None:
    copy = backup.write(register_2020).path
    catalogue.delete(register_2020, "region", 1)
    titled(register_2020, "Позже")
    found = restoring.compare(register_2020.path, copy)
    assert found.now is not None
    assert (found.then.events, found.then.countries) == (130, 30)
    assert found.now.events < 130
    assert [step.label for step in found.lost] == ["", "Европа"]
    assert (found.lost_count, found.regained_count) == (2, 0)


def test_a_comparison_that_is_cancelled_does_not_call_the_register_unreadable(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup.write(register).path

    def cancelled(*_: object) -> None:
        raise Abandoned

    monkeypatch.setattr(restoring, "_compare", cancelled)
    with pytest.raises(Abandoned):
        restoring.compare(register.path, copy)


def test_the_old_state_is_back_with_its_undo_and_the_new_one_is_kept_twice(
    register: Register,
) -> None:
    titled(register, "Раньше")
    copy = backup.write(register).path
    catalogue.delete(register, "region", 1)
    path, now = register.path, register.path.read_bytes()
    register.close()

    restored = restoring.restore(path, copy)
    assert path.read_bytes() == copy.read_bytes()
    assert restored.aside == asides(path)[0]
    assert restored.aside.read_bytes() == now
    assert restored.backup is not None
    assert restored.backup.name.endswith("_restore.partners")

    opened = Register.open(path, author="Анна")
    assert opened.counts().regions == 3
    assert opened.settings().title == "Раньше"
    opened.undo()
    assert opened.settings().title != "Раньше"
    # And from there back again.
    opened.close()
    again = restoring.compare(path, restored.backup)
    assert (again.lost_count, again.regained_count) == (1, 1)
    restoring.restore(path, restored.backup)
    opened = Register.open(path, author="Анна")
    assert opened.counts().regions == 2
    opened.close()
    assert len(asides(path)) == 2


def test_what_is_written_after_a_restore_counts_as_newer(register: Register) -> None:
    titled(register, *"абвгде")
    first = backup.write(register).path
    titled(register, *"жзик")
    backup.write(register)
    restoring.restore(register.path, first)
    opened = Register.open(register.path, author="Анна")
    titled(opened, "л")
    assert backup.is_due(opened)
    newest = backup.write(opened).path
    assert not backup.is_due(opened)
    listed = backup.listing(opened.uuid())
    assert listed[0].path == newest
    assert listed[0].change_seq < listed[1].change_seq
    opened.close()


@pytest.mark.parametrize("name", ["Отчёт.xlsx", "Данные.xlsx"])
def test_an_export_of_what_a_restore_took_away_is_not_compared_with_what_came_instead(
    register_2020: Register, tmp_path: Path, name: str
) -> None:
    path, file = register_2020.path, tmp_path / name
    copy = backup.write(register_2020).path
    first, second, *_ = (event.id for event in register_2020.read(queries.content).events)
    events.set_field(register_2020, first, "text", "до восстановления.")
    if name == "Отчёт.xlsx":
        reporting.write_report(register_2020, 2020, file)
    else:
        exporting.export_workbook(register_2020, file)
    step = register_2020.change_seq()
    register_2020.close()
    restoring.restore(path, copy)
    opened = Register.open(path, author="Анна")
    events.set_field(opened, second, "text", "после восстановления.")
    assert opened.change_seq() == step, "another step under the number of the one that is gone"

    applied = importing.import_file(opened, file)

    assert [problem.code for problem in applied.plan.problems] == [FindingCode.EXPORT_NOT_KEPT]
    assert not applied.change_set
    differing = [e for e in applied.plan.entries if e.outcome is not Outcome.UNCHANGED]
    assert [entry.doubt for entry in differing] == [Doubt.CHANGED_EITHER, Doubt.CHANGED_EITHER]
    assert "до восстановления." in {entry.fields["text"][1] for entry in differing}
    assert "после восстановления." in {entry.fields["text"][0] for entry in differing}
    opened.close()


def test_what_is_no_backup_of_this_register_is_refused(
    register: Register, register_2020: Register, tmp_path: Path
) -> None:
    before = register.path.read_bytes()
    other = backup.write(register_2020).path
    damaged = tmp_path / "damaged.partners"
    content = bytearray(backup.write(register).path.read_bytes())
    place = content.rindex("Европа".encode())
    content[place + 1] ^= 1
    damaged.write_bytes(content)
    empty = tmp_path / "empty.partners"
    with sqlite3.connect(empty) as connection:
        connection.execute("VACUUM")
    document = tmp_path / "table.partners"
    document.write_bytes(b"PK\x03\x04 a workbook")
    for file, problem, reason in (
        (other, NotRestored, "another"),
        (register.path, NotRestored, "same"),
        (damaged, NotRestored, "damaged"),
        (empty, NotARegister, "sqlite"),
        (document, NotARegister, "excel"),
        (tmp_path / "none.partners", FileMissing, ""),
    ):
        for act in (restoring.compare, restoring.restore):
            with pytest.raises(problem) as caught:
                act(register.path, file)
            assert caught.value.path == file
            assert caught.value.reason == reason
    assert register.path.read_bytes() == before
    assert asides(register.path) == []


def test_a_document_that_was_named_by_mistake_stays(register: Register, tmp_path: Path) -> None:
    document = tmp_path / "table.xlsx"
    document.write_bytes(b"PK\x03\x04 a workbook")
    with pytest.raises(NotARegister):
        restoring.restore(document, backup.write(register).path)
    assert document.read_bytes() == b"PK\x03\x04 a workbook"


@pytest.mark.parametrize("damage", ["gone", "empty", "smashed", "a page", "a text"])
def test_a_damaged_or_missing_register_is_restored(damage: str, register: Register) -> None:
    titled(register, "Раньше")
    backup.write(register, BackupReason.IMPORT)
    copy = backup.write(register).path
    path = register.path
    register.close()
    content = path.read_bytes()
    damaged = {
        "gone": None,
        "empty": b"",
        "smashed": bytes(4096) + content[4096:],
        "a page": content[:8192] + bytes(4096) + content[12288:],
        "a text": content.replace("Европа".encode(), "Ефропа".encode()),
    }[damage]
    path.unlink() if damaged is None else path.write_bytes(damaged)
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"what a crash left")

    assert backup.uuid_of(path) == copy.parent.name
    assert restoring.compare(path, copy).now is None
    restored = restoring.restore(path, copy)
    assert path.read_bytes() == copy.read_bytes()
    assert restored.backup is None
    assert not journal.exists()
    if damaged is None:
        assert restored.aside is None
    else:
        assert restored.aside is not None
        assert restored.aside.read_bytes() == damaged


def test_without_a_backup_of_the_present_state_nothing_is_restored(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup.write(register).path
    titled(register, "Позже")
    before = register.path.read_bytes()

    def refuse(path: Path, *_: object) -> Path:
        raise BackupFailed(path, "content")

    monkeypatch.setattr(restoring, "back_up_file", refuse)
    with pytest.raises(BackupFailed):
        restoring.restore(register.path, copy)
    assert register.path.read_bytes() == before
    assert asides(register.path) == []


def test_where_the_file_cannot_be_replaced_all_names_are_what_they_were(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup.write(register).path
    titled(register, "Позже")
    before, replace = register.path.read_bytes(), Path.replace

    def full(self: Path, target: Path) -> Path:
        if target == register.path:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DiskFull):
        restoring.restore(register.path, copy)
    assert register.path.read_bytes() == before
    assert list(register.path.parent.iterdir()) == [register.path]


def test_a_file_system_without_links_keeps_the_old_file_too(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup.write(register).path
    titled(register, "Позже")
    before = register.path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    restored = restoring.restore(register.path, copy)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == before
    assert register.path.read_bytes() == copy.read_bytes()


def test_nothing_is_restored_while_somebody_writes(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup.write(register).path
    before = register.path.read_bytes()
    monkeypatch.setattr("partners_app.storage.engine.BUSY_SECONDS", 0.1)
    writer = sqlite3.connect(register.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(RegisterLocked):
        restoring.restore(register.path, copy)
    writer.close()
    assert register.path.read_bytes() == before


_KILLED_WHILE_WRITING = """
import os, sys, sqlite3
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE event SET text = text || ' half an act'")
os.kill(os.getpid(), 9)
"""


def test_what_a_crash_left_half_written_is_taken_back_first(register_2020: Register) -> None:
    copy = backup.write(register_2020).path
    titled(register_2020, "Позже")
    path, expected = register_2020.path, backup.verify(register_2020.path)
    subprocess.run([sys.executable, "-c", _KILLED_WHILE_WRITING, path], check=False)
    journal = path.with_name(f"{path.name}-journal")
    assert journal.exists(), "a hot journal"
    restored = restoring.restore(path, copy)
    assert not journal.exists()
    assert restored.backup is not None
    assert backup.verify(restored.backup) == expected
    assert backup.verify(path) == backup.verify(copy)


def test_a_backup_in_an_older_format_is_restored_as_it_is(older_file: Path, tmp_path: Path) -> None:
    opened = Register.open(older_file, author="Анна")
    assert opened.upgraded is not None
    kept = opened.upgraded.backup
    titled(opened, "Позже")
    opened.close()
    assert kept is not None
    assert restoring.compare(older_file, kept).lost_count == 1
    restoring.restore(older_file, kept)
    assert backup.verify(older_file).events == 133
    assert older_file.read_bytes() == kept.read_bytes()
    again = Register.open(older_file, author="Анна")
    assert again.upgraded is not None, "it is brought to the present format again"
    again.close()
    reasons = {each.reason for each in backup.listing(opened.uuid())}
    assert reasons == {BackupReason.MIGRATION, BackupReason.RESTORE}


def test_two_restores_in_one_second_keep_both_states(register: Register) -> None:
    first = backup.write(register).path
    kept = []
    for title in ("Один", "Два"):
        opened = Register.open(register.path, author="Анна")
        titled(opened, title)
        opened.close()
        kept.append(restoring.restore(register.path, first).backup)
    assert [Register.look_at(path).settings().title for path in kept if path] == ["Один", "Два"]


def test_who_has_the_register_open_is_named_and_left_alone(register: Register) -> None:
    copy = backup.write(register).path
    titled(register, "Позже")
    assert register.hold() is None
    before = register.path.read_bytes()
    with pytest.raises(RegisterHeld) as caught:
        restoring.restore(register.path, copy)
    assert caught.value.path == register.path
    assert caught.value.holder.full_name == "Анна"
    assert register.path.read_bytes() == before
    assert not asides(register.path)
    register.set_setting("title", "Ещё позже")

    register.close()
    restored = restoring.restore(register.path, copy)
    assert register.path.read_bytes() == copy.read_bytes()
    assert sorted(register.path.parent.iterdir()) == sorted([register.path, *asides(register.path)])
    assert restored.aside == asides(register.path)[0]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_damaged_register_waits_for_nobody_who_is_long_quiet(
    register: Register, is_there: bool
) -> None:
    copy = backup.write(register).path
    owner = OwnerFile(register.path)
    assert owner.claim("Сидоров") is None
    register.close()
    register.path.write_bytes(register.path.read_bytes()[:5000])
    content = json.loads(owner.path.read_text("utf-8"))
    owner.path.write_text(json.dumps({**content, "host": "КВС-12", "token": "theirs"}), "utf-8")
    if not is_there:
        register.path.unlink()
    with pytest.raises(RegisterHeld):
        restoring.restore(register.path, copy)
    then = time.time() - QUIET_SECONDS - 60
    os.utime(owner.path, (then, then))
    restoring.restore(register.path, copy)
    assert register.path.read_bytes() == copy.read_bytes()
    assert not owner.path.exists()
