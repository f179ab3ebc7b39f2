"""The window's command that takes a text out of the register and its history for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from partners_app.services import erasing
from partners_app.services.erasing import HeldBackup, Traces
from partners_app.ui.dialogs.erasing import EraseDialog
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow


class EraseCommands(QObject):
    """The acts behind «Erase from the history»."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``connect_actions`` puts the acts behind its actions."""
        super().__init__(window)
        self._window = window
        self._dialog: EraseDialog | None = None

    def connect_actions(self) -> None:
        """Connect the actions of the window."""
        self._window.command_actions.erase.triggered.connect(lambda: self.show())

    def show(self) -> EraseDialog | None:
        """Open the dialog; None without a register that may be written."""
        opened = self._window.open_register
        if opened is None or opened.register.read_only:
            return None
        self._window.commit()
        dialog = self._dialog = EraseDialog(self._window)
        dialog.search_requested.connect(lambda text: self._search(opened, dialog, text))
        dialog.accepted.connect(lambda: self._erase(opened, dialog.text()))
        dialog.finished.connect(self._forget)
        dialog.open()
        return dialog

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _search(self, opened: OpenRegister, dialog: EraseDialog, text: str) -> None:
        register = opened.register

        def show(found: Traces) -> None:
            if self._dialog is dialog:
                dialog.show_traces(text, found)

        self._window.files.in_background(
            self.tr("Looking through the records and the history…"),
            lambda: erasing.find(register, text),
            show,
        )

    def _erase(self, opened: OpenRegister, text: str) -> None:
        """Erase a text from the register in which it was shown, and from no other one."""
        register = opened.register
        second = self._window.settings.backup_folder

        def work() -> list[HeldBackup]:
            erasing.erase(register, text)
            return erasing.in_backups(register, text, second)

        def done(held: list[HeldBackup]) -> None:
            if self._window.open_register is opened:
                self._window.read_again()
                self._say(held)

        self._window.files.in_background(
            self.tr("The text is being erased…"),
            work,
            done,
            retry=lambda: self._erase(opened, text),
            # The records are rid of it before the pages are, and those may have no room.
            failed=lambda: self._window.saving.show_what_is_there(opened),
        )

    def _say(self, held: list[HeldBackup]) -> None:
        text = self.tr("The text is erased from the records and the history.")
        banner = self._window.workspace.banner
        if not held:
            banner.say(BannerTone.OK, text)
            return
        holding = [each for each in held if each.readable]
        if holding:
            told = self.tr("%n backup(s) still hold it; delete them yourself.", "", len(holding))
            text = f"{text} {told}"
        if len(holding) < len(held):
            count = len(held) - len(holding)
            told = self.tr("%n backup(s) could not be read.", "", count)
            text = f"{text} {told}"
        folder = held[0].path.parent
        banner.say(
            BannerTone.WARN,
            text,
            [
                (
                    self.tr("Open the folder"),
                    lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
                )
            ],
            details="\n".join(str(each.path) for each in held),
        )
