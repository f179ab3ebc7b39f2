"""A full disk, a revoked right, a kill: the register is as before, or as after, never between."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import sqlalchemy

from partners_app.domain.errors import DiskFull, FileExists, RegisterReadOnly
from partners_app.paths import user_data
from partners_app.services import backup, catalogue, events
from partners_app.services.events import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import migrate
from partners_app.storage.digest import content_digest

pytestmark = pytest.mark.trial

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="forks, and takes rights away as POSIX does")


def _limit_pages(register: Register) -> Callable[[], None]:
    """Let the file of a register not grow, as on a full disk; return how to end that."""

    def limit(connection: Any, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    sqlalchemy.event.listen(register._engine, "connect", limit)
    return lambda: sqlalchemy.event.remove(register._engine, "connect", limit)


def test_a_full_disk_loses_nothing_and_saving_again_works(register: Register) -> None:
    (country,) = catalogue.add_country(register, 1, "Австрия").ids("country")
    before = register.path.read_bytes()
    free = _limit_pages(register)
    scope = Scope(ScopeKind.COUNTRY, country)
    long = "визит " * 50_000
    with pytest.raises(DiskFull) as caught:
        events.add(register, scope, 2020, text=long)
    assert caught.value.path == register.path
    assert register.path.read_bytes() == before
    assert register.undo_state().undo is not None
    free()
    (event,) = events.add(register, scope, 2020, text=long).ids("event")
    assert events.load(register, [event])[event].text == long
    assert list(register.path.parent.iterdir()) == [register.path]


# What a user without rights meets, one line for each act: what came of it.
_WITHOUT_RIGHTS = """
import os, resource, signal, sys
from pathlib import Path
from partners_app.services import backup, catalogue, sample
from partners_app.services.register import Register

path, folder = Path(sys.argv[1]), Path(sys.argv[2])

def say(act):
    try:
        print("done", act())
    except Exception as error:
        print(type(error).__name__, getattr(error, "path", ""))

early = Register.open(path, author="Гость")
path.chmod(0o444)
folder.chmod(0o555)
if os.geteuid() == 0:
    os.setuid(65534)
say(lambda: early.set_setting("title", "нельзя"))
late = Register.open(path, author="Гость")
say(lambda: late.read_only)
say(lambda: late.counts().events)
say(lambda: late.set_setting("title", "нельзя"))
say(late.undo)
say(lambda: Register.create(folder / "new.partners", author="Гость"))
say(lambda: late.save_copy(folder / "copy.partners"))
say(lambda: backup.verify(path).events)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that every user of the machine can reach."""
    folder = Path(mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(0o644)
        path.unlink()
    folder.rmdir()


@POSIX
def test_a_user_without_the_right_to_write_may_read(
    register_2020: Register, open_folder: Path
) -> None:
    path = open_folder / "Реестр.partners"
    register_2020.save_copy(path)
    before = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_RIGHTS, path, open_folder],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == [
        f"FileDenied {path}",
        "done True",
        "done 130",
        f"RegisterReadOnly {path}",
        f"RegisterReadOnly {path}",
        f"FileDenied {open_folder / 'new.partners'}",
        f"FileDenied {open_folder / 'copy.partners'}",
        "done 130",
    ]
    assert path.read_bytes() == before
    assert list(open_folder.iterdir()) == [path]


_FILE_TOO_BIG = """
import resource, signal, sys
from pathlib import Path
from partners_app.services import catalogue
from partners_app.services.register import Register

path = Path(sys.argv[1])
register = Register.open(path, author="Гость")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, resource.RLIM_INFINITY))
try:
    catalogue.rename(register, "region", 1, "я" * 400_000)
