"""A file is replaced whole or not at all, whatever goes wrong."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import BinaryIO

import pytest

from partners_app.domain.errors import (
    DiskFull,
    FileBusy,
    FileDenied,
    FileExists,
    FileFailed,
    FileIsFolder,
    FileMissing,
    FileProblem,
)
from partners_app.exchange import atomic_file
from partners_app.exchange.atomic_file import map_os_error, remove_stale_files, replace_file

OLD = b"last year's report"
NEW = b"this year's report"


def write_new(stream: BinaryIO) -> None:
    stream.write(NEW)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "отчёт 2020.xlsx"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    seconds: list[float] = []
    monkeypatch.setattr(atomic_file.time, "sleep", seconds.append)
    return seconds


def system_error(code: int, windows_code: int | None = None) -> OSError:
    """An error as the system raises it; on Windows it also carries a code of its own."""

    class SystemError_(OSError):
        winerror: int | None = windows_code

    error = SystemError_(code, os.strerror(code))
    error.winerror = windows_code
    return error


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_new_file_appears_and_nothing_else(tmp_path: Path) -> None:
    replace_file(tmp_path / "report.xlsx", write_new)
    assert [path.name for path in tmp_path.iterdir()] == ["report.xlsx"]
    assert (tmp_path / "report.xlsx").read_bytes() == NEW


def test_an_old_file_is_replaced_and_keeps_its_permissions(target: Path) -> None:
    target.chmod(0o640)
    replace_file(target, write_new)
    assert target.read_bytes() == NEW
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link_to_the_file_that_was_replaced(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.xlsx"
    link.symlink_to(target)
    replace_file(link, write_new)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_the_file_is_verified_before_it_takes_the_place(target: Path) -> None:
    seen: list[tuple[bytes, bytes]] = []
    replace_file(
        target,
        write_new,
        verify=lambda path: seen.append((path.read_bytes(), target.read_bytes())),
    )
    assert seen == [(NEW, OLD)]


def test_a_file_that_does_not_verify_never_takes_the_place(target: Path) -> None:
    def refuse(path: Path) -> None:
        raise FileFailed(path, "12 rows of 130")

    with pytest.raises(FileFailed) as caught:
        replace_file(target, write_new, verify=refuse)
    assert caught.value.reason == "12 rows of 130"
    assert_untouched(target)


def test_an_error_while_writing_leaves_the_old_file(target: Path) -> None:
    def fail(stream: BinaryIO) -> None:
        stream.write(NEW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        replace_file(target, fail)
    assert_untouched(target)


def test_a_full_disk_is_named_and_leaves_the_old_file(target: Path) -> None:
    def fill_up(stream: BinaryIO) -> None:
        stream.write(NEW)
        raise system_error(errno.ENOSPC)

    with pytest.raises(DiskFull) as caught:
        replace_file(target, fill_up)
    assert caught.value.path == target
    assert_untouched(target)


def test_a_disk_that_is_full_only_at_the_last_moment(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise system_error(errno.ENOSPC)

    monkeypatch.setattr(atomic_file.os, "fsync", fail)
    with pytest.raises(DiskFull):
        replace_file(target, write_new)
    assert_untouched(target)


@pytest.mark.skipif(os.name != "posix", reason="a limit of POSIX processes")
def test_a_real_limit_of_the_system_leaves_the_old_file(target: Path) -> None:
    program = textwrap.dedent(
        """
        import resource, sys
        from pathlib import Path
        from partners_app.domain.errors import FileFailed
        from partners_app.exchange.atomic_file import replace_file
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            replace_file(Path(sys.argv[1]), lambda stream: stream.write(b"x" * 100_000))
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

    monkeypatch.setattr(atomic_file.os, "replace", held_three_times)
    replace_file(target, write_new)
    assert target.read_bytes() == NEW
    assert waits == [0.05, 0.1, 0.2]


