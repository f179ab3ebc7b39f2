"""What the window's commands do, but for files: undo, the year, settings; their wiring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from partners_app.texts.errors import ErrorText
from partners_app.ui.dialogs.about import AboutDialog
from partners_app.ui.dialogs.settings import SettingsDialog

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow


class Commands(QObject):
    """The acts behind menus and tool bar."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``connect_actions`` puts the acts behind its actions."""
        super().__init__(window)
        self._window = window

    def connect_actions(self) -> None:
        """Connect every action of the window."""
        window, actions = self._window, self._window.command_actions
        grid = window.workspace.grid
        for action, act in (
            (actions.new, window.files.create),
            (actions.open, window.files.open),
            (actions.save, window.saving.save),
            (actions.save_copy, window.files.save_copy),
            (actions.export_workbook, window.files.export_workbook),
            (actions.export_json, window.files.export_json),
            (actions.settings, self.show_settings),
            (actions.quit, window.close),
            (actions.undo, self.undo),
            (actions.redo, self.redo),
            (actions.find_in_tree, window.workspace.tree.focus_search),
            (actions.add_event, grid.add_event),
            (actions.delete_event, grid.delete_selected),
            (actions.event_up, lambda: grid.move_selected(-1)),
            (actions.event_down, lambda: grid.move_selected(+1)),
            (actions.add_region, window.workspace.tree.acts.add_region),
            (actions.add_country, window.workspace.tree.acts.add_country),
            (actions.add_partner, window.workspace.tree.acts.add_partner),
            (actions.add_agreement, window.workspace.agreements.add_agreement),
            (actions.previous_year, lambda: self._step_year(-1)),
            (actions.next_year, lambda: self._step_year(+1)),
            (actions.next_pane, window.workspace.focus_next_pane),
            (actions.refresh, window.read_again),
            (actions.report, window.files.export_report),
            (actions.about, self.show_about),
        ):
            action.triggered.connect(lambda _checked=False, act=act: act())

    # Acts on the register

    def undo(self) -> None:
        """Take back the newest step, what is being typed included."""
        self._window.commit()
        if self._window.open_register is not None:
            self._window.open_register.undo()

    def redo(self) -> None:
        """Do the step undone last again."""
        self._window.commit()
        if self._window.open_register is not None:
            self._window.open_register.redo()

    def _step_year(self, step: int) -> None:
        opened = self._window.open_register
        if opened is not None:
            self._window.commit()
            opened.set_year(opened.year + step)

    # Settings

    def show_settings(self) -> None:
        """Open the settings of the program and of the register."""
        dialog = SettingsDialog(self._window.settings, self._window.open_register, self._window)
        dialog.open()

    def show_about(self) -> None:
        """Open the page about the program."""
        opened = self._window.open_register
        AboutDialog(opened.register.path if opened else None, self._window).open()

    # What the acts share

    def message(self, text: ErrorText) -> None:
        """Show a failure in a message of its own, with the details to copy."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Partners"))
        box.setText(text.what)
        box.setInformativeText(text.todo)
        box.setDetailedText(text.details)
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def show_crash(self, details: str) -> None:
        """Say that the program itself went wrong; what was typed is not lost."""
        self.message(
            ErrorText(
                self.tr("Something went wrong in the program."),
                self.tr(
                    "Everything saved so far is safe. You can go on working; "
                    "please pass the details on to whoever looks after the program."
                ),
                details,
            )
        )
