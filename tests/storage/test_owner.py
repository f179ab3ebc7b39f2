"""The owner file: the second who opens a register is told who the first is; nobody is robbed."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from partners_app.domain.errors import FileDenied
from partners_app.services import catalogue
from partners_app.services.register import Register
from partners_app.storage import migrate, owner, processes
from partners_app.storage.owner import OwnerFile

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="rights are taken away as POSIX does")

_HOLDER = """
import sys
from pathlib import Path
from partners_app.services.register import Register
register = Register.open(Path(sys.argv[1]), author="Петрова Анна")
print(register.hold(), flush=True)
sys.stdin.readline()
register.close()
"""


@pytest.fixture
def holder(register: Register) -> Iterator["subprocess.Popen[str]"]:
    """Another process that has the register open for writing."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, register.path],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "None\n"
        yield process
        process.kill()


def _file_of(register: Register) -> Path:
    return register.path.with_name(f".~{register.path.name}.owner")


def _rewrite(register: Register, **values: object) -> None:
    path = _file_of(register)
    content: dict[str, Any] = json.loads(path.read_text("utf-8")) | values
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture
def left_elsewhere(register: Register) -> Path:
    """The file of somebody who has the register open on another computer."""
    claimed = OwnerFile(register.path)
    assert claimed.claim("Сидоров") is None
    _rewrite(register, host="КВС-12", user="sidorov", token="theirs")
    return _file_of(register)


def _age(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_the_first_holds_it_until_it_is_closed(register: Register) -> None:
    assert register.hold() is None
    content = json.loads(_file_of(register).read_text("utf-8"))
    assert content["pid"] == os.getpid()
    assert content["full_name"] == "Анна"
    assert set(content) == {
        *("user", "full_name", "host", "pid"),
        *("process_start", "app_version", "token", "opened_utc"),
    }
    second = Register.open(register.path, author="Борис")
    told = second.hold()
    assert told is not None
    assert (told.full_name, told.host) == ("Анна", content["host"])
    assert told.since is not None
    assert told.since.isoformat() == content["opened_utc"]
    assert not told.may_be_replaced
    assert second.read_only
    second.close()
    assert _file_of(register).exists(), "only its owner removes it"
    register.close()
    assert list(register.path.parent.iterdir()) == [register.path]


def test_another_process_is_named_and_what_a_killed_one_left_is_taken_over(
    register: Register, holder: "subprocess.Popen[str]"
) -> None:
    told = register.hold()
    assert told is not None
    assert told.full_name == "Петрова Анна"
    assert register.read_only
    # However long it was silent: it runs.
    _age(_file_of(register), 30 * 24 * 3600)
    assert register.holder() == told
    holder.kill()
    holder.wait()
    again = Register.open(register.path, author="Анна")
    assert again.hold() is None
    assert not again.read_only
    assert again.keep_holding()
    again.close()


def test_a_process_that_got_the_number_of_a_dead_one_is_another(register: Register) -> None:
    OwnerFile(register.path).claim("Сидоров")
    _rewrite(register, process_start="a boot before this 1", token="theirs")
    assert processes.run_of(os.getpid()) or sys.platform not in ("linux", "win32")
    assert (register.hold() is None) is bool(processes.run_of(os.getpid()))


def test_another_computer_is_never_robbed_silently(
    register: Register, left_elsewhere: Path
) -> None:
    _age(left_elsewhere, owner.QUIET_SECONDS - 60)
    told = register.hold(take_over=True)
    assert told is not None
    assert (told.host, told.may_be_replaced) == ("КВС-12", False)
    _age(left_elsewhere, owner.QUIET_SECONDS + 60)
    assert register.holder() == replace(told, may_be_replaced=True)
    second = Register.open(register.path, author="Анна")
    assert second.hold() is not None, "only when it is asked for"
    second.close()
    third = Register.open(register.path, author="Анна")
    assert third.hold(take_over=True) is None
    assert not third.read_only
    assert sorted(register.path.parent.iterdir()) == sorted([left_elsewhere, register.path])
    third.close()
    assert list(register.path.parent.iterdir()) == [register.path]


def test_who_was_robbed_finds_out_and_removes_nothing(register: Register) -> None:
    assert register.hold() is None
    assert register.keep_holding()
    _rewrite(register, host="КВС-12", token="theirs")
    assert not register.keep_holding()
    register.close()
    assert _file_of(register).exists()


def test_a_file_that_somebody_removed_is_made_again(register: Register) -> None:
    register.hold()
    _file_of(register).unlink()
    assert register.keep_holding()
    assert _file_of(register).exists()


def test_keeping_makes_the_file_new(register: Register) -> None:
    register.hold()
    before = _file_of(register).read_bytes()
    _age(_file_of(register), 3600)
    assert register.keep_holding()
    assert time.time() - _file_of(register).stat().st_mtime < 60
    assert _file_of(register).read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b'{"pid": true, "host": 5, "user": null}',
        b'{"pid": -1, "token": ""}',
        b"[" * 60_000,
        b'{"opened_utc": "yesterday", "host": "' + b"x" * 70_000,
    ],
)
def test_an_owner_that_cannot_be_read_is_an_unknown_one(content: bytes, register: Register) -> None:
    path = _file_of(register)
    path.write_bytes(content)
    told = register.hold()
    assert told is not None
    assert (told.user, told.full_name, told.host, told.since) == ("", "", "", None)
    assert not told.may_be_replaced
    _age(path, 3600)
    again = Register.open(register.path, author="Анна")
    assert again.hold(take_over=True) is None
    again.close()


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def fill() -> None:
        def no_room(path: object, *_: object) -> int:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "open", no_room)

    return fill


def test_a_full_disk_keeps_nobody_from_opening(
    register: Register, full_disk: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    full_disk()
    assert register.hold() is None
    assert not register.read_only
    monkeypatch.undo()
    assert register.keep_holding(), "there is room again"
    assert _file_of(register).exists()


def test_where_no_file_can_be_made_it_is_read_only(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object, *_: object) -> int:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(FileDenied):
        OwnerFile(register.path).claim("Анна")
    assert register.hold() is None
    assert register.read_only


@POSIX
def test_two_names_of_one_file_have_one_owner(register: Register, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "ссылка.partners"
    link.parent.mkdir()
    link.symlink_to(register.path)
    register.hold()
    second = Register.open(link, author="Борис")
    assert second.hold() is not None
    second.close()


def test_an_older_register_that_somebody_has_open_is_not_brought_up_to_date(
    older_file: Path,
) -> None:
    before = older_file.read_bytes()
    theirs = OwnerFile(older_file)
    assert theirs.claim("Сидоров") is None
    opened = Register.open(older_file, author="Анна")
    assert opened.read_only
    assert opened.counts().events == 133
    told = opened.hold()
    assert told is not None
    assert told.full_name == "Сидоров"
    opened.close()
    assert older_file.read_bytes() == before
    theirs.release()
    opened = Register.open(older_file, author="Анна")
    assert not migrate.identify(older_file).is_older
    assert opened.hold() is None
    opened.close()
    assert list(older_file.parent.iterdir()) == [older_file]


def test_a_name_as_long_as_the_system_allows_opens_all_the_same(
    register: Register, tmp_path: Path
) -> None:
    # SQLite adds «-journal» to it, which is as long as what the owner's file adds.
    path = tmp_path / f"{'я' * 119}.partners"
    register.save_copy(path)
    opened = Register.open(path, author="Анна")
    assert opened.hold() is None
    catalogue.rename(opened, "region", 1, "Запад")
    opened.close()
