"""The events that a grid needs right now: pages of records behind a list of ids."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence

from partners_app.domain.records import Event

PAGE = 50
"""Rows that one read brings: several screens, so that scrolling reads seldom."""

PAGES_KEPT = 20
"""Pages in memory at once; a register may hold 100,000 events."""


class EventPages:
    """Reads events by their ids, a page of neighbours at a time, and forgets the oldest ones."""

    def __init__(self, load: Callable[[Sequence[int]], Mapping[int, Event]]) -> None:
        self._load = load
        self._records: OrderedDict[int, Event | None] = OrderedDict()

    def get(self, ids: Sequence[int], row: int) -> Event | None:
        """Return the event of a row of ``ids``; None when the register has it no more."""
        event_id = ids[row]
        if event_id not in self._records:
            start = row - row % PAGE
            wanted = [i for i in ids[start : start + PAGE] if i not in self._records]
            found = self._load(wanted)
            # A missing one is remembered too, or it would be asked for at every paint.
            self._records.update((i, found.get(i)) for i in wanted)
        self._records.move_to_end(event_id)
        record = self._records[event_id]
        while len(self._records) > PAGE * PAGES_KEPT:
            self._records.popitem(last=False)
        return record

    def forget(self, ids: Iterable[int]) -> None:
        """Read these events anew when they are asked for next."""
        for event_id in ids:
            self._records.pop(event_id, None)

    def clear(self) -> None:
        """Forget every event."""
        self._records.clear()
