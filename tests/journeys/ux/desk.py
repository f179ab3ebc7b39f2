"""A clerk at the open window: keys by their names, and what is seen beside what the file holds.

Keys go where the keyboard is, through the shortcuts of the window as real ones do.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from partners_app.domain.records import Agreement, Event
from partners_app.services import agreements, events, sample
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.event_grid import EventGrid
from partners_app.ui.widgets.event_table import EventTable
from tests.ui.sample_registers import scope_named

YEAR = sample.SAMPLE_YEAR
TURKU, OSAKA, KOTKA = "г. Турку", "г. Осака", "г. Котка"

_NONE = Qt.KeyboardModifier.NoModifier


def press(*strokes: str) -> None:
    """Press keys one after another, named as menus name them: «Ctrl+D», «Shift+Tab», «Esc»."""
    for stroke in strokes:
        combination = QKeySequence(stroke)[0]  # type: ignore[index]  # the stub forgets it
        key, held = combination.key(), combination.keyboardModifiers()
        if key is Qt.Key.Key_Tab and held & Qt.KeyboardModifier.ShiftModifier:
            key = Qt.Key.Key_Backtab
        text = " " if key is Qt.Key.Key_Space else ""
        _send(key, text, held)


def write(text: str) -> None:
    """Type letters, Russian ones too."""
    for letter in text:
        _send(Qt.Key(0), letter, _NONE)


def write_over(field: QWidget, text: str) -> None:
    """Go to a field and type another text into it."""
    field.setFocus(Qt.FocusReason.TabFocusReason)
    press("Ctrl+A", "Del")
    write(text)


def put(text: str) -> None:
    """Let the clipboard hold a text, as another program leaves it."""
    QGuiApplication.clipboard().setText(text)


def clipboard() -> str:
    """Return the text on the clipboard."""
    return QGuiApplication.clipboard().text()


def _send(key: Qt.Key, text: str, held: Qt.KeyboardModifier) -> None:
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, text, held)


@dataclass(frozen=True, slots=True)
class Desk:
    """The window on a copy of the sample, and the same file read by somebody else."""

    window: MainWindow
    file: Register

    @property
    def opened(self) -> OpenRegister:
        """The register as the window has it."""
        assert self.window.open_register is not None
        return self.window.open_register

    @property
    def grid(self) -> EventGrid:
        """The section of the events."""
        return self.window.workspace.grid

    @property
    def table(self) -> EventTable:
        """The rows of the events."""
        return self.grid.table

    def scope(self, *names: str) -> Scope:
        """Return a place of the tree by its name."""
        return scope_named(self.opened, *names)

    def go(self, *names: str) -> Scope:
        """Choose a place in the tree."""
        scope = self.scope(*names)
        self.window.workspace.tree.select(scope)
        return scope

    def cell(self, row: int, column: Column = Column.TEXT) -> None:
        """Go to a cell with the keyboard."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.select_row(row, column)

    def at(self) -> tuple[int, Column]:
        """Return the current cell."""
        index = self.table.currentIndex()
        return index.row(), Column(index.column())

    def seen(self, row: int, column: Column = Column.TEXT) -> str:
        """Return what a cell shows."""
        return str(self.grid.model.index(row, column).data() or "")

    def column_seen(self, column: Column = Column.TEXT) -> list[str]:
        """Return what all rows show in a column."""
        return [self.seen(row, column) for row in range(self.grid.model.rowCount())]

    def kept(self, *names: str) -> list[Event]:
        """Return the events that the file holds for a place, in the report's order."""
        ids = events.ids(self.file, self.scope(*names), self.opened.year)
        found = events.load(self.file, ids)
        return [found[number] for number in ids]

    def kept_texts(self, *names: str) -> list[str]:
        """Return the texts of those events."""
        return [event.text for event in self.kept(*names)]

    def papers(self, *names: str) -> list[Agreement]:
        """Return the agreements that the file holds for a partner."""
        number = self.scope(*names).id
        assert number is not None
        return list(agreements.of_partner(self.file, number))

    def steps(self) -> int:
        """Return how many steps the history in the file has."""
        return len(self.file.history())

    def said(self) -> str:
        """Return what the banner says; empty: there is none."""
        banner = self.window.workspace.banner
        return banner.text() if banner.isVisible() else ""
