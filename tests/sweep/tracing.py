"""Runs an act in a process of its own, under strace: which I/O calls it makes, and faults at them.

The process is a copy of this one, which has imported everything: strace is attached before the
act begins, so that a run costs some hundredths of a second and no program file is read in it.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from partners_app.domain.errors import PartnersError
from partners_app.texts.errors import error_text

_WRITING = (
    *("write", "writev", "pwrite64", "pwritev", "sendfile", "copy_file_range", "fallocate"),
    *("fsync", "fdatasync", "ftruncate", "unlink", "unlinkat", "rename", "renameat", "renameat2"),
    *("link", "linkat", "mkdir", "mkdirat", "chmod", "fchmod", "fchmodat"),
)
_OPENING = ("open", "openat", "creat")
_READING = ("read", "pread64")
_TRACED = (*_OPENING, *_WRITING, *_READING)
_LINE = re.compile(r"(\w+)\((.*)")
_LONGEST_SECONDS = 60.0
_END_OF_LINE = "\x1e"


Say = Callable[[str], None]
Act = Callable[[Say], object]
"""What is done in the other process; it may say how far it is, one line at a time."""


class Fault(StrEnum):
    """What goes wrong at a call; the first is the power cut, the last a share that is gone."""

    KILL = "KILL"
    FULL = "ENOSPC"
    BROKEN = "EIO"
    GONE = "EIO+"


class NotTraceable(Exception):
    """This machine lets no process be traced; the message is what was said."""


@dataclass(frozen=True, slots=True)
class Call:
    """An I/O call of a run: the how manieth of its name, and the file of the folder it is about.

    ``file`` is empty for a call on another file; such calls only count.
    """

    name: str
    nth: int
    file: str

    @property
    def reads(self) -> bool:
        """Whether the call only reads."""
        return self.name in _READING

    @property
    def writes(self) -> bool:
        """Whether the call changes something, or makes a change durable."""
        return self.name in _WRITING

    def __str__(self) -> str:
        return f"{self.name} {self.nth} {self.file}"


@dataclass(frozen=True, slots=True)
class Told:
    """How an act ended: saved, refused (in words), crashed, or "" when its process was killed.

    ``said`` are the lines that it said before.
    """

    word: str
    detail: str = ""
    said: tuple[str, ...] = ()
    was_injected: bool = False


def record(act: Act, folder: Path, log: Path) -> list[Call]:
    """Run an act and return its I/O calls in their order; NotTraceable where that cannot be."""
    told = run_apart(act, trace=_options(log))
    if told.word != "saved":
        raise AssertionError(f"without a fault: {told.word} {told.detail}")
    counts: Counter[str] = Counter()
    calls = []
    for line in log.read_bytes().decode("ascii").splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        counts[found[1]] += 1
        calls.append(Call(found[1], counts[found[1]], _file_of(found[2], folder)))
    return calls


def _file_of(arguments: str, folder: Path) -> str:
    """Return the last file of the folder that a traced line names, "" when none is in it."""
    # strace writes a byte that is no ASCII as three octal digits.
    text = re.sub(r"\\(\d{3})", lambda match: chr(int(match[1], 8)), arguments)
    text = text.encode("latin-1").decode("utf-8", "replace")
    found = re.findall(rf"{re.escape(str(folder))}([^\">]*)", text)
    return found[-1].lstrip("/") or "." if found else ""


def run_with_fault(act: Act, calls: Sequence[Call], number: int, fault: Fault, log: Path) -> Told:
    """Run an act with a fault at one of the calls that ``record`` found."""
    log.unlink(missing_ok=True)
    told = run_apart(act, trace=[*_options(log), *_injected(calls, number, fault)])
    injected = b"(INJECTED)" in log.read_bytes() or b"killed by SIGKILL" in log.read_bytes()
    return replace(told, was_injected=injected)


def _options(log: Path) -> list[str]:
    # A question mark passes over what this kind of processor has not.
    traced = ",".join(f"?{name}" for name in _TRACED)
    return ["-y", "-s", "0", "-o", str(log), "-e", f"trace={traced}"]


def _injected(calls: Sequence[Call], number: int, fault: Fault) -> Iterator[str]:
    call = calls[number]
    if fault is Fault.GONE:
        before = Counter(each.name for each in calls[:number])
        for name in sorted({each.name for each in calls if each.name in _WRITING}):
            yield from ("-e", f"inject={name}:error=EIO:when={before[name] + 1}+")
        return
    what = "signal=KILL" if fault is Fault.KILL else f"error={fault.value}"
    yield from ("-e", f"inject={call.name}:{what}:when={call.nth}")


@dataclass(frozen=True, slots=True)
class Kill:
    """When the other process is killed: so many seconds after it has said so many lines."""

    lines: int
    seconds: float


def run_apart(act: Act, *, trace: Sequence[str] = (), kill: Kill | None = None) -> Told:
    """Run an act in a process of its own, under strace with these options, and tell how it ended.

    One that has ended before it should be killed has ended.
    """
    waiting, start = os.pipe()
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        _be_the_child(act, waiting, theirs)
    os.close(waiting)
    theirs.close()
    try:
        with _traced(child, trace):
            os.write(start, b"g")
            answer = _answer(ours, child, kill)
            os.waitpid(child, 0)
            child = 0
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        os.close(start)
        ours.close()
    *said, last = answer.split(_END_OF_LINE)
    word, _, detail = last.partition("\t")
    return Told(word, detail, tuple(said))


def _be_the_child(act: Act, waiting: int, answers: socket.socket) -> None:
    """Wait for the tracer, act, say what came of it, and end without any tidying up."""

    # Not by a write: that is what is counted, and what fails.
    def say(line: str) -> None:
        answers.sendall(f"{line}{_END_OF_LINE}".encode())

    try:
        os.read(waiting, 1)
        try:
            act(say)
            said = "saved"
        except PartnersError as error:
            said = f"refused\t{type(error).__name__}: {error_text(error).what}"
        answers.sendall(said.encode())
    except BaseException:
        answers.sendall(f"crashed\t{traceback.format_exc()}".encode())
    finally:
        os._exit(0)


def _answer(ours: socket.socket, child: int, kill: Kill | None) -> str:
    """Return what the child said before it ended; one that does not end is killed."""
    answer = b""
    ours.settimeout(_LONGEST_SECONDS)
    while True:
        if kill is not None and answer.count(_END_OF_LINE.encode()) >= kill.lines:
            time.sleep(kill.seconds)
            os.kill(child, signal.SIGKILL)
            kill = None
        try:
            part = ours.recv(1 << 16)
        except TimeoutError:
            os.kill(child, signal.SIGKILL)
            return f"crashed\tstill running after {_LONGEST_SECONDS} s"
        if not part:
            return answer.decode()
        answer += part


@contextmanager
def _traced(child: int, options: Sequence[str]) -> Iterator[None]:
    """Let strace attach to a process that waits; the process must end inside."""
    if not options:
        yield
        return
    program = shutil.which("strace")
    if program is None:
        raise NotTraceable("strace is not installed")
    command = [program, "-p", str(child), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        said = tracer.stderr.readline()
        if "attached" not in said:
            tracer.wait()
            raise NotTraceable(said.strip())
        yield
