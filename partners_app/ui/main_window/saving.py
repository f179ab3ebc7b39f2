"""Is everything written? What the status bar says of it, and trying again what could not be."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from partners_app.domain.errors import (
    DiskFull,
    FileDenied,
    FileFailed,
    FileProblem,
    PartnersError,
    RegisterAway,
    RegisterLocked,
    RegisterReplaced,
)
from partners_app.texts.errors import error_text
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import Acts

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

    def ways_out(self, error: PartnersError) -> Acts:
        """Return what may be done about a register that cannot be written or is not there."""
        window, opened = self._window, self._window.open_register
        if opened is None or not isinstance(error, FileProblem):
            return []
        if error.path != opened.register.path:
            return []
        match error:
            case RegisterReplaced():
                return [(self.tr("Open again"), lambda: window.open_path(error.path))]
            case RegisterAway():
                return [
                    (self.tr("Look again"), self.look_again),
                    (self.tr("Open another register…"), window.files.open),
                ]
            case DiskFull() | FileDenied() | FileFailed() | RegisterLocked():
                return [
                    (self.tr("Look again"), self.look_again),
                    (self.tr("Save a copy…"), window.files.save_copy),
                ]
            case _:
                return []

    def not_read(self, error: PartnersError) -> None:
        """Say that something could not be read; what is typed is kept as a draft at once."""
        self._window.drafts.keep()
        self._window.show_error(error)

    def show_what_is_there(self, opened: OpenRegister) -> None:
        """Read a register again after an act that failed and may have written before that."""
        if self._window.open_register is not opened:
            return
        try:
            self._window.read_again()
        except PartnersError as error:
            self.not_read(error)

    def look_again(self) -> None:
        """Read the file again, now that it may be there, and write what could not be written."""
        window = self._window
        if window.open_register is None:
            return
        try:
            window.open_register.is_behind()
        except PartnersError as error:
            self.not_read(error)
            return
        window.workspace.banner.hide()
        window.look_for_others()
        window.read_again()
        self.save()
        if not self._failed:
            self._all_is_written(datetime.now().astimezone())

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