@pytest.mark.parametrize("windows_code", [5, 32, 33])
def test_a_file_open_in_excel_stays_and_is_called_busy(
    windows_code: int, target: Path, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(source: Path, destination: Path) -> None:
        raise system_error(errno.EACCES, windows_code)

    monkeypatch.setattr(atomic_file.os, "replace", held)
    with pytest.raises(FileBusy) as caught:
        replace_file(target, write_new)
    assert caught.value.path == target
    assert 2.5 <= sum(waits) <= 3
    assert_untouched(target)


def test_a_file_marked_read_only_is_denied_and_not_busy(
    target: Path, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(source: Path, destination: Path) -> None:
        raise system_error(errno.EACCES, 5)

    monkeypatch.setattr(atomic_file.os, "replace", denied)
    monkeypatch.setattr(atomic_file.os, "access", lambda path, mode: False)
    with pytest.raises(FileDenied):
        replace_file(target, write_new)
    assert_untouched(target)


def test_an_error_that_will_not_pass_is_not_waited_for(
    target: Path, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: Path, destination: Path) -> None:
        raise system_error(errno.EIO)

    monkeypatch.setattr(atomic_file.os, "replace", fail)
    with pytest.raises(FileFailed):
        replace_file(target, write_new)
    assert waits == []
    assert_untouched(target)


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "report.xlsx"
    folder.mkdir()
    with pytest.raises(FileIsFolder):
        replace_file(folder, write_new)


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        replace_file(tmp_path / "2020" / "report.xlsx", write_new)
    assert caught.value.path == tmp_path / "2020"
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder(target: Path) -> None:
    with pytest.raises(FileMissing):
        replace_file(target / "report.xlsx", write_new)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_folder_that_may_not_be_written(target: Path) -> None:
    target.parent.chmod(0o555)
    target.chmod(0o444)
    program = textwrap.dedent(
        """
        import os, sys
        from pathlib import Path
        from partners_app.domain.errors import FileDenied
        from partners_app.exchange.atomic_file import replace_file
        os.chdir("/")
        descriptor = os.open(sys.argv[1], os.O_RDONLY)
        if os.geteuid() == 0:  # root may write anywhere: go on as nobody, by the open folder
            os.setgid(65534)
            os.setuid(65534)
        os.fchdir(descriptor)
        try:
            replace_file(Path("report.xlsx"), lambda stream: stream.write(b"new"))
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

        def write(stream):
            stream.write(b"half")
            if sys.argv[2] == "write":
                stream.flush()
                die()

        if sys.argv[2] in ("fsync", "replace"):
            setattr(atomic_file.os, sys.argv[2], die)
        verify = die if sys.argv[2] == "verify" else None
        atomic_file.replace_file(Path(sys.argv[1]), write, verify=verify)
        """
    )
    done = subprocess.run([sys.executable, "-c", program, str(target), moment], check=False)
    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == OLD

    leftover = next(path for path in target.parent.iterdir() if path != target)
    replace_file(target, write_new)
    assert leftover.exists()  # it could be another program's that is writing right now
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(leftover, (two_days_ago, two_days_ago))
    replace_file(target, write_new)
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


@pytest.mark.parametrize(
    ("code", "windows_code", "kind"),
    [
        (errno.ENOENT, None, FileMissing),
        (errno.ENOTDIR, None, FileMissing),
        (errno.EISDIR, None, FileIsFolder),
        (errno.EEXIST, None, FileExists),
        (errno.EACCES, None, FileDenied),
        (errno.EROFS, None, FileDenied),
        (errno.ENOSPC, None, DiskFull),
        (errno.EIO, None, FileFailed),
        (errno.EACCES, 5, FileDenied),
        (errno.EACCES, 32, FileBusy),
        (errno.EACCES, 33, FileBusy),
        (errno.ENOSPC, 112, DiskFull),
        (errno.EACCES, 19, FileDenied),
    ],
)
def test_each_system_error_has_its_failure(
    code: int, windows_code: int | None, kind: type[FileProblem]
) -> None:
    failure = map_os_error(Path("r.xlsx"), system_error(code, windows_code))
    assert type(failure) is kind
    assert failure.path == Path("r.xlsx")
    assert failure.reason == os.strerror(code)
