"""Change and ChangeSet: everything that writes to a register is one of these."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from partners_app.domain.vocabulary import OperationKind

Value = str | int | float | bool | bytes | None
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """One row of one table, before → after.

    An insert has no ``before``, a delete no ``after``; both hold the whole row without its id.
    An update holds in both the fields that differ and no others. A negative ``id``, and a
    negative value of a field that refers to another row, stand for a row inserted by the same
    change set: the journal replaces them by the numbers the file gives.
    """

    table: str
    id: int
    before: Row | None
    after: Row | None

    def __post_init__(self) -> None:
        """Refuse a change that is neither insert, delete nor update of the same fields."""
        if self.before is None and self.after is None:
            raise ValueError("a change needs a before or an after")
        if (
            self.before is not None
            and self.after is not None
            and set(self.before) != set(self.after)
        ):
            raise ValueError("an update names the same fields before and after")

    def inverted(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.table, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The changes of one user action.

    ``subject`` is the table of the record that the action is about and ``label`` its name for
    the menu («г. Грац»); ``reverts`` the operation that an undo, redo or taking back inverts.
    """

    kind: OperationKind
    changes: tuple[Change, ...] = field(default=())
    subject: str = ""
    label: str = ""
    reverts: int | None = None

    def __post_init__(self) -> None:
        """Refuse two changes of one row: their order would matter."""
        rows = {(change.table, change.id) for change in self.changes}
        if len(rows) != len(self.changes):
            raise ValueError("one change per row in a change set")

    def __bool__(self) -> bool:
        """Tell whether there is anything to apply."""
        return bool(self.changes)

    def ids(self, table: str) -> set[int]:
        """Return the ids of the rows of one table that are touched."""
        return {change.id for change in self.changes if change.table == table}


def update(table: str, row_id: int, before: Row, after: Row) -> Change | None:
    """Return the change of the fields whose values differ, or None when all are equal."""
    fields = [name for name in after if before[name] != after[name]]
    if not fields:
        return None
    return Change(
        table,
        row_id,
        {name: before[name] for name in fields},
        {name: after[name] for name in fields},
    )
