"""What users of other programs complain of, and no other journey here would notice.

Rows, dates, search, filters and undo have their numbers in the other files of this folder.
"""

from PySide6.QtWidgets import QApplication, QDialog

from partners_app.ui.item_models.event_cells import Column
from tests.journeys.ux.desk import TURKU, Desk, press, put, write


def test_looking_into_cells_and_fields_writes_nothing(desk: Desk) -> None:
    """No empty entries in the history (KeePassXC 5465, 7423)."""
    steps = desk.file.change_seq()
    for column in desk.table.columns.shown():
        desk.cell(0, Column(column))
        if column != Column.PRINTED:
            press("F2", "Return")
    for _ in range(12):
        press("Tab")
    form = desk.window.workspace.agreements.form
    form.title.setFocus()
    for _ in range(20):
        press("Tab")
    press("Ctrl+S")
    assert desk.file.change_seq() == steps


def test_a_letter_after_select_all_replaces_one_cell_and_no_neighbour(desk: Desk) -> None:
    """A stray key destroys nothing (NocoDB 692, 8230)."""
    before = desk.kept(TURKU)
    desk.cell(1)
    press("Ctrl+A")
    write("ы")
    press("Return")
    after = desk.kept(TURKU)
    changed = [row for row, event in enumerate(after) if event != before[row]]
    assert len(after) == len(before)
    assert len(changed) <= 1
    press("Ctrl+Z")
    assert desk.kept(TURKU) == before


def test_a_paste_writes_the_rows_that_were_copied_and_not_one_more(desk: Desk) -> None:
    """The line break at the end of what Excel copies is no row (NocoDB 8230)."""
    before = desk.kept(TURKU)
    put("приём\r\nвизит\r\n")
    desk.cell(1)
    press("Ctrl+V")
    after = desk.kept(TURKU)
    assert [event.text for event in after[1:3]] == ["приём", "визит"]
    assert [event.text for event in after[3:]] == [event.text for event in before[3:]]


def test_saving_is_never_asked_for_and_never_grey(desk: Desk) -> None:
    """No «write changes» (DB Browser 1859, 3012, 3766)."""
    assert desk.window.command_actions.save.isEnabled()
    desk.cell(0)
    write("правка")
    assert desk.window.command_actions.save.isEnabled()
    press("Ctrl+S")
    assert desk.kept_texts(TURKU)[0] == "правка"
    desk.window.close()
    assert not [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible()
    ]


def test_a_bare_year_stays_a_year_and_no_day(desk: Desk) -> None:
    """2005 never becomes 27.06.1905 (Excel, ArctosDB 278)."""
    desk.cell(0, Column.DATE)
    write("2005")
    press("Return")
    date = desk.kept(TURKU)[0].date
    assert (date.text, date.edtf) == ("2005", "2005")
    put("2018\r\n")
    desk.cell(1, Column.DATE)
    press("Ctrl+V")
    assert desk.kept(TURKU)[1].date.edtf == "2018"
