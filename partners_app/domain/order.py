"""Order numbers of a list: gapped, so that a move writes one row."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from partners_app.domain.content_rows import POSITION_GAP

__all__ = ["placed", "shuffled"]


def placed(
    now: Sequence[tuple[int, int]], wanted: Sequence[int], placing: Sequence[int]
) -> dict[int, int]:
    """Return the order numbers that bring the rows of ``placing`` to their places.

    ``now`` is (id, number) of the list in order; ``wanted`` is the order in which another list has
    its rows and those of ``placing``, which need not be in ``now``. A row comes behind the nearest
    one before it in ``wanted`` that the list has, else before the nearest one after it, else last.
    Other rows are numbered anew only where there is no room left between two of them.
    """
    moving = set(placing)
    staying = [row for row, _ in now if row not in moving]
    here = set(staying)
    behind: dict[int, list[int]] = defaultdict(list)
    leading: list[int] = []
    anchor: int | None = None
    first: int | None = None
    for row in wanted:
        if row in here:
            anchor = row
            first = row if first is None else first
        elif row in moving:
            (leading if anchor is None else behind[anchor]).append(row)
    order: list[int] = []
    for row in staying:
        order += [*(leading if row == first else []), row, *behind.get(row, [])]
    if first is None:
        order += leading
    return _numbered(order, {row: number for row, number in now if row not in moving})


def _numbered(order: Sequence[int], kept: dict[int, int]) -> dict[int, int]:
    """Number the rows that have no number yet, between those that have."""
    numbers: dict[int, int] = {}
    place = 0
    while place < len(order):
        if order[place] in kept:
            place += 1
            continue
        end = place
        while end < len(order) and order[end] not in kept:
            end += 1
        low = kept[order[place - 1]] if place else 0
        count = end - place
        high = kept[order[end]] if end < len(order) else low + (count + 1) * POSITION_GAP
        gap = (high - low) // (count + 1)
        if gap < 1:
            return {
                row: number * POSITION_GAP
                for number, row in enumerate(order, start=1)
                if kept.get(row) != number * POSITION_GAP
            }
        for number, row in enumerate(order[place:end], start=1):
            numbers[row] = low + number * gap
        place = end
    return numbers


def shuffled(before: Sequence[int], after: Sequence[int]) -> frozenset[int]:
    """Return the fewest rows that were moved to make one order of the other.

    Rows that stand in one of the two only do not count. What stays is a longest increasing
    subsequence.
    """
    number = {row: place for place, row in enumerate(before)}
    common = [row for row in after if row in number]
    # Patience sorting: tails[k] ends the best run of length k + 1; back leads along it.
    tails: list[int] = []
    ends: list[int] = []
    back: dict[int, int | None] = {}
    for row in common:
        place = bisect_left(ends, number[row])
        back[row] = tails[place - 1] if place else None
        if place == len(tails):
            tails.append(row)
            ends.append(number[row])
        else:
            tails[place], ends[place] = row, number[row]
    staying: set[int] = set()
    row_id = tails[-1] if tails else None
    while row_id is not None:
        staying.add(row_id)
        row_id = back[row_id]
    return frozenset(common) - staying