except Exception as error:
    print(type(error).__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
catalogue.rename(register, "region", 1, "Запад")
print(catalogue.region(register, 1).name)
"""


@POSIX
def test_a_write_that_the_system_refuses_leaves_the_register(register: Register) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FILE_TOO_BIG, register.path],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == ["FileFailed", "Запад"]
    assert [step.label for step in register.history()] == ["Европа", ""]
    assert backup.verify(register.path).events == 0


def test_a_register_opened_for_reading_writes_nothing(register: Register) -> None:
    reader = Register(register.path, author="Гость", read_only=True)
    before = register.path.read_bytes()
    for act in (
        lambda: catalogue.add_region(reader, "Океания"),
        reader.undo,
        reader.redo,
        lambda: reader.take_back(1),
    ):
        with pytest.raises(RegisterReadOnly):
            act()
    assert register.path.read_bytes() == before
    reader.close()


# --- a kill at each step --------------------------------------------------------------------------

# Forks a child for each number of a statement or a file operation: the child is killed there.
_KILLED_EVERYWHERE = """
import os, sys
from pathlib import Path
import alembic.command, alembic.config
from sqlalchemy import Engine, event
from partners_app.services import agreements, backup, catalogue, events, restoring, sample
from partners_app.services.events import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage.digest import content_digest

path, target, step = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[4])
acts = {
    "create": lambda: Register.create(target, author="Анна"),
    "copy": lambda: Register.open(path, author="Анна").save_copy(target),
    "delete": lambda: catalogue.delete(Register.open(path, author="Анна"), "region", 1),
    "undo": lambda: Register.open(path, author="Анна").undo(),
    "open": lambda: Register.open(path, author="Анна"),
    "back up": lambda: backup.write(Register.open(path, author="Анна"), second=target),
    "restore": lambda: restoring.restore(path, target),
}
act = acts[sys.argv[3]]
watched = {"open", "os.link", "os.rename", "os.remove", "os.chmod", "os.utime", "sqlite3.connect"}

def die_at(number):
    passed = 0
    def count(*_):
        nonlocal passed
        passed += 1
        if passed == number:
            os.kill(os.getpid(), 9)
    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    sys.addaudithook(lambda name, _arguments: count() if name in watched else None)

for number in range(1, 10_000, step):
    child = os.fork()
    if child == 0:
        die_at(number)
        try:
            act()
        except BaseException as error:
            print("failed", type(error).__name__, error, flush=True)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    print("killed" if os.WIFSIGNALED(status) else "ended", flush=True)
    if os.WIFEXITED(status) or sys.stdin.readline().strip() != "go on":
        break
"""


class _Sweep:
    """A process that dies at each step of an act, one after the other."""

    def __init__(self, path: Path, target: Path, act: str, step: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _KILLED_EVERYWHERE, path, target, act, str(step)],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def deaths(self) -> Iterator[int]:
        """Give the number of each death, then end."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        died = 0
        with self._process:
            while (line := self._process.stdout.readline().strip()) == "killed":
                died += 1
                yield died
                self._process.stdin.write("go on\n")
                self._process.stdin.flush()
            assert line == "ended"
        assert died > 4, "it was killed again and again"


