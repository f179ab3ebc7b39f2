"""What a clerk does and looks at in the event grid, in one word each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from partners_app.domain.records import Event
from partners_app.services import events
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.widgets.event_grid import EventGrid

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def go(grid: EventGrid, row: int, column: Column) -> None:
    grid.table.select_row(row, column)


def cell(grid: EventGrid) -> tuple[int, int]:
    return grid.table.currentIndex().row(), grid.table.currentIndex().column()


def event(grid: EventGrid, row: int) -> Event:
    """Return an event as the register has it now."""
    assert grid._open is not None
    event_id = grid.model.id_at(row)
    return events.load(grid._open.register, [event_id])[event_id]


def editor(grid: EventGrid) -> QWidget:
    found = grid.table.editor()
    assert found is not None
    return found.widget


def text_editor(grid: EventGrid) -> QPlainTextEdit:
    found = editor(grid)
    assert isinstance(found, QPlainTextEdit)
    return found
