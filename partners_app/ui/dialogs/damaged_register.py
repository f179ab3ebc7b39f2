"""A register that cannot be opened because it is damaged: what happened, and the three ways on."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.errors import RegisterDamaged
from partners_app.services.backup import BackupFile
from partners_app.texts.errors import error_text
from partners_app.ui import theme
from partners_app.ui.item_models.backups import BackupModel
from partners_app.ui.widgets.dialog_frame import dialog_foot, message_head
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.icon_label import IconLabel

_SIZE = (170.0, 120.0)


class DamagedRegisterDialog(QDialog):
    """Says what is wrong, lists the backups, and offers to look, to save and to restore."""

    look_requested = Signal()
    salvage_requested = Signal()
    backups_requested = Signal()

    def __init__(
        self,
        error: RegisterDamaged,
        backups: list[BackupFile],
        parent: QWidget | None = None,
        *,
        may_be_others: bool = False,
    ) -> None:
        """Speak of one file; ``backups`` are those of it on this computer, the newest first.

        ``may_be_others``: there is a second folder, which was not asked.
        """
        super().__init__(parent)
        self.setModal(True)
        self.path: Path = error.path
        text = error_text(error)
        self.setWindowTitle(self.tr("Damaged register: %1").replace("%1", error.path.name))
        self.what = QLabel(text.what)
        self.todo = QLabel()
        self._model = BackupModel(self)
        self.list = EntryList(self.tr("Backups, the newest first"))
        self.list.setModel(self._model)
        self.close_button = QPushButton(self.tr("Close"))
        self.look_button = QPushButton(self.tr("&Look at what can be read"))
        self.backups_button = QPushButton(self.tr("Restore from a &backup…"))
        self.salvage_button = QPushButton(self.tr("&Save into a new file…"))
        for button in (self.close_button, self.look_button):
            button.setAutoDefault(False)
        has_backups = bool(backups)
        self.backups_button.setDefault(has_backups)
        self.salvage_button.setDefault(not has_backups)
        self.close_button.clicked.connect(self.reject)
        self.look_button.clicked.connect(self.look_requested)
        self.backups_button.clicked.connect(self.backups_requested)
        self.salvage_button.clicked.connect(self.salvage_requested)
        self.look_button.setToolTip(self.tr("For reading only; the file stays as it is"))
        self._lay_out()
        self.backups_button.setEnabled(has_backups or may_be_others)
        self._show_backups(backups)
        if error.reason == "nothing":
            self.look_button.hide()
            self.salvage_button.hide()
            # What else is told here speaks of what can still be read.
            self.todo.setText(text.todo)

    def _lay_out(self) -> None:
        head = message_head(IconLabel("circle-x", "bad", units=6), self.what, self.todo)
        foot = dialog_foot(
            [self.look_button], [self.close_button, self.salvage_button, self.backups_button]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(hairline())
        column.addLayout(foot)
        self.resize(*(theme.length(length) for length in _SIZE))

    def _show_backups(self, backups: list[BackupFile]) -> None:
        if not backups:
            self.todo.setText(
                self.tr(
                    "The file was left as it is. There is no backup of it on this computer. "
                    "What can be read can be saved into a new file."
                )
            )
            self.list.hide()
            self.resize(self.width(), self.sizeHint().height())
            self.salvage_button.setFocus()
            return
        self.todo.setText(
            self.tr(
                "The file was left as it is. A backup holds everything up to its time; "
                "what is newer may still be read in the damaged file."
            )
        )
        self._model.set_backups(backups, ())
        self.list.setCurrentIndex(self._model.index(0))
        self.backups_button.setFocus()
