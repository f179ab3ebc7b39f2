"""The ids behind the rows of a list: of a long one the first, and all others once one is needed."""

from collections.abc import Callable, Sequence
from typing import overload


class RowIds(Sequence[int]):
    """As many ids as there are rows; those not known yet are read when a row far down is asked for.

    How many there are never changes: the views were told. When somebody else has written
    meanwhile, ids too many are left out, and ids that are missing are those of no record.
    """

    def __init__(
        self,
        known: Sequence[int] = (),
        count: int | None = None,
        read_all: Callable[[], Sequence[int]] | None = None,
    ) -> None:
        """Hold ``known`` ids; with a ``count`` they are the first of the ids of ``read_all``."""
        self._known = list(known)
        self._count = len(self._known) if count is None else count
        self._read_all = read_all
        self._rows: dict[int, int] | None = None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, row: int) -> int: ...

    @overload
    def __getitem__(self, row: slice) -> list[int]: ...

    def __getitem__(self, row: int | slice) -> int | list[int]:
        last = row.stop - 1 if isinstance(row, slice) else row
        return self._known[row] if 0 <= last < len(self._known) else self.whole()[row]

    def is_whole(self) -> bool:
        """Tell whether every id is known."""
        return len(self._known) == self._count

    def whole(self) -> list[int]:
        """Return all ids; they are read if they are not known yet."""
        if not self.is_whole() and self._read_all is not None:
            self.complete(self._read_all())
        return self._known

    def complete(self, ids: Sequence[int]) -> None:
        """Take the ids that are not known yet from a list of all."""
        known = set(self._known)
        others = [row_id for row_id in ids if row_id not in known]
        missing = self._count - len(self._known)
        others += range(-1, len(others) - missing - 1, -1)
        self._known += others[:missing]
        self._rows = None

    def known_row(self, row_id: int) -> int | None:
        """Return the row of an id that is known already; None for any other."""
        if self._rows is None:
            self._rows = {shown: row for row, shown in enumerate(self._known)}
        return self._rows.get(row_id)

    def row_of(self, row_id: int) -> int | None:
        """Return the row of an id, None if it has none."""
        row = self.known_row(row_id)
        if row is None and not self.is_whole():
            self.whole()
            row = self.known_row(row_id)
        return row
