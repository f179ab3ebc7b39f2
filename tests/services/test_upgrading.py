"""A register of an older format is brought to the present one, or left exactly as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from partners_app.domain.errors import (
    BackupFailed,
    DiskFull,
    FileDenied,
    FileMissing,
    FileTooNew,
    MigrationRefused,
    RegisterDamaged,
    RegisterLocked,
    RegisterReadOnly,
    RegisterReplaced,
)
from partners_app.paths import user_data
from partners_app.services import backup, catalogue, upgrading
from partners_app.services.register import Register
from partners_app.storage import backup as copies
from partners_app.storage import engine, migrate, sole_writer
from partners_app.storage.sole_writer import SoleWriter

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="replaces a file that is open")


def _backups() -> list[Path]:
    return sorted((user_data() / "Backups").rglob("*.*"))


def _is_untouched(path: Path, before: bytes) -> bool:
    return path.read_bytes() == before and list(path.parent.iterdir()) == [path]


def test_what_was_there_is_kept_and_named(older_file: Path) -> None:
    found = backup.verify(older_file)
    register = Register.open(older_file, author="Анна")
    assert register.upgraded is not None
    kept = register.upgraded.backup
    assert kept is not None
    assert kept.parent == backup.folder(register)
    assert kept.name.startswith("Старый-реестр_s00000034_")
    assert kept.name.endswith("Z_v1_migration.partners")
    assert backup.verify(kept) == found, "row by row what was there"
    assert migrate.identify(kept).schema_version == 1
    assert not register.read_only
    register.close()
    assert list(older_file.parent.iterdir()) == [older_file]


def test_a_register_of_today_says_nothing_and_is_not_copied(older_file: Path) -> None:
    Register.open(older_file, author="Анна").close()
    before = older_file.read_bytes()
    again = Register.open(older_file, author="Анна")
    assert again.upgraded is None
    again.close()
    assert older_file.read_bytes() == before
    assert len(_backups()) == 1


def test_the_copy_is_proved_before_anything_is_changed(
    older_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = older_file.read_bytes()
    upgrade = migrate.upgrade_file
    seen = []

    def fail(path: Path) -> None:
        (kept,) = _backups()
        backup.verify(kept)
        seen.append(path.parent)
        upgrade(path)
        raise DiskFull(path)

    # A context: undoing all would also undo the home of the test.
    with monkeypatch.context() as disk, pytest.raises(DiskFull) as caught:
        disk.setattr(migrate, "upgrade_file", fail)
        Register.open(older_file, author="Анна")
    assert caught.value.path == older_file, "what failed is said of the register"
    assert seen == [older_file.parent]
    assert _is_untouched(older_file, before)
    Register.open(older_file, author="Анна").close()
    assert migrate.identify(older_file).schema_version == 2


def _no_folder(_monkeypatch: pytest.MonkeyPatch) -> None:
    user_data().parent.mkdir(parents=True, exist_ok=True)
    user_data().write_text("a file where the folder should be")


def _no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_source: object, _path: object, copy: Path) -> None:
        raise DiskFull(copy, "SQLITE_FULL")

    monkeypatch.setattr(copies, "_vacuum_into", full)


def _not_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    vacuum = copies._vacuum_into

    def damaged(source: engine.Engine, path: Path, copy: Path) -> None:
        vacuum(source, path, copy)
        if copy.name.startswith("~$"):
            content = copy.read_bytes()
            copy.write_bytes(content.replace("Европа".encode(), "Ефропа".encode()))

    monkeypatch.setattr(copies, "_vacuum_into", damaged)


@pytest.mark.parametrize(
    ("hinder", "cause"),
    [(_no_folder, FileMissing), (_no_room, DiskFull), (_not_proved, BackupFailed)],
)
def test_without_a_copy_the_register_is_left_as_it_is(
    hinder: Callable[[pytest.MonkeyPatch], None],
    cause: type[Exception],
    older_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = older_file.read_bytes()
    hinder(monkeypatch)
    with pytest.raises(MigrationRefused) as caught:
        Register.open(older_file, author="Анна")
    assert caught.value.path == older_file
    assert isinstance(caught.value.cause, cause)
    assert _is_untouched(older_file, before)
    assert _backups() == []


_DAMAGES = {
    "a text": "UPDATE event SET text = 'подмена' WHERE id = 1",
    "a step": "DELETE FROM operation WHERE id = 20",
    "no number of its own": "DELETE FROM register_meta",
    "no table of numbers": "DROP TABLE register_meta",
    "a table less": "DROP TABLE known_word",
    "a trigger": "CREATE TRIGGER boom AFTER INSERT ON event BEGIN DELETE FROM event; END",
    "the table that should come": "CREATE TABLE imported_file(id INTEGER PRIMARY KEY)",
    "an unknown revision": "UPDATE alembic_version SET version_num = 'abcd'",
}


@pytest.mark.parametrize("what", _DAMAGES)
def test_a_damaged_register_is_called_that_and_left(what: str, older_file: Path) -> None:
    connection = sqlite3.connect(older_file)
    connection.execute(_DAMAGES[what])
    connection.commit()
    connection.close()
    before = older_file.read_bytes()
    for act in (
        lambda: Register.open(older_file, author="Анна"),
        lambda: backup.verify(older_file),
    ):
        with pytest.raises(RegisterDamaged) as caught:
            act()
        assert caught.value.path == older_file
        assert _is_untouched(older_file, before)
    assert _backups() == []


# --- where nothing may be written -----------------------------------------------------------------


def _may_not_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda _path, mode: mode != os.W_OK)


def _may_not_write_as_windows_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise FileDenied(path)

    monkeypatch.setattr(upgrading, "bring_up_to_date", refuse)


@pytest.mark.parametrize("hinder", [_may_not_write, _may_not_write_as_windows_tells])
def test_a_file_that_may_not_be_written_is_read_as_it_was(
    hinder: Callable[[pytest.MonkeyPatch], None],
    older_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = older_file.read_bytes()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    hinder(monkeypatch)
    register = Register.open(older_file, author="Гость")
    assert register.read_only
    assert register.upgraded is not None
    assert register.upgraded.backup is None
    assert register.path == older_file
    assert register.counts().events == 133
    assert catalogue.tree(register, 2020).count == 132
    assert len(register.history()) == 34
    with pytest.raises(RegisterReadOnly):
        register.undo()
    register.save_copy(tmp_path / "Моя копия.partners")
    assert any(temporary.iterdir())
    register.close()
    assert list(temporary.iterdir()) == [], "nothing is left of the copy that was read"
    assert older_file.read_bytes() == before
    assert _backups() == []
    monkeypatch.undo()
    copy = Register.open(tmp_path / "Моя копия.partners", author="Гость")
    assert copy.upgraded is None
    copy.undo()
    copy.close()


def test_where_nothing_may_be_written_beside_it_no_copy_is_kept_each_time(
    older_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch = Path.touch

    def refuse(path: Path, *arguments: object, **keywords: object) -> None:
        if path.parent == older_file.parent:
            raise PermissionError(13, "Permission denied")
        touch(path, *arguments, **keywords)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "touch", refuse)
    before = older_file.read_bytes()
    register = Register.open(older_file, author="Гость")
    assert register.read_only
    assert register.counts().events == 133
    register.close()
    assert _is_untouched(older_file, before)
    assert _backups() == []


# --- others at the same file ----------------------------------------------------------------------


def test_who_is_writing_just_now_is_waited_for_and_named(
    older_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    before = older_file.read_bytes()
    colleague = sqlite3.connect(older_file, isolation_level=None)
    colleague.execute("BEGIN IMMEDIATE")
    with pytest.raises(RegisterLocked) as caught:
        Register.open(older_file, author="Анна")
    assert caught.value.path == older_file
    assert _is_untouched(older_file, before)
    assert _backups() == []
    colleague.execute("ROLLBACK")
    colleague.execute("BEGIN")
    colleague.execute("SELECT count(*) FROM event").fetchone()
    Register.open(older_file, author="Анна").close()  # who only reads keeps nobody
    colleague.close()


_OPENS = """
import sys
from pathlib import Path
from partners_app.services.register import Register
print("ready", flush=True)
sys.stdin.readline()
register = Register.open(Path(sys.argv[1]), author="Пётр")
done = register.upgraded is not None and register.upgraded.backup is not None
print(done, register.counts().events, flush=True)
"""


def _colleague(program: str, path: Path) -> "subprocess.Popen[str]":
    made = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", program, path],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert made.stdout is not None
    assert made.stdout.readline() == "ready\n"
    return made


def test_two_programs_that_open_it_at_once_both_have_it(older_file: Path) -> None:
    both = [_colleague(_OPENS, older_file) for _ in range(2)]
    for each in both:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    answers = [each.communicate(timeout=60)[0] for each in both]
    assert sorted(answers) == ["False 133\n", "True 133\n"], "one of them did it"
    assert backup.verify(older_file).events == 133
    assert len(_backups()) == 1


_WRITES = """
import sqlite3, sys
colleague = sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None)
colleague.execute("SELECT count(*) FROM event").fetchone()
print("ready", flush=True)
sys.stdin.readline()
try:
    colleague.execute("UPDATE event SET text = 'поздно'")
    print("written")
