"""What was typed about events and could not be written: cells, and lines of the strip."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from partners_app.domain.changes import Value
from partners_app.services import drafts, events
from partners_app.services.catalogue import Scope
from partners_app.services.drafts import Typed
from partners_app.ui.item_models.event_cells import FIELDS, TEXT_COLUMNS, Column
from partners_app.ui.open_register import OpenRegister

_TEXTS = frozenset(FIELDS[column] for column in (Column.DATE, *TEXT_COLUMNS))


class UnsavedEvents(QObject):
    """Keeps texts until they are written or taken back, whatever is shown meanwhile."""

    cell_changed = Signal(int)
    """Id of the event: one of its cells shows another text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[tuple[int, str], object] = {}
        self._lines: dict[tuple[Scope, int], str] = {}

    def cell(self, event_id: int, field: str) -> object:
        """Return what was typed into a cell and could not be written; None: nothing."""
        return self._cells.get((event_id, field))

    def keep_cell(self, event_id: int, field: str, value: object) -> None:
        """Show in its cell what could not be written, until it is written or taken back."""
        self._cells[event_id, field] = value
        self.cell_changed.emit(event_id)

    def forget_cell(self, event_id: int, field: str) -> None:
        """Show what the register says in a cell again."""
        if self._cells.pop((event_id, field), None) is not None:
            self.cell_changed.emit(event_id)

    def keep_line(self, place: Scope, year: int, line: str) -> None:
        """Keep a line of the strip whose place is not shown any more; empty: nothing."""
        if line.strip():
            self._lines[place, year] = line

    def take_line(self, place: Scope, year: int) -> str:
        """Return the line of a place that is shown again; it is not kept here any more."""
        return self._lines.pop((place, year), "")

    def clear(self) -> None:
        """Forget everything: another register is shown."""
        self._cells.clear()
        self._lines.clear()

    def typed(self, now: Sequence[Typed], year: int) -> list[Typed]:
        """Return what is being typed now, and what is kept here but for what that replaces."""
        replaced = {(each.row_id, each.field) for each in now}
        cells = [
            Typed("event", *cell, str(value), year)
            for cell, value in self._cells.items()
            if cell not in replaced and cell[1] in _TEXTS
        ]
        lines = [typed_line(*place, line) for place, line in self._lines.items()]
        return [*now, *cells, *lines]

    def write(self, opened: OpenRegister) -> None:
        """Try to write everything again; what still cannot be is kept."""
        for (event_id, field), value in list(self._cells.items()):
            self.write_cell(opened, event_id, field, value)
        for place, line in list(self._lines.items()):
            if opened.do(drafts.restore, typed_line(*place, line)) is not None:
                del self._lines[place]

    def write_cell(self, opened: OpenRegister, event_id: int, field: str, value: object) -> None:
        """Write what was typed into a cell; keep it there when that fails."""
        self.forget_cell(event_id, field)
        stored: Value = value if isinstance(value, str | bool) else None
        if opened.do(events.set_field, event_id, field, stored) is None:
            self.keep_cell(event_id, field, value)


def typed_line(place: Scope, year: int, line: str) -> Typed:
    """Return a line of the strip as a text that is typed for a partner or a country."""
    return Typed(place.kind.value, place.id or 0, "line", line.strip(), year)
