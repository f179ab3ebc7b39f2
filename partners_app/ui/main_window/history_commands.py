"""The window's commands on the history: of the register, of the record that has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from partners_app.domain.errors import PartnersError
from partners_app.services import catalogue
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.ui.dialogs.history import HistoryDialog
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow


class HistoryCommands(QObject):
    """The acts behind «History» and «History of the record»."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``connect_actions`` puts the acts behind its actions."""
        super().__init__(window)
        self._window = window
        self._dialog: HistoryDialog | None = None

    def connect_actions(self) -> None:
        """Connect the actions of the window and the buttons of its panes."""
        actions, space = self._window.command_actions, self._window.workspace
        actions.history.triggered.connect(lambda: self.show())
        actions.record_history.triggered.connect(lambda: self.show_of_record())
        space.grid.cells_menu.addAction(actions.record_history)
        space.agreements.history_requested.connect(self._show_of_agreement)
        space.tree.acts.history_requested.connect(self.show_of_scope)

    def dialog(self) -> HistoryDialog | None:
        """Return the dialog, while it is open."""
        return self._dialog

    def show(self) -> None:
        """Open the list of all steps."""
        self._open(None, "")

    def show_of_record(self) -> None:
        """Open the steps of the record in the pane that has the keyboard."""
        space = self._window.workspace
        focused = QApplication.focusWidget()
        event = space.grid.current_event()
        if focused is not None and space.agreements.isAncestorOf(focused):
            self._show_of_agreement()
        elif focused is not None and space.grid.isAncestorOf(focused) and event is not None:
            self._open(("event", event), self.tr("event"))
        else:
            self.show_of_scope(space.tree.scope())

    def show_of_scope(self, scope: Scope) -> None:
        """Open the steps of a band, country or partner; of everything for everything."""
        if scope.id is None:
            self.show()
        else:
            self._open((scope.kind.value, scope.id), self._name_of(scope))

    def _name_of(self, scope: Scope) -> str:
        opened = self._window.open_register
        if opened is None or scope.id is None:
            return ""
        match scope.kind:
            case ScopeKind.REGION:
                return opened.ask(catalogue.region, scope.id).name
            case ScopeKind.COUNTRY:
                return opened.ask(catalogue.country, scope.id).name
            case _:
                partner = opened.ask(catalogue.partner, scope.id)
                return partner.name or opened.ask(catalogue.country, partner.country_id).name

    def _show_of_agreement(self) -> None:
        number = self._window.workspace.agreements.current_agreement()
        if number is not None:
            self._open(("agreement", number), self.tr("agreement"))

    def _open(self, record: tuple[str, int] | None, name: str) -> None:
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        self._dialog = dialog = HistoryDialog(opened, self._window, record=record, name=name)
        dialog.open_requested.connect(self._window.places.open_record)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    # Others

    def look_for_others(self) -> None:
        """Read the file again when somebody else has written, and say who and how much."""
        opened = self._window.open_register
        if opened is None:
            return
        try:
            if opened.is_behind():
                # First: what is typed was typed before theirs was seen.
                self._window.commit()
            others = opened.steps_of_others()
            if others:
                self._window.read_again()
        except PartnersError as error:
            self._window.saving.not_read(error)
            return
        if others:
            told = [
                self.tr("%1: %n step(s)", "", count).replace("%1", author)
                for author, count in sorted(others.items())
            ]
            text = self.tr("The register was changed meanwhile. %1").replace("%1", "; ".join(told))
            self._window.workspace.banner.say(
                BannerTone.OK, text, [(self.tr("Show the history"), self.show)]
            )