except sqlite3.OperationalError as error:
    print(error.sqlite_errorname)
"""


@POSIX
def test_who_waited_while_it_was_replaced_writes_nowhere(older_file: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    shutil.copyfile(older_file, new)
    migrate.upgrade_file(new)
    expected = new.read_bytes()
    waiting = _colleague(_WRITES, older_file)
    assert waiting.stdin is not None
    with SoleWriter(older_file):
        waiting.stdin.write("go\n")
        waiting.stdin.flush()
        new.replace(older_file)
    assert waiting.communicate(timeout=60)[0] == "SQLITE_READONLY_DBMOVED\n"
    assert older_file.read_bytes() == expected


def test_a_file_exchanged_while_waiting_for_it_is_looked_at_anew(
    older_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    shutil.copyfile(older_file, new)
    migrate.upgrade_file(new)
    made = engine.file_engine

    def exchanged_meanwhile(path: Path) -> engine.Engine:
        new.replace(path)
        return made(path)

    monkeypatch.setattr(engine, "file_engine", exchanged_meanwhile)
    with pytest.raises(RegisterReplaced), SoleWriter(older_file):
        pass
    monkeypatch.undo()
    register = Register.open(older_file, author="Анна")
    assert register.upgraded is None
    register.close()


@pytest.fixture
def _replaces_only_closed_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the road of Windows, where the lock ends before the file is replaced."""
    monkeypatch.setattr(sole_writer, "_CAN_REPLACE_WHAT_IS_OPEN", False)


