"""Where rows stand after a change, when filter and sorting must not carry them away."""

from collections.abc import Iterable, Sequence


def interleave(base: Sequence[int], others: Sequence[int]) -> list[int]:
    """Return ``base`` with the ids of ``others`` it lacks, each after its predecessor in others.

    What comes first in ``others`` comes first in the result. No id may be twice in either list.
    """
    known = set(base)
    after: dict[int | None, list[int]] = {}
    anchor: int | None = None
    for event_id in others:
        if event_id in known:
            anchor = event_id
        else:
            after.setdefault(anchor, []).append(event_id)
    result = list(after.get(None, ()))
    for event_id in base:
        result.append(event_id)
        result.extend(after.get(event_id, ()))
    return result


def merged(
    shown: Sequence[int],
    matching: Sequence[int],
    everything: Sequence[int],
    created: Sequence[int],
    *,
    as_reported: bool,
) -> list[int]:
    """Return the rows to show after a change: all ``matching``, and what was shown or is new.

    What was shown stays where it was although it matches no more; what is new and matches not
    stands where the report has it, or last in another order. ``everything`` is in report order
    when the rows are; what it lacks has been deleted.
    """
    alive = set(everything)
    kept = [each for each in shown if each in alive]
    if as_reported:
        result = interleave(matching, kept)
    else:
        new = set(created)
        result = interleave(kept, [found for found in matching if found not in new])
    known = set(result)
    left_out = [found for found in created if found in alive and found not in known]
    if as_reported and left_out:
        known.update(left_out)
        return interleave(result, [found for found in everything if found in known])
    return result + left_out


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as runs of neighbours (first, last): 1 2 3 7 is (1, 3), (7, 7)."""
    result: list[tuple[int, int]] = []
    for number in numbers:
        if result and result[-1][1] == number - 1:
            result[-1] = (result[-1][0], number)
        else:
            result.append((number, number))
    return result


def difference(
    shown: Sequence[int], coming: Sequence[int]
) -> tuple[list[tuple[int, int]], list[int], list[tuple[int, int]]]:
    """Return the runs of rows that go, the ids that stay as they come, and the runs that are new.

    Rows are counted among all that are shown for those that go, among all that come for the new.
    """
    staying = set(shown).intersection(coming)
    gone = runs(row for row, each in enumerate(shown) if each not in staying)
    came = runs(row for row, each in enumerate(coming) if each not in staying)
    return gone, [each for each in coming if each in staying], came
