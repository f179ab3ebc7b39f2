"""What the window's commands do: files, report, check, settings; wired to the actions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from partners_app.domain.errors import PartnersError
from partners_app.domain.findings import Finding
from partners_app.services import (
    backup,
    catalogue,
    checking,
    exporting,
    importing,
    reporting,
    sample,
)
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.texts.errors import ErrorText, error_text
from partners_app.texts.findings import finding_text
from partners_app.ui.dialogs.about import AboutDialog
from partners_app.ui.dialogs.findings import FindingsDialog
from partners_app.ui.dialogs.history import HistoryDialog
from partners_app.ui.dialogs.settings import SettingsDialog
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

CHECK_DELAY_MS = 400
"""How long after an edit the findings are counted anew, in milliseconds."""


class Commands(QObject):
    """The acts behind menus and tool bar."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``connect_actions`` puts the acts behind its actions."""
        super().__init__(window)
        self._window = window
        self._findings: FindingsDialog | None = None
        self._history: HistoryDialog | None = None
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.setInterval(CHECK_DELAY_MS)
        self._check_timer.timeout.connect(self._count_findings)

    def connect_actions(self) -> None:
        """Connect every action of the window."""
        window, actions = self._window, self._window.command_actions
        grid = window.workspace.grid
        for action, act in (
            (actions.new, self.create),
            (actions.open, self.open),
            (actions.save, self.save),
            (actions.save_copy, self.save_copy),
            (actions.backup, self.write_backup),
            (actions.import_json, self.import_json),
            (actions.export_json, self.export_json),
            (actions.settings, self.show_settings),
            (actions.quit, window.close),
            (actions.undo, self.undo),
            (actions.redo, self.redo),
            (actions.history, self.show_history),
            (actions.find, window.workspace.tree.focus_search),
            (actions.add_event, grid.add_event),
            (actions.delete_event, grid.delete_selected),
            (actions.event_up, lambda: grid.move_selected(-1)),
            (actions.event_down, lambda: grid.move_selected(+1)),
            (actions.add_region, self.add_region),
            (actions.previous_year, lambda: self._step_year(-1)),
            (actions.next_year, lambda: self._step_year(+1)),
            (actions.next_pane, window.focus_next_pane),
            (actions.refresh, window.read_again),
            (actions.check, self.show_findings),
            (actions.report, self.export_report),
            (actions.about, self.show_about),
        ):
            action.triggered.connect(lambda _checked=False, act=act: act())

    # Files

    def create(self) -> None:
        """Ask for a new file and make a register in it."""
        self._ask_to_save(
            self.tr("New register"),
            _documents() / self.tr("Partners.partners"),
            self._register_filter(),
            self._create,
        )

    def _create(self, path: Path) -> None:
        self._take(lambda: Register.create(path, author=self._window.settings.author))

    def open_sample(self) -> None:
        """Open the user's own copy of the 2020 register; make it at the first time."""
        path = _documents() / self.tr("Partners – sample of 2020.partners")
        author = self._window.settings.author
        self._take(lambda: sample.open_or_create(path, author=author))

    def _take(self, opened: Callable[[], Register]) -> None:
        try:
            register = opened()
        except PartnersError as error:
            self._window.show_error(error)
        else:
            self._window.take_register(register)

    def open(self) -> None:
        """Ask for a register and open it."""
        opened = self._window.open_register
        folder = opened.register.path.parent if opened else _documents()
        dialog = QFileDialog(
            self._window, self.tr("Open a register"), str(folder), self._register_filter()
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._show_file_dialog(dialog, lambda path: self._window.open_path(path))

    def save(self) -> None:
        """Save what is being typed; everything else is saved already."""
        self._window.commit()
        if self._window.open_register is not None:
            self._window.status.show_saved(None)

    def save_copy(self) -> None:
        """Ask for a file and write a verified copy of the register into it."""
        opened = self._window.open_register
        if opened is None:
            return
        register = opened.register
        name = self.tr("%1 – copy.partners").replace("%1", register.path.stem)
        self._ask_to_save(
            self.tr("Save a copy"),
            register.path.with_name(name),
            self._register_filter(),
            lambda path: self._in_background(
                lambda: register.save_copy(path),
                lambda _: self._say_written(self.tr("The copy is saved: %1"), path),
            ),
        )

    def write_backup(self) -> None:
        """Write a verified backup into the user's folder."""
        opened = self._window.open_register
        if opened is not None:
            register = opened.register
            self._in_background(
                lambda: backup.write(register),
                lambda result: self._say_written(
                    self.tr("The backup is written and verified: %1"), result.path
                ),
            )

    def import_json(self) -> None:
        """Ask for a JSON file and take its records into an empty register."""
        dialog = QFileDialog(
            self._window, self.tr("Import data"), str(_documents()), self._json_filter()
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._show_file_dialog(dialog, self._import_json)

    def _import_json(self, path: Path) -> None:
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        try:
            plan = importing.import_json(opened.register, path)
        except PartnersError as error:
            self._window.show_error(error)
            return
        self._window.read_again()
        text = self.tr("Taken in from %1: %n record(s)", "", len(plan.new))
        self._window.workspace.banner.say(BannerTone.OK, text.replace("%1", path.name))

    def export_json(self) -> None:
        """Ask for a file and write the whole register into it as JSON."""
        opened = self._window.open_register
        if opened is None:
            return
        register = opened.register
        self._ask_to_save(
            self.tr("Export data"),
            register.path.with_suffix(".json"),
            self._json_filter(),
            lambda path: self._in_background(
                lambda: exporting.export_json(register, path),
                lambda _: self._say_written(self.tr("The data are written: %1"), path),
            ),
        )

    def export_report(self) -> None:
        """Ask for a file and write the yearly report of the chosen year into it."""
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        register, year = opened.register, opened.year
        folder = Path(str(self._window.settings.value("report_folder", _documents())))
        name = self.tr("Cooperation with partner cities in %1.xlsx").replace("%1", str(year))
        self._ask_to_save(
            self.tr("Report for %1").replace("%1", str(year)),
            folder / name,
            self.tr("Excel workbook (*.xlsx)"),
            lambda path: self._write_report(register, year, path),
        )

    def _write_report(self, register: Register, year: int, path: Path) -> None:
        self._window.settings.set_value("report_folder", str(path.parent))
        self._in_background(
            lambda: reporting.write_report(register, year, path),
            lambda result: self._say_written(
                self.tr("The report for %2 is written, %n event(s): %1", "", result.events).replace(
                    "%2", str(year)
                ),
                path,
            ),
            retry=lambda: self._write_report(register, year, path),
        )

    # Acts on the register

    def undo(self) -> None:
        """Take back the newest step, what is being typed included."""
        self._window.commit()
        if self._window.open_register is not None:
            self._window.open_register.undo()

    def redo(self) -> None:
        """Do the step undone last again."""
        self._window.commit()
        if self._window.open_register is not None:
            self._window.open_register.redo()

    def add_region(self) -> None:
        """Ask for the name of a new band."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("New band"))
        dialog.setLabelText(self.tr("Name of the band"))
        dialog.setOkButtonText(self.tr("Add"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(self._add_region)
        dialog.open()

    def _add_region(self, name: str) -> None:
        if name.strip() and self._window.open_register is not None:
            self._window.open_register.do(catalogue.add_region, name.strip())

    def _step_year(self, step: int) -> None:
        opened = self._window.open_register
        if opened is not None:
            self._window.commit()
            opened.set_year(opened.year + step)

    # Findings, history, settings

    def refresh_findings(self) -> None:
        """Count the findings anew, a moment after the last edit."""
        self._check_timer.start()

    def _count_findings(self) -> None:
        opened = self._window.open_register
        if opened is None:
            return
        register, year = opened.register, opened.year

        def work() -> tuple[list[Finding], dict[Scope, list[Finding]]]:
            findings = checking.check(register, year)
            return findings, checking.by_place(register, checking.doubtful(findings))

        self._window.background.run(work, done=self._mark_findings, failed=self._failed)

    def _mark_findings(self, found: tuple[list[Finding], dict[Scope, list[Finding]]]) -> None:
        findings, places = found
        count = len(checking.doubtful(findings))
        text = self.tr("Check · %1").replace("%1", str(count)) if count else self.tr("Check")
        self._window.command_actions.check.setIconText(text)
        self._window.workspace.tree.set_doubts(
            {
                scope: "\n".join(finding_text(finding).title for finding in of_scope)
                for scope, of_scope in places.items()
            }
        )
        if self._findings is not None:
            self._findings.show_findings(findings)

    def show_findings(self) -> None:
        """Open the list of findings of the chosen year."""
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        if self._findings is None:
            self._findings = FindingsDialog(self._window)
            self._findings.jump_requested.connect(self._window.show_record)
            self._findings.finished.connect(self._forget_findings)
        try:
            self._findings.show_findings(opened.ask(checking.check, opened.year))
        except PartnersError as error:
            self._window.show_error(error)
            return
        self._findings.show()
        self._findings.raise_()

    def _forget_findings(self) -> None:
        if self._findings is not None:
            self._findings.deleteLater()
            self._findings = None

    def show_history(self) -> None:
        """Open the list of all steps."""
        opened = self._window.open_register
        if opened is not None:
            self._window.commit()
            self._history = HistoryDialog(opened, self._window)
            self._history.open()

    def show_settings(self) -> None:
        """Open the settings of the program and of the register."""
        dialog = SettingsDialog(self._window.settings, self._window.open_register, self._window)
        dialog.open()

    def show_about(self) -> None:
        """Open the page about the program."""
        opened = self._window.open_register
        AboutDialog(opened.register.path if opened else None, self._window).open()

    # What the acts share

    def message(self, text: ErrorText) -> None:
        """Show a failure in a message of its own, with the details to copy."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Partners"))
        box.setText(text.what)
        box.setInformativeText(text.todo)
        box.setDetailedText(text.details)
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def show_crash(self, details: str) -> None:
        """Say that the program itself went wrong; what was typed is not lost."""
        self.message(
            ErrorText(
                self.tr("Something went wrong in the program."),
                self.tr(
                    "Everything saved so far is safe. You can go on working; "
                    "please pass the details on to whoever looks after the program."
                ),
                details,
            )
        )

    def _in_background(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        retry: Callable[[], None] | None = None,
    ) -> None:
        self._window.commit()
        self._window.background.run(
            work, done=done, failed=lambda error: self._failed(error, retry)
        )

    def _failed(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        if not isinstance(error, PartnersError):
            raise error
        text = error_text(error)
        acts = [(self.tr("Retry"), retry)] if retry is not None else []
        self._window.workspace.banner.say(
            BannerTone.BAD, f"{text.what} {text.todo}", acts, details=text.details
        )

    def _say_written(self, text: str, path: Path) -> None:
        self._window.workspace.banner.say(
            BannerTone.OK,
            text.replace("%1", path.name),
            [
                (self.tr("Open"), lambda: _open_outside(path)),
                (self.tr("Open the folder"), lambda: _open_outside(path.parent)),
            ],
            details=str(path),
        )

    def _ask_to_save(
        self, title: str, suggested: Path, kinds: str, act: Callable[[Path], object]
    ) -> None:
        dialog = QFileDialog(self._window, title, str(suggested.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
        dialog.selectFile(suggested.name)
        self._show_file_dialog(dialog, act)

    def _show_file_dialog(self, dialog: QFileDialog, act: Callable[[Path], object]) -> None:
        dialog.fileSelected.connect(lambda name: act(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _register_filter(self) -> str:
        return self.tr("Register of partners (*.partners)")

    def _json_filter(self) -> str:
        return self.tr("Data of a register (*.json)")


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))


def _open_outside(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
