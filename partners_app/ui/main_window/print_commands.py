"""The window's commands on the printed report: preview with its findings, printer, files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from partners_app.domain.errors import PrinterProblem
from partners_app.domain.findings import Finding
from partners_app.domain.report_options import EVERYTHING, ReportOptions
from partners_app.printing.pages import Pages
from partners_app.printing.paginator import paginate
from partners_app.services import catalogue, reporting
from partners_app.texts.errors import error_text
from partners_app.ui.dialogs.report_choice import ReportChoiceDialog
from partners_app.ui.dialogs.report_preview import ReportPreview
from partners_app.ui.main_window.file_commands import PDF, Place
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import BannerTone
from partners_app.ui.widgets.page_view import LARGEST, SMALLEST, Fit

if TYPE_CHECKING:
    from partners_app.ui.dialogs.printer import PrinterDialog
    from partners_app.ui.main_window.window import MainWindow

REFRESH_DELAY_MS = 400
"""How long after an edit the preview is laid out anew, in milliseconds."""


_ZOOM = "preview_zoom"


@dataclass(frozen=True, slots=True)
class _Laid:
    """The pages of a year's report, or of the part of it that the options leave."""

    year: int
    options: ReportOptions
    pages: Pages


class PrintCommands(QObject):
    """The acts behind «Print» and «Preview»."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``connect_actions`` puts the acts behind its actions."""
        super().__init__(window)
        self._window = window
        self._preview: ReportPreview | None = None
        self._watched: OpenRegister | None = None
        self._options = EVERYTHING
        """What the pages in the preview show, for as long as it is open."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REFRESH_DELAY_MS)
        self._soon.timeout.connect(self._refresh)

    def connect_actions(self) -> None:
        """Connect the actions of the window."""
        actions = self._window.command_actions
        actions.print.triggered.connect(lambda: self.print())
        actions.preview.triggered.connect(lambda: self.show_preview())

    def preview(self) -> ReportPreview | None:
        """Return the preview, if it is open."""
        return self._preview

    def show_preview(self) -> None:
        """Open the report of the chosen year as it would be printed now."""
        self._lay_out(self._window.files.place(), self._options, self._show_pages)

    def print(self) -> None:
        """Ask for a printer, and print the whole report of the chosen year."""
        self._print_at(self._window.files.place(), EVERYTHING)

    def _print_at(self, place: Place, options: ReportOptions) -> None:
        self._lay_out(place, options, lambda laid: self._ask_printer(laid.pages, place, options))

    def _lay_out(self, place: Place, options: ReportOptions, done: Callable[[_Laid], None]) -> None:
        """Lay the report out in the background for who waits for it, then go on with its pages."""
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()

        def go_on(laid: _Laid) -> None:
            # The file may have been closed in the meantime.
            if self._window.open_register is opened:
                done(laid)

        self._window.files.in_background(
            self.tr("The pages are being laid out…"), _work(opened, options), go_on, place=place
        )

    # Preview

    def _show_pages(self, laid: _Laid) -> None:
        if self._preview is None:
            self._preview = self._make_preview()
            if (known := self._window.findings.known()) is not None:
                self._show_findings(known)
        self._show_again(laid)
        self._preview.show()
        self._preview.raise_()
        self._preview.activateWindow()

    def _make_preview(self) -> ReportPreview:
        window = self._window
        # Of no window: one of the main window's would always stand before the record that is shown.
        preview = ReportPreview(window.findings.acts)
        preview.setWindowIcon(window.windowIcon())
        preview.view.set_zoom(_zoom(str(self._window.settings.value(_ZOOM, Fit.WIDTH))))
        place = Place(preview, preview.banner)
        preview.print_requested.connect(lambda: self._print_at(place, self._options))
        preview.save_requested.connect(
            lambda kind: window.files.export_report(kind, place, self._options)
        )
        preview.issue_requested.connect(lambda: window.editions.ask_issue(place, self._options))
        preview.year_chosen.connect(self._choose_year)
        preview.choice_requested.connect(self._ask_what_is_shown)
        preview.everything_requested.connect(lambda: self._choose(EVERYTHING))
        preview.jump_requested.connect(self._jump)
        preview.panel.jump_requested.connect(window.places.show_record)
        preview.again_button.clicked.connect(lambda: window.findings.check())
        preview.finished.connect(self._forget_preview)
        opened = self._window.open_register
        assert opened is not None, "pages are of a register"
        window.findings.found.connect(self._show_findings)
        opened.changed.connect(self._soon.start)
        opened.read_anew.connect(self._soon.start)
        opened.year_changed.connect(self._on_year_changed)
        opened.closed.connect(preview.reject)
        self._watched = opened
        return preview

    def _forget_preview(self) -> None:
        self._soon.stop()
        if self._watched is not None:
            self._watched.changed.disconnect(self._soon.start)
            self._watched.read_anew.disconnect(self._soon.start)
            self._watched.year_changed.disconnect(self._on_year_changed)
            self._watched = None
            self._window.findings.found.disconnect(self._show_findings)
        self._options = EVERYTHING
        if self._preview is not None:
            self._window.settings.set_value(_ZOOM, str(self._preview.view.zoom()))
            self._preview.deleteLater()
            self._preview = None

    def _refresh(self) -> None:
        """Lay the same pages out anew, behind the back of who may be typing the next record.

        Nobody asked for it: it writes nothing that is being typed, and no dialog comes in between.
        """
        opened, preview = self._window.open_register, self._preview
        if opened is None or preview is None:
            return
        place = Place(preview, preview.banner)

        def done(laid: _Laid) -> None:
            if self._window.open_register is not opened:
                return
            if laid.options == self._options:
                self._show_again(laid)
            else:
                # Another part was chosen in the meantime, perhaps before the last edit.
                self._soon.start()

        self._window.background.run(
            _work(opened, self._options),
            done=done,
            failed=lambda error: self._window.files.show_failure(error, place=place),
        )

    def _show_again(self, laid: _Laid) -> None:
        opened = self._window.open_register
        if self._preview is not None and opened is not None:
            # Only now: had it failed, the pages before would still be what goes out from here.
            self._options = laid.options
            self._preview.show_years(opened.ask(catalogue.years), laid.year)
            self._preview.show_part(bool(laid.options))
            self._preview.set_writable(not opened.register.read_only)
            self._preview.show_pages(laid.year, laid.pages)

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        opened = self._window.open_register
        if self._preview is None or opened is None:
            return
        of_dates = opened.ask(catalogue.agreements_of_dates, _dates(findings))
        self._preview.show_findings(
            findings, lambda finding: of_dates.get(finding.record, finding.record)
        )

    def _on_year_changed(self) -> None:
        """Show the other year; a period was chosen of the year before, and holds nothing of it."""
        self._options = replace(self._options, first_day=None, last_day=None)
        self._soon.start()

    def _choose_year(self, year: int) -> None:
        if self._window.open_register is not None:
            self._window.commit()
            self._window.open_register.set_year(year)

    def _ask_what_is_shown(self) -> None:
        opened = self._window.open_register
        if opened is None or self._preview is None:
            return
        tree = opened.ask(catalogue.tree, opened.year)
        dialog = ReportChoiceDialog(tree, opened.year, self._options, self._preview)
        dialog.accepted.connect(lambda: self._choose(dialog.options()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, options: ReportOptions) -> None:
        preview = self._preview
        if preview is not None:
            self._lay_out(Place(preview, preview.banner), options, self._show_again)

    def _jump(self, record: str) -> None:
        opened = self._window.open_register
        table = None if opened is None else opened.ask(catalogue.table_of, record)
        if table is not None:
            self._window.places.open_record(table, record)

    # Printer

    def _ask_printer(self, pages: Pages, place: Place, options: ReportOptions) -> None:
        # What talks to printers is loaded when somebody prints.
        from partners_app.ui.dialogs.printer import printer_dialog

        place = self._window.files.still_there(place)
        try:
            dialog = printer_dialog(pages, place.parent)
        except PrinterProblem as error:
            self._say_problem(error, place, options)
            return
        dialog.accepted.connect(lambda: self._print(pages, dialog, place, options))
        dialog.finished.connect(dialog.deleteLater)
        dialog.ask()

    def _print(
        self, pages: Pages, dialog: PrinterDialog, place: Place, options: ReportOptions
    ) -> None:
        from partners_app.ui.dialogs.printer import print_pages

        printer = dialog.printer()
        try:
            sheets = print_pages(pages, printer)
        except PrinterProblem as error:
            self._say_problem(error, place, options)
            return
        text = self.tr("The report is sent to the printer, %n sheet(s): %1", "", sheets)
        name = printer.printerName() or printer.outputFileName()
        place.banner.say(BannerTone.OK, text.replace("%1", name))

    def _say_problem(self, error: PrinterProblem, place: Place, options: ReportOptions) -> None:
        text = error_text(error)
        place.banner.say(
            BannerTone.BAD if error.name else BannerTone.WARN,
            f"{text.what} {text.todo}",
            [
                (self.tr("Retry"), lambda: self._print_at(place, options)),
                (
                    self.tr("Save as PDF…"),
                    lambda: self._window.files.export_report(PDF, place, options),
                ),
            ],
            details=text.details if error.name else "",
        )


def _work(opened: OpenRegister, options: ReportOptions) -> Callable[[], _Laid]:
    """Return what lays out the year that is looked at now, off the UI thread."""
    register, year = opened.register, opened.year

    def work() -> _Laid:
        printed = reporting.printed_report(register, year, options)
        return _Laid(year, options, paginate(printed.report, printed.style))

    return work


def _dates(findings: Sequence[Finding]) -> list[str]:
    return [finding.record for finding in findings if finding.table == "agreement_date"]


def _zoom(text: str) -> Fit | float:
    """Return a size of the pages as it was remembered, the usual one where it cannot be read."""
    if text in set(Fit):
        return Fit(text)
    try:
        factor = float(text)
    except ValueError:
        return Fit.WIDTH
    return factor if SMALLEST <= factor <= LARGEST else Fit.WIDTH
