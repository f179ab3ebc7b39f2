"""The log of a run says what went wrong and where, and nothing that a clerk typed."""

import errno
import faulthandler
import logging
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from partners_app import __version__
from partners_app.paths import user_data
from partners_app.services import run_log

SECRET = "Иванов Иван Иванович"


@pytest.fixture(autouse=True)
def _ended() -> Iterator[None]:
    faults = faulthandler.is_enabled()
    yield
    run_log.stop()
    if faults:
        faulthandler.enable()


def _text(path: Path | None) -> str:
    assert path is not None
    return path.read_text(encoding="utf-8")


def _raise() -> None:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError(f"нет {SECRET}") from error


def test_a_run_has_a_file_of_its_own_with_the_versions(tmp_path: Path) -> None:
    path = run_log.start(tmp_path / "Logs")
    assert path is not None
    assert re.fullmatch(rf"run-\d{{4}}-\d\d-\d\dT\d\d-\d\d-\d\dZ-{os.getpid()}\.log", path.name)
    for part in (f"Partners {__version__}", "Python 3.", "SQLite 3."):
        assert part in _text(path)


def test_without_a_folder_it_lies_with_the_user() -> None:
    path = run_log.start()
    assert path is not None
    assert path.parent == user_data() / "Logs"


def test_an_exception_is_told_by_its_kind_and_places_alone(tmp_path: Path) -> None:
    path = run_log.start(tmp_path)
    try:
        _raise()
    except ValueError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        told = run_log.record_exception(kind, error, trace)
    assert told.splitlines()[0] == "ValueError"
    assert re.search(r"^test_run_log\.py:\d+ _raise$", told, re.MULTILINE)
    assert "caused by KeyError" in told
    assert told in _text(path)
    for forbidden in (SECRET, "Иванов", "нет", str(Path(__file__).parent)):
        assert forbidden not in _text(path)


def test_a_line_of_the_program_is_kept(tmp_path: Path) -> None:
    path = run_log.start(tmp_path)
    run_log.record("backup s00000012 verified")
    assert _text(path).splitlines()[-1].endswith("WARNING backup s00000012 verified")


def test_only_the_newest_runs_are_kept(tmp_path: Path) -> None:
    for number in range(15):
        old = tmp_path / f"run-2020-01-{number + 1:02}T00-00-00Z-1.log"
        old.write_text("", encoding="utf-8")
        old.with_suffix(".fault").write_text("", encoding="utf-8")
    (tmp_path / "заметки.txt").write_text("", encoding="utf-8")
    path = run_log.start(tmp_path)
    runs = sorted(item.name for item in tmp_path.glob("run-*.log"))
    assert len(runs) == run_log.KEPT_RUNS
    assert path is not None
    assert runs[-1] == path.name
    assert runs[0] == "run-2020-01-07T00-00-00Z-1.log"
    assert len(list(tmp_path.glob("*.fault"))) == run_log.KEPT_RUNS
    assert (tmp_path / "заметки.txt").exists()


def test_an_old_run_that_is_held_is_kept_and_this_one_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "run-2020-01-01T00-00-00Z-1.log"
    for number in range(run_log.KEPT_RUNS):
        old.with_name(f"run-2020-01-{number + 1:02}T00-00-00Z-1.log").touch()

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, "held by another program")

    monkeypatch.setattr(Path, "unlink", refuse)
    path = run_log.start(tmp_path)
    assert path is not None
    assert old.exists()
    run_log.record("it goes on")
    assert "it goes on" in _text(path)


def test_a_run_that_ended_well_leaves_no_file_for_crashes(tmp_path: Path) -> None:
    path = run_log.start(tmp_path)
    assert path is not None
    assert path.with_suffix(".fault").exists()
    assert faulthandler.is_enabled()
    run_log.stop()
    assert [item.name for item in tmp_path.iterdir()] == [path.name]
    run_log.record("после конца")
    assert "после конца" not in _text(path)


def test_a_crash_of_the_interpreter_is_kept(tmp_path: Path) -> None:
    path = run_log.start(tmp_path)
    assert path is not None
    fault = path.with_suffix(".fault")
    fault.write_text("Segmentation fault", encoding="utf-8")
    run_log.stop()
    assert fault.read_text(encoding="utf-8") == "Segmentation fault"


def test_the_program_runs_without_a_log_where_none_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run_log.start(tmp_path / "file" / "Logs") is None
    run_log.record("никуда")
    assert not any(
        isinstance(handler, logging.FileHandler)
        for handler in logging.getLogger("partners_app").handlers
    )


def test_a_fault_that_repeats_without_end_fills_no_disk(tmp_path: Path) -> None:
    path = run_log.start(tmp_path)
    assert path is not None
    line = "x" * 100_000
    for _ in range(20):
        run_log.record(line)
    assert run_log.MAX_BYTES <= path.stat().st_size < run_log.MAX_BYTES + 2 * len(line)
