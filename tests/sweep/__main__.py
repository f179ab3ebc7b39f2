"""Break each I/O call of the program's own acts in turn and compare what is left: `dev.py sweep`.

With each fault the register, the report or the backup must be what it was before or what it
should be afterwards, and the latter if the program had said so. Exit status 1: it was not.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.sweep import soak
from tests.sweep.progress import Progress
from tests.sweep.sweeping import KILLED_AT_RANDOM, Point, Result, Sweep
from tests.sweep.tracing import Fault, NotTraceable
from tests.sweep.workflows import Workflow, workflows

STATES = Path("build") / "sweep"
_MEMORY = Path("/dev/shm")
"""No disk is waited for there; a killed process leaves the same files as on one."""
SHORT_POINTS = 3
"""Points of each workflow in a short sweep: 33 of eleven workflows."""
_SECONDS_BETWEEN_SIGNS_OF_LIFE = 30
_COLUMNS = ("calls", "before", "after", "unsure", "wrong")


def main() -> int:
    """Do what the options say; return 1 when something was lost, else 0."""
    known = [workflow.name for workflow in workflows()]
    parser = argparse.ArgumentParser(prog="dev.py sweep", description=__doc__)
    parser.add_argument("--workflow", action="append", choices=known, help="only this one")
    parser.add_argument("--short", action="store_true", help="some points of each workflow")
    parser.add_argument("--reads", action="store_true", help="also EIO at each call that reads")
    parser.add_argument(
        "--budget", type=float, metavar="MINUTES", help="stop then; go on next time"
    )
    parser.add_argument(
        "--soak", type=int, nargs="?", const=2000, metavar="N", help="N random acts with kills"
    )
    parser.add_argument("--seed", type=int, help="of the soak; printed, to do it again")
    wanted = parser.parse_args()
    if not hasattr(os, "fork"):
        print("sweep: this system cannot copy a running process; use Linux", file=sys.stderr)
        return 1
    memory = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="partners-sweep-", dir=memory) as folder:
        if wanted.soak is not None:
            seed = wanted.seed if wanted.seed is not None else random.SystemRandom().getrandbits(32)
            return soak.report(wanted.soak, seed, Path(folder))
        chosen = [each for each in workflows() if each.name in (wanted.workflow or known)]
        try:
            ready = {each.name: Sweep(each, Path(folder)) for each in chosen}
        except NotTraceable as error:
            print(f"sweep: no process can be traced here ({error}); killing at random instead")
            return _show(_kill_at_random(chosen, Path(folder) / "untraced"), [])
        if wanted.short:
            return _show([ready[p.workflow].try_point(p) for p in _some_points(ready)], [])
        # Each choice has a state of its own: a look at one act does not undo the sweep of all.
        name = "-".join([*(wanted.workflow or ["all"]), *(["reads"] if wanted.reads else [])])
        points = [point for sweep in ready.values() for point in sweep.points(reads=wanted.reads)]
        return _sweep(ready, points, STATES / f"{name}.jsonl", wanted.budget)


def _kill_at_random(chosen: Sequence[Workflow], scratch: Path) -> list[Result]:
    results = []
    for workflow in chosen:
        ready = Sweep(workflow, scratch, traced=False)
        for number in range(SHORT_POINTS):
            results.append(ready.try_point(Point(workflow.name, KILLED_AT_RANDOM, number)))
    return results


def _some_points(ready: dict[str, Sweep]) -> list[Point]:
    """Return a kill and two other faults for each workflow, early in one and late in another."""
    chosen = []
    others = [fault for fault in Fault if fault is not Fault.KILL]
    for place, (name, sweep) in enumerate(ready.items()):
        points = list(sweep.points())
        left_out = others[place % len(others)]
        for number, fault in enumerate(each for each in Fault if each is not left_out):
            of_fault = [point for point in points if point.fault == fault.value]
            part = random.Random(f"{name} {place} {number}").random()
            chosen.append(of_fault[int(part * len(of_fault))])
    return chosen


def _sweep(ready: dict[str, Sweep], points: list[Point], state: Path, budget: float | None) -> int:
    started = time.monotonic()
    # Any part of the whole is a fair one, whenever it is stopped.
    random.Random(len(points)).shuffle(points)
    progress = Progress(
        state, (f"{name} {call.name}" for name, sweep in ready.items() for call in sweep.calls)
    )
    left = [point for point in points if point not in progress.results]
    if len(left) < len(points):
        print(f"sweep: going on, {len(points) - len(left)} of {len(points)} points are done")
    sign_of_life = started
    for number, point in enumerate(left):
        now = time.monotonic()
        if budget is not None and now - started > budget * 60:
            break
        if now - sign_of_life > _SECONDS_BETWEEN_SIGNS_OF_LIFE:
            sign_of_life = now
            print(f"sweep: {len(left) - number} points to go", flush=True)
        result = ready[point.workflow].try_point(point)
        progress.add(result)
        for problem in result.problems:
            print(f"WRONG {point.workflow}, {point.fault} at {result.at}: {problem}", flush=True)
    status = _show(progress.results.values(), points)
    if len(progress.results) == len(points):
        # The next whole sweep begins anew.
        progress.forget()
    return status


def _show(results: Iterable[Result], points: Sequence[Point]) -> int:
    """Print the table, what was wrong and how much is left; return the exit status."""
    results = list(results)
    rows: dict[tuple[str, str], Counter[str]] = {}
    for result in results:
        row = rows.setdefault((result.point.workflow, result.point.fault), Counter())
        row["calls"] += 1
        row[result.outcome] += 1
        row["unsure"] += result.outcome == "after" and result.said not in ("saved", "")
        row["wrong"] += bool(result.problems)
    print(_line("workflow", "fault", _COLUMNS))
    total: Counter[str] = Counter()
    order = [*(fault.value for fault in Fault), KILLED_AT_RANDOM]
    for workflow in workflows():
        for fault in order:
            if (workflow.name, fault) in rows:
                row = rows[workflow.name, fault]
                print(_line(workflow.name, fault, (row[column] for column in _COLUMNS)))
                total += row
    print(_line("all", "", (total[column] for column in _COLUMNS)))
    print("unsure: it said that it failed, and everything is there")
    for result in results:
        for problem in result.problems:
            print(f"WRONG {result.point.workflow}, {result.point.fault} at {result.at}: {problem}")
    spent = sum(result.seconds for result in results)
    left = max(0, len(points) - len(results))
    day = datetime.now(UTC).date()
    print(f"sweep: {day}, {len(results)} points in {spent / 60:.1f} minutes, {left} left")
    print(f"sweep: {total['wrong']} violations")
    return 1 if total["wrong"] else 0


def _line(workflow: str, fault: str, values: Iterable[object]) -> str:
    return f"{workflow:<14}{fault:<13}" + "".join(f"{value:>8}" for value in values)


if __name__ == "__main__":
    sys.exit(main())
