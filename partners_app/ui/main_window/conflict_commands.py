"""What the window does when somebody else wrote where this user writes: it asks, and keeps both."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from partners_app.domain.errors import ChangedSince, PartnersError, RecordMissing
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import conflicts, drafts, history
from partners_app.services.conflicts import FieldKey
from partners_app.services.drafts import Typed
from partners_app.texts.holders import local_moment
from partners_app.texts.operations import short_label
from partners_app.texts.tables import field_name, the_record
from partners_app.ui.dialogs.conflict import ConflictDialog
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import Acts
from partners_app.ui.widgets.dialog_frame import ActDialog

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

_NOT_ASKED = frozenset(["position"])
"""Where a record stands is no text that could be lost: it is only read again."""
_SHOWN_LENGTH = 200


class Conflicts(QObject):
    """Asks about each refused act once the window has come to rest."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window = window
        self._waiting: list[ChangedSince] = []
        self._gone: dict[tuple[str, int], list[Typed]] = {}
        self._dialog: ConflictDialog | None = None
        self._question: QMessageBox | None = None
        self._asked: list[Typed] = []
        """What was typed for the record that the question is about."""

    def dialog(self) -> ConflictDialog | None:
        """Return the dialog that asks whose words stay, while it is open."""
        return self._dialog

    def question(self) -> QMessageBox | None:
        """Return the question about a record that somebody deleted, while it is open."""
        return self._question

    def forget(self) -> None:
        """The register is closed: nothing of it is asked about; what was typed stays a draft."""
        still_typed = self._window.drafts.typed()
        undecided = [*self._asked, *chain.from_iterable(self._gone.values())]
        self._waiting, self._gone, self._asked = [], {}, []
        if lost := [item for item in undecided if item not in still_typed]:
            self._window.drafts.set_aside(lost)

    def take(self, error: PartnersError) -> Acts:
        """Remember an act that was refused because of others; return what may be done about it.

        What is undecided is refused each time it is tried, whatever is shown meanwhile.
        """
        opened = self._window.open_register
        if opened is None or not isinstance(error, ChangedSince | RecordMissing):
            return []
        if isinstance(error, RecordMissing):
            # Now: a pane forgets what was typed for a record that is gone.
            key = (error.table, error.row_id)
            self._gone[key] = self._typed_for(*key)
        elif _is_asked(error):
            conflicts.postpone(opened.register, error)
            rows = [item.change for item in error.conflicts]
            self._waiting = [
                item for item in self._waiting if [old.change for old in item.conflicts] != rows
            ]
            self._waiting.append(error)
            QTimer.singleShot(0, self, self.ask)
            return [(self.tr("Compare…"), self.ask)]
        QTimer.singleShot(0, self, self.ask)
        return []

    def ask(self) -> None:
        """Ask about the next act that is undecided; show what others wrote when none is."""
        window, opened = self._window, self._window.open_register
        if opened is None or self._dialog is not None or self._question is not None:
            return
        if self._gone:
            key, typed = self._gone.popitem()
            typed += [item for item in self._typed_for(*key) if item not in typed]
            if typed:
                self._ask_about_gone(*key, typed)
                return
        if not self._waiting:
            window.look_for_others()
            return
        error = self._waiting.pop(0)
        try:
            records = opened.ask(conflicts.contested, error)
        except PartnersError as problem:
            window.show_error(problem)
            return
        above = QApplication.activeModalWidget() or window
        self._dialog = dialog = ConflictDialog(
            records, whole=conflicts.is_whole(error), parent=above
        )
        dialog.decided.connect(lambda mine: self._settle(opened, error, mine))
        dialog.rejected.connect(lambda: self._put_off(error))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        self._question, self._asked = None, []
        if self._waiting or self._gone:
            QTimer.singleShot(0, self, self.ask)

    def _settle(self, opened: OpenRegister, error: ChangedSince, mine: set[FieldKey]) -> None:
        self._closed()
        if opened.do(conflicts.settle, error, mine) is None:
            return
        for conflict in error.conflicts:
            for name in conflict.seen:
                key = (conflict.change.table, conflict.change.id, name)
                self._window.workspace.forget_typed(*key)
                self._window.drafts.decided(*key)
        for dialog in self._window.findChildren(ActDialog):
            # What it meant to write is decided: written once more it would be mine everywhere.
            if dialog.isVisible():
                dialog.done(ActDialog.DialogCode.Rejected)
        self._show_outcome()

    def _put_off(self, error: ChangedSince) -> None:
        opened = self._window.open_register
        if opened is not None and conflicts.is_whole(error):
            conflicts.leave(opened.register, error)
            self._show_outcome()
        elif opened is not None:
            self._waiting.append(error)
            self._window.workspace.banner.show()

    def _show_outcome(self) -> None:
        self._window.look_for_others()
        self._window.read_again()
        self._window.saving.written()
        self._window.drafts.keep()

    # A record that is gone

    def _typed_for(self, table: str, row_id: int) -> list[Typed]:
        return [
            item
            for item in self._window.drafts.typed()
            if (item.table, item.row_id) == (table, row_id)
        ]

    def _ask_about_gone(self, table: str, row_id: int, typed: list[Typed]) -> None:
        opened = self._window.open_register
        assert opened is not None
        gone = next(
            (step for step in opened.register.versions(table, row_id) if step.after is None), None
        )
        if gone is None:
            self._set_aside(typed)
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Deleted by somebody else"))
        what = self.tr("%1: deleted by %2, %3.").replace("%1", the_record(table))
        what = what.replace("%3", local_moment(gone.operation.at))
        box.setText(what.replace("%2", gone.operation.author or self.tr("unknown")))
        texts = "\n".join(f"{field_name(item.field)}: {item.text}" for item in typed)
        told = self.tr("You have typed: “%1”").replace("%1", short_label(texts, _SHOWN_LENGTH))
        box.setInformativeText(told)
        box.setDetailedText(texts)
        back = box.addButton(self.tr("Bring it back and write"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("Leave it deleted"), QMessageBox.ButtonRole.DestructiveRole)
        later = box.addButton(self.tr("Keep my text for later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(later)
        box.setEscapeButton(later)
        number = gone.operation.id
        back.clicked.connect(lambda: self._bring_back(number, typed))
        leave.clicked.connect(lambda: self._drop(typed))
        later.clicked.connect(lambda: self._set_aside(typed))
        box.finished.connect(self._closed)
        box.finished.connect(box.deleteLater)
        self._question, self._asked = box, typed
        box.open()

    def _bring_back(self, operation_id: int, typed: list[Typed]) -> None:
        opened = self._window.open_register
        if opened is None or opened.do(history.restore_deleted, operation_id) is None:
            self._set_aside(typed)
            return
        self._drop([item for item in typed if opened.do(drafts.restore, item) is not None])

    def _drop(self, typed: list[Typed]) -> None:
        for item in typed:
            self._window.workspace.forget_typed(item.table, item.row_id, item.field)
        self._show_outcome()

    def _set_aside(self, typed: list[Typed]) -> None:
        """Keep texts that have no place on the screen any more as drafts that are offered."""
        self._window.drafts.set_aside(typed)
        self._drop(typed)
        self._window.drafts.offer_again()


def _is_asked(error: ChangedSince) -> bool:
    """Tell whether words of two people meet; an undo is looked at anew, and so is an order."""
    refused = error.refused
    if refused is None or refused.kind in (OperationKind.UNDO, OperationKind.REDO):
        return False
    fields = {name for conflict in error.conflicts for name in conflict.seen}
    return conflicts.is_whole(error) or bool(fields - _NOT_ASKED)
