"""The application object that fonts belong to, where there may be no screen."""

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def application_for_pages(name: str) -> object:
    """Return the application object that fonts and translations belong to, made if there is none.

    The caller keeps it as long as pages are laid out. It needs no screen and starts no event loop.
    """
    # Elsewhere the system's own platform has the fonts, and works without a window too.
    no_screen = ["-platform", "offscreen"] if sys.platform == "linux" else []
    return QCoreApplication.instance() or QGuiApplication([name, *no_screen])
