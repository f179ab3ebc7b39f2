"""A list keeps its gapped numbers: what comes in or moves is numbered, the rest stays."""

import itertools
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.order import placed, shuffled

LISTS = st.lists(st.integers(1, 60), unique=True, max_size=25)


def _after(now: list[tuple[int, int]], numbers: dict[int, int]) -> list[int]:
    """Return the ids in the order of their numbers, once these are written."""
    return sorted(dict(now) | numbers, key=lambda row: (dict(now) | numbers)[row])


def test_a_new_row_comes_behind_its_neighbour_of_the_file() -> None:
    now = [(1, 1024), (2, 2048), (3, 3072)]
    assert placed(now, [1, -1, 2, 3], [-1]) == {-1: 1536}
    assert placed(now, [2, -1], [-1]) == {-1: 2560}


def test_a_row_before_all_others_comes_first_and_one_without_neighbours_last() -> None:
    now = [(1, 1024), (2, 2048)]
    assert placed(now, [-1, 1], [-1]) == {-1: 512}
    assert placed(now, [-1], [-1]) == {-1: 3072}
    assert placed([], [-1, -2], [-1, -2]) == {-1: 1024, -2: 2048}


def test_several_new_rows_share_the_room_between_two() -> None:
    assert placed([(1, 10), (2, 40)], [1, -1, -2, 2], [-1, -2]) == {-1: 20, -2: 30}


def test_without_room_the_list_is_numbered_anew() -> None:
    assert placed([(1, 7), (2, 8)], [1, -1, 2], [-1]) == {1: 1024, -1: 2048, 2: 3072}


@given(LISTS, LISTS)
def test_placed_rows_stand_in_the_order_of_the_file(here: list[int], wanted: list[int]) -> None:
    now = [(row, place * 1024) for place, row in enumerate(here, start=1)]
    placing = [row for row in wanted if row not in here]
    order = _after(now, placed(now, wanted, placing))
    assert [row for row in order if row in here] == here
    assert sorted(order) == sorted({*here, *wanted})
    new = [row for row in wanted if row in placing]
    for first, second in itertools.pairwise(new):
        between = wanted[wanted.index(first) + 1 : wanted.index(second)]
        if not any(row in here for row in between):
            assert order.index(first) < order.index(second)


@given(LISTS, st.randoms())
def test_the_moved_rows_put_back_give_the_order_of_the_file(
    before: list[int], random: Random
) -> None:
    after = before[:]
    random.shuffle(after)
    moved = shuffled(before, after)
    now = [(row, place * 1024) for place, row in enumerate(before, start=1)]
    numbers = placed(now, after, [row for row in after if row in moved])
    assert _after(now, numbers) == after


def test_one_row_that_moved_far_is_the_only_one_moved() -> None:
    assert shuffled([1, 2, 3, 4, 5], [5, 1, 2, 3, 4]) == {5}
    assert shuffled([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]) == frozenset()
    assert shuffled([1, 2, 3], [9, 1, 3]) == frozenset()
