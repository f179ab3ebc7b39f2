"""Rows stay where they are although a filter or a sorting would move them."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from partners_app.ui.item_models.row_order import difference, interleave, merged, runs


def test_a_row_the_filter_would_hide_stays_behind_its_neighbour() -> None:
    assert interleave([1, 3], [1, 2, 3]) == [1, 2, 3]


def test_rows_without_a_predecessor_come_first_in_their_order() -> None:
    assert interleave([5], [1, 2, 5, 6, 7]) == [1, 2, 5, 6, 7]


@given(st.lists(st.integers(), unique=True), st.lists(st.integers(), unique=True))
def test_nothing_is_lost_and_the_base_keeps_its_order(base: list[int], others: list[int]) -> None:
    result = interleave(base, others)
    assert sorted(result) == sorted(set(base) | set(others))
    assert [number for number in result if number in set(base)] == base


@given(st.sets(st.integers(0, 200)))
def test_runs_are_the_numbers_again(numbers: set[int]) -> None:
    found = runs(sorted(numbers))
    assert [n for first, last in found for n in range(first, last + 1)] == sorted(numbers)
    assert all(a[1] + 1 < b[0] for a, b in itertools.pairwise(found))


def test_an_edited_row_stays_and_a_new_one_is_seen_whatever_the_filter() -> None:
    everything = [1, 2, 3, 4, 5]
    seen = merged([2, 4], [2], everything, [5], as_reported=True)
    assert seen == [2, 4, 5]
    sorted_down = merged([4, 2], [2, 5], everything, [5, 1], as_reported=False)
    assert sorted_down == [4, 2, 5, 1]
    assert merged([2, 4], [], [2], [], as_reported=True) == [2], "what was deleted goes"


@given(st.lists(st.integers(), unique=True), st.lists(st.integers(), unique=True))
def test_taking_away_and_putting_in_what_differs_leads_from_one_list_to_the_other(
    shown: list[int], coming: list[int]
) -> None:
    gone, staying, came = difference(shown, coming)
    left = list(shown)
    for first, last in reversed(gone):
        del left[first : last + 1]
    assert sorted(left) == sorted(staying)
    for first, last in came:
        staying[first:first] = coming[first : last + 1]
    assert staying == coming
