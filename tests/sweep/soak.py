"""Random acts of a clerk, one after another, in a process that is killed again and again.

A second register, which nobody kills, goes through the same acts: after each kill the first one
must equal it as it was before the act under way, or after it. At the end undo goes back to the
start. Acts follow from the seed and their number alone.
"""

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from partners_app.domain.errors import NothingToRedo, NothingToUndo
from partners_app.services import backup
from partners_app.services.register import Register
from partners_app.storage.digest import content_digest
from tests.storage.random_clerk import small_content
from tests.sweep import tracing
from tests.sweep.acts import ACTS, write_imports
from tests.sweep.tracing import Kill, Say
from tests.sweep.workflows import REGISTER, at_home

_OFTEN = ("undo", "redo", "add event", "add partner", "edit event", "paste", "add agreement")
_RARE = ("delete region", "delete country", "merge countries", "import")
_LONGEST_LIFE = 10
"""Acts between two kills, at most."""
_NUMBERS = 30


class Lost(Exception):
    """The register is not what it was before the kill, nor what it should be after it."""


@dataclass(slots=True)
class Tally:
    """How often the process was killed, and whether the act under way was there afterwards."""

    kills: int = 0
    before: int = 0
    after: int = 0


State = tuple[int, str]
"""The number of the newest change of a register, and the digest of its content."""


class Clerk:
    """One of the two registers, and the acts that are done in it."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Make the register; both begin as the same one."""
        self.folder = folder
        self.seed = seed
        folder.mkdir()
        write_imports(folder)
        with _same_uuids(f"{seed}"):
            path = folder / REGISTER
            Register.create(path, author="Основа", content=small_content()).close()

    def open(self) -> Register:
        """Open the register as the program does after a crash."""
        return Register.open(self.folder / REGISTER, author="Анна")

    def state(self, register: Register) -> State:
        """Return what the register holds now."""
        return register.change_seq(), register.read(content_digest)

    def do(self, register: Register, number: int) -> None:
        """Do the act of a number."""
        chance = random.Random(f"{self.seed} {number}")
        weights = [4 if act in _OFTEN else 0.3 if act in _RARE else 1 for act in _KINDS]
        (kind,) = chance.choices(_KINDS, weights)
        first, second = chance.randrange(_NUMBERS), chance.randrange(_NUMBERS)
        nothing_to_do = suppress(NothingToUndo, NothingToRedo)
        with _same_uuids(f"{self.seed} {number}"), at_home(self.folder), nothing_to_do:
            _KINDS_TO_ACTS[kind](register, first, second)

    def work(self, numbers: Sequence[int], say: Say) -> None:
        """Do the acts of some numbers, and say what the register holds after each."""
        register = self.open()
        for number in numbers:
            self.do(register, number)
            change_seq, digest = self.state(register)
            say(f"{number} {change_seq} {digest}")


_KINDS_TO_ACTS: dict[str, Callable[[Register, int, int], object]] = {
    **ACTS,
    "undo": lambda register, *_: register.undo(),
    "redo": lambda register, *_: register.redo(),
}
_KINDS = sorted(_KINDS_TO_ACTS)


@contextmanager
def _same_uuids(seed: str) -> Iterator[None]:
    """Let new records get the same UUIDs each time the same act is done."""
    real = os.urandom
    os.urandom = random.Random(seed).randbytes
    try:
        yield
    finally:
        os.urandom = real


def report(count: int, seed: int, folder: Path) -> int:
    """Soak a register and print what came of it; return the exit status."""
    print(f"soak: {count} acts, --seed {seed}", flush=True)
    started = time.monotonic()
    try:
        tally, steps = soak(count, seed, folder)
    except Lost as error:
        print(f"soak: WRONG {error}")
        return 1
    print(
        f"soak: killed {tally.kills} times; the act under way was absent {tally.before} times and "
        f"whole {tally.after} times; undoing {steps} steps gave the start "
        f"({time.monotonic() - started:.0f} s)"
    )
    return 0


def soak(count: int, seed: int, folder: Path) -> tuple[Tally, int]:
    """Do ``count`` random acts under kills, then undo all; return the kills and the steps undone.

    Raises Lost.
    """
    killed, spared = Clerk(folder / "killed", seed), Clerk(folder / "spared", seed)
    model = spared.open()
    start = spared.state(model)[1]
    chance = random.Random(seed)
    tally = Tally()
    number, seconds_of_an_act = 0, 0.0
    while number < count:
        # Somewhere in the act that comes after some others.
        kill = Kill(chance.randrange(_LONGEST_LIFE), chance.uniform(0, seconds_of_an_act))
        told = tracing.run_apart(partial(killed.work, range(number, count)), kill=kill)
        if told.word not in ("", "saved"):
            raise Lost(f"{told.word} after act {number + len(told.said)}: {told.detail}")
        for line in told.said:
            began = time.perf_counter()
            spared.do(model, number)
            seconds_of_an_act = 0.9 * seconds_of_an_act + 0.1 * (time.perf_counter() - began)
            change_seq, digest = spared.state(model)
            if line != f"{number} {change_seq} {digest}":
                raise Lost(f"act {number} made something else of it")
            number += 1
        if told.word == "":
            number += _compare(killed, spared, model, number, tally)
    register = killed.open()
    steps = _undo_all(register)
    if killed.state(register)[1] != start:
        raise Lost("undoing everything is not the start")
    backup.verify(register.path)
    register.close()
    model.close()
    return tally, steps


def _compare(killed: Clerk, spared: Clerk, model: Register, number: int, tally: Tally) -> int:
    """Compare the registers after a kill; return 1 if the act under way is there, else 0."""
    tally.kills += 1
    register = killed.open()
    found = killed.state(register)
    register.close()
    backup.verify(register.path)
    if found == spared.state(model):
        tally.before += 1
        return 0
    spared.do(model, number)
    if found != spared.state(model):
        raise Lost(f"killed in act {number}: neither before nor after it")
    tally.after += 1
    return 1


def _undo_all(register: Register) -> int:
    steps = 0
    while register.undo_state().undo is not None:
        register.undo()
        steps += 1
    return steps
