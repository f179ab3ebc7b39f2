"""What the check found, beside the window: a list whose rows lead to their records."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partners_app.domain.findings import Finding, Severity
from partners_app.texts.findings import finding_place, finding_text
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryModel
from partners_app.ui.theme import Role
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.section_header import SectionHeader

_ICONS: dict[Severity, tuple[str, Role]] = {
    Severity.ERROR: ("circle-x", "bad"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.NOTE: ("info", "text2"),
}


class FindingsDialog(QDialog):
    """The findings of a year, the gravest first; the window behind stays usable."""

    jump_requested = Signal(object)
    """The Finding whose record is to be shown."""

    def __init__(self, parent: QWidget | None = None, *, title: str = "") -> None:
        """Start with no findings; ``title`` says what they are about, else it is the report."""
        super().__init__(parent)
        self.setWindowTitle(title or self.tr("Check before the report"))
        self._header = SectionHeader(self.tr("Findings"))
        self._model = EntryModel(self)
        self._list = EntryList(self.tr("Findings"))
        self._list.setModel(self._model)
        self._none = QLabel(self.tr("Nothing to correct was found."))
        self._none.setContentsMargins(*(theme.length(4) for _ in range(4)))
        self.jump_button = QPushButton(self.tr("Go to the record"))
        self.jump_button.setDefault(True)
        close = QPushButton(self.tr("Close"))
        foot = QHBoxLayout()
        foot.setSpacing(theme.length(2))
        foot.setContentsMargins(*(theme.length(4) for _ in range(4)))
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.jump_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addLayout(foot)
        self.jump_button.clicked.connect(self._request_jump)
        self._list.activated.connect(self._request_jump)
        close.clicked.connect(self.reject)
        self.resize(theme.length(120), theme.length(140))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings; the row that was current stays so."""
        row = self._list.currentIndex().row()
        order = list(Severity)
        graver_first = sorted(findings, key=lambda finding: order.index(finding.severity))
        self._model.set_entries([_entry(finding) for finding in graver_first])
        self._header.set_count(str(len(findings)) if findings else "")
        self._none.setHidden(bool(findings))
        self._list.setHidden(not findings)
        self.jump_button.setEnabled(bool(findings))
        if findings:
            index = self._model.index(min(max(row, 0), len(findings) - 1), 0)
            self._list.setCurrentIndex(index)

    def _request_jump(self, _index: QModelIndex | bool = False) -> None:
        entry = self._model.entry(self._list.currentIndex())
        if entry is not None:
            self.jump_requested.emit(entry.subject)


def _entry(finding: Finding) -> Entry:
    icon, role = _ICONS[finding.severity]
    title, sentence = finding_text(finding)
    return Entry(icon, role, title, sentence, finding_place(finding), finding)
