"""What the window does with the places of the tree beyond the tree itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from partners_app.domain.errors import PartnersError
from partners_app.domain.findings import Finding
from partners_app.services import catalogue, events
from partners_app.services.catalogue import Scope
from partners_app.ui.dialogs.merging import MergeDialog
from partners_app.ui.dialogs.particulars import ParticularsDialog

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

_OF_AGREEMENTS = ("agreement", "agreement_date")


class PlaceCommands(QObject):
    """The ways to a record of any year, and the acts on the one that is current in the tree."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window and connect its panes and actions."""
        super().__init__(window)
        self._window = window
        self._particulars: ParticularsDialog | None = None
        self._merging: MergeDialog | None = None
        window.workspace.header.edit_requested.connect(self.show_particulars)
        window.workspace.tree.acts.particulars_requested.connect(self.show_particulars)
        window.workspace.tree.acts.merge_requested.connect(self.merge)
        window.command_actions.particulars.triggered.connect(
            lambda: self.show_particulars(window.workspace.tree.scope())
        )

    def show_record(self, finding: Finding) -> None:
        """Show the record that a finding is about, and let the keyboard work there."""
        self.open_record(finding.table, finding.record)

    def open_record(self, table: str, uuid: str) -> None:
        """Show a record of any year, in front, and let the keyboard work there."""
        if self.go_to(table, uuid):
            self.take_keyboard(table)

    def go_to(self, table: str, uuid: str) -> bool:
        """Show a record of any year beside the work; False when it is not there any more."""
        window, opened = self._window, self._window.open_register
        if opened is None:
            return False
        window.commit()
        try:
            scope, row_id = opened.ask(catalogue.place_of, table, uuid)
            if table == "event":
                opened.set_year(opened.ask(events.load, [row_id])[row_id].report_year)
        except PartnersError as error:
            window.show_error(error)
            return False
        space = window.workspace
        space.tree.select(scope)
        window.show_scope(scope)
        if table == "event" and not space.grid.select_event(row_id):
            space.grid.clear_filter()
            space.grid.select_event(row_id)
        elif table in _OF_AGREEMENTS:
            space.agreements.show_agreement(row_id)
        return True

    def take_keyboard(self, table: str) -> None:
        """Come to the front, with the keyboard in the pane of the record that was gone to."""
        space = self._window.workspace
        self._window.raise_()
        self._window.activateWindow()
        panes = {"event": space.grid} | dict.fromkeys(_OF_AGREEMENTS, space.agreements)
        panes.get(table, space.tree).setFocus(Qt.FocusReason.OtherFocusReason)

    def particulars_dialog(self) -> ParticularsDialog | None:
        """Return the dialog of a record's own fields, while it is open."""
        return self._particulars

    def show_particulars(self, scope: Scope) -> None:
        """Open the own fields of a band, country or partner."""
        opened = self._window.open_register
        if opened is None or scope.id is None:
            return
        self._window.commit()
        try:
            dialog = ParticularsDialog(opened, scope, self._window)
        except PartnersError as error:
            self._window.show_error(error)
            return
        self._particulars = dialog
        dialog.finished.connect(self._forget_particulars)
        dialog.open()

    def _forget_particulars(self) -> None:
        if self._particulars is not None:
            self._particulars.deleteLater()
            self._particulars = None

    def merge_dialog(self) -> MergeDialog | None:
        """Return the dialog that asks for a duplicate, while it is open."""
        return self._merging

    def merge(self, scope: Scope) -> None:
        """Ask which record is the same as this partner or country, and make one of both."""
        opened = self._window.open_register
        if opened is None or scope.id is None:
            return
        self._window.commit()
        self._merging = MergeDialog(opened, scope, self._window)
        self._merging.finished.connect(self._forget_merging)
        self._merging.open()

    def _forget_merging(self) -> None:
        if self._merging is not None:
            self._merging.deleteLater()
            self._merging = None
