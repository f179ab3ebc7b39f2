"""The log of one run of the program: what went wrong, without anything that a clerk typed.

One file a run under the user's data, so that two running programs never share one; the newest
ten are kept, each of a megabyte at most. An exception is logged by its type and places in the
code: its message may carry names of people.
"""

import faulthandler
import logging
import os
import platform
import sqlite3
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from partners_app import __version__
from partners_app.paths import user_data

KEPT_RUNS = 10
"""Logs of older runs are removed at the start of a new one."""

MAX_BYTES = 1_000_000
"""No more is written to the log of one run: a fault that repeats without end fills no disk."""

_log = logging.getLogger("partners_app")
# Where no log can be written nothing of it goes to the terminal instead.
_log.addHandler(logging.NullHandler())
# faulthandler writes to the descriptor of an open file, which has to live as long as the run.
_crash_files: list[TextIO] = []


class _Handler(logging.FileHandler):
    """Writes until the file is full: what went wrong first tells more than what followed."""

    def emit(self, record: logging.LogRecord) -> None:
        if self.stream is not None and os.fstat(self.stream.fileno()).st_size < MAX_BYTES:
            super().emit(record)


def start(folder: Path | None = None) -> Path | None:
    """Begin the log of this run and return its file; None where it cannot be written.

    The program runs without a log rather than not at all.
    """
    folder = folder or user_data() / "Logs"
    name = f"run-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S}Z-{os.getpid()}.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_old(folder)
        handler = _Handler(folder / name, encoding="utf-8")
        # A crash of the interpreter itself cannot go through logging.
        crash_file = (folder / name).with_suffix(".fault").open("w", encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.Formatter.converter = lambda *_: datetime.now(UTC).timetuple()
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    # A library that configures logging for itself switches every other logger off.
    _log.disabled = False
    _crash_files.append(crash_file)
    faulthandler.enable(crash_file)
    _log.info("start %s", versions())
    return folder / name


def stop() -> None:
    """End the log of this run and remove the empty file for crashes of the interpreter."""
    for handler in list(_log.handlers):
        if isinstance(handler, logging.FileHandler):
            _log.removeHandler(handler)
            handler.close()
            faulthandler.disable()
            while _crash_files:
                _crash_files.pop().close()
            with suppress(OSError):
                fault = Path(handler.baseFilename).with_suffix(".fault")
                if fault.stat().st_size == 0:
                    fault.unlink()


def _remove_old(folder: Path) -> None:
    runs = sorted(folder.glob("run-*.log"))
    for run in runs[: max(0, len(runs) - KEPT_RUNS + 1)]:
        # Windows refuses for a run that still goes on: it is kept then.
        with suppress(OSError):
            run.unlink()
            run.with_suffix(".fault").unlink(missing_ok=True)


def versions() -> str:
    """Return the versions of the program and of what it stands on, in one line."""
    return (
        f"Partners {__version__}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()} {platform.release()}"
    )


def describe(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return where an exception arose, without its message and without values."""
    lines = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    cause = error.__cause__
    if cause is not None:
        lines.append(f"caused by {type(cause).__name__}")
    return "\n".join([kind.__name__, *lines])


def record_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """Write an unexpected exception to the log and return what was written."""
    text = describe(kind, error, trace)
    _log.error("%s", text)
    return text


def record(message: str) -> None:
    """Write a line about the run; the caller keeps names and texts out of it."""
    _log.warning("%s", message)
