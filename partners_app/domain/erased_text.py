"""What stands where a text was erased for good, and what would bring the text back."""

from partners_app.domain.changes import Value

__all__ = ["MARKER", "would_return"]

MARKER = "[удалено]"
"""What stands in place of an erased text; it is printed too, so it is Russian data."""


def would_return(present: Value, value: Value) -> bool:
    """Tell whether a value that comes from a file may hold again what was erased at present.

    The file may be of the time before: it then says the same, with the text in the marker's place.
    """
    return str(present).count(MARKER) > str(value).count(MARKER)