@POSIX
@pytest.mark.parametrize(("act", "step"), [("create", 17), ("copy", 11)])
def test_a_kill_leaves_a_whole_file_or_none(
    act: str, step: int, register_2020: Register, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    target = folder / "r.partners"
    before = register_2020.path.read_bytes()
    for _ in _Sweep(register_2020.path, target, act, step).deaths():
        if target.exists():
            backup.verify(target)
            target.unlink()
        else:
            # Whatever a kill leaves does not stand in the way of the next attempt.
            assert all(path.name.startswith("~$partners-") for path in folder.iterdir())
        assert register_2020.path.read_bytes() == before
    backup.verify(target)
    assert sorted(register_2020.path.parent.iterdir()) == sorted([folder, register_2020.path])


@POSIX
@pytest.mark.parametrize("act", ["delete", "undo"])
def test_a_kill_leaves_the_state_before_or_the_state_after(
    act: str, register_2020: Register
) -> None:
    whole = register_2020.read(content_digest)
    catalogue.delete(register_2020, "region", 1)
    without = register_2020.read(content_digest)
    if act == "delete":
        register_2020.undo()
    before, after = (whole, without) if act == "delete" else (without, whole)
    path = register_2020.path
    seen = set()
    for _ in _Sweep(path, path, act, 7).deaths():
        state = register_2020.read(content_digest)
        seen.add(state)
        assert state in (before, after)
        if state == after:
            backup.verify(path)
            register_2020.redo() if act == "undo" else register_2020.undo()
    assert before in seen
    backup.verify(path)
    assert list(path.parent.iterdir()) == [path]


@POSIX
def test_a_kill_leaves_the_register_in_the_old_format_or_in_the_new(older_file: Path) -> None:
    before = older_file.read_bytes()
    found = set()
    for _ in _Sweep(older_file, older_file, "open", 31).deaths():
        version = migrate.identify(older_file).schema_version
        found.add(version)
        assert backup.verify(older_file).events == 133
        if version == 1:
            assert older_file.read_bytes() == before
        older_file.write_bytes(before)
        left = [path.name for path in older_file.parent.iterdir() if path != older_file]
        # The owner file of a killed process keeps nobody out.
        ours = ("~$partners-", ".~")
        assert all(name.startswith(ours) for name in left), "a next attempt is free"
    assert 1 in found
    for path in (user_data() / "Backups").rglob("*.partners"):
        assert backup.verify(path).events == 133, "no copy has its name before it is proved"
    register = Register.open(older_file, author="Анна")
    assert migrate.identify(older_file).schema_version == 2
    register.close()


# --- files in the way -----------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["-journal", "-wal"])
def test_a_stray_journal_is_not_rolled_back_into_a_new_file(
    suffix: str, register: Register, tmp_path: Path
) -> None:
    target = tmp_path / "new.partners"
    stray = tmp_path / f"new.partners{suffix}"
    stray.write_bytes(b"of a file that somebody deleted")
    for act in (
        lambda: Register.create(target, author="Анна"),
        lambda: register.save_copy(target),
    ):
        with pytest.raises(FileExists) as caught:
            act()
        assert caught.value.path == stray
    assert stray.read_bytes() == b"of a file that somebody deleted"
    assert not target.exists()


def test_a_copy_onto_the_register_itself_is_refused(register: Register, tmp_path: Path) -> None:
    before = register.path.read_bytes()
    link = tmp_path / "link.partners"
    link.hardlink_to(register.path)
    for target in (register.path, link, register.path.parent / "." / register.path.name):
        with pytest.raises(FileExists):
            register.save_copy(target)
    assert register.path.read_bytes() == before
    catalogue.rename(register, "region", 1, "Запад")


@POSIX
def test_a_kill_leaves_no_backup_that_is_not_whole(register_2020: Register, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    folders = (backup.folder(register_2020), second / register_2020.uuid())
    deaths = 0
    for _ in _Sweep(register_2020.path, second, "back up", 11).deaths():
        deaths += 1
        for folder in folders:
            for copy in folder.glob("*.partners"):
                assert backup.verify(copy).events == 130
                copy.unlink()
    assert deaths > 20
    assert [len(list(folder.glob("*.partners"))) for folder in folders] == [1, 1]


@POSIX
def test_a_kill_leaves_the_register_or_the_backup_and_no_old_journal(
    register_2020: Register, tmp_path: Path
) -> None:
    register_2020.set_setting("title", "Раньше")
    copy = tmp_path / "копия.partners"
    copy.write_bytes(backup.write(register_2020).path.read_bytes())
    catalogue.delete(register_2020, "region", 1)
    path, found = register_2020.path, set()
    now, then = path.read_bytes(), copy.read_bytes()
    for _ in _Sweep(path, copy, "restore", 79).deaths():
        found.add(path.read_bytes())
        assert path.read_bytes() in (now, then)
        assert not path.with_name(f"{path.name}-journal").exists()
        for aside in path.parent.glob("*.before-restore-*"):
            assert aside.read_bytes() == now
            aside.unlink()
        path.write_bytes(now)
    assert now in found
    assert path.read_bytes() == then
    (aside,) = path.parent.glob("*.before-restore-*")
    assert aside.read_bytes() == now
