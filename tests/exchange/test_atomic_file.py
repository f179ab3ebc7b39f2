"""A file is replaced whole or not at all, whatever goes wrong."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from partners_app.domain.errors import (
    DiskFull,
    FileBusy,
    FileDenied,
    FileExists,
    FileFailed,
    FileIsFolder,
    FileMissing,
)
from partners_app.exchange.atomic_file import atomic_write, remove_stale_files

OLD = b"last year's report"
NEW = b"this year's report"


def write_new(path: Path) -> None:
    path.write_bytes(NEW)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "отчёт 2020.xlsx"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    seconds: list[float] = []
    monkeypatch.setattr(time, "sleep", seconds.append)
    return seconds


def system_error(code: int, windows_code: int | None = None) -> OSError:
    """An error as the system raises it; on Windows it also carries a code of its own."""
    error = OSError(code, os.strerror(code))  # Python makes it a PermissionError and so on
    if windows_code is not None:
        error = type("WindowsError", (type(error),), {"winerror": windows_code})(*error.args)
    return error


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_new_file_appears_and_nothing_else(tmp_path: Path) -> None:
    atomic_write(tmp_path / "report.xlsx", write_new)
    assert [path.name for path in tmp_path.iterdir()] == ["report.xlsx"]
    assert (tmp_path / "report.xlsx").read_bytes() == NEW


def test_an_old_file_is_replaced_and_keeps_its_permissions(target: Path) -> None:
    target.chmod(0o640)
    atomic_write(target, write_new)
    assert target.read_bytes() == NEW
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o640


def test_a_file_that_must_not_be_overwritten_is_kept(target: Path) -> None:
    with pytest.raises(FileExists):
        atomic_write(target, write_new, overwrite=False)
    assert_untouched(target)
    atomic_write(target.with_name("new.xlsx"), write_new, overwrite=False)
    assert target.with_name("new.xlsx").read_bytes() == NEW


def test_a_file_that_appears_while_writing_is_kept_too(tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"

    def slow(path: Path) -> None:
        path.write_bytes(NEW)
        target.write_bytes(OLD)

    with pytest.raises(FileExists):
        atomic_write(target, slow, overwrite=False)
    assert_untouched(target)


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link_to_the_file_that_was_replaced(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.xlsx"
    link.symlink_to(target)
    atomic_write(link, write_new)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_the_file_is_verified_before_it_takes_the_place(target: Path) -> None:
    seen: list[tuple[bytes, bytes]] = []
    atomic_write(
        target,
        write_new,
        verify=lambda path: seen.append((path.read_bytes(), target.read_bytes())),
    )
    assert seen == [(NEW, OLD)]


def test_a_file_that_does_not_verify_never_takes_the_place(target: Path) -> None:
    def refuse(path: Path) -> None:
        raise FileFailed(path, "12 rows of 130")

    with pytest.raises(FileFailed) as caught:
        atomic_write(target, write_new, verify=refuse)
    assert caught.value.reason == "12 rows of 130"
    assert caught.value.path == target, "of the temporary file nobody knows"
    assert_untouched(target)


def test_an_error_while_writing_leaves_the_old_file(target: Path) -> None:
    def fail(path: Path) -> None:
        path.write_bytes(NEW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        atomic_write(target, fail)
    assert_untouched(target)


def test_a_full_disk_is_named_and_leaves_the_old_file(target: Path) -> None:
    def fill_up(path: Path) -> None:
        path.write_bytes(NEW)
        raise system_error(errno.ENOSPC)

    with pytest.raises(DiskFull) as caught:
        atomic_write(target, fill_up)
    assert caught.value.path == target
    assert_untouched(target)


def test_a_disk_that_is_full_only_at_the_last_moment(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise system_error(errno.ENOSPC)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DiskFull):
        atomic_write(target, write_new)
    assert_untouched(target)


@pytest.mark.skipif(os.name != "posix", reason="a limit of POSIX processes")
def test_a_real_limit_of_the_system_leaves_the_old_file(target: Path) -> None:
    program = textwrap.dedent(
        """
        import resource, sys
        from pathlib import Path
        from partners_app.domain.errors import FileFailed
        from partners_app.exchange.atomic_file import atomic_write
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            atomic_write(Path(sys.argv[1]), lambda path: path.write_bytes(b"x" * 100_000))
        except FileFailed as failure:
            sys.exit(7 if failure.reason else 8)
        """
    )
    done = subprocess.run([sys.executable, "-c", program, str(target)], check=False)
    assert done.returncode == 7
    assert_untouched(target)


@pytest.mark.parametrize("windows_code", [5, 32, 33])
def test_a_file_held_for_a_moment_is_replaced_after_it(
    windows_code: int, target: Path, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace
    tries = 0

    def held_three_times(source: Path, destination: Path) -> None:
        nonlocal tries
        tries += 1
        if tries <= 3:
            raise system_error(errno.EACCES, windows_code)
        replace(source, destination)

    monkeypatch.setattr(os, "replace", held_three_times)
    atomic_write(target, write_new)
    assert target.read_bytes() == NEW
    assert waits == [0.05, 0.1, 0.2]


def test_a_target_that_is_not_the_same_any_more_is_left_at_any_attempt(
    target: Path, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(source: Path, destination: Path) -> None:
        raise system_error(errno.EACCES, 32)

    looks = []

    def look() -> None:
        looks.append(len(waits))
        if len(looks) == 3:
            raise FileFailed(target, "somebody wrote")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(FileFailed) as caught:
        atomic_write(target, write_new, before_replacing=look)
    assert caught.value.reason == "somebody wrote"
    assert looks == [0, 1, 2], "before each attempt"
    assert_untouched(target)


@pytest.mark.parametrize("windows_code", [5, 32, 33])
def test_a_file_open_in_excel_stays_and_is_called_busy(
    windows_code: int, target: Path, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(source: Path, destination: Path) -> None:
        raise system_error(errno.EACCES, windows_code)

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(FileBusy) as caught:
        atomic_write(target, write_new)
    assert caught.value.path == target
    assert 2.5 <= sum(waits) <= 3
    assert_untouched(target)


def test_a_file_marked_read_only_is_denied_and_not_busy(
    target: Path, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(source: Path, destination: Path) -> None:
        raise system_error(errno.EACCES, 5)

    monkeypatch.setattr(os, "replace", denied)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(FileDenied):
        atomic_write(target, write_new)
    assert_untouched(target)


def test_an_error_that_will_not_pass_is_not_waited_for(
    target: Path, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: Path, destination: Path) -> None:
        raise system_error(errno.EIO)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(FileFailed):
        atomic_write(target, write_new)
    assert waits == []
    assert_untouched(target)


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "report.xlsx"
    folder.mkdir()
    with pytest.raises(FileIsFolder):
        atomic_write(folder, write_new)


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        atomic_write(tmp_path / "2020" / "report.xlsx", write_new)
    assert caught.value.path == tmp_path / "2020"
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder(target: Path) -> None:
    with pytest.raises(FileMissing):
        atomic_write(target / "report.xlsx", write_new)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_folder_that_may_not_be_written(target: Path) -> None:
    target.parent.chmod(0o555)
    target.chmod(0o444)
    program = textwrap.dedent(
        """
        import os, sys
        from pathlib import Path
        from partners_app.domain.errors import FileDenied
        from partners_app.exchange.atomic_file import atomic_write
        os.chdir("/")
        descriptor = os.open(sys.argv[1], os.O_RDONLY)
        if os.geteuid() == 0:  # root may write anywhere: go on as nobody, by the open folder
            os.setgid(65534)
            os.setuid(65534)
        os.fchdir(descriptor)
        try:
            atomic_write(Path("report.xlsx"), lambda path: path.write_bytes(b"new"))
        except FileDenied:
            sys.exit(7)
        """
    )
    try:
        done = subprocess.run(
            [sys.executable, "-c", program, str(target.parent)],
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
    finally:
        target.parent.chmod(0o755)
    assert done.returncode == 7
    assert_untouched(target)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("moment", ["write", "fsync", "verify", "replace"])
def test_a_killed_process_leaves_the_old_file(moment: str, target: Path) -> None:
    program = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from partners_app.exchange import atomic_file

        def die(*_):
            os.kill(os.getpid(), signal.SIGKILL)

        def write(path):
            path.write_bytes(b"half")
            if sys.argv[2] == "write":
                die()

        if sys.argv[2] in ("fsync", "replace"):
            setattr(os, sys.argv[2], die)
        verify = die if sys.argv[2] == "verify" else None
        atomic_file.atomic_write(Path(sys.argv[1]), write, verify=verify)
        """
    )
    done = subprocess.run([sys.executable, "-c", program, str(target), moment], check=False)
    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == OLD

    leftover = next(path for path in target.parent.iterdir() if path != target)
    atomic_write(target, write_new)
    assert leftover.exists()  # it could be another program's that is writing right now
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(leftover, (two_days_ago, two_days_ago))
    atomic_write(target, write_new)
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_only_our_own_old_temporary_files_are_removed(tmp_path: Path) -> None:
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    names = ["~$partners-0123.tmp", "~$отчёт.xlsx", "notes.tmp"]
    for name in names:
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (two_days_ago, two_days_ago))
    (tmp_path / "~$partners-fresh.tmp").write_bytes(b"")
    assert remove_stale_files(tmp_path) == 1
    assert {path.name for path in tmp_path.iterdir()} == {*names[1:], "~$partners-fresh.tmp"}
    assert remove_stale_files(tmp_path / "none") == 0
