"""Undo and redo over everything, after a restart too, by the act's own name (ux 22).

The history window has its own journeys in tests/journeys/test_history.py.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit

from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from tests.journeys.ux.desk import KOTKA, TURKU, Desk, press, put, write, write_over


def test_ux_22_ctrl_z_goes_back_over_grid_form_and_tree_and_ctrl_y_forth_again(
    desk: Desk,
) -> None:
    before, paper = desk.kept(TURKU), desk.papers(TURKU)
    steps = desk.file.change_seq()
    desk.cell(1)
    write("правка")
    press("Return")
    desk.cell(0, Column.DATE)
    put("1 мая\tприём\r\n2 мая\tвизит\r\n")
    press("Ctrl+V")
    desk.cell(0)
    press("Shift+Down", "Ctrl+-")
    form = desk.window.workspace.agreements.form
    write_over(form.our_side, "Комитет")
    press("Tab")
    desk.window.workspace.tree.setFocus()
    press("F2", "Ctrl+A")
    write("г. Або")
    press("Return")
    made = desk.file.change_seq() - steps
    assert made == 5
    renamed = desk.scope("г. Або")
    undo, redo = desk.window.command_actions.undo, desk.window.command_actions.redo
    names = []
    for _ in range(made):
        names.append(undo.text())
        press("Ctrl+Z")
    assert names[0].startswith("Отменить: ")
    assert names[0] == "Отменить: правка г. Турку"
    assert len(set(names)) == made, "the menu names each act"
    assert desk.kept(TURKU) == before
    assert desk.papers(TURKU) == paper
    assert desk.column_seen() == [event.text for event in before]
    for _ in range(made):
        assert redo.isEnabled()
        press("Ctrl+Y")
    assert desk.scope("г. Або") == renamed
    assert not redo.isEnabled()


def test_ux_22_ctrl_z_is_not_caught_by_a_field_in_which_nothing_was_typed(desk: Desk) -> None:
    before = desk.kept(TURKU)
    desk.cell(len(before) - 1)
    write("правка")
    press("Return")
    assert desk.table.editor() is not None, "past the last row a new one is begun"
    assert len(desk.kept(TURKU)) == len(before) + 1
    press("Ctrl+Z")
    assert [event.text for event in desk.kept(TURKU)][-1] == "правка", "one step at a time"
    press("Ctrl+Z")
    assert desk.kept(TURKU) == before
    press("Ctrl+Y")
    space = desk.window.workspace
    for field in (space.grid.add_row.line, space.grid.table.filter_header.fields[Column.TEXT]):
        field.setFocus()
        press("Ctrl+Z")
        assert desk.kept(TURKU) == before
        press("Ctrl+Y")
    desk.window.command_actions.find_in_tree.trigger()
    press("Ctrl+Z")
    assert desk.kept(TURKU) == before
    write("турк")
    press("Ctrl+Z")
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    assert search.text() == "", "what is typed there is undone there first"


def test_ux_22_a_deletion_is_undone_after_a_restart_and_named_in_the_menu(
    desk: Desk, make_window: Callable[[], MainWindow]
) -> None:
    path, before = desk.file.path, desk.kept(TURKU)
    desk.go(KOTKA)
    desk.window.workspace.tree.setFocus()
    press("Ctrl+-")
    desk.go(TURKU)
    desk.cell(0)
    press("Ctrl+-")
    desk.window.close()

    again = make_window()
    assert again.open_path(path)
    new = Desk(again, desk.file)
    assert again.workspace.tree.scope() == new.scope(TURKU), "where the clerk left off"
    press("Ctrl+Z")
    assert new.kept(TURKU) == before
    assert again.command_actions.undo.text() == "Отменить: удаление г. Котка"
    press("Ctrl+Z")
    new.go(KOTKA)
    assert again.workspace.tree.scope() == new.scope(KOTKA)


def test_ux_22_one_record_shows_old_and_new_and_its_old_value_comes_back(desk: Desk) -> None:
    desk.cell(0)
    before = desk.kept_texts(TURKU)[0]
    write("правка")
    press("Return", "Up", "Ctrl+Shift+H")
    dialog = desk.window.histories.dialog()
    assert dialog is not None
    assert dialog.details.texts() == [("текст", before, "правка")]
    (record,) = dialog._changes.records
    dialog.details.restore_value_requested.emit(record, record.fields[0])
    assert desk.kept_texts(TURKU)[0] == before
    dialog.close()
