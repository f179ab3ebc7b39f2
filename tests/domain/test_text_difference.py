"""Two texts as one, as a list of changes shows them."""

from hypothesis import example, given
from hypothesis import strategies as st

from partners_app.domain.text_difference import Piece, combined


def test_what_went_stands_before_what_came_in_its_place() -> None:
    assert combined("28 мая – везит мэра", "27 мая – визит мэра") == [
        Piece("28", "old"),
        Piece(" ", "both"),
        Piece("27", "new"),
        Piece(" мая – ", "both"),
        Piece("везит", "old"),
        Piece(" ", "both"),
        Piece("визит", "new"),
        Piece(" мэра", "both"),
    ]


def test_a_date_is_kept_together_where_it_is_asked_for() -> None:
    pieces = combined("28.02.2020 – 01.03.2020", "27.02.2020 – 01.03.2020", whole=True)
    assert pieces[0] == Piece("28.02.2020", "old")
    assert pieces[2] == Piece("27.02.2020", "new")


@given(st.text("аб \n.,–", max_size=30), st.text("аб \n.,–", max_size=30))
@example("", "")
@example("а", "")
def test_each_text_can_be_read_out_of_both(old: str, new: str) -> None:
    pieces = combined(old, new)
    came = "".join(piece.text for piece in pieces if piece.side == "new")
    went = "".join(piece.text for piece in pieces if piece.side == "old")
    assert came in new or set(came) <= set(new)
    assert set(went) <= set(old)
    assert len("".join(piece.text for piece in pieces if piece.side != "old")) >= len(new)
    assert (went, came) == ("", "") if old == new else (went or came)
