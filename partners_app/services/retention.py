"""How long the history keeps its values: what is older goes, where the register says so."""

from datetime import datetime
from pathlib import Path

from partners_app.services import backup
from partners_app.services.register import Register
from partners_app.storage.squashing import newest_before

__all__ = ["apply"]


def apply(register: Register, now: datetime, *, second: Path | None = None) -> int:
    """Take the values out of the steps that are older than the register keeps them.

    Return how many steps lost some; 0 where the register keeps all, or may only be read. It is
    done after a verified backup, which ``second`` gets a copy of: raises BackupFailed, and what
    any write does, and nothing is changed then.
    """
    years = None if register.read_only else register.settings().history_years
    if years is None:
        return 0
    moment = _kept_since(now, years)
    if not register.read(newest_before, moment):
        return 0
    if backup.is_due(register):
        backup.write(register, backup.BackupReason.AUTOMATIC, second=second)
    return register.squash(moment)


def _kept_since(now: datetime, years: int) -> datetime:
    """Return the beginning of a month: so it is done, and told in the history, once a month."""
    month = now.astimezone().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    # Its own offset from UTC: summer time may have begun since.
    return month.replace(year=month.year - years, tzinfo=None).astimezone()
