"""The backups of a register: what each holds, what restoring it would change, and doing it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from partners_app.domain.errors import Abandoned, NotRestored, PartnersError, RegisterDamaged
from partners_app.paths import is_folder
from partners_app.services import backup, restoring
from partners_app.services.backup import BackupFile
from partners_app.services.restoring import Comparison
from partners_app.texts.errors import error_text
from partners_app.ui import theme
from partners_app.ui.background import Background
from partners_app.ui.item_models.backups import BackupModel, ComparisonModel, moment
from partners_app.ui.item_models.entries import EntryModel
from partners_app.ui.settings import Settings
from partners_app.ui.theme import Look
from partners_app.ui.widgets.banner import Banner, BannerTone
from partners_app.ui.widgets.busy_strip import BusyStrip
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.second_folder import SecondFolder

_EDGE = 4.0
_WIDTH, _HEIGHT = 265.0, 155.0
_LIST, _CHANGES = 145, 120


class BackupsDialog(QDialog):
    """Backups at the left, what the current one would change at the right."""

    write_requested = Signal()
    restore_requested = Signal(object)
    """The BackupFile that was asked for, and confirmed."""
    second_folder_requested = Signal()

    def __init__(
        self,
        path: Path,
        register_uuid: str,
        settings: Settings,
        background: Background,
        parent: QWidget | None = None,
        *,
        is_open: bool = True,
    ) -> None:
        """List the backups of a register; it need not be open, nor be readable at all."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups: %1").replace("%1", path.name))
        self.setModal(True)
        self._path = path
        self._uuid = register_uuid
        self._settings = settings
        self._background = background
        self._abandon: Callable[[], None] = lambda: None
        self._busy = False
        self._damaged: set[Path] = set()
        self._in_second: list[BackupFile] = []
        self._second_is_there = True
        self._told_of: Path | None = None
        """The backup whose changes are shown."""
        self.question: QMessageBox | None = None
        self.banner = Banner()
        self.busy_strip = BusyStrip(self.tr("A backup is being read"))
        self._model, self._changes = BackupModel(self), ComparisonModel(self)
        self.backups = EntryList(self.tr("Backups"))
        self.backups.setModel(self._model)
        self.changes = EntryList(self.tr("What would change"))
        self.changes.setModel(self._changes)
        self.none = QLabel()
        self.none.setWordWrap(True)
        self.second = SecondFolder()
        self.drill = QLabel()
        self.drill.setWordWrap(True)
        theme.set_look(self.drill, Look.SMALL)
        self.write_button = self._button(self.tr("&Make a backup now"), "file-plus-2")
        self.write_button.setEnabled(is_open)
        self.verify_button = self._button(self.tr("&Verify"), "check")
        self.compare_button = self._button(self.tr("&What would change"), "list-checks")
        self.restore_button = self._button(self.tr("&Restore…"), "rotate-cw")
        self.folder_button = self._button(self.tr("Open the &folder"), "folder-open")
        self._lay_out()
        self._connect()
        self.read_again()
        self.backups.setFocus()

    def _button(self, words: str, icon: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        if icon:
            theme.give_icon(button, icon, "text", before_text=True)
        return button

    def _lay_out(self) -> None:
        edge = theme.length(_EDGE)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.none.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.backups, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.changes, 1)
        acts = QHBoxLayout()
        acts.setContentsMargins(edge, theme.length(2), edge, theme.length(2))
        acts.setSpacing(theme.length(2))
        for button in (self.verify_button, self.compare_button, self.restore_button):
            acts.addWidget(button)
        acts.addStretch(1)
        column.addLayout(acts)
        panes = QSplitter()
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(left)
        panes.addWidget(right)
        panes.setSizes([theme.length(_LIST), theme.length(_CHANGES)])
        self.close_button = self._button(self.tr("Close"), "")
        self.close_button.setDefault(True)
        foot = dialog_foot(
            [self.write_button, self.folder_button],
            [self.close_button],
            between=self.drill,
            edge=_EDGE,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.second)
        for part in (hairline(), self.busy_strip, self.banner, panes, hairline()):
            whole.addWidget(part, 1 if part is panes else 0)
        whole.addLayout(foot)
        size = QSize(theme.length(_WIDTH), theme.length(_HEIGHT))
        over = self.parentWidget()
        self.resize(size if over is None else size.boundedTo(over.window().size()))

    def _connect(self) -> None:
        self.write_button.clicked.connect(self.write_requested)
        self.verify_button.clicked.connect(self.verify)
        self.compare_button.clicked.connect(lambda: self.compare())
        self.restore_button.clicked.connect(lambda: self.compare(then=self._ask))
        self.folder_button.clicked.connect(self._open_folder)
        self.second.choose_requested.connect(self.second_folder_requested)
        self.second.leave_requested.connect(self._copy_no_more)
        self.close_button.clicked.connect(self.reject)
        self.backups.activated.connect(lambda _index: self.compare())
        self.backups.selectionModel().currentChanged.connect(self._follow_current)

    # The list

    def read_again(self, *, newest: bool = False) -> None:
        """List the backups there are now; the current one stays so, unless ``newest`` is asked."""
        self._show_listed(newest=newest)
        self._show_drill()
        folder = self._settings.backup_folder
        if folder is None or not self._uuid:
            return

        def work() -> tuple[bool, list[BackupFile]]:
            # A share that is gone may keep whoever asks waiting.
            return is_folder(folder), backup.listing(self._uuid, folder)

        def show(found: tuple[bool, list[BackupFile]]) -> None:
            if isValid(self) and folder == self._settings.backup_folder:
                self._second_is_there = found[0]
                self._in_second = [each for each in found[1] if each.in_second]
                self._show_listed()

        self._background.run(work, done=show, failed=_raise)

    def _show_listed(self, *, newest: bool = False) -> None:
        current = None if newest else self.current()
        if self._settings.backup_folder is None:
            self._in_second = []
        listed = backup.listing(self._uuid) if self._uuid else []
        listed = sorted([*listed, *self._in_second], key=lambda each: each.order, reverse=True)
        self._model.set_backups(listed, self._damaged)
        paths = [each.path for each in listed]
        row = paths.index(current.path) if current and current.path in paths else 0
        self.none.setHidden(bool(listed))
        self.none.setText(
            self.tr(
                "There is no backup of this register yet. One is made by itself every half hour "
                "in which something was changed, and when the program is closed."
            )
        )
        self.backups.setHidden(not listed)
        if listed:
            self.backups.setCurrentIndex(self._model.index(row, 0))
        folder = self._settings.backup_folder
        self.second.show_folder(folder, is_there=self._second_is_there)
        self._follow_current()

    def current(self) -> BackupFile | None:
        """Return the backup that is chosen."""
        entry = self._model.entry(self.backups.currentIndex())
        found = None if entry is None else entry.subject
        return found if isinstance(found, BackupFile) else None

    def entries(self, model: EntryModel | None = None) -> list[str]:
        """Return what the rows of the list say."""
        shown = model or self._model
        return [str(shown.index(row, 0).data()) for row in range(shown.rowCount())]

    def told_changes(self) -> list[str]:
        """Return what the rows of the comparison say."""
        return self.entries(self._changes)

    def _show_drill(self) -> None:
        last = backup.last_drill(self._uuid)
        text = ""
        if last is not None:
            day = moment(last.at)
            text = (
                self.tr("A backup was opened and counted on trial: %1")
                if last.passed
                else self.tr("A backup did not pass the trial: %1")
            ).replace("%1", day)
        self.drill.setText(text)
        theme.set_look(self.drill, Look.SMALL if last is None or last.passed else Look.BAD)

    def _follow_current(self) -> None:
        """Show no changes but those of the current backup; they stay when the list is read anew."""
        chosen = self.current()
        if chosen is None or chosen.path != self._told_of:
            self._told_of = None
            self._changes.set_hint(
                self.tr("“What would change” reads the backup and compares it with the register.")
            )
        self._enable()

    def _enable(self) -> None:
        can = self.current() is not None and not self._busy
        for button in (self.verify_button, self.compare_button, self.restore_button):
            button.setEnabled(can)
        self.folder_button.setEnabled(bool(self._uuid))

    # The acts

    def verify(self) -> None:
        """Read the current backup whole, and say what came of it."""
        chosen = self.current()
        if chosen is not None:
            self._run(
                lambda: backup.check(self._uuid, chosen.path),
                lambda _: self._verified(chosen),
                chosen,
            )

    def _verified(self, chosen: BackupFile) -> None:
        self._damaged.discard(chosen.path)
        self.read_again()
        text = self.tr("The backup of %1 is whole.").replace("%1", moment(chosen.written))
        self.banner.say(BannerTone.OK, text)

    def compare(self, then: Callable[[BackupFile, Comparison], None] | None = None) -> None:
        """Show what restoring the current backup would change."""
        chosen = self.current()
        if chosen is not None and not self._busy:
            self._run(
                lambda: restoring.compare(self._path, chosen.path),
                lambda found: self._compared(chosen, found, then),
                chosen,
            )

    def _compared(
        self,
        chosen: BackupFile,
        found: Comparison,
        then: Callable[[BackupFile, Comparison], None] | None,
    ) -> None:
        now = self.current()
        if now is None or now.path != chosen.path:
            return
        self.banner.hide()
        self._told_of = chosen.path
        self._changes.set_comparison(found)
        if then is not None:
            then(chosen, found)

    def _ask(self, chosen: BackupFile, found: Comparison) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Restore"))
        day = moment(chosen.written)
        box.setText(self.tr("Bring the register back to %1?").replace("%1", day))
        told = [
            self.tr("%n step(s) will be lost.", "", found.lost_count) if found.lost_count else "",
            self.tr("%n step(s) will come back.", "", found.regained_count)
            if found.regained_count
            else "",
            self.tr(
                "The register as it is now is kept: in a backup, and beside the register under "
                "another name."
            ),
        ]
        box.setInformativeText(" ".join(text for text in told if text))
        role = QMessageBox.ButtonRole
        restoring_button = box.addButton(self.tr("&Restore"), role.AcceptRole)
        keeping = box.addButton(self.tr("&Leave as it is"), role.RejectRole)
        box.setDefaultButton(keeping)
        box.setEscapeButton(keeping)

        def answered(_result: int) -> None:
            self.question = None
            if box.clickedButton() is restoring_button:
                self.restore_requested.emit(chosen)
            box.deleteLater()

        box.finished.connect(answered)
        self.question = box
        box.open()

    def _run(
        self, work: Callable[[], Any], done: Callable[[Any], None], chosen: BackupFile
    ) -> None:
        self._busy = True
        self._enable()
        self.busy_strip.start()

        def ended() -> bool:
            if not isValid(self):
                return False
            self._busy = False
            self.busy_strip.stop()
            self._enable()
            return True

        def finish(result: object) -> None:
            if ended():
                done(result)

        def fail(error: Exception) -> None:
            if ended():
                self._show_failure(error, chosen)

        self._abandon = self._background.run(work, done=finish, failed=fail)

    def _show_failure(self, error: Exception, chosen: BackupFile) -> None:
        if isinstance(error, Abandoned):
            return
        if not isinstance(error, PartnersError):
            raise error
        if isinstance(error, RegisterDamaged) or (
            isinstance(error, NotRestored) and error.reason == "damaged"
        ):
            self._damaged.add(chosen.path)
            self.read_again()
            error = NotRestored(chosen.path, "damaged")
        text = error_text(error)
        self.banner.say(BannerTone.BAD, f"{text.what} {text.todo}", details=text.details)

    def _open_folder(self) -> None:
        chosen = self.current()
        among = backup.folder_of(self._uuid) if chosen is None else chosen.path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(among)))

    def _copy_no_more(self) -> None:
        self._settings.backup_folder = None
        self.read_again()

    def done(self, result: int) -> None:
        self._abandon()
        super().done(result)


def _raise(error: Exception) -> None:
    raise error
