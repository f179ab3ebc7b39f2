"""What this program is: version, the open file, what it stands on, and under which licences."""

import platform
import re
import sqlite3
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app import __version__
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.hairline import hairline

LICENCES = (
    ("PySide6-Essentials", "Qt for Python", "LGPL 3.0"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("alembic", "Alembic", "MIT"),
    ("openpyxl", "openpyxl", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("python-calamine", "python-calamine", "MIT"),
    ("python-docx", "python-docx", "MIT"),
    ("spylls", "spylls", "MPL 2.0"),
    ("XlsxWriter", "XlsxWriter", "BSD 2-Clause"),
)
"""Each library: its distribution, the name people know it by, its licence."""


_BREAKS = re.compile(r"[/\\_-]+")
"""Where a path or the name of a system may go on in the next line; only on the screen."""


class AboutDialog(QDialog):
    """Facts that can be selected and copied."""

    def __init__(self, register: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About the program"))
        self._register = register
        edge = theme.length(5)
        title = QLabel(self.tr("Register of partner cities"))
        theme.set_look(title, Look.TITLE)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(theme.length(4))
        self._facts.setVerticalSpacing(theme.length(1))
        self._facts.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(self.facts()):
            label = QLabel(name)
            theme.set_look(label, Look.QUIET)
            self._facts.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(_selectable(value), number, 1)
        licences = _selectable(self.licences())
        theme.set_look(licences, Look.SMALL)
        content = QVBoxLayout()
        content.setContentsMargins(edge, edge, edge, edge)
        content.setSpacing(theme.length(4))
        for part in (title, licences):
            content.addWidget(part)
        content.insertLayout(1, self._facts)
        content.addStretch(1)
        self.copy_button = QPushButton(self.tr("Copy the facts"))
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._copy)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = dialog_foot([self.copy_button], [close])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(content, 1)
        column.addWidget(hairline())
        column.addLayout(foot)
        self.setMinimumWidth(theme.length(110))
        close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Wrapped lines need the height of the width they have.
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def facts(self) -> list[tuple[str, str]]:
        """Return names and values: what to tell somebody who is asked for help."""
        file = self.tr("none is open") if self._register is None else str(self._register)
        return [
            (self.tr("Version"), __version__),
            (self.tr("Open register"), file),
            ("Python", platform.python_version()),
            ("SQLite", sqlite3.sqlite_version),
            ("Qt", qVersion()),
            (self.tr("System"), platform.platform(terse=True)),
        ]

    def licences(self) -> str:
        """Return the licences of the program and of what comes with it, one to a line."""
        lines = [
            self.tr("The program itself is free software under the MIT licence. It uses:"),
            *(
                f"{name} {_version(distribution)} – {licence}"
                for distribution, name, licence in LICENCES
            ),
            self.tr("Spelling: the Russian dictionary of A. I. Lebedev – BSD"),
            self.tr("Icons: Lucide – ISC"),
        ]
        return "\n".join(lines)

    def _copy(self) -> None:
        facts = "\n".join(f"{name}: {value}" for name, value in self.facts())
        QGuiApplication.clipboard().setText(facts)


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        # A frozen program may carry a library without its description.
        return ""


def _selectable(text: str) -> QLabel:
    label = QLabel(_BREAKS.sub("\\g<0>\u200b", text))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(text)
    return label