@pytest.mark.usefixtures("_replaces_only_closed_files")
def test_where_no_open_file_can_be_replaced_it_is_let_go_first(older_file: Path) -> None:
    register = Register.open(older_file, author="Анна")
    assert register.upgraded is not None
    register.close()
    assert backup.verify(older_file).events == 133


@pytest.mark.usefixtures("_replaces_only_closed_files")
def test_what_is_written_in_the_last_moment_is_not_lost(
    older_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = SoleWriter.before_replacing

    def written_meanwhile(writer: SoleWriter) -> None:
        writer._lock.close()
        colleague = sqlite3.connect(older_file)
        colleague.execute("UPDATE event SET remark = 'успел' WHERE id = 1")
        colleague.commit()
        colleague.close()
        look(writer)

    monkeypatch.setattr(SoleWriter, "before_replacing", written_meanwhile)
    with pytest.raises(RegisterLocked):
        Register.open(older_file, author="Анна")
    connection = sqlite3.connect(older_file)
    assert connection.execute("SELECT remark FROM event WHERE id = 1").fetchone() == ("успел",)
    connection.close()
    assert migrate.identify(older_file).schema_version == 1


def test_what_a_newer_program_made_of_an_open_register_is_not_written_to(
    register: Register,
) -> None:
    connection = sqlite3.connect(register.path)
    connection.execute("PRAGMA user_version = 3")
    connection.close()
    before = register.path.read_bytes()
    with pytest.raises(RegisterReplaced):
        catalogue.add_region(register, "Африка")
    assert register.path.read_bytes() == before
    with pytest.raises(FileTooNew):
        Register.open(register.path, author="Анна")
