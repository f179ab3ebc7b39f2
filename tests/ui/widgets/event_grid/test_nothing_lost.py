"""What is being typed is written, whatever the clerk does next (ux 9)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import FileBusy
from partners_app.domain.vocabulary import EventFormat
from partners_app.services import events
from partners_app.services.register import Register
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.event_grid import EventGrid
from tests.ui.clerk import press, type_text
from tests.ui.event_registers import scope_of
from tests.ui.grid_hands import event, go, text_editor

# ux 9: what is being typed is never lost


def typed_into_first(grid: EventGrid) -> int:
    go(grid, 0, Column.TEXT)
    type_text("не потерять")
    return grid.model.id_at(0)


def stored(opened: OpenRegister, event_id: int) -> str:
    return events.load(opened.register, [event_id])[event_id].text


def test_ux_9_a_filter_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    grid.table.filter_header.choice(Column.FORMAT).choose(EventFormat.VIDEO)
    assert stored(opened, edited) == "не потерять"
    assert grid.model.rowCount() == 1


def test_ux_9_sorting_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    grid.table.filter_header.sectionClicked.emit(int(Column.TEXT))
    assert stored(opened, edited) == "не потерять"


def test_ux_9_another_place_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    grid.show_scope(scope_of(opened.register, "г. Осака"))
    assert stored(opened, edited) == "не потерять"


def test_ux_9_another_year_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    opened.set_year(2021)
    assert stored(opened, edited) == "не потерять"
    assert grid.model.rowCount() == 0


def test_ux_9_losing_the_focus_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    grid.add_row.setFocus()
    assert stored(opened, edited) == "не потерять"
    assert grid.table.editor() is None


def test_ux_9_closing_commits(grid: EventGrid, opened: OpenRegister) -> None:
    edited = typed_into_first(grid)
    grid.commit()
    assert stored(opened, edited) == "не потерять"


def test_ux_9_the_line_of_the_strip_is_added_where_it_was_typed(
    grid: EventGrid, opened: OpenRegister
) -> None:
    grid.add_row.setFocus()
    type_text("10 марта – визит")
    grid.show_scope(scope_of(opened.register, "г. Осака"))
    assert grid.model.rowCount() == 1
    grid.show_scope(scope_of(opened.register, "г. Турку"))
    assert (event(grid, 5).date.text, event(grid, 5).text) == ("10 марта", "визит")


def test_ux_9_what_cannot_be_written_stays_in_its_cell(
    grid: EventGrid, opened: OpenRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = QSignalSpy(opened.failed)
    apply = Register.apply

    def busy(register: Register, _change_set: ChangeSet) -> ChangeSet:
        raise FileBusy(register.path)

    monkeypatch.setattr(Register, "apply", busy)
    edited = typed_into_first(grid)
    press(Qt.Key.Key_Return)
    grid.add_row.setFocus()
    type_text("10 марта – визит")
    press(Qt.Key.Key_Return)
    assert failed.count() == 2
    assert grid.add_row.line.text() == "10 марта – визит"
    monkeypatch.setattr(Register, "apply", apply)
    go(grid, 0, Column.TEXT)
    grid.table.setFocus()
    press(Qt.Key.Key_F2)
    assert text_editor(grid).toPlainText() == "не потерять"
    press(Qt.Key.Key_Return)
    assert stored(opened, edited) == "не потерять"


def test_a_change_from_elsewhere_does_not_overwrite_what_is_typed(
    grid: EventGrid, opened: OpenRegister
) -> None:
    edited = typed_into_first(grid)
    opened.do(events.set_field, edited, "printed", False)
    assert text_editor(grid).toPlainText() == "не потерять"
    press(Qt.Key.Key_Return)
    assert stored(opened, edited) == "не потерять"
