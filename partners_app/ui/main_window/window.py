"""The main window: one register, what is selected in it, and where messages go."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from partners_app import __version__
from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError, RegisterAway, RegisterDamaged
from partners_app.services import catalogue
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.texts.errors import error_text
from partners_app.ui.background import Background
from partners_app.ui.main_window.actions import Actions, ToolBar
from partners_app.ui.main_window.agreement_commands import AgreementCommands
from partners_app.ui.main_window.backup_commands import BackupCommands
from partners_app.ui.main_window.commands import Commands
from partners_app.ui.main_window.conflict_commands import Conflicts
from partners_app.ui.main_window.drafts import Drafts
from partners_app.ui.main_window.edition_commands import EditionCommands
from partners_app.ui.main_window.erase_commands import EraseCommands
from partners_app.ui.main_window.event_commands import EventCommands
from partners_app.ui.main_window.file_commands import FileCommands
from partners_app.ui.main_window.finding_commands import FindingCommands
from partners_app.ui.main_window.help_commands import HelpCommands
from partners_app.ui.main_window.history_commands import HistoryCommands
from partners_app.ui.main_window.holding import Holding
from partners_app.ui.main_window.import_commands import ImportCommands
from partners_app.ui.main_window.layout import (
    Pages,
    folded_scopes,
    last_place,
    remember_place,
    restore_window,
)
from partners_app.ui.main_window.menu_key import open_menus_by_key
from partners_app.ui.main_window.place_commands import PlaceCommands
from partners_app.ui.main_window.print_commands import PrintCommands
from partners_app.ui.main_window.register_file_commands import RegisterFileCommands
from partners_app.ui.main_window.retention_commands import RetentionCommands
from partners_app.ui.main_window.saving import Saving
from partners_app.ui.main_window.search_commands import SearchCommands
from partners_app.ui.main_window.sheet_commands import SheetCommands
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.settings import Settings
from partners_app.ui.widgets.banner import Acts, BannerTone
from partners_app.ui.widgets.dialog_frame import dismiss_questions
from partners_app.ui.widgets.status_bar import StatusBar


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, settings: Settings) -> None:
        """Make the window without a register; ``open_path`` gives it one."""
        super().__init__()
        self.settings = settings
        self.background = Background(self)
        self.open_register: OpenRegister | None = None
        self.command_actions = Actions(self)
        self.pages = Pages(settings)
        self.workspace = self.pages.workspace
        self.status = StatusBar()
        self.toolbar = ToolBar(self.command_actions)
        self.recent_menu = QMenu(self.tr("&Recent registers"), self)
        self.files = FileCommands(self)
        self.commands = Commands(self)
        self.findings = FindingCommands(self)
        self.event_commands = EventCommands(self)
        self.agreement_commands = AgreementCommands(self)
        self.searching = SearchCommands(self)
        self.erasing = EraseCommands(self)
        self.places = PlaceCommands(self)
        self.histories = HistoryCommands(self)
        self.imports = ImportCommands(self)
        self.backups = BackupCommands(self)
        self.retention = RetentionCommands(self)
        self.register_files = RegisterFileCommands(self)
        self.help = HelpCommands(self)
        self.printing = PrintCommands(self)
        self.sheets = SheetCommands(self)
        self.editions = EditionCommands(self)
        self.drafts = Drafts(self)
        self.holding = Holding(self)
        self.conflicts = Conflicts(self)
        self.saving = Saving(self)
        self.setCentralWidget(self.pages)
        self.setStatusBar(self.status)
        self.addToolBar(self.toolbar)
        self.command_actions.fill_menus(self.recent_menu)
        self.setAcceptDrops(True)
        open_menus_by_key(self)
        restore_window(self, settings.state("geometry"))
        self._panes_restored = False
        self._connect()
        self._show_register()

    def _connect(self) -> None:
        for commands in (
            self.commands,
            self.findings,
            self.event_commands,
            self.searching,
            self.erasing,
            self.histories,
            self.imports,
            self.backups,
            self.register_files,
            self.printing,
            self.sheets,
            self.editions,
        ):
            commands.connect_actions()
        space = self.workspace
        space.tree.scope_selected.connect(self.show_scope)
        space.agreements.problem.connect(self.show_error)
        space.grid.counts_changed.connect(self.status.set_counts)
        self.recent_menu.aboutToShow.connect(self.files.fill_recent)
        self.settings.changed.connect(self._on_setting_changed)
        empty = self.pages.empty
        empty.open_sample_requested.connect(self.files.open_sample)
        empty.create_requested.connect(lambda: self.files.create())
        empty.open_requested.connect(self.files.open)

    # The register

    def open_path(self, path: Path, *, take_over: bool = False) -> bool:
        """Open a register in place of the one that is open; False when it could not be.

        ``take_over``: also from somebody else who may be replaced.
        """
        try:
            register = Register.open(path, author=self.settings.author)
        except RegisterDamaged as error:
            self.register_files.offer_rescue(error)
            return False
        except PartnersError as error:
            self.show_error(error)
            return False
        self.take_register(register, take_over=take_over)
        return True

    def take_register(self, register: Register, *, take_over: bool = False) -> None:
        """Show a register that is open already in place of the one before."""
        self.close_register()
        # Only now: it may be the same file.
        holder = register.hold(take_over=take_over)
        if (year := self.settings.last_year(register.uuid())) is None:
            years = catalogue.years(register) or [datetime.now().astimezone().year]
            year = years[-1]
        opened = OpenRegister(register, year, self)
        opened.failed.connect(self.show_failure)
        opened.year_changed.connect(self._on_year_changed)
        self.open_register = opened
        self.settings.remember_register(register.path)
        self.workspace.banner.hide()
        self._show_register()
        # After the panes: what they have written they do not count as typed any more.
        opened.changed.connect(self._on_changed)
        self.files.say_upgraded(register)
        self.holding.begin(opened, holder)
        for each in (self.drafts, self.backups, self.retention, self.register_files):
            each.set_register(opened)
        self.workspace.tree.setFocus()

    def come_forward(self, path: Path | None) -> None:
        """Come to the front for a second start of the program, and open its file if it has one."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        opened = self.open_register
        if path is not None and (opened is None or opened.register.path != path):
            self.open_path(path)

    def close_register(self) -> None:
        """Commit what is being typed and let go of the register."""
        if self.open_register is None:
            return
        self.commit()
        self.background.wait()
        opened = self.open_register
        self.conflicts.forget()
        self.drafts.close()
        self.findings.forget()
        self.holding.begin(None)
        remember_place(self.settings, opened, self.workspace)
        self.open_register = None
        opened.failed.disconnect(self.show_failure)  # what is not written by now is a draft
        # What is asked is asked of this register: an answer must not reach the next one.
        dismiss_questions()
        self._give_register(None)
        opened.close()
        opened.deleteLater()

    def commit(self) -> None:
        """Save what is being typed in the tree, the form or the grid."""
        self.workspace.tree.commit()
        self.workspace.agreements.commit()
        self.workspace.grid.commit()

    def _give_register(self, opened: OpenRegister | None) -> None:
        space = self.workspace
        for pane in (space.tree, space.header, space.agreements, space.grid):
            pane.set_register(opened)

    def _show_register(self) -> None:
        opened = self.open_register
        self._give_register(opened)
        self.pages.show_register(opened is not None)
        self.toolbar.setVisible(opened is not None)
        writable = opened is not None and not opened.register.read_only
        self.command_actions.set_register_open(opened is not None, writable=writable)
        if opened is None:
            self.status.show_closed(__version__)
            self.setWindowTitle(self.tr("Partners"))
            return
        self.saving.begin(writable=writable)
        self._show_title(opened)
        self._show_facts()
        self.show_undo()
        self._show_year()
        uuid = opened.register.uuid()
        self.workspace.tree.close_scopes(folded_scopes(self.settings, uuid))
        self.workspace.tree.select(last_place(self.settings, uuid))
        self.show_scope(self.workspace.tree.scope())
        self.findings.refresh()

    def _show_title(self, opened: OpenRegister) -> None:
        title = f"{opened.register.path.name} – {self.tr('Partners')}"
        if opened.register.read_only:
            title = self.tr("%1 (read only)").replace("%1", title)
        self.setWindowTitle(title)

    # What is selected and what has changed

    def show_scope(self, scope: Scope) -> None:
        """Show a place of the tree: its header, its agreements, its events."""
        self.commit()
        self.workspace.header.show_scope(scope)
        is_partner = scope.kind is ScopeKind.PARTNER
        self.workspace.agreements.show_partner(scope.id if is_partner else None)
        self.workspace.agreements.setVisible(is_partner)
        self.workspace.grid.show_scope(scope)
        self._show_what_can_be_added(scope)

    def _show_what_can_be_added(self, scope: Scope) -> None:
        opened = self.open_register
        writable = opened is not None and not opened.register.read_only
        self.command_actions.set_place(scope.kind, is_open=opened is not None, writable=writable)

    def _on_changed(self, change_set: ChangeSet) -> None:
        self.saving.written()
        self._show_facts()
        self.show_undo()
        scope = self.workspace.tree.scope()
        if scope.kind is ScopeKind.PARTNER and scope.id in change_set.ids("partner"):
            self.show_scope(scope)
        self.findings.refresh()
        if self.open_register is not None and self.open_register.is_behind():
            QTimer.singleShot(0, self, self.look_for_others)

    def _on_setting_changed(self, name: str) -> None:
        if name == "author" and self.open_register is not None:
            self.open_register.register.author = self.settings.author
            self.show_undo()

    def _on_year_changed(self) -> None:
        self._show_facts()
        self._show_year()
        self.findings.refresh()

    def _show_facts(self) -> None:
        opened = self.open_register
        if opened is not None:
            count = opened.ask(catalogue.event_count, opened.year)
            self.status.set_facts(count, opened.register.path.name)

    def _show_year(self) -> None:
        if self.open_register is not None:
            text = self.tr("Report for %1").replace("%1", str(self.open_register.year))
            self.command_actions.report.setIconText(text)

    def show_undo(self) -> None:
        """Say in the menu what undo and redo would do now."""
        opened = self.open_register
        if opened is None:
            return
        register = opened.register
        self.command_actions.show_undo(
            register.undo_state(), register.author, writable=not register.read_only
        )

    def read_again(self) -> None:
        """Show what is in the file now, whoever wrote it."""
        if self.open_register is not None:
            space = self.workspace
            self.commit()
            self.open_register.steps_of_others()
            space.tree.set_register(self.open_register)
            space.header.set_register(self.open_register)
            self.show_scope(space.tree.scope())
            space.agreements.reload()
            space.grid.reload()
            self._show_facts()
            self.show_undo()
            self.findings.refresh()
            self.open_register.read_anew.emit()

    # Messages

    def show_failure(self, error: PartnersError) -> None:
        """Say that an act wrote nothing, in the status bar and above the header."""
        self.saving.failed(error)
        self.show_error(error, self.conflicts.take(error))

    def show_error(self, error: PartnersError, acts: Acts = ()) -> None:
        """Say what happened and what to do; without a register in a message of its own."""
        text = error_text(error)
        if isinstance(error, RegisterAway):
            self.holding.watch()
        if self.open_register is None:
            self.commands.message(text)
        else:
            self.workspace.banner.say(
                BannerTone.BAD,
                f"{text.what} {text.todo}",
                [*acts, *self.saving.ways_out(error)],
                details=text.details,
            )

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if (
            event.type() == QEvent.Type.ActivationChange
            and self.isActiveWindow()
            and self.open_register is not None
            and QApplication.activeModalWidget() is None
        ):
            self.look_for_others()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.toolbar.measure()

    def look_for_others(self) -> None:
        """Read again when somebody else has written since."""
        self.histories.look_for_others()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._panes_restored:
            self._panes_restored = True
            self.workspace.restore(self.width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.toolbar.fit(self.width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.imports.accepts(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self.imports.accepts(event)
        if path is not None:
            event.acceptProposedAction()
            self.imports.take_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.backups.keeps_open():
            event.ignore()
            return
        self.close_register()
        self.settings.set_value("geometry", self.saveGeometry())
        self.workspace.remember()
        self.settings.sync()
        super().closeEvent(event)
