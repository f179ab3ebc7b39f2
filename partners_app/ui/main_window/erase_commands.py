"""The window's command that takes a text out of the register and its history for good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from partners_app.services import erasing
from partners_app.services.erasing import HeldBackup, Traces
from partners_app.ui.dialogs.erasing import EraseDialog
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import Acts, BannerTone

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

        def work() -> tuple[list[HeldBackup], bool]:
            erasing.erase(register, text)
            return erasing.in_backups(register, text, second), erasing.is_away(second)

        def done(found: tuple[list[HeldBackup], bool]) -> None:
            if self._window.open_register is opened:
                self._window.read_again()
                held, away = found
                self._say(held, second if away else None)

        self._window.files.in_background(
            self.tr("The text is being erased…"),
            work,
            done,
            retry=lambda: self._erase(opened, text),
            # The records are rid of it before the backups are looked through, and that may fail.
            failed=lambda: self._window.saving.show_what_is_there(opened),
        )

    def _say(self, held: list[HeldBackup], away: Path | None) -> None:
        told = [self.tr("The text is erased from the records and the history.")]
        holding = [each for each in held if each.readable]
        if holding:
            still = self.tr("%n backup(s) still hold it; delete them yourself.", "", len(holding))
            told.append(still)
        if unread := len(held) - len(holding):
            told.append(self.tr("%n backup(s) could not be read.", "", unread))
        if away is not None:
            lacks = self.tr("The second folder is not there now, its backups may still hold it: %1")
            told.append(lacks.replace("%1", str(away)))
        banner = self._window.workspace.banner
        if len(told) == 1:
            banner.say(BannerTone.OK, told[0])
            return
        banner.say(
            BannerTone.WARN,
            " ".join(told),
            self._ways(held),
            details="\n".join(str(each.path) for each in held),
        )

    def _ways(self, held: list[HeldBackup]) -> Acts:
        if not held:
            return []
        folder = QUrl.fromLocalFile(str(held[0].path.parent))
        return [(self.tr("Open the folder"), lambda: QDesktopServices.openUrl(folder))]
