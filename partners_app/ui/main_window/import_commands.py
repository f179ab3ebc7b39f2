"""What the window does to take a file in: choose or drop it, look at it, undo it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from partners_app.domain.changes import ChangeSet
from partners_app.services.register import Register, TakeBack
from partners_app.ui.dialogs.import_file import ImportDialog
from partners_app.ui.dialogs.import_session import WrittenImport
from partners_app.ui.widgets.banner import BannerTone
from partners_app.ui.widgets.dropped_files import (
    IMPORTED_SUFFIXES,
    REGISTER_SUFFIX,
    dropped_file,
    is_register,
)

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

_FOLDER = "import_folder"


class ImportCommands(QObject):
    """The acts behind «Load from a file», and what is dropped on the window."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``connect_actions`` puts the acts behind its actions."""
        super().__init__(window)
        self._window = window
        self._dialog: ImportDialog | None = None
        self._question: QMessageBox | None = None

    def connect_actions(self) -> None:
        """Connect the action of the window and what the empty state offers."""
        self._window.command_actions.import_file.triggered.connect(lambda: self.choose())
        empty = self._window.pages.empty
        empty.import_requested.connect(lambda: self._window.files.create(then=self.choose))
        empty.file_dropped.connect(self.take_file)

    def dialog(self) -> ImportDialog | None:
        """Return the dialog, while it is open."""
        return self._dialog

    def question(self) -> QMessageBox | None:
        """Return the question about a dropped register, while it is asked."""
        return self._question

    # A file

    def choose(self) -> None:
        """Ask for a file and show what taking it in would change."""
        self._choose(self._window, self.open)

    def _choose(self, parent: QWidget, then: Callable[[Path], object]) -> None:
        files, settings = self._window.files, self._window.settings
        kinds = " ".join(f"*{suffix}" for suffix in (*IMPORTED_SUFFIXES, REGISTER_SUFFIX))
        filters = [
            self.tr("Tables, documents and registers (%1)").replace("%1", kinds),
            self.tr("All files (*)"),
        ]
        folder = str(settings.value(_FOLDER, files.documents()))
        dialog = QFileDialog(parent, self.tr("Load from a file"), folder, ";;".join(filters))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.show_file_dialog(dialog, then)

    def open(self, path: Path) -> None:
        """Show what taking a file in would change."""
        opened = self._window.open_register
        if opened is None or opened.register.read_only or self._dialog is not None:
            return
        self._window.commit()
        self._window.settings.set_value(_FOLDER, str(path.parent))
        dialog = ImportDialog(opened, self._window.background, self._window)
        self._dialog = dialog
        dialog.other_file_requested.connect(lambda: self._choose(dialog, self._open_other))
        dialog.refused_file_requested.connect(self._ask_for_refused)
        dialog.written.connect(self._say_written)
        dialog.finished.connect(self._forget)
        dialog.open()
        dialog.open_file(path)

    def _open_other(self, path: Path) -> None:
        self._window.settings.set_value(_FOLDER, str(path.parent))
        if self._dialog is not None:
            self._dialog.open_file(path)

    def _ask_for_refused(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        source = dialog.session.path
        name = self.tr("%1 – refused rows.xlsx").replace("%1", source.stem)
        self._window.files.ask_to_save(
            self.tr("Save the refused rows"),
            source.with_name(name),
            self.tr("Excel workbook (*.xlsx)"),
            dialog.write_refused,
            parent=dialog,
        )

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    # Afterwards

    def _say_written(self, written: WrittenImport) -> None:
        """Show what was taken in, and offer to undo it."""
        window, opened = self._window, self._window.open_register
        if opened is None:
            return
        if written.years and opened.year not in written.years:
            opened.set_year(max(written.years))
        opened.tell_written(written.change_set)
        counts = [
            (self.tr("new: %1"), written.new),
            (self.tr("changed: %1"), written.changed),
            (self.tr("deleted: %1"), written.deleted),
        ]
        told = ", ".join(words.replace("%1", str(count)) for words, count in counts if count)
        text = self.tr("Taken in from “%1”: %2").replace("%2", told)
        window.workspace.banner.say(
            BannerTone.OK,
            text.replace("%1", written.name),
            [(self.tr("Undo the import"), lambda: self.undo(written.step))],
        )

    def undo(self, step: int) -> None:
        """Undo an import: as the newest step, or taken back out of what came after it."""
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        banner = self._window.workspace.banner
        newest = opened.register.undo_state().undo
        if newest is not None and newest.id == step:
            if opened.undo() is not None:
                banner.say(BannerTone.OK, self.tr("The import is undone."))
            return
        taken: list[TakeBack] = []

        def act(register: Register) -> ChangeSet:
            taken.append(register.take_back(step))
            return taken[0].applied

        if opened.do(act) is None:
            return
        text = self.tr("The import is undone.")
        if left := len(taken[0].left):
            stay = self.tr("%n record(s) changed since stay as they are.", "", left)
            text = f"{text} {stay}"
        banner.say(BannerTone.OK, text)

    # What is dropped

    def accepts(self, event: QDropEvent) -> Path | None:
        """Return the file that is dragged over the window, None for one of no use now."""
        opened = self._window.open_register
        return dropped_file(event, imports=opened is None or not opened.register.read_only)

    def take_file(self, path: Path) -> None:
        """Open a register, or show what taking a file in would change; ask where both can be."""
        opened = self._window.open_register
        if is_register(path):
            if opened is None or opened.register.read_only:
                self._window.open_path(path)
            else:
                self._ask_about_register(path)
        elif opened is None:
            self._window.files.create(then=lambda: self.open(path))
        else:
            self.open(path)

    def _ask_about_register(self, path: Path) -> None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Another register"))
        box.setText(self.tr("“%1” is a register.").replace("%1", path.name))
        box.setInformativeText(
            self.tr("Open it in place of this one, or load its records into this one?")
        )
        role = QMessageBox.ButtonRole
        opening = box.addButton(self.tr("&Open"), role.AcceptRole)
        loading = box.addButton(self.tr("&Load from it"), role.AcceptRole)
        box.addButton(self.tr("Cancel"), role.RejectRole)
        box.setDefaultButton(opening)
        acts: dict[QPushButton, Callable[[Path], object]] = {
            opening: self._window.open_path,
            loading: self.open,
        }

        def answered(_result: int) -> None:
            act = next((act for button, act in acts.items() if box.clickedButton() is button), None)
            self._question = None
            box.deleteLater()
            if act is not None:
                act(path)

        box.finished.connect(answered)
        self._question = box
        box.open()
