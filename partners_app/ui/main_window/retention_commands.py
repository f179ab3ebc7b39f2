"""What the window does by itself for a register that does not keep its whole history."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from partners_app.domain.errors import Abandoned, PartnersError
from partners_app.services import retention
from partners_app.services.register import Register
from partners_app.texts.errors import error_text
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow


class RetentionCommands(QObject):
    """Removes old values when a register is opened that says so, and tells of it."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window = window

    def set_register(self, opened: OpenRegister) -> None:
        """Remove in the background what the register does not keep; nothing where it keeps all."""
        register, second = opened.register, self._window.settings.backup_folder
        if register.read_only or opened.ask(Register.settings).history_years is None:
            return

        def done(count: int) -> None:
            if count and self._window.open_register is opened:
                self._window.show_undo()
                self._say(count)

        self._window.background.run(
            lambda: retention.apply(register, datetime.now(UTC), second=second),
            done=done,
            failed=lambda error: self._say_failed(opened, error),
        )

    def _say(self, count: int) -> None:
        banner = self._window.workspace.banner
        # What stands there already asks for something; the history tells of this, too.
        if banner.isHidden():
            text = self.tr("Old values were removed from %n step(s) of the history.", "", count)
            kept = self.tr("The records are as they were.")
            banner.say(
                BannerTone.OK,
                f"{text} {kept}",
                [(self.tr("Show the history"), self._window.histories.show)],
            )

    def _say_failed(self, opened: OpenRegister, error: Exception) -> None:
        if isinstance(error, Abandoned):
            return
        if not isinstance(error, PartnersError):
            raise error
        if self._window.open_register is opened:
            # The steps lose their values before the pages do, and those may have no room. The
            # records are as they were: reading them again would only cut off who is typing.
            with suppress(PartnersError):
                self._window.show_undo()
        text = error_text(error)
        told = self.tr(
            "Old values could not be removed from the history; "
            "it is tried again when the register is next opened. %1"
        )
        self._window.workspace.banner.say(
            BannerTone.WARN, told.replace("%1", text.what), details=text.details
        )
