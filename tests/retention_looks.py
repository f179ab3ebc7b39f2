"""The screens of a register that does not keep its whole history, for the pictures."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QDialog

from partners_app.services import catalogue
from partners_app.ui.dialogs.history import HistoryDialog
from partners_app.ui.dialogs.settings import SettingsDialog
from partners_app.ui.main_window import MainWindow


def some_years(window: MainWindow) -> QDialog:
    """Choose three years in the settings."""
    dialog = SettingsDialog(window.settings, window.open_register, window)
    dialog.history_years.setCurrentIndex(2)
    dialog.history_years.activated.emit(2)
    return dialog


def forgotten(window: MainWindow) -> QDialog:
    """Show the history of a register that has let go of what its steps changed."""
    opened = window.open_register
    assert opened is not None
    opened.do(catalogue.rename, "region", 1, "Европа и Кавказ")
    opened.register.squash(datetime.now(UTC) + timedelta(days=1))
    dialog = HistoryDialog(opened, window)
    dialog.select_row(1)
    return dialog
