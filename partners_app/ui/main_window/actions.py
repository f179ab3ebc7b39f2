"""Every command of the window: its words, its keys, its place in menus and tool bar."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from partners_app.services.catalogue import ScopeKind
from partners_app.services.register import UndoState
from partners_app.texts.operations import redo_text, undo_text
from partners_app.ui import theme

_TOOLBAR_ICON = 4.5
_NARROW = 290.0
"""Below this many u of width the well-known buttons keep only their icon."""


class Actions(QObject):
    """The actions by name; menus and tool bar are built of them."""

    record_menu_opened = Signal()

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions as children of the window, so that their keys work everywhere."""
        super().__init__(window)
        self._window = window
        keys = QKeySequence.StandardKey
        self.new = self._action(self.tr("&New register…"), "circle-plus", keys.New)
        self.open = self._action(self.tr("&Open…"), "folder-open", keys.Open, self.tr("Open"))
        self.save = self._action(self.tr("&Save"), "save", keys.Save)
        self.save_copy = self._action(self.tr("Save a &copy…"), "copy", "Ctrl+Shift+S")
        self.import_file = self._action(self.tr("&Load from a file…"), "file-input", "Ctrl+I")
        self.export_json = self._action(self.tr("&Export data (JSON)…"), "file-output", "")
        self.export_workbook = self._action(
            self.tr("Export data (E&xcel)…"), "file-spreadsheet", ""
        )
        self.backup = self._action(self.tr("&Back up now"), "file-plus-2", "")
        self.backups = self._action(self.tr("Back&ups…"), "history", "")
        self.check_file = self._action(self.tr("Chec&k the register's file…"), "list-checks", "")
        self.print = self._action(self.tr("&Print…"), "printer", keys.Print, self.tr("Print"))
        self.settings = self._action(self.tr("Se&ttings…"), "settings", "Ctrl+,")
        self.quit = self._action(self.tr("&Quit"), "log-out", keys.Quit)
        self.undo = self._action(self.tr("&Undo"), "undo-2", keys.Undo, self.tr("Undo"))
        self.redo = self._action(self.tr("&Redo"), "redo-2", "Ctrl+Y", self.tr("Redo"))
        self.history = self._action(self.tr("&History…"), "history", "", self.tr("History"))
        self.record_history = self._action(
            self.tr("H&istory of the record…"), "history", "Ctrl+Shift+H"
        )
        self.erase = self._action(self.tr("Er&ase from the history…"), "ban", "")
        self.find = self._action(self.tr("&Find…"), "search", keys.Find, self.tr("Find"))
        self.find_next = self._action(self.tr("Find &next"), "arrow-down", "F3")
        self.find_previous = self._action(self.tr("Find &previous"), "arrow-up", "Shift+F3")
        self.replace = self._action(self.tr("R&eplace…"), "pencil", "Ctrl+H")
        self.find_in_tree = self._action(self.tr("Find in the &tree"), "", "Ctrl+Shift+F")
        self.add_event = self._action(self.tr("&Add event"), "plus", "Insert")
        self.add_event.setShortcuts([QKeySequence("Insert"), QKeySequence("Ctrl++")])
        self.paste_text = self._action(
            self.tr("Paste te&xt…"), "clipboard-paste", "Ctrl+Shift+V", self.tr("Paste text")
        )
        self.change_events = self._action(self.tr("Change &selected…"), "pencil", "Ctrl+Shift+E")
        # Only named: the key is the events', and the pane of the agreements answers to it itself.
        self.change_agreements = self._action(
            self.tr("C&hange agreements…") + "\tCtrl+Shift+E", "pencil", ""
        )
        self.share_event = self._action(self.tr("&Belongs to…"), "map-pin-plus", "")
        self.copy_event = self._action(self.tr("Copy t&o…"), "copy", "")
        self.carry_event = self._action(self.tr("Mo&ve to…"), "external-link", "")
        self.merge_events = self._action(self.tr("&Merge into one event"), "blend", "")
        self.accept_events = self._action(self.tr("These are t&wo events"), "check", "")
        self.delete_event = self._action(self.tr("&Delete events"), "trash-2", "Ctrl+-")
        self.event_up = self._action(self.tr("Move event &up"), "arrow-up", "Alt+Up")
        self.event_down = self._action(self.tr("Move even&t down"), "arrow-down", "Alt+Down")
        for action in (self.event_up, self.event_down):
            # Only named in the menu: in the tree and in a cell with a list these keys mean others.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.add_region = self._action(self.tr("Add ba&nd…"), "folder-plus", "")
        self.add_country = self._action(self.tr("Add countr&y…"), "globe", "")
        self.add_partner = self._action(self.tr("Add &partner…"), "map-pin-plus", "")
        self.add_agreement = self._action(self.tr("Add a&greement"), "file-text", "")
        self.particulars = self._action(self.tr("Data of the p&lace…"), "file-text", "F8")
        self.previous_year = self._action(self.tr("&Previous year"), "chevron-left", "Ctrl+PgUp")
        self.next_year = self._action(self.tr("&Next year"), "chevron-right", "Ctrl+PgDown")
        self.next_pane = self._action(self.tr("Ne&xt pane"), "", "F6")
        self.refresh = self._action(self.tr("&Read again"), "refresh-cw", keys.Refresh)
        self.check = self._action(self.tr("&Check…"), "list-checks", "F7", self.tr("Check"))
        self.passed_over = self._action(self.tr("What the check passes &over…"), "book-open", "")
        self.report = self._action(self.tr("&Report…"), "file-spreadsheet", "Ctrl+E")
        self.preview = self._action(self.tr("Pre&view…"), "file-text", "Ctrl+Shift+P")
        self.sheets = self._action(self.tr("Other &sheets…"), "file-output", "")
        self.editions = self._action(self.tr("&Editions…"), "book-open", "")
        self.compare = self._action(self.tr("Co&mpare reports…"), "equal", "")
        self.open_next_year = self._action(self.tr("Open the next &year…"), "calendar-days", "")
        self.help = self._action(self.tr("&Contents"), "book-open", "F1")
        self.keys = self._action(self.tr("&Keys"), "", "")
        self.about = self._action(self.tr("&About the program"), "info", "")
        self.no_register_needed = (
            *(self.new, self.open, self.backups, self.settings, self.quit),
            *(self.help, self.keys, self.about),
        )

    def _action(
        self,
        text: str,
        icon: str,
        keys: QKeySequence.StandardKey | str,
        icon_text: str = "",
    ) -> QAction:
        action = QAction(text, self._window)
        action.setShortcuts(QKeySequence.keyBindings(keys)) if isinstance(
            keys, QKeySequence.StandardKey
        ) else action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if icon:
            theme.give_icon(action, icon, "text2", before_text=True)
        if icon_text:
            action.setIconText(icon_text)
        self._window.addAction(action)
        return action

    def all(self) -> list[QAction]:
        """Return every action."""
        return [value for value in vars(self).values() if isinstance(value, QAction)]

    def set_register_open(self, is_open: bool, *, writable: bool) -> None:
        """Switch the actions that need a register, and those that need to write to it."""
        for action in self.all():
            if action not in self.no_register_needed:
                action.setEnabled(is_open)
        for action in (
            self.import_file,
            self.replace,
            self.erase,
            self.undo,
            self.redo,
            self.add_event,
            self.paste_text,
            self.change_events,
            self.share_event,
            self.copy_event,
            self.carry_event,
            self.merge_events,
            self.accept_events,
            self.delete_event,
            self.event_up,
            self.event_down,
            self.add_region,
            self.add_country,
            self.add_partner,
            self.add_agreement,
            self.change_agreements,
        ):
            action.setEnabled(is_open and writable)

    def set_place(self, kind: ScopeKind, *, is_open: bool, writable: bool) -> None:
        """Switch the actions that depend on what is selected in the tree."""
        in_country = kind in (ScopeKind.COUNTRY, ScopeKind.PARTNER)
        self.add_country.setEnabled(writable and kind is not ScopeKind.ALL)
        self.add_partner.setEnabled(writable and in_country)
        self.add_agreement.setEnabled(writable and kind is ScopeKind.PARTNER)
        self.particulars.setEnabled(is_open and kind is not ScopeKind.ALL)

    def show_undo(self, state: UndoState, author: str, *, writable: bool) -> None:
        """Name the steps that undo and redo stand before; ``author`` is who works here."""
        for action, step, text in (
            (self.undo, state.undo, undo_text(state.undo, author)),
            (self.redo, state.redo, redo_text(state.redo, author)),
        ):
            action.setText(text.replace("&", "&&"))
            action.setToolTip(text)
            action.setEnabled(step is not None and writable)

    def fill_menus(self, recent: QMenu) -> None:
        """Put the actions into the menu bar; ``recent`` holds the files opened lately."""
        bar = self._window.menuBar()
        file = bar.addMenu(self.tr("&File"))
        file.addActions([self.new, self.open])
        file.addMenu(recent)
        file.addSeparator()
        file.addActions([self.save, self.save_copy])
        file.addSeparator()
        file.addActions([self.import_file, self.export_workbook, self.export_json])
        file.addSeparator()
        file.addAction(self.print)
        file.addSeparator()
        file.addActions([self.backup, self.backups, self.check_file])
        file.addSeparator()
        file.addActions([self.settings, self.quit])
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addActions([self.find, self.find_next, self.find_previous, self.replace])
        edit.addAction(self.find_in_tree)
        edit.addSeparator()
        edit.addActions([self.history, self.record_history, self.erase])
        record = bar.addMenu(self.tr("Rec&ord"))
        record.addActions([self.add_event, self.paste_text, self.delete_event])
        record.addActions([self.event_up, self.event_down])
        record.addSeparator()
        record.addAction(self.change_events)
        record.addActions([self.share_event, self.copy_event, self.carry_event])
        record.addActions([self.merge_events, self.accept_events])
        record.aboutToShow.connect(self.record_menu_opened)
        record.addSeparator()
        record.addActions([self.add_agreement, self.change_agreements])
        record.addSeparator()
        record.addActions([self.add_region, self.add_country, self.add_partner])
        record.addAction(self.particulars)
        self.record_menu = record
        view = bar.addMenu(self.tr("&View"))
        self.view_menu = view
        view.addActions([self.previous_year, self.next_year])
        view.addSeparator()
        view.addActions([self.next_pane, self.refresh])
        report = bar.addMenu(self.tr("Re&port"))
        report.addActions([self.check, self.passed_over])
        report.addSeparator()
        report.addActions([self.preview, self.report, self.sheets])
        report.addSeparator()
        report.addActions([self.editions, self.compare])
        report.addSeparator()
        report.addAction(self.open_next_year)
        about = bar.addMenu(self.tr("&Help"))
        about.addActions([self.help, self.keys])
        about.addSeparator()
        about.addAction(self.about)


class ToolBar(QToolBar):
    """The tool bar: icon and text, and under a narrow window icons for what everybody knows."""

    def __init__(self, actions: Actions) -> None:
        """Put the actions in the order of the work: open, undo, exchange, check, report."""
        super().__init__()
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for group in (
            [actions.open],
            [actions.undo, actions.redo, actions.history],
            [actions.paste_text],
            [actions.check, actions.report, actions.print],
        ):
            if self.actions():
                self.addSeparator()
            self.addActions(group)
        self._known = (actions.open, actions.undo, actions.redo, actions.history, actions.print)
        self.measure()

    def measure(self) -> None:
        """Take the icons' size from the font."""
        self.setIconSize(theme.icon_size(_TOOLBAR_ICON, before_text=True))

    def fit(self, width: int) -> None:
        """Leave only icons on the well-known buttons of a narrow window (pixels)."""
        narrow = width < theme.length(_NARROW)
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if narrow
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for action in self._known:
            button = self.widgetForAction(action)
            button.setProperty("toolButtonStyle", style)
