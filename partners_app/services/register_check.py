"""«Check the register's file»: what is wrong with it, and the repairs that can be offered."""

import random
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from partners_app.domain.backup_reason import BackupReason
from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError, RegisterDamaged
from partners_app.domain.findings import Finding, FindingCode
from partners_app.services.backup_files import new_backup_file
from partners_app.services.register import Register
from partners_app.storage import inspection, repairing
from partners_app.storage.engine import Connection
from partners_app.storage.schema import SCHEMA_VERSION

__all__ = ["NEEDS_SALVAGE", "REPAIRABLE", "Repaired", "check", "repair", "repairable", "sample"]

_REBUILDS: dict[FindingCode, Callable[[Connection], int]] = {
    FindingCode.INDEX_DAMAGED: repairing.rebuild_indexes,
    FindingCode.ROW_DIFFERS: repairing.rewrite_rows,
    FindingCode.DERIVED_STALE: repairing.rebuild_derived,
    FindingCode.SEARCH_STALE: repairing.rebuild_search,
}
_CHANGES: dict[FindingCode, Callable[[Connection], ChangeSet]] = {
    FindingCode.PARENT_GONE: repairing.rescue_changes,
    FindingCode.EVENT_WITHOUT_PLACE: repairing.rescue_changes,
    FindingCode.ORDER_TWICE: repairing.order_changes,
}
REPAIRABLE = (*_REBUILDS, *_CHANGES)
"""What can be put right by the program alone, in the order in which it is."""
NEEDS_SALVAGE = frozenset([FindingCode.PAGES_DAMAGED, FindingCode.HISTORY_DAMAGED])
"""What only a new file can put right."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """The copy of the file as it was, what was put right, how many, and what is left.

    ``steps`` are the repairs that are steps of the history, ``problem`` what kept it from going on.
    """

    backup: Path
    counts: dict[FindingCode, int]
    steps: tuple[ChangeSet, ...]
    left: list[Finding]
    problem: PartnersError | None = None


def check(register: Register) -> list[Finding]:
    """Read the whole register and return what is wrong with it; nothing is written."""
    return register.read(inspection.inspect)


def sample(register: Register) -> bool:
    """Tell whether some rows and steps, chosen at random, are what they should be.

    So few that nobody waits for it; who opens the register often has looked at all of it.
    """
    try:
        return register.read(inspection.sample_is_whole, random.Random())
    except RegisterDamaged:
        return False


def repairable(findings: Sequence[Finding]) -> dict[FindingCode, int]:
    """Return what the program can put right by itself, and how many there are of each."""
    counted = Counter(finding.code for finding in findings)
    return {code: counted[code] for code in REPAIRABLE if counted[code]}


def repair(register: Register, codes: Collection[FindingCode]) -> Repaired:
    """Put some kinds of findings right, each in one transaction, after a copy of the file.

    BackupFailed, or what the disk says: the copy or the first of them could not be written, and
    nothing was changed.
    """
    target = new_backup_file(
        register.path,
        register.uuid(),
        change_seq=register.change_seq(),
        schema_version=SCHEMA_VERSION,
        reason=BackupReason.REPAIR,
    )
    found = check(register)
    register.write_safety_copy(target)
    counts: dict[FindingCode, int] = {}
    steps: list[ChangeSet] = []
    try:
        for code, number in repairable(found).items():
            if code not in codes:
                continue
            if code in _REBUILDS:
                register.rebuild(_REBUILDS[code])
            else:
                # Of two kinds that one step puts right the second one finds nothing. The check has
                # read what others wrote, whatever the window showed last.
                step = register.apply(register.read(_CHANGES[code]), decided=True)
                steps += [step] if step else []
            counts[code] = number
        return Repaired(target, counts, tuple(steps), check(register))
    except PartnersError as error:
        if not counts:
            raise
        left = [finding for finding in found if finding.code not in counts]
        return Repaired(target, counts, tuple(steps), left, error)
