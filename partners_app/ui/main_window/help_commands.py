"""F1: the page of the help that belongs to what has the keyboard, in every window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from partners_app.ui.dialogs.about import AboutDialog
from partners_app.ui.dialogs.backups import BackupsDialog
from partners_app.ui.dialogs.bulk_edit import BulkEditDialog
from partners_app.ui.dialogs.check_register import CheckRegisterDialog
from partners_app.ui.dialogs.check_words import AbbreviationDialog, AcceptDialog, WordDialog
from partners_app.ui.dialogs.choose_place import PlaceDialog
from partners_app.ui.dialogs.column_meanings import ColumnMeaningsDialog
from partners_app.ui.dialogs.comparison import ComparisonDialog
from partners_app.ui.dialogs.conflict import ConflictDialog
from partners_app.ui.dialogs.damaged_register import DamagedRegisterDialog
from partners_app.ui.dialogs.editions import EditionsDialog
from partners_app.ui.dialogs.erasing import EraseDialog
from partners_app.ui.dialogs.find import FindDialog
from partners_app.ui.dialogs.findings import FindingsDialog
from partners_app.ui.dialogs.help import HelpDialog
from partners_app.ui.dialogs.help_pages import HelpPage, HelpPages, MenuKeys
from partners_app.ui.dialogs.history import HistoryDialog
from partners_app.ui.dialogs.import_file import ImportDialog
from partners_app.ui.dialogs.issue_report import IssueDialog
from partners_app.ui.dialogs.merging import MergeDialog
from partners_app.ui.dialogs.next_year import NextYearDialog
from partners_app.ui.dialogs.other_sheets import OtherSheetsDialog
from partners_app.ui.dialogs.particulars import ParticularsDialog
from partners_app.ui.dialogs.passed_over import PassedOverDialog
from partners_app.ui.dialogs.paste_text import PasteTextDialog
from partners_app.ui.dialogs.replace import ReplaceDialog
from partners_app.ui.dialogs.report_choice import ReportChoiceDialog
from partners_app.ui.dialogs.report_preview import ReportPreview
from partners_app.ui.dialogs.salvaged import SalvagedDialog
from partners_app.ui.dialogs.settings import SettingsDialog
from partners_app.ui.main_window.layout import has_focus
from partners_app.ui.widgets.name_prompt import NamePrompt

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

PAGES: dict[type[QDialog], HelpPage] = {
    AboutDialog: HelpPage.START,
    BackupsDialog: HelpPage.BACKUPS,
    BulkEditDialog: HelpPage.BULK,
    CheckRegisterDialog: HelpPage.DAMAGED,
    EraseDialog: HelpPage.HISTORY,
    ColumnMeaningsDialog: HelpPage.IMPORT_TABLE,
    DamagedRegisterDialog: HelpPage.DAMAGED,
    ConflictDialog: HelpPage.SHARED,
    ComparisonDialog: HelpPage.EDITIONS,
    EditionsDialog: HelpPage.EDITIONS,
    FindDialog: HelpPage.FIND,
    FindingsDialog: HelpPage.CHECK,
    AcceptDialog: HelpPage.CHECK,
    AbbreviationDialog: HelpPage.CHECK,
    WordDialog: HelpPage.CHECK,
    PassedOverDialog: HelpPage.CHECK,
    HistoryDialog: HelpPage.HISTORY,
    ImportDialog: HelpPage.IMPORT,
    IssueDialog: HelpPage.EDITIONS,
    MergeDialog: HelpPage.TREE,
    NamePrompt: HelpPage.TREE,
    OtherSheetsDialog: HelpPage.SHEETS,
    NextYearDialog: HelpPage.EDITIONS,
    ParticularsDialog: HelpPage.TREE,
    PasteTextDialog: HelpPage.PASTE,
    PlaceDialog: HelpPage.EVENTS,
    ReplaceDialog: HelpPage.FIND,
    ReportChoiceDialog: HelpPage.REPORT,
    ReportPreview: HelpPage.REPORT,
    SalvagedDialog: HelpPage.DAMAGED,
    SettingsDialog: HelpPage.SETTINGS,
}
"""The page of each dialog, and of those derived from it."""

_KEY = "F1"
_SHORTCUT = "help"


class HelpCommands(QObject):
    """Opens the help over the window that is used: what blocks the others does not block it."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; dialogs get the key when they first have the keyboard."""
        super().__init__(window)
        self._window = window
        self.pages = HelpPages(window.settings.language, self._menus)
        actions = window.command_actions
        actions.help.triggered.connect(lambda: self.show(self.page_here(), window))
        actions.keys.triggered.connect(lambda: self.show(HelpPage.KEYS, window))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._give_key)

    def page_here(self) -> HelpPage:
        """Return the page of the pane that has the keyboard."""
        space = self._window.workspace
        for pane, page in (
            (space.tree, HelpPage.TREE),
            (space.header, HelpPage.TREE),
            (space.agreements, HelpPage.AGREEMENTS),
            (space.grid, HelpPage.EVENTS),
            (space.beside, HelpPage.CHECK),
        ):
            if pane is not None and has_focus(pane):
                return page
        return HelpPage.START

    def show(self, page: HelpPage, over: QWidget) -> HelpDialog:
        """Show a page over a window; its own help window serves as long as it lives."""
        dialog = over.findChild(
            HelpDialog, options=Qt.FindChildOption.FindDirectChildrenOnly
        ) or HelpDialog(self.pages, over)
        assert isinstance(dialog, HelpDialog)
        dialog.show_page(page)
        return dialog

    def _give_key(self) -> None:
        """Let F1 work in a dialog: the key of the window does not reach it."""
        # Not the widgets that the signal names: the one before may be dying, and a wrapper that
        # Python makes of it would be taken for whatever Qt puts in its place.
        now = QApplication.focusWidget()
        dialog = None if now is None else now.window()
        if not isinstance(dialog, QDialog) or dialog.findChild(QShortcut, _SHORTCUT) is not None:
            return
        page = next((page for kind, page in PAGES.items() if isinstance(dialog, kind)), None)
        if page is not None:
            shortcut = QShortcut(QKeySequence(_KEY), dialog)
            shortcut.setObjectName(_SHORTCUT)
            shortcut.activated.connect(lambda: self.show(page, dialog))

    def _menus(self) -> Iterator[MenuKeys]:
        """Yield the menus of the window as they are: what the page of the keys is made of."""
        for action in self._window.menuBar().actions():
            menu = action.menu()
            if isinstance(menu, QMenu):
                yield MenuKeys(_words(action.text()), tuple(self._rows(menu)))

    def _rows(self, menu: QMenu) -> Iterator[tuple[str, str]]:
        actions = self._window.command_actions
        for action in menu.actions():
            if isinstance(inner := action.menu(), QMenu):
                yield from self._rows(inner)
            elif keys := keys_of(action):
                # The text of these two names the newest step as well.
                newest = action in (actions.undo, actions.redo)
                text = action.iconText() if newest else action.text()
                yield _words(text), keys


def keys_of(action: QAction) -> str:
    """Return the keys of a command as its menu shows them, all that there are."""
    native = QKeySequence.SequenceFormat.NativeText
    shown = [keys.toString(native) for keys in action.shortcuts() if not _is_extra(keys)]
    # Of the acts on cells the keys are only named, behind a tab.
    return ", ".join(shown) or action.text().partition("\t")[2]


def _is_extra(keys: QKeySequence) -> bool:
    """Tell whether keys are one of those that only some keyboards have: «New», «Open», «Find»."""
    first: QKeyCombination = keys[0]  # type: ignore[index]  # the stub forgets it
    return first.key() >= Qt.Key.Key_F13


def _words(text: str) -> str:
    """Return the words of a menu without its letter and its keys."""
    return text.partition("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&")
