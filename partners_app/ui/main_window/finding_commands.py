"""What the check finds: counted after each edit, listed beside the work, and dealt with there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from partners_app.domain.findings import Finding, FindingCode
from partners_app.services import checking, fixing, lexicon
from partners_app.services.catalogue import Scope
from partners_app.texts.findings import finding_text
from partners_app.ui.dialogs.check_words import AbbreviationDialog, AcceptDialog
from partners_app.ui.dialogs.passed_over import PassedOverDialog
from partners_app.ui.main_window.findings_dock import FindingsDock
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.finding_list import Act

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

CHECK_DELAY_MS = 400
"""How long after an edit the findings are counted anew, in milliseconds."""


class FindingCommands(QObject):
    """The acts behind «Check» and the list of findings."""

    found = Signal(object)
    """The findings of the year that is looked at: a list of Finding."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``connect_actions`` puts the acts behind its actions."""
        super().__init__(window)
        self._window = window
        self._dock: FindingsDock | None = None
        self._checks: checking.YearChecks | None = None
        self._findings: list[Finding] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_DELAY_MS)
        self._timer.timeout.connect(self.check)

    def connect_actions(self) -> None:
        """Connect the actions of the window."""
        actions = self._window.command_actions
        actions.check.triggered.connect(lambda: self.show())
        actions.passed_over.triggered.connect(lambda: self.show_passed_over())

    # The check

    def refresh(self) -> None:
        """Check anew, a moment after the last edit."""
        self._timer.start()

    def forget(self) -> None:
        """Show nothing of a register that is being closed."""
        self._timer.stop()
        self._checks = self._findings = None
        if self._dock is not None:
            self._dock.hide()
            self._dock.panel.forget()

    def known(self) -> list[Finding] | None:
        """Return what the last check found; None before the first."""
        return self._findings

    def check(self) -> None:
        """Check in the background, now."""
        opened = self._window.open_register
        if opened is None:
            return
        checks = self._checks_of(opened)

        def work() -> tuple[list[Finding], dict[Scope, list[Finding]]]:
            findings = checks.findings()
            return findings, checking.by_place(checks.register, checking.doubtful(findings))

        def done(found: tuple[list[Finding], dict[Scope, list[Finding]]]) -> None:
            # Another year or register may be looked at by now: its own check is under way.
            if self._checks is checks and self._window.open_register is opened:
                self._show_found(*found)

        self._window.background.run(work, done=done, failed=self._window.files.show_failure)

    def _checks_of(self, opened: OpenRegister) -> checking.YearChecks:
        """Return the checks of the year that is looked at, with what they know of it already."""
        known = self._checks
        if known is None or (known.register, known.year) != (opened.register, opened.year):
            known = self._checks = checking.YearChecks(opened.register, opened.year)
        return known

    def _show_found(self, findings: list[Finding], places: dict[Scope, list[Finding]]) -> None:
        self._findings = findings
        count = len(checking.doubtful(findings))
        text = self.tr("Check · %1").replace("%1", str(count)) if count else self.tr("Check")
        window = self._window
        window.command_actions.check.setIconText(text)
        window.workspace.tree.set_doubts(
            {
                scope: "\n".join(finding_text(finding).title for finding in of_scope)
                for scope, of_scope in places.items()
            }
        )
        window.workspace.grid.set_findings(findings)
        window.event_commands.set_findings(findings)
        if self._dock is not None:
            self._fill(self._dock)
        self.found.emit(findings)

    # The list

    def dock(self) -> FindingsDock | None:
        """Return the list of findings beside the work, None as long as nobody asked for it."""
        return self._dock

    def show(self) -> None:
        """Show the findings of the chosen year beside the work; check once more."""
        if self._window.open_register is None:
            return
        self._window.commit()
        if self._dock is None:
            self._dock = self._make_dock()
        self._dock.show()
        self._dock.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._timer.stop()
        self.check()

    def _make_dock(self) -> FindingsDock:
        window = self._window
        dock = FindingsDock(window, self.acts)
        dock.panel.jump_requested.connect(window.places.show_record)
        dock.again_button.clicked.connect(lambda: self.check())
        dock.closed.connect(lambda: window.workspace.grid.setFocus(Qt.FocusReason.OtherFocusReason))
        window.workspace.beside = dock.panel
        dock.correct_button.clicked.connect(lambda: self.correct_all())
        self._fill(dock)
        return dock

    def _fill(self, dock: FindingsDock) -> None:
        opened = self._window.open_register
        if self._findings is None or opened is None:
            return
        dock.panel.show_findings(self._findings)
        certain = sum(fixing.fixable(finding) for finding in self._findings)
        dock.show_certain(0 if opened.register.read_only else certain)

    def acts(self, finding: Finding) -> Sequence[Act]:
        """Return what can be done about a finding but going to its record."""
        opened = self._window.open_register
        if opened is None or opened.register.read_only or not finding.record:
            return ()
        word = finding.values.get("found", "")
        acts = []
        if fixing.fixable(finding):
            tip = f"{word} → {finding.values['proposed']}"
            acts.append(
                Act(self.tr("Correct"), "pencil", lambda: opened.do(fixing.fix, [finding]), tip)
            )
        if finding.code is FindingCode.MISSPELLED:
            acts.append(
                Act(self.tr("Known word"), "check", lambda: opened.do(lexicon.add_words, [word]))
            )
        if finding.code is FindingCode.ABBREVIATION_UNEXPLAINED:
            acts.append(Act(self.tr("Explain…"), "book-open", lambda: self._explain(opened, word)))
        acts.append(Act(self.tr("Leave as it is"), "check", lambda: self._accept(opened, finding)))
        return acts

    def _over(self) -> QWidget:
        """Return the window that is worked in: the preview may stand over the main window."""
        return QApplication.activeWindow() or self._window

    def _accept(self, opened: OpenRegister, finding: Finding) -> None:
        dialog = AcceptDialog(opened, finding, self._over())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _explain(self, opened: OpenRegister, abbreviation: str) -> None:
        dialog = AbbreviationDialog(opened, abbreviation, parent=self._over())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def correct_all(self) -> None:
        """Correct whatever is certain, in one step."""
        opened = self._window.open_register
        certain = [finding for finding in self._findings or () if fixing.fixable(finding)]
        if certain and opened is not None:
            opened.do(fixing.fix, certain)

    def show_passed_over(self) -> None:
        """Open what the check passes over."""
        opened = self._window.open_register
        if opened is None:
            return
        dialog = PassedOverDialog(opened, self._window)
        dialog.jump_requested.connect(self._window.places.go_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
