"""The main window: its actions, its layout and its wiring are a module each."""

from partners_app.ui.main_window.window import MainWindow

__all__ = ["MainWindow"]
