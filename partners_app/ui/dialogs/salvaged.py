"""What was saved of a damaged register into a new file, and what could not be read."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.services.salvaging import Salvaged
from partners_app.texts.damage import SalvagedLine, salvaged_lines, salvaged_text
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryModel
from partners_app.ui.widgets.dialog_frame import dialog_foot, message_head
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.icon_label import IconLabel

_SIZE = (150.0, 150.0)


class SalvagedDialog(QDialog):
    """What was saved, by kind of record, and the way to the new file."""

    def __init__(
        self, path: Path, target: Path, found: Salvaged, parent: QWidget | None = None
    ) -> None:
        """Speak of the damaged file and of the new one; it is opened by `accept`."""
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(self.tr("Saved into a new file: %1").replace("%1", target.name))
        self.head = QLabel(salvaged_text(found))
        kept = self.tr("The damaged file “%1” is as it was. Keep it until you have looked through.")
        self.told = QLabel(kept.replace("%1", path.name))
        model = EntryModel(self)
        model.set_entries([_entry(line) for line in salvaged_lines(found)])
        self.list = EntryList(self.tr("What was saved"))
        self.list.setModel(model)
        self.list.setCurrentIndex(model.index(0))
        self.open_button = QPushButton(self.tr("&Open the new file"))
        self.open_button.setDefault(True)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self.open_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        whole = found.saved == found.known
        self._lay_out(IconLabel("circle-check", "ok", units=6) if whole else _warning())
        self.open_button.setFocus()

    def _lay_out(self, icon: IconLabel) -> None:
        head = message_head(icon, self.head, self.told)
        foot = dialog_foot([], [self.close_button, self.open_button])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(hairline())
        column.addLayout(foot)
        self.resize(*(theme.length(length) for length in _SIZE))


def _warning() -> IconLabel:
    return IconLabel("triangle-alert", "warn", units=6)


def _entry(line: SalvagedLine) -> Entry:
    if line.is_whole:
        return Entry("circle-check", "ok", line.title, line.sentence, "", line.title)
    return Entry("triangle-alert", "warn", line.title, line.sentence, "", line.title)
