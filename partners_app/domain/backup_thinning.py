"""Which backups are no longer needed: many of today, fewer the further back.

The numbers are those of Anki (https://docs.ankiweb.net/backups.html): everything of two days, then
one for each of 12 days, 10 weeks and 9 months. Days, weeks and months are counted, not measured:
while nobody writes nothing goes, and a clock that is wrong takes away no more than a right one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from partners_app.domain.backup_reason import BackupReason

DAYS, WEEKS, MONTHS = 12, 10, 9
NEWEST_KEPT = 3
KEPT_LONG = timedelta(days=90)
_KEPT_LONG_REASONS = frozenset([BackupReason.MIGRATION, BackupReason.RESTORE])


@dataclass(frozen=True, slots=True)
class DatedBackup:
    """A verified backup; ``order`` grows with what it holds, whatever the clock said.

    ``written`` has a time zone.
    """

    order: tuple[int, ...]
    written: datetime
    reason: BackupReason
    name: str = ""


def surplus(backups: Sequence[DatedBackup], now: datetime) -> list[DatedBackup]:
    """Return the verified backups that may go, oldest first; ``now`` tells the time zone too."""
    newest_first = sorted(backups, key=lambda each: (each.order, each.name), reverse=True)
    taken = _Taken(now)
    gone = [
        each
        for place, each in enumerate(newest_first)
        # Each is asked: what is kept anyway stands for its day too.
        if not taken.takes(each) and place >= NEWEST_KEPT and not _is_kept_long(each, now)
    ]
    return gone[::-1]


def _is_kept_long(backup: DatedBackup, now: datetime) -> bool:
    return backup.reason in _KEPT_LONG_REASONS and now - backup.written < KEPT_LONG


class _Taken:
    """The days, weeks and months that have their backup already, from now on backwards."""

    def __init__(self, now: datetime) -> None:
        self._zone = now.tzinfo
        self._yesterday = now.date() - timedelta(days=1)
        self._seen: set[object] = set()
        self._room = {"day": DAYS, "week": WEEKS, "month": MONTHS}

    def takes(self, backup: DatedBackup) -> bool:
        """Tell whether a backup is the newest of a period that is still to be covered."""
        day = backup.written.astimezone(self._zone).date()
        periods = {"day": day, "week": day.isocalendar()[:2], "month": (day.year, day.month)}
        # Also what a clock that was set forward has dated into the future.
        if day < self._yesterday:
            kind = next((kind for kind, room in self._room.items() if room), None)
            if kind is None or (kind, periods[kind]) in self._seen:
                return False
            self._room[kind] -= 1
        self._seen.update(periods.items())
        return True
