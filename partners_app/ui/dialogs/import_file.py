"""Taking in a file: what it would change, row by row, before anything is written."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from partners_app.domain.errors import Abandoned, InputBroken, PartnersError
from partners_app.domain.findings import Finding
from partners_app.domain.import_plan import Outcome
from partners_app.domain.incoming import Layout
from partners_app.domain.input_problems import InputProblem
from partners_app.services import import_tables
from partners_app.texts.errors import error_text
from partners_app.texts.imports import entry_reason
from partners_app.ui.background import Background
from partners_app.ui.dialogs.column_meanings import ColumnMeaningsDialog
from partners_app.ui.dialogs.findings import FindingsDialog
from partners_app.ui.dialogs.import_session import ImportSession, Stage, WrittenImport
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import Banner, BannerTone
from partners_app.ui.widgets.busy_strip import BusyStrip
from partners_app.ui.widgets.dialog_frame import ActDialog
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.import_head import ImportHead
from partners_app.ui.widgets.import_notice import ImportNotice
from partners_app.ui.widgets.import_preview import ImportPreview

_WIDTH, _HEIGHT = 310.0, 185.0


class ImportDialog(ActDialog):
    """Head, filters, list and details; the ticked entries are written in one step."""

    other_file_requested = Signal()
    refused_file_requested = Signal()
    written = Signal(object)
    """The WrittenImport."""

    def __init__(
        self, opened: OpenRegister, background: Background, parent: QWidget | None = None
    ) -> None:
        """Show no file yet; ``open_file`` reads one."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take in a file"))
        self._opened = opened
        self._background = background
        self.session = ImportSession(opened.register, background, self)
        self.head = ImportHead()
        self.banner = Banner()
        self.preview = ImportPreview(self.session.asked, self.session.source)
        self.notice = ImportNotice()
        self.save_refused = QPushButton(self.tr("&Save the refused ones…"))
        self.findings_dialog: FindingsDialog | None = None
        self.columns_dialog: ColumnMeaningsDialog | None = None
        self.question: QMessageBox | None = None
        self._lay_out()
        self._connect()
        self._show_ticked()

    def _lay_out(self) -> None:
        self._busy = BusyStrip(self.tr("The file is being worked on"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.notice)
        self._pages.addWidget(self.preview)
        self.content.addWidget(self.head)
        self.content.addWidget(hairline())
        self.content.addWidget(self._busy)
        self.content.addWidget(self.banner)
        self.content.addWidget(self._pages, 1)
        self.add_secondary(self.save_refused)
        self.set_size(_WIDTH, _HEIGHT)
        self.preview.divide(self.width())

    def _connect(self) -> None:
        session, head, preview = self.session, self.head, self.preview
        session.changed.connect(self._show_session)
        session.busy_changed.connect(self._show_busy)
        session.failed.connect(self._show_failure)
        self._busy.waited.connect(lambda: self.cancel_button.setText(self.tr("Stop")))
        session.outdated.connect(self._say_outdated)
        session.stopped.connect(self._close)
        session.written.connect(self._finish)
        self._opened.closed.connect(self._close)
        head.other_file_requested.connect(self.other_file_requested)
        head.table_chosen.connect(self._choose_table)
        head.year_given.connect(session.set_year)
        head.hidden_rows_wanted.connect(session.set_include_hidden)
        head.columns_requested.connect(self.show_columns)
        head.findings_requested.connect(self.show_findings)
        self.notice.other_file_requested.connect(self.other_file_requested)
        self.notice.columns_requested.connect(self._open_by_hand)
        self.save_refused.clicked.connect(self.refused_file_requested)
        self.act_button.setToolTip(self.tr("Ctrl+Enter"))
        preview.model.ticked_changed.connect(self._show_ticked)
        preview.decided.connect(session.decide)
        preview.parent_requested.connect(self._go_to_parent)
        for keys, act in (
            (QKeySequence("F6"), preview.next_pane),
            (QKeySequence(QKeySequence.StandardKey.Find), preview.filters.search.setFocus),
            # From anywhere, whatever the keyboard's layout; Enter itself goes on to the details.
            (QKeySequence("Ctrl+Return"), self.act_button.click),
            (QKeySequence("Ctrl+Enter"), self.act_button.click),
        ):
            QShortcut(keys, self).activated.connect(act)

    # The file

    def open_file(self, path: Path) -> None:
        """Read a file, in place of another one if there is one."""
        self.banner.hide()
        self.preview.start_anew()
        self.head.show_file(path.name)
        self.session.open(path)

    def _open_by_hand(self) -> None:
        self.session.open(self.session.path, by_hand=True)

    def _choose_table(self, place: int) -> None:
        opened = self.session.opened
        if opened is not None and 0 <= place < len(opened.tables):
            self.banner.hide()
            self.preview.start_anew()
            self.session.choose(opened.tables[place])

    def show_columns(self) -> None:
        """Ask what the columns of the table hold."""
        table = self.session.table
        if table is None or self.session.busy:
            return
        self.columns_dialog = ColumnMeaningsDialog(table, self)
        self.columns_dialog.accepted.connect(self._take_columns)
        self.columns_dialog.finished.connect(self.columns_dialog.deleteLater)
        self.columns_dialog.open()

    def _take_columns(self) -> None:
        if self.columns_dialog is not None:
            self.preview.start_anew()
            self.session.set_mapping(self.columns_dialog.mapping)

    # What is shown

    def _show_session(self) -> None:
        """Show the stage, and the plan where there is one."""
        session = self.session
        opened, table = session.opened, session.table
        if session.stage is Stage.READING:
            self.notice.show_reading(session.path.name)
        else:
            year = session.incoming.year if session.incoming is not None else session.year
            layout = opened.layout if opened is not None else None
            self.head.show_facts(layout, table, year)
            self.head.show_findings(len(session.plan.problems) if session.plan else 0)
        can_map = (
            session.stage in (Stage.READY, Stage.FAILED, Stage.NEEDS_YEAR)
            and table is not None
            and not (table.official is not None and table.official.ids)
        )
        self.head.show_questions(
            opened.tables if opened is not None else (),
            table,
            asks_for_year=session.asks_for_year,
            year=session.year,
            include_hidden=session.include_hidden,
            can_map=can_map,
        )
        self.preview.show_plan(session.plan, session.lines)
        self._show_hint()
        ready = session.stage is Stage.READY
        appears = ready and self._pages.currentWidget() is not self.preview
        self._pages.setCurrentWidget(self.preview if ready else self.notice)
        if appears:
            self.preview.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.save_refused.setVisible(
            ready and self.preview.model.counts().get(Outcome.REFUSED, 0) > 0
        )
        if session.stage is Stage.NEEDS_YEAR:
            self.notice.show_question(self.tr("The table names no year. Which one is it of?"))
            self.head.year.setFocus(Qt.FocusReason.OtherFocusReason)
        elif session.stage is Stage.NEEDS_TABLE:
            self.notice.show_question(
                self.tr("The tables of this file are on hidden sheets. Choose one above.")
            )
        elif session.stage is Stage.FAILED:
            self._show_no_plan(session.error)
        elif ready:
            self._say_what_is_known()

    def _show_no_plan(self, error: Exception | None) -> None:
        if not isinstance(error, PartnersError | Abandoned):
            assert error is not None
            self.reject()
            raise error
        unknown = isinstance(error, InputBroken) and error.problem == InputProblem.TABLE_UNKNOWN
        self.notice.show_error(error_text(error), can_map=unknown)

    def _show_hint(self) -> None:
        plan = self.session.plan
        exact = (Layout.DATA_WORKBOOK, Layout.JSON, Layout.REGISTER)
        tells_empty = plan is None or plan.layout in exact
        self.preview.details.set_hint(
            "" if tells_empty else self.tr("An empty cell of the file erases nothing.")
        )

    def _say_what_is_known(self) -> None:
        """Say above the list what keeps the plan from being written, or that it was already."""
        session = self.session
        assert session.plan is not None
        mapping = session.table.mapping if session.table is not None else None
        columns = len(session.undecided_columns())
        acts = [(self.tr("Columns…"), self.show_columns)]
        if mapping is not None and mapping.missing:
            self.banner.say(
                BannerTone.WARN,
                self.tr("Not all columns that are needed were recognised."),
                acts,
            )
        elif columns:
            self.banner.say(
                BannerTone.WARN,
                self.tr(
                    "What %n column(s) hold is not known. Say it, or leave them out.", "", columns
                ),
                acts,
            )
        elif session.plan.taken_in is not None:
            at, author = session.plan.taken_in
            text = self.tr("This file was taken in already on %1, by %2.")
            day = f"{at.astimezone():%d.%m.%Y}"
            text = text.replace("%1", day).replace("%2", author)
            if not session.plan.proposed():
                nothing = self.tr("There is nothing new in it.")
                text = f"{text} {nothing}"
            self.banner.say(BannerTone.WARN, text)
        elif self.banner.isVisible() and self.banner.buttons():
            self.banner.hide()

    def _show_ticked(self) -> None:
        number = len(self.preview.model.ticked())
        self.act_button.setText(
            self.tr("&Write %n change(s)", "", number) if number else self.tr("Nothing to write")
        )
        undecided = bool(self.session.undecided_columns())
        ready = self.session.stage is Stage.READY and not self.session.busy
        self.act_button.setEnabled(ready and number > 0 and not undecided)

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self._busy.start()
        else:
            self._busy.stop()
            self.cancel_button.setText(self.tr("Cancel"))
        for part in (self.head, self.preview, self.save_refused):
            # What is being read or written stays as it is meanwhile; reading can be stopped.
            part.setEnabled(not (busy and self.session.is_writing))
        self._show_ticked()

    def _show_failure(self, error: object) -> None:
        if not isinstance(error, PartnersError | Abandoned):
            assert isinstance(error, Exception)
            raise error
        text = error_text(error)
        self.banner.say(BannerTone.BAD, f"{text.what} {text.todo}", details=text.details)

    def _say_outdated(self, by_file: bool) -> None:
        self.banner.say(
            BannerTone.WARN,
            self.tr("The file was changed meanwhile, and was read again. Nothing was written yet.")
            if by_file
            else self.tr(
                "The register was changed meanwhile. The list is made again; your ticks stayed."
            ),
        )

    # Acts

    def _go_to_parent(self, key: str) -> None:
        parent = self.session.undecided_parent(key)
        if parent is not None:
            self.preview.go_to(parent)
            self.preview.details.take_keyboard()

    def show_findings(self) -> None:
        """Open what was noted about the file beside the dialog."""
        plan = self.session.plan
        if plan is None:
            return
        dialog = FindingsDialog(self)
        dialog.jump_requested.connect(self._show_row_of)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show_findings(plan.problems)
        self.findings_dialog = dialog
        dialog.open()

    def _show_row_of(self, finding: Finding) -> None:
        """Make the entry that a finding is about the current one."""
        key = self.session.entry_about(finding)
        if key is not None and self.preview.go_to(key) and self.findings_dialog is not None:
            self.findings_dialog.accept()
            self.preview.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_refused(self, path: Path) -> None:
        """Write the refused rows, with the reason beside each, into a workbook."""
        session = self.session
        made, incoming, table = session.plan, session.incoming, session.table
        if made is None or incoming is None:
            return
        reasons = {entry.key: entry_reason(entry) for entry in made.of(Outcome.REFUSED)}
        heads = (self.tr("Why it was refused"), self.tr("Row of the file"))
        self._background.run(
            lambda: import_tables.save_refused(
                incoming,
                table,
                made,
                path,
                reasons=reasons,
                reason_head=heads[0],
                row_head=heads[1],
            ),
            done=lambda _count: self.banner.say(
                BannerTone.OK,
                self.tr("The refused rows are saved: %1").replace("%1", path.name),
                [(self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path)))],
                details=str(path),
            ),
            failed=self._show_failure,
        )

    # Keys and the end

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QLineEdit):
                return  # Enter ends the typing there; it must not write anything.
            if focused is self.preview.list:
                self.preview.details.take_keyboard()
                return
        super().keyPressEvent(event)

    def accept(self) -> None:
        """Write the ticked entries; the dialog closes when they are."""
        if self.act_button.isEnabled():
            self.session.write(self.preview.model.ticked())

    def _finish(self, written: WrittenImport) -> None:
        super().accept()
        self.written.emit(written)

    def reject(self) -> None:
        """Stop what is going on, else close; decisions are not thrown away without a question."""
        if self.session.busy:
            self.session.cancel()
        elif self.session.plan is not None and (
            self.session.decisions or self.preview.model.is_touched()
        ):
            self._ask_before_closing()
        else:
            self._close()

    def _ask_before_closing(self) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.windowTitle())
        box.setText(self.tr("What you decided here is not written yet."))
        box.setInformativeText(self.tr("The register stays as it is."))
        leave = box.addButton(self.tr("Close without writing"), QMessageBox.ButtonRole.RejectRole)
        stay = box.addButton(self.tr("Back to the list"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.buttonClicked.connect(lambda button: self._close() if button is leave else None)
        box.finished.connect(box.deleteLater)
        self.question = box
        box.open()

    def _close(self) -> None:
        self.session.close()
        super().reject()
