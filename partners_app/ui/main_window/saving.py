"""Is everything written? What the status bar says of it, and trying again what could not be."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from partners_app.domain.errors import PartnersError
from partners_app.texts.errors import error_text

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow


class Saving(QObject):
    """Tells that a text could not be written as long as it is not, and offers to try again."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window and its status bar."""
        super().__init__(window)
        self._window = window
        self._failed = False
        self._complaint = ""
        window.status.retry_requested.connect(self.save)

    def begin(self, *, writable: bool) -> None:
        """Begin with a register in which everything is written."""
        self._failed = False
        if writable:
            self._window.status.show_saved(None)
        else:
            self._window.status.show_read_only()

    def written(self) -> None:
        """Say that something was written now, unless something else still is not."""
        if self._failed and self._window.drafts.typed():
            return
        self._all_is_written(datetime.now().astimezone())

    def _all_is_written(self, at: datetime | None) -> None:
        self._failed = False
        self._window.status.show_saved(at)
        banner = self._window.workspace.banner
        if self._complaint and banner.text() == self._complaint:
            banner.hide()
        self._complaint = ""

    def failed(self, error: PartnersError) -> None:
        """Say that an act wrote nothing, and why."""
        self._failed = True
        self._window.status.show_failed(error_text(error).what)
        # Later: a field keeps its text only when it knows that this could not be written.
        QTimer.singleShot(0, self, self._keep_typed)

    def _keep_typed(self) -> None:
        self._window.drafts.keep()
        if self._failed and self._window.drafts.typed():
            self._window.status.offer_retry()
            self._complaint = self._window.workspace.banner.text()

    def save(self) -> None:
        """Write what is being typed and what could not be written; all else is written already."""
        window = self._window
        if window.open_register is None:
            return
        had_failed, self._failed = self._failed, False
        for pane in (
            window.workspace.tree.acts,
            window.workspace.agreements,
            window.workspace.grid,
        ):
            pane.write_again()
        if not self._failed:
            # What was written says so itself; otherwise it stays said since when all is.
            if had_failed:
                self._all_is_written(datetime.now().astimezone())
            window.drafts.keep()
