"""The window's commands that look through the whole register: find, next, previous, replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from partners_app.services.finding import Hit
from partners_app.ui.dialogs.find import FindDialog
from partners_app.ui.dialogs.replace import ReplaceDialog

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow


class SearchCommands(QObject):
    """The acts behind find and replace; the hits stay until another text is looked for."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``connect_actions`` puts the acts behind its actions."""
        super().__init__(window)
        self._window = window
        self._find: FindDialog | None = None
        self._last_text = ""

    def connect_actions(self) -> None:
        """Connect the actions of the window."""
        actions = self._window.command_actions
        actions.find.triggered.connect(lambda: self.show_find())
        actions.find_next.triggered.connect(lambda: self.step(1))
        actions.find_previous.triggered.connect(lambda: self.step(-1))
        actions.replace.triggered.connect(lambda: self.show_replace(self._last_text))

    def show_find(self) -> FindDialog | None:
        """Open the dialog of finding, with the text looked for last."""
        dialog = self._dialog()
        if dialog is not None:
            dialog.start()
        return dialog

    def _dialog(self) -> FindDialog | None:
        opened = self._window.open_register
        if opened is None:
            return None
        self._window.commit()
        if self._find is None:
            self._find = FindDialog(opened, self._window)
            self._find.jump_requested.connect(self._jump)
            self._find.replace_requested.connect(self.show_replace)
            self._find.finished.connect(self._forget)
            if self._last_text:
                self._find.look_for(self._last_text)
        return self._find

    def _forget(self) -> None:
        if self._find is not None:
            self._last_text = self._find.text()
            self._find.deleteLater()
            self._find = None

    def step(self, step: int) -> None:
        """Show the next hit (+1) or the one before (-1); without a text ask for one."""
        dialog = self._dialog()
        if dialog is None:
            return
        if dialog.text():
            dialog.step(step)
        else:
            dialog.start()

    def _jump(self, hit: Hit, take_keyboard: bool) -> None:
        dialog = self._find
        aside = dialog is None or not dialog.isVisible()
        if self._window.places.go_to(hit.table, hit.uuid) and (take_keyboard or aside):
            if dialog is not None:
                # It would cover what it led to; F3 goes on from here.
                dialog.hide()
            self._window.places.take_keyboard(hit.table)

    def show_replace(self, text: str = "") -> ReplaceDialog | None:
        """Open the dialog of replacing for a text."""
        opened = self._window.open_register
        if opened is None or opened.register.read_only:
            return None
        self._window.commit()
        dialog = ReplaceDialog(opened, text, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
