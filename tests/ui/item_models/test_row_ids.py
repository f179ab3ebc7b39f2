"""The ids of a long list: the first at once, the others when one is needed."""

from collections.abc import Sequence

import pytest

from partners_app.ui.item_models.row_ids import RowIds


class Reading:
    """What is read of all ids, and how often."""

    def __init__(self, ids: Sequence[int]) -> None:
        self.ids = ids
        self.times = 0

    def __call__(self) -> Sequence[int]:
        self.times += 1
        return self.ids


def test_the_first_rows_and_how_many_there_are_need_no_others() -> None:
    everything = Reading([4, 7, 1, 9, 2])
    ids = RowIds([4, 7], 5, everything)
    assert (len(ids), ids[0], ids[1], ids[:2]) == (5, 4, 7, [4, 7])
    assert (ids.row_of(7), ids.known_row(9)) == (1, None)
    assert everything.times == 0
    assert not ids.is_whole()


def test_a_row_far_down_brings_all_others_once() -> None:
    everything = Reading([4, 7, 1, 9, 2])
    ids = RowIds([4, 7], 5, everything)
    assert (ids[4], ids[3], ids.row_of(1), ids[1:4]) == (2, 9, 2, [7, 1, 9])
    assert ids.row_of(100) is None
    assert everything.times == 1
    assert ids.whole() == [4, 7, 1, 9, 2]
    with pytest.raises(IndexError):
        ids[5]


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ([7, 1, 9, 2], [4, 7, 1, 9, 2]),  # a row that is seen was deleted: it stays, empty
        ([4, 7, 1, 2], [4, 7, 1, 2, -1]),  # one that nobody has seen
        ([], [4, 7, -1, -2, -3]),
        ([8, 4, 7, 1, 9, 2], [4, 7, 8, 1, 9]),  # one was added
    ],
)
def test_what_somebody_else_wrote_meanwhile_leaves_as_many_rows_as_the_view_knows_of(
    now: list[int], shown: list[int]
) -> None:
    ids = RowIds([4, 7], 5, Reading(now))
    assert ids.whole() == shown
    assert len(ids) == len(set(ids.whole())) == 5


def test_a_list_that_is_known_asks_for_nothing() -> None:
    ids = RowIds([3, 5])
    assert (len(ids), ids.is_whole(), ids.whole(), ids.row_of(5)) == (2, True, [3, 5], 1)
    assert len(RowIds()) == 0
