"""What the window does with files: registers, copies, exchange, the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from partners_app.domain.errors import Abandoned, PartnersError
from partners_app.domain.report_options import EVERYTHING, ReportOptions
from partners_app.printing.pdf import report_pdf
from partners_app.services import exporting, reporting, sample
from partners_app.services.register import Register
from partners_app.texts.errors import error_text
from partners_app.texts.opening import upgraded_text
from partners_app.texts.reports import left_out_lines, not_held_lines
from partners_app.ui.dialogs.waiting import WaitingDialog
from partners_app.ui.widgets.banner import Banner, BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow


WORKBOOK, WORD, PDF, HTML = ".xlsx", ".docx", ".pdf", ".html"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was asked for, and is answered: the window, or a dialog beside it."""

    parent: QWidget
    banner: Banner


class FileCommands(QObject):
    """The acts that read or write files; long ones run in the background."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window = window

    def create(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a new file and make a register in it; ``then`` follows once it is open."""

        def make(path: Path) -> None:
            made = self._take(lambda: Register.create(path, author=self._window.settings.author))
            if made and then is not None:
                then()

        self.ask_to_save(
            self.tr("New register"),
            self.documents() / self.tr("Partners.partners"),
            self._register_filter(),
            make,
        )

    def open_sample(self) -> None:
        """Open the user's own copy of the 2020 register; make it at the first time."""
        path = self.documents() / self.tr("Partners – sample of 2020.partners")
        author = self._window.settings.author
        self._take(lambda: sample.open_or_create(path, author=author))

    def _take(self, opened: Callable[[], Register]) -> bool:
        try:
            register = opened()
        except PartnersError as error:
            self._window.show_error(error)
            return False
        self._window.take_register(register)
        return True

    def say_upgraded(self, register: Register) -> None:
        """Say that a register was in an older format, and where the file as it was is kept."""
        upgraded = register.upgraded
        if upgraded is None:
            return
        banner, kept = self._window.workspace.banner, upgraded.backup
        if kept is None:
            banner.say(BannerTone.WARN, upgraded_text(None))
            return
        self._window.status.show_upgraded()
        banner.say(
            BannerTone.OK,
            upgraded_text(kept.name),
            [(self.tr("Open the folder"), lambda: _open_outside(kept.parent))],
            details=str(kept),
        )

    def open(self) -> None:
        """Ask for a register and open it."""
        opened = self._window.open_register
        folder = opened.register.path.parent if opened else self.documents()
        dialog = QFileDialog(
            self._window, self.tr("Open a register"), str(folder), self._register_filter()
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.show_file_dialog(dialog, lambda path: self._window.open_path(path))

    def fill_recent(self) -> None:
        """Put the registers that were opened lately into their menu."""
        window, menu = self._window, self._window.recent_menu
        menu.clear()
        for path in window.settings.recent:
            action = menu.addAction(str(path).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: window.open_path(path))
        menu.setEnabled(True)
        if menu.isEmpty():
            menu.addAction(self.tr("No registers yet")).setEnabled(False)

    def save_copy(self) -> None:
        """Ask for a file and write a verified copy of the register into it."""
        opened = self._window.open_register
        if opened is None:
            return
        register = opened.register
        name = self.tr("%1 – copy.partners").replace("%1", register.path.stem)
        self.ask_to_save(
            self.tr("Save a copy"),
            register.path.with_name(name),
            self._register_filter(),
            lambda path: self.in_background(
                self.tr("The copy is being written…"),
                lambda: register.save_copy(path),
                lambda _: self.say_written(self.tr("The copy is saved: %1"), path),
            ),
        )

    def export_json(self) -> None:
        """Ask for a file and write the whole register into it as JSON."""
        opened = self._window.open_register
        if opened is None:
            return
        register = opened.register
        self.ask_to_save(
            self.tr("Export data"),
            register.path.with_suffix(".json"),
            self._json_filter(),
            lambda path: self.in_background(
                self.tr("The data are being written…"),
                lambda: exporting.export_json(register, path),
                lambda _: self.say_written(self.tr("The data are written: %1"), path),
            ),
        )

    def export_workbook(self) -> None:
        """Ask for a file and write the records into it as a workbook, to be edited and taken in."""
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        register, year = opened.register, opened.year
        of_year = self.tr("Excel workbook, events of %1 (*.xlsx)").replace("%1", str(year))
        of_all = self.tr("Excel workbook, events of all years (*.xlsx)")
        folder = Path(str(self._window.settings.value("export_folder", self.documents())))
        name = self.tr("Partners – data of %1.xlsx").replace("%1", str(year))
        dialog = self._save_dialog(
            self.tr("Export data"), folder / name, ";;".join([of_year, of_all])
        )
        dialog.filterSelected.connect(
            lambda kind: dialog.selectFile(
                name if kind == of_year else self.tr("Partners – all data.xlsx")
            )
        )

        def write(path: Path) -> None:
            chosen = year if dialog.selectedNameFilter() == of_year else None
            self._write_workbook(register, chosen, path)

        self.show_file_dialog(dialog, write)

    def _write_workbook(self, register: Register, year: int | None, path: Path) -> None:
        self._window.settings.set_value("export_folder", str(path.parent))
        self.in_background(
            self.tr("The data are being written…"),
            lambda: exporting.export_workbook(register, path, year=year),
            self._say_workbook,
            retry=lambda: self._write_workbook(register, year, path),
        )

    def _say_workbook(self, written: exporting.ExportResult) -> None:
        text = self.tr("The data are written, %n event(s): %1", "", written.events)
        self.say_written(". ".join([text, *not_held_lines(written)]), written.path)

    def export_report(
        self,
        kind: str = WORKBOOK,
        place: Place | None = None,
        options: ReportOptions = EVERYTHING,
    ) -> None:
        """Ask for a file and write the yearly report of the chosen year into it.

        ``kind`` is the one that is proposed, ``place`` where is told what came of it.
        """
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        register, year = opened.register, opened.year
        folder = Path(str(self._window.settings.value("report_folder", self.documents())))
        name = self.tr("Cooperation with partner cities in %1").replace("%1", str(year))
        kinds = {
            self.tr("Excel workbook (*.xlsx)"): WORKBOOK,
            self.tr("Word document (*.docx)"): WORD,
            self.tr("PDF, as it is printed (*.pdf)"): PDF,
            self.tr("Web page (*.html)"): HTML,
        }
        self.ask_for_document(
            self.tr("Report for %1").replace("%1", str(year)),
            folder / f"{name}{kind}",
            kinds,
            lambda path: self._write_report(register, year, path, place, options),
            parent=self.still_there(place).parent,
        )

    def _write_report(
        self,
        register: Register,
        year: int,
        path: Path,
        place: Place | None,
        options: ReportOptions,
    ) -> None:
        self._window.settings.set_value("report_folder", str(path.parent))
        self.in_background(
            self.tr("The report is being written…"),
            lambda: reporting.write_report(
                register, year, path, draw_pdf=report_pdf, options=options
            ),
            lambda written: self._say_report(written, place),
            retry=lambda: self._write_report(register, year, path, place, options),
            place=place,
        )

    def _say_report(self, written: reporting.ReportResult, place: Place | None) -> None:
        text = self.tr("The report for %2 is written, %n event(s): %1", "", written.events)
        text = text.replace("%2", str(written.year))
        self.say_written(". ".join([text, *left_out_lines(written)]), written.path, place)

    def place(self) -> Place:
        """Return the window itself as the place where things are told."""
        return Place(self._window, self._window.workspace.banner)

    def still_there(self, place: Place | None) -> Place:
        """Return a place, or the window where its dialog has been closed in the meantime."""
        gone = place is None or not isValid(place.parent) or not place.parent.isVisible()
        return self.place() if place is None or gone else place

    def in_background(
        self,
        doing: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        retry: Callable[[], None] | None = None,
        place: Place | None = None,
        failed: Callable[[], object] | None = None,
    ) -> None:
        """Do something long off the UI thread; it can be cancelled, and what fails is told.

        ``failed`` comes before that is told, where something may have been written before it.
        """
        self._window.commit()
        # Of the window: a dialog may be closed, and would take it along, before the work ends.
        waiting = WaitingDialog(doing, self._window)

        def finish(result: object) -> None:
            waiting.finish()
            done(result)

        def fail(error: Exception) -> None:
            waiting.finish()
            if failed is not None:
                failed()
            self.show_failure(error, retry, place)

        waiting.cancelled.connect(self._window.background.run(work, done=finish, failed=fail))

    def show_failure(
        self,
        error: Exception,
        retry: Callable[[], None] | None = None,
        place: Place | None = None,
    ) -> None:
        """Say why something done in the background failed; a bug goes on to the hook."""
        banner = self.still_there(place).banner
        if isinstance(error, Abandoned):
            text = error_text(error)
            banner.say(BannerTone.WARN, f"{text.what} {text.todo}")
            return
        if not isinstance(error, PartnersError):
            raise error
        if place is None and self._window.open_register is None:
            # The banner belongs to the register, and is not to be seen without one.
            self._window.show_error(error)
            return
        text = error_text(error)
        acts = (
            [(self.tr("Retry"), retry)]
            if retry is not None
            else self._window.saving.ways_out(error)
        )
        banner.say(BannerTone.BAD, f"{text.what} {text.todo}", acts, details=text.details)

    def say_written(self, text: str, path: Path, place: Place | None = None) -> None:
        """Say that a file is written, and offer to open it; %1 in the text is its name."""
        self.still_there(place).banner.say(
            BannerTone.OK,
            text.replace("%1", path.name),
            [
                (self.tr("Open"), lambda: _open_outside(path)),
                (self.tr("Open the folder"), lambda: _open_outside(path.parent)),
            ],
            details=str(path),
        )

    def ask_to_save(
        self,
        title: str,
        suggested: Path,
        kinds: str,
        act: Callable[[Path], object],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for the name of a file to be written; ``parent`` is a dialog that stands over all."""
        self.show_file_dialog(self._save_dialog(title, suggested, kinds, parent), act)

    def ask_for_document(
        self,
        title: str,
        suggested: Path,
        kinds: Mapping[str, str],
        act: Callable[[Path], object],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for the name of a file of one of several kinds: their words, and their endings.

        The kind of the suggested name is proposed; the name ends as the chosen kind does.
        """
        first = sorted(kinds, key=lambda words: kinds[words] != suggested.suffix)
        dialog = self._save_dialog(title, suggested, ";;".join(first), parent)
        dialog.filterSelected.connect(lambda words: _change_kind(dialog, kinds[words]))
        self.show_file_dialog(dialog, act)

    def _save_dialog(
        self, title: str, suggested: Path, kinds: str, parent: QWidget | None = None
    ) -> QFileDialog:
        dialog = QFileDialog(parent or self._window, title, str(suggested.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
        dialog.selectFile(suggested.name)
        return dialog

    def show_file_dialog(self, dialog: QFileDialog, act: Callable[[Path], object]) -> None:
        """Open a dialog that asks for a file, and do something with the one that is chosen."""
        # Qt's own dialog, where the system has none, leaves these two in English.
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.fileSelected.connect(lambda name: act(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @staticmethod
    def documents() -> Path:
        """Return the user's folder of documents."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place))

    def _register_filter(self) -> str:
        return self.tr("Register of partners (*.partners)")

    def _json_filter(self) -> str:
        return self.tr("Data of a register (*.json)")


def _change_kind(dialog: QFileDialog, kind: str) -> None:
    """Let the proposed name end as the chosen kind does."""
    dialog.setDefaultSuffix(kind.removeprefix("."))
    for name in dialog.selectedFiles()[:1]:
        dialog.selectFile(Path(name).with_suffix(kind).name)


def _open_outside(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
