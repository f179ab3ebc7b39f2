"""The window's commands on the sheets beside the yearly table: which, of what, into which file."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from partners_app.domain.errors import PartnersError
from partners_app.domain.sheet import Sheet
from partners_app.printing.pdf import sheet_pdf
from partners_app.services import catalogue, register_sheets, sheets
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.services.sheets import PDF, WORD, WORKBOOK
from partners_app.ui.dialogs.other_sheets import OtherSheetsDialog, SheetKind, SheetRequest

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

_FOLDER = "sheet_folder"
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME = 100


class SheetCommands(QObject):
    """The acts behind «Other sheets» and behind «Reference» of the tree."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``connect_actions`` puts the acts behind its actions."""
        super().__init__(window)
        self._window = window
        self._dialog: OtherSheetsDialog | None = None

    def connect_actions(self) -> None:
        """Connect the actions of the window, and that of the tree's menu."""
        window = self._window
        window.command_actions.sheets.triggered.connect(lambda: self.ask())
        window.workspace.tree.acts.reference_requested.connect(self.ask_for_reference)

    def dialog(self) -> OtherSheetsDialog | None:
        """Return the dialog, while it is open."""
        return self._dialog

    def ask(self) -> None:
        """Ask which sheet is wanted, and of what."""
        opened = self._window.open_register
        if opened is None:
            return
        self._window.commit()
        scope = self._window.workspace.tree.scope()
        dialog = OtherSheetsDialog(opened, scope, _today(), self._window)
        dialog.save_requested.connect(lambda request: self._ask_file(request, dialog))
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def ask_for_reference(self, scope: Scope) -> None:
        """Ask for the file of the reference on the partner of a scope."""
        if self._window.open_register is not None and scope.id is not None:
            self._window.commit()
            self._ask_file(SheetRequest(SheetKind.REFERENCE, partner_id=scope.id))

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _ask_file(self, request: SheetRequest, dialog: OtherSheetsDialog | None = None) -> None:
        opened = self._window.open_register
        if opened is None:
            return
        try:
            name = self._name(opened.register, request)
        except PartnersError as error:
            self._window.show_error(error)
            return
        files, register = self._window.files, opened.register

        def write(path: Path) -> None:
            if dialog is not None:
                dialog.done(OtherSheetsDialog.DialogCode.Accepted)
            self._write(register, request, path)

        kinds = {
            self.tr("Word document (*.docx)"): WORD,
            self.tr("Excel workbook (*.xlsx)"): WORKBOOK,
            self.tr("PDF, as it is printed (*.pdf)"): PDF,
        }
        folder = Path(str(self._window.settings.value(_FOLDER, files.documents())))
        ending = WORD if request.kind is SheetKind.REFERENCE else WORKBOOK
        title = self.tr("Save the sheet")
        files.ask_for_document(title, folder / f"{name}{ending}", kinds, write, parent=dialog)

    def _name(self, register: Register, request: SheetRequest) -> str:
        """Return the name that is proposed for the file."""
        match request.kind:
            case SheetKind.REFERENCE:
                partner = catalogue.partner(register, request.partner_id)
                name = partner.name or catalogue.country(register, partner.country_id).name
                text = self.tr("Reference – %1").replace("%1", " ".join(name.split()))
            case SheetKind.AGREEMENTS:
                text = self.tr("Documents in force on %1").replace("%1", _day(request.day))
            case SheetKind.PLAN:
                text = self.tr("Plan of events of %1").replace("%1", str(request.year))
            case _:
                text = self.tr("Changes of the register %1 – %2")
                text = text.replace("%1", _day(request.first)).replace("%2", _day(request.last))
        return _NOT_IN_A_NAME.sub(" ", text)[:_LONGEST_NAME].strip(" .")

    def _write(self, register: Register, request: SheetRequest, path: Path) -> None:
        self._window.settings.set_value(_FOLDER, str(path.parent))
        make = _maker(register, request)
        self._window.files.in_background(
            self.tr("The sheet is being written…"),
            lambda: sheets.write_sheet(register, make(), path, draw_pdf=sheet_pdf),
            lambda written: self._say(request, written),
            retry=lambda: self._write(register, request, path),
        )

    def _say(self, request: SheetRequest, written: sheets.SheetResult) -> None:
        parts = [self.tr("The sheet is written: %1")]
        if not written.rows:
            parts.append(self.tr("the register holds nothing for it, and the sheet says so"))
        if count := written.replaced_characters:
            parts.append(self.tr("%n unreadable character(s) replaced", "", count))
        self._window.files.say_written(". ".join(parts), written.path)


def _maker(register: Register, request: SheetRequest) -> Callable[[], Sheet]:
    """Return what makes a sheet, to be called in the background."""
    match request.kind:
        case SheetKind.REFERENCE:
            return lambda: register_sheets.partner_reference(register, request.partner_id, _today())
        case SheetKind.AGREEMENTS:
            return lambda: register_sheets.agreements_in_force(register, request.day)
        case SheetKind.PLAN:
            return lambda: register_sheets.plan_of_events(register, request.year)
        case _:
            return lambda: register_sheets.changes_of_period(register, request.first, request.last)


def _today() -> date:
    return datetime.now().astimezone().date()


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
