"""The window with a register, and a clerk who takes files in: what the journeys stand on."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from partners_app.domain.import_plan import Outcome, PlanEntry
from partners_app.services import catalogue, events
from partners_app.services.catalogue import Scope
from partners_app.ui.dialogs.import_file import ImportDialog
from partners_app.ui.dialogs.import_session import Stage
from partners_app.ui.main_window import MainWindow
from partners_app.ui.open_register import OpenRegister
from tests.ui.sample_registers import scope_named

_LONGEST_MS = 60_000
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class ImportDesk:
    """A clerk before the window; what is asked of the dialog waits until it has been done."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def opened(self) -> OpenRegister:
        assert self.window.open_register is not None
        return self.window.open_register

    @property
    def dialog(self) -> ImportDialog:
        dialog = self.window.imports.dialog()
        assert dialog is not None
        return dialog

    def stage(self) -> Stage:
        return self.dialog.session.stage

    def open(self, path: Path) -> ImportDialog:
        self.window.imports.open(path)
        return self.rest()

    def rest(self) -> ImportDialog:
        """Wait until the dialog has nothing to do."""
        dialog = self.dialog
        self.qtbot.waitUntil(lambda: not dialog.session.busy, timeout=_LONGEST_MS)
        QApplication.processEvents()
        return dialog

    def write(self) -> None:
        """Press the default button and wait until the dialog is gone."""
        self.dialog.act_button.click()
        self.qtbot.waitUntil(lambda: self.window.imports.dialog() is None, timeout=_LONGEST_MS)

    def entries(self, outcome: Outcome, table: str = "") -> list[PlanEntry]:
        plan = self.dialog.session.plan
        assert plan is not None
        return [each for each in plan.of(outcome) if not table or each.table == table]

    def go_to(self, entry: PlanEntry) -> None:
        assert self.dialog.preview.go_to(entry.key)

    def choose(self, words: str) -> None:
        """Choose the answer that begins with some words."""
        for choice in self.dialog.preview.details.choices:
            if choice.button.accessibleName().startswith(words):
                choice.button.click()
                self.rest()
                return
        raise AssertionError(words)

    def texts(self, *place: str) -> list[str]:
        """Return date and text of the events of a place, in order."""
        return self.texts_of(scope_named(self.opened, *place))

    def texts_of(self, scope: Scope) -> list[str]:
        ids = self.opened.ask(events.ids, scope, self.opened.year)
        loaded = self.opened.ask(events.load, ids)
        return [f"{loaded[number].date.text} – {loaded[number].text}" for number in ids]

    def countries(self) -> list[str]:
        tree = self.opened.ask(catalogue.tree, self.opened.year)
        return [land.country.name for band in tree.regions for land in band.countries]

    def file_dialog(self) -> QFileDialog:
        """Return the file dialog that is open."""
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog)]
        return next(each for each in found if each.isVisible())

    def drag(self, *paths: Path) -> bool:
        """Drag files over the window; tell whether it would take them."""
        data = _urls(*paths)
        enter = QDragEnterEvent(
            self.window.rect().center(), Qt.DropAction.CopyAction, data, _LEFT, _NONE
        )
        enter.ignore()
        QApplication.sendEvent(self.window, enter)
        return enter.isAccepted()

    def drop(self, *paths: Path) -> None:
        self.drag(*paths)  # Qt hands a drop to whom it entered last
        centre = QPointF(self.window.rect().center())
        data = _urls(*paths)  # the event does not keep it alive
        drop = QDropEvent(centre, Qt.DropAction.CopyAction, data, _LEFT, _NONE)
        QApplication.sendEvent(self.window, drop)


def _urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data
