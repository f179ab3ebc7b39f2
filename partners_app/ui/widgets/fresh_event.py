"""An event that was added and left without a word goes again: Enter past the last row makes one."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTableView

from partners_app.domain.changes import ChangeSet
from partners_app.domain.records import Event
from partners_app.ui.item_models.event_cells import Role
from partners_app.ui.open_register import OpenRegister


class FreshEvent(QObject):
    """Takes the adding back when the row is left and nothing else was written since."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._open: OpenRegister | None = None
        self._id = 0
        self._change_seq = 0
        # Later: the table is still on its way to the other row.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.settle)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._soon.start(0))
        table.model().modelReset.connect(lambda: self._soon.start(0))

    def watch(self, opened: OpenRegister | None, added: ChangeSet) -> None:
        """Look after an event that was just added without a word."""
        self._open = opened
        self._id = next(iter(added.ids("event")), 0)
        self._change_seq = 0 if opened is None else opened.register.change_seq()

    def settle(self, *, leaving: bool = False) -> None:
        """Take the event back if its row is left, or is about to be (``leaving``)."""
        opened, current = self._open, self._table.currentIndex()
        if opened is None or (not leaving and current.data(Role.ID) == self._id):
            return
        self._open = None
        if opened.register.change_seq() == self._change_seq:
            opened.undo()


def is_blank(event: Event | None) -> bool:
    """Tell whether nobody has written anything about an event yet."""
    return event is not None and not event.date.text and not event.text
