"""One workflow with a fault at each of its I/O calls in turn, and what each of them left."""

import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from partners_app.domain.errors import PartnersError
from partners_app.services.register import Register
from tests.sweep import tracing
from tests.sweep.leftovers import PASSING, Held, Reader
from tests.sweep.tracing import Call, Fault, Kill, Say, Told
from tests.sweep.workflows import Workflow, at_home, repeatable

KILLED_AT_RANDOM = "random kill"
_BACKUPS = "home/"


@dataclass(frozen=True, slots=True)
class Point:
    """A fault at a call, by its number among all calls of the workflow."""

    workflow: str
    fault: str
    call: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a fault led to: the state before or after, and what may not be, if anything."""

    point: Point
    at: str
    outcome: str
    problems: tuple[str, ...] = ()
    said: str = ""
    seconds: float = 0.0


class Sweep:
    """A workflow that is ready: its folder before, what it leaves, and its calls."""

    def __init__(self, workflow: Workflow, scratch: Path, *, traced: bool = True) -> None:
        """Prepare the folder and run the workflow once without a fault."""
        self.workflow = workflow
        self._log = scratch / "strace.log"
        self._prepared = scratch / f"{workflow.name}-before"
        self._folder = scratch / workflow.name
        self._reader = Reader()
        # The bytes of registers that were found to open.
        self._opened: set[bytes] = set()
        self._prepared.mkdir(parents=True)
        with at_home(self._prepared):
            workflow.prepare(self._prepared)
        self.before = self._reader.look(self._prepared)
        self._lay_out()
        with at_home(self._folder):
            # What the first run loads opens files too: every copy of this process has it then.
            workflow.run(self._folder)
        self._lay_out()
        started = time.perf_counter()
        self.calls: list[Call] = []
        if traced:
            self.calls = tracing.record(self._act, self._folder, self._log)
        else:
            _must_have_saved(tracing.run_apart(self._act))
        self.seconds = time.perf_counter() - started
        self.after = self._reader.look(self._folder)
        if self.before.problems or self.after.problems or self.before == self.after:
            raise AssertionError((workflow.name, self.before, self.after))

    def points(self, *, reads: bool = False) -> Iterator[Point]:
        """Yield every fault at every call on the files of the folder; at reads where asked for.

        Nothing changes at a read, or in the folder for passing files: only the message is at stake
        there, and one fault is enough.
        """
        for fault in Fault:
            for number, call in enumerate(self.calls):
                if not call.file or (call.reads and not (reads and fault is Fault.BROKEN)):
                    continue
                if fault is Fault.GONE and not call.writes:
                    continue
                if not call.file.startswith(f"{PASSING}/") or fault is Fault.FULL:
                    yield Point(self.workflow.name, fault.value, number)

    def try_point(self, point: Point) -> Result:
        """Run the workflow with one fault and judge what is left."""
        started = time.perf_counter()
        self._lay_out()
        if point.fault == KILLED_AT_RANDOM:
            chance = random.Random(f"{point.workflow} {point.call}")
            seconds = chance.uniform(0, 1.2 * self.seconds)
            told = tracing.run_apart(self._act, kill=Kill(0, seconds))
            at = f"kill {point.call}"
        else:
            call = self.calls[point.call]
            at = str(call)
            told = tracing.run_with_fault(
                self._act, self.calls, point.call, Fault(point.fault), self._log
            )
        held = self._reader.look(self._folder)
        problems = list(self._problems(point, told, held))
        outcome = "after" if held.files == self.after.files else "before"
        said = told.detail if told.word == "refused" else told.word
        seconds = time.perf_counter() - started
        return Result(point, at, outcome, tuple(problems), said, seconds)

    def _act(self, _say: Say) -> None:
        repeatable()
        with at_home(self._folder):
            self.workflow.run(self._folder)

    def _lay_out(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(self._prepared, self._folder)

    def _problems(self, point: Point, told: Told, held: Held) -> Iterator[str]:
        before, after = self.before.files, self.after.files
        yield from held.problems
        if told.word == "crashed":
            yield f"it crashed: {told.detail}"
        if point.fault != KILLED_AT_RANDOM and not told.was_injected:
            yield "the call was not reached"
        if told.word == "" and point.fault not in (Fault.KILL, KILLED_AT_RANDOM):
            yield "it died without a word"
        for name in sorted({*before, *after, *held.files}):
            if held.files.get(name) not in (before.get(name), after.get(name)):
                yield f"neither before nor after: {name}"
        if told.word == "saved" and held.files != after:
            yield "it said that it saved"
        changed = [name for name in after if held.files.get(name) != before.get(name)]
        copies = [
            name for name in after if name.startswith(_BACKUPS) and after[name] != before.get(name)
        ]
        if any(name not in copies for name in changed) and not set(copies) <= set(changed):
            yield "something changed without the backup that comes first"
        if told.word == "" or point.fault == Fault.GONE:
            # Something may be left that the next start meets.
            yield from self._problems_of_opening(held)

    def _problems_of_opening(self, held: Held) -> Iterator[str]:
        """Open the register as the next start of the program does."""
        path = self._folder / self.workflow.register
        journal = path.with_name(f"{path.name}-journal")
        if not path.exists() or (path.read_bytes() in self._opened and not journal.exists()):
            return
        bytes_before = path.read_bytes()
        try:
            with at_home(self._folder):
                Register.open(path, author="Анна").close()
        except PartnersError as error:
            yield f"it does not open: {type(error).__name__}"
            return
        opened = self._reader.look(self._folder).files[self.workflow.register]
        expected = (held.files[self.workflow.register], self.after.files[self.workflow.register])
        if opened not in expected:
            yield "opening it makes something else of it"
        else:
            self._opened.add(bytes_before)


def _must_have_saved(told: Told) -> None:
    if told.word != "saved":
        raise AssertionError(f"without a fault: {told.word} {told.detail}")
