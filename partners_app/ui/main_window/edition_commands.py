"""The window's commands on editions of the report: issue, save again, compare, open a new year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError
from partners_app.domain.report_options import EVERYTHING, ReportOptions
from partners_app.printing.pdf import report_pdf, sheet_pdf
from partners_app.services import catalogue, editions, next_year, reporting, sheets
from partners_app.services.editions import Comparison, Edition, Side
from partners_app.services.next_year import Frame
from partners_app.services.reporting import YearlyReport
from partners_app.ui.dialogs.comparison import Compared, ComparisonDialog
from partners_app.ui.dialogs.editions import EditionsDialog
from partners_app.ui.dialogs.issue_report import IssueDialog
from partners_app.ui.dialogs.next_year import NextYearDialog
from partners_app.ui.main_window.file_commands import Place
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow


class EditionCommands(QObject):
    """The acts behind «Editions», «Compare reports» and «Open the next year»."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``connect_actions`` puts the acts behind its actions."""
        super().__init__(window)
        self._window = window
        self._dialog: EditionsDialog | None = None
        self._comparison: ComparisonDialog | None = None

    def connect_actions(self) -> None:
        """Connect the actions of the window."""
        actions = self._window.command_actions
        actions.editions.triggered.connect(lambda: self.show())
        actions.compare.triggered.connect(lambda: self.compare())
        actions.open_next_year.triggered.connect(lambda: self.ask_next_year())

    def dialog(self) -> EditionsDialog | None:
        """Return the list of editions, if it is open."""
        return self._dialog

    def comparison(self) -> ComparisonDialog | None:
        """Return the comparison, if it is open."""
        return self._comparison

    def show(self) -> None:
        """Open the list of editions."""
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        if self._dialog is None:
            self._dialog = self._make_dialog(opened)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _make_dialog(self, opened: OpenRegister) -> EditionsDialog:
        dialog = EditionsDialog(opened, self._window)
        dialog.issue_requested.connect(lambda: self.ask_issue(self._place()))
        dialog.save_requested.connect(lambda edition: self.save(edition, self._place()))
        dialog.compare_requested.connect(self._compare_with_now)
        dialog.next_year_requested.connect(self.ask_next_year)
        dialog.finished.connect(self._forget_dialog)
        return dialog

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _place(self) -> Place:
        """Return where is told what came of an act: the list of editions, if it is open."""
        if self._dialog is None:
            return self._window.files.place()
        return Place(self._dialog, self._dialog.banner)

    # Issue and save

    def ask_issue(self, place: Place, options: ReportOptions = EVERYTHING) -> None:
        """Ask for a note, and issue the report of the chosen year, or a part of it."""
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        try:
            report = opened.ask(reporting.yearly_report, opened.year, options)
        except PartnersError as error:
            self._window.files.show_failure(error, place=place)
            return
        self._ask_issue(opened, report, place, options)

    def _ask_issue(
        self, opened: OpenRegister, report: YearlyReport, place: Place, options: ReportOptions
    ) -> None:
        dialog = IssueDialog(report, self._window.files.still_there(place).parent)
        dialog.accepted.connect(
            lambda: self._issue(
                opened,
                report.year,
                dialog.remark.text(),
                place,
                options,
                save=dialog.save_file.isChecked(),
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _issue(
        self,
        opened: OpenRegister,
        year: int,
        remark: str,
        place: Place,
        options: ReportOptions,
        *,
        save: bool,
    ) -> None:
        register = opened.register

        def done(change_set: ChangeSet) -> None:
            if self._window.open_register is not opened:
                return
            opened.tell_written(change_set)
            (number,) = change_set.ids("edition")
            edition = next(item for item in opened.ask(editions.editions) if item.id == number)
            if self._dialog is not None:
                self._dialog.choose(edition)
            text = self.tr("The report for %1 is issued and kept in the register.")
            self._window.files.still_there(place).banner.say(
                BannerTone.OK,
                text.replace("%1", str(year)),
                [(self.tr("Save as a file…"), lambda: self.save(edition, place))],
            )
            if save:
                self.save(edition, place)

        self._window.files.in_background(
            self.tr("The report is being issued…"),
            lambda: editions.issue(register, year, remark=remark, options=options),
            done,
            place=place,
        )

    def save(self, edition: Edition, place: Place) -> None:
        """Ask for a file and write an edition into it as it was issued."""
        opened = self._window.open_register
        if opened is None:
            return
        files = self._window.files
        name = self.tr("Cooperation with partner cities in %1, edition of %2")
        day = edition.issued_at.astimezone().strftime("%d.%m.%Y")
        name = name.replace("%1", str(edition.year)).replace("%2", day)
        kinds = {
            self.tr("Excel workbook, as it was issued (*.xlsx)"): editions.WORKBOOK,
            self.tr("Word document (*.docx)"): editions.WORD,
            self.tr("PDF, as it is printed (*.pdf)"): editions.PDF,
            self.tr("Web page (*.html)"): editions.HTML,
        }
        files.ask_for_document(
            self.tr("Save the edition"),
            self._folder() / f"{name}{editions.WORKBOOK}",
            kinds,
            lambda path: self._write(opened, edition, path, place),
            parent=files.still_there(place).parent,
        )

    def _write(self, opened: OpenRegister, edition: Edition, path: Path, place: Place) -> None:
        self._remember(path)
        register = opened.register
        self._window.files.in_background(
            self.tr("The edition is being written…"),
            lambda: editions.export(register, edition.id, path, draw_pdf=report_pdf),
            lambda _: self._window.files.say_written(
                self.tr("The edition is written: %1"), path, place
            ),
            retry=lambda: self._write(opened, edition, path, place),
            place=place,
        )

    def _folder(self) -> Path:
        return Path(
            str(self._window.settings.value("report_folder", self._window.files.documents()))
        )

    def _remember(self, path: Path) -> None:
        self._window.settings.set_value("report_folder", str(path.parent))

    # Compare

    def compare(self) -> None:
        """Compare the newest edition with now, or last year with this one where there is none."""
        opened = self._window.open_register
        if opened is None:
            return
        found = opened.ask(editions.editions)
        of_year = [item for item in found if item.year == opened.year]
        if of_year:
            self._compare_with_now(of_year[0])
        else:
            self._compare(opened, found, Side(opened.year - 1), Side(opened.year))

    def _compare_with_now(self, edition: Edition) -> None:
        opened = self._window.open_register
        if opened is not None:
            found = opened.ask(editions.editions)
            self._compare(opened, found, Side(edition.year, edition.id), Side(edition.year))

    def _compare(
        self, opened: OpenRegister, found: Sequence[Edition], old: Side, new: Side
    ) -> None:
        self._window.commit()
        if self._comparison is not None:
            self._comparison.reject()
        years = {*opened.ask(catalogue.years), opened.year, old.year, new.year}
        dialog = ComparisonDialog(found, sorted(years, reverse=True), self._window)
        dialog.compare_requested.connect(
            lambda before, after: self._fill(opened, dialog, before, after)
        )
        dialog.save_requested.connect(lambda: self._save_comparison(opened, dialog))
        dialog.finished.connect(lambda: self._forget_comparison(dialog))
        opened.closed.connect(dialog.reject)
        self._comparison = dialog
        dialog.choose(old, new)
        dialog.show()

    def _forget_comparison(self, dialog: ComparisonDialog) -> None:
        if self._comparison is dialog:
            self._comparison = None
        dialog.deleteLater()

    def _fill(self, opened: OpenRegister, dialog: ComparisonDialog, old: Side, new: Side) -> None:
        register = opened.register

        def show(comparison: Comparison) -> None:
            if isValid(dialog):
                dialog.banner.hide()
                dialog.show_compared(Compared(old, new, comparison))

        self._window.files.in_background(
            self.tr("The reports are being compared…"),
            lambda: editions.compare(register, old, new),
            show,
            retry=lambda: self._fill(opened, dialog, old, new),
            place=Place(dialog, dialog.banner),
        )

    def _save_comparison(self, opened: OpenRegister, dialog: ComparisonDialog) -> None:
        compared = dialog.compared()
        if compared is None:
            return
        kinds = {
            self.tr("Excel workbook (*.xlsx)"): sheets.WORKBOOK,
            self.tr("Word document (*.docx)"): sheets.WORD,
            self.tr("PDF, as it is printed (*.pdf)"): sheets.PDF,
        }
        day = datetime.now().astimezone().strftime("%d.%m.%Y")
        name = self.tr("Comparison of reports, %1").replace("%1", day)
        place = Place(dialog, dialog.banner)
        self._window.files.ask_for_document(
            self.tr("Save the comparison"),
            self._folder() / f"{name}{sheets.WORKBOOK}",
            kinds,
            lambda path: self._write_comparison(opened, compared, path, place),
            parent=dialog,
        )

    def _write_comparison(
        self, opened: OpenRegister, compared: Compared, path: Path, place: Place
    ) -> None:
        self._remember(path)
        register = opened.register

        def work() -> None:
            sheet = editions.sheet_of(register, compared.result, compared.old, compared.new)
            sheets.write_sheet(register, sheet, path, draw_pdf=sheet_pdf)

        self._window.files.in_background(
            self.tr("The comparison is being written…"),
            work,
            lambda _: self._window.files.say_written(
                self.tr("The comparison is written: %1"), path, place
            ),
            retry=lambda: self._write_comparison(opened, compared, path, place),
            place=place,
        )

    # The next year

    def ask_next_year(self) -> None:
        """Ask which events take place again, and go to the year after the chosen one."""
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        place = self._place()
        try:
            frame = opened.ask(next_year.frame_of, opened.year)
        except PartnersError as error:
            self._window.files.show_failure(error, place=place)
            return
        dialog = NextYearDialog(frame, place.parent)
        dialog.accepted.connect(lambda: self._open_year(opened, frame, dialog.chosen()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_year(self, opened: OpenRegister, frame: Frame, events: Sequence[int]) -> None:
        writes = bool(events) or frame.title != frame.title_now
        if writes and opened.do(next_year.open_year, frame.year - 1, events) is None:
            return
        opened.set_year(frame.year)
        text = self.tr("The year %1 is open, %n event(s) taken over.", "", len(events))
        self._place().banner.say(BannerTone.OK, text.replace("%1", str(frame.year)))
