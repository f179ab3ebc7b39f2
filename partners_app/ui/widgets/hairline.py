"""The thin line that parts a dialog's content from its foot, and the lines of a table."""

from PySide6.QtWidgets import QFrame


def hairline() -> QFrame:
    """Return a line; the style sheet knows it by its name."""
    line = QFrame()
    line.setObjectName("hairline")
    return line
