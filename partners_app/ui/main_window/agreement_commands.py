"""The window's command on agreements that needs a dialog: several of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from partners_app.domain.records import Agreement
from partners_app.services import agreements
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.ui.dialogs.change_agreements import ChangeAgreementsDialog
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow


class AgreementCommands(QObject):
    """The acts on several agreements: those selected, or all of a place of the tree."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window and connect its panes and actions."""
        super().__init__(window)
        self._window = window
        space = window.workspace
        window.command_actions.change_agreements.triggered.connect(self.change)
        space.agreements.change_requested.connect(self.change)
        space.tree.acts.change_agreements_requested.connect(self.change_of_place)

    def change(self, _checked: bool = False) -> ChangeAgreementsDialog | None:
        """Ask which fields of the selected agreements become which; of all where none is shown."""
        scope = self._window.workspace.tree.scope()
        if scope.kind is not ScopeKind.PARTNER:
            return self.change_of_place(scope)
        self._window.commit()
        ids = self._window.workspace.agreements.selected_agreements()
        opened = self._window.open_register
        return None if opened is None else self._ask(opened.ask(agreements.by_ids, ids))

    def change_of_place(self, scope: Scope) -> ChangeAgreementsDialog | None:
        """Ask which fields of the agreements of all partners of a place become which."""
        opened = self._window.open_register
        if opened is None:
            return None
        self._window.commit()
        return self._ask(opened.ask(agreements.of_scope, scope))

    def _ask(self, chosen: Sequence[Agreement]) -> ChangeAgreementsDialog | None:
        opened = self._window.open_register
        if opened is None or opened.register.read_only:
            return None
        if not chosen:
            text = self.tr("There are no agreements here that could be changed.")
            self._window.workspace.banner.say(BannerTone.WARN, text)
            return None
        dialog = ChangeAgreementsDialog(opened, chosen, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
