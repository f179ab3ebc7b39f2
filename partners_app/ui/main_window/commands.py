"""What the window's commands do, but for files: undo, check, settings; their wiring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox

from partners_app.domain.errors import PartnersError
from partners_app.domain.findings import Finding
from partners_app.services import (
    checking,
)
from partners_app.services.catalogue import Scope
from partners_app.texts.errors import ErrorText
from partners_app.texts.findings import finding_text
from partners_app.ui.dialogs.about import AboutDialog
from partners_app.ui.dialogs.findings import FindingsDialog
from partners_app.ui.dialogs.settings import SettingsDialog
from partners_app.ui.open_register import OpenRegister

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
        self._checks: checking.YearChecks | None = None
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.setInterval(CHECK_DELAY_MS)
        self._check_timer.timeout.connect(self._count_findings)

    def connect_actions(self) -> None:
        """Connect every action of the window."""
        window, actions = self._window, self._window.command_actions
        grid = window.workspace.grid
        for action, act in (
            (actions.new, window.files.create),
            (actions.open, window.files.open),
            (actions.save, window.saving.save),
            (actions.save_copy, window.files.save_copy),
            (actions.export_workbook, window.files.export_workbook),
            (actions.export_json, window.files.export_json),
            (actions.settings, self.show_settings),
            (actions.quit, window.close),
            (actions.undo, self.undo),
            (actions.redo, self.redo),
            (actions.find_in_tree, window.workspace.tree.focus_search),
            (actions.add_event, grid.add_event),
            (actions.delete_event, grid.delete_selected),
            (actions.event_up, lambda: grid.move_selected(-1)),
            (actions.event_down, lambda: grid.move_selected(+1)),
            (actions.add_region, window.workspace.tree.acts.add_region),
            (actions.add_country, window.workspace.tree.acts.add_country),
            (actions.add_partner, window.workspace.tree.acts.add_partner),
            (actions.add_agreement, window.workspace.agreements.add_agreement),
            (actions.previous_year, lambda: self._step_year(-1)),
            (actions.next_year, lambda: self._step_year(+1)),
            (actions.next_pane, window.workspace.focus_next_pane),
            (actions.refresh, window.read_again),
            (actions.check, self.show_findings),
            (actions.report, window.files.export_report),
            (actions.about, self.show_about),
        ):
            action.triggered.connect(lambda _checked=False, act=act: act())

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

    def _step_year(self, step: int) -> None:
        opened = self._window.open_register
        if opened is not None:
            self._window.commit()
            opened.set_year(opened.year + step)

    # Findings, settings

    def refresh_findings(self) -> None:
        """Count the findings anew, a moment after the last edit."""
        self._check_timer.start()

    def _count_findings(self) -> None:
        opened = self._window.open_register
        if opened is None:
            return
        checks = self._checks_of(opened)

        def work() -> tuple[list[Finding], dict[Scope, list[Finding]]]:
            findings = checks.findings()
            return findings, checking.by_place(checks.register, checking.doubtful(findings))

        self._window.background.run(
            work, done=self._mark_findings, failed=self._window.files.show_failure
        )

    def _checks_of(self, opened: OpenRegister) -> checking.YearChecks:
        """Return the checks of the year that is looked at, with what they know of it already."""
        known = self._checks
        if known is None or (known.register, known.year) != (opened.register, opened.year):
            known = self._checks = checking.YearChecks(opened.register, opened.year)
        return known

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
        self._window.workspace.grid.set_findings(findings)
        self._window.event_commands.set_findings(findings)
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
            self._findings.show_findings(self._checks_of(opened).findings())
        except PartnersError as error:
            self._window.show_error(error)
            return
        self._findings.show()
        self._findings.raise_()

    def findings_dialog(self) -> FindingsDialog | None:
        """Return the list of findings, if it is open."""
        return self._findings

    def _forget_findings(self) -> None:
        if self._findings is not None:
            self._findings.deleteLater()
            self._findings = None

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
