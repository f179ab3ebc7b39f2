"""Backups of the open register: by hand, by themselves, and putting one in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from partners_app.domain.errors import Abandoned, FileMissing, PartnersError
from partners_app.services import backup, restoring
from partners_app.services.backup import BackupReason, BackupResult, Drill
from partners_app.services.register import Register
from partners_app.services.restoring import Restored
from partners_app.texts.errors import error_text
from partners_app.ui.dialogs.backups import BackupsDialog
from partners_app.ui.dialogs.waiting import WaitingDialog
from partners_app.ui.item_models.backups import moment
from partners_app.ui.main_window.file_commands import Place
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

EVERY_MS = 30 * 60 * 1000
"""How often it is looked whether anything was changed since the last backup, in milliseconds."""


class BackupCommands(QObject):
    """The acts behind «Backups» and «Back up now», and the backups that nobody asks for."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; nothing is written by itself before ``begin_automatic``."""
        super().__init__(window)
        self._window = window
        self._dialog: BackupsDialog | None = None
        self._automatic = False
        self._enough = False
        self._closing: WaitingDialog | None = None
        self._said_missing: set[Path] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.write_if_due)

    def connect_actions(self) -> None:
        """Connect the actions of the window."""
        actions = self._window.command_actions
        actions.backup.triggered.connect(lambda: self.write_now())
        actions.backups.triggered.connect(lambda: self.show())

    def dialog(self) -> BackupsDialog | None:
        """Return the dialog, while it is open."""
        return self._dialog

    # By themselves

    def begin_automatic(self) -> None:
        """From now on write a backup every half hour and on closing, if anything was changed."""
        self._automatic = True

    def set_register(self, opened: OpenRegister) -> None:
        """Look after a register as long as it is open."""
        self._enough = False
        self.stay_open()
        self._window.command_actions.backup.setEnabled(_is_whole(opened.register))
        opened.closed.connect(lambda: self._leave(opened.register))
        if self._automatic and not opened.register.read_only:
            self._timer.start()
            # What the last run could not back up: it was killed, or the disk was full.
            self._write(opened.register)

    def _leave(self, register: Register) -> None:
        """Back up a register that is closed for another one; reading it needs nothing open."""
        self._timer.stop()
        if self._automatic and not self._enough and _is_due(register):
            self._write(register)

    def write_if_due(self) -> None:
        """Write a backup in the background if anything was changed since the last one."""
        opened = self._window.open_register
        if opened is not None:
            self._write(opened.register)

    def _write(self, register: Register) -> None:
        second = self._window.settings.backup_folder

        def work() -> tuple[BackupResult | None, Drill | None]:
            return _write_if_due(register, second), backup.drill_if_due(register.uuid())

        self._window.background.run(work, done=self._say_automatic, failed=self._say_failed)

    def keeps_open(self) -> bool:
        """Begin a last backup before the window closes; True: it closes itself afterwards."""
        if self._closing is not None:
            return True
        opened, window = self._window.open_register, self._window
        window.commit()
        if not self._automatic or self._enough or opened is None or not _is_due(opened.register):
            return False
        register, second = opened.register, window.settings.backup_folder
        seen = _newest_change(register)
        self._closing = waiting = WaitingDialog(
            self.tr("A backup is being written before the program closes…"), window
        )

        def close(*, enough: bool) -> None:
            if self._closing is waiting:
                self.stay_open()
                self._enough = enough
                window.close()

        def fail(error: Exception) -> None:
            # It stays due: the next start tries again, and says what is wrong.
            close(enough=True)
            if not isinstance(error, PartnersError | Abandoned):
                raise error

        abandon = window.background.run(
            lambda: _write_if_due(register, second),
            # Unless something was changed in the meantime, as far as the file is still there.
            done=lambda _: close(enough=_newest_change(register) in (seen, None)),
            failed=fail,
        )
        waiting.cancelled.connect(abandon)
        return True

    def stay_open(self) -> None:
        """Do not close after all: the program was started again, or another register opened."""
        if self._closing is not None:
            self._closing.finish()
            self._closing = None

    def _say_automatic(self, done: tuple[BackupResult | None, Drill | None]) -> None:
        written, drill = done
        self._window.status.set_warning("")
        if written is not None:
            self._say_second(written)
        if drill is not None and not drill.passed:
            self._warn(
                self.tr(
                    "The backup %1 is not what it was any more: it was opened on trial."
                ).replace("%1", drill.name)
            )
        self._read_dialog_again()

    def _say_failed(self, error: Exception) -> None:
        if isinstance(error, Abandoned):
            return
        if not isinstance(error, PartnersError):
            raise error
        text = error_text(error)
        self._window.status.set_warning(self.tr("no backup could be written"))
        told = self.tr("No backup could be written; you can go on working. %1")
        self._warn(told.replace("%1", f"{text.what} {text.todo}"), details=text.details)

    def _say_second(self, written: BackupResult) -> None:
        """Say that the second folder got no copy; that it is not there, only once."""
        problem, second = written.second_problem, self._window.settings.backup_folder
        if problem is None or second is None:
            if second is not None:
                self._said_missing.discard(second)
            return
        if isinstance(problem, FileMissing):
            if second in self._said_missing:
                return
            self._said_missing.add(second)
        text = error_text(problem)
        told = self.tr("The backup is written, but not copied to the second folder. %1")
        self._warn(told.replace("%1", text.what), details=text.details)

    def _warn(self, text: str, *, details: str = "") -> None:
        self._window.workspace.banner.say(
            BannerTone.WARN, text, [(self.tr("Show the backups"), self.show)], details=details
        )

    # By hand

    def write_now(self) -> None:
        """Write a verified backup into the user's folder, and into the second one."""
        opened, window = self._window.open_register, self._window
        if opened is None:
            return
        register, second = opened.register, window.settings.backup_folder
        dialog = self._dialog
        window.files.in_background(
            self.tr("The backup is being written and verified…"),
            lambda: backup.write(register, second=second),
            self._say_written,
            place=None if dialog is None else Place(dialog, dialog.banner),
        )

    def _say_written(self, written: BackupResult) -> None:
        self._window.status.set_warning("")
        place, dialog = None, self._dialog
        if dialog is not None:
            dialog.read_again(newest=True)
            place = Place(dialog, dialog.banner)
        text = self.tr("The backup is written and verified: %1")
        self._window.files.say_written(text, written.path, place)
        if written.second_problem is not None:
            self._say_second(written)

    def _read_dialog_again(self) -> None:
        if self._dialog is not None:
            self._dialog.read_again()

    # The dialog

    def show(self, path: Path | None = None) -> None:
        """Open the list of the backups of a register, by default of the open one or the last.

        It may be one that cannot be opened, or is not there any more.
        """
        window, opened = self._window, self._window.open_register
        is_open = opened is not None and path in (None, opened.register.path)
        if is_open and opened is not None:
            window.commit()
            path, uuid = opened.register.path, opened.register.uuid()
        else:
            path = path or window.settings.last_register
            if path is None:
                window.files.open()
                return
            uuid = backup.uuid_of(path, window.settings.backup_folder)
        if self._dialog is not None:
            return
        shown = path
        writable = is_open and opened is not None and _is_whole(opened.register)
        self._dialog = dialog = BackupsDialog(
            path, uuid, window.settings, window.background, window, is_open=writable
        )
        dialog.write_requested.connect(self.write_now)
        dialog.restore_requested.connect(lambda chosen: self.restore(shown, chosen.path))
        dialog.second_folder_requested.connect(self._choose_second)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _choose_second(self) -> None:
        window, dialog = self._window, self._dialog
        if dialog is None:
            return
        now = window.settings.backup_folder or window.files.documents()
        asking = QFileDialog(dialog, self.tr("The second folder of the backups"), str(now))
        asking.setFileMode(QFileDialog.FileMode.Directory)
        asking.setOption(QFileDialog.Option.ShowDirsOnly)
        window.files.show_file_dialog(asking, self._take_second)

    def _take_second(self, folder: Path) -> None:
        self._window.settings.backup_folder = folder
        self._said_missing.clear()
        self._read_dialog_again()

    # Restoring

    def restore(self, path: Path, chosen: Path) -> None:
        """Put a backup in the place of a register, and open what is there afterwards."""
        window, opened = self._window, self._window.open_register
        if self._dialog is not None:
            self._dialog.accept()
        was_open = opened is not None and opened.register.path == path
        if was_open:
            # Restoring backs up what is there itself.
            self._enough = True
            window.close_register()
        waiting = WaitingDialog(self.tr("The backup is being put in place…"), window)

        def finish(restored: Restored) -> None:
            waiting.finish()
            # Of two dialogs closed at once the window manager may leave the keyboard to neither.
            window.activateWindow()
            if window.open_path(path):
                self._say_restored(path, restored)

        def fail(error: Exception) -> None:
            waiting.finish()
            if was_open:
                window.open_path(path)
            window.files.show_failure(error)

        waiting.cancelled.connect(
            window.background.run(lambda: restoring.restore(path, chosen), done=finish, failed=fail)
        )

    def _say_restored(self, path: Path, restored: Restored) -> None:
        name = backup.read_name(restored.source)
        text = self.tr("The register is what it was on %1.")
        text = text.replace("%1", "" if name is None else moment(name.written))
        acts: list[tuple[str, Callable[[], object]]] = []
        if (before := restored.backup) is not None:
            acts.append((self.tr("Undo the restore"), lambda: self.restore(path, before)))
        if (aside := restored.aside) is not None:
            kept = self.tr("The file that stood there is kept: %1").replace("%1", aside.name)
            text = f"{text} {kept}"
        self._window.workspace.banner.say(BannerTone.OK, text, acts)


def _is_whole(register: Register) -> bool:
    """Tell whether a backup can be made; of what is left of a damaged register there is none."""
    return register.salvaged is None


def _newest_change(register: Register) -> int | None:
    """Return the number of the newest change; None: it cannot even be read."""
    try:
        return register.change_seq()
    except PartnersError:
        return None


def _is_due(register: Register) -> bool:
    try:
        return not register.read_only and backup.is_due(register)
    except PartnersError:
        # It cannot even be read: that is said where it is worked with.
        return False


def _write_if_due(register: Register, second: Path | None) -> BackupResult | None:
    if not backup.is_due(register):
        return None
    return backup.write(register, BackupReason.AUTOMATIC, second=second)
