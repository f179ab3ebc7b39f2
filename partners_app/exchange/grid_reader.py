"""Tables out of a file from outside: read in a process of its own, within limits.

Neither calamine nor python-docx is ever loaded into the program.
"""

import hashlib
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import IO

import partners_app
from partners_app.domain.errors import Abandoned, InputBroken
from partners_app.domain.findings import FindingCode
from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import MOST_SECONDS
from partners_app.exchange import READ_TABLES
from partners_app.exchange.gate import read_limited
from partners_app.exchange.grid import GridFile
from partners_app.exchange.grid_json import decode
from partners_app.exchange.grid_worker import LENGTH
from partners_app.exchange.table_findings import note
from partners_app.exchange.table_refusal import Refused

_LONGEST_ANSWER = 500_000_000
_SECONDS_BETWEEN_LOOKS = 0.05


def read_grids(path: Path, *, cancelled: Callable[[], bool] | None = None) -> GridFile:
    """Return the tables of a workbook or a Word document, and what is to be said of the file.

    Args:
        path: an .xlsx, .xlsm, .xls, .ods or .docx, whatever it is called.
        cancelled: asked often; once it says True the reading ends with Abandoned.

    Raises:
        FileProblem: the file itself cannot be opened (missing, a folder, empty, busy …).
        InputBroken: it is unsafe, damaged, too large, or of a kind that is not read.
        Abandoned: the user did not want to wait.
    """
    with ReadingProcess() as process:
        return process.read(path, cancelled=cancelled)


class ReadingProcess:
    """A process that reads one file after the other; it starts when the first one comes.

    One that died, was too slow or was cancelled is replaced when the next file comes.
    """

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        """Have no process yet; ``seconds`` is what one file may take."""
        self.seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "ReadingProcess":
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the process."""
        self._end()

    @property
    def number(self) -> int | None:
        """The system's number of the process; None if none waits for a file."""
        if self._process is None or self._process.poll() is not None:
            return None
        return self._process.pid

    def read(self, path: Path, *, cancelled: Callable[[], bool] | None = None) -> GridFile:
        """Return the tables of a file; see ``read_grids``."""
        data = read_limited(path)
        try:
            tables = decode(self._answer(data, cancelled))
        except Refused as refused:
            raise InputBroken(path, refused.problem, refused.place, refused.detail) from refused
        findings = tables.findings
        if path.suffix.lower() not in tables.kind.endings:
            findings = (note(FindingCode.NAMED_OTHERWISE, text=tables.kind), *findings)
        return GridFile(path, hashlib.sha256(data).hexdigest(), tables.grids, findings)

    def _answer(self, data: bytes, cancelled: Callable[[], bool] | None) -> bytes:
        process = self._running()
        exchange = _Exchange(process, data)
        deadline = time.monotonic() + self.seconds
        exchange.start()
        try:
            while exchange.is_alive():
                if cancelled is not None and cancelled():
                    raise Abandoned
                if time.monotonic() > deadline:
                    raise Refused(InputProblem.READING_TOO_LONG)
                exchange.join(_SECONDS_BETWEEN_LOOKS)
        except BaseException:
            self._end()
            exchange.join()
            raise
        if exchange.answer is None:
            status = self._end()
            raise Refused(InputProblem.READER_DIED, detail=f"{exchange.failure} ({status})".strip())
        return exchange.answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = _start()
        return self._process

    def _end(self) -> int | None:
        """End the process, if there is one, and return its exit status."""
        process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        for channel in (process.stdin, process.stdout):
            _close(channel)
        return process.wait()


class _Exchange(Thread):
    """One question and its answer; a thread, since neither can be waited for with a limit."""

    def __init__(self, process: subprocess.Popen[bytes], data: bytes) -> None:
        super().__init__(name="exchange with the reading process", daemon=True)
        self._process = process
        self._data = data
        self.answer: bytes | None = None
        self.failure = ""

    def run(self) -> None:
        questions, answers = self._process.stdin, self._process.stdout
        assert questions is not None
        assert answers is not None
        try:
            questions.write(LENGTH.pack(len(self._data)))
            questions.write(self._data)
            questions.flush()
            header = answers.read(LENGTH.size)
            length = LENGTH.unpack(header)[0] if len(header) == LENGTH.size else -1
            if not 0 <= length <= _LONGEST_ANSWER:
                self.failure = "no answer" if length < 0 else "the answer is too long"
                return
            answer = answers.read(length)
        except (OSError, ValueError) as error:  # a channel that was closed meanwhile
            self.failure = type(error).__name__
            return
        if len(answer) == length:
            self.answer = answer
        else:
            self.failure = "half an answer"


def command() -> list[str]:
    """Return the words that start this program as a reading process."""
    # A frozen program is its own interpreter.
    module = [] if getattr(sys, "frozen", False) else ["-m", partners_app.__name__]
    return [sys.executable, *module, READ_TABLES]


def _start() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Where the program's modules are: none of the folder that the user stands in.
            cwd=Path(partners_app.__file__).parent.parent,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise Refused(InputProblem.READER_DIED, detail=f"{error.strerror}") from error


def _close(channel: IO[bytes] | None) -> None:
    if channel is None:
        return
    try:
        channel.close()
    except OSError:
        # What was still to be written has nobody to read it.
        return
