"""The window's commands about the file itself: check, repair, save what is left, a better place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from partners_app.domain.errors import PartnersError, RegisterDamaged
from partners_app.domain.findings import Finding, FindingCode
from partners_app.services import backup, register_check, salvaging
from partners_app.services.file_place import PlaceKind, place_of
from partners_app.services.register import Register
from partners_app.services.register_check import Repaired
from partners_app.services.salvaging import Salvaged
from partners_app.texts.damage import place_text, salvaged_text
from partners_app.ui.dialogs.check_register import CheckRegisterDialog
from partners_app.ui.dialogs.damaged_register import DamagedRegisterDialog
from partners_app.ui.dialogs.salvaged import SalvagedDialog
from partners_app.ui.main_window.file_commands import Place
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

SAMPLE_AFTER_MS = 3000
"""How long after opening a sample of the register is looked at, in milliseconds."""
_SILENT_PLACE = "silent_place"


class RegisterFileCommands(QObject):
    """The acts behind «Check the register's file», and what is said of a file that is damaged."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; nothing is looked at by itself before ``begin_sampling``."""
        super().__init__(window)
        self._window = window
        self._check: CheckRegisterDialog | None = None
        self._damaged: DamagedRegisterDialog | None = None
        self._salvaged: SalvagedDialog | None = None
        self._samples = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAMPLE_AFTER_MS)
        self._soon.timeout.connect(self.sample)

    def connect_actions(self) -> None:
        """Connect the actions of the window."""
        self._window.command_actions.check_file.triggered.connect(lambda: self.check())

    def check_dialog(self) -> CheckRegisterDialog | None:
        """Return the dialog of the check, while it is open."""
        return self._check

    def damaged_dialog(self) -> DamagedRegisterDialog | None:
        """Return the dialog about a damaged register, while it is open."""
        return self._damaged

    def salvaged_dialog(self) -> SalvagedDialog | None:
        """Return the dialog about what was saved, while it is open."""
        return self._salvaged

    # When a register is opened

    def begin_sampling(self) -> None:
        """From now on look at a sample of each register soon after it was opened."""
        self._samples = True

    def set_register(self, opened: OpenRegister) -> None:
        """Say what is to be said of the file of a register that was just opened."""
        opened.closed.connect(self._soon.stop)
        register = opened.register
        if register.salvaged is not None:
            self._say_damaged(register, register.salvaged)
            return
        self._warn_of_place(register)
        if self._samples:
            self._soon.start()

    def _say_damaged(self, register: Register, found: Salvaged) -> None:
        path = register.path
        text = self.tr("The register is damaged; what can be read of it is shown, as a copy. %1")
        self._window.workspace.banner.say(
            BannerTone.BAD,
            text.replace("%1", salvaged_text(found)),
            [
                (self.tr("Save into a new file…"), lambda: self.salvage(path)),
                (self.tr("Restore from a backup…"), lambda: self._window.backups.show(path)),
            ],
        )

    def _warn_of_place(self, register: Register) -> None:
        """Say once for each place why a register should not lie there; offer to copy it."""
        place = place_of(register.path)
        key = f"{_SILENT_PLACE}/{register.uuid()}"
        told = f"{place.kind}:{place.name}"
        banner = self._window.workspace.banner
        if place.kind is PlaceKind.COMPUTER or banner.isVisible():
            return
        if self._window.settings.value(key, "") == told:
            return

        def be_silent() -> None:
            self._window.settings.set_value(key, told)
            banner.hide()

        banner.say(
            BannerTone.WARN,
            place_text(place),
            [
                (self.tr("Copy to this computer…"), lambda: self._copy_here(register)),
                (self.tr("Do not say it again"), be_silent),
            ],
            details=str(register.path),
        )

    def _copy_here(self, register: Register) -> None:
        files = self._window.files

        def open_copy(path: Path) -> None:
            self._window.open_path(path)

        files.ask_to_save(
            self.tr("Copy to this computer"),
            files.documents() / register.path.name,
            self.tr("Register of partners (*.partners)"),
            lambda path: files.in_background(
                self.tr("The copy is being written…"),
                lambda: register.save_copy(path),
                lambda _: open_copy(path),
            ),
        )

    def sample(self) -> None:
        """Look at a sample of the open register, and say if it is not what it should be."""
        opened = self._window.open_register
        if opened is None:
            return
        register = opened.register

        def done(whole: bool) -> None:
            if not whole and self._window.open_register is opened:
                self._window.workspace.banner.say(
                    BannerTone.BAD,
                    self.tr(
                        "The register's file is not what was written to it: the disk may be "
                        "failing. Nothing was changed."
                    ),
                    [(self.tr("Check the file…"), self.check)],
                )

        def failed(error: Exception) -> None:
            # What keeps it from being read is said by whoever works with it.
            if not isinstance(error, PartnersError):
                raise error

        self._window.background.run(
            lambda: register_check.sample(register), done=done, failed=failed
        )

    # Checking and repairing

    def check(self) -> None:
        """Read the whole register in the background, and show what is wrong with it."""
        opened = self._window.open_register
        if opened is None:
            return
        register = opened.register

        def show(findings: list[Finding]) -> None:
            if self._window.open_register is opened:
                self._show_findings(opened, findings)

        self._window.files.in_background(
            self.tr("The register's file is being checked…"),
            lambda: register_check.check(register),
            show,
            retry=self.check,
        )

    def _show_findings(self, opened: OpenRegister, findings: list[Finding]) -> None:
        if self._check is None:
            register, window = opened.register, self._window
            dialog = CheckRegisterDialog(
                register.path.name, window, writable=not register.read_only
            )
            dialog.repair_requested.connect(self._repair)
            dialog.salvage_requested.connect(lambda: self.salvage(register.path))
            dialog.backups_requested.connect(lambda: self._restore(register.path))
            dialog.jump_requested.connect(self._jump)
            dialog.finished.connect(self._forget_check)
            opened.closed.connect(dialog.reject)
            self._check = dialog
            dialog.open()
        self._check.show_findings(findings)

    def _forget_check(self) -> None:
        if self._check is not None:
            self._check.deleteLater()
            self._check = None

    def _jump(self, finding: Finding) -> None:
        if self._check is not None:
            self._check.accept()
        self._window.places.show_record(finding)

    def _restore(self, path: Path) -> None:
        for dialog in (self._check, self._damaged):
            if dialog is not None:
                dialog.accept()
        self._window.backups.show(path)

    def _repair(self, codes: list[FindingCode]) -> None:
        opened, dialog = self._window.open_register, self._check
        if opened is None or dialog is None:
            return

        place = Place(dialog, dialog.banner)

        def done(repaired: Repaired) -> None:
            problem = repaired.problem
            if problem is None:
                for step in repaired.steps:
                    opened.tell_written(step)
            # The file may be why it could not go on, and not to be read either.
            self._window.saving.show_what_is_there(opened)
            if self._check is not None:
                self._check.banner.hide()
                self._check.show_repaired(repaired)
            if problem is not None:
                self._window.files.show_failure(problem, place=place)

        self._window.files.in_background(
            self.tr("A copy is being kept, and the file put right…"),
            lambda: register_check.repair(opened.register, codes),
            done,
            place=place,
        )

    # A register that is damaged

    def offer_rescue(self, error: RegisterDamaged) -> None:
        """Say what is wrong with a register that cannot be opened, and what can be done."""
        if self._damaged is not None:
            self._damaged.reject()
        window, path = self._window, error.path
        # Of the second folder nothing is asked here: a share that is gone would stop the window.
        listed = backup.listing(backup.uuid_of(path))
        has_second = window.settings.backup_folder is not None
        self._damaged = dialog = DamagedRegisterDialog(
            error, listed, window, may_be_others=has_second
        )
        dialog.look_requested.connect(self._look)
        dialog.salvage_requested.connect(lambda: self.salvage(path))
        dialog.backups_requested.connect(lambda: self._restore(path))
        dialog.finished.connect(self._forget_damaged)
        dialog.open()

    def _forget_damaged(self) -> None:
        if self._damaged is not None:
            self._damaged.deleteLater()
            self._damaged = None

    def _look(self) -> None:
        """Open a copy of what can be read, for reading only."""
        dialog, window = self._damaged, self._window
        if dialog is None:
            return
        path, author = dialog.path, window.settings.author
        dialog.accept()
        window.files.in_background(
            self.tr("What can be read is being gathered…"),
            lambda: Register.open_damaged(path, author=author),
            window.take_register,
        )

    def salvage(self, path: Path) -> None:
        """Ask for a new file, and save into it what can be read of a damaged register."""
        files, author = self._window.files, self._window.settings.author

        def save(target: Path) -> None:
            files.in_background(
                self.tr("What can be read is being saved…"),
                lambda: salvaging.write(path, target, author=author),
                lambda found: self.show_salvaged(path, target, found),
            )

        name = self.tr("%1 – saved.partners").replace("%1", path.stem)
        files.ask_to_save(
            self.tr("Save what can be read into a new file"),
            path.with_name(name),
            self.tr("Register of partners (*.partners)"),
            save,
            parent=self._check or self._damaged,
        )

    def show_salvaged(self, path: Path, target: Path, found: Salvaged) -> None:
        """Tell what was saved, and offer to open the new file."""
        for open_dialog in (self._check, self._damaged):
            if open_dialog is not None:
                open_dialog.accept()
        self._salvaged = dialog = SalvagedDialog(path, target, found, self._window)
        dialog.accepted.connect(lambda: self._window.open_path(target))
        dialog.finished.connect(self._forget_salvaged)
        dialog.open()

    def _forget_salvaged(self) -> None:
        if self._salvaged is not None:
            self._salvaged.deleteLater()
            self._salvaged = None
