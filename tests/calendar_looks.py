"""What is seen when a date is chosen in the calendar; each function brings the window there."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from partners_app.services import events
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from partners_app.ui.widgets.calendar_popup import CalendarPopup
from partners_app.ui.widgets.partial_date_edit import PartialDateEdit
from tests.ui.sample_registers import scope_named


def over_a_cell(window: MainWindow) -> QWidget:
    """Choose several days for an event; the calendar is a window of its own, drawn over this."""
    opened = window.open_register
    assert opened is not None
    place = scope_named(opened, "г. Турку")
    window.workspace.tree.select(place)
    table, number = window.workspace.grid.table, opened.ask(events.ids, place, 2020)[1]
    assert window.workspace.grid.select_event(number, Column.DATE)
    table.start_editing(table.currentIndex())
    editor = table.editor()
    assert editor is not None and isinstance(editor.widget, PartialDateEdit)
    editor.widget.setText("20.02.2020 – 22.02.2020")
    return _with_calendar(window, editor.widget)


def over_a_form(window: MainWindow) -> QWidget:
    """Choose the day of an agreement."""
    opened = window.open_register
    assert opened is not None
    window.workspace.tree.select(scope_named(opened, "г. Турку"))
    window.workspace.rows.setSizes([window.height(), 1])
    QApplication.processEvents()
    return _with_calendar(window, window.workspace.agreements.form.dates.rows()[0].field)


def _with_calendar(window: MainWindow, field: PartialDateEdit) -> QWidget:
    field.open_calendar()
    calendar = field.findChild(CalendarPopup)
    assert isinstance(calendar, CalendarPopup)
    both = QLabel()
    picture: QPixmap = window.grab()
    place = window.mapFromGlobal(calendar.pos())
    calendar.render(picture, place)
    both.setPixmap(picture)
    both.setFixedSize(window.size())
    calendar.close()
    both.show()
    return both
