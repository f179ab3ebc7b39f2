"""Times two things in turn, so that a busy machine slows both alike, and compares their medians."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row of the table: a figure, the yardstick of the same run (both seconds), the goal."""

    number: int
    what: str
    figure: float
    yardstick: float
    goal: float

    @property
    def ratio(self) -> float:
        """The figure in yardsticks."""
        return self.figure / self.yardstick

    @property
    def reached(self) -> bool:
        """Whether the ratio is no worse than the goal."""
        return self.ratio <= self.goal

    def line(self) -> str:
        """Return the row as it is printed, times in milliseconds."""
        figure, yardstick = self.figure * 1000, self.yardstick * 1000
        verdict = "reached" if self.reached else "MISSED"
        return (
            f"{self.number:>3}  {self.what:<58} {figure:>9.2f} {yardstick:>9.2f} "
            f"{self.ratio:>8.3f} {self.goal:>8.3f}  {verdict}"
        )


HEADER = f"{'row':>3}  {'what':<58} {'ms':>9} {'yardstick':>9} {'ratio':>8} {'goal':>8}"


def compare(
    number: int,
    what: str,
    figure: Callable[[], object],
    yardstick: Callable[[], object],
    goal: float,
    rounds: int = ROUNDS,
    *,
    clock: Callable[[Callable[[], object]], float] | None = None,
    prepare: Callable[[], object] = lambda: None,
) -> Comparison:
    """Time two acts in turn and return the medians; each is done once before, unmeasured.

    ``clock`` times them, ``seconds`` by default; ``prepare`` comes before each pair, unmeasured.
    """
    clock = clock or seconds
    figures: list[float] = []
    yardsticks: list[float] = []
    for _ in range(rounds + 1):
        prepare()
        figures.append(clock(figure))
        yardsticks.append(clock(yardstick))
    return Comparison(number, what, median(figures[1:]), median(yardsticks[1:]), goal)


def seconds(act: Callable[[], object]) -> float:
    """Return how long an act takes."""
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def cpu_seconds(act: Callable[[], object]) -> float:
    """Return the processor's time of an act, its child processes (that have ended) included."""
    begin = _cpu()
    act()
    return _cpu() - begin


def _cpu() -> float:
    spent = os.times()
    return time.process_time() + spent.children_user + spent.children_system
