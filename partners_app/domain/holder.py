"""Who has a register open for writing."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """What the owner file beside a register says; ``user`` is empty where it says nothing.

    ``since`` has its offset from UTC. ``may_be_replaced``: nothing has been heard of them for so
    long that somebody else may take the register over.
    """

    user: str = ""
    full_name: str = ""
    host: str = ""
    since: datetime | None = None
    may_be_replaced: bool = False
