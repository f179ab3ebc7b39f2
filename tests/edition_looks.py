"""What the pictures show of editions: the list, issuing, a comparison, the next year."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from partners_app.services import catalogue, editions, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.ui.dialogs.editions import EditionsDialog
from partners_app.ui.dialogs.issue_report import IssueDialog
from partners_app.ui.dialogs.next_year import NextYearDialog
from partners_app.ui.item_models.entries import TickModel
from partners_app.ui.main_window import MainWindow

DELETED_EVENT, MOVED_EVENT = 3, 6


def issue_several(window: MainWindow) -> None:
    """Issue two years, one of them twice, with corrections in between."""
    opened = window.open_register
    assert opened is not None
    register = opened.register
    editions.issue(register, 2019)
    editions.issue(register, 2020, remark="Проект, отправлен на согласование")
    edit(window)
    editions.issue(register, 2020, remark="Утверждено председателем Комитета 15 января")


def edit(window: MainWindow) -> None:
    """Correct, add and delete a little of everything that a comparison shows."""
    opened = window.open_register
    assert opened is not None
    register = opened.register
    numbers = events.ids(register, Scope(), 2020)
    found = events.load(register, numbers[:8])
    events.set_field(register, numbers[0], "date", "21-22 февраля")
    text = found[numbers[1]].text.replace("заседание", "внеочередное заседание")
    events.set_field(register, numbers[1], "text", text)
    events.delete(register, numbers[DELETED_EVENT:MOVED_EVENT])
    graz = Scope(ScopeKind.PARTNER, 1)
    events.add(register, graz, 2020, date_text="5 мая", text="концерт хора Капеллы")
    catalogue.rename(register, "country", 2, "Венгерская Республика")
    catalogue.add_partner(register, 1, "г. Линц")


def listed(window: MainWindow) -> QWidget:
    """Show the list of editions."""
    issue_several(window)
    return _list(window)


def nothing_issued(window: MainWindow) -> QWidget:
    """Show the list of editions before there is any."""
    return _list(window)


def withdrawn(window: MainWindow) -> QWidget:
    """Show the list after an edition was withdrawn."""
    issue_several(window)
    dialog = _list(window)
    dialog.withdraw_button.click()
    return dialog


def _list(window: MainWindow) -> EditionsDialog:
    window.editions.show()
    dialog = window.editions.dialog()
    assert dialog is not None
    dialog.list.setFocus(Qt.FocusReason.TabFocusReason)
    return dialog


def issuing(window: MainWindow) -> QWidget:
    """Show what is asked before a report is issued."""
    dialog = _list(window)
    dialog.issue_button.click()
    found = dialog.findChild(IssueDialog)
    assert isinstance(found, IssueDialog)
    found.remark.setText("Утверждено председателем Комитета 15 января")
    return found


def compared(window: MainWindow) -> QWidget:
    """Show what differs between an edition and the register."""
    opened = window.open_register
    assert opened is not None
    editions.issue(opened.register, 2020, remark="Проект, отправлен на согласование")
    edit(window)
    _list(window).compare_button.click()
    window.background.wait()
    QTest.qWait(1)
    comparison = window.editions.comparison()
    assert comparison is not None
    comparison.list.setFocus(Qt.FocusReason.TabFocusReason)
    return comparison


def next_year(window: MainWindow) -> QWidget:
    """Show the frame of the next year with two events chosen."""
    window.editions.ask_next_year()
    dialog = window.findChild(NextYearDialog)
    assert isinstance(dialog, NextYearDialog)
    assert isinstance(dialog.model, TickModel)
    for row in (0, 2):
        index = dialog.model.index(row, 0)
        dialog.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    dialog.list.setFocus(Qt.FocusReason.TabFocusReason)
    return dialog
